//! The properties of sessions that are numbers, a column for each.

use super::numbers::{self, Numbers};
use crate::program::{Date, Kind, Moment, Program, RoomId, Session, Span};

/// Kinds by their numbers; any other kind has the next number, and its word is in the text.
const KINDS: [Kind; 6] = [Kind::Talk, Kind::Keynote, Kind::Workshop, Kind::Lightning, Kind::Social, Kind::Break];

/// Added to the number of a kind if the session was cancelled.
const CANCELLED: u64 = 8;

/// The columns of all sessions.
pub(super) struct Columns {
    pub spans: Vec<Span>,
    pub days: Vec<Date>,
    /// `None` if the word is in the text.
    pub kinds: Vec<Option<Kind>>,
    pub cancelled: Vec<bool>,
    /// Indices of tracks.
    pub tracks: Vec<Option<usize>>,
    /// Indices of rooms.
    pub rooms: Vec<Vec<usize>>,
}

pub(super) fn write(program: &Program) -> Vec<u8> {
    let sessions = &program.sessions;
    let base = sessions.first().map_or(0, |session| session.span.start.unix());
    let unit = unit(program, base);
    let mut bytes = Vec::new();
    numbers::write(&mut bytes, unit as u64);
    numbers::write_signed(&mut bytes, base);
    numbers::write(&mut bytes, sessions.len() as u64);
    let mut before = base;
    for session in sessions {
        let start = session.span.start.unix();
        numbers::write_signed(&mut bytes, (start - before) / unit);
        before = start;
    }
    for Session { span, .. } in sessions {
        numbers::write(&mut bytes, ((span.end.unix() - span.start.unix()) / unit) as u64);
    }
    let mut before = 0;
    for offset in sessions.iter().flat_map(|session| [session.span.start.offset(), session.span.end.offset()]) {
        numbers::write_signed(&mut bytes, i64::from(offset - before));
        before = offset;
    }
    for Session { day, span, .. } in sessions {
        numbers::write_signed(&mut bytes, span.start.date().days_since_epoch() - day.days_since_epoch());
    }
    sessions.iter().for_each(|session| numbers::write(&mut bytes, kind_number(session)));
    for track in sessions.iter().map(|session| session.track.as_ref()) {
        let index = track.and_then(|track| program.tracks.index_of(track.as_str()));
        numbers::write(&mut bytes, index.map_or(0, |index| index as u64 + 1));
    }
    sessions.iter().for_each(|session| write_rooms(&mut bytes, &session.rooms, program));
    bytes
}

fn write_rooms(bytes: &mut Vec<u8>, rooms: &[RoomId], program: &Program) {
    let indices: Vec<usize> = rooms.iter().filter_map(|room| program.rooms.index_of(room.as_str())).collect();
    numbers::write(bytes, indices.len() as u64);
    indices.iter().for_each(|index| numbers::write(bytes, *index as u64));
}

fn kind_number(session: &Session) -> u64 {
    let kind = KINDS.iter().position(|kind| *kind == session.kind).unwrap_or(KINDS.len()) as u64;
    if session.cancelled { kind + CANCELLED } else { kind }
}

/// The largest number of seconds that all times are multiples of: five minutes at most conferences, so a time is one byte.
fn unit(program: &Program, base: i64) -> i64 {
    let ends = program.sessions.iter().flat_map(|session| [session.span.start, session.span.end]);
    ends.map(|moment| (moment.unix() - base).abs()).fold(0, greatest_common_divisor).max(1)
}

fn greatest_common_divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { greatest_common_divisor(other, one % other) }
}

/// Reads the columns, and returns them with the bytes after them.
pub(super) fn read(bytes: &[u8]) -> Option<(Columns, &[u8])> {
    let mut numbers = Numbers(bytes);
    let (unit, base) = (i64::try_from(numbers.next()?).ok()?, numbers.signed()?);
    // Each session has several bytes.
    let count = numbers.below(bytes.len())?;
    let (starts, lengths) = (numbers.signed_column(count)?, numbers.column(count)?);
    let offsets = numbers.signed_column(2 * count)?;
    let spans = spans(base, unit, &starts, &lengths, &offsets)?;
    let days = spans.iter().zip(numbers.signed_column(count)?).map(|(span, back)| day(span.start.date(), back));
    let days = days.collect::<Option<_>>()?;
    let kinds = numbers.column(count)?;
    let tracks = numbers.column(count)?.into_iter().map(|track| (track as usize).checked_sub(1)).collect();
    let rooms = (0..count).map(|_| read_rooms(&mut numbers)).collect::<Option<_>>()?;
    let columns = Columns {
        cancelled: kinds.iter().map(|kind| *kind >= CANCELLED).collect(),
        kinds: kinds.iter().map(|kind| KINDS.get((kind % CANCELLED) as usize).cloned()).collect(),
        spans,
        days,
        tracks,
        rooms,
    };
    Some((columns, numbers.0))
}

fn read_rooms(numbers: &mut Numbers<'_>) -> Option<Vec<usize>> {
    let count = numbers.below(numbers.0.len().max(1))?;
    (0..count).map(|_| numbers.below(usize::MAX)).collect()
}

fn spans(base: i64, unit: i64, starts: &[i64], lengths: &[u64], offsets: &[i64]) -> Option<Vec<Span>> {
    let (mut unix, mut offset) = (base, 0_i64);
    let mut spans = Vec::with_capacity(starts.len());
    for ((start, length), steps) in starts.iter().zip(lengths).zip(offsets.chunks(2)) {
        unix = unix.checked_add(start.checked_mul(unit)?)?;
        let end = unix.checked_add(i64::try_from(*length).ok()?.checked_mul(unit)?)?;
        let mut moment = |unix: i64, step: i64| {
            offset = offset.checked_add(step)?;
            Moment::new(unix, i32::try_from(offset).ok()?)
        };
        let start = moment(unix, *steps.first()?)?;
        spans.push(Span::new(start, moment(end, *steps.last()?)?)?);
    }
    Some(spans)
}

/// The program day so many days before a date. Nobody's day is weeks away from it.
fn day(date: Date, back: i64) -> Option<Date> {
    let days = date.days_since_epoch().checked_sub(Some(back).filter(|back| back.abs() < 400)?)?;
    let possible = Date::new(2, 1, 1)?.days_since_epoch()..Date::new(9998, 1, 1)?.days_since_epoch();
    possible.contains(&days).then(|| Date::from_days_since_epoch(days))
}
