//! The pages by their addresses.

use crate::page;

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Program,
    Session(String),
    Plan,
    Wallpaper,
    Library,
    Settings,
    Nowhere,
}

impl Place {
    /// The page at a path. Static hosts add slashes at the end.
    pub fn at(path: &str) -> Place {
        match path.strip_prefix(&page::base_path()).unwrap_or(path).trim_matches('/') {
            "" => Place::Program,
            "plan" => Place::Plan,
            "wallpaper" => Place::Wallpaper,
            "library" => Place::Library,
            "settings" => Place::Settings,
            other => match other.strip_prefix("session/").map(js_sys::decode_uri_component) {
                Some(Ok(id)) => Place::Session(id.into()),
                _ => Place::Nowhere,
            },
        }
    }

    /// The page that the browser shows now.
    pub fn here() -> Place {
        Place::at(&page::window().location().pathname().unwrap_or_default())
    }

    /// Path of its tab below the base.
    pub fn tab(&self) -> &'static str {
        match self {
            Place::Program => "",
            Place::Plan => "plan",
            Place::Wallpaper => "wallpaper",
            Place::Library => "library",
            Place::Session(_) | Place::Settings | Place::Nowhere => "none",
        }
    }
}
