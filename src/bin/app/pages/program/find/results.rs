//! The results of a search: best first if something was typed, else by day and time.

use super::hiding::see_hidden;
use super::search::{Results, Search};
use crate::browser;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::notice::empty;
use crate::pages::live_page::LivePage;
use crate::pages::program::grid::grid;
use crate::pages::program::is_grid;
use crate::pages::program::list::list;
use leptos::prelude::*;
use siganpyo::markup::session_row;
use siganpyo::messages::Refusal;
use siganpyo::present::filter::{Chip, Part};
use siganpyo::present::outline::Outline;
use siganpyo::present::timetable::row;
use siganpyo::program::Program;
use siganpyo::program::search::{Hit, Interpretation, Query};
use std::ops::Range;
use std::sync::Arc;
use web_sys::IntersectionObserverEntry;

/// How many hits are rendered at once: more than a phone shows beside its keyboard, few enough that the next key need not wait.
const FIRST: usize = 8;
/// How many more are added whenever the end comes near.
const MORE: usize = 24;
/// How near to the end more are added, in CSS pixels.
const MARGIN: &str = "100px";

/// The number of results, and the results.
pub fn results(search: Search) -> AnyView {
    let common = search.state.messages();
    let count = Memo::new(move |_| search.found.with(|found| found.view.shown.len()));
    let meaning = Memo::new(move |_| search.found.with(|found| found.more.as_ref().map(|more| more.meaning.clone())));
    // Where it stands in the list, those who see it see it.
    let said = tag::span().class("unseen").live_text(move || {
        let said = meaning.get().map(|meaning| (search.state.language().find_messages().shown_for)(&meaning));
        said.map(|said| format!(". {said}")).unwrap_or_default()
    });
    let number = tag::span().live_text(move || (common.sessions)(count.get()));
    let status = tag::p().class("lead").role("status").child(number).child(said);
    let found = move || {
        let ranked = |found: &Results| Ranked { hits: found.hits.clone(), query: found.query.clone(), more: found.more.clone() };
        search.found.with(|found| (found.view.shown.clone(), ranked(found)))
    };
    // Counts change with each pick. The list does not change and must not move under the finger.
    let found = Memo::new(move |_| found());
    let listed = live(move || {
        let (shown, found) = found.get();
        if shown.is_empty() {
            nothing_found(search)
        } else if found.query.is_empty() && is_grid(search.state.settings) {
            search.program.with_value(|program| grid(program, shown, search.state))
        } else if found.query.is_empty() {
            search
                .program
                .with_value(|program| list(program, &Outline::new(program, Some(&shown)), search.finder.now, 0.0, search.state))
        } else {
            ranked(search, found)
        }
    });
    let hidden = Memo::new(move |_| search.found.with(|found| found.view.hidden));
    all([status.into(), listed, live(move || see_hidden(hidden.get(), search.finder, search.state))])
}

/// What was found by words, best first.
#[derive(Clone, PartialEq)]
struct Ranked {
    hits: Vec<Hit>,
    query: Query,
    more: Option<Interpretation>,
}

impl Ranked {
    fn len(&self) -> usize {
        self.hits.len() + self.more.as_ref().map_or(0, |more| more.hits.len())
    }
}

fn ranked(search: Search, found: Ranked) -> AnyView {
    // Rows are headings of the fourth level, as under a day and a time.
    let searched = (search.state.language().find_messages().searched)(search.finder.typed.get_untracked().trim());
    let headings = [(tag::h2 as fn() -> El, search.state.messages().search.to_owned()), (tag::h3, searched)];
    let headings = headings.map(|(level, text)| level().class("unseen").text(text));
    let found = Arc::new(found);
    let list = tag::ul().class("sessions").children(rows(search, &found, 0..FIRST)).child(more(search, found, FIRST));
    all(headings.into_iter().chain([list]))
}

/// The rows at these places, and above the first that was only perhaps meant what is meant.
fn rows(search: Search, found: &Ranked, places: Range<usize>) -> Vec<El> {
    let row = |hit: &Hit, query: &Query| search.program.with_value(|program| hit_row(search, program, *hit, query));
    let (from, to) = (places.start, places.end.min(found.len()));
    let own = found.hits.iter().take(to).skip(from).map(|hit| row(hit, &found.query));
    let mut rows: Vec<El> = own.collect();
    let Some(more) = &found.more else { return rows };
    let direct = found.hits.len();
    if (from..to).contains(&direct) {
        let heading = tag::h3().text((search.state.language().find_messages().shown_for)(&more.meaning));
        rows.push(tag::li().class("meant").child(heading));
    }
    let meant = more.hits.iter().take(to.saturating_sub(direct)).skip(from.saturating_sub(direct));
    rows.extend(meant.map(|hit| row(hit, &more.query)));
    rows
}

/// The hits from a place on: a button, and they themselves once it is tapped or comes near the screen.
fn more(search: Search, found: Arc<Ranked>, from: usize) -> AnyView {
    let messages = search.state.language().find_messages();
    let left = found.len().saturating_sub(from);
    if left == 0 {
        return nothing();
    }
    let wanted = RwSignal::new(false);
    Effect::new(move || watch_end(wanted));
    live(move || {
        if wanted.get() {
            let next = from + MORE;
            return all([all(rows(search, &found, from..next)), more(search, found.clone(), next)]);
        }
        let label = (messages.show_more)(left.min(MORE));
        let button = button("show-more", label).class("button");
        tag::li().class("more").child(button.on_click(move || wanted.set(true))).into()
    })
}

/// Wants more as soon as the button at the end of the list comes near the screen.
fn watch_end(wanted: RwSignal<bool>) {
    let end = browser::document().query_selector("[data-action=show-more]").ok().flatten();
    browser::watch_near(end, MARGIN, move |entries| {
        if entries.iter().any(IntersectionObserverEntry::is_intersecting) {
            let _ = wanted.try_set(true);
        }
    });
}

fn hit_row(search: Search, program: &Program, hit: Hit, query: &Query) -> El {
    let common = search.state.messages();
    let found = &program.sessions[hit.session];
    let mut row = row(program, found, common);
    row.when = format!("{} {}", (common.date)(found.day), row.when);
    session_row(&row, &LivePage { state: search.state, marked: Some(&|text| marked(text, query)) })
}

/// A text in which what was typed is marked.
fn marked(text: &str, query: &Query) -> AnyView {
    let mut end = 0;
    let mut parts = Vec::new();
    for mark in query.marks(text) {
        parts.push(text[end..mark.start].to_owned().into_any());
        parts.push(tag::mark().text(&text[mark.clone()]).into());
        end = mark.end;
    }
    parts.push(text[end..].to_owned().into_any());
    all(parts)
}

/// Says which filter to drop to get the most results.
fn nothing_found(search: Search) -> AnyView {
    let messages = search.state.language().find_messages();
    let hurts = search.found.with_untracked(|found| found.view.hurts.clone());
    match hurts {
        Some(hurts) => {
            let part = hurts.chip.part.clone();
            let drop = button("drop-part", (messages.drop_part)(&hurts.chip.name)).class("button main");
            let hint = (messages.hurts)(&hurts.chip.name, hurts.sessions);
            empty(Refusal { message: messages.nothing_found.to_owned(), hint }, [drop.on_click(move || search.drop_part(&part))])
        }
        None => {
            let clear = button("clear-all", messages.clear_all).class("button main");
            let is_query = |chips: &[Chip]| matches!(chips, [Chip { part: Part::Query, .. }]);
            let message = if search.found.with_untracked(|found| is_query(&found.view.chips)) {
                (messages.no_results)(search.finder.typed.get_untracked().trim())
            } else {
                messages.nothing_found.to_owned()
            };
            empty(
                Refusal { message, hint: String::new() },
                [clear.on_click(move || search.change(|filter| *filter = Default::default()))],
            )
        }
    }
}
