//! A link that leads to a program: what it would open, and from where. Nothing is fetched before the tap.

use super::opened::{Opened, shut};
use crate::browser;
use crate::components::element::{all, button, nothing, tag};
use crate::components::frame::actions;
use crate::pages::library::linked;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::{Link, Linked, is_for};
use siganpyo::wire::library_card::LibraryCard;

pub fn offer(link: Link, place: &Linked, opened: Opened, state: State) -> AnyView {
    let messages = state.language().sharing_messages();
    let known = RwSignal::new(None::<LibraryCard>);
    let sought = link.clone();
    spawn_local(async move {
        let found = state.library.cards().await.into_iter().find(|card| leads_to(&sought, card, state));
        // Their program is on the screen: only their picks are left to show.
        let is_shown = |card: &LibraryCard| state.program.get().is_some_and(|program| program.id.as_str() == card.id);
        if sought.code.is_some() && found.as_ref().is_some_and(is_shown) {
            let _ = opened.try_set(Some(Link { code: sought.code, ..Link::default() }));
        } else {
            // The person may have closed the sheet meanwhile.
            let _ = known.try_set(found);
        }
    });
    let from = match place {
        Linked::Address(address) => (messages.linked_from)(&browser::host_of(address)),
        Linked::Own(_) => (messages.linked_from)(&browser::host_of(&browser::address())),
        Linked::Inside(_) => messages.linked_inside.to_owned(),
    };
    let told =
        move || known.with(|known| known.as_ref().map_or_else(|| from.clone(), |card| (messages.linked_known)(&card.title)));
    let with_picks = link.code.is_some().then(|| tag::p().text(messages.with_picks));
    let go_on = button("open-linked", messages.open_linked).class("button main").on_click(move || {
        let link = link.clone();
        match known.get_untracked() {
            Some(card) => spawn_local(show_known(card, link, opened, state)),
            None => {
                opened.set(None);
                let fragment = browser::fragment();
                browser::go_to(&format!("/library{fragment}"));
                linked::want(link);
            }
        }
    });
    let leave = button("not-now", messages.not_now).class("button").on_click(move || shut(opened));
    tag::div()
        .attr("data-step", "linked")
        .child(tag::p().live_text(told))
        .children(with_picks)
        .child(actions([go_on, leave]))
        .into()
}

/// Whether the program of this card is the one of the link.
fn leads_to(link: &Link, card: &LibraryCard, state: State) -> bool {
    let address = match &link.program {
        Some(Linked::Address(address)) => Some(address.clone()),
        Some(Linked::Own(name)) => Some(linked::own_address(name)),
        Some(Linked::Inside(_)) | None => None,
    };
    match address {
        Some(address) => state.updates.address_of(card).is_some_and(|known| known == address),
        None => link.code.as_deref().is_some_and(|code| is_for(code, &card.id)),
    }
}

async fn show_known(card: LibraryCard, link: Link, opened: Opened, state: State) {
    state.library.switch_to(&card.id).await;
    browser::go_to("/");
    let _ = opened.try_set(link.code.map(|code| Link { code: Some(code), ..Link::default() }));
}

/// The title of the sheet.
pub fn heading(link: &Link, state: State) -> AnyView {
    let messages = state.language().sharing_messages();
    let title = if link.program.is_some() { messages.linked_heading } else { messages.heading };
    tag::h2().id("shared-title").text(title).into()
}

/// What the sheet shows of a link.
pub fn content(link: &Link, opened: Opened, state: State, plan: impl Fn(String) -> AnyView + Send + 'static) -> AnyView {
    let title = heading(link, state);
    let content = match (&link.program, &link.code) {
        (Some(place), _) => offer(link.clone(), place, opened, state),
        (None, Some(code)) => plan(code.clone()),
        (None, None) => nothing(),
    };
    all([title, content])
}
