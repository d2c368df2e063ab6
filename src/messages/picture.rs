//! What a picture says by itself, and why none can be made. A catalogue of its own, since the page carries no painter.

use super::Refusal;

/// The texts of one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct PictureMessages {
    /// Between two entries, from whole minutes
    pub free_time: fn(i64) -> String,
    /// Two entries at once, from whole minutes
    pub overlapping: fn(i64) -> String,
    /// How many overlaps a day has, where marks stand for them
    pub overlap_count: fn(count: usize) -> String,
    /// Beside a QR code that opens the same plan
    pub scan: &'static str,
    pub removed: &'static str,
    /// In small print, so that an outdated picture can be told
    pub program_version: fn(version: &str) -> String,
    pub nothing_to_paint: fn() -> Refusal,
    pub screen_too_small: fn(width: u32, height: u32) -> Refusal,
    pub screen_too_large: fn(width: u32, height: u32) -> Refusal,
    pub no_such_zone: fn(name: &str, choices: &str) -> Refusal,
    pub no_such_theme: fn(name: &str, choices: &str) -> Refusal,
    pub no_such_day: fn(day: &str) -> Refusal,
    pub fonts_missing: fn() -> Refusal,
    pub fonts_broken: fn() -> Refusal,
    pub fonts_not_found: fn(folder: &str) -> Refusal,
    pub worker_outdated: fn() -> Refusal,
}
