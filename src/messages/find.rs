//! What is said where a program is searched and filtered. A catalogue of its own, since that code arrives after the page.

use super::{Language, en, ko};
use crate::program::Kind;

/// The texts of one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct FindMessages {
    pub day: &'static str,
    pub track: &'static str,
    pub room: &'static str,
    pub language: &'static str,
    pub kind: &'static str,
    pub level: &'static str,
    pub my_plan: &'static str,
    /// The choice of sessions at whose time nothing of the plan is
    pub fits_plan: &'static str,
    /// The choice of sessions of which the program does not say it
    pub not_stated: &'static str,
    pub kind_name: fn(&Kind) -> &str,
    pub searched: fn(query: &str) -> String,
    /// A time on the phone's clock, beside the venue's
    pub phone_time: fn(clock: &str, zone: &str) -> String,
}

impl Language {
    /// What searching and filtering have to say in this language.
    pub fn find_messages(self) -> &'static FindMessages {
        match self {
            Language::Korean => &ko::FIND,
            Language::English => &en::FIND,
        }
    }
}
