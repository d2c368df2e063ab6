//! The beginning of a file, from which its format is recognised.

use super::{encoding, xml};
use std::borrow::Cow;

/// Enough for any format to be recognised, and little enough for all of them to examine it.
const LENGTH: usize = 64 << 10;

/// The first 64 KB of a file as text.
pub(super) struct Head<'a> {
    bytes: &'a [u8],
    text: Cow<'a, str>,
}

/// Returns the bytes after the comment lines above a table, of which there may be any number.
fn without_remarks(bytes: &[u8]) -> &[u8] {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let is_remark = |line: &&[u8]| line.starts_with(b"#") && !is_numbered_header(&String::from_utf8_lossy(line));
    &bytes[lines.take_while(is_remark).map(<[u8]>::len).sum()..]
}

/// Whether a line names columns of which the first has numbers: `#,title,start`.
pub(super) fn is_numbered_header(line: &str) -> bool {
    let rest = line.trim_start_matches([' ', '\t', '"']).strip_prefix('#').map(|rest| rest.trim_start_matches('"'));
    rest.is_some_and(|rest| rest.starts_with([',', ';', '\t', '|']) && rest.contains(char::is_alphabetic))
}

impl<'a> Head<'a> {
    pub fn of(bytes: &'a [u8]) -> Head<'a> {
        let bytes = without_remarks(bytes);
        let head = &bytes[..bytes.len().min(LENGTH)];
        // Not in the middle of a character.
        let cut = std::str::from_utf8(head).err().filter(|error| error.error_len().is_none());
        let head = cut.map_or(head, |cut| &head[..cut.valid_up_to()]);
        // Some files fold lines inside characters or are in another encoding; the importers handle that.
        Head { bytes: head, text: encoding::text(head).unwrap_or_else(|_| String::from_utf8_lossy(head)) }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the file begins with these bytes, for formats that are not text.
    pub fn begins_with(&self, bytes: &[u8]) -> bool {
        self.bytes.starts_with(bytes)
    }

    /// Returns the first character that is not white space.
    pub fn first(&self) -> Option<char> {
        self.text.trim_start().chars().next()
    }

    pub fn has(&self, text: &str) -> bool {
        self.text.contains(text)
    }

    /// Whether it seems to be JSON with a key of each of these names.
    pub fn has_keys(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.has_key(key))
    }

    fn has_key(&self, key: &str) -> bool {
        let quoted = format!("\"{key}\"");
        self.text.match_indices(&quoted).any(|(at, _)| self.text[at + quoted.len()..].trim_start().starts_with(':'))
    }

    /// Returns the name of the root element of XML or HTML, in lower case and without prefix.
    pub fn root(&self) -> Option<String> {
        let text = xml::without_document_type(&self.text);
        let mut rest = text.trim_start();
        loop {
            rest = if let Some(comment) = rest.strip_prefix("<!--") {
                comment.split_once("-->")?.1
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                rest.split_once('>')?.1
            } else {
                break;
            };
            rest = rest.trim_start();
        }
        let name = rest.strip_prefix('<')?.split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).next()?;
        let name = name.rsplit(':').next()?;
        (!name.is_empty()).then(|| name.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_element_is_found_after_any_prologue() {
        let root = |text: &str| Head::of(text.as_bytes()).root();
        for text in ["<schedule>", "\u{FEFF}\n<?xml version='1.0'?><!-- <p> --><schedule a='b'>", "<!DOCTYPE x>\n<x:Schedule/>"] {
            assert_eq!(root(text).as_deref(), Some("schedule"), "{text}");
        }
        for text in ["", "{}", "<", "<!-- ", "<?xml", "a<b>"] {
            assert_eq!(root(text), None, "{text}");
        }
    }

    #[test]
    fn only_the_beginning_is_examined_and_cut_between_characters() {
        let text = "가".repeat(LENGTH);
        let head = Head::of(text.as_bytes());
        assert!(head.text().len() <= LENGTH && head.text().len() > LENGTH - 4 && head.first() == Some('가'));
        assert!(Head::of(b"{\"a\" :1, \"b\": \"c\"}").has_keys(&["a", "b"]) && !Head::of(b"{\"b\": \"c\"}").has_keys(&["c"]));
        assert_eq!(Head::of(b"<a>\xFF").root().as_deref(), Some("a"));
    }
}
