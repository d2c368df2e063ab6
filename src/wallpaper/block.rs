//! Blocks: the parts of a picture, which are composed separately and then stacked.

use super::scene::{Frame, Item, TextRun};
use super::text::Line;
use crate::program::Color;

/// The most by which the distance between blocks becomes larger to fill the band, in parts of it.
const STRETCH: f32 = 1.1;

/// Items around a common origin, and their height.
pub(super) struct Block {
    /// Least distance from the block above, in pixels.
    pub(super) above: f32,
    /// The most by which that distance may become larger to fill the band, in pixels.
    pub(super) stretch: f32,
    /// In pixels.
    pub(super) height: f32,
    /// The most by which it may become taller, below its items, to fill the band.
    pub(super) grow: f32,
    /// The number of entries in it.
    pub(super) rows: usize,
    /// Relative to the block's top left.
    pub(super) items: Vec<Item>,
    pub(super) kind: BlockKind,
}

/// The kind of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Head,
    Heading,
    FreeTime,
    Overlap,
    Entry,
}

impl Block {
    pub(super) fn new(kind: BlockKind, above: f32) -> Block {
        let rows = usize::from(kind == BlockKind::Entry);
        Block { above, stretch: above * STRETCH, height: 0.0, grow: 0.0, rows, items: Vec::new(), kind }
    }

    /// Adds a line of text and returns where it ends.
    pub(super) fn text(&mut self, line: Option<Line>, x: f32, baseline: f32, color: Color) -> f32 {
        let Some(Line { text, weight, size, width, glyphs, .. }) = line else { return x };
        self.items.push(Item::Text(TextRun { text, weight, size, x, baseline, width, color, glyphs }));
        x + width
    }

    /// Adds a strike-through line between two columns.
    pub(super) fn strike(&mut self, left: f32, right: f32, y: f32, line: f32, color: Color) {
        let frame = Frame { x: left, y, width: right - left, height: line };
        self.items.push(Item::Filled { frame, radius: 0.0, color });
    }
}

/// Returns the only line of a text that was limited to one line.
pub(super) fn first(lines: Vec<Line>) -> Option<Line> {
    lines.into_iter().next()
}
