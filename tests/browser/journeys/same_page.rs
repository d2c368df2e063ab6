//! The static page and the live page look the same: nothing moves when the app starts.

use super::{ENGLISH, KOREAN};
use crate::harness::{Browser, Device, Setup, take_away, visit};
use crate::pages::{Frame, ProgramPage};
use serde::Deserialize;
use siganpyo::messages::Language;

/// Returns the list as markup without what only one of the two needs, and the positions of elements on the page.
#[derive(Debug, Deserialize)]
struct Snapshot {
    markup: Vec<String>,
    places: Vec<(String, f64)>,
}

/// What is surely on the first screen of all these devices, in CSS pixels from the top.
const SCREEN: f64 = 600.0;

const SNAPSHOT: &str = "
    const clean = (node) => {
        const copy = node.cloneNode(true);
        const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
        const comments = [];
        while (walker.nextNode()) comments.push(walker.currentNode);
        comments.forEach((comment) => comment.remove());
        copy.normalize();
        for (const at of [copy, ...copy.querySelectorAll('*')]) {
            for (const name of ['ko', 'en', 'ko-label', 'en-label']) at.removeAttribute(`data-${name}`);
            // The app marks the day that is read.
            if (at.closest('.days')) at.removeAttribute('aria-current');
            // Of a part of the list that was filled after the others.
            if (at.getAttribute('style') === '') at.removeAttribute('style');
            // The order of attributes does not matter.
            const all = [...at.attributes].map(({ name, value }) => [name, value]).sort();
            all.forEach(([name]) => at.removeAttribute(name));
            all.forEach(([name, value]) => at.setAttribute(name, value));
        }
        return copy.outerHTML;
    };
    const place = (at) => Math.round((at.getBoundingClientRect().top + scrollY) * 10) / 10;
    const named = [...document.querySelectorAll('main [data-session]')].map((row) => [row.dataset.session, place(row)]);
    const rest = ['h1', 'main', 'nav.days', '.find', 'main h2'].map((css) => [css, place(document.querySelector(css))]);
    const parts = ['main', 'nav.tabs', '#pick-word'].map((css) => clean(document.querySelector(css)));
    return { markup: parts.join('').replace(/></g, '>\\n<').split('\\n'), places: [...rest, ...named] }";

#[test]
fn the_app_takes_over_a_phone_without_a_jump() {
    nothing_jumps(KOREAN, Device::PHONE);
}

#[test]
fn the_app_takes_over_a_phone_in_another_language_without_a_jump() {
    nothing_jumps(ENGLISH, Device::PHONE);
}

#[test]
fn the_app_takes_over_a_laptop_without_a_jump() {
    nothing_jumps(KOREAN, Device::LAPTOP);
}

fn nothing_jumps(language: Language, device: Device) {
    visit(Setup::phone(language).on(device).copied(), async |visit| {
        let app = take_away(visit.host.folder(), |file| file.starts_with("app-") && file.ends_with(".wasm"));
        visit.open("/").await;
        Frame(visit).root_says("data-app", "loading").await;
        let before = snapshot(visit.browser()).await;
        app.put_back();
        let page = ProgramPage::open(visit).await;
        let first = snapshot(visit.browser()).await;
        let on_screen = before.places.iter().filter(|(_, top)| *top < SCREEN);
        let moved: Vec<_> = on_screen.filter(|place| !first.places.contains(place)).collect();
        assert!(moved.is_empty(), "moved before the rest of the list is there: {moved:?}");
        page.whole_list().await;
        let after = snapshot(visit.browser()).await;
        for (before, after) in before.markup.iter().zip(&after.markup) {
            assert_eq!(before, after, "the static line and the line of the app");
        }
        assert_eq!(before.markup.len(), after.markup.len());
        assert_eq!(before.places, after.places);
    });
}

async fn snapshot(browser: &Browser) -> Snapshot {
    browser.ask(SNAPSHOT, Vec::new()).await
}
