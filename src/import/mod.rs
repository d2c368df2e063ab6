//! Published files turned into programs, with a warning for everything that could not be taken as it stands.
//!
//! A format is a file of this folder that says how to recognise its files and how to read them into a `draft`, and a line
//! in the list of formats below. What all formats share (zones, ids, days, cleaning, limits) happens in the draft.
//!
//! ```
//! use siganpyo::import::{Options, import};
//! use siganpyo::messages::Language;
//!
//! let table = "title,start,end,mood\nTypes,2018-08-18 13:00,13:40,good\n";
//! let refused = import(table.as_bytes(), &Options::default()).unwrap_err();
//! assert!(refused.needs_time_zone());
//!
//! let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
//! let imported = import(table.as_bytes(), &options)?;
//! assert_eq!(imported.program.sessions[0].span.start.to_string(), "2018-08-18T13:00:00+09:00");
//! assert_eq!(imported.sentences(10, Language::English)[0], "Columns that are not used: \"mood\"");
//! # Ok::<(), siganpyo::import::ImportError>(())
//! ```

mod csv;
mod draft;
mod encoding;
mod error;
mod gate;
mod head;
mod ical;
mod identity;
mod json;
mod json_list;
mod kind;
mod konopas;
mod limits;
mod look_alike;
mod notes;
mod opass;
mod own_format;
mod plain;
mod pretalx;
mod records;
mod rich_text;
mod schedule_event;
mod schedule_json;
mod schedule_xml;
mod sessionize;
mod shift;
mod shifts;
mod walking;
mod when;
mod zone;

pub use error::{ImportError, Warning};
pub use gate::admit;
pub use limits::{MAX_BYTES, MAX_DAYS, MAX_ROOMS, MAX_SESSIONS, MAX_TRACKS, MAX_WALKS, RULES};
pub use walking::add_walking;

use crate::messages::Language;
use crate::messages::column::Column;
use crate::messages::import::{Place, Problem, Remark};
use crate::program::{Program, ProgramId, line};
use head::Head;
use limits::MAX_WARNINGS;

/// What is known about a file beside its content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What the file is; recognised by its content where absent.
    pub format: Option<Format>,
    /// IANA name of the zone to assume where the file states none.
    pub time_zone: Option<String>,
    /// The program's id, whatever the file says.
    pub id: Option<String>,
    /// The program's title where the file states none.
    pub title: Option<String>,
    /// Minutes by which all times are moved.
    pub shift: i32,
    /// What the columns of a table mean, in their order; guessed by the header where empty.
    pub columns: Vec<Option<Column>>,
}

/// A program and what is to be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// Keeps the invariants of [`Program`].
    pub program: Program,
    /// In the order of the file; of very many the first.
    pub warnings: Vec<Warning>,
    /// How many sessions of the file are not in the program.
    pub left_out: usize,
    /// Where the file is a table: the names of its columns, and what each was taken for; none where it is not used.
    pub columns: Vec<(String, Option<Column>)>,
}

impl Imported {
    fn new(program: Program, warnings: Vec<Warning>) -> Imported {
        Imported { program, warnings, left_out: 0, columns: Vec::new() }
    }

    /// Counts what is left out, and of very many warnings keeps the first and the number of the others.
    fn counted(mut self) -> Imported {
        self.left_out = self.warnings.iter().filter(|warning| warning.is_left_out()).count();
        self.warnings = capped(self.warnings, MAX_WARNINGS);
        self
    }

    /// The first warnings as sentences, and how many more there are.
    pub fn sentences(&self, most: usize, language: Language) -> Vec<String> {
        capped(self.warnings.clone(), most).iter().map(|warning| warning.sentence(language)).collect()
    }
}

/// The first warnings and the number of the others.
fn capped(mut warnings: Vec<Warning>, most: usize) -> Vec<Warning> {
    let more: usize = warnings.iter().skip(most).map(Warning::count).sum();
    if more > 0 {
        warnings.truncate(most);
        warnings.push(Warning::new(Place::default(), Remark::More { count: more }));
    }
    warnings
}

/// How files of one format are recognised and read.
struct Importer {
    /// Whether a file that begins like this can be this format. Cheap, and false rather than wrong.
    recognises: fn(&Head) -> bool,
    read: fn(&[u8], &Options) -> Result<Imported, ImportError>,
}

macro_rules! formats {
    ($($(#[$doc:meta])* $format:ident $word:literal $importer:expr;)*) => {
        /// A format of program files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Format {
            $($(#[$doc])* $format,)*
        }

        impl Format {
            /// All formats, in the order in which they are tried on a file.
            pub const ALL: &[Format] = &[$(Format::$format),*];

            /// The word for it on the command line.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Format::$format => $word,)*
                }
            }

            fn importer(self) -> Importer {
                match self {
                    $(Format::$format => $importer,)*
                }
            }
        }
    };
}

// The loosest stands last: nearly every text can be taken for CSV.
formats! {
    /// `siganpyo-program/1`, our own.
    Program "program" own_format::IMPORTER;
    /// `schedule.xml` of frab, pretalx and their relatives.
    ScheduleXml "schedule-xml" schedule_xml::IMPORTER;
    /// `schedule.json` of the c3voc.
    ScheduleJson "schedule-json" schedule_json::IMPORTER;
    /// Sessionize's `GridSmart` and `All`.
    Sessionize "sessionize" sessionize::IMPORTER;
    /// The widget and the lists of pretalx, and EuroPython's exports.
    Pretalx "pretalx" pretalx::IMPORTER;
    /// OPass, as of COSCUP and SITCON.
    OPass "opass" opass::IMPORTER;
    /// KonOpas and ConClár.
    KonOpas "konopas" konopas::IMPORTER;
    /// A JSON list of sessions, as apps keep it.
    JsonList "json-list" json_list::IMPORTER;
    /// iCalendar, RFC 5545.
    ICal "ical" ical::IMPORTER;
    /// A table with a header, separated by commas, semicolons or tabs.
    Csv "csv" csv::IMPORTER;
}

impl Format {
    /// The format that a word of the command line stands for.
    pub fn from_word(word: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.as_str() == word)
    }
}

/// What the file is, by its content.
pub fn detect(bytes: &[u8]) -> Option<Format> {
    let head = Head::of(bytes);
    Format::ALL.iter().copied().find(|format| (format.importer().recognises)(&head))
}

/// Reads a program file.
///
/// Every session of the file is in the program exactly once, or a warning says which is not and why.
///
/// # Errors
///
/// A file that is too large, empty, of no known format or encoding, damaged, or without any session; a time zone that is
/// needed and absent, or unknown.
pub fn import(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::TooLarge { bytes: bytes.len(), limit: MAX_BYTES }.into());
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::Empty.into());
    }
    let Some(format) = options.format.or_else(|| detect(bytes)) else { return Err(unrecognised(bytes)) };
    let mut imported = (format.importer().read)(bytes, options)?;
    shift::shift(&mut imported.program, options.shift);
    if let Some(id) = options.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
        imported.program.id = ProgramId::new(id);
    }
    let admitted = admit(imported.program)?;
    imported.warnings.extend(admitted.warnings);
    Ok(Imported { program: admitted.program, ..imported }.counted())
}

fn unrecognised(bytes: &[u8]) -> ImportError {
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(error) => return look_alike::binary(bytes).unwrap_or(error),
    };
    look_alike::text(&Head::of(bytes)).unwrap_or_else(|| Problem::UnknownFormat { beginning: line::clean(&text, 40).text }.into())
}

#[cfg(test)]
mod tests;
