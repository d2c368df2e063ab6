//! Converting HTML to blocks.

use super::build::{Builder, Mark};
use crate::program::Block;
use crate::program::link;
use html5gum::{StartTag, Token, Tokenizer};
use std::borrow::Cow;

/// Elements whose content is not shown as text.
const SKIPPED: &[&[u8]] =
    &[b"script", b"style", b"head", b"title", b"svg", b"iframe", b"object", b"template", b"noscript", b"select", b"textarea"];

/// Returns the blocks of an HTML text, and whether it was shortened.
pub(super) fn blocks(text: &str) -> (Vec<Block>, bool) {
    let mut reader = Reader { builder: Builder::new(), skipped: None, verbatim: None };
    for Ok(token) in Tokenizer::new(text) {
        match token {
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        if reader.builder.is_full() {
            break;
        }
    }
    reader.end_verbatim();
    reader.builder.finish()
}

/// Resolves the entities of a text and changes nothing else.
pub(super) fn characters(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    if !text[first..].contains(';') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    // Escapes all tags.
    for Ok(token) in Tokenizer::new(text.replace('<', "&lt;").as_str()) {
        if let Token::String(text) = token {
            plain += &String::from_utf8_lossy(&text.value);
        }
    }
    Cow::Owned(plain)
}

/// An element whose text is kept unchanged.
enum Verbatim {
    Line(String),
    Block(String),
}

struct Reader {
    builder: Builder,
    /// The element that is being skipped.
    skipped: Option<Vec<u8>>,
    verbatim: Option<Verbatim>,
}

impl Reader {
    fn text(&mut self, text: &str) {
        match &mut self.verbatim {
            _ if self.skipped.is_some() => {}
            Some(Verbatim::Line(code) | Verbatim::Block(code)) => code.push_str(text),
            None => self.builder.text(text),
        }
    }

    fn open(&mut self, tag: &StartTag<()>) {
        if self.skipped.is_some() {
            return;
        }
        if SKIPPED.contains(&tag.name.as_slice()) {
            self.skipped = Some(tag.name.to_vec()).filter(|_| !tag.self_closing);
            return;
        }
        match (tag.name.as_slice(), &mut self.verbatim) {
            (b"br", Some(Verbatim::Line(code) | Verbatim::Block(code))) => code.push('\n'),
            (_, Some(_)) => {}
            (b"br", None) => self.builder.line_break(),
            (b"em" | b"i" | b"cite", None) => self.builder.open_mark(Mark::Emphasis),
            (b"strong" | b"b", None) => self.builder.open_mark(Mark::Strong),
            (b"a", None) => self.link(tag),
            (b"code" | b"tt" | b"kbd" | b"samp", None) => self.verbatim = Some(Verbatim::Line(String::new())),
            (b"pre", None) => self.verbatim = Some(Verbatim::Block(String::new())),
            (b"ul" | b"menu" | b"dl", None) => self.builder.open_list(false),
            (b"ol", None) => self.builder.open_list(true),
            (b"li" | b"dt" | b"dd", None) => self.builder.open_item(),
            (b"blockquote", None) => self.builder.open_quote(),
            (b"td" | b"th", None) => self.builder.text(" "),
            (name, None) if is_heading(name) => {
                self.builder.end_paragraph();
                self.builder.open_mark(Mark::Strong);
            }
            (name, None) if is_block(name) => self.builder.end_paragraph(),
            (_, None) => {}
        }
    }

    fn link(&mut self, tag: &StartTag<()>) {
        let href = tag.attributes.get(b"href".as_slice()).map(|href| String::from_utf8_lossy(href).trim().to_owned());
        self.builder.close_mark(|mark| matches!(mark, Mark::Link(_)));
        if let Some(href) = href.filter(|href| link::is_safe(href)) {
            self.builder.open_mark(Mark::Link(href));
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some(skipped) = &self.skipped {
            if skipped == name {
                self.skipped = None;
            }
            return;
        }
        match (name, &self.verbatim) {
            (b"code" | b"tt" | b"kbd" | b"samp", Some(Verbatim::Line(_))) | (b"pre", Some(Verbatim::Block(_))) => {
                self.end_verbatim();
            }
            // A missing end tag must not hide the rest of the text.
            (b"p" | b"li" | b"div", Some(Verbatim::Line(_))) => {
                self.end_verbatim();
                self.close(name);
            }
            (_, Some(_)) => {}
            (b"em" | b"i" | b"cite", None) => self.builder.close_mark(|mark| *mark == Mark::Emphasis),
            (b"strong" | b"b", None) => self.builder.close_mark(|mark| *mark == Mark::Strong),
            (b"a", None) => self.builder.close_mark(|mark| matches!(mark, Mark::Link(_))),
            (b"ul" | b"ol" | b"menu" | b"dl", None) => self.builder.close_list(),
            (b"li" | b"dt" | b"dd", None) => self.builder.close_item(),
            (b"blockquote", None) => self.builder.close_quote(),
            (name, None) if is_heading(name) => {
                self.builder.close_mark(|mark| *mark == Mark::Strong);
                self.builder.end_paragraph();
            }
            (name, None) if is_block(name) => self.builder.end_paragraph(),
            (_, None) => {}
        }
    }

    fn end_verbatim(&mut self) {
        match self.verbatim.take() {
            Some(Verbatim::Line(code)) => self.builder.code(&code),
            Some(Verbatim::Block(code)) => self.builder.code_block(&code),
            None => {}
        }
    }
}

fn is_heading(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6'])
}

fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"div"
            | b"section"
            | b"article"
            | b"table"
            | b"tr"
            | b"hr"
            | b"figure"
            | b"header"
            | b"footer"
            | b"center"
            | b"address"
    )
}
