//! A plan or a program as an iCalendar file (RFC 5545), which every phone's calendar opens.
//!
//! Times are in UTC. A zone's rules are not known here, and a zone without its rules is read differently: of python-icalendar 7, vobject
//! 0.9, ical.js 2 (Thunderbird) and node-ical 0.26, all four read UTC alike, also on the night of a time change; ical.js takes a
//! bare `TZID` for a floating time, and node-ical does so for a zone that is only defined in the file. Calendars show UTC in the zone of the
//! phone, which is the venue's for those who are there; `X-WR-TIMEZONE` names it for subscriptions.
//!
//! Every entry keeps its UID over versions of the program, so importing the file again moves the events.

mod alarm;
mod earlier;
mod lines;

pub use alarm::Alarm;

use crate::plan::{Entry, EntryId, OF_PLAN, OF_PROGRAM, Plan, Priority, Source, Standing, entries, plain, ways_to};
use crate::program::{Moment, Program, Session, Span, link, plain_text};
use earlier::{Earlier, Revision, event};
use lines::{Lines, utc};

/// The most characters of a description. Google refuses more than 8,192.
const MAX_DESCRIPTION: usize = 4_000;

/// How a calendar file is made.
#[derive(Debug, Clone, Copy)]
pub struct CalendarOptions<'a> {
    /// The present moment.
    pub stamp: Moment,
    /// A language tag such as `ko`, which selects the names of rooms.
    pub language: &'a str,
    /// The address of the app, with a slash at its end: sessions without a page of their own are linked to theirs in the app.
    pub address: Option<&'a str>,
    /// When to ring.
    pub alarm: Option<Alarm>,
    /// The minutes between rooms if the program does not state them.
    pub walking: i64,
    /// The file that was made before, if it is known: what has changed since gets a higher number, and what was removed from the
    /// plan is cancelled.
    pub earlier: Option<&'a str>,
}

impl<'a> CalendarOptions<'a> {
    /// Options without alarms, links into the app and an earlier file.
    pub fn new(stamp: Moment, language: &'a str) -> CalendarOptions<'a> {
        CalendarOptions { stamp, language, address: None, alarm: None, walking: 0, earlier: None }
    }
}

/// Returns the calendar file of a plan.
///
/// A cancelled or removed session is written as a cancelled event, so that a calendar that already has it strikes it out.
pub fn calendar(plan: &Plan, program: &Program, options: &CalendarOptions<'_>) -> String {
    let mut earlier = Earlier::read(options.earlier.unwrap_or_default(), &program.id);
    let mut lines = head(OF_PLAN, &program.title, program);
    let entries = entries(plan, program, options.language);
    let ways = ways_to(&entries, program, options.walking);
    for (entry, way) in entries.iter().zip(ways) {
        let (uid, content) = (entry.id.uid(&program.id), of_entry(entry, way, plan, program, options));
        let revision = earlier.revise(&uid, &content, least_sequence(&entry.id, plan, program), options.stamp);
        lines.text += &event(&uid, revision, options.stamp, &content);
    }
    for (uid, content) in earlier.taken_out() {
        let revision = earlier.revise(&uid, &content, 0, options.stamp);
        lines.text += &event(&uid, revision, options.stamp, &content);
    }
    lines.add("END", "VCALENDAR");
    lines.text
}

/// Returns a calendar of sessions of a program, for subscribing to. `name` is shown by calendars.
pub fn program_calendar<'s>(
    sessions: impl IntoIterator<Item = &'s Session>,
    name: &str,
    program: &Program,
    options: &CalendarOptions<'_>,
) -> String {
    let mut lines = head(OF_PROGRAM, name, program);
    // RFC 7986, 5.7, and what Outlook and older calendars read in its place: how often to look again.
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    lines.add("X-PUBLISHED-TTL", "PT1H");
    for session in sessions {
        let content = of_session(session, program, options);
        // A subscription replaces all events at once, so none needs a number.
        let revision = Revision { sequence: 0, modified: options.stamp };
        lines.text += &event(&EntryId::Pick(session.id.clone()).uid(&program.id), revision, options.stamp, &content);
    }
    lines.add("END", "VCALENDAR");
    lines.text
}

fn head(maker: &str, name: &str, program: &Program) -> Lines {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", maker);
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    // RFC 7986, 5.1, and what calendars read in its place.
    lines.add_text("NAME", name);
    lines.add_text("X-WR-CALNAME", name);
    // An offset is no name of a zone.
    if program.time_zone.contains(char::is_alphabetic) {
        lines.add_text("X-WR-TIMEZONE", &program.time_zone);
    }
    lines
}

/// Returns the least number of an entry: it grows with every edit of its record, and with a change that was not confirmed yet.
fn least_sequence(id: &EntryId, plan: &Plan, program: &Program) -> u32 {
    let (edit, has_news) = match id {
        EntryId::Pick(id) => plan.picks.get(id).map_or((0, false), |record| (record.edit, record.value.has_news(program))),
        EntryId::Own(id) => (plan.own.get(id).map_or(0, |record| record.edit), false),
    };
    // The number is a signed one of 32 bits (RFC 5545, 3.3.8).
    u32::try_from(edit.saturating_mul(2)).map_or(i32::MAX as u32 - 1, |edit| edit.min(i32::MAX as u32 - 1)) + u32::from(has_news)
}

/// What an event says.
struct Content<'a> {
    span: Span,
    title: &'a str,
    place: String,
    about: String,
    url: Option<String>,
    priority: Option<Priority>,
    takes_place: bool,
    /// Minutes before it.
    alarm: Option<i64>,
}

fn of_entry(entry: &Entry, way: i64, plan: &Plan, program: &Program, options: &CalendarOptions<'_>) -> String {
    let session = match &entry.id {
        EntryId::Pick(id) => program.session(id),
        EntryId::Own(_) => None,
    };
    let note = || plan.own.get(entry.id.as_str()).and_then(|record| record.value.note.clone()).unwrap_or_default();
    // Own entries and what is no longer in the program are not said to be at the venue.
    let venue = program.venue.as_ref().filter(|_| entry.source == Source::Program);
    Content {
        span: entry.span,
        title: &entry.title,
        place: entry.rooms.iter().chain(venue).cloned().collect::<Vec<_>>().join(", "),
        // Not the abstract, which the page has not loaded; the link leads to it.
        about: if entry.source == Source::Own { note() } else { entry.speakers.join(", ") },
        url: session.and_then(|session| address(session, options)),
        priority: entry.priority,
        takes_place: entry.standing == Standing::Planned,
        alarm: options.alarm.filter(|_| entry.takes_place()).map(|alarm| alarm.before(way)),
    }
    .written()
}

fn of_session(session: &Session, program: &Program, options: &CalendarOptions<'_>) -> String {
    let rooms = program.room_names(session, options.language);
    Content {
        span: session.span,
        title: &session.title,
        place: rooms.iter().chain(&program.venue).cloned().collect::<Vec<_>>().join(", "),
        about: about(session),
        url: address(session, options),
        priority: None,
        takes_place: !session.cancelled,
        alarm: None,
    }
    .written()
}

/// The speakers, and below them the abstract.
fn about(session: &Session) -> String {
    let parts = [session.speakers.join(", "), plain_text(&session.about).trim().to_owned()];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let whole = parts.join("\n\n");
    match whole.char_indices().nth(MAX_DESCRIPTION) {
        Some((end, _)) => format!("{}…", &whole[..end]),
        None => whole,
    }
}

/// The session's own page, or else that in the app.
fn address(session: &Session, options: &CalendarOptions<'_>) -> Option<String> {
    let own = session.url.clone().filter(|url| link::is_web(url));
    own.or_else(|| Some(format!("{}session/{}", options.address?, plain(session.id.as_str()))))
}

impl Content<'_> {
    /// Returns the lines of the event, without those that name it and say how new it is.
    fn written(&self) -> String {
        let mut lines = Lines::default();
        lines.add("DTSTART", &utc(self.span.start));
        // An end at the start is against the standard (RFC 5545, 3.8.2.2); without one the event has no length.
        if self.span.end > self.span.start {
            lines.add("DTEND", &utc(self.span.end));
        }
        lines.add_text("SUMMARY", self.title);
        lines.add_text("LOCATION", &self.place);
        lines.add_text("DESCRIPTION", &self.about);
        if let Some(url) = &self.url {
            lines.add("URL", url);
        }
        // RFC 5545, 3.8.1.9: 1 is the highest, 9 the lowest.
        match self.priority {
            Some(Priority::Must) => lines.add("PRIORITY", "1"),
            Some(Priority::Maybe) => lines.add("PRIORITY", "9"),
            None => {}
        }
        lines.add("STATUS", if self.takes_place { "CONFIRMED" } else { "CANCELLED" });
        if let Some(minutes) = self.alarm {
            lines.add("BEGIN", "VALARM");
            lines.add("ACTION", "DISPLAY");
            lines.add_text("DESCRIPTION", self.title);
            lines.add("TRIGGER", &format!("-PT{minutes}M"));
            lines.add("END", "VALARM");
        }
        lines.text
    }
}

#[cfg(test)]
mod tests;
