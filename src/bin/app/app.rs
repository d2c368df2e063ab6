//! Routes, the frame around them, and what the page tells its root element: the table of contents of the app.

use crate::browser;
use crate::browser::guard;
use crate::components::element::{all, live, nothing, tag};
use crate::components::frame::{tabs, toast_line};
use crate::components::notice::notice;
use crate::pages::deferred::Deferred;
use crate::pages::finder::field;
use crate::pages::program::{self, program_page};
use crate::route::Route;
use crate::state::State;
use crate::status::{Offline, Save};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider};
use wasm_bindgen::JsCast;

/// Puts the app in the place of the static page, in one go so that nothing moves, and says that it is ready.
pub fn take_over(state: State, deferred: Deferred) {
    let root: web_sys::HtmlElement =
        browser::document().get_element_by_id("app").expect("the page has a place for it").unchecked_into();
    guard::mark();
    let height = browser::window().scroll_y().unwrap_or_default();
    let typed = field().map(|field| (field.value(), browser::document().active_element().as_ref() == Some(&field)));
    program::begin_at(height);
    root.set_inner_html("");
    mount_to(root, move || app(state, deferred)).forget();
    if let Some((typed, is_focused)) = typed {
        keep_typed(&typed, is_focused);
    }
    browser::window().scroll_to_with_x_and_y(0.0, height);
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
    let _ = browser::root().dataset().set(name, value);
}

fn app(state: State, deferred: Deferred) -> AnyView {
    Effect::new(move || browser::root().set_lang(state.messages().tag));
    Effect::new(move || match state.settings.current.with(|settings| settings.appearance.clone()) {
        Some(appearance) => set_root("appearance", &appearance),
        None => browser::root().dataset().delete("appearance"),
    });
    Effect::new(move || {
        let word = match state.offline.status.get() {
            Offline::Pending | Offline::App(_) => "pending",
            Offline::Ready(_) => "ready",
            Offline::Failed => "failed",
            Offline::Unsupported => "unsupported",
        };
        set_root("offline", word);
    });
    let route = route();
    // Reads texts, so it is rendered again when the language changes.
    live(move || frame(state, deferred, route))
}

/// The page in one language.
fn frame(state: State, deferred: Deferred, route: Memo<Route>) -> AnyView {
    let messages = state.messages();
    let current = Signal::derive(move || route.with(Route::tab));
    all([
        tag::span().class("unseen").id("pick-word").attr("hidden", "").text(messages.pick).into(),
        skip_link("main", messages.skip_to_content),
        skip_link("search", messages.search),
        tabs(messages, current, browser::link, state.plan.changed),
        notices(route, deferred, state),
        live(move || match route.get() {
            Route::Program => program_page(deferred, state),
            other => deferred.page(other, state),
        }),
        toast_line(state.toast.shown, messages.dismiss),
    ])
}

/// What concerns every page.
fn notices(route: Memo<Route>, deferred: Deferred, state: State) -> AnyView {
    let messages = state.messages();
    // Also during the next try: if the page jumps under the thumb, the wrong place is tapped.
    let failed = Memo::new(move |before: Option<&bool>| match state.plan.save.get() {
        Save::Failed => true,
        Save::Opening | Save::Saving => before.is_some_and(|failed| *failed),
        Save::Saved => false,
    });
    tag::div()
        .class("frame-notices")
        .child(deferred.notices(route, state))
        .live_child(move || if failed.get() { notice((messages.not_saved)(), []) } else { nothing() })
        .live_child(move || if state.plan.is_damaged.get() { notice((messages.damaged_plan)(), []) } else { nothing() })
        .into()
}

/// Where the address leads, now and after every navigation within the app.
///
/// Only the location of the router is used: its table of routes weighs 15 KB, ours is the `match` above.
fn route() -> Memo<Route> {
    let location = BrowserUrl::new().expect("the app runs in a page");
    location.init(Some(browser::base_path().into()));
    let url = location.as_url().clone();
    let route = Memo::new(move |_| {
        let url = url.read();
        Route::at(url.path(), url.search())
    });
    Effect::new(move || {
        route.track();
        location.ready_to_complete();
    });
    route
}

/// Moves the focus to the element with this id; following the link would only change the address.
fn skip_link(id: &'static str, label: &str) -> AnyView {
    let link = tag::a().class("skip").href(format!("#{id}")).text(label);
    let link = link.on("click", move |event| {
        event.prevent_default();
        let element = browser::document().get_element_by_id(id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            if element.tab_index() < 0 {
                element.set_tab_index(-1);
            }
            let _ = element.focus();
        }
    });
    link.into()
}
