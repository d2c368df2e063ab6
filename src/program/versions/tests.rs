//! Tests with versions of small programs, written as lines.

use super::*;
use crate::program::{Date, Day, Kind, Moment, ProgramId, Room, RoomId, Span};

/// Returns a program of lines `id | title | speakers | day and start, minutes | rooms`, such as `1 | Rust | A, B | 18 13:00
/// 25 | 101`. A title with `!` before it is of a cancelled session.
fn program(lines: &str) -> Program {
    let sessions: Vec<Session> = lines.lines().filter(|line| !line.trim().is_empty()).map(session).collect();
    let mut program = Program {
        id: ProgramId::new("p"),
        version: "1".to_owned(),
        title: "P".to_owned(),
        subtitle: None,
        url: None,
        venue: None,
        time_zone: "Asia/Seoul".to_owned(),
        days: Vec::new(),
        rooms: Vec::new().into(),
        tracks: Vec::new().into(),
        walking: Vec::new(),
        aliases: Vec::new(),
        sessions: sessions.into(),
    };
    for session in &program.sessions {
        if program.days.iter().all(|day| day.date != session.day) {
            program.days.push(Day { date: session.day, label: None });
        }
        for id in &session.rooms {
            if program.rooms.iter().all(|room| room.id != *id) {
                program.rooms.push(Room { id: id.clone(), name: id.to_string(), names: BTreeMap::new() });
            }
        }
    }
    program.days.sort_by_key(|day| day.date);
    program.sort();
    program
}

fn session(line: &str) -> Session {
    let [id, title, people, time, rooms] = line.split('|').map(str::trim).collect::<Vec<_>>().try_into().expect(line);
    let list =
        |text: &str| text.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let [day, clock, minutes] = time.split(' ').collect::<Vec<_>>().try_into().expect(line);
    let start = Moment::parse(&format!("2018-08-{day}T{clock}:00+09:00")).expect(line);
    Session {
        id: SessionId::new(id),
        title: title.trim_start_matches('!').to_owned(),
        subtitle: None,
        span: Span::new(start, start.plus_minutes(minutes.parse().expect(line)).expect(line)).expect(line),
        day: Date::parse(&format!("2018-08-{day}")).expect(line),
        rooms: list(rooms).into_iter().map(RoomId::new).collect(),
        track: None,
        kind: Kind::Talk,
        language: None,
        level: None,
        speakers: list(people),
        about: Vec::new(),
        url: None,
        cancelled: title.starts_with('!'),
    }
}

/// Returns what became of each session as `1>1 2>7 3? 4-`, then `+8` for those added.
fn told(matching: &Matching) -> String {
    let fates = matching.fates.iter().map(|(id, fate)| match fate {
        Fate::Follow(now) => format!("{id}>{now}"),
        Fate::Ask(candidates) => format!("{id}?{}", candidates.iter().map(SessionId::as_str).collect::<Vec<_>>().join("/")),
        Fate::Gone => format!("{id}-"),
    });
    let added = matching.added.iter().map(|id| format!("+{id}"));
    fates.chain(added).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(old: &str, new: &str, expected: &str) {
    assert_eq!(told(&Matching::of(&program(old), &program(new))), expected, "{old}\n→\n{new}");
}

#[test]
fn a_session_that_keeps_its_id_is_matched_after_every_edit() {
    let old = "1 | Rust in practice | Kim Minsu | 18 13:00 25 | 101";
    for new in [
        "1 | Rust in practice | Kim Minsu | 19 16:00 40 | 202",
        "1 | Rust in practice | Lee | 18 13:00 25 | 101",
        "1 | Something else | Kim Minsu | 19 10:00 25 | 105",
        "1 | CANCELLED: Rust in practice | | 18 13:00 25 | 101",
        "1 | Rust in practise! | Lee | 19 10:00 25 | 105",
        "1 | Rust in practice: a story of many years and people | Lee | 19 10:00 25 | 105",
    ] {
        check(old, new, "1>1");
    }
}

#[test]
fn an_id_that_was_given_to_another_talk_is_not_matched() {
    let old = "1 | Rust in practice | Kim | 18 13:00 25 | 101";
    check(old, "1 | Cooking for geeks | Lee | 18 13:00 25 | 101", "1- +1");
    check(old, "1 | Cooking for geeks | Lee | 18 13:00 25 | 101\n2 | Rust in practice | Kim | 19 10:00 25 | 101", "1>2 +1");
    check("1 | Keynote | Kim | 18 09:00 40 |", "1 | Keynote | Lee | 19 09:00 40 |", "1- +1");
    check("1 | Keynote | | 18 09:00 40 | A", "1 | Ten years of us | Lee | 18 09:00 40 | A", "1>1");
    check("1 | Yoga | | 18 09:00 40 | A", "1 | Juggling | | 19 12:00 40 | B", "1- +1");
}

#[test]
fn swapped_and_shifted_ids_are_matched_by_talk() {
    let old = "1 | Rust | A | 18 10:00 25 | 101\n2 | Python | B | 18 11:00 25 | 101\n3 | Haskell | C | 18 12:00 25 | 101";
    check(
        old,
        "2 | Rust | A | 18 10:00 25 | 101\n1 | Python | B | 18 11:00 25 | 101\n3 | Haskell | C | 18 12:00 25 | 101",
        "1>2 2>1 3>3",
    );
    check(
        old,
        "2 | Rust | A | 18 10:00 25 | 101\n3 | Python | B | 18 11:00 25 | 101\n4 | Haskell | C | 18 13:00 25 | 105",
        "1>2 2>3 3>4",
    );
    let two_of_one = "1 | Rust | A | 18 10:00 25 | 101\n2 | Python | A | 18 11:00 25 | 101";
    check(two_of_one, "1 | Python | A | 18 11:00 25 | 101\n2 | Rust | A | 18 10:00 25 | 101", "1>2 2>1");
}

#[test]
fn a_session_with_a_new_id_is_matched_by_title_and_speakers() {
    let old = "1 | Rust in practice | Minsu Kim | 18 13:00 25 | 101";
    for new in [
        "9 | Rust in practice | Minsu Kim | 19 16:00 40 | 202",
        "9 | [취소] “Rust in Practice” | Kim  Minsu | 19 16:00 40 | 202",
        "9 | Rust in pratice | Kim Minsu, Lee | 19 16:00 40 | 202",
        "9 | Rust in practice | Lee | 18 16:00 40 | 202",
        "9 | Rust in practice | | 19 16:00 40 | 202",
    ] {
        check(old, new, "1>9");
    }
    check(old, "9 | Rust in practice | Lee | 19 16:00 40 | 202", "1?9 +9");
    check(old, "9 | Cooking for geeks | Minsu Kim | 18 13:00 25 | 101", "1?9 +9");
    check(old, "9 | Cooking for geeks | Minsu Kim | 19 16:00 25 | 101", "1- +9");
    check(
        old,
        "8 | Rust in pratice | Minsu Kim | 18 16:00 25 | 101\n9 | Rust in practise | Minsu Kim | 19 16:00 25 | 101",
        "1?8/9 +8 +9",
    );
    check("1 | Part I of Rust | A | 18 13:00 25 | 101", "2 | Part II of Rust | A | 19 13:00 25 | 101", "1?2 +2");
    check("1 | Rust 1 | A | 18 13:00 25 | 101", "2 | Rust 2 | A | 19 13:00 25 | 101", "1- +2");
}

#[test]
fn common_titles_are_matched_within_their_day() {
    let old = "1 | Lunch | | 18 12:00 60 | A\n2 | Lunch | | 19 12:00 60 | A\n3 | 점심 | | 20 12:00 60 | A";
    check(old, "7 | Lunch | | 18 12:30 60 | A\n8 | Lunch | | 19 12:00 60 | B\n9 | 점심 | | 20 12:00 60 | A", "1>7 2>8 3>9");
    check(old, "8 | Lunch | | 19 12:30 60 | A", "1- 2>8 3-");
    check("1 | Break | | 18 10:00 10 | A\n2 | Break | | 18 15:00 10 | A", "8 | Break | | 18 15:00 10 | A", "1- 2>8");
    check(
        "1 | Break | | 18 10:00 10 | A\n2 | Break | | 18 15:00 10 | A",
        "8 | Break | | 18 10:20 10 | B\n9 | Break | | 18 15:20 10 | B",
        "1>8 2>9",
    );
    check("1 | Break | | 18 10:00 10 | A", "7 | Break | | 18 11:00 10 | B\n8 | Break | | 18 15:00 10 | C", "1?7/8 +7 +8");
    check("1 | Lightning talks | A | 18 17:00 60 | A", "2 | Lightning talks | B | 18 17:00 60 | A", "1- +2");
    check("1 | Lunch | | 18 12:00 60 | A", "8 | Lunch (vegan) | | 18 12:00 60 | A", "1>8");
    check("1 | Lunch | | 18 12:00 60 | A", "8 | Dinner | | 18 12:00 60 | A", "1- +8");
    check("1 | Lunch | | 18 12:00 60 | A", "1 | Rust | Kim | 18 12:00 60 | A", "1- +1");
}

#[test]
fn repeated_sessions_are_matched_by_time_and_room() {
    let old = "1 | Soldering | A | 18 10:00 60 | W1\n2 | Soldering | A | 18 14:00 60 | W1\n3 | Soldering | A | 19 10:00 60 | W1";
    // If the first one is removed, the ids of all later ones shift.
    check(old, "1 | Soldering | A | 18 14:00 60 | W1\n2 | Soldering | A | 19 10:00 60 | W1", "1- 2>1 3>2");
    check(
        old,
        "1 | Soldering | A | 18 11:00 60 | W1\n2 | Soldering | A | 18 14:00 60 | W2\n3 | Soldering | A | 19 12:00 60 | W1",
        "1>1 2>2 3>3",
    );
    check(
        "1 | Soldering | A | 18 10:00 60 | W1",
        "8 | Soldering | A | 18 11:00 60 | W1\n9 | Soldering | A | 18 15:00 60 | W2",
        "1>8 +9",
    );
    check(
        "1 | Poster | | 18 10:00 60 | H\n2 | Poster | | 18 10:00 60 | H",
        "8 | Poster | | 18 10:00 60 | H\n9 | Poster | | 18 10:00 60 | H",
        "1>8 2>9",
    );
    // All kept their ids, and the second one now has the time of the first.
    check(
        "1 | Soldering | A | 18 10:00 60 | W1\n2 | Soldering | A | 18 14:00 60 | W1",
        "1 | Soldering | A | 18 18:00 60 | W1\n2 | Soldering | A | 18 10:00 60 | W1",
        "1>1 2>2",
    );
}

#[test]
fn all_changes_are_reported_and_nothing_else() {
    let old = program(
        "1 | A | X | 18 10:00 25 | 101\n2 | B | X, Y | 18 11:00 25 | 101\n3 | C | Y | 18 12:00 25 | 101\n4 | D | Z | 18 13:00 25 | 101\n5 | E | V | 18 14:00 25 | 101, 102\n6 | !F | W | 18 15:00 25 | 101",
    );
    let new = program(
        "1 | A | X | 18 10:30 30 | 102\n2 | B! | Y, X | 18 11:00 25 | 101\n7 | C | Y | 18 12:00 25 | 101\n8 | New | N | 18 13:00 25 | 101\n5 | !E | V, U | 18 14:00 25 | 102, 101\n6 | !F | W | 18 15:00 25 | 101",
    );
    let matching = Matching::of(&old, &new);
    let rows = matching.differences(&old, &new).into_iter().map(|row| {
        let id = |session: Option<&Session>| session.map_or("-".to_owned(), |session| session.id.to_string());
        let words: Vec<&str> = row.changes.iter().map(|change| change.as_str()).collect();
        format!("{}>{} {}", id(row.before), id(row.after), words.join(","))
    });
    let expected = ["1>1 moved,length,room", "2>2 retitled", "3>7 ", "4>- removed", "5>5 speakers,cancelled", "->8 "];
    assert_eq!(rows.collect::<Vec<_>>(), expected);
}

#[test]
fn only_another_version_may_replace_the_stored_program() {
    let talks = |words: &str, day: usize| {
        let lines = words
            .split(' ')
            .enumerate()
            .map(|(at, word)| format!("{word} | {word} | {word}son | {day} {:02}:00 25 | A\n", at + 8));
        lines.collect::<Vec<String>>()
    };
    let named =
        |lines: &[String], name: &str| Program { id: ProgramId::new(name), title: name.to_owned(), ..program(&lines.concat()) };
    let here = talks("Ada Basic Cobol Dart Erlang Fortran Go Haskell", 18);
    let others = |day: usize| talks("Apple Berry Cherry Damson Elder Fig Grape Hazel", day);
    let old = named(&here, "Tongues");
    let verdict = |new: &Program| Matching::of(&old, new).verdict(&old, new);
    assert_eq!(verdict(&Program { version: "2".to_owned(), ..old.clone() }), Verdict::Unchanged);
    assert_eq!(verdict(&named(&here[1..], "Tongues")), Verdict::Changed);
    assert_eq!(verdict(&named(&here[..6], "Renamed")), Verdict::Changed);
    assert_eq!(verdict(&named(&[&here[..2], &others(25)[..5]].concat(), "Tongues")), Verdict::Changed);
    assert_eq!(verdict(&named(&[&here[..1], &others(25)[..6]].concat(), "Fruits")), Verdict::OtherConference);
    assert_eq!(verdict(&named(&here[..3], "Tongues")), Verdict::Doubtful(Doubt::MuchSmaller));
    assert_eq!(verdict(&named(&[], "Tongues")), Verdict::Doubtful(Doubt::Empty));
    assert_eq!(verdict(&named(&others(18), "Tongues")), Verdict::Doubtful(Doubt::LittleInCommon));
    assert_eq!(verdict(&named(&others(25), "Tongues")), Verdict::OtherConference);
    assert_eq!(verdict(&named(&others(18), "Fruits")), Verdict::OtherConference);
}

#[test]
fn an_older_version_needs_confirmation() {
    let called = |version: &str, talks: &str| Program { version: version.to_owned(), ..program(talks) };
    let check = |kept: &str, new: &str, expected: Verdict| {
        let old = called(kept, "1 | A | X | 18 10:00 25 | 101\n2 | B | Y | 18 11:00 25 | 101");
        let new = called(new, "1 | A | X | 18 10:00 25 | 101\n2 | B | Y | 18 11:30 25 | 101");
        assert_eq!(Matching::of(&old, &new).verdict(&old, &new), expected, "{} after {}", new.version, old.version);
    };
    let older = Verdict::Doubtful(Doubt::Older);
    check("1.10", "1.9", older);
    check("v1.9", "v1.10", Verdict::Changed);
    check("2024-02-03 18:30", "2024-02-03 09:00", older);
    check("1.0 Talks", "0.9", Verdict::Changed);
    check("vkwn3cb8", "abcd1ef2", Verdict::Changed);
    check("", "", Verdict::Changed);
}

#[test]
fn verdicts_are_read_from_their_labels() {
    for label in ["unchanged", "changed", "empty", "much-smaller", "little-in-common", "older", "other-conference"] {
        assert_eq!(Verdict::from_label(label).map(Verdict::label), Some(label));
    }
    assert_eq!(Verdict::from_label("splendid"), None);
}

#[test]
fn ten_thousand_sessions_with_new_ids_are_matched() {
    let line = |id: usize, at: usize| {
        format!("{id} | Talk {:x} on {:x} | Speaker {at} | 18 {:02}:00 25 | R{}", at * 7919, at * 104_729, 6 + at % 12, at % 40)
    };
    let old: Vec<String> = (0..10_000).map(|at| line(at, at)).collect();
    let new: Vec<String> = (0..10_000).map(|at| line(20_000 + at, at)).collect();
    let (old, new) = (program(&old.join("\n")), program(&new.join("\n")));
    let matching = Matching::of(&old, &new);
    assert!(old.sessions.iter().all(|session| {
        let number: usize = session.id.as_str().parse().unwrap();
        matching.fate(&session.id) == Some(&Fate::Follow(SessionId::new((20_000 + number).to_string())))
    }));
}
