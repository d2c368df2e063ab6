//! What a conference publishes: its days, rooms, tracks and sessions.
//!
//! Knows nothing of what a person chose, of file formats or of screens.
//!
//! ```
//! use siganpyo::program::{Moment, Span};
//!
//! let moment = |text| Moment::parse(text).unwrap();
//! let party = Span::new(moment("2018-08-18T23:30:00+09:00"), moment("2018-08-19T01:00:00+09:00")).unwrap();
//! assert_eq!(party.minutes(), 90);
//! // A program day runs past midnight.
//! assert_eq!(party.end.program_day(), party.start.date());
//! ```

pub mod alias;
mod by_id;
pub mod cancelled;
mod change;
mod check;
pub mod derived_id;
mod id;
pub mod line;
pub mod link;
pub mod listing;
pub mod order;
mod rich_text;
pub mod search;
pub mod similar;
mod time;
pub mod title;
mod version_name;
pub mod versions;
mod walk;

pub use by_id::{ById, Identified};
pub use change::{Change, Seen, differences};
pub use check::{Finding, Oddity, check};
pub use id::{ProgramId, RoomId, SessionId, TrackId};
pub use listing::Listing;
pub use rich_text::{Block, Inline, plain_text};
pub use time::{Date, Moment, Span, Weekday};
pub use version_name::VersionName;
pub use walk::{Walk, Ways};

use std::collections::BTreeMap;

/// A published conference program.
///
/// Everything that makes a program (the importers and `wire::program_file`) keeps these invariants: ids are unique within
/// their kind, every room, track and day that a session refers to exists, no session ends before it starts, and sessions are
/// in program order, see [`Program::sort`].
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// Stays the same over all versions of one conference.
    pub id: ProgramId,
    /// What the publisher calls this version of the program. It is shown and compared for equality, never ordered.
    pub version: String,
    /// The conference's name.
    pub title: String,
    /// A second line under the name.
    pub subtitle: Option<String>,
    /// The conference's own page.
    pub url: Option<String>,
    /// Where it takes place, as one line.
    pub venue: Option<String>,
    /// IANA name of the venue's time zone, or an offset such as `+09:00` where no name is known.
    pub time_zone: String,
    /// Program days in order.
    pub days: Vec<Day>,
    /// Rooms in the order in which the organiser lists them.
    pub rooms: ById<Room>,
    /// Tracks in the organiser's order.
    pub tracks: ById<Track>,
    /// Walking times between rooms, if the organiser states them.
    pub walking: Vec<Walk>,
    /// Names that mean the same to a search, as `장고 = Django`, see [`alias::names`]. As text, since a first visit reads them
    /// and does not need them.
    pub aliases: Vec<String>,
    /// Sessions in program order.
    pub sessions: ById<Session>,
}

/// A program day: it runs past midnight, by convention from 04:00 to 04:00.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The calendar date on which the day begins.
    pub date: Date,
    /// The organiser's name for it, such as "Sprint day".
    pub label: Option<String>,
}

/// A place where sessions happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Unique within the program.
    pub id: RoomId,
    /// Name in the program's main language.
    pub name: String,
    /// Names by language tag where the source has several.
    pub names: BTreeMap<String, String>,
}

impl Room {
    /// Returns the name in the given language (a tag such as `ko`), or else the main name.
    pub fn name_in(&self, language: &str) -> &str {
        self.names.get(language).unwrap_or(&self.name)
    }
}

/// A theme that sessions belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// Unique within the program.
    pub id: TrackId,
    /// As the organiser writes it.
    pub name: String,
    /// The organiser's colour for it.
    pub color: Option<Color>,
}

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Color {
    /// Reads `#rrggbb`, in any case.
    pub fn parse(text: &str) -> Option<Color> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Color { red: channel(0)?, green: channel(2)?, blue: channel(4)? })
    }
}

impl std::fmt::Display for Color {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// The type of a session. It decides how prominently a session is shown, never whether it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of several parallel talks; also the default if the source does not say.
    Talk,
    /// For everybody, usually alone in its slot.
    Keynote,
    /// Hands-on, usually long.
    Workshop,
    /// A few minutes, several in a row.
    Lightning,
    /// Parties, dinners, meet-ups.
    Social,
    /// Coffee, lunch, registration.
    Break,
    /// Any other type, in the source's own word.
    Other(String),
}

impl Kind {
    /// Returns the word used in program files.
    pub fn as_str(&self) -> &str {
        match self {
            Kind::Talk => "talk",
            Kind::Keynote => "keynote",
            Kind::Workshop => "workshop",
            Kind::Lightning => "lightning",
            Kind::Social => "social",
            Kind::Break => "break",
            Kind::Other(word) => word,
        }
    }

    /// Returns the kind for a word of a program file.
    pub fn parse(word: &str) -> Kind {
        match word {
            "talk" => Kind::Talk,
            "keynote" => Kind::Keynote,
            "workshop" => Kind::Workshop,
            "lightning" => Kind::Lightning,
            "social" => Kind::Social,
            "break" => Kind::Break,
            other => Kind::Other(other.to_owned()),
        }
    }
}

/// One entry of the program: talk, keynote, workshop, break.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Unique within the program and stable over its versions.
    pub id: SessionId,
    /// Never empty.
    pub title: String,
    /// A second line under the title.
    pub subtitle: Option<String>,
    /// When it starts and ends, at the venue.
    pub span: Span,
    /// The program day it belongs to; a session at 00:30 belongs to the day before.
    pub day: Date,
    /// Its rooms: none if unknown, several with overflow rooms.
    pub rooms: Vec<RoomId>,
    /// Its track, if it has one.
    pub track: Option<TrackId>,
    /// [`Kind::Talk`] if the source does not say.
    pub kind: Kind,
    /// Language tag or the source's own word.
    pub language: Option<String>,
    /// For beginners or experts, in the source's words.
    pub level: Option<String>,
    /// Names in the source's order.
    pub speakers: Vec<String>,
    /// The abstract; empty if the source has none.
    pub about: Vec<Block>,
    /// Its own page.
    pub url: Option<String>,
    /// Whether it was announced but will not take place.
    pub cancelled: bool,
}

impl Identified for Room {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Identified for Track {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Identified for Session {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Program {
    /// Returns the session with this id.
    pub fn session(&self, id: &SessionId) -> Option<&Session> {
        self.sessions.find(id.as_str())
    }

    /// Returns the room with this id.
    pub fn room(&self, id: &RoomId) -> Option<&Room> {
        self.rooms.find(id.as_str())
    }

    /// Returns the track with this id.
    pub fn track(&self, id: &TrackId) -> Option<&Track> {
        self.tracks.find(id.as_str())
    }

    /// Returns the names of the session's rooms, in the given language if the source has it.
    pub fn room_names(&self, session: &Session, language: &str) -> Vec<String> {
        session.rooms.iter().filter_map(|id| self.room(id)).map(|room| room.name_in(language).to_owned()).collect()
    }

    /// Sorts the sessions into program order: by start, then by the order of their first rooms, then by title.
    ///
    /// A session without a room is for everybody and comes before the others of its slot.
    pub fn sort(&mut self) {
        let rooms = &self.rooms;
        let first_room = |session: &Session| session.rooms.first().and_then(|id| rooms.index_of(id.as_str()));
        let compare = |one: &Session, other: &Session| {
            let by_time = one.span.start.cmp(&other.span.start).then_with(|| first_room(one).cmp(&first_room(other)));
            by_time.then_with(|| one.title.cmp(&other.title)).then_with(|| one.id.cmp(&other.id))
        };
        // Importers write sessions in order, and checking is cheaper than sorting.
        if !self.sessions.is_sorted_by(|one, other| compare(one, other).is_le()) {
            let sessions = std::mem::take(&mut *self.sessions);
            *self.sessions = order::sorted(sessions, compare);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_reads_what_it_writes_and_nothing_else() {
        let color = Color { red: 10, green: 171, blue: 0 };
        assert_eq!(Color::parse("#0AAB00"), Some(color));
        assert_eq!(Color::parse(&color.to_string()), Some(color));
        for wrong in ["0aab00", "#0aab0", "#0aab000", "#ggggg0", "#한00", ""] {
            assert_eq!(Color::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn unknown_kinds_keep_their_word() {
        assert_eq!(Kind::parse("keynote"), Kind::Keynote);
        assert_eq!(Kind::parse("poster").as_str(), "poster");
    }
}
