//! Composing rows as blocks.

use super::block::{Block, BlockKind, first};
use super::fonts::Fonts;
use super::scene::{Frame, Item};
use super::shaped::ShapedRow;
use super::text::Paragraph;
use super::theme::Palette;
use super::typeset::{Arrangement, Measures, Setting};

/// Rooms have a separate column only if their names take less than this part of the width.
const WIDEST_ROOMS: f32 = 0.27;

/// The number of overlaps takes at most this part of the width.
const WIDEST_LEGEND: f32 = 0.4;

/// What is longer is no word that anybody reads, so it may be broken: that of 38 Latin letters, in ems.
const LONGEST_WORD: f32 = 20.0;

/// The thickness of a thin line in points.
const THIN: f32 = 0.75;

/// The width in points of the bar that connects overlapping entries.
const BAR: f32 = 2.5;

// The following are in ems of the adjacent text.

/// The distance between a title and the column of rooms.
const BEFORE_ROOMS: f32 = 0.8;

/// The size of a heading relative to small text.
const HEADING: f32 = 1.08;

/// The least width for a day's label.
const LEAST_LABEL: f32 = 3.0;

/// The distance between a day and its label.
const BEFORE_LABEL: f32 = 0.45;

/// The distance between a text and the thin line after it.
const BEFORE_RULE: f32 = 0.7;

/// The distance of a thin line from the top of its text line.
const RULE: f32 = 0.62;

/// The height of a single line of small text.
pub(super) const LINE: f32 = 1.25;

/// The width of the mark of an overlap, and the distance of its centre from the top of its text line.
const DOT: f32 = 0.62;
const DOT_MIDDLE: f32 = 0.64;

/// The distance of other text from such a mark, in widths of the mark.
const BEFORE_DOT: f32 = 2.5;

/// The distance within an entry, relative to the distance between entries.
const CLOSER: f32 = 0.75;

/// The distance from the time to the title below it, in line distances of titles.
const BELOW_TIME: f32 = 1.02;

/// The distance from the start to the end below it.
const START_TO_END: f32 = 1.45;

/// The depth of letters below their baseline.
pub(super) const HANG: f32 = 0.26;

/// The height above the baseline of the line through a cancelled title, and its thickness.
const STRIKE: f32 = 0.34;
const STRIKE_LINE: f32 = 0.07;

/// Composes blocks in one setting, size and theme.
#[derive(Clone, Copy)]
pub(super) struct Composer {
    pub(super) setting: Setting,
    pub(super) measures: Measures,
    pub(super) palette: Palette,
    /// Width of the rooms' column in pixels; 0 if rooms are below titles.
    pub(super) rooms: f32,
    /// Whether the picture will be mirrored, so that right-to-left text begins at the side of the times.
    pub(super) from_right: bool,
}

impl Composer {
    /// Adds a column for rooms at the right, if the setting has one and their names are short enough.
    pub(super) fn with_rooms(mut self, rows: &mut [ShapedRow]) -> Composer {
        if self.setting.arrangement == Arrangement::Rows {
            let size = self.measures.small;
            let padding = 2.0 * self.pill_padding();
            let widths = rows.iter_mut().filter_map(|row| row.room.as_mut()).map(|room| room.width(size) + padding);
            let widest = widths.fold(0.0, f32::max).ceil();
            let breaks_before = self.breaks_a_word(rows);
            self.rooms = if widest < self.measures.width * WIDEST_ROOMS { widest } else { 0.0 };
            if !breaks_before && self.breaks_a_word(rows) {
                self.rooms = 0.0;
            }
        }
        self
    }

    /// Returns the width of a title.
    pub(super) fn title_width(&self, row: &ShapedRow) -> f32 {
        let rooms = if self.rooms > 0.0 { self.rooms + self.measures.small * BEFORE_ROOMS } else { 0.0 };
        match self.setting.arrangement {
            Arrangement::Grid => self.cell_width(row.share) - self.inside_cell(),
            _ => self.measures.width - self.measures.column - rooms,
        }
    }

    /// Whether a title has a word that is wider than a line, though not so long that it is broken in any case.
    pub(super) fn breaks_a_word(&self, rows: &[ShapedRow]) -> bool {
        let is_word = |row: &&ShapedRow| row.longest_word <= LONGEST_WORD;
        rows.iter().filter(is_word).any(|row| row.longest_word * self.measures.title > self.title_width(row))
    }

    /// Whether a title fits without an ellipsis on this many lines.
    pub(super) fn shows_whole_title(&self, row: &mut ShapedRow, lines: usize) -> bool {
        let width = self.title_width(row);
        row.title.line_count(self.measures.title, width) <= lines
    }

    /// Composes the heading of a day, with a line to the right edge. `legend` is the number of overlaps, if these are only
    /// marked.
    pub(super) fn heading(&self, fonts: &mut Fonts, row: &mut ShapedRow) -> Block {
        let size = (self.measures.small * HEADING).ceil();
        let mut block = Block::new(BlockKind::Heading, self.entry_space() * 2.0);
        let end = self.legend(fonts, &mut block, row);
        let day = first(row.day.lines(fonts, size, end, 1));
        let mut right = block.text(day, 0.0, size, self.palette.text);
        if let Some(label) = row.day_label.as_mut().filter(|_| end - right > size * LEAST_LABEL) {
            let left = right + size * BEFORE_LABEL;
            right = block.text(first(label.lines(fonts, size, end - left, 1)), left, size, self.palette.quiet);
        }
        block.height = size * LINE;
        self.rule(&mut block, right + size * BEFORE_RULE, end, size * RULE);
        block
    }

    /// Adds the number of overlaps at the right and returns where it begins.
    fn legend(&self, fonts: &mut Fonts, block: &mut Block, row: &mut ShapedRow) -> f32 {
        let (size, width) = (self.measures.small, self.measures.width);
        let Some(legend) = row.legend.as_mut().filter(|_| !self.setting.tells_between) else { return width };
        let Some(line) = first(legend.lines(fonts, size, width * WIDEST_LEGEND, 1)) else { return width };
        let x = width - line.width;
        let dot = self.dot();
        block.items.push(self.dot_at(x - dot, size * DOT_MIDDLE));
        block.text(Some(line), x, size, self.palette.accent);
        x - dot * BEFORE_DOT
    }

    /// Returns the width of the mark of an overlap.
    fn dot(&self) -> f32 {
        (self.measures.small * DOT).round().max(3.0)
    }

    /// Returns the mark on the bar next to the first line of an overlapping entry, or `None` if the overlap is stated as
    /// text.
    pub(super) fn mark(&self, bar: f32, top: f32) -> Option<Item> {
        let middle = bar + bar_width(self.measures.point) / 2.0;
        (!self.setting.tells_between).then(|| self.dot_at(middle, top + self.measures.title * DOT_MIDDLE))
    }

    /// Returns the mark of an overlap with this centre.
    fn dot_at(&self, x: f32, y: f32) -> Item {
        let dot = self.dot();
        let frame = Frame { x: (x - dot / 2.0).round(), y: (y - dot / 2.0).round(), width: dot, height: dot };
        Item::Filled { frame, radius: dot / 2.0, color: self.palette.accent }
    }

    /// Adds a thin line from left to right, if there is room for one.
    pub(super) fn rule(&self, block: &mut Block, left: f32, right: f32, y: f32) {
        if left < right {
            let frame = Frame { x: left, y, width: right - left, height: (self.measures.point * THIN).round().max(1.0) };
            block.items.push(Item::Filled { frame, radius: 0.0, color: self.palette.line });
        }
    }

    /// Returns the least distance between entries.
    pub(super) fn entry_space(&self) -> f32 {
        self.measures.title
            * match self.setting.arrangement {
                Arrangement::Stacked => 0.9,
                Arrangement::Columns | Arrangement::Ticket => 0.7,
                Arrangement::Grid => 0.6,
                Arrangement::Rows => 0.5,
            }
    }

    /// Composes free time or an overlap before an entry, if there is one.
    pub(super) fn between(&self, fonts: &mut Fonts, row: &mut ShapedRow) -> Option<Block> {
        let (kind, words) = row.between.as_mut()?;
        let mut block = Block::new(*kind, self.entry_space() * CLOSER);
        match kind {
            BlockKind::Overlap if self.setting.tells_between => self.overlap(fonts, &mut block, words),
            // The bar and its marks show it.
            BlockKind::Overlap => (block.above, block.stretch) = (0.0, 0.0),
            _ if self.setting.tells_between => self.free_time(fonts, &mut block, words),
            _ => {
                self.rule(&mut block, 0.0, self.measures.width, 0.0);
                block.height = self.measures.point.ceil();
            }
        }
        Some(block)
    }

    fn overlap(&self, fonts: &mut Fonts, block: &mut Block, words: &mut Paragraph) {
        let (size, padding) = (self.measures.small, self.pill_padding());
        let line = first(words.lines(fonts, size, self.measures.width - self.measures.column - 2.0 * padding, 1));
        let x = self.measures.column;
        let frame =
            Frame { x, y: 0.0, width: line.as_ref().map_or(0.0, |line| line.width) + 2.0 * padding, height: self.pill_height() };
        block.items.push(Item::Filled { frame, radius: self.pill_radius(), color: self.palette.accent });
        block.text(line, x + padding, self.pill_baseline(), self.palette.ground);
        block.height = self.pill_height();
    }

    fn free_time(&self, fonts: &mut Fonts, block: &mut Block, words: &mut Paragraph) {
        let size = self.measures.small;
        let x = self.measures.column;
        let right = block.text(first(words.lines(fonts, size, self.measures.width - x, 1)), x, size, self.palette.quiet);
        let (from, to) = match self.setting.arrangement {
            Arrangement::Stacked => (right + size * BEFORE_RULE, self.measures.width),
            _ => (0.0, self.measures.bar),
        };
        self.rule(block, from, to, size * RULE);
        block.height = size * LINE;
    }

    /// Composes an entry, with its title on at most this many lines; `between` is whether there is a block above it for the
    /// time between.
    pub(super) fn entry(&self, fonts: &mut Fonts, row: &mut ShapedRow, lines: usize, between: bool) -> Block {
        let Measures { title, time, leading, column, .. } = self.measures;
        let mut block = Block::new(BlockKind::Entry, self.entry_space() * if between { CLOSER } else { 1.0 });
        let accent = if row.off.is_some() { self.palette.quiet } else { self.palette.accent };
        let mut baseline = title;
        let mut least_height = 0.0;
        if self.setting.arrangement == Arrangement::Stacked {
            if let Some(span) = first(row.span.lines(fonts, time, self.measures.width - column, 1)) {
                block.text(Some(span), column, time, accent);
                baseline = time + leading * BELOW_TIME;
            }
        } else {
            if let Some(start) = &mut row.start {
                block.text(first(start.lines(fonts, time, column, 1)), 0.0, baseline, accent);
            }
            least_height = self.end(fonts, &mut block, row, baseline);
        }
        least_height = least_height.max(self.room_beside(fonts, &mut block, row, baseline));
        self.title(fonts, &mut block, row, lines, (column, baseline));
        self.details(fonts, &mut block, row);
        block.height = block.height.max(least_height);
        block
    }

    /// Adds the title from this position on.
    pub(super) fn title(
        &self,
        fonts: &mut Fonts,
        block: &mut Block,
        row: &mut ShapedRow,
        lines: usize,
        (column, mut baseline): (f32, f32),
    ) {
        let Measures { title, leading, .. } = self.measures;
        let (is_off, width) = (row.off.is_some(), self.title_width(row));
        let color = if is_off { self.palette.quiet } else { self.palette.text };
        for line in row.title.lines(fonts, title, width, lines) {
            let left = if line.from_right && !self.from_right { column + width - line.width } else { column };
            let right = block.text(Some(line), left, baseline, color);
            if is_off {
                block.strike(left, right, baseline - title * STRIKE, (title * STRIKE_LINE).max(1.0), color);
            }
            block.height = baseline + title * HANG;
            baseline += leading;
        }
    }

    /// Adds the end below the start, or in its place where that is said already, and returns its height.
    fn end(&self, fonts: &mut Fonts, block: &mut Block, row: &mut ShapedRow, baseline: f32) -> f32 {
        let Some(end) = row.end.as_mut().filter(|_| self.setting.shows_ends) else { return 0.0 };
        let size = self.measures.small;
        let baseline = if row.start.is_some() { baseline + size * START_TO_END } else { baseline };
        block.text(first(end.lines(fonts, size, self.measures.column, 1)), 0.0, baseline, self.palette.quiet);
        baseline + size * HANG
    }
}

/// Returns the width of the bar that connects overlapping entries.
pub(super) fn bar_width(point: f32) -> f32 {
    (point * BAR).round().max(1.0)
}
