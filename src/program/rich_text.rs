//! Abstracts as a small tree of our own types, so that no HTML of a source ever reaches a page.

/// A block of an abstract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A list; every item is a sequence of blocks.
    List {
        /// Numbered or not.
        ordered: bool,
        /// The items in order.
        items: Vec<Vec<Block>>,
    },
    /// Preformatted lines.
    Code(String),
    /// A quotation.
    Quote(Vec<Block>),
}

/// A piece of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasised.
    Emphasis(Vec<Inline>),
    /// Strongly emphasised.
    Strong(Vec<Inline>),
    /// Code within a line.
    Code(String),
    /// A link; its target starts with `http:`, `https:` or `mailto:`.
    Link {
        /// Where it leads.
        href: String,
        /// What is shown.
        content: Vec<Inline>,
    },
    /// A line break within a paragraph.
    Break,
}

/// Returns the text of an abstract without markup, for searching and for pictures. Blocks are separated by line feeds.
pub fn plain_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    write_blocks(blocks, &mut text);
    text
}

fn write_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        match block {
            Block::Paragraph(content) => write_inlines(content, text),
            Block::List { items, .. } => items.iter().for_each(|item| write_blocks(item, text)),
            Block::Code(code) => text.push_str(code),
            Block::Quote(content) => write_blocks(content, text),
        }
    }
}

fn write_inlines(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => write_inlines(content, text),
            Inline::Break => text.push('\n'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_keeps_every_word_and_separates_blocks() {
        let word = |text: &str| vec![Inline::Text(text.to_owned())];
        let blocks = [
            Block::Paragraph(vec![
                Inline::Text("a ".to_owned()),
                Inline::Strong(vec![Inline::Emphasis(word("b"))]),
                Inline::Break,
                Inline::Link { href: "https://example.org".to_owned(), content: word("c") },
            ]),
            Block::List { ordered: true, items: vec![vec![Block::Paragraph(word("d"))], vec![Block::Code("e".to_owned())]] },
            Block::Quote(vec![Block::Paragraph(word("f"))]),
        ];
        assert_eq!(plain_text(&blocks), "a b\nc\nd\ne\nf");
    }
}
