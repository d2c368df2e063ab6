//! Blocks of several talks: "Session 3: Compilers, 10:00–12:00, Room Turing" with the talks and their own times below.
//!
//! The talks are the sessions. They are in the room of their block unless they name another, and the last one ends with it.

use super::super::super::when;
use super::fields::{self, Fields};
use super::records::{Page, Record};
use super::segments;
use std::ops::Range;

/// A single time inside a longer one may be anything.
const FEWEST_TALKS: usize = 2;

/// Minutes. What takes longer is the day.
const LONGEST: i64 = 5 * 60;

/// A block with what its talks have from it.
pub(super) struct Block {
    /// The line with its time.
    pub anchor: usize,
    /// The lines of all that is in it.
    lines: Range<usize>,
    pub title: String,
    rooms: Vec<String>,
    end: String,
    /// The line with the time of its last talk.
    last: usize,
}

/// Returns the blocks of a page.
pub(super) fn blocks(page: &Page) -> Vec<Block> {
    (0..page.anchors.len()).filter_map(|at| block(page, at)).collect()
}

/// Returns the block whose time this is: an element begins with it, and the other times in that element are within it.
fn block(page: &Page, at: usize) -> Option<Block> {
    let anchor = page.anchors[at];
    let mark = page.marks[anchor].as_ref()?;
    let (from, to) = (when::clock(&mark.start)?, when::clock(&mark.end)?);
    let next = *page.anchors.get(at + 1)?;
    let is_around_next = |node: &usize| page.document.within(*node).contains(&page.lines[next].at);
    let element = page.document.around(page.lines[anchor].at).find(is_around_next).filter(|element| *element != 0)?;
    let lines = segments::within(page.lines, page.document.within(element));
    let is_first = at.checked_sub(1).is_none_or(|before| !lines.contains(&page.anchors[before]));
    let is_titled = (lines.start..next).any(|line| page.is_heading(line));
    if !is_first || !is_titled || to - from > LONGEST * 60 || page.days.iter().any(|day| lines.contains(day)) {
        return None;
    }
    let talks: Vec<usize> = page.anchors[at + 1..].iter().copied().take_while(|talk| lines.contains(talk)).collect();
    let start = |talk: &usize| page.marks[*talk].as_ref().and_then(|mark| when::clock(&mark.start));
    let starts: Vec<i64> = talks.iter().map(start).collect::<Option<_>>()?;
    let are_within = starts.iter().all(|start| (from..to).contains(start)) && starts.is_sorted();
    if talks.len() < FEWEST_TALKS || !are_within || !are_below(page, element, anchor, &talks) {
        return None;
    }
    let own = Record { anchor, lines: lines.start..next, node: element, is_flat: false };
    let Fields { title, rooms, .. } = fields::fields(page, &own);
    Some(Block { anchor, lines, title, rooms, end: mark.end.clone(), last: *talks.last()? })
}

/// Whether the times of the talks are in other elements than that of the block. Where all look the same, a long session only comes
/// before the others: an exhibition.
fn are_below(page: &Page, element: usize, anchor: usize, talks: &[usize]) -> bool {
    let child = |line: usize| page.document.around(page.lines[line].at).take_while(|node| *node != element).last();
    let look = |line: usize| child(line).map(|child| page.look(child));
    talks.iter().all(|talk| look(*talk) != look(anchor))
}

impl Block {
    /// Gives a session what it has from its block.
    pub fn complete(&self, anchor: usize, fields: &mut Fields) {
        if !self.lines.contains(&anchor) {
            return;
        }
        if fields.rooms.is_empty() {
            fields.rooms.clone_from(&self.rooms);
        }
        if anchor == self.last && fields.end.is_empty() {
            fields.end.clone_from(&self.end);
        }
        if !self.title.is_empty() {
            fields.about.insert(0, self.title.clone());
        }
    }
}
