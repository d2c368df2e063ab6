//! Blocks: the parts of a picture, which are composed separately and then stacked.

use super::scene::{Frame, Item, TextRun};
use super::text::Line;
use crate::program::Color;

/// Items around a common origin, and their height.
pub(super) struct Block {
    /// Least distance from the block above, in pixels.
    pub(super) above: f32,
    /// In pixels.
    pub(super) height: f32,
    /// Relative to the block's top left.
    pub(super) items: Vec<Item>,
    pub(super) kind: BlockKind,
}

/// The kind of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Heading,
    FreeTime,
    Overlap,
    Entry,
}

impl Block {
    pub(super) fn new(kind: BlockKind, above: f32) -> Block {
        Block { above, height: 0.0, items: Vec::new(), kind }
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
