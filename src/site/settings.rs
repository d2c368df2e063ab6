//! Reading `site.toml`.
//!
//! The file is read field by field, so that a refusal can name the field and say what it may be.

use crate::messages::site::{Field, SiteRule};
use crate::messages::{Language, Refusal};
use crate::program::Color;
use toml::{Table, Value};

/// What an organiser decided about the site. Whatever is absent follows from the program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The name of the site.
    pub name: Option<String>,
    /// The name below the icon on a home screen.
    pub short_name: Option<String>,
    /// One sentence for search engines and link previews.
    pub description: Option<String>,
    /// The languages that the app offers; pages are written in the first one. Empty for all.
    pub languages: Vec<Language>,
    /// The colour of buttons, links and the icon.
    pub color: Option<Color>,
    /// A picture to make the icons from, SVG or PNG: its path below `public`.
    pub icon: Option<String>,
    /// A picture to show beside the name, SVG or PNG: its path below `public`.
    pub logo: Option<String>,
    /// A picture that attendees may have behind their timetables, JPEG or PNG: its path below `public`.
    pub background: Option<String>,
    /// Pictures that browsers show before installing, PNG: their paths below `public`.
    pub screenshots: Vec<String>,
    /// The program files to publish, at least one: their paths below `public`. The first one is built in.
    pub programs: Vec<String>,
    /// The name of the host.
    pub domain: Option<String>,
    /// The origins whose pages may show the app in a frame.
    pub embed_from: Vec<String>,
    /// Whether every speaker gets a calendar to subscribe to, as every track and room does.
    pub speaker_calendars: bool,
}

/// The longest name, in characters.
const NAME: usize = 100;

/// The longest name below an icon. Phones show about twelve letters.
const SHORT_NAME: usize = 30;

/// The longest description. Search engines show about half of it.
const DESCRIPTION: usize = 300;

/// Why a `site.toml` was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsError(Problem);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    NotToml(String),
    UnknownField(String),
    Broken(Field, SiteRule),
}

impl SettingsError {
    /// Returns what is wrong and what to do, in the catalogue's language.
    pub fn refusal(&self, language: Language) -> Refusal {
        let messages = language.site_messages();
        match &self.0 {
            Problem::NotToml(cause) => (messages.not_toml)(cause),
            Problem::UnknownField(name) => (messages.unknown_field)(name, &Field::ALL.map(Field::name).join(", ")),
            Problem::Broken(field, rule) => (messages.broken_field)(field.name(), rule),
        }
    }
}

impl std::fmt::Display for SettingsError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.refusal(Language::FALLBACK).message)
    }
}

impl std::error::Error for SettingsError {}

impl Settings {
    /// Reads the text of a `site.toml`.
    ///
    /// # Errors
    ///
    /// The text is not TOML, a field is unknown, a value breaks the rule of its field, or no program is named.
    pub fn parse(text: &str) -> Result<Settings, SettingsError> {
        let settings = Settings::parse_without_programs(text)?;
        if settings.programs.is_empty() {
            return Err(SettingsError(Problem::Broken(Field::Programs, SiteRule::Program)));
        }
        Ok(settings)
    }

    /// Reads the text of a `site.toml` that need not name programs.
    ///
    /// # Errors
    ///
    /// The text is not TOML, a field is unknown, or a value breaks the rule of its field.
    pub fn parse_without_programs(text: &str) -> Result<Settings, SettingsError> {
        let table: Table = text.parse().map_err(|error: toml::de::Error| SettingsError(Problem::NotToml(one_line(&error))))?;
        let mut settings = Settings::default();
        for (name, value) in &table {
            let field = Field::parse(name).ok_or_else(|| SettingsError(Problem::UnknownField(name.clone())))?;
            settings.set(field, value).map_err(|rule| SettingsError(Problem::Broken(field, rule)))?;
        }
        Ok(settings)
    }

    /// Lets other settings count where they say something: names, description, languages, colour and host.
    pub fn overrule(&mut self, stated: Settings) {
        self.name = stated.name.or(self.name.take());
        self.short_name = stated.short_name.or(self.short_name.take());
        self.description = stated.description.or(self.description.take());
        self.color = stated.color.or(self.color);
        self.domain = stated.domain.or(self.domain.take());
        if !stated.languages.is_empty() {
            self.languages = stated.languages;
        }
    }

    /// Returns the text of a `site.toml` that says the same.
    pub fn write(&self) -> String {
        let text = |text: &Option<String>| text.clone().map(Value::String);
        let list = |texts: &[String]| (!texts.is_empty()).then(|| Value::from(texts.to_vec()));
        let languages: Vec<String> = self.languages.iter().map(|language| language.tag().to_owned()).collect();
        let value = |field: Field| match field {
            Field::Name => text(&self.name),
            Field::ShortName => text(&self.short_name),
            Field::Description => text(&self.description),
            Field::Languages => list(&languages),
            Field::Color => self.color.map(|color| Value::String(color.to_string())),
            Field::Icon => text(&self.icon),
            Field::Logo => text(&self.logo),
            Field::Background => text(&self.background),
            Field::Screenshots => list(&self.screenshots),
            Field::Programs => list(&self.programs),
            Field::Domain => text(&self.domain),
            Field::EmbedFrom => list(&self.embed_from),
            Field::SpeakerCalendars => self.speaker_calendars.then_some(Value::Boolean(true)),
        };
        Field::ALL.into_iter().filter_map(|field| Some(format!("{} = {}\n", field.name(), value(field)?))).collect()
    }

    /// Returns the paths of the pictures that something is made from, and that are not published under these names.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        self.icon.iter().chain(&self.logo).chain(&self.background).map(String::as_str)
    }

    /// Returns the path of the program that the app opens with.
    pub fn built_in(&self) -> &str {
        &self.programs[0]
    }

    fn set(&mut self, field: Field, value: &Value) -> Result<(), SiteRule> {
        match field {
            Field::Name => self.name = Some(words(value, NAME)?),
            Field::ShortName => self.short_name = Some(words(value, SHORT_NAME)?),
            Field::Description => self.description = Some(words(value, DESCRIPTION)?),
            Field::Languages => self.languages = list(value, SiteRule::Languages, Language::from_tag)?,
            Field::Color => self.color = Some(value.as_str().and_then(Color::parse).ok_or(SiteRule::Color)?),
            Field::Icon => self.icon = Some(file(value, &["svg", "png"]).ok_or(SiteRule::Picture)?),
            Field::Logo => self.logo = Some(file(value, &["svg", "png"]).ok_or(SiteRule::Picture)?),
            Field::Background => self.background = Some(file(value, &["jpg", "jpeg", "png"]).ok_or(SiteRule::Photo)?),
            Field::Screenshots => self.screenshots = list(value, SiteRule::Screenshots, |path| path_below(path, &["png"]))?,
            Field::Programs => self.programs = list(value, SiteRule::Program, |path| path_below(path, &["json"]))?,
            Field::Domain => self.domain = Some(value.as_str().and_then(host_name).ok_or(SiteRule::Domain)?),
            Field::EmbedFrom => self.embed_from = list(value, SiteRule::EmbedFrom, origin)?,
            Field::SpeakerCalendars => self.speaker_calendars = value.as_bool().ok_or(SiteRule::Switch)?,
        }
        Ok(())
    }
}

/// TOML's messages show the line with a mark below it; the place and the cause are enough.
fn one_line(error: &toml::de::Error) -> String {
    let shown = error.to_string();
    let place = shown.lines().next().unwrap_or_default().trim_start_matches("TOML parse error ");
    format!("{place}: {}", error.message().lines().collect::<Vec<_>>().join(", "))
}

/// A single line of text.
fn words(value: &Value, most: usize) -> Result<String, SiteRule> {
    let text = value.as_str().map(str::trim).filter(|text| !text.is_empty() && !text.contains(char::is_control));
    text.filter(|text| text.chars().count() <= most).map(str::to_owned).ok_or(SiteRule::Text(most))
}

/// A list of texts, or a single one.
fn list<T>(value: &Value, rule: SiteRule, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, SiteRule> {
    let one = std::slice::from_ref(value);
    let values = value.as_array().map_or(one, Vec::as_slice);
    let read: Option<Vec<T>> = values.iter().map(|value| value.as_str().and_then(&read)).collect();
    read.filter(|values| !values.is_empty()).ok_or(rule)
}

fn file(value: &Value, endings: &[&str]) -> Option<String> {
    path_below(value.as_str()?, endings)
}

/// A path that stays in its folder and is an address as well.
fn path_below(path: &str, endings: &[&str]) -> Option<String> {
    let (_, ending) = path.rsplit_once('.')?;
    let is_name = |part: &str| {
        !part.is_empty() && !part.starts_with('.') && part.chars().all(|char| char.is_alphanumeric() || "-_. ".contains(char))
    };
    let is_known = endings.iter().any(|known| ending.eq_ignore_ascii_case(known));
    (is_known && path.split('/').all(is_name)).then(|| path.to_owned())
}

/// A name such as `timetable.example.org`, which may have a port.
fn host_name(name: &str) -> Option<String> {
    let (host, port) = name.split_once(':').unwrap_or((name, "443"));
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|char| char.is_ascii_alphanumeric() || char == '-')
    };
    let is_host = host.len() <= 253 && host.split('.').all(is_label);
    (is_host && port.parse::<u16>().is_ok()).then(|| name.to_ascii_lowercase())
}

/// An origin such as `https://example.org`, as a security policy names it.
fn origin(text: &str) -> Option<String> {
    let host = text.strip_prefix("https://")?.trim_end_matches('/');
    Some(format!("https://{}", host_name(host)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<Settings, &str>) {
        match (Settings::parse(text), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(words)) => {
                for language in Language::ALL {
                    let refusal = found.refusal(language);
                    assert!(refusal.message.contains(words), "{words} in {refusal:?}");
                }
            }
            (found, expected) => panic!("{text}: {found:?} and not {expected:?}"),
        }
    }

    fn with_program() -> Settings {
        Settings { programs: vec!["programs/my.json".to_owned()], ..Settings::default() }
    }

    #[test]
    fn every_field_is_read() {
        let text = r##"
            name = "My Conference 2027"
            short_name = "MyConf"
            description = "Two days about timetables"
            languages = ["en", "ko"]
            color = "#3776AB"
            icon = "icon.svg"
            logo = "logo.svg"
            background = "behind.jpg"
            screenshots = "screens/one.png"
            programs = ["programs/my.json", "programs/other.json"]
            domain = "timetable.example.org"
            embed_from = ["https://example.org/"]
            speaker_calendars = true
        "##;
        let expected = Settings {
            name: Some("My Conference 2027".to_owned()),
            short_name: Some("MyConf".to_owned()),
            description: Some("Two days about timetables".to_owned()),
            languages: vec![Language::English, Language::Korean],
            color: Color::parse("#3776ab"),
            icon: Some("icon.svg".to_owned()),
            logo: Some("logo.svg".to_owned()),
            background: Some("behind.jpg".to_owned()),
            screenshots: vec!["screens/one.png".to_owned()],
            programs: vec!["programs/my.json".to_owned(), "programs/other.json".to_owned()],
            domain: Some("timetable.example.org".to_owned()),
            embed_from: vec!["https://example.org".to_owned()],
            speaker_calendars: true,
        };
        assert_eq!(Settings::parse(&expected.write()).as_ref(), Ok(&expected));
        check(text, Ok(expected));
        check("programs = \"programs/my.json\"", Ok(with_program()));
        check("program = \"programs/my.json\"\ncolour = \"#000000\"", {
            Ok(Settings { color: Color::parse("#000000"), ..with_program() })
        });
    }

    #[test]
    fn what_was_read_is_written_the_same_whatever_is_in_it() {
        let name = Some("A \"quoted\" \\ name, 가".to_owned());
        let settings = Settings { name, ..with_program() };
        assert_eq!(Settings::parse(&settings.write()), Ok(settings));
        let none = Settings::default();
        assert_eq!((none.write().as_str(), Settings::parse_without_programs("")), ("", Ok(none)));
    }

    #[test]
    fn a_refusal_names_the_field() {
        check("", Err("programs"));
        check("name = ", Err("line 1"));
        check("title = \"x\"", Err("title"));
        check("name = 7", Err("name"));
        check(&format!("name = \"{}\"", "x".repeat(1000)), Err("name"));
        check("color = \"red\"", Err("color"));
        check("languages = [\"xx\"]", Err("languages"));
        check("languages = []", Err("languages"));
        check("speaker_calendars = \"yes\"", Err("speaker_calendars"));
        for path in ["../secret.json", "/etc/x.json", "a//b.json", ".x.json", "my.csv", "https://h/x.json", "a\\b.json"] {
            check(&format!("programs = ['{path}']"), Err("programs"));
        }
        for host in ["https://example.org", "exa mple.org", "-x.org", "x..org", "h:99999"] {
            check(&format!("domain = \"{host}\""), Err("domain"));
        }
        for origin in ["http://example.org", "https://example.org/page", "*"] {
            check(&format!("embed_from = \"{origin}\""), Err("embed_from"));
        }
    }
}
