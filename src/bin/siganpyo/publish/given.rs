//! What the organiser gives besides programs: settings, an icon, screenshots.

use crate::args::PublishOptions;
use crate::failure::Failure;
use crate::files;
use crate::source::Source;
use siganpyo::messages::Language;
use siganpyo::publish::{Files, SETTINGS, template};
use siganpyo::site::{Settings, SettingsError};
use std::path::Path;

/// What a site of before has in place of the organiser's own picture.
const ICON_OF_BEFORE: &str = "icons/icon-512.png";

/// Settings, and the pictures that they name.
pub struct Given {
    pub settings: Settings,
    pictures: Files,
}

impl Given {
    /// What the options say, else `site.toml`, else the site of before.
    pub fn read(options: &PublishOptions, before: &Files, language: Language) -> Result<Given, Failure> {
        let mut given = match &options.site {
            Some(source) => Given::of_file(source, language)?,
            None => Given::of_site(before),
        };
        given.overrule(options, language)?;
        Ok(given)
    }

    /// All files, the settings among them.
    pub fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let settings = (SETTINGS.to_owned(), self.settings.write().into_bytes());
        self.pictures.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).chain([settings])
    }

    /// A `site.toml`, with the pictures that lie beside it.
    fn of_file(source: &Source, language: Language) -> Result<Given, Failure> {
        let refused = |error: &SettingsError| files::failure(source, error.refusal(language));
        let text = String::from_utf8_lossy(&files::read(source, language)?).into_owned();
        let settings = Settings::parse_without_programs(&text).map_err(|error| refused(&error))?;
        let folder = match source {
            Source::File(path) => path.parent().unwrap_or(Path::new("")).to_owned(),
            _ => Path::new("").to_owned(),
        };
        let picture = |path: &String| Ok((path.clone(), files::read(&Source::File(folder.join(path)), language)?));
        let pictures = settings.icon.iter().chain(&settings.screenshots).map(picture).collect::<Result<Files, Failure>>()?;
        Ok(Given { settings, pictures })
    }

    /// What the site of before was made with; nothing if there is none.
    fn of_site(before: &Files) -> Given {
        let text = before.text(template::KEPT_SETTINGS).unwrap_or_default();
        let mut settings = Settings::parse_without_programs(text).unwrap_or_default();
        let mut pictures = Files::default();
        if let Some(icon) = settings.icon.take().and_then(|_| before.bytes(ICON_OF_BEFORE).ok()) {
            settings.icon = Some("icon.png".to_owned());
            pictures.put("icon.png", icon);
        }
        settings.screenshots.retain(|path| before.has(path));
        let screenshot = |path: &String| Some((path.clone(), before.bytes(path).ok()?.to_vec()));
        pictures.extend(settings.screenshots.iter().filter_map(screenshot));
        Given { settings, pictures }
    }

    fn overrule(&mut self, options: &PublishOptions, language: Language) -> Result<(), Failure> {
        let stated = Settings {
            name: options.name.clone(),
            short_name: options.short_name.clone(),
            description: options.description.clone(),
            languages: options.languages.clone(),
            color: options.color,
            domain: options.domain.clone(),
            ..Settings::default()
        };
        // Written and read, so that the same rules hold as in a file.
        let stated = Settings::parse_without_programs(&stated.write()).map_err(|error| error.refusal(language))?;
        let settings = &mut self.settings;
        settings.name = stated.name.or(settings.name.take());
        settings.short_name = stated.short_name.or(settings.short_name.take());
        settings.description = stated.description.or(settings.description.take());
        settings.color = stated.color.or(settings.color);
        settings.domain = stated.domain.or(settings.domain.take());
        if !stated.languages.is_empty() {
            settings.languages = stated.languages;
        }
        if let Some(source) = &options.icon {
            let icon = files::read(source, language)?;
            let name = if icon.starts_with(b"\x89PNG") { "icon.png" } else { "icon.svg" };
            settings.icon = Some(name.to_owned());
            self.pictures.put(name, icon);
        }
        Ok(())
    }
}
