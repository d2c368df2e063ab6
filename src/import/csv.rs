//! Text with one row of a table on each line, separated by commas, semicolons, tabs or bars.
//!
//! Lines that begin with `#` before the table are about the whole; [`table`](super::table) says what they may state. Clashfinder
//! writes `//` instead, also before the header.

mod asciidoc;
mod markdown;
mod notion;
mod quotes;

use super::head::{self, Head};
use super::limits::MAX_ROWS;
use super::records::records;
use super::table::{self, Book, Fitness, MAX_COLUMNS, Row, Table, Tally};
use super::{ImportError, Imported, Importer, NamedFile, Options, encoding};
use crate::messages::column::Column;
use std::borrow::Cow;

/// How a table is to be read shows within this many bytes.
const MAX_HEAD: usize = 64 << 10;

/// As many lines above a table may say on which day it is.
const MAX_HEADINGS: usize = 6;

/// As many rows are enough to choose the separator.
const HEAD_ROWS: usize = 60;

const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// Whether it is a table that can be read.
fn recognises(head: &Head) -> bool {
    let lines = asciidoc::as_lines(head.text());
    let text = Text::of(lines.as_deref().unwrap_or(head.text()));
    !text.table.trim_start().starts_with(['<', '{', '[']) && text.separator().1.is_readable()
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    table::read(&book(&encoding::text(bytes)?)?, options)
}

/// Whether files are tables, by their names.
pub(super) fn are_tables(files: &[NamedFile]) -> bool {
    files.iter().all(|file| ["csv", "tsv"].iter().any(|ending| file.name.to_lowercase().ends_with(&format!(".{ending}"))))
}

/// Reads tables as the sheets of one program, such as one for each day.
pub(super) fn read_together(files: &[NamedFile], options: &Options) -> Result<Imported, ImportError> {
    let mut book = Book { are_sheets: true, ..Book::default() };
    for file in files {
        let read = self::book(&encoding::text(&file.bytes)?)?;
        book.metadata.extend(read.metadata);
        let name = notion::without_id(file.stem()).to_owned();
        book.tables
            .extend(read.tables.into_iter().map(|table| Table { names: [table.names, vec![name.clone()]].concat(), ..table }));
    }
    table::read(&book, options)
}

/// Reads pages with a session each, as Notion writes the rows of a table.
#[cfg(feature = "every-format")]
pub(super) fn read_pages(files: &[NamedFile], options: &Options) -> Result<Imported, ImportError> {
    table::read(&Book { tables: vec![notion::table(files)?], ..Book::default() }, options)
}

/// Returns the refusal of a text that is a timetable, as the names of its columns or the times in it show, but lacks a required column.
pub(super) fn without_columns(head: &Head) -> Option<ImportError> {
    let book = book(head.text()).ok()?;
    table::without_columns(&book).or_else(|| table::with_unknown_columns(&book))
}

/// Whether the text is a table with a column of which a person said what it is.
pub(super) fn has_columns(head: &Head, named: &[(String, Option<Column>)]) -> bool {
    !named.is_empty() && book(head.text()).is_ok_and(|book| table::has_columns(&book, named))
}

/// Returns the table of a text.
pub(super) fn book(text: &str) -> Result<Book, ImportError> {
    let lines = asciidoc::as_lines(text);
    let text = Text::of(lines.as_deref().unwrap_or(text));
    let (separator, _) = text.separator();
    let (table, unclosed) = quotes::closed(&text.table, separator);
    let before = text.metadata.len() as u64;
    let table = rows(&table, separator, before, MAX_ROWS)?;
    let names =
        text.metadata.iter().rev().filter(|line| !line.contains(':')).map(|line| line.trim_matches(['#', ' ']).to_owned());
    let table = Table { names: names.filter(|name| !name.is_empty()).take(MAX_HEADINGS).collect(), ..table };
    let metadata = (1..).zip(text.metadata).map(|(number, line)| (number, line.to_owned())).collect();
    let unclosed = unclosed.into_iter().map(|line| before + line).collect();
    Ok(Book { metadata, unclosed, tables: vec![table], ..Book::default() })
}

/// The two parts of a text.
struct Text<'a> {
    metadata: Vec<&'a str>,
    table: Cow<'a, str>,
}

impl Text<'_> {
    /// The table begins with the first line that is neither empty nor begins with `#`. Spreadsheets quote a cell with a comma in it.
    fn of(text: &str) -> Text<'_> {
        let is_metadata = |line: &&str| {
            let start = line.trim_start_matches([' ', '\t', '"']);
            line.trim().is_empty() || start.starts_with('#') && !head::is_numbered_header(line) || start.starts_with("//")
        };
        let length = text.split_inclusive('\n').take_while(is_metadata).map(str::len).sum();
        let (metadata, table) = text.split_at(length);
        let mut metadata: Vec<&str> = metadata.lines().collect();
        // The last comment may be the header.
        let header = metadata.last().and_then(|line| line.strip_prefix("//")).filter(|line| line.contains(','));
        let table = match header {
            Some(header) => {
                metadata.pop();
                Cow::Owned(format!("{}\n{table}", header.trim()))
            }
            None => Cow::Borrowed(table),
        };
        Text { metadata, table }
    }

    /// Returns the separator with which the table can be read best.
    fn separator(&self) -> (u8, Fitness) {
        let head = &self.table[..self.table.floor_char_boundary(MAX_HEAD)];
        let with = |separator: u8| rows(head, separator, 0, HEAD_ROWS).map(|table| Fitness::of(&table)).ok();
        let fitness = SEPARATORS.into_iter().filter_map(|separator| Some((separator, with(separator)?)));
        fitness.max_by_key(|(_, fitness)| *fitness).unwrap_or((b',', Fitness::of(&Table::default())))
    }
}

/// Reads the first rows that are not empty.
fn rows(text: &str, separator: u8, before: u64, most: usize) -> Result<Table, ImportError> {
    let (mut tally, mut surplus_lines, mut rows) = (Tally::default(), 0, Vec::new());
    let has_bars = separator == b'|';
    let text = if has_bars { markdown::without_inner_bars(text) } else { Cow::Borrowed(text) };
    let cell = |cell: &str| {
        let cell = notion::without_pages(cell);
        if has_bars { markdown::shown(&cell) } else { cell.into_owned() }
    };
    for record in records(&text, separator) {
        let line = before + record.position().map_or(0, csv::Position::line);
        // A cell of several lines is one row of a spreadsheet.
        let number = line.saturating_sub(surplus_lines);
        surplus_lines += record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        let width = record
            .iter()
            .take(MAX_COLUMNS)
            .enumerate()
            .filter(|(_, cell)| !cell.trim().is_empty())
            .last()
            .map_or(0, |(at, _)| at + 1);
        // Markdown has a line of dashes below the names.
        let is_rule = has_bars && record.iter().all(|cell| cell.trim().chars().all(|letter| matches!(letter, '-' | ':')));
        if width > 0 && !is_rule {
            tally.add(width)?;
            rows.push(Row { line, number, cells: record.iter().take(width).map(cell).collect(), column: None });
        }
        if rows.len() == most {
            break;
        }
    }
    Ok(Table { rows, ..Table::default() })
}

#[cfg(test)]
mod tests;
