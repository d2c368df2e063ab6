//! What was found: best first where something was typed, else by day and time.

use super::Search;
use super::hiding::see_hidden;
use crate::components::notice::empty;
use crate::element::{all, el, live, nothing};
use crate::pages::grid::grid;
use crate::pages::program::is_grid;
use crate::pages::program::list::{list, session};
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::present::outline::Outline;
use siganpyo::present::timetable::row;
use siganpyo::program::Program;
use siganpyo::program::search::{Hit, Query};

/// So many hits stand there before more are asked for.
const HITS: usize = 30;

/// How many there are, and they.
pub fn results(search: Search) -> AnyView {
    let messages = search.state.messages();
    let count = Memo::new(move |_| search.found.with(|found| found.view.shown.len()));
    let status = el("p").class("lead").attr("role", "status").live_text(move || (messages.sessions)(count.get()));
    let found = move || search.found.with(|found| (found.view.shown.clone(), found.hits.clone(), found.query.clone()));
    // Counts change with each pick; what is listed does not, and must stay as it is under the finger.
    let found = Memo::new(move |_| found());
    let listed = live(move || {
        let (shown, hits, query) = found.get();
        if shown.is_empty() {
            nothing_found(search)
        } else if query.is_empty() && is_grid(search.state) {
            search.program.with_value(|program| grid(program, shown, search.state))
        } else if query.is_empty() {
            search
                .program
                .with_value(|program| list(program, &Outline::new(program, Some(&shown)), search.finder.now, 0.0, search.state))
        } else {
            ranked(search, hits, query)
        }
    });
    let hidden = Memo::new(move |_| search.found.with(|found| found.view.hidden));
    all([status.into(), listed, live(move || see_hidden(hidden.get(), search.finder, search.state))])
}

fn ranked(search: Search, hits: Vec<Hit>, query: Query) -> AnyView {
    let texts = search.state.language().find_messages();
    let limit = RwSignal::new(HITS);
    // Rows are headings of the fourth level, as under a day and a time.
    let searched = (texts.searched)(search.finder.typed.get_untracked().trim());
    let headings = [("h2", search.state.messages().search.to_owned()), ("h3", searched)];
    let headings = all(headings.map(|(level, text)| el(level).class("unseen").text(text)));
    let listed = live(move || {
        let rows = search.program.with_value(|program| {
            let rows = hits.iter().take(limit.get()).map(|hit| hit_row(search, program, *hit, &query));
            el("ul").class("sessions").children(rows.collect::<Vec<_>>()).into()
        });
        let left = hits.len().saturating_sub(limit.get());
        let more = move || limit.update(|limit| *limit += 2 * HITS);
        let button = (left > 0).then(|| el("button").class("button").text((texts.show_more)(left.min(2 * HITS))).on_click(more));
        all([rows, button.map_or_else(nothing, Into::into)])
    });
    all([headings, listed])
}

fn hit_row(search: Search, program: &Program, hit: Hit, query: &Query) -> crate::element::El {
    let messages = search.state.messages();
    let found = &program.sessions[hit.session];
    let mut row = row(program, found, messages);
    row.when = format!("{} {}", (messages.date)(found.day), row.when);
    session(row, &|text| marked(text, query), search.state)
}

/// A text in which what was typed is marked.
fn marked(text: &str, query: &Query) -> AnyView {
    let mut end = 0;
    let mut parts = Vec::new();
    for mark in query.marks(text) {
        parts.push(text[end..mark.start].to_owned().into_any());
        parts.push(el("mark").text(&text[mark.clone()]).into());
        end = mark.end;
    }
    parts.push(text[end..].to_owned().into_any());
    all(parts)
}

/// Says what to drop to get the most back.
fn nothing_found(search: Search) -> AnyView {
    let texts = search.state.language().find_messages();
    let hurts = search.found.with_untracked(|found| found.view.hurts.clone());
    let refusal = |hint: String| Refusal { message: texts.nothing_found.to_owned(), hint };
    match hurts {
        Some(hurts) => {
            let part = hurts.chip.part.clone();
            let drop = el("button").class("button main").text((texts.drop_part)(&hurts.chip.name));
            empty(refusal((texts.hurts)(&hurts.chip.name, hurts.sessions)), [drop.on_click(move || search.drop_part(&part))])
        }
        None => {
            let clear = el("button").class("button main").text(texts.clear_all);
            empty(refusal(String::new()), [clear.on_click(move || search.change(|filter| *filter = Default::default()))])
        }
    }
}
