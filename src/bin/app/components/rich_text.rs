//! An abstract as elements. Nothing of it is ever put into the page as HTML.

use crate::components::element::{El, el};
use leptos::prelude::*;
use siganpyo::program::{Block, Inline, link};

/// The blocks of an abstract.
pub fn rich_text(blocks: &[Block]) -> impl Iterator<Item = El> {
    blocks.iter().map(block)
}

fn block(block: &Block) -> El {
    match block {
        Block::Paragraph(content) => el("p").children(inlines(content)),
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| el("li").children(rich_text(item)));
            el(if *ordered { "ol" } else { "ul" }).children(items)
        }
        Block::Code(code) => el("pre").text(code.as_str()),
        Block::Quote(content) => el("blockquote").children(rich_text(content)),
    }
}

fn inlines(content: &[Inline]) -> impl Iterator<Item = AnyView> {
    content.iter().map(inline)
}

fn inline(inline: &Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Emphasis(content) => el("em").children(inlines(content)).into(),
        Inline::Strong(content) => el("strong").children(inlines(content)).into(),
        Inline::Code(code) => el("code").text(code.as_str()).into(),
        Inline::Link { href, content } => outward_link(href).children(inlines(content)).into(),
        Inline::Break => el("br").into(),
    }
}

/// A link that leaves the app; one that would do something else leads nowhere.
pub fn outward_link(href: &str) -> El {
    let link = el("a").attr("target", "_blank").attr("rel", "noopener noreferrer");
    if link::is_safe(href) { link.attr("href", href) } else { link }
}
