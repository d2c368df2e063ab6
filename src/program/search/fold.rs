//! Case folding for search: text without case, accents and widths, and with Hangul decomposed.
//!
//! Folded text is a string of bytes in an encoding of our own, so that it stays short and a search may start at any byte.
//! ASCII characters are unchanged. Each part of a Hangul syllable is one byte that says which part it is. Any other character
//! is one of the bytes from [`WIDE`] and two or three bytes from [`REST`] that occur nowhere else.

/// Follows an initial consonant that was typed alone in a query: it matches any syllable with this initial. Never in folded
/// text.
pub(super) const OPEN: u8 = 0x01;

/// Initial consonants, in the Unicode order of the nineteen.
const LEAD: u8 = 0x80;
/// Vowels: the fourteen that are not compounds of two others.
const VOWEL: u8 = LEAD + 19;
/// Final consonants, with the numbers of the initial ones.
const TAIL: u8 = VOWEL + 14;
/// First bytes of all other characters.
const WIDE: u8 = TAIL + 19;
/// Their further bytes, with six bits each.
const REST: u8 = 0xC0;

/// The compatibility letters ㄱ to ㅎ in Unicode order: for each the initial that it is or begins with, and the second
/// consonant of a compound.
const CONSONANTS: [[u8; 30]; 2] = [
    [0, 1, 0, 2, 2, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 8, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
    [
        NONE, NONE, 9, NONE, 12, 18, NONE, NONE, NONE, 0, 6, 7, 9, 16, 17, 18, NONE, NONE, NONE, 9, NONE, NONE, NONE, NONE, NONE,
        NONE, NONE, NONE, NONE, NONE,
    ],
];

/// The vowels ㅏ to ㅣ likewise, as one or two of the fourteen.
const VOWELS: [[u8; 21]; 2] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 9, 10, 10, 10, 10, 11, 12, 12, 13],
    [NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 0, 1, 13, NONE, NONE, 4, 5, 13, NONE, NONE, 13, NONE],
];
const NONE: u8 = u8::MAX;

/// U+00C0 to U+017F without their accents; `*` for those that are in [`letters`] or have no accent.
const LATIN: &[u8; 192] = b"aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// U+FF66 to U+FF9D, the half-width katakana, as hiragana.
const HALF_WIDTH: &str =
    "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// The voiced and half-voiced marks of kana, as separate characters.
const VOICED: u32 = 0x3099;
const HALF_VOICED: u32 = 0x309A;

/// Whether the byte is a part of a Hangul syllable.
pub(super) fn is_hangul(unit: u8) -> bool {
    (LEAD..WIDE).contains(&unit)
}

/// Whether the byte is a part of a Hangul syllable other than its first.
pub(super) fn is_inner(unit: u8) -> bool {
    (VOWEL..WIDE).contains(&unit)
}

/// A letter of Hangul as one key types it: the number of a consonant among the nineteen initial ones, or of a vowel among the
/// fourteen that are no compounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Jamo {
    Consonant(u8),
    Vowel(u8),
}

/// Returns the letter that the byte stands for.
pub(super) fn jamo(unit: u8) -> Option<Jamo> {
    match unit {
        LEAD..VOWEL => Some(Jamo::Consonant(unit - LEAD)),
        VOWEL..TAIL => Some(Jamo::Vowel(unit - VOWEL)),
        TAIL..WIDE => Some(Jamo::Consonant(unit - TAIL)),
        _ => None,
    }
}

/// Returns the syllable that these letters make, or `None` if they make none.
pub(super) fn compose(letters: &[Jamo]) -> Option<char> {
    let Some(Jamo::Consonant(lead)) = letters.first() else { return None };
    // Few words are composed, so the syllables with this initial are tried.
    let mut syllables = u32::from(*lead) * 588..(u32::from(*lead) + 1) * 588;
    let mut folded = Vec::new();
    let found = syllables.find(|number| {
        folded.clear();
        fold_syllable(*number, &mut folded);
        folded.iter().copied().filter_map(jamo).eq(letters.iter().copied())
    });
    char::from_u32(0xAC00 + found?)
}

/// Returns the initial consonant that a final one becomes when a vowel is typed after it.
pub(super) fn as_initial(unit: u8) -> Option<u8> {
    (TAIL..WIDE).contains(&unit).then(|| unit - TAIL + LEAD)
}

/// Whether the byte is part of a word, not of a separator.
pub(super) fn is_letter(unit: u8) -> bool {
    unit >= LEAD || unit.is_ascii_alphanumeric()
}

/// Whether the byte is a Latin letter.
pub(super) fn is_alphabetic(unit: u8) -> bool {
    unit.is_ascii_lowercase()
}

/// Appends the folded text.
pub(super) fn fold(text: &str, folded: &mut Vec<u8>) {
    for letter in text.chars() {
        fold_char(letter, false, folded);
    }
}

/// Appends the folded character, or nothing for ignored marks. `typed` is true for text of a query.
pub(super) fn fold_char(letter: char, typed: bool, folded: &mut Vec<u8>) {
    if letter.is_ascii() {
        folded.push(if letter.is_ascii_whitespace() { b' ' } else { letter.to_ascii_lowercase() as u8 });
        return;
    }
    match u32::from(letter) {
        syllable @ 0xAC00..=0xD7A3 => fold_syllable(syllable - 0xAC00, folded),
        consonant @ 0x3131..=0x314E => {
            for unit in parts(&CONSONANTS, consonant - 0x3131) {
                folded.push(LEAD + unit);
                if typed {
                    folded.push(OPEN);
                }
            }
        }
        vowel @ 0x314F..=0x3163 => folded.extend(parts(&VOWELS, vowel - 0x314F).map(|unit| VOWEL + unit)),
        lead @ 0x1100..=0x1112 => folded.push(LEAD + (lead - 0x1100) as u8),
        vowel @ 0x1161..=0x1175 => folded.extend(parts(&VOWELS, vowel - 0x1161).map(|unit| VOWEL + unit)),
        tail @ 0x11A8..=0x11C2 => fold_tail(tail - 0x11A7, folded),
        _ if letter.is_whitespace() => folded.push(b' '),
        _ => letter.to_lowercase().for_each(|letter| fold_other(u32::from(letter), folded)),
    }
}

fn fold_syllable(number: u32, folded: &mut Vec<u8>) {
    folded.push(LEAD + (number / 588) as u8);
    folded.extend(parts(&VOWELS, number / 28 % 21).map(|unit| VOWEL + unit));
    fold_tail(number % 28, folded);
}

/// Appends a final consonant, given its Unicode number (0 for none). Three of the consonants are never final.
fn fold_tail(tail: u32, folded: &mut Vec<u8>) {
    if tail > 0 {
        let left_out = u32::from(tail > 7) + u32::from(tail > 17) + u32::from(tail > 22);
        folded.extend(parts(&CONSONANTS, tail - 1 + left_out).map(|unit| TAIL + unit));
    }
}

fn parts<const N: usize>(table: &[[u8; N]; 2], index: u32) -> impl Iterator<Item = u8> {
    [table[0][index as usize], table[1][index as usize]].into_iter().filter(|unit| *unit != NONE)
}

fn fold_other(letter: u32, folded: &mut Vec<u8>) {
    let letters = letters(letter);
    if !letters.is_empty() {
        folded.extend_from_slice(letters);
        return;
    }
    match letter {
        // Characters whose only capital letter is outside ASCII, such as the Kelvin sign.
        0x00..=0x7F => folded.push(letter as u8),
        0x00C0..=0x017F if LATIN[(letter - 0xC0) as usize] != b'*' => folded.push(LATIN[(letter - 0xC0) as usize]),
        0xFF01..=0xFF5E => folded.push((letter - 0xFEE0) as u8),
        0xFF66..=0xFF9D => {
            if let Some(kana) = HALF_WIDTH.chars().nth((letter - 0xFF66) as usize) {
                push_wide(u32::from(kana), folded);
            }
        }
        0x30A1..=0x30F6 => fold_kana(letter - 0x60, folded),
        0x3041..=0x3096 => fold_kana(letter, folded),
        0x309B | 0xFF9E => push_wide(VOICED, folded),
        0x309C | 0xFF9F => push_wide(HALF_VOICED, folded),
        _ if is_ignored(letter) => {}
        _ => push_wide(bare(letter), folded),
    }
}

/// Returns the spelling of characters that fold to several ASCII letters or that no table has.
fn letters(letter: u32) -> &'static [u8] {
    match letter {
        0x00DF | 0x1E9E => b"ss",
        0x00E6 => b"ae",
        0x00FE => b"th",
        0x0133 => b"ij",
        0x0153 => b"oe",
        0x1EA0..=0x1EB7 => b"a",
        0x1EB8..=0x1EC7 => b"e",
        0x1EC8..=0x1ECB => b"i",
        0x01A1 | 0x1ECC..=0x1EE3 => b"o",
        0x01B0 | 0x1EE4..=0x1EF1 => b"u",
        0x1EF2..=0x1EF9 => b"y",
        0x0219 => b"s",
        0x021B => b"t",
        0x2010..=0x2015 | 0x2212 => b"-",
        0x2018 | 0x2019 => b"'",
        0x201C | 0x201D => b"\"",
        _ => b"",
    }
}

/// Whether the character is ignored: combining marks, points of Hebrew and Arabic, and characters that only control joining,
/// line breaks or direction. The dot of Korean phone keyboards appears while a vowel is being typed.
fn is_ignored(letter: u32) -> bool {
    matches!(letter,
        0x00AD | 0x0300..=0x036F | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C7 | 0x064B..=0x0652
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069 | 0xFE00..=0xFE0F | 0xFEFF
        | 0x119E | 0x11A2 | 0x318D)
}

/// Returns Greek, Cyrillic and Arabic letters without what other scripts write as a combining mark.
fn bare(letter: u32) -> u32 {
    match letter {
        0x03AC => 0x03B1,
        0x03AD => 0x03B5,
        0x03AE => 0x03B7,
        0x0390 | 0x03AF | 0x03CA => 0x03B9,
        0x03CC => 0x03BF,
        0x03B0 | 0x03CB | 0x03CD => 0x03C5,
        0x03CE => 0x03C9,
        0x03C2 => 0x03C3,
        0x0439 => 0x0438,
        0x0451 => 0x0435,
        0x0457 => 0x0456,
        0x045E => 0x0443,
        0x0622 | 0x0623 | 0x0625 => 0x0627,
        other => other,
    }
}

/// Appends voiced kana as the plain ones with a mark, as in decomposed and in half-width text.
fn fold_kana(kana: u32, folded: &mut Vec<u8>) {
    let (steps, mark) = match kana {
        0x304B..=0x3062 if kana.is_multiple_of(2) => (1, VOICED),
        0x3065 | 0x3067 | 0x3069 => (1, VOICED),
        0x306F..=0x307D if kana % 3 == 1 => (1, VOICED),
        0x306F..=0x307D if kana % 3 == 2 => (2, HALF_VOICED),
        0x3094 => (0x4E, VOICED),
        _ => (0, 0),
    };
    push_wide(kana - steps, folded);
    if steps > 0 {
        push_wide(mark, folded);
    }
}

/// Appends any other character. The rarest ones share a first byte, so a few characters of different scripts fold to the same
/// bytes.
fn push_wide(letter: u32, folded: &mut Vec<u8>) {
    let bits = |shift: u32| REST + (letter >> shift & 0x3F) as u8;
    match letter >> 12 {
        page @ 0..=9 => folded.push(WIDE + page as u8),
        0xA..=0xF => folded.push(WIDE + 10),
        _ => folded.extend([WIDE + 11, bits(12)]),
    }
    folded.extend([bits(6), bits(0)]);
}
