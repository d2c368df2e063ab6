//! Routes, the frame around them, and what the page tells its root element: the table of contents of the app.

use crate::components::frame::{tabs, toast_line};
use crate::components::notice::notice;
use crate::element::{all, el, live, nothing};
use crate::in_app::way_out_notice;
use crate::page;
use crate::pages::{library::library, not_found::not_found, plan::my_timetable, program::program_page};
use crate::pages::{session::session_page, settings::settings_page, wallpaper::wallpaper_page};
use crate::state::State;
use crate::status::{Offline, Save};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider};
use siganpyo::program::SessionId;
use wasm_bindgen::JsCast;

/// Puts the app in the place of the static page, in one go so that nothing moves, and says that it is ready.
pub fn take_over(state: State) {
    let place: web_sys::HtmlElement =
        page::document().get_element_by_id("app").expect("the page has a place for it").unchecked_into();
    let height = page::window().scroll_y().unwrap_or_default();
    place.set_inner_html("");
    mount_to(place, move || app(state)).forget();
    page::window().scroll_to_with_x_and_y(0.0, height);
    set_root("app", "ready");
}

fn set_root(name: &str, value: &str) {
    let _ = page::root().dataset().set(name, value);
}

fn app(state: State) -> AnyView {
    Effect::new(move || page::root().set_lang(state.messages().tag));
    Effect::new(move || match state.settings.with(|settings| settings.appearance.clone()) {
        Some(appearance) => set_root("appearance", &appearance),
        None => page::root().dataset().delete("appearance"),
    });
    Effect::new(move || {
        let word = match state.offline.get() {
            Offline::Pending => "pending",
            Offline::Ready { .. } => "ready",
            Offline::Failed => "failed",
            Offline::Unsupported => "unsupported",
        };
        set_root("offline", word);
    });
    let place = place();
    // Reads texts, so it is made anew when the language changes.
    live(move || frame(state, place))
}

/// The page in one language.
fn frame(state: State, place: Memo<Place>) -> AnyView {
    let messages = state.messages();
    let current = Signal::derive(move || place.with(Place::tab));
    let skip = el("a").class("skip").attr("href", "#main").on("click", |event| skip_to_content(&event));
    all([
        el("span").class("unseen").id("pick-word").attr("hidden", "").text(messages.pick).into(),
        skip.text(messages.skip_to_content).into(),
        notices(state),
        live(move || match place.get() {
            Place::Program => program_page(state),
            Place::Session(id) => session_page(SessionId::new(id), state),
            Place::Plan => my_timetable(state),
            Place::Wallpaper => wallpaper_page(state),
            Place::Library => library(state),
            Place::Settings => settings_page(state),
            Place::Nowhere => not_found(state),
        }),
        tabs(messages, current, page::link),
        toast_line(state.toast, messages.dismiss),
    ])
}

/// What concerns every page.
fn notices(state: State) -> AnyView {
    let messages = state.messages();
    let failed = Memo::new(move |_| state.save.get() == Save::Failed);
    el("div")
        .class("frame-notices")
        .child(way_out_notice(messages))
        .live_child(move || if failed.get() { notice((messages.not_saved)(), []) } else { nothing() })
        .live_child(move || if state.damaged.get() { notice((messages.damaged_plan)(), []) } else { nothing() })
        .into()
}

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Program,
    Session(String),
    Plan,
    Wallpaper,
    Library,
    Settings,
    Nowhere,
}

impl Place {
    /// The page at a path. Static hosts add slashes at the end.
    fn at(path: &str) -> Place {
        match path.strip_prefix(&page::base_path()).unwrap_or(path).trim_matches('/') {
            "" => Place::Program,
            "plan" => Place::Plan,
            "wallpaper" => Place::Wallpaper,
            "library" => Place::Library,
            "settings" => Place::Settings,
            other => match other.strip_prefix("session/").map(js_sys::decode_uri_component) {
                Some(Ok(id)) => Place::Session(id.into()),
                _ => Place::Nowhere,
            },
        }
    }

    /// Path of its tab below the base.
    fn tab(&self) -> &'static str {
        match self {
            Place::Program => "",
            Place::Plan => "plan",
            Place::Wallpaper => "wallpaper",
            Place::Library => "library",
            Place::Session(_) | Place::Settings | Place::Nowhere => "none",
        }
    }
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
