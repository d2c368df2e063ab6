//! Walking a tree: every record with a title may be a session, and what stands around it may say when and where it is.

use super::super::json::Json;
use super::super::limits::MAX_SESSIONS;
use super::keys::{self, Role};
use super::links::Links;
use super::records::{has_time, has_title, holds_records, is_occurrence, may_lack_title};
use super::titles;
use super::{MAX_FIELDS, MAX_NESTING, maps};
use std::collections::BTreeMap;

/// The most entries: a session may be in several slots, and people and rooms have titles too.
const MAX_ENTRIES: usize = 6 * MAX_SESSIONS;

/// Bytes of a name in a path.
const MAX_NAME: usize = 60;

/// What stands around a record.
#[derive(Debug, Clone, Copy)]
pub(super) enum Around<'a> {
    /// An object with its fields.
    Record {
        record: &'a Json,
        /// Whether it is one of many.
        is_one_of_many: bool,
        /// What the field means in which it stands.
        place: Role,
    },
    /// The key in a map, and what the field with the map means.
    Key { key: &'a str, place: Role },
    /// The index in a list.
    Position { index: usize, length: usize },
}

/// A record that may be a session.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    pub record: &'a Json,
    /// The outermost first.
    pub around: Vec<Around<'a>>,
    /// If it happens several times: a record that says when.
    pub occurrence: Option<&'a Json>,
}

impl<'a> Entry<'a> {
    /// Returns the records around an entry, the innermost first.
    pub fn records_around(&self) -> impl Iterator<Item = *const Json> {
        self.around.iter().rev().filter_map(|around| match around {
            Around::Record { record, .. } => Some(std::ptr::from_ref(*record)),
            _ => None,
        })
    }

    /// Returns the last slot of an entry that begins in this one and takes several: in Hoverboard, what is beside it says
    /// `extend: 2`.
    pub fn last_slot(&self, slot: &Json) -> Option<&'a Json> {
        let extend = self.around.iter().rev().find_map(|around| match around {
            Around::Record { record, .. } => record.get("extend").text()?.parse::<usize>().ok(),
            _ => None,
        })?;
        let at = self
            .around
            .iter()
            .position(|around| matches!(around, Around::Record { record, .. } if std::ptr::eq(*record, slot)))?;
        let [.., Around::Record { record: day, .. }, Around::Position { index, .. }] = &self.around[..at] else { return None };
        let slots = day.fields().iter().map(|(_, value)| value.items());
        let slots = { slots }.find(|slots| slots.get(*index).is_some_and(|known| std::ptr::eq(known, slot)))?;
        slots.get(index + extend.checked_sub(1)?)
    }
}

/// Entries at places of the same kind.
#[derive(Debug)]
pub(super) struct Group<'a> {
    /// The names of the fields that lead there, with `*` for every key.
    pub path: String,
    pub entries: Vec<Entry<'a>>,
}

/// Returns the entries of a tree; `None` if there are more than any program has.
///
/// If `are_described`, lists whose records only describe what happens count, too: `{hour: "9.00", descr: "Doors"}`.
pub(super) fn groups<'a>(root: &'a Json, links: &Links<'a>, are_described: bool) -> Option<Vec<Group<'a>>> {
    let (around, path, groups, places) = (Vec::new(), Vec::new(), Vec::new(), BTreeMap::new());
    let mut walk = Walk { links, around, path, groups, places, count: 0, are_described };
    walk.node(root, Field { name: "", role: Role::Other, is_one_of_many: false });
    (walk.count <= MAX_ENTRIES).then_some(walk.groups)
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Field<'a> {
    name: &'a str,
    role: Role,
    is_one_of_many: bool,
}

struct Walk<'a, 'l> {
    links: &'l Links<'a>,
    around: Vec<Around<'a>>,
    path: Vec<&'a str>,
    groups: Vec<Group<'a>>,
    places: BTreeMap<String, usize>,
    count: usize,
    are_described: bool,
}

impl<'a> Walk<'a, '_> {
    fn node(&mut self, node: &'a Json, field: Field<'a>) {
        if self.around.len() > 2 * MAX_NESTING || self.count > MAX_ENTRIES {
            return;
        }
        let items = node.items();
        if node.is_list() {
            let mut empty = Vec::new();
            for (index, item) in items.iter().enumerate() {
                let (position, before) = (Around::Position { index, length: items.len() }, self.count);
                self.within(position, |walk| walk.node(item, Field { is_one_of_many: true, ..field }));
                empty.extend((self.count == before).then_some((position, item)));
            }
            // Among slots with sessions, one without is a break, which may only be described.
            if empty.len() < items.len() || self.are_described {
                for (position, item) in empty.into_iter().filter(|(_, item)| titles::text_as_title(item).is_some()) {
                    self.within(position, |walk| walk.add(item, None));
                }
            }
        } else if self.is_map(node) || maps::is_only_room(node, field.name) {
            for (key, value) in node.fields() {
                // What happened in another year is another program.
                self.path.push(if maps::is_year(key) { key } else { "*" });
                let around = Around::Key { key, place: field.role };
                // A map of rooms with a list for each, or with times, has sessions; a list of rooms has rooms.
                let is_session = || has_title(value) && self.is_in_slot();
                let role = if value.is_list() || maps::holds_times(value) || is_session() { Role::Other } else { field.role };
                self.within(around, |walk| walk.node(value, Field { is_one_of_many: true, role, ..field }));
                self.path.pop();
            }
        } else if !node.fields().is_empty() {
            self.record(node, field);
        }
    }

    fn is_map(&self, node: &Json) -> bool {
        match self.around.last() {
            Some(Around::Key { key, .. }) => maps::is_map_inside(node, key),
            _ => maps::is_map(node),
        }
    }

    /// Whether the innermost record around is the time of what is in it.
    fn is_in_slot(&self) -> bool {
        let records = self.around.iter().rev().filter_map(|around| match around {
            Around::Record { record, is_one_of_many, .. } => Some(*is_one_of_many && has_time(record)),
            _ => None,
        });
        { records }.next() == Some(true)
    }

    fn within(&mut self, around: Around<'a>, walk: impl FnOnce(&mut Self)) {
        self.around.push(around);
        walk(self);
        self.around.pop();
    }

    fn record(&mut self, record: &'a Json, field: Field<'a>) {
        let refers = self.refers(record);
        let has_title = has_title(record) && !refers;
        let is_wide = record.fields().len() > MAX_FIELDS;
        let is_elsewhere = match field.role {
            // `"Main Stage": [{title: …, start: …}]`
            Role::Room => !field.is_one_of_many || !has_time(record),
            role => matches!(role, Role::Track | Role::People),
        };
        let may_be_session = !is_wide && !is_elsewhere;
        // `{api_id: …, event: {name: …, start: …}}` in a list.
        let is_wrapped = || has_time(record) && matches!(self.around.last(), Some(Around::Record { is_one_of_many: true, .. }));
        let stands_alone = matches!(field.role, Role::Title(_)) && (!keys::names_conference(field.name) || is_wrapped());
        // A session may lack its title where others have one.
        let is_named = has_title
            || titles::kind_as_title(record).is_some()
            || self.places.contains_key(&self.path.join(".")) && may_lack_title(record);
        if is_named && may_be_session && (field.is_one_of_many || stands_alone) {
            self.add(record, None);
        } else if !has_title && field.is_one_of_many && is_occurrence(record) {
            self.occurrence(record);
        }
        let is_slot = field.is_one_of_many && !has_title && has_time(record);
        let known = if is_wide { Json::NULL } else { record };
        let around = Around::Record { record: known, is_one_of_many: field.is_one_of_many, place: field.role };
        self.within(around, |walk| {
            for (name, value) in record.fields() {
                let role = keys::role(name);
                if matches!(role, Role::Foreign | Role::People | Role::Link | Role::Subtitle) && !maps::is_german_day(name, value)
                    || role == Role::Text && !value.is_list()
                {
                    continue;
                }
                // Some write the days beside the title of the whole.
                if maps::is_day(name, value) {
                    walk.path.push("*");
                    let around = Around::Key { key: name, place: field.role };
                    walk.within(around, |walk| walk.node(value, Field { name, role: Role::Other, is_one_of_many: true }));
                    walk.path.pop();
                    continue;
                }
                walk.path.push(&name[..name.floor_char_boundary(MAX_NAME)]);
                if is_slot && maps::is_of_track(name, value) || maps::is_one_track(name, value) {
                    let around = Around::Key { key: name, place: Role::Room };
                    walk.within(around, |walk| walk.node(value, Field { name, role: Role::Other, is_one_of_many: true }));
                    walk.path.pop();
                    continue;
                }
                let is_followed = matches!(role, Role::Other | Role::Title(_)) && walk.rooms_with_references(value, name);
                if is_followed {
                    // All of it is known now.
                } else if matches!(value, Json::Object(_)) || value.items().iter().any(holds_records) {
                    walk.node(value, Field { name, role, is_one_of_many: false });
                } else if !has_title && matches!(role, Role::Other | Role::Title(_)) {
                    walk.references(value, name, field.name);
                }
                walk.path.pop();
            }
        });
    }

    /// Whether what would be the title of a record is the id of a session.
    fn refers(&self, record: &'a Json) -> bool {
        let Some((text, name)) = titles::title(record).filter(|(_, name)| keys::role(name) != Role::Title(0)) else {
            return false;
        };
        let is_text = record.get(name).text() == Some(text);
        let found = || self.links.find(name, record.get(name), &keys_around(&self.around));
        is_text && found().is_some_and(|session| !std::ptr::eq(session, record) && has_title(session))
    }

    /// Follows ids of sessions in a slot, which may be named after the field or, as in Hoverboard, after the one around it.
    fn references(&mut self, value: &'a Json, name: &str, outer: &str) {
        let ids = if value.is_list() { value.items() } else { std::slice::from_ref(value) };
        let around = keys_around(&self.around);
        // Zeppelin has a list of ids for each room.
        let each = |id: &'a Json| if id.is_list() { id.items() } else { std::slice::from_ref(id) };
        for (index, id) in ids.iter().enumerate().flat_map(|(index, id)| each(id).iter().map(move |id| (index, id))) {
            let found = self.links.find(name, id, &around).or_else(|| self.links.find(outer, id, &around));
            if let Some(session) = found.filter(|session| has_title(session)) {
                self.within(Around::Position { index, length: ids.len() }, |walk| walk.add(session, None));
            }
        }
    }

    /// Follows `{oak: ada, elm: bo}`, where each room has the id of what happens in it.
    fn rooms_with_references(&mut self, value: &'a Json, name: &str) -> bool {
        let around = keys_around(&self.around);
        let session = |id: &Json| {
            self.links.find(name, id, &around).or_else(|| self.links.find_anywhere(id)).filter(|session| has_title(session))
        };
        let found: Option<Vec<(&'a str, &'a Json)>> =
            value.fields().iter().map(|(key, id)| Some((key.as_str(), session(id)?))).collect();
        let found = found.unwrap_or_default();
        for (key, session) in &found {
            self.within(Around::Key { key, place: Role::Room }, |walk| walk.add(session, None));
        }
        !found.is_empty()
    }

    /// Adds one of the times at which the record around it happens.
    fn occurrence(&mut self, occurrence: &'a Json) {
        let mut outer = self.around.iter().rev().filter_map(|around| match around {
            Around::Record { record, is_one_of_many, place } => {
                Some((*record, *is_one_of_many && !matches!(place, Role::Room | Role::Track | Role::Day)))
            }
            _ => None,
        });
        let Some((record, true)) = outer.next() else { return };
        let says_when = record
            .fields()
            .iter()
            .any(|(name, value)| value.text().is_some() && matches!(keys::role(name), Role::Start | Role::Day | Role::Time));
        if has_title(record) && !says_when {
            self.add(record, Some(occurrence));
        }
    }

    fn add(&mut self, record: &'a Json, occurrence: Option<&'a Json>) {
        self.count += 1;
        let path = self.path.join(".");
        let groups = &mut self.groups;
        let place = *self.places.entry(path.clone()).or_insert_with(|| {
            groups.push(Group { path, entries: Vec::new() });
            groups.len() - 1
        });
        groups[place].entries.push(Entry { record, around: self.around.clone(), occurrence });
    }
}

/// Returns the keys of the maps around a record.
pub(super) fn keys_around<'a>(around: &[Around<'a>]) -> Vec<&'a str> {
    let key = |around: &Around<'a>| match around {
        Around::Key { key, .. } => Some(*key),
        _ => None,
    };
    around.iter().filter_map(key).collect()
}
