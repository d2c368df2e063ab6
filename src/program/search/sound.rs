//! Whether a Hangul word is a Latin one as it sounds: 장고 and Django, 러스트 and Rust.
//!
//! How a foreign word is written in Hangul depends on how it is spoken, which its spelling only hints at. So a word is not
//! transliterated. Each sound of the Hangul word has a few Latin spellings, after the rules for loanwords (외래어 표기법,
//! 1986) and for romanised names (국어의 로마자 표기법, 2000), and the Latin word must consist of them in order.

/// Words are compared from this length on; shorter ones sound like too many others: 소스 like source, course, chores and Cores.
const MIN_LETTERS: usize = 4;
const MIN_SYLLABLES: usize = 3;
/// Longer words are not compared: a position must fit into the bits of [`Places`].
const MAX_LETTERS: usize = 31;

/// Initial consonants in Unicode order, with their spellings; `_` is none.
const LEADS: [&str; 19] = [
    "g gh",
    "k c g",
    "n kn gn",
    "d th",
    "t d",
    "r l wr rh",
    "m",
    "b v",
    "p b",
    "s c sc ps sh ch th",
    "s th c",
    "_",
    "j dj g z s dg",
    "j z",
    "ch tch c t ts",
    "k c ck ch q kh",
    "t th",
    "p f ph",
    "h f wh",
];
/// Vowels in Unicode order.
const VOWELS: [&str; 21] = [
    "a u o ah",
    "a ae ai",
    "ya ia a",
    "yae ya",
    "u o e a eo ou ea",
    "e a ea ae ei ai",
    "yeo yo yu you io ia ye",
    "ye e",
    "o oa ow au aw ou a oe ore",
    "wa ua oa",
    "wae wa we",
    "oe oi",
    "yo io o ow",
    "u oo ou o ew w eu ue ui",
    "wo ua wa we ue",
    "we ue",
    "wi ui we whi",
    "u you yu ew ue eu oo",
    "_ eu e",
    "ui eui",
    "i e ee ea y ie ey ei yi",
];
/// Final consonants in Unicode order; `!` for compounds, which no loanword has.
const TAILS: [&str; 28] = [
    "_",
    "k c ck g ch q",
    "!",
    "!",
    "n gn",
    "!",
    "!",
    "d t",
    "l le el",
    "!",
    "!",
    "!",
    "!",
    "!",
    "!",
    "!",
    "m mb mn",
    "p b pp",
    "!",
    "t d th s",
    "!",
    "ng",
    "!",
    "!",
    "!",
    "!",
    "!",
    "!",
];
/// An initial consonant and a vowel that English spells together.
const SYLLABLES: [(usize, usize, &str); 2] = [(SIOT, YEO, "tio sio cio sia cia sho she"), (JIEUT, EO, "sio gio")];
/// Two vowels that are one sound in English: the first one, the second one, and the spellings of both.
const DIPHTHONGS: [(usize, usize, &str); 8] = [
    (A, I, "i y ie igh ye uy ai"),
    (E, I, "a ai ay ei ey"),
    (O, I, "oi oy"),
    (A, U, "ou ow au ao"),
    (O, U, "o ow oa"),
    (WA, I, "wi wy i y"),
    (I, EO, "ear eer ia ier ere io"),
    (E, EO, "air are ear"),
];

/// Numbers of initial consonants.
const NIEUN: usize = 2;
const RIEUL: usize = 5;
const MIEUM: usize = 6;
const SIOT: usize = 9;
const SILENT: usize = 11;
const JIEUT: usize = 12;
const CHIEUT: usize = 14;
/// Numbers of vowels.
const A: usize = 0;
const EO: usize = 4;
const E: usize = 5;
const YEO: usize = 6;
const O: usize = 8;
const WA: usize = 9;
const U: usize = 13;
const EU: usize = 18;
const I: usize = 20;
/// Numbers of final consonants.
const TAIL_N: usize = 4;
const TAIL_L: usize = 8;
const TAIL_M: usize = 16;
const TAIL_NG: usize = 21;

/// Places in a Latin word that a beginning of the Hangul word may reach, as bits.
type Places = u32;

/// The numbers of a syllable's initial consonant, vowel and final consonant in Unicode.
#[derive(Debug, Clone, Copy)]
struct Syllable {
    lead: usize,
    vowel: usize,
    tail: usize,
}

/// A Latin word as its letters are compared.
#[derive(Debug, Clone)]
pub(super) struct Latin(Vec<u8>);

/// A word in Hangul, by its syllables.
#[derive(Debug, Clone)]
pub(super) struct Hangul(Vec<Syllable>);

impl Latin {
    /// Reads a folded word, without spaces; `None` if it is too short, too long or not all letters.
    pub fn of(folded: &[u8]) -> Option<Latin> {
        if folded.len() < MIN_LETTERS || !folded.iter().all(u8::is_ascii_lowercase) {
            return None;
        }
        let mut letters = Vec::with_capacity(folded.len() + 2);
        for (at, letter) in folded.iter().copied().enumerate() {
            match letter {
                b'x' => letters.extend_from_slice(b"ks"),
                b'q' if folded.get(at + 1) == Some(&b'u') => letters.push(b'k'),
                b'u' if at > 0 && folded[at - 1] == b'q' => letters.push(b'w'),
                // A double consonant sounds like a single one; "tch" and "ck" are in the tables.
                _ if !is_vowel(letter) && letters.last() == Some(&letter) => {}
                _ => letters.push(letter),
            }
        }
        (letters.len() <= MAX_LETTERS).then_some(Latin(letters))
    }

    /// Whether the Hangul word sounds like this one.
    pub fn sounds_like(&self, hangul: &Hangul) -> bool {
        // The plural of an English word is rarely spoken in Korean.
        let plural = if self.0.last() == Some(&b's') { self.end() >> 1 } else { 0 };
        self.ends(&hangul.0, 1) & (self.end() | plural) != 0
    }

    /// The place after the last letter.
    fn end(&self) -> Places {
        1 << self.0.len()
    }

    /// Returns where the syllables may end that begin at these places.
    fn ends(&self, syllables: &[Syllable], from: Places) -> Places {
        let Some((first, rest)) = syllables.split_first().filter(|_| from != 0) else { return from };
        let onset = self.step(from, LEADS[first.lead]);
        if onset == 0 && first.lead != SIOT {
            return 0;
        }
        let mut ends = self.ends(rest, self.coda(*first, rest.first(), self.vowel(*first, from, onset)));
        if let Some((.., spellings)) = SYLLABLES.iter().find(|(lead, vowel, _)| (*lead, *vowel) == (first.lead, first.vowel)) {
            ends |= self.ends(rest, self.coda(*first, rest.first(), self.step(from, spellings)));
        }
        if let Some((second, spellings)) = rest.first().and_then(|second| Some((second, diphthong(*first, *second)?))) {
            let vowel = self.mute(self.step(onset, spellings), b'r');
            ends |= self.ends(&rest[1..], self.coda(*second, rest.get(1), vowel));
        }
        ends
    }

    /// Returns the places after the initial consonant and the vowel, given those before the syllable and between the two.
    fn vowel(&self, syllable: Syllable, from: Places, onset: Places) -> Places {
        let mut ends = self.step(onset, VOWELS[syllable.vowel]);
        if syllable.vowel == EO {
            // A last "e" is silent.
            let is_silent = self.0.last() == Some(&b'e');
            ends &= if is_silent { !self.end() } else { Places::MAX };
            ends |= self.step(onset, "ure re ore") & self.end();
        }
        if syllable.vowel == I && [SIOT, JIEUT, CHIEUT].contains(&syllable.lead) {
            // After ㅅ, ㅈ and ㅊ it only makes a syllable of them.
            ends |= self.step(from, "ge dge che sh she ch tch");
        }
        if syllable.vowel == EU { ends } else { self.mute(ends, b'r') }
    }

    fn coda(&self, syllable: Syllable, next: Option<&Syllable>, from: Places) -> Places {
        let ends = match (syllable.tail, next.map(|next| next.lead)) {
            // One letter is heard in both syllables.
            (TAIL_L, Some(RIEUL)) => from,
            (TAIL_N, Some(NIEUN)) | (TAIL_M, Some(MIEUM)) => from | self.step(from, TAILS[syllable.tail]),
            (TAIL_NG, _) => self.step(from, TAILS[TAIL_NG]) | self.velar_n(from),
            (tail, _) => self.step(from, TAILS[tail]),
        };
        let is_closed = syllable.tail > 0 || syllable.vowel == EU;
        if is_closed { self.mute(ends, b'e') } else { ends }
    }

    /// Steps over an "n" that is spoken like "ng", as in bank and Django.
    fn velar_n(&self, from: Places) -> Places {
        let is_velar = |at: &usize| matches!(self.0.get(*at), Some(b'g' | b'k' | b'c' | b'q'));
        each(self.step(from, "n")).filter(is_velar).fold(0, |places, at| places | 1 << at)
    }

    /// Adds the places after a letter that may be silent: an "r" that no vowel follows, an "e" after a consonant.
    fn mute(&self, from: Places, letter: u8) -> Places {
        let is_mute = |at: &usize| {
            let next = self.0.get(at + 1).copied();
            self.0.get(*at) == Some(&letter) && !next.is_some_and(|next| is_vowel(next) && next != b'y')
        };
        each(from).filter(is_mute).fold(from, |places, at| places | 1 << (at + 1))
    }

    /// Returns the places after any of the spellings.
    fn step(&self, from: Places, spellings: &str) -> Places {
        let mut places = 0;
        for at in each(from) {
            for spelling in spellings.split(' ') {
                match spelling {
                    "_" => places |= 1 << at,
                    _ if self.0[at..].starts_with(spelling.as_bytes()) => places |= 1 << (at + spelling.len()),
                    _ => {}
                }
            }
        }
        places
    }
}

impl Hangul {
    /// Reads a word; `None` if it is too short, too long or not all syllables.
    pub fn of(word: &str) -> Option<Hangul> {
        let syllables: Option<Vec<Syllable>> = word.chars().map(syllable).collect();
        syllables.filter(|syllables| (MIN_SYLLABLES..=MAX_LETTERS).contains(&syllables.len())).map(Hangul)
    }
}

/// Returns the places one by one.
fn each(mut places: Places) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = places.trailing_zeros() as usize;
        places &= places.wrapping_sub(1);
        (first < Places::BITS as usize).then_some(first)
    })
}

fn syllable(letter: char) -> Option<Syllable> {
    let number = u32::from(letter).checked_sub(0xAC00).filter(|number| *number < 11_172)? as usize;
    Some(Syllable { lead: number / 588, vowel: number / 28 % 21, tail: number % 28 })
}

/// Returns the spellings of the vowels of both syllables as one sound.
fn diphthong(first: Syllable, second: Syllable) -> Option<&'static str> {
    let is_pair = first.tail == 0 && second.lead == SILENT;
    let find = |(one, other, _): &&(usize, usize, &str)| is_pair && (*one, *other) == (first.vowel, second.vowel);
    DIPHTHONGS.iter().find(find).map(|(_, _, spellings)| *spellings)
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}
