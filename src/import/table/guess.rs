//! Tables without a header, read by what is in their cells.

use super::super::when;
use super::columns::Columns;
use super::dates;
use super::{Layout, List, MAX_COLUMNS, Row, Table};
use crate::messages::column::Column;
use std::collections::BTreeSet;

/// Fewer rows do not show what a column holds.
const FEWEST_ROWS: usize = 3;

/// As many rows are examined.
const EXAMINED: usize = 200;

/// Characters that titles have on average at most.
const MAX_TITLE: usize = 80;

/// What most of the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Date,
    Time,
    DateTime,
    Text {
        /// Characters of all cells.
        length: usize,
        /// In percent of the cells.
        distinct: usize,
        /// Whether most look like the name of a person.
        are_names: bool,
    },
    Other,
}

/// Returns the table as a list if its columns show by their cells which is the date, the time and the title.
pub(super) fn list(table: &Table) -> Option<List> {
    let first = table.rows.iter().position(is_session)?;
    let rows: Vec<Row> = table.rows[first..].to_vec();
    let contents: Vec<Content> = (0..table.width()).map(|column| content(&rows, column)).collect();
    let meanings = meanings(&contents)?;
    let above = table.rows[..first].iter().rev().flat_map(Row::filled).map(|(_, text)| text.to_owned());
    Some(List {
        layout: Layout::Guessed,
        header: vec![String::new(); meanings.len()],
        columns: Columns::told(&meanings),
        room: None,
        between: None,
        headings: above.chain(table.names.iter().cloned()).collect(),
        rows,
    })
}

fn is_session(row: &Row) -> bool {
    let has_time = row.filled().any(|(_, text)| is_time(text) || when::date_time(&when::typed(text)).is_some());
    has_time && row.filled().count() > 1
}

/// Whether a text may be the name of a person: two or three words with a capital letter and nothing else, or a Korean name.
pub(super) fn is_name(text: &str) -> bool {
    let words = || text.split_whitespace();
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '.' | '-' | '\''))
    };
    let is_korean = (2..=4).contains(&text.chars().count()) && text.chars().all(|letter| ('가'..='힣').contains(&letter));
    is_korean || (2..=3).contains(&words().count()) && words().all(is_word)
}

fn is_time(text: &str) -> bool {
    when::slot(&when::typed(text)).is_some_and(|slot| slot.is_clear)
}

fn content(rows: &[Row], column: usize) -> Content {
    let texts: Vec<&str> = rows.iter().take(EXAMINED).map(|row| row.text(column)).filter(|text| !text.is_empty()).collect();
    if texts.len() < FEWEST_ROWS {
        return Content::Other;
    }
    let most = |is: fn(&str) -> bool| texts.iter().filter(|text| is(text)).count() * 10 >= texts.len() * 8;
    if most(is_time) {
        Content::Time
    } else if most(|text| {
        dates::looks_like_day(text) || when::date(&when::typed(text)).is_some() || when::day_word(text).is_some()
    }) {
        Content::Date
    } else if most(|text| when::date_time(&when::typed(text)).is_some()) {
        Content::DateTime
    } else if most(|text| text.chars().any(char::is_alphabetic) && !text.contains("://")) {
        let distinct: BTreeSet<&&str> = texts.iter().collect();
        Content::Text {
            length: texts.iter().map(|text| text.chars().count()).sum(),
            distinct: distinct.len() * 100 / texts.len(),
            are_names: most(is_name),
        }
    } else {
        Content::Other
    }
}

/// Returns the meanings of the columns. There must be a time, and one column of texts that is clearly the title: the longest of those
/// that differ from row to row. A column of few different texts is the room. Other columns are not used.
fn meanings(contents: &[Content]) -> Option<Vec<Option<Column>>> {
    let mut meanings = vec![None; contents.len()];
    let mut times =
        (0..).zip(contents).filter(|(_, content)| matches!(content, Content::Time | Content::DateTime)).map(|(at, _)| at);
    let (start, end): (usize, Option<usize>) = (times.next()?, times.next());
    if times.next().is_some() {
        return None;
    }
    meanings[start] = Some(Column::Start);
    end.into_iter().for_each(|at| meanings[at] = Some(Column::End));
    if let Some(date) = contents.iter().position(|content| *content == Content::Date) {
        meanings[date] = Some(Column::Date);
    }
    let texts = || texts(contents);
    let titles = titles(contents);
    let title = clearest(&titles)?;
    // Where each column may be that of the people, nothing tells which is.
    if titles.len() > 1 && matches!(contents[title], Content::Text { are_names: true, .. }) {
        return None;
    }
    meanings[title] = Some(Column::Title);
    let mut rooms = texts().filter(|(at, _, distinct)| *at != title && *distinct < 70);
    if let (Some((room, ..)), None) = (rooms.next(), rooms.next()) {
        meanings[room] = Some(Column::Room);
    }
    if let [_, (speakers, ..)] = titles.as_slice() {
        meanings[*speakers] = Some(Column::Speakers);
    }
    Some(meanings)
}

/// The columns of texts, with their length and how many of them differ.
fn texts(contents: &[Content]) -> impl Iterator<Item = (usize, usize, usize)> {
    (0..).zip(contents).filter_map(|(at, content)| match content {
        Content::Text { length, distinct, .. } => Some((at, *length, *distinct)),
        _ => None,
    })
}

/// The columns whose texts differ from row to row, the longest first.
fn titles(contents: &[Content]) -> Vec<(usize, usize, usize)> {
    let mut titles: Vec<(usize, usize, usize)> = texts(contents).filter(|(_, _, distinct)| *distinct >= 70).collect();
    titles.sort_by_key(|(_, length, _)| std::cmp::Reverse(*length));
    titles
}

/// Returns the longest of these columns if it is clearly longer than the next.
fn clearest(titles: &[(usize, usize, usize)]) -> Option<usize> {
    let (title, length, _) = *titles.first()?;
    titles.get(1).is_none_or(|(_, next, _)| next * 5 <= length * 4).then_some(title)
}

/// Returns the column that has the titles below a header that names others.
pub(super) fn title(rows: &[Row], columns: &Columns) -> Option<usize> {
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    let content = |at: usize| if columns.meaning(at).is_some() { Content::Other } else { content(rows, at) };
    let contents: Vec<Content> = (0..width.min(MAX_COLUMNS)).map(content).collect();
    let title = clearest(&titles(&contents))?;
    let is_short = matches!(contents[title], Content::Text { length, .. } if length <= MAX_TITLE * rows.len().min(EXAMINED));
    is_short.then_some(title)
}
