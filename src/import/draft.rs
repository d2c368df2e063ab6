//! The intermediate form between every format and a program: it takes loose rows and produces a valid program.

mod ends;
mod identify;
mod joined_rooms;
mod names;
mod nights;
mod session;
mod weight;
mod zones;

use super::gate::{is_near, web_link};
use super::limits::MAX_LINE;
use super::notes::Notes;
use super::when::When;
use super::zone::Zone;
use super::{ImportError, Imported, MAX_BYTES, MAX_SESSIONS, Options, Warning, line};
use crate::messages::import::{Cell, Part, Place, Problem, Remark};
use crate::program::{Block, Date, Day, Kind, Moment, Program, ProgramId, Room, Session, Track, derived_id, title};
use crate::wire::program_file;
pub(super) use joined_rooms::{is_address, separate as separate_rooms, tracks_as_rooms};
use names::Names;
pub(super) use nights::Nights;
use std::collections::{BTreeMap, BTreeSet};

/// The most bytes of all rows together: four times the largest file. A file that states something once and refers to it many
/// times expands to more than its length.
const MAX_WEIGHT: usize = 4 * MAX_BYTES;

/// What an importer has read so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub url: Option<String>,
    pub venue: Option<String>,
    pub id: Option<String>,
    /// The text from which the program's id is made if the source states no id: an acronym rather than a title.
    pub short_title: Option<String>,
    pub version: Option<String>,
    /// The time zone that the source states.
    pub time_zone: Option<String>,
    /// Days that the source lists; days of further sessions are added.
    pub days: Vec<Day>,
    /// Rooms that the source lists separately; others are added when a session uses them.
    pub rooms: Vec<Room>,
    /// Names of rooms in their order, if the source has no ids for them.
    pub room_names: Vec<String>,
    /// Tracks that the source lists separately; others are added when a session uses them.
    pub tracks: Vec<Track>,
    /// Lines of names that mean the same to a search.
    pub aliases: Vec<String>,
    pub rows: Vec<DraftRow>,
    /// Whether sessions last until the next one begins, if the source never says how long.
    pub may_lack_ends: bool,
    /// Number of rows beyond the limits, which were dropped.
    pub dropped: usize,
    /// Approximate size of all rows in bytes.
    pub weight: usize,
    pub warnings: Vec<Warning>,
}

/// One session as stated by the source.
#[derive(Debug, Clone)]
pub(super) struct DraftRow {
    /// The line of the file on which it begins, if users can look it up.
    pub line: Option<u64>,
    /// An id that stays the same over versions of the source.
    pub id: Option<String>,
    /// An id of the source that may differ in the next version. It is only used to tell apart sessions that are otherwise the
    /// same.
    pub hint: Option<String>,
    pub title: String,
    pub subtitle: Option<String>,
    pub start: Start,
    /// Where the start stands, or ought to, if it cannot be read.
    pub start_cell: Option<Box<Cell>>,
    pub end: End,
    /// Where the end stands if it cannot be read.
    pub end_cell: Option<Box<Cell>>,
    /// The program day, if the source states it.
    pub day: Option<Date>,
    /// Ids or names of rooms.
    pub rooms: Vec<String>,
    /// Id or name of the track.
    pub track: Option<String>,
    pub kind: Kind,
    pub language: Option<String>,
    pub level: Option<String>,
    pub speakers: Vec<String>,
    pub about: Vec<Block>,
    /// Whether the source has more text about it.
    pub shortened: bool,
    pub url: Option<String>,
    pub cancelled: bool,
}

/// The start of a row.
#[derive(Debug, Clone)]
pub(super) enum Start {
    At(When),
    /// A moment, and the venue's time of day then in seconds after midnight. If they contradict each other, the offset is
    /// wrong.
    Checked {
        moment: Moment,
        clock: i64,
    },
    /// The source's text, which is not a time.
    Unreadable(String),
    /// The source's text, which may be either of these dates.
    Ambiguous(String, [Date; 2]),
    Missing,
}

impl Start {
    /// Returns seconds since 1970, by whatever clock.
    pub(super) fn seconds(&self) -> Option<i64> {
        match self {
            Start::At(When::Local(seconds) | When::Utc(seconds)) => Some(*seconds),
            Start::At(When::Stated(moment)) | Start::Checked { moment, .. } => Some(moment.unix()),
            Start::Unreadable(_) | Start::Ambiguous(..) | Start::Missing => None,
        }
    }
}

/// The end of a row.
#[derive(Debug, Clone)]
pub(super) enum End {
    At(When),
    /// Minutes after the start.
    After(i64),
    /// The source's text, which is not a time.
    Unreadable(String),
    Missing,
}

impl DraftRow {
    /// Creates a talk with only these fields.
    pub fn new(title: String, start: Start, end: End) -> DraftRow {
        DraftRow {
            line: None,
            id: None,
            hint: None,
            title,
            subtitle: None,
            start,
            start_cell: None,
            end,
            end_cell: None,
            day: None,
            rooms: Vec::new(),
            track: None,
            kind: Kind::Talk,
            language: None,
            level: None,
            speakers: Vec::new(),
            about: Vec::new(),
            shortened: false,
            url: None,
            cancelled: false,
        }
    }
}

impl Draft {
    /// Adds a row, unless there are too many already.
    pub fn add(&mut self, row: DraftRow) {
        self.weight = self.weight.saturating_add(weight::of(&row));
        if self.weight > MAX_WEIGHT || self.rows.len() > MAX_SESSIONS {
            self.dropped += 1;
        } else {
            self.rows.push(row);
        }
    }

    /// Adds a warning, unless there are more than anybody reads.
    pub fn warn(&mut self, place: Place, remark: Remark) {
        if self.warnings.len() <= 2 * MAX_SESSIONS {
            self.warnings.push(Warning::new(place, remark));
        }
    }

    /// Makes the program.
    ///
    /// # Errors
    ///
    /// Too many sessions or none, or a required time zone that is missing or unknown.
    pub fn finish(mut self, options: &Options) -> Result<Imported, ImportError> {
        if self.rows.len() > MAX_SESSIONS {
            return Err(
                Problem::TooMany { part: Part::Sessions, count: self.rows.len() + self.dropped, limit: MAX_SESSIONS }.into()
            );
        }
        if self.weight > MAX_WEIGHT {
            return Err(Problem::Broken { line: None }.into());
        }
        let mut notes = Notes::of(std::mem::take(&mut self.warnings));
        let zone = self.zone(options, &mut notes)?;
        let rows = std::mem::take(&mut self.rows);
        let only_instants = rows.iter().all(|row| matches!(row.start, Start::At(When::Utc(_))));
        let lacks_ends = self.may_lack_ends && rows.len() > 1 && rows.iter().all(|row| matches!(row.end, End::Missing));
        let mut names = Names::of(&self);
        let with_hints = rows.into_iter().filter_map(|mut row| {
            let hint = row.hint.take();
            Some((session::session(row, &zone, &mut names, &mut notes)?, hint))
        });
        let mut sessions: Vec<(Session, Option<String>)> = with_hints.collect();
        if sessions.is_empty() {
            return Err(notes.no_sessions());
        }
        identify::identify(&mut sessions, &mut notes);
        let mut sessions: Vec<Session> = sessions.into_iter().map(|(session, _)| session).collect();
        settle_days(&mut sessions);
        if lacks_ends {
            ends::take_from_next_starts(&mut sessions, &mut notes);
        }
        if only_instants && is_by_night(&sessions) {
            notes.add(Place::default(), Remark::PerhapsNotUtc);
        }
        names.keep_used(&sessions);
        if are_numbers_from_zero(&names.rooms) {
            notes.add(Place::default(), Remark::NumberedRooms);
        }
        Ok(self.program(sessions, names, &zone, options, notes))
    }

    fn program(self, sessions: Vec<Session>, names: Names, zone: &Zone, options: &Options, mut notes: Notes) -> Imported {
        let days = all_days(self.days, &sessions);
        let clean_title = |title: Option<&String>| clean(title.cloned());
        let stated = clean_title(self.title.as_ref().or(options.title.as_ref()));
        let file_name = clean_title(options.file_name.as_ref());
        let title = stated.clone().or(file_name.clone()).unwrap_or_else(|| {
            let title = days[0].date.to_string();
            notes.add(Place::default(), Remark::NoProgramTitle { assumed: title.clone() });
            title
        });
        let own_id = clean(self.id).map(|id| names::short(&id));
        let short_title = clean(self.short_title);
        let is_id_made_of_title = own_id.is_none() && short_title.is_none() && options.id.is_none();
        let id = own_id.unwrap_or_else(|| program_id(short_title.as_ref().unwrap_or(&title), &days));
        if stated.is_none() && file_name.is_some() {
            let id = is_id_made_of_title.then(|| id.clone());
            notes.add(Place::default(), Remark::NamedAfterFile { title: title.clone(), id });
        }
        let mut program = Program {
            id: ProgramId::new(id),
            version: clean(self.version).unwrap_or_default(),
            title,
            subtitle: clean(self.subtitle),
            url: web_link(self.url, &Place::default(), &mut notes),
            venue: clean(self.venue),
            time_zone: zone.name().to_owned(),
            days,
            rooms: names.rooms.into(),
            tracks: names.tracks.into(),
            walking: Vec::new(),
            aliases: self.aliases,
            sessions: sessions.into(),
        };
        program.sort();
        if program.version.is_empty() {
            program.version = derived_id::content_id([program_file::write(&program).as_str()]);
        }
        Imported::new(program, notes.finish())
    }
}

/// A session keeps the day that the file states only if some session of that day starts on its date, and if it is close to
/// the session's own start. DebConf states its days a date too early; and if a program begins with an event at 02:00, the day
/// before is not part of it.
fn settle_days(sessions: &mut [Session]) {
    let mut stated: BTreeSet<Date> = BTreeSet::new();
    stated.extend(sessions.iter().filter(|session| session.span.start.date() == session.day).map(|session| session.day));
    for session in sessions {
        let date = session.span.start.date();
        if !is_near(session.day, date) || !stated.contains(&session.day) {
            session.day = date;
        }
    }
}

/// Whether much of the program is at night, which probably means that local times were marked as UTC.
fn is_by_night(sessions: &[Session]) -> bool {
    let by_night = sessions.iter().filter(|session| (1..6).contains(&session.span.start.hour())).count();
    by_night * 5 > sessions.len() && sessions.len() >= 5
}

/// Whether rooms are perhaps places in a list that is elsewhere.
fn are_numbers_from_zero(rooms: &[Room]) -> bool {
    let is_number = |room: &Room| room.name.bytes().all(|byte| byte.is_ascii_digit());
    rooms.len() > 1 && rooms.iter().all(is_number) && rooms.iter().any(|room| room.name == "0")
}

fn clean(text: Option<String>) -> Option<String> {
    text.map(|text| line::clean(&text, MAX_LINE).text).filter(|text| !text.is_empty())
}

/// Returns the days of the sessions in order, without duplicates, with the source's labels.
fn all_days(stated: Vec<Day>, sessions: &[Session]) -> Vec<Day> {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    days.extend(sessions.iter().map(|session| (session.day, Day { date: session.day, label: None })));
    for day in stated {
        days.entry(day.date).and_modify(|known| known.label = day.label);
    }
    days.into_values().collect()
}

/// Returns the title in letters that are valid in file names and addresses, with the year if the title lacks it, because next
/// year's conference is another program.
///
/// If letters of other scripts are left out, a checksum of all letters is added, so that two titles that differ only in those
/// get different ids. Spaces, punctuation and case do not matter to it.
fn program_id(title: &str, days: &[Day]) -> String {
    let year = days[0].date.year().to_string();
    let latin = derived_id::slug(&title.chars().map(|letter| if letter.is_ascii() { letter } else { ' ' }).collect::<String>());
    let has_letters = latin.chars().any(|letter| letter.is_ascii_alphabetic());
    let is_whole = has_letters && !title.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let slug = if is_whole {
        latin
    } else {
        let checksum = derived_id::content_id([title::normal(title).as_str()]);
        format!("{}-{checksum}", if has_letters { &latin } else { "program" })
    };
    if slug.contains(&year) { slug } else { format!("{slug}-{year}") }
}

#[cfg(test)]
mod tests;
