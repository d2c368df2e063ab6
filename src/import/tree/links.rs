//! Ids that refer to other parts of a tree: a session to its room, slot and speakers, or a slot to its sessions.
//!
//! A reference is followed where it stands, one step at a time and never copied, so records that refer to each other end where
//! the walk does.

use super::super::json::Json;
use super::super::when::has_figures;
use super::keys::{self, Role};
use super::maps;
use super::{MAX_FIELDS, MAX_NESTING};
use std::collections::BTreeMap;

/// The lists and maps of records that have ids, by what one of the records is called.
#[derive(Default)]
pub(super) struct Links<'a> {
    collections: BTreeMap<String, Vec<Collection<'a>>>,
}

struct Collection<'a> {
    /// The keys of maps around it.
    around: Vec<&'a str>,
    records: BTreeMap<&'a str, &'a Json>,
}

/// What the records of a list are called that has a name itself: `<rooms><item>`, `rooms: {data: […]}`.
const ITEMS: [&str; 8] = ["item", "items", "entry", "row", "record", "element", "data", "nodes"];

/// The most nouns; a file has about ten.
const MAX_NOUNS: usize = 200;
/// The most collections of a noun under different keys. Those of others are one.
const MAX_APART: usize = 50;

impl<'a> Links<'a> {
    pub fn of(root: &'a Json) -> Links<'a> {
        let mut links = Links::default();
        links.collect(root, "", &mut Vec::new(), 0);
        links
    }

    fn collect(&mut self, node: &'a Json, name: &str, around: &mut Vec<&'a str>, depth: usize) {
        if depth > MAX_NESTING {
            return;
        }
        if node.is_list() {
            let ids = node.items().iter().filter_map(|item| Some((id(item)?, item)));
            self.add(name, around, ids);
            // JSON:API, Contentful and Sanity have records of all types in one list.
            let is_mixed = |item: &&Json| name == "included" || name == "Entry" || !item.get("_type").is_null();
            for item in node.items().iter().filter(is_mixed) {
                let of_type = item.first(&["type", "_type"]).text().zip(id(item)).map(|(kind, id)| (kind, (id, item)));
                of_type.into_iter().for_each(|(kind, record)| self.add(kind, around, std::iter::once(record)));
            }
            node.items().iter().for_each(|item| self.collect(item, name, around, depth + 1));
            return;
        }
        let is_map = maps::is_map(node);
        if node.fields().iter().all(|(_, value)| matches!(value, Json::Object(_))) {
            self.add(name, around, node.fields().iter().map(|(key, value)| (key.as_str(), value)));
        }
        // `rooms: {oak: "Great Oak"}`, `days: {fri: "2027-03-05"}`
        if matches!(keys::role(name), Role::Room | Role::Track | Role::People | Role::Day)
            && node.fields().iter().all(|(_, value)| matches!(value, Json::Text(_)))
        {
            self.add(name, around, node.fields().iter().map(|(key, value)| (key.as_str(), value)));
        }
        for (key, value) in node.fields().iter().filter(|(_, value)| value.is_list() || !value.fields().is_empty()) {
            around.extend(is_map.then_some(key.as_str()));
            let is_named = !is_map && (name.is_empty() || !ITEMS.contains(&key.as_str()));
            self.collect(value, if is_named { key } else { name }, around, depth + 1);
            around.truncate(around.len() - usize::from(is_map));
        }
    }

    fn add(&mut self, name: &str, around: &[&'a str], records: impl Iterator<Item = (&'a str, &'a Json)>) {
        let noun = keys::noun(name);
        if noun.is_empty() || self.collections.len() >= MAX_NOUNS && !self.collections.contains_key(&noun) {
            return;
        }
        let apart = self.collections.entry(noun).or_default();
        let around = if apart.len() < MAX_APART { around } else { &[] };
        let known = apart.iter().position(|other| other.around == around);
        let at = known.unwrap_or_else(|| {
            apart.push(Collection { around: around.to_vec(), records: BTreeMap::new() });
            apart.len() - 1
        });
        let records = records.filter(|(_, record)| record.fields().len() <= MAX_FIELDS);
        records.for_each(|(id, record)| _ = apart[at].records.entry(id).or_insert(record));
    }

    /// Returns the record that a field of this name refers to. Of several collections it is the one under the same keys.
    pub fn find(&self, field: &str, id: &Json, around: &[&str]) -> Option<&'a Json> {
        self.find_key(field, id.text()?, around)
    }

    /// The same for an id that is the key of a map.
    pub fn find_key(&self, field: &str, id: &str, around: &[&str]) -> Option<&'a Json> {
        let noun = keys::noun(field);
        let is_named = |other: &str| noun.len() > 2 && other.len() > 2 && (other.ends_with(&noun) || noun.ends_with(other));
        let named = || self.collections.iter().filter(|(other, _)| is_named(other)).flat_map(|(_, apart)| apart);
        let found = || named().filter_map(|other| Some((other, *other.records.get(id)?)));
        let is_near = |(collection, _): &(&Collection, _)| {
            !collection.around.is_empty() && collection.around.iter().all(|key| around.contains(key))
        };
        let only = || Some(found().next()?).filter(|_| found().count() == 1);
        found().find(is_near).or_else(only).map(|(_, record)| record).or_else(|| self.find_like(field, id))
    }

    /// Returns the only record with this id of those lists that mean the same as the field, though they are called otherwise: a
    /// `venue` in a list of `halls`.
    fn find_like(&self, field: &str, id: &str) -> Option<&'a Json> {
        let role = Some(keys::role(field)).filter(|role| matches!(role, Role::Room | Role::People))?;
        let alike = self.collections.iter().filter(|(noun, _)| keys::role(noun) == role).flat_map(|(_, apart)| apart);
        let mut found =
            alike.filter_map(|collection| collection.records.get(id).copied()).filter(|record| !record.fields().is_empty());
        found.next().filter(|_| found.next().is_none())
    }

    /// Returns the only record with this id that is neither a person nor a room, whatever the list is called.
    pub fn find_anywhere(&self, id: &Json) -> Option<&'a Json> {
        let id = id.text()?;
        let others = self.collections.iter().filter(|(noun, _)| !matches!(keys::role(noun), Role::People | Role::Room));
        let mut found = others.flat_map(|(_, apart)| apart).filter_map(|collection| collection.records.get(id).copied());
        found.next().filter(|_| found.next().is_none())
    }
}

/// Whether a text is an id that a program made up, and no name: of Airtable, of MongoDB, or a UUID.
pub(super) fn is_machine_made(text: &str) -> bool {
    let is_hexadecimal = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_record = |rest: &str| rest.len() == 14 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match text.len() {
        17 => text.strip_prefix("rec").is_some_and(is_record),
        24 => is_hexadecimal(text) && has_figures(text),
        36 => text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && text.split('-').all(is_hexadecimal),
        _ => false,
    }
}

/// Returns the id of a record in a list.
fn id(record: &Json) -> Option<&str> {
    let ids = record.fields().iter().filter(|(name, _)| keys::role(name) == Role::Id);
    ids.filter_map(|(_, value)| value.text()).next()
}
