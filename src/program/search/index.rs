//! The folded texts of a whole program, made once and searched at every keystroke.

use super::fold::{fold, is_letter};
use super::{Program, Query, Session, Word};
use crate::program::plain_text;

/// The folded texts of every session. Titles, names and rooms are read first; abstracts when there is time, see
/// [`Index::read_abstracts`].
///
/// It takes about as many bytes as the texts.
#[derive(Debug, Clone, Default)]
pub struct Index {
    heads: Vec<u8>,
    sessions: Vec<Head>,
    abstracts: Vec<u8>,
    /// Where each session's abstract ends in `abstracts`.
    ends: Vec<usize>,
}

/// Where the fields of a session begin in the index's heads. Each ends with a line feed, which never occurs in a word.
#[derive(Debug, Clone, Copy)]
struct Head {
    title: usize,
    subtitle: usize,
    speakers: usize,
    places: usize,
    end: usize,
}

/// A search result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The session's index in the program.
    pub session: usize,
    /// 0 is best. The sum over all words of: 0 at the title's beginning, 1 at the beginning of a word of the title, 2
    /// elsewhere in title or subtitle, 3 in the speakers, 4 in track or rooms, 5 in the abstract.
    pub rank: usize,
}

const TITLE_START: usize = 0;
const TITLE_WORD: usize = 1;
const TITLE: usize = 2;
const SPEAKER: usize = 3;
const PLACE: usize = 4;
const ABSTRACT: usize = 5;

impl Index {
    /// Creates the index of all sessions without their abstracts.
    pub fn new(program: &Program) -> Index {
        Index::of(&program.sessions, program, false)
    }

    pub(super) fn of<'s>(sessions: impl IntoIterator<Item = &'s Session>, program: &Program, abstracts: bool) -> Index {
        let mut index = Index::default();
        for session in sessions {
            index.read_head(session, program);
            if abstracts {
                index.read_abstract(session);
            }
        }
        index
    }

    /// Reads the abstracts of this many more sessions and returns whether any are left. Some hundred at a time keep a page
    /// responsive.
    ///
    /// The program must be the one that the index was made from; its abstracts may have been loaded since.
    pub fn read_abstracts(&mut self, program: &Program, sessions: usize) -> bool {
        for session in program.sessions.iter().skip(self.ends.len()).take(sessions) {
            self.read_abstract(session);
        }
        self.ends.len() < program.sessions.len()
    }

    fn read_head(&mut self, session: &Session, program: &Program) {
        let title = self.heads.len();
        self.read_line(&session.title);
        let subtitle = self.heads.len();
        if let Some(subtitle) = &session.subtitle {
            self.read_line(subtitle);
        }
        let speakers = self.heads.len();
        session.speakers.iter().for_each(|speaker| self.read_line(speaker));
        let places = self.heads.len();
        if let Some(track) = session.track.as_ref().and_then(|id| program.track(id)) {
            self.read_line(&track.name);
        }
        for room in session.rooms.iter().filter_map(|id| program.room(id)) {
            self.read_line(&room.name);
            room.names.values().for_each(|name| self.read_line(name));
        }
        self.sessions.push(Head { title, subtitle, speakers, places, end: self.heads.len() });
    }

    fn read_line(&mut self, text: &str) {
        fold(text, &mut self.heads);
        self.heads.push(b'\n');
    }

    fn read_abstract(&mut self, session: &Session) {
        fold(&plain_text(&session.about), &mut self.abstracts);
        self.ends.push(self.abstracts.len());
    }

    /// Returns the sessions in which every word occurs, best first, otherwise in program order. An empty query returns all
    /// sessions.
    pub fn find(&self, query: &Query) -> Vec<Hit> {
        let found: Vec<Hit> = (0..self.sessions.len())
            .filter_map(|session| {
                let best = |words: &Vec<Word>| words.iter().filter_map(|word| self.rank(word, session)).min();
                let ranks = query.words.iter().map(best);
                Some(Hit { session, rank: ranks.sum::<Option<usize>>()? })
            })
            .collect();
        (0..=ABSTRACT * query.words.len()).flat_map(|rank| found.iter().filter(move |hit| hit.rank == rank)).copied().collect()
    }

    /// Whether the word occurs in one of these sessions.
    pub(super) fn occurs(&self, word: &Word, mut sessions: impl Iterator<Item = usize>) -> bool {
        sessions.any(|session| self.rank(word, session).is_some())
    }

    /// Returns the number of sessions.
    pub(super) fn len(&self) -> usize {
        self.sessions.len()
    }

    /// Returns the best rank of a word in a session.
    fn rank(&self, word: &Word, session: usize) -> Option<usize> {
        let head = self.sessions[session];
        let text = &self.heads[..head.end];
        let mut from = head.title;
        let mut best = None;
        while let Some(hit) = word.find(text, from) {
            let rank = match hit.start {
                at if at >= head.places => PLACE,
                at if at >= head.speakers => SPEAKER,
                at if at >= head.subtitle => TITLE,
                at if !text[head.title..at].iter().copied().any(is_letter) => TITLE_START,
                at if !is_letter(text[at - 1]) => TITLE_WORD,
                _ => TITLE,
            };
            best = Some(best.map_or(rank, |best: usize| best.min(rank)));
            // Fields are sorted from best to worst, so only a later word of the title can be better.
            if rank != TITLE || hit.start >= head.subtitle {
                break;
            }
            from = hit.start + 1;
        }
        best.or_else(|| self.in_abstract(word, session).then_some(ABSTRACT))
    }

    /// Whether the word occurs in the abstract. Initial consonants alone occur by chance in any longer text, so they are not
    /// searched for there.
    fn in_abstract(&self, word: &Word, session: usize) -> bool {
        let Some(end) = self.ends.get(session).filter(|_| !word.open) else {
            return false;
        };
        let start = session.checked_sub(1).map_or(0, |before| self.ends[before]);
        word.occurs_in(&self.abstracts[start..*end])
    }
}
