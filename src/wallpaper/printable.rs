//! What can be printed, and what stands in for what cannot.

use super::fonts::Fonts;
use std::collections::BTreeSet;

/// Stands for letters that cannot be printed.
pub(super) const OMISSION: &str = "…";

impl Fonts {
    /// The text as it can be printed on one line: no control characters, single spaces, and a stand-in for what the fonts lack.
    ///
    /// Korean letters become syllables, a rare syllable is spelled in letters, a wide Latin letter becomes a narrow one, and a few
    /// emoji become plain signs. Other letters become one mark for as many as follow each other; other signs go.
    pub fn printable(&self, text: &str) -> String {
        let is_known = self.coverage();
        let mut printed = String::with_capacity(text.len());
        for char in composed(text) {
            if char.is_whitespace() {
                push_unless_last(&mut printed, " ");
            } else if is_known(char) {
                printed.push(char);
            } else if let Some(letters) = syllable_letters(char) {
                printed.extend(letters);
            } else if let Some(other) = narrow(char).or_else(|| plain_sign(char)).filter(|other| is_known(*other)) {
                printed.push(other);
            } else if is_joiner(char) {
                // Between other letters it is a remnant of an emoji.
                let joins = printed.chars().last().is_some_and(|before| ('\u{600}'..='\u{dff}').contains(&before));
                printed.extend(joins.then_some(char));
            } else if char.is_alphanumeric() {
                push_unless_last(&mut printed, OMISSION);
            }
        }
        printed.trim().to_owned()
    }

    /// The characters of the text for which there is no glyph, those left out that are never seen.
    pub fn uncovered(&self, text: &str) -> BTreeSet<char> {
        let is_known = self.coverage();
        composed(text).filter(|char| !char.is_whitespace() && !is_ignorable(*char) && !is_known(*char)).collect()
    }
}

fn push_unless_last(text: &mut String, mark: &str) {
    if !text.ends_with(mark) {
        text.push_str(mark);
    }
}

/// Letters that join their neighbours, or keep them apart.
fn is_joiner(char: char) -> bool {
    matches!(char, '\u{200c}' | '\u{200d}')
}

/// Controls, joiners, marks of direction, variants of emoji.
pub(super) fn is_ignorable(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || matches!(char, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// Plain signs for emoji that say something beside a title.
fn plain_sign(emoji: char) -> Option<char> {
    Some(match emoji {
        '⭐' | '🌟' => '★',
        '❤' | '♥' | '💙' | '💚' | '💛' | '💜' | '🧡' => '♡',
        '✅' | '✔' | '☑' => '✓',
        '❌' | '✖' => '✗',
        '➡' => '→',
        '🎵' | '🎶' => '♪',
        _ => return None,
    })
}

/// The text with Korean syllables where it has their letters one by one, as file systems write them.
pub(super) fn composed(text: &str) -> impl Iterator<Item = char> {
    let number = |letter: Option<&char>, first: char, count: u32| {
        letter.and_then(|letter| u32::from(*letter).checked_sub(u32::from(first))).filter(|number| *number < count)
    };
    let mut letters = text.chars().peekable();
    std::iter::from_fn(move || {
        let letter = letters.next()?;
        let Some(initial) = number(Some(&letter), '\u{1100}', 19) else { return Some(letter) };
        let Some(vowel) = number(letters.peek(), '\u{1161}', 21) else { return Some(letter) };
        letters.next();
        let last = number(letters.peek(), '\u{11a7}', 28).filter(|last| *last > 0);
        letters.next_if(|_| last.is_some());
        char::from_u32(u32::from('가') + (initial * 21 + vowel) * 28 + last.unwrap_or(0))
    })
}

/// The letters of a Korean syllable, each on its own. Unicode counts syllables up by initial, vowel and final.
fn syllable_letters(syllable: char) -> Option<impl Iterator<Item = char>> {
    const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const FINALS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    let number = (syllable as usize).checked_sub('가' as usize).filter(|number| *number < 19 * 21 * 28)?;
    let vowel = char::from_u32('ㅏ' as u32 + (number / 28 % 21) as u32);
    let last = (number % 28).checked_sub(1).and_then(|last| FINALS.chars().nth(last));
    Some(INITIALS.chars().nth(number / (21 * 28)).into_iter().chain(vowel).chain(last))
}

/// The ASCII character that a full-width form is the wide version of.
fn narrow(wide: char) -> Option<char> {
    ('！'..='～').contains(&wide).then(|| char::from_u32(wide as u32 - '！' as u32 + u32::from(b'!')))?
}

#[cfg(test)]
mod tests {
    use super::super::fonts::tests::fonts;
    use super::*;

    #[test]
    fn syllables_are_spelled_in_letters() {
        let check = |syllable: char, expected: &str| {
            assert_eq!(syllable_letters(syllable).map(Iterator::collect), Some(expected.to_owned()), "{syllable}");
        };
        check('가', "ㄱㅏ");
        check('뷁', "ㅂㅞㄺ");
        check('힣', "ㅎㅣㅎ");
        assert!(syllable_letters('ㄱ').is_none() && syllable_letters('a').is_none());
    }

    #[test]
    fn printable_leaves_nothing_that_the_fonts_lack() {
        let Some(fonts) = fonts() else { return };
        let check = |text: &str, expected: &str| {
            assert_eq!(fonts.printable(text), expected, "{text:?}");
            assert!(fonts.uncovered(expected).is_empty(), "{expected:?}");
        };
        check("  나도\u{200b} 할\t수\n있다\u{7} ", "나도 할 수 있다");
        check("파이썬🐍 🎉 축제", "파이썬 축제");
        check("漢字入門 (한자)", "… (한자)");
        check("뷁 ＰｙＣｏｎ２０１８", "ㅂㅞㄺ PyCon2018");
        check("Łukasz Nguyễn Žižek Ελλάδα Привет", "Łukasz Nguyễn Žižek Ελλάδα Привет");
        check("😀 ⭐ 👨\u{200d}👩\u{200d}👧 1\u{fe0f}\u{20e3}", "★ 1");
        check("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} \u{1100}\u{1161}\u{1100}", "한글 가…");
    }

    #[test]
    fn uncovered_tells_what_no_font_has() {
        let Some(fonts) = fonts() else { return };
        let lacking: String = fonts.uncovered("파이썬 漢字 🎉\u{200d} 뷁 é").into_iter().collect();
        assert_eq!(lacking, "字漢뷁🎉");
    }
}
