//! The approximate memory of a row.

use super::DraftRow;
use crate::program::{Block, Inline};

/// The size of a value without its text.
const VALUE: usize = 32;

pub(super) fn of(row: &DraftRow) -> usize {
    let fields = [&row.id, &row.hint, &row.subtitle, &row.track, &row.language, &row.level, &row.url];
    let fields = fields.into_iter().flatten().chain([&row.title]).chain(&row.rooms).chain(&row.speakers);
    fields.map(|text| VALUE + text.len()).sum::<usize>() + blocks(&row.about)
}

fn blocks(all: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Paragraph(content) => inlines(content),
        Block::List { items, .. } => items.iter().map(|item| VALUE + blocks(item)).sum(),
        Block::Quote(content) => blocks(content),
        Block::Code(code) => code.len(),
    };
    all.iter().map(|block| VALUE + of(block)).sum()
}

fn inlines(all: &[Inline]) -> usize {
    let of = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.len(),
        Inline::Emphasis(content) | Inline::Strong(content) => inlines(content),
        Inline::Link { href, content } => href.len() + inlines(content),
        Inline::Break => 0,
    };
    all.iter().map(|inline| VALUE + of(inline)).sum()
}
