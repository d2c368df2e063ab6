//! The program as a list: days, times, sessions.

use super::outline::Stretch;
use crate::messages::Messages;
use crate::program::{Date, Kind, Program, Session, SessionId};

/// All sessions that start at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// The time at the venue: `13:00–13:25` if all its sessions end together, else `13:00`.
    pub clock: String,
    /// Its sessions in program order.
    pub rows: Vec<Row>,
}

/// One session as a row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its id.
    pub id: SessionId,
    /// Its title.
    pub title: String,
    /// Start and end, `13:00–13:25`; in a slot only what its heading does not say.
    pub when: String,
    /// Names of its rooms.
    pub rooms: String,
    /// Names of its speakers.
    pub speakers: String,
    /// Its track.
    pub track: Option<TrackMark>,
    /// Whether it is cancelled.
    pub cancelled: bool,
    /// Whether it is for everybody and shown over the whole width.
    pub plenary: bool,
}

/// A track as a coloured mark with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackMark {
    /// The organiser's name for it.
    pub name: String,
    /// Index in the palette of twelve, for tracks without a colour.
    pub hue: usize,
}

/// The number of colours for tracks without a colour.
const PALETTE: usize = 12;

/// Returns the slots of a stretch with the rows of their sessions.
pub fn slots(program: &Program, stretch: &Stretch, messages: &Messages) -> Vec<Slot> {
    let slot = |indices: &Vec<usize>| {
        let first = &program.sessions[indices[0]];
        let mut rows: Vec<Row> = indices.iter().map(|index| row(program, &program.sessions[*index], messages)).collect();
        let ends_together = rows.iter().all(|row| row.when == rows[0].when);
        let clock = if ends_together { rows[0].when.clone() } else { first.span.start.clock() };
        for row in &mut rows {
            // The start is the same in all of them.
            row.when = if ends_together { String::new() } else { row.when.split_off(first.span.start.clock().len()) };
        }
        Slot { clock, rows }
    };
    stretch.iter().filter(|indices| !indices.is_empty()).map(slot).collect()
}

/// Returns a day's date with its year, followed by the organiser's label.
pub fn day_heading(program: &Program, date: Date, messages: &Messages) -> String {
    day_text(program, date, true, messages)
}

/// Returns the same without the year, for a choice among days.
pub fn day_name(program: &Program, date: Date, messages: &Messages) -> String {
    day_text(program, date, false, messages)
}

/// Returns either of both.
pub fn day_text(program: &Program, date: Date, has_year: bool, messages: &Messages) -> String {
    let said = if has_year { (messages.date_with_year)(date) } else { (messages.date)(date) };
    let label = program.days.iter().find(|day| day.date == date).and_then(|day| day.label.as_deref());
    match label {
        Some(label) => format!("{said} · {label}"),
        None => said,
    }
}

/// Returns a session as a row.
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

/// Returns `13:00–13:25`, or only the start of a session without length.
pub fn clock_range(session: &Session) -> String {
    let (start, end) = (session.span.start, session.span.end);
    if start == end { start.clock() } else { format!("{}–{}", start.clock(), end.clock()) }
}

/// Returns the session's track with its colour.
pub fn track_mark(program: &Program, session: &Session) -> Option<TrackMark> {
    let id = session.track.as_ref()?;
    let index = program.tracks.index_of(id.as_str())?;
    Some(TrackMark { name: program.tracks[index].name.clone(), hue: index % PALETTE })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::present::SessionSet;
    use crate::present::outline::{Outline, OutlineDay};
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

    /// Returns the list as text: a line for each day and slot, with what each row says of its time.
    fn written(program: &Program, language: Language, shown: Option<&SessionSet>) -> Vec<String> {
        let messages = language.messages();
        let row = |row: &Row| format!("{}{}", row.id, row.when);
        let line = |slot: Slot| format!("{} {}", slot.clock, slot.rows.iter().map(row).collect::<Vec<_>>().join(" "));
        let day = |day: OutlineDay| {
            let lines = day.stretches.iter().flat_map(|stretch| slots(program, stretch, messages)).map(line);
            std::iter::once(day_heading(program, day.date, messages)).chain(lines).collect::<Vec<_>>()
        };
        Outline::new(program, shown).days.into_iter().flat_map(day).collect()
    }

    #[test]
    fn a_session_after_midnight_belongs_to_the_day_before_and_rooms_keep_their_order() {
        let program = program();
        let list = written(&program, Language::English, None);
        assert_eq!(
            list,
            ["Sat 18 Aug 2018", "13:00 two–13:40 one–13:25", "00:30–01:00 late", "Sun 19 Aug 2018 · Sprints", "10:00 next",]
        );
        let when = |id: &str| clock_range(program.session(&SessionId::new(id)).unwrap());
        assert_eq!((when("two").as_str(), when("next").as_str()), ("13:00–13:40", "10:00"));
    }

    #[test]
    fn days_and_slots_without_a_shown_session_are_left_out() {
        let program = program();
        let one = program.sessions.iter().position(|session| session.id.as_str() == "one");
        let shown = SessionSet::of(program.sessions.len(), one);
        assert_eq!(written(&program, Language::Korean, Some(&shown)), ["2018년 8월 18일 (토)", "13:00–13:25 one"]);
    }
}
