//! `cargo xtask release`: the command line with the app in it, which makes sites where nothing of Rust is installed.

use crate::build;
use crate::disk;
use crate::failure::Failure;
use crate::finish;
use crate::step;
use siganpyo::publish::{archive, template};
use std::path::Path;
use std::process::Command;

/// The files of the app, relative to the repository.
const APP: &str = "target/app.zip";

/// The profile of programs that are given to others.
const PROFILE: &str = "native";

/// Builds the app, and the command line around it.
pub fn release(root: &Path) -> Result<(), Failure> {
    build::build(root, &build::Build::at("/"), Path::new(build::DIST))?;
    let app = template::of_site(&finish::files(&root.join(build::DIST))?)?;
    disk::write(&root.join(APP), archive::pack(&app))?;
    let mut cargo = Command::new("cargo");
    cargo
        .args(["build", "--locked", "--profile", PROFILE, "--bin", "siganpyo"])
        .current_dir(root)
        .env("SIGANPYO_APP", root.join(APP));
    step::run("build the command line with the app in it", &mut cargo, "the lines above say what went wrong")?;
    let program = format!("target/{PROFILE}/siganpyo{}", std::env::consts::EXE_SUFFIX);
    println!("{program} makes sites of its own: {program} publish TABLE -o site");
    Ok(())
}
