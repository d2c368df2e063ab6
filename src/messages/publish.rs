//! The messages about making a site. A separate catalogue, which no first visit carries.

use super::Refusal;

/// Why no site was made.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in ko/publish.rs and en/publish.rs")]
pub struct PublishMessages {
    pub no_settings: fn() -> Refusal,
    pub base: fn(&str) -> Refusal,
    pub missing: fn(path: &str) -> Refusal,
    pub not_text: fn(path: &str) -> Refusal,
    pub not_png: fn(path: &str) -> Refusal,
    /// `reason` is a sentence about a program file
    pub program: fn(path: &str, reason: &str) -> Refusal,
    /// The files of the app itself are not in order; problem and hint are for its developers
    pub template: fn(problem: &str, hint: &str) -> Refusal,

    // On the command line
    pub not_a_site: fn() -> Refusal,
    pub no_app: fn() -> Refusal,
    pub published: fn(place: &str, base: &str, pages: usize) -> String,
}
