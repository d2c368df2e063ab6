//! YAML as a tree. Plain scalars stay as they are written: `001` and `09:30` are texts, not numbers.

use super::super::ImportError;
use super::super::json::{Json, MAX_VALUES};
use super::MAX_NESTING;
use crate::messages::import::Problem;
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The most values and bytes that aliases may add: a program repeats a room or a speaker, an attack repeats repetitions.
const MAX_REPEATED_VALUES: usize = 100_000;
const MAX_REPEATED_BYTES: usize = 8 << 20;

/// Reads the first document.
///
/// # Errors
///
/// Broken YAML, deep nesting, and aliases that make it much larger.
pub(super) fn read(text: &str) -> Result<Json, ImportError> {
    build(text).or_else(|error| {
        // The standard forbids tabs before a value, but some readers take them.
        if text.contains('\t') { build(&with_blanks(text)) } else { Err(error) }
    })
}

/// Writes tabs at the beginning of lines as blanks.
fn with_blanks(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let words = line.trim_start_matches([' ', '\t']);
        let (indent, _) = line.split_at(line.len() - words.len());
        Cow::Owned::<str>(indent.replace('\t', "  ") + words)
    });
    lines.collect()
}

fn build(text: &str) -> Result<Json, ImportError> {
    let mut builder = Builder::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| broken(error.marker().line()))?;
        if matches!(event, Event::DocumentEnd) {
            break;
        }
        builder.take(event).ok_or_else(|| broken(span.start.line()))?;
    }
    builder.done.ok_or_else(|| Problem::Broken { line: None }.into())
}

fn broken(line: usize) -> ImportError {
    Problem::Broken { line: Some(line as u64) }.into()
}

/// A list or an object that is not complete yet, with the number of its anchor.
enum Open {
    List(Vec<Json>, usize),
    /// Its own fields, those of other objects that it takes over, and the name of the field that comes next.
    Object(Vec<(String, Json)>, Vec<(String, Json)>, Option<String>, usize),
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    anchored: BTreeMap<usize, Json>,
    values: usize,
    repeated: Size,
    done: Option<Json>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Size {
    values: usize,
    bytes: usize,
}

impl Builder {
    /// `None` if a limit is exceeded.
    fn take(&mut self, event: Event) -> Option<()> {
        self.values += 1;
        if self.values > MAX_VALUES || self.open.len() > MAX_NESTING {
            return None;
        }
        match event {
            Event::SequenceStart(anchor, _) => self.open.push(Open::List(Vec::new(), anchor)),
            Event::MappingStart(anchor, _) => self.open.push(Open::Object(Vec::new(), Vec::new(), None, anchor)),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop()? {
                Open::List(items, anchor) => self.put(Json::List(items), anchor)?,
                Open::Object(fields, others, _, anchor) => self.put(Json::Object(merged(fields, others)), anchor)?,
            },
            Event::Scalar(text, style, anchor, _) => self.put(scalar(&text, style), anchor)?,
            // What contains itself is not complete here, so that is nothing.
            Event::Alias(anchor) => {
                let value = self.anchored.get(&anchor).unwrap_or(Json::NULL);
                add(value, &mut self.repeated);
                if self.repeated.values > MAX_REPEATED_VALUES || self.repeated.bytes > MAX_REPEATED_BYTES {
                    return None;
                }
                self.put(value.clone(), 0)?;
            }
            _ => {}
        }
        Some(())
    }

    fn put(&mut self, value: Json, anchor: usize) -> Option<()> {
        if anchor > 0 {
            // An anchor copies too, even if nothing refers to it.
            add(&value, &mut self.repeated);
            self.anchored.insert(anchor, value.clone());
        }
        match self.open.last_mut() {
            None => self.done = Some(value),
            Some(Open::List(items, _)) => items.push(value),
            Some(Open::Object(fields, others, key, _)) => match (key.take(), value) {
                (None, value) => *key = Some(value.owned().unwrap_or_default()),
                (Some(name), Json::Object(inner)) if name == "<<" => others.extend(inner),
                (Some(name), value) => fields.push((name, value)),
            },
        }
        (self.repeated.values <= MAX_REPEATED_VALUES && self.repeated.bytes <= MAX_REPEATED_BYTES).then_some(())
    }
}

/// `<<: *other` adds the fields that are not there.
fn merged(mut fields: Vec<(String, Json)>, others: Vec<(String, Json)>) -> Vec<(String, Json)> {
    if !others.is_empty() {
        let mut known: BTreeSet<String> = fields.iter().map(|(name, _)| name.clone()).collect();
        fields.extend(others.into_iter().filter(|(name, _)| known.insert(name.clone())));
    }
    fields
}

fn add(value: &Json, size: &mut Size) {
    size.values += 1;
    match value {
        Json::Text(text) | Json::Number(text) => size.bytes += text.len(),
        Json::List(items) => items.iter().for_each(|item| add(item, size)),
        Json::Object(fields) => fields.iter().for_each(|(name, value)| {
            size.bytes += name.len();
            add(value, size);
        }),
        Json::Null | Json::Bool(_) => {}
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Json {
    match (style, text) {
        (ScalarStyle::Plain, "" | "~" | "null" | "Null" | "NULL") => Json::Null,
        (ScalarStyle::Plain, "true" | "True") => Json::Bool(true),
        (ScalarStyle::Plain, "false" | "False") => Json::Bool(false),
        _ => Json::Text(text.to_owned()),
    }
}
