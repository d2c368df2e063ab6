//! Start and end of a row.

use super::super::draft::{End, Start};
use super::super::when::{self, Slot, When};
use super::cells::Cells;
use super::{columns, line, values};
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
    let Some(text) = cells.time(Column::Start) else { return without(Start::Missing, Column::Start) };
    let text = when::without_zone(&text);
    let date = cells.date();
    if let (Some(Some(date)), Some(slot)) = (date, cells.slot(Column::Start)) {
        return of_slot(cells, date, slot);
    }
    let range = when::range(&text);
    let (from, to) = range.as_ref().map_or((text.as_ref(), None), |(from, to)| (from.as_str(), Some(to.as_str())));
    let start = match (when::date_time(from), date, cells.slot(Column::Start)) {
        (Some(when), _, _) => in_zone(when, cells, Column::Start),
        (None, Some(None), Some(_)) => return without(unreadable(cells.day_text().unwrap_or_default()), Column::Date),
        _ => return without(unreadable(&text), Column::Start),
    };
    let (end, end_at) = end_of(cells, start, to.map(|text| end(text, start, None)), date.flatten());
    Times { start: Start::At(start), start_at: Column::Start, end, end_at }
}

/// Returns the times of a row with a date and a time of day.
fn of_slot(cells: &Cells, date: Date, slot: Slot) -> Times {
    let start = When::local(date, slot.from);
    let until = slot.to.map(|to| at_clock(start, to, None)).or(slot.length.map(End::After));
    let (end, end_at) = end_of(cells, start, until, Some(date));
    let start = in_zone(start, cells, Column::Start);
    let end = match (start, end) {
        (When::Utc(_), End::At(When::Local(end))) => End::At(When::Utc(end)),
        (_, end) => end,
    };
    Times { start: Start::At(start), start_at: Column::Start, end, end_at }
}

/// Returns the end that the columns state, or else the one that stands beside the start, with the column that it is in.
fn end_of(cells: &Cells, start: When, beside: Option<End>, date: Option<Date>) -> (End, Column) {
    let given = |column: Column| cells.time(column).filter(|text| !values::is_absent(text));
    let last_date = cells.get(Column::EndDate).and_then(|date| cells.dating.day(date)).or(date);
    match (given(Column::End), beside, given(Column::Duration)) {
        (Some(text), _, _) => {
            let slot = cells.slot(Column::End).filter(|slot| slot.to.is_none());
            (slot.map_or_else(|| end(&text, start, last_date), |slot| at_clock(start, slot.from, last_date)), Column::End)
        }
        (None, Some(end), _) => (end, Column::Start),
        (None, None, Some(text)) => {
            (when::minutes(&text).map_or_else(|| End::Unreadable(line::excerpt(&text)), End::After), Column::Duration)
        }
        (None, None, None) => (End::Missing, Column::End),
    }
}

/// Returns what a cell says as UTC if its column is called so.
fn in_zone(when: When, cells: &Cells, column: Column) -> When {
    match when {
        When::Local(seconds) if cells.name(column).is_some_and(columns::is_in_utc) => When::Utc(seconds),
        when => when,
    }
}

fn unreadable(text: &str) -> Start {
    match when::readings(text) {
        Some(readings) => Start::Ambiguous(line::excerpt(text), readings),
        None => Start::Unreadable(line::excerpt(text)),
    }
}

fn end(text: &str, start: When, date: Option<Date>) -> End {
    match (when::date_time(text), when::time(text)) {
        (Some(When::Local(end)), _) if matches!(start, When::Utc(_)) => End::At(When::Utc(end)),
        (Some(end), _) => End::At(end),
        (None, Some(clock)) if !matches!(start, When::Utc(_)) => at_clock(start, clock, date),
        _ => End::Unreadable(line::excerpt(text)),
    }
}

/// Returns the end at a time of day, on the date if there is one.
fn at_clock(start: When, clock: i64, date: Option<Date>) -> End {
    match start {
        When::Local(start) => End::At(When::Local(end_on_clock(start, clock, date))),
        When::Stated(start) => {
            let local = start.unix() + i64::from(start.offset());
            End::After((end_on_clock(local, clock, date) - local) / 60)
        }
        // The venue's clock is not known.
        When::Utc(_) => End::Missing,
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
