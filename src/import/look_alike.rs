//! Files that people open by mistake, recognised so that each gets a helpful error message.

use super::ImportError;
use super::head::Head;
use crate::messages::import::{LookAlike, Problem};
use crate::program::line;

/// First bytes of binary files, with their usual names.
const BINARIES: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP/Excel"),
    (b"\xD0\xCF\x11\xE0", "Excel (XLS)"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"\x1F\x8B", "GZIP"),
];

/// Elements with which HTML fragments begin.
const HTML: &[&str] = &[
    "html", "head", "body", "div", "p", "script", "style", "meta", "link", "title", "main", "section", "table", "span", "h1",
    "h2", "ul", "a",
];

pub(super) fn binary(bytes: &[u8]) -> Option<ImportError> {
    let (_, kind) = BINARIES.iter().find(|(beginning, _)| bytes.starts_with(beginning))?;
    Some(Problem::LookAlike(LookAlike::Binary { kind }).into())
}

pub(super) fn text(head: &Head) -> Option<ImportError> {
    if head.first() == Some('%') {
        return binary(head.text().trim_start().as_bytes());
    }
    if head.first() != Some('<') {
        return None;
    }
    let doctype = head.text().to_lowercase().split_once("<!doctype").map(|(_, rest)| rest.trim_start().starts_with("html"));
    let what = match (head.root(), doctype) {
        (_, Some(true)) => LookAlike::HtmlPage,
        (Some(root), _) if HTML.contains(&root.as_str()) => LookAlike::HtmlPage,
        (Some(root), _) => LookAlike::OtherXml { root: line::excerpt(&root) },
        (None, _) => return None,
    };
    Some(Problem::LookAlike(what).into())
}
