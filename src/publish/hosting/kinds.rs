//! The kinds of files in a build, by the endings of their names.

/// Endings, what they are, and whether the build compresses such files.
pub static KINDS: [Kind; 17] = [
    Kind { ending: "html", media_type: "text/html", is_compressed: true },
    Kind { ending: "js", media_type: "text/javascript", is_compressed: true },
    Kind { ending: "css", media_type: "text/css", is_compressed: true },
    Kind { ending: "txt", media_type: "text/plain", is_compressed: true },
    Kind { ending: "ics", media_type: "text/calendar", is_compressed: true },
    Kind { ending: "wasm", media_type: "application/wasm", is_compressed: true },
    Kind { ending: "json", media_type: "application/json", is_compressed: true },
    Kind { ending: "webmanifest", media_type: "application/manifest+json", is_compressed: true },
    Kind { ending: "svg", media_type: "image/svg+xml", is_compressed: true },
    Kind { ending: "otf", media_type: "font/otf", is_compressed: true },
    // Slices of fonts. The app unpacks them, so they must not be announced as a compressed something else.
    Kind { ending: "gz", media_type: "application/gzip", is_compressed: false },
    Kind { ending: "png", media_type: "image/png", is_compressed: false },
    Kind { ending: "jpg", media_type: "image/jpeg", is_compressed: false },
    Kind { ending: "webp", media_type: "image/webp", is_compressed: false },
    Kind { ending: "ico", media_type: "image/x-icon", is_compressed: false },
    Kind { ending: "woff2", media_type: "font/woff2", is_compressed: false },
    Kind { ending: "pdf", media_type: "application/pdf", is_compressed: false },
];

/// What the files with one ending are.
pub struct Kind {
    /// Behind the last full stop of their names.
    pub ending: &'static str,
    /// As RFC 6838 has it, without parameters.
    pub media_type: &'static str,
    /// Has siblings with `.br` and `.gz` behind its name, or may have.
    pub is_compressed: bool,
}

impl Kind {
    /// What follows the media type of texts, all of which are UTF-8.
    pub fn charset(&self) -> &'static str {
        if self.media_type.starts_with("text/") { "; charset=utf-8" } else { "" }
    }
}

/// What a file or page is, by its path below the app's base. None for a kind that no build has.
pub fn media_type(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("html", |(_, ending)| ending);
    let kind = KINDS.iter().find(|kind| kind.ending == ending)?;
    Some(format!("{}{}", kind.media_type, kind.charset()))
}
