//! `/session/:id`: everything the program says of one session.

use super::with_program;
use crate::components::frame::{Icon, SaveState};
use crate::components::notice::Empty;
use crate::components::rich_text::rich_text;
use crate::components::session_row::Track;
use crate::page::{self, link};
use crate::state::{State, use_messages, use_state};
use leptos::prelude::*;
use siganpyo::messages::Messages;
use siganpyo::present::session_view::{SessionView, session_view};
use siganpyo::program::{Program, Session, SessionId};

pub fn session_page(id: SessionId) -> impl IntoView {
    let (state, messages) = (use_state(), use_messages());
    page::window().scroll_to_with_x_and_y(0.0, 0.0);
    view! {
        <header class="top">
            <button class="round back" aria-label=messages.back on:click=|_| go_back()><Icon name="back"/></button>
            <span class="brand"></span>
            <SaveState save=state.save messages/>
        </header>
        <main id="main" class="talk">
            {with_program(move |program| {
                match program.session(&id) {
                    Some(session) => talk(session, &program, state, messages).into_any(),
                    None => missing(messages).into_any(),
                }
            })}
        </main>
    }
}

/// To where the person came from; to the program where the page was opened from elsewhere.
fn go_back() {
    let history = page::window().history();
    match history.as_ref().map(|history| history.length().unwrap_or(1)) {
        Ok(2..) => drop(history.map(|history| history.back())),
        _ => drop(page::window().location().assign(&link("/"))),
    }
}

fn missing(messages: &'static Messages) -> impl IntoView {
    view! {
        <Empty refusal=(messages.session_missing)()>
            <a class="button main" href=link("/")>{messages.to_program}</a>
            <a class="button" href=link("/plan")>{messages.tab_plan}</a>
        </Empty>
    }
}

fn talk(session: &Session, program: &Program, state: State, messages: &'static Messages) -> impl IntoView {
    page::document().set_title(&session.title);
    let id = session.id.clone();
    let (mine, tapped) = (id.clone(), id.clone());
    let picked = Memo::new(move |_| state.plan.with(|plan| plan.is_picked(&mine)));
    let SessionView { title, subtitle, when, rooms, speakers, track, facts, about, url, cancelled, .. } =
        state.plan.with_untracked(|plan| session_view(session, program, plan, messages));
    let (session, program) = (session.clone(), program.clone());
    let overlaps = Memo::new(move |_| state.plan.with(|plan| session_view(&session, &program, plan, messages).overlaps));
    view! {
        <article data-session=id.to_string() data-picked=move || picked.get().to_string() class:called-off=cancelled>
            <h1 class="title" id=format!("t-{id}")>{title}</h1>
            {subtitle.map(|subtitle| view! { <p class="subtitle">{subtitle}</p> })}
            {cancelled.then(|| view! { <p class="flag">{messages.cancelled}</p> })}
            <p class="when">{when}</p>
            {(!rooms.is_empty()).then(|| view! { <p class="room">{rooms}</p> })}
            <Show when=move || overlaps.with(|overlaps| !overlaps.is_empty())>
                <div class="notice" role="status">
                    <strong>{messages.overlaps_with_plan}</strong>
                    <ul>{move || overlaps.get().into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
                </div>
            </Show>
            <div class="actions">
                <button class="button wide-pick" data-action="pick" aria-pressed=move || picked.get().to_string()
                    aria-labelledby=format!("pick-word t-{id}") on:click=move |_| state.toggle(&tapped)>{messages.pick}</button>
                {url.map(|url| view! { <a class="button" href=url target="_blank" rel="noopener noreferrer">{messages.website}</a> })}
            </div>
            <dl>
                {(!speakers.is_empty()).then(|| view! { <dt>{messages.speakers}</dt><dd>{speakers.join(", ")}</dd> })}
                {track.map(|track| view! { <dt>{messages.track}</dt><dd><Track track/></dd> })}
                {facts.into_iter().map(|(label, value)| view! { <dt>{label}</dt><dd>{value}</dd> }).collect_view()}
            </dl>
            {(!about.is_empty()).then(|| view! { <h2 class="unseen">{messages.about}</h2><div class="about">{rich_text(&about)}</div> })}
        </article>
    }
}
