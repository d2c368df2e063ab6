//! Tables: one header, one row for each session.
//!
//! Lines `# key: value` before the header say what a table cannot: title, subtitle, venue, url, time_zone, id, version.

mod columns;
mod people;

use super::draft::{Draft, End, Row, Start};
use super::head::Head;
use super::when::{self, When};
use super::{ImportError, Imported, Importer, Options, Warning, encoding, kind, line, rich_text};
use crate::messages::import::{Place, Problem, Remark};
use crate::program::{Date, Kind};
use ::csv::{ReaderBuilder, StringRecord};
use columns::{Column, Columns};

/// The most column names that a message quotes.
const MAX_QUOTED: usize = 20;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// A table is taken for one where its header has a title and a start.
fn recognises(head: &Head) -> bool {
    let table = after_metadata(head.text());
    !table.trim_start().starts_with(['<', '{', '[']) && header(table).is_some_and(|(_, header)| Columns::of(&header).is_usable())
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    let table = after_metadata(&text);
    let metadata = &text[..text.len() - table.len()];
    let mut draft = Draft::default();
    for (number, text) in (1..).zip(metadata.lines()) {
        read_metadata(number, text, &mut draft);
    }
    let Some((separator, header)) = header(table) else { return Err(Problem::Empty.into()) };
    let columns = Columns::of(&header);
    if !columns.is_usable() {
        let found = header.iter().take(MAX_QUOTED).map(line::excerpt).collect();
        return Err(Problem::Columns { found, title: columns.has(Column::Title), start: columns.has(Column::Start) }.into());
    }
    if !columns.unknown.is_empty() {
        draft.warnings.push(Warning::new(
            Place::default(),
            Remark::UnknownColumns(columns.unknown.iter().take(MAX_QUOTED).map(|name| line::excerpt(name)).collect()),
        ));
    }
    let before = metadata.lines().count() as u64;
    for record in records(table, separator).skip(1) {
        let number = before + record.position().map_or(0, ::csv::Position::line);
        let cells = Cells { record, columns: &columns };
        draft.rows.extend(row(&cells, number));
    }
    draft.finish(options)
}

/// The text from the first line on that is neither empty nor begins with `#`.
fn after_metadata(text: &str) -> &str {
    let is_metadata = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
    &text[text.split_inclusive('\n').take_while(is_metadata).map(str::len).sum()..]
}

fn read_metadata(number: u64, text: &str, draft: &mut Draft) {
    // A line without a colon is a remark for people. Spreadsheets fill up the rest of a line with separators.
    let Some((key, value)) = text.trim_start_matches(['#', ' ', '\t']).split_once([':', '：']) else { return };
    let value = value.trim_end_matches([',', ';', '\t', ' ', '\r']).trim();
    let field = match key.trim().to_lowercase().as_str() {
        "title" | "제목" | "이름" => &mut draft.title,
        "subtitle" | "부제" => &mut draft.subtitle,
        "venue" | "장소" => &mut draft.venue,
        "url" | "주소" => &mut draft.url,
        "time_zone" | "time zone" | "timezone" | "시간대" => &mut draft.time_zone,
        "id" => &mut draft.id,
        "version" | "버전" => &mut draft.version,
        key => {
            let place = Place { line: Some(number), title: None };
            return draft.warnings.push(Warning::new(place, Remark::UnknownKey(line::excerpt(key))));
        }
    };
    *field = Some(value.to_owned()).filter(|value| !value.is_empty());
}

/// The separator that makes most known columns of the first row, and that row.
fn header(table: &str) -> Option<(u8, StringRecord)> {
    let candidates = [b',', b';', b'\t'].into_iter().filter_map(|separator| {
        let record = records(table, separator).next()?;
        Some((separator, record))
    });
    candidates.rev().max_by_key(|(_, record)| (Columns::of(record).known(), record.len()))
}

fn records(table: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    let reader = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(table.as_bytes());
    // Text in memory that is UTF-8 and may have rows of any length leaves the reader nothing to complain about.
    reader.into_records().map_while(Result::ok)
}

/// One row by the meaning of its columns.
struct Cells<'a> {
    record: StringRecord,
    columns: &'a Columns,
}

impl Cells<'_> {
    /// Trimmed, and none where the cell is empty or not there.
    fn get(&self, column: Column) -> Option<&str> {
        self.record.get(self.columns.place(column)?).map(str::trim).filter(|text| !text.is_empty())
    }

    fn owned(&self, column: Column) -> Option<String> {
        self.get(column).map(str::to_owned)
    }
}

fn row(cells: &Cells, number: u64) -> Option<Row> {
    if cells.record.iter().all(|cell| cell.trim().is_empty()) {
        return None;
    }
    let (start, end) = times(cells);
    let (kind, track) = kind_and_track(cells);
    let (about, shortened) = rich_text::blocks(cells.get(Column::Abstract).unwrap_or_default());
    Some(Row {
        line: Some(number),
        id: cells.owned(Column::Id),
        subtitle: cells.owned(Column::Subtitle),
        rooms: cells.get(Column::Room).map_or_else(Vec::new, rooms),
        track,
        kind,
        language: cells.owned(Column::Language),
        level: cells.owned(Column::Level),
        speakers: cells.get(Column::Speakers).map_or_else(Vec::new, people::names),
        about,
        shortened,
        url: cells.owned(Column::Url),
        ..Row::new(cells.owned(Column::Title).unwrap_or_default(), start, end)
    })
}

/// Only a semicolon or a line break separates rooms: names have commas and slashes in them, as in "Hall B05/B06, 2nd floor".
fn rooms(text: &str) -> Vec<String> {
    text.split([';', '\n']).map(str::to_owned).collect()
}

fn kind_and_track(cells: &Cells) -> (Kind, Option<String>) {
    let track = cells.get(Column::Track).or_else(|| cells.get(Column::Category));
    if let Some(word) = cells.get(Column::Kind) {
        return (kind::of(Some(word)), track.map(str::to_owned));
    }
    // A category that says what sort of session it is, and not what it is about.
    match track.and_then(kind::known) {
        Some(kind) => (kind, None),
        None => (Kind::Talk, track.map(str::to_owned)),
    }
}

/// Start and end as the columns date, start, end and duration say together.
fn times(cells: &Cells) -> (Start, End) {
    let Some(text) = cells.get(Column::Start) else { return (Start::Missing, End::Missing) };
    let stated_date = cells.get(Column::Date).map(when::date);
    let (from, to) = when::range(text).map_or((text, None), |(from, to)| (from, Some(to)));
    let start = match (when::date_time(from), stated_date, when::clock(from)) {
        (Some(when), _, _) => when,
        (None, Some(Some(date)), Some(seconds)) => When::local(date, seconds),
        (None, Some(None), Some(_)) => {
            return (Start::Unreadable(line::excerpt(cells.get(Column::Date).unwrap_or_default())), End::Missing);
        }
        _ => return (Start::Unreadable(line::excerpt(text)), End::Missing),
    };
    let end = match (cells.get(Column::End).or(to), cells.get(Column::Duration)) {
        (Some(text), _) => end(text, start, stated_date.flatten()),
        (None, Some(text)) => when::minutes(text).map_or_else(|| End::Unreadable(line::excerpt(text)), End::After),
        (None, None) => End::Missing,
    };
    (Start::At(start), end)
}

fn end(text: &str, start: When, date: Option<Date>) -> End {
    match (when::date_time(text), when::clock(text), start) {
        (Some(end), _, _) => End::At(end),
        (None, Some(clock), When::Local(start)) => End::At(When::Local(end_on_clock(start, clock, date))),
        (None, Some(clock), When::Stated(start)) => {
            let local = start.unix() + i64::from(start.offset());
            End::After((end_on_clock(local, clock, date) - local) / 60)
        }
        _ => End::Unreadable(line::excerpt(text)),
    }
}

/// A time of day that comes before the start is one of the next morning where that makes at most half a day, and a mistake
/// otherwise.
fn end_on_clock(start: i64, clock: i64, date: Option<Date>) -> i64 {
    const DAY: i64 = 86_400;
    let midnight = date.map_or_else(|| start.div_euclid(DAY) * DAY, |date| date.days_since_epoch() * DAY);
    let end = midnight + clock;
    if end < start && end + DAY - start <= DAY / 2 { end + DAY } else { end }
}

#[cfg(test)]
mod tests;
