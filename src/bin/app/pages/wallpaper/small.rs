//! The small pictures of designs and themes that are there.

use super::finished::Finished;
use leptos::prelude::*;
use siganpyo::wallpaper::{Design, Theme};
use siganpyo::wire::job::WallpaperJob;

/// What a small picture shows the plan in, in the place of what is chosen.
#[derive(Clone, Copy, PartialEq)]
pub enum Look {
    Design(Design),
    Theme(Theme),
}

/// What small pictures show: their jobs, and the address of the photo.
pub type Subject = (Vec<WallpaperJob>, Option<String>);

/// The small pictures that are there.
#[derive(Clone, Copy)]
pub struct Small {
    pub small: RwSignal<Vec<(Look, Finished)>, LocalStorage>,
    pub subject: StoredValue<Option<Subject>>,
}

impl Small {
    pub fn new() -> Small {
        Small { small: RwSignal::new_local(Vec::new()), subject: StoredValue::new(None) }
    }

    /// Puts one in the place of the one of before.
    pub fn put(self, look: Look, picture: Finished) {
        let _ = self.small.try_update(|small| {
            small.extract_if(.., |(other, _)| *other == look).for_each(|(_, picture)| picture.forget());
            small.push((look, picture));
        });
    }

    /// Releases the memory of the small pictures.
    pub fn forget(self) {
        self.small.with_untracked(|small| small.iter().for_each(|(_, picture)| picture.forget()));
    }
}
