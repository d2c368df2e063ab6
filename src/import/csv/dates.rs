//! What a table's dates leave in doubt: the order of day and month, and weekdays that contradict the date.

use super::super::when::{self, Order, When};
use super::Cells;
use crate::messages::column::Column;
use crate::messages::import::{Place, Remark};
use crate::program::Date;
use std::collections::BTreeSet;

/// The columns that may hold a date.
const COLUMNS: [Column; 3] = [Column::Date, Column::Start, Column::EndDate];

/// Returns the order of day and month in the dates of all rows, and a remark if only the nearness of the dates speaks for it.
pub(super) fn order(rows: &[Cells]) -> (Option<Order>, Option<Remark>) {
    let texts = rows.iter().flat_map(|cells| [Column::Date, Column::Start].map(|column| cells.get(column)));
    let texts: Vec<&str> = texts.flatten().collect();
    let order = Order::of(&texts);
    let guessed = order.filter(|_| !Order::is_certain(&texts));
    let remark = guessed.and_then(|order| {
        let (text, date) = texts.iter().find_map(|text| Some((*text, order.rewritten(text)?)))?;
        Some(Remark::DateOrder { text: super::line::excerpt(text), read: date.get(..10)?.to_owned() })
    });
    (order, remark)
}

/// Returns a remark for each date with another weekday than that of the calendar. A date that occurs in many rows gives one.
pub(super) fn wrong_weekdays(rows: &[Cells]) -> Vec<(Place, Remark)> {
    let mut seen = BTreeSet::new();
    let places = rows.iter().flat_map(|cells| COLUMNS.map(|column| (cells, column)));
    places.filter_map(|(cells, column)| wrong_weekday(cells, column).filter(|_| seen.insert(texts(cells, column)))).collect()
}

/// The cell, and for the date the weekday of a column of its own.
fn texts(cells: &Cells, column: Column) -> (String, String) {
    let weekday = cells.get(Column::Weekday).filter(|_| column == Column::Date);
    (cells.get(column).unwrap_or_default().to_owned(), weekday.unwrap_or_default().to_owned())
}

fn wrong_weekday(cells: &Cells, column: Column) -> Option<(Place, Remark)> {
    let (text, weekday) = texts(cells, column);
    let said = when::weekday(&text).or_else(|| when::weekday(&weekday))?;
    let date = date_of(&cells.rewritten(&text))?;
    let shown = if when::weekday(&text).is_some() { text } else { format!("{text} {weekday}") };
    let place = Place { line: Some(cells.line), cell: cells.cell(column), title: cells.title() };
    let remark = Remark::WrongWeekday { text: super::line::excerpt(&shown), date };
    (said != date.weekday()).then_some((place, remark))
}

/// Returns the date of a text with or without a time.
fn date_of(text: &str) -> Option<Date> {
    let from = when::range(text).map(|(from, _)| from);
    when::date(text).or_else(|| match when::date_time(from.as_deref().unwrap_or(text))? {
        When::Local(seconds) => Some(Date::from_days_since_epoch(seconds.div_euclid(86_400))),
        _ => None,
    })
}
