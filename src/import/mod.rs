//! Importing published files as programs, with a warning for everything that could not be imported unchanged.
//!
//! A format is a file in this folder that recognises its files and reads them into a `draft`, and a line in the list of
//! formats below. What all formats share (time zones, ids, days, cleaning, limits) is done by the draft.
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

mod accents;
#[cfg(feature = "every-format")]
mod archive;
mod csv;
mod draft;
mod encoding;
mod error;
mod first_look;
mod gate;
mod head;
mod html;
mod ical;
mod identity;
mod json;
mod json_list;
mod kind;
mod konopas;
mod lengths;
mod limits;
mod linked;
mod look_alike;
mod named_file;
mod notes;
mod opass;
mod own_format;
mod plain;
mod pretalx;
mod reading;
mod records;
mod report;
mod rich_text;
mod schedule_event;
mod schedule_json;
mod schedule_xml;
mod sessionize;
mod sheets;
mod shift;
mod shifts;
mod state;
mod table;
mod timetables;
mod tree;
mod walking;
mod when;
mod words;
mod xml;
mod zone;

pub use error::{ImportError, Warning};
pub use first_look::{first_sessions, likely_zones};
pub use gate::admit;
pub use ical::plan_in;
pub use limits::{MAX_ALIASES, MAX_BYTES, MAX_DAYS, MAX_ROOMS, MAX_SESSIONS, MAX_TRACKS, MAX_WALKS, RULES};
pub use named_file::NamedFile;
pub use report::report;
#[cfg(feature = "workbooks")]
pub use sheets::grids;
pub use walking::{add_walking, add_walking_lines};
pub use zone::zones_like;

use crate::messages::Language;
use crate::messages::column::Column;
use crate::messages::import::{Place, Problem, Remark};
use crate::program::{Date, Program, ProgramId, line};
use head::Head;
use limits::MAX_WARNINGS;
use zone::Zone;

/// What is known about a file besides its content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The format; recognised by the content if absent.
    pub format: Option<Format>,
    /// IANA name of the time zone to assume if the file does not state one.
    pub time_zone: Option<String>,
    /// The program's id, whatever the file states.
    pub id: Option<String>,
    /// The program's title if the file does not state one.
    pub title: Option<String>,
    /// The file's name without its ending, which is the title if there is no other, with a warning.
    pub file_name: Option<String>,
    /// Minutes by which all times are moved.
    pub shift: i32,
    /// The first day of the program, if the file only says "Friday" or "day 2".
    pub first_day: Option<Date>,
    /// The meanings of a table's columns in order; guessed by the header if empty.
    pub columns: Vec<Option<Column>>,
    /// The meanings of fields of structured data, or of columns of a table, that are not what their names say, `None` for unused ones.
    pub fields: Vec<(String, Option<Column>)>,
    /// The list of structured data or the timetable of a page that has the sessions, as in [`ImportError::lists`]; the best one if absent.
    pub list: Option<String>,
}

/// A program with the warnings about its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The program, which has the invariants of [`Program`].
    pub program: Program,
    /// In the order of the file; only the first of very many.
    pub warnings: Vec<Warning>,
    /// How many sessions of the file are not in the program.
    pub left_out: usize,
    /// If the file is a table: the names of its columns with their meanings, `None` for unused ones.
    pub columns: Vec<(String, Option<Column>)>,
    /// If the file is structured data of unknown form: the names of the fields of its sessions with their meanings.
    pub fields: Vec<(String, Option<Column>)>,
}

impl Imported {
    fn new(program: Program, warnings: Vec<Warning>) -> Imported {
        Imported { program, warnings, left_out: 0, columns: Vec::new(), fields: Vec::new() }
    }

    /// Counts what is left out, and of very many warnings keeps the first and the number of the others.
    fn counted(mut self) -> Imported {
        self.left_out = self.warnings.iter().filter(|warning| warning.is_left_out()).count();
        self.warnings = capped(self.warnings, MAX_WARNINGS);
        self
    }

    /// Returns the first warnings as sentences, and a sentence with the number of the others.
    pub fn sentences(&self, most: usize, language: Language) -> Vec<String> {
        sentences(self.warnings.clone(), most, language)
    }
}

/// Returns the first warnings as sentences, and a sentence with the number of the others.
pub fn sentences(warnings: Vec<Warning>, most: usize, language: Language) -> Vec<String> {
    capped(warnings, most).iter().map(|warning| warning.sentence(language)).collect()
}

/// Returns the first warnings and the number of the others.
fn capped(mut warnings: Vec<Warning>, most: usize) -> Vec<Warning> {
    let more: usize = warnings.iter().skip(most).map(Warning::count).sum();
    if more > 0 {
        warnings.truncate(most);
        warnings.push(Warning::new(Place::default(), Remark::More { count: more }));
    }
    warnings
}

/// How to recognise and read files of one format.
struct Importer {
    /// Whether a file that begins like this may have this format. Must be fast, and false when in doubt.
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

            /// Returns the word for it on the command line.
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

// The most tolerant format comes last: nearly every text can be read as CSV.
formats! {
    /// `siganpyo-program/1`, our own.
    Program "program" own_format::IMPORTER;
    /// A program inside a link.
    Linked "link" linked::IMPORTER;
    /// A spreadsheet of Excel or LibreOffice.
    Sheets "spreadsheet" sheets::IMPORTER;
    /// `schedule.xml` of frab, pretalx and related programs.
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
    /// A JSON list of sessions, as used by apps.
    JsonList "json-list" json_list::IMPORTER;
    /// iCalendar, RFC 5545; also as XML (RFC 6321) and as JSON (RFC 7265).
    ICal "ical" ical::IMPORTER;
    /// A web page with a table.
    Html "html" html::IMPORTER;
    /// Any JSON, JavaScript, YAML or XML with sessions in it.
    Tree "tree" tree::IMPORTER;
    /// A table as text, separated by commas, semicolons or tabs.
    Csv "csv" csv::IMPORTER;
}

impl Format {
    /// Returns the format for a word of the command line.
    pub fn from_word(word: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.as_str() == word)
    }
}

/// Recognises the format of a file by its content.
pub fn detect(bytes: &[u8]) -> Option<Format> {
    let head = Head::of(bytes);
    Format::ALL.iter().copied().find(|format| (format.importer().recognises)(&head))
}

/// Returns the addresses of what a web page at this address names as other forms of its program, the best first: `schedule.xml`,
/// calendars, the data of embedded views. Nothing is fetched.
pub fn better_sources(page: &[u8], address: &str) -> Vec<String> {
    if detect(page) == Some(Format::Html) { html::sources(page, address) } else { Vec::new() }
}

/// Reads a program file.
///
/// Every session of the file is in the program exactly once, or a warning says which one is not and why.
///
/// # Errors
///
/// A file that is too large, empty, of an unknown format or encoding, damaged, or without any session; or a required time
/// zone that is missing or unknown.
pub fn import(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    refuse_too_large(bytes.len())?;
    finished(options, |options| reading::read(bytes, options))
}

/// Reads several files with the parts of one program, such as its sessions, its schedule and its speakers. A single one is read
/// like any other file.
///
/// # Errors
///
/// As for [`import`], for all files together.
pub fn import_files(files: &[NamedFile], options: &Options) -> Result<Imported, ImportError> {
    refuse_too_large(files.iter().map(|file| file.bytes.len()).sum())?;
    finished(options, |options| reading::read_files(files, options))
}

fn refuse_too_large(bytes: usize) -> Result<(), ImportError> {
    if bytes > MAX_BYTES { Err(Problem::TooLarge { bytes, limit: MAX_BYTES }.into()) } else { Ok(()) }
}

/// Applies the options that hold for every format, and the rules for every program.
fn finished(options: &Options, read: impl Fn(&Options) -> Result<Imported, ImportError>) -> Result<Imported, ImportError> {
    // Also where the file states a zone itself: what was given must not be nonsense.
    let given = || options.time_zone.as_deref().map(Zone::named).transpose();
    let mut imported = read(options)?;
    imported.warnings.extend(given()?.and_then(|given| other_zone(&given, &imported.program)));
    shift::shift(&mut imported.program, options.shift);
    if let Some(id) = options.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
        imported.program.id = ProgramId::new(id);
    }
    let admitted = admit(imported.program)?;
    imported.warnings.extend(admitted.warnings);
    Ok(Imported { program: admitted.program, ..imported }.counted())
}

/// Returns the fields of what may be the sessions of a refused file, or the columns of a table, if the person may know which of them is
/// what is missing. What is chosen for them goes into [`Options::fields`].
pub fn fields_to_correct(error: &ImportError, options: &Options) -> Vec<(String, Option<Column>)> {
    if !error.columns().is_empty() {
        return error.columns().to_vec();
    }
    tree::told(error.fields_without_start(), &options.fields)
}

/// The remark that the file's own zone was taken.
fn other_zone(given: &Zone, program: &Program) -> Option<Warning> {
    let (given, stated) = (given.name().to_owned(), program.time_zone.clone());
    let differs = !given.eq_ignore_ascii_case(&stated);
    differs.then(|| Warning::new(Place::default(), Remark::OtherTimeZone { given, stated }))
}

#[cfg(test)]
mod tests;
