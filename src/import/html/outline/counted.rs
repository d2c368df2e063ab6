//! Days of a conference of several days whose lists say none: as many lists as days, of which each begins anew.

use super::super::super::when;
use super::dates;
use super::places::Read;
use super::records::Page;
use std::ops::Range;

/// Fewer sessions are no day.
const FEWEST: usize = 2;

/// Puts the days into sessions of which none has one, and returns whether it did.
pub(super) fn put(page: &Page, sessions: &mut [Read]) -> bool {
    if sessions.iter().any(|session| session.fields.day.is_some() || session.fields.start.len() > 6) {
        return false;
    }
    let Some(days) = dates::span(page.document, page.lines) else { return false };
    let lists = lists(sessions);
    let are_days = lists.len() == days.len()
        && lists.iter().all(|list| list.len() >= FEWEST)
        && lists.windows(2).all(|pair| follows(page, sessions, &pair[0], &pair[1]));
    if are_days {
        for (list, day) in lists.into_iter().zip(days) {
            for session in &mut sessions[list] {
                session.fields.day = Some(day.to_string());
                session.fields.is_day_above = true;
            }
        }
    }
    are_days
}

/// Returns the sessions up to each whose time is before that of the one above it.
fn lists(sessions: &[Read]) -> Vec<Range<usize>> {
    let start = |at: usize| when::clock(&sessions[at].fields.start);
    let first = (1..sessions.len()).filter(|at| start(*at) < start(at - 1));
    let mut bounds: Vec<usize> = [0].into_iter().chain(first).collect();
    bounds.push(sessions.len());
    bounds.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Whether nothing stands between two lists that may say what the second one is of.
fn follows(page: &Page, sessions: &[Read], above: &Range<usize>, below: &Range<usize>) -> bool {
    let (last, first) = (&sessions[above.end - 1].record.lines, &sessions[below.start].record);
    let begins = first.lines.start.min(first.anchor);
    let parent = |line: usize| page.document.nodes[page.lines[line].node].parent;
    last.end == begins && last.len() <= sessions[above.start].record.lines.len() + 1 && parent(last.start) != parent(begins)
}
