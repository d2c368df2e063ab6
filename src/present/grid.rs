//! A program day as a grid of rooms by time, as data: columns and blocks with their positions in minutes.

mod step;
#[cfg(test)]
mod tests;

pub use step::{Focus, Way};

use super::SessionSet;
use super::axis::{Axis, drawn};
use super::lanes::{Lane, lanes};
use super::now::{end, is_on};
use super::scale::{Need, Scale};
use crate::program::order::sorted;
use crate::program::{Date, Program, Session};

/// A session that overlaps others and is longer than this is listed above the grid; in minutes.
const LONG: i64 = 240;
/// So is one that is longer than this and takes more than this many tenths of the day.
const LONG_IN_SHORT_DAY: i64 = 120;
const LONG_TENTHS: i64 = 6;
/// Empty stretches longer than this are squeezed; in minutes.
const EMPTY: i64 = 90;

/// The least height of a session, which a thumb needs with the gap to the next, and what its text takes: its time with the paddings
/// and the gap, and each line of its title.
const LEAST: i64 = 46;
const TIME: i64 = 24;
const LINE: i64 = 17;

/// The most sessions that are drawn, the earliest first: twice as many as on the fullest published day, and as many as a
/// phone can still scroll.
const MOST: usize = 1_500;

/// One program day.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The day.
    pub date: Date,
    /// The rooms used on that day in the organiser's order, and last, if needed, a column for sessions without a room.
    pub columns: Vec<Column>,
    /// The blocks by top, then column, then lane. A session in several rooms that are not adjacent has several blocks.
    pub blocks: Vec<Block>,
    /// Indices of the sessions that last nearly all day and overlap others: exhibitions, tea tents.
    pub all_day: Vec<usize>,
    /// How many sessions of the day are left out because there are too many.
    pub left_out: usize,
    /// The time axis.
    pub axis: Axis,
}

/// A column of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The room's index in the program, `None` for sessions without a room.
    pub room: Option<usize>,
    /// The room's name, empty if there is none.
    pub name: String,
    /// The number of lanes, at least 1.
    pub lanes: usize,
}

/// A session in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// The session's index in the program.
    pub session: usize,
    /// Its first column.
    pub column: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Its lane in the column. A block over several columns takes their whole width.
    pub lane: Lane,
    /// Distance from the grid's top in minutes.
    pub top: i64,
    /// Its height in minutes, never 0.
    pub height: i64,
}

/// A session with its rooms and the minutes (since 1970) between which it is drawn.
struct Item {
    session: usize,
    rooms: Vec<usize>,
    from: i64,
    to: i64,
}

impl Item {
    fn new(session_place: usize, program: &Program) -> Item {
        let session = &program.sessions[session_place];
        let (from, to) = drawn(session.span);
        let rooms: Vec<usize> = session.rooms.iter().filter_map(|id| program.rooms.index_of(id.as_str())).collect();
        let rooms = sorted(rooms, Ord::cmp);
        Item { session: session_place, rooms, from, to }
    }
}

/// Returns for each item whether it overlaps another one. Items must be sorted by start.
fn company<'i>(items: impl IntoIterator<Item = &'i Item>) -> Vec<bool> {
    let mut has_company: Vec<bool> = Vec::new();
    // The item among those before that ends last, and its end.
    let mut longest: Option<(usize, i64)> = None;
    for (at, item) in items.into_iter().enumerate() {
        let before = longest.filter(|(_, to)| item.from < *to);
        has_company.push(before.is_some());
        before.into_iter().for_each(|(other, _)| has_company[other] = true);
        longest = longest.filter(|(_, to)| item.to <= *to).or(Some((at, item.to)));
    }
    has_company
}

/// Returns for each item and each of its rooms whether no other item in the room overlaps it.
fn free_rooms(items: &[Item], rooms: usize) -> Vec<Vec<bool>> {
    let mut by_room: Vec<Vec<(usize, usize)>> = vec![Vec::new(); rooms];
    for (at, item) in items.iter().enumerate() {
        item.rooms.iter().enumerate().for_each(|(which, room)| by_room[*room].push((at, which)));
    }
    let mut free: Vec<Vec<bool>> = items.iter().map(|item| vec![true; item.rooms.len()]).collect();
    for inside in by_room {
        let has_company = company(inside.iter().map(|(at, _)| &items[*at]));
        inside.iter().zip(has_company).for_each(|((at, which), has_company)| free[*at][*which] = !has_company);
    }
    free
}

impl Grid {
    /// Creates the grid of the day's shown sessions, with room names in a language (a tag such as `ko`).
    pub fn new(program: &Program, date: Date, shown: &SessionSet, language: &str) -> Grid {
        let of_day = |index: &usize| program.sessions[*index].day == date;
        let items = (0..program.sessions.len()).filter(of_day).map(|index| Item::new(index, program)).collect();
        // All sessions of the day count for its length, even if few of them are shown.
        let (mut all_day, mut items) = without_long(items);
        all_day.retain(|item| shown.contains(item.session));
        items.retain(|item| shown.contains(item.session));
        let left_out = items.len().saturating_sub(MOST) + all_day.len().saturating_sub(MOST);
        items.truncate(MOST);
        all_day.truncate(MOST);
        let company = company(&items);
        let mut columns = columns(program, &items, &company, language);
        let spans: Vec<_> = items.iter().map(|item| (item.from, item.to)).collect();
        let axis = Axis::new(program, date, &spans, EMPTY);
        let free = free_rooms(&items, program.rooms.len());
        let mut blocks: Vec<Block> = Vec::new();
        for ((item, has_company), free) in items.iter().zip(company).zip(&free) {
            blocks.extend(blocks_of(item, &columns, &axis, has_company, free));
        }
        set_lanes(&mut blocks, &mut columns);
        let order = |block: &Block| (block.top, block.column, block.lane.lane);
        let blocks = sorted(blocks, |one, other| order(one).cmp(&order(other)));
        Grid { date, columns, blocks, all_day: all_day.iter().map(|item| item.session).collect(), left_out, axis }
    }
}

impl Grid {
    /// Returns the block that a person wants to see when the day opens: what they go to now or next, else what is on at this moment (in
    /// seconds since 1970), else the first thing they picked.
    pub fn opens_at(&self, program: &Program, is_picked: impl Fn(&Session) -> bool, unix: i64) -> Option<&Block> {
        let session = |block: &&Block| &program.sessions[block.session];
        let takes_place = || self.blocks.iter().filter(|block| !session(block).cancelled);
        let picked = || takes_place().filter(|block| is_picked(session(block)));
        let is_left = |block: &&Block| unix < end(session(block).span);
        picked()
            .find(is_left)
            .or_else(|| takes_place().find(|block| is_on(session(block).span, unix)))
            .or_else(|| picked().next())
    }

    /// Returns the heights of the day with this height of a minute, in tenths.
    pub fn scale(&self, minute: i64) -> Scale {
        let need = |block: &Block| Need { top: block.top, minutes: block.height, least: LEAST };
        Scale::new(&self.blocks.iter().map(need).collect::<Vec<_>>(), self.axis.height, minute)
    }
}

/// Returns how many whole lines of a title fit a block of this height below its time, at least one.
pub fn title_lines(height: i64) -> i64 {
    ((height - TIME) / LINE).max(1)
}

/// Removes items that last nearly all day and overlap others, unless they are most of the day, as on a day of workshops.
fn without_long(items: Vec<Item>) -> (Vec<Item>, Vec<Item>) {
    let first = items.iter().map(|item| item.from).min().unwrap_or_default();
    let last = items.iter().map(|item| item.to).max().unwrap_or_default();
    let is_long = |item: &Item| {
        let minutes = item.to - item.from;
        let is_most_of_day = minutes > LONG_IN_SHORT_DAY && minutes * 10 > (last - first) * LONG_TENTHS;
        minutes > LONG || is_most_of_day
    };
    let long: Vec<bool> = items.iter().zip(company(&items)).map(|(item, company)| company && is_long(item)).collect();
    let number = long.iter().filter(|long| **long).count();
    if number * 2 > items.len() {
        return (Vec::new(), items);
    }
    let mut long = long.into_iter();
    items.into_iter().partition(|_| long.next().unwrap_or_default())
}

fn columns(program: &Program, items: &[Item], company: &[bool], language: &str) -> Vec<Column> {
    let mut is_used = vec![false; program.rooms.len()];
    items.iter().flat_map(|item| &item.rooms).for_each(|room| is_used[*room] = true);
    let used = (0..program.rooms.len()).filter(|room| is_used[*room]);
    let column = |room: usize| Column { room: Some(room), name: program.rooms[room].name_in(language).to_owned(), lanes: 1 };
    let mut columns: Vec<Column> = used.map(column).collect();
    let is_homeless = items.iter().zip(company).any(|(item, company)| item.rooms.is_empty() && *company);
    if !items.is_empty() && (columns.is_empty() || is_homeless) {
        columns.push(Column { room: None, name: String::new(), lanes: 1 });
    }
    columns
}

/// Returns the block of an item, or several if its rooms are not adjacent or not free.
fn blocks_of(item: &Item, columns: &[Column], axis: &Axis, has_company: bool, free: &[bool]) -> Vec<Block> {
    let top = axis.top_of(item.from);
    let height = axis.top_of(item.to) - top;
    let block = |column, columns| Block {
        session: item.session,
        column,
        columns,
        lane: Lane { lane: 0, lanes: 1, wide: 1 },
        top,
        height,
    };
    if item.rooms.is_empty() {
        // A session for everybody, unless it overlaps others.
        return vec![if has_company { block(columns.len() - 1, 1) } else { block(0, columns.len()) }];
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut may_widen = false;
    for (room, is_free) in item.rooms.iter().zip(free) {
        let at = columns.partition_point(|column| column.room.is_some_and(|other| other < *room));
        match blocks.last_mut().filter(|last| may_widen && *is_free && last.column + last.columns == at) {
            Some(last) => last.columns += 1,
            None => blocks.push(block(at, 1)),
        }
        may_widen = *is_free;
    }
    blocks
}

/// Puts the blocks of each column into lanes and sets the number of lanes.
fn set_lanes(blocks: &mut [Block], columns: &mut [Column]) {
    let mut inside: Vec<Vec<&mut Block>> = columns.iter().map(|_| Vec::new()).collect();
    for block in blocks.iter_mut().filter(|block| block.columns == 1) {
        inside[block.column].push(block);
    }
    for (column, mut blocks) in columns.iter_mut().zip(inside) {
        let spans: Vec<_> = blocks.iter().map(|block| (block.top, block.top + block.height)).collect();
        let lanes = lanes(&spans);
        blocks.iter_mut().zip(&lanes).for_each(|(block, lane)| block.lane = *lane);
        column.lanes = lanes.iter().map(|lane| lane.lanes).max().unwrap_or(1);
    }
}
