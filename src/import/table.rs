//! Tables as people make them: rows of cells, whatever file they come from, to a program.
//!
//! A reader of a file ([`csv`](super::csv), [`html`](super::html), [`sheets`](super::sheets)) makes a [`Book`] of it. From there on
//! there is one way: [`layout`] finds out how each table is to be read and turns it into a list, one row for each session;
//! [`list`] reads the rows.

mod afternoons;
mod caption;
mod cells;
mod columns;
mod dates;
mod dotted;
mod grid;
mod guess;
mod halves;
mod heading_rooms;
mod joint;
mod layout;
mod list;
mod metadata;
mod names;
mod people;
mod rooms;
mod sheet_rooms;
mod short_years;
mod status;
mod times;
mod transposed;
mod values;
mod weekdays;

pub(super) use layout::Fitness;
pub(super) use list::read;

use super::ImportError;
use super::limits::MAX_CELLS;
use super::{line, when};
use crate::messages::column::Column;
use crate::messages::import::{Part, Problem};
use columns::Columns;
use layout::{Header, Told};
use std::collections::BTreeMap;

/// The most column names that a message quotes.
const MAX_QUOTED: usize = 20;

/// The most columns of a table. No real table has more; a hostile one has millions.
pub(super) const MAX_COLUMNS: usize = 500;

/// Text without known names that has fewer columns may be anything.
const LEAST_COLUMNS: usize = 3;

/// A longer text is only of the first of the rows that its cell takes.
const MAX_MERGED: usize = 300;

/// What a file says: tables, and lines about the whole.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// Lines `# key: value` with their numbers.
    pub metadata: Vec<(u64, String)>,
    /// The title of the page.
    pub title: Option<String>,
    pub tables: Vec<Table>,
    /// Whether the tables are the sheets of a spreadsheet, rather than whatever tables a page has.
    pub are_sheets: bool,
    /// Whether it is a page, which may have several timetables of which one is meant, and is written for people.
    pub is_page: bool,
    /// The year from which a workbook counts days, if its dates and times may have lost their format.
    #[cfg_attr(not(feature = "every-format"), expect(dead_code, reason = "only workbooks have one"))]
    pub epoch: Option<u16>,
    /// Lines with a quotation mark that is never closed.
    pub unclosed: Vec<u64>,
}

/// Rows of cells.
#[derive(Debug, Default, Clone)]
pub(super) struct Table {
    /// The name of the sheet, or the headings above the table with the nearest first.
    pub names: Vec<String>,
    pub rows: Vec<Row>,
    /// How many rows and columns a cell takes, by the indices of its row and column, if it takes more than one.
    pub spans: BTreeMap<(usize, usize), (usize, usize)>,
}

/// A row of a table. Empty cells at its end are left out.
#[derive(Debug, Default, Clone)]
pub(super) struct Row {
    /// The line of the file on which it begins; of a spreadsheet, its row.
    pub line: u64,
    /// Its number in a spreadsheet.
    pub number: u64,
    pub cells: Vec<String>,
    /// The column in which it stands if it is a cell of a grid.
    pub column: Option<usize>,
}

impl Row {
    /// Returns the trimmed text of a cell, which is empty if there is none.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// Returns the cells that are not empty, with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().map(|cell| cell.trim()).enumerate().filter(|(_, text)| !text.is_empty())
    }

    /// Whether the row says again how the columns are called, as further sheets and printed pages do.
    pub fn repeats(&self, header: &[String]) -> bool {
        self.filled().count() > 1 && self.cells.iter().zip(header).all(|(cell, name)| cell.trim() == name.trim())
    }

    /// Returns the only cell that is not empty.
    pub fn only(&self) -> Option<&str> {
        let mut filled = self.filled();
        filled.next().filter(|_| filled.next().is_none()).map(|(_, text)| text)
    }
}

impl Table {
    /// Returns the columns from one to before another as a table.
    fn part(&self, from: usize, to: usize) -> Table {
        let cells = |row: &Row| row.cells.iter().take(to).skip(from).cloned().collect();
        let rows = self.rows.iter().map(|row| Row { cells: cells(row), ..row.clone() });
        let spans = self.spans.iter().filter(|((_, column), _)| (from..to).contains(column));
        let spans = spans.map(|((row, column), span)| ((*row, column - from), *span)).collect();
        Table { names: self.names.clone(), rows: rows.collect(), spans }
    }

    /// Returns the number of columns.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// Returns the table with the text of each cell of these columns that takes several rows in all of these rows.
    pub fn with_merged_rows(&self, is_wanted: impl Fn(usize) -> bool) -> Table {
        let (mut table, mut left) = (self.clone(), MAX_CELLS / 10);
        for ((row, column), (rows, _)) in &self.spans {
            let text = self.rows.get(*row).map_or("", |row| row.text(*column)).to_owned();
            // Whatever is longer than a date, a time or a room is not of several sessions.
            if !is_wanted(*column) || text.is_empty() || text.len() > MAX_MERGED || *rows > left {
                continue;
            }
            left -= rows;
            for row in table.rows.iter_mut().skip(row + 1).take(rows - 1).filter(|row| row.text(*column).is_empty()) {
                row.put(*column, &text);
            }
        }
        table
    }
}

impl Row {
    fn put(&mut self, column: usize, text: &str) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column].replace_range(.., text);
    }
}

/// A table with one row for each session.
#[derive(Debug)]
struct List {
    layout: Layout,
    /// The names of the columns.
    header: Vec<String>,
    columns: Columns,
    rows: Vec<Row>,
    /// Texts above the rows that may say on which day they are, the nearest first.
    headings: Vec<String>,
    /// The room of all rows, if each sheet is one.
    room: Option<String>,
    /// How many rows of a grid got the times between those of others, and how many minutes they are apart.
    between: Option<(usize, i64)>,
}

/// Where the meanings of the columns come from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Layout {
    /// From a header.
    Named,
    /// From the cells, since there is no header.
    Guessed,
    /// It was a grid.
    Grid {
        rooms: Vec<String>,
        /// How many people stood behind titles in the same line.
        behind: usize,
    },
}

/// Counts the cells of a file as they are read, so that a hostile one is refused before it takes much memory.
#[derive(Debug, Default)]
pub(super) struct Tally(usize);

impl Tally {
    /// Adds cells.
    ///
    /// # Errors
    ///
    /// More than any timetable has.
    pub fn add(&mut self, cells: usize) -> Result<(), ImportError> {
        self.0 = self.0.saturating_add(cells);
        if self.0 <= MAX_CELLS {
            return Ok(());
        }
        Err(Problem::TooMany { part: Part::Cells, count: self.0, limit: MAX_CELLS }.into())
    }
}

/// Whether a row has a time of day with something beside it.
pub(super) fn mentions_times(table: &Table) -> bool {
    let is_time = |text: &str| {
        let text = when::typed(text);
        when::slot(&text).is_some_and(|slot| slot.is_clear) || when::date_time(&text).is_some()
    };
    table.rows.iter().any(|row| row.filled().count() > 1 && row.filled().any(|(_, text)| is_time(text)))
}

/// Returns the names of the people in a text.
pub(super) fn people(text: &str) -> Vec<String> {
    people::names(text)
}

/// Whether a text is probably a day, in whatever year.
pub(super) fn looks_like_day(text: &str) -> bool {
    dates::looks_like_day(text)
}

/// Whether a text stands for a missing value: `-`, `TBA`, 미정.
pub(super) fn is_absent(text: &str) -> bool {
    values::is_absent(text)
}

/// Returns a title without the stars and dashes on both sides of it.
pub(super) fn undecorated(title: &str) -> &str {
    values::undecorated(title)
}

/// Returns what a column of this name holds.
pub(super) fn column_named(name: &str) -> Option<Column> {
    columns::find(name)
}

/// Whether these are the names of the columns of a timetable.
pub(super) fn names_columns(cells: &[String]) -> bool {
    Columns::of(cells).is_usable()
}

/// Returns the refusal of tables that are a timetable, as the names of the columns show, but lack a required column.
pub(super) fn without_columns(book: &Book) -> Option<ImportError> {
    let is_program =
        |columns: &Columns| columns.names_times() && columns.known() > 1 || columns.has(Column::Title) && columns.known() > 3;
    let header = best_header(book).filter(|header| is_program(&header.columns))?;
    (!header.columns.is_usable()).then(|| unusable(&header.cells, &header.columns))
}

/// Returns the refusal of tables with times beside other things, of which no column has a name that is known.
pub(super) fn with_unknown_columns(book: &Book) -> Option<ImportError> {
    let mut tables = book.tables.iter().filter(|table| table.width() >= LEAST_COLUMNS && mentions_times(table));
    let header = layout::header(tables.next()?)?;
    Some(unusable(&header.cells, &header.columns))
}

/// Whether a table has a column with one of these names.
pub(super) fn has_columns(book: &Book, named: &[(String, Option<Column>)]) -> bool {
    let has = |mut header: Header| header.columns.correct(&header.cells, named);
    book.tables.iter().filter_map(layout::header).any(has)
}

/// Returns the refusal of tables of which none is a timetable.
fn without_list(book: &Book, told: Told<'_>) -> ImportError {
    let Some(mut header) = best_header(book) else { return Problem::Empty.into() };
    header.columns.correct(&header.cells, told.names);
    unusable(&header.cells, &header.columns)
}

fn best_header(book: &Book) -> Option<Header> {
    book.tables.iter().filter_map(layout::header).max_by_key(|header| header.columns.known())
}

/// Returns the index of the row with the names of the columns, if any of them is known.
pub(super) fn header_row(table: &Table) -> Option<usize> {
    layout::header(table).filter(|header| header.columns.known() > 0).map(|header| header.at)
}

/// Returns the index of the row with the names of the columns, and those columns that hold dates or times of day.
#[cfg(feature = "every-format")]
pub(super) fn time_columns(table: &Table) -> Option<(usize, Vec<usize>)> {
    let header = layout::header(table)?;
    let columns = [Column::Date, Column::Start, Column::End, Column::EndDate];
    Some((header.at, columns.into_iter().filter_map(|column| header.columns.index_of(column)).collect()))
}

fn unusable(header: &[String], columns: &Columns) -> ImportError {
    let found = header.iter().filter(|name| !name.trim().is_empty()).take(MAX_QUOTED).map(|name| line::excerpt(name)).collect();
    let misspelt = columns.misspelt().into_iter().take(MAX_QUOTED);
    let misspelt = misspelt.map(|(name, meant)| (line::excerpt(name), meant.to_owned())).collect();
    let shown = columns.shown(header);
    Problem::Columns { found, columns: shown, title: columns.has(Column::Title), start: columns.has(Column::Start), misspelt }
        .into()
}

#[cfg(test)]
mod tests;
