//! Characters that look like what is typed and come from copying: hyphens that do not break, blanks without a width.

use std::borrow::Cow;

/// Returns a date or a time as it would be typed.
pub(in crate::import) fn typed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || text.chars().all(|letter| as_typed(letter) == Some(letter)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(as_typed).collect())
}

fn as_typed(letter: char) -> Option<char> {
    match letter {
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => None,
        '\u{2010}'..='\u{2012}' | '\u{2212}' | '\u{FE63}' => Some('-'),
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => Some(' '),
        '\u{2236}' | '\u{FE55}' => Some(':'),
        // The full-width forms of ASCII.
        '\u{FF01}'..='\u{FF5D}' => char::from_u32(u32::from(letter) - 0xFEE0),
        letter => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_characters_are_read_as_typed_ones() {
        for (pasted, expected) in [
            ("2026\u{2011}08\u{2011}15", "2026-08-15"),
            ("2026\u{2212}08\u{2010}15", "2026-08-15"),
            ("\u{200B}10:\u{200B}00\u{FEFF}", "10:00"),
            ("２０２６－０８－１５\u{3000}１０：００", "2026-08-15 10:00"),
            ("10:00\u{A0}~\u{202F}11:00", "10:00 ~ 11:00"),
            ("오후 1:00–2:00", "오후 1:00–2:00"),
        ] {
            assert_eq!(typed(pasted), expected);
        }
    }
}
