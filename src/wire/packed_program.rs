//! A program in a link: everything but the abstracts, as short as we get it.
//!
//! The text is [`armor`](super::armor) around a deflated stream of this:
//!
//! ```text
//! spelling     0: the text at the end is UTF-8, 1: it is spelled as in `hangul`
//! times        how many seconds the unit of the times below is, and when the first session starts
//! sessions     how many there are, then a column for each property that is a number:
//!              start (from the session before), length, offset, day, kind, track, rooms
//! text         a table for each property that is text, one row for each session, day, room, …
//! ```
//!
//! Columns and not rows, since what is alike is then side by side: PyCon Korea 2018 takes 3,400 characters, of which half are its
//! titles. The ids of sessions are kept, since share codes hold hashes of them; an id that only counts on from the one before is left
//! out.
//!
//! What is read may have been written by anyone: it passes `import::admit` like every other program.

mod columns;
mod hangul;
mod numbers;
mod tables;

pub use super::armor::LinkError;

use super::armor;
use crate::program::Program;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// What a file that holds such a text begins with, so that importers know it.
pub const MARK: &str = "siganpyo-link/";

const VERSION: char = '1';

/// The best that the compressor can do.
const EFFORT: u8 = 10;

/// The most bytes that a text unpacks to: ten times those of PyCon Korea 2018. Whatever unpacks to more was made to.
const MAX_UNPACKED: usize = 64 << 10;

/// Ways of spelling the text.
const PLAIN: u8 = 0;
const HANGUL: u8 = 1;

/// Returns the program as text for a link. Deflating is work for a moment when nobody waits.
pub fn write(program: &Program) -> String {
    let numbers = columns::write(program);
    let text = tables::write(program);
    let packed = [(PLAIN, text.clone().into_bytes()), (HANGUL, hangul::write(&text))].map(|(spelling, text)| {
        let bytes = [&[spelling][..], &numbers, &text].concat();
        compress_to_vec(&bytes, EFFORT)
    });
    let [plain, spelled] = packed;
    armor::write(VERSION, if spelled.len() < plain.len() { &spelled } else { &plain })
}

/// Reads a program from a link. Its references are valid; everything else about it is as its writer pleased.
///
/// # Errors
///
/// The text is of a later version, was cut or changed, is too long, or holds what is no program.
pub fn read(text: &str) -> Result<Program, LinkError> {
    let packed = armor::read(text, VERSION)?;
    let bytes = decompress_to_vec_with_limit(&packed, MAX_UNPACKED).map_err(|error| match error.status {
        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => LinkError::TooLong,
        _ => LinkError::Damaged,
    })?;
    unpacked(&bytes).ok_or(LinkError::Damaged)
}

fn unpacked(bytes: &[u8]) -> Option<Program> {
    let (spelling, bytes) = bytes.split_first()?;
    let (columns, text) = columns::read(bytes)?;
    let text = match *spelling {
        PLAIN => std::str::from_utf8(text).ok()?.to_owned(),
        HANGUL => hangul::read(text)?,
        _ => return None,
    };
    tables::read(&text, &columns)
}

#[cfg(test)]
mod tests;
