//! Search: which sessions match the words that a person types.
//!
//! Case, accents, widths and the two kinds of kana do not matter (see `fold`). A Hangul syllable may be unfinished, and its
//! initial consonant alone matches it.

mod fold;
mod index;
#[cfg(test)]
mod tests;

pub use index::{Hit, Index};

use super::{Program, Session};
use fold::{OPEN, as_initial, fold_char, is_hangul, is_inner};
use std::ops::Range;

/// The most words of a query; further ones are ignored. Nobody types more.
const WORDS: usize = 12;

/// Words of up to this many units are searched without skipping.
const SHORT: usize = 3;

/// A query, ready to be compared with texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// The folded word, with [`OPEN`] after initial consonants that stand for whole syllables.
    units: Vec<u8>,
    /// Whether it has any [`OPEN`].
    open: bool,
    /// For each byte of text that is aligned with the word's last unit, how far the search can skip, see [`Word::occurs_in`].
    leaps: [u8; 256],
}

impl Query {
    /// Splits what was typed into words. Their order does not matter.
    pub fn new(typed: &str) -> Query {
        let mut words: Vec<Word> = Vec::new();
        for word in typed.split_whitespace() {
            let mut units = Vec::new();
            word.chars().for_each(|letter| fold_char(letter, true, &mut units));
            let is_new = !words.iter().any(|word| word.units == units);
            if !units.is_empty() && words.len() < WORDS && is_new {
                words.push(Word { open: units.contains(&OPEN), leaps: leaps(&units), units });
            }
        }
        Query { words }
    }

    /// Whether the query is empty, so that every session matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word occurs somewhere in the session. For a single session; to search all of them, use [`Index`].
    pub fn matches(&self, session: &Session, program: &Program) -> bool {
        self.is_empty() || Index::of([session], program, true).find(self).len() == 1
    }

    /// Returns where the words occur in a title or a name: sorted byte ranges that neither overlap nor touch.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut folded = Vec::new();
        // The character that each folded byte comes from.
        let mut sources: Vec<Range<usize>> = Vec::new();
        for (at, letter) in text.char_indices() {
            let source = at..at + letter.len_utf8();
            fold_char(letter, false, &mut folded);
            if folded.len() == sources.len() {
                // An ignored combining mark belongs to the letter before it.
                let last = sources.last().cloned();
                for before in sources.iter_mut().rev().take_while(|before| Some(&**before) == last.as_ref()) {
                    before.end = source.end;
                }
            }
            sources.resize(folded.len(), source);
        }
        let mut marked = vec![false; text.len()];
        for word in &self.words {
            let mut from = 0;
            while let Some(hit) = word.find(&folded, from) {
                marked[sources[hit.start].start..sources[hit.end - 1].end].fill(true);
                from = hit.start + 1;
            }
        }
        runs(&marked)
    }
}

/// Returns the ranges of indices that are true.
fn runs(marked: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..marked.len()).filter(|at| marked[*at]) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
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

impl Word {
    /// Returns where the word first occurs at or after a byte of folded text. Within Korean it may span spaces.
    fn find(&self, text: &[u8], from: usize) -> Option<Range<usize>> {
        let first = self.units[0];
        (from..text.len()).filter(|at| text[*at] == first).find_map(|at| Some(at..self.end_at(text, at)?))
    }

    /// Whether the word occurs in a longer text. Not for words with initial consonants that stand for syllables.
    ///
    /// R. Nigel Horspool, "Practical fast searching in strings" (1980). Short words are not worth skipping for.
    fn occurs_in(&self, text: &[u8]) -> bool {
        let last = self.units.len() - 1;
        if self.units.len() <= SHORT {
            let first = self.units[0];
            return text.iter().enumerate().any(|(at, unit)| *unit == first && self.end_at(text, at).is_some());
        }
        let mut at = last;
        while let Some(found) = text.get(at) {
            if is_like(self.units[last], *found, true) && text[at - last..at] == self.units[..last] {
                return true;
            }
            at += usize::from(self.leaps[usize::from(*found)]);
        }
        false
    }

    /// Returns where the word ends if it begins at `start`.
    fn end_at(&self, text: &[u8], start: usize) -> Option<usize> {
        let mut at = start;
        for (index, unit) in self.units.iter().copied().enumerate() {
            if unit == OPEN {
                at += text[at..].iter().take_while(|found| is_inner(**found)).count();
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
}

/// Whether a unit of a word matches a unit of text. While 파이데 is being typed it is 파읻 for a moment.
fn is_like(unit: u8, found: u8, is_last: bool) -> bool {
    unit == found || is_last && as_initial(unit) == Some(found)
}
