//! Addresses of the app, what stands in the page's own, and the history.

use super::page::{root, window};
use wasm_bindgen::JsValue;

/// Path under which the app is published, without a slash at its end: empty at the root of a host.
pub fn base_path() -> String {
    root().dataset().get("base").unwrap_or_default().trim_end_matches('/').to_owned()
}

/// A link to a place in the app, such as `/plan`.
pub fn link(path: &str) -> String {
    format!("{}{path}", base_path())
}

/// The address of the app on the web, for links that leave it. The extension says where that is; if it does not know, this is its own address,
/// which nobody else can open.
pub fn address() -> String {
    let said = root().dataset().get("web");
    said.unwrap_or_else(|| format!("{}{}", window().location().origin().unwrap_or_default(), link("/")))
}

/// Whether the app has an address that others can open.
pub fn is_on_the_web() -> bool {
    address().starts_with("http")
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

/// The address of a session's page on the web.
pub fn web_session_link(id: &str) -> String {
    format!("{}session/{}", address(), js_sys::encode_uri_component(id))
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

/// What stands behind the `#` of the address, with it.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The parameter with which the service worker leads to what another app shared, see `public/sw.js`.
pub const SHARED: &str = "shared";

/// The parameter of an address that is meant for the home screen.
pub const HOME: &str = "home";

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
