//! The details of an entry: labels, track and speakers.

use super::block::{Block, BlockKind, first};
use super::compose::Composer;
use super::contrast::{contrast, mixed};
use super::fonts::Fonts;
use super::scene::{Frame, Item};
use super::shaped::ShapedRow;
use super::text::Line;
use super::typeset::{Arrangement, Measures};
use crate::program::Color;

/// A short label next to long ones keeps its own width if the column is at least this many times as wide.
const SHORT_LABEL: f32 = 2.0;

// In ems of small text.

/// The distance above the first detail, and between lines of labels.
const ABOVE: f32 = 0.28;

/// The distance from a label to the next detail, and from a text to the next detail.
const AFTER_LABEL: f32 = 0.6;
const AFTER_TEXT: f32 = 0.9;

/// The width of the square mark of a track, and its distance from the name.
const MARK: f32 = 0.62;
const AFTER_MARK: f32 = 0.35;

/// The height of such a mark above the baseline, in widths of the mark.
const MARK_TOP: f32 = 1.08;

/// The height of a label, the position of its text, the distance of the text from its sides, and the radius of its corners.
const LABEL_HEIGHT: f32 = 1.5;
const LABEL_BASELINE: f32 = 1.09;
const LABEL_PADDING: f32 = 0.5;
const LABEL_RADIUS: f32 = 0.36;

/// The least contrast between the mark of a track and its ground. Its colour is changed in this many steps until it is
/// reached.
const MARK_CONTRAST: f32 = 3.0;
const MIXES: u32 = 8;

impl Composer {
    /// Adds the details below the title: why it does not take place, the room, the track, the speakers; next to each other
    /// while there is room.
    pub(super) fn details(&self, fonts: &mut Fonts, block: &mut Block, row: &mut ShapedRow) {
        let Measures { small, column, width, .. } = self.measures;
        let room_below = self.rooms == 0.0 && self.setting.arrangement != Arrangement::Ticket;
        let is_forked = self.setting.arrangement == Arrangement::Ticket && self.setting.tells_between;
        let overlap = row.between.as_mut().filter(|(kind, _)| is_forked && *kind == BlockKind::Overlap);
        let mut flow = Flow { x: column, top: block.height + small * ABOVE, left: column, right: width };
        let pills = [
            (row.off.as_mut(), self.palette.accent),
            (overlap.map(|(_, words)| words), self.palette.accent),
            (row.room.as_mut().filter(|_| room_below), self.palette.quiet),
        ];
        for (words, color) in pills {
            let Some(words) = words else { continue };
            let padding = 2.0 * self.pill_padding();
            flow.break_unless(words.width(small) + padding, self.pill_height() + small * ABOVE);
            let line = first(words.lines(fonts, small, flow.room() - padding, 1));
            flow.x = self.pill(block, line, flow.x, flow.top, None, color) + small * AFTER_LABEL;
            block.height = flow.top + self.pill_height();
        }
        let mark = small * MARK;
        let track = row.track.as_mut().filter(|_| self.setting.shows_tracks);
        let track = track.map(|(words, color)| (words, color.map(|color| self.seen(color)), mark.round() + small * AFTER_MARK));
        let speakers = row.speakers.as_mut().filter(|_| self.setting.shows_speakers).map(|words| (words, None, 0.0));
        for (words, color, indent) in track.into_iter().chain(speakers) {
            let indent = if color.is_some() { indent } else { 0.0 };
            flow.break_unless(words.width(small) + indent, self.pill_height());
            if let Some(color) = color {
                let y = (flow.top + self.pill_baseline() - mark * MARK_TOP).round();
                let frame = Frame { x: flow.x.round(), y, width: mark.round(), height: mark.round() };
                block.items.push(Item::Filled { frame, radius: 0.0, color });
            }
            let line = first(words.lines(fonts, small, flow.room() - indent, 1));
            flow.x = block.text(line, flow.x + indent, flow.top + self.pill_baseline(), self.palette.quiet) + small * AFTER_TEXT;
            block.height = flow.top + self.pill_height();
        }
    }

    /// Adds the room at the right, and returns where its label ends below.
    pub(super) fn room_beside(&self, fonts: &mut Fonts, block: &mut Block, row: &mut ShapedRow, baseline: f32) -> f32 {
        let Some(room) = row.room.as_mut().filter(|_| self.rooms > 0.0) else { return 0.0 };
        let line = first(room.lines(fonts, self.measures.small, self.rooms - 2.0 * self.pill_padding(), 1));
        let own = line.as_ref().map_or(0.0, |line| line.width + 2.0 * self.pill_padding());
        // Labels of about the same length are equally wide; a short one next to long ones is not widened.
        let width = if own * SHORT_LABEL < self.rooms { own } else { self.rooms };
        let (left, top) = (self.measures.width - width, baseline - self.pill_baseline());
        self.pill(block, line, left, top, Some(width), self.palette.quiet);
        top + self.pill_height()
    }

    /// Returns a track's colour, lightened or darkened until its mark is visible.
    pub(super) fn seen(&self, color: Color) -> Color {
        let mixes = (0..MIXES).map(|step| mixed(color, self.palette.text, step, MIXES));
        mixes.into_iter().find(|mix| contrast(*mix, self.palette.ground) >= MARK_CONTRAST).unwrap_or(self.palette.text)
    }

    /// Adds an outlined label and returns where it ends.
    pub(super) fn pill(&self, block: &mut Block, line: Option<Line>, x: f32, y: f32, width: Option<f32>, color: Color) -> f32 {
        let Some(line) = line else { return x };
        let width = width.unwrap_or(line.width + 2.0 * self.pill_padding());
        let frame = Frame { x, y, width, height: self.pill_height() };
        let stroke = self.measures.point.round().max(1.0);
        block.items.push(Item::Outlined { frame, radius: self.pill_radius(), line: stroke, color: self.outline(color) });
        let text_x = x + (width - line.width) / 2.0;
        block.text(Some(line), text_x, y + self.pill_baseline(), color);
        x + width
    }

    /// Returns the colour of an outline: less prominent for labels that need no attention.
    fn outline(&self, text: Color) -> Color {
        if text == self.palette.quiet { self.palette.line } else { text }
    }

    pub(super) fn pill_height(&self) -> f32 {
        (self.measures.small * LABEL_HEIGHT).round()
    }

    pub(super) fn pill_baseline(&self) -> f32 {
        (self.measures.small * LABEL_BASELINE).round()
    }

    pub(super) fn pill_padding(&self) -> f32 {
        (self.measures.small * LABEL_PADDING).round()
    }

    pub(super) fn pill_radius(&self) -> f32 {
        self.measures.small * LABEL_RADIUS
    }
}

/// The position of the next detail.
struct Flow {
    x: f32,
    top: f32,
    left: f32,
    right: f32,
}

impl Flow {
    fn room(&self) -> f32 {
        self.right - self.x
    }

    /// Begins a new line this much lower, unless there is room for something this wide.
    fn break_unless(&mut self, width: f32, height: f32) {
        if self.x > self.left && width > self.room() {
            (self.x, self.top) = (self.left, self.top + height);
        }
    }
}
