//! Reading dates in various orders.

use super::weekdays::{after_weekday, weekday, without_weekday};
use super::{number, unaccented};
use crate::program::Date;

/// The names of months in lower case without accents, also as they stand in dates. A word is a month if it is one of them, or the
/// beginning of one, of three letters or more, and of no other month.
const MONTHS: [&str; 12] = [
    "january janvier januar januari janeiro enero gennaio jaenner stycznia styczen ledna января ocak",
    "february fevrier februar februari fevereiro febrero febbraio lutego luty unora февраля subat",
    "march mars maerz marz maart marts marco marzo mrt marca marzec brezna марта",
    "april avril abril aprile kwietnia kwiecien dubna апреля nisan",
    "may mai maj mei maio mayo maggio maja kvetna мая mayis",
    "june juin juni junho junio giugno czerwca czerwiec cervna июня haziran",
    "july juillet juli julho julio luglio lipca lipiec cervence июля temmuz",
    "august aout augustus agosto augusti sierpnia sierpien srpna августа agustos",
    "september septembre setembro septiembre settembre setiembre wrzesnia wrzesien zari сентября eylul",
    "october octobre oktober outubro octubre ottobre pazdziernika pazdziernik rijna октября ekim",
    "november novembre novembro noviembre listopada listopadu ноября kasim",
    "december decembre dezember dezembro desember diciembre dicembre grudnia grudzien prosince декабря aralik",
];

/// Words between the parts of a date in lower case without accents.
const FILLERS: [&str; 9] = ["of", "the", "de", "del", "le", "den", "di", "am", "il"];

/// What follows the number of a day: 1st, 1er, 1º.
const ORDINALS: [&str; 9] = ["", "st", "nd", "rd", "th", "er", "º", "ª", "°"];

/// Reads `2018-08-18`, `2018/08/18`, `2018.8.18.`, `2018년 8월 18일`, `20180818`, `18.8.2018` and `18 August 2018`, also
/// with the weekday, and `18/08/2018` or `08/18/2018` if only one order gives a valid date.
pub(in crate::import) fn date(text: &str) -> Option<Date> {
    // Most texts of a page have no figures, and all of them are asked.
    if !has_figures(text) {
        return None;
    }
    let text = without_weekday(text);
    let text = text.split('(').next()?.trim_start_matches([',', '.', ' ']).trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Date::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?);
    }
    let separators = ['-', '/', '.', '년', '월', '일', '年', '月', '日', ' '];
    let mut parts = text.split(separators).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    // "22nd" has as many letters as a year.
    if first.ends_with(|letter: char| letter.is_ascii_alphabetic()) {
        return with_name(text);
    }
    if parts.next().is_some() || first.len() != 4 {
        return year_last(text, None).or_else(|| with_name(text));
    }
    new(number(first)?, number(second)?, number(third)?)
}

/// Whether the text has a digit, which every date and every time has.
pub(in crate::import) fn has_figures(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The order of day and month in dates that end with the year. One date may be ambiguous, but rarely all dates of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Order {
    /// `18/08/2018`
    Day,
    /// `08/18/2018`
    Month,
}

impl Order {
    /// Returns the order in which all these dates are valid and closest together, since a conference takes days and not
    /// months; `None` if both orders are equally good. Texts that do not begin with such a date are ignored.
    pub fn of(texts: &[&str]) -> Option<Order> {
        let span = |order: Order| {
            let dates = texts.iter().filter(|text| split(text).is_some());
            let days: Vec<i64> =
                dates.map(|text| Some(year_last(split(text)?.0, Some(order))?.days_since_epoch())).collect::<Option<_>>()?;
            Some(days.iter().max()? - days.iter().min()?)
        };
        if let Some(order) = Order::by_weekdays(texts) {
            return Some(order);
        }
        match (span(Order::Day), span(Order::Month)) {
            (Some(days), Some(months)) if days == months => None,
            (Some(days), Some(months)) => Some(if days < months { Order::Day } else { Order::Month }),
            (days, months) => days.map(|_| Order::Day).or(months.map(|_| Order::Month)),
        }
    }

    /// Returns the only order in which all dates have the weekday that stands beside them.
    fn by_weekdays(texts: &[&str]) -> Option<Order> {
        let said = || texts.iter().filter_map(|text| Some((split(text)?.0, weekday(text)?)));
        let fits =
            |order: Order| said().all(|(date, day)| year_last(date, Some(order)).is_some_and(|date| date.weekday() == day));
        match (said().next().is_some(), fits(Order::Day), fits(Order::Month)) {
            (true, true, false) => Some(Order::Day),
            (true, false, true) => Some(Order::Month),
            _ => None,
        }
    }

    /// Whether only one order gives valid dates, or both give the same.
    pub fn is_certain(texts: &[&str]) -> bool {
        if Order::by_weekdays(texts).is_some() {
            return true;
        }
        let dates = || texts.iter().filter_map(|text| split(text)).map(|(date, _)| date);
        let are_valid = |order: Order| dates().all(|date| year_last(date, Some(order)).is_some());
        !(are_valid(Order::Day) && are_valid(Order::Month) && dates().any(|date| readings(date).is_some()))
    }

    /// Returns one of these texts, and its date in this order, if only the nearness of the dates speaks for it.
    pub fn doubted<'t>(self, texts: &[&'t str]) -> Option<(&'t str, String)> {
        let example = texts.iter().find_map(|text| Some((*text, self.rewritten(text)?.get(..10)?.to_owned())));
        example.filter(|_| !Order::is_certain(texts))
    }

    /// Returns the text with such a date at its beginning rewritten as `2018-08-18`; `None` if it does not begin with one.
    pub fn rewritten(self, text: &str) -> Option<String> {
        let (date, rest) = split(text)?;
        Some(format!("{}{rest}", year_last(date, Some(self))?))
    }
}

/// Returns the two dates that the date at the beginning of the text may be: with the day first, and with the month first.
pub(in crate::import) fn readings(text: &str) -> Option<[Date; 2]> {
    let (date, _) = split(text)?;
    let [day, month] = [Order::Day, Order::Month].map(|order| year_last(date, Some(order)));
    Some([day?, month?]).filter(|[day, month]| day != month)
}

/// Splits off a possible date with the year last from the beginning.
fn split(text: &str) -> Option<(&str, &str)> {
    let text = after_weekday(text);
    let end = text.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '/' | '-' | '.')).unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    let mut lengths = date.split(['/', '-', '.']).map(str::len);
    let is_date = matches!((lengths.next(), lengths.next(), lengths.next()), (Some(1..=2), Some(1..=2), Some(4)));
    is_date.then_some((date, rest))
}

/// Reads `18/8/2018`, without an order only if it is not ambiguous. With dots, the day comes first.
fn year_last(text: &str, order: Option<Order>) -> Option<Date> {
    let mut parts = text.split(['/', '-', '.']).map(str::trim);
    let (first, second, year) = (number(parts.next()?)?, number(parts.next()?)?, parts.next()?);
    if year.len() != 4 || parts.any(|part| !part.is_empty()) {
        return None;
    }
    let year = number(year)?;
    let by = |order: Order| match order {
        Order::Day => new(year, second, first),
        Order::Month => new(year, first, second),
    };
    let order = order.or(text.contains('.').then_some(Order::Day));
    match (order, by(Order::Day), by(Order::Month)) {
        (Some(order), ..) => by(order),
        (None, Some(date), None) | (None, None, Some(date)) => Some(date),
        (None, day, month) => day.filter(|_| day == month),
    }
}

/// Reads `18 August 2018`, `Sat, Aug 18th, 2018`, `le 18 août 2018`, and with two digits of the year `Aug 18, 18`, `18-Aug-18`.
fn with_name(text: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split([' ', ',', '.', '-', '/']).filter(|word| !word.is_empty()) {
        let digits = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let is_ordinal = || ORDINALS.contains(&word[digits.len()..].to_lowercase().as_str());
        let field = match number(digits.trim_start_matches(['\'', '’'])) {
            Some(number) if digits.len() == 4 && word.len() == 4 => (&mut year, number),
            Some(number) if digits.len() <= 2 && day.is_none() && is_ordinal() => (&mut day, number),
            // The year stands last, also as "'18".
            Some(number) if word.trim_start_matches(['\'', '’']).len() == 2 && month.is_some() => (&mut year, 2000 + number),
            Some(_) => return None,
            None if FILLERS.contains(&unaccented(word).as_str()) => continue,
            None => (&mut month, month_of(word)?),
        };
        if field.0.replace(field.1).is_some() {
            return None;
        }
    }
    new(year?, month?, day?)
}

/// Returns the month that a word names, counted from 1.
fn month_of(word: &str) -> Option<i64> {
    let word = unaccented(word);
    let begun = (1..).zip(MONTHS).filter(|(_, names)| names.split(' ').any(|name| name.starts_with(&word)));
    let begun: Vec<(i64, &str)> = begun.collect();
    let named: Vec<i64> =
        begun.iter().filter(|(_, names)| names.split(' ').any(|name| name == word)).map(|(month, _)| *month).collect();
    match (named.as_slice(), begun.as_slice()) {
        ([month], _) => Some(*month),
        ([], [(month, _)]) if word.chars().count() >= 3 => Some(*month),
        _ => None,
    }
}

pub(super) fn new(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(date: Option<Date>) -> Option<String> {
        date.map(|date| date.to_string())
    }

    #[test]
    fn unambiguous_dates_are_read_in_any_order() {
        for text in [
            "2018-08-18",
            "2018/8/18",
            "2018.08.18",
            "2018. 8. 18.",
            "2018. 8. 18. (토)",
            "2018년 8월 18일",
            "20180818",
            "18.08.2018",
            "18.8.2018 (Sat)",
            "18/08/2018",
            "08/18/2018",
            "18-8-2018",
            "18 August 2018",
            "18th August 2018",
            "Aug 18, 2018",
            "Saturday, August 18th, 2018",
            "Sat 18 Aug 2018",
            "18-Aug-2018",
            "2018년 8월 18일 토요일",
            "2018-08-18 토",
            "2018-08-18 Saturday",
            "(토) 2018-08-18",
            "Samstag, 18.08.2018",
            "Sa. 18.8.2018",
            "18 août 2018",
            "le samedi 18 août 2018",
            "Samstag, 18. August 2018",
            "18 de agosto de 2018",
            "sábado, 18 de agosto del 2018",
            "18 agosto 2018",
            "zaterdag 18 augustus 2018",
            "lørdag den 18. august 2018",
            "2018年8月18日(土)",
            "2018年8月18日 星期六",
            "Aug 18, 18",
            "18-Aug-18",
            "Aug 18 '18",
        ] {
            assert_eq!(shown(date(text)).as_deref(), Some("2018-08-18"), "{text}");
        }
        assert_eq!(shown(date("8/8/2018")).as_deref(), Some("2018-08-08"));
        for wrong in [
            "03/04/2018",
            "18.08.18",
            "18/08/18",
            "2018-08",
            "2018-02-30",
            "2018-08-18-1",
            "first day",
            "",
            "2018-999999-1",
            "２０１８",
            "Aug 18",
            "Aug Sep 18 2018",
            "18 19 August 2018",
            "4 Kubernetes 2018",
            "18 jui 2018",
            "18 19 2018",
            "18 Aug",
            "한글 18 Aug 2018",
        ] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_order_is_derived_from_all_dates_of_a_table() {
        let of = Order::of;
        assert_eq!(of(&["03/04/2018", "04/04/2018"]), Some(Order::Day));
        assert_eq!(of(&["03/04/2018 13:00", "03/05/2018 9:00", "x", ""]), Some(Order::Month));
        assert_eq!(of(&["03/04/2018", "13/04/2018"]), Some(Order::Day));
        assert_eq!((of(&["03/04/2018"]), of(&["2018-04-03"]), of(&["13/13/2018"]), of(&[])), (None, None, None, None));
        assert!(!Order::is_certain(&["03/04/2018", "04/04/2018"]) && Order::is_certain(&["03/04/2018", "13/04/2018"]));
        assert!(Order::is_certain(&["2018-04-03"]) && Order::is_certain(&["04/04/2018"]) && Order::is_certain(&[]));
        assert_eq!(Order::Day.rewritten("3/4/2018 13:00").as_deref(), Some("2018-04-03 13:00"));
        assert_eq!((Order::Day.rewritten("2018-04-03"), Order::Day.rewritten("13:00")), (None, None));
    }
}
