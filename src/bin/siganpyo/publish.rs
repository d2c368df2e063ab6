//! `siganpyo publish`: programs become a site, without anything of the app being built.

mod app;
mod given;
pub mod place;

use crate::args::PublishOptions;
use crate::diff::Report;
use crate::earlier::{Earlier, Succession};
use crate::failure::Failure;
use crate::files;
use crate::import;
use crate::source::Source;
use crate::terminal::{self, Voice};
use place::Place;
use serde_json::json;
use siganpyo::import::{Imported, Options};
use siganpyo::messages::Language;
use siganpyo::publish::{PublishError, Published, base_of, check_base, path_of};

/// The most remarks about one program.
const MAX_TOLD: usize = 20;

/// A program of the site, and what is said of it.
struct Taken {
    path: String,
    imported: Imported,
    about_before: Option<String>,
    changes: Option<Report>,
}

/// Writes the site, then the report on stderr.
pub fn run(options: &PublishOptions, voice: Voice, inputs: &[&Source]) -> Result<(), Failure> {
    let language = voice.language;
    let place = Place::open(&options.output, language)?;
    let base = options.base.clone().or_else(|| base_of(&place.before)).unwrap_or_else(|| "/".to_owned());
    check_base(&base).map_err(|error| refused(&error, language))?;
    let given = given::read(options, &place.before, language)?;
    let sources = options.programs.iter().enumerate();
    let taken = sources.map(|(at, source)| take(source, options, at, place.program(at), voice));
    let taken = taken.collect::<Result<Vec<_>, _>>()?;
    let app = app::files(options.template.as_ref(), language)?;
    let programs = taken.iter().map(|taken| &taken.imported.program);
    let Published { files, pages, .. } = given.publish(app, programs, &base).map_err(|error| refused(&error, language))?;
    place.write(&files, inputs, language)?;
    report(&taken, pages, &base, options, voice);
    Ok(())
}

/// Reads a program, which keeps the id that it has where it is published.
fn take(source: &Source, options: &PublishOptions, at: usize, before: Option<&[u8]>, voice: Voice) -> Result<Taken, Failure> {
    let language = voice.language;
    let is_first = at == 0;
    let first = |value: &Option<String>| value.clone().filter(|_| is_first);
    let library = Options {
        time_zone: options.time_zone.clone(),
        first_day: options.first_day,
        id: first(&options.id),
        title: first(&options.title),
        file_name: source.stem(),
        ..Options::default()
    };
    let bytes = files::read(source, language)?;
    let read = |id: Option<String>| {
        let library = Options { id, ..library.clone() };
        import::read(&bytes, &library).map_err(|error| files::failure(source, error.refusal(language)))
    };
    let (mut imported, _) = read(library.id.clone())?;
    if options.strict && imported.left_out > 0 {
        imported.sentences(MAX_TOLD, language).iter().for_each(|sentence| voice.say(sentence));
        return Err(files::failure(source, (language.command_line().rows_lost)(imported.left_out)));
    }
    let published = options.against.as_ref().filter(|_| is_first);
    let earlier = match published {
        Some(published) => Earlier::find(Some(published), None, voice)?,
        None => before.and_then(Earlier::of_file),
    };
    let succession = earlier.as_ref().map(|earlier| earlier.succession(&imported.program, library.id.is_some(), language));
    let succession = succession.transpose()?;
    if let Some(Succession::Keeps(id)) = &succession {
        (imported, _) = read(Some(id.to_string()))?;
    }
    let (about_before, changes) = earlier
        .zip(succession)
        .map(|(earlier, succession)| {
            let sentence = earlier.sentence(&succession, &imported.program, language);
            (sentence, earlier.changes(&succession, imported.program.clone(), language))
        })
        .unzip();
    let path = path_of(&imported.program);
    Ok(Taken { path, imported, about_before: about_before.flatten(), changes: changes.flatten() })
}

fn refused(error: &PublishError, language: Language) -> Failure {
    error.refusal(language).into()
}

/// Tells what each program has, what changes for those who have it, and what to do next.
fn report(taken: &[Taken], pages: usize, base: &str, options: &PublishOptions, voice: Voice) {
    let language = voice.language;
    if voice.json {
        let programs: Vec<_> = taken
            .iter()
            .map(|Taken { path, imported, about_before, changes }| {
                let warnings = imported.sentences(usize::MAX, language);
                json!({ "path": path, "program": imported.program.id.as_str(), "title": imported.program.title,
                    "sessions": imported.program.sessions.len(), "left_out": imported.left_out, "warnings": warnings,
                    "id": about_before, "changes": changes.as_ref().map(|report| &report.json) })
            })
            .collect();
        let site = json!({ "output": options.output.display().to_string(), "base": base, "pages": pages, "programs": programs });
        eprint!("{}", terminal::json(&site));
    } else if !voice.quiet {
        let mut lines = Vec::new();
        for Taken { imported, about_before, changes, .. } in taken {
            lines.push((language.command_line().imported)(&imported.program));
            lines.extend(imported.sentences(MAX_TOLD, language));
            lines.extend(about_before.clone());
            lines.extend(changes.as_ref().map(|report| report.text.trim_end().to_owned()));
        }
        lines.push((language.publish_messages().published)(&options.output.display().to_string(), base, pages));
        terminal::say(&lines.join("\n"));
    }
}
