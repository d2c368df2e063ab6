//! What of a session tells whether it is the same talk as another one.

use crate::program::title::{self, Shape};
use crate::program::{Date, Kind, Program, Seen, Session};
use std::cell::OnceCell;

/// A session as matching sees it: one of a program, or the copy in a pick.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    id: &'a str,
    /// Without notes such as "CANCELLED".
    title: &'a str,
    /// Made when it is first needed: most sessions are known without it.
    shape: OnceCell<Shape>,
    /// The title in the form in which titles are compared; never empty.
    key: String,
    /// The title says what sort of entry it is, and not which.
    common: bool,
    /// Seconds since 1970.
    start: i64,
    minutes: i64,
    day: Date,
    /// Names of rooms in the form in which they are compared, in order.
    place: String,
    /// Names of speakers in the form in which they are compared, in order.
    people: Vec<String>,
}

/// How the people of two sessions are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum People {
    /// At least half of all are on both.
    Same,
    /// Somebody is on both.
    Shared,
    /// Nobody is on both.
    Other,
    /// One of the two has none.
    Unknown,
}

impl<'a> Facts<'a> {
    /// Of a session of a program.
    pub fn of_session(session: &'a Session, program: &Program) -> Facts<'a> {
        let rooms: Vec<String> = session.rooms.iter().filter_map(|id| program.room(id)).map(|room| room.name.clone()).collect();
        let seen = Seen {
            title: &session.title,
            span: session.span,
            rooms: &rooms,
            speakers: &session.speakers,
            cancelled: session.cancelled,
        };
        let facts = Facts { day: session.day, ..Facts::of_copy(session.id.as_str(), &session.title, seen) };
        Facts { common: facts.common || session.kind == Kind::Break, ..facts }
    }

    /// Of a copy with this id and title; the other facts are those seen.
    pub fn of_copy(id: &'a str, title: &'a str, seen: Seen<'_>) -> Facts<'a> {
        let title = title::without_notes(title);
        let normal = title::normal(title);
        Facts {
            id,
            title,
            shape: OnceCell::new(),
            common: title::is_common(&normal),
            key: if normal.is_empty() { title.trim().to_owned() } else { normal },
            start: seen.span.start.unix(),
            minutes: seen.span.minutes(),
            day: seen.span.start.program_day(),
            place: in_order(seen.rooms.iter().map(|name| title::normal(name))).join("+"),
            people: in_order(seen.speakers.iter().map(|name| name_key(name))),
        }
    }

    pub(super) fn id(&self) -> &'a str {
        self.id
    }

    pub(super) fn key(&self) -> &str {
        &self.key
    }

    pub(super) fn start(&self) -> i64 {
        self.start
    }

    pub(super) fn minutes(&self) -> i64 {
        self.minutes
    }

    pub(super) fn day(&self) -> Date {
        self.day
    }

    pub(super) fn place(&self) -> &str {
        &self.place
    }

    pub(super) fn people(&self) -> &[String] {
        &self.people
    }

    /// Whether the title is one that many sessions have.
    pub(super) fn is_common(&self) -> bool {
        self.common
    }

    pub(super) fn people_with(&self, other: &Facts) -> People {
        if self.people.is_empty() || other.people.is_empty() {
            return People::Unknown;
        }
        let shared = self.people.iter().filter(|name| other.people.binary_search(name).is_ok()).count();
        let all = self.people.len() + other.people.len() - shared;
        match shared {
            0 => People::Other,
            _ if shared * 2 >= all => People::Same,
            _ => People::Shared,
        }
    }

    /// How alike the titles are, 0 to 100.
    pub(super) fn likeness(&self, other: &Facts) -> usize {
        if self.key == other.key { 100 } else { self.shape().likeness(other.shape()) }
    }

    fn shape(&self) -> &Shape {
        self.shape.get_or_init(|| Shape::of(self.title))
    }

    fn is_nobody_named(&self, other: &Facts) -> bool {
        self.people.is_empty() && other.people.is_empty()
    }

    /// All facts that [`Facts::agreement`] counts.
    pub const MOST_AGREEMENT: usize = 3;

    /// Number of facts that are the same: title, people, start. Not the place, whose name may be in another language.
    pub fn agreement(&self, other: &Facts) -> usize {
        let same = [self.key == other.key, self.people == other.people, self.start == other.start];
        same.into_iter().filter(|same| *same).count()
    }

    /// Whether a session with another id and another title may be this one.
    pub(super) fn retitled_as(&self, other: &Facts) -> Option<Sign> {
        let (same_start, same_place, likeness) = (self.start == other.start, self.place == other.place, self.likeness(other));
        if self.common || other.common {
            let same_slot = same_start && same_place && self.people_with(other) != People::Other;
            return (same_slot && likeness >= ALIKE).then_some(Sign::Sure);
        }
        let at_least = |least: usize| likeness >= least;
        let (sure, doubtful) = match self.people_with(other) {
            People::Same => (at_least(CLOSE) || same_start && same_place && at_least(ALIKE), same_start || at_least(SIMILAR)),
            People::Shared => (same_start && at_least(CLOSE), at_least(CLOSE)),
            People::Unknown => (same_start && at_least(CLOSE), at_least(CLOSE) || same_start && at_least(ALIKE)),
            People::Other => (false, same_start && at_least(CLOSE)),
        };
        if sure { Some(Sign::Sure) } else { doubtful.then_some(Sign::Doubtful) }
    }

    /// Whether a session that has the id of this one is the same talk.
    ///
    /// An id that now has another title and other people was given to another talk. A slot without people whose title said
    /// nothing ("Keynote", "TBA") may have been filled.
    pub(super) fn is_same_talk(&self, other: &Facts) -> bool {
        let same_slot = self.start == other.start && self.place == other.place;
        match self.people_with(other) {
            People::Same | People::Shared => true,
            People::Other if self.key == other.key => !self.common || same_slot,
            People::Other => self.likeness(other) >= CLOSE,
            People::Unknown => {
                let filled = title::is_placeholder(&self.key) || self.is_nobody_named(other);
                self.likeness(other) >= CLOSE
                    || self.start == other.start && (same_slot && filled || self.likeness(other) >= ALIKE)
            }
        }
    }
}

/// How well a new title fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// It is the session, retitled, unless another one fits as well.
    Sure,
    /// Only the person can tell.
    Doubtful,
}

/// From here on two titles differ only by a small correction or a subtitle.
const CLOSE: usize = 70;

/// From here on two titles of the same people, at another time, may be meant to say the same.
const SIMILAR: usize = 55;

/// From here on two titles at the same time may be meant to say the same.
const ALIKE: usize = 45;

/// "Kim, Minsu" and "Minsu Kim" are one person.
fn name_key(name: &str) -> String {
    let words = name.split(|letter: char| letter.is_whitespace() || letter == ',').map(title::normal);
    in_order(words.filter(|word| !word.is_empty())).concat()
}

fn in_order(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}
