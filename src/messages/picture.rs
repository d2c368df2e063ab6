//! The messages in a picture, and why a picture cannot be made. A separate catalogue, since the page does not contain the
//! painter.

use super::Refusal;
use crate::program::Date;

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct PictureMessages {
    /// Free time between two entries, in whole minutes
    pub free_time: fn(i64) -> String,
    /// Two overlapping entries, in whole minutes
    pub overlapping: fn(i64) -> String,
    /// The number of overlaps of a day, if they are only marked
    pub overlap_count: fn(count: usize) -> String,
    /// Next to a QR code that opens the same plan
    pub scan: &'static str,
    pub removed: &'static str,
    /// A day as people say it, such as `8월 18일 토요일`
    pub day: fn(Date) -> String,
    /// In small print, so that an outdated picture can be recognised: the date of the version of the program, or what the
    /// publisher calls the version
    pub as_of: fn(Date, with_year: bool) -> String,
    pub version: fn(&str) -> String,
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
