//! The last lines of a picture: conference, day and version, and a QR code if requested.

use super::Request;
use super::agenda::EntryRow;
use super::block::{Block, BlockKind, first};
use super::contrast::luminance;
use super::fonts::Fonts;
use super::qr::Code;
use super::scene::{Frame, Item, Weight};
use super::text::Paragraph;
use crate::program::VersionName;
use crate::program::line::isolated;

/// The preferred size of a QR code in points, and the least size of its modules: in points, and in pixels on coarse screens.
const CODE_SIZE: f32 = 84.0;
const LEAST_MODULE: f32 = 1.5;
const LEAST_PIXELS: f32 = 3.0;

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

    /// Returns the height in pixels, including the space above it.
    pub(super) fn height(&self) -> f32 {
        self.code_side().max(self.size) + self.size * 1.3
    }

    fn module(&self, code: &Code) -> f32 {
        let modules = (code.size + 2 * Code::QUIET) as f32;
        (CODE_SIZE * self.point / modules).floor().max((LEAST_MODULE * self.point).ceil()).max(LEAST_PIXELS)
    }

    /// Returns the width of the QR code with its quiet zone; 0 if there is none.
    fn code_side(&self) -> f32 {
        self.code.as_ref().map_or(0.0, |code| self.module(code) * (code.size + 2 * Code::QUIET) as f32)
    }

    /// Composes the footer of one picture. The origin of its items is the bottom left of the band.
    pub(super) fn compose(&self, fonts: &mut Fonts, rows: &[EntryRow], number: usize, count: usize) -> Vec<Item> {
        let messages = self.request.language.messages();
        let program = self.request.program;
        let picture_messages = self.request.language.picture_messages();
        let version = VersionName::of(&program.version).map(|name| match name {
            VersionName::Date(date) => (picture_messages.as_of)(&(messages.date_with_year)(date)),
            VersionName::Word(word) => (picture_messages.version)(word),
        });
        // The number first, so that only the end of a long version is cut off.
        let number = (count > 1).then(|| format!("{number}/{count}"));
        let version = number.into_iter().chain(version).collect::<Vec<_>>().join(" · ");
        // Several days are already headings above their entries.
        let day = rows.first().map(|row| row.day).filter(|day| rows.iter().all(|row| row.day == *day));
        let title = isolated(&program.title);
        let title = day.map_or(title.clone(), |day| format!("{title} · {}", (messages.date_with_year)(day)));
        let mut block = Block::new(BlockKind::Heading, 0.0);
        match &self.code {
            None => self.one_line(fonts, &mut block, &title, &version),
            Some(code) if version.is_empty() => self.beside_code(fonts, &mut block, code, &[&title]),
            Some(code) => self.beside_code(fonts, &mut block, code, &[&title, &version]),
        }
        block.items
    }

    fn baseline(&self) -> f32 {
        -(self.size * 0.25).ceil()
    }

    /// Adds the conference and the day at the left, the version of the program and the number of the picture at the right.
    fn one_line(&self, fonts: &mut Fonts, block: &mut Block, left: &str, right: &str) {
        let color = self.request.palette().quiet;
        let right = first(Paragraph::words(fonts, Weight::Regular, right).lines(fonts, self.size, self.width * 0.45, 1));
        let right_width = right.as_ref().map_or(0.0, |line| line.width);
        let room = self.width - right_width - self.size;
        let left = first(Paragraph::words(fonts, Weight::Regular, left).lines(fonts, self.size, room, 1));
        block.text(left, 0.0, self.baseline(), color);
        block.text(right, self.width - right_width, self.baseline(), color);
    }

    /// Adds the QR code at the right, its purpose at its top, the rest at its bottom.
    fn beside_code(&self, fonts: &mut Fonts, block: &mut Block, code: &Code, lines: &[&str]) {
        let (side, palette) = (self.code_side(), self.request.palette());
        let room = self.width - side - self.size;
        let mut baseline = self.baseline();
        for words in lines.iter().rev() {
            let line = first(Paragraph::words(fonts, Weight::Regular, words).lines(fonts, self.size, room, 1));
            block.text(line, 0.0, baseline, palette.quiet);
            baseline -= self.size * 1.45;
        }
        let scan = Paragraph::words(fonts, Weight::Bold, self.request.language.picture_messages().scan);
        let mut top = self.size - side;
        for line in { scan }.lines(fonts, self.size, room, 2) {
            block.text(Some(line), 0.0, top, palette.text);
            top += self.size * 1.35;
        }
        self.code(block, code, (self.width - side).floor(), -side);
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
