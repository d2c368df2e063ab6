//! The laid-out picture as data: shapes and text at fixed places, in pixels from the top left.

use super::screen::Screen;
use super::zone::Band;
use crate::plan::EntryId;
use crate::program::Color;

/// One picture before it is painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Its size.
    pub screen: Screen,
    /// The colour of everything that no item covers.
    pub ground: Color,
    /// Where a photo under it is darkened; none where the ground is flat.
    pub scrim: Option<Band>,
    /// From back to front.
    pub items: Vec<Item>,
    /// The plan's entries that it shows, in time order.
    pub entries: Vec<EntryId>,
    /// The same in words, for those who cannot see it.
    pub words: String,
}

/// Something to paint.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A filled rectangle; a line is a thin one.
    Filled {
        /// Where.
        frame: Frame,
        /// Of the corners, in pixels.
        radius: f32,
        /// Of the whole.
        color: Color,
    },
    /// A rectangle's outline, inside its frame.
    Outlined {
        /// Where.
        frame: Frame,
        /// Of the outer corners, in pixels.
        radius: f32,
        /// Of the line, in pixels.
        line: f32,
        /// Of the line.
        color: Color,
    },
    /// Words on one line.
    Text(TextRun),
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}

/// A cut of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// For reading.
    Regular,
    /// For what comes first.
    Bold,
}

/// Glyphs on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// The words that the glyphs spell.
    pub text: String,
    /// Which font.
    pub weight: Weight,
    /// The em in pixels.
    pub size: f32,
    /// Left end of the baseline.
    pub x: f32,
    /// Height of the baseline.
    pub baseline: f32,
    /// How far the glyphs reach from `x`.
    pub width: f32,
    /// Of the glyphs.
    pub color: Color,
    /// In the order of the line.
    pub glyphs: Vec<Glyph>,
}

/// One glyph of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Number of the font among those loaded.
    pub face: u16,
    /// Its number in the font; 0 stands for a character that the font lacks.
    pub id: u32,
    /// Pixels from the run's `x`.
    pub x: f32,
    /// Pixels from the run's baseline, down.
    pub y: f32,
}

/// How far letters and syllables rise above the baseline and hang below it, in ems.
pub const RISE: f32 = 0.86;
/// See [`RISE`].
pub const DROP: f32 = 0.22;

impl TextRun {
    /// What the letters cover.
    pub fn frame(&self) -> Frame {
        Frame { x: self.x, y: self.baseline - RISE * self.size, width: self.width, height: (RISE + DROP) * self.size }
    }
}

impl Frame {
    /// Column after the last.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// Row after the last.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }
}

impl Item {
    /// What it covers.
    pub fn frame(&self) -> Frame {
        match self {
            Item::Filled { frame, .. } | Item::Outlined { frame, .. } => *frame,
            Item::Text(run) => run.frame(),
        }
    }

    /// The same as seen in a mirror, with its words still readable; `sum` is that of the columns that change places.
    pub fn mirrored(mut self, sum: f32) -> Item {
        match &mut self {
            Item::Filled { frame, .. } | Item::Outlined { frame, .. } => frame.x = sum - frame.right(),
            Item::Text(run) => run.x = sum - run.x - run.width,
        }
        self
    }

    /// The same, so much further to the right and down.
    pub fn moved(mut self, right: f32, down: f32) -> Item {
        match &mut self {
            Item::Filled { frame, .. } | Item::Outlined { frame, .. } => {
                frame.x += right;
                frame.y += down;
            }
            Item::Text(run) => {
                run.x += right;
                run.baseline += down;
            }
        }
        self
    }
}
