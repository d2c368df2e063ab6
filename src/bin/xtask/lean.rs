//! Programs without what panics say.
//!
//! Rust's library comes compiled for speed, and with a text, a place and a way to print both for everything that must not happen.
//! In a browser nobody reads them. Compiled along with the app, so that a panic stops at once, the library takes a sixth off what a
//! first visit fetches. Both switches are unstable ones of a compiler that is stable otherwise, so it has to be told that this is meant.

use crate::failure::Failure;
use crate::step;
use std::path::Path;
use std::process::Command;

/// For Trunk. Its hooks in Trunk.toml take them away again, since the tasks are no programs for a browser.
const ENVIRONMENT: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"),
];

/// Lets this Trunk build lean programs, if the library's source is here or can be had.
pub fn apply(trunk: &mut Command) -> Result<(), Failure> {
    if has_source() || add_source()? {
        trunk.envs(ENVIRONMENT);
    } else {
        println!("note: without rustup there is no source of Rust's library, so the app is a fifth larger than it can be");
    }
    Ok(())
}

fn has_source() -> bool {
    let sysroot = step::output(Command::new("rustc").args(["--print", "sysroot"]));
    sysroot.is_some_and(|path| Path::new(path.trim()).join("lib/rustlib/src/rust/library/std").is_dir())
}

/// Whether rustup is here and added it.
fn add_source() -> Result<bool, Failure> {
    if step::output(Command::new("rustup").arg("--version")).is_none() {
        return Ok(false);
    }
    step::run(
        "add the source of Rust's library",
        Command::new("rustup").args(["component", "add", "rust-src"]),
        "check the network",
    )?;
    Ok(true)
}
