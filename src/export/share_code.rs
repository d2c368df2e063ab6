//! A plan as a short text for a link or a QR code.
//!
//! ```text
//! 1 s pppp xxxx xxxx … . xxxx … .. cccc        (without the blanks)
//! │ │ │    └ sessions, then "." and those marked must, then "." and those marked maybe
//! │ │ └ the program
//! │ └ salt                                      └ checksum of everything before it
//! └ version of the format
//! ```
//!
//! Everything is in the alphabet of base64url. A session is named by 24 bits of a hash of its id and not by its place, so a
//! code survives any edit of the program. In a large program two sessions may meet in 24 bits; the salt is chosen so that
//! none that is picked meets another. Sixty picks take 250 characters.
//!
//! Own entries are not in the code: they are about the person rather than the program, and a link is soon passed on. A backup
//! file holds them.

use crate::messages::sharing::SharingMessages;
use crate::messages::{Language, Refusal};
use crate::plan::{Pick, Plan, Priority};
use crate::program::{Program, Session, SessionId};
use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hasher;

const VERSION: char = '1';

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The parts of a code after the program, in order.
const PRIORITIES: [Option<Priority>; 3] = [None, Some(Priority::Must), Some(Priority::Maybe)];

/// Version, salt and program.
const HEAD: usize = 6;

/// What stands before a code in a link.
const MARK: &str = "#s=";

/// Far more than any plan needs.
const MAX_LENGTH: usize = 100_000;

/// A plan read from a code.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The picks that the program has, with copies of the sessions as they are now.
    pub plan: Plan,
    /// Short names of picks that the program does not have (any more).
    pub unknown: Vec<String>,
}

/// Why a code was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeError(Problem);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    NotACode,
    Later,
    Damaged,
    OtherProgram,
}

impl CodeError {
    /// What is wrong and what to do.
    pub fn refusal(self, messages: &SharingMessages) -> Refusal {
        match self.0 {
            Problem::NotACode => (messages.not_a_code)(),
            Problem::Later => (messages.code_of_later_version)(),
            Problem::Damaged => (messages.code_damaged)(),
            Problem::OtherProgram => (messages.code_of_other_program)(),
        }
    }

    /// Whether the code is sound, but for another program; then it may fit another one of the library.
    pub fn is_for_another_program(self) -> bool {
        self.0 == Problem::OtherProgram
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.refusal(Language::English.sharing_messages()).message)
    }
}

impl std::error::Error for CodeError {}

/// A link to a plan: the address of the app, with a slash at its end, and the code where no server sees it.
pub fn link(address: &str, plan: &Plan, program: &Program) -> String {
    format!("{address}{MARK}{}", encode(plan, program))
}

/// The code in a link or in its fragment; none where there is none. What a messenger put behind the link does not belong to it.
pub fn code_in(link: &str) -> Option<&str> {
    let (_, rest) = link.split_once(MARK)?;
    let end = rest.bytes().position(|byte| !is_of_code(byte)).unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches('.'))
}

fn is_of_code(byte: u8) -> bool {
    ALPHABET.contains(&byte) || byte == b'.'
}

/// Whether a code says that it is for the program of this id.
pub fn is_for(code: &str, program: &str) -> bool {
    code.get(2..HEAD) == Some(&*short(0, program))
}

/// The code of a plan's picks, also of those whose session left the program.
pub fn encode(plan: &Plan, program: &Program) -> String {
    let salt = salt(plan, program);
    let mut code = format!("{VERSION}{}{}", digit(salt), short(0, program.id.as_str()));
    let parts = PRIORITIES.map(|priority| {
        let picks = plan.picks().filter(|pick| pick.priority == priority);
        picks.map(|pick| short(salt, pick.session.as_str())).collect::<String>()
    });
    code += parts.join(".").trim_end_matches('.');
    let checksum = short(0, &code);
    code + &checksum
}

/// The first salt under which no pick shares its short name with another session; the last one if there is none.
fn salt(plan: &Plan, program: &Program) -> u8 {
    let is_clear = |salt: &u8| {
        let names = Names::of(program, *salt);
        let mut others = names.of_sessions.values().filter(|sessions| sessions.len() > 1).flatten();
        !others.any(|session| plan.is_picked(&session.id))
    };
    (0..64).find(is_clear).unwrap_or(63)
}

/// Reads a code for this program.
///
/// # Errors
///
/// A text that is no code, a version that is not known yet, a code that was cut or mistyped, one for another program.
pub fn decode(code: &str, program: &Program) -> Result<Decoded, CodeError> {
    let code = code.trim();
    if code.len() > MAX_LENGTH || code.is_empty() || !code.bytes().all(is_of_code) {
        return Err(CodeError(Problem::NotACode));
    }
    if !code.starts_with(VERSION) {
        return Err(CodeError(if code.starts_with(|first: char| first.is_ascii_digit()) {
            Problem::Later
        } else {
            Problem::NotACode
        }));
    }
    let end = code.len().checked_sub(4).filter(|end| *end >= HEAD).ok_or(CodeError(Problem::Damaged))?;
    let (body, checksum) = code.split_at(end);
    if short(0, body) != checksum {
        return Err(CodeError(Problem::Damaged));
    }
    if !is_for(body, program.id.as_str()) {
        return Err(CodeError(Problem::OtherProgram));
    }
    let salt = value(body.as_bytes()[1]).ok_or(CodeError(Problem::Damaged))?;
    picks(&body[HEAD..], &Names::of(program, salt), program)
}

fn picks(parts: &str, names: &Names, program: &Program) -> Result<Decoded, CodeError> {
    let mut picks = Vec::new();
    let mut unknown = Vec::new();
    for (at, part) in parts.split('.').enumerate() {
        let priority = *PRIORITIES.get(at).ok_or(CodeError(Problem::Damaged))?;
        if part.len() % 4 != 0 {
            return Err(CodeError(Problem::Damaged));
        }
        for name in part.as_bytes().chunks(4).filter_map(|name| std::str::from_utf8(name).ok()) {
            match names.session(name) {
                // The names of rooms are the main ones: a code is read before anybody chose a language for the plan.
                Some(session) => picks.push(Pick { priority, ..Pick::of(program, session, "") }),
                None => unknown.push(name.to_owned()),
            }
        }
    }
    let mut plan = Plan::empty(program.id.clone());
    plan.put_all(picks);
    Ok(Decoded { plan, unknown })
}

/// The sessions of a program by their short names under one salt.
struct Names<'a> {
    of_sessions: BTreeMap<String, Vec<&'a Session>>,
}

impl<'a> Names<'a> {
    fn of(program: &'a Program, salt: u8) -> Names<'a> {
        let mut of_sessions: BTreeMap<String, Vec<&Session>> = BTreeMap::new();
        for session in &program.sessions {
            of_sessions.entry(short(salt, SessionId::as_str(&session.id))).or_default().push(session);
        }
        Names { of_sessions }
    }

    /// None also where two have this name: no session is better than a wrong one.
    fn session(&self, name: &str) -> Option<&'a Session> {
        match self.of_sessions.get(name)?.as_slice() {
            [session] => Some(session),
            _ => None,
        }
    }
}

/// Four characters for 24 bits of a hash.
fn short(salt: u8, text: &str) -> String {
    let mut hash = fnv::FnvHasher::default();
    hash.write_u8(salt);
    hash.write(text.as_bytes());
    // The upper bits of FNV are the mixed ones; folding brings them down.
    let hash = hash.finish();
    let folded = hash ^ (hash >> 24) ^ (hash >> 48);
    (0..4).map(|at| digit((folded >> (6 * at)) as u8 & 63)).collect()
}

fn digit(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 63)])
}

fn value(digit: u8) -> Option<u8> {
    ALPHABET.iter().position(|letter| *letter == digit).map(|at| at as u8)
}

#[cfg(test)]
mod tests;
