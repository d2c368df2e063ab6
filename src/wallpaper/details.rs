//! Details of an entry: labels, track and speakers.

use super::block::{Block, first};
use super::compose::Composer;
use super::contrast::{contrast, mixed};
use super::fonts::Fonts;
use super::scene::{Frame, Item};
use super::shaped::ShapedRow;
use super::text::Line;
use super::typeset::Measures;
use crate::program::Color;

// In ems of small text.

/// Above the first of the details, and between one line of labels and the next.
const ABOVE: f32 = 0.28;

/// From a label to what stands behind it, and from a text to what stands behind that.
const AFTER_LABEL: f32 = 0.6;
const AFTER_TEXT: f32 = 0.9;

/// How wide the square mark of a track is, and how far it is from the name.
const MARK: f32 = 0.62;
const AFTER_MARK: f32 = 0.35;

/// How high above the baseline such a mark begins, in widths of the mark.
const MARK_TOP: f32 = 1.08;

/// How high a label is, where its words stand in it, how far they are from its sides, and how round its corners are.
const LABEL_HEIGHT: f32 = 1.5;
const LABEL_BASELINE: f32 = 1.09;
const LABEL_PADDING: f32 = 0.5;
const LABEL_RADIUS: f32 = 0.36;

/// The mark of a track must stand out from its ground by this much. Its colour is changed in so many steps until it does.
const MARK_CONTRAST: f32 = 3.0;
const MIXES: u32 = 8;

impl Composer {
    /// Under the title: why it is off, the room, the track, the speakers; beside each other while there is room.
    pub(super) fn details(&self, fonts: &mut Fonts, block: &mut Block, row: &mut ShapedRow) {
        let Measures { small, column, width, .. } = self.measures;
        let room_below = self.rooms == 0.0;
        let mut flow = Flow { x: column, top: block.height + small * ABOVE, left: column, right: width };
        let pills = [(row.off.as_mut(), self.palette.accent), (row.room.as_mut().filter(|_| room_below), self.palette.quiet)];
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

    /// A track's colour, lightened or darkened until its mark is seen.
    fn seen(&self, color: Color) -> Color {
        let mixes = (0..MIXES).map(|step| mixed(color, self.palette.text, step, MIXES));
        mixes.into_iter().find(|mix| contrast(*mix, self.palette.ground) >= MARK_CONTRAST).unwrap_or(self.palette.text)
    }

    /// Draws an outlined label; tells where it ends.
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

    /// Labels that need no attention have an outline that asks for none.
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

/// Where the next detail goes.
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

    /// Begins a line, so much lower, unless there is room for something so wide.
    fn break_unless(&mut self, width: f32, height: f32) {
        if self.x > self.left && width > self.room() {
            (self.x, self.top) = (self.left, self.top + height);
        }
    }
}
