//! Views that get plain values and callbacks, and know neither storage nor routes.

pub mod check;
pub mod element;
pub mod frame;
pub mod install;
pub mod notice;
pub mod sheet;
