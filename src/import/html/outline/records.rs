//! Which lines of a page belong to which time.

use super::super::super::tree;
use super::super::document::Document;
use super::marks::Mark;
use super::roles;
use super::segments::{self, Segment};
use crate::messages::column::Column;
use std::ops::Range;
use tree::Part;

/// The lines of one session.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// The line with the time.
    pub anchor: usize,
    pub lines: Range<usize>,
    /// The element around the lines; what is further out is not about this session alone.
    pub node: usize,
    /// Whether other sessions are beside it in the same element, so that a heading in it is no surer than the line of the time.
    pub is_flat: bool,
}

/// As many nodes after a text a list may be.
const NEAR: usize = 3;

/// Words in the classes of elements that are sessions.
const SESSIONS: [&str; 16] = [
    "session",
    "talk",
    "event",
    "item",
    "card",
    "slot",
    "presentation",
    "lecture",
    "program",
    "entry",
    "paper",
    "cell",
    "track",
    "vevent",
    "activity",
    "submission",
];

/// What is known of the lines of a page.
pub(super) struct Page<'a> {
    pub document: &'a Document,
    pub lines: &'a [Segment],
    /// The time in each line.
    pub marks: &'a [Option<Mark>],
    /// The lines with a time.
    pub anchors: &'a [usize],
    /// The lines that are headings of days.
    pub days: &'a [usize],
}

impl Page<'_> {
    /// Returns the sessions, in the order of their times on the page.
    pub fn records(&self) -> Vec<Record> {
        let starts: Vec<usize> = (0..self.anchors.len()).map(|at| self.beginning(at)).collect();
        let mut records = Vec::new();
        for (at, anchor) in self.anchors.iter().copied().enumerate() {
            let region = self.region(anchor);
            let whole = segments::within(self.lines, self.document.within(region));
            if self.has_content(whole.clone(), anchor) && whole.len() > 1 {
                self.split(Record { anchor, lines: whole, node: region, is_flat: false }, &mut records);
                continue;
            }
            let parent = self.document.nodes[region].parent;
            let outer = segments::within(self.lines, self.document.within(parent));
            let next_day = self.days.iter().copied().find(|day| *day > anchor).unwrap_or(self.lines.len());
            let next = starts.get(at + 1).copied().unwrap_or(self.lines.len()).min(next_day).min(outer.end).max(anchor + 1);
            let next = if next == outer.end { self.continued(parent, region, next).max(anchor + 1) } else { next };
            // With a title beside the time, a heading begins something else.
            let titled = self.says_more(anchor);
            let next = (anchor + 1..next).find(|line| titled && self.is_heading(*line)).unwrap_or(next);
            let lines = starts[at]..next;
            if self.has_content(lines.clone(), anchor) {
                self.split(Record { anchor, lines, node: parent, is_flat: true }, &mut records);
            }
        }
        records
    }

    /// Returns where the lines of the last time in an element end: what follows it may be anything, so only elements like those
    /// after earlier times belong to it.
    fn continued(&self, parent: usize, region: usize, end: usize) -> usize {
        let children: Vec<usize> = self.document.children(parent).collect();
        let at = children.iter().position(|child| self.document.within(*child).contains(&region)).unwrap_or(0);
        let look = |child: &usize| self.look(*child);
        let lines = |child: &usize| segments::within(self.lines, self.document.within(*child));
        let first = children.iter().position(|child| count(self.anchors, &lines(child)) > 0).unwrap_or(at);
        let known: Vec<_> = children[first..at].iter().filter(|child| !lines(child).is_empty()).map(look).collect();
        if known.is_empty() {
            return end;
        }
        let after = children[at + 1..].iter().filter(|child| !lines(child).is_empty());
        let last = after.take_while(|child| known.contains(&look(child))).last();
        last.map_or(lines(&children[at]).end, |child| lines(child).end)
    }

    /// Returns what elements of one kind have in common: their name and their first class.
    pub fn look(&self, node: usize) -> (&str, Option<&str>) {
        let node = &self.document.nodes[node];
        (&node.name, node.attribute("class").and_then(|class| class.split_whitespace().next()))
    }

    /// Returns the outermost element in which this is the only time.
    fn region(&self, anchor: usize) -> usize {
        let line = &self.lines[anchor];
        let is_dated = self.anchors.len() > 2 && self.days.len() * 10 >= self.anchors.len() * 7;
        let is_own = |node: &usize| {
            let within = segments::within(self.lines, self.document.within(*node));
            count(self.anchors, &within) == 1 && (is_dated || count(self.days, &within) == 0)
        };
        let start = if line.is_whole { line.node } else { line.at };
        self.document.around(start).take_while(|node| is_own(node) && *node != 0).last().unwrap_or(line.at)
    }

    /// Returns the first line of what belongs to a time: the title may stand above it.
    fn beginning(&self, at: usize) -> usize {
        let anchor = self.anchors[at];
        let Some(before) = anchor.checked_sub(1).filter(|before| !self.anchors.contains(before) && !self.days.contains(before))
        else {
            return anchor;
        };
        let parent = self.document.nodes[self.region(anchor)].parent;
        // What is in an element with another time belongs to that.
        let is_others = at.checked_sub(1).is_some_and(|at| {
            let region = self.region(self.anchors[at]);
            self.document.within(region).contains(&self.lines[before].at)
        });
        let is_beside = !is_others && self.document.within(parent).contains(&self.lines[before].at);
        let is_title = |line: usize| is_beside && self.lines.get(line).is_some_and(|_| self.is_heading(line));
        let level =
            |line: usize| self.document.around(self.lines[line].node).take(2).any(|node| self.document.nodes[node].is_heading());
        let has_own = self.says_more(anchor);
        if is_title(before) && !level(anchor) && !is_title(anchor + 1) && !has_own && !roles::is_room(&self.lines[before].text) {
            before
        } else {
            anchor
        }
    }

    /// Whether there is something like a title in the line of a time.
    fn says_more(&self, anchor: usize) -> bool {
        let is_more = |rest: &String| !roles::is_room(rest) && !roles::is_badge(rest) && !roles::is_person(rest);
        self.marks[anchor].as_ref().is_some_and(|mark| mark.rest.iter().any(is_more))
    }

    /// Whether a line is a heading or is called a title.
    pub fn is_heading(&self, line: usize) -> bool {
        let mut around = self.document.around(self.lines[line].node).take(3);
        around.any(|node| {
            self.document.nodes[node].is_heading() || roles::of_element(self.document, node) == Some(Part::Holds(Column::Title))
        })
    }

    fn has_content(&self, lines: Range<usize>, anchor: usize) -> bool {
        let mark = self.marks[anchor].as_ref();
        mark.is_some_and(|mark| mark.rest.iter().any(|rest| !roles::is_badge(rest)))
            || lines.filter(|line| *line != anchor).any(|line| !roles::is_badge(&self.lines[line].text))
    }

    /// Adds a record, or those that are at the same time in it.
    fn split(&self, record: Record, records: &mut Vec<Record>) {
        let mut around: Vec<usize> = record
            .lines
            .clone()
            .flat_map(|line| self.document.around(self.lines[line].node).take_while(|node| *node > record.node).take(8))
            .chain([record.node])
            .collect();
        around.sort_unstable();
        around.dedup();
        for node in around {
            let items: Vec<(usize, Range<usize>)> = self.items(node, &record).collect();
            if items.len() > 1 {
                records.extend(items.into_iter().map(|(node, lines)| Record {
                    anchor: record.anchor,
                    lines,
                    node,
                    is_flat: false,
                }));
                return;
            }
        }
        records.push(record);
    }

    /// Returns the children of an element that are sessions at the time of a record.
    fn items<'s>(&'s self, node: usize, record: &'s Record) -> impl Iterator<Item = (usize, Range<usize>)> + 's {
        let in_people = roles::of_node(self.document, node, record.node).is_some_and(|part| part != Part::Holds(Column::Track));
        // Those around the lines of the record: an element may have any number of others.
        let beside = self.document.nodes[node].parent;
        let child = move |line: usize| self.document.around(self.lines[line].at).take_while(|around| *around != node).last();
        let mut children: Vec<usize> = record.lines.clone().filter(|_| !in_people).filter_map(child).collect();
        children.retain(|child| self.document.nodes[*child].parent == node && !self.document.nodes[*child].name.is_empty());
        children.dedup();
        let children = children.into_iter();
        let lines = children.map(|child| (child, segments::within(self.lines, self.document.within(child))));
        let titled_outside = move |child: usize, range: &Range<usize>| {
            let is_in_line = record.anchor < range.start && self.says_more(record.anchor);
            let is_titled = self.is_heading(range.start);
            // The title of another session beside it is not the title around it.
            let of_another = |line: usize| {
                let other = self.document.around(self.lines[line].at).take_while(|around| *around != node).last();
                is_titled && other.is_some_and(|other| self.look(other) == self.look(child))
            };
            let mut before = (record.lines.start..range.start).filter(|line| *line != record.anchor);
            is_in_line
                || before.any(|line| {
                    self.is_heading(line) && !of_another(line) || self.lines[line].node == beside && self.titles_list(line)
                })
        };
        lines.filter(move |(child, lines)| {
            !lines.is_empty()
                && lines.start >= record.lines.start
                && lines.end <= record.lines.end
                && !lines.contains(&record.anchor)
                && self.is_item(*child, lines.clone(), titled_outside(*child, lines))
        })
    }

    /// Whether a line is a text with a list beside it, and may be the title of what is in it: `<b>10:00</b> Lightning talks <ul>…`.
    pub fn titles_list(&self, line: usize) -> bool {
        let Segment { text, node, at, .. } = &self.lines[line];
        let nodes = &self.document.nodes;
        let after = |before: &usize| Some(nodes[*before].end).filter(|next| *next < nodes[*node].end);
        let has_list = || std::iter::successors(after(at), after).take(NEAR).any(|next| nodes[next].is_one_of("ul ol"));
        // "Parallel sessions" is what the list is, and none of them.
        let lower = text.to_lowercase();
        let names_list = ["session", "sessions", "세션", "트랙", "track", "tracks"].iter().any(|word| lower.ends_with(word));
        !names_list && !roles::is_room(text) && !roles::is_badge(text) && !roles::is_person(text) && has_list()
    }

    fn is_item(&self, node: usize, lines: Range<usize>, is_titled_outside: bool) -> bool {
        let element = &self.document.nodes[node];
        let part = roles::of_element(self.document, node);
        if part.is_some() && part != Some(Part::Holds(Column::Track)) || element.is_heading() {
            return false;
        }
        let class = element.attribute("class").unwrap_or_default();
        let is_named = class.split_whitespace().any(|class| {
            let words = tree::words(class);
            words.last().is_some_and(|last| SESSIONS.contains(&last.trim_end_matches('s')))
        });
        let texts: Vec<&str> = lines.clone().map(|line| self.lines[line].text.as_str()).collect();
        let has_title = lines.clone().any(|line| self.is_heading(line));
        let has_room = texts.iter().any(|text| roles::is_room(text)) || roles::room_in_data(self.document, node).is_some();
        let is_list = element.is_one_of("li article");
        let by_person = texts.len() > 1 && !roles::is_person(texts[0]) && roles::is_person(texts[1]);
        match texts.len() {
            1 => {
                let is_name = roles::is_person(texts[0]) && !has_title;
                let is_title = !is_name && !roles::is_badge(texts[0]) && !roles::is_room(texts[0]);
                is_title && !is_titled_outside && (is_list || is_named)
            }
            _ => has_title || is_named || has_room || by_person || is_list && !is_titled_outside,
        }
    }
}

/// Returns how many of the sorted numbers are in the range.
fn count(numbers: &[usize], range: &Range<usize>) -> usize {
    numbers.partition_point(|number| *number < range.end) - numbers.partition_point(|number| *number < range.start)
}
