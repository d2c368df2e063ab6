//! `siganpyo-program/1`: the format that an organiser publishes, the app downloads and the device stores.

use super::error::{Problem, ReadError, broken};
use super::read_span;
use super::tree::{self, Fields, Node};
use crate::messages::file::Rule;
use crate::program::order::in_order;
use crate::program::{
    Block, Color, Date, Day, Inline, Kind, Program, ProgramId, Room, RoomId, Session, SessionId, Track, TrackId, Walk, link,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The value of the field `format`.
pub const FORMAT: &str = "siganpyo-program/1";

#[derive(Serialize)]
struct DayRow {
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

#[derive(Serialize)]
struct RoomRow {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    names: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct TrackRow {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<String>,
}

#[derive(Serialize)]
struct WalkRow {
    from: Vec<String>,
    to: Vec<String>,
    minutes: u32,
}

#[derive(Serialize)]
struct SessionRow {
    id: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    subtitle: Option<String>,
    start: String,
    end: String,
    day: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rooms: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    track: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<String>,
    #[serde(rename = "abstract", skip_serializing_if = "Vec::is_empty")]
    about: Vec<BlockNode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    cancelled: bool,
}

/// A block as `{"p": […]}`, `{"ul": [[…], …]}`, `{"ol": …}`, `{"pre": "…"}`, `{"quote": […]}`.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum BlockNode {
    P(Vec<InlineNode>),
    Ul(Vec<Vec<BlockNode>>),
    Ol(Vec<Vec<BlockNode>>),
    Pre(String),
    Quote(Vec<BlockNode>),
}

/// An inline as `{"t": "…"}`, `{"em": […]}`, `{"strong": […]}`, `{"code": "…"}`, `{"a": {"href": "…", "content": […]}}`,
/// `"br"`.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum InlineNode {
    T(String),
    Em(Vec<InlineNode>),
    Strong(Vec<InlineNode>),
    Code(String),
    A { href: String, content: Vec<InlineNode> },
    Br,
}

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
    let mut file = tree::read(text, FORMAT, Problem::NotAProgram)?;
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
        ("format", Some(FORMAT)),
        (INDEX_MARK.0, is_index.then_some(INDEX_MARK.1)),
        ("id", Some(program.id.as_str())),
        ("version", Some(&program.version)),
        ("title", Some(&program.title)),
        ("subtitle", program.subtitle.as_deref()),
        ("url", program.url.as_deref()),
        ("venue", program.venue.as_deref()),
        ("time_zone", Some(&program.time_zone)),
    ];
    let quoted = |text: &str| serde_json::to_string(text).expect("plain data");
    let head = head.into_iter().filter_map(|(key, value)| Some(format!("\"{key}\": {}", quoted(value?))));
    let lists = [
        ("days", lines(program.days.iter().map(day_row))),
        ("rooms", lines(program.rooms.iter().map(room_row))),
        ("tracks", lines(program.tracks.iter().map(track_row))),
        ("walking", lines(program.walking.iter().map(walk_row))),
        ("aliases", lines(program.aliases.iter())),
        ("sessions", lines(program.sessions.iter().map(session_row))),
    ];
    let is_written = |(key, rows): &(&str, String)| !["walking", "aliases"].contains(key) || !rows.is_empty();
    let lists = lists.into_iter().filter(is_written).map(|(key, rows)| format!("\"{key}\": [{rows}]"));
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

fn day_row(day: &Day) -> DayRow {
    DayRow { date: day.date.to_string(), label: day.label.clone() }
}

fn room_row(room: &Room) -> RoomRow {
    RoomRow { id: room.id.to_string(), name: room.name.clone(), names: room.names.clone() }
}

fn track_row(track: &Track) -> TrackRow {
    TrackRow { id: track.id.to_string(), name: track.name.clone(), color: track.color.map(|color| color.to_string()) }
}

fn walk_row(walk: &Walk) -> WalkRow {
    let ids = |rooms: &[RoomId]| rooms.iter().map(ToString::to_string).collect();
    WalkRow { from: ids(&walk.from), to: ids(&walk.to), minutes: walk.minutes }
}

fn session_row(session: &Session) -> SessionRow {
    SessionRow {
        id: session.id.to_string(),
        title: session.title.clone(),
        subtitle: session.subtitle.clone(),
        start: session.span.start.to_string(),
        end: session.span.end.to_string(),
        day: session.day.to_string(),
        rooms: session.rooms.iter().map(ToString::to_string).collect(),
        track: session.track.as_ref().map(ToString::to_string),
        kind: (session.kind != Kind::Talk).then(|| session.kind.as_str().to_owned()),
        language: session.language.clone(),
        level: session.level.clone(),
        speakers: session.speakers.clone(),
        about: session.about.iter().map(block_node).collect(),
        url: session.url.clone(),
        cancelled: session.cancelled,
    }
}

fn block_node(block: &Block) -> BlockNode {
    let blocks = |content: &Vec<Block>| content.iter().map(block_node).collect::<Vec<_>>();
    match block {
        Block::Paragraph(content) => BlockNode::P(inline_nodes(content)),
        Block::List { ordered: false, items } => BlockNode::Ul(items.iter().map(blocks).collect()),
        Block::List { ordered: true, items } => BlockNode::Ol(items.iter().map(blocks).collect()),
        Block::Code(code) => BlockNode::Pre(code.clone()),
        Block::Quote(content) => BlockNode::Quote(blocks(content)),
    }
}

fn inline_nodes(content: &[Inline]) -> Vec<InlineNode> {
    let node = |inline: &Inline| match inline {
        Inline::Text(text) => InlineNode::T(text.clone()),
        Inline::Emphasis(content) => InlineNode::Em(inline_nodes(content)),
        Inline::Strong(content) => InlineNode::Strong(inline_nodes(content)),
        Inline::Code(code) => InlineNode::Code(code.clone()),
        Inline::Link { href, content } => InlineNode::A { href: href.clone(), content: inline_nodes(content) },
        Inline::Break => InlineNode::Br,
    };
    content.iter().map(node).collect()
}

#[cfg(test)]
mod tests;
