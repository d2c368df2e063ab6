//! What a table's dates leave in doubt: the order of day and month, the year, and the first day.

use super::super::when::{self, Century, DayWord, Order, When};
use super::short_years::ShortYear;
use crate::messages::import::Remark;
use crate::program::Date;
use std::borrow::Cow;

/// A longer text is not the heading of a day.
const MAX_HEADING: usize = 80;

/// A greater number in a column of days is not the number of a day of a conference.
const MAX_DAY: i64 = 15;

/// How the dates of one table are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dating {
    /// The order of day and month in dates that are ambiguous.
    order: Option<Order>,
    /// The order of dates with two digits of the year.
    short_year: Option<ShortYear>,
    /// For dates without a year.
    century: Option<Century>,
    /// To which "Day 2" and "Saturday" refer.
    pub first_day: Option<Date>,
}

impl Dating {
    /// Returns what the texts have in common, and a remark if only the nearness of the dates speaks for an order. `stated` are
    /// texts about the conference, one of which may name its year.
    ///
    /// Texts in Korean, Japanese or Chinese write the month before the day.
    pub fn of(texts: &[&str], stated: &[&str], header: &[&str], first_day: Option<Date>) -> (Dating, Option<Remark>) {
        let order = Order::of(texts);
        let is_eastern = |letter: char| matches!(letter, '가'..='힣' | 'ぁ'..='ヿ' | '一'..='鿿');
        let short_year = ShortYear::of(texts);
        let year = year_of(texts, order, short_year).or(first_day.map(Date::year));
        let century = year.or_else(|| only(stated.iter().flat_map(|text| years(text))));
        // 17/3 shows what 5/3 in the same column is.
        let full = century.map(|year| Century::with_year(year, texts)).unwrap_or_default();
        let full: Vec<&str> = full.iter().map(String::as_str).collect();
        let is_shown = !full.is_empty() && Order::is_certain(&full) || !header.iter().any(|name| name.contains(is_eastern));
        let short_order = if is_shown { Order::of(&full).or_else(|| by_dots(texts)) } else { Some(Order::Month) };
        let century = century.map(|year| Century { year, order: short_order });
        let doubt = order.and_then(|order| order.doubted(texts));
        let doubt = doubt.or_else(|| short_order.filter(|_| is_shown)?.doubted(&full));
        let remark = doubt.map(|(text, read)| Remark::DateOrder { text: super::line::excerpt(text), read });
        (Dating { order, short_year, century, first_day }, remark)
    }

    /// Returns the same with the first day, to which counted days refer.
    pub fn from(self, first: Date) -> Dating {
        Dating { first_day: Some(first), ..self }
    }

    /// Returns the text as it would be typed, with any date at its beginning rewritten with the year first.
    pub fn rewritten(self, text: &str) -> Cow<'_, str> {
        let text = when::typed(text);
        let rewritten = self.order.and_then(|order| order.rewritten(&text));
        let rewritten = rewritten.or_else(|| self.short_year.and_then(|order| order.rewritten(&text)));
        let rewritten = rewritten.or_else(|| self.century.and_then(|century| century.completed(&text)));
        rewritten.map_or(text, Cow::Owned)
    }

    /// Returns the day that a text names: as a date, in a heading, or counted from the first day.
    pub fn day(self, text: &str) -> Option<Date> {
        let read = |text: &str| when::date(&self.rewritten(text)).or_else(|| self.counted(text));
        let text = when::typed(text);
        let dated = when::heading(&text, |part| date_of(&self.rewritten(part)));
        let number = || text.trim().parse().ok().filter(|day| (1..=MAX_DAY).contains(day)).map(DayWord::Number);
        dated.or_else(|| when::heading(&text, read)).or_else(|| number()?.date(self.first_day?))
    }

    /// Reads `Day 2` or `Saturday` as a day counted from the first.
    fn counted(self, text: &str) -> Option<Date> {
        when::day_word(text)?.date(self.first_day?)
    }
}

/// Where a point stands between day and month, as in Germany, the day comes first.
fn by_dots(texts: &[&str]) -> Option<Order> {
    let is_short = |text: &&&str| text.len() < 20 && Century::with_year(2024, &[text]).len() == 1;
    let mut dates = texts.iter().filter(is_short).peekable();
    dates.peek()?;
    dates.all(|text| text.contains('.')).then_some(Order::Day)
}

/// Whether a text is short enough to be the heading of a day, and names one.
pub(super) fn is_day(text: &str, dating: Dating) -> bool {
    text.chars().count() <= MAX_HEADING && dating.day(text).is_some()
}

/// Whether a text is short enough to be the heading of a day, and names one without its date.
pub(super) fn is_day_word(text: &str) -> bool {
    text.chars().count() <= MAX_HEADING && when::heading_word(&when::typed(text)).is_some()
}

/// Whether a text is probably a day, in whatever year. Rooms are called 3-1, too.
pub(super) fn looks_like_day(text: &str) -> bool {
    let is_number = text.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    text.chars().count() <= MAX_HEADING
        && (!is_number || text.len() > 7)
        && (lacks_year(text) || is_day_word(text) || when::readings(text).is_some())
}

/// Whether a text is a date except for its year.
pub(super) fn lacks_year(text: &str) -> bool {
    // Most cells have no figures, and all of them are asked.
    if !text.contains(char::is_numeric) {
        return false;
    }
    let century = Some(Century { year: 2024, order: Some(Order::Month) });
    let in_any_year = Dating { order: None, short_year: None, century, first_day: None };
    in_any_year.day(text).is_some()
}

/// Whether a text is a date except for its year, with a time of day: `10.26.(토) 14:00`.
pub(super) fn is_moment_without_year(text: &str) -> bool {
    let century = Some(Century { year: 2024, order: Some(Order::Month) });
    let text = Dating { order: None, short_year: None, century, first_day: None }.rewritten(text);
    let from = when::range(&text).map(|(from, _)| from);
    matches!(text, Cow::Owned(_)) && when::date_time(from.as_deref().unwrap_or(&text)).is_some()
}

/// Returns the only year of the dates that have one.
fn year_of(texts: &[&str], order: Option<Order>, short_year: Option<ShortYear>) -> Option<u16> {
    let dating = Dating { order, short_year, century: None, first_day: None };
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

/// Returns the date of a text with or without a time.
pub(super) fn date_of(text: &str) -> Option<Date> {
    let from = when::range(text).map(|(from, _)| from);
    when::date(text).or_else(|| match when::date_time(from.as_deref().unwrap_or(text))? {
        When::Local(seconds) => Some(Date::from_days_since_epoch(seconds.div_euclid(86_400))),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::import::{Options, import};
    use crate::program::Date;

    #[test]
    fn the_first_day_that_the_person_says_dates_days_without_one() {
        for (table, second) in [
            ("day,start,end,title\nDay 1,10:00,10:40,Bees\nDay 2,11:00,11:40,Ants\n", "2027-03-06"),
            ("day,start,end,title\nFri,10:00,10:40,Bees\nSun,11:00,11:40,Ants\n", "2027-03-07"),
            ("start,end,title\n10:00,10:40,Bees\n11:00,11:40,Ants\n", "2027-03-05"),
            ("날짜,start,end,title\n3/5,10:00,10:40,Bees\n3/17,11:00,11:40,Ants\n", "2027-03-17"),
        ] {
            let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
            assert!(import(table.as_bytes(), &options).unwrap_err().needs_first_day(), "{table}");
            let options = Options { first_day: Date::parse("2027-03-05"), ..options };
            let program = import(table.as_bytes(), &options).expect(table).program;
            let days: Vec<String> = program.sessions.iter().map(|session| session.day.to_string()).collect();
            assert_eq!(days, ["2027-03-05", second], "{table}");
        }
    }
}
