//! Turning addresses in running text into links.

use crate::program::{Block, Inline};

/// Turns the addresses in a text into links unless they are part of one.
pub(super) fn find(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(content) => in_line(content),
            Block::List { items, .. } => items.iter_mut().for_each(|item| find(item)),
            Block::Quote(content) => find(content),
            Block::Code(_) => {}
        }
    }
}

fn in_line(content: &mut Vec<Inline>) {
    let has_address = |inline: &Inline| match inline {
        Inline::Text(text) => text.contains("://"),
        Inline::Emphasis(_) | Inline::Strong(_) => true,
        Inline::Code(_) | Inline::Link { .. } | Inline::Break => false,
    };
    if !content.iter().any(has_address) {
        return;
    }
    *content = std::mem::take(content).into_iter().flat_map(replaced).collect();
}

fn replaced(inline: Inline) -> Vec<Inline> {
    match inline {
        Inline::Text(text) if text.contains("://") => split(&text),
        Inline::Emphasis(mut content) => {
            in_line(&mut content);
            vec![Inline::Emphasis(content)]
        }
        Inline::Strong(mut content) => {
            in_line(&mut content);
            vec![Inline::Strong(content)]
        }
        other => vec![other],
    }
}

fn split(text: &str) -> Vec<Inline> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, address, after)) = next(rest) {
        parts.extend((!before.is_empty()).then(|| Inline::Text(before.to_owned())));
        parts.push(Inline::Link { href: address.to_owned(), content: vec![Inline::Text(address.to_owned())] });
        rest = after;
    }
    parts.extend((!rest.is_empty()).then(|| Inline::Text(rest.to_owned())));
    parts
}

/// Returns the text before the first address, the address, and the text after it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let starts = text.match_indices("http").map(|(at, _)| at);
    let mut starts = starts.filter(|&at| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric));
    let start = starts.find(|&at| ["http://", "https://"].iter().any(|scheme| text[at..].starts_with(scheme)))?;
    let is_end =
        |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '|' | '\\' | '、' | '。' | '」' | '）');
    let end = text[start..].find(is_end).map_or(text.len(), |length| start + length);
    let mut address = text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    // A closing bracket belongs to the address only if its opening one does, as in those of Wikipedia.
    let opens = address.contains(['(', '[']);
    while !opens && address.ends_with([')', ']']) {
        address = address[..address.len() - 1].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    }
    let is_whole = address.len() > "https://".len();
    is_whole.then(|| (&text[..start], address, &text[start + address.len()..]))
}
