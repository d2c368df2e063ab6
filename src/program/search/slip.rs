//! Slips of a finger: one key too many, too few, another one, or two in the wrong order.
//!
//! Most pairs of short words that differ in one letter are two words, such as "track" and "truck". So what counts here is
//! less than an edit distance of one (F. J. Damerau, "A technique for computer detection and correction of spelling errors",
//! 1964): the shorter a word, the more must speak for a slip.

use super::fold::{Jamo, as_initial, fold, is_hangul, is_letter, jamo};

/// The fewest letters of a word with a slip. In Latin of the shorter one of the two words.
const LATIN: usize = 4;
/// The fewest vowels of a Hangul word with a slip. A word of two syllables differs in one key from many others.
const VOWELS: usize = 3;
/// From this many letters on, a key may be missing or too many, and another key be one beside the right one.
const LONG: usize = 6;
/// From this many letters on, a vowel may be another vowel.
const LONGER: usize = 7;
/// From this many letters on, another key may be any key.
const VERY_LONG: usize = 10;

/// The rows of a keyboard.
const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];

/// Returns the keys that type a text, without those between words. A consonant has the same key before and after the vowel.
pub(super) fn keys(text: &str) -> Vec<u8> {
    let mut folded = Vec::new();
    fold(text, &mut folded);
    folded.into_iter().filter(|unit| is_letter(*unit)).map(|unit| as_initial(unit).unwrap_or(unit)).collect()
}

/// Whether the keys may be those of another word, typed with one slip. The first key is nearly always right.
pub(super) fn is_slip(typed: &[u8], meant: &[u8]) -> bool {
    let is_korean = meant.iter().all(|key| is_hangul(*key));
    let size = if is_korean { VERY_LONG } else { typed.len().max(meant.len()) };
    let is_short = |keys: &[u8]| if is_korean { vowels(keys) < VOWELS } else { keys.len() < LATIN };
    if typed.len().abs_diff(meant.len()) > 1 || is_short(typed) || is_short(meant) {
        return false;
    }
    let same = common(typed.iter(), meant.iter());
    let (typed_rest, meant_rest) = (&typed[same..], &meant[same..]);
    let after = common(typed_rest.iter().rev(), meant_rest.iter().rev());
    let (wrong, right) = (&typed_rest[..typed_rest.len() - after], &meant_rest[..meant_rest.len() - after]);
    // Another digit is another number.
    if wrong.iter().chain(right).any(u8::is_ascii_digit) {
        return false;
    }
    match (wrong, right) {
        ([one, other], [first, second]) => (one, other) == (second, first) && (after > 0 || size > LATIN),
        _ if same == 0 => false,
        ([one], [other]) => is_other_key(*one, *other, size),
        // One more letter at the end often makes another word; of an English one perhaps its plural.
        ([key], []) if after == 0 => *key == typed[same - 1] || *key == b's',
        ([key], []) | ([], [key]) => *key == typed[same - 1] || size >= LONG,
        _ => false,
    }
}

fn vowels(keys: &[u8]) -> usize {
    keys.iter().filter(|key| matches!(jamo(**key), Some(Jamo::Vowel(_)))).count()
}

/// Returns how many keys are the same from the beginning on.
fn common<'k>(typed: impl Iterator<Item = &'k u8>, meant: impl Iterator<Item = &'k u8>) -> usize {
    typed.zip(meant).take_while(|(one, other)| one == other).count()
}

/// Whether one key may have been pressed for the other in a word of this many letters.
fn is_other_key(one: u8, other: u8, size: usize) -> bool {
    let are_vowels = || [one, other].iter().all(|key| b"aeiouy".contains(key));
    size >= VERY_LONG || size >= LONGER && are_vowels() || size >= LONG && are_neighbours(one, other)
}

/// Whether two keys touch each other. Each row is a quarter of a key further right than the one above, the last one half.
fn are_neighbours(one: u8, other: u8) -> bool {
    let Some(((row, column), (other_row, other_column))) = place(one).zip(place(other)) else { return false };
    row.abs_diff(other_row) <= 1 && column.abs_diff(other_column) <= 4
}

/// Returns the row of a key, and how far right it is in quarters of a key.
fn place(key: u8) -> Option<(usize, usize)> {
    let column = |row: usize| Some((row, 4 * ROWS[row].iter().position(|letter| *letter == key)? + [0, 1, 3][row]));
    (0..ROWS.len()).find_map(column)
}
