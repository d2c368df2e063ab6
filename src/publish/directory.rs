//! The directory of programs that the app offers to open: the organiser's, or one of the site's own programs if there are several.

use super::prerender::Prerender;
use super::{Files, PublishError, policy};
use crate::import::{Options, import};
use crate::program::{Listing, Program, link};
use crate::wire::directory;

const FOLDER: &str = "programs/";

/// The page with the site's own programs.
const START: &str = "start/index.html";

fn file() -> String {
    format!("{FOLDER}{}", directory::FILE)
}

/// Checks the organiser's directory, and returns the files that are published because of it: itself, and those beside it that it
/// lists. None without a directory.
pub fn files(files: &Files) -> Result<Vec<String>, PublishError> {
    let path = file();
    if !files.has(&path) {
        return Ok(Vec::new());
    }
    let read = directory::read(files.text(&path)?).map_err(PublishError::Directory)?;
    if let Some((number, fault)) = read.faults.first() {
        return Err(PublishError::Listing(*number, fault.clone()));
    }
    let beside = read.programs.iter().filter(|listing| !link::is_web(&listing.address));
    let listed = beside.map(|listing| check(files, listing));
    listed.chain([Ok(path)]).collect()
}

/// Checks that a file beside the directory is there and can be opened, and returns its path.
fn check(files: &Files, listing: &Listing) -> Result<String, PublishError> {
    let path = format!("{FOLDER}{}", listing.address);
    let options = Options { time_zone: listing.time_zone.clone(), ..Options::default() };
    match import(files.bytes(&path)?, &options) {
        Ok(_) => Ok(path),
        Err(error) => Err(PublishError::Unreadable(path, error)),
    }
}

/// Writes a directory of the site's own programs, if there are several and the organiser has made none. It lists those that lie beside it.
pub fn write(files: &mut Files, own: &[Listing]) {
    if !own.is_empty() && !files.has(&file()) {
        files.put(file(), directory::write(own));
    }
}

/// Writes the page from which people choose one of the site's own programs, if there are several.
pub fn write_start(files: &mut Files, own: &[Listing], prerender: &Prerender<'_>) -> Result<(), PublishError> {
    if !own.is_empty() {
        files.put(START, policy::add(&prerender.start(own))?);
    }
    Ok(())
}

/// What is said of the site's own programs that lie beside the directory; nothing of a single one.
pub fn own<'a>(programs: impl ExactSizeIterator<Item = (&'a str, &'a Program)>) -> Vec<Listing> {
    if programs.len() < 2 {
        return Vec::new();
    }
    let listing = |(path, program): (&str, &Program)| Some(Listing::of(program, path.strip_prefix(FOLDER)?.to_owned()));
    programs.filter_map(listing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{Settings, Site};
    use crate::wire::directory::read;

    const PROGRAM: &str = r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{"date": "2018-08-18"}], "rooms": [], "tracks": [], "sessions": [{"id": "a", "title": "A",
        "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00", "day": "2018-08-18"}]}"#;

    fn write_own(files: &mut Files, paths: &[&str]) {
        let program = crate::wire::program_file::read(PROGRAM).expect("a program");
        write(files, &own(paths.iter().map(|path| (*path, &program))));
    }

    #[test]
    fn several_programs_have_a_page_to_choose_from() {
        let program = crate::wire::program_file::read(PROGRAM).expect("a program");
        let settings =
            Settings::parse("programs = ['programs/a.json']\nname = 'Fairs & more'\nlanguages = 'en'").expect("settings");
        let site = Site::of(&settings, &program);
        let prerender = Prerender { base: "/fair/", site: &site };
        let page = |paths: &[&str]| {
            let mut files = Files::default();
            write_start(&mut files, &own(paths.iter().map(|path| (*path, &program))), &prerender).expect("written");
            files.text(START).ok().map(str::to_owned)
        };
        assert_eq!(page(&["programs/a.json"]), None);
        let page = page(&["programs/a.json", "programs/b c.json"]).expect("a page");
        for part in ["<h1>Fairs &amp; more</h1>", "<a href=\"/fair/#p=b%20c.json\">P<span>", "18", "Content-Security-Policy"] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn several_programs_make_a_directory_and_one_makes_none() {
        let mut site = Files::default();
        write_own(&mut site, &["programs/a.json"]);
        assert!(!site.has(&file()) && files(&site).expect("no directory").is_empty());
        write_own(&mut site, &["programs/a.json", "programs/b.json", "c.json"]);
        let written = read(site.text(&file()).expect("a directory")).expect("a directory");
        let addresses: Vec<&str> = written.programs.iter().map(|listing| &*listing.address).collect();
        assert_eq!((addresses, written.programs[0].days.is_some(), written.faults), (vec!["a.json", "b.json"], true, Vec::new()));
    }

    #[test]
    fn the_organisers_directory_is_checked_and_its_files_are_published() {
        let rows = |rows: &str| format!(r#"{{"format": "siganpyo-directory/1", "programs": [{rows}]}}"#);
        let check = |directory: &str, expected: Result<&[&str], &str>| {
            let mut site =
                Files::from_iter([(file().as_str(), directory), ("programs/a.json", PROGRAM), ("programs/b.json", "{}")]);
            match (files(&site), expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected),
                (Err(found), Err(words)) => assert!(found.to_string().contains(words), "{words} in {found}"),
                (found, expected) => panic!("{directory}: {:?} and not {expected:?}", found.map_err(|found| found.to_string())),
            }
            write_own(&mut site, &["programs/a.json", "programs/b.json"]);
            assert_eq!(site.text(&file()).expect("a directory"), directory, "it stays as it is");
        };
        let (a, far) = (r#"{"title": "A", "address": "a.json"}"#, r#"{"title": "F", "address": "https://f.example/"}"#);
        check(&rows(&format!("{far}, {a}")), Ok(&["programs/a.json", "programs/directory.json"]));
        check(r#"{"version": 1, "schedules": [{"title": "F", "url": "https://f.example/"}]}"#, Ok(&["programs/directory.json"]));
        check("{", Err("line 1, column 1"));
        check("{}", Err("siganpyo-directory/1"));
        check(&rows(&format!(r#"{far}, {{"address": "a.json"}}"#)), Err("program 2"));
        check(&rows(r#"{"title": "A", "address": "../a.json"}"#), Err("../a.json"));
        check(&rows(r#"{"title": "A", "address": "absent.json"}"#), Err("programs/absent.json is not there"));
        check(&rows(r#"{"title": "B", "address": "b.json"}"#), Err("programs/b.json is refused"));
    }
}
