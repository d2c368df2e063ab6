//! Reading a QR code with the camera or out of a picture. iOS opens scanned codes in Safari and never in the installed app, so the app
//! reads them itself.

use crate::browser;
use crate::browser::camera::{NoCamera, Stream};
use crate::browser::pictures::{self, Brightness, brightness};
use crate::components::element::{all, button, live, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::components::sheet::sheet;
use crate::workers;
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Refusal;
use siganpyo::messages::sharing::SharingMessages;
use std::cell::OnceCell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

const VIDEO: &str = "scanned";

/// Time between two looks at what the camera sees, in milliseconds.
const PAUSE: i32 = 150;

/// Pixels of the longer side that are looked at: enough for the densest code that fills half of a video, and fast.
const VIDEO_SIDE: f64 = 800.0;

/// Of a still picture, in which a code may be small.
const PICTURE_SIDE: f64 = 2000.0;

/// What to do with the text of a code.
pub type Found = Arc<dyn Fn(String) + Send + Sync>;

/// A button that opens the scanner, and the scanner.
pub fn scanner(messages: &'static SharingMessages, found: Found) -> AnyView {
    let is_open = RwSignal::new(false);
    let open = button("scan", messages.scan).class("button").on_click(move || is_open.set(true));
    let opened = live(move || {
        if !is_open.get() {
            return nothing();
        }
        let found = found.clone();
        let close = move || is_open.set(false);
        let found: Found = Arc::new(move |text| {
            close();
            found(text);
        });
        sheet("scanner", messages.close, close, look("scanner-title", messages, found))
    });
    all([open.into(), opened])
}

/// What the scanner's sheet shows; `title` is the id of its heading.
pub fn look(title: &'static str, messages: &'static SharingMessages, found: Found) -> AnyView {
    let refused = RwSignal::new(None::<Refusal>);
    // None until the camera is there, and gone when the scanner was closed.
    let stream = StoredValue::new_local(None::<Stream>);
    on_cleanup(move || {
        stream.with_value(|stream| stream.iter().for_each(Stream::close));
    });
    let seen = found.clone();
    spawn_local(async move {
        match Stream::open().await {
            Ok(opened) => watch(opened, stream, seen).await,
            Err(NoCamera::Absent) => drop(refused.try_set(Some((messages.no_camera)()))),
            Err(NoCamera::Refused) => drop(refused.try_set(Some((messages.camera_refused)()))),
        }
    });
    let chosen = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let found = found.clone();
        spawn_local(async move {
            match text_in_file(&file).await {
                Some(text) => found(text),
                None => drop(refused.try_set(Some((messages.no_code)()))),
            }
        });
        // So that the same picture can be chosen again.
        input.set_value("");
    };
    let input = tag::input().input_type("file").attr("accept", "image/*").action("scan-picture").on("change", chosen);
    let video = tag::video().id(VIDEO).attr("playsinline", "").attr("muted", "").aria_label(messages.scan);
    all([
        tag::h2().id(title).text(messages.scan).into(),
        tag::p().text(messages.scan_about).into(),
        live(move || refused.get().map_or_else(nothing, |refusal| notice(refusal, []))),
        video.live("hidden", move || refused.read().is_some().then(String::new)).into(),
        actions([tag::label().class("button file").text(messages.scan_picture).child(input)]).into(),
    ])
}

/// Looks at what the camera sees until there is a code, or the scanner is closed.
async fn watch(opened: Stream, stream: StoredValue<Option<Stream>, LocalStorage>, found: Found) {
    // Closed while the person was asked.
    if stream.try_set_value(Some(opened.clone())).is_some() {
        return opened.close();
    }
    let Some(video) = browser::document().get_element_by_id(VIDEO) else { return };
    let _ = opened.play_in(&video).await;
    while stream.try_with_value(Option::is_some) == Some(true) {
        if let Some(text) = text_in(&video, VIDEO_SIDE).await {
            return found(text);
        }
        let _ = JsFuture::from(browser::after(PAUSE)).await;
    }
}

/// The text of the code in a picture.
pub async fn text_in_file(file: &File) -> Option<String> {
    let image = pictures::open(file).await.ok()?;
    text_in(&image, PICTURE_SIDE).await
}

/// By the browser where it can, else by the reader.
async fn text_in(source: &JsValue, most: f64) -> Option<String> {
    if let Some(detector) = detector() {
        match detected(&detector, source).await {
            Ok(text) => return text,
            Err(cause) => browser::problems::report("code detector", &cause),
        }
    }
    let Brightness { pixels, width } = brightness(source, most).ok()?;
    workers::scan(pixels, width).await.ok()?
}

/// The browser's own detector, by name, since web-sys does not have it (<https://developer.mozilla.org/docs/Web/API/BarcodeDetector>).
fn detector() -> Option<JsValue> {
    thread_local!(static DETECTOR: OnceCell<Option<JsValue>> = const { OnceCell::new() });
    let new = || {
        let class: Function = Reflect::get(&browser::window(), &"BarcodeDetector".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
        Reflect::construct(&class, &Array::of1(&options)).ok()
    };
    DETECTOR.with(|detector| detector.get_or_init(new).clone())
}

async fn detected(detector: &JsValue, source: &JsValue) -> Result<Option<String>, JsValue> {
    let codes = browser::call_and_wait(detector, "detect", &[source]).await?;
    let first = Array::from(&codes).get(0);
    if first.is_undefined() {
        return Ok(None);
    }
    Ok(Reflect::get(&first, &"rawValue".into())?.as_string())
}
