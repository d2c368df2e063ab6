//! Getting onto the home screen: by the browser's own offer where it makes one, by a short guide on iOS.

use crate::page;
use leptos::prelude::*;
use siganpyo::messages::Messages;
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
    let _ = page::window().add_event_listener_with_callback("beforeinstallprompt", keep.as_ref().unchecked_ref());
    keep.forget();
}

/// How to add the app to the home screen; nothing where neither the browser nor we know how.
#[component]
pub fn Guide(messages: &'static Messages) -> impl IntoView {
    let offered = OFFER.with_borrow(Option::is_some);
    let accept = |_| {
        if let Some(offer) = OFFER.take() {
            let _ = offer.unchecked_ref::<Offer>().prompt();
        }
    };
    let ios = page::is_ios();
    (offered || ios).then(|| {
        view! {
            <section class="block">
                <h2>{messages.install}</h2>
                <p>{messages.install_about}</p>
                {offered.then(|| view! { <p class="actions"><button class="button main" on:click=accept>{messages.install}</button></p> })}
                {ios.then(|| view! {
                    <ol class="steps">{messages.install_ios.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
                    <p class="fine">{messages.install_ios_carry}</p>
                })}
            </section>
        }
    })
}
