//! English: a conference's own site.

use crate::messages::site::{PictureOf, SiteMessages, SiteRule};
use crate::messages::{Language, Refusal};

pub(in crate::messages) const SITE: SiteMessages = SiteMessages {
    not_toml: |cause| Refusal {
        message: format!("site.toml cannot be read: {cause}"),
        hint: "Put text between quotes and lists between brackets: name = \"My Conference\", languages = [\"en\"].".to_owned(),
    },
    unknown_field: |name, known| Refusal {
        message: format!("site.toml has a field “{name}”, which does not exist"),
        hint: format!("The fields are {known}."),
    },
    broken_field: |name, rule| Refusal {
        message: format!("“{name}” in site.toml is missing or not valid"),
        hint: rule_text(*rule),
    },
    not_a_picture: |what, cause| Refusal {
        message: format!("The {} is not a readable SVG or PNG: {cause}", named(what)),
        hint: "Export it again as SVG with outlines instead of text, or as a PNG.".to_owned(),
    },
    not_a_photo: || Refusal {
        message: "The background is not a JPEG or a PNG".to_owned(),
        hint: "Export it again as a JPEG of about 1440×3120 pixels.".to_owned(),
    },
    picture_too_small: |what, width, height, least| Refusal {
        message: format!("The {} has {width}×{height} pixels, which is too few", named(what)),
        hint: format!("Use a PNG with at least {least} pixels on its longer side, better 512, or an SVG."),
    },
    picture_too_large: |what, bytes, most| Refusal {
        message: format!("The {} has {} KB", named(what), bytes / 1000),
        hint: format!("Use a file of at most {} KB.", most / 1000),
    },
    too_many_pixels: |what, width, height, most| Refusal {
        message: format!("The {} has {width}×{height} pixels", named(what)),
        hint: format!("Use a PNG with at most {most} pixels on its longer side, or an SVG."),
    },
};

fn named(what: PictureOf) -> &'static str {
    match what {
        PictureOf::Icon => "icon",
        PictureOf::Logo => "logo",
        PictureOf::Background => "background",
    }
}

fn rule_text(rule: SiteRule) -> String {
    match rule {
        SiteRule::Text(most) => format!("Give one line of text with at most {most} characters."),
        SiteRule::Languages => format!("Give a list of these: {}.", Language::ALL.map(Language::tag).join(", ")),
        SiteRule::Color => "Give a colour such as \"#3776ab\".".to_owned(),
        SiteRule::Picture => "Give the path of an .svg or .png file below public/, such as \"icon.svg\".".to_owned(),
        SiteRule::Photo => "Give the path of a .jpg or .png file below public/, such as \"background.jpg\".".to_owned(),
        SiteRule::Screenshots => "Give paths of .png files below public/, such as [\"screenshots/one.png\"].".to_owned(),
        SiteRule::Program => {
            "Give the path of a program file below public/, such as programs = [\"programs/my.json\"].".to_owned()
        }
        SiteRule::Domain => "Give the name of the host alone, such as \"timetable.example.org\".".to_owned(),
        SiteRule::Switch => "Write true or false, without quotes.".to_owned(),
        SiteRule::EmbedFrom => "Give origins with https and without a path, such as [\"https://example.org\"].".to_owned(),
    }
}
