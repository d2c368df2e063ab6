//! English: a conference's own site.

use crate::messages::site::{SiteMessages, SiteRule};
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
    icon_not_a_picture: |cause| Refusal {
        message: format!("The icon is not a readable SVG or PNG: {cause}"),
        hint: "Export it again as SVG with outlines instead of text, or as a square PNG.".to_owned(),
    },
    icon_too_small: |width, height, least| Refusal {
        message: format!("The icon has {width}×{height} pixels, which is too few for a home screen"),
        hint: format!("Use a PNG with at least {least} pixels on its longer side, better 512, or an SVG."),
    },
    icon_too_large: |bytes, most| Refusal {
        message: format!("The icon has {} KB", bytes / 1000),
        hint: format!("Use a file of at most {} KB.", most / 1000),
    },
};

fn rule_text(rule: SiteRule) -> String {
    match rule {
        SiteRule::Text(most) => format!("Give one line of text with at most {most} characters."),
        SiteRule::Languages => format!("Give a list of these: {}.", Language::ALL.map(Language::tag).join(", ")),
        SiteRule::Color => "Give a colour such as \"#3776ab\".".to_owned(),
        SiteRule::Icon => "Give the path of an .svg or .png file below public/, such as \"icon.svg\".".to_owned(),
        SiteRule::Screenshots => "Give paths of .png files below public/, such as [\"screenshots/one.png\"].".to_owned(),
        SiteRule::Program => {
            "Give the path of a program file below public/, such as programs = [\"programs/my.json\"].".to_owned()
        }
        SiteRule::Domain => "Give the name of the host alone, such as \"timetable.example.org\".".to_owned(),
        SiteRule::Switch => "Write true or false, without quotes.".to_owned(),
        SiteRule::EmbedFrom => "Give origins with https and without a path, such as [\"https://example.org\"].".to_owned(),
    }
}
