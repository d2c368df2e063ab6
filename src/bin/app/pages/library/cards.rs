//! One kept program: show it, rename it, remove it.

use crate::browser::{self, link};
use crate::components::element::{El, button, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::state::State;
use crate::state::updates::Asked;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::library::LibraryMessages;
use siganpyo::messages::{Messages, Refusal};
use siganpyo::program::{Moment, ProgramId, VersionName};
use siganpyo::wire::library_card::LibraryCard;
use std::sync::Arc;

/// What the person is asked on a card.
#[derive(Clone, PartialEq)]
enum Question {
    Nothing,
    NewName,
    /// Whether to remove it, with this many entries planned.
    Remove(usize),
    Failed(Refusal),
}

/// A kept program; `cards` are all of them, read again after a change; `publishing` is the id of the one that is made a site.
pub fn card(card: &LibraryCard, cards: RwSignal<Vec<LibraryCard>>, publishing: RwSignal<String>, state: State) -> El {
    let messages = state.language().library_messages();
    let id = ProgramId::new(&card.id);
    let is_here = !state.program.is_trial.get_untracked() && state.program.get().is_some_and(|shown| shown.id == id);
    let question = RwSignal::new(Question::Nothing);
    let asked = card.clone();
    let (first, kept) = (card.clone(), id);
    let now = Memo::new(move |_| {
        let found = cards.with(|cards| cards.iter().find(|card| card.id == first.id).cloned());
        found.unwrap_or_else(|| first.clone())
    });
    tag::article()
        .class("program-card")
        .child(tag::h2().text(card.title.as_str()))
        .child(tag::p().live_text(move || facts(&now.read(), &kept, state)))
        .live_child(move || match now.read().problem.as_deref() {
            Some(reason) => tag::p().class("problem").text((messages.kept_old)(reason)).into(),
            None if now.read().late => tag::p().class("problem").text(messages.source_late).into(),
            None => nothing(),
        })
        .child(ways_on(card, is_here, question, cards, publishing, state))
        .live_child(move || match question.get() {
            Question::Nothing => nothing(),
            Question::NewName => new_name(asked.clone(), question, cards, state),
            Question::Remove(entries) => remove(asked.clone(), entries, question, cards, state),
            Question::Failed(refusal) => notice(refusal, []),
        })
}

fn facts(card: &LibraryCard, id: &ProgramId, state: State) -> String {
    let (messages, common) = (state.language().library_messages(), state.messages());
    let facts = [
        card.days().map(|(first, last)| (messages.dates)(first, last)),
        Some((common.sessions)(card.sessions as usize)),
        version(&card.version, messages, common),
        state.program.is_built_in(id).then(|| messages.built_in.to_owned()),
        (card.looked > 0).then(|| (messages.looked)(&when(card.looked, common))),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The date of a version, or else what its publisher calls it.
pub fn version(version: &str, messages: &LibraryMessages, common: &Messages) -> Option<String> {
    VersionName::of(version).map(|name| match name {
        VersionName::Date(date) => (messages.as_of)(&(common.date_with_year)(date)),
        VersionName::Word(word) => (messages.version)(word),
    })
}

/// A second since 1970 as the phone's clock shows it.
pub fn moment_here(unix: i64) -> Option<Moment> {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(unix as f64 * 1000.0));
    Moment::new(unix, date.get_timezone_offset() as i32 * -60)
}

/// A second since 1970 on the phone's clock; of today only the time.
fn when(unix: u64, common: &Messages) -> String {
    match moment_here(unix as i64).zip(moment_here(browser::clock())) {
        Some((moment, now)) if moment.date() == now.date() => moment.clock(),
        Some((moment, _)) => format!("{} {}", (common.date_with_year)(moment.date()), moment.clock()),
        None => String::new(),
    }
}

/// What came of a check that the person asked for, in seconds since 1970; nothing where the card says it.
fn outcome(before: &LibraryCard, after: &LibraryCard, asked: u64, messages: &LibraryMessages) -> Option<&'static str> {
    if after.problem.is_some() || after.late {
        None
    } else if after.version != before.version {
        Some(messages.renewed)
    } else if after.looked >= asked {
        Some(messages.up_to_date)
    } else {
        Some(messages.no_answer)
    }
}

/// A button that checks for a new version at once, if the program has a source.
fn look(card: &LibraryCard, cards: RwSignal<Vec<LibraryCard>>, state: State) -> Option<El> {
    let messages = state.language().library_messages();
    state.updates.address_of(card)?;
    let card = card.clone();
    let looking = RwSignal::new(false);
    let label = move || if looking.get() { messages.looking } else { messages.look }.to_owned();
    let button = tag::button().class("quiet").action("look-for").live_text(label);
    Some(button.aria_label(format!("{}: {}", messages.look, card.title)).on_click(move || {
        let card = card.clone();
        looking.set(true);
        let asked = browser::clock().unsigned_abs();
        spawn_local(async move {
            state.updates.check(card.clone(), Asked::ByPerson).await;
            let library = state.library.cards().await;
            let after = library.iter().find(|after| after.id == card.id);
            if let Some(outcome) = after.and_then(|after| outcome(&card, after, asked, messages)) {
                state.toast.say(outcome.to_owned());
            }
            let _ = cards.try_set(library);
            let _ = looking.try_set(false);
        });
    }))
}

fn ways_on(
    card: &LibraryCard,
    is_here: bool,
    question: RwSignal<Question>,
    cards: RwSignal<Vec<LibraryCard>>,
    publishing: RwSignal<String>,
    state: State,
) -> El {
    let is_built_in = state.program.is_built_in(&ProgramId::new(&card.id));
    let messages = state.language().library_messages();
    let show = if is_here {
        tag::span().class("here").text(messages.in_use)
    } else {
        let id = card.id.clone();
        tag::a().class("button").href(link("/")).text(messages.use_this).on_click(move || {
            let id = id.clone();
            spawn_local(async move { state.library.switch_to(&id).await });
        })
    };
    let named = |text: &str| format!("{text}: {}", card.title);
    let rename = button("rename", messages.rename).class("quiet").aria_label(named(messages.rename));
    let rename = rename.on_click(move || question.set(Question::NewName));
    let published = card.id.clone();
    let publish = button("publish", messages.publish).class("quiet").aria_label(named(messages.publish));
    let publish = publish.on_click(move || publishing.set(published.clone()));
    let id = card.id.clone();
    let remove = (!is_built_in).then(|| {
        button("remove", messages.remove).class("quiet").aria_label(named(messages.remove)).on_click(move || {
            let id = id.clone();
            spawn_local(async move { question.set(Question::Remove(state.library.planned(&id).await.0)) });
        })
    });
    actions([show].into_iter().chain(look(card, cards, state)).chain([rename, publish]).chain(remove))
}

fn new_name(card: LibraryCard, question: RwSignal<Question>, cards: RwSignal<Vec<LibraryCard>>, state: State) -> AnyView {
    let messages = state.language().library_messages();
    let name = RwSignal::new(card.title.clone());
    let label = tag::span().text((messages.new_name)(&card.title));
    let field = tag::input()
        .input_type("text")
        .attr("maxlength", "120")
        .live_value(move || name.get())
        .on("input", move |event| name.set(event_target_value(&event)));
    let save = button("rename-done", messages.rename_done).class("button main").on_click(move || {
        let title = name.get_untracked().trim().to_owned();
        if title.is_empty() {
            return;
        }
        let card = card.clone();
        spawn_local(async move {
            match state.library.rename(card, title).await {
                Ok(()) => {
                    let library = state.library.cards().await;
                    let _ = cards.try_set(library);
                    let _ = question.try_set(Question::Nothing);
                }
                Err(_) => question.set(Question::Failed((messages.too_big_to_keep)())),
            }
        });
    });
    let cancel = button("cancel", messages.cancel).class("button").on_click(move || question.set(Question::Nothing));
    tag::div().class("ask").child(tag::label().class("field").child(label).child(field)).child(actions([save, cancel])).into()
}

fn remove(
    card: LibraryCard,
    entries: usize,
    question: RwSignal<Question>,
    cards: RwSignal<Vec<LibraryCard>>,
    state: State,
) -> AnyView {
    let messages = state.language().library_messages();
    let refusal = (messages.remove_ask)(&card.title, entries);
    let yes = button("remove", messages.remove).class("button main").on_click(move || {
        let card = card.clone();
        spawn_local(async move {
            match state.library.remove(&card.id).await {
                Ok(file) => {
                    cards.set(state.library.cards().await);
                    offer_undo(card, file, cards, state);
                }
                Err(_) => question.set(Question::Failed((messages.not_removed)())),
            }
        });
    });
    let no = button("cancel", messages.cancel).class("button").on_click(move || question.set(Question::Nothing));
    notice(refusal, [yes, no])
}

fn offer_undo(card: LibraryCard, file: String, cards: RwSignal<Vec<LibraryCard>>, state: State) {
    let text = (state.language().library_messages().removed)(&card.title);
    let back = Arc::new(move || {
        let (card, file) = (card.clone(), file.clone());
        spawn_local(async move {
            let _ = state.library.put_back(&card, file).await;
            let _ = cards.try_set(state.library.cards().await);
        });
    });
    state.toast.offer(text, state.messages().undo, back);
}
