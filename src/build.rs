//! Cargo's build script: how the app is linked, and whether the command line carries it.

use std::path::Path;
use std::{env, fs};

/// Names an archive with the files of the app (`cargo xtask release`).
const APP: &str = "SIGANPYO_APP";

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    // What the linker moved where, without which the app could not be split (src/bin/xtask/finish/split.rs). Only for the app:
    // wasm-opt cannot make the worker small with it.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
    println!("cargo::rerun-if-env-changed={APP}");
    let carried = match env::var(APP) {
        Ok(path) => {
            println!("cargo::rerun-if-changed={path}");
            format!("Some(include_bytes!({path:?}))")
        }
        Err(_) => "None".to_owned(),
    };
    let place = env::var("OUT_DIR").expect("cargo says where");
    fs::write(Path::new(&place).join("app.rs"), carried).expect("cargo's folder can be written to");
}
