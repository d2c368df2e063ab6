//! Content lines of RFC 5545, section 3.1: escaped, folded, and never more of them than were written.

use crate::program::{Date, Moment};

/// The longest line in bytes, without its line break.
pub(super) const MAX_LINE: usize = 75;

/// Lines of a calendar.
#[derive(Default)]
pub(super) struct Lines {
    pub text: String,
}

impl Lines {
    /// Adds a line, folded at 75 bytes but never inside a character: continuation lines begin with a blank that is not part
    /// of the value.
    pub fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        // Text of a program must never begin a new line.
        for letter in name.chars().chain([':']).chain(value.chars()).filter(|letter| !letter.is_control()) {
            if length + letter.len_utf8() > MAX_LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(letter);
            length += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// Adds a line of text, unless there is none.
    pub fn add_text(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            self.add(name, &escaped(text));
        }
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Returns `20180818T040000Z`.
pub(super) fn utc(moment: Moment) -> String {
    let seconds = moment.unix().rem_euclid(86_400);
    let date = Date::from_days_since_epoch(moment.unix().div_euclid(86_400)).to_string().replace('-', "");
    format!("{date}T{:02}{:02}{:02}Z", seconds / 3600, seconds % 3600 / 60, seconds % 60)
}

/// Reads what [`utc`] wrote.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let part = |from: usize, to: usize| text.get(from..to);
    let (date, clock) = ((part(0, 4)?, part(4, 6)?, part(6, 8)?), (part(9, 11)?, part(11, 13)?, part(13, 15)?));
    Moment::parse(&format!("{}-{}-{}T{}:{}:{}Z", date.0, date.1, date.2, clock.0, clock.1, clock.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_75_bytes_between_characters() {
        for text in ["한".repeat(100), "👩‍💻 ".repeat(60), "x".repeat(505)] {
            let mut lines = Lines::default();
            lines.add("X", &text);
            assert_eq!(lines.text.replace("\r\n ", ""), format!("X:{text}\r\n"));
            assert!(lines.text.split("\r\n").all(|line| line.len() <= MAX_LINE));
        }
    }

    #[test]
    fn empty_text_has_no_line() {
        let mut lines = Lines::default();
        lines.add_text("X", " \n");
        lines.add_text("Y", "a;b\r\n\tc\u{7}");
        assert_eq!(lines.text, "Y:a\\;b\\n c\r\n");
    }

    #[test]
    fn moments_are_read_as_they_were_written() {
        let at = Moment::parse("2018-08-18T13:05:09+09:00").unwrap();
        assert_eq!((utc(at).as_str(), moment(&utc(at))), ("20180818T040509Z", Some(at)));
        assert_eq!(moment("2018"), None);
    }
}
