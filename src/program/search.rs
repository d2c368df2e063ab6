//! Search: which sessions match the words that a person types.
//!
//! Case, accents, widths and the two kinds of kana do not matter (see `fold`). A Hangul syllable may be unfinished, and its
//! initial consonant alone matches it. What a query may mean besides, such as 장고 for Django, is the matter of the
//! [`Interpreter`].

mod fold;
mod index;
mod interpreter;
mod keyboard;
mod names;
mod slip;
mod sound;
#[cfg(test)]
mod tests;
mod vocabulary;
mod word;

pub use index::{Hit, Index};
pub use interpreter::{Interpretation, Interpreter};

use super::{Program, Session};
use fold::{fold, fold_char, is_letter};
use std::ops::Range;
use word::Word;

/// The most words of a query; further ones are ignored. Nobody types more.
const WORDS: usize = 12;

/// A query, ready to be compared with texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// For each word that was typed the words of which any one counts. There is more than one only in an [`Interpretation`].
    words: Vec<Vec<Word>>,
}

impl Query {
    /// Splits what was typed into words. Their order does not matter.
    pub fn new(typed: &str) -> Query {
        let mut words: Vec<Vec<Word>> = Vec::new();
        for word in typed.split_whitespace().filter_map(Word::typed) {
            let word = vec![word];
            if words.len() < WORDS && !words.contains(&word) {
                words.push(word);
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

    /// Whether every word occurs in one of the texts, which may be written with other spaces and signs: pyconkr fits "PyCon KR".
    pub fn fits(&self, texts: &[&str]) -> bool {
        let folded = |text: &&str| {
            let mut whole = Vec::new();
            fold(text, &mut whole);
            let joined: Vec<u8> = whole.iter().copied().filter(|unit| is_letter(*unit)).collect();
            [whole, joined]
        };
        let texts: Vec<Vec<u8>> = texts.iter().flat_map(folded).collect();
        let occurs = |word: &Word| texts.iter().any(|text| word.find(text, 0).is_some());
        self.words.iter().all(|words| words.iter().any(occurs))
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
        for word in self.words.iter().flatten() {
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
