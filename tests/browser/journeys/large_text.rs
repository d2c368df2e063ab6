//! Text of twice the size on a small phone, and the browser's zoom at 200 %: nothing is cut, no word is torn apart, and nothing but
//! rows that are meant to scrolls sideways.

use super::now::set_clock;
use super::{ENGLISH, KOREAN, at, five, pick_and_save};
use crate::harness::{Device, Setup, Visit, visit};
use crate::pages::{Frame, PlanPage, ProgramPage, WallpaperPage};
use siganpyo::markup::pages::PATHS;
use siganpyo::messages::Language;

const LARGE: Device = Device::SMALL_PHONE.with_large_text();
const ZOOMED: Device = Device::SMALL_PHONE.zoomed();

/// Finds what cannot be read. A word is torn apart if it is in two lines although it takes less than half of the screen; texts may be cut only where
/// all of them is one tap away: in blocks that are as high as their time is long.
const UNREADABLE: &str = r"
    const problems = [], root = document.documentElement, range = document.createRange();
    if (root.scrollWidth > root.clientWidth) problems.push(`the page is ${root.scrollWidth} wide`);
    const isSeen = (at) => at.checkVisibility({ visibilityProperty: true }) && !at.closest('.unseen, .skip, [aria-hidden=true], [data-role=wallpaper]') && !(at.closest('.name')?.clientWidth < 10);
    const boxes = (node, from, to) => { range.setStart(node, from); range.setEnd(node, to); return [...range.getClientRects()].filter(({ width }) => width > 0) };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, at = node.parentElement;
        if (!node.data.trim() || at.closest('script, style, svg, select, textarea, .words, .lock') || !isSeen(at)) continue;
        for (const { 0: word, index } of node.data.matchAll(/[^\s\-–—\/·]+/g)) {
            const lines = boxes(node, index, index + word.length), whole = lines.reduce((sum, { width }) => sum + width, 0);
            if (new Set(lines.map(({ top }) => Math.round(top))).size > 1 && whole < root.clientWidth / 2) problems.push(`${word} is torn apart: ${at.outerHTML.slice(0, 120)}`);
        }
    }
    for (const at of document.querySelectorAll('body *')) {
        const { overflowX, textOverflow } = getComputedStyle(at), beyond = at.scrollWidth - at.clientWidth;
        if (beyond < 2 || overflowX === 'visible' || at.matches('input, textarea, select, .unseen, .phone, .phone *') || !isSeen(at)) continue;
        const scrolls = overflowX === 'auto' && at.matches('.days, .options, .grid, pre');
        if (!scrolls && !at.closest('.stack, .words')) problems.push(`cut by ${beyond}: ${at.outerHTML.slice(0, 160)}`);
    }
    for (const tab of document.querySelectorAll('.tabs span')) {
        const lines = boxes(tab.firstChild, 0, tab.textContent.length), place = tab.getBoundingClientRect();
        if (lines.length !== 1 || place.left < 0 || place.right > innerWidth) problems.push(`the tab ${tab.textContent}`);
    }
    return problems;";

async fn can_be_read(visit: &Visit, what: &str, found: &mut Vec<String>) {
    let problems: Vec<String> = visit.browser().ask(UNREADABLE, Vec::new()).await;
    found.extend(problems.into_iter().map(|problem| format!("{what}: {problem}")));
}

fn everything_can_be_read(language: Language, device: Device) {
    visit(Setup::phone(language).on(device), async |visit| {
        let mut found = Vec::new();
        let page = ProgramPage::open(visit).await;
        // The two that overlap last, since the message about it covers much of so small a screen.
        let mut sessions = five(&visit.program);
        sessions.rotate_left(2);
        pick_and_save(visit, &page, &sessions).await;
        can_be_read(visit, "the program", &mut found).await;
        // It stays for as long as a pointer is on it, and on so small a screen the next tap may be.
        Frame(visit).message_is_gone().await;
        page.open_filters().await;
        can_be_read(visit, "the choices", &mut found).await;
        page.search("python").await;
        page.found().await;
        can_be_read(visit, "the search", &mut found).await;
        let session = format!("/session/{}", at(&visit.program, "2018-08-18", "13:00")[2].id);
        for path in PATHS.map(|path| format!("/{path}")).iter().chain([&session]) {
            Frame(visit).open(path).await;
            match path.as_str() {
                "/wallpaper" => WallpaperPage::here(visit).is_settled().await,
                "/plan" => drop(PlanPage::here(visit).entries().await),
                _ => visit.browser().says(visit.messages().tab_plan).await,
            }
            can_be_read(visit, path, &mut found).await;
        }
        sheets(visit, &mut found).await;
        set_clock(visit, "2018-08-18", "13:50").await;
        let page = ProgramPage::open(visit).await;
        visit.browser().find("[data-role=now]").await;
        can_be_read(visit, "the card", &mut found).await;
        page.show_grid().await;
        can_be_read(visit, "the grid", &mut found).await;
        PlanPage::open(visit).await;
        visit.browser().find("[data-role=now]").await;
        can_be_read(visit, "the plan during the conference", &mut found).await;
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

async fn sheets(visit: &Visit, found: &mut Vec<String>) {
    for opener in ["[data-overlap] button", "[data-action=fill-gap]", "[data-action=add-own]", "[data-action=share-plan]"] {
        let plan = PlanPage::open(visit).await;
        plan.act(opener).await;
        visit.browser().find("[role=dialog] h2").await;
        can_be_read(visit, opener, found).await;
    }
}

#[test]
fn everything_can_be_read_in_large_korean_text() {
    everything_can_be_read(KOREAN, LARGE);
}

#[test]
fn everything_can_be_read_in_large_english_text() {
    everything_can_be_read(ENGLISH, LARGE);
}

#[test]
fn everything_can_be_read_in_zoomed_korean() {
    everything_can_be_read(KOREAN, ZOOMED);
}

#[test]
fn everything_can_be_read_in_zoomed_english() {
    everything_can_be_read(ENGLISH, ZOOMED);
}
