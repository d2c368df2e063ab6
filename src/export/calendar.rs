//! A plan as an iCalendar file (RFC 5545), which every phone's calendar opens.
//!
//! Times are in UTC, so no time zone definition is needed. Every entry keeps its UID over versions of the program, so
//! importing the file again moves the events. There are no alarms: users set their own.

use crate::plan::{Entry, EntryId, Plan, Source, Standing, entries};
use crate::program::{Date, Moment, Program, link};

/// The longest line in bytes, without its line break.
const MAX_LINE: usize = 75;

/// Returns the calendar file. `stamp` is the present moment; `language` is a tag such as `ko` and selects the names of rooms.
///
/// A cancelled or removed session is written as a cancelled event, so that a calendar that already has it strikes it out.
pub fn calendar(plan: &Plan, program: &Program, stamp: Moment, language: &str) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Siganpyo//Siganpyo//EN");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.add("X-WR-CALNAME", &escape(&program.title));
    for entry in entries(plan, program, language) {
        event(&entry, plan, program, stamp, &mut lines);
    }
    lines.add("END", "VCALENDAR");
    lines.text
}

fn event(entry: &Entry, plan: &Plan, program: &Program, stamp: Moment, lines: &mut Lines) {
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", &uid(&entry.id, program));
    lines.add("DTSTAMP", &utc(stamp));
    lines.add("DTSTART", &utc(entry.span.start));
    lines.add("DTEND", &utc(entry.span.end));
    lines.add("SUMMARY", &escape(&entry.title));
    let place: Vec<&str> = entry.rooms.iter().map(String::as_str).chain(program.venue.as_deref()).collect();
    // The venue belongs to sessions, not to own entries.
    let place = if entry.source == Source::Own { entry.rooms.join(", ") } else { place.join(", ") };
    lines.add_filled("LOCATION", &escape(&place));
    lines.add_filled("DESCRIPTION", &escape(&description(entry, plan)));
    if let EntryId::Pick(id) = &entry.id {
        let url = program.session(id).and_then(|session| session.url.as_deref());
        lines.add_filled("URL", url.filter(|url| link::is_web(url)).unwrap_or(""));
    }
    lines.add("STATUS", if entry.standing == Standing::Planned { "CONFIRMED" } else { "CANCELLED" });
    lines.add("END", "VEVENT");
}

fn description(entry: &Entry, plan: &Plan) -> String {
    match &entry.id {
        EntryId::Pick(_) => entry.speakers.join(", "),
        EntryId::Own(id) => plan.own.get(id).and_then(|record| record.value.note.clone()).unwrap_or_default(),
    }
}

/// Returns the UID of an entry. Ids may contain anything, so unsafe characters are replaced by their bytes in hexadecimal.
fn uid(id: &EntryId, program: &Program) -> String {
    let mark = match id {
        EntryId::Pick(_) => "session",
        EntryId::Own(_) => "own",
    };
    format!("{mark}-{}@{}.siganpyo", plain(id.as_str()), plain(program.id.as_str()))
}

fn plain(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// `20180818T040000Z`.
fn utc(moment: Moment) -> String {
    let seconds = moment.unix().rem_euclid(86_400);
    let date = Date::from_days_since_epoch(moment.unix().div_euclid(86_400)).to_string().replace('-', "");
    format!("{date}T{:02}{:02}{:02}Z", seconds / 3600, seconds % 3600 / 60, seconds % 60)
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// Adds a line, folded at 75 bytes but never inside a character: continuation lines begin with a blank that is not part
    /// of the value.
    fn add(&mut self, name: &str, value: &str) {
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

    fn add_filled(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.add(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::text::tests::{plan, program};

    fn file() -> String {
        calendar(&plan(), &program(), Moment::parse("2018-08-01T00:00:00Z").unwrap(), "ko")
    }

    #[test]
    fn every_entry_is_an_event_in_time_order() {
        let unfolded = file().replace("\r\n ", "");
        let events: Vec<&str> = unfolded.split("BEGIN:VEVENT\r\n").skip(1).collect();
        assert_eq!(events.len(), 4);
        assert_eq!(
            events[1],
            "UID:session-a@p.siganpyo\r\nDTSTAMP:20180801T000000Z\r\nDTSTART:20180818T040000Z\r\nDTEND:20180818T042500Z\r\n\
             SUMMARY:Rust\\, 그리고 \\\\ 파이썬\\; 아주 긴 제목이라서 접어야 하는 이야기\r\nLOCATION:101호\\, COEX\r\n\
             DESCRIPTION:강효준\\, 이한\r\nURL:https://example.org/a\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
        );
        assert!(events[0].contains("UID:own-1@p.siganpyo") && events[0].contains("LOCATION:로비\r\nDESCRIPTION:비건\\n메뉴\r\n"));
        assert!(events[2].contains("STATUS:CANCELLED"), "cancelled: {}", events[2]);
        assert!(events[3].contains("UID:session-gone%20%26@p.siganpyo") && events[3].contains("STATUS:CANCELLED"));
    }

    #[test]
    fn text_of_a_program_never_adds_a_line() {
        let mut program = program();
        program.title = "P\r\nEND:VCALENDAR".to_owned();
        program.venue = Some("\u{85}X\nBEGIN:VALARM".to_owned());
        for session in &mut program.sessions {
            session.url = Some("https://a.example/\r\nEND:VEVENT\r\nBEGIN:VEVENT".to_owned());
            session.title = "T\r\nATTACH:file:///etc/passwd".to_owned();
        }
        let file = calendar(&plan(), &program, Moment::parse("2018-08-01T00:00:00Z").unwrap(), "ko");
        for line in ["END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "ATTACH:file:///etc/passwd"] {
            let count = file.lines().filter(|written| *written == line).count();
            let expected = if line == "END:VCALENDAR" {
                1
            } else if line.ends_with("VEVENT") {
                4
            } else {
                0
            };
            assert_eq!(count, expected, "{line}");
        }
        assert!(!file.contains("URL:"));
    }

    #[test]
    fn lines_are_folded_at_75_bytes_between_characters() {
        let file = file();
        assert!(file.ends_with("END:VCALENDAR\r\n") && file.contains("\r\n "));
        assert!(file.split("\r\n").all(|line| line.len() <= MAX_LINE && !line.contains(['\r', '\n'])));
        let mut lines = Lines::default();
        lines.add("X", &"한".repeat(100));
        assert_eq!(lines.text.replace("\r\n ", ""), format!("X:{}\r\n", "한".repeat(100)));
        assert!(lines.text.split("\r\n").all(|line| line.len() <= MAX_LINE));
    }
}
