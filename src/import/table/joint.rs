//! Columns of titles and people together: "Session / Speaker", "발표제목(발표자)". What stands behind a title is put into a column of its own.

use super::columns::{self, Columns};
use super::{Row, people};
use crate::messages::column::Column;

/// Puts the people behind titles into a new column, if the column of titles is named after both.
pub(super) fn split(header: &mut Vec<String>, columns: &mut Columns, rows: &mut [Row]) {
    let title = columns.index_of(Column::Title).filter(|_| !columns.has(Column::Speakers));
    let Some((title, (_, name))) = title.and_then(|title| Some((title, columns::both(header.get(title)?)?))) else { return };
    let new = rows.iter().map(|row| row.cells.len()).chain([header.len()]).max().unwrap_or_default();
    let name = name.to_owned();
    header.resize(new, String::new());
    header.push(name);
    columns.add(Column::Speakers, new);
    for row in rows {
        let Some((own, behind)) = behind(row.text(title)).map(|(own, behind)| (own.to_owned(), behind.to_owned())) else {
            continue;
        };
        row.put(title, &own);
        row.put(new, &behind);
    }
}

/// Returns a title and the people behind it.
fn behind(text: &str) -> Option<(&str, &str)> {
    let in_brackets = || text.strip_suffix([')', '）'])?.rsplit_once(['(', '（']);
    let found = text.split_once('\n').or_else(|| text.rsplit_once(" / ")).or_else(in_brackets);
    let (title, names) = found.map(|(title, names)| (title.trim(), names.trim()))?;
    (!title.is_empty() && !people::names(names).is_empty()).then_some((title, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_behind_titles_are_told_from_them() {
        for (text, expected) in [
            ("TCP/IP / Ada Lee", Some(("TCP/IP", "Ada Lee"))),
            ("Moths\nAda Lee (Oak)", Some(("Moths", "Ada Lee (Oak)"))),
            ("나방 (김하나)", Some(("나방", "김하나"))),
            ("Lunch", None),
            ("Doors / -", Some(("Doors", "-"))),
        ] {
            assert_eq!(behind(text), expected, "{text}");
        }
    }
}
