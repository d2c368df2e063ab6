//! Rows of tables that are what the rows below them happen in: `14:30–15:50 Special session: maps (Chair: …)` above its talks.

use super::super::table::{Row, Table};
use super::super::when;
use std::ops::Range;

/// Words of such a row.
const WORDS: [&str; 9] = ["좌장", "세션", "심포지엄", "session", "chair", "symposium", "moderator", "座長", "セッション"];

/// A single row below another may be anything.
const FEWEST: usize = 2;

/// Takes these rows out of a table, and returns what they say.
pub(super) fn take(table: &mut Table) -> Vec<String> {
    let spans: Vec<Option<Range<i64>>> = table.rows.iter().map(span).collect();
    let leads: Vec<usize> = (0..table.rows.len()).filter(|at| is_lead(table, &spans, *at)).collect();
    let said = leads.iter().map(|at| text(&table.rows[*at]).replace('\n', " ")).collect();
    for at in leads {
        // Rows are known by their places.
        table.rows[at].cells.clear();
    }
    said
}

/// Returns the times of a row from its start to its end.
fn span(row: &Row) -> Option<Range<i64>> {
    let slot = row.filled().next().and_then(|(_, text)| when::slot(&when::typed(text)))?;
    slot.to.filter(|to| *to > slot.from).map(|to| slot.from..to)
}

/// Whether a row has nothing beside its time but one text, and the rows below fill that time from its beginning to its end.
fn is_lead(table: &Table, spans: &[Option<Range<i64>>], at: usize) -> bool {
    let Some(whole) = &spans[at] else { return false };
    let lower = text(&table.rows[at]).to_lowercase();
    if table.rows[at].filled().count() != 2 || !WORDS.iter().any(|word| lower.contains(word)) {
        return false;
    }
    let mut reached = whole.start;
    for (below, span) in spans[at + 1..].iter().enumerate() {
        match span {
            Some(span) if span.start >= reached && span.end <= whole.end => reached = span.end,
            _ => return false,
        }
        if reached == whole.end {
            return spans[at + 1].as_ref().map(|first| first.start) == Some(whole.start) && below + 1 >= FEWEST;
        }
    }
    false
}

/// Returns what stands beside the time of a row.
fn text(row: &Row) -> &str {
    row.filled().nth(1).map_or("", |(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::super::tests::table;
    use super::*;

    #[test]
    fn only_what_the_rows_below_fill_is_taken() {
        let mut talks = table(&[
            &["시간", "내용", "발표자"],
            &["14:00-15:00", "세션 1: 지도\n좌장: 정지도"],
            &["14:00-14:30", "바다", "김바다"],
            &["14:30-15:00", "산", "이산"],
            &["15:00-16:00", "세션 2: 하늘"],
            &["15:00-15:20", "구름", "박구름"],
            &["16:00-16:20", "폐회"],
        ]);
        assert_eq!(take(&mut talks), ["세션 1: 지도 좌장: 정지도"]);
        assert!(talks.rows[1].cells.is_empty() && !talks.rows[4].cells.is_empty());
        // An exhibition is open beside what happens meanwhile.
        let mut open = table(&[&["10:00-11:00", "Exhibition"], &["10:00-10:30", "Owls"], &["10:30-11:00", "Bats"]]);
        assert_eq!(take(&mut open), Vec::<String>::new());
    }
}
