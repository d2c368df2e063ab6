use super::*;
use crate::messages::Language;
use crate::plan::{Plan, entries};
use crate::program::search::{Index, Query};
use crate::program::{Program, ProgramId};
use crate::wire::program_file;

fn program() -> Program {
    program_file::read(
        r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{"date": "2018-08-18"}, {"date": "2018-08-19"}, {"date": "2018-08-20"}],
        "rooms": [{"id": "r1", "name": "One", "names": {"ko": "하나"}}, {"id": "r2", "name": "Two & a half"}, {"id": "r3", "name": "Unused"}],
        "tracks": [{"id": "web", "name": "Web"}, {"id": "ai", "name": "AI"}],
        "sessions": [
          {"id": "0", "title": "Opening", "start": "2018-08-18T10:00:00+09:00", "end": "2018-08-18T11:00:00+09:00", "day": "2018-08-18", "kind": "keynote"},
          {"id": "1", "title": "Rust", "start": "2018-08-18T11:00:00+09:00", "end": "2018-08-18T12:00:00+09:00", "day": "2018-08-18", "rooms": ["r1"], "track": "web", "language": "ko"},
          {"id": "2", "title": "Go", "start": "2018-08-18T11:30:00+09:00", "end": "2018-08-18T12:00:00+09:00", "day": "2018-08-18", "rooms": ["r2"], "track": "ai", "language": "en"},
          {"id": "3", "title": "Rust II", "start": "2018-08-19T10:00:00+09:00", "end": "2018-08-19T11:00:00+09:00", "day": "2018-08-19", "rooms": ["r1", "r2"], "track": "web", "language": "EN ", "kind": "poster"},
          {"id": "4", "title": "Zig", "start": "2018-08-19T11:00:00+09:00", "end": "2018-08-19T12:00:00+09:00", "day": "2018-08-19", "rooms": ["r1"], "track": "ai", "language": "en", "level": "expert"}
        ]}"#,
    )
    .unwrap()
}

fn facets(program: &Program, language: Language) -> Facets {
    Facets::new(program, language.messages(), language.find_messages())
}

/// Returns the view of a filter that is written as an address, over all sessions, with a plan of these sessions.
fn view(address: &str, picked: &[&str]) -> FilterView {
    let (program, messages) = (program(), Language::English.find_messages());
    let facets = facets(&program, Language::English);
    let filter = Filter::from_address(address, &facets);
    let mut plan = Plan::empty(ProgramId::new("p"));
    for session in program.sessions.iter().filter(|session| picked.contains(&session.id.as_str())) {
        plan.put(crate::plan::Pick::of(&program, session, "en"));
    }
    let fits = fitting(&program, &entries(&plan, &program, "en"));
    let query = Query::new(&filter.query);
    let found = SessionSet::of(5, Index::new(&program).find(&query).iter().map(|hit| hit.session));
    let within = SessionSet::all(5);
    let given =
        Given { within: &within, found: (!query.is_empty()).then_some(&found), fitting: (!plan.is_empty()).then_some(&fits) };
    facets.view(&filter, given, messages)
}

fn shown(address: &str) -> Vec<usize> {
    view(address, &[]).shown.iter().collect()
}

#[test]
fn hidden_sessions_are_neither_shown_nor_counted_as_results() {
    let (program, messages) = (program(), Language::English.find_messages());
    let facets = facets(&program, Language::English);
    let within = SessionSet::of(5, [1, 4]).others();
    for (address, shown, hidden, tracks) in [
        ("", vec![0, 2, 3], 2, "Track: Web 1, AI 1, Not stated 1"),
        ("track=web", vec![3], 1, "Track: *Web 1, AI 1, Not stated 1"),
        ("room=r1&track=ai", vec![], 1, "Track: Web 1, *AI 0, Not stated 0"),
        ("day=2018-08-18&track=ai", vec![2], 0, "Track: Web 0, *AI 1, Not stated 1"),
    ] {
        let given = Given { within: &within, found: None, fitting: None };
        let view = facets.view(&Filter::from_address(address, &facets), given, messages);
        assert_eq!((view.shown.iter().collect::<Vec<_>>(), view.hidden), (shown, hidden), "{address}");
        assert_eq!(written(&view)[1], tracks, "{address}");
    }
}

/// Returns a line for each facet: `Track: web 2, *ai 1`, with an asterisk before chosen values.
fn written(view: &FilterView) -> Vec<String> {
    let choice = |choice: &ChoiceView| format!("{}{} {}", if choice.chosen { "*" } else { "" }, choice.name, choice.sessions);
    let line = |facet: &FacetView| format!("{}: {}", facet.name, facet.choices.iter().map(choice).collect::<Vec<_>>().join(", "));
    view.facets.iter().map(line).collect()
}

#[test]
fn choices_of_one_facet_add_up_and_different_facets_narrow() {
    for (address, expected) in [
        ("", vec![0, 1, 2, 3, 4]),
        ("track=web", vec![1, 3]),
        ("track=web&track=ai", vec![1, 2, 3, 4]),
        ("track=web&day=2018-08-19", vec![3]),
        ("room=r2", vec![2, 3]),
        ("language=en&room=r1", vec![3, 4]),
        ("language=", vec![0]),
        ("kind=poster&kind=keynote", vec![0, 3]),
        ("q=rust", vec![1, 3]),
        ("q=rust&day=2018-08-18", vec![1]),
        ("track=web&language=en&day=2018-08-18", vec![]),
    ] {
        assert_eq!(shown(address), expected, "{address}");
    }
}

#[test]
fn counts_apply_the_choices_of_the_other_facets() {
    assert_eq!(
        written(&view("", &[])),
        [
            "Day: Sat 18 Aug 3, Sun 19 Aug 2",
            "Track: Web 2, AI 2, Not stated 1",
            "Room: One 3, Two & a half 2, Not stated 1",
            "Language: English 3, Korean 1, Not stated 1",
            "Kind: Talk 3, Keynote 1, poster 1",
        ],
        "a third day and room have no sessions, and there is only one level"
    );
    assert_eq!(
        written(&view("track=web&day=2018-08-19", &[]))[..2],
        ["Day: Sat 18 Aug 1, *Sun 19 Aug 1", "Track: *Web 1, AI 1, Not stated 0"]
    );
    assert_eq!(written(&view("q=go", &[]))[1], "Track: Web 0, AI 1, Not stated 0");
}

#[test]
fn sessions_that_fit_the_plan_are_neither_picked_nor_overlapping() {
    let fits = |picked: &[&str]| view("plan=fits", picked).shown.iter().collect::<Vec<_>>();
    assert_eq!(fits(&["1"]), [0, 3, 4]);
    assert_eq!(fits(&["0", "2", "3"]), [4], "11:00 to 12:00 overlaps with 11:30");
    assert_eq!(fits(&[]), [0, 1, 2, 3, 4], "an empty plan holds nothing back");
    assert_eq!(written(&view("", &["1"])).last().unwrap(), "My timetable: Fits my gaps 3");
    assert_eq!(written(&view("", &[])).last().unwrap(), "Kind: Talk 3, Keynote 1, poster 1");
}

#[test]
fn a_long_entry_takes_all_of_its_time() {
    let program = program();
    let mut plan = Plan::empty(ProgramId::new("p"));
    let own = |id: &str, from: &str, to: &str| crate::plan::OwnEntry {
        id: id.to_owned(),
        title: id.to_owned(),
        span: crate::plan::tests::span(from, to),
        place: None,
        note: None,
    };
    plan.put_own(own("long", "09:00", "11:45"));
    plan.put_own(own("short", "09:30", "09:40"));
    assert_eq!(fitting(&program, &entries(&plan, &program, "en")).iter().collect::<Vec<_>>(), [3, 4]);
    let mut cancelled = program.clone();
    cancelled.sessions[1].cancelled = true;
    let mut plan = Plan::empty(ProgramId::new("p"));
    plan.put(crate::plan::Pick::of(&cancelled, &cancelled.sessions[1], "en"));
    assert_eq!(
        fitting(&cancelled, &entries(&plan, &cancelled, "en")).iter().collect::<Vec<_>>(),
        [0, 2, 3, 4],
        "what is cancelled takes no time and fits nowhere"
    );
}

#[test]
fn addresses_are_stable_and_ignore_unknown_values() {
    let program = program();
    let facets = facets(&program, Language::Korean);
    for (read, written) in [
        ("", ""),
        ("?q=%ED%8C%8C%EC%9D%B4+rust", "q=%ED%8C%8C%EC%9D%B4%20rust"),
        ("track=ai&day=2018-08-19&track=web&track=ai", "day=2018-08-19&track=web&track=ai"),
        ("q=a%26b&language=", "language=&q=a%26b"),
        ("track=nope&room=r3&level=expert&x=y&day=2018-08-20&&=&q=%20", ""),
        ("q=%FF&q=%4&track=%ai", ""),
        ("plan=fits&plan=", "plan=fits"),
        ("language=EN&language=en", "language=en"),
    ] {
        let filter = Filter::from_address(read, &facets);
        assert_eq!(filter.to_address(&facets), written, "{read}");
        let again = Filter::from_address(written, &facets);
        assert_eq!(again.to_address(&facets), written, "{read}");
        assert_eq!(filter.is_empty(), written.is_empty(), "{read}");
    }
}

#[test]
fn chips_name_parts_of_the_filter_and_remove_them() {
    let (program, messages) = (program(), Language::English.find_messages());
    let facets = facets(&program, Language::English);
    let mut filter = Filter::from_address("q=rust&track=web&language=&room=r2&plan=fits", &facets);
    let chips = view("q=rust&track=web&language=&room=r2&plan=fits", &["0"]).chips;
    let names: Vec<&str> = chips.iter().map(|chip| chip.name.as_str()).collect();
    assert_eq!(names, ["“rust”", "Web", "Two & a half", "Language: Not stated", messages.fits_plan]);
    for chip in &chips[..4] {
        filter.drop_part(&chip.part);
    }
    assert_eq!(filter.to_address(&facets), "plan=fits");
    filter.toggle(Facet::Track, "ai");
    filter.toggle(Facet::Plan, FITS);
    assert_eq!(filter.to_address(&facets), "track=ai");
    filter.toggle(Facet::Track, "ai");
    assert!(filter.is_empty());
}

#[test]
fn the_part_that_excludes_most_is_suggested_for_removal() {
    let hurts = |address: &str| view(address, &[]).hurts.map(|hurdle| (hurdle.chip.name, hurdle.sessions));
    let named = |name: &str, sessions| Some((name.to_owned(), sessions));
    assert_eq!(hurts("q=nothing"), None, "without its only part there is everything");
    assert_eq!(hurts("q=nothing&day=2018-08-18"), named("“nothing”", 3));
    assert_eq!(hurts("q=rust&track=ai"), named("“rust”", 2), "two without either: the query comes first");
    assert_eq!(hurts("day=2018-08-18&language=en&room=r1"), named("Sat 18 Aug", 2));
    assert_eq!(hurts("kind=poster&kind=keynote&language=ko"), named("Korean", 2));
    assert_eq!(hurts("kind=poster&kind=keynote&language=en&track=ai"), named("Keynote, poster", 2));
    assert_eq!(hurts("track=web"), None, "nothing is missing");
    assert_eq!(hurts("q=nothing&kind=poster&language=ko"), None, "no single one helps");
}

#[test]
fn names_are_in_the_users_language() {
    let program = program();
    let all = SessionSet::all(5);
    let given = Given { within: &all, found: None, fitting: None };
    let view = facets(&program, Language::Korean).view(&Filter::default(), given, Language::Korean.find_messages());
    assert_eq!(written(&view)[2], "장소: 하나 3, Two & a half 2, 없음 1");
    assert_eq!(written(&view)[4], "종류: 발표 3, 기조연설 1, poster 1");
}

#[test]
fn a_program_of_one_session_or_none_has_no_facets() {
    let mut program = program();
    for sessions in [1, 0] {
        program.sessions.truncate(sessions);
        let all = SessionSet::all(sessions);
        let given = Given { within: &all, found: None, fitting: None };
        let facets = facets(&program, Language::English);
        let view = facets.view(&Filter::default(), given, Language::English.find_messages());
        assert_eq!((view.facets, view.shown.len(), view.hurts), (vec![], sessions, None));
    }
}
