//! What the organiser gives besides programs: settings, an icon, a logo, a background, screenshots.

use crate::args::PublishOptions;
use crate::failure::Failure;
use crate::files;
use crate::source::Source;
use siganpyo::messages::Language;
use siganpyo::publish::{Files, Given};
use siganpyo::site::{Settings, SettingsError};
use std::path::Path;

/// What the options say, else `site.toml`, else the site of before.
pub fn read(options: &PublishOptions, before: &Files, language: Language) -> Result<Given, Failure> {
    let mut given = match &options.site {
        Some(source) => of_file(source, language)?,
        None => Given::of_site(before),
    };
    overrule(&mut given, options, language)?;
    Ok(given)
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
    let picture = |path: &str| Ok((path.to_owned(), files::read(&Source::File(folder.join(path)), language)?));
    let pictures = settings
        .pictures()
        .chain(settings.screenshots.iter().map(String::as_str))
        .map(picture)
        .collect::<Result<Files, Failure>>()?;
    Ok(Given { settings, pictures })
}

fn overrule(given: &mut Given, options: &PublishOptions, language: Language) -> Result<(), Failure> {
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
    given.settings.overrule(stated);
    if let Some(source) = &options.icon {
        given.put_icon(files::read(source, language)?);
    }
    if let Some(source) = &options.logo {
        given.put_logo(files::read(source, language)?);
    }
    if let Some(source) = &options.background {
        given.put_background(files::read(source, language)?);
    }
    Ok(())
}
