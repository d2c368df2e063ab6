//! Headings, and which lines each of them is above: of a day, of a room.
//!
//! A heading is about what follows it, up to the next one of its kind. The labels of tabs follow each other with nothing between; each is
//! about the panel that it names, or the panel at the same place.

use super::super::document::Document;
use super::segments::{self, Segment};
use std::ops::Range;

/// Attributes of a tab that name its panel.
const NAMES_PANEL: [&str; 8] =
    ["href", "aria-controls", "data-target", "data-bs-target", "data-tab", "data-id", "data-day", "data-href"];

/// Attributes of a panel by which it is named.
const NAMED: [&str; 6] = ["id", "data-tab", "data-id", "data-day", "data-content", "data-tab-content"];

/// A heading with the lines below it.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    /// The index of the heading among the lines.
    pub heading: usize,
    pub lines: Range<usize>,
    /// Whether it is the label of a tab. A heading in its panel is surer.
    is_tab: bool,
}

/// Returns which lines each of the headings is above. `anchors` are the lines that a heading may be above.
///
/// Where neither tells, the last label of a row may be a heading, as of a day whose other names stand before it; one of a row of rooms
/// is none: `is_row` if labels may be the columns of a grid.
pub(super) fn scopes(document: &Document, lines: &[Segment], headings: &[usize], anchors: &[usize], is_row: bool) -> Vec<Scope> {
    let holds = |range: &Range<usize>| {
        let first = anchors.partition_point(|anchor| *anchor < range.start);
        anchors.get(first).is_some_and(|anchor| *anchor < range.end)
    };
    let mut found: Vec<Scope> = Vec::new();
    let mut tabs: Vec<usize> = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        let next = headings.get(at + 1).copied().unwrap_or(lines.len());
        let outer = outermost(document, lines, headings, *heading);
        let end = segments::within(lines, document.within(outer)).end.min(next);
        // What stands in the line itself counts, too.
        let range = *heading..end.max(heading + 1);
        if holds(&range) {
            // Of a row of tabs the last one is followed by all panels.
            found.extend(panels(document, lines, &mut tabs, &anchors_from(anchors, *heading), *heading, &range).unwrap_or_else(
                || {
                    let is_column = is_row && tabs.last().is_some_and(|last| adjacent(document, lines, *last, *heading));
                    tabs.clear();
                    if is_column { Vec::new() } else { vec![Scope { heading: *heading, lines: range.clone(), is_tab: false }] }
                },
            ));
        } else {
            tabs.push(*heading);
            found.extend(named_panel(document, lines, *heading).filter(|scope| holds(&scope.lines)));
            if next == lines.len() || !adjacent(document, lines, *heading, next) {
                let rest = *heading..lines.len();
                let last = tabs.pop().unwrap_or(*heading);
                let row: Vec<usize> = tabs.iter().copied().chain([last]).collect();
                let shown = || row.iter().copied().filter(|tab| is_active(document, lines[*tab].node));
                let by_order = panels(document, lines, &mut tabs, &anchors_from(anchors, last), last, &rest);
                // Only the panel of one tab may be in the page.
                found.extend(by_order.unwrap_or_else(|| {
                    let only = shown().next().filter(|_| shown().count() == 1 && row.len() > 1);
                    only.map(|heading| Scope { heading, lines: last..lines.len(), is_tab: true }).into_iter().collect()
                }));
                tabs.clear();
            }
        }
    }
    found
}

/// Returns the heading of a line: the nearest before it whose lines it is among.
pub(super) fn heading_of(scopes: &[Scope], line: usize) -> Option<usize> {
    let above = scopes.iter().filter(|scope| scope.lines.contains(&line));
    above.min_by_key(|scope| (scope.is_tab, scope.lines.len())).map(|scope| scope.heading)
}

fn anchors_from(anchors: &[usize], line: usize) -> Vec<usize> {
    anchors[anchors.partition_point(|anchor| *anchor < line)..].to_vec()
}

/// Returns the element around the outermost one that holds this heading and no other.
fn outermost(document: &Document, lines: &[Segment], headings: &[usize], heading: usize) -> usize {
    let holds_others = |node: &usize| {
        let within = segments::within(lines, document.within(*node));
        let first = headings.partition_point(|other| *other < within.start);
        headings[first..].iter().take(2).filter(|other| **other < within.end).count() > 1
    };
    document.around(lines[heading].node).find(holds_others).unwrap_or(0)
}

/// Whether two headings are labels of one row of tabs: they are in elements beside each other.
fn adjacent(document: &Document, lines: &[Segment], heading: usize, next: usize) -> bool {
    let is_heading = |line: usize| document.around(lines[line].node).take(2).any(|node| document.nodes[node].is_heading());
    next <= heading + 3 && is_heading(heading) == is_heading(next) && {
        let around: Vec<usize> = document.around(lines[heading].node).take(5).collect();
        document.around(lines[next].node).take(5).any(|node| around.contains(&node))
    }
}

/// Whether a tab is the one whose panel is shown.
fn is_active(document: &Document, tab: usize) -> bool {
    document.around(tab).take(3).any(|node| {
        let node = &document.nodes[node];
        let class = node.attribute("class").unwrap_or_default();
        class
            .split_whitespace()
            .any(|class| matches!(class, "active" | "selected" | "current" | "on" | "is-active" | "iron-selected"))
            || ["aria-selected", "aria-current"].iter().any(|name| node.attribute(name).is_some_and(|value| value != "false"))
    })
}

/// Returns the lines of the panel that a tab names.
fn named_panel(document: &Document, lines: &[Segment], tab: usize) -> Option<Scope> {
    let around: Vec<usize> = document.around(lines[tab].node).take(3).collect();
    let names = || {
        around
            .iter()
            .flat_map(|node| NAMES_PANEL.iter().filter_map(|name| document.attribute(*node, name)))
            .filter_map(|name| name.rsplit(['#', '/']).next())
            .map(|name| name.trim_start_matches('.'))
            .filter(|name| !name.is_empty())
    };
    let own_id = around.iter().find_map(|node| document.attribute(*node, "id"));
    let is_panel = |node: &usize| {
        let node = &document.nodes[*node];
        NAMED.iter().filter_map(|name| node.attribute(name)).any(|id| names().any(|name| name == id))
            || own_id.is_some() && node.attribute("aria-labelledby") == own_id
    };
    let panel = (0..document.nodes.len()).filter(|node| !around.contains(node)).find(is_panel)?;
    let range = segments::within(lines, document.within(panel));
    (range.len() > 1).then_some(Scope { heading: tab, lines: range, is_tab: true })
}

/// Returns the panels of a row of tabs, of which `last` is the last one, if there are as many with lines that matter.
fn panels(
    document: &Document,
    lines: &[Segment],
    tabs: &mut Vec<usize>,
    anchors: &[usize],
    last: usize,
    range: &Range<usize>,
) -> Option<Vec<Scope>> {
    let count = tabs.len() + 1;
    if tabs.is_empty()
        || !tabs.windows(2).all(|pair| adjacent(document, lines, pair[0], pair[1]))
        || !adjacent(document, lines, tabs[tabs.len() - 1], last)
    {
        return None;
    }
    // The elements around the first line that matters, each with those beside it.
    let first = anchors.iter().find(|anchor| range.contains(anchor))?;
    let holds = |node: &usize| {
        let within = segments::within(lines, document.within(*node));
        let first = anchors.partition_point(|anchor| *anchor < within.start);
        anchors.get(first).is_some_and(|anchor| *anchor < within.end)
    };
    let rows = document.around(lines[*first].node).map(|parent| document.children(parent).filter(holds).collect::<Vec<_>>());
    // Sessions may be as many as tabs, but are no panels.
    let has_several = |row: &Vec<usize>| {
        let within = |node: &usize| segments::within(lines, document.within(*node));
        row.iter().any(|node| anchors.iter().filter(|anchor| within(node).contains(anchor)).count() > 1)
    };
    let row = rows.filter(|row| row.len() == count).filter(has_several).last()?;
    let headings = tabs.iter().copied().chain([last]);
    let scopes = headings
        .zip(row)
        .map(|(heading, panel)| Scope { heading, lines: segments::within(lines, document.within(panel)), is_tab: true })
        .collect();
    tabs.clear();
    Some(scopes)
}
