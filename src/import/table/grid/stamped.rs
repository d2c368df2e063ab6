//! Tables with rooms across and nothing beside them, since each cell has its own time: `17:30–18:15 Marble Foxes`.

use super::super::super::when::{self, Slot};
use super::super::{Row, Table, columns, dates, values};
use super::entry::Entry;

/// Fewer cells may have a time by chance.
const FEWEST: usize = 3;

/// Words of a time before a title.
const MAX_WORDS: usize = 4;

/// A session of such a table.
pub(super) struct Stamped {
    pub day: String,
    pub room: String,
    /// The index of its row and of its column.
    pub row: usize,
    pub column: usize,
    /// Without a slot if the cell does not begin with a time.
    pub entry: Entry,
}

/// Returns the sessions; `None` if the cells do not have times of their own, or if it is not clear which rooms they are in.
pub(super) fn read(table: &Table) -> Option<Vec<Stamped>> {
    let (mut sessions, mut rooms, mut day) = (Vec::new(), None, String::new());
    for (index, row) in table.rows.iter().enumerate() {
        let is_stamped = || row.filled().any(|(_, text)| entry(text).slot.is_some());
        match (row.only().filter(|text| dates::looks_like_day(text)), &rooms) {
            (Some(text), _) => text.clone_into(&mut day),
            _ if !is_stamped() => rooms = names_rooms(row).then_some(index).or(rooms),
            (None, Some(rooms)) => sessions.extend(row.filled().map(|(column, text)| Stamped {
                day: day.clone(),
                room: table.rows[*rooms].text(column).to_owned(),
                row: index,
                column,
                entry: entry(text),
            })),
            (None, None) => return None,
        }
    }
    sessions.retain(|session| !values::is_absent(&session.entry.title));
    let stamped = sessions.iter().filter(|session| session.entry.slot.is_some()).count();
    let is_clear =
        stamped >= FEWEST && stamped * 10 >= sessions.len() * 9 && sessions.iter().all(|session| !session.room.is_empty());
    let is_across = sessions.iter().any(|session| session.column != sessions[0].column);
    (is_clear && is_across).then_some(sessions)
}

/// Whether a row has two names or more of which none is that of a column of a list.
fn names_rooms(row: &Row) -> bool {
    row.filled().count() > 1 && row.filled().all(|(_, text)| columns::find(text).is_none() && !dates::looks_like_day(text))
}

/// Reads a cell, which begins with a time in a line of its own or before the title, or has one in brackets behind it.
fn entry(text: &str) -> Entry {
    let first = text.trim().lines().next().unwrap_or_default();
    let blanks = first.match_indices(' ').map(|(at, _)| first.split_at(at)).take(MAX_WORDS);
    let before = { blanks }.filter_map(|(time, _)| Some((time.len(), slot(time)?))).last();
    if let Some((title, time)) = behind(first) {
        let bare = Entry::of(&format!("{title}{}", &text.trim()[first.len()..]));
        return Entry { slot: Some(time), ..bare.unwrap_or_else(|| untimed(title)) };
    }
    let rest = |from: usize| text.trim()[from..].trim_start_matches([' ', '-', '–', '|', ':', '\n', '\r']);
    let (slot, rest) = match (slot(first), before) {
        (Some(slot), _) => (Some(slot), rest(first.len())),
        (None, Some((length, slot))) => (Some(slot), rest(length)),
        (None, None) => (None, text),
    };
    let read = Entry::of(rest).filter(|_| rest.contains(char::is_alphabetic));
    read.map_or_else(|| untimed(text), |entry| Entry { slot, ..entry })
}

fn untimed(text: &str) -> Entry {
    Entry { title: text.trim().to_owned(), speakers: String::new(), about: String::new(), slot: None }
}

/// Returns the title before a time in brackets: `Marble Foxes (17:30-18:15)`.
fn behind(line: &str) -> Option<(&str, Slot)> {
    let (title, time) = line.trim_end().strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    let title = title.trim();
    slot(time.trim()).filter(|_| title.contains(char::is_alphabetic)).map(|slot| (title, slot))
}

fn slot(text: &str) -> Option<Slot> {
    when::slot(&when::typed(text.trim_end_matches([' ', ':', ',', '|', '-', '–']))).filter(|slot| slot.is_clear)
}
