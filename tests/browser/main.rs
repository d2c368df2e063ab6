//! The built app in real browsers: what people do with it, and what they see.
//!
//! Needs a build, see `harness/site.rs`, and Chromium with its driver; `cargo xtask test` sets up everything. What a failing
//! test saw is left in `target/browser`.

mod harness;
mod journeys;
mod pages;
