//! The short message at the lower edge of the page.

use crate::status::{Act, Toast};
use leptos::prelude::*;

pub struct ToastState {
    pub shown: RwSignal<Option<Toast>>,
}

impl ToastState {
    pub fn new() -> ToastState {
        ToastState { shown: RwSignal::new(None) }
    }

    pub fn say(&'static self, text: impl Into<String>) {
        self.show(text.into(), None);
    }

    /// Shows a message with a button.
    pub fn offer(&'static self, text: impl Into<String>, label: &'static str, act: Act) {
        self.show(text.into(), Some((label, act)));
    }

    fn show(&'static self, text: String, action: Option<(&'static str, Act)>) {
        self.shown.set(Some(Toast { text, action }));
    }
}
