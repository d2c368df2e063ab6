//! Cargo's build script: how the app is linked.

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    // What the linker moved where, without which the app could not be split (src/bin/xtask/finish/split.rs). Only for the app:
    // wasm-opt cannot make the worker small with it.
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
