//! Single-line text: titles, names of rooms, tracks and people.

/// The most bytes of a name that is stored once and referred to.
const MAX_NAME: usize = 4_000;

/// The most accents on one letter. Vietnamese has two, Hebrew with cantillation four; a hundred of them cover the lines
/// above and below.
const MAX_ACCENTS: usize = 8;

/// A cleaned text.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// The cleaned text.
    pub text: String,
    /// Whether the end was cut off.
    pub shortened: bool,
}

/// Removes what cannot be printed and outer blanks, turns every run of blanks and line breaks into one blank, and cuts after
/// `limit` characters.
pub fn clean(text: &str, limit: usize) -> Line {
    let mut clean = String::with_capacity(text.len().min(limit * 4));
    let mut length = 0;
    let mut accents = 0;
    for word in text.split(is_blank) {
        let before = length;
        let kept = word.chars().filter(|letter| is_printable(*letter) && has_room(*letter, &mut accents));
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

/// Whether [`clean`] would change nothing, as far as that is seen at once: nearly always where texts are in English.
pub fn is_clean(text: &str, limit: usize) -> bool {
    let is_trimmed = !text.starts_with(' ') && !text.ends_with(' ');
    text.len() <= limit && is_plain(text) && is_trimmed && !text.contains("  ")
}

/// Whether the text has nothing but printable ASCII.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Returns the beginning of a text that many rows refer to, cut to the length of the longest name, so that repeating it
/// cannot take much space.
pub fn clipped(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_NAME)).unwrap_or(text)
}

/// Returns the text cut to the length of a quotation in a message.
pub fn excerpt(text: &str) -> String {
    clean(text, 80).text
}

/// Whether the character is visible and does not affect how the characters around it are shown.
///
/// Control characters (C0 and C1) are drawn as boxes or obeyed by terminals. The embeddings, overrides and isolates of the
/// bidirectional algorithm (UAX #9) reverse the order of what follows, even after the end of the text; the plain marks (LRM,
/// RLM, ALM) do not. A byte order mark inside a text is a leftover.
pub fn is_printable(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether the text has characters that are written from right to left.
pub fn holds_right_to_left(text: &str) -> bool {
    text.contains(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'))
}

/// Returns the text for use inside a sentence or next to other texts. Right-to-left text is enclosed in isolates, so that
/// times and commas next to it keep their order.
pub fn isolated(text: &str) -> String {
    if holds_right_to_left(text) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// Whether it is an ASCII blank or line break, or a Unicode line break. No-break spaces are kept on purpose.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the letter may have one more accent.
fn has_room(letter: char, accents: &mut usize) -> bool {
    *accents = if is_accent(letter) { *accents + 1 } else { 0 };
    *accents <= MAX_ACCENTS
}

/// Whether it is in a block of combining marks that belongs to no script.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_removes_control_characters_and_outer_blanks() {
        let check = |text: &str, expected: &str| assert_eq!(clean(text, 100).text, expected);
        check("  Deep\u{1} Dive\r\n into \t Coroutine ", "Deep Dive into Coroutine");
        check("\u{B}開源\u{10}", "開源");
        check("a \u{1} b", "a b");
        check("👩‍💻 no\u{A0}break\u{FFFD}", "👩‍💻 no\u{A0}break\u{FFFD}");
        check("\u{FEFF} \n", "");
    }

    #[test]
    fn clean_removes_terminal_controls_and_bidi_overrides() {
        let check = |text: &str, expected: &str| assert_eq!(clean(text, 100).text, expected);
        check("\u{1b}[2J\u{1b}]8;;http://evil\u{7}Title", "[2J]8;;http://evilTitle");
        check("a\u{9b}31mb\u{85}c\u{2028}d", "a31mb c d");
        check("\u{202e}evitcenni\u{202c} \u{2066}safe\u{2069}", "evitcenni safe");
        check("שלום\u{200f}! 🏴\u{e0067}\u{e0062}\u{e007f}", "שלום\u{200f}! 🏴\u{e0067}\u{e0062}\u{e007f}");
    }

    #[test]
    fn what_is_clean_stays_as_it_is() {
        for (text, is_kept) in [
            ("Deep Dive: 2 days", true),
            ("", true),
            ("a  b", false),
            (" a", false),
            ("a ", false),
            ("a\tb", false),
            ("é", false),
        ] {
            assert_eq!(is_clean(text, 20), is_kept, "{text:?}");
            assert!(!is_kept || clean(text, 20).text == text);
        }
        assert!(is_clean("abc", 3) && !is_clean("abc", 2));
    }

    #[test]
    fn only_right_to_left_text_is_isolated() {
        assert_eq!(isolated("101호, Room"), "101호, Room");
        assert_eq!(isolated("مرحبا 2018"), "\u{2068}مرحبا 2018\u{2069}");
        assert_eq!(isolated("Room שלום"), "\u{2068}Room שלום\u{2069}");
    }

    #[test]
    fn a_letter_keeps_a_few_accents() {
        assert_eq!(clean(&format!("A{}b\u{301}", "\u{301}".repeat(50)), 100).text, format!("A{}b\u{301}", "\u{301}".repeat(8)));
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        assert_eq!(clean("한국어로 말하기", 4), Line { text: "한국어로…".to_owned(), shortened: true });
        assert_eq!(clean("한국어로 말", 5), Line { text: "한국어로…".to_owned(), shortened: true });
        assert_eq!(clean("한국어로", 4), Line { text: "한국어로".to_owned(), shortened: false });
    }
}
