//! What would come of the choices, and what came of them.

use super::choices::Choices;
use super::pictures::Pictures;
use super::steps;
use crate::markup::Element;
use crate::messages::{Language, Refusal};
use crate::publish::pictures::Painter;
use crate::publish::prerender::text::Text;
use crate::publish::{Files, PublishError};
use crate::site::{Icons, Logo, Site};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// The app's own icon, which a colour changes.
const OWN_ICON: &str = "icons/icon.svg";

/// Icon, logo, link and wallpaper as they would be; the texts alone until the files of the app are here.
pub fn preview(choices: &Choices, pictures: &Pictures, app: Option<&Files>, language: Language) -> String {
    let messages = language.desk_messages();
    let site = Site::of(&choices.settings, &choices.program);
    let figure = |kind: &str, picture: Result<Option<Vec<u8>>, PublishError>, caption: &str, below: [&str; 2]| {
        let figure = Text::new("figure").class(kind);
        let figure = match picture {
            Ok(Some(png)) => figure.child(image(&png)),
            Ok(None) => figure,
            Err(error) => figure.child(said(&error.refusal(language))),
        };
        let texts = below.into_iter().filter(|text| !text.is_empty()).map(|text| Text::new("b").text(text));
        figure.children(texts).child(Text::new("figcaption").text(caption))
    };
    let logo = pictures.logo.as_deref().map(Logo::of);
    let mark = logo.iter().flatten().find_map(|logo| logo.mark.clone());
    let painter = app.map(|files| Painter { files, program: &choices.program, site: &site, logo: mark });
    let icon = app.map_or(Ok(None), |app| home_icon(&site, pictures.icon.as_deref(), app));
    let card = painter.as_ref().map(Painter::preview).transpose();
    let sample = painter.as_ref().map_or(Ok(None), Painter::sample);
    let logo = logo.map(|logo| Ok(Some(logo?.png)));
    let figures = [
        Some(figure("home", icon, messages.on_home_screen, [&site.short_name, ""])),
        logo.map(|logo| figure("logo", logo, messages.beside_name, ["", ""])),
        Some(figure("link", card, messages.beside_links, [&site.name, &site.description])),
        Some(figure("lock", sample, messages.wallpaper, ["", ""])),
    ];
    let heading = Text::new("h2").text(messages.preview);
    heading.finish() + &Text::new("div").class("looks").children(figures.into_iter().flatten()).finish()
}

/// How many files of the app are here.
pub fn loading(here: usize, all: usize, language: Language) -> String {
    Text::new("p").class("hint").text(&(language.desk_messages().loading_app)(here, all)).finish()
}

/// That they could not be had, and the way to try again.
pub fn failed(language: Language) -> String {
    let messages = language.desk_messages();
    let again = Text::new("button").attr("type", "button").class("button").data("action", "load").text(messages.load_again);
    said(&(messages.app_failed)()).child(Text::new("div").class("actions").child(again)).finish()
}

/// What is different for people who have the site of before; nothing if there was none.
pub fn changes(lines: Option<&[String]>, language: Language) -> String {
    let messages = language.desk_messages();
    let Some(lines) = lines else { return String::new() };
    let heading = Text::new("h2").text(messages.changes).finish();
    if lines.is_empty() {
        return heading + &Text::new("p").text(messages.no_changes).finish();
    }
    heading + &Text::new("ul").children(lines.iter().map(|line| Text::new("li").text(line))).finish()
}

/// That it is ready, and how to put it on the web.
pub fn made(name: &str, pages: usize, bytes: usize, language: Language) -> String {
    let messages = language.desk_messages();
    let save = Text::new("button").class("button").attr("type", "button").data("action", "save").text(messages.save);
    let notice = boxed("notice ready", &(messages.made)(name, pages, bytes)).child(Text::new("div").class("actions").child(save));
    notice.finish() + &steps::steps(language)
}

/// What went wrong, as a box.
fn said(refusal: &Refusal) -> Text {
    boxed("notice", refusal)
}

fn boxed(class: &str, refusal: &Refusal) -> Text {
    let notice = Text::new("div").class(class);
    notice.child(Text::new("strong").text(&refusal.message)).child(Text::new("p").text(&refusal.hint))
}

fn home_icon(site: &Site, icon: Option<&[u8]>, app: &Files) -> Result<Option<Vec<u8>>, PublishError> {
    let own = || app.text(OWN_ICON).map(|own| site.color.map_or_else(|| own.to_owned(), |color| Icons::in_color(own, color)));
    let icons = match icon {
        Some(picture) => Icons::of(picture)?,
        None => Icons::of(own()?.as_bytes())?,
    };
    Ok(icons.files.into_iter().next().map(|(_, png)| png))
}

fn image(png: &[u8]) -> Text {
    Text::new("img").attr("alt", "").attr("src", &format!("data:image/png;base64,{}", BASE64_STANDARD.encode(png)))
}
