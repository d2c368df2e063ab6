//! `siganpyo-program/1` itself.

use super::head::Head;
use super::json::Json;
use super::{ImportError, Imported, Importer, Options, Warning, encoding, line, similar};
use crate::messages::import::{Place, Remark};
use crate::wire::program_file;
use std::collections::BTreeMap;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// The most unknown fields of a list that are examined. A hostile file may have a million.
const MAX_UNKNOWN: usize = 200;

/// The lists of a program file, each with the fields of its records; the first entry is the file itself.
const FIELDS: [(&str, &[&str]); 6] = [
    (
        "",
        &[
            "format",
            "abstracts",
            "id",
            "version",
            "title",
            "subtitle",
            "url",
            "venue",
            "time_zone",
            "days",
            "rooms",
            "tracks",
            "walking",
            "aliases",
            "sessions",
        ],
    ),
    ("days", &["date", "label"]),
    ("rooms", &["id", "name", "names"]),
    ("tracks", &["id", "name", "color"]),
    ("walking", &["from", "to", "minutes"]),
    (
        "sessions",
        &[
            "id",
            "title",
            "subtitle",
            "start",
            "end",
            "day",
            "rooms",
            "track",
            "kind",
            "language",
            "level",
            "speakers",
            "abstract",
            "url",
            "cancelled",
        ],
    ),
];

fn recognises(head: &Head) -> bool {
    head.first() == Some('{') && head.has("siganpyo-program/")
}

fn read(bytes: &[u8], _: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    let program = program_file::read(&text)?;
    Ok(Imported::new(program, misspelt(&text)))
}

/// Returns a warning for each field that is unknown but similar to a known one. Other unknown fields may be those of a later
/// version.
fn misspelt(text: &str) -> Vec<Warning> {
    let Ok(file) = Json::parse(text) else { return Vec::new() };
    FIELDS.iter().flat_map(|(list, known)| misspelt_in(&file, list, known)).collect()
}

fn misspelt_in(file: &Json, list: &str, known: &[&str]) -> Vec<Warning> {
    let records = if list.is_empty() { std::slice::from_ref(file) } else { file.get(list).items() };
    let fields = records.iter().flat_map(Json::fields).map(|(field, _)| field.as_str());
    let mut unknown: BTreeMap<&str, usize> = BTreeMap::new();
    for field in fields.filter(|field| !known.contains(field)) {
        if unknown.len() < MAX_UNKNOWN || unknown.contains_key(field) {
            *unknown.entry(field).or_default() += 1;
        }
    }
    let meant = |(field, count): (&str, usize)| {
        let meant = similar::meant(field, known.iter().copied())?.to_owned();
        Some(Warning::new(Place::default(), Remark::MisspeltField { field: line::excerpt(field), meant, count }))
    };
    unknown.into_iter().filter_map(meant).collect()
}

#[cfg(test)]
mod tests {
    use super::super::import;
    use super::*;
    use crate::messages::Language;

    #[test]
    fn misspelt_fields_give_a_warning_and_those_of_later_versions_do_not() {
        let file = |top: &str, session: &str| {
            let text = format!(
                r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul", {top}
                "days": [{{"date": "2018-08-18"}}], "rooms": [], "tracks": [], "sessions": [{{"id": "a", "title": "A", {session}
                "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00", "day": "2018-08-18"}}]}}"#
            );
            import(text.as_bytes(), &Options::default()).unwrap().sentences(10, Language::English)
        };
        assert_eq!(
            file("\"subtitel\": \"x\",", "\"speaker\": [\"B\"], \"canceled\": true,"),
            [
                "There is no field \"subtitel\"; is \"subtitle\" meant?",
                "There is no field \"canceled\"; is \"cancelled\" meant?",
                "There is no field \"speaker\"; is \"speakers\" meant?",
            ]
        );
        assert!(file("\"sponsors\": [],", "\"recording\": \"x\", \"speakers\": [],").is_empty());
    }
}
