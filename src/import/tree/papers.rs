//! Papers in sessions. Who sits in a session of papers may want to hear one of them, so those with a time of their own are sessions too, in
//! the room of the one around them. All others are what a session is about.

use super::super::draft::{End, Start};
use super::super::json::Json;
use super::super::line;
use super::times::{Times, clock_of};
use super::titles;
use super::walk::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Seconds since 1970 at which a session begins, and at which it ends if that is known.
type Span = (i64, Option<i64>);

/// What happens in sessions, by their records.
pub(super) type Contents = BTreeMap<*const Json, Vec<String>>;

/// Takes out of a list what only belongs to the sessions of another, and returns it. What stays and has no end goes on until the next, or
/// until the session around it ends.
pub(super) fn take_out(inner: &mut Vec<(Entry, Times)>, outer: &[(Entry, Times)], contents: &mut Contents) {
    let known: BTreeMap<*const Json, Span> =
        outer.iter().filter_map(|(entry, times)| Some((std::ptr::from_ref(entry.record), span(times)?))).collect();
    let around = |entry: &Entry| entry.records_around().find_map(|record| Some((record, *known.get(&record)?)));
    let mut starts: BTreeMap<*const Json, BTreeSet<i64>> = BTreeMap::new();
    for (entry, times) in inner.iter() {
        if let (Some((session, _)), Some((start, _))) = (around(entry), span(times)) {
            starts.entry(session).or_default().insert(start);
        }
    }
    inner.retain_mut(|(entry, times)| {
        let Some((session, whole)) = around(entry) else { return true };
        let next = |start: i64| starts.get(&session)?.range(start + 1..).next().copied();
        end_with(times, |start| next(start).or(whole.1));
        let is_own = is_part(times, whole);
        if !is_own {
            contents.entry(session).or_default().push(told(entry, times));
        }
        is_own
    });
}

/// Whether something has times of its own within a session and is not all of it.
fn is_part(times: &Times, whole: Span) -> bool {
    let is_within =
        |(start, end): Span| start >= whole.0 && whole.1.is_none_or(|last| start < last && end.is_none_or(|end| end <= last));
    times.is_own && span(times).is_some_and(|own| own != whole && is_within(own))
}

fn end_with(times: &mut Times, end: impl Fn(i64) -> Option<i64>) {
    if let (Some((start, None)), End::Missing) = (span(times), &times.end)
        && let Some(end) = end(start)
    {
        times.end = End::After((end - start) / 60);
    }
}

fn span(times: &Times) -> Option<Span> {
    let start = times.start.seconds()?;
    let end = match times.end {
        End::At(end) => Start::At(end).seconds(),
        End::After(minutes) => Some(start + minutes * 60),
        End::Unreadable(_) | End::Missing => None,
    };
    Some((start, end))
}

/// `10:00 Title`
fn told(entry: &Entry, times: &Times) -> String {
    let title = titles::title(entry.record).map(|(title, _)| line::excerpt(title)).unwrap_or_default();
    match times.start {
        Start::At(when) if times.is_own => {
            let minutes = clock_of(when) / 60;
            format!("{:02}:{:02} {title}", minutes / 60, minutes % 60)
        }
        _ => title,
    }
}
