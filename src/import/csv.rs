//! Tables: one header, one row for each session.
//!
//! Lines `# key: value` before the header state what has no column: title, subtitle, venue, url, time_zone, id, version, and,
//! as `# walk: 101, 102 > 201 = 5`, the minutes of walking between rooms, and as `# alias: 장고 = Django`, names that mean the same
//! to a search.

mod columns;
mod dates;
mod people;
mod quotes;
mod rooms;
mod status;
mod times;
mod values;

use super::draft::{Draft, DraftRow, End, Start};
use super::head::Head;
use super::records::records;
use super::walking::{self, Way};
use super::when;
use super::{ImportError, Imported, Importer, MAX_SESSIONS, Options, encoding, kind, line, rich_text};
use crate::messages::column::Column;
use crate::messages::import::{Cell, Place, Problem, Remark};
use crate::program::{Kind, alias};
use ::csv::StringRecord;
use columns::Columns;
use dates::Dating;
use rooms::Rooms;
use std::borrow::Cow;
use std::cmp::Reverse;
use times::{Times, times};

/// The most column names that a message quotes.
const MAX_QUOTED: usize = 20;

/// The header must be within this many bytes.
const MAX_HEADER: usize = 64 << 10;

/// Spreadsheets often have a line or two with a heading above the header.
const MAX_LINES_BEFORE: usize = 10;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// Whether the header has a title and a start.
fn recognises(head: &Head) -> bool {
    let table = after_metadata(head.text());
    !table.trim_start().starts_with(['<', '{', '[']) && header(table).is_some_and(|header| header.columns.is_usable())
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    let table = after_metadata(&text);
    let metadata = &text[..text.len() - table.len()];
    let mut draft = Draft::default();
    let mut ways = Vec::new();
    for (number, text) in (1..).zip(metadata.lines()) {
        read_metadata(number, text, &mut draft, &mut ways);
    }
    let Some(Header { separator, at, record: header, columns: guessed }) = header(table) else {
        return Err(Problem::Empty.into());
    };
    let columns = if options.columns.is_empty() { guessed } else { Columns::told(&options.columns) };
    if !columns.is_usable() {
        return Err(unusable(&header, &columns));
    }
    warn_of_unknown(&columns, &mut draft);
    let before = metadata.lines().count() as u64;
    let (table, unclosed) = quotes::closed(table, separator);
    for line in unclosed {
        draft.warn(Place { line: Some(before + line), ..Place::default() }, Remark::UnclosedQuote);
    }
    let is_filled = |record: &StringRecord| record.iter().any(|cell| !cell.trim().is_empty());
    let records: Vec<StringRecord> = records(&table, separator).skip(at + 1).filter(is_filled).take(MAX_SESSIONS + 1).collect();
    let texts: Vec<&str> = records.iter().flat_map(|record| dated_cells(record, &columns)).collect();
    let stated = [&draft.title, &draft.version, &draft.id, &options.title];
    let (dating, doubt) = Dating::of(&texts, &stated.into_iter().flatten().map(String::as_str).collect::<Vec<_>>(), &header);
    doubt.into_iter().for_each(|remark| draft.warn(Place::default(), remark));
    let table = Cells {
        record: &StringRecord::new(),
        line: before,
        row: 0,
        header: &header,
        columns: &columns,
        dating,
        above: None,
        merged: None,
    };
    let rows = rows(&records, table);
    dates::wrong_weekdays(&rows).into_iter().for_each(|(place, remark)| draft.warn(place, remark));
    let rooms = Rooms::of(&rows.iter().filter_map(|cells| cells.value(Column::Room)).collect::<Vec<_>>());
    rows.iter().for_each(|cells| draft.add(row(cells, &rooms)));
    let names = header.iter().take(columns::MAX_COLUMNS).map(line::excerpt);
    let named = names.enumerate().map(|(index, name)| (name, columns.meaning(index))).collect();
    let mut imported = draft.finish(options)?;
    imported.warnings.extend(walking::put(&mut imported.program, &ways));
    Ok(Imported { columns: named, ..imported })
}

/// Returns the cells of a record that may hold a date.
fn dated_cells<'a>(record: &'a StringRecord, columns: &Columns) -> Vec<&'a str> {
    let indices = [Column::Date, Column::Start].map(|column| columns.index_of(column));
    let cells = indices.into_iter().flatten().filter_map(|index| record.get(index));
    cells.chain(only_cell(record)).map(str::trim).filter(|text| !text.is_empty()).collect()
}

/// Returns the cell of a record that has no other.
fn only_cell(record: &StringRecord) -> Option<&str> {
    let mut filled = record.iter().map(str::trim).filter(|text| !text.is_empty());
    filled.next().filter(|_| filled.next().is_none())
}

/// Returns the records as rows of the table, with their positions, and with the date of the row above where that is merged with
/// it. A row with only a date is the heading of a day.
fn rows<'a>(records: &'a [StringRecord], table: Cells<'a>) -> Vec<Cells<'a>> {
    let mut surplus_lines = line_breaks(table.header);
    let (mut above, mut timed) = (None, None);
    let mut rows = Vec::with_capacity(records.len());
    for record in records {
        let line = table.line + record.position().map_or(0, ::csv::Position::line);
        let row = line.saturating_sub(surplus_lines);
        surplus_lines += line_breaks(record);
        let heading = only_cell(record).filter(|text| when::date(&table.dating.rewritten(text)).is_some());
        let cells = Cells { record, line, row, above, ..table };
        above = heading.or_else(|| cells.get(Column::Date)).or(above);
        let is_merged = cells.is_beside(timed);
        if !is_merged {
            timed = Some(record).filter(|_| heading.is_none());
        }
        if heading.is_none() {
            rows.push(Cells { above, merged: timed.filter(|_| is_merged), ..cells });
        }
    }
    rows
}

/// Returns how many more lines than one the record takes.
fn line_breaks(record: &StringRecord) -> u64 {
    record.iter().map(|cell| cell.matches('\n').count() as u64).sum()
}

/// Returns the refusal of a text that is a timetable, as the names of its columns show, but lacks a required one.
pub(super) fn without_columns(head: &Head) -> Option<ImportError> {
    let header = header(after_metadata(head.text()))?;
    let has_times = [Column::Date, Column::Start, Column::End].iter().any(|column| header.columns.has(*column));
    (has_times && header.columns.known() > 1 && !header.columns.is_usable()).then(|| unusable(&header.record, &header.columns))
}

fn unusable(header: &StringRecord, columns: &Columns) -> ImportError {
    let found = header.iter().take(MAX_QUOTED).map(line::excerpt).collect();
    let misspelt = columns.misspelt().into_iter().take(MAX_QUOTED);
    let misspelt = misspelt.map(|(name, meant)| (line::excerpt(name), meant.to_owned())).collect();
    Problem::Columns { found, title: columns.has(Column::Title), start: columns.has(Column::Start), misspelt }.into()
}

fn warn_of_unknown(columns: &Columns, draft: &mut Draft) {
    if columns.unknown.is_empty() {
        return;
    }
    let unknown = columns.unknown.iter().take(MAX_QUOTED).map(|name| line::excerpt(name)).collect();
    draft.warn(Place::default(), Remark::UnknownColumns(unknown));
    for (name, meant) in columns.misspelt().into_iter().take(MAX_QUOTED) {
        let remark = Remark::MisspeltColumn { column: line::excerpt(name), meant: meant.to_owned() };
        draft.warn(Place::default(), remark);
    }
}

/// Returns the text from the first line that is neither empty nor begins with `#`. Spreadsheets quote a cell with a comma in
/// it.
fn after_metadata(text: &str) -> &str {
    let is_metadata = |line: &&str| line.trim().is_empty() || line.trim_start_matches([' ', '\t', '"']).starts_with('#');
    &text[text.split_inclusive('\n').take_while(is_metadata).map(str::len).sum()..]
}

fn read_metadata(number: u64, text: &str, draft: &mut Draft, ways: &mut Vec<Way>) {
    // A line without a colon is a comment. Spreadsheets fill up the rest of a line with separators.
    let Some((key, value)) = text.trim_start_matches(['"', '#', ' ', '\t']).split_once([':', '：']) else { return };
    let value = value.trim_end_matches([',', ';', '\t', ' ', '\r']).trim();
    let value = if text.starts_with('"') { value.trim_end_matches('"') } else { value };
    let place = Place { line: Some(number), title: None, ..Place::default() };
    let field = match key.trim().to_lowercase().as_str() {
        "title" | "제목" | "이름" => &mut draft.title,
        "subtitle" | "부제" => &mut draft.subtitle,
        "venue" | "장소" => &mut draft.venue,
        "url" | "주소" => &mut draft.url,
        "time_zone" | "time zone" | "timezone" | "시간대" => &mut draft.time_zone,
        "id" => &mut draft.id,
        "version" | "버전" => &mut draft.version,
        "walk" | "walking" | "이동" => {
            return match Way::read(number, value) {
                Ok(way) => ways.push(way),
                Err(warning) => draft.warnings.push(warning),
            };
        }
        "alias" | "aliases" | "별칭" | "동의어" => {
            return match alias::names(value).count() {
                0 | 1 => draft.warn(place, Remark::NotAnAlias(line::excerpt(value))),
                _ => draft.aliases.push(value.to_owned()),
            };
        }
        key => return draft.warn(place, Remark::UnknownKey(line::excerpt(key))),
    };
    *field = Some(value.to_owned()).filter(|value| !value.is_empty());
}

/// The line that names the columns.
struct Header {
    separator: u8,
    /// Its index among the records.
    at: usize,
    record: StringRecord,
    columns: Columns,
}

/// Returns the line that names the most columns, with the separator that gives the most; of several, the first. Spreadsheets
/// often have headings of groups above the names.
fn header(table: &str) -> Option<Header> {
    let table = &table[..table.floor_char_boundary(MAX_HEADER)];
    let candidates = [b'\t', b';', b','].into_iter().flat_map(|separator| {
        let lines = records(table, separator).take(MAX_LINES_BEFORE).enumerate();
        lines.map(move |(at, record)| Header { separator, at, columns: Columns::of(&record), record })
    });
    candidates.max_by_key(|header| (header.columns.is_usable(), header.columns.known(), Reverse(header.at), header.record.len()))
}

/// One row, accessed by the meaning of its columns.
#[derive(Clone, Copy)]
struct Cells<'a> {
    record: &'a StringRecord,
    /// The line of the file on which it begins.
    line: u64,
    /// Its number in a spreadsheet.
    row: u64,
    header: &'a StringRecord,
    columns: &'a Columns,
    dating: Dating,
    /// The date of the row above, since only the first of several merged cells has a value.
    above: Option<&'a str>,
    /// The row above whose start and end are merged with those of this row.
    merged: Option<&'a StringRecord>,
}

impl<'a> Cells<'a> {
    /// Returns the trimmed cell, or `None` if it is empty or missing.
    fn get(&self, column: Column) -> Option<&'a str> {
        self.record.get(self.columns.index_of(column)?).map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether the row is a session parallel to that of an earlier row: date, start and end are empty, since they are merged with
    /// those above, and the room is another one. A talk without a room may not be scheduled yet.
    fn is_beside(&self, earlier: Option<&'a StringRecord>) -> bool {
        let Some(record) = earlier else { return false };
        let is_empty = |column: Column| self.get(column).is_none();
        let room = |cells: &Cells<'a>| cells.value(Column::Room);
        [Column::Date, Column::Start, Column::End, Column::Duration].into_iter().all(is_empty)
            && !is_empty(Column::Title)
            && room(self).is_some_and(|own| Some(own) != room(&Cells { record, ..*self }))
    }

    /// Returns the position of the cell.
    fn cell(&self, column: Column) -> Option<Box<Cell>> {
        let index = self.columns.index_of(column)?;
        let name = line::excerpt(self.name(column).unwrap_or_default());
        Some(Box::new(Cell { row: self.row, column: index, name }))
    }

    /// Returns the name of the column in the header.
    fn name(&self, column: Column) -> Option<&'a str> {
        self.header.get(self.columns.index_of(column)?)
    }

    /// Returns the cell, or `None` if it only says that there is no value.
    fn value(&self, column: Column) -> Option<&'a str> {
        self.get(column).filter(|text| !values::is_absent(text))
    }

    fn owned(&self, column: Column) -> Option<String> {
        self.value(column).map(str::to_owned)
    }

    /// Returns the cell with any date at its beginning rewritten with the year first.
    fn time(&self, column: Column) -> Option<Cow<'a, str>> {
        let above = match column {
            Column::Date => self.above,
            Column::Start | Column::End | Column::Duration => {
                self.merged.and_then(|record| Cells { record, ..*self }.get(column))
            }
            _ => None,
        };
        let text = self.get(column).or(above)?;
        Some(self.dating.rewritten(text))
    }

    fn title(&self) -> Option<String> {
        self.get(Column::Title).map(line::excerpt)
    }
}

fn row(cells: &Cells, rooms: &Rooms) -> DraftRow {
    let Times { start, start_at, end, end_at } = times(cells);
    let is_readable = (matches!(start, Start::At(_)), !matches!(end, End::Unreadable(_)));
    let (kind, track) = kind_and_track(cells);
    let (about, shortened) = rich_text::blocks(cells.value(Column::Abstract).unwrap_or_default());
    DraftRow {
        line: Some(cells.line),
        start_cell: if is_readable.0 { None } else { cells.cell(start_at) },
        end_cell: if is_readable.1 { None } else { cells.cell(end_at) },
        id: cells.get(Column::Id).map(str::to_owned),
        subtitle: cells.owned(Column::Subtitle),
        rooms: cells.value(Column::Room).map_or_else(Vec::new, |text| rooms.names(text)),
        track,
        kind,
        language: cells.owned(Column::Language),
        level: cells.owned(Column::Level),
        speakers: cells.value(Column::Speakers).map_or_else(Vec::new, people::names),
        about,
        shortened,
        cancelled: status::is_cancelled(cells),
        url: cells.owned(Column::Url),
        ..DraftRow::new(values::undecorated(cells.get(Column::Title).unwrap_or_default()).to_owned(), start, end)
    }
}

fn kind_and_track(cells: &Cells) -> (Kind, Option<String>) {
    let track = cells.value(Column::Track).or_else(|| cells.value(Column::Category));
    if let Some(word) = cells.value(Column::Kind) {
        return (kind::of(Some(word)), track.map(str::to_owned));
    }
    // A category that is a kind of session and not a topic.
    match track.and_then(kind::known) {
        Some(kind) => (kind, None),
        None => (Kind::Talk, track.map(str::to_owned)),
    }
}

#[cfg(test)]
mod tests;
