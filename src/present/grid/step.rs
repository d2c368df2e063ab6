//! Keyboard navigation in a grid with the arrow keys.

use super::{Block, Grid};

/// The direction of an arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// The position of the keyboard focus in a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// Index of the block in `blocks`.
    pub block: usize,
    /// The time that left and right preserve, as a height in the grid. Passing a room without a session at that time then
    /// does not change the row permanently.
    pub time: i64,
}

impl Grid {
    /// Returns the focus on a block that was reached in another way, such as by a tap.
    pub fn focus(&self, block: usize) -> Option<Focus> {
        self.blocks.get(block).map(|found| Focus { block, time: found.top })
    }

    /// Returns the focus after an arrow key, or `None` at the edge. Every block can be reached from every other one.
    ///
    /// Up and down move through the columns of the block as long as there are more blocks in them, and then to the next one
    /// earlier or later. Left and right move through the lanes of the column and then to the next column, always to the block
    /// that is closest in time.
    pub fn step(&self, from: Focus, way: Way) -> Option<Focus> {
        let start = *self.blocks.get(from.block)?;
        let distance = |block: &Block| match way {
            Way::Up => (block.top < start.top).then(|| vertical(&start, block)),
            Way::Down => (block.top > start.top).then(|| vertical(&start, block)),
            Way::Left => horizontal(block, &start).map(|way| nearest(way, block, from.time)),
            Way::Right => horizontal(&start, block).map(|way| nearest(way, block, from.time)),
        };
        let reached = self.blocks.iter().enumerate().filter_map(|(at, block)| Some((distance(block)?, at)));
        let (_, block) = reached.min()?;
        let time = if matches!(way, Way::Up | Way::Down) { self.blocks[block].top } else { from.time };
        Some(Focus { block, time })
    }
}

/// Smaller is closer.
type Distance = (i64, i64, i64);

/// Returns the distance of a block up or down: first the blocks in the same column by time, then all others. Of several at
/// the same time, the one in the closest lane is closest.
fn vertical(start: &Block, block: &Block) -> Distance {
    let apart = start.column as i64 - (block.column + block.columns - 1) as i64;
    let apart = apart.max(block.column as i64 - (start.column + start.columns - 1) as i64).max(0);
    let lanes = block.lane.lane.abs_diff(start.lane.lane) as i64;
    (i64::from(apart > 0), (block.top - start.top).abs(), apart + lanes)
}

/// Returns the horizontal distance of two blocks, in lanes if they overlap in the same column, and otherwise in columns;
/// `None` if the second block is not to the right of the first.
fn horizontal(left: &Block, right: &Block) -> Option<i64> {
    let at_once = right.top < left.top + left.height && left.top < right.top + right.height;
    let last = left.column + left.columns - 1;
    if right.column > last {
        // No column has this many lanes.
        Some(((right.column - last) as i64) << 32)
    } else {
        let lanes = right.lane.lane.checked_sub(left.lane.lane).filter(|lanes| *lanes > 0)?;
        (at_once && right.column == left.column).then_some(lanes as i64)
    }
}

/// Returns the distance to a block in the closest lane or column: first the one at that time, then the closest in time.
fn nearest(way: i64, block: &Block, time: i64) -> Distance {
    let off = (block.top - time).max(time - (block.top + block.height - 1)).max(0);
    (way, off, block.lane.lane as i64)
}
