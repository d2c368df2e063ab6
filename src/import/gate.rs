//! The gate: the rules for every program, whatever its source.
//!
//! Each importer, including that of our own format, ends here, and so does everything that reads a program file which others
//! may have written. A program that has passed is safe to store, to show and to pass on: a single-line text is one line, a
//! link leads to the web, a session has a possible length, and nothing exceeds the [`limits`](super::limits).

mod abstracts;

use super::limits::{
    MAX_ALIAS_NAMES, MAX_ALIASES, MAX_BYTES, MAX_DAYS, MAX_ID, MAX_LANGUAGES, MAX_LINE, MAX_LINK, MAX_MINUTES, MAX_ROOMS,
    MAX_SESSION_ROOMS, MAX_SESSIONS, MAX_SPEAKERS, MAX_TRACKS, MAX_WALK_MINUTES, MAX_WALK_ROOMS, MAX_WALKS, YEARS,
};
use super::notes::Notes;
use super::{ImportError, Imported};
use crate::messages::import::{Part, Place, Problem, Remark};
use crate::program::{Date, Day, Kind, Program, Room, Session, Track, Walk, alias, line, link};
use crate::wire::program_file;
use std::collections::{BTreeMap, BTreeSet};

/// Applies the rules to a program, with a warning for everything that was left out or changed. A program that has passed once
/// passes again unchanged.
///
/// # Errors
///
/// Too many of something, an invalid id, or no session that can be shown.
pub fn admit(mut program: Program) -> Result<Imported, ImportError> {
    refuse_too_many(&program)?;
    refuse_odd_ids(&program)?;
    let mut notes = Notes::default();
    clean_names(&mut program, &mut notes);
    program.sessions.retain_mut(|session| is_possible(session, &mut notes));
    if program.sessions.is_empty() {
        return Err(notes.no_sessions());
    }
    program.sessions.iter_mut().for_each(|session| clean_session(session, &mut notes));
    set_days(&mut program);
    clean_walking(&mut program, &mut notes);
    clean_aliases(&mut program, &mut notes);
    program.sort();
    refuse_too_long(&program)?;
    Ok(Imported::new(program, notes.finish()))
}

fn refuse_too_many(program: &Program) -> Result<(), ImportError> {
    let mut dates = BTreeSet::new();
    dates.extend(program.days.iter().map(|day| day.date));
    let parts = [
        (Part::Sessions, program.sessions.len(), MAX_SESSIONS),
        (Part::Days, dates.len(), MAX_DAYS),
        (Part::Rooms, program.rooms.len(), MAX_ROOMS),
        (Part::Tracks, program.tracks.len(), MAX_TRACKS),
    ];
    match parts.into_iter().find(|(_, count, limit)| count > limit) {
        Some((part, count, limit)) => Err(Problem::TooMany { part, count, limit }.into()),
        None => Ok(()),
    }
}

/// Ids are compared, stored and put into addresses unchanged, so an invalid one is not repaired: it would be another id.
fn refuse_odd_ids(program: &Program) -> Result<(), ImportError> {
    let rooms = program.rooms.iter().map(|room| room.id.as_str());
    let tracks = program.tracks.iter().map(|track| track.id.as_str());
    let sessions = program.sessions.iter().map(|session| session.id.as_str());
    let is_odd = |id: &&str| id.trim().is_empty() || id.len() > MAX_ID || !id.chars().all(line::is_printable);
    match std::iter::once(program.id.as_str()).chain(rooms).chain(tracks).chain(sessions).find(is_odd) {
        Some(id) => Err(Problem::OddId { id: line::excerpt(id), limit: MAX_ID }.into()),
        None => Ok(()),
    }
}

/// Ensures that what is read can be written, and what is written can be read again.
fn refuse_too_long(program: &Program) -> Result<(), ImportError> {
    match program_file::write(program).len() {
        bytes if bytes > MAX_BYTES => Err(Problem::TooLarge { bytes, limit: MAX_BYTES }.into()),
        _ => Ok(()),
    }
}

fn clean_names(program: &mut Program, notes: &mut Notes) {
    let Program { title, subtitle, url, venue, version, time_zone, days, rooms, tracks, .. } = program;
    let mut cut = Cut::default();
    [title, version, time_zone].into_iter().for_each(|text| cut.line(text));
    [subtitle, venue].into_iter().for_each(|text| cut.maybe(text));
    *url = web_link(url.take(), &Place::default(), notes);
    days.iter_mut().for_each(|day| cut.maybe(&mut day.label));
    for Room { name, names, .. } in rooms {
        cut.line(name);
        let known = std::mem::take(names).into_iter().take(MAX_LANGUAGES);
        names.extend(known.map(|(language, name)| (line::clean(&language, MAX_LINE).text, cut.cleaned(&name))));
    }
    tracks.iter_mut().for_each(|Track { name, .. }| cut.line(name));
    notes.shortened.extend(cut.is_shorter.then(|| line::excerpt(&program.title)));
    if program.title.is_empty() {
        program.title = program.id.to_string();
        notes.add(Place::default(), Remark::NoProgramTitle { assumed: program.title.clone() });
    }
}

/// Whether the session is in a plausible year. A session that is too long loses its end.
fn is_possible(session: &mut Session, notes: &mut Notes) -> bool {
    let place = place(session);
    let start = session.span.start;
    if !YEARS.contains(&start.date().year()) {
        notes.add(place, Remark::ImpossibleYear { start: start.date().to_string(), first: *YEARS.start(), last: *YEARS.end() });
        return false;
    }
    if session.span.minutes() > MAX_MINUTES {
        notes.add(place, Remark::TooLong { hours: session.span.minutes() / 60, limit: MAX_MINUTES / 60 });
        session.span.end = start;
    }
    true
}

fn clean_session(session: &mut Session, notes: &mut Notes) {
    let place = place(session);
    let mut cut = Cut::default();
    cut.line(&mut session.title);
    let Session { subtitle, language, level, .. } = session;
    [subtitle, language, level].into_iter().for_each(|text| cut.maybe(text));
    if let Kind::Other(word) = &mut session.kind {
        cut.line(word);
    }
    let left_out = session.speakers.len().saturating_sub(MAX_SPEAKERS) + session.rooms.len().saturating_sub(MAX_SESSION_ROOMS);
    session.speakers.truncate(MAX_SPEAKERS);
    session.speakers.iter_mut().for_each(|name| cut.line(name));
    session.speakers.retain(|name| !name.is_empty());
    session.rooms.truncate(MAX_SESSION_ROOMS);
    let mut seen = BTreeSet::new();
    session.rooms.retain(|room| seen.insert(room.clone()));
    let (about, is_shorter) = abstracts::clean(std::mem::take(&mut session.about));
    session.about = about;
    session.url = web_link(session.url.take(), &place, notes);
    if session.title.is_empty() {
        session.title = "–".to_owned();
        notes.add(Place::default(), Remark::NoTitle { shown: session.title.clone() });
    }
    if left_out > 0 {
        notes.add(place, Remark::ListCut { left_out });
    }
    notes.shortened.extend((cut.is_shorter || is_shorter).then(|| line::excerpt(&session.title)));
    if !is_near(session.day, session.span.start.date()) {
        session.day = session.span.start.program_day();
        notes.moved.push(line::excerpt(&session.title));
    }
}

/// Whether the start is on the program day or on the next date.
pub(super) fn is_near(day: Date, start: Date) -> bool {
    (0..=1).contains(&(start.days_since_epoch() - day.days_since_epoch()))
}

/// Lists each day once and in order: those with sessions, and those that the program lists in addition.
fn set_days(program: &mut Program) {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    for day in std::mem::take(&mut program.days) {
        if YEARS.contains(&day.date.year()) {
            days.entry(day.date).or_insert(day);
        }
    }
    for session in &program.sessions {
        days.entry(session.day).or_insert(Day { date: session.day, label: None });
    }
    program.days = days.into_values().collect();
}

/// Removes repeated walking times. The first row counts, so the last rows are the first to be dropped.
pub(super) fn clean_walking(program: &mut Program, notes: &mut Notes) {
    let mut seen = BTreeSet::new();
    program.walking.retain_mut(|Walk { from, to, minutes }| {
        if *minutes > MAX_WALK_MINUTES {
            notes.add(Place::default(), Remark::TooFar { minutes: *minutes, limit: MAX_WALK_MINUTES });
            return false;
        }
        [&mut *from, &mut *to].into_iter().for_each(|rooms| rooms.truncate(MAX_WALK_ROOMS));
        let is_said = [&*from, &*to].into_iter().flatten().all(|room| room.as_str().chars().all(line::is_printable));
        is_said && seen.insert((from.clone(), to.clone(), *minutes))
    });
    let left_out = program.walking.len().saturating_sub(MAX_WALKS);
    if left_out > 0 {
        program.walking.truncate(MAX_WALKS);
        notes.add(Place::default(), Remark::WalksCut { taken: MAX_WALKS, left_out });
    }
}

/// Removes names that are empty or repeated, lines of fewer than two names, which say nothing, and lines that are too long.
fn clean_aliases(program: &mut Program, notes: &mut Notes) {
    program.aliases.retain_mut(|names| {
        *names = line::clean(names, 2 * MAX_LINE).text;
        let mut distinct: Vec<&str> = Vec::new();
        for name in alias::names(names).take(MAX_ALIAS_NAMES) {
            distinct.extend(Some(name).filter(|name| !distinct.contains(name)));
        }
        let is_said = distinct.len() > 1;
        *names = distinct.join(" = ");
        is_said && names.chars().count() <= MAX_LINE
    });
    let left_out = program.aliases.len().saturating_sub(MAX_ALIASES);
    if left_out > 0 {
        program.aliases.truncate(MAX_ALIASES);
        notes.add(Place::default(), Remark::AliasesCut { taken: MAX_ALIASES, left_out });
    }
}

/// Returns the address if it leads to the web, with blanks escaped as in browsers.
pub(super) fn web_link(url: Option<String>, place: &Place, notes: &mut Notes) -> Option<String> {
    let url = url?.trim().replace(' ', "%20");
    if url.is_empty() {
        return None;
    }
    if url.len() > MAX_LINK || !link::is_web(&url) {
        notes.add(place.clone(), Remark::UnsafeLink(line::excerpt(&url)));
        return None;
    }
    Some(url)
}

fn place(session: &Session) -> Place {
    Place { line: None, title: Some(line::excerpt(&session.title)).filter(|title| !title.is_empty()), ..Place::default() }
}

/// Cleans single-line texts and records whether one of them was cut.
#[derive(Default)]
struct Cut {
    is_shorter: bool,
}

impl Cut {
    fn line(&mut self, text: &mut String) {
        *text = self.cleaned(text);
    }

    /// Removes the text if it is empty.
    fn maybe(&mut self, text: &mut Option<String>) {
        *text = text.take().map(|text| self.cleaned(&text)).filter(|text| !text.is_empty());
    }

    fn cleaned(&mut self, text: &str) -> String {
        // A text that was cut before ends with one more character.
        let line = line::clean(text, MAX_LINE + 1);
        self.is_shorter |= line.shortened;
        if line.shortened { line::clean(text, MAX_LINE).text } else { line.text }
    }
}

#[cfg(test)]
mod tests;
