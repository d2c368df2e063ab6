//! Overlaps between picks: said on their rows and in the answer to the tap. The deferred part finds them, so that a first visit need not
//! wait for the code.

use crate::browser;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::plan::{Entry, EntryId, Overlap, Plan, entries, overlaps};
use siganpyo::program::{Program, SessionId};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The attribute of a row with the sentence about its overlap.
const CLASH: &str = "data-clash";

/// Begins to look for overlaps.
pub fn begin(state: State) {
    let found = Memo::new(move |_| {
        let program = state.program.get();
        let found = |plan: &Plan| program.as_deref().map(|program| sentences(plan, program, state)).unwrap_or_default();
        state.plan.current.with(found)
    });
    Effect::new(move || found.with(|found| mark_rows(found)));
    // Rows come and go while the list is scrolled.
    browser::on_new_elements("#app", move || found.with_untracked(|found| mark_rows(found)));
    let _ = window_event_listener(leptos::ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(session) = target.and_then(|target| tapped(&target)).filter(|session| is_picked(session, state)) {
            say(&session, state);
        }
    });
}

/// The session whose button was tapped. The button itself has answered already: events rise.
fn tapped(target: &Element) -> Option<SessionId> {
    let row = target.closest("[data-action=pick]").ok()??.closest("[data-session]").ok()??;
    row.get_attribute("data-session").map(SessionId::new)
}

fn is_picked(session: &SessionId, state: State) -> bool {
    state.plan.current.with_untracked(|plan| plan.is_picked(session))
}

/// Writes the sentences to the rows of the sessions, where the style sheet shows them.
fn mark_rows(found: &[(SessionId, String)]) {
    for row in browser::elements("li[data-session]") {
        let id = row.get_attribute("data-session");
        let said = found.iter().find(|(session, _)| Some(session.as_str()) == id.as_deref()).map(|(_, said)| said);
        match said {
            Some(said) if row.get_attribute(CLASH).as_ref() != Some(said) => drop(row.set_attribute(CLASH, said)),
            None if row.has_attribute(CLASH) => drop(row.remove_attribute(CLASH)),
            _ => {}
        }
    }
}

/// For each picked session that overlaps with others: with which, and how long.
fn sentences(plan: &Plan, program: &Program, state: State) -> Vec<(SessionId, String)> {
    let entries = entries(plan, program, state.messages().tag);
    let mut found: Vec<(SessionId, String)> = Vec::new();
    for Overlap { first, second, minutes } in overlaps(&entries) {
        for (one, other) in [(first, second), (second, first)] {
            let EntryId::Pick(session) = &entries[one].id else { continue };
            if found.iter().all(|(known, _)| known != session) {
                found.push((session.clone(), (state.messages().overlap_with)(&entries[other].title, minutes)));
            }
        }
    }
    found
}

/// Answers a tap on a session that overlaps with others, with the button that decides for it.
fn say(session: &SessionId, state: State) {
    let Some(program) = untrack(|| state.program.get()) else { return };
    let entries = state.plan.current.with_untracked(|plan| entries(plan, &program, state.messages().tag));
    let is_it = |entry: &Entry| entry.id == EntryId::Pick(session.clone());
    let Some(at) = entries.iter().position(is_it) else { return };
    let pairs = overlaps(&entries).into_iter().filter(|pair| pair.first == at || pair.second == at);
    let others: Vec<(usize, i64)> =
        pairs.map(|pair| (if pair.first == at { pair.second } else { pair.first }, pair.minutes)).collect();
    let Some((other, minutes)) = others.first() else { return };
    let messages = state.language().plan_messages();
    let mut text = (state.messages().overlap_with)(&entries[*other].title, *minutes);
    if others.len() > 1 {
        text = format!("{text}. {}", (messages.more)(others.len() - 1));
    }
    let (id, title) = (entries[at].id.clone(), entries[at].title.clone());
    let others: Vec<EntryId> = others.iter().map(|(other, _)| entries[*other].id.clone()).collect();
    state.toast.offer(text, messages.go_here, Arc::new(move || state.plan.go_to(&id, &title, &others)));
}
