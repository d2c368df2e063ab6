//! Timetables whose boxes say where they are in a grid: `grid-area: 4 / 2 / 6 / 3`, `grid-column: track-1; grid-row: time-0900 / time-1000`.

use super::super::table::{Fitness, Row, Table};
use super::boxes;
use super::document::Document;
use std::collections::BTreeMap;

/// More rows and columns have no timetable.
const MAX_ROWS: usize = 500;
const MAX_COLUMNS: usize = 40;

/// Fewer boxes are no timetable.
const FEWEST: usize = 6;

/// More boxes, and more elements in one, have no timetable.
const MAX_BOXES: usize = 5_000;
const MAX_NODES: usize = 200;

/// Where a box begins and where the next one does, down or across.
#[derive(Debug, Clone, Default)]
struct Extent {
    from: String,
    to: String,
}

/// The box of a grid.
struct Placed {
    node: usize,
    down: Extent,
    across: Extent,
}

/// Returns the grids whose boxes say where they are, if they are timetables, each with its element.
pub(super) fn tables(document: &Document) -> Vec<(usize, Table)> {
    let mut grids: BTreeMap<usize, Vec<Placed>> = BTreeMap::new();
    for placed in (0..document.nodes.len()).filter_map(|node| place_of(document, node)).take(MAX_BOXES) {
        grids.entry(document.nodes[placed.node].parent).or_default().push(placed);
    }
    let tables = grids.into_iter().filter_map(|(grid, boxes)| Some((grid, table(document, &boxes)?)));
    tables.filter(|(_, table)| Fitness::of(table).is_certain()).collect()
}

/// Reads the place of a box, if it has one.
fn place_of(document: &Document, node: usize) -> Option<Placed> {
    let styled = || placed(node, sides_of_style(document.attribute(node, "style")?));
    styled().or_else(|| placed(node, sides_of_classes(document.attribute(node, "class")?)))
}

/// The lines at which a box begins and ends: top, left, bottom, right.
type Sides = [String; 4];

/// Returns the sides that a style names.
fn sides_of_style(style: &str) -> Sides {
    let mut sides = Sides::default();
    for (name, value) in style.split(';').filter_map(|rule| rule.split_once(':')) {
        let values = value.split('/').map(|line| line.trim().to_lowercase());
        let at: &[usize] = match name.trim() {
            "grid-area" => &[0, 1, 2, 3],
            "grid-row" => &[0, 2],
            "grid-column" => &[1, 3],
            "grid-row-start" => &[0],
            "grid-column-start" => &[1],
            "grid-row-end" => &[2],
            "grid-column-end" => &[3],
            _ => &[],
        };
        at.iter().zip(values).for_each(|(at, value)| sides[*at] = value);
    }
    sides
}

/// Returns the sides that classes of Tailwind name: `row-start-2 col-start-3 col-span-2`.
fn sides_of_classes(classes: &str) -> Sides {
    let mut sides = Sides::default();
    for class in classes.split_whitespace() {
        let Some((name, value)) = class.rsplit_once('-') else { continue };
        let value = value.trim_matches(['[', ']']).to_lowercase();
        match name {
            "row-start" => sides[0] = value,
            "col-start" => sides[1] = value,
            "row-end" => sides[2] = value,
            "col-end" => sides[3] = value,
            "row-span" => sides[2] = format!("span {value}"),
            "col-span" => sides[3] = format!("span {value}"),
            _ => {}
        }
    }
    sides
}

fn placed(node: usize, [top, left, bottom, right]: Sides) -> Option<Placed> {
    // A single name is that of an area of the whole page.
    let is_place =
        !top.is_empty() && (!left.is_empty() || !bottom.is_empty() || top.contains(|letter: char| letter.is_ascii_digit()));
    is_place.then(|| Placed { node, down: Extent::new(&top, &bottom), across: Extent::new(&left, &right) })
}

impl Extent {
    fn new(from: &str, to: &str) -> Extent {
        let number = |text: &str| text.parse::<usize>().ok();
        let span = to.strip_prefix("span").and_then(|span| number(span.trim()));
        let to = span.zip(number(from)).map_or_else(|| to.to_owned(), |(span, from)| (from + span).to_string());
        Extent { from: from.trim_end_matches("-start").to_owned(), to }
    }
}

/// The lines of a grid at which boxes begin, in their order.
struct Lines(Vec<String>);

impl Lines {
    fn of<'p>(extents: impl Iterator<Item = &'p Extent>) -> Lines {
        let mut lines: Vec<String> = Vec::new();
        for extent in extents {
            if !lines.contains(&extent.from) && lines.len() <= MAX_ROWS {
                lines.push(extent.from.clone());
            }
        }
        // Lines without a number are names of rows, and what is in none stands before all.
        let number = |line: &String| line.chars().filter(char::is_ascii_digit).collect::<String>().parse::<u64>().ok();
        if lines.iter().filter(|line| number(line).is_none()).count() < 2 {
            lines.sort_by_key(number);
        }
        Lines(lines)
    }

    /// Returns the first row or column of a box, and how many it takes.
    fn place(&self, extent: &Extent) -> Option<(usize, usize)> {
        let from = self.0.iter().position(|line| *line == extent.from)?;
        let number = |line: &str| line.parse::<usize>().ok();
        let to = match number(&extent.to) {
            Some(end) => self.0.iter().position(|line| number(line).is_some_and(|line| line >= end)).unwrap_or(self.0.len()),
            None => {
                let last = extent.to.strip_suffix("-end").and_then(|last| self.0.iter().position(|line| line == last));
                let next = || self.0.iter().position(|line| *line == extent.to);
                last.map(|last| last + 1).or_else(next).unwrap_or(from + 1)
            }
        };
        Some((from, to.max(from + 1) - from))
    }
}

/// Returns a grid as a table; `None` if two boxes are at the same place.
fn table(document: &Document, boxes: &[Placed]) -> Option<Table> {
    let (rows, columns) =
        (Lines::of(boxes.iter().map(|placed| &placed.down)), Lines::of(boxes.iter().map(|placed| &placed.across)));
    if boxes.len() < FEWEST || rows.0.len() > MAX_ROWS || !(2..=MAX_COLUMNS).contains(&columns.0.len()) {
        return None;
    }
    let mut table = Table::default();
    let mut cells = vec![vec![String::new(); columns.0.len()]; rows.0.len()];
    for placed in boxes {
        let ((row, height), (column, width)) = (rows.place(&placed.down)?, columns.place(&placed.across)?);
        if document.within(placed.node).len() > MAX_NODES {
            return None;
        }
        let text = boxes::lines(document, placed.node).join("\n");
        if text.is_empty() {
            continue;
        }
        if !cells[row][column].is_empty() {
            return None;
        }
        cells[row][column] = text;
        if (height, width) != (1, 1) {
            table.spans.insert((row, column), (height, width));
        }
    }
    without_headings(&mut cells);
    table.rows = cells.into_iter().zip(1..).map(|(cells, number)| Row { line: number, number, cells, column: None }).collect();
    Some(table)
}

/// Leaves the names above the columns out of what is below them: narrow screens show them in each box.
fn without_headings(cells: &mut [Vec<String>]) {
    let Some((headings, below)) = cells.split_first_mut() else { return };
    for row in below {
        for (cell, heading) in row.iter_mut().zip(headings.iter()).filter(|(cell, _)| cell.contains('\n')) {
            *cell = cell.lines().filter(|line| line != heading).collect::<Vec<_>>().join("\n");
        }
    }
}
