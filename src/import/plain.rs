//! Converting plain text to blocks: an empty line separates paragraphs, a line break is kept.

use super::limits::MAX_BODY;
use crate::program::line;
use crate::program::{Block, Inline};
use std::borrow::Cow;

/// Returns the blocks of a plain text, and whether it was shortened.
pub(super) fn blocks(text: &str) -> (Vec<Block>, bool) {
    let (text, shortened) = match text.char_indices().nth(MAX_BODY) {
        Some((end, _)) => (&text[..end], true),
        None => (text, false),
    };
    let text = with_plain_line_ends(text);
    let mut blocks = Vec::new();
    let mut paragraph: Vec<Inline> = Vec::new();
    for text in text.split('\n') {
        let line = if line::is_clean(text, MAX_BODY) { text.to_owned() } else { line::clean(text, MAX_BODY).text };
        if line.is_empty() {
            blocks.extend((!paragraph.is_empty()).then(|| Block::Paragraph(std::mem::take(&mut paragraph))));
            continue;
        }
        if !paragraph.is_empty() {
            paragraph.push(Inline::Break);
        }
        paragraph.push(Inline::Text(line));
    }
    blocks.extend((!paragraph.is_empty()).then_some(Block::Paragraph(paragraph)));
    (blocks, shortened)
}

/// A carriage return always ends a line: CR LF, CR CR LF and CR alone all occur.
pub(super) fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::plain_text;

    #[test]
    fn empty_lines_separate_paragraphs_with_any_line_ends() {
        for text in ["a\nb\n\nc", "a\r\nb\r\n\r\n\r\nc\r\n", "a\r\r\nb\r\r\n\r\r\nc", "\n a\rb\r\rc"] {
            let (blocks, shortened) = blocks(text);
            assert_eq!((blocks.len(), plain_text(&blocks).as_str(), shortened), (2, "a\nb\nc", false), "{text:?}");
        }
        assert_eq!(blocks(" \u{0}\n"), (Vec::new(), false));
    }
}
