//! How entries may be set: arrangements from roomy to dense, their type sizes and what they show.

use super::fonts::Fonts;
use super::text::Paragraph;

/// No text is smaller than this many points.
pub(super) const FLOOR: f32 = 11.0;

/// Where the parts of an entry stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrangement {
    /// Time, title and room below each other, as on a poster.
    Stacked,
    /// Times in a column at the left, title and room beside them.
    Columns,
    /// Time, title and room beside each other.
    Rows,
}

/// One way of setting all entries of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    pub(super) arrangement: Arrangement,
    /// Least and largest size of titles in points.
    sizes: (f32, f32),
    /// Most lines of a title.
    pub(super) title_lines: usize,
    pub(super) shows_ends: bool,
    pub(super) shows_speakers: bool,
    /// Whether titles may end in an ellipsis that would fit elsewhere.
    pub(super) may_cut: bool,
}

const STACKED: Setting = Setting {
    arrangement: Arrangement::Stacked,
    sizes: (22.0, 42.0),
    title_lines: 3,
    shows_ends: true,
    shows_speakers: true,
    may_cut: false,
};
const COLUMNS: Setting = Setting { arrangement: Arrangement::Columns, sizes: (15.0, 24.0), ..STACKED };
const ROWS: Setting =
    Setting { arrangement: Arrangement::Rows, sizes: (12.5, 17.0), shows_ends: false, shows_speakers: false, ..STACKED };

/// From the roomiest to the densest; the first in which everything fits is taken.
pub(super) const SETTINGS: [Setting; 7] = [
    STACKED,
    COLUMNS,
    Setting { sizes: (14.0, 22.0), shows_speakers: false, ..COLUMNS },
    Setting { sizes: (14.0, 20.0), shows_speakers: false, shows_ends: false, ..COLUMNS },
    ROWS,
    Setting { sizes: (12.0, 14.0), title_lines: 2, may_cut: true, ..ROWS },
    Setting { sizes: (12.0, 14.0), title_lines: 1, may_cut: true, ..ROWS },
];

/// Sizes and distances of one attempt, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    /// The em of titles.
    pub(super) title: f32,
    /// The em of times.
    pub(super) time: f32,
    /// The em of everything else.
    pub(super) small: f32,
    /// From one line of a title to the next.
    pub(super) leading: f32,
    /// Where titles begin.
    pub(super) column: f32,
    /// How wide it all is.
    pub(super) width: f32,
    /// One point.
    pub(super) point: f32,
}

impl Setting {
    /// The least and the largest em of titles, in whole pixels.
    pub(super) fn title_sizes(self, point: f32) -> (u32, u32) {
        ((self.sizes.0 * point).ceil() as u32, (self.sizes.1 * point).floor() as u32)
    }

    /// The measures at titles of this em, in pixels.
    pub(super) fn measures(self, fonts: &mut Fonts, title: u32, width: f32, point: f32) -> Measures {
        let title = title as f32;
        let (small, time, leading) = match self.arrangement {
            Arrangement::Stacked => (0.46, 0.62, 1.24),
            Arrangement::Columns => (0.74, 1.0, 1.27),
            Arrangement::Rows => (0.86, 1.0, 1.25),
        };
        let time = (title * time).round();
        let column = match self.arrangement {
            Arrangement::Stacked => 0.0,
            _ => Paragraph::clock(fonts, super::scene::Weight::Bold, "00:00").width(time) + title * 0.9,
        };
        let small = (title * small).max(FLOOR * point).ceil();
        Measures { title, time, small, leading: title * leading, column: column.round(), width, point }
    }
}
