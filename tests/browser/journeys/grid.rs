//! Rooms by time on a phone: everything can be read and tapped however dense a day is, and Back finds the place.

use super::now::set_clock;
use super::{ENGLISH, KOREAN, at, file, five, pick_and_save};
use crate::harness::{Device, Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage, SessionPage};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fmt::Write;

/// Where the grid is scrolled, and what of it is shown.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Place {
    left: i32,
    top: i32,
    day: String,
    density: String,
}

const PLACE: &str = "const grid = document.querySelector('.grid'), day = document.querySelector('.days [aria-pressed=true]');
    return grid && day && { left: Math.round(grid.scrollLeft), top: Math.round(grid.scrollTop), day: day.textContent, density: grid.dataset.density }";

/// Finds what is wrong with the cells on the screen: a button outside of what is seen of its cell, a title that is cut within a line or
/// runs out of its cell, a missing time, and anything over the times or the names of the rooms.
const WRONG: &str = r"
    const grid = document.querySelector('.grid'), outer = grid.getBoundingClientRect(), wrong = [];
    const times = grid.querySelector('.times').getBoundingClientRect(), heads = grid.querySelector('.rooms').getBoundingClientRect();
    const screen = { left: times.right, top: heads.bottom, right: Math.min(outer.right, innerWidth), bottom: Math.min(outer.bottom, innerHeight) };
    const parts = { cells: 0 };
    for (const cell of grid.querySelectorAll('.cell')) {
        const place = cell.getBoundingClientRect();
        const left = Math.max(place.left, screen.left), right = Math.min(place.right, screen.right);
        const top = Math.max(place.top, screen.top), bottom = Math.min(place.bottom, screen.bottom);
        if (right <= left || bottom <= top) continue;
        parts.cells += 1;
        const button = cell.querySelector('button')?.getBoundingClientRect();
        if (button && right - left >= 46 && bottom - top >= 46) {
            if (button.width < 44 || button.height < 44) wrong.push(`small button: ${cell.textContent}`);
            if (button.left < left - 1 || button.right > right + 1 || button.top < top - 1 || button.bottom > bottom + 1) wrong.push(`the button of ${cell.textContent} is at ${[button.left, button.top]}, its cell is seen from ${[left, top]} to ${[right, bottom]}`);
        }
        const words = cell.querySelector('.words'), title = words.querySelector('span'), line = parseFloat(getComputedStyle(title).lineHeight);
        if (!/^\d\d:\d\d$/.test(getComputedStyle(words, '::before').content.slice(1, -1))) wrong.push(`no time: ${cell.textContent}`);
        const lines = title.getBoundingClientRect().height / line;
        if (Math.abs(lines - Math.round(lines)) > 0.1) wrong.push(`${lines} lines: ${cell.textContent}`);
        if (words.getBoundingClientRect().bottom > place.bottom + 1) wrong.push(`${cell.textContent} runs out of its cell`);
    }
    for (let y = screen.top + 6; y < screen.bottom - 6; y += 9) {
        for (const x of [times.left + 4, times.right - 4]) {
            if (!document.elementFromPoint(x, y)?.closest('.times')) wrong.push(`over the times at ${y}: ${document.elementFromPoint(x, y)?.outerHTML.slice(0, 80)}`);
        }
    }
    for (let x = outer.left + 4; x < screen.right; x += 12) {
        if (!document.elementFromPoint(x, heads.top + 10)?.closest('.rooms')) wrong.push(`over the rooms at ${x}`);
    }
    return [parts.cells, wrong]";

/// Opens a program that is as dense as programs are: twenty rooms, five minutes and eight hours, two at once in a room, past midnight.
async fn open_dense(visit: &Visit, rooms: usize) {
    let library = LibraryPage::open(visit).await;
    library.open_program(&file(visit, "dense.json", &dense(rooms).to_string())).await;
    library.preview().await;
    library.keep().await;
    // What says that it was added lies over the grid for some seconds.
    Frame(visit).message_is_gone().await;
    ProgramPage::by_tab(visit).await.show_grid().await;
}

fn dense(rooms: usize) -> Value {
    let room = |at: usize| json!({ "id": format!("r{at}"), "name": format!("Lecture hall {at} in the east wing") });
    let mut sessions = Vec::new();
    let mut add = |day: u32, room: Option<usize>, from: usize, minutes: usize| {
        let clock = |minute: usize| {
            format!("2031-02-{:02}T{:02}:{:02}:00Z", day as usize + minute / 1_440, minute % 1_440 / 60, minute % 60)
        };
        let mut title = format!("Session {} of many", sessions.len());
        if minutes.is_multiple_of(3) {
            let _ =
                write!(title, " with a title that has many more words than its place has room for: 긴 제목도 줄이 잘리지 않고");
        }
        let rooms: Vec<String> = room.iter().map(|room| format!("r{room}")).collect();
        let day = format!("2031-02-{day:02}");
        sessions.push(json!({ "id": format!("s{}", sessions.len()), "title": title, "start": clock(from), "end": clock(from + minutes), "day": day, "rooms": rooms }));
    };
    for day in [3, 4] {
        add(day, None, 9 * 60, 30);
        for room in 0..rooms {
            match room % 4 {
                0 => (0..24).for_each(|at| add(day, Some(room), 600 + at * 5, 5)),
                1 => add(day, Some(room), 600, 240),
                2 => (0..9).for_each(|at| add(day, Some(room), 600 + at * 45, 40)),
                _ => (0..4).for_each(|at| add(day, Some(room), 600 + at * 30, 45)),
            }
            add(day, Some(room), 22 * 60 + 30, 150);
        }
    }
    let order = |one: &Value, other: &Value| one["start"].as_str().cmp(&other["start"].as_str());
    sessions.sort_by(order);
    json!({ "format": "siganpyo-program/1", "id": "dense", "version": "1", "title": "Dense days", "time_zone": "UTC",
        "days": [{ "date": "2031-02-03" }, { "date": "2031-02-04" }], "rooms": (0..rooms).map(room).collect::<Vec<_>>(),
        "tracks": [], "sessions": sessions })
}

async fn scroll(visit: &Visit, left: i32, top: i32) {
    let script = "const [left, top, done] = arguments, grid = document.querySelector('.grid');
        grid.scrollTo(left, top);
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 50)))";
    visit.browser().ask_later::<bool>(script, vec![json!(left), json!(top)]).await;
}

async fn place(visit: &Visit) -> Option<Place> {
    visit.browser().ask(PLACE, Vec::new()).await
}

fn everything_on_the_screen_can_be_read_and_tapped(setup: Setup, rooms: usize) {
    visit(setup, async |visit| {
        open_dense(visit, rooms).await;
        let (mut seen, mut found) = (0, Vec::new());
        visit.browser().tap_on(".zoom button").await;
        for density in ["0", "1", "2"] {
            eventually("the density", async || place(visit).await.filter(|place| place.density == density)).await;
            for (left, top) in [(0, 0), (0, 90), (60, 333), (230, 640), (1_000, 1_500), (9_999, 9_999)] {
                scroll(visit, left, top).await;
                let (cells, wrong): (usize, Vec<String>) = visit.browser().ask(WRONG, Vec::new()).await;
                seen += cells;
                found.extend(wrong.into_iter().map(|wrong| format!("density {density}, at {left}, {top}: {wrong}")));
            }
            visit.browser().tap_on(".zoom button:last-child").await;
        }
        assert!(seen > 20 && found.is_empty(), "of {seen} cells:\n{}", found.join("\n"));
        visit.assert_quiet_console().await;
    });
}

#[test]
fn twenty_rooms_can_be_read_and_tapped_on_a_phone() {
    everything_on_the_screen_can_be_read_and_tapped(Setup::phone(ENGLISH), 20);
}

#[test]
fn twenty_rooms_can_be_read_and_tapped_in_large_text() {
    everything_on_the_screen_can_be_read_and_tapped(Setup::phone(ENGLISH).on(Device::SMALL_PHONE.with_large_text()), 20);
}

#[test]
fn twenty_rooms_can_be_read_and_tapped_on_a_laptop() {
    everything_on_the_screen_can_be_read_and_tapped(Setup::phone(KOREAN).on(Device::LAPTOP), 20);
}

#[test]
fn one_room_can_be_read_and_tapped_on_a_phone_on_its_side() {
    everything_on_the_screen_can_be_read_and_tapped(Setup::phone(KOREAN).on(Device::PHONE.turned()), 1);
}

#[test]
fn it_opens_in_the_room_and_at_the_time_of_what_is_picked() {
    visit(Setup::phone(KOREAN), async |visit| {
        open_dense(visit, 20).await;
        // In the fifteenth room, in the afternoon.
        let find = "const heads = [...document.querySelectorAll('.rooms h3')].map((at) => at.getBoundingClientRect().left);
            const cells = [...document.querySelectorAll('.cell[data-session]')].map((at) => [at.dataset.session, at.getBoundingClientRect()]);
            return cells.filter(([, { left, top }]) => Math.abs(left - heads[14]) < 2).sort(([, a], [, b]) => a.top - b.top)[6][0]";
        let id: String = visit.browser().ask(find, Vec::new()).await;
        SessionPage::open(visit, &id).await.pick().await;
        Frame(visit).is_saved().await;
        ProgramPage::open(visit).await;
        let is_seen = "const grid = document.querySelector('.grid')?.getBoundingClientRect(), times = document.querySelector('.times')?.getBoundingClientRect();
            const cell = document.querySelector(`.cell[data-session='${arguments[0]}']`)?.getBoundingClientRect();
            return !!cell && Math.abs(cell.left - times.right) < 3 && cell.top > grid.top + 44 && cell.bottom < Math.min(grid.bottom, innerHeight)";
        let seen = async || visit.browser().ask::<bool>(is_seen, vec![json!(id)]).await.then_some(());
        eventually("the pick stands beside the times", seen).await;
    });
}

#[test]
fn back_from_a_session_finds_the_place_in_the_grid() {
    // Two columns on, where it comes to rest; and between columns, where some engines leave it.
    for left in [2 * (390 - 56), 900] {
        back_finds_the_place(left);
    }
}

fn back_finds_the_place(left: i32) {
    visit(Setup::phone(ENGLISH), async |visit| {
        open_dense(visit, 20).await;
        ProgramPage::here(visit).await.jump_to_day(1).await;
        visit.browser().tap_on(".zoom button:last-child").await;
        eventually("another density", async || place(visit).await.filter(|place| place.density == "2")).await;
        scroll(visit, left, 900).await;
        let before = place(visit).await.expect("a place");
        assert!(before.left > 300 && before.top > 600, "{before:?}");
        let tap = "const grid = document.querySelector('.grid').getBoundingClientRect();
            document.elementFromPoint(grid.left + 100, grid.top + 200).closest('a').click()";
        visit.browser().ask::<()>(tap, Vec::new()).await;
        visit.browser().find("main.talk").await;
        visit.browser().back().await;
        let is_back = async || {
            place(visit).await.filter(|now| {
                now.day == before.day
                    && now.density == before.density
                    && now.left.abs_diff(before.left) <= 1
                    && now.top.abs_diff(before.top) <= 1
            })
        };
        eventually(&format!("the grid is at {before:?}"), is_back).await;
    });
}

#[test]
fn the_line_of_the_present_follows_the_clock() {
    visit(Setup::phone(KOREAN), async |visit| {
        set_clock(visit, "2018-08-18", "14:00").await;
        ProgramPage::open(visit).await.show_grid().await;
        let line = "const at = document.querySelector('.hours > .now'), hour = [...document.querySelectorAll('.times span')].find((hour) => hour.textContent === arguments[0]);
            return at && Math.round(at.getBoundingClientRect().top - hour.getBoundingClientRect().top)";
        let distance = async |hour: &str| visit.browser().ask::<Option<i32>>(line, vec![json!(hour)]).await;
        eventually("the line is at two", async || distance("14:00").await.filter(|off| off.abs() <= 2)).await;
        // Wherever it meets a session, that is in front of it.
        let crosses =
            "const line = document.querySelector('.hours > .now'), y = line.getBoundingClientRect().top + 1, crossed = [];
            line.style.pointerEvents = 'auto';
            const cells = [...document.querySelectorAll('.cell')].map((cell) => cell.getBoundingClientRect());
            const met = cells.filter(({ left, right, top, bottom }) => top < y && bottom > y && left > 60 && right < innerWidth);
            for (const { left, right } of met) if (document.elementFromPoint((left + right) / 2, y) === line) crossed.push(left);
            return [met.length, crossed.length]";
        let (met, crossed): (usize, usize) = visit.browser().ask(crosses, Vec::new()).await;
        assert!(met > 0 && crossed == 0, "of {met} sessions it crosses {crossed}");
        let hour_later = "const now = Date.now; Date.now = () => now() + 3600e3; document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
        visit.browser().ask::<()>(hour_later, Vec::new()).await;
        eventually("the line is at three", async || distance("15:00").await.filter(|off| off.abs() <= 2)).await;
    });
}

#[test]
fn short_entries_of_the_plan_can_be_read_side_by_side() {
    for device in [Device::PHONE, Device::SMALL_PHONE] {
        visit(Setup::phone(KOREAN).on(device), async |visit| {
            let library = LibraryPage::open(visit).await;
            library.open_program(&file(visit, "dense.json", &dense(8).to_string())).await;
            library.preview().await;
            library.keep().await;
            // Three beside each other, of five minutes, forty and four hours; then five at once.
            for id in ["s1", "s2", "s3", "s4", "s5", "s26", "s28", "s25", "s27", "s37", "s42", "s67"] {
                SessionPage::open(visit, id).await.pick().await;
                Frame(visit).is_saved().await;
            }
            Frame(visit).is_saved().await;
            PlanPage::by_tab(visit).await.entries().await;
            let script = "const scrolls = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
                const cut = (tile) => {
                    const place = tile.getBoundingClientRect(), title = tile.querySelector('.title').getBoundingClientRect();
                    const inside = title.top >= place.top && title.bottom <= place.bottom && title.width > 80;
                    return place.height < 44 || place.width < 90 || !inside };
                const shown = [...document.querySelectorAll('.as-day .tile')].filter((tile) => tile.checkVisibility());
                if (scrolls()) return [shown.length, ['it scrolls sideways']];
                return [shown.length, shown.filter(cut).map((tile) => tile.innerText + JSON.stringify(tile.getBoundingClientRect()))]";
            let (shown, cut): (usize, Vec<String>) = visit.browser().ask(script, Vec::new()).await;
            assert!(shown >= 8 && cut.is_empty(), "{shown} are shown, of these are too small: {cut:#?}");
        });
    }
}

#[test]
fn the_card_of_the_present_leaves_a_small_phone_the_rooms_and_their_days() {
    visit(Setup::phone(KOREAN).on(Device::SMALLEST_PHONE), async |visit| {
        let page = ProgramPage::open(visit).await;
        let at_once = at(&visit.program, "2018-08-18", "13:40");
        pick_and_save(visit, &page, &[at_once[0], at_once[1], at(&visit.program, "2018-08-18", "14:40")[0]]).await;
        set_clock(visit, "2018-08-18", "13:50").await;
        let page = ProgramPage::open(visit).await;
        page.show_grid().await;
        visit.browser().find("[data-role=now] li").await;
        let script = "const top = document.querySelector('.grid').getBoundingClientRect().top, tabs = document.querySelector('.tabs').getBoundingClientRect().top;
            const zoom = document.querySelector('.zoom').getBoundingClientRect().left;
            const days = [...document.querySelectorAll('.days > button')].map((day) => day.getBoundingClientRect().left < zoom);
            return [tabs - top, days.length, days.every((seen) => seen), document.querySelectorAll('[data-role=now] li').length]";
        let seen = async || {
            let (seen, days, are_seen, lines): (f64, usize, bool, usize) = visit.browser().ask(script, Vec::new()).await;
            (seen > 200.0 && days == 1 + visit.program.days.len() && are_seen && lines == 3).then_some(())
        };
        eventually("rooms and days are seen below the card", seen).await;
    });
}

#[test]
fn a_pick_in_the_grid_is_a_pick() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        page.show_grid().await;
        pick_and_save(visit, &page, &five(&visit.program)[..2]).await;
        assert_eq!(page.picked().await.len(), 2);
    });
}
