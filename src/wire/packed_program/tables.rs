//! The properties of a program that are text: tables with a line for each row and a tab between cells.

use super::columns::Columns;
use crate::program::derived_id;
use crate::program::{Color, Date, Day, Kind, Program, ProgramId, Room, RoomId, Session, SessionId, Track, TrackId, Walk};
use std::collections::{BTreeMap, BTreeSet};

/// Between the tables, rows and cells. No text of an admitted program has control characters.
const TABLE: char = '\0';
const ROW: char = '\n';
const CELL: char = '\t';

/// Stands for an id that is derived from the session's title and speakers.
const DERIVED: &str = "\u{1}";

/// The most bytes of an id, as the gate has it. Rooms and tracks are named again by every session, so this bounds the memory.
const MAX_ID: usize = 300;

/// The rows of one table.
#[derive(Default)]
struct Table(Vec<String>);

impl Table {
    /// A table of rows with these cells.
    fn of<R: IntoIterator<Item = T>, T: AsRef<str>>(rows: impl IntoIterator<Item = R>) -> Table {
        let row = |cells: R| {
            let cells: Vec<String> = cells.into_iter().map(|cell| cell.as_ref().replace(char::is_control, " ")).collect();
            cells.join(&CELL.to_string())
        };
        Table(rows.into_iter().map(row).collect())
    }

    /// A column of texts, which may all be absent.
    fn column<'t>(cells: impl Iterator<Item = Option<&'t str>>) -> Table {
        let table = Table::of(cells.map(|cell| [cell.unwrap_or_default()]));
        if table.0.iter().all(String::is_empty) { Table::default() } else { table }
    }
}

pub(super) fn write(program: &Program) -> String {
    let Program { rooms, tracks, walking, sessions, .. } = program;
    let tables = [
        Table::of([head(program)]),
        Table::of(days_to_name(program).map(|day| vec![day.date.to_string(), day.label.clone().unwrap_or_default()])),
        Table::of(rooms.iter().map(room_row)),
        Table::of(tracks.iter().map(track_row)),
        Table::of(walking.iter().map(walk_row)),
        Table::of(program.aliases.iter().map(|names| [names])),
        Table(ids(sessions).into_iter().map(str::to_owned).collect()),
        Table::column(sessions.iter().map(|session| match &session.kind {
            Kind::Other(word) => Some(word.as_str()),
            _ => None,
        })),
        Table::column(sessions.iter().map(|session| session.language.as_deref())),
        Table::column(sessions.iter().map(|session| session.level.as_deref())),
        Table::column(sessions.iter().map(|session| session.url.as_deref())),
        Table::column(sessions.iter().map(|session| session.subtitle.as_deref())),
        Table::of(sessions.iter().map(|session| &session.speakers)),
        Table::column(sessions.iter().map(|session| Some(session.title.as_str()))),
    ];
    tables.map(|Table(rows)| rows.join(&ROW.to_string())).join(&TABLE.to_string())
}

fn head(program: &Program) -> [&str; 7] {
    let Program { id, version, title, subtitle, url, venue, time_zone, .. } = program;
    let maybe = |text| Option::as_deref(text).unwrap_or_default();
    [id.as_str(), version, title, maybe(subtitle), maybe(url), maybe(venue), time_zone]
}

/// Days that the sessions do not say themselves: those with a name, and those without sessions.
fn days_to_name(program: &Program) -> impl Iterator<Item = &Day> {
    let mut said = BTreeSet::new();
    said.extend(program.sessions.iter().map(|session| session.day));
    program.days.iter().filter(move |day| day.label.is_some() || !said.contains(&day.date))
}

/// Its id, unless that is what importers make of its name; its name; and its names in other languages.
fn room_row(room: &Room) -> Vec<&str> {
    let id = Some(room.id.as_str()).filter(|id| *id != derived_id::slug(&room.name)).unwrap_or_default();
    let names = room.names.iter().flat_map(|(language, name)| [language.as_str(), name]);
    [id, &room.name].into_iter().chain(names).collect()
}

fn track_row(track: &Track) -> [String; 3] {
    let id = if derived_id::slug(&track.name) == track.id.as_str() { String::new() } else { track.id.to_string() };
    [id, track.name.clone(), track.color.map(|color| color.to_string()).unwrap_or_default()]
}

fn walk_row(walk: &Walk) -> Vec<String> {
    let from = walk.from.iter().map(RoomId::to_string);
    let to = walk.to.iter().map(RoomId::to_string);
    std::iter::once(walk.minutes.to_string()).chain(from).chain([String::new()]).chain(to).collect()
}

/// The ids of sessions: empty where one counts on from the one before, a mark where it is what importers make of title and speakers.
fn ids(sessions: &[Session]) -> Vec<&str> {
    let ids = || sessions.iter().map(|session| session.id.as_str());
    let before = std::iter::once("").chain(ids());
    let cell = |session: &Session, before: &str| match session.id.as_str() {
        id if next_id(before).as_deref() == Some(id) => Some(""),
        id if derived_id::of_session(&session.title, &session.speakers) == id => Some(DERIVED),
        _ => None,
    };
    sessions.iter().zip(before).map(|(session, before)| cell(session, before).unwrap_or(session.id.as_str())).collect()
}

/// The id with the next number at its end: `talk-10` after `talk-09`.
fn next_id(id: &str) -> Option<String> {
    let stem = id.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = &id[stem.len()..];
    let next = digits.parse::<u64>().ok()?.checked_add(1)?;
    Some(format!("{stem}{next:0width$}", width = digits.len()))
}

/// Reads the tables that [`write`](write()) wrote, for sessions with these columns; `None` if they do not fit together.
pub(super) fn read(text: &str, columns: &Columns) -> Option<Program> {
    let mut tables = text.split(TABLE);
    let head: Vec<&str> = tables.next()?.split(CELL).collect();
    let [id, version, title, subtitle, url, venue, time_zone] = head.try_into().ok()?;
    let days = rows(tables.next()?).map(read_day).collect::<Option<Vec<_>>>()?;
    let rooms = rows(tables.next()?).map(read_room).collect::<Option<Vec<_>>>()?;
    let tracks = rows(tables.next()?).map(read_track).collect::<Option<Vec<_>>>()?;
    let walking = rows(tables.next()?).map(read_walk).collect::<Option<Vec<_>>>()?;
    let aliases = rows(tables.next()?).map(str::to_owned).collect();
    let sessions = read_sessions(tables, columns, &rooms, &tracks)?;
    let program = Program {
        id: ProgramId::new(named(id)?),
        version: version.to_owned(),
        title: title.to_owned(),
        subtitle: maybe(subtitle),
        url: maybe(url),
        venue: maybe(venue),
        time_zone: named(time_zone)?,
        days: all_days(days, &sessions),
        rooms: rooms.into(),
        tracks: tracks.into(),
        walking,
        aliases,
        sessions: sessions.into(),
    };
    let repeated = [program.rooms.repeated(), program.tracks.repeated(), program.sessions.repeated()];
    repeated.iter().all(Option::is_none).then_some(program)
}

fn rows(table: &str) -> impl Iterator<Item = &str> {
    table.split(ROW).filter(|_| !table.is_empty())
}

fn maybe(cell: &str) -> Option<String> {
    Some(cell.to_owned()).filter(|cell| !cell.is_empty())
}

/// An id, which may neither be empty nor longer than the gate allows.
fn named(id: &str) -> Option<String> {
    maybe(id).filter(|id| id.len() <= MAX_ID)
}

fn read_day(row: &str) -> Option<Day> {
    let (date, label) = row.split_once(CELL)?;
    Some(Day { date: Date::parse(date)?, label: maybe(label) })
}

fn read_room(row: &str) -> Option<Room> {
    let mut cells = row.split(CELL);
    let (id, name) = (cells.next()?, cells.next()?);
    let mut names = BTreeMap::new();
    while let Some(language) = cells.next() {
        names.insert(language.to_owned(), cells.next()?.to_owned());
    }
    let id = if id.is_empty() { derived_id::slug(name) } else { id.to_owned() };
    Some(Room { id: RoomId::new(named(&id)?), name: name.to_owned(), names })
}

fn read_track(row: &str) -> Option<Track> {
    let cells: Vec<&str> = row.split(CELL).collect();
    let [id, name, color] = cells.try_into().ok()?;
    let id = if id.is_empty() { derived_id::slug(name) } else { id.to_owned() };
    let color = if color.is_empty() { None } else { Some(Color::parse(color)?) };
    Some(Track { id: TrackId::new(named(&id)?), name: name.to_owned(), color })
}

fn read_walk(row: &str) -> Option<Walk> {
    let mut cells = row.split(CELL);
    let minutes = cells.next()?.parse().ok()?;
    let from = cells.by_ref().take_while(|id| !id.is_empty()).map(RoomId::new).collect();
    Some(Walk { from, to: cells.map(RoomId::new).collect(), minutes })
}

fn read_sessions<'t>(
    mut tables: impl Iterator<Item = &'t str>,
    columns: &Columns,
    rooms: &[Room],
    tracks: &[Track],
) -> Option<Vec<Session>> {
    let count = columns.spans.len();
    let mut column = || {
        let table = tables.next()?;
        let cells: Vec<&str> = if table.is_empty() { vec![""; count] } else { table.split(ROW).collect() };
        Some(cells).filter(|cells| cells.len() == count)
    };
    let (ids, kinds, languages, levels) = (column()?, column()?, column()?, column()?);
    let (urls, subtitles, speakers, titles) = (column()?, column()?, column()?, column()?);
    let speakers: Vec<Vec<String>> = speakers.iter().map(|cell| cell.split(CELL).filter_map(maybe).collect()).collect();
    let ids = read_ids(&ids, &titles, &speakers)?;
    let session = |at: usize| {
        Some(Session {
            id: SessionId::new(&*ids[at]),
            title: maybe(titles[at])?,
            subtitle: maybe(subtitles[at]),
            span: columns.spans[at],
            day: columns.days[at],
            rooms: columns.rooms[at].iter().map(|room| Some(rooms.get(*room)?.id.clone())).collect::<Option<_>>()?,
            track: columns.tracks[at].map(|track| Some(tracks.get(track)?.id.clone())).map_or(Some(None), |id| id.map(Some))?,
            kind: columns.kinds[at].clone().unwrap_or_else(|| Kind::parse(kinds[at])),
            language: maybe(languages[at]),
            level: maybe(levels[at]),
            speakers: speakers[at].clone(),
            about: Vec::new(),
            url: maybe(urls[at]),
            cancelled: columns.cancelled[at],
        })
    };
    (0..count).map(session).collect()
}

fn read_ids(cells: &[&str], titles: &[&str], speakers: &[Vec<String>]) -> Option<Vec<String>> {
    let mut ids: Vec<String> = Vec::with_capacity(cells.len());
    for ((cell, title), speakers) in cells.iter().zip(titles).zip(speakers) {
        let id = match *cell {
            "" => next_id(ids.last()?)?,
            DERIVED => derived_id::of_session(title, speakers),
            id => id.to_owned(),
        };
        ids.push(named(&id)?);
    }
    Some(ids)
}

/// The named days and those of the sessions, each once and in order.
fn all_days(named: Vec<Day>, sessions: &[Session]) -> Vec<Day> {
    let mut days = BTreeMap::new();
    for session in sessions {
        days.insert(session.day, Day { date: session.day, label: None });
    }
    for day in named {
        days.insert(day.date, day);
    }
    days.into_values().collect()
}
