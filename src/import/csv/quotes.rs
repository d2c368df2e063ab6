//! Quotation marks that are never closed. With one, the rest of the table would be a single cell.

use std::borrow::Cow;

/// More of them are not repaired, since each may have to be looked for up to the end of the file.
const MAX_REPAIRS: usize = 20;

/// Returns the table without the quotation marks that are never closed, and the line of each, counted from 1.
///
/// A mark is closed if the next single one stands at the end of a cell. A mark that is closed on its own line is left as it is.
pub(super) fn closed(table: &str, separator: u8) -> (Cow<'_, str>, Vec<u64>) {
    let mut removed = Vec::new();
    let mut at = 0;
    while let Some(open) = next_opening(table, at, separator) {
        let end = closing(table, open);
        let rest = end.map_or("", |end| table[end + 1..].trim_start_matches([' ', '\r']));
        let is_closed =
            end.is_some() && (rest.is_empty() || rest.starts_with('\n') || rest.as_bytes().first() == Some(&separator));
        let spans_lines = table[open..end.unwrap_or(table.len())].contains('\n');
        if is_closed || !spans_lines || removed.len() == MAX_REPAIRS {
            at = end.map_or(table.len(), |end| end + 1);
        } else {
            removed.push(open);
            at = open + 1;
        }
    }
    if removed.is_empty() {
        return (Cow::Borrowed(table), Vec::new());
    }
    let lines = removed.iter().map(|open| 1 + table[..*open].matches('\n').count() as u64).collect();
    let mut kept = String::with_capacity(table.len());
    let mut from = 0;
    for open in removed {
        kept.push_str(&table[from..open]);
        from = open + 1;
    }
    kept.push_str(&table[from..]);
    (Cow::Owned(kept), lines)
}

/// Returns the next quotation mark at the beginning of a cell.
fn next_opening(table: &str, from: usize, separator: u8) -> Option<usize> {
    let bytes = table.as_bytes();
    let begins = |at: usize| at == 0 || matches!(bytes[at - 1], b'\n' | b'\r') || bytes[at - 1] == separator;
    (from..bytes.len()).find(|at| bytes[*at] == b'"' && begins(*at))
}

/// Returns the next quotation mark after this one that is not doubled.
fn closing(table: &str, open: usize) -> Option<usize> {
    let bytes = table.as_bytes();
    let mut at = open + 1;
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return Some(at),
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_are_never_closed_are_removed() {
        let check = |table: &str, kept: &str, lines: &[u64]| {
            assert_eq!(closed(table, b','), (Cow::Borrowed(kept), lines.to_vec()), "{table}");
        };
        check("a,b\n1,\"two\n3,4\n", "a,b\n1,two\n3,4\n", &[2]);
        // The mark that seems to close it opens the cell of another row.
        check("a,b\n1,\"two\n3,\"4, 5\"\n6,7\n", "a,b\n1,two\n3,\"4, 5\"\n6,7\n", &[2]);
        check("a\n\"b\nc\n\"d\ne\n", "a\nb\nc\nd\ne\n", &[2, 4]);
        for right in [
            "a,b\n1,\"two\nlines\"\n",
            "a,b\n\"1\n2\" ,\"two\nlines\"\r\n",
            "\"a \"\"b\"\" c\n\",d\n",
            "a,\"b\" c\n1,2\n",
            "a,5\" disk\n1,2\n",
            "\"unclosed in the last line",
            "",
        ] {
            check(right, right, &[]);
        }
    }

    #[test]
    fn very_many_marks_take_little_time() {
        let table = "\"a\n".repeat(200_000);
        assert_eq!(closed(&table, b',').1.len(), MAX_REPAIRS);
    }
}
