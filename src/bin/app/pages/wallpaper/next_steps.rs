//! What to do with the saved picture, with small drawings.

use crate::browser;
use crate::components::element::{El, all, live, tag};
use crate::components::frame::{option, options};
use leptos::prelude::*;
use siganpyo::messages::studio::StudioMessages;

/// A phone of 48 units, into which the other drawings go.
const PHONE: &str = "M15 3h18a3 3 0 0 1 3 3v36a3 3 0 0 1-3 3H15a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z";
const PICTURE_TO_SHARE: &str = "M12 29l7-8 6 6 4-4 7 7M16 38v3h6v-3M19 40v-6M17 36l2-2 2 2";
const PICTURE_WITH_MENU: &str = "M12 35l7-8 6 6 4-4 7 7M32 8v.1M32 12v.1M32 16v.1";
const LOCK_IN_LIST: &str = "M12 26h24M17 32h14M17 38h10M20 13h8v7h-8zM22 13v-2a2 2 0 0 1 4 0v2";
const DONE: &str = "M19 10h10M18 27l5 5 9-10";
const PAGES: &str = "M17 16h10v17H17zM21 16v-3h10v17h-4";
const PAGES_CHOSEN: &str = "M16 15h7v12h-7zM26 15h7v12h-7zM27 36l3 3 5-6";
const TAP: &str = "M24 22a4 4 0 1 0 .1 0M24 30v8M19 12h10";
const SHEET: &str = "M10 4h28v40H10zM14 12h9M14 17h9M27 12h7M27 17h7M14 30h9M27 30h7";
const FOLDED: &str = "M10 24h28v20H10zM10 24l5-16h28l-5 16M24 24v20";
const POCKET: &str = "M8 18v22a4 4 0 0 0 4 4h24a4 4 0 0 0 4-4V18zM17 18V5h14v13M20 10h8";

/// The steps for paper, or for a family of phones; this phone's family is chosen first.
pub fn next_steps(is_paper: bool, messages: &'static StudioMessages) -> El {
    let body = if is_paper { steps(messages.print_steps, [SHEET, FOLDED, POCKET]) } else { by_family(messages) };
    tag::details().child(tag::summary().text(messages.next_steps)).child(body)
}

/// The steps for several pictures, which turn on the lock screen.
pub fn turning_steps(messages: &'static StudioMessages) -> El {
    let body = messages.turning.map(|(family, texts)| {
        let name = tag::p().child(tag::strong().text(family));
        all([name.into(), steps(texts, [PAGES, PAGES_CHOSEN, TAP])])
    });
    let about = tag::p().class("fine").text(messages.turning_about);
    tag::details().child(tag::summary().text(messages.turn_pages)).child(all(body)).child(about)
}

fn by_family(messages: &'static StudioMessages) -> AnyView {
    let agent = browser::user_agent();
    let is_samsung = ["SM-", "Samsung"].iter().any(|name| agent.contains(name));
    let guess = if browser::is_ios() {
        0
    } else if is_samsung {
        1
    } else {
        2
    };
    let chosen = RwSignal::new(guess);
    let families = messages.families.iter().enumerate();
    let choice = families.map(|(at, (name, _))| option(name, move || chosen.get() == at, move || chosen.set(at)));
    let shown = live(move || {
        let first = if chosen.get() == 0 { PICTURE_TO_SHARE } else { PICTURE_WITH_MENU };
        steps(messages.families[chosen.get()].1, [first, LOCK_IN_LIST, DONE])
    });
    all([options(messages.phone, choice), shown])
}

fn steps(steps: [&'static str; 3], drawings: [&'static str; 3]) -> AnyView {
    let step = |(step, drawing)| tag::li().child(drawn(drawing)).child(tag::span().text(step));
    tag::ol().class("steps drawn").children(steps.into_iter().zip(drawings).map(step)).into()
}

/// Not a [`tag`](crate::components::element::tag), since those are HTML and this is SVG.
fn drawn(lines: &'static str) -> AnyView {
    let is_of_paper = [SHEET, FOLDED, POCKET].contains(&lines);
    let frame = if is_of_paper { "" } else { PHONE };
    view! { <svg class="drawing" viewBox="0 0 48 48" aria-hidden="true"><path d=frame></path><path d=lines></path></svg> }
        .into_any()
}
