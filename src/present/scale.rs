//! Heights on a page that draws a day: in proportion to time, but nothing so low that it could not be read and tapped.

use crate::program::order::{in_order, sorted};

/// How minutes of an [`Axis`](super::Axis) become heights. A unit is a sixteenth of the page's type size, so that large type has
/// room: a CSS pixel unless the person set another size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// Minutes with their heights, both ascending; what is in between is interpolated.
    knots: Vec<(i64, i64)>,
}

/// What needs height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Distance from the top of the axis in minutes.
    pub top: i64,
    /// Its length in minutes, never 0.
    pub minutes: i64,
    /// The least height that it needs.
    pub least: i64,
}

impl Scale {
    /// Creates the scale of an axis of so many minutes, with this height of a minute in tenths. What is too short for it stretches
    /// its time for everything, so that what is at the same time stays at the same height.
    pub fn new(needs: &[Need], length: i64, minute: i64) -> Scale {
        let ends = needs.iter().flat_map(|need| [need.top, need.top + need.minutes]);
        let mut cuts = sorted(ends.chain([0, length]).collect::<Vec<i64>>(), Ord::cmp);
        cuts.dedup();
        let plain = |cut: i64| cut * minute / 10;
        let mut heights: Vec<i64> = cuts.windows(2).map(|pair| plain(pair[1]) - plain(pair[0])).collect();
        // The shortest first: what they gain, longer ones at the same time have as well.
        for at in in_order(needs.len(), &|one, other| needs[one].minutes.cmp(&needs[other].minutes)) {
            let Need { top, minutes, least } = needs[at];
            if minutes * minute >= least * 10 {
                continue;
            }
            let [from, to] = [top, top + minutes].map(|end| cuts.partition_point(|cut| *cut < end));
            let lacking = (least - heights[from..to].iter().sum::<i64>()).max(0);
            let part = |at: usize| lacking * (cuts[at] - top) / minutes;
            (from..to).for_each(|at| heights[at] += part(at + 1) - part(at));
        }
        let sums = heights.iter().scan(0, |sum, height| {
            *sum += height;
            Some(*sum)
        });
        Scale { knots: cuts.iter().copied().zip([0].into_iter().chain(sums)).collect() }
    }

    /// Returns the height at which a minute of the axis is.
    pub fn at(&self, minute: i64) -> i64 {
        let at = self.knots.partition_point(|(known, _)| *known <= minute);
        match (at.checked_sub(1).and_then(|before| self.knots.get(before)), self.knots.get(at)) {
            (Some((from, top)), Some((to, bottom))) => top + (minute - from) * (bottom - top) / (to - from),
            (Some((_, top)), None) => *top,
            (None, _) => 0,
        }
    }

    /// Returns where something begins that lasts so many minutes, and its height.
    pub fn place(&self, top: i64, minutes: i64) -> (i64, i64) {
        let begins = self.at(top);
        (begins, self.at(top + minutes) - begins)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_stretches_its_time_for_everything() {
        let need = |(top, minutes): (i64, i64)| Need { top, minutes, least: 44 };
        let day = [(0, 60), (60, 5), (60, 10), (65, 5), (70, 60)].map(need);
        let scale = Scale::new(&day, 130, 20);
        let tops = [0, 30, 60, 65, 70, 130].map(|minute| scale.at(minute));
        assert_eq!(tops, [0, 60, 120, 164, 208, 328], "an hour keeps its height, five minutes have what a thumb needs");
        assert_eq!((scale.at(999), scale.at(-1)), (328, 0));
        assert_eq!(scale.place(60, 10), (120, 88));
        assert_eq!(Scale::new(&[need((0, 40))], 40, 20).place(0, 40), (0, 80));
        assert_eq!(Scale::new(&[], 0, 20).at(10), 0);
    }

    #[test]
    fn everything_has_its_height_and_the_order_stays() {
        for minute in [14, 22, 34] {
            let need = |at: i64| Need { top: at * 7 % 400, minutes: at * 11 % 50 + 1, least: 20 + at * 13 % 90 };
            let needs: Vec<Need> = (0..90).map(need).collect();
            let scale = Scale::new(&needs, 460, minute);
            let places: Vec<_> = needs.iter().map(|need| scale.place(need.top, need.minutes)).collect();
            assert!(needs.iter().zip(&places).all(|(need, (_, height))| *height >= need.least), "{places:?}");
            assert!((0..460).all(|minute| scale.at(minute) <= scale.at(minute + 1)));
        }
    }
}
