//! The short message at the lower edge of the page.

use crate::browser;
use crate::status::{Act, Toast};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// How long a message stays, in milliseconds; it stays on while a pointer or the focus is on it.
const LASTS: i32 = 8_000;
/// What is said within this time before a page opens is said about it, in seconds.
const JUST: i64 = 1;

pub struct ToastState {
    pub shown: RwSignal<Option<Toast>>,
    /// Number of messages so far, so that only the latest one is taken away.
    count: StoredValue<usize>,
    /// When the latest one was shown, in seconds since 1970.
    since: StoredValue<i64>,
}

impl ToastState {
    pub fn new() -> ToastState {
        ToastState { shown: RwSignal::new(None), count: StoredValue::new(0), since: StoredValue::new(0) }
    }

    pub fn say(&'static self, text: impl Into<String>) {
        self.show(text.into(), None);
    }

    /// Shows a message with a button.
    pub fn offer(&'static self, text: impl Into<String>, label: &'static str, act: Act) {
        self.show(text.into(), Some((label, act)));
    }

    /// Takes the message away with the page that it was said on, but not one that has only just been said.
    pub fn leave(&'static self) {
        if browser::clock() - self.since.get_value() > JUST {
            self.shown.set(None);
        }
    }

    fn show(&'static self, text: String, action: Option<(&'static str, Act)>) {
        self.shown.set(Some(Toast { text, action }));
        self.count.update_value(|count| *count += 1);
        self.since.set_value(browser::clock());
        let number = self.count.get_value();
        spawn_local(async move {
            let is_latest = || self.count.get_value() == number;
            while is_latest() {
                let _ = JsFuture::from(browser::after(LASTS)).await;
                if is_latest() && !browser::is_used(".toast") {
                    return self.shown.set(None);
                }
            }
        });
    }
}
