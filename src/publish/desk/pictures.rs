//! The pictures that an organiser chose at the desk.

use super::choices::Fields;
use crate::messages::{Language, Refusal};
use crate::publish::Given;
use crate::site::{Icons, Logo, Settings, background_path};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// The pictures by the names of their fields.
pub const NAMES: [&str; 3] = ["icon", "logo", "background"];

/// The most bytes of pictures in a draft, which lies where browsers have little room, beside what people picked.
const DRAFT_BYTES: usize = 300_000;

/// What was chosen.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    /// What the icons are made from.
    pub icon: Option<Vec<u8>>,
    /// What stands beside the name.
    pub logo: Option<Vec<u8>>,
    /// What may be behind timetables.
    pub background: Option<Vec<u8>>,
}

impl Pictures {
    /// Those of a site of before.
    pub fn of(given: &Given) -> Pictures {
        let picture = |path: &Option<String>| Some(given.pictures.bytes(path.as_ref()?).ok()?.to_vec());
        let settings = &given.settings;
        Pictures { icon: picture(&settings.icon), logo: picture(&settings.logo), background: picture(&settings.background) }
    }

    /// Takes the picture of a field, from which something can be drawn; without any bytes, none is chosen there any more.
    pub fn put(&mut self, name: &str, picture: Vec<u8>, language: Language) -> Result<(), Refusal> {
        let drawn = match name {
            _ if picture.is_empty() => Ok(()),
            "logo" => Logo::of(&picture).map(drop),
            "background" => background_path(&picture).map(drop),
            _ => Icons::of(&picture).map(drop),
        };
        drawn.map_err(|error| error.refusal(language))?;
        *self.place(name) = Some(picture).filter(|picture| !picture.is_empty());
        Ok(())
    }

    /// Puts them in place of those that a site of before was made with.
    pub fn write_into(&self, given: &mut Given) {
        let Settings { icon, logo, background, .. } = &mut given.settings;
        (*icon, *logo, *background) = (None, None, None);
        self.icon.iter().for_each(|icon| given.put_icon(icon.clone()));
        self.logo.iter().for_each(|logo| given.put_logo(logo.clone()));
        self.background.iter().for_each(|background| given.put_background(background.clone()));
    }

    pub fn has(&self, name: &str) -> bool {
        self.chosen().any(|(chosen, _)| chosen == name)
    }

    /// Whether a draft has room for them.
    pub fn are_small(&self) -> bool {
        self.chosen().map(|(_, picture)| picture.len()).sum::<usize>() <= DRAFT_BYTES
    }

    /// As fields of a draft.
    pub fn drafted(&self) -> impl Iterator<Item = (String, String)> {
        self.chosen().filter(|_| self.are_small()).map(|(name, picture)| (name.to_owned(), BASE64_STANDARD.encode(picture)))
    }

    /// Takes those of a draft out of its fields.
    pub fn of_draft(fields: &mut Fields) -> Pictures {
        let mut picture = |name: &str| BASE64_STANDARD.decode(fields.remove(name)?).ok();
        Pictures { icon: picture("icon"), logo: picture("logo"), background: picture("background") }
    }

    fn place(&mut self, name: &str) -> &mut Option<Vec<u8>> {
        match name {
            "logo" => &mut self.logo,
            "background" => &mut self.background,
            _ => &mut self.icon,
        }
    }

    fn chosen(&self) -> impl Iterator<Item = (&'static str, &Vec<u8>)> {
        let pictures = [&self.icon, &self.logo, &self.background];
        NAMES.into_iter().zip(pictures).filter_map(|(name, picture)| Some((name, picture.as_ref()?)))
    }
}
