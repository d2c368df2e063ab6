//! The page's side of the service worker: registers it, asks whether all files are stored, activates updates.

use crate::browser::{self, window};
use futures::future::{Either, select};
use leptos::task::spawn_local;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, MessageChannel, MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerRegistration,
    ServiceWorkerUpdateViaCache,
};

/// How long after an update was accepted the page reloads in any case: on iOS `controllerchange` may never come.
const RELOAD_AFTER_MS: i32 = 3_000;

/// How often a page that becomes visible asks for a new version at most: resuming an installed app on iOS does not ask by itself.
const LOOK_EVERY_MS: f64 = 3_600_000.0;

/// The time limit for files that a program needs beyond the app; after that the person can try again.
const PATIENCE_MS: i32 = 30_000;

thread_local! {
    /// The registration, and when it was last asked for a new version.
    static REGISTRATION: RefCell<Option<(ServiceWorkerRegistration, f64)>> = const { RefCell::new(None) };
    /// Paths of the files that were missing at the last check.
    static MISSING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Calls the function whenever another worker takes the place of the one that serves this page, as when `sw-kill.js` was published: what is
/// on the device may be gone then. The first worker takes nobody's place.
pub fn on_replaced(replaced: impl FnMut() + 'static) {
    let container = js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()).unwrap_or_default();
    let is_served = js_sys::Reflect::get(&container, &"controller".into()).is_ok_and(|worker| worker.is_truthy());
    if is_served {
        let listener = Closure::<dyn FnMut()>::new(replaced).into_js_value();
        let _ = browser::call(&container, "addEventListener", &[&"controllerchange".into(), &listener]);
    }
}

/// Asks the host for a new version of the app, unless that was done recently.
pub fn check_for_update() {
    REGISTRATION.with_borrow_mut(|registered| {
        let now = js_sys::Date::now();
        if let Some((registration, last)) = registered.as_mut().filter(|(_, last)| (now - last).abs() > LOOK_EVERY_MS) {
            *last = now;
            if let Ok(looking) = registration.update() {
                spawn_local(async move { drop(JsFuture::from(looking).await) });
            }
        }
    });
}

/// Returns whether this browser has service workers. They are missing without https and in some private windows.
pub fn is_supported() -> bool {
    js_sys::Reflect::has(&window().navigator(), &"serviceWorker".into()).unwrap_or(false)
}

/// The worker's report on the files that it should have.
pub struct Report {
    pub is_ready: bool,
    pub bytes: f64,
}

/// Registers the worker and has it fetch what is missing; `None` if its installation failed. A newer worker that is waiting,
/// now or later, is passed to `offer`.
pub async fn install(offer: impl Fn(ServiceWorker) + Copy + 'static) -> Result<Option<Report>, JsValue> {
    let container = window().navigator().service_worker();
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let address = browser::link("/sw.js");
    let registration = JsFuture::from(container.register_with_options(&address, &options)).await?;
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    watch_for_updates(&registration, offer);
    REGISTRATION.set(Some((registration.clone(), js_sys::Date::now())));
    match active(&registration).await {
        Some(worker) => check(&worker).await.map(Some),
        None => Ok(None),
    }
}

/// Returns the active worker after its installation has ended; `None` if that failed.
async fn active(registration: &ServiceWorkerRegistration) -> Option<ServiceWorker> {
    while registration.active().is_none() {
        let coming = registration.installing().or_else(|| registration.waiting())?;
        next_event(&coming, "statechange").await;
    }
    registration.active()
}

/// Asks the worker to check every file that it should have, and to fetch missing ones.
async fn check(worker: &ServiceWorker) -> Result<Report, JsValue> {
    let mut report = ask(worker, "check", Vec::new()).await?;
    if !is_ready(&report) {
        report = ask(worker, "repair", Vec::new()).await?;
    }
    MISSING.set(missing_in(&report));
    Ok(Report { is_ready: is_ready(&report), bytes: bytes_in(&report) })
}

/// Has the service worker store files that not every device needs. Returns their size in bytes;
/// `None` if one could not be fetched.
pub async fn keep(paths: Vec<String>) -> Option<f64> {
    let worker = REGISTRATION.with_borrow(|registered| registered.as_ref()?.0.active())?;
    let asking = std::pin::pin!(ask(&worker, "keep", paths));
    let Either::Left((Ok(report), _)) = select(asking, JsFuture::from(browser::after(PATIENCE_MS))).await else { return None };
    MISSING.set(missing_in(&report));
    MISSING.with_borrow(Vec::is_empty).then(|| bytes_in(&report))
}

/// Whether a file of the app, such as `/sw.js`, is among those that are stored.
pub async fn has_stored(path: &str) -> bool {
    let stored = js_sys::Reflect::get(&window(), &"caches".into()).unwrap_or_default();
    let found = browser::call_and_wait(&stored, "match", &[&browser::link(path).into()]).await;
    found.is_ok_and(|found| !found.is_undefined())
}

fn bytes_in(report: &JsValue) -> f64 {
    js_sys::Reflect::get(report, &"bytes".into()).ok().and_then(|bytes| bytes.as_f64()).unwrap_or_default()
}

fn missing_in(report: &JsValue) -> Vec<String> {
    let missing = js_sys::Reflect::get(report, &"missing".into());
    missing.map(|paths| js_sys::Array::from(&paths).iter().filter_map(|path| path.as_string()).collect()).unwrap_or_default()
}

fn is_ready(report: &JsValue) -> bool {
    js_sys::Reflect::get(report, &"ready".into()).is_ok_and(|ready| ready.is_truthy())
}

/// Returns the paths of the files that were missing at the last check; none if there was no check.
pub fn missing() -> Vec<String> {
    MISSING.with_borrow(Clone::clone)
}

/// Returns the active worker's answer to a question; `None` if there is no worker or it does not answer in time.
pub async fn ask_worker(question: &str) -> Option<JsValue> {
    if !is_supported() {
        return None;
    }
    let registration = JsFuture::from(window().navigator().service_worker().get_registration()).await.ok()?;
    let worker = registration.dyn_into::<ServiceWorkerRegistration>().ok()?.active()?;
    let asking = std::pin::pin!(ask(&worker, question, Vec::new()));
    match select(asking, JsFuture::from(browser::after(PATIENCE_MS))).await {
        Either::Left((answer, _)) => answer.ok(),
        Either::Right(_) => None,
    }
}

async fn ask(worker: &ServiceWorker, question: &str, paths: Vec<String>) -> Result<JsValue, JsValue> {
    let channel = MessageChannel::new()?;
    let message = js_sys::Object::new();
    js_sys::Reflect::set(&message, &"type".into(), &question.into())?;
    js_sys::Reflect::set(&message, &"paths".into(), &paths.into())?;
    worker.post_message_with_transferable(&message, &js_sys::Array::of1(&channel.port2()))?;
    channel.port1().start();
    let answer = next_event(&channel.port1(), "message").await;
    Ok(answer.unchecked_into::<MessageEvent>().data())
}

fn watch_for_updates(registration: &ServiceWorkerRegistration, offer: impl Fn(ServiceWorker) + Copy + 'static) {
    let watched = registration.clone();
    let found = move || {
        let watched = watched.clone();
        spawn_local(async move {
            if let Some(coming) = watched.installing() {
                while coming.state() == web_sys::ServiceWorkerState::Installing {
                    next_event(&coming, "statechange").await;
                }
            }
            waiting(&watched).map(offer);
        });
    };
    waiting(registration).map(offer);
    registration.set_onupdatefound(Some(Closure::<dyn FnMut()>::new(found).into_js_value().unchecked_ref()));
}

/// Returns the waiting worker of a newer version. The very first worker is no update.
fn waiting(registration: &ServiceWorkerRegistration) -> Option<ServiceWorker> {
    registration.active().and(registration.waiting())
}

/// Activates a waiting worker and reloads the page.
pub fn activate(waiting: &ServiceWorker) {
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
