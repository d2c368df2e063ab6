//! Overlaps between picks: said on their rows and in the answer to the tap. The deferred part finds them, so that a first visit need not
//! wait for the code.

use crate::state::State;
use leptos::prelude::*;
use siganpyo::plan::{Entry, EntryId, Overlap, Plan, entries, overlaps};
use siganpyo::program::{Program, SessionId};
use std::sync::Arc;

/// Begins to look for overlaps.
pub fn begin(state: State) {
    Effect::new(move || {
        let program = state.program.get();
        let found = |plan: &Plan| program.as_deref().map(|program| sentences(plan, program, state)).unwrap_or_default();
        let found = state.plan.current.with(found);
        if state.plan.overlapping.with_untracked(|known| *known != found) {
            state.plan.overlapping.set(found);
        }
    });
    Effect::new(move || {
        if let Some(session) = state.plan.tapped.get() {
            untrack(|| say(&session, state));
        }
    });
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
    let Some(program) = state.program.get() else { return };
    let entries = state.plan.current.with(|plan| entries(plan, &program, state.messages().tag));
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
