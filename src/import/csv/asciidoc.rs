//! Tables of AsciiDoc, whose cells may stand on a line each, as lines of a table with bars.

/// What begins and ends a table.
const FENCE: &str = "|===";

/// What may stand before the bar of a cell: how it is set, and how many columns it takes.
const SETTINGS: &str = "0123456789.+*<^>adehlmsv";

/// Returns the headings and tables of a text; `None` if it has no such table.
pub(super) fn as_lines(text: &str) -> Option<String> {
    let is_fence = |line: &&str| line.trim() == FENCE;
    text.lines().find(is_fence)?;
    let (mut out, mut columns, mut table) = (String::new(), None, None);
    for line in text.lines().map(str::trim) {
        match (&mut table, line == FENCE) {
            (None, true) => table = Some(Vec::new()),
            (Some(lines), true) => {
                out.push_str(&rows(lines, columns.take()));
                table = None;
            }
            (Some(lines), false) => lines.push(line),
            (None, false) => {
                columns = stated_columns(line).or(columns);
                if let Some(heading) = line.strip_prefix('=').map(|rest| rest.trim_matches(['=', ' '])) {
                    out.push_str(&format!("{heading}\n"));
                }
            }
        }
    }
    Some(out)
}

/// Returns how many columns are stated above a table: `[cols="1,3,2"]`, `[cols="3*"]`.
fn stated_columns(line: &str) -> Option<usize> {
    let stated = line.strip_prefix('[')?.split_once("cols=")?.1.trim_start_matches('"').split(['"', ']']).next()?;
    let times = |column: &str| column.trim().split_once('*').map_or(Some(1), |(times, _)| times.parse().ok());
    stated.split([',', ';']).map(times).sum::<Option<usize>>().filter(|columns| *columns > 0)
}

/// Returns the rows of a table. Its first line has a cell for each column where nothing else says how many there are.
fn rows(lines: &[&str], stated: Option<usize>) -> String {
    let mut cells: Vec<String> = Vec::new();
    let mut first = None;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let parts: Vec<&str> = line.split('|').collect();
        match (parts.as_slice(), cells.last_mut()) {
            ([more], Some(cell)) => *cell = format!("{cell} {more}").trim().to_owned(),
            ([settings, own @ ..], _) if settings.chars().all(|letter| SETTINGS.contains(letter)) => {
                cells.extend(own.iter().map(|cell| cell.trim().to_owned()));
            }
            _ => {}
        }
        first = first.or(Some(cells.len()));
    }
    let columns = stated.or(first).unwrap_or(1).max(1);
    cells.chunks(columns).map(|row| format!("|{}|\n", row.join("|"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_a_line_each_are_put_beside_each_other() {
        let text = "= Moths\n:toc:\n\n== Friday\n\n[cols=\"1,2\"]\n|===\n|Time |Title\n\n|9:00\n|Wings\n\n|10:00\na|Legs\nand eyes\n|===\nNotes.\n|===\n|a |b\n|c |d\n|===\n";
        assert_eq!(
            as_lines(text).as_deref(),
            Some("Moths\nFriday\n|Time|Title|\n|9:00|Wings|\n|10:00|Legs and eyes|\n|a|b|\n|c|d|\n")
        );
        assert_eq!(as_lines("|a|b|\n|c|d|\n"), None);
    }
}
