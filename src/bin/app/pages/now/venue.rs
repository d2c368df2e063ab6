//! Venue mode: the card that says where to go now fills the screen, which stays on, and the phone buzzes or sounds when it is time to go.
//!
//! All of it works only while the page is open and in sight: a page without a server cannot wake a phone that sleeps.

use super::card::{follow, view};
use crate::browser::awake::stay_awake;
use crate::browser::bell::{Bell, buzz, can_buzz};
use crate::browser::rules::rules;
use crate::browser::{self, document};
use crate::components::check::check;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::{actions, icon};
use crate::components::sheet::closed_by_back;
use crate::pages::clock;
use crate::state::State;
use leptos::mount::mount_to;
use leptos::prelude::*;
use siganpyo::messages::now::NowMessages;
use siganpyo::plan::EntryId;
use siganpyo::present::at_venue;
use siganpyo::program::{Moment, Program};
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

const STYLE: &str = rules!("venue.css");

/// A signal comes at most this late.
const TICK: Duration = Duration::from_secs(1);

thread_local! {
    static OPEN: ArcRwSignal<bool> = ArcRwSignal::new(false);
    static IS_MOUNTED: Cell<bool> = const { Cell::new(false) };
    /// Made by the tap that opened it, since nothing else may make one.
    static BELL: RefCell<Option<Bell>> = const { RefCell::new(None) };
}

/// The button that opens it.
pub fn opener(class: &'static str, state: State) -> El {
    button("venue", state.language().now_messages().venue).class(class).on_click(move || open(state))
}

fn open(state: State) {
    // Where the browser refuses, the page alone is filled.
    if let Some(root) = document().document_element() {
        browser::attempt(&root, "requestFullscreen", &[]);
    }
    BELL.set(Bell::new());
    if !IS_MOUNTED.replace(true) {
        mount(state);
    }
    OPEN.with(|open| open.set(true));
}

fn shut() {
    browser::attempt(&document(), "exitFullscreen", &[]);
    BELL.take().iter().for_each(Bell::close);
    OPEN.with(|open| open.set(false));
}

/// Outside of the page, whose parts are made anew while the mode stays.
fn mount(state: State) {
    browser::adopt_style("venue", STYLE);
    let place = document().create_element("div").expect("a valid name");
    let _ = document().body().expect("the page has a body").append_child(&place);
    let open = OPEN.with(Clone::clone);
    mount_to(place.unchecked_into(), move || {
        let is_open = Memo::new(move |_| open.get());
        closed_by_back(is_open, shut);
        live(move || match state.program.get().filter(|_| is_open.get()) {
            Some(program) => screen(program, state),
            None => nothing(),
        })
    })
    .forget();
}

fn screen(program: Arc<Program>, state: State) -> AnyView {
    let messages = state.language().now_messages();
    let now = clock(TICK);
    let card = follow(program.clone(), now, state);
    let due = Memo::new(move |_| card.read().as_ref().and_then(|card| card.due.clone()));
    let sounds = RwSignal::new(!can_buzz());
    Effect::new(move |before: Option<Option<EntryId>>| {
        let due = due.get();
        // What was due before is on the screen already.
        if due.is_some() && before.is_some_and(|before| before != due) {
            signal(sounds.get_untracked());
        }
        due
    });
    let escape = |event: web_sys::Event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            shut();
        }
    };
    let leave = tag::button().class("round").action("close-venue").aria_label(messages.leave_venue).on_click(shut);
    let top = tag::div()
        .class("venue-top")
        .child(tag::p().class("clock").live_text(move || at_venue(&program, now.get()).map(Moment::clock).unwrap_or_default()))
        .child(leave.child(icon("close")));
    set_page_inert(true);
    on_cleanup(|| set_page_inert(false));
    request_animation_frame(|| {
        browser::focus(document().get_element_by_id("venue"));
    });
    tag::section()
        .class("venue")
        .id("venue")
        .role("dialog")
        .attr("aria-modal", "true")
        .attr("tabindex", "-1")
        .aria_label(messages.venue)
        .live("data-due", move || due.get().map(|_| String::new()))
        .on("keydown", escape)
        .child(top)
        .live_child(move || match card.get() {
            Some(card) => view("now-card", &card, [], state).into(),
            None => tag::p().text(messages.nothing_on).into(),
        })
        .child(promises(sounds, messages))
        .into()
}

fn signal(with_sound: bool) {
    buzz();
    BELL.with_borrow(|bell| bell.iter().filter(|_| with_sound).for_each(Bell::ring));
}

/// Neither keys nor screen readers get to what is behind.
fn set_page_inert(is_inert: bool) {
    if let Some(app) = document().get_element_by_id("app") {
        let _ = browser::call(&app, "toggleAttribute", &[&"inert".into(), &is_inert.into()]);
    }
}

/// What it promises and what it does not, and the switch for the sound.
fn promises(sounds: RwSignal<bool>, messages: &'static NowMessages) -> AnyView {
    let stays = stay_awake();
    let switch = check("sound", messages.sound, sounds.get_untracked(), move |is_on| sounds.set(is_on));
    let told = move || if stays.get() == Some(false) { messages.venue_sleeps } else { messages.venue_about };
    let test = button("venue-test", messages.try_signal).class("quiet").on_click(move || signal(sounds.get_untracked()));
    all([actions([switch, test]), tag::p().class("fine").live_text(move || told().to_owned())])
}
