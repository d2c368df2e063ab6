//! `siganpyo-picture/1`: what the user's last saved picture showed, as stored on the device.

use super::tree::{Fields, Node};
use crate::plan::{Shown, Snapshot};
use crate::program::{Date, Moment};
use serde::Serialize;

const FORMAT: &str = "siganpyo-picture/1";

#[derive(Serialize)]
struct SnapshotFile<'a> {
    format: &'a str,
    version: &'a str,
    language: &'a str,
    days: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    shown: Vec<ShownRow<'a>>,
}

#[derive(Serialize)]
struct ShownRow<'a> {
    id: &'a str,
    title: &'a str,
    start: String,
    rooms: &'a str,
    planned: bool,
}

/// Reads it; `None` if it is damaged or of another version, then nothing can be said about the picture.
pub fn read(text: &str) -> Option<Snapshot> {
    let mut file = serde_json::from_str::<Node>(text).ok()?.record("")?;
    (file.maybe_text("format")? == FORMAT).then_some(())?;
    Some(Snapshot {
        version: file.maybe_text("version")?,
        language: file.maybe_text("language")?,
        days: file.texts("days").iter().filter_map(|day| Date::parse(day)).collect(),
        from: file.maybe_text("from").and_then(|from| Moment::parse(&from)),
        shown: file.list("shown").into_iter().map(|row| read_row(row.record("")?)).collect::<Option<_>>()?,
    })
}

fn read_row(mut row: Fields<'_>) -> Option<Shown> {
    Some(Shown {
        id: row.maybe_text("id")?,
        title: row.maybe_text("title")?,
        start: Moment::parse(&row.maybe_text("start")?)?,
        rooms: row.maybe_text("rooms").unwrap_or_default(),
        planned: row.flag("planned"),
    })
}

fn row(shown: &Shown) -> ShownRow<'_> {
    ShownRow { id: &shown.id, title: &shown.title, start: shown.start.to_string(), rooms: &shown.rooms, planned: shown.planned }
}

/// Writes it.
pub fn write(snapshot: &Snapshot) -> String {
    let file = SnapshotFile {
        format: FORMAT,
        version: &snapshot.version,
        language: &snapshot.language,
        days: snapshot.days.iter().map(Date::to_string).collect(),
        from: snapshot.from.map(|from| from.to_string()),
        shown: snapshot.shown.iter().map(row).collect(),
    };
    serde_json::to_string(&file).expect("plain data")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_is_read_as_it_was_written_and_invalid_ones_are_not() {
        let start = Moment::parse("2018-08-18T13:00:00+09:00").unwrap();
        let shown = |id: &str, rooms: &str| Shown {
            id: id.to_owned(),
            title: "한글".to_owned(),
            start,
            rooms: rooms.to_owned(),
            planned: id != "b",
        };
        let snapshot = Snapshot {
            version: "2".to_owned(),
            language: "ko".to_owned(),
            days: vec![Date::parse("2018-08-18").unwrap()],
            from: Some(start),
            shown: vec![shown("a", "101, 102"), shown("b", "")],
        };
        assert_eq!(read(&write(&snapshot)), Some(snapshot));
        for nonsense in ["", "{}", r#"{"format":"siganpyo-picture/2","version":"1","language":"ko"}"#] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
    }
}
