//! The pages of the app by their addresses.

use crate::browser;
use siganpyo::markup::pages;

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Program,
    Session(String),
    Plan,
    Wallpaper,
    Library,
    Settings,
    Nowhere,
}

impl Route {
    /// The page at an address. Static hosts add slashes at the end. In the extension, which has one page and no server, the query has the
    /// path: `index.html?/plan`.
    pub fn at(path: &str, query: &str) -> Route {
        let path = if query.starts_with('/') { query } else { path.strip_prefix(&browser::base_path()).unwrap_or(path) };
        match path.trim_matches('/') {
            "" | "index.html" => Route::Program,
            pages::PLAN => Route::Plan,
            pages::WALLPAPER => Route::Wallpaper,
            pages::LIBRARY => Route::Library,
            pages::SETTINGS => Route::Settings,
            other => match other.strip_prefix("session/").map(js_sys::decode_uri_component) {
                Some(Ok(id)) => Route::Session(id.into()),
                _ => Route::Nowhere,
            },
        }
    }

    /// The page that the browser shows now.
    pub fn here() -> Route {
        let path = browser::window().location().pathname().unwrap_or_default();
        Route::at(&path, browser::query().trim_start_matches('?'))
    }

    /// Path of its tab below the base.
    pub fn tab(&self) -> &'static str {
        match self {
            Route::Program => "",
            Route::Plan => pages::PLAN,
            Route::Wallpaper => pages::WALLPAPER,
            Route::Library => pages::LIBRARY,
            Route::Session(_) | Route::Settings | Route::Nowhere => "none",
        }
    }
}
