//! The sheet for a timetable that was opened by a link: what it contains, and whether to add it.
//!
//! It is shown over the page that the link led to. Nothing is changed before the person agrees, and no pick is ever removed.

use crate::browser;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::components::sheet::sheet;
use crate::state::State;
use crate::state::program::Shown;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use linked::is_of;
use opened::{Opened, show_picks, shut};
use siganpyo::export::{CodeError, Link, Picks, Received};
use siganpyo::messages::sharing::SharingMessages;
use siganpyo::plan::Pick;
use siganpyo::present::timetable::{clock_range, day_heading};
use siganpyo::program::{Program, Session, Span};
use std::sync::Arc;
use wasm_bindgen::JsCast;

pub mod carried;
mod linked;
mod opened;

/// Looks for a link's content in the address, now and whenever its fragment changes.
pub fn begin(state: State) {
    let document = browser::document();
    let place = document.create_element("div").expect("a valid name");
    if document.body().is_none_or(|body| body.append_child(&place).is_err()) {
        return;
    }
    mount_to(place.unchecked_into(), move || {
        let opened = RwSignal::new(None);
        let look = move || {
            if let Some(link) = Link::read(&browser::fragment()) {
                opened.set(Some(link));
            }
        };
        opened.set(carried::taken(state));
        look();
        let _ = window_event_listener_untyped("hashchange", move |_| look());
        live(move || match opened.get() {
            Some(link) => {
                let messages = state.language().sharing_messages();
                let content = linked::content(&link, opened, state, move |picks| shared_plan(&picks, opened, state));
                sheet("shared", messages.close, move || shut(opened), content)
            }
            None => nothing(),
        })
    })
    .forget();
}

fn shared_plan(picks: &Picks, opened: Opened, state: State) -> AnyView {
    let messages = state.language().sharing_messages();
    let picks = picks.clone();
    live(move || match state.program.shown.get() {
        Shown::Loading => tag::p().role("status").text(state.messages().loading).into(),
        Shown::Missing => notice((messages.code_of_other_program)(), []),
        Shown::Program(program) => match picks.read(&program) {
            Ok(received) => preview(&program, received, opened, state),
            Err(error) => refused(error, &picks, opened, state),
        },
    })
}

fn refused(error: CodeError, picks: &Picks, opened: Opened, state: State) -> AnyView {
    let messages = state.language().sharing_messages();
    // The program of the library that the code is for, once it is found.
    let fitting = RwSignal::new(None);
    if error.is_for_another_program() {
        let picks = picks.clone();
        spawn_local(async move {
            let found = state.library.cards().await.into_iter().find(|card| is_of(&picks, card));
            // The person may have closed the sheet meanwhile.
            let _ = fitting.try_set(found.map(|card| (picks.for_program(&card.id), card)));
        });
    }
    live(move || match fitting.get() {
        Some((picks, card)) => {
            let id = card.id.clone();
            let show = button("show-program", messages.show_program).class("button main");
            let show = show.on_click(move || {
                let (id, picks) = (id.clone(), picks.clone());
                spawn_local(async move {
                    state.library.switch_to(&id).await;
                    show_picks(picks, opened);
                });
            });
            notice((messages.elsewhere)(&card.title), [show])
        }
        None => {
            let close = button("close-shared", messages.close).class("button").on_click(move || shut(opened));
            notice(error.refusal(messages), [close])
        }
    })
}

fn preview(program: &Arc<Program>, received: Received, opened: Opened, state: State) -> AnyView {
    let messages = state.language().sharing_messages();
    let Received { plan: shared, unknown, hidden } = received;
    let shared = Arc::new(shared);
    let (sessions, own) = (shared.picks().count(), shared.own().count());
    let copy = shared.clone();
    let new = Memo::new(move |_| state.plan.current.with(|plan| plan.lacks(&copy)));
    let copy = shared.clone();
    let picked = move || state.plan.current.with(|plan| copy.picks().filter(|pick| plan.is_picked(&pick.session)).count());
    let title = program.title.clone();
    let missing: Vec<&Pick> = shared.picks().filter(|pick| program.session(&pick.session).is_none()).collect();
    let gone = missing.len() + unknown;
    let gone = (gone > 0).then(|| tag::p().class("fine").text((messages.gone)(gone)));
    let besides = own + hidden.count() > 0;
    let besides = besides.then(|| tag::p().attr("data-role", "along").text((messages.came_along)(own, hidden.count())));
    let (copy, hides) = (shared.clone(), hidden.clone());
    let choice = move || {
        let leave = |label| button("not-now", label).class("button").on_click(move || shut(opened));
        if new.get() == 0 && state.hidden.current.with(|mine| mine.has_all(&hides)) {
            return actions([leave(messages.close)]).into();
        }
        let (copy, hides) = (copy.clone(), hides.clone());
        let add = button("add-shared", messages.add).class("button main").on_click(move || {
            let added = (messages.added)(new.get_untracked());
            state.hidden.add(&hides);
            state.plan.change_and_say(added, |plan| plan.add(&copy));
            shut(opened);
        });
        actions([add, leave(messages.not_now)]).into()
    };
    let days = program.days.iter().filter_map(|day| {
        let of_day = |session: &&Session| session.day == day.date && shared.is_picked(&session.id);
        let rows: Vec<El> = program.sessions.iter().filter(of_day).map(|session| row(session, messages, state)).collect();
        let heading = tag::h3().text(day_heading(program, day.date, state.messages()));
        (!rows.is_empty()).then(|| all([heading, tag::ul().class("shared").children(rows)]))
    });
    let days = all(days);
    let others = missing.iter().map(|pick| (pick.span, &pick.title)).chain(shared.own().map(|own| (own.span, &own.title)));
    let others: Vec<El> = others.map(|(span, title)| other_row(span, title, state)).collect();
    tag::div()
        .attr("data-step", "shared")
        .child(tag::p().live_text(move || (messages.holds)(&title, sessions, picked())))
        .children(gone)
        .children(besides)
        .live_child(choice)
        .child(days)
        .children((!others.is_empty()).then(|| tag::ul().class("shared").children(others)))
        .into()
}

fn row(session: &Session, messages: &'static SharingMessages, state: State) -> El {
    let picked = state.plan.picked(session.id.clone());
    let mine =
        move || if picked.get() { tag::span().class("mine").text(format!("✓ {}", messages.mine)).into() } else { nothing() };
    tag::li()
        .attr("data-session", session.id.as_str())
        .live("data-picked", move || Some(picked.get().to_string()))
        .child(tag::span().class("when").text(clock_range(session)))
        .child(tag::span().text(session.title.as_str()))
        .live_child(mine)
}

/// Of an own entry, or of a session that the program does not have.
fn other_row(span: Span, title: &str, state: State) -> El {
    let when = format!("{} {}–{}", (state.messages().date)(span.start.date()), span.start.clock(), span.end.clock());
    tag::li().child(tag::span().class("when").text(when)).child(tag::span().text(title))
}
