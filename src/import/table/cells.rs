//! One row of a list, accessed by the meaning of its columns.

use super::super::draft::{DraftRow, End};
use super::super::when::{self, Slot};
use super::dates::{self, Dating};
use super::{Layout, List, Row, line, values};
use crate::messages::column::Column;
use crate::messages::import::Cell;
use crate::program::Date;
use std::borrow::Cow;

/// One row, accessed by the meaning of its columns.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub row: &'a Row,
    pub list: &'a List,
    pub dating: Dating,
    /// The date of the row above, since only the first of several merged cells has a value.
    pub above: Option<&'a str>,
    /// The row above whose start and end are merged with those of this row.
    pub merged: Option<&'a Row>,
}

impl<'a> Cells<'a> {
    /// Returns the trimmed cell, or `None` if it is empty or missing.
    pub fn get(&self, column: Column) -> Option<&'a str> {
        self.row.cells.get(self.list.columns.index_of(column)?).map(|cell| cell.trim()).filter(|text| !text.is_empty())
    }

    /// Whether the row is a session parallel to that of an earlier row: date, start and end are empty, since they are merged with
    /// those above, and the room is another one. A talk without a room may not be scheduled yet.
    pub fn is_beside(&self, earlier: Option<&'a Row>) -> bool {
        let Some(row) = earlier else { return false };
        let is_empty = |column: Column| self.get(column).is_none();
        let room = |cells: &Cells<'a>| cells.value(Column::Room);
        [Column::Date, Column::Start, Column::End, Column::Duration].into_iter().all(is_empty)
            && !is_empty(Column::Title)
            && room(self).is_some_and(|own| Some(own) != room(&Cells { row, ..*self }))
    }

    /// Returns the position of the cell.
    pub fn cell(&self, column: Column) -> Option<Box<Cell>> {
        let (index, name) = match (self.row.column, &self.list.layout) {
            (Some(index), Layout::Grid { .. }) => (index, self.get(Column::Room).unwrap_or_default()),
            _ => (self.list.columns.index_of(column)?, self.name(column).unwrap_or_default()),
        };
        Some(Box::new(Cell { row: self.row.number, column: index, name: line::excerpt(name) }))
    }

    /// Returns the name of the column in the header.
    pub fn name(&self, column: Column) -> Option<&'a str> {
        self.list.header.get(self.list.columns.index_of(column)?).map(String::as_str)
    }

    /// Returns the cell, or `None` if it only says that there is no value.
    pub fn value(&self, column: Column) -> Option<&'a str> {
        self.get(column).filter(|text| !values::is_absent(text))
    }

    pub fn owned(&self, column: Column) -> Option<String> {
        self.value(column).map(str::to_owned)
    }

    /// Returns the cell of a time as it is written, or that of the row that it is merged with.
    pub fn written(&self, column: Column) -> Option<&'a str> {
        self.get(column).or_else(|| self.merged.and_then(|row| Cells { row, ..*self }.get(column)))
    }

    /// Returns the cell of a time with any date at its beginning rewritten with the year first.
    pub fn time(&self, column: Column) -> Option<Cow<'a, str>> {
        self.written(column).map(|text| self.dating.rewritten(text))
    }

    /// Returns the time of day in a cell that holds no date.
    pub fn slot(&self, column: Column) -> Option<Slot> {
        when::slot(&when::typed(self.written(column)?))
    }

    /// Returns the text that says on which day the row is: of its own cell, or of what is above it.
    pub fn day_text(&self) -> Option<&'a str> {
        self.get(Column::Date).or(self.above)
    }

    /// Returns the date of the row; the inner `None` if its text is not a date. A table that says nothing about days is of the first.
    pub fn date(&self) -> Option<Option<Date>> {
        match self.day_text() {
            Some(text) => Some(self.dating.day(text)),
            None if self.list.columns.has(Column::Date) => None,
            None => self.dating.first_day.map(Some),
        }
    }

    /// Whether the day is that of a heading, of the row above or of the program, or only called Friday.
    pub fn is_on_day_around(&self) -> bool {
        self.slot(Column::Start).is_some() && self.get(Column::Date).is_none_or(dates::is_day_word)
    }

    /// Whether a cell of a grid only says when the day is over.
    pub fn is_closing(&self, row: &DraftRow) -> bool {
        let is_in_grid = matches!(self.list.layout, Layout::Grid { .. });
        is_in_grid && matches!(row.end, End::Missing) && row.speakers.is_empty() && values::is_closing(&row.title)
    }

    pub fn title(&self) -> Option<String> {
        self.get(Column::Title).map(line::excerpt)
    }

    /// Returns what the session is called: its title, or that of what it is part of, or its kind.
    pub fn named(&self) -> Option<&'a str> {
        let second = || self.list.columns.second_title.map(|at| self.row.text(at)).filter(|text| !text.is_empty());
        let own = self.get(Column::Title).filter(|text| !text.starts_with('#') || !values::is_absent(text));
        own.or_else(second).or_else(|| self.value(Column::Kind))
    }
}
