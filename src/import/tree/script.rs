//! JSON and what JavaScript makes of it: assignments, modules, a call around the value, comments, keys without quotes. Nothing is
//! evaluated; only the values between brackets are read.

use super::super::ImportError;
use super::super::json::{self, Json};
use super::MAX_NESTING;
#[cfg(feature = "every-format")]
use super::{
    code,
    constants::Constants,
    keys::{self, Role},
};
use crate::messages::import::Problem;

/// The most values of one script.
const MAX_STATEMENTS: usize = 1_000;

/// Reads the values of a script: the only one, or all by the names that they are assigned to.
///
/// # Errors
///
/// Text that is not a value, deep nesting, and too many values.
pub(super) fn read(text: &str) -> Result<Json, ImportError> {
    if json::has_too_many_values(text) {
        return Err(Problem::Broken { line: None }.into());
    }
    #[cfg(feature = "every-format")]
    let constants = Constants::of(text);
    #[cfg(feature = "every-format")]
    let computed = |text: &str| json5::from_str(text).ok().or_else(|| json5::from_str(&code::as_json5(text, &constants)).ok());
    #[cfg(not(feature = "every-format"))]
    let computed = |_: &str| None;
    let value = |text: &str| serde_json::from_str(text).ok().or_else(|| computed(text));
    let mut values = Vec::new();
    let mut at = 0;
    while let Some((start, end)) = next_value(text, at) {
        let line = || Problem::Broken { line: Some(text[..start].matches('\n').count() as u64 + 1) };
        let Some(end) = end.filter(|_| values.len() < MAX_STATEMENTS) else { return Err(line().into()) };
        match value(&text[start..end]) {
            Some(value) => values.push((name(&text[at..start]), value)),
            // Code and descriptions of types stand between the values.
            None if is_code(&text[..start]) => {}
            None => return Err(line().into()),
        }
        at = end;
    }
    #[cfg(feature = "every-format")]
    if !values.is_empty() {
        values.extend(said_of_whole(&constants));
    }
    match values.len() {
        0 => Err(Problem::Broken { line: Some(1) }.into()),
        1 => Ok(values.remove(0).1),
        _ => Ok(Json::Object(values)),
    }
}

/// Returns the texts with names that say when and where all of it is.
#[cfg(feature = "every-format")]
fn said_of_whole(constants: &Constants) -> impl Iterator<Item = (String, Json)> {
    let is_about_days = |name: &str| matches!(keys::role(name), Role::Day | Role::Start | Role::End | Role::Zone | Role::Year);
    let texts = constants.single().filter(move |(name, _)| is_about_days(name));
    texts.map(|(name, text)| (name.to_owned(), Json::Text(text.to_owned())))
}

/// Whether there is anything else than white space and what makes a value a module or an assignment.
fn is_code(before: &str) -> bool {
    before.contains([';', '}', ']', ')']) || ["interface ", "type ", "import ", "enum "].iter().any(|word| before.contains(word))
}

/// Returns the last word before the value: the variable without its type, or the function around it.
fn name(before: &str) -> String {
    let declared = ["const ", "let ", "var "].iter().filter_map(|word| Some(before.rfind(word)? + word.len())).max();
    let before = declared.map_or(before, |at| before[at..].split([':', '=']).next().unwrap_or_default());
    let is_sign = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '$');
    before.rsplit(is_sign).find(|word| !word.is_empty()).unwrap_or_default().to_owned()
}

/// Returns where the next list or object starts, and where it ends; no end if it has none or is nested too deeply.
fn next_value(text: &str, from: usize) -> Option<(usize, Option<usize>)> {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut start) = (from, 0_usize, None);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'' | b'`') if start.is_some() => at = end_of_text(bytes, at, quote),
            b'/' if bytes.get(at + 1) == Some(&b'/') => at += text[at..].find('\n').unwrap_or(text.len() - at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => at += text[at..].find("*/").unwrap_or(text.len() - at),
            // `Session[]` is a type.
            b'[' if start.is_none() && bytes.get(at + 1) == Some(&b']') && at > 0 && bytes[at - 1].is_ascii_alphanumeric() => {
                at += 1;
            }
            b'[' | b'{' => {
                start = start.or(Some(at));
                depth += 1;
                if depth > MAX_NESTING {
                    return Some((start?, None));
                }
            }
            b']' | b'}' if start.is_some() => {
                depth -= 1;
                if depth == 0 {
                    return Some((start?, Some(at + 1)));
                }
            }
            _ => {}
        }
        at += 1;
    }
    start.map(|start| (start, None))
}

/// Returns the index of the closing quotation mark, or the last one of the text.
fn end_of_text(bytes: &[u8], open: usize, quote: u8) -> usize {
    let mut at = open + 1;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}
