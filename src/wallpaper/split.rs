//! One day on several pictures: which rows share one.

use super::agenda::{Between, Row};

/// The rows in so many parts, about equally tall; entries that overlap stay together if another place is near.
pub(super) fn split(rows: &[Row], count: usize) -> Vec<&[Row]> {
    let weights: Vec<usize> = rows.iter().map(weight).collect();
    let height = |rows: std::ops::Range<usize>| -> usize { weights[rows].iter().sum() };
    let mut parts = Vec::with_capacity(count);
    let mut start = 0;
    for left in (2..=count).rev() {
        let share = height(start..rows.len()) / left;
        let distance = |end: &usize| {
            let parts_overlap = matches!(rows[*end].before, Some(Between::Overlap(_)));
            height(start..*end).abs_diff(share) + if parts_overlap { share / 2 } else { 0 }
        };
        let end = (start + 1..=rows.len() + 1 - left).min_by_key(distance).unwrap_or(start + 1);
        parts.push(&rows[start..end]);
        start = end;
    }
    parts.push(&rows[start..]);
    parts
}

/// About how tall an entry is: a line for its title on every 17 ems, half a line for space, half for what lies before it.
fn weight(row: &Row) -> usize {
    // A Korean syllable is about twice as wide as a Latin letter.
    let halves: usize = row.title.chars().map(|char| if char < '\u{1100}' { 1 } else { 2 }).sum();
    3 + usize::from(row.before.is_some()) + 2 * (halves / 34)
}
