//! The tools that a build needs, at pinned versions, each installed once per machine outside the build folder.

use crate::disk;
use crate::failure::Failure;
use crate::step;
use std::env;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program from a package registry.
pub struct Tool {
    package: &'static str,
    version: &'static str,
    command: &'static str,
    /// How what it prints for `--version` begins.
    reports: &'static str,
    source: Source,
    minutes: &'static str,
}

enum Source {
    /// Compiled by `cargo install`, with these further arguments.
    Cargo(&'static [&'static str]),
    /// Installed by npm.
    Npm,
}

/// Builds the page and the worker.
pub const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    command: "trunk",
    reports: "trunk 0.21.14",
    source: Source::Cargo(&["--locked", "--no-default-features", "--features", "rustls"]),
    minutes: "3 to 12 minutes",
};

/// Must have the version of the crate in Cargo.toml. Without `--locked`: its lock file names a version that was withdrawn.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    command: "wasm-bindgen",
    reports: "wasm-bindgen 0.2.130",
    source: Source::Cargo(&[]),
    minutes: "2 to 8 minutes",
};

/// From npm, since what Debian ships (108) breaks the tables that this wasm-bindgen writes.
pub const WASM_OPT: Tool = Tool {
    package: "binaryen",
    version: "132.0.0",
    command: "wasm-opt",
    reports: "wasm-opt version 132",
    source: Source::Npm,
    minutes: "less than a minute",
};

/// Makes scripts small. Trunk's own minifier does not take what this wasm-bindgen writes.
pub const TERSER: Tool = Tool {
    package: "terser",
    version: "5.51.4",
    command: "terser",
    reports: "terser 5.51.4",
    source: Source::Npm,
    minutes: "seconds",
};

/// Drives Firefox. Debian has no package of it.
pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: "0.37.1",
    command: "geckodriver",
    reports: "geckodriver 0.37.1",
    source: Source::Cargo(&["--locked"]),
    minutes: "one to four minutes",
};

/// Lists the licences of the crates with their texts.
pub const CARGO_3PL: Tool = Tool {
    package: "cargo-3pl",
    version: "0.2.0",
    command: "cargo-3pl",
    reports: "cargo-3pl 0.2.0",
    source: Source::Cargo(&["--locked"]),
    minutes: "a few seconds",
};

/// Checks the dependencies.
pub const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    version: "0.20.2",
    command: "cargo-deny",
    reports: "cargo-deny 0.20.2",
    source: Source::Cargo(&["--locked"]),
    minutes: "one to three minutes",
};

/// Builds and runs the fuzz targets.
pub const CARGO_FUZZ: Tool = Tool {
    package: "cargo-fuzz",
    version: "0.13.2",
    command: "cargo-fuzz",
    reports: "cargo-fuzz 0.13.2",
    source: Source::Cargo(&["--locked"]),
    minutes: "a minute or two",
};

/// The tools take longer to optimise than to run, so they are built the cheap way.
const CHEAP_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// The tool's path, after installing it where it is missing or has another version.
pub fn ensure(tool: &Tool) -> Result<PathBuf, Failure> {
    let folder = cache()?.join("siganpyo/tools").join(format!("{}-{}", tool.package, tool.version));
    let path = match tool.source {
        Source::Cargo(_) => folder.join("bin").join(tool.command),
        Source::Npm => folder.join("node_modules/.bin").join(tool.command),
    };
    if !has_version(tool, &path) {
        install(tool, &folder)?;
    }
    if has_version(tool, &path) {
        return Ok(path);
    }
    let hint = format!("delete {} and try again", folder.display());
    Err(Failure::new(format!("{} does not report “{}”", path.display(), tool.reports), hint))
}

/// Links what Trunk calls into the cache where Trunk looks for it, so that `trunk build` on its own finds it as well.
pub fn share_with_trunk() -> Result<(), Failure> {
    let folder = match env::consts::OS {
        "macos" => "dev.trunkrs.trunk",
        _ => "trunk",
    };
    let folder = cache()?.join(folder);
    link(&ensure(&WASM_BINDGEN)?, &folder.join(format!("wasm-bindgen-{}/wasm-bindgen", WASM_BINDGEN.version)))?;
    link(&ensure(&WASM_OPT)?, &folder.join(format!("wasm-opt-{}/bin/wasm-opt", trunk_name_of_wasm_opt())))
}

/// `version_132` for 132.0.0, as the project's own releases are named.
fn trunk_name_of_wasm_opt() -> String {
    format!("version_{}", WASM_OPT.version.split('.').next().unwrap_or_default())
}

/// A program that comes along with a tool, beside it in the same folder.
pub fn companion(tool: &Tool, name: &str) -> Result<PathBuf, Failure> {
    Ok(ensure(tool)?.with_file_name(name))
}

fn has_version(tool: &Tool, path: &Path) -> bool {
    step::output(Command::new(path).arg("--version")).is_some_and(|text| text.starts_with(tool.reports))
}

fn install(tool: &Tool, folder: &Path) -> Result<(), Failure> {
    let mut command = match tool.source {
        Source::Cargo(arguments) => cargo_install(tool, folder, arguments),
        Source::Npm => npm_install(tool, folder),
    };
    let name = format!("install {} {}, once per machine: {}", tool.package, tool.version, tool.minutes);
    step::run(&name, &mut command, "check the network and the messages above, then run the same command again")
}

fn cargo_install(tool: &Tool, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(["install", tool.package, "--version", tool.version, "--root"]).arg(folder).arg("--force");
    command.args(arguments).envs(CHEAP_PROFILE);
    command
}

fn npm_install(tool: &Tool, folder: &Path) -> Command {
    let mut command = Command::new("npm");
    command.arg("install").arg("--prefix").arg(folder).args(["--no-audit", "--no-fund"]);
    command.arg(format!("{}@{}", tool.package, tool.version));
    command
}

fn link(tool: &Path, place: &Path) -> Result<(), Failure> {
    if place.exists() {
        return Ok(());
    }
    disk::make_folder(place.parent().expect("a place in a folder"))?;
    // A link that leads nowhere does not "exist", yet is in the way.
    let _ = std::fs::remove_file(place);
    let hint = format!("put the folder of {} on the PATH", tool.display());
    symlink(tool, place).map_err(|error| Failure::new(format!("cannot link {}: {error}", place.display()), hint))
}

/// Where this machine keeps what can be fetched again.
fn cache() -> Result<PathBuf, Failure> {
    let home = || env::var_os("HOME").map(PathBuf::from);
    let folder = match env::consts::OS {
        "macos" => home().map(|home| home.join("Library/Caches")),
        _ => env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| home().map(|home| home.join(".cache"))),
    };
    folder.ok_or_else(|| Failure::new("there is no folder for tools: neither XDG_CACHE_HOME nor HOME is set", "set HOME"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_are_those_that_cargo_and_trunk_are_told() {
        let (cargo, trunk) = (include_str!("../../../Cargo.toml"), include_str!("../../../Trunk.toml"));
        assert!(cargo.contains(&format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version)));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version)));
        assert!(trunk.contains(&format!("wasm_opt = \"{}\"", trunk_name_of_wasm_opt())));
    }
}
