//! Tables that are made of other elements: `role="row"`, or boxes in rows of equally many.

use super::super::table::{Fitness, Row, Table};
use super::document::Document;

/// More rows and cells have no timetable.
const MAX_ROWS: usize = 2_000;
const MAX_CELLS: usize = 60;

/// Fewer rows may be anything.
const FEWEST_ROWS: usize = 3;

/// Returns the tables that say themselves what their columns are, each with its element.
pub(super) fn tables(document: &Document) -> Vec<(usize, Table)> {
    let mut found: Vec<(usize, Table)> = Vec::new();
    for at in 1..document.nodes.len() {
        let is_inside = found.last().is_some_and(|(known, _)| document.within(*known).contains(&at));
        if is_inside || document.nodes[at].name.is_empty() || document.nodes[at].is_one_of("table tbody thead tr ul ol") {
            continue;
        }
        let table = rows(document, at).map(|rows| table(document, &rows)).filter(|table| Fitness::of(table).is_certain());
        found.extend(table.map(|table| (at, table)));
    }
    found
}

/// Returns the rows of an element if it has rows of cells.
fn rows(document: &Document, element: usize) -> Option<Vec<Vec<usize>>> {
    let node = &document.nodes[element];
    if node.attribute("role").is_some_and(|role| matches!(role, "table" | "grid")) {
        let is_row = |at: &usize| document.attribute(*at, "role") == Some("row");
        return Some(document.within(element).filter(is_row).take(MAX_ROWS).map(|row| cells(document, row)).collect());
    }
    let rows: Vec<Vec<usize>> = elements(document, element).take(MAX_ROWS).map(|row| cells(document, row)).collect();
    let width = rows.first().map_or(0, Vec::len);
    let are_rows =
        rows.iter().all(|row| row.len() <= width) && rows.iter().filter(|row| row.len() == width).count() * 2 >= rows.len();
    (rows.len() >= FEWEST_ROWS && (3..=MAX_CELLS).contains(&width) && are_rows).then_some(rows)
}

fn elements(document: &Document, parent: usize) -> impl Iterator<Item = usize> {
    document.children(parent).filter(|child| {
        let node = &document.nodes[*child];
        !node.name.is_empty() && !node.is_raw() && !node.is_one_of("br hr")
    })
}

/// Returns the cells of a row, which may be in an element around them.
fn cells(document: &Document, row: usize) -> Vec<usize> {
    let mut cells: Vec<usize> = elements(document, row).take(MAX_CELLS + 1).collect();
    while let [only] = cells.as_slice() {
        let inner: Vec<usize> = elements(document, *only).take(MAX_CELLS + 1).collect();
        if inner.is_empty() {
            break;
        }
        cells = inner;
    }
    cells
}

fn table(document: &Document, rows: &[Vec<usize>]) -> Table {
    let text = |cell: &usize| lines(document, *cell).join("\n");
    let rows = rows.iter().zip(1..).map(|(row, number)| {
        let cells = row.iter().map(text).collect();
        Row { line: number, number, cells, column: None }
    });
    Table { rows: rows.collect(), ..Table::default() }
}

/// Returns the texts of a cell, one for each element.
pub(super) fn lines(document: &Document, cell: usize) -> Vec<String> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for at in document.within(cell) {
        let node = &document.nodes[at];
        let text = node.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() || document.around(at).any(|around| document.nodes[around].is_raw()) {
            continue;
        }
        // Times of two elements are a range.
        match lines.last_mut() {
            Some((parent, line)) if *parent == node.parent => *line = format!("{line} {text}"),
            _ => lines.push((node.parent, text)),
        }
    }
    lines.into_iter().map(|(_, text)| text).collect()
}
