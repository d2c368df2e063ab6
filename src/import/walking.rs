//! Walking times between rooms: lines above a table of sessions, or a separate table.

use super::gate::clean_walking;
use super::limits::{MAX_LINE, MAX_WARNINGS};
use super::notes::Notes;
use super::records::records;
use super::{ImportError, Warning, capped, encoding, line, when};
use crate::messages::import::{Place, Remark};
use crate::program::{Program, RoomId, Walk};
use std::collections::{BTreeMap, BTreeSet};

/// A walking time as it is written: rooms, rooms, minutes.
pub(super) struct Way {
    line: u64,
    from: String,
    to: String,
    minutes: u32,
}

impl Way {
    /// Reads `101, 102 > 201 = 5`.
    pub fn read(number: u64, text: &str) -> Result<Way, Warning> {
        let parts = text.rsplit_once('=').and_then(|(rooms, minutes)| {
            let (from, to) = rooms.split_once(['>', '→'])?;
            Some((from.trim_end_matches('-'), to, minutes))
        });
        parts.and_then(|(from, to, minutes)| Way::new(number, from, to, minutes)).ok_or_else(|| not_a_way(number, text))
    }

    fn new(line: u64, from: &str, to: &str, minutes: &str) -> Option<Way> {
        let minutes = when::minutes(minutes.trim()).and_then(|minutes| u32::try_from(minutes).ok())?;
        let is_said = !from.trim().is_empty() && !to.trim().is_empty();
        is_said.then(|| Way { line, from: from.to_owned(), to: to.to_owned(), minutes })
    }
}

fn not_a_way(number: u64, text: &str) -> Warning {
    Warning::new(Place { line: Some(number), title: None, ..Place::default() }, Remark::NotAWay(line::excerpt(text)))
}

/// Adds a table of walking times to a program: from, to, minutes, with several rooms separated by semicolons, with or without
/// a header. They come before those that the program has already. Returns warnings about what could not be used.
///
/// # Errors
///
/// A file that is not text.
pub fn add_walking(program: &mut Program, table: &[u8]) -> Result<Vec<Warning>, ImportError> {
    let text = encoding::text(table)?;
    let first = text.lines().next().unwrap_or_default();
    let separator = ['\t', ',', ';'].into_iter().find(|separator| first.contains(*separator)).unwrap_or(',');
    let mut warnings = Vec::new();
    let mut ways = Vec::new();
    for (at, record) in records(&text, separator as u8).enumerate() {
        let cell = |at: usize| record.get(at).unwrap_or_default();
        let number = record.position().map_or(0, csv::Position::line);
        match Way::new(number, cell(0), cell(1), cell(2)) {
            Some(way) => ways.push(way),
            None if at == 0 || record.iter().all(|cell| cell.trim().is_empty()) => {}
            None => warnings.push(not_a_way(number, &record.iter().collect::<Vec<_>>().join(", "))),
        }
    }
    warnings.extend(put(program, &ways));
    let mut notes = Notes::of(warnings);
    clean_walking(program, &mut notes);
    Ok(capped(notes.finish(), MAX_WARNINGS))
}

/// Adds walking times that are written as `101, 102 > 201 = 5`, a line for each, before those that the program has. Returns warnings about
/// what could not be used.
pub fn add_walking_lines(program: &mut Program, text: &str) -> Vec<Warning> {
    let (mut ways, mut warnings) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match Way::read(number, line) {
            Ok(way) => ways.push(way),
            Err(warning) => warnings.push(warning),
        }
    }
    warnings.extend(put(program, &ways));
    let mut notes = Notes::of(warnings);
    clean_walking(program, &mut notes);
    capped(notes.finish(), MAX_WARNINGS)
}

/// Adds walking times before those that the program has.
pub(super) fn put(program: &mut Program, ways: &[Way]) -> Vec<Warning> {
    let mut ids: BTreeMap<&str, &RoomId> = BTreeMap::new();
    for room in &program.rooms {
        for name in room.names.values().chain([&room.name]) {
            ids.entry(name).or_insert(&room.id);
        }
    }
    ids.extend(program.rooms.iter().map(|room| (room.id.as_str(), &room.id)));
    let mut warnings = Vec::new();
    let mut walking = Vec::new();
    // Each room is reported once, even if many rows name it.
    let mut named = BTreeSet::new();
    for way in ways {
        let [from, to] = [&way.from, &way.to].map(|rooms| rooms_of(rooms, &ids));
        let unknown: Vec<&RoomId> = from.iter().chain(&to).filter(|room| !ids.contains_key(room.as_str())).collect();
        let unknown = unknown.into_iter().filter(|room| named.insert(RoomId::clone(room)));
        let place = Place { line: Some(way.line), title: None, ..Place::default() };
        warnings.extend(unknown.map(|room| Warning::new(place.clone(), Remark::UnknownRoom(line::excerpt(room.as_str())))));
        walking.push(Walk { from, to, minutes: way.minutes });
    }
    let before = std::mem::take(&mut program.walking);
    walking.extend(before.into_iter().filter(|walk| !walking.contains(walk)).collect::<Vec<_>>());
    program.walking = walking;
    warnings
}

/// Returns rooms by name or id. Names may contain commas, so a comma separates only if the whole text is no room and has no
/// semicolon.
fn rooms_of(text: &str, ids: &BTreeMap<&str, &RoomId>) -> Vec<RoomId> {
    let name = |text: &str| line::clean(text, MAX_LINE).text;
    let whole = name(text);
    let separator = if whole.contains(';') { ';' } else { ',' };
    let names = if ids.contains_key(whole.as_str()) { vec![whole] } else { whole.split(separator).map(name).collect() };
    let id = |name: String| ids.get(name.as_str()).map_or_else(|| RoomId::new(name), |id| RoomId::clone(id));
    names.into_iter().filter(|name| !name.is_empty()).map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};
    use crate::messages::Language;

    const TABLE: &str =
        "date,start,title,room\n2018-08-18,13:00,A,101\n2018-08-18,14:00,B,\"Hall B, 2nd floor\"\n2018-08-18,15:00,C,C1\n";

    fn written(program: &Program) -> Vec<String> {
        let ids = |rooms: &[RoomId]| rooms.iter().map(RoomId::as_str).collect::<Vec<_>>().join(" ");
        program.walking.iter().map(|walk| format!("{} > {} = {}", ids(&walk.from), ids(&walk.to), walk.minutes)).collect()
    }

    fn said(warnings: &[Warning]) -> Vec<String> {
        warnings.iter().map(|warning| warning.sentence(Language::English)).collect()
    }

    #[test]
    fn walking_times_are_read_from_lines_above_a_table() {
        let lines = "# time_zone: Asia/Seoul\n# title: T\n# walk: 101, C1 > Hall B, 2nd floor = 5,,,\n\"# 이동: 101 → C1 = 2분\",,,\n# walk: 101 > 9 = 3\n# walk: far\n";
        let imported = import(format!("{lines}{TABLE}").as_bytes(), &Options::default()).unwrap();
        assert_eq!(written(&imported.program), ["101 c1 > hall-b-2nd-floor = 5", "101 > c1 = 2", "101 > 9 = 3"]);
        let expected = [
            "Line 6: \"far\" is not a walking time; write it as \"101, 102 > 201 = 5\"",
            "3 sessions have no end: \"A\", \"B\", \"C\"",
            "Line 5: there is no session in room \"9\", so its walking time is ignored",
        ];
        assert_eq!(said(&imported.warnings), expected);
    }

    #[test]
    fn a_separate_table_comes_before_the_programs_own_walking_times() {
        let lines = "# time_zone: Asia/Seoul\n# title: T\n# walk: 101 > C1 = 9\n";
        let mut program = import(format!("{lines}{TABLE}").as_bytes(), &Options::default()).unwrap().program;
        let table = "from,to,minutes\n101;C1,\"Hall B, 2nd floor\",5\n\n101,C1,2 min\nx,C1\n";
        let warnings = add_walking(&mut program, table.as_bytes()).unwrap();
        let expected = ["101 c1 > hall-b-2nd-floor = 5", "101 > c1 = 2", "101 > c1 = 9"];
        assert_eq!(written(&program), expected);
        assert_eq!(said(&warnings).len(), 1, "{warnings:?}");
        add_walking(&mut program, table.as_bytes()).unwrap();
        assert_eq!(written(&program), expected, "once more changes nothing");
        add_walking(&mut program, b"101;C1;7\n").unwrap();
        assert_eq!(written(&program)[0], "101 > c1 = 7");
    }
}
