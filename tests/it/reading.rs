//! Search, filters, grid and plan of whole programs: our own, and really published ones if they are available.

use crate::published::folder;
use siganpyo::import::{Options, import};
use siganpyo::messages::Language;
use siganpyo::plan::{Pick, Plan, entries};
use siganpyo::present::SessionSet;
use siganpyo::present::day_plan::{Totals, day_plans, fits};
use siganpyo::present::filter::{Facets, Filter, Given, fitting};
use siganpyo::present::grid::{Focus, Grid, Way};
use siganpyo::present::now::{Now, Phase};
use siganpyo::program::Program;
use siganpyo::program::search::{Index, Interpreter, Query};
use std::collections::BTreeSet;
use std::path::Path;

fn programs() -> Vec<(String, Program)> {
    let options = Options { time_zone: Some("Europe/London".to_owned()), ..Options::default() };
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pyconkr-2018.csv");
    let mut found = vec![("our own".to_owned(), import(&std::fs::read(own).unwrap(), &options).unwrap().program)];
    let folders = folder().into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    for folder in folders.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            // Files that are not programs are refused, which is tested elsewhere.
            if let Ok(imported) = import(&std::fs::read(&file).unwrap(), &options) {
                found.push((file.display().to_string(), imported.program));
            }
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    println!("{} programs", found.len());
    found
}

#[test]
fn whole_programs_can_be_searched_filtered_and_drawn() {
    for (name, program) in programs() {
        titles_find_their_sessions(&name, &program);
        what_is_meant_adds_to_what_is_found(&name, &program);
        every_choice_leaves_as_many_as_it_says(&name, &program);
        grids_hold_every_session_and_every_block_is_reached(&name, &program);
        plans_add_up(&name, &program);
        the_present_moves_on(&name, &program);
    }
}

fn titles_find_their_sessions(name: &str, program: &Program) {
    let mut index = Index::new(program);
    while index.read_abstracts(program, 500) {}
    for (at, session) in program.sessions.iter().enumerate().step_by(1 + program.sessions.len() / 25) {
        for typed in [session.title.clone(), session.title.to_uppercase(), session.title.chars().take(3).collect()] {
            let query = Query::new(&typed);
            let hits = index.find(&query);
            assert!(hits.iter().any(|hit| hit.session == at), "{name}: {typed:?} does not find {:?}", session.title);
            assert_eq!(hits.iter().map(|hit| hit.session).collect::<BTreeSet<_>>().len(), hits.len(), "{name}: {typed:?}");
            let marks = query.marks(&session.title);
            assert_eq!(marks.is_empty(), query.is_empty(), "{name}: {typed:?}");
            assert!(marks.iter().all(|mark| session.title.get(mark.clone()).is_some()), "{name}: {typed:?} {marks:?}");
        }
    }
}

/// What people type: names in the other language, slips, the wrong keyboard, unfinished words, and words that mean nothing.
const TYPED: [&str; 40] = [
    "장고",
    "러스트",
    "카카오",
    "쿠버네티스",
    "파이썬",
    "자바스크립트",
    "머신러닝",
    "머신 러닝",
    "도커",
    "데이터",
    "보안",
    "오픈소스",
    "django",
    "rust",
    "python",
    "machine learning",
    "kubernetes",
    "data",
    "web",
    "websocket",
    "web-socket",
    "opensource",
    "pyhton",
    "djagno",
    "pyton",
    "kubernates",
    "securty",
    "workshp",
    "파이선",
    "데이타",
    "vkdlTjs",
    "wkdrh",
    "ㅔㅛ쇄ㅜ",
    "ㄱㅕㄴㅅ",
    "쿠버네",
    "keyn",
    "truck",
    "form",
    "zzzz",
    "pyhton 웹",
];

fn what_is_meant_adds_to_what_is_found(name: &str, program: &Program) {
    let mut index = Index::new(program);
    while index.read_abstracts(program, 500) {}
    let interpreter = Interpreter::default();
    for typed in TYPED {
        let hits = index.find(&Query::new(typed));
        let Some(more) = interpreter.interpret(typed, &hits, &index, program) else {
            println!("{name}: {typed}: {}", hits.len());
            continue;
        };
        println!("{name}: {typed}: {}, and {} for {}", hits.len(), more.hits.len(), more.meaning);
        let found: BTreeSet<usize> = hits.iter().chain(&more.hits).map(|hit| hit.session).collect();
        assert!(!more.hits.is_empty() && !more.meaning.is_empty(), "{name}: {typed:?}");
        assert_eq!(found.len(), hits.len() + more.hits.len(), "{name}: {typed:?}");
        for title in more.hits.iter().map(|hit| &program.sessions[hit.session].title) {
            assert!(
                more.query.marks(title).iter().all(|mark| title.get(mark.clone()).is_some()),
                "{name}: {typed:?} in {title:?}"
            );
        }
    }
}

fn every_choice_leaves_as_many_as_it_says(name: &str, program: &Program) {
    let (messages, texts) = (Language::Korean.messages(), Language::Korean.find_messages());
    let all = SessionSet::all(program.sessions.len());
    let given = Given { within: &all, found: None, fitting: None };
    let facets = Facets::new(program, messages, texts);
    let view = facets.view(&Filter::default(), given, texts);
    assert_eq!(view.shown, all, "{name}");
    for facet in &view.facets {
        let mut sum = 0;
        for choice in &facet.choices {
            let mut filter = Filter::default();
            filter.toggle(facet.facet, &choice.value);
            let address = filter.to_address(&facets);
            assert_eq!(Filter::from_address(&address, &facets), filter, "{name}: {address}");
            let shown = facets.view(&filter, given, texts).shown.len();
            assert_eq!(shown, choice.sessions, "{name}: {address}");
            sum += shown;
        }
        assert!(sum >= program.sessions.len(), "{name}: every session has some choice of {}", facet.name);
    }
}

fn grids_hold_every_session_and_every_block_is_reached(name: &str, program: &Program) {
    let all = SessionSet::all(program.sessions.len());
    for day in &program.days {
        let grid = Grid::new(program, day.date, &all, "ko");
        let shown: BTreeSet<usize> = grid.blocks.iter().map(|block| block.session).chain(grid.all_day.iter().copied()).collect();
        let of_day = (0..program.sessions.len()).filter(|index| program.sessions[*index].day == day.date);
        assert_eq!(shown, of_day.collect(), "{name} {}", day.date);
        for block in &grid.blocks {
            assert!(block.top >= 0 && block.height > 0 && block.top + block.height <= grid.axis.height, "{name} {block:?}");
            assert!(block.columns > 0 && block.column + block.columns <= grid.columns.len(), "{name} {block:?}");
            let lanes = grid.columns[block.column].lanes;
            assert!(block.lane.lane < block.lane.lanes && block.lane.lanes <= lanes, "{name} {block:?}");
        }
        // The time of moving from block to block grows with the square of their number.
        let mut open: Vec<Focus> = grid.focus(0).filter(|_| grid.blocks.len() < 250).into_iter().collect();
        let mut seen: BTreeSet<usize> = open.iter().map(|focus| focus.block).collect();
        while let Some(focus) = open.pop() {
            let ways = [Way::Up, Way::Down, Way::Left, Way::Right];
            open.extend(ways.into_iter().filter_map(|way| grid.step(focus, way)).filter(|next| seen.insert(next.block)));
        }
        let missed: Vec<_> =
            (0..grid.blocks.len()).filter(|at| !seen.is_empty() && !seen.contains(at)).map(|at| grid.blocks[at]).collect();
        assert!(missed.is_empty(), "{name} {}: {missed:?}", day.date);
    }
}

fn plans_add_up(name: &str, program: &Program) {
    let mut plan = Plan::empty(program.id.clone());
    for session in program.sessions.iter().step_by(1 + program.sessions.len() / 40) {
        plan.put(Pick::of(program, session, "ko"));
    }
    let entries = entries(&plan, program, "ko");
    let days = day_plans(&entries, program, 0, 5);
    let totals: Totals = days.iter().map(|day| day.totals).sum();
    assert_eq!(totals.entries, entries.len(), "{name}");
    // Each time at which entries overlap has one that begins before all others.
    let pairs = siganpyo::plan::overlaps(&entries);
    let seconds: BTreeSet<usize> = pairs.iter().map(|pair| pair.second).collect();
    let firsts: BTreeSet<usize> = pairs.iter().map(|pair| pair.first).filter(|first| !seconds.contains(first)).collect();
    assert_eq!(totals.overlaps, firsts.len(), "{name}");
    let fitting = fitting(program, &entries);
    let all = SessionSet::all(program.sessions.len());
    for gap in days.iter().flat_map(|day| &day.gaps) {
        for fit in fits(gap.gap, &entries, program, &all, 0) {
            let span = program.sessions[fit.session].span;
            assert!(!fit.is_whole() || (gap.gap.start <= span.start && span.end <= gap.gap.end), "{name} {fit:?}");
            assert!(!fit.is_whole() || fitting.contains(fit.session), "{name} {fit:?}");
        }
    }
}

fn the_present_moves_on(name: &str, program: &Program) {
    let (Some(first), Some(last)) = (program.sessions.first(), program.sessions.iter().map(|session| session.span.end).max())
    else {
        return;
    };
    let mut past = 0;
    let mut opens = None;
    let (start, end) = (first.span.start.unix() - 86_400, last.unix() + 7_200);
    for unix in (start..=end).step_by((((end - start) / 60) as usize).max(1)) {
        let now = Now::new(program, &SessionSet::all(program.sessions.len()), unix);
        assert!(now.past.len() >= past && now.running.iter().all(|index| !now.past.contains(*index)), "{name} {unix}");
        past = now.past.len();
        if now.phase == Phase::During {
            assert!(opens <= now.opens, "{name} {unix}: a visit never opens an earlier day than before");
            opens = now.opens;
        }
    }
    assert_eq!(past, program.sessions.len(), "{name}");
}
