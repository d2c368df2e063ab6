//! The directory of programs that the app offers to open: the organiser's, or one of the site's own programs if there are several.

use super::{Files, PublishError};
use crate::import::{Options, import};
use crate::program::{Listing, Program, link};
use crate::wire::directory;

const FOLDER: &str = "programs/";

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
pub fn write<'a>(files: &mut Files, programs: impl ExactSizeIterator<Item = (&'a str, &'a Program)>) {
    if programs.len() < 2 || files.has(&file()) {
        return;
    }
    let listing = |(path, program): (&str, &Program)| Some(Listing::of(program, path.strip_prefix(FOLDER)?.to_owned()));
    files.put(file(), directory::write(&programs.filter_map(listing).collect::<Vec<_>>()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::directory::read;

    const PROGRAM: &str = r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{"date": "2018-08-18"}], "rooms": [], "tracks": [], "sessions": [{"id": "a", "title": "A",
        "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00", "day": "2018-08-18"}]}"#;

    fn own(files: &mut Files, paths: &[&str]) {
        let program = crate::wire::program_file::read(PROGRAM).expect("a program");
        write(files, paths.iter().map(|path| (*path, &program)));
    }

    #[test]
    fn several_programs_make_a_directory_and_one_makes_none() {
        let mut site = Files::default();
        own(&mut site, &["programs/a.json"]);
        assert!(!site.has(&file()) && files(&site).expect("no directory").is_empty());
        own(&mut site, &["programs/a.json", "programs/b.json", "c.json"]);
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
            own(&mut site, &["programs/a.json", "programs/b.json"]);
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
