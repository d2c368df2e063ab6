//! An abstract as elements. Nothing of it is ever put into the page as HTML.

use leptos::prelude::*;
use siganpyo::program::{Block, Inline};

/// The blocks of an abstract.
pub fn rich_text(blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Paragraph(content) => view! { <p>{inlines(content)}</p> }.into_any(),
        Block::List { ordered: true, items } => view! { <ol>{list_items(items)}</ol> }.into_any(),
        Block::List { ordered: false, items } => view! { <ul>{list_items(items)}</ul> }.into_any(),
        Block::Code(code) => view! { <pre>{code.clone()}</pre> }.into_any(),
        Block::Quote(content) => view! { <blockquote>{rich_text(content)}</blockquote> }.into_any(),
    }
}

fn list_items(items: &[Vec<Block>]) -> Vec<AnyView> {
    items.iter().map(|item| view! { <li>{rich_text(item)}</li> }.into_any()).collect()
}

fn inlines(content: &[Inline]) -> Vec<AnyView> {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Emphasis(content) => view! { <em>{inlines(content)}</em> }.into_any(),
        Inline::Strong(content) => view! { <strong>{inlines(content)}</strong> }.into_any(),
        Inline::Code(code) => view! { <code>{code.clone()}</code> }.into_any(),
        Inline::Link { href, content } => {
            view! { <a href=href.clone() target="_blank" rel="noopener noreferrer">{inlines(content)}</a> }.into_any()
        }
        Inline::Break => view! { <br/> }.into_any(),
    }
}
