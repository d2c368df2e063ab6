//! How far an opening is, and what is known by then.

use super::raw::Raw;
use siganpyo::export::Picks;
use siganpyo::messages::Refusal;
use siganpyo::plan::{Attachment, Plan};
use siganpyo::program::Program;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::import_job::{ImportedColumn, Offer};
use siganpyo::wire::library_card::{LibraryCard, Source};
use std::sync::Arc;

/// The state of an opening.
#[derive(Clone)]
pub enum Step {
    Idle,
    Fetching {
        kilobytes: u32,
    },
    Reading,
    ZoneNeeded(Raw, Question),
    /// The date of the first day is asked for; with what was wrong with the one that was given.
    DayNeeded(Raw, Option<Refusal>),
    ListNeeded(Raw, Vec<Offer>),
    Opened(Box<OpenedProgram>),
    /// The plan in a calendar file of ours.
    Planned(Box<Plan>),
    Refused {
        refusal: Refusal,
        address: Option<String>,
        file: Option<Box<RefusedFile>>,
    },
    /// The site does not let other sites read the file.
    Forbidden {
        refusal: Refusal,
        file: Distant,
    },
}

/// What is known when the time zone is asked for.
#[derive(Clone)]
pub struct Question {
    /// What was wrong with the zone that was named, if one was.
    pub wrong: Option<Refusal>,
    pub offered: Vec<Offer>,
}

/// A file that the reader refused, and what can be done about it.
#[derive(Clone)]
pub struct RefusedFile {
    pub raw: Raw,
    /// How it is built.
    pub report: String,
    /// Fields that may have another meaning than their names say.
    pub fields: Vec<ImportedColumn>,
}

/// A file of another site.
#[derive(Clone, Default)]
pub struct Distant {
    pub address: String,
    /// What else is known of it.
    pub source: Source,
    /// Where else it is, as the link says.
    pub mirror: Option<String>,
    /// The picks that come with it.
    pub picks: Option<Picks>,
}

/// A program on trial, and what the person should know before keeping it.
#[derive(Clone)]
pub struct OpenedProgram {
    pub program: Arc<Program>,
    pub card: LibraryCard,
    pub warnings: Vec<String>,
    pub columns: Vec<ImportedColumn>,
    pub fields: Vec<ImportedColumn>,
    /// To read it again with other answers; none after the page was loaded anew.
    pub raw: Option<Raw>,
    pub known: Option<Known>,
    /// Title of another conference that has its id.
    pub namesake: Option<String>,
}

/// A program of the library that this one is a version of.
#[derive(Clone)]
pub struct Known {
    pub card: LibraryCard,
    pub verdict: Verdict,
    pub changed: usize,
    pub attachments: Vec<Attachment>,
}

impl Known {
    /// Whether it is that program without a doubt.
    pub fn is_sure(&self) -> bool {
        matches!(self.verdict, Verdict::Unchanged | Verdict::Changed)
    }
}
