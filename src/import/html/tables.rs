//! The tables of a page, with the headings above them.

use super::super::limits::{MAX_LINE, MAX_ROWS};
use super::super::table::{Book, MAX_COLUMNS, Row, Table, Tally};
use super::super::tree::{self, Part};
use super::super::{ImportError, line};
use crate::messages::column::Column;
use html5gum::{StartTag, Token, Tokenizer};
use std::collections::VecDeque;

/// As many headings above a table may say on which day it is.
const MAX_HEADINGS: usize = 6;

/// The most tables of a page.
const MAX_TABLES: usize = 1_000;

/// Tables inside each other.
const MAX_NESTING: usize = 10;

/// Elements whose content is not shown as text.
const SKIPPED: [&[u8]; 6] = [b"script", b"style", b"svg", b"template", b"noscript", b"select"];

/// Elements that begin a new line.
const LINES: [&[u8]; 8] = [b"br", b"p", b"div", b"li", b"ul", b"h3", b"h4", b"dd"];

/// Returns the tables of a page in the order of their beginnings. Lines of text that begin with `#` are metadata as above a table of
/// text.
///
/// # Errors
///
/// More cells than any timetable has.
pub(super) fn book(page: &str) -> Result<Book, ImportError> {
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => reader.open(&tag)?,
            Token::EndTag(tag) => reader.close(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    while !reader.open.is_empty() {
        reader.end_table();
    }
    reader.end_line();
    Ok(reader.book)
}

/// A table that has not ended yet.
#[derive(Default)]
struct Open {
    table: Table,
    /// For each column, in how many further rows it is taken by a cell above.
    taken: Vec<usize>,
    /// The column of the cell that is being read.
    column: Option<usize>,
    text: String,
    /// Whether a row has begun and not ended.
    is_in_row: bool,
}

#[derive(Default)]
struct Reader {
    book: Book,
    open: Vec<Open>,
    /// The element that is being skipped.
    skipped: Option<Vec<u8>>,
    is_title: bool,
    is_caption: bool,
    /// The line of text outside of tables.
    line: String,
    headings: VecDeque<String>,
    tally: Tally,
    /// Whether a text that stands out has just ended. Another element right after it is another line: the people below a title.
    is_after_title: bool,
    /// The element in a cell that is called a title.
    title: Option<Vec<u8>>,
}

impl Reader {
    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        self.is_after_title &= text.trim().is_empty();
        match self.open.last_mut() {
            _ if self.is_title => push(self.book.title.get_or_insert_default(), text),
            Some(_) if self.is_caption => push(&mut self.line, text),
            Some(Open { column: Some(_), text: cell, .. }) => push(cell, text),
            Some(_) => {}
            None => push(&mut self.line, text),
        }
    }

    /// # Errors
    ///
    /// More rows and cells than any timetable has.
    fn open(&mut self, tag: &StartTag<()>) -> Result<(), ImportError> {
        let name = tag.name.as_slice();
        if self.skipped.is_some() {
            return Ok(());
        }
        if SKIPPED.contains(&name) {
            self.skipped = Some(name.to_vec()).filter(|_| !tag.self_closing);
            return Ok(());
        }
        if self.title.is_none() && self.open.last().is_some_and(|open| open.column.is_some()) && is_title(tag) {
            self.title = Some(name.to_vec());
        }
        match name {
            b"title" => self.is_title = self.book.title.is_none(),
            b"table" if self.open.len() < MAX_NESTING => {
                self.end_line();
                let table = Table { names: self.headings.iter().cloned().collect(), ..Table::default() };
                self.open.push(Open { table, ..Open::default() });
            }
            b"tr" => self.begin_row()?,
            b"td" | b"th" => self.begin_cell(tag)?,
            b"caption" => self.is_caption = true,
            b"span" | b"small" | b"em" if self.is_after_title => self.break_line(),
            name if LINES.contains(&name) || is_heading(name) => self.break_line(),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) {
        if let Some(skipped) = &self.skipped {
            if skipped == name {
                self.skipped = None;
            }
            return;
        }
        if self.title.take_if(|title| title == name).is_some() {
            self.is_after_title = true;
        }
        match name {
            b"title" => self.is_title = false,
            b"table" => self.end_table(),
            b"tr" => self.open.last_mut().into_iter().for_each(|open| open.is_in_row = false),
            b"td" | b"th" => self.open.last_mut().into_iter().for_each(Open::end_cell),
            b"caption" => self.end_caption(),
            b"strong" | b"b" => self.is_after_title = self.open.last().is_some_and(|open| open.column.is_some()),
            name if LINES.contains(&name) || is_heading(name) => self.break_line(),
            _ => {}
        }
    }

    /// A caption is the nearest heading of its table.
    fn end_caption(&mut self) {
        self.is_caption = false;
        let text = line::clean(&std::mem::take(&mut self.line), MAX_LINE).text;
        if let Some(open) = self.open.last_mut().filter(|_| !text.is_empty()) {
            open.table.names.insert(0, text);
        }
    }

    fn break_line(&mut self) {
        match self.open.last_mut() {
            Some(Open { column: Some(_), text, .. }) => text.push('\n'),
            Some(_) => {}
            None => self.end_line(),
        }
    }

    /// Takes the line of text as a heading of what follows, or as metadata.
    fn end_line(&mut self) {
        let text = line::clean(&std::mem::take(&mut self.line), MAX_LINE).text;
        if text.starts_with("# ") {
            let number = self.book.metadata.len() as u64 + 1;
            self.book.metadata.push((number, text));
        } else if !text.is_empty() {
            self.headings.push_front(text);
            self.headings.truncate(MAX_HEADINGS);
        }
    }

    fn begin_row(&mut self) -> Result<(), ImportError> {
        self.tally.add(1)?;
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        // The end of a cell may be left out.
        open.end_cell();
        open.is_in_row = true;
        if open.table.rows.len() < MAX_ROWS {
            let number = open.table.rows.len() as u64 + 1;
            open.table.rows.push(Row { line: number, number, ..Row::default() });
            open.taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        }
        Ok(())
    }

    fn begin_cell(&mut self, tag: &StartTag<()>) -> Result<(), ImportError> {
        self.tally.add(1)?;
        // Browsers begin the row that was left out before a cell.
        if self.open.last().is_some_and(|open| !open.is_in_row) {
            self.begin_row()?;
        }
        let span = |name: &[u8]| {
            let text = tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).trim().to_owned());
            text.and_then(|text| text.parse::<usize>().ok()).filter(|span| *span > 0).unwrap_or(1)
        };
        let (rows, columns) = (span(b"rowspan").min(MAX_ROWS), span(b"colspan").min(MAX_COLUMNS));
        if let Some(open) = self.open.last_mut() {
            open.end_cell();
            open.begin_cell(rows, columns);
        }
        Ok(())
    }

    fn end_table(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        open.end_cell();
        if self.book.tables.len() < MAX_TABLES {
            self.book.tables.push(open.table);
        }
    }
}

impl Open {
    fn begin_cell(&mut self, rows: usize, columns: usize) {
        let at = self.table.rows.len().checked_sub(1);
        let column = (0..MAX_COLUMNS).find(|column| self.taken.get(*column).is_none_or(|rows| *rows == 0));
        let (Some(at), Some(column)) = (at, column) else { return };
        let end = (column + columns).min(MAX_COLUMNS);
        if self.taken.len() < end {
            self.taken.resize(end, 0);
        }
        // One more than the further rows, for this row: it takes away one at its end.
        self.taken[column..end].fill(rows);
        if (rows, end - column) != (1, 1) {
            self.table.spans.insert((at, column), (rows, end - column));
        }
        self.column = Some(column);
    }

    /// Puts the text into the cell.
    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.text);
        let (Some(column), Some(row)) = (self.column.take(), self.table.rows.last_mut()) else { return };
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            row.cells.resize(column, String::new());
            row.cells.push(lines.join("\n"));
        }
    }
}

/// Adds text, of which any white space is one blank.
fn push(line: &mut String, text: &str) {
    for (at, word) in text.split(char::is_whitespace).enumerate() {
        if at > 0 && !line.ends_with([' ', '\n']) {
            line.push(' ');
        }
        line.push_str(word);
    }
}

/// Whether an element is called a title.
fn is_title(tag: &StartTag<()>) -> bool {
    let class = tag.attributes.get(b"class".as_slice()).map(|class| String::from_utf8_lossy(class).into_owned());
    class.is_some_and(|class| class.split_whitespace().any(|class| tree::part(class) == Some(Part::Holds(Column::Title))))
}

fn is_heading(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6'] | b"summary" | b"section")
}
