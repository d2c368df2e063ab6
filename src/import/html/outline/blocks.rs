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

/// As many elements after the head of a block are looked at.
const MAX_SIBLINGS: usize = 1_000;

/// A block with what its talks have from it.
pub(super) struct Block {
    /// The line with its time.
    pub anchor: usize,
    /// The lines of all that is in it.
    lines: Range<usize>,
    pub title: String,
    rooms: Vec<String>,
    end: String,
    /// The lines with the times of its first talk and of its last one.
    first: usize,
    last: usize,
    /// What its head has in common with those of other blocks.
    look: Look,
}

/// The name and the first class of an element, and whether it is a row of one cell.
type Look = (String, Option<String>, bool);

/// Returns the blocks of a page.
pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let all = |fewest| (0..page.anchors.len()).filter_map(move |at| block(page, at, fewest));
    let surest: Vec<Block> = all(FEWEST_TALKS).collect();
    if surest.is_empty() {
        return surest;
    }
    // Beside blocks of several talks, one that looks the same may have a single one.
    all(1).filter(|block| surest.iter().any(|sure| sure.look == block.look)).collect()
}

/// Returns the block whose time this is: the times that follow in the same element, up to the next block, are within it.
fn block(page: &Page, at: usize, fewest: usize) -> Option<Block> {
    let anchor = page.anchors[at];
    let mark = page.marks[anchor].as_ref()?;
    let (from, to) = (when::clock(&mark.start)?, when::clock(&mark.end)?);
    let next = *page.anchors.get(at + 1)?;
    if to - from > LONGEST * 60 || page.marks[next].as_ref().and_then(|mark| when::clock(&mark.start)) < Some(from) {
        return None;
    }
    let is_around_next = |node: &usize| page.document.within(*node).contains(&page.lines[next].at);
    let element = page.document.around(page.lines[anchor].at).find(is_around_next).filter(|element| *element != 0)?;
    let head = child(page, element, anchor)?;
    // A cell with a time, and beside it one with all that is in it.
    let is_cell = page.document.nodes[head].is_one_of("td th") && mark.rest.is_empty() && within_one_line(page, head);
    let whole = || segments::within(page.lines, page.document.within(element));
    let lines = if is_cell { whole() } else { lines(page, element, head, at) };
    let talks: Vec<usize> = page.anchors[at + 1..].iter().copied().take_while(|talk| lines.contains(talk)).collect();
    let start = |talk: &usize| page.marks[*talk].as_ref().and_then(|mark| when::clock(&mark.start));
    let starts: Vec<i64> = talks.iter().map(start).collect::<Option<_>>()?;
    let are_within = starts.iter().all(|start| (from..to).contains(start)) && starts.is_sorted();
    // Where all look the same, a long session only comes before the others: an exhibition.
    let are_below =
        talks.iter().all(|talk| child(page, element, *talk).is_some_and(|child| look(page, child) != look(page, head)));
    let talks_in = child(page, element, next).filter(|inner| *inner != head).map(|inner| page.document.within(inner));
    let are_beside = is_cell && talks_in.is_some_and(|inner| talks.iter().all(|talk| inner.contains(&page.lines[*talk].at)));
    let is_titled = (lines.start..next).any(|line| page.is_heading(line))
        || page.document.nodes[element].is_one_of("li article details")
        || look(page, head).1;
    if talks.len() < fewest || !are_within || !(are_below && is_titled || are_beside) {
        return None;
    }
    let own = Record { anchor, lines: lines.start..next, node: element, is_flat: false };
    let Fields { mut title, mut rooms, .. } = fields::fields(page, &own);
    if let Some((named, _, room)) = fields::room_of_title(&title).filter(|_| rooms.is_empty()) {
        (title, rooms) = (named, vec![room]);
    }
    let ((name, class), is_row) = look(page, head);
    let look = (name.to_owned(), class.map(str::to_owned), is_row);
    Some(Block { anchor, lines, title, rooms, end: mark.end.clone(), first: *talks.first()?, last: *talks.last()?, look })
}

/// Whether an element has a single line.
fn within_one_line(page: &Page, node: usize) -> bool {
    segments::within(page.lines, page.document.within(node)).len() == 1
}

/// Returns the element in another one that a line is in.
fn child(page: &Page, element: usize, line: usize) -> Option<usize> {
    page.document.around(page.lines[line].at).take_while(|node| *node != element).last()
}

/// Returns what the heads of blocks have in common, and whether it is a row of one cell.
fn look<'p>(page: &'p Page, node: usize) -> ((&'p str, Option<&'p str>), bool) {
    let is_row = page.document.nodes[node].name == "tr";
    let cells = page.document.children(node).filter(|cell| page.document.nodes[*cell].is_one_of("td th"));
    (page.look(node), is_row && cells.take(2).count() == 1)
}

/// Returns the lines of a block: up to the head of the next one, or to the end of the element. What stands above the first head in an
/// element is of that block.
fn lines(page: &Page, element: usize, head: usize, at: usize) -> Range<usize> {
    let within = |node: usize| segments::within(page.lines, page.document.within(node));
    let all = within(element);
    let is_first = at.checked_sub(1).is_none_or(|before| !all.contains(&page.anchors[before]));
    let end = page.document.nodes[element].end;
    let after = |node: &usize| Some(page.document.nodes[*node].end).filter(|next| *next < end);
    let mut siblings = std::iter::successors(after(&head), after).take(MAX_SIBLINGS);
    let is_head = |node: &usize| look(page, *node) == look(page, head) && holds(page, &within(*node));
    let next = siblings.find(is_head).map_or(all.end, |next| within(next).start);
    let start = if is_first { all.start } else { within(head).start };
    // A day is no part of a block.
    let is_before = page.days.partition_point(|day| *day <= page.anchors[at]);
    let day = page.days[..is_before].last().map_or(start, |day| day + 1);
    start.max(day)..page.days.get(is_before).map_or(next, |day| next.min(*day))
}

/// Whether there is a time in lines.
fn holds(page: &Page, lines: &Range<usize>) -> bool {
    let first = page.anchors.partition_point(|anchor| *anchor < lines.start);
    page.anchors.get(first).is_some_and(|anchor| lines.contains(anchor))
}

impl Block {
    /// Returns the lines from its time to its first talk.
    pub fn head(&self) -> Range<usize> {
        self.anchor..self.first
    }

    /// Whether a session is the only talk of the block and was taken with all that the block says of itself.
    pub fn is_taken_by(&self, record: &Record) -> bool {
        self.anchor + 1 < self.first
            && record.anchor == self.last
            && self.first == self.last
            && record.lines.contains(&(self.anchor + 1))
    }

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
