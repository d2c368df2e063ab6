//! Which sessions a person means by a few words.

use super::{Program, Session, plain_text};

/// What was typed, ready to be compared.
#[derive(Debug, Clone)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// The words of what was typed; case does not matter.
    pub fn new(typed: &str) -> Query {
        Query { words: typed.split_whitespace().map(str::to_lowercase).collect() }
    }

    /// Whether every word occurs somewhere in the session: title, speakers, rooms, track or abstract. No words match all.
    pub fn matches(&self, session: &Session, program: &Program) -> bool {
        self.words.is_empty() || {
            let text = searched_text(session, program);
            self.words.iter().all(|word| text.contains(word.as_str()))
        }
    }
}

fn searched_text(session: &Session, program: &Program) -> String {
    let mut text = session.title.clone();
    let mut add = |part: &str| {
        text.push('\n');
        text.push_str(part);
    };
    session.subtitle.iter().for_each(|part| add(part));
    session.speakers.iter().for_each(|part| add(part));
    for room in session.rooms.iter().filter_map(|id| program.room(id)) {
        add(&room.name);
        room.names.values().for_each(|name| add(name));
    }
    session.track.iter().filter_map(|id| program.track(id)).for_each(|track| add(&track.name));
    add(&plain_text(&session.about));
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::program_file;

    #[test]
    fn every_word_must_occur_somewhere_in_any_case_and_order() {
        let program = program_file::read(
            r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}], "rooms": [{"id": "r", "name": "Hall", "names": {"ko": "대강당"}}],
            "tracks": [{"id": "t", "name": "Web Service"}],
            "sessions": [{"id": "a", "title": "Sanic를 활용하여", "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T13:25:00+09:00",
              "day": "2018-08-18", "rooms": ["r"], "track": "t", "speakers": ["이재면"], "abstract": [{"p": [{"t": "Fast"}]}]}]}"#,
        )
        .unwrap();
        let matches = |typed: &str| Query::new(typed).matches(&program.sessions[0], &program);
        for found in ["", " ", "sanic", "활용", "이재면 SANIC", "대강당", "web fast"] {
            assert!(matches(found), "{found}");
        }
        for missed in ["django", "sanic django"] {
            assert!(!matches(missed), "{missed}");
        }
    }
}
