//! Characters that look like what is typed and come from copying: hyphens that do not break, blanks without a width.

use std::borrow::Cow;

/// Returns a date or a time as it would be typed.
pub(in crate::import) fn typed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || text.chars().all(|letter| as_typed(letter) == Some(letter)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(as_typed).collect())
}

/// Returns the text without the zone that Notion writes after a time in brackets, `10:30 (GMT+9)`.
pub(in crate::import) fn without_zone(text: &str) -> Cow<'_, str> {
    match zone(text) {
        Some((from, to)) => Cow::Owned(format!("{}{}", text[..from].trim_end(), &text[to..])),
        None => Cow::Borrowed(text),
    }
}

/// Returns the zone in brackets after a time.
pub(in crate::import) fn stated_zone(text: &str) -> Option<&str> {
    zone(text).map(|(from, to)| &text[from + 1..to - 1])
}

fn zone(text: &str) -> Option<(usize, usize)> {
    let from = text.find('(')?;
    let to = from + text[from..].find(')')? + 1;
    let name = text[from + 1..to - 1].trim();
    let is_zone = ["GMT", "UTC", "KST", "JST", "CET", "CEST"].iter().any(|zone| name.starts_with(zone)) && name.len() < 12;
    is_zone.then_some((from, to))
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
    fn zones_in_brackets_are_found() {
        assert_eq!(without_zone("2026/08/15 10:30 (GMT+9) → 11:10"), "2026/08/15 10:30 → 11:10");
        assert_eq!(stated_zone("2026/08/15 10:30 (GMT+9) → 11:10"), Some("GMT+9"));
        assert_eq!(
            (without_zone("10:30 (40분)"), stated_zone("8/15 (토) 10:30"), stated_zone(")(")),
            ("10:30 (40분)".into(), None, None)
        );
    }

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
