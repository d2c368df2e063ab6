//! When an entry is: from its own fields, from the slot it refers to, and from what stands around it, the innermost first.

use super::super::draft::{End, Start};
use super::super::json::Json;
use super::super::when::{self, When};
use super::dates::{self, Days};
use super::digits::{Digits, is_short_number};
use super::facts::Fact;
use super::keys::{Role, Unit};
use super::levels::{Level, is_dated, levels, text_of, unknown_slot};
use super::links::Links;
use super::walk::Entry;
use crate::program::Date;
use crate::program::line;

/// As many blanks may stand within a time of day: `8:30 a. m.`
const MAX_SPLITS: usize = 3;

/// Start and end of an entry, and where they were found.
#[derive(Debug, Clone)]
pub(super) struct Times {
    pub start: Start,
    pub end: End,
    /// The field with the start; `None` for keys.
    pub field: Option<String>,
    /// Whether the start is the entry's own, and not that of something around it.
    pub is_own: bool,
    /// Whether the day was read from a key.
    pub day_from_key: bool,
    /// Whether the day is that of what stands around it, and the start only a time of day.
    pub is_on_day_around: bool,
    pub zone: Option<String>,
    /// What is said about the day, if the day is unknown.
    pub day: Option<String>,
}

impl Times {
    fn without_start(start: Start, field: Option<String>, zone: Option<String>) -> Times {
        let (end, day) = (End::Missing, None);
        Times { start, end, field, is_own: false, day_from_key: false, is_on_day_around: false, zone, day }
    }
}

/// How the file writes times.
#[derive(Debug)]
pub(super) struct Style {
    pub days: Days,
    pub digits: Digits,
    /// The same of keys.
    pub key_digits: Digits,
    /// Whether Unix times are the clock of the venue and not UTC.
    pub unix_is_local: bool,
    /// How much of the unit of lengths a minute is, where their names do not tell.
    pub per_minute: i64,
}

/// What was read as the start.
enum Found {
    At(When),
    Clock(i64),
    Range(String, String),
    Unreadable(String),
}

/// Returns when an entry is.
pub(super) fn times(entry: &Entry, links: &Links, style: &Style) -> Times {
    let levels = levels(entry, links);
    let mut found = levels.iter().enumerate().filter_map(|(at, level)| Some((at, start_in(level, style)?)));
    let zone = levels.iter().find_map(|level| text_of(level, Role::Zone).map(|fact| fact.text.to_owned()));
    let Some((at, (found, field))) = found.next() else {
        let odd = levels.iter().find_map(|level| text_of(level, Role::Time));
        let start = odd.map_or(Start::Missing, |fact| Start::Unreadable(line::excerpt(fact.text)));
        let field = odd.map(|fact| fact.name.to_owned());
        return Times::without_start(start, field, zone);
    };
    if let Some(fact) = unknown_slot(&levels[..=at]) {
        let (start, field) = (Start::Unreadable(line::excerpt(fact.text)), Some(fact.name.to_owned()));
        return Times::without_start(start, field, zone);
    }
    let (date, day_from_key, day_level) = day(&levels, at, style);
    // `day2: true`
    let names_days = |(name, value): &(String, Json)| matches!(value, Json::Bool(_)) && dates::number(name).is_some();
    let is_undated = !levels.iter().any(is_dated) && !entry.record.fields().iter().any(names_days);
    let date = date.or_else(|| style.days.only().filter(|_| is_undated));
    let local = |clock: i64| date.map(|date| When::local(date, clock));
    let mut end_clock = None;
    let is_on_day_around =
        date.is_some() && day_level.is_none_or(|level| !matches!(levels[level], Level::Facts { is_own: true, .. }));
    let is_on_day_around = is_on_day_around && !matches!(found, Found::At(_));
    let start = match found {
        Found::At(when) => Some(when),
        Found::Clock(clock) => local(clock),
        Found::Range(from, to) => {
            end_clock = clock(&to, style).or_else(|| when::date_time(&to).map(clock_of));
            when::date_time(&from).or_else(|| local(clock(&from, style)?))
        }
        Found::Unreadable(text) => {
            let is_own = at == 0;
            return Times {
                start: Start::Unreadable(text),
                end: End::Missing,
                field,
                is_own,
                day_from_key: false,
                is_on_day_around: false,
                zone,
                day: None,
            };
        }
    };
    let is_own = matches!(levels[at], Level::Facts { is_own: true, .. });
    let Some(start) = start else {
        let start = field.as_ref().and_then(|_| text_of(&levels[at], Role::Start).or_else(|| text_of(&levels[at], Role::Time)));
        let start = start.map_or(Start::Missing, |fact| Start::Unreadable(line::excerpt(fact.text)));
        let is_day = |fact: &&Fact| fact.role == Role::Day;
        let day = levels.iter().find_map(|level| match level {
            Level::Facts { facts, .. } => facts.iter().find(is_day).map(|fact| fact.text.to_owned()),
            Level::Key(key) => Some((*key).to_owned()).filter(|key| dates::is_like_a_day(key)),
        });
        return Times { start, end: End::Missing, field, is_own, day_from_key, is_on_day_around: false, zone, day };
    };
    let end = match end_clock {
        Some(clock) => End::At(start.next(clock)),
        None => end(&levels[..=at], start, style),
    };
    Times { start: Start::At(start), end, field, is_own, day_from_key, is_on_day_around, zone, day: None }
}

fn start_in(level: &Level, style: &Style) -> Option<(Found, Option<String>)> {
    let facts = match level {
        Level::Key(key) => {
            let clock = if is_short_number(key) { style.key_digits.clock(key) } else { clock(key, style) }.map(Found::Clock);
            return clock.or_else(|| when::range(key).map(|(from, to)| Found::Range(from, to))).map(|found| (found, None));
        }
        Level::Facts { facts, .. } => facts,
    };
    let of = |roles: &'static [Role]| facts.iter().filter(move |fact| roles.contains(&fact.role));
    let named = |fact: &Fact, found: Found| (found, Some(fact.name.to_owned()));
    let has_clock = of(&[Role::Start, Role::Time]).any(|fact| clock(fact.text, style).is_some());
    let at = |fact: &&Fact| Some(named(fact, Found::At(at(fact.text, style).filter(|when| !has_clock || !is_midnight(*when))?)));
    let by_clock = |fact: &Fact| Some(named(fact, Found::Clock(clock(fact.text, style)?)));
    let by_range = |fact: &Fact| range(fact.text).map(|(from, to)| named(fact, Found::Range(from, to)));
    of(&[Role::Start, Role::Time])
        .find_map(|fact| at(&fact))
        .or_else(|| of(&[Role::Start, Role::Time]).find_map(by_clock))
        .or_else(|| of(&[Role::Start, Role::Time, Role::Day]).find_map(by_range))
        .or_else(|| {
            of(&[Role::Day])
                .filter(|fact| when::date_time(fact.text).is_some_and(|when| !is_midnight(when)))
                .find_map(|fact| at(&fact))
        })
        .or_else(|| {
            let odd = of(&[Role::Start]).find(|fact| style.days.read(fact.text).is_none())?;
            Some(named(odd, Found::Unreadable(line::excerpt(odd.text))))
        })
}

/// Returns the day on which an entry starts, whether a key says so, and the level at which it is said. What a start says goes before
/// what stands around it.
fn day(levels: &[Level], at: usize, style: &Style) -> (Option<Date>, bool, Option<usize>) {
    let exact_first = |texts: &[&str]| {
        let exact = texts.iter().find_map(|text| style.days.exact(text));
        exact.or_else(|| texts.iter().find_map(|text| style.days.read(text)))
    };
    let mut numbered = None;
    for (place, level) in levels.iter().enumerate() {
        let texts: Vec<&str> = match level {
            Level::Key(key) => vec![key],
            Level::Facts { facts, .. } => {
                // 9.30 as a start is no day in September.
                let is_day =
                    |fact: &&Fact| fact.role == Role::Day || fact.role == Role::Start && place >= at && !is_clock(fact.text);
                facts.iter().filter(is_day).map(|fact| fact.text).collect()
            }
        };
        let Some(date) = exact_first(&texts) else { continue };
        let is_key = matches!(level, Level::Key(_));
        // "Day 1" beside a date, or around one, is only its name.
        if texts
            .iter()
            .all(|text| dates::number(text).is_some() || style.days.first.is_none() && style.days.exact(text).is_none())
        {
            numbered = numbered.or(Some((Some(date), is_key, Some(place))));
            continue;
        }
        return (Some(date), is_key, Some(place));
    }
    numbered.unwrap_or((None, false, None))
}

fn end(levels: &[Level], start: When, style: &Style) -> End {
    for level in levels.iter().rev() {
        let Level::Facts { facts, .. } = level else { continue };
        let ends = || facts.iter().filter(|fact| fact.role == Role::End);
        let has_clock = ends().any(|fact| clock(fact.text, style).is_some());
        let stated = ends().find_map(|fact| at(fact.text, style).filter(|when| !has_clock || !is_midnight(*when)));
        if let Some(when) = stated {
            return End::At(when);
        }
        if let Some(clock) = ends().find_map(|fact| clock(fact.text, style)) {
            let date = ends().find_map(|fact| style.days.exact(fact.text));
            return End::At(date.map_or_else(|| start.next(clock), |date| When::local(date, clock)));
        }
        let lengths = facts.iter().filter_map(|fact| match fact.role {
            Role::Length(unit) => minutes(fact.text, unit, style.per_minute),
            _ => None,
        });
        if let Some(minutes) = { lengths }.find(|minutes| *minutes > 0) {
            return End::After(minutes);
        }
        if let Some(odd) = ends().find(|fact| style.days.exact(fact.text).is_none()) {
            return End::Unreadable(line::excerpt(odd.text));
        }
    }
    End::Missing
}

fn minutes(text: &str, unit: Unit, per_minute: i64) -> Option<i64> {
    let number: Option<i64> = text.parse().ok().filter(|number| (0..1_000_000_000).contains(number));
    match (number, unit) {
        (Some(hours), Unit::Hours) => Some(hours * 60),
        (Some(seconds), Unit::Seconds) => Some(seconds / 60),
        (Some(length), Unit::Unknown) => Some(length / per_minute),
        (Some(minutes), _) => Some(minutes),
        (None, _) => hours_to_seconds(text).or_else(|| when::duration(text)).or_else(|| when::minutes(text)),
    }
}

/// Reads `1:30:00` as an hour and a half: only frab counts days there.
fn hours_to_seconds(text: &str) -> Option<i64> {
    let parts: Vec<i64> = text.split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [hours @ 0..24, minutes @ 0..60, 0..60] => Some(hours * 60 + minutes),
        _ => None,
    }
}

/// Reads a date with a time of day, or a Unix time.
fn at(text: &str, style: &Style) -> Option<When> {
    if let Some(unix) = unix(text) {
        return Some(if style.unix_is_local { When::Local(unix) } else { When::Utc(unix) });
    }
    let text = &*style.days.rewritten(text);
    if let Some(when) = when::date_time(text).or_else(|| when::compact(text)) {
        return Some(when);
    }
    if is_clock(text) {
        return None;
    }
    // "14 May 21:05": a day without a year.
    let splits = text.rmatch_indices([' ', 'T']).take(MAX_SPLITS);
    let (day, clock) = { splits }.find_map(|(at, _)| Some((&text[..at], when::clock(&text[at + 1..])?)))?;
    Some(When::local(style.days.read(day).filter(|_| dates::number(day).is_none())?, clock))
}

/// Reads seconds or milliseconds since 1970, in this century.
pub(super) fn unix(text: &str) -> Option<i64> {
    // `/Date(1369404000000+0200)/`, as .NET writes it.
    let text = text.strip_prefix("/Date(").and_then(|rest| rest.split(['+', ')']).next()).unwrap_or(text);
    let number =
        text.split_once('.').filter(|(_, rest)| rest.bytes().all(|byte| byte == b'0')).map_or(text, |(number, _)| number);
    match number.parse::<i64>().ok()? {
        seconds @ 900_000_000..=4_102_444_800 => Some(seconds),
        millis @ 900_000_000_000..=4_102_444_800_000 => Some(millis / 1_000),
        _ => None,
    }
}

fn clock(text: &str, style: &Style) -> Option<i64> {
    let text = when::typed(text);
    if is_short_number(&text) {
        return style.digits.clock(&text);
    }
    let without_end = || when::slot(&text).filter(|slot| slot.is_clear && slot.to.is_none()).map(|slot| slot.from);
    when::clock(&text).or_else(|| when::time(&text)).or_else(without_end)
}

/// Whether a text is a time of day or a range of them, also with dots.
fn is_clock(text: &str) -> bool {
    when::slot(&when::typed(text)).is_some_and(|slot| slot.is_clear)
}

/// Splits a range of times, also with dots: `9.30 - 10:10`.
fn range(text: &str) -> Option<(String, String)> {
    let with_dots = || {
        let slot = when::slot(&when::typed(text)).filter(|slot| slot.is_clear)?;
        let written = |seconds: i64| format!("{:02}:{:02}", seconds / 3600, seconds % 3600 / 60);
        Some((written(slot.from), written(slot.to?)))
    };
    // Each with an offset, as Drupal writes it.
    let with_offsets = || {
        let (from, to) = text.split_once(" to ").or_else(|| text.split_once(" - "))?;
        when::date_time(from).and(when::date_time(to))?;
        Some((from.to_owned(), to.to_owned()))
    };
    when::range(text).or_else(with_dots).or_else(with_offsets)
}

fn is_midnight(when: When) -> bool {
    clock_of(when) == 0
}

/// Returns the time of day in seconds after midnight.
pub(super) fn clock_of(when: When) -> i64 {
    match when {
        When::Local(seconds) | When::Utc(seconds) => seconds.rem_euclid(86_400),
        When::Stated(moment) => (moment.unix() + i64::from(moment.offset())).rem_euclid(86_400),
    }
}
