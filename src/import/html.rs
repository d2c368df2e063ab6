//! Web pages with a table of sessions, with a grid of times and rooms, or with classes that name the parts of sessions.

mod boxes;
mod choice;
mod document;
mod events;
mod framed;
mod leads;
mod outline;
mod placed;
mod scripts;
mod sources;
mod spans;
mod tables;

use super::head::Head;
use super::json::Json;
use super::table::{self, Book, Fitness, Table};
use super::{ImportError, Imported, Importer, Options, Warning, encoding, line, look_alike, tree};
use crate::messages::import::{LookAlike, Place, Problem, Remark};
use document::Document;
use outline::Lines;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// A table of so many rows with a header is no part of a layout.
const MANY: usize = 1_000;

/// As many blocks of talks are named.
const MAX_BLOCKS: usize = 3;

/// As many lines of a text begin with a time and another one at least if it is a program, such as one that was sent by mail.
const FEWEST_LINES: usize = 3;

/// A longer text is not a program that was sent by mail.
const MAX_TEXT: usize = 200_000;

/// Reads lines of a text as those of a page; `None` if too few begin with a span of time.
pub(super) fn lines(text: &str, options: &Options) -> Option<Result<Imported, ImportError>> {
    if text.len() > MAX_TEXT {
        return None;
    }
    let is_timed = |line: &&str| outline::begins_with_span(line);
    let timed = text.lines().filter(is_timed).count();
    (timed >= FEWEST_LINES).then(|| {
        let page = format!("<pre>{}</pre>", text.replace('&', "&amp;").replace('<', "&lt;"));
        read(page.as_bytes(), options)
    })
}

fn recognises(head: &Head) -> bool {
    look_alike::is_html(head)
}

/// A way to read a page.
type Way<'a> = Box<dyn Fn(&Options) -> Result<Imported, ImportError> + 'a>;

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    let document = Document::of(&text);
    let tables = tables::book(&text)?;
    let lines = Lines::of(&document);
    let mut book = with_boxes(&document, &lines, tables);
    let leads: Vec<String> = book.tables.iter_mut().flat_map(leads::take).collect();
    let span = lines.span().unwrap_or_default();
    let are_days = !span.is_empty() && spans::put(&span, &mut book.tables);
    state_first_day(&lines, &mut book);
    let is_known = |table: &Table| Fitness::of(table).is_readable();
    let is_readable = book.tables.iter().any(is_known) || table::has_columns(&book, &options.fields);
    let refusal = table::without_columns(&book).unwrap_or_else(|| Problem::LookAlike(LookAlike::HtmlPage).into());
    // Pages are laid out with tables, too. What has times is not only layout, and it is said if it is left out.
    book.tables.retain(|table| Fitness::of(table).is_readable() || table::mentions_times(table));
    let alone = |table: Table| Book {
        title: book.title.clone(),
        metadata: book.metadata.clone(),
        tables: vec![table],
        is_page: true,
        ..Book::default()
    };
    let outline = if book.tables.iter().any(is_sure) { None } else { lines.outline() };
    let are_days = are_days || outline.as_ref().is_some_and(|outline| outline.are_days_counted);
    let outline = outline.map(|outline| (alone(outline.table), outline.blocks));
    let stated = events::table(&document).map(alone);
    let (classes, data) = (tree::page(&text), scripts::data(&document));
    let of_book = |book| -> Way { Box::new(move |options| table::read(book, options)) };
    let of_tree = |tree: Json| -> Way { Box::new(move |options| tree::read_page(tree.clone(), options)) };
    let mut ways: Vec<Way> = Vec::new();
    ways.extend(stated.as_ref().map(of_book));
    ways.extend(
        is_readable
            .then(|| -> Way { Box::new(|options| table::read(&book, options).map(|imported| with_blocks(imported, &leads))) }),
    );
    ways.extend(outline.as_ref().map(|(book, blocks)| -> Way {
        Box::new(move |options| table::read(book, options).map(|imported| told(imported, blocks)))
    }));
    ways.extend(classes.map(of_tree));
    ways.extend(data.map(of_tree));
    let imported = choice::best(&ways, options).unwrap_or(Err(refusal))?;
    Ok(spans::told(imported, &span, are_days))
}

/// Whether a table leaves no doubt that it is the program. Reading all lines of such a page in another way takes a second.
fn is_sure(table: &Table) -> bool {
    table.rows.len() >= MANY && Fitness::of(table).is_certain()
}

/// Returns the tables of a page, and those that are made of other elements, each under the day above it.
fn with_boxes(document: &Document, lines: &Lines, book: Book) -> Book {
    let mut book = Book { is_page: true, ..book };
    book.tables.iter_mut().for_each(framed::unframe);
    book.tables.iter_mut().for_each(|table| table.names.retain(|name| !outline::is_of_other_time(name)));
    let days = lines.days_of_tables().into_iter();
    days.zip(&mut book.tables).for_each(|(day, table)| day.into_iter().for_each(|day| put_under(table, day)));
    book.tables.extend(boxes(document, lines));
    book
}

/// Has tables count their days from the day that the page states, unless it says so itself.
fn state_first_day(lines: &Lines, book: &mut Book) {
    let is_counted = |table: &Table| table.names.iter().any(|name| table::looks_like_day(name));
    if !book.tables.is_empty() && book.metadata.is_empty() {
        let first = lines.first_day(book.tables.iter().any(is_counted));
        book.metadata.extend(first.map(|first| (1, format!("# start: {first}"))));
    }
}

/// Has a table begin with the day that the page shows it under, unless the nearest day above it is that one.
fn put_under(table: &mut Table, day: String) {
    let nearest = table.names.iter().find(|name| table::looks_like_day(name));
    if nearest != Some(&day) {
        table.names.insert(0, day);
    }
}

/// Adds how a page was read.
fn told(mut imported: Imported, blocks: &[String]) -> Imported {
    let sessions = &imported.program.sessions;
    let with_rooms = sessions.iter().filter(|session| !session.rooms.is_empty()).count();
    let remark = Remark::Outlined { sessions: sessions.len(), with_rooms };
    imported = with_blocks(imported, blocks);
    imported.warnings.insert(0, Warning::new(Place::default(), remark));
    imported
}

/// Adds which blocks are left out, since the talks in them are the sessions.
fn with_blocks(mut imported: Imported, blocks: &[String]) -> Imported {
    if !blocks.is_empty() {
        let first = blocks.iter().take(MAX_BLOCKS).map(|title| line::excerpt(title)).collect();
        imported.warnings.insert(0, Warning::new(Place::default(), Remark::Blocks { count: blocks.len(), first }));
    }
    imported
}

/// Returns the tables that are made of other elements, under the days above them.
fn boxes(document: &Document, lines: &Lines) -> impl Iterator<Item = Table> {
    let mut boxes = boxes::tables(document);
    boxes.extend(placed::tables(document));
    let elements: Vec<usize> = boxes.iter().map(|(element, _)| *element).collect();
    let days = lines.days_above(&elements);
    boxes.into_iter().zip(days).map(|((_, table), day)| Table { names: day.into_iter().collect(), ..table })
}

/// Returns the addresses of better sources that a page at this address names, the best first.
pub(super) fn sources(bytes: &[u8], address: &str) -> Vec<String> {
    encoding::text(bytes).map(|text| sources::sources(&Document::of(&text), address)).unwrap_or_default()
}

/// Returns all tables of a page.
pub(super) fn book(bytes: &[u8]) -> Result<Book, ImportError> {
    tables::book(&encoding::text(bytes)?)
}

#[cfg(test)]
mod tests;
