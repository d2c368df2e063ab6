//! A word of a query, and where it occurs in folded text.

use super::fold::{OPEN, as_initial, fold, fold_char, is_alphabetic, is_hangul, is_inner, is_letter};
use std::ops::Range;

/// Words of up to this many units are searched without skipping.
const SHORT: usize = 3;

/// Latin names of this many letters, and Hangul names of this many syllables, are found inside longer words too: Python in
/// MicroPython, but not Rust in "trust", and 장고 not in 냉장고.
const LONG_LATIN: usize = 6;
const LONG_HANGUL: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The folded word, with [`OPEN`] after initial consonants that stand for whole syllables. Where it has a space, the
    /// text may have a separator.
    units: Vec<u8>,
    /// Whether it has any [`OPEN`].
    pub open: bool,
    /// For each byte of text that is aligned with the word's last unit, how far the search can skip, see [`Word::occurs_in`].
    leaps: [u8; 256],
    bounds: Bounds,
}

/// Where in a text a word may occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bounds {
    Anywhere,
    /// Where a word begins.
    Start,
    /// As a whole word, or with an English plural.
    Whole,
}

impl Word {
    /// Returns a word as it was typed, which may occur anywhere; `None` if all of it is ignored.
    pub fn typed(word: &str) -> Option<Word> {
        let mut units = Vec::new();
        word.chars().for_each(|letter| fold_char(letter, true, &mut units));
        Word::of(units, Bounds::Anywhere)
    }

    /// Returns a name that stands for what was typed, perhaps of several words. Since nobody typed it, a short one must occur as
    /// a word of its own.
    pub fn name(name: &str) -> Option<Word> {
        let mut units = Vec::new();
        fold(name, &mut units);
        for unit in units.iter_mut().filter(|unit| is_separator(**unit)) {
            *unit = b' ';
        }
        let syllables = name.chars().filter(|letter| ('가'..='힣').contains(letter)).count();
        let bounds = match syllables {
            0 if units.len() < LONG_LATIN => Bounds::Whole,
            0 => Bounds::Anywhere,
            syllables if syllables < LONG_HANGUL => Bounds::Start,
            _ => Bounds::Anywhere,
        };
        Word::of(units, bounds)
    }

    /// Returns a word whose letters may be written apart: websocket as in "Web Socket" and in "web-socket".
    pub fn apart(word: &str) -> Option<Word> {
        let mut units = Vec::new();
        fold(word, &mut units);
        units.retain(|unit| is_letter(*unit));
        let units: Vec<u8> = units.iter().flat_map(|unit| [*unit, b' ']).take(2 * units.len() - 1).collect();
        Word::of(units, Bounds::Start)
    }

    /// Returns a word that may be unfinished, and that nobody typed like this, so that it must begin a word.
    pub fn beginning(word: &str) -> Option<Word> {
        let mut units = Vec::new();
        fold(word, &mut units);
        Word::of(units, Bounds::Start)
    }

    fn of(units: Vec<u8>, bounds: Bounds) -> Option<Word> {
        (!units.is_empty()).then(|| Word { open: units.contains(&OPEN), leaps: leaps(&units), units, bounds })
    }

    /// Returns where the word first occurs at or after a byte of folded text. Within Korean it may span spaces.
    pub fn find(&self, text: &[u8], from: usize) -> Option<Range<usize>> {
        let first = self.units[0];
        let starts = (from..text.len()).filter(|at| text[*at] == first);
        starts.filter_map(|at| Some(at..self.end_at(text, at)?)).find(|hit| self.is_within_bounds(text, hit))
    }

    /// Whether the word occurs in a longer text. Not for words with initial consonants that stand for syllables.
    ///
    /// R. Nigel Horspool, "Practical fast searching in strings" (1980). Short words are not worth skipping for.
    pub fn occurs_in(&self, text: &[u8]) -> bool {
        let last = self.units.len() - 1;
        if self.units.len() <= SHORT || self.units.contains(&b' ') {
            return self.find(text, 0).is_some();
        }
        let mut at = last;
        while let Some(found) = text.get(at) {
            let is_found = is_like(self.units[last], *found, true) && text[at - last..at] == self.units[..last];
            if is_found && self.is_within_bounds(text, &(at - last..at + 1)) {
                return true;
            }
            at += usize::from(self.leaps[usize::from(*found)]);
        }
        false
    }

    /// Whether a text begins with the word.
    pub fn begins(&self, text: &str) -> bool {
        let mut folded = Vec::new();
        fold(text, &mut folded);
        self.end_at(&folded, 0).is_some()
    }

    /// Returns where the word ends if it begins at `start`.
    fn end_at(&self, text: &[u8], start: usize) -> Option<usize> {
        let mut at = start;
        for (index, unit) in self.units.iter().copied().enumerate() {
            if unit == OPEN {
                at += text[at..].iter().take_while(|found| is_inner(**found)).count();
                continue;
            }
            if unit == b' ' {
                at += usize::from(text.get(at).copied().is_some_and(is_separator));
                continue;
            }
            if is_hangul(unit) && at > start && is_hangul(text[at - 1]) {
                at += text[at..].iter().take_while(|found| **found == b' ').count();
            }
            if !is_like(unit, *text.get(at)?, index + 1 == self.units.len()) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    fn is_within_bounds(&self, text: &[u8], hit: &Range<usize>) -> bool {
        let starts = || is_boundary(text, hit.start);
        let is_plural = || text.get(hit.end) == Some(&b's') && is_boundary(text, hit.end + 1);
        match self.bounds {
            Bounds::Anywhere => true,
            Bounds::Start => starts(),
            Bounds::Whole => starts() && (is_boundary(text, hit.end) || is_plural()),
        }
    }
}

/// Returns for each byte how far its last occurrence in a word, not counting the word's last unit, is from the end.
fn leaps(units: &[u8]) -> [u8; 256] {
    let reach = |distance: usize| distance.min(usize::from(u8::MAX)) as u8;
    let mut leaps = [reach(units.len().max(1)); 256];
    for (distance, unit) in units.iter().rev().enumerate().skip(1).rev() {
        leaps[usize::from(*unit)] = reach(distance);
    }
    leaps
}

/// Whether a word can begin or end before this byte: not between two Latin letters, and not within Hangul.
fn is_boundary(text: &[u8], at: usize) -> bool {
    let Some((before, after)) = at.checked_sub(1).and_then(|before| Some((text[before], *text.get(at)?))) else { return true };
    !(is_alphabetic(before) && is_alphabetic(after) || is_hangul(before) && is_hangul(after))
}

/// Whether a unit of a word matches a unit of text. While 파이데 is being typed it is 파읻 for a moment.
fn is_like(unit: u8, found: u8, is_last: bool) -> bool {
    unit == found || is_last && as_initial(unit) == Some(found)
}

/// Whether the byte can be between the words of a name, as the hyphen in "e-mail".
fn is_separator(unit: u8) -> bool {
    matches!(unit, b' ' | b'-' | b'_' | b'.' | b'/')
}
