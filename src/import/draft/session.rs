//! Converting a row to a session.

use super::super::gate::web_link;
use super::super::limits::{MAX_LINE, MAX_SPEAKERS};
use super::super::notes::Notes;
use super::super::rich_text;
use super::super::when::When;
use super::super::zone::{Local, Zone};
use super::names::{Names, short};
use super::{DraftRow, End, Start, clean};
use crate::messages::import::{Place, Remark};
use crate::program::cancelled;
use crate::program::line;
use crate::program::{Moment, RoomId, Session, SessionId, Span};
use std::collections::BTreeSet;

/// Converts a row to a session, whose id is not unique yet. If it has no valid time, adds a warning and returns `None`.
pub(super) fn session(row: DraftRow, zone: &Zone, names: &mut Names, notes: &mut Notes) -> Option<Session> {
    let (title, cancelled) = title(&row.title);
    let place =
        Place { line: row.line, title: Some(line::excerpt(&title)).filter(|title| !title.is_empty()), ..Place::default() };
    let start_place = || Place { cell: row.start_cell.clone(), ..place.clone() };
    let start = start(&row.start, zone).map_err(|remark| notes.add(start_place(), remark)).ok()?;
    let speakers = row.speakers.iter().take(MAX_SPEAKERS).map(|name| line::clean(&rich_text::characters(name), MAX_LINE).text);
    let speakers: Vec<String> = speakers.filter(|name| !name.is_empty()).collect();
    let title = filled(title, &speakers, row.track.as_deref(), &place, notes);
    if start.false_offset {
        notes.false_offsets.push(line::excerpt(&title));
    }
    let start = start.local;
    if !start.exact {
        notes.add(place.clone(), Remark::OddTime { assumed: start.moment.to_string() });
    }
    if row.shortened || title.ends_with('…') && title.chars().count() > MAX_LINE {
        notes.shortened.push(line::excerpt(&title));
    }
    let end = end(&row, start.moment, zone, &title, &place, notes);
    let day = row.day.unwrap_or_else(|| start.moment.program_day());
    let mut rooms: Vec<RoomId> = row.rooms.iter().filter_map(|room| names.room(room)).collect();
    let mut seen = BTreeSet::new();
    rooms.retain(|room| seen.insert(room.clone()));
    Some(Session {
        id: SessionId::new(clean(row.id).map(|id| short(&id)).unwrap_or_default()),
        title,
        subtitle: clean(row.subtitle.map(|subtitle| rich_text::characters(&subtitle).into_owned())),
        span: Span { start: start.moment, end },
        day,
        rooms,
        track: row.track.and_then(|track| names.track(&track)),
        kind: row.kind,
        language: clean(row.language),
        level: clean(row.level),
        speakers,
        about: row.about,
        url: web_link(row.url, &place, notes),
        cancelled: row.cancelled || cancelled,
    })
}

/// Returns the title without its mark of a cancelled session, and whether it had one.
fn title(text: &str) -> (String, bool) {
    // The text may be as long as the file, so only the part that can become a title is examined.
    let text = &text[..text.floor_char_boundary(16 * MAX_LINE)];
    let title = line::clean(&rich_text::characters(text), MAX_LINE).text;
    match cancelled::without_mark(&title) {
        Some(rest) if !rest.is_empty() => (rest.to_owned(), true),
        Some(_) => (title, true),
        None => (title, false),
    }
}

/// A session without a title is kept; it is named after its speakers or its track.
fn filled(title: String, speakers: &[String], track: Option<&str>, place: &Place, notes: &mut Notes) -> String {
    if !title.is_empty() {
        return title;
    }
    let track = track.map(|track| line::clean(track, MAX_LINE).text).filter(|track| !track.is_empty());
    let shown = Some(speakers.join(", ")).filter(|names| !names.is_empty()).or(track).unwrap_or_else(|| "–".to_owned());
    notes.add(place.clone(), Remark::NoTitle { shown: shown.clone() });
    shown
}

/// The interpreted start.
struct Begin {
    local: Local,
    /// Whether the offset is not the venue's, so that the time of day was used instead.
    false_offset: bool,
}

fn start(start: &Start, zone: &Zone) -> Result<Begin, Remark> {
    match start {
        Start::At(when) => plain(*when, zone),
        Start::Checked { moment, clock } => {
            let stated = zone.at(moment.unix()).ok_or_else(|| Remark::NotAStart(moment.to_string()))?;
            let wall = moment.unix() + i64::from(moment.offset());
            let shows = |seconds: i64| seconds.rem_euclid(86_400) == clock.rem_euclid(86_400);
            // 36C3 added +00:00 to 35 of its local times.
            let is_false = moment.offset() == 0 && !shows(stated.unix() + i64::from(stated.offset())) && shows(wall);
            match zone.at_local(wall).filter(|_| is_false) {
                Some(local) => Ok(Begin { local, false_offset: true }),
                None => Ok(Begin { local: Local { moment: stated, exact: true }, false_offset: false }),
            }
        }
        Start::Unreadable(text) => Err(Remark::NotAStart(text.clone())),
        Start::Ambiguous(text, readings) => Err(Remark::AmbiguousDate { text: text.clone(), readings: *readings }),
        Start::Missing => Err(Remark::NoStart),
    }
}

fn plain(when: When, zone: &Zone) -> Result<Begin, Remark> {
    let local = at(when, zone).ok_or_else(|| Remark::NotAStart(format!("{when:?}")))?;
    Ok(Begin { local, false_offset: false })
}

fn at(when: When, zone: &Zone) -> Option<Local> {
    match when {
        When::Local(seconds) => zone.at_local(seconds),
        When::Stated(moment) => Some(Local { moment: zone.at(moment.unix())?, exact: true }),
        When::Utc(unix) => Some(Local { moment: zone.at(unix)?, exact: true }),
    }
}

/// Returns the end, or the start if there is no usable end, because a guess would look like the organiser's statement.
fn end(row: &DraftRow, start: Moment, zone: &Zone, title: &str, place: &Place, notes: &mut Notes) -> Moment {
    let end = match &row.end {
        End::At(when) => at(*when, zone).map(|local| local.moment),
        End::After(minutes) => start.plus_minutes(*minutes).and_then(|end| zone.at(end.unix())),
        End::Unreadable(text) => {
            notes.add(Place { cell: row.end_cell.clone(), ..place.clone() }, Remark::NotAnEnd(text.clone()));
            return start;
        }
        End::Missing => {
            notes.endless.push(line::excerpt(title));
            return start;
        }
    };
    match end {
        Some(end) if end >= start => end,
        _ => {
            notes.add(place.clone(), Remark::EndsBeforeStart);
            start
        }
    }
}
