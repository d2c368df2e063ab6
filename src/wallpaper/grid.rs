//! The design *Grid*: time runs down, and what is on at the same time stands next to each other.

use super::block::{Block, BlockKind, first};
use super::compose::{Composer, HANG, LINE};
use super::fonts::Fonts;
use super::rows::EntryRow;
use super::scene::{Frame, Item};
use super::shaped::ShapedRow;
use super::typeset::Measures;
use crate::program::Moment;

// In ems of a title.

/// The distance between cells, and between the edge of a cell and its text.
const BETWEEN_CELLS: f32 = 0.55;
const INSIDE: f32 = 0.4;

/// The thickness of an edge.
const EDGE: f32 = 0.2;

/// The distance between the times and the room of a cell.
const BEFORE_ROOM: f32 = 0.5;

/// The distance from the thin line above a time to the time.
const BELOW_RULE: f32 = 0.35;

/// A room takes at most this many lines.
const ROOM_LINES: usize = 2;

/// The entries of one stretch of time, some of which run at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cluster {
    /// The number of its rows.
    pub(super) rows: usize,
    /// The first row of each slot.
    slots: Vec<usize>,
    /// The number of lanes.
    lanes: usize,
    /// One for each row.
    cells: Vec<Cell>,
}

/// The place of an entry in its cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    lane: usize,
    /// How many lanes it takes.
    width: usize,
    /// The first slot and the last one.
    first: usize,
    last: usize,
}

/// Returns the clusters of the rows of a picture, with at most so many lanes. Where there are more entries at one time, they
/// continue below, in a slot of their own.
pub(super) fn clusters(rows: &[EntryRow], most_lanes: usize) -> Vec<Cluster> {
    let mut clusters = Vec::new();
    let mut start = 0;
    while let Some(first) = rows.get(start) {
        let (mut until, mut end) = (first.span.until(), start + 1);
        while let Some(row) = rows.get(end).filter(|row| row.day == first.day && row.span.start < until) {
            (until, end) = (until.max(row.span.until()), end + 1);
        }
        clusters.push(cluster(&rows[start..end], most_lanes));
        start = end;
    }
    clusters
}

/// Returns the cluster of rows that follow each other without a break.
fn cluster(rows: &[EntryRow], most_lanes: usize) -> Cluster {
    let mut slots: Vec<usize> = Vec::new();
    let mut cells: Vec<Cell> = Vec::new();
    // The row in each lane that is not over.
    let mut lanes: Vec<Option<usize>> = Vec::new();
    let close = |lanes: &mut Vec<Option<usize>>, cells: &mut Vec<Cell>, last: usize, is_over: &dyn Fn(Moment) -> bool| {
        for lane in lanes.iter_mut() {
            if let Some(row) = lane.filter(|row| is_over(rows[*row].span.until())) {
                (cells[row].last, *lane) = (last, None);
            }
        }
    };
    for (at, row) in rows.iter().enumerate() {
        let begins = slots.last().is_none_or(|slot: &usize| rows[*slot].span.start < row.span.start);
        if begins {
            close(&mut lanes, &mut cells, slots.len().saturating_sub(1), &|until| until <= row.span.start);
        }
        let is_full = lanes.len() >= most_lanes && lanes.iter().all(Option::is_some);
        if is_full {
            close(&mut lanes, &mut cells, slots.len() - 1, &|_| true);
        }
        if begins || is_full {
            slots.push(at);
        }
        let lane = lanes.iter().position(Option::is_none).unwrap_or(lanes.len());
        if lane == lanes.len() {
            lanes.push(None);
        }
        lanes[lane] = Some(at);
        cells.push(Cell { lane, width: 1, first: slots.len() - 1, last: 0 });
    }
    close(&mut lanes, &mut cells, slots.len() - 1, &|_| true);
    let lanes = lanes.len();
    widen(&mut cells, lanes);
    Cluster { rows: rows.len(), slots, lanes, cells }
}

/// Lets every cell take the lanes at its right in which there is nothing beside it.
fn widen(cells: &mut [Cell], lanes: usize) {
    for at in 0..cells.len() {
        let cell = cells[at];
        let is_beside = |other: &Cell| other.first <= cell.last && cell.first <= other.last;
        let next = cells.iter().filter(|other| is_beside(other) && other.lane > cell.lane).map(|other| other.lane).min();
        cells[at].width = next.unwrap_or(lanes) - cell.lane;
    }
}

impl Cluster {
    /// Returns for each of its rows whether everything that begins in the same slot ends then too.
    pub(super) fn shared_ends(&self, rows: &[EntryRow]) -> Vec<bool> {
        let end = |at: usize| rows[at].span.end;
        let is_shared = |(at, cell): (usize, &Cell)| {
            let mut others = self.cells.iter().enumerate().filter(|(_, other)| other.first == cell.first);
            others.all(|(other, _)| end(other) == end(at))
        };
        self.cells.iter().enumerate().map(is_shared).collect()
    }

    /// Returns the lanes that each of its rows takes, of how many.
    pub(super) fn shares(&self) -> impl Iterator<Item = (usize, usize)> {
        self.cells.iter().map(|cell| (cell.width, self.lanes))
    }
}

impl Composer {
    /// Returns the width of a cell that takes this share of the lanes.
    pub(super) fn cell_width(&self, (taken, of): (usize, usize)) -> f32 {
        let (lane, between) = self.lane(of);
        lane * taken as f32 + between * (taken - 1) as f32
    }

    /// Returns the width of a lane, and the distance between lanes.
    fn lane(&self, of: usize) -> (f32, f32) {
        let Measures { title, width, column, .. } = self.measures;
        let between = (title * BETWEEN_CELLS).round();
        ((width - column - between * (of - 1) as f32) / of as f32, between)
    }

    /// Returns what the edge of a cell takes of its width.
    pub(super) fn inside_cell(&self) -> f32 {
        (self.measures.title * EDGE).round().max(2.0) + self.measures.title * INSIDE
    }

    /// Composes a cluster; `lines` are the most lines of each title.
    pub(super) fn cluster(&self, fonts: &mut Fonts, cluster: &Cluster, rows: &mut [ShapedRow], lines: &[usize]) -> Block {
        let Measures { title, time, small, column, .. } = self.measures;
        let mut whole = Block::new(BlockKind::Entry, self.entry_space());
        whole.rows = cluster.rows;
        let cells: Vec<Block> = (0..cluster.rows).map(|at| self.cell(fonts, &mut rows[at], lines[at])).collect();
        let least = cluster
            .slots
            .iter()
            .map(|row| if self.shows_end(&rows[*row]) { time + small * 2.0 * HANG + small } else { time * LINE });
        let heights = heights(cluster, &cells, self.space(), least.collect());
        let top = title * BELOW_RULE;
        let tops: Vec<f32> =
            heights.iter().scan(top, |top, height| Some(std::mem::replace(top, *top + height + self.space()))).collect();
        for (slot, row) in cluster.slots.iter().enumerate() {
            self.times(fonts, &mut whole, &mut rows[*row], tops[slot]);
        }
        let (lane, between) = self.lane(cluster.lanes);
        let edge = (title * EDGE).round().max(2.0);
        for (cell, (row, block)) in cluster.cells.iter().zip(rows.iter().zip(cells)) {
            let left = column + (lane + between) * cell.lane as f32;
            let (top, bottom) = (tops[cell.first], tops[cell.last] + heights[cell.last]);
            let color = row.track.as_ref().and_then(|(_, color)| *color).map_or(self.palette.accent, |color| self.seen(color));
            self.rule(&mut whole, left, left + self.cell_width((cell.width, cluster.lanes)), top - title * BELOW_RULE);
            let frame = Frame { x: left.round(), y: top, width: edge, height: bottom - top };
            whole.items.push(Item::Filled { frame, radius: 0.0, color });
            whole.items.extend(block.items.into_iter().map(|item| item.moved(left + self.inside_cell(), top)));
        }
        whole.height = tops.last().zip(heights.last()).map_or(0.0, |(top, height)| top + height);
        whole
    }

    /// Whether the end of a slot's entries is said below its start.
    fn shows_end(&self, row: &ShapedRow) -> bool {
        self.setting.shows_ends && row.shares_end && row.start.is_some() && row.end.is_some()
    }

    /// Adds when a slot begins, and when all that begins in it ends.
    fn times(&self, fonts: &mut Fonts, whole: &mut Block, row: &mut ShapedRow, top: f32) {
        let Measures { title, time, small, column, .. } = self.measures;
        let Some(start) = row.start.as_mut() else { return };
        self.rule(whole, 0.0, column, top - title * BELOW_RULE);
        whole.text(first(start.lines(fonts, time, column, 1)), 0.0, top + time, self.palette.accent);
        let shows_end = self.shows_end(row);
        if let Some(end) = row.end.as_mut().filter(|_| shows_end) {
            whole.text(first(end.lines(fonts, small, column, 1)), 0.0, top + time + small * LINE, self.palette.quiet);
        }
    }

    /// Returns the distance between slots.
    fn space(&self) -> f32 {
        self.measures.title * (BELOW_RULE + BETWEEN_CELLS)
    }

    /// Composes a cell with its top left at the origin: the times that the column of times does not say, the room, the title.
    fn cell(&self, fonts: &mut Fonts, row: &mut ShapedRow, lines: usize) -> Block {
        let Measures { title, time, small, leading, .. } = self.measures;
        let width = self.title_width(row);
        let is_off = row.off.is_some();
        let (ink, quiet) = (if is_off { self.palette.quiet } else { self.palette.text }, self.palette.quiet);
        let mut block = Block::new(BlockKind::Entry, 0.0);
        let mut baseline = time;
        let (mut left, mut is_begun) = (0.0, false);
        if let Some(end) = row.own_end.as_mut().filter(|_| self.setting.shows_ends && !row.shares_end) {
            left = block.text(first(end.lines(fonts, time, width, 1)), 0.0, baseline, quiet) + title * BEFORE_ROOM;
            is_begun = true;
        }
        if let Some(room) = row.large_room.as_mut() {
            if left > 0.0 && room.width(time) > width - left {
                (left, baseline) = (0.0, baseline + time * LINE);
            }
            for (number, line) in room.lines(fonts, time, width - left, ROOM_LINES).into_iter().enumerate() {
                baseline += if number > 0 { time * LINE } else { 0.0 };
                block.text(Some(line), left, baseline, ink);
            }
            is_begun = true;
        }
        let baseline = if is_begun { baseline + leading } else { title };
        self.title(fonts, &mut block, row, lines, (0.0, baseline));
        let track = row.track.as_mut().map(|(name, _)| name).filter(|_| self.setting.shows_tracks);
        let speakers = row.speakers.as_mut().filter(|_| self.setting.shows_speakers);
        let details = [(row.off.as_mut(), self.palette.accent), (track, quiet), (speakers, quiet)];
        for (words, color) in details.into_iter().filter_map(|(words, color)| Some((words?, color))) {
            let baseline = block.height + small;
            block.text(first(words.lines(fonts, small, width, 1)), 0.0, baseline, color);
            block.height = baseline + small * HANG;
        }
        block
    }
}

/// Returns the least height of each slot in which every cell fits, given that of its times.
fn heights(cluster: &Cluster, cells: &[Block], space: f32, mut heights: Vec<f32>) -> Vec<f32> {
    let mut order: Vec<usize> = (0..cells.len()).collect();
    order.sort_by_key(|at| cluster.cells[*at].last);
    for at in order {
        let Cell { first, last, .. } = cluster.cells[at];
        let has: f32 = heights[first..=last].iter().sum::<f32>() + space * (last - first) as f32;
        heights[last] += (cells[at].height - has).max(0.0);
    }
    heights
}
