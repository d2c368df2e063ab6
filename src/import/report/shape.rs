//! What all values at the same place of a tree have in common.

use super::super::json::Json;
use super::super::line;
use super::super::tree;
use super::value::{blanked, is_like_time};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Deeper levels are left out.
const MAX_DEPTH: usize = 12;

/// As many fields of a record, kinds of times at a place, and records of a list are examined.
const MAX_FIELDS: usize = 60;
const MAX_TIMES: usize = 3;
const MAX_EXAMINED: usize = 300;

/// Longer keys are no names of fields.
const MAX_NAME: usize = 60;

/// The name that stands for every key that is data, such as a day or a person.
const ANY_KEY: &str = "*";

/// What the values at one place are.
#[derive(Debug, Default)]
pub(super) struct Shape {
    count: usize,
    kinds: BTreeSet<&'static str>,
    /// The shortest and the longest text or list.
    lengths: Option<(usize, usize)>,
    times: BTreeSet<String>,
    fields: Vec<(String, Shape)>,
    items: Option<Box<Shape>>,
}

/// Whether a key is rather the name of something than of a field. The only person of a program stands in no map.
fn is_data(name: &str, value: &Json) -> bool {
    let has_parts = value.is_list() || !value.fields().is_empty();
    has_parts && name.contains([' ', '@', '-']) || name.contains('@') || name.chars().count() > MAX_NAME
}

impl Shape {
    pub fn of(tree: &Json) -> Shape {
        let mut shape = Shape::default();
        shape.add(tree, 0);
        shape
    }

    /// Returns it with a line for each place.
    pub fn lines(&self) -> String {
        let mut text = String::new();
        self.write("", 1, &mut text);
        text
    }

    fn add(&mut self, value: &Json, depth: usize) {
        self.count += 1;
        match value {
            Json::Null => self.is("null"),
            Json::Bool(_) => self.is("bool"),
            Json::Number(text) => self.add_text("number", text),
            Json::Text(text) => self.add_text("text", text),
            Json::List(items) => {
                self.is("list");
                self.has_length(items.len());
                if depth < MAX_DEPTH {
                    let shape = self.items.get_or_insert_default();
                    items.iter().take(MAX_EXAMINED).for_each(|item| shape.add(item, depth + 1));
                }
            }
            Json::Object(fields) => {
                let is_map = tree::is_map(value);
                self.is(if is_map { "map" } else { "record" });
                let examined = fields.iter().take(if depth < MAX_DEPTH { MAX_EXAMINED } else { 0 });
                examined.for_each(|(name, value)| {
                    let name = if is_map || is_data(name, value) { ANY_KEY } else { name };
                    self.field(name, value, depth + 1);
                });
            }
        }
    }

    fn field(&mut self, name: &str, value: &Json, depth: usize) {
        let at = self.fields.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            self.fields.push((name.to_owned(), Shape::default()));
            self.fields.len() - 1
        });
        if at < MAX_FIELDS {
            self.fields[at].1.add(value, depth);
        }
    }

    fn is(&mut self, kind: &'static str) {
        self.kinds.insert(kind);
    }

    fn add_text(&mut self, kind: &'static str, text: &str) {
        self.is(kind);
        self.has_length(text.chars().count());
        if kind == "text" && is_like_time(text) && self.times.len() < MAX_TIMES {
            self.times.insert(blanked(text));
        }
    }

    fn has_length(&mut self, length: usize) {
        let (least, most) = self.lengths.unwrap_or((length, length));
        self.lengths = Some((least.min(length), most.max(length)));
    }

    fn write(&self, name: &str, depth: usize, text: &mut String) {
        let kinds: Vec<&str> = self.kinds.iter().copied().collect();
        let lengths = match self.lengths {
            Some((least, most)) if least == most => format!("({least})"),
            Some((least, most)) => format!("({least}–{most})"),
            None => String::new(),
        };
        let times: String = self.times.iter().map(|time| format!(" {time}")).collect();
        let name = if name.is_empty() { String::new() } else { format!("{}: ", line::excerpt(name)) };
        let _ = writeln!(text, "{:indent$}{name}{}{lengths}{times} ×{}", "", kinds.join("/"), self.count, indent = 2 * depth);
        self.items.iter().for_each(|items| items.write("[]", depth + 1, text));
        self.fields.iter().take(MAX_FIELDS).for_each(|(name, shape)| shape.write(name, depth + 1, text));
    }
}
