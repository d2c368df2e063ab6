//! Hiding a session or its track, and bringing them back, on the session's page.

use crate::components::element::{El, tag};
use crate::pages::program::find::hiding::adopt_style;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::plan::Hideable;
use siganpyo::program::{Program, Session};

/// What is hidden, in words, and a quiet button for the session and for its track.
pub fn hiding(session: &Session, program: &Program, state: State) -> El {
    adopt_style();
    let messages = state.language().hide_messages();
    let picked = state.plan.picked(session.id.clone());
    let own = Hideable::session(session);
    let own_hidden = is_hidden(&own, state);
    let track = program.tracks.iter().find(|track| session.track.as_ref() == Some(&track.id)).map(Hideable::track);
    let track_hidden = track.as_ref().map(|track| (track.name().to_owned(), is_hidden(track, state)));
    let said = move || {
        let of_track = track_hidden.as_ref().filter(|(_, hidden)| hidden.get()).map(|(name, _)| (messages.track_is_hidden)(name));
        let said = if own_hidden.get() { Some(messages.is_hidden.to_owned()) } else { of_track };
        said.map_or_else(String::new, |said| if picked.get() { format!("{said} {}", messages.but_picked) } else { said })
    };
    let of_session = toggle(own, messages.hide_session.to_owned(), messages.show_session.to_owned(), state)
        // Nothing that is picked is hidden.
        .live("hidden", move || (picked.get() && !own_hidden.get()).then(String::new))
        .action("hide");
    let of_track = track.map(|track| {
        let (hide, show) = ((messages.hide_track)(track.name()), (messages.show_track)(track.name()));
        toggle(track, hide, show, state).action("hide-track")
    });
    tag::div().class("hiding").child(tag::p().class("fine").live_text(said)).child(of_session).children(of_track)
}

fn is_hidden(what: &Hideable, state: State) -> Memo<bool> {
    let what = what.clone();
    Memo::new(move |_| state.hidden.current.with(|hidden| hidden.has(&what)))
}

/// The same button hides and brings back, so that it keeps the focus.
fn toggle(what: Hideable, hide: String, show: String, state: State) -> El {
    let hidden = is_hidden(&what, state);
    let turn = move || if hidden.get_untracked() { state.hidden.show(&what) } else { state.hidden.hide(what.clone()) };
    let text = move || if hidden.get() { show.clone() } else { hide.clone() };
    tag::button().class("chip plain").live_text(text).on_click(turn)
}
