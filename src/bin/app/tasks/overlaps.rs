//! The answers to a tap on a pick button: that what was picked overlaps with other picks, and that what was removed can come back.
//! Overlaps are also said on the rows. The deferred part finds them, so that a first visit need not wait for the code.

use crate::browser;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::plan::{Entry, EntryId, Overlap, Plan, Priority, entries, overlaps};
use siganpyo::program::{Program, SessionId};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The attribute of a row with the sentence about its overlap.
const CLASH: &str = "data-clash";

/// A pick that overlaps with other entries.
#[derive(PartialEq)]
struct Clash {
    session: SessionId,
    title: String,
    /// The other entries: id, title, and the minutes that they share with it.
    others: Vec<(EntryId, String, i64)>,
}

/// Begins to look for overlaps.
pub fn begin(state: State) {
    let found = Memo::new(move |_| {
        let program = state.program.get();
        let found = |plan: &Plan| program.as_deref().map(|program| clashes(plan, program, state)).unwrap_or_default();
        state.plan.current.with(found)
    });
    Effect::new(move || found.with(|found| mark_rows(found, state)));
    // Rows come and go while the list is scrolled. Those that come have no mark.
    browser::on_new_elements("#app", move || {
        untrack(|| {
            found.with(|found| {
                if !found.is_empty() {
                    mark_rows(found, state);
                }
            });
        });
    });
    let _ = window_event_listener(leptos::ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(session) = target.and_then(|target| tapped(&target)) {
            if !state.plan.current.with_untracked(|plan| plan.is_picked(&session)) {
                return state.plan.offer_back(&session);
            }
            found.with_untracked(|found| {
                if let Some(clash) = found.iter().find(|clash| clash.session == session) {
                    say(clash, state);
                }
            });
        }
    });
}

/// The session whose button was tapped. The button itself has answered already: events rise.
fn tapped(target: &Element) -> Option<SessionId> {
    let row = target.closest("[data-action=pick]").ok()??.closest("[data-session]").ok()??;
    row.get_attribute("data-session").map(SessionId::new)
}

/// Writes to the rows of overlapping picks with what they overlap, where the style sheet shows it.
fn mark_rows(found: &[Clash], state: State) {
    for row in browser::elements("li[data-session]") {
        let id = row.get_attribute("data-session");
        let said = found.iter().find(|clash| Some(clash.session.as_str()) == id.as_deref()).map(|clash| clash.said(state));
        match said {
            Some(said) if row.get_attribute(CLASH).as_ref() != Some(&said) => drop(row.set_attribute(CLASH, &said)),
            None if row.has_attribute(CLASH) => drop(row.remove_attribute(CLASH)),
            _ => {}
        }
    }
}

/// The picks that overlap with other entries.
fn clashes(plan: &Plan, program: &Program, state: State) -> Vec<Clash> {
    let entries = entries(plan, program, state.messages().tag);
    let mut found: Vec<Clash> = Vec::new();
    for Overlap { first, second, minutes } in overlaps(&entries) {
        if is_decided(&entries[first], &entries[second]) {
            continue;
        }
        for (one, other) in [(first, second), (second, first)] {
            let EntryId::Pick(session) = &entries[one].id else { continue };
            let other = (entries[other].id.clone(), entries[other].title.clone(), minutes);
            match found.iter_mut().find(|clash| clash.session == *session) {
                Some(clash) => clash.others.push(other),
                None => found.push(Clash { session: session.clone(), title: entries[one].title.clone(), others: vec![other] }),
            }
        }
    }
    found
}

/// Whether the person has chosen one of the two.
fn is_decided(one: &Entry, other: &Entry) -> bool {
    let both = [one.priority, other.priority];
    both.contains(&Some(Priority::Must)) && both.contains(&Some(Priority::Maybe))
}

impl Clash {
    /// With which entry it overlaps first, how long, and with how many others.
    fn said(&self, state: State) -> String {
        let (_, title, minutes) = &self.others[0];
        let first = (state.messages().overlap_with)(title, *minutes);
        match self.others.len() - 1 {
            0 => first,
            others => format!("{first}. {}", (state.language().plan_messages().more)(others)),
        }
    }
}

/// Answers a tap on a session that overlaps with others, with the button that decides for it.
fn say(clash: &Clash, state: State) {
    let messages = state.language().plan_messages();
    let (id, title) = (EntryId::Pick(clash.session.clone()), clash.title.clone());
    let others: Vec<EntryId> = clash.others.iter().map(|(id, ..)| id.clone()).collect();
    state.toast.offer(clash.said(state), messages.go_to_new, Arc::new(move || state.plan.go_to(&id, &title, &others)));
}
