//! Everything about one entry and what can be done with it.

use super::context::{Context, Sheet};
use super::draft::Draft;
use super::news;
use crate::browser::session_link;
use crate::components::element::{El, all, button, line, live, nothing, tag};
use crate::components::frame::{actions, option, options};
use leptos::prelude::*;
use siganpyo::plan::{EntryId, Priority};
use siganpyo::present::plan_page::{PageEntry, PlanPage};
use siganpyo::program::SessionId;

pub fn entry(id: &EntryId, context: Context) -> AnyView {
    let (id, view) = (id.clone(), context.view);
    let found = Memo::new(move |_| find(&view.read(), &id));
    live(move || match found.get() {
        Some((heading, entry)) => details(&heading, &entry, context),
        None => nothing(),
    })
}

/// The entry with the heading of its day.
fn find(page: &PlanPage, id: &EntryId) -> Option<(String, PageEntry)> {
    let (day, entry) = page.entries().find(|(_, entry)| entry.id == *id)?;
    Some((day.heading.clone(), entry.clone()))
}

fn details(heading: &str, entry: &PageEntry, context: Context) -> AnyView {
    let when = [heading, &entry.when, &entry.rooms].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    all([
        tag::h2().id("sheet-title").class("title").text(entry.title.as_str()).into(),
        tag::p().class("when").text(when).into(),
        all(line(tag::p, "who", entry.speakers.clone())),
        all(line(tag::p, "note", entry.note.clone().unwrap_or_default())),
        news::of_entry(entry, context),
        overlaps(entry, context),
        all(line(tag::p, "clash", entry.tight.clone().unwrap_or_default())),
        match &entry.id {
            EntryId::Pick(session) => priorities(session, entry.priority, context),
            EntryId::Own(_) => nothing(),
        },
        actions(ways_on(entry, context)).into(),
    ])
}

/// What is at the same time, and the decision for this one.
fn overlaps(entry: &PageEntry, context: Context) -> AnyView {
    if entry.clashes.is_empty() {
        return nothing();
    }
    let clashes = entry.overlaps.iter().map(|sentence| tag::li().class("clash").text(sentence.as_str()));
    let (id, title) = (entry.id.clone(), entry.title.clone());
    let others = entry.clashes.clone();
    let is_chosen = entry.overlaps.is_empty() && entry.priority == Some(Priority::Must);
    let go = button("go-here", context.messages.go_here)
        .class("button main")
        .on_click(move || context.state.plan.go_to(&id, &title, &others));
    let decided = line(tag::p, "who", entry.decided.clone().unwrap_or_default());
    let clashes = (!entry.overlaps.is_empty()).then(|| tag::ul().children(clashes));
    all([all(clashes), all(decided), actions((!is_chosen).then_some(go)).into()])
}

fn priorities(session: &SessionId, priority: Option<Priority>, context: Context) -> AnyView {
    let Context { state, messages, .. } = context;
    let choices = [(messages.must, Some(Priority::Must)), (messages.maybe, Some(Priority::Maybe)), (messages.undecided, None)];
    let choices = choices.map(|(label, value)| {
        let session = session.clone();
        option(label, move || priority == value, move || state.plan.prefer(&session, value))
    });
    options(messages.how_much, choices)
}

fn ways_on(entry: &PageEntry, context: Context) -> Vec<El> {
    let Context { state, common, messages, sheet, .. } = context;
    let session =
        entry.has_page.then(|| tag::a().class("button").href(session_link(entry.id.as_str())).text(messages.open_session));
    let edit = match &entry.id {
        EntryId::Own(id) => state.plan.current.read_untracked().own.get(id).map(|record| Draft::of(&record.value)),
        EntryId::Pick(_) => None,
    };
    let edit = edit.map(|draft| {
        let edit = button("edit-own", messages.edit).class("button");
        edit.on_click(move || sheet.set(Sheet::Own(draft.clone())))
    });
    let (id, title) = (entry.id.clone(), entry.title.clone());
    let take_out = button("take-out", common.take_out).class("button");
    let take_out = take_out.on_click(move || {
        sheet.set(Sheet::Closed);
        state.plan.take_out(&id, &title);
    });
    session.into_iter().chain(edit).chain([take_out]).collect()
}
