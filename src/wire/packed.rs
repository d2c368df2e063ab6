//! A program as a short text, for a link that holds it: the index without abstracts.
//!
//! ```text
//! 1 zzzz…      the version of the format, and base64url of what zlib (RFC 1950) makes of the columns
//! ```
//!
//! A column holds one field of all sessions, since equal fields one after the other compress best. zlib's checksum tells of damage.
//! Only the reader and the command line read it, so its types are derived.

use super::program_file;
use crate::program::{
    Color, Date, Day, Kind, Moment, Program, ProgramId, Room, RoomId, Session, SessionId, Span, Track, TrackId, Walk,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a file that holds such a text begins with, so that importers know it.
pub const MARK: &str = "siganpyo-link/";

const VERSION: char = '1';

/// The best compression; the slowest program takes some milliseconds.
const LEVEL: u8 = 10;

/// Bytes that a text may unpack to: more than any program that fits into a link.
const MAX_UNPACKED: usize = 1 << 20;

/// Why a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpackable {
    /// A later version of the app made it.
    Later,
    /// It was cut or changed.
    Damaged,
}

/// The program by columns; what is the same for all sessions is absent.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Columns {
    i: String,
    v: String,
    t: String,
    z: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    u: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    p: Option<String>,
    /// Dates and labels of the days.
    day: Vec<(String, String)>,
    /// Ids and names of the rooms; an empty name is the id.
    room: Vec<(String, String)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    room_names: Vec<BTreeMap<String, String>>,
    /// Ids, names and colours of the tracks.
    track: Vec<(String, String, String)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    walk: Vec<(Vec<String>, Vec<String>, u32)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alias: Vec<String>,
    id: Vec<String>,
    title: Vec<String>,
    #[serde(skip_serializing_if = "is_plain")]
    subtitle: Vec<String>,
    /// Seconds since the start of the session before; minutes if all are whole ones.
    start: Vec<i64>,
    length: Vec<i64>,
    #[serde(skip_serializing_if = "is_plain")]
    seconds: bool,
    /// Offset from Greenwich in seconds, where it is another than of the session before.
    #[serde(skip_serializing_if = "is_plain")]
    offset: Vec<Option<i32>>,
    /// Where it is not that of the start.
    #[serde(skip_serializing_if = "is_plain")]
    on: Vec<String>,
    #[serde(skip_serializing_if = "is_plain")]
    rooms: Vec<Vec<usize>>,
    #[serde(skip_serializing_if = "is_plain")]
    tracks: Vec<Option<usize>>,
    #[serde(skip_serializing_if = "is_plain")]
    kind: Vec<String>,
    #[serde(skip_serializing_if = "is_plain")]
    language: Vec<String>,
    #[serde(skip_serializing_if = "is_plain")]
    level: Vec<String>,
    #[serde(skip_serializing_if = "is_plain")]
    speakers: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "is_plain")]
    url: Vec<String>,
    #[serde(skip_serializing_if = "is_plain")]
    cancelled: Vec<bool>,
}

/// Whether a column or flag says nothing.
fn is_plain<T: Plain>(value: &T) -> bool {
    value.is_plain()
}

trait Plain {
    fn is_plain(&self) -> bool;
}

impl Plain for bool {
    fn is_plain(&self) -> bool {
        !self
    }
}

impl<T: Default + PartialEq> Plain for Vec<T> {
    fn is_plain(&self) -> bool {
        self.iter().all(|value| *value == T::default())
    }
}

/// Writes the program as a text of base64url's characters.
pub fn pack(program: &Program) -> String {
    let columns = serde_json::to_vec(&Columns::of(program)).expect("plain data");
    format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&columns, LEVEL)))
}

/// Reads what [`pack`] wrote. It may come from anywhere, so it is to pass [`admit`](crate::import::admit) like any file.
///
/// # Errors
///
/// A later version of the format, or a damaged text.
pub fn unpack(text: &str) -> Result<Program, Unpackable> {
    let packed = text.trim().strip_prefix(VERSION).ok_or(match text.trim().chars().next() {
        Some('0'..='9') => Unpackable::Later,
        _ => Unpackable::Damaged,
    })?;
    let packed = URL_SAFE_NO_PAD.decode(packed).map_err(|_| Unpackable::Damaged)?;
    let columns = decompress_to_vec_zlib_with_limit(&packed, MAX_UNPACKED).map_err(|_| Unpackable::Damaged)?;
    let columns: Columns = serde_json::from_slice(&columns).map_err(|_| Unpackable::Damaged)?;
    let program = columns.program().ok_or(Unpackable::Damaged)?;
    // Its references and ids are checked where those of every program file are.
    program_file::read(&program_file::write_index(&program)).map_err(|_| Unpackable::Damaged)
}

impl Columns {
    fn of(program: &Program) -> Columns {
        let sessions = || program.sessions.iter();
        let texts = |field: fn(&Session) -> &Option<String>| {
            sessions().map(|session| field(session).clone().unwrap_or_default()).collect()
        };
        let has_seconds = sessions().any(|session| session.span.start.unix() % 60 != 0 || session.span.end.unix() % 60 != 0);
        let unit = if has_seconds { 1 } else { 60 };
        let (mut before, mut offset) = (0, None);
        let mut columns = Columns {
            i: program.id.to_string(),
            v: program.version.clone(),
            t: program.title.clone(),
            z: program.time_zone.clone(),
            s: program.subtitle.clone(),
            u: program.url.clone(),
            p: program.venue.clone(),
            day: program.days.iter().map(|day| (day.date.to_string(), day.label.clone().unwrap_or_default())).collect(),
            track: program.tracks.iter().map(track_row).collect(),
            walk: program.walking.iter().map(|walk| (words(&walk.from), words(&walk.to), walk.minutes)).collect(),
            alias: program.aliases.clone(),
            id: sessions().map(|session| session.id.to_string()).collect(),
            title: sessions().map(|session| session.title.clone()).collect(),
            subtitle: texts(|session| &session.subtitle),
            seconds: has_seconds,
            language: texts(|session| &session.language),
            level: texts(|session| &session.level),
            url: texts(|session| &session.url),
            speakers: sessions().map(|session| session.speakers.clone()).collect(),
            cancelled: sessions().map(|session| session.cancelled).collect(),
            ..Columns::default()
        };
        for room in &program.rooms {
            let name = if room.name == room.id.as_str() { String::new() } else { room.name.clone() };
            columns.room.push((room.id.to_string(), name));
        }
        if program.rooms.iter().any(|room| !room.names.is_empty()) {
            columns.room_names = program.rooms.iter().map(|room| room.names.clone()).collect();
        }
        for session in &program.sessions {
            let start = session.span.start;
            columns.start.push((start.unix() - before) / unit);
            columns.length.push((session.span.end.unix() - start.unix()) / unit);
            columns.offset.push(Some(start.offset()).filter(|_| offset != Some(start.offset())));
            (before, offset) = (start.unix(), Some(start.offset()));
            columns.on.push(if session.day == start.program_day() { String::new() } else { session.day.to_string() });
            columns.rooms.push(session.rooms.iter().filter_map(|room| program.rooms.index_of(room.as_str())).collect());
            columns.tracks.push(session.track.as_ref().and_then(|track| program.tracks.index_of(track.as_str())));
            columns.kind.push(if session.kind == Kind::Talk { String::new() } else { session.kind.as_str().to_owned() });
        }
        columns
    }

    fn program(self) -> Option<Program> {
        let unit = if self.seconds { 1 } else { 60 };
        let (mut before, mut offset) = (0_i64, 0);
        let mut sessions = Vec::new();
        for (at, id) in self.id.iter().enumerate() {
            offset = self.offset.get(at).copied().flatten().unwrap_or(offset);
            before = self.start.get(at)?.checked_mul(unit)?.checked_add(before)?;
            let start = Moment::new(before, offset)?;
            let end = Moment::new(before.checked_add(self.length.get(at)?.checked_mul(unit)?)?, offset)?;
            let rooms = self.rooms.get(at).into_iter().flatten().map(|room| Some(RoomId::new(&self.room.get(*room)?.0)));
            sessions.push(Session {
                id: SessionId::new(id),
                title: self.title.get(at)?.clone(),
                subtitle: text(&self.subtitle, at),
                span: Span::new(start, end)?,
                day: text(&self.on, at).map_or(Some(start.program_day()), |day| Date::parse(&day))?,
                rooms: rooms.collect::<Option<_>>()?,
                track: match self.tracks.get(at).copied().flatten() {
                    Some(track) => Some(TrackId::new(&self.track.get(track)?.0)),
                    None => None,
                },
                kind: text(&self.kind, at).map_or(Kind::Talk, |kind| Kind::parse(&kind)),
                language: text(&self.language, at),
                level: text(&self.level, at),
                speakers: self.speakers.get(at).cloned().unwrap_or_default(),
                about: Vec::new(),
                url: text(&self.url, at),
                cancelled: self.cancelled.get(at).copied().unwrap_or_default(),
            });
        }
        let days = self.day.iter().map(|(date, label)| Some(Day { date: Date::parse(date)?, label: filled(label) }));
        let names = |at: usize| self.room_names.get(at).cloned().unwrap_or_default();
        let rooms = self.room.iter().enumerate().map(|(at, (id, name))| Room {
            id: RoomId::new(id),
            name: filled(name).unwrap_or_else(|| id.clone()),
            names: names(at),
        });
        let tracks = self.track.iter().map(|(id, name, color)| Track {
            id: TrackId::new(id),
            name: name.clone(),
            color: Color::parse(color),
        });
        let ids = |rooms: &[String]| rooms.iter().map(RoomId::new).collect();
        Some(Program {
            days: days.collect::<Option<_>>()?,
            rooms: rooms.collect(),
            tracks: tracks.collect(),
            walking: self
                .walk
                .iter()
                .map(|(from, to, minutes)| Walk { from: ids(from), to: ids(to), minutes: *minutes })
                .collect(),
            sessions: sessions.into(),
            id: ProgramId::new(&self.i),
            version: self.v,
            title: self.t,
            subtitle: self.s,
            url: self.u,
            venue: self.p,
            time_zone: self.z,
            aliases: self.alias,
        })
    }
}

fn track_row(track: &Track) -> (String, String, String) {
    (track.id.to_string(), track.name.clone(), track.color.map(|color| color.to_string()).unwrap_or_default())
}

fn words(rooms: &[RoomId]) -> Vec<String> {
    rooms.iter().map(ToString::to_string).collect()
}

fn text(column: &[String], at: usize) -> Option<String> {
    column.get(at).and_then(|text| filled(text))
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};

    fn program() -> Program {
        let table = "# title: 작은 모임\n# time_zone: Asia/Seoul\ndate,start,end,room,title,speakers,track,kind,status\n\
            2027-08-18,23:30,00:30,Hall A,밤샘 코딩 이야기,김하나;이두리,Web,talk,\n\
            2027-08-19,10:00,10:40,Hall B,Types and tests,,Core,keynote,cancelled\n2027-08-19,12:00,13:00,,Lunch,,,break,\n";
        import(table.as_bytes(), &Options::default()).expect("a program").program
    }

    #[test]
    fn a_program_is_read_as_it_was_written_but_for_abstracts() {
        let program = program();
        assert_eq!(unpack(&pack(&program)), Ok(program));
    }

    #[test]
    fn what_was_cut_or_changed_is_refused_or_says_the_same() {
        let program = program();
        let packed = pack(&program);
        for end in 0..packed.len() {
            assert!(unpack(&packed[..end]).is_err(), "the first {end} of {} characters", packed.len());
        }
        for at in 1..packed.len() {
            let other = if &packed[at..=at] == "A" { "B" } else { "A" };
            let changed = format!("{}{other}{}", &packed[..at], &packed[at + 1..]);
            assert!(
                unpack(&changed).is_err_and(|error| error == Unpackable::Damaged) || unpack(&changed).as_ref() == Ok(&program),
                "{at}"
            );
        }
        assert_eq!(unpack(&packed.replacen('1', "2", 1)), Err(Unpackable::Later));
        assert_eq!(unpack(""), Err(Unpackable::Damaged));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = compress_to_vec_zlib(&vec![b' '; 64 << 20], LEVEL);
        assert_eq!(unpack(&format!("1{}", URL_SAFE_NO_PAD.encode(bomb))), Err(Unpackable::Damaged));
    }
}
