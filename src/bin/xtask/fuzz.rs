//! `cargo xtask fuzz`: hands every importer bytes that nobody wrote, and stops at the first one that panics, hangs or eats
//! memory.
//!
//! Without a sanitizer, since all of it is safe Rust; so the stable toolchain is enough.

use crate::disk;
use crate::failure::Failure;
use crate::step;
use crate::tools;
use siganpyo::import::{Format, detect};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FUZZ: &str = "tests/fuzz";
const FIXTURES: &str = "tests/fixtures";
/// Beside what is built, since what was found is worth keeping from one run to the next and not worth a commit.
const WORK: &str = "target/fuzz";

/// An input for which an importer takes longer (in seconds) or needs more memory (in MB) than this counts as a find.
const TIMEOUT: &str = "-timeout=10";
const MEMORY: &str = "-rss_limit_mb=1024";

const HINT: &str = "the file named above breaks an importer: put it into tests/fixtures/import as broken-….*, fix the importer";

/// Runs the targets for so many seconds together.
pub fn fuzz(root: &Path, seconds: u64) -> Result<(), Failure> {
    let folder = tools::ensure(&tools::CARGO_FUZZ)?;
    let folder = folder.parent().expect("a program in a folder");
    let cargo = |task: &str| {
        let mut command = Command::new(folder.join("cargo-fuzz"));
        command.args(["fuzz", task, "--fuzz-dir", FUZZ, "--target-dir", WORK, "--sanitizer", "none", "import"]);
        command.current_dir(root);
        command
    };
    step::run("build the fuzz target", &mut cargo("build"), "a C++ compiler is needed (Debian's g++)")?;
    let each = (seconds / Format::ALL.len() as u64).max(1);
    step::announce(&format!("{each} s for each format"));
    for format in Format::ALL {
        let mut run = cargo("run");
        run.arg(corpus(root, *format)?).args(["--", TIMEOUT, MEMORY, "-print_final_stats=1", "-verbosity=0", "-print_funcs=0"]);
        run.arg(format!("-max_total_time={each}")).env("SIGANPYO_FORMAT", format.as_str());
        println!("{}: {}", format.as_str(), closing_lines(&mut run)?);
    }
    Ok(())
}

/// How many inputs were tried, how fast and in how much memory. Everything that was said is shown only where it found something.
fn closing_lines(run: &mut Command) -> Result<String, Failure> {
    let output =
        run.stdin(Stdio::null()).output().map_err(|error| Failure::new(format!("cannot run cargo fuzz: {error}"), HINT))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        println!("{}{said}", String::from_utf8_lossy(&output.stdout));
        return Err(Failure::new("an importer does not stand an input", HINT));
    }
    let figures = said.lines().filter_map(|line| line.strip_prefix("stat::")?.split_once(':'));
    Ok(figures.map(|(name, figure)| format!("{name} {}", figure.trim())).collect::<Vec<_>>().join(", "))
}

/// The folder of inputs for a format: our own fixtures at first, and what earlier runs have found.
fn corpus(root: &Path, format: Format) -> Result<PathBuf, Failure> {
    let folder = root.join(WORK).join("corpus").join(format.as_str());
    disk::make_folder(&folder)?;
    for name in disk::files_below(&root.join(FIXTURES))? {
        let bytes = disk::read(&root.join(FIXTURES).join(&name))?;
        if detect(&bytes) == Some(format) {
            disk::write(&folder.join(name.replace('/', "-")), &bytes)?;
        }
    }
    Ok(folder)
}
