//! `.ods`: `content.xml` of [OpenDocument 1.3](https://docs.oasis-open.org/office/OpenDocument/v1.3/), read like a page with tables, which
//! keeps merged cells.

use super::super::ImportError;
use super::super::limits::MAX_ROWS;
use super::super::table::{Book, MAX_COLUMNS, Tally};
use super::gather::Gatherer;
use super::numbers;
use crate::messages::import::Problem;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeSet;

/// The most elements, texts and attributes. The tree of them takes some hundred megabytes at most.
const MAX_NODES: u32 = 2_000_000;

const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const STYLE: &str = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

/// Returns the sheets that people see.
///
/// # Errors
///
/// A file that is damaged, or has more cells than any timetable.
pub(super) fn book(xml: &str) -> Result<Book, ImportError> {
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(xml, options).map_err(|_| Problem::Broken { line: None })?;
    let (mut book, mut tally) = (Book { are_sheets: true, ..Book::default() }, Tally::default());
    let hidden = hidden_styles(&document);
    let is_shown = |table: &Node| table.attribute((TABLE, "style-name")).is_none_or(|style| !hidden.contains(style));
    for table in document.descendants().filter(|node| is(*node, "table")).filter(is_shown) {
        let mut gatherer = Gatherer::default();
        let mut number = 0;
        for row in table.descendants().filter(|node| is(*node, "table-row")) {
            let repeated = count(row, "number-rows-repeated");
            // Empty rows up to the end of the sheet are one row that is repeated. A session is not.
            let has_text = row.children().any(|cell| !text(cell).is_empty());
            let copies = if has_text { repeated.min(MAX_ROWS) } else { 0 };
            for copy in 0..copies {
                put_row(row, number + copy, &mut gatherer, &mut tally)?;
            }
            number += repeated;
        }
        gatherer.finish(table.attribute((TABLE, "name")).unwrap_or_default().to_owned(), &mut book);
    }
    Ok(book)
}

/// Returns the names of the styles of hidden sheets.
fn hidden_styles<'a>(document: &'a Document) -> BTreeSet<&'a str> {
    let is_hidden =
        |node: &Node| node.tag_name().name() == "table-properties" && node.attribute((TABLE, "display")) == Some("false");
    let styles = document.descendants().filter(is_hidden).filter_map(|node| node.parent());
    styles.filter_map(|style| style.attribute((STYLE, "name"))).collect()
}

fn put_row(row: Node, number: usize, gatherer: &mut Gatherer, tally: &mut Tally) -> Result<(), ImportError> {
    let mut column = 0;
    for cell in row.children().filter(Node::is_element) {
        let repeated = count(cell, "number-columns-repeated");
        let text = text(cell);
        if !text.is_empty() {
            for copy in 0..repeated.min(MAX_COLUMNS) {
                gatherer.put(number, column + copy, text.clone(), tally)?;
            }
            gatherer.merge(number, column, count(cell, "number-rows-spanned"), count(cell, "number-columns-spanned"));
        }
        column = column.saturating_add(repeated).min(MAX_COLUMNS);
    }
    Ok(())
}

/// Returns the number in an attribute that is one if it is left out.
fn count(node: Node, name: &str) -> usize {
    node.attribute((TABLE, name)).and_then(|text| text.parse().ok()).filter(|count| (1..=1 << 21).contains(count)).unwrap_or(1)
}

fn is(node: Node, name: &str) -> bool {
    node.tag_name().name() == name && node.tag_name().namespace() == Some(TABLE)
}

/// Returns the value of a cell as it would be typed.
fn text(cell: Node) -> String {
    let value = |name: &str| cell.attribute((OFFICE, name));
    if !is(cell, "table-cell") {
        return String::new();
    }
    match (value("date-value"), value("time-value"), value("value-type"), value("value")) {
        (Some(date), ..) => date.get(..16).unwrap_or(date).replace('T', " ").replace(" 00:00", ""),
        (_, Some(time), ..) => numbers::iso_length(time),
        // A number as it is shown may be rounded, but a percentage or a price is no part of a timetable.
        (_, _, Some("float"), Some(number)) => number.to_owned(),
        _ => {
            let lines = cell.children().filter(|child| child.tag_name().name() == "p").map(shown);
            lines.collect::<Vec<_>>().join("\n").trim().to_owned()
        }
    }
}

/// Returns the text of a paragraph with its line breaks.
fn shown(paragraph: Node) -> String {
    let parts = paragraph.descendants().map(|node| match node.tag_name().name() {
        "line-break" => "\n",
        "s" | "tab" => " ",
        _ if node.is_text() => node.text().unwrap_or_default(),
        _ => "",
    });
    parts.collect()
}
