//! The person's settings, and the language that follows from them.

use crate::browser;
use crate::storage;
use leptos::prelude::*;
use siganpyo::messages::{Language, Messages};
use siganpyo::wire::settings::Settings;

pub struct SettingsState {
    pub current: RwSignal<Settings>,
    /// A memo of its own, so that texts are not rendered again when another setting changes.
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

    /// Returns the catalogue in the person's language. The whole page is rendered again when the language changes.
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

    /// The person's minutes between rooms, for programs that do not state them.
    pub fn walking(&'static self) -> i64 {
        i64::from(self.current.with(|settings| settings.walking).unwrap_or(0))
    }

    /// Replaces the settings with stored ones.
    pub fn replace(&'static self, stored: Settings) {
        self.current.set(stored);
        self.current.with_untracked(storage::write_settings);
    }

    /// Records which program is in use: one of the library, or the built-in one.
    pub fn use_program(&'static self, program: Option<String>) {
        self.set(|settings| {
            settings.program = program;
            settings.trial = false;
        });
    }
}

/// Returns the language that the person chose, or else that of the page: `src/early.js` sets it to what suits the browser best.
fn language(settings: &Settings) -> Language {
    let tag = settings.language.clone().unwrap_or_else(|| browser::root().lang());
    Language::from_tag(&tag).unwrap_or(Language::FALLBACK)
}
