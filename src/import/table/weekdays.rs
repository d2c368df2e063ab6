//! Weekdays that contradict their date.

use super::super::when;
use super::cells::Cells;
use super::dates::date_of;
use super::line;
use crate::messages::column::Column;
use crate::messages::import::{Place, Remark};
use std::collections::BTreeSet;

/// The columns that may hold a date.
const COLUMNS: [Column; 3] = [Column::Date, Column::Start, Column::EndDate];

/// Returns a remark for each date with another weekday than that of the calendar. A date that occurs in many rows gives one.
pub(super) fn wrong(rows: &[Cells]) -> Vec<(Place, Remark)> {
    let mut seen = BTreeSet::new();
    let places = rows.iter().flat_map(|cells| COLUMNS.map(|column| (cells, column)));
    places.filter_map(|(cells, column)| wrong_weekday(cells, column).filter(|_| seen.insert(texts(cells, column)))).collect()
}

/// The cell, and for the date the weekday of a column of its own.
fn texts(cells: &Cells, column: Column) -> (String, String) {
    let weekday = cells.get(Column::Weekday).filter(|_| column == Column::Date);
    let text = if column == Column::Date { cells.day_text() } else { cells.get(column) };
    (text.unwrap_or_default().to_owned(), weekday.unwrap_or_default().to_owned())
}

fn wrong_weekday(cells: &Cells, column: Column) -> Option<(Place, Remark)> {
    let (text, weekday) = texts(cells, column);
    let said = when::weekday(&text).or_else(|| when::weekday(&weekday))?;
    let date = date_of(&cells.dating.rewritten(&text)).or_else(|| cells.dating.day(&text).filter(|_| column == Column::Date))?;
    let shown = if when::weekday(&text).is_some() { text } else { format!("{text} {weekday}") };
    let place = Place { line: Some(cells.row.line), cell: cells.cell(column), title: cells.title() };
    let remark = Remark::WrongWeekday { text: line::excerpt(&shown), date };
    (said != date.weekday()).then_some((place, remark))
}
