//! The foot of a picture: a QR code, if requested, with its purpose.

use super::Request;
use super::block::{Block, BlockKind};
use super::contrast::luminance;
use super::design::Design;
use super::fonts::Fonts;
use super::qr::Code;
use super::scene::{Frame, Item, Weight};
use super::text::Paragraph;
use crate::program::Color;

/// The preferred size of a QR code in points, and the least size of its modules: in points, and in pixels on coarse screens.
const CODE_SIZE: f32 = 84.0;
const LEAST_MODULE: f32 = 1.5;
const LEAST_PIXELS: f32 = 3.0;

/// The length in points of the dashes along which a ticket is torn off.
const DASH: f32 = 4.0;

/// Composes the footers of all pictures of a plan.
pub(super) struct Footer<'a> {
    request: &'a Request<'a>,
    code: Option<Code>,
    /// The em of its text, in pixels.
    size: f32,
    /// One point in pixels.
    point: f32,
    /// Width of the band in pixels.
    width: f32,
}

impl<'a> Footer<'a> {
    /// Creates a footer with text of this size, and with a QR code if requested, unless the address is too long for one or
    /// the band too narrow.
    pub(super) fn new(request: &'a Request<'a>, size: f32, point: f32, width: f32, with_code: bool) -> Footer<'a> {
        let code = request.link.filter(|_| with_code).and_then(Code::of);
        let mut footer = Footer { request, code, size, point, width };
        if footer.code_side() > width / 2.0 {
            footer.code = None;
        }
        footer
    }

    pub(super) fn has_code(&self) -> bool {
        self.code.is_some()
    }

    /// Returns the height in pixels, including the space above it; 0 without a code.
    pub(super) fn height(&self) -> f32 {
        self.code.as_ref().map_or(0.0, |_| self.code_side() + self.size * 1.3)
    }

    fn module(&self, code: &Code) -> f32 {
        let modules = (code.size + 2 * Code::QUIET) as f32;
        (CODE_SIZE * self.point / modules).floor().max((LEAST_MODULE * self.point).ceil()).max(LEAST_PIXELS)
    }

    /// Returns the width of the QR code with its quiet zone; 0 if there is none.
    fn code_side(&self) -> f32 {
        self.code.as_ref().map_or(0.0, |code| self.module(code) * (code.size + 2 * Code::QUIET) as f32)
    }

    /// Composes the footer; the origin of its items is the bottom left of the band. A ticket has a line above it, along which it
    /// is torn off.
    pub(super) fn compose(&self, fonts: &mut Fonts, design: Design) -> Vec<Item> {
        let mut block = Block::new(BlockKind::Head, 0.0);
        let Some(code) = &self.code else { return block.items };
        let (side, palette) = (self.code_side(), self.request.palette());
        let scan = Paragraph::words(fonts, Weight::Bold, self.request.language.picture_messages().scan);
        let mut baseline = self.size - side;
        for line in { scan }.lines(fonts, self.size, self.width - side - self.size, 2) {
            block.text(Some(line), 0.0, baseline, palette.text);
            baseline += self.size * 1.35;
        }
        if design == Design::Ticket {
            self.tear_off(&mut block, -side - self.size * 0.65, palette.line);
        }
        self.code(&mut block, code, (self.width - side).floor(), -side);
        block.items
    }

    fn tear_off(&self, block: &mut Block, y: f32, color: Color) {
        let (dash, thick) = (self.point * DASH, (self.point * 1.5).round().max(1.0));
        for number in 0..(self.width / (2.0 * dash)) as usize {
            let frame = Frame { x: number as f32 * 2.0 * dash, y, width: dash, height: thick };
            block.items.push(Item::Filled { frame, radius: 0.0, color });
        }
    }

    /// Adds the QR code, dark on light in every theme, since many readers recognise nothing else.
    fn code(&self, block: &mut Block, code: &Code, x: f32, y: f32) {
        let (palette, side, module) = (self.request.palette(), self.code_side(), self.module(code));
        let is_light = luminance(palette.ground) > luminance(palette.text);
        let (light, dark) = if is_light { (palette.ground, palette.text) } else { (palette.text, palette.ground) };
        let filled = |x: f32, y: f32, width: f32, height: f32, color| Item::Filled {
            frame: Frame { x, y, width, height },
            radius: 0.0,
            color,
        };
        block.items.push(filled(x, y, side, side, light));
        let margin = Code::QUIET as f32 * module;
        for row in 0..code.size {
            let mut column = 0;
            while column < code.size {
                let end = (column..code.size).find(|at| !code.is_dark(*at, row)).unwrap_or(code.size);
                if end > column {
                    let (left, top) = (x + margin + column as f32 * module, y + margin + row as f32 * module);
                    block.items.push(filled(left, top, (end - column) as f32 * module, module, dark));
                }
                column = end + 1;
            }
        }
    }
}
