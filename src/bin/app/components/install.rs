//! Adding the app to the home screen: with the browser's install prompt, or with a short guide on iOS.

use crate::browser;
use crate::components::element::{El, all, button, nothing, tag};
use crate::components::frame::{actions, icon};
use leptos::prelude::*;
use siganpyo::messages::safety::SafetyMessages;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `BeforeInstallPromptEvent`, which web-sys does not know since only Chromium has it.
    type Offer;
    #[wasm_bindgen(method)]
    fn prompt(this: &Offer) -> js_sys::Promise;
}

thread_local! {
    static OFFER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the browser's offer until the person asks for it.
pub fn listen() {
    let keep = Closure::<dyn FnMut(web_sys::Event)>::new(|event: web_sys::Event| {
        event.prevent_default();
        OFFER.set(Some(event.into()));
    });
    let _ = browser::window().add_event_listener_with_callback("beforeinstallprompt", keep.as_ref().unchecked_ref());
    keep.forget();
}

/// The guide for adding the app to the home screen, with what will come along; nothing if it is there already, or if it is not known how.
pub fn guide(messages: &'static SafetyMessages, carried: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let offered = OFFER.with_borrow(Option::is_some);
    let ios = browser::is_ios();
    if browser::is_installed() || !(offered || ios) {
        return nothing();
    }
    let accept = offered.then(|| actions([button("install", messages.install).class("button main").on_click(accept)]));
    let block =
        tag::section().class("block").child(tag::h2().text(messages.install)).child(tag::p().text(messages.install_about));
    let block = block.children(accept);
    if !ios {
        return block.into();
    }
    // Only for who wants to: what comes along stands in the address from then on.
    let wanted = RwSignal::new(false);
    block
        .live_child(move || {
            if !wanted.get() {
                let show = button("install", messages.install).class("button main").on_click(move || wanted.set(true));
                return actions([show]).into();
            }
            let by_hand = tag::p().class("fine").text(messages.install_ios_carry);
            all([carried(), pictured_steps(messages).into(), by_hand.into()])
        })
        .into()
}

/// The steps on iOS with the signs to look for: many people do not know the share sign by its name.
fn pictured_steps(messages: &'static SafetyMessages) -> El {
    let signs = ["share", "add", "phone"];
    let step = |(text, sign)| tag::li().child(icon(sign)).child(tag::span().text(text));
    tag::ol().class("signs").children(messages.install_ios.into_iter().zip(signs).map(step))
}

fn accept() {
    if let Some(offer) = OFFER.take() {
        let _ = offer.unchecked_ref::<Offer>().prompt();
    }
}
