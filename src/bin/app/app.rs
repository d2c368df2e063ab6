//! Routes, the frame around them, and what the page tells its root element: the table of contents of the app.

use crate::components::frame::{tabs, toast_line};
use crate::components::notice::notice;
use crate::element::{all, el, live, nothing};
use crate::guard;
use crate::in_app::way_out_notice;
use crate::later::{Later, later_notices, later_page};
use crate::page;
use crate::pages::program::finder::field;
use crate::pages::program::{self, program_page};
use crate::place::Place;
use crate::state::State;
use crate::status::{Offline, Save};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider};
use wasm_bindgen::JsCast;

/// Puts the app in the place of the static page, in one go so that nothing moves, and says that it is ready.
pub fn take_over(state: State, later: RwSignal<Later>) {
    let place: web_sys::HtmlElement =
        page::document().get_element_by_id("app").expect("the page has a place for it").unchecked_into();
    guard::mark();
    let height = page::window().scroll_y().unwrap_or_default();
    let typed = field().map(|field| (field.value(), page::document().active_element().as_ref() == Some(&field)));
    program::begin_at(height);
    place.set_inner_html("");
    mount_to(place, move || app(state, later)).forget();
    typed.into_iter().for_each(|(typed, is_focused)| keep_typed(&typed, is_focused));
    page::window().scroll_to_with_x_and_y(0.0, height);
    set_root("app", "ready");
}

/// What was typed before the app was there is searched for, and who was typing goes on.
fn keep_typed(typed: &str, is_focused: bool) {
    let Some(field) = field() else { return };
    if !typed.is_empty() {
        field.set_value(typed);
        let _ = web_sys::Event::new("input").and_then(|event| field.dispatch_event(&event));
    }
    if is_focused {
        let _ = field.focus();
    }
}

fn set_root(name: &str, value: &str) {
    let _ = page::root().dataset().set(name, value);
}

fn app(state: State, later: RwSignal<Later>) -> AnyView {
    Effect::new(move || page::root().set_lang(state.messages().tag));
    Effect::new(move || match state.settings.with(|settings| settings.appearance.clone()) {
        Some(appearance) => set_root("appearance", &appearance),
        None => page::root().dataset().delete("appearance"),
    });
    Effect::new(move || {
        let word = match state.offline.get() {
            Offline::Pending | Offline::App(_) => "pending",
            Offline::Ready(_) => "ready",
            Offline::Failed => "failed",
            Offline::Unsupported => "unsupported",
        };
        set_root("offline", word);
    });
    let place = place();
    // Reads texts, so it is made anew when the language changes.
    live(move || frame(state, later, place))
}

/// The page in one language.
fn frame(state: State, later: RwSignal<Later>, place: Memo<Place>) -> AnyView {
    let messages = state.messages();
    let current = Signal::derive(move || place.with(Place::tab));
    let skip = el("a").class("skip").attr("href", "#main").on("click", |event| skip_to_content(&event));
    all([
        el("span").class("unseen").id("pick-word").attr("hidden", "").text(messages.pick).into(),
        skip.text(messages.skip_to_content).into(),
        notices(place, later, state),
        live(move || match place.get() {
            Place::Program => program_page(later, state),
            other => later_page(other, later, state),
        }),
        tabs(messages, current, page::link, state.news),
        toast_line(state.toast, messages.dismiss),
    ])
}

/// What concerns every page.
fn notices(place: Memo<Place>, later: RwSignal<Later>, state: State) -> AnyView {
    let messages = state.messages();
    // Also while the next try is on its way: a page that jumps under the thumb is tapped in the wrong place.
    let failed = Memo::new(move |before: Option<&bool>| match state.save.get() {
        Save::Failed => true,
        Save::Saving => before.is_some_and(|failed| *failed),
        Save::Saved => false,
    });
    el("div")
        .class("frame-notices")
        .child(way_out_notice(messages))
        .child(later_notices(place, later, state))
        .live_child(move || if failed.get() { notice((messages.not_saved)(), []) } else { nothing() })
        .live_child(move || if state.damaged.get() { notice((messages.damaged_plan)(), []) } else { nothing() })
        .into()
}

/// Where the address leads, now and after every navigation within the app.
///
/// Of the router only the location is used: its table of routes weighs 15 KB, and ours is the `match` above.
fn place() -> Memo<Place> {
    let location = BrowserUrl::new().expect("the app runs in a page");
    location.init(Some(page::base_path().into()));
    let url = location.as_url().clone();
    let place = Memo::new(move |_| Place::at(url.read().path()));
    Effect::new(move || {
        place.track();
        location.ready_to_complete();
    });
    place
}

/// Moves the focus behind the frame; following the link would only change the address.
fn skip_to_content(event: &web_sys::Event) {
    event.prevent_default();
    let main = page::document().get_element_by_id("main").and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(main) = main {
        main.set_tab_index(-1);
        let _ = main.focus();
    }
}
