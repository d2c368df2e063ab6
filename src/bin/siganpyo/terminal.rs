//! What is said to the person at the terminal. Files and paths may hold anything; a terminal obeys control characters.

use serde_json::Value;
use siganpyo::messages::Language;
use siganpyo::program::line;

/// How a command speaks.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    pub language: Language,
    /// Reports, remarks and errors are JSON.
    pub json: bool,
    /// Only errors are in words: no reports, no remarks.
    pub quiet: bool,
}

impl Voice {
    /// Makes a remark on stderr. As JSON it is an object of its own, so that stderr is a series of objects.
    pub fn say(self, text: &str) {
        match (self.quiet, self.json) {
            (true, _) => {}
            (_, true) => eprint!("{}", json(&serde_json::json!({ "remark": text }))),
            _ => say(text),
        }
    }
}

/// Prints a line, or several, on stderr.
pub fn say(text: &str) {
    eprintln!("{}", shown(text.trim_end_matches('\n')));
}

/// The text with line ends as they are, and everything else that does not print as `\u{1b}`.
pub fn shown(text: &str) -> String {
    escape(text, |letter| letter.escape_unicode().to_string())
}

/// A JSON document, indented. Its strings hold nothing that does not print: JSON itself lets some of that through.
pub fn json(value: &Value) -> String {
    escape(&format!("{value:#}\n"), |letter| format!("\\u{:04x}", u32::from(letter)))
}

fn escape(text: &str, code: fn(char) -> String) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == '\n' || line::is_printable(letter) {
            shown.push(letter);
        } else {
            shown += &code(letter);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_told_nothing_that_it_obeys() {
        assert_eq!(shown("a\u{1b}[2J\n한\u{9b}\u{202e}"), "a\\u{1b}[2J\n한\\u{9b}\\u{202e}");
        let value = serde_json::json!({ "a": "\u{1b}\u{9b}\u{202e}한" });
        let text = json(&value);
        assert!(text.chars().all(|letter| letter == '\n' || line::is_printable(letter)), "{text:?}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
