//! Abstracts in whatever markup a source has, as our own small tree.
//!
//! Most formats do not say what their texts are: FOSDEM writes HTML, pretalx Markdown, EMF plain lines, and some escape their
//! HTML twice. So the text itself decides. Nothing but the tree survives: no attribute, no picture, no script.

mod build;
mod html;
mod links;
mod look;
mod markdown;

use super::{limits, plain};
use crate::program::Block;
use std::borrow::Cow;

/// The blocks of a text, and whether it had to be shortened.
pub(super) fn blocks(text: &str) -> (Vec<Block>, bool) {
    if text.trim().is_empty() {
        return (Vec::new(), false);
    }
    let text = unescaped(text);
    let (mut blocks, shortened) = if look::has_block_tags(&text) {
        html::blocks(&text)
    } else if look::has_tags(&text) {
        // Lines of text with a link or an emphasis in them, as Markdown allows and content management systems write.
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

/// The blocks of a short text and of a long one on the same session: both, unless the long one begins with the short one,
/// as in EMF's files.
pub(super) fn joined(short: &str, long: &str) -> (Vec<Block>, bool) {
    if long.trim_start().starts_with(short.trim()) {
        return blocks(long);
    }
    let (mut all, one) = blocks(short);
    let (more, other) = blocks(long);
    all.extend(more);
    (all, one || other)
}

/// A title or a name, in which some sources leave entities (`&#039;`, `&amp;`). Tags stay what they are: a talk may be on
/// `<canvas>`.
pub(super) fn characters(text: &str) -> Cow<'_, str> {
    html::characters(text)
}

/// Takes off layers of escaping as long as there are escaped tags and no tags.
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

/// As much as can become an abstract, marks included. Reading Markdown can take more than linear time.
fn cut(text: &str) -> (&str, bool) {
    match text.char_indices().nth(2 * limits::MAX_BODY) {
        Some((end, _)) => (&text[..end], true),
        None => (text, false),
    }
}

fn with_lines_as_tags(text: &str) -> String {
    let text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(str::trim).collect::<Vec<_>>().join("<br>")
}

#[cfg(test)]
mod tests;
