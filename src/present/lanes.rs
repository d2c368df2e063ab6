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
            close(&mut placed[group..], lanes);
            free.clear();
            (lanes, group) = (0, at);
        }
        let lane = free.pop().map_or(lanes, |Reverse(lane)| lane);
        lanes = lanes.max(lane + 1);
        busy.push(Reverse((*to, lane)));
        placed.push(Lane { lane, lanes: 0 });
    }
    close(&mut placed[group..], lanes);
    placed
}

fn close(group: &mut [Lane], lanes: usize) {
    group.iter_mut().for_each(|lane| lane.lanes = lanes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_spans_have_lanes_and_each_group_has_its_own_number() {
        for (spans, expected) in [
            (vec![], vec![]),
            (vec![(0, 10), (10, 20)], vec![(0, 1), (0, 1)]),
            (vec![(0, 30), (10, 20), (20, 40), (40, 50)], vec![(0, 2), (1, 2), (1, 2), (0, 1)]),
            (vec![(0, 10), (0, 10), (0, 10), (5, 15), (15, 16)], vec![(0, 4), (1, 4), (2, 4), (3, 4), (0, 1)]),
        ] {
            let found: Vec<_> = lanes(&spans).iter().map(|lane| (lane.lane, lane.lanes)).collect();
            assert_eq!(found, expected, "{spans:?}");
        }
    }
}
