//! A program day as a grid of rooms by time, as data: columns, and blocks with their places in minutes.

mod step;
#[cfg(test)]
mod tests;

pub use step::{Focus, Way};

use super::SessionSet;
use super::axis::{Axis, drawn};
use super::lanes::{Lane, lanes};
use crate::program::{Date, Program, Room};

/// What is longer than this beside others stands above the grid, in minutes.
const LONG: i64 = 240;
/// So does what is longer than this and takes more than so many tenths of the day.
const LONG_IN_SHORT_DAY: i64 = 120;
const LONG_TENTHS: i64 = 6;
/// Nothing for longer than this is drawn shorter, in minutes.
const EMPTY: i64 = 90;

/// One program day.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The day.
    pub date: Date,
    /// Rooms that are used on that day in the organiser's order, last the one for sessions without a room where it is needed.
    pub columns: Vec<Column>,
    /// Sessions in the grid by top, then column, then lane. One in several rooms that are not side by side is there for each.
    pub blocks: Vec<Block>,
    /// Places in the program of what lasts nearly all day beside others: exhibitions, tea tents.
    pub all_day: Vec<usize>,
    /// Where times stand.
    pub axis: Axis,
}

/// A column of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The room's place in the program, none in the column of sessions that have no room.
    pub room: Option<usize>,
    /// The room's name, empty where there is none.
    pub name: String,
    /// How many sessions stand side by side where it is most crowded, at least 1.
    pub lanes: usize,
}

/// A session in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// The session's place in the program.
    pub session: usize,
    /// Its first column.
    pub column: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Its place in the column. A block over several columns has them to itself.
    pub lane: Lane,
    /// Where it begins, in minutes from the grid's top.
    pub top: i64,
    /// Its height in minutes, never 0.
    pub height: i64,
}

/// A session with the rooms that it needs and the minutes (since 1970) between which it is drawn.
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
        let place = |room: &Room| session.rooms.contains(&room.id);
        let rooms = (0..program.rooms.len()).filter(|at| place(&program.rooms[*at])).collect();
        Item { session: session_place, rooms, from, to }
    }

    fn meets(&self, other: &Item) -> bool {
        self.session != other.session && self.from < other.to && other.from < self.to
    }
}

impl Grid {
    /// The day's sessions that are shown, with room names in a language (a tag such as `ko`).
    pub fn new(program: &Program, date: Date, shown: &SessionSet, language: &str) -> Grid {
        let of_day = |place: &usize| program.sessions[*place].day == date;
        let items = (0..program.sessions.len()).filter(of_day).map(|place| Item::new(place, program)).collect();
        // What is long stays so, however few others are shown beside it.
        let (mut all_day, mut items) = without_long(items);
        all_day.retain(|item| shown.contains(item.session));
        items.retain(|item| shown.contains(item.session));
        let mut columns = columns(program, &items, language);
        let spans: Vec<_> = items.iter().map(|item| (item.from, item.to)).collect();
        let axis = Axis::new(program, date, &spans, EMPTY);
        let mut blocks: Vec<Block> = items.iter().flat_map(|item| blocks(item, &items, &columns, &axis)).collect();
        for (at, column) in columns.iter_mut().enumerate() {
            column.lanes = set_lanes(&mut blocks, at);
        }
        let order = |block: &Block| (block.top, block.column, block.lane.lane);
        let mut in_order: Vec<Block> = Vec::new();
        for block in blocks {
            // They come by their starts, so this is seldom far from the end, and less code than sorting.
            let at = in_order.partition_point(|before| order(before) <= order(&block));
            in_order.insert(at, block);
        }
        Grid { date, columns, blocks: in_order, all_day: all_day.iter().map(|item| item.session).collect(), axis }
    }
}

/// Takes out what lasts nearly all day beside others, unless that is most of the day, as on a day of workshops.
fn without_long(items: Vec<Item>) -> (Vec<Item>, Vec<Item>) {
    let first = items.iter().map(|item| item.from).min().unwrap_or_default();
    let last = items.iter().map(|item| item.to).max().unwrap_or_default();
    let is_long = |item: &Item| {
        let minutes = item.to - item.from;
        let is_most_of_day = minutes > LONG_IN_SHORT_DAY && minutes * 10 > (last - first) * LONG_TENTHS;
        (minutes > LONG || is_most_of_day) && items.iter().any(|other| item.meets(other))
    };
    let long: Vec<bool> = items.iter().map(is_long).collect();
    let number = long.iter().filter(|long| **long).count();
    if number * 2 > items.len() {
        return (Vec::new(), items);
    }
    let mut long = long.into_iter();
    items.into_iter().partition(|_| long.next().unwrap_or_default())
}

fn columns(program: &Program, items: &[Item], language: &str) -> Vec<Column> {
    let used = (0..program.rooms.len()).filter(|room| items.iter().any(|item| item.rooms.contains(room)));
    let mut columns: Vec<Column> =
        used.map(|room| Column { room: Some(room), name: program.rooms[room].name_in(language).to_owned(), lanes: 1 }).collect();
    let is_homeless = |item: &Item| item.rooms.is_empty() && items.iter().any(|other| item.meets(other));
    if !items.is_empty() && (columns.is_empty() || items.iter().any(is_homeless)) {
        columns.push(Column { room: None, name: String::new(), lanes: 1 });
    }
    columns
}

/// The block of an item, or several where its rooms are apart or something else is in them.
fn blocks(item: &Item, items: &[Item], columns: &[Column], axis: &Axis) -> Vec<Block> {
    let top = axis.top_of(item.from);
    let height = axis.top_of(item.to) - top;
    let block = |column, columns| Block { session: item.session, column, columns, lane: Lane { lane: 0, lanes: 1 }, top, height };
    if item.rooms.is_empty() {
        // For everybody, unless something else is on: then it is one of many and stands among its like.
        let is_alone = !items.iter().any(|other| item.meets(other));
        return vec![if is_alone { block(0, columns.len()) } else { block(columns.len() - 1, 1) }];
    }
    let is_free = |room: usize| !items.iter().any(|other| item.meets(other) && other.rooms.contains(&room));
    let mut blocks: Vec<Block> = Vec::new();
    let mut may_widen = false;
    for (at, column) in columns.iter().enumerate() {
        let Some(room) = column.room.filter(|room| item.rooms.contains(room)) else {
            may_widen = false;
            continue;
        };
        let free = is_free(room);
        match blocks.last_mut() {
            Some(last) if may_widen && free => last.columns += 1,
            _ => blocks.push(block(at, 1)),
        }
        may_widen = free;
    }
    blocks
}

/// Puts the blocks of one column into lanes and says how many that takes.
fn set_lanes(blocks: &mut [Block], column: usize) -> usize {
    let mut inside: Vec<&mut Block> = blocks.iter_mut().filter(|block| block.column == column && block.columns == 1).collect();
    let spans: Vec<_> = inside.iter().map(|block| (block.top, block.top + block.height)).collect();
    let lanes = lanes(&spans);
    inside.iter_mut().zip(&lanes).for_each(|(block, lane)| block.lane = *lane);
    lanes.iter().map(|lane| lane.lanes).max().unwrap_or(1)
}
