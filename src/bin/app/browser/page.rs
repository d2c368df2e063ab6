//! The page: its elements, its styles, its clock, and calls by name.

use js_sys::Reflect;
use leptos::prelude::on_cleanup;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, Window,
};

pub fn window() -> Window {
    web_sys::window().expect("the app runs in a page")
}

pub fn document() -> Document {
    window().document().expect("the app runs in a page")
}

/// Reports which of the elements come near the viewport and which leave it, starting with their present state, until the owner is cleaned
/// up. `margin` is how near, as CSS writes it. False where the browser cannot tell.
pub fn watch_near(
    elements: impl IntoIterator<Item = Element>,
    margin: &str,
    mut moved: impl FnMut(Vec<IntersectionObserverEntry>) + 'static,
) -> bool {
    let moved = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        moved(entries.iter().map(JsCast::unchecked_into).collect());
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let Ok(observer) = IntersectionObserver::new_with_options(moved.as_ref().unchecked_ref(), &options) else { return false };
    elements.into_iter().for_each(|element| observer.observe(&element));
    let observing = send_wrapper::SendWrapper::new((observer, moved));
    on_cleanup(move || observing.0.disconnect());
    true
}

/// Calls `seen` whenever the page becomes visible.
pub fn on_visible(seen: impl Fn() + 'static) {
    let changed = Closure::<dyn FnMut()>::new(move || {
        if !document().hidden() {
            seen();
        }
    });
    let _ = document().add_event_listener_with_callback("visibilitychange", changed.into_js_value().unchecked_ref());
}

/// Seconds since 1970 on the phone's clock.
pub fn clock() -> i64 {
    (js_sys::Date::now() / 1000.0) as i64
}

/// Returns a promise that resolves after so many milliseconds.
pub fn after(milliseconds: i32) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    })
}

/// Waits until the browser has nothing else to do; where it does not tell, as Safari, for some seconds.
pub async fn rest() {
    const SECONDS: i32 = 3;
    let rest = js_sys::Promise::new(&mut |resolve, _| {
        if call(&window(), "requestIdleCallback", &[&resolve]).is_err() {
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, SECONDS * 1_000);
        }
    });
    let _ = JsFuture::from(rest).await;
}

/// Calls a method by its name: each that is bound by its type weighs on a first visit, whoever uses it.
pub fn call(target: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: js_sys::Function = Reflect::get(target, &method.into())?.dyn_into()?;
    method.apply(target, &arguments.iter().copied().collect())
}

/// Calls a method that may be refused, now or later, which changes nothing here.
pub fn attempt(target: &JsValue, method: &str, arguments: &[&JsValue]) {
    if let Some(promise) = call(target, method, arguments).ok().and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok()) {
        wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// Waits for what such a method promises.
pub async fn call_and_wait(target: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    JsFuture::from(call(target, method, arguments)?.dyn_into::<js_sys::Promise>()?).await
}

/// Adds style rules that a first visit need not wait for, once under each name. As a sheet that a script makes, since the security
/// policy lets no elements be added for it.
pub fn adopt_style(name: &str, rules: &str) {
    let _ = try_adopt_style(name, rules);
}

fn try_adopt_style(name: &str, rules: &str) -> Result<(), JsValue> {
    let (document, adopted) = (document(), "adoptedStyleSheets".into());
    let sheets = js_sys::Array::from(&Reflect::get(&document, &adopted)?);
    let is_named = |sheet| Reflect::get(&sheet, &"name".into()).is_ok_and(|known| known.as_string().as_deref() == Some(name));
    if sheets.iter().any(is_named) {
        return Ok(());
    }
    let class: js_sys::Function = Reflect::get(&window(), &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&class, &js_sys::Array::new())?;
    let replace: js_sys::Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &rules.into())?;
    Reflect::set(&sheet, &"name".into(), &name.into())?;
    sheets.push(&sheet);
    Reflect::set(&document, &adopted, &sheets)?;
    Ok(())
}

/// The `<html>` element, which carries the state that tests and styles read.
pub fn root() -> HtmlElement {
    document().document_element().expect("a page has a root").unchecked_into()
}

/// Paths of the built-in program: of the file to begin with, and of the whole one where that lacks abstracts.
pub fn program_paths() -> Option<(String, Option<String>)> {
    let meta = document().query_selector("meta[name=siganpyo-program]").ok().flatten()?;
    let whole = meta.get_attribute("content")?;
    Some(match meta.get_attribute("data-index") {
        Some(index) => (index, Some(whole)),
        None => (whole, None),
    })
}

/// Tags of the languages that this site offers.
pub fn site_languages() -> Vec<String> {
    let tags = root().get_attribute("data-languages").unwrap_or_default();
    tags.split(' ').map(str::to_owned).collect()
}

/// What the site is called below its icon.
pub fn site_name() -> String {
    let meta = document().query_selector("meta[name=apple-mobile-web-app-title]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// The name of the file that the app was started from, which says which build it is.
pub fn build() -> String {
    let link = document().query_selector("link[rel=preload][type='application/wasm']").ok().flatten();
    let address = link.and_then(|link| link.get_attribute("href")).unwrap_or_default();
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

/// All elements that match.
pub fn elements(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.item(at)?.dyn_into().ok())
}

/// Calls the function whenever elements were added within the first element that matches, for as long as the page is open.
pub fn on_new_elements(selector: &str, act: impl Fn() + 'static) {
    let Some(element) = document().query_selector(selector).ok().flatten() else { return };
    let act = Closure::<dyn Fn()>::new(act);
    let options = web_sys::MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    if let Ok(observer) = web_sys::MutationObserver::new(act.as_ref().unchecked_ref()) {
        let _ = observer.observe_with_options(&element, &options);
    }
    act.forget();
}

/// Moves the focus to the element, and returns whether there is one that takes it.
pub fn focus(element: Option<Element>) -> bool {
    element.and_then(|element| element.dyn_into::<HtmlElement>().ok()).is_some_and(|element| element.focus().is_ok())
}
