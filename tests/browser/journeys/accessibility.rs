//! Usable by everybody: axe's rules on every page, names, focus that can be seen, targets that a thumb hits.

use super::{at, five, pick_and_save};
use crate::harness::{Browser, Setup, Visit, visit};
use crate::pages::{Frame, ProgramPage};
use serde_json::json;
use siganpyo::messages::Language;
use std::fs;
use std::path::Path;

/// Targets in the tab bar and pick buttons, in CSS pixels.
const TARGET: f64 = 44.0;

/// A rule that is broken, and the elements that do.
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
        for page in pages(visit) {
            open_ready(visit, &page).await;
            for dark in [false, true] {
                visit.browser().prefer_dark(dark).await;
                let violations = violations(visit.browser(), &axe).await;
                assert!(violations.is_empty(), "{page}, {}: {violations:#?}", if dark { "dark" } else { "light" });
            }
            everything_has_a_name(visit.browser(), &page).await;
            focus_can_be_seen(visit.browser(), &page).await;
        }
    });
}

#[test]
fn a_thumb_hits_tabs_and_pick_buttons() {
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

/// Picks that make every page show what it can: overlaps, free time, both days.
async fn fill(visit: &Visit) {
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &five(&visit.program)).await;
}

/// All pages, an overlapping session and an address that does not exist among them.
fn pages(visit: &Visit) -> Vec<String> {
    let overlapping = at(&visit.program, "2018-08-18", "13:00")[2];
    let session = format!("/session/{}", overlapping.id);
    ["/", &session, "/plan", "/wallpaper", "/library", "/settings", "/nowhere"].map(str::to_owned).to_vec()
}

async fn open_ready(visit: &Visit, page: &str) {
    visit.open(page).await;
    Frame(visit).is_ready().await;
    let content = match page {
        "/wallpaper" => "img[data-role=wallpaper]",
        "/library" => "article h2",
        "/plan" => "[data-entry]",
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

async fn everything_has_a_name(browser: &Browser, page: &str) {
    for element in browser.find_all("button, a[href], input, select").await.iter().take(40) {
        let name = browser.computed(element, "label").await.unwrap_or_default();
        let html = element.html(false).await.unwrap_or_default();
        assert!(!name.trim().is_empty(), "{page}: {html} has no name");
    }
}

/// Walks through the page with the Tab key and looks for an outline each time.
async fn focus_can_be_seen(browser: &Browser, page: &str) {
    let script = "const at = document.activeElement, style = getComputedStyle(at);
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const { bottom, top } = at.getBoundingClientRect();
        return [at.outerHTML.slice(0, 120), at === document.body || outlined || style.boxShadow !== 'none', bottom > 0 && top < innerHeight]";
    for _ in 0..12 {
        browser.press_key('\u{e004}').await;
        let (html, outlined, on_screen): (String, bool, bool) = browser.ask(script, vec![json!(0)]).await;
        assert!(outlined && on_screen, "{page}: the focus on {html}: outlined {outlined}, on the screen {on_screen}");
    }
}
