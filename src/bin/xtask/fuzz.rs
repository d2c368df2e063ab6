//! `cargo xtask fuzz`: fuzzes everything that reads input from outside, and stops at the first input that causes a panic, a hang, too
//! much memory or a broken rule.
//!
//! No sanitizer is used, since all of the code is safe Rust. So the stable toolchain is enough.

use crate::disk;
use crate::failure::Failure;
use crate::step;
use crate::tools;
use siganpyo::import::{Format, detect};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FUZZ: &str = "tests/fuzz";
/// The files that fuzzing starts from.
const FIXTURES: &str = "tests/fixtures";
/// Inputs that earlier runs found stay here, so that the next run starts from them. They are not committed.
const WORK: &str = "target/fuzz";

/// The targets for everything other than importing, each with the inputs that it starts from.
const TARGETS: [(&str, &[&str]); 8] = [
    ("own_format", &[include_str!("../../../tests/fixtures/two-talks.json")]),
    ("share_code", &["1Aabcdefgh.ijkl", "https://a.example/#s=1Aabcdefgh"]),
    ("plan_file", &[include_str!("../../../tests/fixtures/fuzz/plan.json")]),
    ("stored_plan", &[include_str!("../../../tests/fixtures/fuzz/stored-plan.json")]),
    (
        "directory",
        &[
            r#"{"format":"siganpyo-directory/1","programs":[{"title":"A","address":"a.json","first_day":"2018-08-18","place":"B"}]}"#,
            r#"{"version":1,"schedules":[{"url":"http://a.example/b","title":"A","start":"2018-08-18","end":"2018-08-19"}]}"#,
        ],
    ),
    (
        "rich_text",
        &["<p>a <b>b</b> <a href='https://a'>c</a></p>", "* a\n* **b**\n\n> c [d](https://a)\n", "a\n\nb https://a.example"],
    ),
    ("times", &["Asia/Seoul\n2024-07-05\n9:00\n10:30", "+09:00\n5. Juli 2024\n오후 1:30\n2 PM", "\n7/8/24\n9h30\n"]),
    ("calendar_lines", &["RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO\r\nDURATION:PT1H", "DTSTART;TZID=X:20240705T090000\r\n folded"]),
];

/// An input that takes more seconds or more megabytes than this counts as a failure.
const TIMEOUT: &str = "-timeout=10";
const MEMORY: &str = "-rss_limit_mb=1024";

const HINT: &str = "the file named above breaks a rule: put it into tests/fixtures/import as broken-….* where it is a program, and mend what reads it";

/// Runs all targets for so many seconds together.
pub fn fuzz(root: &Path, seconds: u64) -> Result<(), Failure> {
    let folder = tools::ensure(&tools::CARGO_FUZZ)?;
    let folder = folder.parent().expect("a program in a folder");
    let cargo = |task: &str| {
        let mut command = Command::new(folder.join("cargo-fuzz"));
        command.args(["fuzz", task, "--fuzz-dir", FUZZ, "--target-dir", WORK, "--sanitizer", "none"]);
        command.current_dir(root);
        command
    };
    step::run("build the fuzz targets", &mut cargo("build"), "a C++ compiler is needed (Debian's g++)")?;
    let each = (seconds / (Format::ALL.len() + TARGETS.len()) as u64).max(1);
    step::announce(&format!("{each} s for each format and each target"));
    for format in Format::ALL {
        let mut run = cargo("run");
        run.arg("import").arg(fixtures(root, *format)?).env("SIGANPYO_FORMAT", format.as_str());
        println!("import {}: {}", format.as_str(), closing_lines(&mut run, each)?);
    }
    for (target, inputs) in TARGETS {
        let mut run = cargo("run");
        run.arg(target).arg(corpus(root, target, inputs)?);
        println!("{target}: {}", closing_lines(&mut run, each)?);
    }
    Ok(())
}

/// Runs a target and returns its statistics: number of inputs, speed, memory. Its whole output is printed only if it fails.
fn closing_lines(run: &mut Command, seconds: u64) -> Result<String, Failure> {
    run.args(["--", TIMEOUT, MEMORY, "-print_final_stats=1", "-verbosity=0", "-print_funcs=0"]);
    run.arg(format!("-max_total_time={seconds}"));
    let output =
        run.stdin(Stdio::null()).output().map_err(|error| Failure::new(format!("cannot run cargo fuzz: {error}"), HINT))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        println!("{}{said}", String::from_utf8_lossy(&output.stdout));
        return Err(Failure::new("an input breaks a rule", HINT));
    }
    let figures = said.lines().filter_map(|line| line.strip_prefix("stat::")?.split_once(':'));
    Ok(figures.map(|(name, figure)| format!("{name} {}", figure.trim())).collect::<Vec<_>>().join(", "))
}

/// The folder of inputs for a format: our own fixtures, and what earlier runs found.
fn fixtures(root: &Path, format: Format) -> Result<PathBuf, Failure> {
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

/// The folder of inputs for a target.
fn corpus(root: &Path, target: &str, inputs: &[&str]) -> Result<PathBuf, Failure> {
    let folder = root.join(WORK).join("corpus").join(target);
    disk::make_folder(&folder)?;
    for (number, input) in inputs.iter().enumerate() {
        disk::write(&folder.join(format!("begin-{number}")), input)?;
    }
    Ok(folder)
}
