//! The words of a program's titles and names, for guessing what a query means.
//!
//! Abstracts are left out: they have ten times as many words, of which many look like slips of others.

use super::slip::{is_slip, keys};
use super::sound::{Hangul, Latin};
use crate::program::order::sorted;
use crate::program::{Program, Session};

/// Words that nobody searches for, so that none is what was meant.
const STOP_WORDS: &str = "about after also because been before behind beyond both could does done every from have here inside \
into just like made make many more most much need next only other over should some such than that their them then there these \
they this those through under using very want well were what when where which while will with without would your \
그리고 그러나 그래서 우리는";

/// Korean particles and endings that follow a noun without a space, longest first.
const PARTICLES: [&str; 33] = [
    "에서의",
    "으로의",
    "이라는",
    "에서는",
    "부터",
    "까지",
    "처럼",
    "에서",
    "에게",
    "으로",
    "하는",
    "하기",
    "하고",
    "이란",
    "이라",
    "로의",
    "보다",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "로",
    "와",
    "과",
    "도",
    "만",
    "란",
    "용",
    "한",
];

/// The scripts of which words are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Hangul,
}

/// A word of the program.
#[derive(Debug, Clone)]
struct Known {
    /// As the program writes it.
    spelling: String,
    keys: Vec<u8>,
    sound: Option<Sound>,
}

/// A word by its sounds.
#[derive(Debug, Clone)]
enum Sound {
    Latin(Latin),
    Hangul(Hangul),
}

/// The words of a program.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    words: Vec<Known>,
}

impl Vocabulary {
    /// Reads titles, subtitles, speakers, tracks and rooms.
    pub fn of(program: &Program) -> Vocabulary {
        let mut words = Vec::new();
        program.sessions.iter().for_each(|session| read_session(session, &mut words));
        program.tracks.iter().for_each(|track| read_line(&track.name, &mut words));
        program.rooms.iter().for_each(|room| read_line(&room.name, &mut words));
        let mut words = sorted(words, |one: &Known, other| one.keys.cmp(&other.keys));
        words.dedup_by(|one, other| one.keys == other.keys);
        words.iter_mut().for_each(|known| known.sound = sound(&known.spelling, &known.keys));
        Vocabulary { words }
    }

    /// Returns the words that sound like this one and are in the other script.
    pub fn sounding_like(&self, typed: &str) -> Vec<&str> {
        let typed_sound = sound(typed, &keys(typed));
        self.sought(typed, |known| match (&typed_sound, &known.sound) {
            (Some(Sound::Latin(latin)), Some(Sound::Hangul(hangul))) => latin.sounds_like(hangul),
            (Some(Sound::Hangul(hangul)), Some(Sound::Latin(latin))) => latin.sounds_like(hangul),
            _ => false,
        })
    }

    /// Returns the words that were perhaps meant, if this one was typed with a slip of the finger.
    pub fn meant_by(&self, typed: &str) -> Vec<&str> {
        let typed_keys = keys(typed);
        self.sought(typed, |known| is_slip(&typed_keys, &known.keys))
    }

    /// Returns the words that fit a word, unless nobody searches for either.
    fn sought(&self, typed: &str, fits: impl Fn(&Known) -> bool) -> Vec<&str> {
        if !is_sought(typed) {
            return Vec::new();
        }
        let fitting = self.words.iter().filter(|known| fits(known));
        fitting.map(|known| known.spelling.as_str()).filter(|spelling| is_sought(spelling)).collect()
    }
}

impl Known {
    fn of(spelling: &str) -> Known {
        Known { keys: keys(spelling), spelling: spelling.to_owned(), sound: None }
    }
}

/// Whether people search for such a word.
fn is_sought(word: &str) -> bool {
    !STOP_WORDS.split(' ').any(|stop| stop.eq_ignore_ascii_case(word))
}

fn sound(word: &str, keys: &[u8]) -> Option<Sound> {
    Latin::of(keys).map(Sound::Latin).or_else(|| Hangul::of(word).map(Sound::Hangul))
}

fn read_session(session: &Session, words: &mut Vec<Known>) {
    let lines = [Some(&session.title), session.subtitle.as_ref()].into_iter().flatten().chain(&session.speakers);
    lines.for_each(|line| read_line(line, words));
}

fn read_line(line: &str, words: &mut Vec<Known>) {
    for (start, end, script) in runs(line) {
        let word = &line[start..end];
        let stem = Some(word).filter(|_| script == Script::Hangul).and_then(stem);
        words.extend(stem.into_iter().chain([word]).map(Known::of));
    }
}

/// Returns the script of a letter or digit, if it is one of the two.
fn script(letter: char) -> Option<Script> {
    match letter {
        '가'..='힣' => Some(Script::Hangul),
        '\u{00C0}'..='\u{017F}' => Some(Script::Latin),
        letter if letter.is_ascii_alphanumeric() => Some(Script::Latin),
        _ => None,
    }
}

/// Returns the words of a line: runs of letters of one script.
fn runs(line: &str) -> Vec<(usize, usize, Script)> {
    let mut runs: Vec<(usize, usize, Script)> = Vec::new();
    for (at, letter) in line.char_indices() {
        let Some(script) = script(letter) else { continue };
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some((_, last, of)) if *last == at && *of == script => *last = end,
            _ => runs.push((at, end, script)),
        }
    }
    runs
}

/// Returns a Korean word without its particle, if it has one and two syllables are left.
fn stem(word: &str) -> Option<&str> {
    let stem = PARTICLES.iter().find_map(|particle| word.strip_suffix(particle))?;
    (stem.chars().count() >= 2).then_some(stem)
}
