//! Hidden sessions and tracks: how many there are, where to see them, and how to show them again.

use crate::browser;
use crate::browser::rules::rules;
use crate::components::element::{El, button, live, nothing, tag};
use crate::components::frame::icon;
use crate::pages::finder::Finder;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::plan::Hideable;
use siganpyo::program::{Program, Session, Track};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Styles of the parts of pages that hide and show sessions.
const STYLE: &str = rules!("hiding.css");

/// Adds the styles for hiding and showing.
pub fn adopt_style() {
    browser::adopt_style("hiding", STYLE);
}

/// Under the whole program: how much of it is hidden, as the way there.
pub fn hidden_of(program: &Arc<Program>, finder: Finder, state: State) -> AnyView {
    let count = count(program, state);
    live(move || if finder.asks() { nothing() } else { see_hidden(count.get(), finder, state) })
}

/// Number of sessions that are out of sight.
fn count(program: &Arc<Program>, state: State) -> Memo<usize> {
    let program = program.clone();
    Memo::new(move |_| state.hidden.in_sight(&program).others().len())
}

/// The button that leads to what is hidden; nothing where nothing is.
pub fn see_hidden(sessions: usize, finder: Finder, state: State) -> AnyView {
    if sessions == 0 {
        return nothing();
    }
    let text = (state.language().hide_messages().see_hidden)(sessions);
    let see = move || {
        finder.wake();
        finder.open.set(true);
        // Two frames later the choices are rendered.
        request_animation_frame(|| request_animation_frame(go_to_hidden));
    };
    let button = button("see-hidden", text).class("chip plain").on_click(see);
    tag::div().class("chips").child(button).into()
}

fn go_to_hidden() {
    let hiding = browser::document().query_selector(".hiding").ok().flatten();
    let Some(hiding) = hiding.and_then(|hiding| hiding.dyn_into::<HtmlElement>().ok()) else { return };
    let _ = hiding.set_attribute("open", "");
    hiding.scroll_into_view();
    browser::focus(hiding.first_element_child());
}

/// All tracks, to hide and to bring back, and the sessions that are hidden one by one.
pub fn hiding(program: &Arc<Program>, state: State) -> El {
    adopt_style();
    let (count, program, messages) = (count(program, state), program.clone(), state.language().hide_messages());
    let has_tracks = !program.tracks.is_empty();
    let tracks = program.tracks.iter().map(|track| track_choice(track, &program, state));
    let tracks = has_tracks.then(|| group(messages.tracks, tag::div().class("chips").children(tracks.collect::<Vec<_>>())));
    let sessions = {
        let program = program.clone();
        Memo::new(move |_| {
            let what = program.sessions.iter().map(Hideable::session);
            state.hidden.current.with(|hidden| what.filter(|session| hidden.has(session)).collect::<Vec<_>>())
        })
    };
    let listed = move || match sessions.get() {
        sessions if sessions.is_empty() => nothing(),
        sessions => {
            group(messages.sessions, tag::div().class("chips").children(sessions.into_iter().map(|one| back(one, state)))).into()
        }
    };
    let is_any = Memo::new(move |_| {
        let is_hidden = |track: &Track| state.hidden.current.with(|hidden| hidden.has(&Hideable::track(track)));
        !sessions.read().is_empty() || program.tracks.iter().any(is_hidden)
    });
    let all = button("show-all", messages.show_all).class("chip plain");
    let all = all.live("hidden", move || (!is_any.get()).then(String::new)).on_click(move || state.hidden.show_all());
    tag::details()
        .class("hiding")
        .live("hidden", move || (!has_tracks && !is_any.get()).then(String::new))
        .child(tag::summary().live_text(move || match count.get() {
            0 => messages.hide.to_owned(),
            count => (messages.hide_more)(count),
        }))
        .children(tracks)
        .live_child(listed)
        .child(all)
}

fn group(name: &str, content: El) -> El {
    tag::fieldset().class("field").child(tag::legend().text(name)).child(content)
}

/// A track, pressed while it is hidden.
fn track_choice(track: &Track, program: &Program, state: State) -> El {
    let what = Hideable::track(track);
    let of_track = |session: &&Session| session.track.as_ref() == Some(&track.id);
    let count = program.sessions.iter().filter(of_track).count();
    let is_hidden = {
        let what = what.clone();
        move || state.hidden.current.with(|hidden| hidden.has(&what))
    };
    let name = tag::span().text(track.name.as_str());
    let turn = {
        let is_hidden = is_hidden.clone();
        move || if untrack(&is_hidden) { state.hidden.show(&what) } else { state.hidden.hide(what.clone()) }
    };
    tag::button()
        .class("chip")
        .action("hide-track")
        .pressed(is_hidden)
        .on_click(turn)
        .child(name)
        .child(tag::span().class("count").text(count.to_string()))
}

/// A hidden session as the button that brings it back.
fn back(session: Hideable, state: State) -> El {
    let label = (state.language().hide_messages().show_again)(session.name());
    let name = tag::span().text(session.name());
    let button = tag::button().class("chip").action("show-session").aria_label(label);
    button.on_click(move || state.hidden.show(&session)).child(name).child(icon("close"))
}
