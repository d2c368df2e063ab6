//! Really published programs, if they are available: they are not in this repository.

use siganpyo::import::{Imported, Options, import};
use siganpyo::messages::Language;
use siganpyo::program::Program;
use siganpyo::wire::program_file;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Files without a program, or without dates, and the beginning of the error message.
const REFUSED: &[(&str, &str)] = &[
    ("app-json/he-harucon-2016.json", "No session of the file can be shown"),
    ("app-json/ko-devfest-seoul-2018-meditation.json", "No session of the file can be shown"),
    ("app-json/ko-devfest-seoul-2018.json", "No session of the file can be shown"),
    ("c3voc-json/schema-v1.schema.json", "No sessions were found in the file"),
    ("c3voc-json/schema-v2.schema.json", "No sessions were found in the file"),
    ("csv/droidcon-2025-speakers.csv", "This file cannot be read"),
    ("csv/esug-2011-talks.csv", "This file cannot be read"),
    ("html/esug-2011-talks.html", "The date of the first day is missing"),
    ("konopas-conclar/arisia-2014-people.js", "This file has people but no sessions"),
    ("konopas-conclar/finncon-2013-people.js", "This file has people but no sessions"),
    ("konopas-conclar/glasgow-worldcon-2024-staging-participants.json", "This file has people but no sessions"),
    ("pretalx-json/europython-2022-speakers.json", "This file has people but no sessions"),
];

/// Counts that differ from those in the folder's README, each for a reason.
const OTHERWISE: &[(&str, [usize; 3])] = &[
    // The README counts no pages.
    ("html/pyconkr-2018-booklet.html", [58, 2, 6]),
    // The README's counter does not support version 2.
    ("c3voc-json/hub-schedule2-example.json", [2, 1, 2]),
    // It counted dates in UTC.
    ("konopas-conclar/glasgow-worldcon-2024-staging-schedule.json", [1010, 6, 46]),
    // It counted lists of rooms as rooms.
    ("pretalx-json/europython-2022-schedule.json", [193, 5, 10]),
];

/// Returns the folder of the published programs, if they are available.
pub fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("SIGANPYO_SHARED").map_or_else(beside, PathBuf::from).join("programs");
    if !folder.is_dir() {
        println!("skipped: {} is not here", folder.display());
        return None;
    }
    Some(folder)
}

/// Returns sessions, days and rooms by file, as in the folder's README, or nothing if it has none.
fn expected(folder: &Path) -> BTreeMap<String, Option<[usize; 3]>> {
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| "));
    let rows = rows.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let rows = rows.filter(|cells| cells.len() > 4 && cells[0].contains('/'));
    let counts = |cells: &[&str]| {
        let counts: Option<Vec<usize>> = cells.iter().map(|cell| cell.parse().ok()).collect();
        counts.map(|counts| [counts[0], counts[1], counts[2]])
    };
    rows.map(|cells| (cells[0].to_owned(), counts(&cells[1..4]))).collect()
}

/// Returns the program of a file; in London if it does not state a time zone.
pub fn read(folder: &Path, name: &str) -> Result<Imported, String> {
    let options = Options { time_zone: Some("Europe/London".to_owned()), ..Options::default() };
    import(&std::fs::read(folder.join(name)).unwrap(), &options).map_err(|error| error.refusal(Language::English).message)
}

fn left_out(imported: &Imported) -> usize {
    imported.warnings.iter().filter(|warning| warning.is_left_out()).count()
}

#[test]
fn every_published_program_is_read_and_every_other_file_is_refused() {
    let Some(folder) = folder() else { return };
    let mut wrong = Vec::new();
    let files = expected(&folder);
    for (name, stated) in &files {
        let refusal = REFUSED.iter().find(|(file, _)| file == name).map(|(_, refusal)| *refusal);
        let imported = match (read(&folder, name), refusal) {
            (Ok(imported), None) => imported,
            (Err(message), Some(refusal)) if message.starts_with(refusal) => continue,
            (result, _) => {
                wrong.push(format!("{name}: {:?}", result.map(|imported| imported.program.title)));
                continue;
            }
        };
        let program = &imported.program;
        assert!(
            program_file::read(&program_file::write(program)).as_ref() == Ok(program),
            "{name} is another one when read back"
        );
        let found = [program.sessions.len() + left_out(&imported), program.days.len(), program.rooms.len()];
        let counts = OTHERWISE.iter().find(|(file, _)| file == name).map(|(_, counts)| *counts).or(*stated);
        if counts.is_some_and(|counts| counts != found) {
            wrong.push(format!("{name}: {found:?} instead of {counts:?}"));
        }
    }
    println!("read {} files, refused {}", files.len() - REFUSED.len(), REFUSED.len());
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Returns start, end, rooms and title of each session that starts before the date.
fn facts(program: &Program, before: &str) -> BTreeSet<String> {
    let sessions = program.sessions.iter().filter(|session| session.span.start.to_string().as_str() < before);
    let fact = |session: &siganpyo::program::Session| {
        let rooms = program.room_names(session, "en").join("+");
        format!("{} {} {rooms} {}", session.span.start.unix(), session.span.minutes(), session.title)
    };
    sessions.map(fact).collect()
}

#[test]
fn two_formats_of_a_conference_have_the_same_sessions() {
    let Some(folder) = folder() else { return };
    let compare = |one: &str, other: &str, before: &str, tolerated: usize| {
        let [one, other] = [one, other].map(|name| facts(&read(&folder, name).unwrap().program, before));
        let differing: Vec<&String> = one.symmetric_difference(&other).collect();
        assert!(one.len() > 30 && differing.len() <= tolerated, "{differing:?}");
    };
    compare("frab-xml/democon-2022-pretalx.xml", "c3voc-json/democon-2022-pretalx.json", "9", 0);
    // One more talk is not on any day of the schedule.
    compare("frab-xml/democon-2022-pretalx.xml", "pretalx-json/democon-2022-widget-v2.json", "2022-09-20", 0);
    compare("frab-xml/democon-2022-pretalx.xml", "ics/democon-2022-pretalx.ics", "2022-09-20", 0);
    compare("ics/esug-2011-ESUG2011.ics", "ics/esug-2011-betterTalks.ics", "9", 0);
    // A full stop was added to one title between the two exports.
    compare("ics/emf-2016.ics", "app-json/emf-2016.json", "9", 2);
    compare("ics/emf-2018.ics", "app-json/emf-2018.json", "9", 0);
    compare("ics/emf-2022.ics", "app-json/emf-2022.json", "9", 0);
}

#[test]
fn sessions_keep_their_ids_over_versions() {
    let Some(folder) = folder() else { return };
    // Both versions, and the least number of ids that stay the same (of those that formats.md counts).
    for (old, new, kept) in [
        ("frab-xml/31c3-2014-v1.3.xml", "frab-xml/31c3-2014-v1.5.xml", 135),
        ("sessionize-gridsmart/droidcon-nyc-2018-v1.json", "sessionize-gridsmart/droidcon-nyc-2018-v2.json", 60),
        ("sessionize-gridsmart/droidcon-berlin-2021-v1.json", "sessionize-gridsmart/droidcon-berlin-2021-v2.json", 100),
        ("opass-json/sitcon-2022-v1.json", "opass-json/sitcon-2022-v2.json", 50),
        ("konopas-conclar/finncon-2013-program-early.js", "konopas-conclar/finncon-2013-program.js", 40),
    ] {
        let [old, new] = [old, new].map(|name| read(&folder, name).unwrap().program);
        let both: Vec<_> = old.sessions.iter().filter_map(|session| Some((session, new.session(&session.id)?))).collect();
        println!("{}: {} of {} ids kept", old.id, both.len(), old.sessions.len());
        assert!(both.len() >= kept, "{}: {}", old.id, both.len());
    }
}
