//! The form as markup.

use super::choices::Fields;
use super::pictures::Pictures;
use crate::markup::Element;
use crate::messages::{Language, Refusal};
use crate::program::Program;
use crate::publish::prerender::text::Text;

/// The names of the fields that may be wrong.
pub const NAMES: [&str; 8] = ["name", "short_name", "description", "languages", "color", "base", "domain", "walking"];

/// The conference's own colour where none is chosen: that of the app.
const COLOR: &str = "#1c6b57";

/// The most characters of a name and of a description are what `site.toml` allows; whoever types more is told so.
const MOST: &str = "400";

/// The files that a picture may be.
const PICTURE: &str = "image/svg+xml,image/png,.svg,.png";
const PHOTO: &str = "image/jpeg,image/png";

/// The whole desk: fields, what would come of them, and the button.
pub fn form(fields: &Fields, program: &Program, language: Language) -> String {
    let messages = language.desk_messages();
    let form = Form { fields };
    let tag = |tag: &'static str| Text::new(tag);
    let names = [
        form.text("name", messages.name, ""),
        form.text("short_name", messages.short_name, messages.short_name_hint),
        form.text("description", messages.description, messages.description_hint),
    ];
    let languages = Language::ALL.map(|known| form.tick(known.tag(), known.messages().language_name));
    let languages = tag("fieldset")
        .child(tag("legend").text(messages.languages))
        .children(languages)
        .child(hint("languages", messages.languages_hint))
        .child(place("languages"));
    let color =
        form.input("color", messages.color, messages.color_hint, "color", fields.get("color").map_or(COLOR, String::as_str));
    let looks = [
        form.tick("own_color", messages.own_color),
        color,
        file("icon", messages.icon, messages.icon_hint, PICTURE).child(slot("icon")),
        file("logo", messages.logo, messages.logo_hint, PICTURE).child(slot("logo")),
        file("background", messages.background, messages.background_hint, PHOTO).child(slot("background")),
    ];
    let places =
        [form.text("base", messages.base, messages.base_hint), form.text("domain", messages.domain, messages.domain_hint)];
    let walking = labelled("walking", messages.walking, messages.walking_hint, form.area("walking"));
    let zone = tag("p").class("hint").text(&(messages.zone)(&program.time_zone));
    let make = tag("button").attr("type", "submit").class("button main").data("action", "make").text(messages.make);
    let filled = tag("form")
        .attr("novalidate", "")
        .data("action", "desk")
        .child(file("before", messages.before, messages.before_hint, ".zip,application/zip"))
        .children(names)
        .child(languages)
        .children(looks)
        .children(places)
        .child(walking)
        .child(form.tick("speaker_calendars", messages.speaker_calendars))
        .child(zone)
        .child(slot("sessions"))
        .child(slot("changes"))
        .child(slot("preview"))
        .child(slot("loading").attr("role", "status"))
        .child(tag("div").class("actions").child(make))
        .child(tag("p").class("busy").attr("role", "status").text(messages.working));
    [tag("h2").text(messages.title), tag("p").class("lead").text(messages.about), filled, slot("made").attr("role", "status")]
        .map(Text::finish)
        .concat()
}

/// The way to the table of sessions.
pub fn closed_table(language: Language) -> String {
    let label = language.desk_messages().edit;
    Text::new("button").attr("type", "button").class("button").data("action", "edit").text(label).finish()
}

/// That a picture was chosen, whether the draft keeps it, and the way back.
pub fn chosen(name: &str, pictures: &Pictures, language: Language) -> String {
    let messages = language.desk_messages();
    if !pictures.has(name) {
        return String::new();
    }
    let label = match name {
        "icon" => messages.drop_icon,
        "logo" => messages.drop_logo,
        _ => messages.drop_background,
    };
    let drop = Text::new("button").attr("type", "button").class("button").data("action", &format!("drop-{name}")).text(label);
    let not_drafted = (!pictures.are_small()).then(|| Text::new("p").class("hint").text(messages.pictures_not_drafted).finish());
    drop.finish() + &not_drafted.unwrap_or_default()
}

/// What is wrong with a field, or nothing.
pub fn problem(name: &str, problem: Option<&Refusal>) -> (String, String) {
    (format!("problem-{name}"), problem.map(said).unwrap_or_default())
}

/// What is wrong and what to do, on a line.
pub fn said(refusal: &Refusal) -> String {
    line(&format!("{}. {}", refusal.message, refusal.hint))
}

pub fn line(text: &str) -> String {
    Text::new("span").text(text).finish()
}

struct Form<'f> {
    fields: &'f Fields,
}

impl Form<'_> {
    fn value(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    fn text(&self, name: &'static str, label: &str, help: &str) -> Text {
        self.input(name, label, help, "text", self.value(name))
    }

    fn input(&self, name: &'static str, label: &str, help: &str, kind: &str, value: &str) -> Text {
        let input =
            Text::new("input").attr("type", kind).attr("maxlength", MOST).attr("autocomplete", "off").attr("value", value);
        labelled(name, label, help, input)
    }

    fn area(&self, name: &str) -> Text {
        Text::new("textarea").attr("rows", "3").text(self.value(name))
    }

    fn tick(&self, name: &'static str, label: &str) -> Text {
        let input = Text::new("input").attr("type", "checkbox").attr("name", name);
        let input = if self.fields.contains_key(name) { input.attr("checked", "") } else { input };
        Text::new("label").class("tick").child(input).child(Text::new("span").text(label))
    }
}

/// A field below its label, with help and the place for what is wrong with it.
fn labelled(name: &'static str, label: &str, help: &str, field: Text) -> Text {
    let described = format!("hint-{name} problem-{name}");
    let field = field.attr("name", name).attr("aria-describedby", &described);
    let label = Text::new("label").class("field").child(Text::new("span").text(label)).child(field);
    Text::new("div").child(label).child(hint(name, help)).child(place(name))
}

fn file(name: &'static str, label: &str, help: &str, accept: &str) -> Text {
    labelled(name, label, help, Text::new("input").attr("type", "file").attr("accept", accept))
}

fn hint(name: &str, help: &str) -> Text {
    Text::new("p").class("hint").attr("id", &format!("hint-{name}")).text(help)
}

fn place(name: &str) -> Text {
    let name = format!("problem-{name}");
    Text::new("p").class("problem").attr("id", &name).attr("role", "status").data("part", &name)
}

fn slot(name: &str) -> Text {
    Text::new("div").data("part", name)
}
