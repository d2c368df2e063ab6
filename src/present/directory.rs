//! Finding a conference in a directory: by name, place and date, and in which order.

use crate::messages::directory::DirectoryMessages;
use crate::messages::library::LibraryMessages;
use crate::program::order::sorted;
use crate::program::search::Query;
use crate::program::{Date, Listing};

/// How a conference stands to today, in the order in which the kinds are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Today is one of its days.
    Running,
    /// It is still to come.
    Upcoming,
    /// It is over.
    Past,
    /// Nobody wrote when it is.
    Undated,
}

impl Phase {
    /// Returns the phase of a conference.
    pub fn of(listing: &Listing, today: Date) -> Phase {
        match listing.days {
            None => Phase::Undated,
            Some((first, _)) if today < first => Phase::Upcoming,
            Some((_, last)) if last < today => Phase::Past,
            Some(_) => Phase::Running,
        }
    }
}

/// Returns the indices of the conferences that have everything typed: those that are running, then those to come, the next one first,
/// then those that are over, the latest first.
pub fn find(
    listings: &[Listing],
    typed: &str,
    today: Date,
    messages: &DirectoryMessages,
    library: &LibraryMessages,
) -> Vec<usize> {
    let (dates, words): (Vec<&str>, Vec<&str>) = typed.split_whitespace().partition(|word| Part::read(word).is_some());
    let query = Query::new(&words.join(" "));
    let is_asked_for = |listing: &Listing| {
        let text = Text::of(listing, messages, library);
        let is_on = |word: &&str| {
            let is_date = Part::read(word).zip(listing.days).is_some_and(|(part, days)| part.is_in(days));
            is_date || Query::new(word).fits(&[text.title, text.place])
        };
        query.fits(&text.parts()) && dates.iter().all(is_on)
    };
    let asks = !typed.trim().is_empty();
    let found = (0..listings.len()).filter(|at| !asks || is_asked_for(&listings[*at])).collect();
    sorted(found, |one: &usize, other: &usize| {
        let (one, other) = (&listings[*one], &listings[*other]);
        let (phase, phase_of_other) = (Phase::of(one, today), Phase::of(other, today));
        let dates = match (one.days, other.days) {
            (Some(one), Some(other)) if phase == Phase::Past => (other.1, other.0).cmp(&(one.1, one.0)),
            (one, other) => one.cmp(&other),
        };
        phase.cmp(&phase_of_other).then(dates)
    })
}

/// What of a conference is searched.
struct Text<'a> {
    title: &'a str,
    place: &'a str,
    dates: String,
}

impl<'a> Text<'a> {
    fn of(listing: &'a Listing, messages: &DirectoryMessages, library: &LibraryMessages) -> Text<'a> {
        let dates = listing.days.map(|(first, last)| {
            let [month, last_month] = [first, last].map(messages.month);
            format!("{first} {last} {} {month} {last_month}", (library.dates)(first, last))
        });
        Text { title: &listing.title, place: listing.place.as_deref().unwrap_or_default(), dates: dates.unwrap_or_default() }
    }

    fn parts(&self) -> [&str; 3] {
        [self.title, self.place, &self.dates]
    }
}

/// A date in digits, or a part of one: 2018-08, 2018.8.18, 8/18, 8월 18일 without the space, 8월.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Month(u16, u8),
    Day(u16, u8, u8),
    DayOfYear(u8, u8),
    MonthOfYear(u8),
}

impl Part {
    fn read(word: &str) -> Option<Part> {
        let numbers = word.trim_end_matches(['.', '월', '일']).split(['.', '-', '/', '년', '월']).map(|digits| {
            let is_number = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse::<u16>().ok()).flatten()
        });
        let numbers: Option<Vec<u16>> = numbers.collect();
        let small = |number: u16| u8::try_from(number).ok();
        match numbers?[..] {
            [year, month] if year >= 1000 => Some(Part::Month(year, small(month)?)),
            [year, month, day] if year >= 1000 => Some(Part::Day(year, small(month)?, small(day)?)),
            [month, day] => Some(Part::DayOfYear(small(month)?, small(day)?)),
            [month] if word.ends_with('월') => Some(Part::MonthOfYear(small(month)?)),
            _ => None,
        }
    }

    /// Whether a conference has such a day.
    fn is_in(self, (first, last): (Date, Date)) -> bool {
        let is_day = |year, month, day| Date::new(year, month, day).is_some_and(|date| first <= date && date <= last);
        match self {
            Part::Month(year, month) => {
                let month_of = |date: Date| (date.year(), date.month());
                month_of(first) <= (year, month) && (year, month) <= month_of(last)
            }
            Part::Day(year, month, day) => is_day(year, month, day),
            Part::MonthOfYear(month) => (first.year()..=last.year()).any(|year| Part::Month(year, month).is_in((first, last))),
            Part::DayOfYear(month, day) => (first.year()..=last.year()).any(|year| is_day(year, month, day)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    fn listing(title: &str, place: &str, days: &str) -> Listing {
        let place = Some(place.to_owned()).filter(|place| !place.is_empty());
        let days = days.split_once(' ').map(|(first, last)| [first, last].map(|date| Date::parse(date).unwrap()));
        Listing { place, days: days.map(|[first, last]| (first, last)), ..Listing::new(title.to_owned(), "a.json".to_owned()) }
    }

    fn directory() -> Vec<Listing> {
        vec![
            listing("PyCon Korea 2018", "코엑스, 서울", "2018-08-18 2018-08-19"),
            listing("FOSDEM 2027", "Brussels", "2027-02-06 2027-02-07"),
            listing("40C3", "Hamburg", "2026-12-27 2026-12-30"),
            listing("파이콘 한국 2026", "수원", "2026-08-15 2026-08-17"),
            listing("부산 오픈소스 모임", "", ""),
            listing("DebConf26", "Santa Fe", "2026-07-20 2026-08-16"),
            listing("Café & Code", "Zürich", "2027-01-31 2027-02-01"),
            listing("PyCon Korea 2025", "", "2025-08-15 2025-08-17"),
        ]
    }

    fn check(language: Language, typed: &str, expected: &[&str]) {
        let (listings, today) = (directory(), Date::parse("2026-08-15").unwrap());
        let found = find(&listings, typed, today, language.directory_messages(), language.library_messages());
        let titles: Vec<&str> = found.into_iter().map(|at| &*listings[at].title).collect();
        assert_eq!(titles, expected, "{typed}");
    }

    #[test]
    fn what_is_running_comes_first_then_what_is_to_come_then_what_is_over() {
        let all = [
            "DebConf26",
            "파이콘 한국 2026",
            "40C3",
            "Café & Code",
            "FOSDEM 2027",
            "PyCon Korea 2025",
            "PyCon Korea 2018",
            "부산 오픈소스 모임",
        ];
        check(Language::English, " ", &all);
    }

    #[test]
    fn names_and_places_are_found_however_they_are_typed() {
        for language in Language::ALL {
            for typed in ["파이콘한국", "파이콘", "ㅍㅇㅋ", "파이코", "수원", "한국 파이콘"] {
                check(language, typed, &["파이콘 한국 2026"]);
            }
            for typed in ["pyconkorea", "PYCON", "pycon korea", "korea pycon", "py con"] {
                check(language, typed, &["PyCon Korea 2025", "PyCon Korea 2018"]);
            }
            check(language, "cafe zurich", &["Café & Code"]);
            check(language, "debconf 26", &["DebConf26"]);
            check(language, "서울", &["PyCon Korea 2018"]);
            check(language, "아무것도", &[]);
        }
    }

    #[test]
    fn dates_are_found_as_people_write_them() {
        for language in Language::ALL {
            for typed in ["2018", "2018-08-18", "2018.8.18.", "2018/08", "2018 8/19", "pycon 2018-08"] {
                check(language, typed, &["PyCon Korea 2018"]);
            }
            check(language, "2026-08-16", &["DebConf26", "파이콘 한국 2026"]);
            check(language, "7/31", &["DebConf26"]);
            check(language, "7월31일", &["DebConf26"]);
            check(language, "2월", &["Café & Code", "FOSDEM 2027"]);
            check(language, "12월", &["40C3"]);
            check(language, "2027-02", &["Café & Code", "FOSDEM 2027"]);
            check(language, "2027-02-30", &[]);
        }
        check(Language::English, "august 2018", &["PyCon Korea 2018"]);
        check(Language::English, "feb", &["Café & Code", "FOSDEM 2027"]);
        check(Language::Korean, "2018년 8월", &["PyCon Korea 2018"]);
    }
}
