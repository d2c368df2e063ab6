//! Conferences of several days on pages whose timetables do not say their days.

use super::super::table::{self, Fitness, Row, Table};
use super::super::{Imported, Warning};
use super::outline;
use crate::messages::import::{Place, Remark};
use crate::program::Date;

/// Has tables without a day begin with theirs: each of as many as there are days with one of them, where their times start over, else
/// all with the first. Returns whether each is a day.
pub(super) fn put(days: &[Date], tables: &mut [Table]) -> bool {
    let readable: Vec<usize> = (0..tables.len()).filter(|at| Fitness::of(&tables[*at]).is_readable()).collect();
    if readable.iter().any(|at| says_day(&tables[*at])) {
        return false;
    }
    let are_days =
        readable.len() == days.len() && readable.windows(2).all(|pair| starts_over(&tables[pair[0]], &tables[pair[1]]));
    for (at, table) in readable.into_iter().enumerate() {
        let day = if are_days { days[at] } else { days[0] };
        let names = &mut tables[table].names;
        let before = names.iter().position(|name| outline::is_span(name)).unwrap_or(names.len());
        names.insert(before, day.to_string());
    }
    are_days
}

/// Whether there is a day above a table or in it.
fn says_day(table: &Table) -> bool {
    let is_day = |text: &str| table::looks_like_day(text) && !outline::is_span(text);
    table.names.iter().any(|name| is_day(name)) || table.rows.iter().flat_map(Row::filled).any(|(_, text)| is_day(text))
}

/// Whether a table begins before the one above it ends, and nothing says that it is another room or topic.
fn starts_over(above: &Table, below: &Table) -> bool {
    let starts = |table: &Table| -> Vec<i64> {
        table.rows.iter().filter_map(|row| row.filled().find_map(|(_, text)| outline::start(text))).collect()
    };
    let (before, after) = (starts(above), starts(below));
    let is_before = after.first().zip(before.last()).is_some_and(|(first, last)| first < last);
    let is_named = |table: &Table| table.names.first().is_some_and(|name| outline::is_room(name));
    is_before && above.names.first() == below.names.first() && !is_named(below)
}

/// Adds that each timetable was taken for a day, or that all sessions are on one of several days.
pub(super) fn told(mut imported: Imported, days: &[Date], are_days: bool) -> Imported {
    let [first, .., last] = days else { return imported };
    let is_one = matches!(imported.program.days.as_slice(), [day] if days.contains(&day.date));
    let remark = if are_days && imported.program.days.len() == days.len() {
        Remark::TimetablesAreDays { days: days.len() }
    } else if is_one {
        Remark::OneDayOfSeveral { day: imported.program.days[0].date, first: *first, last: *last }
    } else {
        return imported;
    };
    imported.warnings.insert(0, Warning::new(Place::default(), remark));
    imported
}
