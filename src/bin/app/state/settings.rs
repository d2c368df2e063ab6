//! The person's settings, and the language that follows from them.

use crate::browser;
use crate::storage;
use leptos::prelude::*;
use siganpyo::messages::{Language, Messages};
use siganpyo::wire::settings::Settings;

pub struct SettingsState {
    pub current: RwSignal<Settings>,
    /// Apart from the settings, so that what reads a text is not made anew when some other setting changes.
    language: Memo<Language>,
}

impl SettingsState {
    pub fn wake() -> SettingsState {
        let current = RwSignal::new(storage::read_settings());
        SettingsState { current, language: Memo::new(move |_| current.with(language)) }
    }

    pub fn language(&'static self) -> Language {
        self.language.get()
    }

    /// The catalogue in the person's language. The whole page is drawn anew when the language changes.
    pub fn messages(&'static self) -> &'static Messages {
        self.language().messages()
    }

    pub fn set(&'static self, change: impl FnOnce(&mut Settings)) {
        self.current.update(|settings| {
            change(settings);
            settings.edit += 1;
        });
        self.current.with_untracked(storage::write_settings);
    }

    /// Takes over settings that were stored elsewhere, as they are.
    pub fn replace(&'static self, stored: Settings) {
        self.current.set(stored);
        self.current.with_untracked(storage::write_settings);
    }

    /// Remembers which program is in use: this one of the library, or the app's own.
    pub fn use_program(&'static self, program: Option<String>) {
        self.set(|settings| {
            settings.program = program;
            settings.trial = false;
        });
    }
}

/// What the person chose, else what the browser says they prefer.
fn language(settings: &Settings) -> Language {
    let chosen = settings.language.as_deref().and_then(Language::from_tag);
    chosen.unwrap_or_else(|| Language::preferred(&browser::languages()))
}
