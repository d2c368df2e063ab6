//! What a table's dates leave in doubt: the order of day and month, the year, and weekdays that contradict the date.

use super::super::when::{self, Century, Order, When};
use super::Cells;
use crate::messages::column::Column;
use crate::messages::import::{Place, Remark};
use crate::program::Date;
use ::csv::StringRecord;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The columns that may hold a date.
const COLUMNS: [Column; 3] = [Column::Date, Column::Start, Column::EndDate];

/// How the dates of one table are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dating {
    /// The order of day and month in dates that are ambiguous.
    order: Option<Order>,
    /// For dates without a year.
    century: Option<Century>,
}

impl Dating {
    /// Returns what the texts have in common, and a remark if only the nearness of the dates speaks for an order. `stated` are
    /// texts about the conference, one of which may name its year.
    pub fn of(texts: &[&str], stated: &[&str], header: &StringRecord) -> (Dating, Option<Remark>) {
        let order = Order::of(texts);
        let is_hangul = |letter: char| ('가'..='힣').contains(&letter);
        let month_first = header.iter().any(|name| name.contains(is_hangul));
        let century = year_of(texts, order).or_else(|| only(stated.iter().flat_map(|text| years(text))));
        let dating = Dating { order, century: century.map(|year| Century { year, month_first }) };
        let guessed = order.filter(|_| !Order::is_certain(texts));
        let remark = guessed.and_then(|order| {
            let (text, date) = texts.iter().find_map(|text| Some((*text, order.rewritten(text)?)))?;
            Some(Remark::DateOrder { text: super::line::excerpt(text), read: date.get(..10)?.to_owned() })
        });
        (dating, remark)
    }

    /// Returns the text as it would be typed, with any date at its beginning rewritten with the year first.
    pub fn rewritten(self, text: &str) -> Cow<'_, str> {
        let text = when::typed(text);
        let rewritten = self.order.and_then(|order| order.rewritten(&text));
        let rewritten = rewritten.or_else(|| self.century.and_then(|century| century.completed(&text)));
        rewritten.map_or(text, Cow::Owned)
    }
}

/// Returns the only year of the dates that have one.
fn year_of(texts: &[&str], order: Option<Order>) -> Option<u16> {
    let dating = Dating { order, century: None };
    only(texts.iter().filter_map(|text| date_of(&dating.rewritten(text))).map(Date::year))
}

fn only(mut years: impl Iterator<Item = u16>) -> Option<u16> {
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// Returns the years that a title names.
fn years(text: &str) -> impl Iterator<Item = u16> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (2000..2100).contains(year))
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
    let date = date_of(&cells.dating.rewritten(&text))?;
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
