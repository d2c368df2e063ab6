//! Lanes for overlapping spans.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The lane of a span among those that overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lane {
    /// The index of the lane.
    pub lane: usize,
    /// The number of lanes of its group, which is connected by overlaps.
    pub lanes: usize,
    /// How many lanes it takes up: its own and those to the right that are free at its time.
    pub wide: usize,
}

/// Returns a lane for each span of minutes, so that overlapping spans have different lanes. Spans must be sorted by start.
pub(super) fn lanes(spans: &[(i64, i64)]) -> Vec<Lane> {
    let mut placed: Vec<Lane> = Vec::new();
    // For the present group: the used lanes by their ends, the free lanes, and the number of lanes.
    let mut busy: BinaryHeap<Reverse<(i64, usize)>> = BinaryHeap::new();
    let mut free: BinaryHeap<Reverse<usize>> = BinaryHeap::new();
    let mut lanes = 0;
    let mut group = 0;
    for (at, (from, to)) in spans.iter().enumerate() {
        while let Some(Reverse((_, lane))) = busy.peek().copied().filter(|Reverse((end, _))| end <= from) {
            busy.pop();
            free.push(Reverse(lane));
        }
        if busy.is_empty() {
            close(&spans[group..at], &mut placed[group..], lanes);
            free.clear();
            (lanes, group) = (0, at);
        }
        let lane = free.pop().map_or(lanes, |Reverse(lane)| lane);
        lanes = lanes.max(lane + 1);
        busy.push(Reverse((*to, lane)));
        placed.push(Lane { lane, lanes: 0, wide: 0 });
    }
    close(&spans[group..], &mut placed[group..], lanes);
    placed
}

/// Tells the spans of a group how many lanes it has.
pub(super) fn close(spans: &[(i64, i64)], group: &mut [Lane], lanes: usize) {
    group.iter_mut().for_each(|lane| lane.lanes = lanes);
    widen(spans, group);
}

/// Widens the spans of a group to the right up to the next lane in which something else is on.
fn widen(spans: &[(i64, i64)], group: &mut [Lane]) {
    let lanes = group.first().map_or(0, |lane| lane.lanes);
    // By lane what was put there last.
    let mut last: Vec<Option<usize>> = vec![None; lanes];
    for (at, (from, _)) in spans.iter().enumerate() {
        let own = group[at].lane;
        let on = |lane: &usize| last[*lane].filter(|other| spans[*other].1 > *from);
        let right = (own + 1..lanes).find(|lane| on(lane).is_some());
        // What is farther to the left has been narrowed by this one already.
        let left = (0..own).rev().find_map(|lane| on(&lane));
        group[at].wide = right.unwrap_or(lanes) - own;
        if let Some(left) = left {
            group[left].wide = group[left].wide.min(own - group[left].lane);
        }
        last[own] = Some(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: PartialEq + std::fmt::Debug>(spans: &[(i64, i64)], expected: &[T], told: impl Fn(&Lane) -> T) {
        assert_eq!(lanes(spans).iter().map(told).collect::<Vec<_>>(), expected, "{spans:?}");
    }

    #[test]
    fn overlapping_spans_have_lanes_and_each_group_has_its_own_number() {
        for (spans, expected) in [
            (vec![], vec![]),
            (vec![(0, 10), (10, 20)], vec![(0, 1), (0, 1)]),
            (vec![(0, 30), (10, 20), (20, 40), (40, 50)], vec![(0, 2), (1, 2), (1, 2), (0, 1)]),
            (vec![(0, 10), (0, 10), (0, 10), (5, 15), (15, 16)], vec![(0, 4), (1, 4), (2, 4), (3, 4), (0, 1)]),
        ] {
            check(&spans, &expected, |lane| (lane.lane, lane.lanes));
        }
    }

    #[test]
    fn a_span_takes_up_what_is_free_to_its_right() {
        for (spans, expected) in [
            (vec![(0, 10), (10, 20)], vec![1, 1]),
            // Three at once, and later in the same chain only two.
            (vec![(0, 30), (0, 30), (0, 90), (60, 120)], vec![1, 1, 1, 2]),
            (vec![(0, 60), (0, 10), (0, 10), (30, 60)], vec![1, 1, 1, 2]),
            // What begins later beside it narrows it again.
            (vec![(0, 60), (0, 20), (0, 20), (20, 60), (40, 60)], vec![1, 1, 1, 1, 1]),
        ] {
            check(&spans, &expected, |lane| lane.wide);
        }
    }

    #[test]
    fn nothing_is_covered_by_what_was_widened() {
        for seed in 0..200_i64 {
            let dice = |at: i64, sides: i64| (at * 7919 + seed * 104_729 + at * at * seed * 31).rem_euclid(sides);
            let mut spans: Vec<(i64, i64)> = (0..40).map(|at| (dice(at, 300), dice(at + 100, 60) + 1)).collect();
            spans.iter_mut().for_each(|(from, length)| *length += *from);
            spans.sort_unstable();
            let placed = lanes(&spans);
            for (one, (from, to)) in spans.iter().enumerate() {
                let Lane { lane, lanes, wide } = placed[one];
                assert!(wide > 0 && lane + wide <= lanes, "seed {seed}, {one}");
                let others = (0..spans.len()).filter(|other| *other != one && spans[*other].0 < *to && *from < spans[*other].1);
                let takes = |other: usize| placed[other].lane..placed[other].lane + placed[other].wide;
                let is_apart = |other: usize| takes(other).end <= lane || lane + wide <= takes(other).start;
                assert!(others.clone().all(is_apart), "seed {seed}: {one} covers another");
                let is_free = |at: usize| others.clone().all(|other| !takes(other).contains(&at));
                assert!(lane + wide == lanes || !is_free(lane + wide), "seed {seed}: {one} leaves room unused");
            }
        }
    }
}
