//! The program as the list of a page: days, times, sessions.

use crate::messages::Messages;
use crate::program::{Date, Kind, Program, Session, SessionId};

/// A program day as a section of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct DaySection {
    /// The day.
    pub date: Date,
    /// Its heading, with the organiser's label where there is one.
    pub heading: String,
    /// Its starting times in order.
    pub slots: Vec<Slot>,
}

/// All sessions that start at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Distinguishes the slots of a program: its first second.
    pub start: i64,
    /// The time on the venue's clock, `13:00`.
    pub clock: String,
    /// Its sessions in program order.
    pub rows: Vec<Row>,
}

/// One session as a row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which session.
    pub id: SessionId,
    /// Its title.
    pub title: String,
    /// From when to when, `13:00–13:25`.
    pub when: String,
    /// Names of its rooms.
    pub rooms: String,
    /// Names of its speakers.
    pub speakers: String,
    /// Its track.
    pub track: Option<TrackMark>,
    /// Shown as not taking place.
    pub cancelled: bool,
    /// Shown wide, since it is for everybody.
    pub plenary: bool,
}

/// A track as a small mark and a name.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackMark {
    /// The organiser's name for it.
    pub name: String,
    /// Place in the palette of twelve, for tracks without a colour of their own.
    pub hue: usize,
}

/// Number of colours that tracks without their own take turns in.
const PALETTE: usize = 12;

/// The whole program, or those of its sessions that `shown` lets through; days and slots without any are left out.
pub fn timetable(program: &Program, messages: &Messages, shown: impl Fn(&Session) -> bool) -> Vec<DaySection> {
    let mut days: Vec<DaySection> = Vec::new();
    for session in program.sessions.iter().filter(|session| shown(session)) {
        // Sessions after midnight may come later than those of the next day, so days are put in where they belong.
        let at = days.partition_point(|day| day.date < session.day);
        if days.get(at).is_none_or(|day| day.date != session.day) {
            let heading = day_heading(program, session.day, messages);
            days.insert(at, DaySection { date: session.day, heading, slots: Vec::new() });
        }
        push(&mut days[at].slots, program, session, messages);
    }
    days
}

/// A day's date with the organiser's label behind it.
pub fn day_heading(program: &Program, date: Date, messages: &Messages) -> String {
    let label = program.days.iter().find(|day| day.date == date).and_then(|day| day.label.as_deref());
    match label {
        Some(label) => format!("{} · {label}", (messages.date)(date)),
        None => (messages.date)(date),
    }
}

fn push(slots: &mut Vec<Slot>, program: &Program, session: &Session, messages: &Messages) {
    let start = session.span.start;
    if slots.last().is_none_or(|slot| slot.start != start.unix()) {
        slots.push(Slot { start: start.unix(), clock: start.clock(), rows: Vec::new() });
    }
    let slot = slots.last_mut().expect("one was just pushed where there was none");
    slot.rows.push(row(program, session, messages));
}

/// A session as a row.
pub fn row(program: &Program, session: &Session, messages: &Messages) -> Row {
    Row {
        id: session.id.clone(),
        title: session.title.clone(),
        when: clock_range(session),
        rooms: program.room_names(session, messages.tag).join(", "),
        speakers: session.speakers.join(", "),
        track: track_mark(program, session),
        cancelled: session.cancelled,
        plenary: session.rooms.is_empty() || session.kind == Kind::Keynote,
    }
}

/// `13:00–13:25`, or only the start of a session without length.
pub fn clock_range(session: &Session) -> String {
    let (start, end) = (session.span.start, session.span.end);
    if start == end { start.clock() } else { format!("{}–{}", start.clock(), end.clock()) }
}

/// The session's track with its colour.
pub fn track_mark(program: &Program, session: &Session) -> Option<TrackMark> {
    let id = session.track.as_ref()?;
    let place = program.tracks.iter().position(|track| track.id == *id)?;
    Some(TrackMark { name: program.tracks[place].name.clone(), hue: place % PALETTE })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::wire::program_file;

    fn program() -> Program {
        program_file::read(
            r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}, {"date": "2018-08-19", "label": "Sprints"}],
            "rooms": [{"id": "2", "name": "Two"}, {"id": "1", "name": "One"}], "tracks": [{"id": "t", "name": "Web"}],
            "sessions": [
              {"id": "late", "title": "Late", "start": "2018-08-19T00:30:00+09:00", "end": "2018-08-19T01:00:00+09:00", "day": "2018-08-18"},
              {"id": "one", "title": "A", "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T13:25:00+09:00", "day": "2018-08-18", "rooms": ["1"]},
              {"id": "two", "title": "B", "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T13:40:00+09:00", "day": "2018-08-18", "rooms": ["2"], "track": "t"},
              {"id": "next", "title": "C", "start": "2018-08-19T10:00:00+09:00", "end": "2018-08-19T10:00:00+09:00", "day": "2018-08-19"}
            ]}"#,
        )
        .unwrap()
    }

    /// The list as text: a line for each day and slot.
    fn written(days: &[DaySection]) -> Vec<String> {
        let line =
            |slot: &Slot| format!("{} {}", slot.clock, slot.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>().join(" "));
        days.iter().flat_map(|day| std::iter::once(day.heading.clone()).chain(day.slots.iter().map(line))).collect()
    }

    #[test]
    fn a_session_after_midnight_stands_under_its_evening_and_rooms_keep_their_order() {
        let days = timetable(&program(), Language::English.messages(), |_| true);
        assert_eq!(written(&days), ["Sat 18 Aug", "13:00 two one", "00:30 late", "Sun 19 Aug · Sprints", "10:00 next"]);
        assert_eq!(days[0].slots[0].rows[0].when, "13:00–13:40");
        assert_eq!(days[1].slots[0].rows[0].when, "10:00");
    }

    #[test]
    fn days_and_slots_without_a_shown_session_are_left_out() {
        let days = timetable(&program(), Language::Korean.messages(), |session| session.id.as_str() == "one");
        assert_eq!(written(&days), ["8월 18일 (토)", "13:00 one"]);
    }
}
