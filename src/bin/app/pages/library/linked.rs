//! Opening the program that a link leads to.

use super::fetching::fetch;
use super::opening::Opening;
use super::raw::Raw;
use super::step::Distant;
use crate::browser;
use leptos::prelude::*;
use siganpyo::export::{Link, Linked};
use siganpyo::wire::packed_program::MARK;

thread_local! {
    /// The link that the person agreed to open, until the page has taken it.
    static WANTED: ArcRwSignal<Option<Link>> = ArcRwSignal::new(None);
}

/// Has the library page, which is about to open or open already, open what the link leads to.
pub fn want(link: Link) {
    WANTED.with(|wanted| wanted.set(Some(link)));
}

/// Opens what is wanted, now and later.
pub fn follow(opening: Opening) {
    let wanted = WANTED.with(Clone::clone);
    Effect::new(move || {
        if let Some(link) = wanted.get() {
            wanted.set(None);
            open(link, opening);
        }
    });
}

/// The address of a program beside the app.
pub fn own_address(name: &str) -> String {
    format!("{}programs/{name}.json", browser::address())
}

fn open(link: Link, opening: Opening) {
    let address = match link.program {
        Some(Linked::Inside(data)) => {
            let file = format!("{MARK}{data}");
            let bytes = js_sys::Uint8Array::from(file.as_bytes()).buffer();
            return opening.read(Raw { picks: link.picks, ..Raw::of(bytes) });
        }
        Some(Linked::Address(address)) => address,
        Some(Linked::Own(name)) => own_address(&name),
        None => return,
    };
    let file = Distant { address, mirror: link.mirror, picks: link.picks, ..Distant::default() };
    if browser::window().navigator().on_line() {
        return fetch(file, opening);
    }
    // The link stays in the address, and goes on by itself.
    let number = opening.begin();
    opening.refuse(number, (opening.messages().linked_offline)(), None);
    let again = window_event_listener_untyped("online", move |_| {
        if opening.is_latest(number) {
            fetch(file.clone(), opening);
        }
    });
    on_cleanup(move || again.remove());
}
