//! The page of a session.

use super::SessionSet;
use super::language_name::language_names;
use super::now::LONG_ON;
use super::timetable::{TrackMark, clock_range, track_mark};
use crate::messages::Messages;
use crate::messages::find::FindMessages;
use crate::plan::{Entry, Plan, entries};
use crate::program::{Block, Program, Session};

/// The content of the session's page.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionView {
    /// Its title.
    pub title: String,
    /// Its subtitle.
    pub subtitle: Option<String>,
    /// Day and time with its length, `2018년 8월 18일 (토) 13:00–13:25 · 25분`.
    pub when: String,
    /// Names of its rooms.
    pub rooms: String,
    /// Its speakers.
    pub speakers: Vec<String>,
    /// Its track.
    pub track: Option<TrackMark>,
    /// Language, level and the like, as label and value.
    pub facts: Vec<(&'static str, String)>,
    /// Its abstract.
    pub about: Vec<Block>,
    /// Its web page.
    pub url: Option<String>,
    /// Whether it is cancelled.
    pub cancelled: bool,
}

/// Returns the session as the program has it now.
pub fn session_view(session: &Session, program: &Program, messages: &Messages, find_messages: &FindMessages) -> SessionView {
    SessionView {
        title: session.title.clone(),
        subtitle: session.subtitle.clone(),
        when: when(session, messages),
        rooms: program.room_names(session, messages.tag).join(", "),
        speakers: session.speakers.clone(),
        track: track_mark(program, session),
        facts: facts(session, program, messages, find_messages),
        about: session.about.clone(),
        url: session.url.clone(),
        cancelled: session.cancelled,
    }
}

fn when(session: &Session, messages: &Messages) -> String {
    let day = (messages.date_with_year)(session.day);
    let length = (messages.duration)(session.span.minutes());
    format!("{day} {} · {length}", clock_range(session))
}

fn facts(session: &Session, program: &Program, messages: &Messages, find_messages: &FindMessages) -> Vec<(&'static str, String)> {
    let language = session.language.as_deref().map(|language| (messages.language, language_names(language, find_messages)));
    let level = session.level.as_deref().map(|level| (messages.level, level_of(level, program)));
    language.into_iter().chain(level).collect()
}

/// Returns a level in the organiser's words; a bare number with the highest of the program, `2/3`.
fn level_of(level: &str, program: &Program) -> String {
    let levels = program.sessions.iter().filter_map(|session| session.level.as_deref());
    let highest = levels.map(|level| level.parse::<u8>().ok()).try_fold(0, |highest, level| Some(highest.max(level?)));
    highest.map_or_else(|| level.to_owned(), |highest| format!("{level}/{highest}"))
}

/// Returns a sentence for each entry of the plan that overlaps with the session.
pub fn overlaps(session: &Session, program: &Program, plan: &Plan, messages: &Messages) -> Vec<String> {
    let is_other = |entry: &Entry| entry.takes_place() && entry.id.as_str() != session.id.as_str();
    let others = entries(plan, program, messages.tag).into_iter().filter(is_other);
    others.filter_map(|entry| Some((messages.overlap_with)(&entry.title, entry.span.overlap_minutes(session.span)?))).collect()
}

/// Returns for each speaker with other shown sessions the indices of these sessions.
pub fn others_of_speakers<'s>(session: &'s Session, program: &Program, shown: &SessionSet) -> Vec<(&'s str, Vec<usize>)> {
    let others = |speaker: &String| {
        let is_other = |other: &Session| other.id != session.id && other.speakers.contains(speaker);
        shown.iter().filter(|index| is_other(&program.sessions[*index])).collect::<Vec<_>>()
    };
    let named = session.speakers.iter().map(|speaker| (speaker.as_str(), others(speaker)));
    named.filter(|(_, others)| !others.is_empty()).collect()
}

/// Returns the indices of the shown sessions that overlap with a session, except those that last nearly all day.
pub fn alternatives(session: &Session, program: &Program, shown: &SessionSet) -> Vec<usize> {
    let is_one = |other: &Session| {
        let is_short = other.span.minutes() <= LONG_ON || other.span.minutes() <= session.span.minutes();
        let at_once = other.span.start == session.span.start || other.span.overlap_minutes(session.span).is_some();
        other.id != session.id && !other.cancelled && is_short && at_once
    };
    shown.iter().filter(|index| is_one(&program.sessions[*index])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::program::SessionId;
    use crate::wire::program_file;

    #[test]
    fn a_level_that_is_a_number_says_of_how_many() {
        let program = |levels: [&str; 2]| {
            let row = |level: &str| {
                format!(
                    r#"{{"id": "{level}", "title": "T", "start": "2018-08-18T10:00:00+09:00", "end": "2018-08-18T11:00:00+09:00",
                    "day": "2018-08-18", "language": "en", "level": "{level}"}}"#
                )
            };
            let head = r#""format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
                "days": [{"date": "2018-08-18"}], "rooms": [], "tracks": []"#;
            program_file::read(&format!("{{{head}, \"sessions\": [{}]}}", levels.map(row).join(","))).unwrap()
        };
        let facts = |levels| {
            let program = program(levels);
            let language = Language::Korean;
            let view = session_view(&program.sessions[0], &program, language.messages(), language.find_messages());
            view.facts.into_iter().map(|(label, value)| format!("{label} {value}")).collect::<Vec<_>>()
        };
        assert_eq!(facts(["1", "3"]), ["언어 영어", "난이도 1/3"]);
        assert_eq!(facts(["1", "초급"]), ["언어 영어", "난이도 1"]);
    }

    #[test]
    fn alternatives_and_other_sessions_of_the_speakers_are_found() {
        let row = |id: &str, from: &str, to: &str, more: &str| {
            format!(
                r#"{{"id": "{id}", "title": "{id}", "start": "2018-08-18T{from}:00+09:00", "end": "2018-08-18T{to}:00+09:00", "day": "2018-08-18"{more}}}"#
            )
        };
        let rows = [
            row("tent", "09:00", "20:00", ""),
            row("a", "10:00", "11:00", r#", "speakers": ["Kim", "Lee"]"#),
            row("b", "10:30", "11:30", r#", "speakers": ["Lee"]"#),
            row("off", "10:30", "11:00", r#", "cancelled": true"#),
            row("c", "11:00", "12:00", r#", "speakers": ["Lee", "Park"]"#),
            row("point", "11:00", "11:00", ""),
        ];
        let head = r#""format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}], "rooms": [], "tracks": []"#;
        let program = program_file::read(&format!("{{{head}, \"sessions\": [{}]}}", rows.join(","))).unwrap();
        let all = SessionSet::all(program.sessions.len());
        let ids = |indices: Vec<usize>| indices.iter().map(|index| program.sessions[*index].id.as_str()).collect::<Vec<_>>();
        for (id, expected) in [("a", vec!["b"]), ("b", vec!["a", "c"]), ("c", vec!["b", "point"]), ("point", vec!["c"])] {
            assert_eq!(ids(alternatives(program.session(&SessionId::new(id)).unwrap(), &program, &all)), expected, "{id}");
        }
        let a = program.session(&SessionId::new("a")).unwrap();
        let others = others_of_speakers(a, &program, &all);
        assert_eq!(others.into_iter().map(|(name, indices)| (name, ids(indices))).collect::<Vec<_>>(), [("Lee", vec!["b", "c"])]);
        let without = |id: &str| {
            let is_one = |index: &usize| program.sessions[*index].id.as_str() == id;
            SessionSet::of(all.len(), all.iter().filter(is_one)).others()
        };
        assert_eq!(ids(alternatives(a, &program, &without("b"))), [""; 0]);
        assert_eq!(ids(others_of_speakers(a, &program, &without("b")).remove(0).1), ["c"]);
    }
}
