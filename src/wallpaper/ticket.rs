//! The design *Ticket*: entries along a spine on which time passes.

use super::block::{Block, BlockKind, first};
use super::compose::{Composer, HANG, LINE};
use super::fonts::Fonts;
use super::forks::Fork;
use super::rows::EntryRow;
use super::scene::{Frame, Item};
use super::shaped::ShapedRow;
use super::typeset::{FORK, Measures};
use crate::program::Color;

// In ems of a title.

/// The thickness of the spine.
const SPINE: f32 = 0.26;

/// The thickness of the line from one lane of the spine to the next.
const BRANCH: f32 = 0.12;

/// The distance from the time to the room.
const BEFORE_ROOM: f32 = 0.7;

/// The height of an hour that passes, where there is room for it, and the longest time that is drawn to scale, in hours.
const HOUR: f32 = 1.9;
const MOST_HOURS: f32 = 3.0;

/// The least height of free time, and what an hour adds to it; with words and without.
const FREE: (f32, f32) = (1.1, 0.35);
const UNTOLD_FREE: (f32, f32) = (0.4, 0.2);

/// The length of a dash of the spine in free time.
const DASH: f32 = 0.2;

/// The distance from the line with the time to the title, in line distances.
const BELOW_TIME: f32 = 1.0;

/// What the spine shows beside an entry.
#[derive(Debug, Clone, Copy)]
pub(super) enum Edge {
    /// The colour of its track, if it has one.
    Of(Option<Color>),
    /// It does not take place.
    Off,
}

impl Composer {
    /// Composes an entry of a ticket: time and room, the title, details. It becomes taller with its length where there is room.
    pub(super) fn stub(&self, fonts: &mut Fonts, row: &mut ShapedRow, entry: &EntryRow, lines: usize) -> Block {
        let Measures { title, time, leading, column, width, .. } = self.measures;
        let is_off = row.off.is_some();
        let (ink, accent) =
            if is_off { (self.palette.quiet, self.palette.quiet) } else { (self.palette.text, self.palette.accent) };
        let mut block = Block::new(BlockKind::Entry, self.entry_space());
        let mut baseline = time;
        let end = block.text(first(row.span.lines(fonts, time, width - column, 1)), column, baseline, accent);
        let mut is_begun = end > column;
        if let Some(room) = row.large_room.as_mut() {
            let mut left = if is_begun { end + title * BEFORE_ROOM } else { column };
            if is_begun && room.width(time) > width - left {
                (left, baseline) = (column, baseline + time * LINE);
            }
            block.text(first(room.lines(fonts, time, width - left, 1)), left, baseline, ink);
            is_begun = true;
        }
        let baseline = if is_begun { baseline + leading * BELOW_TIME } else { title };
        self.title(fonts, &mut block, row, lines, (column, baseline));
        self.details(fonts, &mut block, row);
        block.grow = self.passing(entry.span.minutes());
        block
    }

    /// Composes the free time before an entry, as space that tells how long it is.
    pub(super) fn pause(&self, fonts: &mut Fonts, row: &mut ShapedRow, entry: &EntryRow) -> Option<Block> {
        let minutes = entry.free_minutes();
        let (_, words) = row.between.as_mut().filter(|_| minutes > 0)?;
        let Measures { title, small, column, width, .. } = self.measures;
        let mut block = Block::new(BlockKind::FreeTime, self.entry_space() / 2.0);
        let (least, hour) = if self.setting.tells_between { FREE } else { UNTOLD_FREE };
        block.height = title * (least + hour * hours(minutes));
        if self.setting.tells_between {
            block.height = block.height.max(small * LINE);
            let baseline = (block.height + small * (1.0 - HANG)) / 2.0;
            block.text(first(words.lines(fonts, small, width - column, 1)), column, baseline, self.palette.quiet);
        }
        block.grow = self.passing(minutes);
        Some(block)
    }

    /// Returns the most height in pixels by which time that passes may be shown.
    fn passing(&self, minutes: i64) -> f32 {
        self.measures.title * HOUR * hours(minutes)
    }

    /// Draws the spine of a picture; `places` are top and bottom of its entries, and `edges` what is shown beside them.
    pub(super) fn spine(&self, forks: &[Fork], places: &[(f32, f32)], edges: &[Edge]) -> Vec<Item> {
        let Measures { title, .. } = self.measures;
        let thick = (title * SPINE).round().max(2.0);
        let left = |lane: usize| (title * FORK * lane as f32).round();
        let filled = |x: f32, y: f32, width: f32, height: f32, color: Color| Item::Filled {
            frame: Frame { x, y, width, height },
            radius: 0.0,
            color,
        };
        let mut items = Vec::new();
        for (at, fork) in forks.iter().enumerate() {
            let (top, bottom) = (places[at].0, places[fork.last].1);
            let is_passed = |other: &Fork| other.lane == fork.lane && other.last >= at;
            let color = match edges[at] {
                // Something that takes place has the line.
                Edge::Off if forks[..at].iter().any(is_passed) => continue,
                Edge::Off => self.palette.line,
                Edge::Of(track) => track.map_or(self.palette.accent, |color| self.seen(color)),
            };
            if fork.lane > 0 {
                let branch = (title * BRANCH).round().max(1.0);
                items.push(filled(
                    left(fork.lane - 1) + thick,
                    top,
                    left(fork.lane) - left(fork.lane - 1) - thick,
                    branch,
                    color,
                ));
            }
            items.push(filled(left(fork.lane), top, thick, bottom - top, color));
        }
        let is_free = |at: usize| !forks[at].ends_day && forks[..=at].iter().all(|fork| fork.last <= at);
        let pauses = places.windows(2).enumerate().filter(|(at, _)| is_free(*at)).map(|(_, pair)| (pair[0].1, pair[1].0));
        items.extend(pauses.flat_map(|(from, to)| self.dashes(from, to, thick)));
        items
    }

    /// Draws the spine where nothing is on: thin and broken.
    fn dashes(&self, from: f32, to: f32, thick: f32) -> impl Iterator<Item = Item> + use<> {
        let (thin, dash) = ((thick / 3.0).round().max(1.0), (self.measures.title * DASH).round().max(2.0));
        let (x, color) = (((thick - thin) / 2.0).round(), self.palette.line);
        let count = ((to - from - dash) / (2.0 * dash)).max(0.0) as usize;
        // In the middle of what there is.
        let start = (from + to - (2 * count).saturating_sub(1) as f32 * dash) / 2.0;
        (0..count).map(move |number| {
            let frame = Frame { x, y: (start + number as f32 * 2.0 * dash).round(), width: thin, height: dash };
            Item::Filled { frame, radius: 0.0, color }
        })
    }
}

fn hours(minutes: i64) -> f32 {
    (minutes as f32 / 60.0).clamp(0.0, MOST_HOURS)
}
