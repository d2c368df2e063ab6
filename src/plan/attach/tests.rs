//! Tests of plans over several versions of a program, with examples and with random edits.

use super::*;
use crate::plan::{Change, OwnEntry, Priority, attachments, changes, entries, merge, new_overlaps};
use crate::program::{Date, Day, Kind, Moment, ProgramId, Room, RoomId, Session, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Returns a program of lines `id | title | speaker | minutes after 18 August 2018 09:00 | length`, all in one room.
fn program(lines: &str) -> Program {
    let sessions = lines.lines().map(|line| {
        let [id, title, person, start, length] = line.split('|').map(str::trim).collect::<Vec<_>>().try_into().expect(line);
        session(id, title, person, start.parse().expect(line), length.parse().expect(line))
    });
    of_sessions(sessions.collect())
}

fn session(id: &str, title: &str, person: &str, start: i64, length: i64) -> Session {
    let start = Moment::parse("2018-08-18T09:00:00+09:00").unwrap().plus_minutes(start).unwrap();
    Session {
        id: SessionId::new(id),
        title: title.to_owned(),
        subtitle: None,
        span: Span::new(start, start.plus_minutes(length).unwrap()).unwrap(),
        day: start.program_day(),
        rooms: vec![RoomId::new("r")],
        track: None,
        kind: Kind::Talk,
        language: None,
        level: None,
        speakers: Some(person.to_owned()).filter(|person| !person.is_empty()).into_iter().collect(),
        about: Vec::new(),
        url: None,
        cancelled: false,
    }
}

fn of_sessions(sessions: Vec<Session>) -> Program {
    let mut days: Vec<Date> = sessions.iter().map(|session| session.day).collect();
    days.sort();
    days.dedup();
    let mut program = Program {
        id: ProgramId::new("p"),
        version: "1".to_owned(),
        title: "P".to_owned(),
        subtitle: None,
        url: None,
        venue: None,
        time_zone: "Asia/Seoul".to_owned(),
        days: days.into_iter().map(|date| Day { date, label: None }).collect(),
        rooms: vec![Room { id: RoomId::new("r"), name: "R".to_owned(), names: BTreeMap::new() }].into(),
        tracks: Vec::new().into(),
        walking: Vec::new(),
        aliases: Vec::new(),
        sessions: sessions.into(),
    };
    program.sort();
    program
}

fn plan(program: &Program, ids: &[&str]) -> Plan {
    let mut plan = Plan::empty(program.id.clone());
    for id in ids {
        plan.put(Pick::of(program, program.session(&SessionId::new(*id)).expect(id), ""));
    }
    plan
}

fn attached(mut plan: Plan, old: &Program, new: &Program) -> Plan {
    let attachments = attachments(&plan, Some(old), new);
    plan.attach(&attachments);
    plan
}

/// Returns each pick as `title@id: changes`.
fn told(plan: &Plan, program: &Program) -> Vec<String> {
    let told = plan.picks().map(|pick| {
        let words: Vec<&str> = changes(pick, program).into_iter().map(Change::as_str).collect();
        format!("{}@{}: {}", pick.title, pick.session, words.join(","))
    });
    told.collect()
}

const OLD: &str = "1 | Rust | A | 0 | 30\n2 | Python | B | 60 | 30\n3 | Haskell | C | 120 | 30";

#[test]
fn a_pick_follows_its_session_to_another_id_until_confirmed() {
    let (old, new) = (program(OLD), program("7 | Rust | A | 5 | 30\n2 | Python | B | 60 | 30\n3 | Haskell | C | 120 | 30"));
    let mut plan = attached(plan(&old, &["1", "2"]), &old, &new);
    assert_eq!(told(&plan, &new), ["Python@2: ", "Rust@7: moved"]);
    assert!(entries(&plan, &new, "")[0].followed);
    plan.confirm(&SessionId::new("7"), &new, "");
    assert_eq!(told(&plan, &new), ["Python@2: ", "Rust@7: "]);
    assert!(!entries(&plan, &new, "")[0].followed);
}

#[test]
fn swapped_ids_are_followed_only_once() {
    let (old, new) = (program(OLD), program("2 | Rust | A | 0 | 30\n1 | Python | B | 60 | 30\n3 | Haskell | C | 120 | 30"));
    let once = attached(plan(&old, &["1", "2"]), &old, &new);
    assert_eq!(told(&once, &new), ["Python@1: ", "Rust@2: "]);
    assert_eq!(attachments(&once, Some(&old), &new), []);
    assert_eq!(attached(once.clone(), &old, &new), once);
    let moved = program("2 | Rust | A | 5 | 30\n1 | Python | B | 65 | 30\n3 | Haskell | C | 120 | 30");
    let once = attached(plan(&old, &["1", "2"]), &old, &moved);
    assert_eq!(told(&once, &moved), ["Python@1: moved", "Rust@2: moved"]);
    assert_eq!(attached(once.clone(), &old, &moved), once);
}

#[test]
fn two_picks_never_become_one() {
    let new = program("7 | Rust | A | 0 | 30\n2 | Python | B | 60 | 30\n1 | Cooking | X | 90 | 30");
    let old = program(OLD);
    let mut late = plan(&old, &["1"]);
    let early = attachments(&late, Some(&old), &new);
    // From a device that has the new version already.
    late.put(Pick::of(&new, new.session(&SessionId::new("7")).unwrap(), ""));
    let mut hasty = late.clone();
    hasty.attach(&early);
    for plan in [late, hasty] {
        let told = told(&attached(plan, &old, &new), &new);
        assert!(told.len() == 2 && told[0].starts_with("Rust@1~") && told[0].ends_with(": removed"), "{told:?}");
        assert_eq!(told[1], "Rust@7: ");
    }
}

#[test]
fn a_pick_whose_id_was_given_to_another_talk_stays_and_the_other_talk_can_be_picked() {
    let (old, new) = (program(OLD), program("1 | Cooking | X | 0 | 30\n2 | Python | B | 60 | 30\n3 | Haskell | C | 120 | 30"));
    let mut plan = attached(plan(&old, &["1"]), &old, &new);
    assert!(!plan.is_picked(&SessionId::new("1")));
    plan.put(Pick::of(&new, new.session(&SessionId::new("1")).unwrap(), ""));
    assert_eq!(told(&plan, &new)[0], "Cooking@1: ");
    assert!(told(&plan, &new)[1].starts_with("Rust@1~") && told(&plan, &new)[1].ends_with(": removed"));
    let back = attached(plan, &new, &old);
    assert_eq!(back.picks().count(), 2);
    assert!(told(&back, &old).contains(&"Rust@1: ".to_owned()), "{:?}", told(&back, &old));
}

#[test]
fn a_session_that_is_removed_and_added_again_is_attached_again() {
    let (old, without) = (program(OLD), program("2 | Python | B | 60 | 30\n3 | Haskell | C | 120 | 30"));
    let plan = attached(plan(&old, &["1"]), &old, &without);
    assert_eq!(told(&plan, &without), ["Rust@1: removed"]);
    let mut seen = plan.clone();
    seen.confirm(&SessionId::new("1"), &without, "");
    assert_eq!(told(&seen, &without), ["Rust@1: "]);
    assert_eq!(entries(&seen, &without, "")[0].standing, Standing::Removed);
    assert!(!entries(&plan, &old, "")[0].returned && entries(&seen, &old, "")[0].returned);
    for plan in [plan, seen] {
        assert_eq!(told(&attached(plan.clone(), &without, &old), &old), ["Rust@1: "]);
        let elsewhere = program("9 | Rust | A | 90 | 30\n2 | Python | B | 60 | 30\n3 | Haskell | C | 120 | 30");
        assert_eq!(told(&attached(plan, &without, &elsewhere), &elsewhere), ["Rust@9: moved"]);
    }
}

#[test]
fn with_several_candidates_the_question_stays_until_it_is_answered() {
    let old = program("1 | Rust in practice | A | 0 | 30\n2 | Python | B | 60 | 30");
    let new = program("7 | Rust in pratice | A | 5 | 30\n8 | Rust in practise | A | 90 | 30\n2 | Python | B | 60 | 30");
    let mut plan = attached(plan(&old, &["1", "2"]), &old, &new);
    assert_eq!(told(&plan, &new), ["Rust in practice@1: ambiguous", "Python@2: "]);
    let later = program("7 | Rust in pratice | A | 5 | 30\n9 | Rust in practise | A | 95 | 30\n2 | Python | B | 60 | 30");
    let still = attached(plan.clone(), &new, &later);
    assert_eq!(still.picks[&SessionId::new("1")].value.candidates, ["7", "9"].map(SessionId::new));
    let mut none = plan.clone();
    none.settle(&SessionId::new("1"), None);
    assert_eq!(told(&none, &new), ["Rust in practice@1: removed", "Python@2: "]);
    plan.settle(&SessionId::new("1"), Some(&SessionId::new("8")));
    assert_eq!(told(&plan, &new), ["Python@2: ", "Rust in practice@8: moved,retitled"]);
    assert!(!plan.is_picked(&SessionId::new("1")));
}

#[test]
fn without_the_old_version_picks_are_attached_by_their_copies() {
    let (old, new) = (program(OLD), program("2 | Rust | A | 0 | 30\n1 | Python | B | 60 | 30\n9 | Haskell | C | 120 | 30"));
    let mut plan = plan(&old, &["1", "2", "3"]);
    plan.attach(&attachments(&plan, None, &new));
    assert_eq!(told(&plan, &new), ["Python@1: ", "Rust@2: ", "Haskell@9: "]);
}

#[test]
fn a_record_that_was_edited_since_is_left_unchanged() {
    let (old, new) = (program(OLD), program("7 | Rust | A | 0 | 30"));
    let mut plan = plan(&old, &["1"]);
    let attachments = attachments(&plan, Some(&old), &new);
    let priority = Some(Priority::Must);
    plan.put(Pick { priority, ..plan.picks[&SessionId::new("1")].value.clone() });
    plan.attach(&attachments);
    assert_eq!(told(&plan, &new), ["Rust@1: removed"]);
    let plan = attached(plan, &old, &new);
    assert_eq!(plan.picks[&SessionId::new("7")].value.priority, priority);
}

#[test]
fn only_overlaps_caused_by_the_new_version_are_new() {
    let old = program("1 | Rust | A | 0 | 30\n2 | Python | B | 20 | 30\n3 | Haskell | C | 120 | 30\n4 | Go | D | 200 | 30");
    let new = program("1 | Rust | A | 0 | 30\n2 | Python | B | 20 | 30\n3 | Haskell | C | 25 | 30");
    let mut plan = attached(plan(&old, &["1", "2", "3", "4"]), &old, &new);
    let span = old.sessions[3].span;
    plan.put_own(OwnEntry { id: "own".to_owned(), title: "Tea".to_owned(), span, place: None, note: None });
    let entries = entries(&plan, &new, "");
    let pairs: Vec<String> = new_overlaps(&entries, &plan)
        .into_iter()
        .map(|overlap| format!("{}+{}", entries[overlap.first].id.as_str(), entries[overlap.second].id.as_str()))
        .collect();
    // The tea overlaps only with a session that was removed.
    assert_eq!(pairs, ["1+3", "2+3"]);
}

/// Numbers that look random and are the same in every run (Knuth's constants for a linear congruential generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }
}

const TITLES: [&str; 9] =
    ["Rust in practice", "Lunch", "Typed Python", "Why types", "Keynote", "Break", "Compilers", "Databases", "점심"];

/// Returns another version of the program: sessions are removed, added (again), moved, renumbered, retitled and given to
/// others.
fn edited(program: &Program, dice: &mut Dice) -> Program {
    let mut sessions = program.sessions.clone();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(sessions.len().max(1));
        let other = dice.roll(sessions.len().max(1));
        let fresh = session(
            &dice.roll(40).to_string(),
            TITLES[dice.roll(9)],
            ["A", "B", "C", ""][dice.roll(4)],
            30 * dice.roll(40) as i64,
            30,
        );
        match dice.roll(8) {
            _ if sessions.is_empty() => sessions.push(fresh),
            0 => drop(sessions.remove(at)),
            1 | 2 => sessions.push(fresh),
            3 => sessions[at].span = fresh.span,
            4 => sessions[at].id = fresh.id,
            5 => sessions[at].title += " again",
            6 => (sessions[at].title, sessions[at].speakers) = (fresh.title, fresh.speakers),
            _ => {
                let id = sessions[at].id.clone();
                sessions[at].id = std::mem::replace(&mut sessions[other].id, id);
            }
        }
    }
    let mut seen = BTreeSet::new();
    sessions.retain(|session| seen.insert(session.id.clone()));
    of_sessions(sessions.to_vec())
}

/// Returns the copies of all picks, none of which may be lost.
fn copies(plan: &Plan) -> Vec<(String, Span)> {
    let mut copies: Vec<(String, Span)> = plan.picks().map(|pick| (pick.title.clone(), pick.span)).collect();
    copies.sort();
    copies
}

#[test]
fn no_sequence_of_versions_loses_an_entry() {
    for seed in 0..120 {
        let mut dice = Dice(seed);
        let mut program = edited(&edited(&edited(&of_sessions(Vec::new()), &mut dice), &mut dice), &mut dice);
        let mut plan = Plan::empty(program.id.clone());
        for version in 0..12 {
            for session in &program.sessions {
                if dice.roll(3) == 0 && !plan.is_picked(&session.id) {
                    plan.put(Pick::of(&program, session, ""));
                }
            }
            let new = edited(&program, &mut dice);
            goes_back(&plan, &attachments(&plan, Some(&program), &new), &format!("seed {seed}, version {version}"));
            let after = attached(plan.clone(), &program, &new);
            assert_eq!(copies(&after), copies(&plan), "seed {seed}, version {version}");
            assert_eq!(attached(after.clone(), &new, &new), after, "seed {seed}, version {version}: a second time");
            // A second tab that did the same, and one that does not have the new version yet.
            let other = attached(plan.clone(), &program, &new);
            assert_eq!(merge(after.clone(), other), after);
            let merged = merge(after.clone(), plan.clone());
            assert_eq!(merged, merge(plan, after.clone()));
            assert_eq!(copies(&attached(merged, &program, &new)), copies(&after), "seed {seed}, version {version}: merged");
            (plan, program) = (after, new);
        }
    }
}

/// Checks that going back to the old version restores every pick, however often it is done, and also if it was never
/// attached.
fn goes_back(plan: &Plan, attachments: &[Attachment], what: &str) {
    let places = |plan: &Plan| plan.picks().map(|pick| (pick.session.clone(), pick.title.clone(), pick.span)).collect::<Vec<_>>();
    let mut there = plan.clone();
    there.attach(attachments);
    let way_back = there.way_back(attachments);
    let mut back = there.clone();
    back.attach(&way_back);
    assert_eq!(places(&back), places(plan), "{what}");
    let once = back.clone();
    back.attach(&way_back);
    assert_eq!(back, once, "{what}: a second time");
    assert_eq!(places(&merge(there, back)), places(plan), "{what}: beside a tab that has not heard of it");
    assert_eq!(plan.way_back(attachments), [], "{what}: never attached");
}
