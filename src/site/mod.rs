//! A conference's own site: what the app is called there, its colour, its icons, its logo and its background.
//!
//! An organiser writes `site.toml` beside the program; [`Settings`] is what it says, and [`Site`] is complete, since the program
//! supplies what the settings leave open.
//!
//! ```
//! use siganpyo::site::{Settings, Site};
//! use siganpyo::wire::program_file;
//!
//! let program = program_file::read(r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "My Conference",
//!     "venue": "Town Hall", "time_zone": "Asia/Seoul", "days": [], "rooms": [], "tracks": [], "sessions": []}"#)?;
//! let site = Site::of(&Settings::parse("programs = 'programs/my.json'")?, &program);
//! assert_eq!((site.name.as_str(), site.description.as_str()), ("My Conference", "Town Hall"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod accent;
mod background;
mod icons;
mod logo;
mod one_color;
mod picture;
mod settings;

pub use accent::{accent_style, accents};
pub use background::{background_path, is_background};
pub use icons::Icons;
pub use logo::{LOGO, Logo, MARK};
pub use picture::{PictureError, png_size};
pub use settings::{Settings, SettingsError};

use crate::messages::Language;
use crate::program::{Color, Program};

/// What the pages, the manifest and the pictures of a site say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// Its name below the icon on a home screen.
    pub short_name: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// The languages that the app offers, at least one; pages are written in the first one.
    pub languages: Vec<Language>,
    /// The colour of buttons, links and the icon.
    pub color: Option<Color>,
    /// Whether it has a logo.
    pub has_logo: bool,
    /// The name of the host.
    pub domain: Option<String>,
    /// The origins whose pages may show the app in a frame.
    pub embed_from: Vec<String>,
}

impl Site {
    /// Completes the settings with what the program says.
    pub fn of(settings: &Settings, program: &Program) -> Site {
        let name = settings.name.clone().unwrap_or_else(|| program.title.clone());
        let lines: Vec<&str> = [&program.subtitle, &program.venue].into_iter().flatten().map(String::as_str).collect();
        let description = if lines.is_empty() { name.clone() } else { lines.join(" · ") };
        let languages = if settings.languages.is_empty() { Language::ALL.to_vec() } else { settings.languages.clone() };
        Site {
            short_name: settings.short_name.clone().unwrap_or_else(|| name.clone()),
            description: settings.description.clone().unwrap_or(description),
            name,
            languages,
            color: settings.color,
            has_logo: settings.logo.is_some(),
            domain: settings.domain.clone(),
            embed_from: settings.embed_from.clone(),
        }
    }

    /// The language that pages are written in until `src/early.js` knows better.
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::FALLBACK)
    }
}
