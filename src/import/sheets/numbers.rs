//! Dates and times that a spreadsheet keeps as numbers, as people would type them.

use super::super::table::{self, Book};
use super::super::when;
use crate::program::Date;

const DAY: f64 = 86_400.0;

/// The days from day 0 of a workbook to 1970. Excel counts a 29 February 1900, so day 0 is one day before that of the calendar.
const DAYS_FROM_1900: i64 = 25_569;
const DAYS_FROM_1904: i64 = 24_107;

/// Plausible dates of a conference as numbers of days: 1954 to 2154.
const DAYS: std::ops::Range<f64> = 20_000.0..93_000.0;

/// Returns a date, a time of day, or both: a number below one is a time, and a whole number a date.
pub(super) fn date_time(value: f64, is_1904: bool) -> String {
    let seconds = (value * DAY).round();
    let (days, clock) = ((seconds / DAY).floor(), seconds.rem_euclid(DAY));
    if value < 1.0 {
        return clock_of(seconds);
    }
    let date = Date::from_days_since_epoch(days as i64 - if is_1904 { DAYS_FROM_1904 } else { DAYS_FROM_1900 });
    if clock == 0.0 { date.to_string() } else { format!("{date} {}", clock_of(clock)) }
}

/// Returns hours and minutes, to the nearest minute: 0.41666 is 10:00. Lengths may be longer than a day.
pub(super) fn clock_of(seconds: f64) -> String {
    let minutes = (seconds.max(0.0) / 60.0).round() as u64;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Returns a number as it is typed: without a fraction if it has none.
#[cfg(feature = "workbooks")]
pub(super) fn number(value: f64) -> String {
    format!("{value}")
}

/// Returns a length as ISO 8601 writes it, `PT10H30M00S`, as hours and minutes.
pub(super) fn iso_length(text: &str) -> String {
    when::duration(text).map_or_else(|| text.to_owned(), |minutes| clock_of(minutes as f64 * 60.0))
}

/// Rewrites numbers in columns of dates and times that have lost their format.
pub(super) fn restore(book: &mut Book) {
    let Some(epoch) = book.epoch else { return };
    for table in &mut book.tables {
        let Some((at, columns)) = table::time_columns(table) else { continue };
        for row in table.rows.iter_mut().skip(at + 1) {
            for column in &columns {
                let Some(cell) = row.cells.get_mut(*column) else { continue };
                let value = cell.parse::<f64>().ok().filter(|value| DAYS.contains(value) || *value > 0.0 && *value < 1.0);
                if let Some(value) = value {
                    *cell = date_time(value, epoch == 1904);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_dates_and_times() {
        for (value, is_1904, expected) in [
            (46_249.0, false, "2026-08-15"),
            (46_249.0 - 1462.0, true, "2026-08-15"),
            (0.416_666_666_666_666_7, false, "10:00"),
            (0.41666, false, "10:00"),
            (0.999_999, false, "24:00"),
            (46_249.562_5, false, "2026-08-15 13:30"),
            (46_249.416_666_66, false, "2026-08-15 10:00"),
        ] {
            assert_eq!(date_time(value, is_1904), expected, "{value}");
        }
        assert_eq!(
            (clock_of(5400.0), clock_of(-1.0), number(101.0), number(9.5)),
            ("01:30".into(), "00:00".into(), "101".into(), "9.5".into())
        );
    }
}
