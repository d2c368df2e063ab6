//! The plan as days drawn to scale: blocks, lanes, gaps, tight changes, and sessions that fit a gap.

mod fits;
mod stacks;
#[cfg(test)]
mod tests;
mod walking;

pub use fits::{Fit, fits};
pub use walking::Tight;

use super::axis::{Axis, drawn};
use super::lanes::Lane;
use crate::plan::{Entry, Gap, Overlap, Priority, Source, gaps, overlaps};
use crate::program::{Date, Moment, Program};
use stacks::{Stack, arrange};
use walking::tight_changes;
pub(super) use walking::{rooms_of, way};

/// Longer free time is folded; in minutes.
const LONG_GAP: i64 = 30;

/// One program day of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct DayPlan {
    /// The day.
    pub date: Date,
    /// Its entries in time order.
    pub blocks: Vec<PlanBlock>,
    /// Entries that are drawn as one block because too many overlap; in order.
    pub stacks: Vec<PlanStack>,
    /// Its free times in order.
    pub gaps: Vec<PlanGap>,
    /// The time axis; one unit of height is a minute throughout.
    pub axis: Axis,
    /// The totals of the day.
    pub totals: Totals,
}

/// An entry with its position in the day.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanBlock {
    /// The entry's index in the given list.
    pub entry: usize,
    /// Distance from the day's top in minutes.
    pub top: i64,
    /// Its height in minutes, never 0.
    pub height: i64,
    /// Its lane next to overlapping entries; `None` if it is in a stack.
    pub lane: Option<Lane>,
    /// Over, on, next or later.
    pub stage: Stage,
    /// The entries that it overlaps with, as indices with minutes. Entries that others were chosen instead of have no
    /// overlaps.
    pub overlaps: Vec<(usize, i64)>,
    /// All entries at the same time, whatever was chosen.
    pub beside: Vec<usize>,
    /// The entry that was chosen instead of it.
    pub instead_of: Option<usize>,
    /// The tightest change to it, if there is less time than walking takes.
    pub tight: Option<Tight>,
}

/// Entries at about the same time that are drawn as one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStack {
    /// Indices of the entries in the given list.
    pub entries: Vec<usize>,
    /// Distance from the day's top in minutes.
    pub top: i64,
    /// Its height in minutes, never 0.
    pub height: i64,
    /// Its lane next to other blocks at its time.
    pub lane: Lane,
}

/// Free time between entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanGap {
    /// The gap itself.
    pub gap: Gap,
    /// Distance from the day's top in minutes.
    pub top: i64,
    /// Its drawn height in minutes: long free time is folded.
    pub height: i64,
}

/// When an entry takes place, relative to now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Over.
    Past,
    /// On.
    Present,
    /// It is the next one; several if they begin at the same time.
    Next,
    /// Later than that.
    Later,
}

/// The totals of a day or of a whole plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Number of entries that take place.
    pub entries: usize,
    /// Times at which entries overlap between which the user has not chosen.
    pub overlaps: usize,
    /// Free times between entries.
    pub gaps: usize,
    /// Their total minutes.
    pub free_minutes: i64,
    /// Changes for which there is less time than walking takes.
    pub tight: usize,
}

impl std::iter::Sum for Totals {
    fn sum<I: Iterator<Item = Totals>>(days: I) -> Totals {
        days.fold(Totals::default(), |sum, day| Totals {
            entries: sum.entries + day.entries,
            overlaps: sum.overlaps + day.overlaps,
            gaps: sum.gaps + day.gaps,
            free_minutes: sum.free_minutes + day.free_minutes,
            tight: sum.tight + day.tight,
        })
    }
}

/// Returns the plan by day. `entries` must be in time order; `now` is in seconds since 1970; `walking` is the minutes between
/// rooms if the program does not state them.
pub fn day_plans(entries: &[Entry], program: &Program, now: i64, walking: i64) -> Vec<DayPlan> {
    let tight = tight_changes(entries, program, walking);
    let overlaps = overlaps(entries);
    let instead_of = instead_of(entries, &overlaps);
    let next = next(entries, now);
    let mut at_once: Vec<Vec<(usize, i64)>> = vec![Vec::new(); entries.len()];
    for Overlap { first, second, minutes } in overlaps {
        at_once[first].push((second, minutes));
        at_once[second].push((first, minutes));
    }
    let mut block = |(index, entry): (usize, &Entry)| {
        let all = std::mem::take(&mut at_once[index]);
        let beside = all.iter().map(|(other, _)| *other).collect();
        let is_open = |other: usize| instead_of[index].is_none() && instead_of[other].is_none();
        let overlaps = all.into_iter().filter(|(other, _)| is_open(*other)).collect();
        let (stage, instead_of) = (stage(entry, now, next), instead_of[index]);
        PlanBlock { entry: index, top: 0, height: 0, lane: None, stage, overlaps, beside, instead_of, tight: tight[index] }
    };
    let mut days: Vec<DayPlan> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let at = days.partition_point(|day| day.date < entry.day);
        if days.get(at).is_none_or(|day| day.date != entry.day) {
            days.insert(at, DayPlan::empty(entry.day));
        }
        days[at].blocks.push(block((index, entry)));
    }
    let mut gaps_of: Vec<Vec<Gap>> = vec![Vec::new(); days.len()];
    for gap in gaps(entries) {
        let day = entries[gap.before].day;
        gaps_of[days.partition_point(|other| other.date < day)].push(gap);
    }
    for (day, gaps) in days.iter_mut().zip(gaps_of) {
        day.set_in_place(entries, program, &gaps);
    }
    days
}

impl DayPlan {
    fn empty(date: Date) -> DayPlan {
        DayPlan {
            date,
            blocks: Vec::new(),
            stacks: Vec::new(),
            gaps: Vec::new(),
            axis: Axis::default(),
            totals: Totals::default(),
        }
    }

    fn stack(&self, Stack { entries, from, to, lane }: Stack) -> PlanStack {
        let entries = entries.into_iter().map(|at| self.blocks[at].entry).collect();
        PlanStack { entries, top: self.axis.top_of(from), height: to - from, lane }
    }

    fn set_in_place(&mut self, entries: &[Entry], program: &Program, gaps: &[Gap]) {
        let spans: Vec<_> = self.blocks.iter().map(|block| drawn(entries[block.entry].span)).collect();
        self.axis = Axis::new(program, self.date, &spans, LONG_GAP);
        let is_chosen = |at: usize| {
            let entry = &entries[self.blocks[at].entry];
            entry.priority == Some(Priority::Must) || entry.source == Source::Own
        };
        let (lanes, stacks) = arrange(&spans, &is_chosen);
        self.stacks = stacks.into_iter().map(|stack| self.stack(stack)).collect();
        for ((block, (from, to)), lane) in self.blocks.iter_mut().zip(&spans).zip(lanes) {
            (block.top, block.height, block.lane) = (self.axis.top_of(*from), to - from, lane);
        }
        let top = |moment: Moment| self.axis.top_of(moment.unix().div_euclid(60));
        let drawn = |gap: &Gap| PlanGap { gap: *gap, top: top(gap.start), height: top(gap.end) - top(gap.start) };
        self.gaps = gaps.iter().map(drawn).collect();
        // Each time is counted at its first entry: none that it overlaps with begins before it.
        let is_first = |block: &&PlanBlock| block.overlaps.iter().map(|(other, _)| *other).min() > Some(block.entry);
        self.totals = Totals {
            entries: self.blocks.iter().filter(|block| entries[block.entry].takes_place()).count(),
            overlaps: self.blocks.iter().filter(is_first).count(),
            gaps: self.gaps.len(),
            free_minutes: self.gaps.iter().map(|gap| gap.gap.minutes()).sum(),
            tight: self.blocks.iter().filter(|block| block.tight.is_some()).count(),
        };
    }
}

/// Returns for each entry of low priority the overlapping entry that was chosen instead of it.
fn instead_of(entries: &[Entry], overlaps: &[Overlap]) -> Vec<Option<usize>> {
    let mut found = vec![None; entries.len()];
    for pair in overlaps {
        for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
            if entries[one].priority == Some(Priority::Maybe) && entries[other].priority == Some(Priority::Must) {
                found[one] = found[one].or(Some(other));
            }
        }
    }
    found
}

/// Returns when the next entry that takes place begins.
fn next(entries: &[Entry], now: i64) -> Option<Moment> {
    entries.iter().filter(|entry| entry.takes_place()).map(|entry| entry.span.start).find(|start| start.unix() > now)
}

fn stage(entry: &Entry, now: i64, next: Option<Moment>) -> Stage {
    if entry.span.until().unix() <= now {
        Stage::Past
    } else if !entry.takes_place() {
        Stage::Later
    } else if entry.span.start.unix() <= now {
        Stage::Present
    } else if Some(entry.span.start) == next {
        Stage::Next
    } else {
        Stage::Later
    }
}
