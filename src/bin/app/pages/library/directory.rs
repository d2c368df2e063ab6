//! Finding a conference in the directory that may stand beside the app.

use super::cards::moment_here;
use super::fetching::fetch;
use super::opening::Opening;
use super::step::Distant;
use crate::browser;
use crate::components::element::{El, all, button, line, live, nothing, tag};
use crate::state::State;
use crate::state::directory;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::present::directory::{Phase, find};
use siganpyo::program::{Date, Listing, Moment, link};
use siganpyo::wire::library_card::{LibraryCard, Source};
use std::sync::Arc;

/// How many conferences are shown, and how many more at a time.
const SHOWN: usize = 20;

/// Between facts. No line begins with it.
const DOT: &str = "\u{a0}· ";

type Listings = Arc<Vec<Listing>>;

/// The part of the page; nothing where there is no directory.
pub fn directory(cards: RwSignal<Vec<LibraryCard>>, opening: Opening, state: State) -> AnyView {
    let listings = RwSignal::new(Listings::default());
    spawn_local(async move {
        let show = |found: Vec<Listing>| {
            // The page may have been left meanwhile. What is the same must not be made again under the person's finger.
            if listings.try_with_untracked(|shown| **shown != found) == Some(true) {
                let _ = listings.try_set(Arc::new(found));
            }
        };
        show(directory::kept().await);
        if let Some(found) = directory::fetch().await {
            show(found);
        }
    });
    let typed = RwSignal::new(String::new());
    let is_here = Memo::new(move |_| listings.with(|listings| !listings.is_empty()));
    live(move || if is_here.get() { section(listings, typed, cards, opening, state) } else { nothing() })
}

fn section(
    listings: RwSignal<Listings>,
    typed: RwSignal<String>,
    cards: RwSignal<Vec<LibraryCard>>,
    opening: Opening,
    state: State,
) -> AnyView {
    let messages = state.language().directory_messages();
    let (today, most) = (today(), RwSignal::new(SHOWN));
    let found = Memo::new(move |_| {
        let library = state.language().library_messages();
        listings.with(|listings| typed.with(|typed| find(listings, typed, today, messages, library)))
    });
    let status = move || {
        let count = found.with(Vec::len);
        let shown = most.get();
        match typed.with(|typed| typed.trim().to_owned()) {
            typed if count == 0 => (messages.none_found)(&typed),
            _ if count > shown => (messages.first_shown)(shown, count),
            typed if typed.is_empty() => (messages.all)(count),
            _ => (messages.found)(count),
        }
    };
    let field = tag::input()
        .input_type("search")
        .role("searchbox")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .action("search-directory")
        .live_value(move || typed.get())
        .on("input", move |event| {
            most.set(SHOWN);
            typed.set(event_target_value(&event));
        });
    // Not the cards themselves: they are read again at every turn of an opening, which must not make the rows anew.
    let kept = Memo::new(move |_| {
        let cards = cards.read();
        listings.with(|listings| (0..listings.len()).filter(|at| is_in(&cards, &listings[*at])).collect::<Vec<_>>())
    });
    let rows = live(move || {
        let (listings, kept) = (listings.get(), kept.read());
        let row = |at: &usize| row(&listings[*at], today, kept.contains(at), opening, state);
        found.with(|found| all(found.iter().take(most.get()).map(row)))
    });
    let more = live(move || match found.with(Vec::len).saturating_sub(most.get()) {
        0 => nothing(),
        left => {
            let more = button("show-more", (messages.show_more)(left.min(SHOWN))).class("button");
            more.on_click(move || most.update(|most| *most += SHOWN)).into()
        }
    });
    tag::section()
        .class("block directory")
        .attr("data-role", "directory")
        .child(tag::h2().text(messages.heading))
        .child(tag::label().class("field").child(tag::span().text(messages.search)).child(field))
        .child(tag::p().class("fine").role("status").live_text(status))
        .child(tag::ul().class("listings").role("list").child(rows))
        .child(more)
        .into()
}

fn row(listing: &Listing, today: Date, is_kept: bool, opening: Opening, state: State) -> El {
    let (messages, library) = (state.language().directory_messages(), state.language().library_messages());
    let host = match listing.host().map(str::to_owned) {
        Some(host) if listing.source.is_some() => (messages.copied_from)(&host),
        Some(host) => host,
        None => link::host(&browser::address()).unwrap_or_default().to_owned(),
    };
    let facts = [listing.days.map(|(first, last)| (library.dates)(first, last)), listing.place.clone(), Some(host)];
    let is_running = Phase::of(listing, today) == Phase::Running;
    let marks = [is_running.then_some(messages.running), is_kept.then_some(messages.in_library)];
    let marks = marks.into_iter().flatten().collect::<Vec<_>>().join(DOT);
    let opened = listing.clone();
    let open = tag::button()
        .class("listing")
        .action("open-listed")
        .child(tag::bdi().class("title").text(listing.title.as_str()))
        .child(tag::span().class("fine").text(facts.into_iter().flatten().collect::<Vec<_>>().join(DOT)))
        .children(line(tag::span, "here", marks));
    tag::li().child(open.on_click(move || open_listed(&opened, opening)))
}

/// Whether the library has the conference.
fn is_in(cards: &[LibraryCard], listing: &Listing) -> bool {
    let address = directory::address_of(listing);
    let is_of = |card: &LibraryCard| {
        let source = card.source.as_ref().and_then(|source| source.address.as_ref());
        let is_from = source.is_some_and(|source| *source == address || Some(source) == listing.source.as_ref());
        is_from || listing.id.as_deref() == Some(card.published_id())
    };
    cards.iter().any(is_of)
}

fn open_listed(listing: &Listing, opening: Opening) {
    // What comes of it is shown at the top of the page.
    browser::window().scroll_to_with_x_and_y(0.0, 0.0);
    let source = Source { time_zone: listing.time_zone.clone(), ..Source::default() };
    fetch(Distant { address: directory::address_of(listing), source, ..Distant::default() }, opening);
}

/// The date on the phone.
fn today() -> Date {
    moment_here(browser::clock()).map_or(Date::from_days_since_epoch(0), Moment::date)
}
