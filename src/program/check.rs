//! Oddities in a valid program. None of them makes a program unusable, but an organiser wants to know about them.

mod slips;
mod speakers;

use super::search::{Index, Query};
use super::{Program, Session, SessionId, alias};
use std::collections::BTreeMap;

/// Something that the organiser may not have intended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The kind of oddity.
    pub oddity: Oddity,
    /// The sessions that it is about, in program order; empty if it is not about sessions.
    pub sessions: Vec<SessionId>,
}

/// A kind of oddity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// Sessions overlap in the room with this name. Normal for posters and exhibitions.
    Overlap {
        /// The room's name.
        room: String,
    },
    /// The talk has no room, although others have one.
    NoRoom,
    /// It ends when it starts.
    NoLength,
    /// It is longer than eight hours.
    VeryLong,
    /// It starts before 04:00 of its day or after 04:00 of the next day.
    OutsideDay,
    /// Several sessions have the same title, time and rooms.
    Duplicate,
    /// The table of walking times names a room that is not in the program.
    UnknownRoom {
        /// The name in the table.
        room: String,
    },
    /// None of these names, which mean the same to a search, is in the program.
    UnusedAlias {
        /// The line with them.
        alias: String,
    },
    /// Rooms with these names may be the same one: the names differ only in blanks, hyphens or capitals.
    RoomsAlike {
        /// The names.
        names: Vec<String>,
    },
    /// The days of these sessions are weeks or years from those of the others.
    FarApart,
    /// It is in the night, and would fit in twelve hours later: 01:30 may be meant as 13:30.
    ByNight,
    /// The speaker with this name has sessions that overlap.
    SpeakerTwice {
        /// The name.
        speaker: String,
    },
    /// The speaker with this name has less time between two sessions than the way takes.
    SpeakerHurried {
        /// The name.
        speaker: String,
    },
    /// The title is struck through with tildes, as if the session were cancelled.
    StruckThrough,
}

impl Oddity {
    /// Returns its name in reports.
    pub fn as_str(&self) -> &'static str {
        match self {
            Oddity::Overlap { .. } => "overlap",
            Oddity::NoRoom => "no-room",
            Oddity::NoLength => "no-length",
            Oddity::VeryLong => "very-long",
            Oddity::OutsideDay => "outside-day",
            Oddity::Duplicate => "duplicate",
            Oddity::UnknownRoom { .. } => "unknown-room",
            Oddity::UnusedAlias { .. } => "unused-alias",
            Oddity::RoomsAlike { .. } => "rooms-alike",
            Oddity::FarApart => "far-apart",
            Oddity::ByNight => "by-night",
            Oddity::SpeakerTwice { .. } => "speaker-twice",
            Oddity::SpeakerHurried { .. } => "speaker-hurried",
            Oddity::StruckThrough => "struck-through",
        }
    }
}

/// The most lines of names that are looked for. A hostile file may have a thousand.
const MAX_ALIASES: usize = 100;

const LONG_MINUTES: i64 = 8 * 60;

/// Returns one finding for each oddity and room.
///
/// ```
/// use siganpyo::import::{Options, import};
/// use siganpyo::program::{Oddity, check};
///
/// let table = "# time_zone: Asia/Seoul\ndate,start,end,room,title\n\
///     2018-08-18,13:00,13:40,101,Opening\n2018-08-18,13:30,14:00,101,Types\n";
/// let program = import(table.as_bytes(), &Options::default())?.program;
/// let findings = check(&program);
/// assert_eq!(findings[0].oddity, Oddity::Overlap { room: "101".to_owned() });
/// # Ok::<(), siganpyo::import::ImportError>(())
/// ```
pub fn check(program: &Program) -> Vec<Finding> {
    let all = |oddity: Oddity, applies: fn(&Session) -> bool| {
        let sessions = program.sessions.iter().filter(|session| applies(session)).map(|session| session.id.clone()).collect();
        Finding { oddity, sessions }
    };
    let mut findings = vec![
        Finding { oddity: Oddity::NoRoom, sessions: slips::without_room(program) },
        all(Oddity::NoLength, |session| session.span.start == session.span.end),
        all(Oddity::VeryLong, |session| session.span.minutes() > LONG_MINUTES),
        all(Oddity::OutsideDay, |session| session.span.start.program_day() != session.day),
        Finding { oddity: Oddity::Duplicate, sessions: duplicates(program) },
        Finding { oddity: Oddity::FarApart, sessions: slips::far_apart(program) },
        Finding { oddity: Oddity::ByNight, sessions: slips::by_night(program) },
        Finding { oddity: Oddity::StruckThrough, sessions: slips::struck_through(program) },
    ];
    findings.extend(program.rooms.iter().zip(by_room(program)).map(|(room, sessions)| {
        let oddity = Oddity::Overlap { room: room.name.clone() };
        Finding { oddity, sessions: overlapping(&sessions) }
    }));
    findings.extend(speakers::impossible(program));
    findings.retain(|finding| !finding.sessions.is_empty());
    let no_sessions = |oddity| Finding { oddity, sessions: Vec::new() };
    findings.extend(unknown_rooms(program).into_iter().map(|room| no_sessions(Oddity::UnknownRoom { room })));
    findings.extend(unused_aliases(program).into_iter().map(|alias| no_sessions(Oddity::UnusedAlias { alias })));
    findings.extend(slips::rooms_alike(program).into_iter().map(|names| no_sessions(Oddity::RoomsAlike { names })));
    findings
}

fn duplicates(program: &Program) -> Vec<SessionId> {
    let mut groups: BTreeMap<_, Vec<&SessionId>> = BTreeMap::new();
    for session in &program.sessions {
        groups.entry((session.span, &session.title, &session.rooms)).or_default().push(&session.id);
    }
    groups.into_values().filter(|group| group.len() > 1).flatten().cloned().collect()
}

/// Returns each room that only the table of walking times names, once.
fn unknown_rooms(program: &Program) -> Vec<String> {
    let named = program.walking.iter().flat_map(|walk| walk.from.iter().chain(&walk.to));
    let mut unknown: Vec<String> = named.filter(|room| program.room(room).is_none()).map(ToString::to_string).collect();
    unknown.sort();
    unknown.dedup();
    unknown
}

/// Returns the lines of names of which a search finds none.
fn unused_aliases(program: &Program) -> Vec<String> {
    if program.aliases.is_empty() {
        return Vec::new();
    }
    let mut index = Index::new(program);
    index.read_abstracts(program, program.sessions.len());
    let is_used = |name: &str| !index.find(&Query::new(name)).is_empty();
    program.aliases.iter().take(MAX_ALIASES).filter(|names| !alias::names(names).any(is_used)).cloned().collect()
}

/// Returns the sessions of each room, in program order.
fn by_room(program: &Program) -> Vec<Vec<&Session>> {
    let mut rooms = vec![Vec::new(); program.rooms.len()];
    for session in program.sessions.iter().filter(|session| !session.cancelled) {
        let indices = session.rooms.iter().filter_map(|room| program.rooms.index_of(room.as_str()));
        indices.for_each(|index| rooms[index].push(session));
    }
    rooms
}

/// Returns the sessions of a room that begin before all earlier ones have ended.
fn overlapping(sessions: &[&Session]) -> Vec<SessionId> {
    let mut found: Vec<SessionId> = Vec::new();
    let mut longest: Option<&Session> = None;
    for session in sessions {
        if let Some(earlier) = longest.filter(|earlier| earlier.span.overlap_minutes(session.span).is_some()) {
            found.extend([&earlier.id, &session.id].into_iter().cloned());
        }
        longest = longest.filter(|earlier| earlier.span.end > session.span.end).or(Some(session));
    }
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::program_file;

    #[test]
    fn every_oddity_is_found_once() {
        let session = |id: &str, title: &str, start: &str, end: &str, rooms: &str| {
            format!(
                r#"{{"id": "{id}", "title": "{title}", "start": "2018-08-18T{start}:00+09:00", "end": "2018-08-18T{end}:00+09:00", "day": "2018-08-18", "rooms": [{rooms}]}}"#
            )
        };
        let sessions = [
            session("night", "N", "01:00", "02:00", "\"b\""),
            session("long", "L", "10:00", "19:00", "\"a\""),
            session("inside", "I", "11:00", "12:00", "\"a\""),
            session("after", "A", "19:00", "20:00", "\"a\""),
            session("zero", "Z", "13:00", "13:00", "\"b\""),
            session("one", "Same", "14:00", "15:00", ""),
            session("two", "Same", "14:00", "15:00", ""),
        ];
        let file = format!(
            r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul", "days": [{{"date": "2018-08-18"}}],
            "rooms": [{{"id": "a", "name": "A"}}, {{"id": "b", "name": "B"}}], "tracks": [],
            "walking": [{{"from": ["a", "z"], "to": ["b", "y"], "minutes": 3}}, {{"from": ["a"], "to": ["z"], "minutes": 4}}],
            "aliases": ["동일 = Same", "장고 = Django"], "sessions": [{}]}}"#,
            sessions.join(",")
        );
        let found: Vec<String> = check(&program_file::read(&file).unwrap())
            .iter()
            .map(|finding| {
                let sessions: Vec<&str> = finding.sessions.iter().map(SessionId::as_str).collect();
                match &finding.oddity {
                    Oddity::UnknownRoom { room } => format!("unknown-room: {room}"),
                    Oddity::UnusedAlias { alias } => format!("unused-alias: {alias}"),
                    oddity => format!("{}: {}", oddity.as_str(), sessions.join(" ")),
                }
            })
            .collect();
        let expected = [
            "no-room: one two",
            "no-length: zero",
            "very-long: long",
            "outside-day: night",
            "duplicate: one two",
            "by-night: night",
            "overlap: long inside",
            "unknown-room: y",
            "unknown-room: z",
            "unused-alias: 장고 = Django",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_speaker_cannot_be_at_two_places_or_walk_faster_than_the_organiser() {
        let table = "# time_zone: Asia/Seoul\n# walk: A > B = 10\ndate,start,end,room,title,speakers\n\
            2018-08-18,10:00,11:00,A,One,Ann; Bo\n2018-08-18,10:30,11:30,B,Two,Ann\n2018-08-18,11:05,12:00,B,Three,Bo\n\
            2018-08-18,12:10,13:00,A,Four,Bo\n";
        let program = crate::import::import(table.as_bytes(), &crate::import::Options::default()).unwrap().program;
        let found: Vec<_> = check(&program).into_iter().map(|finding| (finding.oddity, finding.sessions.len())).collect();
        let [ann, bo] = ["Ann", "Bo"].map(str::to_owned);
        assert!(found.contains(&(Oddity::SpeakerTwice { speaker: ann }, 2)), "{found:?}");
        assert!(found.contains(&(Oddity::SpeakerHurried { speaker: bo }, 2)), "{found:?}");
        assert_eq!(found.iter().filter(|(oddity, _)| oddity.as_str().starts_with("speaker")).count(), 2, "{found:?}");
    }
}
