//! The program that the app opens with.

use super::Found;
use super::visit::Visit;
use crate::import::{Format, Options, import};
use crate::messages::inspect::Fault;
use crate::program::Program;
use crate::publish::built_in;

/// The program, if it can be read.
pub fn of(visit: &Visit) -> Option<Program> {
    let answer = visit.answer(&path(visit)?).filter(|answer| answer.is_ok())?;
    let options = Options { format: Some(Format::Program), ..Options::default() };
    import(answer.content.as_deref()?, &options).ok().map(|imported| imported.program)
}

/// What is wrong with it.
pub fn find(visit: &Visit, is_readable: bool) -> Found {
    let path = path(visit).filter(|_| !is_readable);
    path.map(|path| (Fault::NoProgram, path)).into_iter().collect()
}

fn path(visit: &Visit) -> Option<String> {
    built_in::program_path(&visit.html).ok()
}
