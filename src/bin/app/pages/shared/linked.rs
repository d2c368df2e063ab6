//! A link that leads to a program: what it would open, and from where. Nothing is fetched before the tap.

use super::opened::{Opened, show_picks, shut};
use crate::browser;
use crate::components::element::{all, button, nothing, tag};
use crate::components::frame::actions;
use crate::pages::library::linked;
use crate::state::State;
use crate::state::updates::Asked;
use crate::workers::{self, Compared, Read};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::{Link, Linked, Picks, Received, is_for};
use siganpyo::program::versions::Verdict;
use siganpyo::wire::import_job::ImportJob;
use siganpyo::wire::library_card::LibraryCard;
use siganpyo::wire::packed_program::MARK;
use siganpyo::wire::{program_file, stored_plan};

pub fn offer(link: Link, place: &Linked, opened: Opened, state: State) -> AnyView {
    let messages = state.language().sharing_messages();
    let known = RwSignal::new(None::<LibraryCard>);
    let sought = link.clone();
    spawn_local(async move {
        let found = state.library.cards().await.into_iter().find(|card| leads_to(&sought, card, state));
        match found {
            // Their program is on the screen: only their picks are left to show.
            Some(card) if sought.picks.is_some() && !is_inside(&sought) && state.program.is_in_use(&card.id) => {
                show_known(card, sought, opened, state).await;
            }
            // The person may have closed the sheet meanwhile.
            found => drop(known.try_set(found)),
        }
    });
    let from = match place {
        Linked::Address(address) => (messages.linked_from)(&browser::host_of(address)),
        Linked::Own(_) => (messages.linked_from)(&browser::host_of(&browser::address())),
        Linked::Inside(_) => messages.linked_inside.to_owned(),
    };
    let told =
        move || known.with(|known| known.as_ref().map_or_else(|| from.clone(), |card| (messages.linked_known)(&card.title)));
    let with_picks = link.picks.is_some().then(|| tag::p().text(messages.with_picks));
    let is_opening = RwSignal::new(false);
    let go_on = move || {
        let link = link.clone();
        is_opening.set(true);
        match known.get_untracked() {
            Some(card) if is_inside(&link) => spawn_local(open_inside(card, link, opened, state)),
            Some(card) => spawn_local(show_known(card, link, opened, state)),
            None => open_anew(link, opened),
        }
    };
    let choice = move || {
        if is_opening.get() {
            return tag::p().role("status").text(state.messages().loading).into();
        }
        let go_on = button("open-linked", messages.open_linked).class("button main").on_click(go_on.clone());
        let leave = button("not-now", messages.not_now).class("button").on_click(move || shut(opened));
        actions([go_on, leave]).into()
    };
    tag::div().attr("data-step", "linked").child(tag::p().live_text(told)).children(with_picks).live_child(choice).into()
}

fn is_inside(link: &Link) -> bool {
    matches!(link.program, Some(Linked::Inside(_)))
}

/// Opens the program like any other that is not here yet.
fn open_anew(link: Link, opened: Opened) {
    let _ = opened.try_set(None);
    let fragment = browser::fragment();
    browser::go_to(&format!("/library{fragment}"));
    linked::want(link);
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
        None => link.picks.as_ref().is_some_and(|picks| is_of(picks, card)),
    }
}

/// Whether the picks are for the program of this card.
pub fn is_of(picks: &Picks, card: &LibraryCard) -> bool {
    [card.id.as_str(), card.published_id()].iter().any(|id| is_for(&picks.code, id))
}

/// Shows the program of the library, and the picks for it.
async fn show_known(card: LibraryCard, link: Link, opened: Opened, state: State) {
    show(&card, state).await;
    let picks = link.picks.and_then(|picks| picks.for_program(&card.id));
    let is_lacking = |picks: &Picks| {
        let received = state.program.get().and_then(|program| picks.read(&program).ok());
        received.is_some_and(|received| received.unknown > 0)
    };
    // The sender's version may be newer than the one here.
    if picks.as_ref().is_some_and(is_lacking) {
        state.updates.check(card, Asked::ByPerson).await;
    }
    show_picks(picks, opened);
}

async fn show(card: &LibraryCard, state: State) {
    if !state.program.is_in_use(&card.id) {
        state.library.switch_to(&card.id).await;
        browser::go_to("/");
    }
}

/// Shows the picks of a link that holds a program with the id of this card: its sessions decide whether it is that conference. Then the
/// picks follow them as between versions, and what is not in the version here goes along as it was seen last.
async fn open_inside(card: LibraryCard, link: Link, opened: Opened, state: State) {
    match compared(&card, &link, state).await {
        Some((mut received, Compared { verdict: Verdict::Unchanged | Verdict::Changed, attachments, .. })) => {
            show(&card, state).await;
            received.plan.attach(&attachments);
            show_picks(state.program.get().map(|program| received.packed(&program)), opened);
        }
        _ => open_anew(link, opened),
    }
}

/// What is sent for the program in a link, and what that program is to the one of the library; `None` if it cannot be read.
async fn compared(card: &LibraryCard, link: &Link, state: State) -> Option<(Received, Compared)> {
    let Some(Linked::Inside(data)) = &link.program else { return None };
    let bytes = js_sys::Uint8Array::from(format!("{MARK}{data}").as_bytes()).buffer();
    let job = ImportJob { language: state.messages().tag.to_owned(), ..ImportJob::default() };
    let Read::Program { file, .. } = workers::read(job, &[bytes]).await.ok()? else { return None };
    let theirs = program_file::read(&file).ok()?;
    let received = link.picks.as_ref()?.for_program(theirs.id.as_str())?.read(&theirs).ok()?;
    let mine = state.library.file_of(&card.id).await?;
    let compared = workers::compare(&file, &mine, Some(stored_plan::write(&received.plan))).await?;
    Some((received, compared))
}

/// The title of the sheet.
pub fn heading(link: &Link, state: State) -> AnyView {
    let messages = state.language().sharing_messages();
    let title = if link.program.is_some() { messages.linked_heading } else { messages.heading };
    tag::h2().id("shared-title").text(title).into()
}

/// What the sheet shows of a link.
pub fn content(link: &Link, opened: Opened, state: State, plan: impl Fn(Picks) -> AnyView + Send + 'static) -> AnyView {
    let title = heading(link, state);
    let content = match (&link.program, &link.picks) {
        (Some(place), _) => offer(link.clone(), place, opened, state),
        (None, Some(picks)) => plan(picks.clone()),
        (None, None) => nothing(),
    };
    all([title, content])
}
