//! The messages of the command line. A separate catalogue, which no browser program contains.

use super::Refusal;
use crate::plan::Change;
use crate::program::versions::Verdict;
use crate::program::{Finding, Program};

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct CommandLine {
    /// Stands before a hint.
    pub hint: &'static str,

    // Files
    pub cannot_read: fn(why: &str) -> Refusal,
    pub cannot_write: fn(why: &str) -> Refusal,
    pub output_is_input: fn() -> Refusal,
    pub not_a_photo: fn() -> Refusal,
    pub not_png: fn() -> Refusal,
    pub not_pdf: fn() -> Refusal,
    pub no_doors: fn() -> Refusal,
    pub doors: fn(sheets: usize) -> String,
    /// On a sheet, beside its code.
    pub door_code: &'static str,
    /// Letters and signs that no font has
    pub letters_missing: fn(&str) -> String,
    pub only_one_picture: fn(pictures: usize) -> Refusal,
    pub not_text: fn() -> Refusal,
    pub link_too_long: fn(length: usize, limit: usize) -> Refusal,
    pub not_a_program: fn(is_table: bool, command: &str) -> Refusal,
    pub not_a_calendar: fn() -> Refusal,
    pub no_plan_in_calendar: fn() -> Refusal,
    pub not_fetched: fn(&Unfetched) -> Refusal,

    // Import
    /// The hint of the library, which serves the app too, with the option that it means.
    pub with_option: fn(hint: &str, option: &str) -> String,
    pub imported: fn(&Program) -> String,
    /// The rows of a table, or the sessions of another file.
    pub rows: fn(read: usize, lost: usize, is_table: bool) -> String,
    pub rows_lost: fn(lost: usize) -> Refusal,
    pub decoded: fn(encoding: &str) -> String,

    // The version that was there before
    pub id_kept: fn(id: &str) -> String,
    pub id_differs: fn(before: &str, now: &str) -> String,
    pub replaced_other: fn(title: &str) -> String,
    pub published_other: fn(title: &str) -> String,
    pub which_id: fn(before: &Program, now: &Program) -> Refusal,
    pub same_id: fn(id: &str) -> String,
    pub strands: fn(before: &str, now: &str) -> Refusal,

    // Plans
    pub no_such_session: fn(id: &str, near: &[&str]) -> Refusal,
    pub no_such_day: fn(day: &str, known: &[String]) -> Refusal,
    pub nothing_found: &'static str,
    /// The last sessions of a list were found only by what the words may mean besides.
    pub found_as: fn(meaning: &str, sessions: usize) -> String,
    pub plan_of_other_program: fn(plan: &str, program: &str) -> Refusal,
    pub picks_not_there: fn(count: usize) -> String,

    // Check
    pub looks_right: &'static str,
    pub finding: fn(&Finding, &Program) -> String,

    // Diff
    pub unchanged: &'static str,
    pub added: &'static str,
    pub change: fn(Change) -> &'static str,
    pub followed: &'static str,
    /// Empty if there is nothing to report.
    pub verdict: fn(Verdict) -> Option<&'static str>,
    pub new_overlap: fn(one: &str, other: &str) -> String,
}

/// Why a file was not fetched from the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfetched {
    /// The address cannot be read.
    NoAddress,
    /// The address, or one that it redirects to, is not secure.
    NotHttps,
    /// The host has no address.
    NoSuchHost(String),
    /// The host answers with a status that is no success.
    Status(u16),
    /// It took too long.
    Late {
        /// The limit.
        seconds: u64,
    },
    /// It is larger than any program file.
    TooLarge {
        /// The limit.
        megabytes: u64,
    },
    /// A web page with this title came, and no file.
    Page(String),
    /// Anything else, in the words of the system.
    Broken(String),
}

/// Returns the different dates of a finding's sessions, the first few.
pub(super) fn dates(finding: &Finding, program: &Program) -> String {
    let mut dates: Vec<String> = Vec::new();
    for session in finding.sessions.iter().filter_map(|id| program.session(id)) {
        let date = session.day.to_string();
        if dates.len() < 3 && !dates.contains(&date) {
            dates.push(date);
        }
    }
    dates.join(", ")
}

/// Returns the time of day at which the finding's first session starts, and that of twelve hours later.
pub(super) fn twelve_hours_later(finding: &Finding, program: &Program) -> Option<(String, String)> {
    let start = program.session(finding.sessions.first()?)?.span.start;
    Some((start.clock(), start.plus_minutes(12 * 60)?.clock()))
}
