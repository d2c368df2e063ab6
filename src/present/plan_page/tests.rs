use super::*;
use crate::messages::Language;
use crate::plan::OwnEntry;
use crate::plan::tests::span;
use crate::program::ProgramId;
use crate::wire::program_file;

fn words() -> Words {
    Words { messages: Language::English.messages(), plan: Language::English.plan_messages() }
}

/// Returns sessions written as `id title time room`, all on 18 August 2018.
fn program(sessions: &[&str]) -> Program {
    let session = |line: &&str| {
        let [id, title, time, room] = line.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (from, to) = time.split_once('-').unwrap();
        format!(
            r#"{{"id": "{id}", "title": "{title}", "day": "2018-08-18", "rooms": ["{room}"],
            "start": "2018-08-18T{from}:00+09:00", "end": "2018-08-18T{to}:00+09:00"}}"#
        )
    };
    let sessions: Vec<String> = sessions.iter().map(session).collect();
    program_file::read(&format!(
        r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{{"date": "2018-08-18"}}], "rooms": [{{"id": "A", "name": "A"}}, {{"id": "B", "name": "B"}}], "sessions": [{}]}}"#,
        sessions.join(",")
    ))
    .unwrap()
}

fn plan(program: &Program) -> Plan {
    let mut plan = Plan::empty(ProgramId::new("p"));
    for session in &program.sessions {
        plan.put(Pick::of(program, session, "en"));
    }
    plan
}

fn page(plan: &Plan, program: &Program) -> PlanPage {
    plan_page(plan, program, 0, 0, words())
}

fn entries_of(page: &PlanPage) -> Vec<&PageEntry> {
    let items = page.days.iter().flat_map(|day| &day.items);
    items.filter_map(|item| if let Item::Entry(entry) = item { Some(&**entry) } else { None }).collect()
}

#[test]
fn a_gap_comes_before_the_entry_that_ends_it() {
    let program = program(&["a Ant 10:00-11:00 A", "b Bee 10:30-11:30 B", "c Cat 12:00-13:00 A"]);
    let page = page(&plan(&program), &program);
    let word = |item: &Item| match item {
        Item::Gap(gap) => gap.gap.minutes().to_string(),
        Item::Entry(entry) => entry.id.as_str().to_owned(),
        Item::Stack(stack) => stack.count.clone(),
    };
    assert_eq!(page.days[0].items.iter().map(word).collect::<Vec<_>>(), ["a", "b", "30", "c"]);
    let clashes: Vec<usize> = entries_of(&page).iter().map(|entry| entry.clashes.len()).collect();
    assert_eq!(clashes, [1, 1, 0]);
    assert_eq!(entries_of(&page)[0].overlaps, ["30 min overlap with “Bee”"]);
    assert_eq!((page.days[0].is_parallel, page.news), (true, 0));
}

#[test]
fn each_change_is_shown_with_its_values_before_and_after() {
    for (now, expected) in [
        ("a Ant 10:00-11:00 A", vec![]),
        ("a Ant 10:30-11:30 A", vec![("moved", Some(("10:00–11:00", "10:30–11:30")))]),
        ("a Ant 10:00-11:30 A", vec![("length", Some(("1 h", "1 h 30 min")))]),
        ("a Ant 10:00-11:00 B", vec![("room", Some(("A", "B")))]),
        ("a Ape 10:00-11:00 A", vec![("retitled", Some(("Ant", "Ape")))]),
        ("b Bee 10:00-11:00 A", vec![("removed", None)]),
    ] {
        let plan = plan(&program(&["a Ant 10:00-11:00 A"]));
        let program = program(&[now]);
        let page = page(&plan, &program);
        let entry = entries_of(&page)[0];
        assert_eq!((page.news, entry.is_news), (expected.len().min(1), !expected.is_empty()), "{now}");
        let words: Vec<&str> = entry.changes.iter().map(|change| change.as_str()).collect();
        assert_eq!(words, expected.iter().map(|(word, _)| *word).collect::<Vec<_>>(), "{now}");
        let values: Vec<_> = entry.news.iter().map(|news| news.values.as_ref().map(|(a, b)| (a.as_str(), b.as_str()))).collect();
        assert_eq!(values, expected.iter().map(|(_, values)| *values).collect::<Vec<_>>(), "{now}");
    }
}

#[test]
fn a_confirmed_removal_is_shown_but_is_not_news() {
    let mut plan = plan(&program(&["a Ant 10:00-11:00 A"]));
    let program = program(&[]);
    plan.confirm(&SessionId::new("a"), &program, "en");
    let page = page(&plan, &program);
    let entry = entries_of(&page)[0];
    assert_eq!((page.news, entry.is_news, entry.news.len(), entry.has_page), (0, false, 1, false));
}

#[test]
fn an_overlap_caused_by_a_change_is_shown() {
    let plan = plan(&program(&["a Ant 10:00-11:00 A", "b Bee 11:00-12:00 B"]));
    let page = page(&plan, &program(&["a Ant 10:30-11:30 A", "b Bee 11:00-12:00 B"]));
    assert_eq!(page.new_overlaps, ["“Ant” and “Bee” now overlap by 30 min"]);
}

#[test]
fn several_candidates_are_told_apart() {
    let mut plan = plan(&program(&["a Ant 10:00-11:00 A"]));
    let program = program(&["x Ant 10:00-11:00 B", "y Ant 14:00-15:00 B"]);
    let mut pick = plan.picks().next().unwrap().clone();
    pick.candidates = ["x", "y", "gone"].map(SessionId::new).to_vec();
    plan.put(pick);
    let page = page(&plan, &program);
    let entry = entries_of(&page)[0];
    let told: Vec<&str> = entry.candidates.iter().map(|(_, told)| told.as_str()).collect();
    assert_eq!(told, ["Ant · Sat 18 Aug · 10:00–11:00 · B", "Ant · Sat 18 Aug · 14:00–15:00 · B"]);
    assert_eq!(entry.changes, [Change::Ambiguous]);
}

#[test]
fn own_entries_show_their_note_and_walking_makes_changes_tight() {
    let program = program(&["a Ant 10:00-11:00 A"]);
    let mut plan = plan(&program);
    let (span, place, note) = (span("11:00", "12:00"), Some("Lobby".to_owned()), Some("bring the keys".to_owned()));
    plan.put_own(OwnEntry { id: "mine".to_owned(), title: "Booth".to_owned(), span, place, note });
    let page = plan_page(&plan, &program, 0, 5, words());
    let entry = entries_of(&page)[1];
    assert_eq!((entry.note.as_deref(), entry.rooms.as_str(), entry.has_page), (Some("bring the keys"), "Lobby", false));
    assert!(entry.tight.as_ref().is_some_and(|sentence| sentence.contains("“Ant”")), "{entry:#?}");
    assert_eq!(page.totals.tight, 1);
}

#[test]
fn forty_overlapping_entries_are_one_block_until_one_of_them_is_chosen() {
    let lines: Vec<String> = (10..50).map(|at| format!("s{at} T{at} 10:00-10:{at} A")).collect();
    let program = program(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let mut plan = plan(&program);
    let stack = |page: &PlanPage| match &page.days[0].items[..] {
        [Item::Stack(stack), ..] => stack.clone(),
        other => panic!("{other:?}"),
    };
    let undecided = page(&plan, &program);
    let all = stack(&undecided);
    assert_eq!((all.entries.len(), all.count.as_str(), all.when.as_str()), (40, "40 to choose from", "10:00–10:49"));
    assert_eq!((all.lane.lanes, undecided.days[0].is_parallel, all.first.len()), (1, false, MOST_LISTED));
    let first = entries_of(&undecided)[0].clone();
    assert_eq!((first.lane, first.clashes.len(), first.overlaps.len()), (None, 39, MOST_SAID + 1));
    assert_eq!(first.overlaps[MOST_SAID], "and 36 more");

    let chosen = plan.picks.get(&SessionId::new("s12")).unwrap().value.clone();
    plan.put(Pick { priority: Some(Priority::Must), ..chosen });
    let decided = page(&plan, &program);
    assert_eq!((stack(&decided).entries.len(), stack(&decided).lane), (39, Lane { lane: 1, lanes: 2, wide: 1 }));
    let alone: Vec<_> =
        entries_of(&decided).into_iter().filter(|entry| entry.lane.is_some()).map(|entry| entry.id.as_str()).collect();
    assert_eq!(alone, ["s12"]);
}

#[test]
fn overlaps_that_were_decided_are_not_shown_but_can_be_changed() {
    let program = program(&["a Ant 10:00-11:00 A", "b Bee 10:30-11:30 B", "c Cat 11:00-12:00 A"]);
    let mut plan = plan(&program);
    for (id, priority) in [("a", Priority::Must), ("b", Priority::Maybe)] {
        let pick = plan.picks.get(&SessionId::new(id)).unwrap().value.clone();
        plan.put(Pick { priority: Some(priority), ..pick });
    }
    let page = page(&plan, &program);
    let told = |entry: &&PageEntry| (entry.clashes.len(), entry.overlaps.len(), entry.decided.clone().unwrap_or_default());
    let expected = [(1, 0, "1 alternative"), (2, 0, "Alternative to “Ant”"), (1, 0, "")];
    let expected = expected.map(|(clashes, overlaps, decided)| (clashes, overlaps, decided.to_owned()));
    assert_eq!(entries_of(&page).iter().map(told).collect::<Vec<_>>(), expected);
    assert_eq!(page.totals.overlaps, 0, "who goes to Ant is free for Cat");
}
