//! Grids of which only the full hours are written: the rows between two of them are the times between.

use super::super::super::when;
use super::super::{Row, Table};
use super::axes::{Axes, slot};

/// What was found.
pub(super) struct Between {
    pub table: Table,
    /// How many rows got a time.
    pub count: usize,
    /// Minutes from one row to the next.
    pub minutes: i64,
}

/// Returns the table with the times of the rows between; `None` if these are not times: people stand in rows of their own, too, but
/// below titles.
pub(super) fn spell_out(table: &Table, axes: &Axes) -> Option<Between> {
    let time = |row: usize| table.rows[row].text(axes.time);
    // Rows without anything in them were left out, so their numbers count.
    let timed: Vec<(i64, i64)> = (axes.first..table.rows.len())
        .filter_map(|row| Some((number(table, row), slot(time(row)).filter(|slot| slot.to.is_none())?.from)))
        .collect();
    let [(first, from), (second, next), _, ..] = timed.as_slice() else { return None };
    let (rows, step) = (second - first, next - from);
    let is_regular = |pair: &[(i64, i64)]| pair[1].0 - pair[0].0 == rows && pair[1].1 - pair[0].1 == step;
    if rows < 2 || step <= 0 || step % (rows * 60) != 0 || !timed.windows(2).all(is_regular) {
        return None;
    }
    let until = timed.last()?.0 + rows;
    let is_between = |row: &usize| number(table, *row) < until && slot(time(*row)).is_none();
    let between: Vec<usize> = (axes.first..table.rows.len()).filter(is_between).collect();
    let begins = |row: &usize| {
        let filled = table.rows[*row].filled().filter(|(column, _)| axes.rooms.iter().any(|(room, _)| room == column));
        let above = |column: usize| table.rows[*row - 1].text(column);
        { filled }.any(|(column, _)| above(column).is_empty() || table.spans.contains_key(&(*row, column)))
    };
    if !between.iter().any(begins) || between.iter().any(|row| !time(*row).is_empty()) {
        return None;
    }
    let mut spelt = table.clone();
    for row in &between {
        let ahead = (number(table, *row) - first) * step / rows;
        set(&mut spelt.rows[*row], axes.time, &when::written(from + ahead));
    }
    Some(Between { table: spelt, count: between.len(), minutes: step / rows / 60 })
}

fn number(table: &Table, row: usize) -> i64 {
    i64::try_from(table.rows[row].number).unwrap_or_default()
}

fn set(row: &mut Row, column: usize, text: &str) {
    if row.cells.len() <= column {
        row.cells.resize(column + 1, String::new());
    }
    text.clone_into(&mut row.cells[column]);
}
