//! The ends of sessions that state only their start.

use super::super::draft::{Draft, DraftRow, End, Start};
use super::super::when::When;
use crate::messages::import::{Place, Remark};
use std::collections::BTreeMap;

/// If no session has an end, each ends when the next one in its room starts on the same day.
pub(super) fn by_next(draft: &mut Draft) {
    let start = |row: &DraftRow| match row.start {
        Start::At(When::Local(seconds)) => Some(seconds),
        _ => None,
    };
    if draft.rows.len() < 3 || !draft.rows.iter().all(|row| matches!(row.end, End::Missing) && start(row).is_some()) {
        return;
    }
    let mut next: BTreeMap<(Vec<String>, i64), Vec<i64>> = BTreeMap::new();
    for row in &draft.rows {
        let seconds = start(row).unwrap_or_default();
        next.entry((row.rooms.clone(), seconds.div_euclid(86_400))).or_default().push(seconds);
    }
    next.values_mut().for_each(|starts| starts.sort_unstable());
    let mut count = 0;
    for row in &mut draft.rows {
        let seconds = start(row).unwrap_or_default();
        let starts = next.get(&(row.rooms.clone(), seconds.div_euclid(86_400))).map(Vec::as_slice).unwrap_or_default();
        let later = starts.partition_point(|other| *other <= seconds);
        if let Some(end) = starts.get(later).filter(|end| *end - seconds <= 4 * 3600) {
            row.end = End::At(When::Local(*end));
            count += 1;
        }
    }
    if count > 0 {
        draft.warn(Place::default(), Remark::EndsByNext { count });
    }
}
