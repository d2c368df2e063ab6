//! Accessibility: axe's rules on every page, names, visible focus, and targets that are large enough.

use super::now::set_clock;
use super::{at, directory, five, pick_and_save};
use crate::harness::{Browser, Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage, SessionPage, SharedSheet};
use siganpyo::markup::pages::PATHS;
use siganpyo::messages::Language;
use std::fs;
use std::path::Path;

/// The least size of targets in the tab bar and of pick buttons, in CSS pixels.
const TARGET: f64 = 44.0;

/// A broken rule, with the elements that break it.
type Violation = (String, Vec<String>);

#[test]
fn every_page_follows_the_rules_in_korean() {
    follows_the_rules(Language::Korean);
}

#[test]
fn every_page_follows_the_rules_in_english() {
    follows_the_rules(Language::English);
}

fn follows_the_rules(language: Language) {
    visit(Setup::phone(language), async |visit| {
        fill(visit).await;
        let axe = axe();
        let mut broken = Vec::new();
        for page in pages(visit) {
            open_ready(visit, &page).await;
            for (mode, dark) in [("light", false), ("dark", true)] {
                visit.browser().prefer_dark(dark).await;
                let violations = violations(visit.browser(), &axe).await;
                broken.extend(violations.into_iter().map(|violation| format!("{page}, {mode}: {violation:#?}")));
            }
            broken.extend(nameless(visit.browser()).await.into_iter().map(|html| format!("{page}: no name: {html}")));
            broken.extend(unseen_focus(visit.browser()).await.into_iter().map(|html| format!("{page}: focus unseen: {html}")));
        }
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    });
}

#[test]
fn the_sheets_of_the_plan_follow_the_rules() {
    visit(Setup::phone(Language::Korean), async |visit| {
        fill(visit).await;
        open_ready(visit, "/plan").await;
        let axe = axe();
        let plan = PlanPage::here(visit);
        for opener in ["[data-overlap] button", "[data-action=fill-gap]", "[data-action=add-own]", "[data-action=share-plan]"] {
            plan.act(opener).await;
            visit.browser().find("[role=dialog] h2").await;
            for dark in [false, true] {
                visit.browser().prefer_dark(dark).await;
                let violations = violations(visit.browser(), &axe).await;
                assert!(violations.is_empty(), "{opener}, dark: {dark}: {violations:#?}");
            }
            assert_eq!(nameless(visit.browser()).await, [""; 0], "{opener}");
            visit.browser().press_key('\u{e00c}').await;
            let closed = async || visit.browser().find_all("[role=dialog]").await.is_empty().then_some(());
            eventually("Escape closes the sheet", closed).await;
        }
    });
}

#[test]
fn the_card_of_the_present_and_the_full_screen_follow_the_rules() {
    visit(Setup::phone(Language::Korean), async |visit| {
        fill(visit).await;
        set_clock(visit, "2018-08-18", "14:38").await;
        open_ready(visit, "/").await;
        visit.browser().find("[data-role=now]").await;
        is_clean(visit, "the card").await;
        open_ready(visit, "/plan").await;
        visit.browser().tap_on("[data-action=venue]").await;
        visit.browser().find("#venue[data-due]").await;
        is_clean(visit, "the full screen").await;
        visit.browser().press_key('\u{e00c}').await;
        let closed = async || visit.browser().find_all("#venue").await.is_empty().then_some(());
        eventually("Escape closes it", closed).await;
        visit.browser().tap_on("details.alarms summary").await;
        is_clean(visit, "reminders").await;
    });
}

#[test]
fn the_sheet_of_a_link_follows_the_rules() {
    visit(Setup::phone(Language::Korean), async |visit| {
        fill(visit).await;
        let link = PlanPage::open(visit).await.link().await;
        let (_, code) = link.rsplit_once('=').expect("a link with a code");
        for code in [code, "damaged"] {
            let sheet = SharedSheet::open(visit, "/plan", code).await;
            is_clean(visit, code).await;
            visit.browser().press_key('\u{e00c}').await;
            sheet.is_gone().await;
        }
    });
}

#[test]
fn the_choices_and_the_grid_follow_the_rules() {
    for language in Language::ALL {
        visit(Setup::phone(language), async |visit| {
            fill(visit).await;
            let hidden = at(&visit.program, "2018-08-18", "13:40")[0];
            for action in ["hide", "hide-track"] {
                SessionPage::open(visit, hidden.id.as_str()).await.turn(action).await;
            }
            is_clean(visit, "a hidden session").await;
            let page = ProgramPage::open(visit).await;
            page.see_hidden().await;
            is_clean(visit, "what is hidden").await;
            page.search("python").await;
            page.found().await;
            is_clean(visit, "what was found").await;
            let page = ProgramPage::open(visit).await;
            page.show_grid().await;
            is_clean(visit, "the grid").await;
        });
    }
}

#[test]
fn the_directory_follows_the_rules_and_its_rows_are_large_enough() {
    for language in Language::ALL {
        visit(Setup::phone(language).copied(), async |visit| {
            directory::publish(visit);
            LibraryPage::open(visit).await;
            visit.browser().find("[data-action=open-listed]").await;
            is_clean(visit, "the directory").await;
            let script =
                "return [...document.querySelectorAll('[data-role=directory] :is(button, input)')].map((at) => at.offsetHeight)";
            let heights: Vec<f64> = visit.browser().ask(script, Vec::new()).await;
            assert!(heights.len() > 20 && heights.iter().all(|height| *height >= TARGET), "{heights:?}");
        });
    }
}

/// Checks that axe finds nothing in both modes, and that all controls have names.
async fn is_clean(visit: &Visit, what: &str) {
    let axe = axe();
    for dark in [false, true] {
        visit.browser().prefer_dark(dark).await;
        let violations = violations(visit.browser(), &axe).await;
        assert!(violations.is_empty(), "{what}, dark: {dark}: {violations:#?}");
    }
    assert_eq!(nameless(visit.browser()).await, [""; 0], "{what}");
}

#[test]
fn tabs_and_pick_buttons_are_large_enough_for_a_thumb() {
    visit(Setup::phone(Language::Korean), async |visit| {
        ProgramPage::open(visit).await;
        let script = "return [...document.querySelectorAll('nav a, [data-action=pick], header a, header button')].map((at) => {
            const { width, height } = at.getBoundingClientRect();
            return [at.outerHTML.slice(0, 90), width, height] })";
        let targets: Vec<(String, f64, f64)> = visit.browser().ask(script, Vec::new()).await;
        assert!(targets.len() > 58);
        let small: Vec<_> = targets.iter().filter(|(_, width, height)| *width < TARGET || *height < TARGET).collect();
        assert!(small.is_empty(), "smaller than {TARGET}: {small:#?}");
    });
}

/// Picks sessions so that every page shows everything: overlaps, free time, both days.
async fn fill(visit: &Visit) {
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &five(&visit.program)).await;
}

/// Returns all pages, including an overlapping session and an unknown address.
fn pages(visit: &Visit) -> Vec<String> {
    let overlapping = at(&visit.program, "2018-08-18", "13:00")[2];
    let session = format!("/session/{}", overlapping.id);
    let others = ["", "nowhere"].into_iter().chain(PATHS).map(|path| format!("/{path}"));
    others.chain([session]).collect()
}

async fn open_ready(visit: &Visit, page: &str) {
    Frame(visit).open(page).await;
    let content = match page {
        "/wallpaper" => "img[data-role=wallpaper]",
        "/library" => "article h2",
        "/plan" => "[data-entry]",
        "/settings" => "[data-kept=saved]",
        _ => "nav.tabs",
    };
    visit.browser().find(content).await;
}

fn axe() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(path).expect("axe-core, which `cargo xtask prepare` fetches from npm")
}

async fn violations(browser: &Browser, axe: &str) -> Vec<Violation> {
    if !browser.ask::<bool>("return 'axe' in window", Vec::new()).await {
        browser.ask::<()>(axe, Vec::new()).await;
    }
    let script = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => arguments[0](violations.map(
        ({ id, help, nodes }) => [`${id}: ${help}`, nodes.map((at) => `${at.html} ${at.failureSummary}`)])))";
    browser.ask_later(script, Vec::new()).await
}

/// Returns the controls without an accessible name.
async fn nameless(browser: &Browser) -> Vec<String> {
    let mut found = Vec::new();
    for element in browser.find_all(":is(button, a[href], input, select):not([inert] *)").await.iter().take(40) {
        let shown = element.is_displayed().await.unwrap_or_default();
        if shown && browser.computed(element, "label").await.unwrap_or_default().trim().is_empty() {
            found.push(element.html(false).await.unwrap_or_default());
        }
    }
    found
}

/// Moves through the page with the Tab key, and returns where the focus has no outline or is outside the viewport.
async fn unseen_focus(browser: &Browser) -> Vec<String> {
    let script = "const at = document.activeElement, style = getComputedStyle(at);
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
        const { bottom, top } = at.getBoundingClientRect();
        const seen = at === document.body || outlined && bottom > 0 && top < innerHeight;
        return [seen, at.outerHTML.slice(0, 120)]";
    let mut found = Vec::new();
    for _ in 0..12 {
        browser.press_key('\u{e004}').await;
        let (seen, html): (bool, String) = browser.ask(script, Vec::new()).await;
        if !seen {
            found.push(html);
        }
    }
    found
}
