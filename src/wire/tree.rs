//! JSON that is first read as a tree and then field by field.
//!
//! Derived readers would work, but each adds two kilobytes to the page's critical path, and their messages for a wrong file
//! ("invalid type: map, expected a string") help nobody. A single reader for all types can name the record and the field.

use super::error::{Problem, ReadError, broken};
use crate::messages::file::Rule;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// A JSON value. Texts without escapes are borrowed from the file.
pub(super) enum Node<'a> {
    /// `null`, or a number that none of our formats uses.
    Nothing,
    Flag(bool),
    Number(u64),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<(Node<'a>, Node<'a>)>),
}

/// The fields of one record, which are taken one by one, and the path of the record in the file.
pub(super) struct Fields<'a> {
    place: String,
    fields: Vec<(Node<'a>, Node<'a>)>,
}

/// Reads a file of the format `expected`; broken JSON and another format are separate errors. A byte order mark, which some
/// editors write, is skipped.
pub(super) fn read<'a>(text: &'a str, expected: &str, wrong: fn(String) -> Problem) -> Result<Fields<'a>, ReadError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let node: Node = serde_json::from_str(text).map_err(|error| Problem::Json { line: error.line(), column: error.column() })?;
    let Node::Object(fields) = node else { return Err(wrong("?".to_owned()).into()) };
    let mut fields = Fields { place: expected.to_owned(), fields };
    match fields.maybe_text("format") {
        Some(format) if format == expected => Ok(fields),
        other => Err(wrong(other.unwrap_or_else(|| "?".to_owned())).into()),
    }
}

impl<'a> Fields<'a> {
    /// Names the record for error messages.
    pub(super) fn at(self, place: String) -> Fields<'a> {
        Fields { place, ..self }
    }

    /// Returns an error for this record.
    pub(super) fn broken(&self, rule: Rule) -> ReadError {
        broken(&self.place, rule)
    }

    /// Visits the name of every field.
    pub(super) fn each_name(&self, visit: &mut dyn FnMut(&str)) {
        each_name(&self.fields, visit);
    }

    /// Visits the name of every field of every record in a list.
    pub(super) fn each_name_in(&self, list: &str, visit: &mut dyn FnMut(&str)) {
        for (name, value) in &self.fields {
            if let (Node::Text(name), Node::List(items)) = (name, value)
                && name == list
            {
                for item in items {
                    if let Node::Object(fields) = item {
                        each_name(fields, visit);
                    }
                }
            }
        }
    }

    fn take(&mut self, key: &str) -> Option<Node<'a>> {
        let field = self.fields.iter_mut().find(|(name, _)| matches!(name, Node::Text(name) if name == key))?;
        Some(std::mem::replace(&mut field.1, Node::Nothing))
    }

    fn missing(&self, key: &str) -> ReadError {
        self.broken(Rule::Missing(key.to_owned()))
    }

    /// Takes an optional text.
    pub(super) fn maybe_text(&mut self, key: &str) -> Option<String> {
        match self.take(key)? {
            Node::Text(text) => Some(text.into_owned()),
            _ => None,
        }
    }

    /// Takes a required text.
    pub(super) fn text(&mut self, key: &str) -> Result<String, ReadError> {
        self.maybe_text(key).ok_or_else(|| self.missing(key))
    }

    /// Takes a required text that is not empty.
    pub(super) fn filled(&mut self, key: &str) -> Result<String, ReadError> {
        let text = self.text(key)?;
        if text.trim().is_empty() { Err(self.broken(Rule::Empty(key.to_owned()))) } else { Ok(text) }
    }

    /// Takes a required count.
    pub(super) fn number(&mut self, key: &str) -> Result<u64, ReadError> {
        match self.take(key) {
            Some(Node::Number(number)) => Ok(number),
            _ => Err(self.missing(key)),
        }
    }

    /// Takes a required count that must fit into 32 bits.
    pub(super) fn small_number(&mut self, key: &str) -> Result<u32, ReadError> {
        u32::try_from(self.number(key)?).map_err(|_| self.missing(key))
    }

    /// Whether a flag is present and set.
    pub(super) fn flag(&mut self, key: &str) -> bool {
        matches!(self.take(key), Some(Node::Flag(true)))
    }

    /// Takes a list; empty if absent.
    pub(super) fn list(&mut self, key: &str) -> Vec<Node<'a>> {
        match self.take(key) {
            Some(Node::List(items)) => items,
            _ => Vec::new(),
        }
    }

    /// Takes a list of texts; empty if absent.
    pub(super) fn texts(&mut self, key: &str) -> Vec<String> {
        self.list(key).into_iter().filter_map(Node::text).collect()
    }

    /// Takes a list of records and reads each; empty if absent.
    pub(super) fn each<T>(&mut self, key: &str, read: fn(Fields<'a>) -> Result<T, ReadError>) -> Result<Vec<T>, ReadError> {
        let items = self.list(key);
        let records = items.into_iter().map(|item| item.record(key).ok_or_else(|| self.missing(key)));
        records.map(|record| read(record?)).collect()
    }

    /// Takes a required record.
    pub(super) fn record(&mut self, key: &str) -> Result<Fields<'a>, ReadError> {
        self.take(key).and_then(|node| node.record(&self.place)).ok_or_else(|| self.missing(key))
    }

    /// Returns all texts by their keys.
    pub(super) fn into_texts(self) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        for (key, value) in self.fields {
            if let (Some(key), Some(value)) = (key.text(), value.text()) {
                texts.insert(key, value);
            }
        }
        texts
    }

    /// Returns the first field, for records whose only field says what they are.
    pub(super) fn into_first(self) -> Option<(String, Node<'a>)> {
        let (key, value) = self.fields.into_iter().next()?;
        Some((key.text()?, value))
    }
}

fn each_name(fields: &[(Node<'_>, Node<'_>)], visit: &mut dyn FnMut(&str)) {
    for (name, _) in fields {
        if let Node::Text(name) = name {
            visit(name);
        }
    }
}

impl<'a> Node<'a> {
    pub(super) fn text(self) -> Option<String> {
        match self {
            Node::Text(text) => Some(text.into_owned()),
            _ => None,
        }
    }

    pub(super) fn number(self) -> Option<u64> {
        match self {
            Node::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn items(self) -> Vec<Node<'a>> {
        match self {
            Node::List(items) => items,
            _ => Vec::new(),
        }
    }

    pub(super) fn record(self, place: &str) -> Option<Fields<'a>> {
        match self {
            Node::Object(fields) => Some(Fields { place: place.to_owned(), fields }),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNode)
    }
}

struct AnyNode;

impl<'de> Visitor<'de> for AnyNode {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node<'de>, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node<'de>, E> {
        Ok(Node::Nothing)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node<'de>, E> {
        Ok(Node::Nothing)
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Nothing)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Node<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Node::Object(fields))
    }
}
