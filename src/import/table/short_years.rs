//! Dates with the last two digits of the year, as spreadsheets show them: `9/18/26`, `18.09.26`, `26-09-18`. One of them can be read in
//! several ways, but all dates of a table mostly in one.

use super::super::when;
use crate::program::Date;

/// The order of the parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ShortYear {
    MonthDayYear,
    DayMonthYear,
    YearMonthDay,
}

/// Years of conferences whose programs are still shown.
const YEARS: std::ops::RangeInclusive<u16> = 2010..=2049;

impl ShortYear {
    /// Returns the only order in which all these dates are valid and of one year. Texts that do not begin with such a date are
    /// ignored.
    pub fn of(texts: &[&str]) -> Option<ShortYear> {
        let dates: Vec<&str> = texts.iter().filter_map(|text| split(text)).map(|(date, _)| date).collect();
        let year = |order: ShortYear, date: &str| order.date(date).map(Date::year);
        let fits = |order: &ShortYear| {
            let first = dates.first().and_then(|date| year(*order, date));
            first.is_some() && dates.iter().all(|date| year(*order, date) == first)
        };
        let orders = [ShortYear::MonthDayYear, ShortYear::DayMonthYear, ShortYear::YearMonthDay];
        let mut orders: Vec<ShortYear> = orders.into_iter().filter(fits).collect();
        // Where points stand between them, nobody writes the month first.
        if orders.len() > 1 && dates.iter().all(|date| date.contains('.')) {
            orders.retain(|order| *order != ShortYear::MonthDayYear);
        }
        orders.first().copied().filter(|_| orders.len() == 1)
    }

    /// Returns the text with such a date at its beginning rewritten as `2026-09-18`.
    pub fn rewritten(self, text: &str) -> Option<String> {
        let (date, rest) = split(text)?;
        Some(format!("{}{rest}", self.date(date)?))
    }

    fn date(self, text: &str) -> Option<Date> {
        let mut parts = text.split(['/', '.', '-']).map(|part| part.parse::<u8>().ok());
        let (first, second, third) = (parts.next()??, parts.next()??, parts.next()??);
        let (year, month, day) = match self {
            ShortYear::MonthDayYear => (third, first, second),
            ShortYear::DayMonthYear => (third, second, first),
            ShortYear::YearMonthDay => (first, second, third),
        };
        Date::new(2000 + u16::from(year), month, day).filter(|date| YEARS.contains(&date.year()))
    }
}

/// Splits off such a date from the beginning.
fn split(text: &str) -> Option<(&str, &str)> {
    let text = when::after_weekday(text);
    let end = text.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '/' | '-' | '.')).unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    let mut lengths = date.split(['/', '-', '.']).map(str::len);
    let is_short = |length: Option<usize>| matches!(length, Some(1 | 2));
    let (first, second, third) = (lengths.next(), lengths.next(), lengths.next());
    // A year has two digits, wherever it stands.
    let has_year = is_short(third) && (third == Some(2) || first == Some(2));
    (is_short(first) && is_short(second) && has_year && lengths.next().is_none()).then_some((date, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_show_their_order_together() {
        for (texts, expected) in [
            (&["9/18/26 9:00", "9/5/26"][..], Some("2026-09-18 9:00")),
            (&["18.09.26", "19.09.26", "Opening"], Some("2026-09-18")),
            (&["26-09-18 (금)", "26-09-19"], Some("2026-09-18 (금)")),
            (&["27.3.5", "27.3.6"], Some("2027-03-05")),
            (&["05.03.27"], Some("2027-03-05")),
            (&["18/09/26"], None),
            (&["9/10/26", "9/11/26"], None),
            (&["10.30.00", "11.00.00"], None),
            (&["9.30", "10.30"], None),
        ] {
            assert_eq!(ShortYear::of(texts).and_then(|order| order.rewritten(texts[0])).as_deref(), expected, "{texts:?}");
        }
    }
}
