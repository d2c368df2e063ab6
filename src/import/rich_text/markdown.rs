//! Converting Markdown to blocks.

use super::build::{Builder, Mark};
use crate::program::Block;
use crate::program::link;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// Returns the blocks of a Markdown text, and whether it was shortened.
pub(super) fn blocks(text: &str) -> (Vec<Block>, bool) {
    let text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = Reader { builder: Builder::new(), code: None };
    Parser::new(&text).for_each(|event| reader.event(event));
    reader.builder.finish()
}

struct Reader {
    builder: Builder,
    /// The code block that is being read.
    code: Option<String>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match (event, &mut self.code) {
            (Event::Text(text), Some(code)) => code.push_str(&text),
            (Event::Text(text), None) => self.builder.text(&text),
            (Event::Code(code), _) => self.builder.code(&code),
            // pretalx keeps line breaks (the extension nl2br), and plain text that is read as Markdown needs them.
            (Event::SoftBreak | Event::HardBreak, _) => self.builder.line_break(),
            (Event::Rule, _) => self.builder.end_paragraph(),
            (Event::Start(tag), _) => self.open(tag),
            (Event::End(tag), _) => self.close(tag),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => {
                self.builder.end_paragraph();
                self.builder.open_mark(Mark::Strong);
            }
            Tag::BlockQuote(_) => self.builder.open_quote(),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.code = Some(String::new()),
            Tag::List(first) => self.builder.open_list(first.is_some()),
            Tag::Item => self.builder.open_item(),
            Tag::Emphasis => self.builder.open_mark(Mark::Emphasis),
            Tag::Strong => self.builder.open_mark(Mark::Strong),
            Tag::Link { dest_url, .. } if link::is_safe(&dest_url) => {
                self.builder.open_mark(Mark::Link(dest_url.into_string()));
            }
            // Lines that begin with blanks are hardly ever meant as code.
            Tag::Paragraph | Tag::CodeBlock(CodeBlockKind::Indented) => self.builder.end_paragraph(),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.builder.close_mark(|mark| *mark == Mark::Strong);
                self.builder.end_paragraph();
            }
            TagEnd::BlockQuote(_) => self.builder.close_quote(),
            TagEnd::CodeBlock => match self.code.take() {
                Some(code) => self.builder.code_block(&code),
                None => self.builder.end_paragraph(),
            },
            TagEnd::List(_) => self.builder.close_list(),
            TagEnd::Item => self.builder.close_item(),
            TagEnd::Emphasis => self.builder.close_mark(|mark| *mark == Mark::Emphasis),
            TagEnd::Strong => self.builder.close_mark(|mark| *mark == Mark::Strong),
            TagEnd::Link => self.builder.close_mark(|mark| matches!(mark, Mark::Link(_))),
            TagEnd::Paragraph => self.builder.end_paragraph(),
            _ => {}
        }
    }
}
