//! The messages about the settings and the pictures of a conference's own site.

use super::Refusal;

/// What may be wrong with a site.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in ko/site.rs and en/site.rs")]
pub struct SiteMessages {
    pub not_toml: fn(cause: &str) -> Refusal,
    pub unknown_field: fn(name: &str, known: &str) -> Refusal,
    pub broken_field: fn(name: &str, rule: &SiteRule) -> Refusal,
    pub not_a_picture: fn(what: PictureOf, cause: &str) -> Refusal,
    pub not_a_photo: fn() -> Refusal,
    pub picture_too_small: fn(what: PictureOf, width: u32, height: u32, least: u32) -> Refusal,
    pub picture_too_large: fn(what: PictureOf, bytes: usize, most: usize) -> Refusal,
    pub too_many_pixels: fn(what: PictureOf, width: u32, height: u32, most: u32) -> Refusal,
}

/// What an organiser's picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureOf {
    /// What the icons are made from.
    Icon,
    /// What stands beside the name.
    Logo,
    /// What is behind timetables.
    Background,
}

/// A field of `site.toml`.
#[expect(missing_docs, reason = "`site::Settings` says what each of them is")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Name,
    ShortName,
    Description,
    Languages,
    Color,
    Icon,
    Logo,
    Background,
    Screenshots,
    Programs,
    Domain,
    EmbedFrom,
    SpeakerCalendars,
}

impl Field {
    /// All of them, in the order of the documentation.
    pub const ALL: [Field; 13] = [
        Field::Name,
        Field::ShortName,
        Field::Description,
        Field::Languages,
        Field::Color,
        Field::Icon,
        Field::Logo,
        Field::Background,
        Field::Screenshots,
        Field::Programs,
        Field::Domain,
        Field::EmbedFrom,
        Field::SpeakerCalendars,
    ];

    /// Returns its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::ShortName => "short_name",
            Field::Description => "description",
            Field::Languages => "languages",
            Field::Color => "color",
            Field::Icon => "icon",
            Field::Logo => "logo",
            Field::Background => "background",
            Field::Screenshots => "screenshots",
            Field::Programs => "programs",
            Field::Domain => "domain",
            Field::EmbedFrom => "embed_from",
            Field::SpeakerCalendars => "speaker_calendars",
        }
    }

    /// Returns the field with this name; a hyphen, British spelling and the singular of a list are fine too.
    pub fn parse(name: &str) -> Option<Field> {
        let name = name.to_ascii_lowercase().replace('-', "_").replace("colour", "color");
        Field::ALL.into_iter().find(|field| field.name() == name || field.name().strip_suffix('s') == Some(&name))
    }
}

/// The rule that the value of a field breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteRule {
    /// One line of text with at most this many characters.
    Text(usize),
    /// A list of languages of the catalogue.
    Languages,
    /// A colour as `#rrggbb`.
    Color,
    /// The path of an SVG or PNG file below `public`.
    Picture,
    /// The path of a JPEG or PNG file below `public`.
    Photo,
    /// Paths of PNG files below `public`.
    Screenshots,
    /// Paths of program files below `public`, at least one.
    Program,
    /// The name of a host.
    Domain,
    /// Origins with https.
    EmbedFrom,
    /// Yes or no.
    Switch,
}
