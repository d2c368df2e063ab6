//! `siganpyo-program/1`: the format that an organiser publishes, the app downloads and the device stores.

mod rows;

use super::error::{Problem, ReadError, broken};
use super::read_span;
use super::tree::{self, Fields, Node};
use crate::messages::file::Rule;
use crate::program::order::in_order;
use crate::program::{
    Block, Color, Date, Day, Inline, Kind, Program, ProgramId, Room, RoomId, Session, SessionId, Track, TrackId, Walk, link,
};
use rows::{DayRow, RoomRow, SessionRow, TrackRow, WalkRow, day_row, room_row, session_row, track_row, walk_row};
use serde::Serialize;
use std::collections::BTreeMap;

/// The value of the field `format`.
pub const FORMAT: &str = "siganpyo-program/1";

/// The fields at the beginning of the file.
const HEAD: [&str; 9] = ["format", INDEX_MARK.0, "id", "version", "title", "subtitle", "url", "venue", "time_zone"];

/// The lists after them.
const LISTS: [&str; 6] = ["days", "rooms", "tracks", "walking", "aliases", "sessions"];

/// The fields of their rows; a row of aliases is a list.
const ROWS: [&[&str]; 6] = [DayRow::FIELDS, RoomRow::FIELDS, TrackRow::FIELDS, WalkRow::FIELDS, &[], SessionRow::FIELDS];

/// Fields that the format does not have, in the file itself or in the rows of a list.
pub struct Unknown {
    known: [&'static [&'static str]; 2],
    /// How often each occurs.
    pub fields: BTreeMap<String, usize>,
}

/// The most unknown fields of a list that are examined. A hostile file may have a million.
const MAX_UNKNOWN: usize = 200;

/// Reads a program file and checks the invariants of [`Program`].
///
/// Only for files that the app and the build have written. A file from anywhere else goes through
/// [`import`](crate::import::import), which enforces the same limits for every program.
///
/// # Errors
///
/// Broken JSON, another format, a missing field, an empty id or title, a repeated id, a reference to a room, track or day
/// that does not exist (except in walking times), an invalid moment, or an end before its start.
pub fn read(text: &str) -> Result<Program, ReadError> {
    read_program(tree::read(text, FORMAT, Problem::NotAProgram)?)
}

/// Reads a program file as [`read`] does, and returns the fields that it does not know, too.
///
/// # Errors
///
/// Those of [`read`].
pub fn read_with_unknown(text: &str) -> Result<(Program, Vec<Unknown>), ReadError> {
    let file = tree::read(text, FORMAT, Problem::NotAProgram)?;
    let mut of_file = Unknown::beside([&HEAD, &LISTS]);
    file.each_name(&mut |name| of_file.count(name));
    let mut unknown = vec![of_file];
    for (list, fields) in LISTS.into_iter().zip(ROWS) {
        let mut of_list = Unknown::beside([fields, &[]]);
        file.each_name_in(list, &mut |name| of_list.count(name));
        unknown.push(of_list);
    }
    Ok((read_program(file)?, unknown))
}

impl Unknown {
    fn beside(known: [&'static [&'static str]; 2]) -> Unknown {
        Unknown { known, fields: BTreeMap::new() }
    }

    fn count(&mut self, name: &str) {
        let has_room = || self.fields.len() < MAX_UNKNOWN || self.fields.contains_key(name);
        if self.known().all(|known| known != name) && has_room() {
            *self.fields.entry(name.to_owned()).or_insert(0) += 1;
        }
    }

    /// The fields that the format has in that place.
    pub fn known(&self) -> impl Iterator<Item = &'static str> {
        self.known.into_iter().flatten().map(|field| field.strip_prefix("r#").unwrap_or(field))
    }
}

fn read_program(mut file: Fields<'_>) -> Result<Program, ReadError> {
    let mut program = Program {
        id: ProgramId::new(file.filled("id")?),
        version: file.text("version")?,
        title: file.filled("title")?,
        subtitle: file.maybe_text("subtitle"),
        url: file.maybe_text("url"),
        venue: file.maybe_text("venue"),
        time_zone: file.filled("time_zone")?,
        days: file.each("days", read_day)?,
        rooms: file.each("rooms", read_room)?.into(),
        tracks: file.each("tracks", read_track)?.into(),
        walking: file.each("walking", read_walk)?,
        aliases: file.texts("aliases"),
        sessions: file.each("sessions", read_session)?.into(),
    };
    check_references(&program)?;
    program.sort();
    Ok(program)
}

/// Marks a file without abstracts; the same program's whole file has them.
const INDEX_MARK: (&str, &str) = ("abstracts", "left out");

/// Writes a program without abstracts, which is what a page needs first. [`read`] reads it like any other.
pub fn write_index(program: &Program) -> String {
    let sessions = program.sessions.iter().map(|session| Session { about: Vec::new(), ..session.clone() }).collect();
    write_marked(&Program { sessions, ..program.clone() }, true)
}

/// Whether the file was written by [`write_index`].
pub fn is_index(text: &str) -> bool {
    text.lines().take(3).any(|line| line.starts_with(&format!("\"{}\": ", INDEX_MARK.0)))
}

/// Writes a program file with one line for each day, room, track and session, so that versions can be compared with `diff`.
pub fn write(program: &Program) -> String {
    write_marked(program, false)
}

fn write_marked(program: &Program, is_index: bool) -> String {
    let head = [
        Some(FORMAT),
        is_index.then_some(INDEX_MARK.1),
        Some(program.id.as_str()),
        Some(&program.version),
        Some(&program.title),
        program.subtitle.as_deref(),
        program.url.as_deref(),
        program.venue.as_deref(),
        Some(&program.time_zone),
    ];
    let quoted = |text: &str| serde_json::to_string(text).expect("plain data");
    let head = HEAD.into_iter().zip(head).filter_map(|(key, value)| Some(format!("\"{key}\": {}", quoted(value?))));
    let lists = [
        lines(program.days.iter().map(day_row)),
        lines(program.rooms.iter().map(room_row)),
        lines(program.tracks.iter().map(track_row)),
        lines(program.walking.iter().map(walk_row)),
        lines(program.aliases.iter()),
        lines(program.sessions.iter().map(session_row)),
    ];
    let lists = LISTS.into_iter().zip(lists);
    let is_written = |(key, rows): &(&str, String)| !["walking", "aliases"].contains(key) || !rows.is_empty();
    let lists = lists.filter(is_written).map(|(key, rows)| format!("\"{key}\": [{rows}]"));
    format!("{{\n{}\n}}\n", head.chain(lists).collect::<Vec<_>>().join(",\n"))
}

fn lines<T: Serialize>(rows: impl Iterator<Item = T>) -> String {
    let rows: Vec<String> = rows.map(|row| serde_json::to_string(&row).expect("plain data")).collect();
    if rows.is_empty() { String::new() } else { format!("\n{}\n", rows.join(",\n")) }
}

fn read_date(fields: &mut Fields<'_>, key: &str) -> Result<Date, ReadError> {
    let text = fields.text(key)?;
    Date::parse(&text).ok_or_else(|| fields.broken(Rule::NotATime(text)))
}

fn read_day(mut row: Fields<'_>) -> Result<Day, ReadError> {
    Ok(Day { date: read_date(&mut row, "date")?, label: row.maybe_text("label") })
}

fn read_room(mut row: Fields<'_>) -> Result<Room, ReadError> {
    let names = row.record("names").map_or_else(|_| BTreeMap::new(), Fields::into_texts);
    Ok(Room { id: RoomId::new(row.filled("id")?), name: row.text("name")?, names })
}

fn read_track(mut row: Fields<'_>) -> Result<Track, ReadError> {
    let color = row.maybe_text("color");
    let color = color.map(|text| Color::parse(&text).ok_or_else(|| row.broken(Rule::NotAColor(text)))).transpose()?;
    Ok(Track { id: TrackId::new(row.filled("id")?), name: row.text("name")?, color })
}

fn read_walk(mut row: Fields<'_>) -> Result<Walk, ReadError> {
    let minutes = u32::try_from(row.number("minutes")?).unwrap_or(u32::MAX);
    let mut rooms = |key| row.texts(key).into_iter().map(RoomId::new).collect();
    Ok(Walk { from: rooms("from"), to: rooms("to"), minutes })
}

fn read_session(mut row: Fields<'_>) -> Result<Session, ReadError> {
    let id = row.filled("id")?;
    let mut row = row.at(format!("session {id}"));
    Ok(Session {
        id: SessionId::new(id),
        title: row.filled("title")?,
        subtitle: row.maybe_text("subtitle"),
        span: read_span(&mut row)?,
        day: read_date(&mut row, "day")?,
        rooms: row.texts("rooms").into_iter().map(RoomId::new).collect(),
        track: row.maybe_text("track").map(TrackId::new),
        kind: row.maybe_text("kind").map_or(Kind::Talk, |word| Kind::parse(&word)),
        language: row.maybe_text("language"),
        level: row.maybe_text("level"),
        speakers: row.texts("speakers"),
        about: read_blocks(row.list("abstract")),
        url: row.maybe_text("url"),
        cancelled: row.flag("cancelled"),
    })
}

/// Reads blocks. Unknown kinds of blocks and inlines, which a later version may have, are left out.
fn read_blocks(nodes: Vec<Node<'_>>) -> Vec<Block> {
    nodes.into_iter().filter_map(read_block).collect()
}

fn read_block(node: Node<'_>) -> Option<Block> {
    let (kind, content) = node.record("")?.into_first()?;
    let list = |ordered, content: Node<'_>| {
        let items = content.items().into_iter().map(|item| read_blocks(item.items())).collect();
        Block::List { ordered, items }
    };
    match kind.as_str() {
        "p" => Some(Block::Paragraph(read_inlines(content))),
        "ul" => Some(list(false, content)),
        "ol" => Some(list(true, content)),
        "pre" => content.text().map(Block::Code),
        "quote" => Some(Block::Quote(read_blocks(content.items()))),
        _ => None,
    }
}

fn read_inlines(content: Node<'_>) -> Vec<Inline> {
    let mut inlines = Vec::new();
    content.items().into_iter().for_each(|node| read_inline(node, &mut inlines));
    inlines
}

/// Reads an inline. A link that does not lead to the web or a mailbox loses its target and keeps its text.
fn read_inline(node: Node<'_>, inlines: &mut Vec<Inline>) {
    if let Node::Text(word) = &node {
        inlines.extend((word == "br").then_some(Inline::Break));
    }
    let Some((kind, content)) = node.record("").and_then(Fields::into_first) else { return };
    match kind.as_str() {
        "t" => inlines.extend(content.text().map(Inline::Text)),
        "em" => inlines.push(Inline::Emphasis(read_inlines(content))),
        "strong" => inlines.push(Inline::Strong(read_inlines(content))),
        "code" => inlines.extend(content.text().map(Inline::Code)),
        "a" => {
            let Some(mut link) = content.record("") else { return };
            let words = read_inlines(Node::List(link.list("content")));
            match link.maybe_text("href").filter(|href| link::is_safe(href)) {
                Some(href) => inlines.push(Inline::Link { href, content: words }),
                None => inlines.extend(words),
            }
        }
        _ => {}
    }
}

fn check_references(program: &Program) -> Result<(), ReadError> {
    let Program { rooms, tracks, sessions, .. } = program;
    let repeated = [("rooms", rooms.repeated()), ("tracks", tracks.repeated()), ("sessions", sessions.repeated())];
    for (place, id) in repeated {
        id.map_or(Ok(()), |id| Err(broken(place, Rule::Repeated(id.to_owned()))))?;
    }
    let days = &program.days;
    let by_date = in_order(days.len(), &|one, other| days[one].date.cmp(&days[other].date));
    let is_day = |date: Date| by_date.binary_search_by(|index| days[*index].date.cmp(&date)).is_ok();
    for session in sessions {
        let unknown = |what: &str| Err(broken(&format!("session {}", session.id), Rule::Unknown(what.to_owned())));
        if !is_day(session.day) {
            return unknown(&session.day.to_string());
        }
        if let Some(room) = session.rooms.iter().find(|room| rooms.index_of(room.as_str()).is_none()) {
            return unknown(room.as_str());
        }
        if let Some(track) = session.track.iter().find(|track| tracks.index_of(track.as_str()).is_none()) {
            return unknown(track.as_str());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
