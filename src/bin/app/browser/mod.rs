//! The browser around the app: the page and its addresses, the phone it is shown on, what it can do.

pub mod awake;
pub mod bell;
pub mod camera;
pub mod clipboard;
pub mod guard;
pub mod other_tabs;
pub mod outgoing;
pub mod pictures;
pub mod problems;
pub mod rules;

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

/// Calls a method by its name: each that is bound by its type weighs on a first visit, whoever uses it.
pub fn call(target: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: js_sys::Function = Reflect::get(target, &method.into())?.dyn_into()?;
    method.apply(target, &arguments.iter().copied().collect())
}

/// Shows a number at the app's icon, where the browser can; 0 for none (<https://www.w3.org/TR/badging/>).
pub fn badge(count: usize) {
    let _ = call(&window().navigator(), "setAppBadge", &[&JsValue::from(count as u32)]);
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

/// Path under which the app is published, without a slash at its end: empty at the root of a host.
pub fn base_path() -> String {
    root().dataset().get("base").unwrap_or_default().trim_end_matches('/').to_owned()
}

/// A link to a place in the app, such as `/plan`.
pub fn link(path: &str) -> String {
    format!("{}{path}", base_path())
}

/// The address of the app on the web, for links that leave it.
pub fn address() -> String {
    format!("{}{}", window().location().origin().unwrap_or_default(), link("/"))
}

/// Returns the name of an entry in what the origin shares. Another copy of the app may live there under another path, so
/// the path is in it, and behind that a sign which no path has. Also made by `src/early.js` and, of the same kind, `public/sw.js`.
pub fn own_name(name: &str) -> String {
    format!("siganpyo{}{name}", link("/#"))
}

/// A link to a session's page.
pub fn session_link(id: &str) -> String {
    link(&format!("/session/{}", js_sys::encode_uri_component(id)))
}

/// To where the person came from; to the program where the page was opened from elsewhere.
pub fn go_back() {
    let history = window().history();
    match history.as_ref().map(|history| history.length().unwrap_or(1)) {
        Ok(2..) => drop(history.map(|history| history.back())),
        _ => drop(window().location().assign(&link("/"))),
    }
}

/// To a page of the app, such as `/plan`. The router follows changes of the history.
pub fn go_to(path: &str) {
    let Ok(history) = window().history() else { return };
    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&link(path)));
    if let Ok(event) = web_sys::Event::new("popstate") {
        let _ = window().dispatch_event(&event);
    }
}

/// The state of an entry of the history that is no page of its own, but something open on the one below.
const LAYER: &str = "layer";

/// Adds such an entry.
pub fn enter_layer() {
    if let Ok(history) = window().history() {
        let _ = history.push_state(&LAYER.into(), "");
    }
}

/// Goes back from such an entry, if the page is on one.
pub fn leave_layer() {
    if is_in_layer()
        && let Ok(history) = window().history()
    {
        let _ = history.back();
    }
}

/// Whether the page is on such an entry.
pub fn is_in_layer() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state.as_string().as_deref() == Some(LAYER))
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

/// What the browser says it is.
pub fn user_agent() -> String {
    window().navigator().user_agent().unwrap_or_default()
}

/// Whether this is an iPhone or iPad; iPads call themselves Macs with a touch screen.
pub fn is_ios() -> bool {
    let agent = user_agent();
    let touch_mac = agent.contains("Macintosh") && window().navigator().max_touch_points() > 1;
    touch_mac || ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name))
}

/// Whether the app was started from the home screen.
pub fn is_installed() -> bool {
    let ios = Reflect::get(&window().navigator(), &"standalone".into()).is_ok_and(|value| value.is_truthy());
    ios || matches("(display-mode: standalone)")
}

/// Whether it is used with a finger before all else, as phones and tablets are.
pub fn is_handheld() -> bool {
    matches("(pointer: coarse)")
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Size of the screen in CSS pixels, upright, and device pixels per CSS pixel.
pub fn screen() -> (u32, u32, f64) {
    let screen = window().screen().ok();
    let side = |value: Option<i32>| value.unwrap_or(0).unsigned_abs();
    let width = side(screen.as_ref().and_then(|screen| screen.width().ok()));
    let height = side(screen.as_ref().and_then(|screen| screen.height().ok()));
    (width.min(height), width.max(height), window().device_pixel_ratio())
}

/// IANA name of the zone that the device is in.
pub fn device_zone() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    Reflect::get(&format.resolved_options(), &"timeZone".into()).ok()?.as_string()
}

/// IANA names of the zones that the browser knows; empty if it does not say.
pub fn time_zones() -> Vec<String> {
    let ask = || {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let ask: js_sys::Function = Reflect::get(&intl, &"supportedValuesOf".into())?.dyn_into()?;
        Ok::<_, JsValue>(js_sys::Array::from(&ask.call1(&intl, &"timeZone".into())?))
    };
    ask().map(|zones| zones.iter().filter_map(|zone| zone.as_string()).collect()).unwrap_or_default()
}

/// Whether the browser has a share sheet.
pub fn can_share() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens the share sheet with a link. Must be called while a tap is being handled.
pub fn share_link(link: &str) {
    let data = web_sys::ShareData::new();
    data.set_url(link);
    let sheet = JsFuture::from(window().navigator().share_with_data(&data));
    // Closing the share sheet is no failure.
    wasm_bindgen_futures::spawn_local(async move { drop(sheet.await) });
}

/// What stands behind the `#` of the address, with it.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
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

/// Whether a pointer or the focus is on an element that matches. Where fingers are the pointers, `:hover` stays on what was tapped last.
pub fn is_used(selector: &str) -> bool {
    let pointed = if matches("(hover: hover)") { ":hover" } else { ":active" };
    elements(&format!("{selector}:is({pointed}, :focus-within)")).next().is_some()
}

/// The parameter with which the service worker leads to what another app shared, see `public/sw.js`.
pub const SHARED: &str = "shared";

/// The query part of the address, empty where there is none.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The parameters of a query whose names are wanted, as they stand there.
pub fn parameters(query: &str, is_wanted: impl Fn(&str) -> bool) -> String {
    let mut wanted = String::new();
    for pair in query.trim_start_matches('?').split('&') {
        if pair.split('=').next().is_some_and(&is_wanted) {
            if !wanted.is_empty() {
                wanted.push('&');
            }
            wanted.push_str(pair);
        }
    }
    wanted
}

/// Puts another query into the address; an empty one goes with its question mark.
pub fn set_query(query: &str) {
    let mark = if query.is_empty() { "" } else { "?" };
    replace_with(&format!("{}{mark}{query}{}", window().location().pathname().unwrap_or_default(), fragment()));
}

/// Puts another address of the app, such as `/?x=1`, in the place of the page's own, which stays open.
pub fn replace_address(address: &str) {
    replace_with(&link(address));
}

fn replace_with(address: &str) {
    let Ok(history) = window().history() else { return };
    let _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(address));
}

/// Puts something behind the `#`, which those who watch for it learn of.
pub fn set_fragment(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// The host of an address, with its port.
pub fn host_of(address: &str) -> String {
    web_sys::Url::new(address).map(|url| url.host()).unwrap_or_default()
}

/// Takes what stands behind the `#` out of the address, so that loading the page again does not bring it back.
pub fn forget_fragment() {
    let location = window().location();
    replace_with(&format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default()));
}
