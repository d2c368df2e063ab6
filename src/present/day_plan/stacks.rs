//! Stacks of entries whose lanes would be too narrow to read: chosen entries keep a lane, the others of an hour become one
//! block.

use super::super::lanes::{Lane, close, lanes};

/// The most lanes that are readable on a phone.
const MOST_LANES: usize = 3;
/// A stack takes the entries that begin within this many minutes, so that it is high enough for its text.
const WINDOW: i64 = 60;

/// Entries at about the same time in one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stack {
    /// Their indices in the given list.
    pub entries: Vec<usize>,
    /// Where it begins, in minutes.
    pub from: i64,
    /// Where it ends, in minutes, at the latest where the next stack begins.
    pub to: i64,
    /// Its lane next to chosen entries, always the last one.
    pub lane: Lane,
}

/// Returns a lane for each span of minutes, or `None` for those in one of the stacks. Spans must be sorted by start.
pub(super) fn arrange(spans: &[(i64, i64)], is_chosen: &dyn Fn(usize) -> bool) -> (Vec<Option<Lane>>, Vec<Stack>) {
    let mut placed: Vec<Option<Lane>> = lanes(spans).into_iter().map(Some).collect();
    let mut stacks = Vec::new();
    let mut group = 0;
    let mut until = i64::MIN;
    for at in 0..=spans.len() {
        if spans.get(at).is_none_or(|(from, _)| *from >= until) {
            if placed.get(group).copied().flatten().is_some_and(|lane| lane.lanes > MOST_LANES) {
                stack(group..at, spans, is_chosen, &mut placed, &mut stacks);
            }
            group = at;
        }
        until = until.max(spans.get(at).map_or(until, |(_, to)| *to));
    }
    (placed, stacks)
}

/// Stacks a group of entries that are connected by overlaps.
fn stack(
    group: std::ops::Range<usize>,
    spans: &[(i64, i64)],
    is_chosen: &dyn Fn(usize) -> bool,
    placed: &mut [Option<Lane>],
    stacks: &mut Vec<Stack>,
) {
    let first = stacks.len();
    let mut chosen: Vec<usize> = Vec::new();
    let mut ends: Vec<i64> = Vec::new();
    for at in group {
        let (from, to) = spans[at];
        let free = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
        placed[at] = None;
        if is_chosen(at) && free < MOST_LANES - 1 {
            placed[at] = Some(Lane { lane: free, ..Lane::default() });
            chosen.push(at);
            ends.resize(ends.len().max(free + 1), to);
            ends[free] = to;
        } else if let Some(stack) = stacks[first..].last_mut().filter(|stack| from < stack.from + WINDOW) {
            stack.entries.push(at);
            stack.to = stack.to.max(to);
        } else {
            let lane = Lane::default();
            stacks.push(Stack { entries: vec![at], from, to, lane });
        }
    }
    let lanes = ends.len() + 1;
    // They take up each other's lanes where those are free, but not that of the stacks.
    let mut beside: Vec<Lane> = chosen.iter().filter_map(|at| placed[*at]).collect();
    close(&chosen.iter().map(|at| spans[*at]).collect::<Vec<_>>(), &mut beside, ends.len());
    for (at, lane) in chosen.into_iter().zip(beside) {
        placed[at] = Some(Lane { lanes, ..lane });
    }
    let mut next = i64::MAX;
    for stack in stacks[first..].iter_mut().rev() {
        (stack.lane, stack.to) = (Lane { lane: lanes - 1, lanes, wide: 1 }, stack.to.min(next));
        next = stack.from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns spans with lanes as `lane/lanes` (with `+` the lanes that they also take up) or `-`, then stacks as `from-to (indices)@lane/lanes`.
    fn told(spans: &[(i64, i64)], chosen: &[usize]) -> String {
        let (placed, stacks) = arrange(spans, &|at| chosen.contains(&at));
        let more = |lane: &Lane| if lane.wide > 1 { format!("+{}", lane.wide - 1) } else { String::new() };
        let lane = |lane: &Lane| format!("{}{}/{}", lane.lane, more(lane), lane.lanes);
        let placed = placed.iter().map(|placed| placed.as_ref().map_or("-".to_owned(), lane));
        let stacks = stacks.iter().map(|stack| format!("{}-{} {:?}@{}", stack.from, stack.to, stack.entries, lane(&stack.lane)));
        placed.chain(stacks).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_few_entries_get_lanes_and_many_are_stacked_by_the_hour() {
        for (spans, chosen, expected) in [
            (&[][..], &[][..], ""),
            (&[(0, 30), (0, 30), (0, 30), (30, 40)], &[], "0/3 1/3 2/3 0/1"),
            (&[(0, 30), (0, 30), (0, 30), (0, 40), (40, 50)], &[], "- - - - 0/1 0-40 [0, 1, 2, 3]@0/1"),
            (
                &[(0, 90), (0, 90), (0, 90), (0, 90), (50, 95), (70, 80)],
                &[],
                "- - - - - - 0-70 [0, 1, 2, 3, 4]@0/1 70-80 [5]@0/1",
            ),
            (&[(0, 30), (0, 30), (0, 30), (0, 30)], &[1], "- 0/2 - - 0-30 [0, 2, 3]@1/2"),
            (&[(0, 30), (0, 30), (0, 30), (0, 30), (30, 60)], &[1, 2, 3], "- 0/3 1/3 - 0/1 0-30 [0, 3]@2/3"),
            (&[(0, 60), (0, 30), (0, 30), (0, 30), (30, 60)], &[1, 4], "- 0/2 - - 0/2 0-60 [0, 2, 3]@1/2"),
            (&[(0, 60), (0, 20), (0, 60), (0, 60), (30, 60)], &[0, 1, 4], "0/3 1/3 - - 1/3 0-60 [2, 3]@2/3"),
            (&[(0, 20), (0, 20), (0, 60), (0, 60), (30, 60)], &[0, 1, 4], "0/3 1/3 - - 0+1/3 0-60 [2, 3]@2/3"),
        ] {
            assert_eq!(told(spans, chosen), expected, "{spans:?}");
        }
    }

    #[test]
    fn every_entry_is_either_in_its_own_lane_or_in_one_stack() {
        for seed in 0..200_i64 {
            let dice = |at: i64, sides: i64| (at * 7919 + seed * 104_729 + at * at * seed * 31).rem_euclid(sides);
            let mut spans: Vec<(i64, i64)> = (0..60).map(|at| (dice(at, 400), dice(at + 100, 90) + 1)).collect();
            spans.iter_mut().for_each(|(from, length)| *length += *from);
            spans.sort_unstable();
            let (placed, stacks) = arrange(&spans, &|at| at % 5 == 0);
            for (at, lane) in placed.iter().enumerate() {
                let times = stacks.iter().flat_map(|stack| &stack.entries).filter(|entry| **entry == at).count();
                assert_eq!(times, usize::from(lane.is_none()), "seed {seed}, {at}");
                let Some(lane) = lane else { continue };
                assert!(lane.lane < lane.lanes && lane.lanes <= MOST_LANES);
                let same = |other: usize| placed[other].is_some_and(|other| other.lane == lane.lane);
                assert!((0..at).all(|other| !same(other) || spans[other].1 <= spans[at].0), "seed {seed}: {at} is covered");
                let covers = |stack: &Stack| stack.lane.lane == lane.lane && stack.from < spans[at].1 && spans[at].0 < stack.to;
                assert!(!stacks.iter().any(covers), "seed {seed}: a stack covers {at}");
            }
            assert!(stacks.windows(2).all(|pair| pair[0].to <= pair[1].from) && stacks.iter().all(|stack| stack.from < stack.to));
        }
    }
}
