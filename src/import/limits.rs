//! The limits of a program: far beyond what any conference publishes, and small enough for a phone.
//!
//! Importers stop at these limits to avoid unnecessary work; the [`gate`](super::gate) enforces them for every program.

use std::ops::RangeInclusive;

/// Version of the rules that a stored program has passed. Must be changed whenever a rule becomes stricter.
pub const RULES: &str = "1";

/// Bytes of a file, and of a program file that is written.
pub const MAX_BYTES: usize = 16 << 20;

/// Files of an archive. An app has a few for its program, beside those for its texts and pictures.
#[cfg(feature = "every-format")]
pub(super) const MAX_FILES: usize = 5_000;

/// Sessions of a program.
pub const MAX_SESSIONS: usize = 20_000;

/// Days of a program: more than a year without a break. A user group that meets every month has 120 in ten years.
pub const MAX_DAYS: usize = 400;

/// Rooms of a program. Large poster sessions have one for each board.
pub const MAX_ROOMS: usize = 5_000;

/// Tracks of a program.
pub const MAX_TRACKS: usize = 2_000;

/// Rows of walking times.
pub const MAX_WALKS: usize = 2_000;

/// Rooms on either side of a row of walking times.
pub(super) const MAX_WALK_ROOMS: usize = 500;

/// Minutes of walking from one room to another.
pub(super) const MAX_WALK_MINUTES: u32 = 24 * 60;

/// Lines of names that mean the same, and names of a line. Each name is compared with every query.
pub const MAX_ALIASES: usize = 1_000;
pub(super) const MAX_ALIAS_NAMES: usize = 20;

/// Rows of a table: a session each, and some headings of days.
pub(super) const MAX_ROWS: usize = MAX_SESSIONS + 1_000;

/// Cells of all tables of a file that have text. A timetable of as many sessions as a program may have has fifty for each.
pub(super) const MAX_CELLS: usize = 1_000_000;

/// Different names of fields of structured data. Where sessions, people and others stand by their ids, each id is such a name.
pub(super) const MAX_NAMES: usize = 60_000;

/// Bytes of all files inside a spreadsheet together, after they have been unpacked.
#[cfg(feature = "every-format")]
pub(super) const MAX_UNPACKED: u64 = 4 * MAX_BYTES as u64;

/// Characters of a title or a name.
pub(super) const MAX_LINE: usize = 1_000;

/// Bytes of an id. A UUID has 36, Outlook's have 112.
pub(super) const MAX_ID: usize = 300;

/// Names of a room in different languages.
pub(super) const MAX_LANGUAGES: usize = 100;

/// Speakers of a session; the longest list seen has 74.
pub(super) const MAX_SPEAKERS: usize = 500;

/// Rooms of a session. A break is in all of them.
pub(super) const MAX_SESSION_ROOMS: usize = 500;

/// Characters of an abstract.
pub(super) const MAX_BODY: usize = 50_000;

/// Nodes of an abstract: paragraphs, items, links and the like.
pub(super) const MAX_NODES: usize = 20_000;

/// Nesting of lists and quotations. Nobody writes more, and the tree is read recursively.
pub(super) const MAX_DEPTH: usize = 12;

/// Nesting of emphasis and links.
pub(super) const MAX_MARKS: usize = 6;

/// Bytes of an address; browsers accept little more.
pub(super) const MAX_LINK: usize = 4_000;

/// Plausible years of a session. A zero that was read as a time is in 1970 and recognisable.
pub(super) const YEARS: RangeInclusive<u16> = 1950..=2150;

/// Minutes of a session: an exhibition may be open for a month. EMF 2026 published one of 6,944 hours, which is a slip.
pub(super) const MAX_MINUTES: i64 = 31 * 24 * 60;

/// Warnings that are reported one by one.
pub(super) const MAX_WARNINGS: usize = 1_000;
