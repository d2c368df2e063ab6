//! Changes since a session was picked: before, after, and the confirmation.

use super::context::{Context, Sheet};
use crate::browser::link;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::actions;
use crate::state::pictures;
use leptos::prelude::*;
use siganpyo::plan::EntryId;
use siganpyo::present::plan_page::{News, PageEntry, PlanPage};
use siganpyo::program::SessionId;

/// The most changed entries that are listed above the timetable.
const MOST_LISTED: usize = 8;

/// What has changed, a line for each entry, and which overlaps that caused, with the confirmation of all.
pub fn summary(context: Context) -> AnyView {
    let Context { state, messages, view, .. } = context;
    let said = Memo::new(move |_| {
        let view = view.read();
        (view.news, changed(&view), view.new_overlaps.clone())
    });
    live(move || {
        let (count, changed, overlaps) = said.get();
        if count == 0 && overlaps.is_empty() {
            return nothing();
        }
        let confirm = button("confirm-all", messages.confirm_all).class("button");
        let confirm = confirm.on_click(move || state.plan.confirm(&state.plan.unconfirmed()));
        tag::div()
            .class("notice changes")
            .role("status")
            .child(tag::strong().text((messages.changes)(count)))
            .children((!changed.is_empty()).then(|| list(&changed, context)))
            .children(overlaps.into_iter().map(|sentence| tag::p().text(sentence)))
            .child(tag::p().class("fine").text(messages.changes_about))
            .child(actions([confirm]))
            .into()
    })
}

/// The titles of changed entries with what is new about them.
fn changed(page: &PlanPage) -> Vec<(String, Vec<News>)> {
    let entries = page.entries().map(|(_, entry)| entry).filter(|entry| entry.is_news);
    entries.map(|entry| (entry.title.clone(), entry.news.clone())).collect()
}

fn list(changed: &[(String, Vec<News>)], context: Context) -> El {
    let line = |(title, news): &(String, Vec<News>)| {
        let changes = tag::ul().children(news.iter().map(|news| change(news, context)));
        tag::li().child(tag::p().class("title").text(title.as_str())).child(changes)
    };
    let rest = changed.len().saturating_sub(MOST_LISTED);
    let rest = (rest > 0).then(|| tag::li().text((context.messages.more)(rest)));
    tag::ul().class("changed").children(changed.iter().take(MOST_LISTED).map(line)).children(rest)
}

/// That the saved wallpaper is out of date, if it is.
pub fn of_wallpaper(context: Context) -> AnyView {
    let state = context.state;
    let Some((program, saved)) = state.program.get().and_then(|program| Some((program.clone(), pictures::saved(&program)?)))
    else {
        return nothing();
    };
    let is_outdated = Memo::new(move |_| state.plan.current.with(|plan| !saved.outdated(plan, &program).is_empty()));
    let messages = state.language().studio_messages();
    live(move || {
        if is_outdated.get() {
            let anew = tag::a().href(link("/wallpaper")).text(messages.make_anew);
            let said = tag::p().class("stale").role("status").attr("data-role", "out-of-date");
            said.child(tag::span().text(messages.out_of_date)).child(anew).into()
        } else {
            nothing()
        }
    })
}

/// What is new about an entry, with the question or the confirmation that it needs.
pub fn of_entry(entry: &PageEntry, context: Context) -> AnyView {
    let EntryId::Pick(session) = &entry.id else { return nothing() };
    if entry.news.is_empty() {
        return nothing();
    }
    let list = tag::ul().children(entry.news.iter().map(|news| change(news, context)));
    let below = match entry.candidates.as_slice() {
        [] if entry.is_news => actions([confirmation(session, context)]).into(),
        [] => nothing(),
        candidates => question(session, candidates, &entry.title, context),
    };
    tag::div().class("notice").child(list).child(below).into()
}

fn change(News { sentence, values }: &News, context: Context) -> El {
    let messages = context.messages;
    let value = |class: &str, label: &str, text: &str| {
        tag::span().class(class).child(tag::span().class("unseen").text(format!("{label}: "))).text(text)
    };
    let values = values.as_ref().map(|(before, after)| {
        let arrow = tag::span().attr("aria-hidden", "true").text(" → ");
        let (before, after) = (value("was", messages.before, before), value("is", messages.after, after));
        tag::p().class("values").child(before).child(arrow).child(after)
    });
    tag::li().child(tag::strong().text(*sentence)).children(values)
}

fn confirmation(session: &SessionId, context: Context) -> El {
    let session = session.clone();
    let confirm = button("confirm", context.messages.confirm).class("button");
    confirm.on_click(move || context.state.plan.confirm(std::slice::from_ref(&session)))
}

/// Which of several sessions the picked one is.
fn question(session: &SessionId, candidates: &[(SessionId, String)], title: &str, context: Context) -> AnyView {
    let settle = |label: String, answer: Option<SessionId>| {
        let (session, title) = (session.clone(), title.to_owned());
        let button = button("settle", label).class("button");
        button.on_click(move || {
            context.state.plan.settle(&session, &title, answer.as_ref());
            // It goes by another id now.
            if let Some(answer) = &answer {
                context.sheet.set(Sheet::Entry(EntryId::Pick(answer.clone())));
            }
        })
    };
    let some = candidates.iter().map(|(id, told)| settle(told.clone(), Some(id.clone())));
    let none = settle(context.messages.none_of_these.to_owned(), None);
    all([tag::p().text(context.messages.which), actions(some.chain([none]))])
}
