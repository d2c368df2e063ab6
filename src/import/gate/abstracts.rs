//! Limits for abstracts.

use super::super::limits::{MAX_BODY, MAX_DEPTH, MAX_LINK, MAX_MARKS, MAX_NODES};
use crate::program::{Block, Inline, line, link};

/// Removes empty blocks and unprintable characters, and cuts the blocks to the allowed length and depth. Also returns whether
/// text was cut off.
pub(super) fn clean(blocks: Vec<Block>) -> (Vec<Block>, bool) {
    let mut room = Room { letters: MAX_BODY, nodes: MAX_NODES, is_used_up: false };
    let blocks = room.blocks(blocks, 1);
    (blocks, room.is_used_up)
}

/// The remaining capacity.
struct Room {
    letters: usize,
    nodes: usize,
    is_used_up: bool,
}

impl Room {
    fn blocks(&mut self, blocks: Vec<Block>, depth: usize) -> Vec<Block> {
        let mut kept = Vec::with_capacity(blocks.len().min(self.nodes));
        for block in blocks {
            self.block(block, depth, &mut kept);
        }
        kept
    }

    /// Content that is nested too deeply is moved to the enclosing block.
    fn block(&mut self, block: Block, depth: usize, kept: &mut Vec<Block>) {
        if !self.take_node() {
            return;
        }
        let is_too_deep = depth >= MAX_DEPTH;
        match block {
            Block::Paragraph(content) => {
                let content = self.inlines(content, 0);
                kept.extend((!content.is_empty()).then_some(Block::Paragraph(content)));
            }
            Block::Code(code) => {
                let code =
                    self.text(&code, |letter| (line::is_printable(letter) || matches!(letter, '\n' | '\t')).then_some(letter));
                kept.extend((!code.is_empty()).then_some(Block::Code(code)));
            }
            Block::Quote(content) if is_too_deep => content.into_iter().for_each(|block| self.block(block, depth, kept)),
            Block::Quote(content) => {
                let content = self.blocks(content, depth + 1);
                kept.extend((!content.is_empty()).then_some(Block::Quote(content)));
            }
            Block::List { items, .. } if is_too_deep => {
                items.into_iter().flatten().for_each(|block| self.block(block, depth, kept));
            }
            Block::List { ordered, items } => {
                let items: Vec<_> = items.into_iter().map(|item| self.blocks(item, depth + 1)).collect();
                let items: Vec<_> = items.into_iter().filter(|item| !item.is_empty()).collect();
                kept.extend((!items.is_empty()).then_some(Block::List { ordered, items }));
            }
        }
    }

    fn inlines(&mut self, inlines: Vec<Inline>, marks: usize) -> Vec<Inline> {
        let mut kept = Vec::with_capacity(inlines.len().min(self.nodes));
        for inline in inlines {
            self.inline(inline, marks, &mut kept);
        }
        kept
    }

    fn inline(&mut self, inline: Inline, marks: usize, kept: &mut Vec<Inline>) {
        if !self.take_node() {
            return;
        }
        let wrap: fn(Vec<Inline>) -> Inline = match &inline {
            Inline::Emphasis(_) => Inline::Emphasis,
            _ => Inline::Strong,
        };
        match inline {
            Inline::Text(text) => kept.extend(self.words(&text).map(Inline::Text)),
            Inline::Code(code) => kept.extend(self.words(&code).map(Inline::Code)),
            Inline::Break => kept.push(Inline::Break),
            Inline::Link { href, content } if marks < MAX_MARKS && href.len() <= MAX_LINK && link::is_safe(&href) => {
                let content = self.inlines(content, marks + 1);
                kept.extend((!content.is_empty()).then_some(Inline::Link { href, content }));
            }
            Inline::Emphasis(content) | Inline::Strong(content) if marks < MAX_MARKS => {
                let content = self.inlines(content, marks + 1);
                kept.extend((!content.is_empty()).then(|| wrap(content)));
            }
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                content.into_iter().for_each(|inline| self.inline(inline, marks, kept));
            }
        }
    }

    /// Returns the text of an inline with line breaks as blanks, or `None` if it is empty.
    fn words(&mut self, text: &str) -> Option<String> {
        let word = |letter| match letter {
            '\n' | '\r' | '\t' => Some(' '),
            letter => line::is_printable(letter).then_some(letter),
        };
        Some(self.text(text, word)).filter(|text| !text.is_empty())
    }

    fn text(&mut self, text: &str, keep: fn(char) -> Option<char>) -> String {
        // Nearly every text, and nearly all the time that this takes otherwise.
        if text.len() <= self.letters && line::is_plain(text) {
            self.letters -= text.len();
            return text.to_owned();
        }
        let mut kept = String::with_capacity(text.len().min(4 * self.letters));
        for letter in text.chars().filter_map(keep) {
            if self.letters == 0 {
                self.is_used_up = true;
                break;
            }
            self.letters -= 1;
            kept.push(letter);
        }
        kept
    }

    fn take_node(&mut self) -> bool {
        self.is_used_up |= self.nodes == 0;
        self.nodes = self.nodes.saturating_sub(1);
        !self.is_used_up
    }
}
