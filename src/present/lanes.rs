//! Side by side where things overlap.

/// Where something stands among those that share its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lane {
    /// 0 is the first.
    pub lane: usize,
    /// How many lanes its group needs: all that are connected by overlaps.
    pub lanes: usize,
}

/// A lane for each span of minutes, no two that overlap in the same one. Spans must stand in order of their starts.
pub(super) fn lanes(spans: &[(i64, i64)]) -> Vec<Lane> {
    let mut placed: Vec<Lane> = Vec::new();
    // The end of what stands last in each lane of the present group, and where that group began.
    let mut ends: Vec<i64> = Vec::new();
    let mut group = 0;
    for (at, (from, to)) in spans.iter().enumerate() {
        if ends.iter().all(|end| end <= from) {
            close(&mut placed[group..], ends.len());
            ends.clear();
            group = at;
        }
        let lane = ends.iter().position(|end| end <= from).unwrap_or(ends.len());
        if lane == ends.len() {
            ends.push(*to);
        } else {
            ends[lane] = *to;
        }
        placed.push(Lane { lane, lanes: 0 });
    }
    close(&mut placed[group..], ends.len());
    placed
}

fn close(group: &mut [Lane], lanes: usize) {
    group.iter_mut().for_each(|lane| lane.lanes = lanes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_overlaps_stands_side_by_side_and_groups_do_not_narrow_each_other() {
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
