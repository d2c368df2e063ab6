//! What the lines of a session say.

use super::super::super::kind;
use super::super::super::table;
use super::super::super::tree::Part;
use super::super::super::when;
use super::super::document::Node;
use super::marks;
use super::records::{Page, Record};
use super::roles;
use super::segments::Segment;
use crate::messages::column::Column;

/// Longer lines are descriptions.
const LONG: usize = 90;

/// A longer line is not the title.
const MAX_TITLE: usize = 250;

/// Minutes. What takes longer is no session.
const MAX_LENGTH: i64 = 12 * 60;

/// A session as the page states it.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields {
    pub day: Option<String>,
    /// Whether the day stands above it, so that what begins after midnight is in the night after it.
    pub is_day_above: bool,
    pub start: String,
    pub end: String,
    pub title: String,
    pub rooms: Vec<String>,
    pub track: Option<String>,
    pub speakers: Vec<String>,
    pub about: Vec<String>,
}

/// A line that nothing says the meaning of.
struct Loose<'a> {
    text: &'a str,
    is_heading: bool,
    is_strong: bool,
}

/// Reads the lines of a session.
pub(super) fn fields(page: &Page, record: &Record) -> Fields {
    let mark = page.marks[record.anchor].clone().unwrap_or_default();
    let mut fields = Fields { day: mark.day.clone(), start: mark.start.clone(), end: mark.end.clone(), ..Fields::default() };
    fields.take_stated(&page.lines[record.anchor].stated);
    let is_alone = !record.lines.contains(&record.anchor);
    let mut loose: Vec<Loose> = Vec::new();
    let mut label: Option<Column> = None;
    let mut people: Vec<(usize, usize)> = Vec::new();
    let mut names: Vec<usize> = Vec::new();
    let mut anchor_at = 0;
    for line in record.lines.clone() {
        let segment = &page.lines[line];
        let text = segment.text.as_str();
        if line == record.anchor {
            anchor_at = loose.len();
            continue;
        }
        if is_name_of_column(page, segment) {
            continue;
        }
        let part = roles::of_node(page.document, segment.node, record.node);
        if let Some(column) = label.take() {
            fields.put(column, text);
        } else if fields.day.is_none() && marks::is_day(text) && !matches!(part, Some(Part::Holds(Column::Title))) {
            fields.day = Some(text.to_owned());
        } else if let Some((column, value)) = roles::labelled(text).filter(|_| !matches!(part, Some(Part::Holds(Column::Title))))
        {
            if value.is_empty() { label = Some(column) } else { fields.put(column, value) }
        } else {
            match part {
                Some(Part::Aside) if roles::is_room(text) => loose.push(page.loose(line)),
                Some(Part::Aside) => {}
                Some(Part::Name) => names.push(line),
                Some(Part::Holds(Column::Speakers)) => people.push((person_around(page, segment.node, record.node), line)),
                Some(Part::Holds(Column::Title)) if roles::is_badge(text) => {}
                Some(Part::Holds(Column::Title)) if !fields.title.is_empty() => loose.push(page.loose(line)),
                // What is called a time and has none is something in a slot.
                Some(Part::Holds(Column::Start | Column::End | Column::Date)) if !marks::is_when(text) => {
                    loose.push(page.loose(line));
                }
                Some(Part::Holds(column)) => fields.put(column, text),
                None if fields.title.is_empty() && page.titles_list(line) => fields.put(Column::Title, text),
                None => loose.push(page.loose(line)),
            }
        }
    }
    if fields.title.is_empty() && !loose.iter().any(|loose| loose.is_heading) && !names.is_empty() {
        fields.title.clone_from(&page.lines[names.remove(0)].text);
    }
    people.extend(names.into_iter().map(|line| (page.lines[line].node, line)));
    fields.take_people(page, &people);
    let mut rest: Vec<Loose> = Vec::new();
    for text in mark.rest.iter().filter(|_| !is_alone) {
        match roles::labelled(text).filter(|(_, value)| !value.is_empty()) {
            Some((column @ (Column::Room | Column::Speakers), value)) => fields.put(column, value),
            _ => rest.push(Loose { text, is_heading: false, is_strong: false }),
        }
    }
    loose.splice(anchor_at..anchor_at, rest);
    if fields.rooms.is_empty() {
        let nodes = record.lines.clone().map(|line| page.lines[line].node);
        let nodes = page.document.around(record.node).take(2).chain(nodes);
        fields.rooms.extend({ nodes }.find_map(|node| roles::room_in_data(page.document, node)).map(str::to_owned));
    }
    if let Some(at) = loose.iter().position(|loose| record.is_flat && mark.rest.iter().any(|rest| rest == loose.text)) {
        fields.take_title(&mut loose, at);
    }
    fields.sort_out(loose);
    fields
}

/// Whether a line is the name of a column: it is in a row of nothing but heads.
fn is_name_of_column(page: &Page, line: &Segment) -> bool {
    let name = |node: usize| page.document.nodes[node].name.as_str();
    let row = page.document.around(line.node).take(4).find(|node| name(*node) == "tr");
    let are_heads = |row| page.document.children(row).all(|cell| matches!(name(cell), "" | "th"));
    row.is_some_and(are_heads) && table::column_named(&line.text).is_some()
}

/// Takes the rooms in brackets at the ends of titles, perhaps after people, if several sessions have one and none says its room elsewhere.
pub(super) fn take_rooms_of_titles(sessions: &mut [Fields]) {
    let with_room = |session: &&Fields| room_of_title(&session.title).is_some();
    if sessions.iter().any(|session| !session.rooms.is_empty()) || sessions.iter().filter(with_room).count() < 2 {
        return;
    }
    for session in sessions {
        let Some((title, people, room)) = room_of_title(&session.title) else { continue };
        let people: Vec<String> = people.iter().flat_map(|name| table::people(name)).collect();
        (session.title, session.rooms) = (title, vec![room]);
        session.speakers.extend(people);
    }
}

/// Takes the people after the dashes at the ends of titles, if most titles have some and no session has people elsewhere.
pub(super) fn take_people_of_titles(sessions: &mut [Fields]) {
    let of_title = |title: &str| {
        let (title, name) = [" – ", " — ", " - "].iter().find_map(|sign| title.rsplit_once(sign))?;
        (roles::is_person(name) && title.chars().any(char::is_alphabetic)).then(|| (title.trim().to_owned(), table::people(name)))
    };
    let is_talk = |session: &&Fields| kind::known(&session.title).is_none();
    let talks = sessions.iter().filter(is_talk).count();
    let named = sessions.iter().filter(|session| of_title(&session.title).is_some()).count();
    if sessions.iter().any(|session| !session.speakers.is_empty()) || named < 3 || named * 2 < talks {
        return;
    }
    for session in sessions {
        if let Some((title, people)) = of_title(&session.title) {
            session.title = title;
            session.speakers.extend(people);
        }
    }
}

/// Parts `Opening (Hall A)` and `Opening (Ada Moor, Hall A)`.
pub(super) fn room_of_title(title: &str) -> Option<(String, Vec<String>, String)> {
    let (title, inside) = title.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    let mut parts: Vec<String> = inside.split(',').map(|part| part.trim().to_owned()).collect();
    let room = parts.pop().filter(|room| roles::is_room(room))?;
    let title = title.trim_end();
    (!title.is_empty() && parts.iter().all(|name| roles::is_person(name))).then(|| (title.to_owned(), parts, room))
}

impl<'a> Page<'a> {
    fn loose(&self, line: usize) -> Loose<'a> {
        let segment = &self.lines[line];
        let around = || self.document.around(segment.node).take(3).map(|node| &self.document.nodes[node]);
        Loose {
            text: &segment.text,
            is_heading: around().take(2).any(Node::is_heading),
            is_strong: around().any(|node| node.is_one_of("strong b dt") || node.name == "a"),
        }
    }
}

/// Returns the innermost element that is a person's, within a session.
fn person_around(page: &Page, node: usize, within: usize) -> usize {
    let is_person = |node: &usize| roles::of_element(page.document, *node) == Some(Part::Holds(Column::Speakers));
    let around = page.document.around(node).take_while(|node| *node != within);
    { around }.filter(is_person).last().unwrap_or(node)
}

impl Fields {
    /// Takes the times that `datetime` states if they are complete.
    fn take_stated(&mut self, stated: &[String]) {
        let is_moment = |text: &&String| when::date_time(text).is_some();
        let mut moments = stated.iter().filter(is_moment);
        if let Some(start) = moments.next() {
            self.start.clone_from(start);
            self.day = None;
            self.end = moments.next().cloned().unwrap_or_else(|| std::mem::take(&mut self.end));
        } else if let Some(day) = stated.iter().find(|text| when::date(text).is_some()) {
            self.day = Some(day.clone());
        }
    }

    fn put(&mut self, column: Column, text: &str) {
        match column {
            Column::Title if self.title.is_empty() => text.clone_into(&mut self.title),
            Column::Speakers => self.speakers.extend(table::people(text)),
            Column::Room if text.chars().count() <= 60 => self.rooms.push(text.to_owned()),
            Column::Duration => self.take_length(text),
            Column::Track | Column::Category if self.track.is_none() => self.track = Some(text.to_owned()),
            Column::Date if self.day.is_none() && marks::is_day(text) => self.day = Some(text.to_owned()),
            Column::Abstract | Column::Subtitle => self.about.push(text.to_owned()),
            _ => {}
        }
    }

    /// Takes the end from how long a session takes: `50분`, `45 min`.
    fn take_length(&mut self, text: &str) {
        let length = when::minutes(text).filter(|minutes| (1..=MAX_LENGTH).contains(minutes));
        if let Some((start, minutes)) = when::clock(&self.start).zip(length).filter(|_| self.end.is_empty()) {
            self.end = when::written(start + minutes * 60);
        }
    }

    /// Takes the names of the people: the first line of each, since what they do follows it.
    fn take_people(&mut self, page: &Page, people: &[(usize, usize)]) {
        let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
        for (person, line) in people {
            match groups.last_mut().filter(|(known, _)| known == person) {
                Some((_, lines)) => lines.push(*line),
                None => groups.push((*person, vec![*line])),
            }
        }
        for (_, lines) in groups {
            let texts = || {
                lines
                    .iter()
                    .map(|line| page.lines[*line].text.as_str())
                    .filter(|text| !roles::is_badge(text) || roles::is_person(text))
            };
            let names: Vec<&str> = if texts().all(roles::is_person) { texts().collect() } else { texts().take(1).collect() };
            let short = names.into_iter().filter(|name| name.chars().count() <= LONG);
            let unlabelled = short.map(|name| roles::labelled(name).map_or(name, |(_, value)| value));
            self.speakers.extend(unlabelled.flat_map(table::people));
        }
    }

    /// Takes the text of this line as the title if nothing is called one, and it may be one.
    fn take_title(&mut self, loose: &mut Vec<Loose>, at: usize) {
        let text = loose[at].text;
        let is_other = roles::is_room(text) || roles::is_badge(text) || roles::is_person(text) || roles::is_count(text);
        if self.title.is_empty() && !is_other {
            loose.remove(at).text.clone_into(&mut self.title);
        }
    }

    /// Finds the title among what has no name, and what the others are.
    fn sort_out(&mut self, mut loose: Vec<Loose>) {
        if self.title.is_empty() {
            let fits = |loose: &Loose| loose.text.chars().count() <= MAX_TITLE && !roles::is_badge(loose.text);
            let is_kind = |text: &str| kind::known(text).is_some() || roles::is_count(text);
            let is_free = |loose: &&Loose| fits(loose) && !roles::is_room(loose.text) && !is_kind(loose.text);
            let of = |wanted: fn(&Loose) -> bool| loose.iter().position(|loose| is_free(&loose) && wanted(loose));
            let found = of(|loose| loose.is_heading)
                .or_else(|| of(|loose| loose.is_strong && !roles::is_person(loose.text)))
                .or_else(|| of(|loose| !roles::is_person(loose.text) && loose.text.chars().count() <= LONG))
                .or_else(|| of(|loose| !roles::is_person(loose.text)))
                .or_else(|| loose.iter().position(|loose| is_kind(loose.text)))
                .or_else(|| loose.iter().position(fits));
            if let Some(at) = found {
                loose.remove(at).text.clone_into(&mut self.title);
            }
        }
        let has_unit = |text: &str| text.contains(char::is_alphabetic);
        loose.iter().filter(|loose| has_unit(loose.text)).for_each(|loose| self.take_length(loose.text));
        for Loose { text, .. } in loose {
            let length = text.chars().count();
            if roles::is_room(text) && self.rooms.is_empty() {
                self.rooms.push(text.to_owned());
            } else if roles::is_person(text) && self.speakers.is_empty() {
                self.speakers.extend(table::people(text));
            } else if !roles::is_badge(text) && kind::known(text).is_none() && !roles::is_count(text) || length > LONG {
                self.about.push(text.to_owned());
            }
        }
        if self.speakers.is_empty() {
            self.take_person_of_text();
        }
        self.rooms.dedup();
    }

    /// Takes the person before a description: "정윤원 – Ring은 …".
    fn take_person_of_text(&mut self) {
        let parted = self.about.iter().enumerate().find_map(|(at, text)| {
            let (name, rest) = [" – ", " — ", " - "].iter().find_map(|sign| text.split_once(sign))?;
            roles::is_person(name).then(|| (at, name.to_owned(), rest.to_owned()))
        });
        if let Some((at, name, rest)) = parted {
            self.speakers = table::people(&name);
            self.about[at] = rest;
        }
    }
}
