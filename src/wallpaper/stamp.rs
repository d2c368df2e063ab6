//! Stamps: how much of each pixel a shape or a glyph covers. The painter makes them, and the fonts keep those of glyphs.

use std::collections::BTreeMap;

/// How much of each pixel a shape covers, in steps.
pub(super) struct Stamp {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: usize,
    pub(super) steps: Vec<u8>,
}

/// Stamps of glyphs by font, number and size in 64ths of a pixel; `None` for a space.
pub(super) type Stamps = BTreeMap<(u16, u32, u32), Option<Stamp>>;
