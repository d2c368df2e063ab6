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
    pub only_one_picture: fn(pictures: usize) -> Refusal,
    pub not_text: fn() -> Refusal,
    pub not_a_program: fn(is_table: bool, command: &str) -> Refusal,

    // Import
    pub imported: fn(&Program) -> String,
    pub left_out: fn(sessions: usize) -> String,
    pub decoded: fn(encoding: &str) -> String,

    // The version that was there before
    pub id_kept: fn(id: &str) -> String,
    pub id_differs: fn(before: &str, now: &str) -> String,
    pub replaced_other: fn(title: &str) -> String,
    pub which_id: fn(before: &Program, now: &Program) -> Refusal,

    // Plans
    pub no_such_session: fn(id: &str, near: &[&str]) -> Refusal,
    pub no_such_day: fn(day: &str, known: &[String]) -> Refusal,
    pub nothing_found: &'static str,
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
