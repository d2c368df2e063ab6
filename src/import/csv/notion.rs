//! What Notion exports: tables, in whose cells it writes addresses, and a page for each of their rows.

#[cfg(feature = "every-format")]
use super::super::table::{MAX_COLUMNS, Row, Table, Tally};
#[cfg(feature = "every-format")]
use super::super::{ImportError, NamedFile, encoding};
use std::borrow::Cow;

/// Characters of the id behind the name of a file.
const ID: usize = 32;

/// What the column with the text of the pages is called.
#[cfg(feature = "every-format")]
const TEXT: &str = "description";

/// Returns the name of a table or a page without its id: `Program 1f…`, `Program 1f…_all`.
pub(super) fn without_id(name: &str) -> &str {
    let stem = name.strip_suffix("_all").unwrap_or(name);
    let named = stem.rsplit_once(' ').filter(|(_, id)| id.len() == ID && id.bytes().all(|byte| byte.is_ascii_hexdigit()));
    named.map_or(name, |(name, _)| name)
}

/// Returns pages as a table: of each the heading is the title, the lines `Room: Oak` below it are cells, and the rest is the text.
///
/// # Errors
///
/// Pages in an unknown encoding, or with more cells than any timetable has.
#[cfg(feature = "every-format")]
pub(super) fn table(files: &[NamedFile]) -> Result<Table, ImportError> {
    let (mut header, mut rows, mut tally) = (vec!["title".to_owned(), TEXT.to_owned()], Vec::new(), Tally::default());
    for (file, number) in files.iter().zip(1..) {
        let page = encoding::text(&file.bytes)?;
        let Some((title, rest)) = page.trim_start().strip_prefix("# ").and_then(|page| page.split_once('\n')) else { continue };
        let (fields, text) = rest.trim_start().split_once("\n\n").unwrap_or((rest.trim(), ""));
        let fields: Vec<(&str, &str)> = fields.lines().map_while(|line| line.split_once(": ")).take(MAX_COLUMNS).collect();
        if fields.is_empty() {
            continue;
        }
        let mut cells = vec![title.trim().to_owned(), text.trim().to_owned()];
        for (name, value) in fields {
            let at = header.iter().position(|known| known == name).unwrap_or(header.len());
            if at == MAX_COLUMNS {
                continue;
            }
            if at == header.len() {
                header.push(name.to_owned());
            }
            cells.resize(header.len().max(cells.len()), String::new());
            cells[at] = without_pages(value).into_owned();
        }
        tally.add(cells.len())?;
        rows.push(Row { line: number, number, cells, column: None });
    }
    rows.insert(0, Row { cells: header, ..Row::default() });
    Ok(Table { rows, ..Table::default() })
}

/// Returns a cell without the addresses of other pages behind their names: `Ada (https://www.notion.so/…), Bo (People/Bo%20….md)`.
pub(super) fn without_pages(cell: &str) -> Cow<'_, str> {
    let is_page = |inside: &str| inside.starts_with("https://www.notion.so/") || inside.ends_with(".md") && inside.contains('%');
    if !cell.contains(" (") {
        return Cow::Borrowed(cell);
    }
    let (mut names, mut rest) = (String::new(), cell);
    while let Some((before, behind)) = rest.split_once(" (") {
        names.push_str(before);
        rest = match behind.split_once(')') {
            Some((inside, after)) if is_page(inside) => after,
            _ => {
                names.push_str(" (");
                behind
            }
        };
    }
    Cow::Owned(names + rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};

    #[test]
    fn a_date_with_a_range_of_times_is_a_start() {
        let table = "Name,Date,Speaker,Room\nMoths,\"March 5, 2027 10:00 AM (GMT+9) → 10:30 AM\",Ada (https://www.notion.so/Ada-1f),Oak\n\
            Bees,\"March 5, 2027 11:00 PM (GMT+9) → March 6, 2027 12:30 AM\",Bo,Elm\n";
        let program = import(table.as_bytes(), &Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() })
            .unwrap()
            .program;
        let spans: Vec<String> =
            program.sessions.iter().map(|session| format!("{} {}", session.span.start, session.span.end)).collect();
        assert_eq!(
            spans,
            ["2027-03-05T10:00:00+09:00 2027-03-05T10:30:00+09:00", "2027-03-05T23:00:00+09:00 2027-03-06T00:30:00+09:00"]
        );
        assert_eq!(program.sessions[0].speakers, ["Ada"]);
    }

    #[test]
    fn ids_behind_names_are_left_out() {
        let id = "0123456789abcdef0123456789abcdef";
        assert_eq!(without_id(&format!("Day 1 {id}_all")), "Day 1");
        assert_eq!((without_id(&format!("Day 1 {id}")), without_id("Day 1_all")), ("Day 1", "Day 1_all"));
    }

    #[test]
    fn names_of_pages_are_kept_without_their_addresses() {
        for (cell, expected) in [
            ("Ada (https://www.notion.so/Ada-1f?pvs=21), Bo (People/Bo%201f.md)", "Ada, Bo"),
            ("Ada (Elm), Bo (https://example.org)", "Ada (Elm), Bo (https://example.org)"),
            ("Ada (https://www.notion.so/", "Ada (https://www.notion.so/"),
        ] {
            assert_eq!(without_pages(cell), expected);
        }
    }
}
