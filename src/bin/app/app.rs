//! Routes, the frame around them, and what the page tells its root element: the table of contents of the app.

use crate::components::frame::{Tabs, ToastLine};
use crate::components::notice::Notice;
use crate::in_app::WayOut;
use crate::page;
use crate::pages::{library::Library, not_found::NotFound, plan::MyTimetable, program::ProgramPage};
use crate::pages::{session::SessionPage, settings::SettingsPage, wallpaper::WallpaperPage};
use crate::state::{Offline, Save, State};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{ParamSegment, StaticSegment};
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
    view! {
        <Router base=page::base_path()>
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
            <Routes fallback=NotFound>
                <Route path=StaticSegment("") view=ProgramPage/>
                <Route path=(StaticSegment("session"), ParamSegment("id")) view=SessionPage/>
                <Route path=StaticSegment("plan") view=MyTimetable/>
                <Route path=StaticSegment("wallpaper") view=WallpaperPage/>
                <Route path=StaticSegment("library") view=Library/>
                <Route path=StaticSegment("settings") view=SettingsPage/>
            </Routes>
            <CurrentTabs/>
            <ToastLine toast=state.toast dismiss=messages.dismiss/>
        </Router>
    }
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

/// The tab bar with the present page marked.
#[component]
fn CurrentTabs() -> impl IntoView {
    let path = use_location().pathname;
    let current = Signal::derive(move || {
        path.with(|path| path.strip_prefix(&page::base_path()).unwrap_or(path).trim_matches('/').to_owned())
    });
    view! { <Tabs messages=crate::state::use_messages() current link=page::link/> }
}
