//! Cleaning of text that stands on one line: titles, names of rooms, tracks and people.

/// The most bytes of a name that stands once and is referred to.
const MAX_NAME: usize = 4_000;

/// A cleaned text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    /// Whether something had to be left out at the end.
    pub shortened: bool,
}

/// Without control characters and outer blanks, every run of blanks and line breaks one blank, and at most `limit`
/// characters.
pub(super) fn clean(text: &str, limit: usize) -> Line {
    let mut clean = String::with_capacity(text.len().min(limit * 4));
    let mut length = 0;
    for word in text.split([' ', '\t', '\r', '\n', '\u{B}', '\u{C}']) {
        let before = length;
        let kept = word.chars().filter(|letter| !is_control(*letter));
        for (at, letter) in kept.enumerate() {
            let blank = at == 0 && before > 0;
            if length + 1 + usize::from(blank) > limit {
                return Line { text: clean + "…", shortened: true };
            }
            if blank {
                clean.push(' ');
            }
            clean.push(letter);
            length += 1 + usize::from(blank);
        }
    }
    Line { text: clean, shortened: false }
}

/// The beginning of a text to which many rows refer: as much as the longest name has, and no more however often it is
/// repeated.
pub(super) fn clipped(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_NAME)).unwrap_or(text)
}

/// A text as it is quoted in a message.
pub(super) fn excerpt(text: &str) -> String {
    clean(text, 80).text
}

/// U+0000 to U+001F and U+007F are illegal in XML and drawn as boxes; a byte order mark inside a text is a leftover.
pub(super) fn is_control(letter: char) -> bool {
    letter.is_ascii_control() || letter == '\u{FEFF}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_lose_controls_and_outer_blanks_and_keep_the_rest() {
        let check = |text: &str, expected: &str| assert_eq!(clean(text, 100).text, expected);
        check("  Deep\u{1} Dive\r\n into \t Coroutine ", "Deep Dive into Coroutine");
        check("\u{B}開源\u{10}", "開源");
        check("a \u{1} b", "a b");
        check("👩‍💻 no\u{A0}break\u{FFFD}", "👩‍💻 no\u{A0}break\u{FFFD}");
        check("\u{FEFF} \n", "");
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        assert_eq!(clean("한국어로 말하기", 4), Line { text: "한국어로…".to_owned(), shortened: true });
        assert_eq!(clean("한국어로 말", 5), Line { text: "한국어로…".to_owned(), shortened: true });
        assert_eq!(clean("한국어로", 4), Line { text: "한국어로".to_owned(), shortened: false });
    }
}
