//! Slips of the pen that make a valid program: a room written in two ways, a wrong year, 1:30 for 13:30.

use super::super::{Date, Kind, Program, Session, SessionId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A conference pauses for a weekend or two, but not for this many days.
const FAR_DAYS: i64 = 21;

/// Programs with more groups of days than this are series of meetings.
const MOST_GROUPS: usize = 3;

/// Returns talks without a room, if any session has one. Lunch needs none: if the program has speakers, a talk has one, too.
pub(super) fn without_room(program: &Program) -> Vec<SessionId> {
    let has_rooms = program.sessions.iter().any(|session| !session.rooms.is_empty());
    let has_speakers = program.sessions.iter().any(|session| !session.speakers.is_empty());
    let is_talk = |session: &Session| session.kind != Kind::Break && (!has_speakers || !session.speakers.is_empty());
    let lacks = |session: &&Session| has_rooms && session.rooms.is_empty() && is_talk(session);
    ids(program.sessions.iter().filter(lacks))
}

/// Returns the names of rooms that differ only in blanks, hyphens or capitals, in groups.
pub(super) fn rooms_alike(program: &Program) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for room in &program.rooms {
        let ignored = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '_' | '.' | '·' | '‐' | '‑' | '–');
        let word = room.name.chars().filter(|letter| !ignored(*letter)).flat_map(char::to_lowercase).collect();
        let names = groups.entry(word).or_default();
        if !names.contains(&room.name) {
            names.push(room.name.clone());
        }
    }
    groups.into_values().filter(|names| names.len() > 1).collect()
}

/// Returns the sessions on days that are far from those of most sessions.
pub(super) fn far_apart(program: &Program) -> Vec<SessionId> {
    let mut per_date: BTreeMap<Date, usize> = BTreeMap::new();
    program.sessions.iter().for_each(|session| *per_date.entry(session.day).or_default() += 1);
    let mut groups: Vec<(BTreeSet<Date>, usize)> = Vec::new();
    let mut last: Option<Date> = None;
    for (date, count) in per_date {
        let is_near = last.is_some_and(|last| date.days_since_epoch() - last.days_since_epoch() < FAR_DAYS);
        if !is_near {
            groups.push((BTreeSet::new(), 0));
        }
        if let Some((dates, sessions)) = groups.last_mut() {
            dates.insert(date);
            *sessions += count;
        }
        last = Some(date);
    }
    if groups.len() > MOST_GROUPS {
        return Vec::new();
    }
    // Of two equal groups the later one is taken for right: a wrong year is mostly the one before.
    groups.sort_by_key(|(_, sessions)| *sessions);
    groups.pop();
    let is_far = |session: &&Session| groups.iter().any(|(dates, _)| dates.contains(&session.day));
    ids(program.sessions.iter().filter(is_far))
}

/// Returns the sessions from one to seven in the morning that fit among the others of that date if they are twelve hours later,
/// unless the night before has sessions, too.
pub(super) fn by_night(program: &Program) -> Vec<SessionId> {
    let is_early = |session: &Session| (1..7).contains(&session.span.start.hour());
    let (mut mornings, mut last_hours, mut evening_ends) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
    for session in program.sessions.iter().filter(|session| !is_early(session)) {
        let Span { start, end } = session.span;
        if (7..12).contains(&start.hour()) {
            mornings.insert(start.date());
        }
        if start.hour() >= 18 {
            evening_ends.insert(end.unix());
        }
        let last: &mut u8 = last_hours.entry(start.date()).or_default();
        *last = end.hour().max(*last);
    }
    let is_slip = |session: &&Session| {
        let start = session.span.start;
        let (date, hour) = (start.date(), start.hour() + 12);
        let fits = hour <= 18 || last_hours.get(&date).is_some_and(|last| *last >= hour);
        let goes_on = evening_ends.range(start.unix() - 4 * 3600..start.unix() + 12 * 3600).next().is_some();
        is_early(session) && session.span.minutes() < 12 * 60 && mornings.contains(&date) && fits && !goes_on
    };
    ids(program.sessions.iter().filter(is_slip))
}

/// Returns the sessions with a title that is struck through as in a chat, `~~like this~~`: they may be cancelled.
pub(super) fn struck_through(program: &Program) -> Vec<SessionId> {
    let is_struck = |session: &&Session| session.title.split_once("~~").is_some_and(|(_, rest)| rest.contains("~~"));
    ids(program.sessions.iter().filter(is_struck))
}

fn ids<'a>(sessions: impl Iterator<Item = &'a Session>) -> Vec<SessionId> {
    sessions.map(|session| session.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::program_file;

    /// Makes a program of rows `date start end room title`.
    fn program(rows: &[&str]) -> Program {
        let (mut rooms, mut sessions) = (BTreeSet::new(), Vec::new());
        for row in rows {
            let [date, start, end, room, title] = *row.splitn(5, ' ').collect::<Vec<_>>() else { panic!("{row}") };
            rooms.insert(room);
            sessions.push(format!(
                r#"{{"id": "{title}", "title": "{title}", "start": "{date}T{start}:00+09:00", "end": "{date}T{end}:00+09:00", "day": "{date}", "rooms": ["{room}"]}}"#
            ));
        }
        let days: BTreeSet<&str> = rows.iter().map(|row| &row[..10]).collect();
        let days: Vec<String> = days.iter().map(|date| format!(r#"{{"date": "{date}"}}"#)).collect();
        let rooms: Vec<String> =
            rooms.iter().map(|room| format!(r#"{{"id": "{room}", "name": "{}"}}"#, room.replace('_', " "))).collect();
        let file = format!(
            r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul", "days": [{}], "rooms": [{}], "tracks": [], "sessions": [{}]}}"#,
            days.join(","),
            rooms.join(","),
            sessions.join(",")
        );
        program_file::read(&file).unwrap()
    }

    fn shown(ids: &[SessionId]) -> String {
        ids.iter().map(SessionId::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_talks_need_a_room_and_only_if_others_have_one() {
        let lacking = |rooms: &str| {
            let mut program =
                program(&["2026-08-15 10:00 11:00 a a", "2026-08-15 11:00 12:00 a b", "2026-08-15 12:00 13:00 a lunch"]);
            let change = |(session, room): (&mut Session, char)| {
                session.speakers = if session.title == "lunch" { Vec::new() } else { vec!["Kim".to_owned()] };
                if room == '-' {
                    session.rooms.clear();
                }
            };
            program.sessions.iter_mut().zip(rooms.chars()).for_each(change);
            shown(&without_room(&program))
        };
        assert_eq!([lacking("aaa"), lacking("a--"), lacking("---")], ["", "b", ""]);
    }

    #[test]
    fn rooms_that_differ_in_blanks_hyphens_or_capitals_are_alike() {
        let rooms = |names: &[&str]| {
            let rows: Vec<String> = names.iter().map(|name| format!("2026-08-15 10:00 11:00 {name} {name}")).collect();
            rooms_alike(&program(&rows.iter().map(String::as_str).collect::<Vec<_>>()))
        };
        assert_eq!(rooms(&["큰_방", "큰방", "작은방"]), [["큰 방", "큰방"]]);
        assert_eq!(rooms(&["Hall_A", "hall-a", "Hall_B"]), [["Hall A", "hall-a"]]);
        assert!(rooms(&["큰방", "큰방(3층)", "101", "102"]).is_empty());
    }

    #[test]
    fn days_far_from_the_others_are_found() {
        let far = |dates: &[&str]| {
            let rows: Vec<String> = dates.iter().map(|date| format!("{date} 10:00 11:00 a {date}")).collect();
            shown(&far_apart(&program(&rows.iter().map(String::as_str).collect::<Vec<_>>())))
        };
        assert_eq!(far(&["2026-08-15", "2025-08-16"]), "2025-08-16");
        assert_eq!(far(&["2026-08-15", "2027-08-16", "2026-08-16"]), "2027-08-16");
        assert_eq!(far(&["2026-08-15", "2026-09-16", "2026-08-17"]), "2026-09-16");
        assert_eq!(far(&["2026-08-15", "2026-08-22", "2026-08-29"]), "");
        // A user group meets every month.
        assert_eq!(far(&["2026-01-15", "2026-02-12", "2026-03-12", "2026-04-16"]), "");
    }

    #[test]
    fn afternoons_without_their_twelve_hours_are_found() {
        let night = |rows: &[&str]| shown(&by_night(&program(rows)));
        let day = ["2026-08-15 10:00 10:40 a a", "2026-08-15 11:00 12:00 a b"];
        assert_eq!(night(&[&day[..], &["2026-08-15 01:30 02:10 a c", "2026-08-15 05:00 05:40 a d"]].concat()), "c d");
        assert_eq!(night(&[&day[..], &["2026-08-15 00:10 00:50 a c"]].concat()), "");
        // A party that goes on, and a night of its own.
        assert_eq!(night(&[&day[..], &["2026-08-14 20:00 23:50 a c", "2026-08-15 01:30 02:10 a d"]].concat()), "");
        assert_eq!(night(&["2026-08-15 01:30 02:10 a d", "2026-08-15 03:30 04:10 a e"]), "");
    }

    #[test]
    fn struck_titles_are_found() {
        let rows = ["2026-08-15 10:00 10:40 a ~~가기~~", "2026-08-15 11:00 11:40 a about ~~x~~ y", "2026-08-15 12:00 12:40 a ~~"];
        assert_eq!(shown(&struck_through(&program(&rows))), "~~가기~~ about ~~x~~ y");
    }
}
