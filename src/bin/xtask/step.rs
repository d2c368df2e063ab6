//! Runs other programs as named steps, so that a log says what is going on and what failed.

use crate::failure::Failure;
use std::process::{Command, Stdio};

/// Announces the step, runs the command with its output visible, and fails under the step's name.
pub fn run(name: &str, command: &mut Command, hint: &str) -> Result<(), Failure> {
    announce(name);
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_started(name, command, &error, hint))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("the step “{name}” failed ({status}): {}", line(command)), hint))
}

/// A heading in the log.
pub fn announce(name: &str) {
    println!("\n==> {name}");
}

/// What the command prints on stdout, or None where it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn not_started(name: &str, command: &Command, error: &std::io::Error, hint: &str) -> Failure {
    Failure::new(format!("the step “{name}” could not be started: {}: {error}", line(command)), hint)
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
