//! Text as bytes that compress well: Hangul syllables as the letters that they are made of.
//!
//! UTF-8 spends three bytes on a syllable, none of which says which letters it shares with others. As letters, Korean titles take
//! an eighth less after compression. ASCII stays as it is; every other character is UTF-8 behind a mark.

const SYLLABLES: std::ops::RangeInclusive<u32> = 0xAC00..=0xD7A3;
const VOWELS: u32 = 21;
const FINALS: u32 = 28;

/// The bytes of the first letters, of vowels, and of last letters, of which the first means none and is left out.
const FIRST: u32 = 0x80;
const VOWEL: u32 = 0xA0;
const LAST: u32 = 0xC0;

/// Stands before a character in UTF-8.
const MARK: u8 = 0xFF;

/// Writes a text.
pub(super) fn write(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        let code = u32::from(letter);
        if letter.is_ascii() {
            bytes.push(code as u8);
        } else if SYLLABLES.contains(&code) {
            let index = code - SYLLABLES.start();
            let (first, vowel, last) = (index / FINALS / VOWELS, index / FINALS % VOWELS, index % FINALS);
            bytes.extend([(FIRST + first) as u8, (VOWEL + vowel) as u8]);
            bytes.extend((last > 0).then_some((LAST + last) as u8));
        } else {
            bytes.push(MARK);
            bytes.extend(letter.encode_utf8(&mut [0; 4]).bytes());
        }
    }
    bytes
}

/// Reads what [`write`](write()) wrote; `None` if it is anything else.
pub(super) fn read(mut bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    while let Some((first, rest)) = bytes.split_first() {
        let (letter, rest) = match *first {
            0..0x80 => (char::from(*first), rest),
            MARK => marked(rest)?,
            _ => syllable(u32::from(*first), rest)?,
        };
        text.push(letter);
        bytes = rest;
    }
    Some(text)
}

fn marked(bytes: &[u8]) -> Option<(char, &[u8])> {
    let length = bytes.first().map(|first| first.leading_ones() as usize).filter(|length| (2..=4).contains(length))?;
    let (letter, rest) = bytes.split_at_checked(length)?;
    Some((std::str::from_utf8(letter).ok()?.chars().next()?, rest))
}

fn syllable(first: u32, rest: &[u8]) -> Option<(char, &[u8])> {
    let (vowel, rest) = rest.split_first()?;
    let vowel = u32::from(*vowel).checked_sub(VOWEL).filter(|vowel| *vowel < VOWELS)?;
    let is_last = |byte: u8| (LAST + 1..LAST + FINALS).contains(&u32::from(byte));
    let (last, rest) = match rest.split_first() {
        Some((last, rest)) if is_last(*last) => (u32::from(*last) - LAST, rest),
        _ => (0, rest),
    };
    let code = SYLLABLES.start() + ((first - FIRST) * VOWELS + vowel) * FINALS + last;
    Some((char::from_u32(code).filter(|_| SYLLABLES.contains(&code))?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_read_as_it_was_written() {
        let every_syllable: String = SYLLABLES.filter_map(char::from_u32).collect();
        for text in ["", "a\n\t", "각가갛힣가", "ㄱㅏ 한글 English — 日本語 🎉 é", &every_syllable] {
            assert_eq!(read(&write(text)).as_deref(), Some(text));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for bytes in
            [&[0x80][..], &[0x80, 0x41], &[0xA0, 0xA0], &[0xC1], &[MARK], &[MARK, 0x41], &[MARK, 0xE0, 0x80], &[0x93, 0xB5]]
        {
            assert_eq!(read(bytes), None, "{bytes:x?}");
        }
        // Whatever the bytes are, reading them ends.
        for seed in 0..5_000_u32 {
            let bytes: Vec<u8> = (0..8).map(|at| (seed.wrapping_mul(2_654_435_761).rotate_left(at * 5) >> 7) as u8).collect();
            let _ = read(&bytes);
        }
    }
}
