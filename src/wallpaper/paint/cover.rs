//! Computing with tiny-skia how much of each pixel a shape or a glyph covers.

use super::STEPS;
use crate::wallpaper::fonts::Fonts;
use crate::wallpaper::scene::Frame;
use crate::wallpaper::stamp::{Stamp, Stamps};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use std::cell::RefMut;
use tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};

impl Stamp {
    pub(super) fn of(path: Path, rule: FillRule) -> Option<Stamp> {
        let bounds = path.bounds();
        let (left, top) = (bounds.left().floor(), bounds.top().floor());
        let (width, height) = ((bounds.right() - left).ceil() as u32, (bounds.bottom() - top).ceil() as u32);
        let mut mask = Mask::new(width, height)?;
        mask.fill_path(&path.transform(Transform::from_translate(-left, -top))?, rule, true, Transform::identity());
        let steps = mask.data().iter().map(|coverage| ((u32::from(*coverage) * STEPS + 127) / 255) as u8).collect();
        Some(Stamp { left: left as i32, top: top as i32, width: width as usize, steps })
    }
}

/// The most stamps that are kept from one picture to the next: those of several pictures, a few megabytes.
const MOST_KEPT: usize = 2_000;

/// The stamps of glyphs, of this picture and earlier ones.
pub(super) struct GlyphStamps<'a> {
    fonts: &'a Fonts,
    stamps: RefMut<'a, Stamps>,
}

impl<'a> GlyphStamps<'a> {
    pub(super) fn of(fonts: &'a Fonts) -> GlyphStamps<'a> {
        let mut stamps = fonts.stamps.borrow_mut();
        if stamps.len() > MOST_KEPT {
            stamps.clear();
        }
        GlyphStamps { fonts, stamps }
    }

    /// Returns the stamp of a glyph; `None` for a space.
    pub(super) fn stamp(&mut self, face: u16, glyph: u32, size: f32) -> Option<&Stamp> {
        let key = (face, glyph, (size * 64.0) as u32);
        self.stamps
            .entry(key)
            .or_insert_with(|| outline(self.fonts, face, glyph, size).and_then(|path| Stamp::of(path, FillRule::Winding)))
            .as_ref()
    }
}

fn outline(fonts: &Fonts, face: u16, glyph: u32, size: f32) -> Option<Path> {
    let outline = fonts.face(face).outline_glyphs().get(skrifa::GlyphId::new(glyph))?;
    let mut pen = Pen(PathBuilder::new());
    outline.draw(DrawSettings::unhinted(Size::new(size), LocationRef::default()), &mut pen).ok()?;
    pen.0.finish()
}

/// The y axis of fonts points up, that of pictures down.
struct Pen(PathBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, -y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, -y1, x, -y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, -y1, x2, -y2, x, -y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

/// Returns a rectangle with rounded corners, each a quarter circle approximated by a cubic curve.
pub(super) fn rounded(frame: Frame, radius: f32) -> PathBuilder {
    let Frame { x: left, y: top, width, height } = frame;
    let (right, bottom) = (left + width, top + height);
    let radius = radius.min(width / 2.0).min(height / 2.0).max(0.0);
    let handle = radius * (1.0 - 0.552_284_8);
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - handle, top, right, top + handle, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - handle, right - handle, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + handle, bottom, left, bottom - handle, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + handle, left + handle, top, left + radius, top);
    path.close();
    path
}

pub(super) fn inset(frame: Frame, by: f32) -> Frame {
    Frame {
        x: frame.x + by,
        y: frame.y + by,
        width: (frame.width - 2.0 * by).max(1.0),
        height: (frame.height - 2.0 * by).max(1.0),
    }
}
