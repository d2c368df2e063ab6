//! What the rows of a program file look like when they are written.

use crate::program::{Block, Day, Inline, Kind, Room, RoomId, Session, Track, Walk};
use serde::Serialize;
use std::collections::BTreeMap;

/// Declares what the rows of a list look like in the file, together with the names of their fields, which the importer needs to tell
/// misspelt ones.
macro_rules! rows {
    ($($row:ident { $($(#[$attribute:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            #[derive(Serialize)]
            pub struct $row {
                $($(#[$attribute])* $field: $type,)*
            }

            impl $row {
                /// As they stand in the file, or with the `r#` that Rust wants before one of its own words.
                pub const FIELDS: &[&str] = &[$(stringify!($field)),*];
            }
        )*
    };
}

rows! {
    DayRow {
        date: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    }

    RoomRow {
        id: String,
        name: String,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        names: BTreeMap<String, String>,
    }

    TrackRow {
        id: String,
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        color: Option<String>,
    }

    WalkRow {
        from: Vec<String>,
        to: Vec<String>,
        minutes: u32,
    }

    SessionRow {
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
        #[serde(skip_serializing_if = "Vec::is_empty")]
        r#abstract: Vec<BlockNode>,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        cancelled: bool,
    }
}

/// A block as `{"p": […]}`, `{"ul": [[…], …]}`, `{"ol": …}`, `{"pre": "…"}`, `{"quote": […]}`.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockNode {
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
pub enum InlineNode {
    T(String),
    Em(Vec<InlineNode>),
    Strong(Vec<InlineNode>),
    Code(String),
    A { href: String, content: Vec<InlineNode> },
    Br,
}

pub(super) fn day_row(day: &Day) -> DayRow {
    DayRow { date: day.date.to_string(), label: day.label.clone() }
}

pub(super) fn room_row(room: &Room) -> RoomRow {
    RoomRow { id: room.id.to_string(), name: room.name.clone(), names: room.names.clone() }
}

pub(super) fn track_row(track: &Track) -> TrackRow {
    TrackRow { id: track.id.to_string(), name: track.name.clone(), color: track.color.map(|color| color.to_string()) }
}

pub(super) fn walk_row(walk: &Walk) -> WalkRow {
    let ids = |rooms: &[RoomId]| rooms.iter().map(ToString::to_string).collect();
    WalkRow { from: ids(&walk.from), to: ids(&walk.to), minutes: walk.minutes }
}

pub(super) fn session_row(session: &Session) -> SessionRow {
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
        r#abstract: session.about.iter().map(block_node).collect(),
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
