//! iCalendar (RFC 5545) as written by conferences.
//!
//! This has its own line parser: files fold lines inside characters, leave out the calendar around the events, state time
//! zones in six ways and have raw lines between properties, all of which the available crates refuse. Some programs make new
//! UIDs at every export, so UIDs are only used to tell apart sessions that are otherwise the same.

mod lines;
mod planned;
mod repeat;
mod series;
mod structured;
mod zones;

use super::draft::{Draft, DraftRow, End, Start};
use super::head::Head;
use super::rich_text;
use super::when::{self, When};
use super::zone::Zone;
use super::{ImportError, Imported, Importer, Options, encoding, kind, line};
use crate::messages::import::Problem;
use crate::program::Date;
use lines::{Component, Property};
pub use planned::plan_in;
use series::Series;
use std::collections::{BTreeMap, BTreeSet};

/// The most properties of a file; events have about twenty.
const MAX_LINES: usize = 1_000_000;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    structured::is_one(head)
        || ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "begin:vcalendar", "Begin:VCalendar"].iter().any(|line| head.has(line))
            && !matches!(head.first(), Some('{' | '['))
}

fn parsed(bytes: &[u8]) -> Result<Component, ImportError> {
    let head = Head::of(bytes);
    let lines = if structured::is_one(&head) { structured::lines(bytes, &head)? } else { lines::unfolded(bytes) };
    if lines.iter().filter(|byte| **byte == b'\n').nth(MAX_LINES).is_some() {
        return Err(Problem::Broken { line: None }.into());
    }
    Ok(lines::components(&encoding::text(&lines)?))
}

/// The calendars of a file; some files have only what belongs in one.
fn calendars(root: &Component) -> Vec<&Component> {
    let mut calendars = vec![root];
    calendars.extend(root.children.iter().filter(|child| child.name == "VCALENDAR"));
    calendars
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let root = parsed(bytes)?;
    let calendars = calendars(&root);
    let children = || calendars.iter().flat_map(|calendar| &calendar.children);
    let events: Vec<&Component> = children().filter(|child| child.name == "VEVENT").collect();
    if events.is_empty() && children().next().is_none() {
        return Err(Problem::Broken { line: None }.into());
    }
    let head = |name: &str| calendars.iter().find_map(|calendar| calendar.text(name));
    let clock = Clock::of(&events, children().filter(|child| child.name == "VTIMEZONE"), head);
    let mut draft = Draft {
        title: ["X-WR-CALNAME", "NAME", "X-WR-CALDESC", "SUMMARY"].into_iter().find_map(head),
        url: head("URL"),
        time_zone: clock.main.as_ref().map(|zone| zone.name().to_owned()),
        ..Draft::default()
    };
    let mut organizers: BTreeSet<&str> = BTreeSet::new();
    organizers.extend(events.iter().filter_map(|event| event.get("ORGANIZER")?.parameter("CN")));
    let style = Style {
        is_pretalx: head("PRODID").is_some_and(|maker| maker.contains("pretalx")),
        // An organiser who is the same for all events is the conference.
        speakers_organize: organizers.len() > 1,
        cancelled: head("METHOD").is_some_and(|method| method.eq_ignore_ascii_case("cancel")),
    };
    let series = Series::of(&events, &clock);
    for event in &events {
        series.add(event, &style, &mut draft);
    }
    drop(series);
    draft.finish(options)
}

/// What is the same for all events of a file.
struct Style {
    is_pretalx: bool,
    speakers_organize: bool,
    cancelled: bool,
}

/// How to interpret the times of a file.
struct Clock {
    /// The venue's time zone, if the file states a known one.
    main: Option<Zone>,
    /// Known zones by TZID.
    named: BTreeMap<String, Zone>,
    stated: BTreeMap<String, zones::Stated>,
}

impl Clock {
    /// Returns the zone of most events, or else that of the calendar, which can state it in four ways.
    fn of<'a>(events: &[&Component], zones: impl Iterator<Item = &'a Component>, head: impl Fn(&str) -> Option<String>) -> Clock {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let times = events.iter().flat_map(|event| ["DTSTART", "DTEND"].map(|name| event.get(name)));
        let ids = times.filter_map(|time| time?.parameter("TZID"));
        ids.for_each(|id| *counts.entry(id).or_default() += 1);
        let mut named: BTreeMap<String, Zone> = BTreeMap::new();
        named.extend(counts.keys().filter_map(|id| Some(((*id).to_owned(), zones::known(id)?))));
        let usual = counts.into_iter().max_by_key(|(_, count)| *count).and_then(|(id, _)| named.get(id).cloned());
        let calendars = ["X-WR-TIMEZONE", "TZID", "VTIMEZONE", "TIMEZONE-ID"]
            .into_iter()
            .filter_map(head)
            .find_map(|name| zones::known(&name));
        // Calendars that are stored in UTC state that here; it is not the venue's zone.
        let main = usual.or(calendars).filter(|zone| !zone.is_utc());
        let stated = zones.filter_map(zones::Stated::of).map(|zone| (zone.id.trim().to_owned(), zone));
        Clock { main, named, stated: stated.collect() }
    }

    fn when(&self, property: &Property) -> Option<When> {
        self.at(&property.value, property.parameter("TZID"))
    }

    /// Reads `20180818T130000`, with `Z` or an offset, or a date alone, in the zone with this id.
    fn at(&self, text: &str, zone: Option<&str>) -> Option<When> {
        let text = text.trim();
        let Some(date) = text.get(..8).filter(|date| !date.contains('-')).and_then(when::date) else {
            // With hyphens and colons, which the standard does not allow.
            return when::date_time(text).or_else(|| Some(When::local(when::date(text)?, 0)));
        };
        let Some(time) = text.get(8..).filter(|time| !time.is_empty()) else { return Some(When::local(date, 0)) };
        let digits = time.strip_prefix('T').or_else(|| time.strip_prefix('t'))?;
        // "T90000" is 9:00.
        let hour = if digits.bytes().take_while(u8::is_ascii_digit).count() == 5 { "0" } else { "" };
        let digits = format!("{hour}{digits}");
        let part = |from: usize| digits.get(from..from + 2)?.parse::<i64>().ok();
        let (hour, minute, second) = (part(0)?, part(2)?, part(4).unwrap_or(0));
        if hour > 24 || minute > 59 || second > 60 {
            return None;
        }
        let When::Local(seconds) = When::local(date, hour * 3600 + minute * 60 + second) else { return None };
        match digits.get(6..).unwrap_or_default() {
            "Z" | "z" => return Some(When::Utc(seconds)),
            offset if offset.starts_with(['+', '-']) => {
                return when::date_time(&format!("{date}T{hour:02}:{minute:02}:{second:02}{offset}"));
            }
            _ => {}
        }
        let Some(id) = zone else { return Some(When::Local(seconds)) };
        match (self.named.get(id), &self.main) {
            (Some(zone), Some(main)) if zone.name() == main.name() => Some(When::Local(seconds)),
            // UTC does not tell the venue's time of day, and neither does this.
            (Some(zone), _) if zone.is_utc() => Some(When::Utc(seconds)),
            (Some(zone), _) => zone.at_local(seconds).map(|local| When::Stated(local.moment)),
            (None, _) => {
                let stated = self.stated.get(id.trim());
                stated.map_or(Some(When::Local(seconds)), |zone| zone.at_local(seconds).map(When::Stated))
            }
        }
    }

    /// Returns seconds for comparing: after 1970-01-01T00:00:00Z, or in local time if the venue's zone is unknown.
    fn instant(&self, when: When) -> i64 {
        match when {
            When::Utc(unix) => unix,
            When::Stated(moment) => moment.unix(),
            When::Local(seconds) => {
                self.main.as_ref().and_then(|zone| zone.at_local(seconds)).map_or(seconds, |local| local.moment.unix())
            }
        }
    }
}

fn row(event: &Component, style: &Style, clock: &Clock) -> DraftRow {
    let mut title = event.text("SUMMARY").unwrap_or_default();
    let mut speakers = people(event, style);
    if style.is_pretalx && speakers.is_empty() {
        // pretalx writes "Title - Person, Person".
        if let Some((talk, people)) = title.rsplit_once(" - ").map(|(talk, people)| (talk.to_owned(), people.to_owned())) {
            speakers = people.split(", ").map(str::to_owned).collect();
            title = talk;
        }
    }
    let status = event.text("STATUS").unwrap_or_default();
    let html =
        || event.get("X-ALT-DESC").filter(|property| property.parameter("FMTTYPE").is_some_and(|kind| kind.contains("html")));
    let (about, shortened) = rich_text::blocks(&event.get("DESCRIPTION").or_else(html).map(Property::text).unwrap_or_default());
    let category = event.get("CATEGORIES").map(|list| list.value.split(',').next().unwrap_or_default().to_owned());
    let kind = category.as_deref().and_then(kind::known).unwrap_or_else(|| kind::of_title(&title, !speakers.is_empty()));
    let (start, end, day) = times(event, clock);
    DraftRow {
        hint: event.text("UID"),
        day,
        rooms: event.text("LOCATION").into_iter().collect(),
        track: category.filter(|category| kind::known(category).is_none()),
        kind,
        speakers,
        about,
        shortened,
        url: event.text("URL").map(|url| url.split_whitespace().collect()),
        cancelled: style.cancelled
            || status.trim().eq_ignore_ascii_case("cancelled")
            || status.trim().eq_ignore_ascii_case("canceled"),
        ..DraftRow::new(title, start, end)
    }
}

/// Returns the speakers. The format has no property for them; kielux uses ATTENDEE, moca ORGANIZER.
fn people(event: &Component, style: &Style) -> Vec<String> {
    let names = |name: &'static str| -> Vec<String> {
        event.all(name).filter_map(|person| person.parameter("CN").map(str::to_owned)).collect()
    };
    match names("ATTENDEE") {
        attendees if attendees.is_empty() && style.speakers_organize => names("ORGANIZER"),
        attendees => attendees,
    }
}

/// Returns start, end, and the day of an all-day event.
fn times(event: &Component, clock: &Clock) -> (Start, End, Option<Date>) {
    let Some(property) = event.get("DTSTART") else { return (Start::Missing, End::Missing, None) };
    let Some(start) = clock.when(property) else {
        return (Start::Unreadable(line::excerpt(&property.value)), End::Missing, None);
    };
    let whole_day = Some(property.value.trim()).filter(|text| text.len() == 8).and_then(when::date);
    let end = match (event.get("DTEND"), event.get("DURATION")) {
        (Some(end), _) => clock.when(end).map_or_else(|| End::Unreadable(line::excerpt(&end.value)), End::At),
        (None, Some(length)) => {
            when::duration(&length.value).map_or_else(|| End::Unreadable(line::excerpt(&length.value)), End::After)
        }
        (None, None) if whole_day.is_some() => End::After(1_440),
        (None, None) => End::Missing,
    };
    (Start::At(start), end, whole_day)
}

#[cfg(test)]
mod tests;
