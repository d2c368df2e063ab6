//! Converting abstracts in any markup to our own small tree.
//!
//! Most formats do not state the markup of their texts: FOSDEM writes HTML, pretalx Markdown, EMF plain text, and some escape
//! their HTML twice. So it is recognised from the text itself. Only the tree is kept: no attributes, no pictures, no scripts.

mod build;
mod html;
mod links;
mod look;
mod markdown;

use super::{limits, plain};
use crate::program::Block;
use std::borrow::Cow;

/// Returns the blocks of a text, and whether it was shortened.
pub(super) fn blocks(text: &str) -> (Vec<Block>, bool) {
    if text.trim().is_empty() {
        return (Vec::new(), false);
    }
    let text = unescaped(text);
    let (mut blocks, shortened) = if look::has_block_tags(&text) {
        html::blocks(&text)
    } else if look::has_tags(&text) {
        // Lines of text with a link or an emphasis, as Markdown allows and content management systems write.
        html::blocks(&with_lines_as_tags(&text))
    } else if look::is_markdown(&text) {
        let (text, is_cut) = cut(&text);
        let (blocks, shortened) = markdown::blocks(text);
        (blocks, shortened || is_cut)
    } else {
        plain::blocks(&html::characters(&text))
    };
    links::find(&mut blocks);
    (blocks, shortened)
}

/// Returns the blocks of a short and a long text about the same session: of both, unless the long one begins with the short
/// one, as in EMF's files.
pub(super) fn joined(short: &str, long: &str) -> (Vec<Block>, bool) {
    if long.trim_start().starts_with(short.trim()) {
        return blocks(long);
    }
    let (mut all, one) = blocks(short);
    let (more, other) = blocks(long);
    all.extend(more);
    (all, one || other)
}

/// Resolves entities (`&#039;`, `&amp;`), which some sources leave in titles and names. Tags are kept: a talk may be about
/// `<canvas>`.
pub(super) fn characters(text: &str) -> Cow<'_, str> {
    html::characters(text)
}

/// Removes layers of escaping as long as there are escaped tags and no tags.
fn unescaped(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..2 {
        if look::has_tags(&text) || !look::has_escaped_tags(&text) {
            break;
        }
        text = Cow::Owned(html::characters(&text).into_owned());
    }
    text
}

/// Returns as much as can become an abstract, including markup. Reading Markdown can take more than linear time.
fn cut(text: &str) -> (&str, bool) {
    match text.char_indices().nth(2 * limits::MAX_BODY) {
        Some((end, _)) => (&text[..end], true),
        None => (text, false),
    }
}

fn with_lines_as_tags(text: &str) -> String {
    plain::with_plain_line_ends(text).split('\n').map(str::trim).collect::<Vec<_>>().join("<br>")
}

#[cfg(test)]
mod tests;
