//! What a query may mean besides what it says: the same name in the other language, a slip of the finger, the keyboard left in
//! the other language.
//!
//! A wrong guess is worse than none. So the surest interpretation is tried first, and the doubtful ones only for words that
//! nothing has.

use super::names::Names;
use super::slip::keys;
use super::vocabulary::Vocabulary;
use super::word::Word;
use super::{Hit, Index, Query, WORDS, keyboard};
use crate::program::Program;
use std::sync::OnceLock;

/// With this many hits a query is understood, and only names that mean the same are added.
const FEW: usize = 10;
/// The most spellings of one word. So many words sound like few others.
const MAX_SPELLINGS: usize = 6;
/// The most names that are looked for in place of one word. A hostile file may have thousands.
const MAX_NAMES: usize = 24;
/// The most words of a query that may be one name.
const MAX_JOINED: usize = 3;
/// The fewest letters of a word that may be written apart, or that was typed on the wrong keyboard.
const MIN_APART: usize = 6;
const MIN_LETTERS: usize = 3;
const MIN_SYLLABLES: usize = 2;

/// What a query may mean besides what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Interpretation {
    /// What it stands for, as the program writes it, such as "Django".
    pub meaning: String,
    /// Finds and marks what is meant.
    pub query: Query,
    /// The sessions that are found only so; never empty. Best first.
    pub hits: Vec<Hit>,
}

/// Interprets queries over one program. What it needs for that is made when it is first needed.
#[derive(Debug, Default)]
pub struct Interpreter {
    names: OnceLock<Names>,
    vocabulary: OnceLock<Vocabulary>,
}

impl Interpreter {
    /// Returns what else the query may mean, given the hits of the query itself; `None` if nothing more would be found.
    ///
    /// The index and the program must always be the same ones, except for abstracts that are read later.
    pub fn interpret(&self, typed: &str, found: &[Hit], index: &Index, program: &Program) -> Option<Interpretation> {
        let reader = Reader { of: self, index, program, is_rare: found.len() < FEW };
        let words: Vec<&str> = typed.split_whitespace().take(WORDS).collect();
        let same = reader.interpretation(&reader.same(&words), found);
        same.or_else(|| found.is_empty().then(|| reader.interpretation(&reader.meant(&words), found)).flatten())
    }

    /// Makes what interpreting needs, so that no key waits for it.
    pub fn prepare(&self, program: &Program) {
        self.names.get_or_init(|| Names::of(program));
        self.vocabulary.get_or_init(|| Vocabulary::of(program));
    }
}

/// A word of a query, or several that are one name.
struct Term<'q> {
    typed: String,
    /// The words that were typed, which count too; none if they are one name, since a query finds them one by one.
    words: Vec<&'q str>,
    /// How the program may write what is meant.
    spellings: Vec<Spelling>,
}

/// Something that occurs in the program in place of what was typed.
struct Spelling {
    text: String,
    word: Word,
}

/// An interpreter at work on a query.
struct Reader<'a> {
    of: &'a Interpreter,
    index: &'a Index,
    program: &'a Program,
    /// Whether the query itself finds little.
    is_rare: bool,
}

impl Reader<'_> {
    fn names(&self) -> &Names {
        self.of.names.get_or_init(|| Names::of(self.program))
    }

    fn vocabulary(&self) -> &Vocabulary {
        self.of.vocabulary.get_or_init(|| Vocabulary::of(self.program))
    }

    /// Returns the terms with everything that means the same by its name, or by its sound.
    fn same<'q>(&self, mut words: &[&'q str]) -> Vec<Term<'q>> {
        let mut terms = Vec::new();
        while let Some((first, rest)) = words.split_first() {
            let joined = (2..=MAX_JOINED.min(words.len())).rev().find_map(|count| Some((self.joined(&words[..count])?, count)));
            let single = || Term { typed: (*first).to_owned(), words: vec![first], spellings: self.of_same(first) };
            let (term, count) = joined.unwrap_or_else(|| (single(), 1));
            terms.push(term);
            words = &rest[count - 1..];
        }
        terms
    }

    /// Returns several words as one name with others.
    fn joined<'q>(&self, words: &[&'q str]) -> Option<Term<'q>> {
        let typed = words.join(" ");
        let spellings = self.occurring(&self.names().of_same(&typed)?);
        (!spellings.is_empty()).then(|| Term { typed, words: Vec::new(), spellings })
    }

    /// Returns the other names of what has this name, or else what sounds like it.
    fn of_same(&self, typed: &str) -> Vec<Spelling> {
        match self.names().of_same(typed) {
            Some(names) => self.occurring(&names),
            None if self.is_rare => self.with_same(self.vocabulary().sounding_like(typed)),
            None => Vec::new(),
        }
    }

    /// Returns those names that occur in the program, the first few.
    fn occurring(&self, names: &[&str]) -> Vec<Spelling> {
        let mut spellings: Vec<Spelling> = Vec::new();
        for name in names.iter().copied().take(MAX_NAMES) {
            let is_new = spellings.len() < MAX_SPELLINGS && !spellings.iter().any(|other| keys(&other.text) == keys(name));
            spellings.extend(Word::name(name).filter(|_| is_new).and_then(|word| self.spelling(name, word)));
        }
        spellings
    }

    /// Returns the word with its text if it occurs in the program.
    fn spelling(&self, text: &str, word: Word) -> Option<Spelling> {
        let occurs = self.index.occurs(&word, 0..self.index.len());
        occurs.then(|| Spelling { text: text.to_owned(), word })
    }

    /// Returns the terms with what was perhaps meant by words that nothing has.
    fn meant<'q>(&self, words: &[&'q str]) -> Vec<Term<'q>> {
        let is_known = |typed: &str| Word::typed(typed).is_some_and(|word| self.spelling(typed, word).is_some());
        let term = |typed: &&'q str| {
            let is_known = words.len() > 1 && is_known(typed);
            let spellings = if is_known { self.of_same(typed) } else { self.meant_by(typed) };
            Term { typed: (*typed).to_owned(), words: vec![typed], spellings }
        };
        words.iter().map(term).collect()
    }

    /// Returns what was perhaps meant by a word that nothing has: the first guess that something has.
    fn meant_by(&self, typed: &str) -> Vec<Spelling> {
        let guesses: [&dyn Fn() -> Vec<Spelling>; 5] = [
            &|| self.of_same(typed),
            &|| self.written_apart(typed),
            &|| self.occurring(&self.names().begun(typed)),
            &|| self.on_other_keyboard(typed),
            &|| self.without_slip(typed),
        ];
        // A name that is known is neither unfinished nor a slip.
        let guesses = if self.names().of_same(typed).is_some() { &guesses[..2] } else { &guesses };
        guesses.iter().map(|guess| guess()).find(|meant| !meant.is_empty()).unwrap_or_default()
    }

    /// Returns the word with the spaces and hyphens that the program has, or without those that were typed.
    fn written_apart(&self, typed: &str) -> Vec<Spelling> {
        let word = Word::apart(typed).filter(|_| keys(typed).len() >= MIN_APART);
        word.and_then(|word| self.spelling(typed, word)).into_iter().collect()
    }

    /// Returns what the same keys type in the other language, and what means the same as that.
    fn on_other_keyboard(&self, typed: &str) -> Vec<Spelling> {
        let korean = [typed.to_owned(), small_first(typed)];
        let korean = korean.iter().filter_map(|typed| keyboard::in_korean(typed));
        let korean = korean.filter(|word| word.chars().count() >= MIN_SYLLABLES);
        let english = keyboard::in_english(typed).filter(|word| word.len() >= MIN_LETTERS);
        let meant = korean.chain(english).map(|word| {
            let same = self.of_same(&word);
            let begun = Word::beginning(&word).and_then(|begun| self.spelling(&word, begun));
            begun.into_iter().chain(same).collect::<Vec<_>>()
        });
        meant.into_iter().find(|meant| !meant.is_empty()).unwrap_or_default()
    }

    /// Returns the words and names from which this one differs by a slip of the finger, and what means the same.
    fn without_slip(&self, typed: &str) -> Vec<Spelling> {
        let mut meant = self.vocabulary().meant_by(typed);
        meant.extend(self.names().meant_by(typed));
        self.with_same(meant)
    }

    /// Returns these names and those that mean the same, as far as they occur.
    fn with_same<'a>(&'a self, mut names: Vec<&'a str>) -> Vec<Spelling> {
        for at in 0..names.len() {
            names.extend(self.names().of_same(names[at]).unwrap_or_default());
        }
        self.occurring(&names)
    }

    /// Returns what the terms find in addition.
    fn interpretation(&self, terms: &[Term], found: &[Hit]) -> Option<Interpretation> {
        if terms.iter().all(|term| term.spellings.is_empty()) {
            return None;
        }
        let query = Query { words: terms.iter().map(Term::words).collect() };
        let mut is_found = vec![false; self.index.len()];
        found.iter().for_each(|hit| is_found[hit.session] = true);
        let hits: Vec<Hit> = self.index.find(&query).into_iter().filter(|hit| !is_found[hit.session]).collect();
        let meanings: Vec<String> = terms.iter().map(|term| self.meaning(term, &hits)).collect();
        (!hits.is_empty()).then(|| Interpretation { meaning: meanings.join(" "), query, hits })
    }

    /// Returns the spellings of a term that these hits have, or else what was typed.
    fn meaning(&self, term: &Term, hits: &[Hit]) -> String {
        let spellings = term.spellings.iter().filter_map(|spelling| self.as_written(spelling, hits));
        let spellings = spellings.collect::<Vec<_>>().join(" / ");
        if spellings.is_empty() { term.typed.clone() } else { spellings }
    }

    /// Returns the spelling as the title of one of these sessions has it; `None` if none of them has it.
    fn as_written(&self, spelling: &Spelling, hits: &[Hit]) -> Option<String> {
        let query = Query { words: vec![vec![spelling.word.clone()]] };
        let in_title = |hit: &Hit| {
            let title = &self.program.sessions[hit.session].title;
            Some(title[query.marks(title).first()?.clone()].to_owned())
        };
        let occurs = || self.index.occurs(&spelling.word, hits.iter().map(|hit| hit.session));
        hits.iter().find_map(in_title).or_else(|| occurs().then(|| spelling.text.clone()))
    }
}

impl Term<'_> {
    /// Returns the words of which any one counts.
    fn words(&self) -> Vec<Word> {
        let typed = self.words.iter().filter_map(|word| Word::typed(word));
        typed.chain(self.spellings.iter().map(|spelling| spelling.word.clone())).collect()
    }
}

/// Returns the word without the capital letter that phones begin a text with.
fn small_first(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests;
