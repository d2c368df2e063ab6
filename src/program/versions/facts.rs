//! The facts of a session by which it is matched between two versions.

use crate::program::title::{self, Shape};
use crate::program::{Date, Kind, Program, Seen, Session};
use std::cell::OnceCell;

/// A session for matching: one of a program, or the copy in a pick.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    id: &'a str,
    /// The title without notes such as "CANCELLED".
    title: &'a str,
    /// Computed when first needed: most sessions are matched without it.
    shape: OnceCell<Shape>,
    /// The [`title::normal`] title; never empty.
    key: String,
    /// Whether the title names a kind of session and not a particular one.
    common: bool,
    /// Seconds since 1970.
    start: i64,
    minutes: i64,
    day: Date,
    /// Normalised and sorted names of the rooms.
    place: String,
    /// Normalised and sorted names of the speakers.
    people: Vec<String>,
}

/// How the speakers of two sessions are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum People {
    /// At least half of all speakers are in both.
    Same,
    /// Some speakers are in both.
    Shared,
    /// No speaker is in both.
    Other,
    /// At least one of the sessions has no speakers.
    Unknown,
}

impl<'a> Facts<'a> {
    /// Returns the facts of a session of a program.
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

    /// Returns the facts of a copy with this id and title.
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

    /// Whether many sessions have this title.
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

    /// Returns how similar the titles are, 0 to 100.
    pub(super) fn likeness(&self, other: &Facts) -> usize {
        if self.key == other.key { 100 } else { self.shape().likeness(other.shape()) }
    }

    fn shape(&self) -> &Shape {
        self.shape.get_or_init(|| Shape::of(self.title))
    }

    fn is_nobody_named(&self, other: &Facts) -> bool {
        self.people.is_empty() && other.people.is_empty()
    }

    /// The number of facts that [`Facts::agreement`] compares.
    pub const MOST_AGREEMENT: usize = 3;

    /// Returns how many of title, speakers and start are the same. The room is not compared, since its name may be in another
    /// language.
    pub fn agreement(&self, other: &Facts) -> usize {
        let same = [self.key == other.key, self.people == other.people, self.start == other.start];
        same.into_iter().filter(|same| *same).count()
    }

    /// Returns how likely it is that a session with another id and another title is this one.
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

    /// Whether a session with the same id is the same talk.
    ///
    /// If the id now has another title and other speakers, it was given to another talk. A slot without speakers and with a
    /// placeholder as its title ("Keynote", "TBA") may have been filled.
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
    /// It is the same session with a new title, unless another one fits as well.
    Sure,
    /// Only the user can decide.
    Doubtful,
}

/// From this similarity on, two titles differ only by a small correction or a subtitle.
const CLOSE: usize = 70;

/// From this similarity on, two titles of the same speakers at another time may be the same talk.
const SIMILAR: usize = 55;

/// From this similarity on, two titles at the same time may be the same talk.
const ALIKE: usize = 45;

/// Returns the same key for "Kim, Minsu" and "Minsu Kim".
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
