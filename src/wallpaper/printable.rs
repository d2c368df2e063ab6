//! Replacing characters that the fonts lack.

use super::fonts::Fonts;
use super::phrases::MAY_END;
use skrifa::charmap::Charmap;
use std::collections::BTreeSet;

/// Replaces letters without a glyph.
pub(super) const OMISSION: &str = "…";

const JOINER: char = '\u{200d}';
/// Makes a key of the figure before it.
const KEYCAP: char = '\u{20e3}';

impl Fonts {
    /// Returns the text on one line with the available glyphs: no control characters, single spaces, and replacements for
    /// missing glyphs.
    ///
    /// Decomposed Korean letters become syllables, a rare syllable is spelled in letters, a full-width Latin letter becomes a
    /// narrow one, a keycap becomes a number in a circle, and a few emoji without a glyph become plain signs. A sequence of other
    /// letters becomes one mark; other signs are removed.
    pub fn printable(&self, text: &str) -> String {
        let fonts = self.charmaps();
        let is_known = |char| fonts.iter().any(|font| has(font, char));
        let mut printed = String::with_capacity(text.len());
        let mut chars = composed(text).peekable();
        while let Some(char) = chars.next() {
            if char.is_whitespace() {
                push_unless_last(&mut printed, " ");
            } else if is_joiner(char) || char == MAY_END {
                // In one colour, a person has no sex.
                chars.next_if(|next| char == JOINER && matches!(next, '♀' | '♂'));
                let pair = printed.chars().last().zip(chars.peek().copied());
                // Signs that different fonts have stand side by side.
                let in_one = |(before, next)| fonts.iter().any(|font| [before, char, next].iter().all(|char| has(font, *char)));
                let joins = printed.ends_with(is_complex) || char != MAY_END && pair.is_some_and(in_one);
                printed.extend(joins.then_some(char));
            } else if char == KEYCAP {
                number_in_circle(&mut printed);
            } else if is_known(char) {
                printed.push(char);
            } else if let Some(letters) = syllable_letters(char) {
                printed.extend(letters);
            } else if let Some(other) = narrow(char).or_else(|| plain_sign(char)).filter(|other| is_known(*other)) {
                printed.push(other);
            } else if char.is_alphanumeric() {
                push_unless_last(&mut printed, OMISSION);
            }
        }
        printed.trim().to_owned()
    }

    /// Returns the characters of the text without a glyph, except invisible ones.
    pub fn uncovered(&self, text: &str) -> BTreeSet<char> {
        let fonts = self.charmaps();
        let is_known = |char| fonts.iter().any(|font| has(font, char));
        composed(text).filter(|char| !char.is_whitespace() && !is_ignorable(*char) && !is_known(*char)).collect()
    }
}

/// Whether the font has a glyph for the character.
fn has(font: &Charmap<'_>, char: char) -> bool {
    font.map(char).is_some_and(|glyph| glyph.to_u32() != 0)
}

/// Replaces the figure at the end by itself in a circle.
fn number_in_circle(text: &mut String) {
    let figure = text.chars().last().filter(|figure| ('1'..='9').contains(figure));
    if let Some(circled) = figure.and_then(|figure| char::from_u32(u32::from(figure) - u32::from('1') + u32::from('①'))) {
        text.pop();
        text.push(circled);
    }
}

fn push_unless_last(text: &mut String, mark: &str) {
    if !text.ends_with(mark) {
        text.push_str(mark);
    }
}

/// Whether it is a letter of a script in which such signs matter: of the Near East, of India and its neighbours.
fn is_complex(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{10ff}' | '\u{1780}'..='\u{17ff}')
}

/// Whether it is a joiner or non-joiner.
fn is_joiner(char: char) -> bool {
    matches!(char, '\u{200c}' | JOINER)
}

/// Whether it needs no glyph: controls, joiners, direction marks; what tells of an emoji how it looks, of which a picture in one
/// colour shows nothing.
pub(super) fn is_ignorable(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || matches!(char, KEYCAP | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Returns a plain sign for an emoji that is meaningful in a title.
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

/// Composes Korean letters to syllables, which file systems store decomposed.
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

/// Returns the letters of a Korean syllable. Unicode numbers syllables by initial, vowel and final.
fn syllable_letters(syllable: char) -> Option<impl Iterator<Item = char>> {
    const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const FINALS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    let number = (syllable as usize).checked_sub('가' as usize).filter(|number| *number < 19 * 21 * 28)?;
    let vowel = char::from_u32('ㅏ' as u32 + (number / 28 % 21) as u32);
    let last = (number % 28).checked_sub(1).and_then(|last| FINALS.chars().nth(last));
    Some(INITIALS.chars().nth(number / (21 * 28)).into_iter().chain(vowel).chain(last))
}

/// Returns the ASCII character of a full-width form.
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
    fn printable_text_has_glyphs_for_everything() {
        let Some(fonts) = fonts() else { return };
        let check = |text: &str, expected: &str| {
            assert_eq!(fonts.printable(text), expected, "{text:?}");
            assert!(fonts.uncovered(expected).is_empty(), "{expected:?}");
        };
        check("  나도\u{200b} 할\t수\n있다\u{7} ", "나도 할 수 있다");
        check("파이썬🐍 🎉 축제", "파이썬 축제");
        check("漢字入門 (한자)", "… (한자)");
        check("뷁 ＰｙＣｏｎ２０１８", "ㅂㅞㄺ PyCon2018");
        check("Łukasz Dvořák Žižek", "Łukasz Dvořák Žižek");
        check("😀 ⭐ 👨\u{200d}👩\u{200d}👧 1\u{fe0f}\u{20e3} 0\u{fe0f}\u{20e3}", "★ ① 0");
        check("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} \u{1100}\u{1161}\u{1100}", "한글 가…");
    }

    #[test]
    fn uncovered_characters_are_those_without_a_glyph() {
        let Some(fonts) = fonts() else { return };
        let lacking: String = fonts.uncovered("파이썬 漢字 🎉\u{200d} 뷁 é").into_iter().collect();
        assert_eq!(lacking, "字漢뷁🎉");
    }
}
