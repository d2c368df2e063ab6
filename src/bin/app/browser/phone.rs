//! The phone that the page is shown on: what it is, and what it can do beyond the page.

use super::page::{attempt, elements, window};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Shows a number at the app's icon, where the browser can; 0 for none (<https://www.w3.org/TR/badging/>).
pub fn badge(count: usize) {
    attempt(&window().navigator(), "setAppBadge", &[&JsValue::from(count as u32)]);
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
    spawn_local(async move { drop(sheet.await) });
}

/// Whether a pointer or the focus is on an element that matches. Where fingers are the pointers, `:hover` stays on what was tapped last.
pub fn is_used(selector: &str) -> bool {
    let pointed = if matches("(hover: hover)") { ":hover" } else { ":active" };
    elements(&format!("{selector}:is({pointed}, :focus-within)")).next().is_some()
}
