//! Browsers inside other apps: they lose stored data and cannot work offline, so a link to a real browser is offered before the first pick.

use crate::browser;
use crate::components::element::{nothing, tag};
use crate::components::notice::notice;
use leptos::prelude::AnyView;
use siganpyo::export::with_parameter;
use siganpyo::messages::safety::SafetyMessages;

/// What such a browser's user agent contains, on every system; none of them documents it.
const MARKS: [&str; 6] = ["KAKAOTALK", "NAVER(inapp", "Line/", "FBAN", "FBAV", "Instagram"];

/// The notice with its button; nothing in a browser of its own.
pub fn way_out_notice(messages: &'static SafetyMessages) -> AnyView {
    let agent = browser::user_agent();
    if !MARKS.iter().any(|mark| agent.contains(mark)) {
        return nothing();
    }
    let _ = browser::root().dataset().set("inApp", "");
    let address = browser::window().location().href().unwrap_or_default();
    let link = tag::a().class("button").attr("rel", "external").href(way_out(&agent, &address));
    notice((messages.in_app_browser)(), [link.text(messages.open_in_browser)])
}

/// An address that opens the page in the phone's own browser.
fn way_out(agent: &str, address: &str) -> String {
    let after_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
    let encoded = String::from(js_sys::encode_uri_component(address));
    if agent.contains("KAKAOTALK") {
        format!("kakaotalk://web/openExternal?url={encoded}")
    } else if agent.contains("Line/") {
        with_parameter(address, "openExternalBrowser=1")
    } else if browser::is_ios() {
        format!("x-safari-https://{after_scheme}")
    } else {
        format!("intent://{after_scheme}#Intent;scheme=https;package=com.android.chrome;S.browser_fallback_url={encoded};end")
    }
}
