//! What a page says about its days as a whole: the year, and the first day where its days are only counted.

use super::super::super::when::{self, Century, DayWord, Order};
use super::super::document::Document;
use super::fields::Fields;
use super::marks;
use super::other_times;
use super::segments::Segment;
use crate::program::Date;
use std::collections::BTreeSet;

/// Words of a date up to its weekday.
const MAX_WORDS: usize = 4;

/// Longer lines are not about when a conference is.
const MAX_LINE: usize = 120;

/// As many different lines with figures are read. More has only a large timetable, whose lines are about its sessions.
const MAX_DATED: usize = 1_000;

/// Days from most sessions that no session is apart.
const FAR: i64 = 60;

/// Days from most sessions at which several of one day are another timetable.
const ANOTHER: i64 = 150;

/// The year of a page and its first day.
#[derive(Debug, Default)]
pub(super) struct Dates {
    year: Option<u16>,
    first: Option<Date>,
    /// Whether its sessions have no days at all.
    has_no_days: bool,
}

impl Dates {
    pub fn of(document: &Document, lines: &[Segment], sessions: &[Fields]) -> Dates {
        let year = year(document, lines);
        let days: BTreeSet<&str> = sessions.iter().filter_map(|session| session.day.as_deref()).collect();
        let is_counted = days.iter().any(|day| when::heading(day, |part| read(part, year)).is_none());
        let has_no_days = days.is_empty();
        let first = if is_counted || has_no_days { first_day(document, lines, days.len()) } else { None };
        Dates { year, first, has_no_days }
    }

    /// Returns the day with its date if it is counted from the first.
    pub fn completed(&self, day: String) -> String {
        if when::heading(&day, |part| read(part, self.year)).is_some() {
            return day;
        }
        let counted =
            when::heading_word(&when::typed(&day)).filter(|word| matches!(word, DayWord::Number(_) | DayWord::Weekday(_)));
        let date = self.first.zip(counted).and_then(|(first, word)| word.date(first));
        date.map_or(day, |date| date.to_string())
    }

    /// Leaves out what is far from most days, such as when a page was written.
    pub fn without_far(&self, sessions: Vec<Fields>) -> Vec<Fields> {
        let date = |session: &Fields| {
            let stated = session.start.get(..10).and_then(when::date);
            stated.or_else(|| when::heading(session.day.as_deref()?, |part| read(part, self.year)))
        };
        let mut days: Vec<i64> = sessions.iter().filter_map(date).map(Date::days_since_epoch).collect();
        days.sort_unstable();
        let Some(median) = days.get(days.len() / 2).copied() else { return sessions };
        let is_near = |session: &Fields| {
            date(session).map(Date::days_since_epoch).is_none_or(|day| {
                let distance = (day - median).abs();
                distance <= FAR || distance > ANOTHER && days.iter().filter(|other| **other == day).count() > 1
            })
        };
        sessions.into_iter().filter(is_near).collect()
    }

    /// Returns lines that say on which day a program without days is, and in which year.
    pub fn headings(&self) -> Vec<String> {
        let only = self.first.filter(|_| self.has_no_days).map(|date| date.to_string());
        only.into_iter().chain(self.year.map(|year| year.to_string())).collect()
    }
}

/// Reads a date, with the year of the page if it has none.
fn read(text: &str, year: Option<u16>) -> Option<Date> {
    let text = when::typed(text);
    when::date(&text).or_else(|| when::date(&Century { year: year?, order: Some(Order::Month) }.completed(&text)?))
}

/// Returns the only year that title, description, and headings of the page name; else that of its dates.
fn year(document: &Document, lines: &[Segment]) -> Option<u16> {
    let titles = document.named("title").map(|node| document.text(node));
    let is_heading = |line: &&Segment| document.around(line.node).take(3).any(|node| document.nodes[node].is_one_of("h1 h2"));
    let headings = lines.iter().filter(is_heading).map(|line| line.text.clone());
    let dated =
        lines.iter().filter(|line| line.text.len() <= MAX_LINE).filter(|line| when::heading(&line.text, when::date).is_some());
    let dated: Vec<String> = dated.map(|line| line.text.clone()).collect();
    let described = descriptions(document);
    only(titles)
        .or_else(|| only(headings))
        .or_else(|| only(dated.into_iter()))
        .or_else(|| only(described.into_iter()))
        .or_else(|| only(lines.iter().filter(|line| line.text.len() <= MAX_LINE).map(|line| line.text.clone())))
}

fn only(texts: impl Iterator<Item = String>) -> Option<u16> {
    let years: BTreeSet<u16> = texts.flat_map(|text| years(&text)).collect();
    years.first().copied().filter(|_| years.len() == 1)
}

fn years(text: &str) -> Vec<u16> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (2000..2100).contains(year)).collect()
}

fn descriptions(document: &Document) -> Vec<String> {
    document.named("meta").filter_map(|meta| document.attribute(meta, "content")).map(str::to_owned).collect()
}

/// Returns the first day, if all that the page says about when it is agrees: "2026년 8월 15일 ~ 16일". Of one day if `days` is 1.
pub(super) fn first_day(document: &Document, lines: &[Segment], days: usize) -> Option<Date> {
    let year = year(document, lines);
    // A page may say the same on thousands of lines, and most of them have no figures.
    let may_be_dated =
        |text: &str| text.contains(char::is_numeric) && !marks::has_only_figures(text) && text.chars().count() <= MAX_LINE;
    // What a date is about may stand before it.
    let is_about = |at: usize| {
        !other_times::mentions(&lines[at].text)
            && !at
                .checked_sub(1)
                .is_some_and(|before| lines[before].text.len() < 40 && other_times::mentions(&lines[before].text))
    };
    let dated = (0..lines.len())
        .filter(|at| may_be_dated(&lines[*at].text) && is_about(*at))
        .map(|at| sentence(&lines[at].text).to_owned());
    let described = descriptions(document).into_iter().filter(|text| may_be_dated(text));
    let mut seen = BTreeSet::new();
    let texts: Vec<String> = described.chain(dated).filter(|text| seen.insert(text.clone())).take(MAX_DATED).collect();
    let dates = |is_wanted: fn(&str) -> bool| -> BTreeSet<Date> {
        texts.iter().filter(|text| is_wanted(text)).filter_map(|text| first_date(text, year)).collect()
    };
    let (spans, mut single) = (dates(when::is_span), dates(|text| !when::is_span(text)));
    // What was written before the conference has the date of its writing above.
    if let Some(day) = day_in_sentence(lines, year) {
        single.retain(|date| *date > day);
        single.insert(day);
    }
    let one = |dates: &BTreeSet<Date>| dates.first().copied().filter(|_| dates.len() == 1);
    if days > 1 {
        one(&spans).or_else(|| single.first().copied().filter(|_| single.len() == days))
    } else {
        one(&single).or_else(|| one(&spans))
    }
}

/// Returns the only day that sentences name with its weekday: `오는 9월 19일 토요일, 서울숲에서 만나요`.
fn day_in_sentence(lines: &[Segment], year: Option<u16>) -> Option<Date> {
    let named = |line: &Segment| {
        let (before, after) = line.text.split_once("요일").filter(|_| line.text.chars().count() <= MAX_LINE)?;
        let is_sentence = after.trim_end().trim_end_matches(['.', '!']).ends_with(['요', '다']);
        let words: Vec<&str> = before.split_whitespace().collect();
        let dates = (2..=MAX_WORDS.min(words.len())).rev().map(|count| words[words.len() - count..].join(" "));
        dates.map(|date| format!("{date}요일")).find_map(|date| read(&date, year)).filter(|_| is_sentence)
    };
    let days: BTreeSet<Date> = lines.iter().filter_map(named).collect();
    days.first().copied().filter(|_| days.len() == 1)
}

/// Whether the only day above sessions is when the page was written, since a sentence names a later one with its weekday.
pub(super) fn is_of_writing(document: &Document, lines: &[Segment], heading: &str) -> bool {
    let year = year(document, lines);
    let day = when::heading(heading, |part| read(part, year)).filter(|_| when::weekday(heading).is_none());
    day.zip(day_in_sentence(lines, year)).is_some_and(|(written, day)| written < day)
}

/// Returns the first sentence of a text.
fn sentence(text: &str) -> &str {
    text.find("다. ").map_or(text, |at| &text[..at])
}

/// A conference does not take more days.
const MAX_DAYS: i64 = 10;

/// Returns the days of a conference, if all that the page says about several days agrees.
pub(super) fn span(document: &Document, lines: &[Segment]) -> Option<Vec<Date>> {
    let first = first_day(document, lines, 2)?;
    let texts = lines.iter().map(|line| line.text.clone()).chain(descriptions(document));
    let texts = texts.filter(|text| text.chars().count() <= MAX_LINE && when::is_span(text));
    let of_this = texts.filter(|text| first_date(text, Some(first.year())) == Some(first));
    let lasts: BTreeSet<Date> = of_this.filter_map(|text| last_date(&text, first)).collect();
    let last = lasts.first().filter(|_| lasts.len() == 1)?.days_since_epoch();
    let first = first.days_since_epoch();
    (first < last && last - first < MAX_DAYS).then(|| (first..=last).map(Date::from_days_since_epoch).collect())
}

/// Returns the last day of `17.–18. März 2026` and `2026. 8. 17. ~ 18.`, in which month or year stand only once.
fn last_date(text: &str, first: Date) -> Option<Date> {
    let in_month = |text: &str| {
        let (digits, rest) = text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()));
        // From one time of day to another, that is no span of days.
        let is_time = rest.trim_start().starts_with([':', '시', '時', 'h']);
        Date::new(first.year(), first.month(), digits.parse().ok().filter(|_| !is_time)?)
    };
    let spaced = when::typed(text).replace(['–', '—'], " – ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if let Some(last) = when::days_of_span(&words) {
        return in_month(words[last.end - 1]);
    }
    let after =
        ["~", "～", "〜", " – ", " - "].iter().find_map(|sign| spaced.split_once(sign)).map(|(_, after)| after.trim_start())?;
    when::heading(after, |part| read(part, Some(first.year()))).or_else(|| in_month(after))
}

/// Returns the first date in a text. The minutes and hours of "Thu 10:15 AM - 11:00 AM" are none.
fn first_date(text: &str, year: Option<u16>) -> Option<Date> {
    let is_of_weekday = |mark: &marks::Mark| mark.rest.is_empty() && mark.day.as_deref().is_some_and(marks::is_day_word);
    if marks::mark(text).as_ref().is_some_and(is_of_weekday) {
        return None;
    }
    let text = when::typed(text);
    let text = when::without_last_day(&text);
    let before = text.split(['~', '～', '〜']).next()?;
    let read = |text: &str| when::heading(text, |part| read(part, year));
    read(before).or_else(|| if before.len() < text.len() { read(&text) } else { None })
}
