//! Which program this repository builds: the id by which phones know it, kept beside the page that names the program.

use crate::disk;
use crate::failure::Failure;
use serde_json::{Value, json};
use siganpyo::program::{Date, Program};
use std::path::Path;

/// Tracked, so that a fresh clone has it, and outside of public, so that it is not shipped.
const RECORD: &str = "src/published.json";

/// Refuses a program that has another id than the one before for days of the same conference.
pub fn check(root: &Path, program: &Program) -> Result<(), Failure> {
    let Ok(record) = disk::read_text(&root.join(RECORD)) else { return Ok(()) };
    let (id, days) = parse(&record).ok_or_else(|| {
        let hint = "restore it with git, or delete it: the build then writes a new one, and compares nothing this time";
        Failure::new(format!("{RECORD} does not say which program was built before"), hint)
    })?;
    // Titles differ when they are corrected, and are the same from year to year.
    let is_same_conference = program.days.iter().any(|day| days.contains(&day.date));
    if id == program.id.as_str() || !is_same_conference {
        return Ok(());
    }
    let message = format!(
        "the built-in program had the id “{id}” and has “{}” now: phones take the two for different conferences, and whoever picked \
         sessions from the first may not get the second",
        program.id
    );
    let hint = format!("import it again with `--id {id}`; if it is another conference, build with --new-id");
    Err(Failure::new(message, hint))
}

/// Remembers the program for the next build, here or in another clone.
pub fn remember(root: &Path, program: &Program) -> Result<(), Failure> {
    let days: Vec<String> = program.days.iter().map(|day| day.date.to_string()).collect();
    let record = format!("{:#}\n", json!({ "id": program.id.as_str(), "days": days }));
    let path = root.join(RECORD);
    if disk::read_text(&path).is_ok_and(|before| before == record) {
        return Ok(());
    }
    disk::write(&path, record)?;
    println!("{RECORD} now has the id and the days of the program; commit it with the program");
    Ok(())
}

fn parse(record: &str) -> Option<(String, Vec<Date>)> {
    let record: Value = serde_json::from_str(record).ok()?;
    let days: Option<Vec<Date>> = record["days"].as_array()?.iter().map(|day| Date::parse(day.as_str()?)).collect();
    Some((record["id"].as_str()?.to_owned(), days?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use siganpyo::import::{Options, import};

    fn program(id: &str, day: &str) -> Program {
        let table = format!("# id: {id}\n# time_zone: Asia/Seoul\ndate,start,end,title\n{day},10:00,11:00,Looms\n");
        import(table.as_bytes(), &Options::default()).unwrap().program
    }

    #[test]
    fn another_id_for_the_same_days_is_refused_also_in_a_fresh_clone() {
        let root = std::env::temp_dir().join(format!("siganpyo-published-{}", std::process::id()));
        let first = program("craft", "2031-05-10");
        assert!(check(&root, &first).is_ok(), "nothing was built before");
        remember(&root, &first).unwrap();
        assert!(check(&root, &first).is_ok());
        let refused = check(&root, &program("crafts", "2031-05-10")).unwrap_err().to_string();
        assert!(refused.contains("“craft”") && refused.contains("--id craft`") && refused.contains("--new-id"), "{refused}");
        assert!(check(&root, &program("crafts", "2032-05-08")).is_ok(), "the next year's");
        disk::write(&root.join(RECORD), "{").unwrap();
        assert!(check(&root, &first).unwrap_err().to_string().contains(RECORD));
        disk::remove_folder(&root).unwrap();
    }
}
