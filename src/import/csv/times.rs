//! Start and end of a row.

use super::super::draft::{End, Start};
use super::super::when::{self, When};
use super::{Cells, line, values};
use crate::messages::column::Column;
use crate::program::Date;

/// Start and end of a row, and the columns that they stand in.
pub(super) struct Times {
    pub start: Start,
    pub start_at: Column,
    pub end: End,
    pub end_at: Column,
}

/// Returns start and end from the columns date, start, end, end date and duration together.
pub(super) fn times(cells: &Cells) -> Times {
    let without = |start: Start, start_at: Column| Times { start, start_at, end: End::Missing, end_at: Column::End };
    let date = cells.time(Column::Date);
    let Some(text) = cells.time(Column::Start) else { return without(Start::Missing, Column::Start) };
    let stated_date = date.as_deref().map(when::date);
    let range = when::range(&text);
    let (from, to) = range.as_ref().map_or((text.as_ref(), None), |(from, to)| (from.as_str(), Some(to.as_str())));
    let start = match (when::date_time(from), stated_date, when::time(from)) {
        (Some(when), _, _) => when,
        (None, Some(Some(date)), Some(seconds)) => When::local(date, seconds),
        (None, Some(None), Some(_)) => {
            return without(unreadable(date.as_deref().unwrap_or_default()), Column::Date);
        }
        _ => return without(unreadable(&text), Column::Start),
    };
    let given = |column: Column| cells.time(column).filter(|text| !values::is_absent(text));
    let last_date = cells.time(Column::EndDate).and_then(|date| when::date(&date)).or(stated_date.flatten());
    let (end, end_at) = match (given(Column::End), to, given(Column::Duration)) {
        (Some(text), _, _) => (end(&text, start, last_date), Column::End),
        (None, Some(text), _) => (end(text, start, last_date), Column::Start),
        (None, None, Some(text)) => {
            (when::minutes(&text).map_or_else(|| End::Unreadable(line::excerpt(&text)), End::After), Column::Duration)
        }
        (None, None, None) => (End::Missing, Column::End),
    };
    Times { start: Start::At(start), start_at: Column::Start, end, end_at }
}

fn unreadable(text: &str) -> Start {
    match when::readings(text) {
        Some(readings) => Start::Ambiguous(line::excerpt(text), readings),
        None => Start::Unreadable(line::excerpt(text)),
    }
}

fn end(text: &str, start: When, date: Option<Date>) -> End {
    match (when::date_time(text), when::time(text), start) {
        (Some(end), _, _) => End::At(end),
        (None, Some(clock), When::Local(start)) => End::At(When::Local(end_on_clock(start, clock, date))),
        (None, Some(clock), When::Stated(start)) => {
            let local = start.unix() + i64::from(start.offset());
            End::After((end_on_clock(local, clock, date) - local) / 60)
        }
        _ => End::Unreadable(line::excerpt(text)),
    }
}

/// If the time of day of the end is before the start, it is the next morning, provided that the session then takes at most
/// half a day. Otherwise it is a mistake.
fn end_on_clock(start: i64, clock: i64, date: Option<Date>) -> i64 {
    const DAY: i64 = 86_400;
    let midnight = date.map_or_else(|| start.div_euclid(DAY) * DAY, |date| date.days_since_epoch() * DAY);
    let end = midnight + clock;
    if end < start && end + DAY - start <= DAY / 2 { end + DAY } else { end }
}
