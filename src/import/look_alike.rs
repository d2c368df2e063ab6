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

/// Whether it is a web page or a part of one.
pub(super) fn is_html(head: &Head) -> bool {
    if head.first() != Some('<') {
        return false;
    }
    is_html_doctype(head) == Some(true) || head.root().is_some_and(|root| HTML.contains(&root.as_str()))
}

/// Whether the document type is that of HTML, if there is one.
fn is_html_doctype(head: &Head) -> Option<bool> {
    head.text().to_lowercase().split_once("<!doctype").map(|(_, rest)| rest.trim_start().starts_with("html"))
}

pub(super) fn text(head: &Head) -> Option<ImportError> {
    if head.first() == Some('%') {
        return binary(head.text().trim_start().as_bytes());
    }
    if head.first() != Some('<') {
        return None;
    }
    let what = match (head.root(), is_html_doctype(head)) {
        _ if is_html(head) => LookAlike::HtmlPage,
        (_, Some(false)) => LookAlike::DocumentType,
        (Some(root), None) => LookAlike::OtherXml { root: line::excerpt(&root) },
        _ => return None,
    };
    Some(Problem::LookAlike(what).into())
}
