//! How files would read under an answer that the person has not given yet, so that the answer can be judged by it.

use super::zone::guess;
use super::{NamedFile, Options, import_files};
use crate::program::{Moment, Program};

/// Returns start and title of the first sessions; none if the files cannot be read so. If no zone is known, times are those of the
/// venue, with any offset.
pub fn first_sessions(files: &[NamedFile], options: &Options, most: usize) -> Vec<(Moment, String)> {
    let Some(program) = program(files, options) else { return Vec::new() };
    program.sessions.iter().take(most).map(|session| (session.span.start, session.title.clone())).collect()
}

/// Returns the zones in which files that state none are probably meant, the likeliest first; `address` is where they come from, `here` the
/// zone that the person is in. Empty if nothing can be said.
pub fn likely_zones(files: &[NamedFile], options: &Options, address: Option<&str>, here: Option<&str>) -> Vec<String> {
    program(files, options).map(|program| guess::likely(&program, address, here)).unwrap_or_default()
}

fn program(files: &[NamedFile], options: &Options) -> Option<Program> {
    let time_zone = options.time_zone.clone().or_else(|| Some("UTC".to_owned()));
    import_files(files, &Options { time_zone, ..options.clone() }).ok().map(|imported| imported.program)
}
