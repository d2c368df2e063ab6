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
//! All characters are of the base64url alphabet. A session is identified by 24 bits of a hash of its id and not by its index,
//! so a code survives any edit of the program. In a large program two sessions may have the same 24 bits; the salt is chosen
//! so that no picked session shares them with another one. Sixty picks take 250 characters.
//!
//! Own entries are not in the code: they are private, and links are quickly forwarded. A backup file has them, and whoever wants to send
//! them adds [`along`](crate::wire::along).

use crate::messages::sharing::SharingMessages;
use crate::messages::{Language, Refusal};
use crate::plan::{Pick, Plan, Priority};
use crate::program::{Program, Session, SessionId};
use crate::wire::along::LinkError;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hasher;

const VERSION: char = '1';

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The parts of a code after the program id, in order.
const PRIORITIES: [Option<Priority>; 3] = [None, Some(Priority::Must), Some(Priority::Maybe)];

/// Length of version, salt and program.
const HEAD: usize = 6;

/// The text before a code in a link.
const MARK: &str = "#s=";

/// Far longer than the code of any plan.
const MAX_LENGTH: usize = 100_000;

/// A plan read from a code.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The picks that the program has, with copies of the sessions as they are now.
    pub plan: Plan,
    /// Short ids of picks that the program does not have (any more).
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
    /// Returns what is wrong and what to do.
    pub fn refusal(self, messages: &SharingMessages) -> Refusal {
        match self.0 {
            Problem::NotACode => (messages.not_a_code)(),
            Problem::Later => (messages.code_of_later_version)(),
            Problem::Damaged => (messages.code_damaged)(),
            Problem::OtherProgram => (messages.code_of_other_program)(),
        }
    }

    /// Whether the code is valid, but for another program; it may fit another one in the library.
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

impl From<LinkError> for CodeError {
    fn from(error: LinkError) -> CodeError {
        CodeError(if error == LinkError::Later { Problem::Later } else { Problem::Damaged })
    }
}

/// Returns a link to a plan: the app's address, with a slash at its end, and the code in the fragment, which is not sent to
/// the server.
pub fn link(address: &str, plan: &Plan, program: &Program) -> String {
    format!("{address}{MARK}{}", encode(plan, program))
}

/// Returns the code in a link or in its fragment, without anything that a messenger added after the link.
pub fn code_in(link: &str) -> Option<&str> {
    link.split_once(MARK).map(|(_, rest)| clean(rest))
}

/// A code without what stands behind it.
pub(super) fn clean(code: &str) -> &str {
    let end = code.bytes().position(|byte| !is_of_code(byte)).unwrap_or(code.len());
    code[..end].trim_end_matches('.')
}

pub(super) fn is_of_code(byte: u8) -> bool {
    ALPHABET.contains(&byte) || byte == b'.'
}

/// Whether a code is for the program with this id.
pub fn is_for(code: &str, program: &str) -> bool {
    code.get(2..HEAD) == Some(&*short(0, program))
}

/// Returns a code for the program under the id that it has here; `None` if it is damaged.
///
/// Only for a code that came together with its program: the ids of sessions decide then, and an id of programs may have been given to
/// another conference on this device before.
pub(super) fn readdressed(code: &str, program: &str) -> Option<String> {
    let body = checked(code).ok()?;
    let code = format!("{}{}{}", &body[..2], short(0, program), &body[HEAD..]);
    let checksum = short(0, &code);
    Some(code + &checksum)
}

/// Returns the code of a plan's picks, including those of sessions that were removed.
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

/// Returns the first salt with which no pick has the same short id as another session, or the last salt if there is none.
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
/// The text is not a code, its version is unknown, it was cut or mistyped, or it is for another program.
pub fn decode(code: &str, program: &Program) -> Result<Decoded, CodeError> {
    let body = checked(code)?;
    if !is_for(body, program.id.as_str()) {
        return Err(CodeError(Problem::OtherProgram));
    }
    let salt = value(body.as_bytes()[1]).ok_or(CodeError(Problem::Damaged))?;
    picks(&body[HEAD..], &Names::of(program, salt), program)
}

/// Returns a code without its checksum, which fits.
fn checked(code: &str) -> Result<&str, CodeError> {
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
    Ok(body)
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
                // Room names are the main ones: a code is read before a language was chosen for the plan.
                Some(session) => picks.push(Pick { priority, ..Pick::of(program, session, "") }),
                None => unknown.push(name.to_owned()),
            }
        }
    }
    let mut plan = Plan::empty(program.id.clone());
    plan.put_all(picks);
    Ok(Decoded { plan, unknown })
}

/// The sessions of a program by their short ids for one salt.
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

    /// Returns the session, or `None` if two have this short id: no session is better than a wrong one.
    fn session(&self, name: &str) -> Option<&'a Session> {
        match self.of_sessions.get(name)?.as_slice() {
            [session] => Some(session),
            _ => None,
        }
    }
}

/// Returns four characters for 24 bits of a hash.
fn short(salt: u8, text: &str) -> String {
    let mut hash = fnv::FnvHasher::default();
    hash.write_u8(salt);
    hash.write(text.as_bytes());
    // The upper bits of FNV are mixed best; folding moves them down.
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
