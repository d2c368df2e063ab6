//! The project's own commands: `cargo xtask fonts`.

mod fonts;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let done = match std::env::args().nth(1).as_deref() {
        Some("fonts") => fonts::cut(root),
        _ => Err(std::io::Error::other("usage: cargo xtask fonts")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
