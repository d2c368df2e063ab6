//! Abstracts as elements. No part of an abstract is ever put into a page as HTML.

use super::Element;
use crate::program::{Block, Inline, link};

/// Appends the blocks of an abstract to an element.
pub fn rich_text<E: Element>(element: E, blocks: &[Block]) -> E {
    element.children(blocks.iter().map(block))
}

fn block<E: Element>(block: &Block) -> E {
    match block {
        Block::Paragraph(content) => inlines(E::new("p"), content),
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| rich_text(E::new("li"), item));
            E::new(if *ordered { "ol" } else { "ul" }).children(items)
        }
        Block::Code(code) => E::new("pre").text(code),
        Block::Quote(content) => rich_text(E::new("blockquote"), content),
    }
}

fn inlines<E: Element>(element: E, content: &[Inline]) -> E {
    content.iter().fold(element, |element, inline| match inline {
        Inline::Text(text) => element.text(text),
        Inline::Emphasis(content) => element.child(inlines(E::new("em"), content)),
        Inline::Strong(content) => element.child(inlines(E::new("strong"), content)),
        Inline::Code(code) => element.child(E::new("code").text(code)),
        Inline::Link { href, content } => element.child(inlines(outward_link(href), content)),
        Inline::Break => element.child(E::new("br")),
    })
}

/// Returns a link that leaves the app; an unsafe link gets no target.
pub fn outward_link<E: Element>(href: &str) -> E {
    let link = E::new("a").attr("target", "_blank").attr("rel", "noopener noreferrer");
    if link::is_safe(href) { link.attr("href", href) } else { link }
}
