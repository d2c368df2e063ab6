//! What an organiser typed, read.

use crate::import::add_walking_lines;
use crate::messages::{Language, Refusal};
use crate::program::{Program, RoomId};
use crate::publish::check_base;
use crate::site::Settings;
use std::collections::BTreeMap;

/// What was typed and chosen, by the names of the fields. A box that is not ticked has none.
pub type Fields = BTreeMap<String, String>;

/// The choices for a site, as far as they are in order.
pub struct Choices {
    pub settings: Settings,
    /// With the walking times that were typed.
    pub program: Program,
    pub base: String,
    /// What is wrong, by the names of the fields.
    problems: Vec<(&'static str, Refusal)>,
}

/// The fields that are lines of `site.toml`.
const TEXTS: [&str; 4] = ["name", "short_name", "description", "domain"];

impl Choices {
    /// Reads the fields. Each keeps the rules of `site.toml`.
    pub fn read(fields: &Fields, program: &Program, language: Language) -> Choices {
        let typed = |name: &str| fields.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
        let mut choices = Choices {
            settings: Settings::default(),
            program: program.clone(),
            base: typed("base").unwrap_or("/").to_owned(),
            problems: Vec::new(),
        };
        for name in TEXTS {
            if let Some(text) = typed(name) {
                choices.put(name, text, language);
            }
        }
        if let Some(color) = typed("color").filter(|_| fields.contains_key("own_color")) {
            choices.put("color", color, language);
        }
        choices.settings.languages = Language::ALL.into_iter().filter(|known| fields.contains_key(known.tag())).collect();
        if choices.settings.languages.is_empty() {
            choices.problems.push(("languages", (language.desk_messages().no_language)()));
        }
        choices.settings.speaker_calendars = fields.contains_key("speaker_calendars");
        if let Err(error) = check_base(&choices.base) {
            choices.problems.push(("base", error.refusal(language)));
        }
        choices.read_walking(fields.get("walking").map_or("", String::as_str), language);
        choices
    }

    /// What is wrong with a field.
    pub fn problem(&self, field: &str) -> Option<&Refusal> {
        self.problems.iter().find(|(name, _)| *name == field).map(|(_, refusal)| refusal)
    }

    pub fn first_problem(&self) -> Option<&Refusal> {
        self.problems.first().map(|(_, refusal)| refusal)
    }

    /// Puts the choices into the settings of the site of before, whose others stay.
    pub fn write_into(&self, settings: &mut Settings) {
        let chosen = self.settings.clone();
        *settings = Settings {
            screenshots: std::mem::take(&mut settings.screenshots),
            embed_from: std::mem::take(&mut settings.embed_from),
            ..chosen
        };
    }

    /// Reads one line of `site.toml`.
    fn put(&mut self, field: &'static str, text: &str, language: Language) {
        let line = toml::Table::from_iter([(field.to_owned(), text.into())]).to_string();
        match Settings::parse_without_programs(&line) {
            Ok(read) => self.settings.overrule(read),
            Err(error) => self.problems.push((field, error.refusal(language))),
        }
    }

    fn read_walking(&mut self, text: &str, language: Language) {
        self.program.walking.clear();
        let warnings = add_walking_lines(&mut self.program, text);
        if let Some(warning) = warnings.first() {
            let hint = language.desk_messages().walking_hint.to_owned();
            self.problems.push(("walking", Refusal { message: warning.sentence(language), hint }));
        }
    }
}

/// What the fields say of these settings and this program.
pub fn fields(settings: &Settings, program: &Program, base: &str, language: Language) -> Fields {
    let name = settings.name.clone().unwrap_or_else(|| program.title.clone());
    let languages = if settings.languages.is_empty() { Language::ALL.to_vec() } else { settings.languages.clone() };
    let mut fields = Fields::from(
        [("name", name), ("base", base.to_owned()), ("walking", walking(program, language))]
            .map(|(name, value)| (name.to_owned(), value)),
    );
    let texts = [("short_name", &settings.short_name), ("description", &settings.description), ("domain", &settings.domain)];
    fields.extend(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.clone()?))));
    fields.extend(languages.iter().map(|language| (language.tag().to_owned(), "on".to_owned())));
    if let Some(color) = settings.color {
        fields.extend([("own_color".to_owned(), "on".to_owned()), ("color".to_owned(), color.to_string())]);
    }
    if settings.speaker_calendars {
        fields.insert("speaker_calendars".to_owned(), "on".to_owned());
    }
    fields
}

/// The walking times as they may be typed, a line for each.
fn walking(program: &Program, language: Language) -> String {
    let name = |id: &RoomId| {
        let room = program.rooms.iter().find(|room| room.id == *id);
        room.map_or_else(|| id.to_string(), |room| room.name_in(language.tag()).to_owned())
    };
    // Names may hold commas, and a semicolon separates in any case.
    let names = |ids: &[RoomId]| ids.iter().map(name).collect::<Vec<_>>().join("; ");
    let line = |walk: &crate::program::Walk| format!("{} > {} = {}", names(&walk.from), names(&walk.to), walk.minutes);
    program.walking.iter().map(line).collect::<Vec<_>>().join("\n")
}
