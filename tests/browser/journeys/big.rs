//! A program of 1,400 sessions on a phone: few elements are on the page, and every session can be reached.

use super::ENGLISH;
use crate::harness::{Device, Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage, WallpaperPage};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;

const SESSIONS: usize = 1_400;
const MOST_ELEMENTS: usize = 2_500;

/// The visible part of a long list.
#[derive(Debug, Deserialize)]
struct Sight {
    elements: usize,
    ids: Vec<String>,
    /// Whether some session is in the viewport.
    filled: bool,
    at_end: bool,
    /// The position of the session that was in the middle before, and its expected position.
    middle: Option<(f64, f64)>,
}

/// Scrolls by this many pixels, waits until the list has followed, and measures.
const SCROLL: &str = "const [by, done] = arguments;
    const rows = () => [...document.querySelectorAll('main [data-session]')];
    const top = (row) => row.getBoundingClientRect().top;
    const middle = rows().find((row) => top(row) > 100 && top(row) < innerHeight);
    const before = middle && top(middle);
    const from = scrollY;
    scrollBy(0, by);
    const moved = scrollY - from;
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    frame().then(frame).then(frame).then(() => done({
        elements: document.querySelectorAll('*').length,
        ids: rows().map((row) => row.dataset.session),
        filled: rows().some((row) => row.getBoundingClientRect().bottom > 0 && top(row) < innerHeight),
        at_end: moved === 0,
        middle: middle?.isConnected ? [top(middle), before - moved] : null,
    }));";

/// Taps themes in turn, and returns how many milliseconds each new picture took.
const REDRAW: &str = "const [done] = arguments;
    const picture = () => document.querySelector('.pictures img')?.src;
    const redraw = async (theme) => {
        const [before, start] = [picture(), performance.now()];
        document.querySelector(`[data-theme=${theme}]`).click();
        while (!picture() || picture() === before) await new Promise((next) => setTimeout(next, 2));
        return performance.now() - start;
    };
    (async () => {
        const times = [];
        for (let round = 0; round < 8; round += 1) for (const theme of ['paper', 'black']) times.push(await redraw(theme));
        done(times);
    })()";

/// Returns a program of four days with 35 slots; each session has a unique word in its abstract.
fn write_program(visit: &Visit, sessions: usize) -> Vec<String> {
    write_program_with(visit, sessions, "")
}

/// Returns the same with a text at the end of each abstract.
fn write_program_with(visit: &Visit, sessions: usize, rest: &str) -> Vec<String> {
    let each_day = sessions.div_ceil(4);
    let rooms = each_day.div_ceil(35);
    let days: Vec<String> = (1..=4).map(|day| format!("2026-03-0{day}")).collect();
    let session = |number: usize| {
        let (day, slot) = (&days[number / each_day], number % each_day / rooms);
        let clock = |minute: usize| format!("{day}T{:02}:{:02}:00+09:00", 9 + minute / 60, minute % 60);
        let title = if number.is_multiple_of(7) { "A rather long title that needs two lines, or three" } else { "Talk" };
        json!({
            "id": format!("s{number}"), "title": format!("{title} {number}"), "start": clock(slot * 20), "end": clock(slot * 20 + 20), "day": day,
            "rooms": [format!("r{}", number % rooms)], "track": if number.is_multiple_of(3) { "web" } else { "ai" }, "speakers": ["Kim", "Lee"],
            "abstract": [{ "p": [{ "t": format!("word{number}end{rest}") }] }],
        })
    };
    let program = json!({
        "format": "siganpyo-program/1", "id": "big", "version": "1", "title": "Big Conference", "time_zone": "Asia/Seoul",
        "days": days.iter().map(|day| json!({ "date": day })).collect::<Vec<_>>(),
        "rooms": (0..rooms).map(|room| json!({ "id": format!("r{room}"), "name": format!("Room {room}") })).collect::<Vec<_>>(),
        "tracks": [{ "id": "web", "name": "Web" }, { "id": "ai", "name": "AI" }],
        "sessions": (0..sessions).map(session).collect::<Vec<_>>(),
    });
    fs::write(visit.file("big.json"), program.to_string()).expect("a file for the test");
    (0..sessions).map(|number| format!("s{number}")).collect()
}

/// Opens and keeps the program, and shows its page.
async fn begin(visit: &Visit, sessions: usize) -> (ProgramPage<'_>, Vec<String>) {
    let ids = write_program(visit, sessions);
    let library = LibraryPage::open(visit).await;
    library.open_program(&visit.file("big.json")).await;
    library.keep().await;
    Frame(visit).is_saved().await;
    (ProgramPage::open(visit).await, ids)
}

async fn scroll(visit: &Visit, by: i32) -> Sight {
    visit.browser().ask_later(SCROLL, vec![json!(by)]).await
}

/// Scrolls to the end in one direction, and returns all sessions that were on the page.
async fn walk(visit: &Visit, by: i32) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    loop {
        let sight = scroll(visit, by).await;
        assert!(sight.elements <= MOST_ELEMENTS, "{} elements", sight.elements);
        assert!(sight.filled, "an empty screen");
        if let Some((is, should_be)) = sight.middle {
            assert!((is - should_be).abs() < 2.0, "a session jumped from {should_be} to {is}");
        }
        seen.extend(sight.ids);
        if sight.at_end {
            return seen;
        }
    }
}

#[test]
#[ignore = "measures instead of testing: cargo xtask bench"]
fn bench_redraws_of_a_picture_of_a_big_program() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let ids = write_program_with(visit, 1_351, &" and what else there is to say".repeat(50));
        let library = LibraryPage::open(visit).await;
        library.open_program(&visit.file("big.json")).await;
        library.keep().await;
        Frame(visit).is_saved().await;
        let program = ProgramPage::open(visit).await;
        for id in &ids[..3] {
            program.pick(id).await;
        }
        WallpaperPage::open(visit).await.is_settled().await;
        let mut times: Vec<f64> = visit.browser().ask_later(REDRAW, Vec::new()).await;
        let first = times.remove(0);
        times.sort_by(f64::total_cmp);
        let (count, median, longest) = (times.len(), times[times.len() / 2], times[times.len() - 1]);
        println!("1,351 sessions with abstracts, from a tap on a theme to the next picture:");
        println!("  {median:.0} ms, the longest of {count} {longest:.0} ms (the first {first:.0} ms)");
    });
}

#[test]
fn every_session_is_reached_by_scrolling_with_few_elements_on_the_page() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let (page, ids) = begin(visit, SESSIONS).await;
        assert!(page.listed().await.len() < 150, "at the start");
        let all: BTreeSet<String> = ids.into_iter().collect();
        assert_eq!(walk(visit, 1_500).await, all);
        // The last day's beginning is among stretches whose height is not known yet.
        page.jump_to_day(1).await;
        walk(visit, -900).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn search_finds_every_session_by_title_and_by_abstract() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let (page, _) = begin(visit, SESSIONS).await;
        for (words, id) in [("talk 1234", "s1234"), ("word777end", "s777")] {
            page.search(words).await;
            let first = async || (page.listed().await.first().is_some_and(|session| session.id == id)).then_some(());
            eventually(&format!("{id} is first for {words:?}"), first).await;
        }
    });
}

#[test]
fn more_results_are_shown_while_scrolling() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let (page, _) = begin(visit, 120).await;
        page.search("talk").await;
        let few = async || (1..40).contains(&page.listed().await.len()).then_some(());
        eventually("the best hits", few).await;
        let hits =
            write_program(visit, 120).into_iter().filter(|id| !id[1..].parse::<usize>().unwrap().is_multiple_of(7)).count();
        let all = async || {
            scroll(visit, 4_000).await;
            (page.listed().await.len() == hits).then_some(())
        };
        eventually("every hit", all).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn filters_are_kept_in_the_address_and_restored_by_back() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let (page, _) = begin(visit, SESSIONS).await;
        page.open_filters().await;
        for name in ["Room 3", "AI"] {
            page.choose(name).await;
        }
        let address = "track=ai&room=r3";
        let is_there = async || visit.browser().address().await.contains(address).then_some(());
        eventually("the address names what is chosen", is_there).await;
        let found = page.found().await;
        Frame(visit).open(&format!("/?{address}")).await;
        page.finds(&found).await;
        let first = page.listed().await[0].clone();
        visit.browser().tap_on(&format!("#t-{} a", first.id)).await;
        visit.browser().find("main.talk").await;
        visit.browser().back().await;
        page.finds(&found).await;
    });
}

#[test]
fn without_results_the_search_can_be_cleared() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let page = ProgramPage::open(visit).await;
        page.search("xyzzy").await;
        visit.browser().says(&(visit.language().find_messages().no_results)("xyzzy")).await;
        let offer = visit.language().find_messages().clear_all;
        visit.browser().tap_at(&format!("//div[@class='empty']//button[.={offer:?}]")).await;
        let all = async || (page.listed().await.len() == 58).then_some(());
        eventually("everything is there again", all).await;
    });
}

#[test]
fn arrow_keys_move_through_rooms_and_times() {
    visit(Setup::phone(ENGLISH).on(Device::LAPTOP), async |visit| {
        let page = ProgramPage::open(visit).await;
        page.show_grid().await;
        let browser = visit.browser();
        Frame(visit).press(&(visit.messages().date)(visit.program.days[1].date)).await;
        let focus = "document.querySelector('.grid .cell a[tabindex=\"0\"]').focus()";
        let _: () = browser.ask(focus, Vec::new()).await;
        let mut seen = vec![focused(visit).await];
        for key in [DOWN, DOWN, DOWN, RIGHT, RIGHT, LEFT, UP] {
            browser.press_key(key).await;
            seen.push(focused(visit).await);
        }
        let title = |text: &String| visit.program.sessions.iter().any(|session| session.title == *text);
        assert!(seen.iter().all(title), "{seen:?}");
        assert_eq!(seen[4], seen[6], "right, right, left: {seen:?}");
        assert!(seen[..4].windows(2).all(|pair| pair[0] != pair[1]), "down leads on: {seen:?}");
        Frame(visit).open("/").await;
        browser.find(".grid").await;
    });
}

const LEFT: char = '\u{e012}';
const UP: char = '\u{e013}';
const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';

/// Returns the session with the keyboard focus.
async fn focused(visit: &Visit) -> String {
    visit.browser().ask("return document.activeElement.textContent", Vec::new()).await
}

/// Returns milliseconds on this machine with a main thread slowed down four times.
#[derive(Debug, Deserialize)]
struct Figures {
    readable: f64,
    tap: f64,
    keystroke: f64,
    elements: usize,
}

const WATCH: &str =
    "new MutationObserver(() => { if (document.documentElement?.dataset.app === 'ready') window.readyAt ??= performance.now(); })
    .observe(document, { attributes: true, childList: true, subtree: true });";

/// Returns the time from the tap or keystroke to the task after the frame that shows its effect.
const MEASURE: &str = "const done = arguments[0];
    const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const took = async (act) => { const from = performance.now(); act(); await painted(); await painted(); return performance.now() - from; };
    const field = document.querySelector('[role=searchbox]');
    const key = (text) => { field.value = text; field.dispatchEvent(new Event('input')); };
    (async () => {
        const elements = document.querySelectorAll('*').length;
        const tap = await took(() => document.querySelector('[data-action=pick]').click());
        await took(() => key('t'));
        const keystroke = await took(() => key('ta'));
        done({ readable: window.readyAt, tap, keystroke, elements });
    })();";

#[test]
#[ignore = "measures instead of testing: cargo xtask bench"]
fn bench_the_list_by_size() {
    for sessions in [58, 350, 1_400, 10_000] {
        visit(Setup::phone(ENGLISH), async |visit| {
            begin(visit, sessions).await;
            visit.browser().devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
            visit.browser().before_every_page(WATCH).await;
            ProgramPage::open(visit).await;
            Frame(visit).is_ready_for_the_venue().await;
            let Figures { readable, tap, keystroke, elements } = visit.browser().ask_later(MEASURE, Vec::new()).await;
            println!(
                "{sessions} sessions, main thread 4 times slower: ready {readable:.0} ms, tap {tap:.0} ms, keystroke {keystroke:.0} ms (two frames included), {elements} elements"
            );
        });
    }
}
