//! The laid-out picture as data: shapes and text at fixed positions, in pixels from the top left.

use super::design::Reading;
use super::mark::Mark;
use super::screen::Screen;
use super::zone::Band;
use crate::plan::EntryId;
use crate::program::Color;

/// One picture before it is painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Its size.
    pub screen: Screen,
    /// The colour of the ground.
    pub ground: Color,
    /// The band in which a photo behind it is darkened; `None` for a flat ground.
    pub scrim: Option<Band>,
    /// From back to front.
    pub items: Vec<Item>,
    /// The entries of the plan that it shows, in time order.
    pub entries: Vec<EntryId>,
    /// The same as text, for screen readers.
    pub words: String,
    /// Whether it has the QR code that was asked for.
    pub has_code: bool,
    /// How the timetable in it reads; `None` if it shows none.
    pub reading: Option<Reading>,
}

impl Scene {
    /// A white scene without anything on it.
    #[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
    pub(super) fn blank(screen: Screen) -> Scene {
        let ground = super::theme::rgb(0xffffff);
        Scene {
            screen,
            ground,
            scrim: None,
            items: Vec::new(),
            entries: Vec::new(),
            words: String::new(),
            has_code: false,
            reading: None,
        }
    }
}

/// Something to paint.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A filled rectangle; a line is a thin one.
    Filled {
        /// Its position and size.
        frame: Frame,
        /// The radius of the corners in pixels.
        radius: f32,
        /// The colour.
        color: Color,
    },
    /// A rectangle's outline, inside its frame.
    Outlined {
        /// Its position and size.
        frame: Frame,
        /// The radius of the outer corners in pixels.
        radius: f32,
        /// The thickness of the line in pixels.
        line: f32,
        /// The colour of the line.
        color: Color,
    },
    /// The organiser's logo.
    Logo {
        /// Its position and size, in whole pixels.
        frame: Frame,
        /// What it covers.
        mark: Mark,
        /// The colour.
        color: Color,
    },
    /// Text on one line.
    Text(TextRun),
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A weight of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Normal text.
    Regular,
    /// Prominent text.
    Bold,
}

/// Glyphs on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// The text that the glyphs show.
    pub text: String,
    /// The weight of the font.
    pub weight: Weight,
    /// The em in pixels.
    pub size: f32,
    /// The left end of the baseline.
    pub x: f32,
    /// The vertical position of the baseline.
    pub baseline: f32,
    /// The width of the glyphs.
    pub width: f32,
    /// The colour of the glyphs.
    pub color: Color,
    /// The glyphs in visual order.
    pub glyphs: Vec<Glyph>,
}

/// One glyph of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Number of the font among the loaded ones.
    pub face: u16,
    /// Its number in the font; 0 stands for a character that the font lacks.
    pub id: u32,
    /// Pixels from the run's `x`.
    pub x: f32,
    /// Pixels from the run's baseline, down.
    pub y: f32,
}

/// How far letters and syllables rise above the baseline and descend below it, in ems.
pub const RISE: f32 = 0.86;
/// See [`RISE`].
pub const DROP: f32 = 0.22;

impl TextRun {
    /// Returns the rectangle that the letters cover.
    pub fn frame(&self) -> Frame {
        Frame { x: self.x, y: self.baseline - RISE * self.size, width: self.width, height: (RISE + DROP) * self.size }
    }
}

impl Frame {
    /// Returns the column after the last.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// Returns the row after the last.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }
}

impl Item {
    /// Returns the rectangle that it covers.
    pub fn frame(&self) -> Frame {
        match self {
            Item::Filled { frame, .. } | Item::Outlined { frame, .. } | Item::Logo { frame, .. } => *frame,
            Item::Text(run) => run.frame(),
        }
    }

    /// Mirrors the item horizontally, but not the text itself; `sum` is the sum of two columns that change places.
    pub fn mirrored(mut self, sum: f32) -> Item {
        match &mut self {
            Item::Filled { frame, .. } | Item::Outlined { frame, .. } | Item::Logo { frame, .. } => frame.x = sum - frame.right(),
            Item::Text(run) => run.x = sum - run.x - run.width,
        }
        self
    }

    /// Moves the item to the right and down.
    pub fn moved(mut self, right: f32, down: f32) -> Item {
        match &mut self {
            Item::Filled { frame, .. } | Item::Outlined { frame, .. } | Item::Logo { frame, .. } => {
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
