//! Pages of any kind as a table of sessions: lists, definition lists, boxes, headings with lines below them.
//!
//! Every line with a time of day is where a session is. What belongs to it is what the page puts with that time and no other
//! ([`records`]); what each line is, its classes, its labels or its form say ([`fields`]). Days and rooms stand above ([`scopes`]).

mod blocks;
mod counted;
mod dates;
mod elsewhere;
mod fields;
mod marks;
mod other_times;
mod places;
mod records;
mod repeats;
mod roles;
mod scopes;
mod segments;

use super::super::table::{Row, Table};
use super::super::tree::Part;
use super::super::when;
use super::document::Document;
use crate::messages::column::Column;
use crate::program::Date;
use blocks::Block;
use fields::Fields;
use marks::Mark;
use places::Read;
use records::{Page, Record};
use segments::Segment;
use std::collections::BTreeSet;

/// The most lines with times, and headings. A hostile page has more.
const MAX_ANCHORS: usize = 4_000;
const MAX_HEADINGS: usize = 300;

/// A single time is no timetable.
const FEWEST: usize = 2;

/// The columns of the table.
const COLUMNS: [Column; 8] =
    [Column::Date, Column::Start, Column::End, Column::Room, Column::Title, Column::Speakers, Column::Track, Column::Abstract];

/// The sessions of a page.
pub(super) struct Outline {
    /// Its first row names its columns.
    pub table: Table,
    /// What the talks stand in that are the sessions.
    pub blocks: Vec<String>,
    /// Whether its days are those of the page in their order, since it does not say them.
    pub are_days_counted: bool,
}

/// The lines of a page that may be about its program, with their times.
pub(super) struct Lines<'d> {
    document: &'d Document,
    lines: Vec<Segment>,
    marks: Vec<Option<Mark>>,
}

impl<'d> Lines<'d> {
    pub fn of(document: &'d Document) -> Lines<'d> {
        let lines = elsewhere::lines(document);
        let marks = lines.iter().map(|line| mark(document, line)).collect();
        Lines { document, lines, marks }
    }

    /// Returns the sessions; `None` if there are no times.
    pub fn outline(&self) -> Option<Outline> {
        let (document, lines) = (self.document, &self.lines);
        let (marks, anchors) = merged(document, lines, &self.marks);
        let days = days(document, lines, &marks);
        let anchors: Vec<usize> = anchors.into_iter().filter(|anchor| !days.contains(anchor)).take(MAX_ANCHORS).collect();
        let page = Page { document, lines, marks: &marks, anchors: &anchors, days: &days };
        let blocks = blocks::blocks(&page);
        let mut records = page.records();
        records.retain(|record| !blocks.iter().any(|block| block.anchor == record.anchor));
        for record in records.iter_mut().filter(|record| blocks.iter().any(|block| block.is_taken_by(record))) {
            record.lines.start = record.anchor;
        }
        let (sessions, are_days_counted) = sessions(&page, &records, &blocks);
        let dates = dates::Dates::of(document, lines, &sessions);
        let sessions = dates.without_far(sessions);
        (sessions.len() >= FEWEST && !repeats::are_posts(&sessions)).then(|| Outline {
            table: Table { names: dates.headings(), rows: rows(sessions, &dates), ..Table::default() },
            blocks: blocks.into_iter().map(|block| block.title).collect(),
            are_days_counted,
        })
    }

    /// Returns the day that stands above each table of the page, in the order in which the tables end.
    pub fn days_of_tables(&self) -> Vec<Option<String>> {
        let mut tables: Vec<usize> = self.document.named("table").collect();
        // Of tables in each other that end together the inner one ends first.
        tables.sort_by_key(|table| (self.document.nodes[*table].end, std::cmp::Reverse(*table)));
        self.days_above(&tables)
    }

    /// Returns the day that stands above each of these elements, and not in it.
    pub fn days_above(&self, elements: &[usize]) -> Vec<Option<String>> {
        if elements.is_empty() {
            return Vec::new();
        }
        let (document, lines, marks) = (self.document, &self.lines, &self.marks);
        let days = days(document, lines, marks);
        let anchors = (0..lines.len()).filter(|line| marks[*line].is_some() && !days.contains(line)).take(MAX_ANCHORS);
        let anchors: Vec<usize> = anchors.collect();
        let scopes = scopes::scopes(document, lines, &days, &anchors, false);
        let day = |element: &usize| {
            let within = segments::within(lines, document.within(*element));
            let below = &anchors[anchors.partition_point(|anchor| *anchor < within.start)..];
            let first = below.first().filter(|line| within.contains(line))?;
            let heading = scopes::heading_of(&scopes, *first).filter(|heading| !within.contains(heading))?;
            let day = marks[heading].as_ref().and_then(|mark| mark.day.as_deref());
            Some(marks::day_text(day.unwrap_or(&lines[heading].text)))
        };
        elements.iter().map(day).collect()
    }

    /// Returns the first day, if what the page says about when it is agrees. `has_days` if it counts several days.
    pub fn first_day(&self, has_days: bool) -> Option<Date> {
        dates::first_day(self.document, &self.lines, if has_days { 2 } else { 1 })
    }

    /// Returns the days of a conference that takes several, if what the page says about them agrees.
    pub fn span(&self) -> Option<Vec<Date>> {
        dates::span(self.document, &self.lines)
    }
}

/// Returns the rows of a table, of which the first names the columns. A day from above sessions stands above their rows, too.
fn rows(sessions: Vec<Fields>, dates: &dates::Dates) -> Vec<Row> {
    let mut rows = vec![COLUMNS.map(|column| column.word().to_owned()).to_vec()];
    // Without a day anywhere, all is on the first day, which is asked.
    let has_days = sessions.iter().any(|session| session.day.is_some());
    let mut above: Option<String> = None;
    for mut session in sessions {
        if session.is_day_above {
            let day = session.day.take();
            if day != above {
                rows.extend(day.iter().map(|day| vec![dates.completed(day.clone())]));
                above = day;
            }
        } else {
            above = None;
        }
        rows.push(cells(session, dates));
    }
    rows.iter_mut().for_each(|cells| drop(cells.drain(..usize::from(!has_days))));
    rows.into_iter().zip(1..).map(|(cells, number)| Row { line: number, number, cells, column: None }).collect()
}

/// Whether a text is about several days.
pub(super) fn is_span(text: &str) -> bool {
    when::is_span(text)
}

/// Whether a line begins with a time of day and that at which something ends.
pub(super) fn begins_with_span(line: &str) -> bool {
    const HALVES: [&str; 6] = ["오전", "오후", "上午", "下午", "午前", "午後"];
    let text = line.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let is_first = text.starts_with(|letter: char| letter.is_ascii_digit()) || HALVES.iter().any(|half| text.starts_with(half));
    is_first && marks::mark(line).is_some_and(|mark| !mark.end.is_empty() && when::clock(&mark.start).is_some())
}

/// Whether a text says until when something else is, such as registering.
pub(super) fn is_of_other_time(text: &str) -> bool {
    other_times::is_one(text)
}

/// Whether a text is the name of a room.
pub(super) fn is_room(text: &str) -> bool {
    roles::is_room(text)
}

/// Returns the time of day at which something starts, in seconds, if a text says one.
pub(super) fn start(text: &str) -> Option<i64> {
    marks::mark(text).and_then(|mark| when::clock(&mark.start))
}

/// Returns the time of a line, unless it is of the page as a whole.
fn mark(document: &Document, line: &Segment) -> Option<Mark> {
    let is_outside = || is_around_page(document, line.node, "nav head");
    let stated = || line.stated.iter().any(|stated| when::date_time(stated).is_some()).then(Mark::default);
    // "1h" is how long it takes.
    if roles::of_element(document, line.node) == Some(Part::Holds(Column::Duration)) {
        return None;
    }
    let is_heading = document.nodes[line.node].is_heading();
    let read = if is_heading { marks::mark_of_heading } else { marks::mark };
    read(&line.text).or_else(stated).filter(|_| !is_outside())
}

/// Whether an element is in one of these, or in the footer of the page: a session may have a footer, too.
fn is_around_page(document: &Document, node: usize, others: &str) -> bool {
    let of_part = document.around(node).any(|node| document.nodes[node].is_one_of("article li section"));
    document.around(node).any(|node| document.nodes[node].is_one_of(others) || !of_part && document.nodes[node].name == "footer")
}

/// Joins the start and the end of a session that stand in elements of their own.
fn merged(document: &Document, lines: &[Segment], marks: &[Option<Mark>]) -> (Vec<Option<Mark>>, Vec<usize>) {
    let mut marks = marks.to_vec();
    let is_start = |mark: &Option<Mark>| {
        mark.as_ref().is_some_and(|mark| mark.end.is_empty() && mark.rest.is_empty() && !mark.start.is_empty())
    };
    for at in 1..lines.len() {
        if !is_start(&marks[at - 1]) || !is_start(&marks[at]) {
            continue;
        }
        let parent = |line: usize| document.nodes[lines[line].node].parent;
        let within = segments::within(lines, document.within(parent(at)));
        let is_end = roles::of_element(document, lines[at].node) == Some(Part::Holds(Column::End));
        if parent(at) == parent(at - 1)
            && (within.len() < 6 || is_end)
            && within.filter(|line| is_start(&marks[*line])).count() == 2
        {
            let end = marks[at].take().map(|mark| mark.start).unwrap_or_default();
            marks[at - 1].iter_mut().for_each(|mark| mark.end.clone_from(&end));
        }
    }
    let anchors = (0..lines.len()).filter(|line| marks[*line].is_some()).collect();
    (marks, anchors)
}

/// Returns the lines that are headings of days. A heading may state when the day begins and ends.
fn days(document: &Document, lines: &[Segment], marks: &[Option<Mark>]) -> Vec<usize> {
    let is_heading = |line: usize| document.around(lines[line].node).take(2).any(|node| document.nodes[node].is_heading());
    let with_time = marks.iter().flatten().count();
    let with_day = marks.iter().flatten().filter(|mark| mark.day.is_some()).count();
    let is_dated = |line: usize| match &marks[line] {
        None => marks::is_day(&lines[line].text),
        Some(mark) => {
            let next = marks.get(line + 1).is_some_and(Option::is_some);
            // Where few times have a day, those are of the whole: "8월 15일 10:00 ~ 18:00".
            let is_of_all = mark.rest.len() < 3 && !mark.end.is_empty() && with_day * 3 < with_time;
            let is_of_program = mark.rest.is_empty() && lines.get(line + 1).is_some_and(|line| roles::is_program(&line.text));
            mark.day.as_ref().is_some_and(|day| !marks::is_counted(day))
                && (is_heading(line) && next && mark.rest.is_empty() || is_of_all || is_of_program)
        }
    };
    let is_outside = |line: usize| is_around_page(document, lines[line].node, "head");
    let mut found: Vec<usize> =
        (0..lines.len()).filter(|line| is_dated(*line) && !is_outside(*line)).take(MAX_HEADINGS).collect();
    if let [only] = found.as_slice()
        && dates::is_of_writing(document, lines, &lines[*only].text)
    {
        found.clear();
    }
    // "Day 1" beside its date says nothing more.
    let is_counted = |line: usize| marks::is_counted(&lines[line].text);
    let are_beside = |one: usize, other: usize| {
        let around: Vec<usize> = document.around(lines[one].node).skip(1).take(2).collect();
        one.abs_diff(other) < 3 && document.around(lines[other].node).skip(1).take(2).any(|node| around.contains(&node))
    };
    let has_date = |at: usize| {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| found.get(at));
        { beside }.any(|other| !is_counted(*other) && are_beside(found[at], *other))
    };
    (0..found.len()).filter(|at| !is_counted(found[*at]) || !has_date(*at)).map(|at| found[at]).collect()
}

/// Reads the records, and puts the day and the room that stand above them into those that have none. Returns whether their days are
/// counted.
fn sessions(page: &Page, records: &[Record], blocks: &[Block]) -> (Vec<Fields>, bool) {
    let starts: Vec<usize> = page.anchors.to_vec();
    let days = scopes::scopes(page.document, page.lines, page.days, &starts, false);
    let rooms = rooms(page, records, blocks, &starts);
    let mut found: Vec<Read> = Vec::new();
    for record in records {
        let mut fields = fields::fields(page, record);
        let above = scopes::heading_of(&days, record.anchor).map(|heading| marks::day_text(&page.lines[heading].text));
        let is_full = fields.day.as_deref().is_some_and(|day| !marks::is_day_word(day))
            || !fields.start.is_empty() && fields.start.len() > 6;
        if let Some(day) = above.filter(|_| !is_full) {
            fields.day = Some(day);
            fields.is_day_above = true;
        }
        blocks.iter().for_each(|block| block.complete(record.anchor, &mut fields));
        if fields.rooms.is_empty() {
            let room =
                scopes::heading_of(&rooms, record.lines.start.max(record.anchor)).map(|heading| page.lines[heading].text.clone());
            fields.rooms.extend(room);
        }
        let is_when = fields.day.is_some() && !fields.is_day_above && roles::is_about_when(&fields.title)
            || roles::is_program(&fields.title);
        if fields.title.chars().any(char::is_alphabetic) && !fields.start.is_empty() && !is_when {
            found.push(Read { record, fields });
        }
    }
    places::put(page, &mut found);
    let are_days_counted = counted::put(page, &mut found);
    let mut sessions = repeats::without_repeated(repeats::without_strays(found));
    fields::take_rooms_of_titles(&mut sessions);
    fields::take_people_of_titles(&mut sessions);
    (sessions, are_days_counted)
}

/// Returns the rooms that stand above sessions.
fn rooms(page: &Page, records: &[Record], blocks: &[Block], starts: &[usize]) -> Vec<scopes::Scope> {
    let mut is_inside = vec![false; page.lines.len()];
    records.iter().for_each(|record| is_inside[record.lines.clone()].fill(true));
    blocks.iter().for_each(|block| is_inside[block.head()].fill(true));
    let is_room = |line: &usize| !is_inside[*line] && is_room_heading(page, *line);
    let rooms: Vec<usize> = (0..page.lines.len()).filter(is_room).take(MAX_HEADINGS).collect();
    let mut rooms = scopes::scopes(page.document, page.lines, &rooms, starts, true);
    rooms.retain(|room| is_directly_above(page, records, room));
    // The only room that stands anywhere above is where the conference is.
    let names: BTreeSet<&str> = rooms.iter().map(|scope| page.lines[scope.heading].text.as_str()).collect();
    if names.len() > 1 { rooms } else { Vec::new() }
}

/// Whether a line names a room.
fn is_room_heading(page: &Page, line: usize) -> bool {
    let text = &page.lines[line].text;
    page.marks[line].is_none() && roles::is_room(text) && !marks::is_day(text)
}

/// Whether no greater heading stands between a room and the first session below it.
fn is_directly_above(page: &Page, records: &[Record], room: &scopes::Scope) -> bool {
    let first = records.iter().map(|record| record.lines.start).find(|line| room.lines.contains(line));
    let is_greater = |line: usize| {
        page.document.around(page.lines[line].node).take(2).any(|node| page.document.nodes[node].is_one_of("h1 h2"))
    };
    first.is_some_and(|first| !(room.heading + 1..first).any(is_greater))
}

fn cells(session: Fields, dates: &dates::Dates) -> Vec<String> {
    let day = session.day.map(|day| dates.completed(day)).unwrap_or_default();
    vec![
        day,
        session.start,
        session.end,
        session.rooms.join("\n"),
        session.title,
        session.speakers.join("\n"),
        session.track.unwrap_or_default(),
        session.about.join("\n"),
    ]
}
