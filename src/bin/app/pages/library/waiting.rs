//! The card for a file or address that another app or site has shared. Nothing of it is read or fetched before
//! the person agrees.

use super::files::read_handed_over;
use super::opening::Opening;
use super::step::Step;
use crate::browser;
use crate::components::element::{button, live, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::network;
use crate::network::handed_over::{self, HandedOver, Sender};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The part of the page that speaks of what waits; nothing while there is nothing.
pub fn waiting(opening: Opening) -> AnyView {
    let waits = RwSignal::new(None::<HandedOver>);
    let has_just_come = browser::query().contains(browser::SHARED);
    spawn_local(async move {
        let found = handed_over::waiting().await;
        if found.is_none() && has_just_come {
            opening.refuse(opening.begin(), (opening.messages().nothing_shared)(), None);
        }
        let _ = waits.try_set(found);
    });
    if has_just_come {
        browser::set_query("");
    }
    live(move || match waits.get() {
        Some(handed) => card(&handed, waits, opening),
        None => nothing(),
    })
}

fn card(handed: &HandedOver, waits: RwSignal<Option<HandedOver>>, opening: Opening) -> AnyView {
    let messages = opening.messages();
    let host = handed.address.as_deref().and_then(|address| web_sys::Url::new(address).ok()).map(|url| url.host());
    let what = match (&handed.address, handed.name.as_str()) {
        (Some(address), _) => address,
        (None, "") => messages.handed_text,
        (None, name) => name,
    };
    let from = match &handed.from {
        Sender::Site(site) => (messages.from_site)(site),
        Sender::Device => messages.from_device.to_owned(),
        Sender::Unknown => messages.from_unknown.to_owned(),
    };
    let discard = button("discard-handed", messages.discard).class("quiet").on_click(move || {
        waits.set(None);
        spawn_local(handed_over::discard());
    });
    let parts = handed.parts.clone();
    let label = host.as_deref().map_or_else(|| messages.open_handed.to_owned(), messages.fetch_handed);
    let open = button("open-handed", label).class("button main").on_click(move || {
        waits.set(None);
        let (parts, number) = (parts.clone(), opening.begin());
        opening.step.set(Step::Reading);
        spawn_local(async move {
            match handed_over::take().await {
                Some(bytes) if opening.is_latest(number) => read_handed_over(&bytes, parts, opening),
                Some(_) => {}
                None => opening.refuse(number, (messages.nothing_shared)(), None),
            }
        });
    });
    // The size of an address says nothing.
    let size = handed.address.is_none().then(|| tag::span().class("fine").text(format!(" {}", (messages.size)(handed.bytes))));
    let block = tag::section()
        .class("block preview")
        .attr("data-step", "handed-over")
        .child(tag::h2().text(messages.handed_over))
        .child(tag::p().child(tag::bdi().text(what)).children(size))
        .child(tag::p().text(from));
    if handed.bytes > network::MAX_BYTES as usize {
        block.child(notice(opening.too_large(handed.bytes), [discard]))
    } else {
        block.child(tag::p().class("fine").text(messages.handed_about)).child(actions([open, discard]))
    }
    .into()
}
