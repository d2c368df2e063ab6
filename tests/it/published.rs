//! Programs that conferences really published, where they are at hand: nothing of them is in this repository.

use siganpyo::import::{Imported, Options, import};
use siganpyo::messages::Language;
use siganpyo::wire::program_file;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files of the folder that no importer is for.
const OTHERS: &[&str] = &[];

fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("SIGANPYO_SHARED").map_or_else(beside, PathBuf::from).join("programs");
    if !folder.is_dir() {
        println!("skipped: {} is not here", folder.display());
        return None;
    }
    Some(folder)
}

/// Sessions, days and rooms by file, as the folder's README has them; none where it has none.
fn expected(folder: &Path) -> BTreeMap<String, Option<[usize; 3]>> {
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let rows =
        readme.lines().filter_map(|line| line.strip_prefix("| ")).map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let rows = rows.filter(|cells| cells.len() > 4 && cells[0].contains('/'));
    rows.map(|cells| {
        let counts: Option<Vec<usize>> = cells[1..4].iter().map(|cell| cell.parse().ok()).collect();
        (cells[0].to_owned(), counts.map(|counts| [counts[0], counts[1], counts[2]]))
    })
    .collect()
}

fn read(folder: &Path, name: &str) -> Result<Imported, String> {
    let options = Options { time_zone: Some("Europe/Berlin".to_owned()), ..Options::default() };
    import(&std::fs::read(folder.join(name)).unwrap(), &options).map_err(|error| error.refusal(Language::English).message)
}

#[test]
fn every_published_program_is_read() {
    let Some(folder) = folder() else { return };
    let mut wrong = Vec::new();
    let expected = expected(&folder);
    for (name, counts) in expected.iter().filter(|(name, _)| !OTHERS.contains(&name.as_str())) {
        let imported = match read(&folder, name) {
            Ok(imported) => imported,
            Err(message) => {
                wrong.push(format!("{name}: {message}"));
                continue;
            }
        };
        let program = &imported.program;
        assert_eq!(program_file::read(&program_file::write(program)).as_ref(), Ok(program), "{name}");
        let left_out = imported.warnings.iter().filter(|warning| warning.is_left_out()).count();
        let found = [program.sessions.len() + left_out, program.days.len(), program.rooms.len()];
        if counts.is_some_and(|counts| counts != found) {
            wrong.push(format!("{name}: {found:?} instead of {counts:?}"));
        }
        if std::env::var_os("SHOW").is_some() {
            println!("{name}: {found:?} {:?} {}", program.title, program.time_zone);
            for warning in imported.warnings.iter().take(6) {
                println!("    {}", warning.sentence(Language::English));
            }
        }
    }
    println!("read {} files", expected.len() - OTHERS.len());
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
