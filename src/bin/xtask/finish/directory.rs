//! The directory of programs that the app offers to open: the organiser's, or one of the site's own programs if there are several.

use crate::disk;
use crate::failure::Failure;
use siganpyo::import::{Options, import};
use siganpyo::messages::{Language, Refusal};
use siganpyo::program::{Listing, Program, link};
use siganpyo::site::Settings;
use siganpyo::wire::directory;
use std::path::Path;

/// Below `public`, and below the folder of a build.
const FOLDER: &str = "programs/";

fn file() -> String {
    format!("{FOLDER}{}", directory::FILE)
}

/// Checks the organiser's directory, and returns the files that are published because of it: itself, and those beside it that it
/// lists. None without a directory.
pub fn files(public: &Path) -> Result<Vec<String>, Failure> {
    let path = public.join(file());
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let texts = Language::FALLBACK.mirror_messages();
    let read = directory::read(&disk::read_text(&path)?).map_err(|fault| refused((texts.directory_fault)(&fault)))?;
    if let Some((number, fault)) = read.faults.first() {
        return Err(refused((texts.listing_fault)(*number, fault)));
    }
    let beside = read.programs.iter().filter(|listing| !link::is_web(&listing.address));
    let listed = beside.map(|listing| check(public, listing));
    listed.chain([Ok(file())]).collect()
}

/// Checks that a file beside the directory is there and can be opened, and returns its path.
fn check(public: &Path, listing: &Listing) -> Result<String, Failure> {
    let path = format!("{FOLDER}{}", listing.address);
    let no = |message: String, hint: &str| Err(refused(Refusal { message, hint: hint.to_owned() }));
    if !public.join(&path).is_file() {
        return no(
            format!("It lists {:?}, and public/{path} is not there", listing.address),
            "put the file there, or leave it out",
        );
    }
    let options = Options { time_zone: listing.time_zone.clone(), ..Options::default() };
    match import(&disk::read(&public.join(&path))?, &options) {
        Ok(_) => Ok(path),
        Err(error) => {
            let Refusal { message, hint } = error.refusal(Language::FALLBACK);
            no(format!("It lists {:?}, which cannot be opened: {message}", listing.address), &hint)
        }
    }
}

fn refused(Refusal { message, hint }: Refusal) -> Failure {
    Failure::new(format!("public/{} is refused. {message}", file()), hint)
}

/// Writes a directory of the site's own programs, if there are several and the organiser has made none. `read` reads one of them.
pub fn write(staging: &Path, settings: &Settings, read: &dyn Fn(&str) -> Result<Program, Failure>) -> Result<(), Failure> {
    let path = staging.join(file());
    if settings.programs.len() < 2 || path.is_file() {
        return Ok(());
    }
    let mut programs = Vec::new();
    for path in &settings.programs {
        match path.strip_prefix(FOLDER) {
            Some(address) => programs.push(Listing::of(&read(path)?, address.to_owned())),
            None => println!("remark: public/{path} is not in {FOLDER}, so the directory does not list it"),
        }
    }
    disk::write(&path, directory::write(&programs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use siganpyo::wire::directory::read;

    const PROGRAM: &str = r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{"date": "2018-08-18"}], "rooms": [], "tracks": [], "sessions": [{"id": "a", "title": "A",
        "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00", "day": "2018-08-18"}]}"#;

    fn folder(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("siganpyo-directory-{name}-{}", std::process::id()));
        disk::remove_folder(&folder).expect("removed");
        files.iter().try_for_each(|(path, text)| disk::write(&folder.join(path), text)).expect("files");
        folder
    }

    fn program(_: &str) -> Result<Program, Failure> {
        Ok(siganpyo::wire::program_file::read(PROGRAM).expect("a program"))
    }

    #[test]
    fn several_programs_make_a_directory_and_one_makes_none() {
        let staging = folder("own", &[("programs/a.json", PROGRAM), ("programs/b.json", PROGRAM), ("c.json", PROGRAM)]);
        write(&staging, &Settings::parse("programs = 'programs/a.json'").expect("settings"), &program).expect("nothing to do");
        assert!(!staging.join(file()).exists() && files(&staging).expect("no directory").is_empty());
        let settings = Settings::parse("programs = ['programs/a.json', 'programs/b.json', 'c.json']").expect("settings");
        write(&staging, &settings, &program).expect("written");
        let written = read(&disk::read_text(&staging.join(file())).expect("a directory")).expect("a directory");
        let addresses: Vec<&str> = written.programs.iter().map(|listing| &*listing.address).collect();
        assert_eq!((addresses, written.programs[0].days.is_some(), written.faults), (vec!["a.json", "b.json"], true, Vec::new()));
        disk::remove_folder(&staging).expect("removed");
    }

    #[test]
    fn the_organisers_directory_is_checked_and_its_files_are_published() {
        let rows = |rows: &str| format!(r#"{{"format": "siganpyo-directory/1", "programs": [{rows}]}}"#);
        let check = |name: &str, directory: &str, expected: Result<&[&str], &str>| {
            let public = folder(name, &[(&file(), directory), ("programs/a.json", PROGRAM), ("programs/b.json", "{}")]);
            match (files(&public), expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected),
                (Err(found), Err(words)) => assert!(found.to_string().contains(words), "{words} in {found}"),
                (found, expected) => panic!("{directory}: {:?} and not {expected:?}", found.map_err(|found| found.to_string())),
            }
            let own = read(directory);
            write(&public, &Settings::parse("programs = ['programs/a.json', 'programs/b.json']").expect("settings"), &program)
                .expect("left");
            assert_eq!(read(&disk::read_text(&public.join(file())).expect("a directory")), own, "it stays as it is");
            disk::remove_folder(&public).expect("removed");
        };
        let (a, far) = (r#"{"title": "A", "address": "a.json"}"#, r#"{"title": "F", "address": "https://f.example/"}"#);
        check("right", &rows(&format!("{far}, {a}")), Ok(&["programs/a.json", "programs/directory.json"]));
        check(
            "menu",
            r#"{"version": 1, "schedules": [{"title": "F", "url": "https://f.example/"}]}"#,
            Ok(&["programs/directory.json"]),
        );
        check("json", "{", Err("line 1, column 1"));
        check("other", "{}", Err("siganpyo-directory/1"));
        check("title", &rows(&format!(r#"{far}, {{"address": "a.json"}}"#)), Err("program 2"));
        check("address", &rows(r#"{"title": "A", "address": "../a.json"}"#), Err("../a.json"));
        check("absent", &rows(r#"{"title": "A", "address": "absent.json"}"#), Err("public/programs/absent.json is not there"));
        check("broken", &rows(r#"{"title": "B", "address": "b.json"}"#), Err("which cannot be opened"));
    }
}
