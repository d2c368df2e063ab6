//! Why no site was made.

use crate::import::{ImportError, Warning};
use crate::messages::mirror::{DirectoryFault, ListingFault};
use crate::messages::{Language, Refusal};
use crate::site::{PictureError, SettingsError};
use std::fmt;

/// Why no site was made: what is wrong with what the organiser gave, or with the app's own files.
#[derive(Debug)]
pub enum PublishError {
    /// There is no `site.toml`.
    NoSettings,
    /// `site.toml` says something that it may not say.
    Settings(SettingsError),
    /// No icons or no logo can be made from the picture.
    Picture(PictureError),
    /// The address of the app on its host is no path.
    Base(String),
    /// A file is named, and is not there.
    Missing(String),
    /// A file is not UTF-8.
    NotText(String),
    /// A screenshot is no PNG picture.
    NotPng(String),
    /// A program cannot be read.
    Unreadable(String, ImportError),
    /// A program has faults.
    Faulty(String, Box<Warning>),
    /// The organiser's directory of programs cannot be read.
    Directory(DirectoryFault),
    /// A program in that directory, by its number from 1 on.
    Listing(usize, ListingFault),
    /// The files of the app are not in order: what is wrong, for its developers, and what they can do.
    Template(String, String),
}

impl PublishError {
    /// A fault of the app's own files.
    pub(super) fn template(problem: impl Into<String>, hint: impl Into<String>) -> PublishError {
        PublishError::Template(problem.into(), hint.into())
    }

    /// Returns what is wrong and what to do, in the catalogue's language.
    pub fn refusal(&self, language: Language) -> Refusal {
        let messages = language.publish_messages();
        match self {
            PublishError::NoSettings => (messages.no_settings)(),
            PublishError::Settings(error) => error.refusal(language),
            PublishError::Picture(error) => error.refusal(language),
            PublishError::Base(base) => (messages.base)(base),
            PublishError::Missing(path) => (messages.missing)(path),
            PublishError::NotText(path) => (messages.not_text)(path),
            PublishError::NotPng(path) => (messages.not_png)(path),
            PublishError::Unreadable(path, error) => (messages.program)(path, &error.refusal(language).message),
            PublishError::Faulty(path, warning) => (messages.program)(path, &warning.sentence(language)),
            PublishError::Directory(fault) => (language.mirror_messages().directory_fault)(fault),
            PublishError::Listing(number, fault) => (language.mirror_messages().listing_fault)(*number, fault),
            PublishError::Template(problem, hint) => (messages.template)(problem, hint),
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.refusal(Language::FALLBACK).message)
    }
}

impl std::error::Error for PublishError {}

impl From<SettingsError> for PublishError {
    fn from(error: SettingsError) -> PublishError {
        PublishError::Settings(error)
    }
}

impl From<PictureError> for PublishError {
    fn from(error: PictureError) -> PublishError {
        PublishError::Picture(error)
    }
}
