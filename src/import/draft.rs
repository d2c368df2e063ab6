//! The middle between every format and a program: loose rows in, a program that keeps its invariants out.

use super::identity::{self, Taken};
use super::when::When;
use super::zone::{Local, Zone};
use super::{ImportError, Imported, MAX_SESSIONS, Options, Warning, line};
use crate::messages::import::{Place, Problem, Remark};
use crate::program::{
    Block, Date, Day, Kind, Moment, Program, ProgramId, Room, RoomId, Session, SessionId, Span, Track, TrackId,
};
use crate::wire::program_file;
use std::collections::{BTreeMap, BTreeSet};

/// The most characters of a title or a name.
const MAX_LINE: usize = 1_000;

/// The most people on one session; the longest list seen has 74.
const MAX_SPEAKERS: usize = 500;

/// What an importer has read so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub url: Option<String>,
    pub venue: Option<String>,
    pub id: Option<String>,
    pub version: Option<String>,
    /// The zone that the source names.
    pub time_zone: Option<String>,
    /// Days that the source names; those that sessions need are added.
    pub days: Vec<Day>,
    /// Rooms that the source lists apart from its sessions; the others are added as they occur.
    pub rooms: Vec<Room>,
    /// Tracks that the source lists apart from its sessions; the others are added as they occur.
    pub tracks: Vec<Track>,
    pub rows: Vec<Row>,
    pub warnings: Vec<Warning>,
}

/// One session as the source has it.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Line of the file on which it begins, where lines mean something to people.
    pub line: Option<u64>,
    /// Only an id that stays the same over versions of the source.
    pub id: Option<String>,
    pub title: String,
    pub subtitle: Option<String>,
    pub start: Start,
    pub end: End,
    /// The program day, where the source states it.
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
    pub url: Option<String>,
    pub cancelled: bool,
}

/// When a row starts.
#[derive(Debug, Clone)]
pub(super) enum Start {
    At(When),
    /// The source's words for it, which are no time.
    Unreadable(String),
    Missing,
}

/// When a row ends.
#[derive(Debug, Clone)]
pub(super) enum End {
    At(When),
    /// Minutes after the start.
    After(i64),
    /// The source's words for it, which are no time.
    Unreadable(String),
    Missing,
}

impl Row {
    /// A talk about which nothing else is known.
    pub fn new(title: String, start: Start, end: End) -> Row {
        Row {
            line: None,
            id: None,
            title,
            subtitle: None,
            start,
            end,
            day: None,
            rooms: Vec::new(),
            track: None,
            kind: Kind::Talk,
            language: None,
            level: None,
            speakers: Vec::new(),
            about: Vec::new(),
            url: None,
            cancelled: false,
        }
    }
}

impl Draft {
    /// Makes the program.
    ///
    /// # Errors
    ///
    /// Too many sessions or none at all; a zone that is needed and absent, or unknown.
    pub fn finish(mut self, options: &Options) -> Result<Imported, ImportError> {
        if self.rows.len() > MAX_SESSIONS {
            return Err(Problem::TooManySessions { count: self.rows.len(), limit: MAX_SESSIONS }.into());
        }
        let zone = self.zone(options)?;
        let rows = std::mem::take(&mut self.rows);
        let mut names = Names::of(&self);
        let mut notes = Notes { warnings: std::mem::take(&mut self.warnings), endless: Vec::new() };
        let mut sessions: Vec<Session> = rows.into_iter().filter_map(|row| session(row, &zone, &mut names, &mut notes)).collect();
        if sessions.is_empty() {
            return Err(
                Problem::NoSessions { left_out: notes.warnings.iter().filter(|warning| warning.is_left_out()).count() }.into()
            );
        }
        identify(&mut sessions, &mut notes);
        Ok(self.program(sessions, names, &zone, options, notes))
    }

    fn program(self, sessions: Vec<Session>, names: Names, zone: &Zone, options: &Options, mut notes: Notes) -> Imported {
        let days = all_days(self.days, &sessions);
        let title = self.title.or_else(|| options.title.clone()).map(|title| line::clean(&title, MAX_LINE).text);
        let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| {
            let title = days[0].date.to_string();
            notes.add(Place::default(), Remark::NoProgramTitle { assumed: title.clone() });
            title
        });
        let mut program = Program {
            id: ProgramId::new(clean(self.id).unwrap_or_else(|| program_id(&title, &days))),
            version: clean(self.version).unwrap_or_default(),
            title,
            subtitle: clean(self.subtitle),
            url: safe_link(self.url, &Place::default(), &mut notes),
            venue: clean(self.venue),
            time_zone: zone.name().to_owned(),
            days,
            rooms: names.rooms,
            tracks: names.tracks,
            sessions,
        };
        program.sort();
        if program.version.is_empty() {
            program.version = identity::content_id([program_file::write(&program).as_str()]);
        }
        Imported { program, warnings: notes.finish() }
    }

    /// The zone that the source names, else the one that was asked for, else the offset that the source states.
    fn zone(&self, options: &Options) -> Result<Zone, ImportError> {
        let stated = self.time_zone.as_deref().map(Zone::named);
        let asked = options.time_zone.as_deref().map(Zone::named);
        match (stated, asked) {
            (Some(Ok(zone)), _) | (_, Some(Ok(zone))) => return Ok(zone),
            (_, Some(Err(error))) | (Some(Err(error)), None) => return Err(error),
            (None, None) => {}
        }
        let starts = self.rows.iter().map(|row| match row.start {
            Start::At(When::Stated(moment)) => Some(moment.offset()),
            Start::At(_) => None,
            Start::Unreadable(_) | Start::Missing => Some(0),
        });
        match starts.collect::<Option<Vec<i32>>>() {
            None => Err(Problem::NoTimeZone.into()),
            Some(offsets) => Ok(Zone::fixed(offsets.first().copied().unwrap_or(0))),
        }
    }
}

/// Rooms and tracks by id and by name, in the order in which the source has them.
struct Names {
    rooms: Vec<Room>,
    room_ids: BTreeMap<String, RoomId>,
    tracks: Vec<Track>,
    track_ids: BTreeMap<String, TrackId>,
    taken_rooms: Taken,
    taken_tracks: Taken,
}

impl Names {
    fn of(draft: &Draft) -> Names {
        let mut names = Names {
            rooms: Vec::new(),
            room_ids: BTreeMap::new(),
            tracks: Vec::new(),
            track_ids: BTreeMap::new(),
            taken_rooms: Taken::default(),
            taken_tracks: Taken::default(),
        };
        for room in &draft.rooms {
            let id = RoomId::new(names.taken_rooms.claim([room.id.to_string()]));
            // A name may stand for two rooms with ids; then it means the first.
            names.room_ids.entry(room.name.clone()).or_insert_with(|| id.clone());
            names.room_ids.insert(room.id.to_string(), id.clone());
            names.rooms.push(Room { id, ..room.clone() });
        }
        for track in &draft.tracks {
            let id = TrackId::new(names.taken_tracks.claim([track.id.to_string()]));
            names.track_ids.entry(track.name.clone()).or_insert_with(|| id.clone());
            names.track_ids.insert(track.id.to_string(), id.clone());
            names.tracks.push(Track { id, ..track.clone() });
        }
        names
    }

    fn room(&mut self, key: &str) -> Option<RoomId> {
        let name = line::clean(key, MAX_LINE).text;
        if let Some(id) = self.room_ids.get(&name) {
            return Some(id.clone());
        }
        let id = RoomId::new(new_id(&name, &mut self.taken_rooms)?);
        self.rooms.push(Room { id: id.clone(), name: name.clone(), names: BTreeMap::new() });
        self.room_ids.insert(name, id.clone());
        Some(id)
    }

    fn track(&mut self, key: &str) -> Option<TrackId> {
        let name = line::clean(key, MAX_LINE).text;
        if let Some(id) = self.track_ids.get(&name) {
            return Some(id.clone());
        }
        let id = TrackId::new(new_id(&name, &mut self.taken_tracks)?);
        self.tracks.push(Track { id: id.clone(), name: name.clone(), color: None });
        self.track_ids.insert(name, id.clone());
        Some(id)
    }
}

/// An id made of a name; none where the name is empty.
fn new_id(name: &str, taken: &mut Taken) -> Option<String> {
    let slug = identity::slug(name);
    let id = if slug.is_empty() { identity::content_id([name]) } else { slug };
    (!name.is_empty()).then(|| taken.claim([id]))
}

/// Warnings as they are found.
struct Notes {
    warnings: Vec<Warning>,
    /// Titles of sessions without an end: one warning for all, since some sources state no end anywhere.
    endless: Vec<String>,
}

impl Notes {
    fn add(&mut self, place: Place, remark: Remark) {
        self.warnings.push(Warning::new(place, remark));
    }

    fn finish(mut self) -> Vec<Warning> {
        if !self.endless.is_empty() {
            let count = self.endless.len();
            let first = self.endless.drain(..count.min(3)).collect();
            self.add(Place::default(), Remark::NoEnd { count, first });
        }
        self.warnings
    }
}

/// The session of a row, still without a unique id; none with a warning where there is nothing to show or no time for it.
fn session(row: Row, zone: &Zone, names: &mut Names, notes: &mut Notes) -> Option<Session> {
    let title = line::clean(&row.title, MAX_LINE);
    let place = Place { line: row.line, title: Some(line::excerpt(&title.text)).filter(|title| !title.is_empty()) };
    let start = match start(&row.start, zone) {
        _ if title.text.is_empty() => Err(Remark::NoTitle),
        start => start,
    };
    let start = start.map_err(|remark| notes.add(place.clone(), remark)).ok()?;
    if !start.exact {
        notes.add(place.clone(), Remark::OddTime { assumed: start.moment.to_string() });
    }
    if title.shortened {
        notes.add(place.clone(), Remark::Shortened);
    }
    let end = end(&row, start.moment, zone, &title.text, &place, notes);
    let day = row.day.unwrap_or_else(|| start.moment.program_day());
    let mut rooms: Vec<RoomId> = row.rooms.iter().filter_map(|room| names.room(room)).collect();
    let mut seen = BTreeSet::new();
    rooms.retain(|room| seen.insert(room.clone()));
    let speakers = row.speakers.iter().take(MAX_SPEAKERS).map(|name| line::clean(name, MAX_LINE).text);
    Some(Session {
        id: SessionId::new(clean(row.id).unwrap_or_default()),
        title: title.text,
        subtitle: clean(row.subtitle),
        span: Span { start: start.moment, end },
        day,
        rooms,
        track: row.track.and_then(|track| names.track(&track)),
        kind: row.kind,
        language: clean(row.language),
        level: clean(row.level),
        speakers: speakers.filter(|name| !name.is_empty()).collect(),
        about: row.about,
        url: safe_link(row.url, &place, notes),
        cancelled: row.cancelled,
    })
}

fn clean(text: Option<String>) -> Option<String> {
    text.map(|text| line::clean(&text, MAX_LINE).text).filter(|text| !text.is_empty())
}

fn safe_link(url: Option<String>, place: &Place, notes: &mut Notes) -> Option<String> {
    let url = clean(url)?;
    if !program_file::is_safe_link(&url) {
        notes.add(place.clone(), Remark::UnsafeLink(line::excerpt(&url)));
        return None;
    }
    Some(url)
}

fn start(start: &Start, zone: &Zone) -> Result<Local, Remark> {
    match start {
        Start::At(when) => at(*when, zone).ok_or_else(|| Remark::NotAStart(format!("{when:?}"))),
        Start::Unreadable(text) => Err(Remark::NotAStart(text.clone())),
        Start::Missing => Err(Remark::NoStart),
    }
}

fn at(when: When, zone: &Zone) -> Option<Local> {
    match when {
        When::Local(seconds) => zone.at_local(seconds),
        When::Stated(moment) => Some(Local { moment: zone.at(moment.unix())?, exact: true }),
        When::Instant(unix) => Some(Local { moment: zone.at(unix)?, exact: true }),
    }
}

/// The end, or the start where there is no usable end. A guess would look like the organiser's word.
fn end(row: &Row, start: Moment, zone: &Zone, title: &str, place: &Place, notes: &mut Notes) -> Moment {
    let end = match &row.end {
        End::At(when) => at(*when, zone).map(|local| local.moment),
        End::After(minutes) => start.plus_minutes(*minutes).and_then(|end| zone.at(end.unix())),
        End::Unreadable(text) => {
            notes.add(place.clone(), Remark::NotAnEnd(text.clone()));
            return start;
        }
        End::Missing => {
            notes.endless.push(line::excerpt(title));
            return start;
        }
    };
    match end {
        Some(end) if end >= start => end,
        _ => {
            notes.add(place.clone(), Remark::EndsBeforeStart);
            start
        }
    }
}

/// Gives every session an id of its own: the source's, else one made of title and speakers, which stay when time and room
/// change. Where that is taken, day and room tell sessions apart, then start and room, and only then a number. The earliest
/// keeps the plain id, and nothing depends on the order of the rows.
fn identify(sessions: &mut [Session], notes: &mut Notes) {
    sessions.sort_by_cached_key(|session| {
        (session.span, session.rooms.clone(), session.title.clone(), session.speakers.clone(), session.subtitle.clone())
    });
    let mut taken = Taken::default();
    for session in sessions {
        let source = Some(session.id.to_string()).filter(|id| !id.is_empty());
        let plain = source.clone().unwrap_or_else(|| of_content(session));
        let told_apart = [session.day.to_string(), session.span.start.to_string()].map(|time| {
            let rooms = session.rooms.iter().map(RoomId::as_str);
            let suffix = identity::content_id([time.as_str(), &session.title].into_iter().chain(rooms));
            format!("{plain}-{}", &suffix[..4])
        });
        let id = taken.claim(std::iter::once(plain.clone()).chain(told_apart));
        if let Some(source) = source.filter(|source| *source != id) {
            let place = Place { line: None, title: Some(line::excerpt(&session.title)) };
            notes.add(place, Remark::RepeatedId { id: source, now: id.clone() });
        }
        session.id = SessionId::new(id);
    }
}

fn of_content(session: &Session) -> String {
    let mut speakers: Vec<String> = session.speakers.iter().map(|name| identity::normal(name)).collect();
    speakers.sort();
    let title = Some(identity::normal(&session.title)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| session.title.clone());
    identity::content_id(std::iter::once(title.as_str()).chain(speakers.iter().map(String::as_str)))
}

/// Stated days and those of sessions, each once, in order.
fn all_days(stated: Vec<Day>, sessions: &[Session]) -> Vec<Day> {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    let needed = sessions.iter().map(|session| Day { date: session.day, label: None });
    for day in stated.into_iter().chain(needed) {
        days.entry(day.date).or_insert(day);
    }
    days.into_values().collect()
}

/// The title in letters that every file system and address takes, with the year where the title lacks it: next year's
/// conference is another program.
fn program_id(title: &str, days: &[Day]) -> String {
    let year = days[0].date.year().to_string();
    let mut slug = identity::slug(&title.chars().map(|letter| if letter.is_ascii() { letter } else { ' ' }).collect::<String>());
    if !slug.chars().any(|letter| letter.is_ascii_alphabetic()) {
        slug = format!("program-{}", identity::content_id([title]));
    }
    if slug.contains(&year) { slug } else { format!("{slug}-{year}") }
}

#[cfg(test)]
mod tests;
