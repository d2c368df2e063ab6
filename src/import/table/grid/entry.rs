//! The cell of a session in a grid: a title, and below it the people.

use super::super::super::kind;
use super::super::super::when::{self, Slot};
use crate::program::Kind;

/// What a cell says about its session.
#[derive(Clone)]
pub(super) struct Entry {
    pub title: String,
    pub speakers: String,
    pub about: String,
    /// If it has a time of its own.
    pub slot: Option<Slot>,
}

impl Entry {
    /// Reads a cell; `None` if it is empty.
    pub fn of(text: &str) -> Option<Entry> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let read = |line: &str| when::slot(&when::typed(line)).filter(|slot| slot.is_clear);
        let (times, lines): (Vec<&str>, Vec<&str>) = lines.partition(|line| read(line).is_some());
        let (title, rest) = lines.split_first()?;
        let (speakers, about) = rest.split_first().map_or(("", &[][..]), |(speakers, about)| (*speakers, about));
        Some(Entry {
            title: (*title).to_owned(),
            speakers: without_brackets(speakers).to_owned(),
            about: about.join("\n"),
            slot: times.first().and_then(|line| read(line)),
        })
    }

    /// Whether it is a break, which is for everybody.
    pub fn is_break(&self) -> bool {
        kind::of_title(&self.title, !self.speakers.is_empty()) == Kind::Break
    }
}

/// Returns the text in the brackets around it.
fn without_brackets(text: &str) -> &str {
    let inner = text.strip_prefix(['(', '[', '（']).and_then(|text| text.strip_suffix([')', ']', '）']));
    inner.filter(|inner| !inner.contains(['(', '（'])).unwrap_or(text)
}
