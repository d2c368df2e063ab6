//! Trunk's last hook: completes what Trunk built.
//!
//! Checks the built-in program and the manifest, writes the pre-rendered pages and one page for each deep link with its
//! security policy, fills in the service worker's list, and compresses what hosts may serve compressed.

pub mod budget;
mod built_in;
mod calendars;
mod compress;
mod directory;
pub mod hosting;
mod manifest;
mod markup;
mod minify;
mod misplaced;
mod notices;
mod offline;
mod pages;
mod pictures;
mod policy;
mod script;
mod shell;
pub mod site;
mod split;

use crate::disk;
use crate::failure::Failure;
use crate::prerender::Prerender;
use crate::step;
use shell::Shell;
use siganpyo::import::{Format, Imported, Options, import};
use siganpyo::messages::Language;
use siganpyo::program::Program;
use siganpyo::site::Site;
use siganpyo::wire::program_file;
use std::env;
use std::path::{Path, PathBuf};

/// What Trunk tells its hooks.
struct Trunk {
    staging: PathBuf,
    /// The repository.
    source: PathBuf,
    /// Where the app will live on its host; begins and ends with a slash.
    base: String,
    release: bool,
    /// Whether a built-in program with faults is accepted.
    lenient: bool,
}

/// Set for a build that accepts a built-in program with faults.
pub const LENIENT: &str = "SIGANPYO_LENIENT";

/// Refuses what [`finish`] would refuse minutes later, and returns the built-in program.
pub fn check(root: &Path, public_url: &str, lenient: bool) -> Result<Program, Failure> {
    base(public_url.to_owned())?;
    let public = root.join("public");
    let settings = site::settings(&public)?;
    let others = settings.programs.iter().skip(1);
    others.map(|path| import_program(&public, path, lenient)).try_for_each(|other| other.map(drop))?;
    directory::files(&public)?;
    Ok(import_program(&public, settings.built_in(), lenient)?.program)
}

/// Finishes the build that Trunk is in the middle of.
pub fn finish(root: &Path) -> Result<(), Failure> {
    let trunk = from_environment(root)?;
    step::announce("finish: pages, policy, offline list");
    let raw = disk::read_text(&trunk.staging.join("index.html"))?;
    let raw = split::split(&trunk.staging, &trunk.linked(), trunk.release, &raw)?;
    let raw = if trunk.release { minified(&trunk, &raw)? } else { raw };
    let settings = site::settings(&trunk.staging)?;
    let program_file = settings.built_in().to_owned();
    let program = read_program(&trunk.staging, &program_file, trunk.lenient)?;
    let site = Site::of(&settings, &program);
    let raw = site::name(&raw, &site, &settings, &trunk.base)?;
    let index_file = write_index(&trunk.staging, &program_file, &program)?;
    let raw = index_file.iter().try_fold(raw, |raw, index| built_in::name_index(&raw, index))?;
    site::icons(&trunk.staging, &site, &settings)?;
    let listed = directory::files(&trunk.staging)?;
    site::leave_out(&trunk.staging, &settings, &listed)?;
    directory::write(&trunk.staging, &settings, &|path| Ok(import_program(&trunk.staging, path, trunk.lenient)?.program))?;
    let screenshots = site::pictures(&trunk.staging, &program, &site, &settings)?;
    manifest::finish(&trunk.staging, &trunk.base, &site, &screenshots)?;
    misplaced::write(&trunk.staging, &site)?;
    let prerender = Prerender { base: &trunk.base, site: &site };
    let shell = Shell::new(&raw, &trunk.base)?;
    // `trunk serve` adds a script that reloads the page to every page that it sends. The policy would block it.
    let shell = if trunk.release { shell.guarded()? } else { shell };
    let count = pages::write(&trunk.staging, &shell, &program, &prerender)?;
    calendars::write(&trunk.staging, &program, &prerender, settings.speaker_calendars)?;
    println!("{count} pages, {} sessions", program.sessions.len());
    if !trunk.release {
        return offline::do_without(&trunk.staging);
    }
    publishable(&trunk, &site, &[Some(program_file), index_file].into_iter().flatten().collect::<Vec<_>>())
}

/// Writes what only a build for publishing needs: notices, the service worker's list, files for hosts, compressed siblings.
fn publishable(trunk: &Trunk, site: &Site, programs: &[String]) -> Result<(), Failure> {
    notices::write(&trunk.staging, &trunk.source)?;
    let entries = offline::list(&trunk.staging, programs)?;
    let once_used = offline::once_used(&trunk.staging)?;
    let version = offline::write(&trunk.staging, &entries, &once_used)?;
    hosting::write(&trunk.staging, &trunk.base, site)?;
    println!("{} files kept offline, version {version}", entries.len());
    compress::write_siblings(&trunk.staging, &[entries, once_used].concat())?;
    budget::print(&trunk.staging)
}

/// Minifies the scripts of the workers and those in the page; returns the page.
fn minified(trunk: &Trunk, raw: &str) -> Result<String, Failure> {
    ["worker.js", "reader.js", "sheets.js"].into_iter().try_for_each(|name| minify::file(&trunk.staging.join(name)))?;
    minify::inline(raw, &trunk.linked().with_file_name("split"))
}

impl Trunk {
    /// The app as the linker wrote it.
    fn linked(&self) -> PathBuf {
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.source.join("target"), PathBuf::from);
        target.join("wasm32-unknown-unknown").join(if self.release { "release" } else { "debug" }).join("app.wasm")
    }
}

fn from_environment(root: &Path) -> Result<Trunk, Failure> {
    let hint = "this is Trunk's last step: run `cargo xtask build` or `trunk build`";
    let value = |name: &str| env::var(name).map_err(|_| Failure::new(format!("{name} is not set"), hint));
    Ok(Trunk {
        staging: value("TRUNK_STAGING_DIR")?.into(),
        source: root.to_owned(),
        base: base(value("TRUNK_PUBLIC_URL")?)?,
        release: value("TRUNK_PROFILE")? == "release",
        lenient: env::var_os(LENIENT).is_some(),
    })
}

/// The public URL must be a path: pages at any depth are copies of one shell, so all addresses in them start at the host's root.
fn base(public_url: String) -> Result<String, Failure> {
    if public_url.starts_with('/') && !public_url.starts_with("//") && public_url.ends_with('/') {
        return Ok(public_url);
    }
    let hint = "give --public-url as a path from the host's root, such as / or /pycon/";
    Err(Failure::new(format!("the public URL “{public_url}” is not such a path"), hint))
}

/// Writes the program without abstracts beside the whole one, unless that is the same, and returns its path.
fn write_index(staging: &Path, program_file: &str, program: &Program) -> Result<Option<String>, Failure> {
    if program.sessions.iter().all(|session| session.about.is_empty()) {
        return Ok(None);
    }
    let path = format!("{}.index.json", program_file.trim_end_matches(".json"));
    disk::write(&staging.join(&path), program_file::write_index(program))?;
    Ok(Some(path))
}

/// Reads the built-in program. One with faults is refused, or what is left of it takes its place if the build is lenient.
fn read_program(staging: &Path, path: &str, lenient: bool) -> Result<Program, Failure> {
    let imported = import_program(staging, path, lenient)?;
    if !imported.warnings.is_empty() {
        imported
            .sentences(usize::MAX, Language::FALLBACK)
            .iter()
            .for_each(|sentence| println!("warning: public/{path}: {sentence}"));
        // The app does not check this file again, so it must be exactly as the importer would write it.
        disk::write(&staging.join(path), program_file::write(&imported.program))?;
    }
    Ok(imported.program)
}

/// Reads a program below a folder. One with faults is refused unless the build is lenient.
fn import_program(folder: &Path, path: &str, lenient: bool) -> Result<Imported, Failure> {
    let bytes = disk::read(&folder.join(path))?;
    let refused = |reason: String| {
        let hint = format!(
            "mend the file; `cargo run --bin siganpyo -- check public/{path}` says more. `cargo xtask build --lenient` leaves out what is wrong"
        );
        Failure::new(format!("the built-in program public/{path} is refused. {reason}"), hint)
    };
    let options = Options { format: Some(Format::Program), ..Options::default() };
    let imported = import(&bytes, &options).map_err(|error| refused(error.refusal(Language::FALLBACK).message))?;
    match imported.warnings.first() {
        Some(warning) if !lenient => Err(refused(warning.sentence(Language::FALLBACK))),
        _ => Ok(imported),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_faulty_program_is_refused_or_its_faults_are_left_out() {
        let staging = env::temp_dir().join(format!("siganpyo-finish-{}", std::process::id()));
        std::fs::create_dir_all(&staging).unwrap();
        let session = r#""start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00", "day": "2018-08-18""#;
        let file = format!(
            r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{{"date": "2018-08-18"}}], "rooms": [], "tracks": [], "sessions": [{{"id": "a", "title": "A", "speaker": [], {session}}}]}}"#
        );
        disk::write(&staging.join("p.json"), file).unwrap();
        assert!(read_program(&staging, "p.json", false).unwrap_err().to_string().contains("speakers"));
        assert!(read_program(&staging, "p.json", true).is_ok());
        assert!(read_program(&staging, "p.json", false).is_ok(), "what was written in its place is right");
        std::fs::remove_dir_all(&staging).unwrap();
    }

    #[test]
    fn the_public_url_is_a_path() {
        for (public_url, taken) in
            [("/", true), ("/a/b/", true), ("./", false), ("x/", false), ("", false), ("//h/", false), ("https://h/", false)]
        {
            assert_eq!(base(public_url.to_owned()).is_ok(), taken, "{public_url}");
        }
    }
}
