//! TOML as a tree, as in the data files of Hugo.

use super::super::ImportError;
use super::super::json::{self, Json};
use super::MAX_NESTING;
use crate::messages::import::Problem;

/// How the parser calls the only field of a date or a time.
const DATE_TIME: &str = "$__toml_private_datetime";

/// Whether most lines that begin something are headings in brackets or a name and a value.
pub(super) fn is_toml(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).take(60);
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.\"' ".contains(&byte));
    let is_heading = |line: &str| {
        let name = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        let name = name.map(|name| name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name));
        name.is_some_and(|name| name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic()) && is_name(name))
    };
    let is_field = |line: &str| {
        line.split_once('=').is_some_and(|(name, value)| {
            is_name(name.trim()) && !name.trim().contains(' ') && !value.trim().is_empty() && !value.ends_with([';', '>'])
        })
    };
    let begins = lines().next().is_some_and(|first| is_heading(first) || is_field(first));
    begins && lines().filter(|line| is_field(line) || is_heading(line)).count() * 2 > lines().count() && lines().any(is_heading)
}

/// Reads a document.
///
/// # Errors
///
/// Broken TOML, and more values than any program has.
pub(super) fn read(text: &str) -> Result<Json, ImportError> {
    if json::has_too_many_values(text) || text.lines().nth(json::MAX_VALUES).is_some() {
        return Err(Problem::Broken { line: None }.into());
    }
    let mut root: Json = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() as u64 + 1);
        Problem::Broken { line }
    })?;
    spell_times_out(&mut root, 0);
    Ok(root)
}

/// Writes dates and times as texts.
fn spell_times_out(node: &mut Json, depth: usize) {
    if depth > 2 * MAX_NESTING {
        return;
    }
    if let [(name, value)] = node.fields()
        && name == DATE_TIME
    {
        *node = value.clone();
    }
    match node {
        Json::List(items) => items.iter_mut().for_each(|item| spell_times_out(item, depth + 1)),
        Json::Object(fields) => fields.iter_mut().for_each(|(_, value)| spell_times_out(value, depth + 1)),
        _ => {}
    }
}
