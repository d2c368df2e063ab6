//! The page's half of the service worker: register it, ask whether everything is there, offer an update.

use crate::page::window;
use crate::state::State;
use crate::status::{Offline, Toast};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, MessageChannel, MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerRegistration,
    ServiceWorkerUpdateViaCache,
};

/// How long after the person took the update the page reloads by itself: on iOS `controllerchange` may never come.
const RELOAD_AFTER_MS: i32 = 3_000;

/// Fetches what is needed offline, after the page has been painted, and tells the state how it went.
pub fn prepare(state: State) {
    state.offline.set(Offline::Pending);
    spawn_local(async move {
        let supported = js_sys::Reflect::has(&window().navigator(), &"serviceWorker".into()).unwrap_or(false);
        let outcome = if supported { install(state).await.unwrap_or(Offline::Failed) } else { Offline::Unsupported };
        state.offline.set(outcome);
    });
}

async fn install(state: State) -> Result<Offline, JsValue> {
    let container = window().navigator().service_worker();
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let address = crate::page::link("/sw.js");
    let registration = JsFuture::from(container.register_with_options(&address, &options)).await?;
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    offer_updates(&registration, state);
    match active(&registration).await {
        Some(worker) => check(&worker).await,
        None => Ok(Offline::Failed),
    }
}

/// The worker that answers for this page, once its installation has ended; none where it failed.
async fn active(registration: &ServiceWorkerRegistration) -> Option<ServiceWorker> {
    while registration.active().is_none() {
        let coming = registration.installing().or_else(|| registration.waiting())?;
        next_event(&coming, "statechange").await;
    }
    registration.active()
}

/// Asks the worker to look at every file it should have.
async fn check(worker: &ServiceWorker) -> Result<Offline, JsValue> {
    let report = ask(worker, "check").await?;
    let field = |name: &str| js_sys::Reflect::get(&report, &name.into()).ok();
    if field("ready").is_some_and(|ready| ready.is_truthy()) {
        return Ok(Offline::Ready { bytes: field("bytes").and_then(|bytes| bytes.as_f64()).unwrap_or_default() });
    }
    let repaired = ask(worker, "repair").await?;
    let ready = js_sys::Reflect::get(&repaired, &"ready".into())?.is_truthy();
    let bytes = js_sys::Reflect::get(&repaired, &"bytes".into())?.as_f64().unwrap_or_default();
    Ok(if ready { Offline::Ready { bytes } } else { Offline::Failed })
}

async fn ask(worker: &ServiceWorker, question: &str) -> Result<JsValue, JsValue> {
    let channel = MessageChannel::new()?;
    let message = js_sys::Object::new();
    js_sys::Reflect::set(&message, &"type".into(), &question.into())?;
    worker.post_message_with_transferable(&message, &js_sys::Array::of1(&channel.port2()))?;
    channel.port1().start();
    let answer = next_event(&channel.port1(), "message").await;
    Ok(answer.unchecked_into::<MessageEvent>().data())
}

fn offer_updates(registration: &ServiceWorkerRegistration, state: State) {
    let watched = registration.clone();
    let found = move || {
        let watched = watched.clone();
        spawn_local(async move {
            if let Some(coming) = watched.installing() {
                while coming.state() == web_sys::ServiceWorkerState::Installing {
                    next_event(&coming, "statechange").await;
                }
            }
            offer(&watched, state);
        });
    };
    offer(registration, state);
    registration.set_onupdatefound(Some(Closure::<dyn FnMut()>::new(found).into_js_value().unchecked_ref()));
}

/// A waiting worker beside an active one is a new version; the very first one is not news.
fn offer(registration: &ServiceWorkerRegistration, state: State) {
    let (Some(waiting), Some(_)) = (registration.waiting(), registration.active()) else { return };
    let messages = state.messages();
    let waiting = send_wrapper::SendWrapper::new(waiting);
    let take = Arc::new(move || take(&waiting));
    state.toast.set(Some(Toast { text: messages.update_ready.to_owned(), action: Some((messages.update_now, take)) }));
}

fn take(waiting: &ServiceWorker) {
    let message = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&message, &"type".into(), &"activate".into());
    let _ = waiting.post_message(&message);
    let reload = Closure::once_into_js(|| drop(window().location().reload()));
    let reload: &js_sys::Function = reload.unchecked_ref();
    let _ = window().navigator().service_worker().add_event_listener_with_callback("controllerchange", reload);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(reload, RELOAD_AFTER_MS);
}

/// Waits for one event.
async fn next_event(target: &web_sys::EventTarget, name: &str) -> Event {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let options = web_sys::AddEventListenerOptions::new();
        options.set_once(true);
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, &resolve, &options);
    });
    JsFuture::from(promise).await.expect("it never rejects").unchecked_into()
}
