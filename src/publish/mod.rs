//! A conference's own site: the files of the app, told what `site.toml` and the programs say.
//!
//! The app without a conference is a template. [`Content`] is what an organiser gives, and [`publish`] makes of both what a static host
//! serves. Nothing here reads a disk or a clock, so that the build and other programs make the same files of the same input.

pub mod archive;
pub mod built_in;
mod calendars;
pub mod compress;
mod content;
pub mod desk;
mod directory;
mod embed;
mod error;
pub mod extension;
mod files;
mod given;
pub mod hosting;
pub mod inspect;
mod manifest;
mod misplaced;
pub mod offline;
mod pages;
mod pictures;
mod placed;
mod policy;
mod prerender;
pub mod rewrite;
mod script;
mod shell;
mod site;
pub mod template;
pub mod updates;

pub use content::{Content, SETTINGS};
pub use error::PublishError;
pub use files::Files;
pub use given::{Given, path_of};

use crate::site::{LOGO, MARK, Site};
use crate::wire::program_file;
use prerender::Prerender;
use shell::Shell;
use site::Looks;

/// Where a site is made for, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The path of the app on its host; begins and ends with a slash.
    pub base: &'a str,
    /// Whether it is for trying while the app is changed: then nothing is kept offline, and no policy guards the pages, since the server
    /// of such a site adds scripts to them.
    pub is_draft: bool,
}

/// A site, and what it has.
#[derive(Debug)]
pub struct Published {
    /// All files, those of the template among them.
    pub files: Files,
    /// How many pages there are.
    pub pages: usize,
    /// How many files are kept offline, and the version of their list; none of a draft.
    pub offline: Option<(usize, String)>,
}

/// Makes a site of the files of the app and those of the organiser, which lie side by side in `files`.
///
/// # Errors
///
/// The path is none, a file that is named is not there, no icons can be made, or the files of the app are not in order.
pub fn publish(mut files: Files, content: &Content, target: Target<'_>) -> Result<Published, PublishError> {
    check_base(target.base)?;
    // What a site keeps of the app is the same whatever path the app was built for.
    let page = placed::at("/", files.text("index.html")?, &files);
    let own_page = placed::at(target.base, &page, &files);
    files.put("index.html", page);
    if !target.is_draft {
        template::keep(&mut files, content)?;
    }
    let (settings, program) = (&content.settings, content.built_in());
    let site = Site::of(settings, program);
    let raw = site::name(&own_page, &site, settings, target.base)?;
    files.extend(content.rewritten());
    site::icons(&mut files, &site, settings)?;
    let looks = Looks::of(settings, &files)?;
    site::leave_out(&mut files, content);
    let raw = site::looks(&mut files, &raw, &looks, &program.id, target.base)?;
    // Not before, since it is no program that the settings name.
    let index_file = write_index(&mut files, content);
    let raw = index_file.iter().try_fold(raw, |raw, index| built_in::name_index(&raw, index))?;
    let own = directory::own(content.programs());
    directory::write(&mut files, &own);
    let screenshots = site::pictures(&mut files, program, &site, settings, looks.mark().cloned())?;
    manifest::finish(&mut files, target.base, &site, &screenshots)?;
    misplaced::write(&mut files, &site)?;
    embed::write(&mut files, &site, settings.built_in(), index_file.as_deref().unwrap_or(settings.built_in()))?;
    let prerender = Prerender { base: target.base, site: &site };
    let shell = Shell::new(&raw, target.base)?;
    let shell = if target.is_draft { shell } else { shell.guarded()? };
    let pages = pages::write(&mut files, &shell, program, &prerender)?;
    directory::write_start(&mut files, &own, &prerender)?;
    calendars::write(&mut files, program, &prerender, settings.speaker_calendars)?;
    if target.is_draft {
        offline::do_without(&mut files)?;
        return Ok(Published { files, pages, offline: None });
    }
    let logo = site.has_logo.then_some([LOGO, MARK]).into_iter().flatten().map(str::to_owned);
    let named: Vec<String> = [Some(settings.built_in().to_owned()), index_file].into_iter().flatten().chain(logo).collect();
    let entries = offline::list(&files, &named)?;
    let once_used = offline::once_used(&files);
    let version = offline::write(&mut files, &entries, &once_used)?;
    hosting::write(&mut files, target.base, &site)?;
    let offline = Some((entries.len(), version));
    compress::write_siblings(&mut files, &[entries, once_used].concat());
    Ok(Published { files, pages, offline })
}

/// Refuses what is no path of the app: pages at any depth are copies of one shell, so all addresses in them start at the host's root.
///
/// # Errors
///
/// It does not begin and end with one slash.
pub fn check_base(base: &str) -> Result<(), PublishError> {
    let is_path = base.starts_with('/') && !base.starts_with("//") && base.ends_with('/');
    if is_path { Ok(()) } else { Err(PublishError::Base(base.to_owned())) }
}

/// Returns the path that a site was made for.
pub fn base_of(site: &Files) -> Option<String> {
    rewrite::attributes(site.text("index.html").ok()?, "html", "data-base").ok()?.into_iter().next()
}

/// Writes the program without abstracts beside the whole one, unless that is the same, and returns its path.
fn write_index(files: &mut Files, content: &Content) -> Option<String> {
    let program = content.built_in();
    if program.sessions.iter().all(|session| session.about.is_empty()) {
        return None;
    }
    let path = format!("{}.index.json", content.settings.built_in().trim_end_matches(".json"));
    files.put(&path, program_file::write_index(program));
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_is_a_path() {
        for (base, taken) in
            [("/", true), ("/a/b/", true), ("./", false), ("x/", false), ("", false), ("//h/", false), ("https://h/", false)]
        {
            assert_eq!(check_base(base).is_ok(), taken, "{base}");
        }
    }
}
