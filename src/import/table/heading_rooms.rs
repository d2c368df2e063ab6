//! Lists in parts, each below the name of a stage: `MAIN STAGE`, then what happens there.

use super::super::{kind, when};
use super::{List, Row, caption, columns, dates, line};
use crate::messages::column::Column;
use crate::program::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Words for a part of a day or of a program, and no room.
const PARTS: [&str; 9] = ["session", "세션", "morning", "afternoon", "evening", "오전", "오후", "part", "day"];

/// More parts are no stages.
const MAX_PARTS: usize = 100;

/// Makes each part of a list a list of its own, with the name above it as its room, and returns these names; nothing unless they can
/// only be rooms: no row says where it is, every row is below a name, and what is below different names happens at the same time.
pub(super) fn put(lists: &mut Vec<List>) -> Vec<String> {
    let mut rooms = BTreeSet::new();
    let parts = |list: List| match parts(&list) {
        Some(parts) => {
            rooms.extend(parts.iter().filter_map(|part| part.room.as_deref().map(line::excerpt)));
            parts
        }
        None => vec![list],
    };
    *lists = std::mem::take(lists).into_iter().flat_map(parts).collect();
    rooms.into_iter().collect()
}

/// Gives lists that stand side by side the names above them as their rooms, and returns these; nothing unless each has a name of its own
/// and no row says where it is.
pub(super) fn put_beside(lists: &mut [List]) -> Vec<String> {
    let name = |list: &List| list.headings.first().filter(|text| is_name(text) && !says_where(list)).cloned();
    let names: Vec<String> = lists.iter().map_while(name).collect();
    if lists.len() < 2 || names.iter().collect::<BTreeSet<_>>().len() < lists.len() {
        return Vec::new();
    }
    let rooms = names.iter().map(|name| line::excerpt(name)).collect();
    lists.iter_mut().zip(names).for_each(|(list, name)| list.room = Some(name));
    rooms
}

fn says_where(list: &List) -> bool {
    [Column::Room, Column::Track].into_iter().any(|column| list.columns.has(column)) || list.room.is_some()
}

fn parts(list: &List) -> Option<Vec<List>> {
    let first = list.headings.first().filter(|text| is_name(text));
    if says_where(list) {
        return None;
    }
    let mut parts: Vec<List> = first.map(|room| part(list, room, None)).into_iter().collect();
    let mut day = None;
    for row in list.rows.iter().filter(|row| row.filled().next().is_some()) {
        match row.only() {
            Some(text) if dates::looks_like_day(text) => {
                day = Some(text);
                parts.last_mut().into_iter().for_each(|part| part.rows.push(row.clone()));
            }
            Some(text) if is_name(text) && parts.len() < MAX_PARTS => parts.push(part(list, text, day)),
            Some(text) if is_name(text) => return None,
            _ => parts.last_mut()?.rows.push(row.clone()),
        }
    }
    let names: BTreeSet<_> = parts.iter().filter_map(|part| part.room.as_deref()).collect();
    (names.len() > 1 && parts.iter().all(|part| !starts(part).is_empty()) && are_parallel(&parts)).then_some(parts)
}

/// Returns a list without rows yet. The day above it is that of the part before.
fn part(list: &List, room: &str, day: Option<&str>) -> List {
    List {
        layout: list.layout.clone(),
        header: list.header.clone(),
        columns: list.columns.clone(),
        rows: Vec::new(),
        headings: day.map(str::to_owned).into_iter().chain(list.headings.iter().cloned()).collect(),
        room: Some(room.to_owned()),
        between: None,
    }
}

/// Whether a part begins before the one above it ends, on the same day. What only goes on is a part of the day.
fn are_parallel(parts: &[List]) -> bool {
    let all: Vec<BTreeMap<&str, BTreeSet<i64>>> = parts.iter().map(starts).collect();
    let on_same_days = all
        .windows(2)
        .flat_map(|pair| pair[0].iter().filter_map(|(day, before)| Some(pair[1].get(day)?.first() <= before.last())));
    let (count, parallel) =
        on_same_days.fold((0, 0), |(count, parallel), is_parallel| (count + 1, parallel + usize::from(is_parallel)));
    parallel > 0 && parallel * 2 >= count
}

/// Returns the starts of a part by the texts of their days.
fn starts(list: &List) -> BTreeMap<&str, BTreeSet<i64>> {
    let mut starts: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
    let cell = |row, column| list.columns.index_of(column).map_or("", |at| Row::text(row, at));
    let mut day = list.headings.first().filter(|text| dates::looks_like_day(text)).map_or("", String::as_str);
    for row in &list.rows {
        let own = row.only().filter(|text| dates::looks_like_day(text)).unwrap_or(cell(row, Column::Date));
        day = if own.is_empty() { day } else { own };
        let start = when::slot(&when::typed(cell(row, Column::Start)));
        start.into_iter().for_each(|slot| _ = starts.entry(day).or_default().insert(slot.from));
    }
    starts
}

fn is_name(text: &str) -> bool {
    let is_part = |word: &str| PARTS.iter().any(|part| word.to_lowercase().starts_with(part));
    caption::is_name(text)
        && columns::find(text).is_none_or(|column| column == Column::Room)
        && kind::known(text).is_none()
        && kind::of_title(text, false) != Kind::Break
        && !text.split_whitespace().next().is_some_and(is_part)
}

#[cfg(test)]
mod tests {
    use crate::import::{Options, import};
    use crate::messages::Language;

    fn check(table: &str, expected: &[&str]) {
        let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
        let imported = import(table.as_bytes(), &options).unwrap();
        let program = &imported.program;
        let row = |session: &crate::program::Session| {
            let rooms = program.room_names(session, "en").join("+");
            format!("{} {} {} @{rooms}", session.span.start.date().day(), session.span.start.clock(), session.title)
        };
        assert_eq!(program.sessions.iter().map(row).collect::<Vec<_>>(), expected, "{table}");
        let is_said =
            imported.sentences(10, Language::English).iter().any(|warning| warning.contains("above parts of the table"));
        assert_eq!(is_said, expected.iter().any(|row| !row.ends_with('@')), "{table}");
    }

    #[test]
    fn names_above_parts_at_the_same_time_are_rooms() {
        let expected =
            ["5 10:00 Moths @Great Oak", "5 10:00 Bees @Elm Tent", "5 11:00 Ants @Great Oak", "6 10:30 Owls @Elm Tent"];
        for table in [
            "date,time,title\nGreat Oak,,\n2027-03-05,10:00-10:40,Moths\n2027-03-05,11:00-11:40,Ants\nElm Tent,,\n\
             2027-03-05,10:00-10:40,Bees\n2027-03-06,10:30-10:40,Owls\n",
            "Great Oak,,\n2027-03-05,10:00-10:40,Moths\n2027-03-05,11:00-11:40,Ants\nElm Tent,,\n\
             2027-03-05,10:00-10:40,Bees\n2027-03-06,10:30-10:40,Owls\n",
        ] {
            check(table, &expected);
        }
        check(
            "time,title\n2027-03-05,\nGreat Oak,\n10:00-10:40,Moths\nElm Tent,\n10:00-10:40,Bees\n2027-03-06,\nGreat Oak,\n9:00-9:40,Ants\n",
            &["5 10:00 Moths @Great Oak", "5 10:00 Bees @Elm Tent", "6 09:00 Ants @Great Oak"],
        );
    }

    #[test]
    fn a_room_may_be_called_after_what_usually_happens_there() {
        let part = |room: &str, title: &str| format!("{room};\nZeit;Titel\n10:00 - 10:40;{title}\n");
        check(
            &format!("Freitag, 05.03.2027;\n{}{}", part("Aula", "Motten"), part("Seminarraum 2", "Werkstatt")),
            &["5 10:00 Motten @Aula", "5 10:00 Werkstatt @Seminarraum 2"],
        );
    }

    #[test]
    fn names_above_what_comes_next_are_no_rooms() {
        for (first, second, day, time) in [
            ("Keynotes of today", "After the meal", 5, "14:00"),
            ("Session 1", "Session 2", 5, "10:00"),
            ("Great Oak", "Elm Tent", 6, "09:00"),
            ("Please be on time.", "Bring a lamp: it is dark", 5, "10:00"),
        ] {
            let rows = format!("{first},,\n2027-03-05,10:00,Moths\n{second},,\n2027-03-0{day},{time},Owls\n");
            check(&format!("date,time,title\n{rows}"), &["5 10:00 Moths @", &format!("{day} {time} Owls @")]);
        }
    }
}
