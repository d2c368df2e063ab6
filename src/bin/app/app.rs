//! Routes, the frame around them, and what the page tells its root element: the table of contents of the app.

use crate::components::frame::{Tabs, ToastLine};
use crate::components::notice::Notice;
use crate::in_app::WayOut;
use crate::page;
use crate::pages::{library::Library, not_found::NotFound, plan::MyTimetable, program::ProgramPage};
use crate::pages::{session::session_page, settings::SettingsPage, wallpaper::WallpaperPage};
use crate::state::{Offline, Save, State};
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
    mount_to(place, move || view! { <App state/> }).forget();
    page::window().scroll_to_with_x_and_y(0.0, height);
    set_root("app", "ready");
}

fn set_root(name: &str, value: &str) {
    let _ = page::root().dataset().set(name, value);
}

#[component]
fn App(state: State) -> impl IntoView {
    provide_context(state);
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
    let language = Memo::new(move |_| state.language());
    move || {
        language.get();
        view! { <Frame state/> }
    }
}

/// The page in one language.
#[component]
fn Frame(state: State) -> impl IntoView {
    let messages = state.messages();
    let place = place();
    let current = Signal::derive(move || place.with(|place| place.tab()));
    view! {
        <span class="unseen" id="pick-word">{messages.pick}</span>
        <a class="skip" href="#main" on:click=skip_to_content>{messages.skip_to_content}</a>
        <div class="frame-notices">
            <WayOut messages/>
            <Show when=move || state.save.get() == Save::Failed>
                <Notice refusal=(messages.not_saved)()/>
            </Show>
            <Show when=move || state.damaged.get()>
                <Notice refusal=(messages.damaged_plan)()/>
            </Show>
        </div>
        {move || match place.get() {
            Place::Program => ProgramPage().into_any(),
            Place::Session(id) => session_page(SessionId::new(id)).into_any(),
            Place::Plan => MyTimetable().into_any(),
            Place::Wallpaper => WallpaperPage().into_any(),
            Place::Library => Library().into_any(),
            Place::Settings => SettingsPage().into_any(),
            Place::Nowhere => NotFound().into_any(),
        }}
        <Tabs messages current link=page::link/>
        <ToastLine toast=state.toast dismiss=messages.dismiss/>
    }
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
fn skip_to_content(event: web_sys::MouseEvent) {
    event.prevent_default();
    let main = page::document().get_element_by_id("main").and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(main) = main {
        main.set_tab_index(-1);
        let _ = main.focus();
    }
}
