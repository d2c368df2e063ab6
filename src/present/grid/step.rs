//! Moving through a grid with the arrow keys.

use super::{Block, Grid};

/// Where an arrow key leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// Where the keyboard is in a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// Place of the block in `blocks`.
    pub block: usize,
    /// The time that left and right hold on to, as height in the grid: a room in which nothing is on then leads astray only
    /// as long as one stays in it.
    pub time: i64,
}

impl Grid {
    /// The focus on a block that was reached in some other way, such as by a tap.
    pub fn focus(&self, block: usize) -> Option<Focus> {
        self.blocks.get(block).map(|found| Focus { block, time: found.top })
    }

    /// Where an arrow key leads, none at the edge. Every block can be reached from every other.
    ///
    /// Up and down stay in the columns of the block as long as there are any more in them, and then lead to the next one
    /// earlier or later. Left and right lead through the lanes of the column and then to the next one, always to the block
    /// that is nearest in time.
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

/// The smaller, the nearer.
type Distance = (i64, i64, i64);

/// In one column whatever time comes next; elsewhere too, but after all of the column's. Of several at once the one in the
/// nearest lane.
fn vertical(start: &Block, block: &Block) -> Distance {
    let apart = start.column as i64 - (block.column + block.columns - 1) as i64;
    let apart = apart.max(block.column as i64 - (start.column + start.columns - 1) as i64).max(0);
    let lanes = block.lane.lane.abs_diff(start.lane.lane) as i64;
    (i64::from(apart > 0), (block.top - start.top).abs(), apart + lanes)
}

/// How far the one on the right is from the one on the left: in lanes where they share a column and time, then in columns.
/// None where it is not on the right.
fn horizontal(left: &Block, right: &Block) -> Option<i64> {
    let at_once = right.top < left.top + left.height && left.top < right.top + right.height;
    let last = left.column + left.columns - 1;
    if right.column > last {
        // No column has as many lanes as this.
        Some(((right.column - last) as i64) << 32)
    } else {
        let lanes = right.lane.lane.checked_sub(left.lane.lane).filter(|lanes| *lanes > 0)?;
        (at_once && right.column == left.column).then_some(lanes as i64)
    }
}

/// In the nearest lane or column the one that is on at a time, else the nearest to it.
fn nearest(way: i64, block: &Block, time: i64) -> Distance {
    let off = (block.top - time).max(time - (block.top + block.height - 1)).max(0);
    (way, off, block.lane.lane as i64)
}
