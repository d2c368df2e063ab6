//! Blocks: the parts of a picture, each composed on its own before they are stacked.

use super::scene::{Frame, Item, TextRun};
use super::shaped::ShapedRow;
use super::text::{Line, Paragraph};
use super::theme::Palette;
use super::typeset::{Arrangement, Measures, Setting};
use crate::program::Color;

/// Items around a common origin, and the room they need.
pub(super) struct Block {
    /// Least distance from the block above, in pixels.
    pub(super) above: f32,
    /// In pixels.
    pub(super) height: f32,
    /// Relative to the block's top left.
    pub(super) items: Vec<Item>,
    pub(super) kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Heading,
    FreeTime,
    Overlap,
    Entry,
}

/// Composes blocks in one setting, at one size, in one theme.
pub(super) struct Composer {
    pub(super) setting: Setting,
    pub(super) measures: Measures,
    pub(super) palette: Palette,
    /// Width of the rooms' column in pixels; nought where rooms stand below titles.
    pub(super) rooms: f32,
}

impl Composer {
    /// Makes a column for rooms at the right, where the setting wants one and their names are short enough.
    pub(super) fn with_rooms(mut self, rows: &mut [ShapedRow]) -> Composer {
        if self.setting.arrangement == Arrangement::Rows {
            let size = self.measures.small;
            let widths =
                rows.iter_mut().filter_map(|row| row.room.as_mut()).map(|room| room.width(size) + 2.0 * self.pill_padding());
            self.rooms =
                Some(widths.fold(0.0, f32::max).ceil()).filter(|width| *width < self.measures.width * 0.27).unwrap_or(0.0);
        }
        self
    }

    /// The width that titles have.
    pub(super) fn title_width(&self) -> f32 {
        let rooms = if self.rooms > 0.0 { self.rooms + self.measures.small * 0.8 } else { 0.0 };
        self.measures.width - self.measures.column - rooms
    }

    /// Whether a title does without an ellipsis here, on so many lines.
    pub(super) fn shows_whole_title(&self, row: &mut ShapedRow, lines: usize) -> bool {
        row.title.line_count(self.measures.title, self.title_width()) <= lines
    }

    /// The day, with a line that leads to the right edge.
    pub(super) fn heading(&self, row: &mut ShapedRow) -> Block {
        let size = (self.measures.small * 1.08).ceil();
        let mut block = Block::new(BlockKind::Heading, self.entry_space() * 2.0);
        let mut right = block.text(first(row.day.lines(size, self.measures.width, 1)), 0.0, size, self.palette.text);
        if let Some(label) = &mut row.day_label {
            let left = right + size * 0.45;
            right =
                block.text(first(label.lines(size, (self.measures.width - left).max(size), 1)), left, size, self.palette.quiet);
        }
        block.height = size * 1.25;
        self.rule(&mut block, right + size * 0.7, self.measures.width, size * 0.62);
        block
    }

    /// A thin line from left to right, if there is room for one.
    fn rule(&self, block: &mut Block, left: f32, right: f32, y: f32) {
        if left < right {
            let frame = Frame { x: left, y, width: right - left, height: (self.measures.point * 0.75).round().max(1.0) };
            block.items.push(Item::Filled { frame, radius: 0.0, color: self.palette.line });
        }
    }

    /// The least distance between entries.
    fn entry_space(&self) -> f32 {
        self.measures.title
            * match self.setting.arrangement {
                Arrangement::Stacked => 0.9,
                Arrangement::Columns => 0.7,
                Arrangement::Rows => 0.5,
            }
    }

    /// What lies between an entry and those before it, if anything does.
    pub(super) fn between(&self, row: &mut ShapedRow) -> Option<Block> {
        let (kind, words) = row.between.as_mut()?;
        let mut block = Block::new(*kind, self.entry_space() * 0.75);
        match kind {
            BlockKind::Overlap => self.overlap(&mut block, words),
            _ => self.free_time(&mut block, words),
        }
        Some(block)
    }

    fn overlap(&self, block: &mut Block, words: &mut Paragraph) {
        let (size, padding) = (self.measures.small, self.pill_padding());
        let line = first(words.lines(size, self.measures.width - self.measures.column - 2.0 * padding, 1));
        let x = self.measures.column;
        let frame =
            Frame { x, y: 0.0, width: line.as_ref().map_or(0.0, |line| line.width) + 2.0 * padding, height: self.pill_height() };
        block.items.push(Item::Filled { frame, radius: self.pill_radius(), color: self.palette.accent });
        block.text(line, x + padding, self.pill_baseline(), self.palette.ground);
        block.height = self.pill_height();
    }

    fn free_time(&self, block: &mut Block, words: &mut Paragraph) {
        let size = self.measures.small;
        let x = self.measures.column;
        let right = block.text(first(words.lines(size, self.measures.width - x, 1)), x, size, self.palette.quiet);
        let (from, to) = match self.setting.arrangement {
            Arrangement::Stacked => (right + size * 0.7, self.measures.width),
            _ => (0.0, self.measures.bar),
        };
        self.rule(block, from, to, size * 0.62);
        block.height = size * 1.25;
    }

    /// The entry itself, its title on at most so many lines; `between` says whether something stands above it.
    pub(super) fn entry(&self, row: &mut ShapedRow, lines: usize, between: bool) -> Block {
        let Measures { title, time, leading, column, .. } = self.measures;
        let mut block = Block::new(BlockKind::Entry, self.entry_space() * if between { 0.75 } else { 1.0 });
        let is_off = row.off.is_some();
        let (text, accent) =
            if is_off { (self.palette.quiet, self.palette.quiet) } else { (self.palette.text, self.palette.accent) };
        let mut baseline = title;
        let mut least_height = 0.0;
        if self.setting.arrangement == Arrangement::Stacked {
            block.text(first(row.span.lines(time, self.measures.width, 1)), column, time, accent);
            baseline = time + leading * 1.02;
        } else {
            block.text(first(row.start.lines(time, column, 1)), 0.0, baseline, accent);
            least_height = self.end(&mut block, row, baseline);
        }
        self.room_beside(&mut block, row, baseline);
        for line in row.title.lines(title, self.title_width(), lines) {
            let right = block.text(Some(line), column, baseline, text);
            if is_off {
                block.strike(column, right, baseline - title * 0.34, (title * 0.07).max(1.0), text);
            }
            block.height = baseline + title * 0.26;
            baseline += leading;
        }
        self.details(&mut block, row);
        block.height = block.height.max(least_height);
        block
    }

    /// The time at which it ends, under the start; tells how high that is.
    fn end(&self, block: &mut Block, row: &mut ShapedRow, baseline: f32) -> f32 {
        let Some(end) = row.end.as_mut().filter(|_| self.setting.shows_ends) else { return 0.0 };
        let size = self.measures.small;
        let baseline = baseline + size * 1.45;
        block.text(first(end.lines(size, self.measures.column, 1)), 0.0, baseline, self.palette.quiet);
        baseline + size * 0.26
    }

    fn room_beside(&self, block: &mut Block, row: &mut ShapedRow, baseline: f32) {
        if let Some(room) = row.room.as_mut().filter(|_| self.rooms > 0.0) {
            let line = first(room.lines(self.measures.small, self.rooms - 2.0 * self.pill_padding(), 1));
            let left = self.measures.width - self.rooms;
            self.pill(block, line, left, baseline - self.pill_baseline(), Some(self.rooms), self.palette.quiet);
        }
    }

    /// Under the title: why it is off, the room, the speakers.
    fn details(&self, block: &mut Block, row: &mut ShapedRow) {
        let Measures { small, column, width, .. } = self.measures;
        let (mut x, mut top) = (column, block.height + small * 0.28);
        let pills = [(&mut row.off, self.palette.accent), (&mut row.room, self.palette.quiet)];
        let count = if self.rooms > 0.0 { 1 } else { 2 };
        for (words, color) in pills.into_iter().take(count) {
            let Some(words) = words else { continue };
            if x > column && x + words.width(small) + 2.0 * self.pill_padding() > width {
                (x, top) = (column, block.height + small * 0.28);
            }
            let line = first(words.lines(small, width - x - 2.0 * self.pill_padding(), 1));
            x = self.pill(block, line, x, top, None, color) + small * 0.6;
            block.height = top + self.pill_height();
        }
        let room_left = width - x > 4.0 * small;
        if let Some(speakers) = row.speakers.as_mut().filter(|_| self.setting.shows_speakers && room_left) {
            block.text(first(speakers.lines(small, width - x, 1)), x, top + self.pill_baseline(), self.palette.quiet);
            block.height = top + self.pill_height();
        }
    }

    /// Draws an outlined label; tells where it ends.
    fn pill(&self, block: &mut Block, line: Option<Line>, x: f32, y: f32, width: Option<f32>, color: Color) -> f32 {
        let Some(line) = line else { return x };
        let width = width.unwrap_or(line.width + 2.0 * self.pill_padding());
        let frame = Frame { x, y, width, height: self.pill_height() };
        let stroke = self.measures.point.round().max(1.0);
        block.items.push(Item::Outlined { frame, radius: self.pill_radius(), line: stroke, color: self.outline(color) });
        let text_x = x + (width - line.width) / 2.0;
        block.text(Some(line), text_x, y + self.pill_baseline(), color);
        x + width
    }

    /// Labels that need no attention have an outline that asks for none.
    fn outline(&self, text: Color) -> Color {
        if text == self.palette.quiet { self.palette.line } else { text }
    }

    fn pill_height(&self) -> f32 {
        (self.measures.small * 1.5).round()
    }

    fn pill_baseline(&self) -> f32 {
        (self.measures.small * 1.09).round()
    }

    fn pill_padding(&self) -> f32 {
        (self.measures.small * 0.5).round()
    }

    fn pill_radius(&self) -> f32 {
        self.measures.small * 0.36
    }
}

impl Block {
    pub(super) fn new(kind: BlockKind, above: f32) -> Block {
        Block { above, height: 0.0, items: Vec::new(), kind }
    }

    /// Adds a line of text; tells where it ends.
    pub(super) fn text(&mut self, line: Option<Line>, x: f32, baseline: f32, color: Color) -> f32 {
        let Some(Line { text, weight, size, width, glyphs }) = line else { return x };
        self.items.push(Item::Text(TextRun { text, weight, size, x, baseline, width, color, glyphs }));
        x + width
    }

    fn strike(&mut self, left: f32, right: f32, y: f32, line: f32, color: Color) {
        let frame = Frame { x: left, y, width: right - left, height: line };
        self.items.push(Item::Filled { frame, radius: 0.0, color });
    }
}

/// The only line of what was set on one.
pub(super) fn first(lines: Vec<Line>) -> Option<Line> {
    lines.into_iter().next()
}
