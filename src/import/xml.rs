//! XML as conferences publish it: forbidden characters are left out, a document type is skipped and never obeyed.

mod limits;

use super::ImportError;
use crate::messages::import::Problem;
use roxmltree::{Document, ParsingOptions};
use std::borrow::Cow;

/// The most elements and texts of a document; FOSDEM has 40 for each of its thousand events.
const MAX_NODES: u32 = 1_500_000;

/// The entities of XML itself. Others could be defined by a document type only.
const ENTITIES: [&str; 5] = ["amp", "lt", "gt", "quot", "apos"];

/// Returns the text of a file as the parser takes it.
pub(super) fn readable(text: &str) -> Cow<'_, str> {
    let text = legal(text.trim_start());
    let text = match document_type(&text) {
        Some(_) => Cow::Owned(without_document_type(&text).into_owned()),
        None => text,
    };
    match with_entities_as_text(&text) {
        Some(plain) => Cow::Owned(plain),
        None => text,
    }
}

/// Reads a document.
///
/// # Errors
///
/// Broken XML, and more of anything than a program has.
pub(super) fn document(text: &str) -> Result<Document<'_>, ImportError> {
    if !limits::are_kept(text) {
        return Err(Problem::Broken { line: None }.into());
    }
    let limits = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, limits).map_err(|error| Problem::Broken { line: Some(u64::from(error.pos().row)) }.into())
}

/// Returns the beginning of a document without its document type.
pub(super) fn without_document_type(text: &str) -> Cow<'_, str> {
    document_type(text).map_or(Cow::Borrowed(text), |(start, end)| Cow::Owned(format!("{}{}", &text[..start], &text[end..])))
}

/// Returns where the document type before the root element starts and ends.
fn document_type(text: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    loop {
        at += text[at..].find('<')?;
        let rest = &text[at..];
        if rest.get(..9).is_some_and(|mark| mark.eq_ignore_ascii_case("<!doctype")) {
            return Some((at, at + end_of_document_type(rest)?));
        }
        at += skipped(rest)?;
    }
}

/// Returns the length of a comment or an instruction at the beginning; `None` if there is none, or if it has no end.
fn skipped(text: &str) -> Option<usize> {
    let (_, end) = [("<!--", "-->"), ("<?", "?>")].into_iter().find(|(start, _)| text.starts_with(start))?;
    Some(text.find(end)? + end.len())
}

fn end_of_document_type(text: &str) -> Option<usize> {
    let (mut at, mut brackets, mut quote) = (1, 0_usize, None);
    while let Some(byte) = text.as_bytes().get(at) {
        match (byte, quote) {
            (b'<', None) if text[at..].starts_with("<!--") || text[at..].starts_with("<?") => at += skipped(&text[at..])? - 1,
            (b'"' | b'\'', None) => quote = Some(*byte),
            (byte, Some(open)) if *byte == open => quote = None,
            (b'[', None) => brackets += 1,
            (b']', None) => brackets = brackets.saturating_sub(1),
            (b'>', None) if brackets == 0 => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Writes references to entities that XML does not define as plain text; `None` if there are none. Those of HTML are then read
/// like in any other text.
fn with_entities_as_text(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut copied = 0;
    let mut from = 0;
    // Most files have no sections in which nothing is a reference, but a tag every thirty bytes.
    let marks = if text.contains("<![CDATA[") { ['&', '<'] } else { ['&', '&'] };
    while let Some(at) = text[from..].find(marks).map(|at| from + at) {
        let rest = &text[at..];
        if rest.starts_with("<![CDATA[") {
            from = at + rest.find("]]>")?;
            continue;
        }
        from = at + 1;
        let name = rest[1..].bytes().take(32).position(|byte| byte == b';').map(|end| &rest[1..=end]);
        let is_unknown = |name: &&str| {
            name.starts_with(|letter: char| letter.is_ascii_alphabetic())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && !ENTITIES.contains(name)
        };
        if rest.starts_with('&') && name.as_ref().is_some_and(is_unknown) {
            plain.push_str(&text[copied..at]);
            plain.push_str("&amp;");
            copied = from;
        }
    }
    (copied > 0).then(|| plain + &text[copied..])
}

/// Removes the characters that XML forbids and some programs write anyway.
fn legal(text: &str) -> Cow<'_, str> {
    let is_control = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    let is_illegal = |letter: char| u8::try_from(letter).is_ok_and(is_control) || matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    let may_be_illegal = text.bytes().any(|byte| is_control(byte) || byte == 0xEF);
    let text =
        if may_be_illegal && text.contains(is_illegal) { Cow::Owned(text.replace(is_illegal, "")) } else { Cow::Borrowed(text) };
    if !text.contains("&#") {
        return text;
    }
    // The same characters, written as references: DroidKaigi has a U+0001 in a title.
    let mut legal = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(at) = rest.find("&#") {
        let length = rest[at..].bytes().take(12).position(|byte| byte == b';').map_or(2, |end| end + 1);
        legal.push_str(&rest[..at]);
        let reference = &rest[at..at + length];
        if !is_illegal_reference(reference) {
            legal.push_str(reference);
        }
        rest = &rest[at + length..];
    }
    legal.push_str(rest);
    Cow::Owned(legal)
}

fn is_illegal_reference(reference: &str) -> bool {
    let Some(number) = reference.strip_prefix("&#").and_then(|rest| rest.strip_suffix(';')) else { return false };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    code.is_ok_and(|code| code < 0x20 && !matches!(code, 9 | 10 | 13) || matches!(code, 0xFFFE | 0xFFFF))
}
