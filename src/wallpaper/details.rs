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

impl Composer {
    /// Under the title: why it is off, the room, the track, the speakers; beside each other while there is room.
    pub(super) fn details(&self, fonts: &mut Fonts, block: &mut Block, row: &mut ShapedRow) {
        let Measures { small, column, width, .. } = self.measures;
        let room_below = self.rooms == 0.0;
        let mut flow = Flow { x: column, top: block.height + small * 0.28, left: column, right: width };
        let pills = [(row.off.as_mut(), self.palette.accent), (row.room.as_mut().filter(|_| room_below), self.palette.quiet)];
        for (words, color) in pills {
            let Some(words) = words else { continue };
            let padding = 2.0 * self.pill_padding();
            flow.break_unless(words.width(small) + padding, self.pill_height() + small * 0.28);
            let line = first(words.lines(fonts, small, flow.room() - padding, 1));
            flow.x = self.pill(block, line, flow.x, flow.top, None, color) + small * 0.6;
            block.height = flow.top + self.pill_height();
        }
        let mark = small * 0.62;
        let track = row.track.as_mut().filter(|_| self.setting.shows_tracks);
        let track = track.map(|(words, color)| (words, color.map(|color| self.seen(color)), mark.round() + small * 0.35));
        let speakers = row.speakers.as_mut().filter(|_| self.setting.shows_speakers).map(|words| (words, None, 0.0));
        for (words, color, indent) in track.into_iter().chain(speakers) {
            let indent = if color.is_some() { indent } else { 0.0 };
            flow.break_unless(words.width(small) + indent, self.pill_height());
            if let Some(color) = color {
                let y = (flow.top + self.pill_baseline() - mark * 1.08).round();
                let frame = Frame { x: flow.x.round(), y, width: mark.round(), height: mark.round() };
                block.items.push(Item::Filled { frame, radius: 0.0, color });
            }
            let line = first(words.lines(fonts, small, flow.room() - indent, 1));
            flow.x = block.text(line, flow.x + indent, flow.top + self.pill_baseline(), self.palette.quiet) + small * 0.9;
            block.height = flow.top + self.pill_height();
        }
    }

    /// A track's colour, lightened or darkened until its mark is seen.
    fn seen(&self, color: Color) -> Color {
        let mixes = (0..8).map(|step| mixed(color, self.palette.text, step, 8));
        mixes.into_iter().find(|mix| contrast(*mix, self.palette.ground) >= 3.0).unwrap_or(self.palette.text)
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
        (self.measures.small * 1.5).round()
    }

    pub(super) fn pill_baseline(&self) -> f32 {
        (self.measures.small * 1.09).round()
    }

    pub(super) fn pill_padding(&self) -> f32 {
        (self.measures.small * 0.5).round()
    }

    pub(super) fn pill_radius(&self) -> f32 {
        self.measures.small * 0.36
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
