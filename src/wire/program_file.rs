//! `siganpyo-program/1`: what the organiser publishes, the app downloads and the device keeps.

use super::error::{Problem, ReadError, broken};
use super::{read_json, read_span};
use crate::messages::Rule;
use crate::program::{
    Block, Color, Date, Day, Inline, Kind, Program, ProgramId, Room, RoomId, Session, SessionId, Track, TrackId,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The value of the field `format`.
pub const FORMAT: &str = "siganpyo-program/1";

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    id: String,
    version: String,
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subtitle: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    venue: Option<String>,
    time_zone: String,
    days: Vec<DayRow>,
    rooms: Vec<RoomRow>,
    tracks: Vec<TrackRow>,
    sessions: Vec<SessionRow>,
}

#[derive(Serialize, Deserialize)]
struct DayRow {
    date: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct RoomRow {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    names: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
struct TrackRow {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    color: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct SessionRow {
    id: String,
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subtitle: Option<String>,
    start: String,
    end: String,
    day: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rooms: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    track: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<String>,
    #[serde(default, rename = "abstract", skip_serializing_if = "Vec::is_empty")]
    about: Vec<BlockNode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    cancelled: bool,
}

/// A block as `{"p": […]}`, `{"ul": [[…], …]}`, `{"ol": …}`, `{"pre": "…"}`, `{"quote": […]}`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum BlockNode {
    P(Vec<InlineNode>),
    Ul(Vec<Vec<BlockNode>>),
    Ol(Vec<Vec<BlockNode>>),
    Pre(String),
    Quote(Vec<BlockNode>),
}

/// A stretch as `{"t": "…"}`, `{"em": […]}`, `{"strong": […]}`, `{"code": "…"}`, `{"a": {"href": "…", "content": […]}}`, `"br"`.
#[derive(Serialize, Deserialize)]
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
/// # Errors
///
/// Broken JSON, another format, an empty id or title, an id that stands twice, a reference to a room, track or day that is
/// not there, a moment that is none, an end before its start.
pub fn read(text: &str) -> Result<Program, ReadError> {
    let file: File = read_json(text, FORMAT, Problem::NotAProgram)?;
    let mut program = Program {
        id: ProgramId::new(filled(file.id, "id")?),
        version: file.version,
        title: filled(file.title, "title")?,
        subtitle: file.subtitle,
        url: file.url,
        venue: file.venue,
        time_zone: filled(file.time_zone, "time_zone")?,
        days: file.days.into_iter().map(read_day).collect::<Result<_, _>>()?,
        rooms: file.rooms.into_iter().map(read_room).collect::<Result<_, _>>()?,
        tracks: file.tracks.into_iter().map(read_track).collect::<Result<_, _>>()?,
        sessions: file.sessions.into_iter().map(read_session).collect::<Result<_, _>>()?,
    };
    check_references(&program)?;
    program.sort();
    Ok(program)
}

/// Writes a program file: one line for each day, room, track and session, so that versions can be compared line by line.
pub fn write(program: &Program) -> String {
    let head = [
        ("format", Some(FORMAT)),
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
        ("sessions", lines(program.sessions.iter().map(session_row))),
    ];
    let lists = lists.into_iter().map(|(key, rows)| format!("\"{key}\": [{rows}]"));
    format!("{{\n{}\n}}\n", head.chain(lists).collect::<Vec<_>>().join(",\n"))
}

fn lines<T: Serialize>(rows: impl Iterator<Item = T>) -> String {
    let rows: Vec<String> = rows.map(|row| serde_json::to_string(&row).expect("plain data")).collect();
    if rows.is_empty() { String::new() } else { format!("\n{}\n", rows.join(",\n")) }
}

fn filled(text: String, place: &str) -> Result<String, ReadError> {
    if text.trim().is_empty() { Err(broken(place, Rule::Empty)) } else { Ok(text) }
}

fn read_date(text: &str, place: &str) -> Result<Date, ReadError> {
    Date::parse(text).ok_or_else(|| broken(place, Rule::NotATime(text.to_owned())))
}

fn read_day(row: DayRow) -> Result<Day, ReadError> {
    Ok(Day { date: read_date(&row.date, "days")?, label: row.label })
}

fn read_room(row: RoomRow) -> Result<Room, ReadError> {
    Ok(Room { id: RoomId::new(filled(row.id, "rooms")?), name: row.name, names: row.names })
}

fn read_track(row: TrackRow) -> Result<Track, ReadError> {
    let color = row.color.map(|text| Color::parse(&text).ok_or_else(|| broken("tracks", Rule::NotAColor(text)))).transpose()?;
    Ok(Track { id: TrackId::new(filled(row.id, "tracks")?), name: row.name, color })
}

fn read_session(row: SessionRow) -> Result<Session, ReadError> {
    let id = filled(row.id, "sessions")?;
    let place = format!("session {id}");
    Ok(Session {
        title: filled(row.title, &place)?,
        subtitle: row.subtitle,
        span: read_span(&row.start, &row.end, &place)?,
        day: read_date(&row.day, &place)?,
        rooms: row.rooms.into_iter().map(RoomId::new).collect(),
        track: row.track.map(TrackId::new),
        kind: row.kind.map_or(Kind::Talk, |word| Kind::parse(&word)),
        language: row.language,
        level: row.level,
        speakers: row.speakers,
        about: row.about.into_iter().map(read_block).collect(),
        url: row.url,
        cancelled: row.cancelled,
        id: SessionId::new(id),
    })
}

fn read_block(node: BlockNode) -> Block {
    let blocks = |nodes: Vec<BlockNode>| nodes.into_iter().map(read_block).collect::<Vec<_>>();
    let list = |ordered, items: Vec<_>| Block::List { ordered, items: items.into_iter().map(blocks).collect() };
    match node {
        BlockNode::P(content) => Block::Paragraph(read_inlines(content)),
        BlockNode::Ul(items) => list(false, items),
        BlockNode::Ol(items) => list(true, items),
        BlockNode::Pre(code) => Block::Code(code),
        BlockNode::Quote(content) => Block::Quote(blocks(content)),
    }
}

fn read_inlines(nodes: Vec<InlineNode>) -> Vec<Inline> {
    nodes.into_iter().flat_map(read_inline).collect()
}

/// A link that leads anywhere but to the web or a mailbox loses its target and keeps its words.
fn read_inline(node: InlineNode) -> Vec<Inline> {
    match node {
        InlineNode::T(text) => vec![Inline::Text(text)],
        InlineNode::Em(content) => vec![Inline::Emphasis(read_inlines(content))],
        InlineNode::Strong(content) => vec![Inline::Strong(read_inlines(content))],
        InlineNode::Code(code) => vec![Inline::Code(code)],
        InlineNode::A { href, content } if is_safe_link(&href) => vec![Inline::Link { href, content: read_inlines(content) }],
        InlineNode::A { content, .. } => read_inlines(content),
        InlineNode::Br => vec![Inline::Break],
    }
}

/// Whether a link may be followed from a page: `http:`, `https:` and `mailto:` only.
pub fn is_safe_link(href: &str) -> bool {
    let scheme = href.split(':').next().filter(|scheme| scheme.len() < href.len()).unwrap_or("");
    ["http", "https", "mailto"].iter().any(|safe| scheme.eq_ignore_ascii_case(safe))
}

fn check_references(program: &Program) -> Result<(), ReadError> {
    let days: BTreeSet<_> = program.days.iter().map(|day| day.date).collect();
    let rooms = unique(program.rooms.iter().map(|room| &room.id), "rooms")?;
    let tracks = unique(program.tracks.iter().map(|track| &track.id), "tracks")?;
    unique(program.sessions.iter().map(|session| &session.id), "sessions")?;
    for session in &program.sessions {
        let unknown =
            |what: &dyn std::fmt::Display| Err(broken(&format!("session {}", session.id), Rule::Unknown(what.to_string())));
        if !days.contains(&session.day) {
            return unknown(&session.day);
        }
        if let Some(room) = session.rooms.iter().find(|room| !rooms.contains(room)) {
            return unknown(room);
        }
        if let Some(track) = session.track.iter().find(|track| !tracks.contains(track)) {
            return unknown(track);
        }
    }
    Ok(())
}

fn unique<'a, T: Ord + std::fmt::Display + 'a>(
    ids: impl Iterator<Item = &'a T>,
    place: &str,
) -> Result<BTreeSet<&'a T>, ReadError> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(broken(place, Rule::Repeated(id.to_string())));
        }
    }
    Ok(seen)
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
