//! Which sessions a person means by a few words.
//!
//! Case, accents, widths and the two kana do not matter ([`fold`]). A Hangul syllable may still be unfinished, and its
//! initial consonant may stand for it.

mod fold;
mod index;
#[cfg(test)]
mod tests;

pub use index::{Hit, Index};

use super::{Program, Session};
use fold::{OPEN, as_initial, fold_char, is_hangul, is_inner};
use std::ops::Range;

/// More words than anybody types; what is pasted beyond them is left out.
const WORDS: usize = 12;

/// What was typed, ready to be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// Folded, with [`OPEN`] behind initial consonants that stand for syllables.
    units: Vec<u8>,
    /// Whether there are any such.
    open: bool,
}

impl Query {
    /// The words of what was typed, in any order.
    pub fn new(typed: &str) -> Query {
        let mut words: Vec<Word> = Vec::new();
        for word in typed.split_whitespace() {
            let mut units = Vec::new();
            word.chars().for_each(|letter| fold_char(letter, true, &mut units));
            let word = Word { open: units.contains(&OPEN), units };
            if !word.units.is_empty() && words.len() < WORDS && !words.contains(&word) {
                words.push(word);
            }
        }
        Query { words }
    }

    /// Whether nothing is searched for, so that every session is meant.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word occurs somewhere in the session. For one session; for all of them, see [`Index`].
    pub fn matches(&self, session: &Session, program: &Program) -> bool {
        self.is_empty() || Index::of([session], program, true).find(self).len() == 1
    }

    /// Where the words stand in a title or a name: ranges of its bytes in order, none touching another.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut folded = Vec::new();
        // For each folded byte the character it comes from.
        let mut sources: Vec<Range<usize>> = Vec::new();
        for (at, letter) in text.char_indices() {
            let source = at..at + letter.len_utf8();
            fold_char(letter, false, &mut folded);
            if folded.len() == sources.len() {
                // A mark that is not compared belongs to the letter before it.
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
            while let Some(hit) = word.find(&folded, from, true) {
                marked[sources[hit.start].start..sources[hit.end - 1].end].fill(true);
                from = hit.start + 1;
            }
        }
        runs(&marked)
    }
}

/// The stretches that are true.
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

impl Word {
    /// The first place of the word at or after a byte of folded text. `loose`: Korean is also found across a space.
    fn find(&self, text: &[u8], from: usize, loose: bool) -> Option<Range<usize>> {
        let first = self.units[0];
        let start = (from..text.len()).find(|at| text[*at] == first && self.end_at(text, *at, loose).is_some())?;
        Some(start..self.end_at(text, start, loose)?)
    }

    /// Where the word ends if it begins here.
    fn end_at(&self, text: &[u8], start: usize, loose: bool) -> Option<usize> {
        let mut at = start;
        for (place, unit) in self.units.iter().copied().enumerate() {
            if unit == OPEN {
                at += text[at..].iter().take_while(|found| is_inner(**found)).count();
                continue;
            }
            if loose && is_hangul(unit) && at > start && is_hangul(text[at - 1]) {
                at += text[at..].iter().take_while(|found| **found == b' ').count();
            }
            let found = *text.get(at)?;
            // While 파이데 is being typed it is 파읻 for a moment.
            let unfinished = place + 1 == self.units.len() && as_initial(unit) == Some(found);
            if found != unit && !unfinished {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}
