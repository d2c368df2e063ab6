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

impl Grid {
    /// The block that an arrow key leads to from a block (places in `blocks`), none at the edge.
    ///
    /// Up and down stay in the columns of the block as long as there are any more in them, and then lead to the next one
    /// earlier or later. Left and right lead to the nearest block at its time, else to the nearest column.
    pub fn step(&self, from: usize, way: Way) -> Option<usize> {
        let start = *self.blocks.get(from)?;
        let key = |block: &Block| match way {
            Way::Up => (block.top < start.top).then(|| vertical(&start, block)),
            Way::Down => (block.top > start.top).then(|| vertical(&start, block)),
            Way::Left => (edge(block) < edge(&start)).then(|| horizontal(&start, block)),
            Way::Right => (edge(block) > edge(&start)).then(|| horizontal(&start, block)),
        };
        let reached = self.blocks.iter().enumerate().filter_map(|(at, block)| Some((key(block)?, at)));
        reached.min().map(|(_, at)| at)
    }
}

/// Left edges, lane by lane.
fn edge(block: &Block) -> (usize, usize) {
    (block.column, block.lane.lane)
}

/// The smaller, the nearer. In one column whatever time comes next; elsewhere too, but after all of the column's.
type Distance = (bool, i64, i64, usize);

fn vertical(start: &Block, block: &Block) -> Distance {
    let time = (block.top - start.top).abs();
    let apart = apart(start, block);
    (apart > 0, time, apart, block.lane.lane.abs_diff(start.lane.lane))
}

fn horizontal(start: &Block, block: &Block) -> Distance {
    let at_once = block.top < start.top + start.height && start.top < block.top + block.height;
    let lanes = block.lane.lane.abs_diff(start.lane.lane);
    (!at_once, apart(start, block), (block.top - start.top).abs(), lanes)
}

/// How many columns lie from one to the other, 0 where they share one.
fn apart(start: &Block, block: &Block) -> i64 {
    let right = block.column as i64 - (start.column + start.columns - 1) as i64;
    let left = start.column as i64 - (block.column + block.columns - 1) as i64;
    right.max(left).max(0)
}
