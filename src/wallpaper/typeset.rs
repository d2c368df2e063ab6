//! How entries may be set: arrangements from roomy to dense, their type sizes and what they show.

use super::fonts::Fonts;
use super::scene::Weight;
use super::text::Paragraph;

/// The least size of text in points.
pub(super) const FLOOR: f32 = 11.0;

/// The positions of the parts of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrangement {
    /// Time, title and room below each other, as on a poster.
    Stacked,
    /// Times in a column at the left, title and room next to them.
    Columns,
    /// Time, title and room next to each other.
    Rows,
}

/// A way of setting all entries of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    pub(super) arrangement: Arrangement,
    /// Least and largest size of titles in points.
    sizes: (f32, f32),
    pub(super) shows_speakers: bool,
    pub(super) shows_tracks: bool,
    pub(super) shows_ends: bool,
    /// Whether overlaps and free time are stated as text; otherwise there are marks on the bar and lines.
    pub(super) tells_between: bool,
}

/// The most lines of a title.
pub(super) const MOST_LINES: usize = 3;

const STACKED: Setting = Setting {
    arrangement: Arrangement::Stacked,
    sizes: (17.0, 42.0),
    shows_speakers: true,
    shows_tracks: true,
    shows_ends: true,
    tells_between: true,
};
const COLUMNS: Setting = Setting { arrangement: Arrangement::Columns, sizes: (15.0, 24.0), ..STACKED };
const SMALL_COLUMNS: Setting = Setting { sizes: (14.0, 22.0), shows_speakers: false, ..COLUMNS };
const ROWS: Setting =
    Setting { arrangement: Arrangement::Rows, sizes: (13.0, 19.0), shows_speakers: false, shows_tracks: false, ..STACKED };

/// These show everything; the one with the largest possible type is used.
pub(super) const COMPLETE: [Setting; 2] = [COLUMNS, STACKED];

/// These leave out details: first speakers, then tracks, then the ends of entries, then the texts between entries. The first
/// one in which everything fits is used.
pub(super) const REDUCED: [Setting; 5] = [
    SMALL_COLUMNS,
    Setting { shows_tracks: false, ..SMALL_COLUMNS },
    ROWS,
    Setting { sizes: (12.5, 18.0), shows_ends: false, ..ROWS },
    DENSEST,
];

/// The last resort: titles may be cut, in the least size.
pub(super) const DENSEST: Setting = Setting { sizes: (12.0, 17.0), shows_ends: false, tells_between: false, ..ROWS };

/// The setting that fits the longest titles uncut, at its least size.
pub(super) const FOR_LONGEST_TITLES: Setting = SMALL_COLUMNS;

// In ems of a title.

/// The indent of titles for a bar if there is no column of times.
const ROOM_FOR_BAR: f32 = 0.5;

/// The distance from the times to the bar, and from the bar to the titles; more if there are marks on the bar.
const AROUND_BAR: (f32, f32) = (0.4, 0.55);
const AROUND_MARKED_BAR: (f32, f32) = (0.55, 0.7);

/// The other sizes of [`Measures`], in ems of a title.
struct Ems {
    small: f32,
    time: f32,
    leading: f32,
}

impl Arrangement {
    fn ems(self) -> Ems {
        match self {
            Arrangement::Stacked => Ems { small: 0.46, time: 0.62, leading: 1.24 },
            Arrangement::Columns => Ems { small: 0.74, time: 1.0, leading: 1.27 },
            Arrangement::Rows => Ems { small: 0.86, time: 1.0, leading: 1.25 },
        }
    }
}

/// Sizes and distances of one attempt, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    /// The em of titles.
    pub(super) title: f32,
    /// The em of times.
    pub(super) time: f32,
    /// The em of everything else.
    pub(super) small: f32,
    /// The line distance of titles.
    pub(super) leading: f32,
    /// The left end of titles.
    pub(super) column: f32,
    /// The position of the bar that connects overlapping entries.
    pub(super) bar: f32,
    /// The total width.
    pub(super) width: f32,
    /// One point.
    pub(super) point: f32,
}

impl Setting {
    /// Returns the least and the largest em of titles, in whole pixels.
    pub(super) fn title_sizes(self, point: f32) -> (u32, u32) {
        ((self.sizes.0 * point).ceil() as u32, (self.sizes.1 * point).floor() as u32)
    }

    /// Returns the measures for titles of this em, in pixels; `overlaps` reserves room for bars if there is no column of
    /// times.
    pub(super) fn measures(self, fonts: &mut Fonts, title: u32, width: f32, point: f32, overlaps: bool) -> Measures {
        let title = title as f32;
        let Ems { small, time, leading } = self.arrangement.ems();
        let least = (FLOOR * point).ceil();
        let time = (title * time).round().max(least);
        let (column, bar) = match self.arrangement {
            Arrangement::Stacked if overlaps => (title * ROOM_FOR_BAR, 0.0),
            Arrangement::Stacked => (0.0, 0.0),
            _ => {
                let times = Paragraph::clock(fonts, Weight::Bold, "00:00").width(time);
                let (before_bar, after_bar) = if self.tells_between { AROUND_BAR } else { AROUND_MARKED_BAR };
                let bar = times + title * before_bar;
                (bar + title * after_bar, bar)
            }
        };
        let small = (title * small).ceil().max(least);
        Measures { title, time, small, leading: title * leading, column: column.round(), bar: bar.round(), width, point }
    }
}
