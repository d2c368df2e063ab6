//! Text that stands on one line: titles, names of rooms, tracks and people.

/// The most bytes of a name that stands once and is referred to.
const MAX_NAME: usize = 4_000;

/// The most accents on one letter. Vietnamese has two, Hebrew with cantillation four; a hundred of them cover the lines
/// above and below.
const MAX_ACCENTS: usize = 8;

/// A cleaned text.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// What is left.
    pub text: String,
    /// Whether something had to be left out at the end.
    pub shortened: bool,
}

/// Without what cannot be printed and without outer blanks, every run of blanks and line breaks one blank, and at most `limit`
/// characters.
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

/// The beginning of a text to which many rows refer: as much as the longest name has, and no more however often it is
/// repeated.
pub fn clipped(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_NAME)).unwrap_or(text)
}

/// A text as it is quoted in a message.
pub fn excerpt(text: &str) -> String {
    clean(text, 80).text
}

/// Whether the letter shows as one, and leaves the letters around it as they are.
///
/// Control characters (C0 and C1) are drawn as boxes or obeyed by terminals. The embeddings, overrides and isolates of the
/// bidirectional algorithm (UAX #9) reverse the order of what follows, even after the end of the text; the plain marks (LRM, RLM, ALM) do not. A byte
/// order mark inside a text is a leftover.
pub fn is_printable(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether some of it is read from right to left.
pub fn holds_right_to_left(text: &str) -> bool {
    text.contains(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'))
}

/// A text inside of a sentence or beside others: what is read from right to left stands in marks that keep times and commas beside it
/// in their places.
pub fn isolated(text: &str) -> String {
    if holds_right_to_left(text) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// The blanks and line ends of ASCII and the line ends of Unicode. A no-break space is there for a reason.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// False for an accent on a letter that has too many of them.
fn has_room(letter: char, accents: &mut usize) -> bool {
    *accents = if is_accent(letter) { *accents + 1 } else { 0 };
    *accents <= MAX_ACCENTS
}

/// The blocks of combining marks that belong to no script.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
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
    fn nothing_is_left_that_a_terminal_obeys_or_that_turns_the_text_around() {
        let check = |text: &str, expected: &str| assert_eq!(clean(text, 100).text, expected);
        check("\u{1b}[2J\u{1b}]8;;http://evil\u{7}Title", "[2J]8;;http://evilTitle");
        check("a\u{9b}31mb\u{85}c\u{2028}d", "a31mb c d");
        check("\u{202e}evitcenni\u{202c} \u{2066}safe\u{2069}", "evitcenni safe");
        check("שלום\u{200f}! 🏴\u{e0067}\u{e0062}\u{e007f}", "שלום\u{200f}! 🏴\u{e0067}\u{e0062}\u{e007f}");
    }

    #[test]
    fn only_what_is_read_from_the_right_is_isolated() {
        assert_eq!(isolated("101호, Room"), "101호, Room");
        assert_eq!(isolated("مرحبا 2018"), "\u{2068}مرحبا 2018\u{2069}");
        assert_eq!(isolated("Room שלום"), "\u{2068}Room שלום\u{2069}");
    }

    #[test]
    fn a_letter_has_few_accents() {
        assert_eq!(clean(&format!("A{}b\u{301}", "\u{301}".repeat(50)), 100).text, format!("A{}b\u{301}", "\u{301}".repeat(8)));
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        assert_eq!(clean("한국어로 말하기", 4), Line { text: "한국어로…".to_owned(), shortened: true });
        assert_eq!(clean("한국어로 말", 5), Line { text: "한국어로…".to_owned(), shortened: true });
        assert_eq!(clean("한국어로", 4), Line { text: "한국어로".to_owned(), shortened: false });
    }
}
