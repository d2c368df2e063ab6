//! Files that people open by mistake, recognised so that each gets a helpful error message.

use super::ImportError;
use super::head::Head;
use crate::messages::import::{LookAlike, Problem};
use crate::program::line;

/// The first bytes of a ZIP archive.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";

/// First bytes of binary files, with their usual names.
const BINARIES: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (ZIP, "ZIP/Excel"),
    (b"\xD0\xCF\x11\xE0", "Excel (XLS)"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"\x1F\x8B", "GZIP"),
];

/// Elements with which HTML fragments begin.
const HTML: &[&str] = &[
    "html", "head", "body", "div", "p", "script", "style", "meta", "link", "title", "main", "section", "table", "span", "h1",
    "h2", "h3", "ul", "ol", "dl", "a", "article", "header", "nav",
];

pub(super) fn binary(bytes: &[u8]) -> Option<ImportError> {
    let (_, kind) = BINARIES.iter().find(|(beginning, _)| bytes.starts_with(beginning))?;
    Some(Problem::LookAlike(LookAlike::Binary { kind }).into())
}

/// Returns the refusal of a file of which only the beginning is as it should be: it is of another kind, damaged, or has a password.
pub(super) fn damaged(bytes: &[u8]) -> ImportError {
    binary(bytes).unwrap_or_else(|| Problem::Broken { line: None }.into())
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
    let what = match head.root() {
        _ if is_html(head) => LookAlike::HtmlPage,
        Some(root) => LookAlike::OtherXml { root: line::excerpt(&root) },
        None => return None,
    };
    Some(Problem::LookAlike(what).into())
}
