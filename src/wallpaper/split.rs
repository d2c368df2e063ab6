//! Splitting a day into several pictures.

use super::rows::{Between, EntryRow};

/// Splits the rows, whose heights are given, into this many parts of about the same height; overlapping entries stay together
/// if they can be split nearby.
pub(super) fn split<'r>(rows: &'r [EntryRow], weights: &[usize], count: usize) -> Vec<&'r [EntryRow]> {
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

/// Returns the approximate height of an entry before it is set: one line for every 17 ems of its title, half a line for space, half for a
/// block before it.
pub(super) fn weight(row: &EntryRow) -> usize {
    // A Korean syllable is about twice as wide as a Latin letter.
    let halves: usize = row.title.chars().map(|char| if char < '\u{1100}' { 1 } else { 2 }).sum();
    3 + usize::from(row.before.is_some()) + 2 * (halves / 34)
}
