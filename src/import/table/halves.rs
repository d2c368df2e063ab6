//! AM and PM, 오전 and 오후, in a column of their own beside the times.

use super::super::{kind, when};
use super::{Row, Table, columns};
use crate::messages::column::Column;
use crate::program::Kind;
use std::borrow::Cow;

/// Start and end.
const MOST_TIMES: usize = 2;

const DAY: i64 = 86_400;

/// Returns the table with times of 24 hours in place of those beside such a column, which is empty then.
pub(super) fn joined(table: &Table) -> Cow<'_, Table> {
    let halves: Vec<(usize, usize)> =
        (0..table.width()).filter_map(|column| Some((column, first_half(table, column)?))).collect();
    let Some((column, first)) = halves.first().copied() else { return Cow::Borrowed(table) };
    let is_after = table.rows[first].filled().any(|(at, text)| at < column && is_time(text));
    let mut joined = table.clone();
    for (column, first) in &halves {
        let times = times_beside(table, *column, *first, is_after, &halves);
        if !times.is_empty() {
            join(&mut joined, *column, *first, &times);
        }
    }
    Cow::Owned(joined)
}

/// Returns the first row in which a column says which half of the day it is, if it says nothing else from there on but
/// what is between them: 오전, 중식, 오후.
fn first_half(table: &Table, column: usize) -> Option<usize> {
    let first = table.rows.iter().position(|row| when::half(row.text(column)).is_some())?;
    let mut others = table.rows[first..].iter().map(|row| row.text(column)).filter(|text| when::half(text).is_none());
    let is_meal = |text: &str| kind::known(text) == Some(Kind::Break);
    let stands_alone = !table.rows[..first].iter().any(|row| is_time(row.text(column)));
    (stands_alone && others.all(|text| text.is_empty() || is_meal(text) || text == header(table, column, first))).then_some(first)
}

/// Returns the name of a column: the nearest text above, unless it stands alone as the heading of a day does.
fn header(table: &Table, column: usize, first: usize) -> &str {
    let above = table.rows[..first].iter().rev().find(|row| !row.text(column).is_empty());
    above.filter(|row| row.only().is_none()).map_or("", |row| row.text(column))
}

/// Returns the columns of times that stand together after a column, or before it, and before the next one of its kind.
fn times_beside(table: &Table, column: usize, first: usize, is_after: bool, halves: &[(usize, usize)]) -> Vec<usize> {
    let holds_times = |at: &usize| {
        let is_length = columns::find(header(table, *at, first)) == Some(Column::Duration);
        !is_length && table.rows[first..].iter().map(|row| row.text(*at)).find(|text| !text.is_empty()).is_some_and(is_time)
    };
    let is_other = |at: &usize| halves.iter().any(|(other, _)| other == at);
    let together = |columns: &mut dyn Iterator<Item = usize>| {
        columns
            .take_while(|at| !is_other(at))
            .skip_while(|at| !holds_times(at))
            .take_while(holds_times)
            .take(MOST_TIMES)
            .collect()
    };
    let mut times: Vec<usize> =
        if is_after { together(&mut (0..column).rev()) } else { together(&mut (column + 1..table.width())) };
    times.sort_unstable();
    times
}

fn is_time(text: &str) -> bool {
    when::slot(&when::typed(text)).is_some()
}

fn join(table: &mut Table, column: usize, first: usize, times: &[usize]) {
    let name = header(table, column, first).to_owned();
    let mut half = String::new();
    for row in &mut table.rows {
        match row.text(column) {
            text if when::half(text).is_some() => text.clone_into(&mut half),
            // A merged cell goes on.
            "" => {}
            text if text == name => row.put(column, ""),
            _ => continue,
        }
        if !half.is_empty() {
            row.put(column, "");
            write(row, &half, times);
        }
    }
}

/// Writes the times of a row as those of this half of the day. What ends before that ends in the other half.
fn write(row: &mut Row, half: &str, times: &[usize]) {
    let mut start = None;
    for at in times {
        let text = when::typed(row.text(*at)).into_owned();
        let halves = [half, if when::half(half) == Some(true) { "am" } else { "pm" }];
        let slots = halves.iter().filter_map(|half| when::slot(&format!("{half} {text}")));
        let ahead = |from: i64| start.map_or(0, |start: i64| (from - start).rem_euclid(DAY));
        let Some(slot) = slots.min_by_key(|slot| ahead(slot.from)) else { continue };
        start = start.or(Some(slot.from));
        let end = slot.to.map_or_else(String::new, |to| format!("-{}", when::written(to)));
        row.put(*at, &format!("{}{end}", when::written(slot.from)));
    }
}
