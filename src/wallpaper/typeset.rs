//! How entries may be set: arrangements from roomy to dense, their type sizes and what they show.

use super::design::Design;
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
    /// Time and room above the title, beside a spine.
    Ticket,
    /// Room above the title, parallel entries next to each other, times at the left.
    Grid,
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

const TICKET: Setting = Setting { arrangement: Arrangement::Ticket, sizes: (15.0, 36.0), ..STACKED };
const SMALL_TICKET: Setting = Setting { sizes: (13.0, 24.0), shows_speakers: false, ..TICKET };
const GRID: Setting = Setting { arrangement: Arrangement::Grid, sizes: (14.0, 24.0), ..STACKED };
const SMALL_GRID: Setting = Setting { sizes: (12.0, 20.0), shows_speakers: false, shows_tracks: false, ..GRID };

/// How the entries of a design may be set.
pub(super) struct Settings {
    /// These show everything; the one with the largest possible type is used.
    pub(super) complete: &'static [Setting],
    /// These leave out details: first speakers, then tracks, then the ends of entries, then the texts between entries. The
    /// first one in which everything fits is used.
    pub(super) reduced: &'static [Setting],
    /// The last resort: titles may be cut, in the least size.
    pub(super) densest: Setting,
    /// The setting that fits the longest titles uncut, at its least size.
    pub(super) for_longest_titles: Setting,
    /// The most lines of a title; and where the band would stay empty without more.
    pub(super) most_lines: (usize, usize),
}

const DENSEST: Setting = Setting { sizes: (12.0, 17.0), shows_ends: false, tells_between: false, ..ROWS };
const DENSEST_TICKET: Setting = Setting { sizes: (12.0, 20.0), shows_tracks: false, tells_between: false, ..SMALL_TICKET };
const DENSEST_GRID: Setting = Setting { sizes: (11.0, 17.0), shows_ends: false, tells_between: false, ..SMALL_GRID };

const AGENDA: Settings = Settings {
    complete: &[COLUMNS, STACKED],
    reduced: &[
        SMALL_COLUMNS,
        Setting { shows_tracks: false, ..SMALL_COLUMNS },
        ROWS,
        Setting { sizes: (12.5, 18.0), shows_ends: false, ..ROWS },
        DENSEST,
    ],
    densest: DENSEST,
    for_longest_titles: SMALL_COLUMNS,
    most_lines: (3, 5),
};
const TICKETS: Settings = Settings {
    complete: &[TICKET],
    reduced: &[SMALL_TICKET, Setting { sizes: (12.5, 22.0), shows_tracks: false, ..SMALL_TICKET }, DENSEST_TICKET],
    densest: DENSEST_TICKET,
    for_longest_titles: SMALL_TICKET,
    most_lines: (3, 5),
};
const GRIDS: Settings = Settings {
    complete: &[GRID],
    reduced: &[SMALL_GRID, DENSEST_GRID],
    densest: DENSEST_GRID,
    for_longest_titles: DENSEST_GRID,
    most_lines: (5, 7),
};

impl Design {
    /// Returns how entries of this design may be set.
    pub(super) fn settings(self) -> &'static Settings {
        match self {
            Design::Agenda => &AGENDA,
            Design::Ticket => &TICKETS,
            Design::Grid => &GRIDS,
        }
    }
}

impl Settings {
    /// Returns all of them, from roomy to dense.
    pub(super) fn all(&self) -> impl Iterator<Item = Setting> {
        self.complete.iter().chain(self.reduced).copied()
    }
}

// In ems of a title.

/// The indent of titles for a bar if there is no column of times.
const ROOM_FOR_BAR: f32 = 0.5;

/// The distance from the times to the bar, and from the bar to the titles; more if there are marks on the bar.
const AROUND_BAR: (f32, f32) = (0.4, 0.55);
const AROUND_MARKED_BAR: (f32, f32) = (0.55, 0.7);

/// The distance of the spines of parallel entries, and from the last one to the titles.
pub(super) const FORK: f32 = 0.62;
const AFTER_SPINE: f32 = 0.72;

/// The distance from the times to the cells of a grid.
const BEFORE_CELLS: f32 = 0.5;

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
            Arrangement::Ticket => Ems { small: 0.74, time: 0.94, leading: 1.26 },
            Arrangement::Grid => Ems { small: 0.84, time: 0.94, leading: 1.22 },
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
    /// Whether the type of its arrangement does not become larger than this em.
    pub(super) fn is_largest(self, title: f32, point: f32) -> bool {
        let largest = Design::ALL.into_iter().flat_map(|design| design.settings().all());
        let of_arrangement = largest.filter(|other| other.arrangement == self.arrangement);
        of_arrangement.map(|setting| setting.title_sizes(point).1).max().is_some_and(|largest| title >= largest as f32)
    }

    /// Returns the least and the largest em of titles, in whole pixels.
    pub(super) fn title_sizes(self, point: f32) -> (u32, u32) {
        ((self.sizes.0 * point).ceil() as u32, (self.sizes.1 * point).floor() as u32)
    }

    /// Returns the measures for titles of this em, in pixels; `lanes` is the most entries at one time, for which room is
    /// reserved if there is no column of times.
    pub(super) fn measures(self, fonts: &mut Fonts, title: u32, width: f32, point: f32, lanes: usize) -> Measures {
        let title = title as f32;
        let Ems { small, time, leading } = self.arrangement.ems();
        let least = (FLOOR * point).ceil();
        let time = (title * time).round().max(least);
        let (column, bar) = match self.arrangement {
            Arrangement::Stacked if lanes > 1 => (title * ROOM_FOR_BAR, 0.0),
            Arrangement::Stacked => (0.0, 0.0),
            Arrangement::Ticket => (title * (FORK * (lanes - 1) as f32 + AFTER_SPINE), 0.0),
            Arrangement::Grid => {
                let times = Paragraph::clock(fonts, Weight::Bold, "00:00").width(time);
                (times + title * BEFORE_CELLS, 0.0)
            }
            Arrangement::Columns | Arrangement::Rows => {
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
