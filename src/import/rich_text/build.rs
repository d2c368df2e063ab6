//! Building blocks from a stream of start tags, end tags and text that may be nested wrongly.

use super::super::limits::{MAX_BODY, MAX_DEPTH, MAX_LINK, MAX_MARKS};
use crate::program::line;
use crate::program::{Block, Inline};

/// The markup of a piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Emphasis,
    Strong,
    Link(String),
}

/// An open block around the current paragraph.
#[derive(Debug)]
enum Frame {
    Root(Vec<Block>),
    List { ordered: bool, items: Vec<Vec<Block>> },
    Item(Vec<Block>),
    Quote(Vec<Block>),
}

/// A tree under construction.
#[derive(Debug)]
pub(super) struct Builder {
    frames: Vec<Frame>,
    /// The open marks, outermost first, each with its content; the first entry is the paragraph itself.
    stretches: Vec<(Option<Mark>, Vec<Inline>)>,
    /// Whether a blank is needed before the next word.
    gap: bool,
    /// Whether the line has a word.
    filled: bool,
    /// The number of characters that may still be added.
    left: usize,
    shortened: bool,
}

impl Builder {
    pub fn new() -> Builder {
        Builder {
            frames: vec![Frame::Root(Vec::new())],
            stretches: vec![(None, Vec::new())],
            gap: false,
            filled: false,
            left: MAX_BODY,
            shortened: false,
        }
    }

    /// Whether text was cut off, so that all further text is ignored.
    pub fn is_full(&self) -> bool {
        self.shortened
    }

    pub fn finish(mut self) -> (Vec<Block>, bool) {
        self.close_frames(1);
        match self.frames.pop() {
            Some(Frame::Root(blocks)) => (blocks, self.shortened),
            _ => (Vec::new(), self.shortened),
        }
    }

    /// Adds running text, in which every run of white space becomes one blank.
    pub fn text(&mut self, text: &str) {
        let mut words = String::with_capacity(text.len());
        for letter in text.chars() {
            if matches!(letter, ' ' | '\t' | '\r' | '\n' | '\u{B}' | '\u{C}') {
                self.gap = true;
            } else if line::is_printable(letter) {
                if std::mem::take(&mut self.gap) && self.filled && self.take(1) {
                    words.push(' ');
                }
                if !self.take(1) {
                    break;
                }
                words.push(letter);
                self.filled = true;
            }
        }
        self.push_text(words);
    }

    /// Adds code within a line, with blanks unchanged.
    pub fn code(&mut self, code: &str) {
        self.due_blank();
        let code = self.taken(code);
        if !code.trim().is_empty() {
            self.filled = true;
            self.push(Inline::Code(code));
        }
    }

    /// Adds preformatted lines.
    pub fn code_block(&mut self, code: &str) {
        self.end_paragraph();
        let code = self.taken(&code.replace("\r\n", "\n"));
        let code = code.trim_matches('\n').trim_end();
        if !code.trim().is_empty() {
            self.push_block(Block::Code(code.to_owned()));
        }
    }

    /// Adds a line break; a second one ends the paragraph.
    pub fn line_break(&mut self) {
        self.gap = false;
        if self.filled {
            self.filled = false;
            self.push(Inline::Break);
        } else {
            self.end_paragraph();
        }
    }

    pub fn open_mark(&mut self, mark: Mark) {
        self.due_blank();
        // A link continues in every paragraph until it is closed.
        let is_short = !matches!(&mark, Mark::Link(href) if href.len() > MAX_LINK);
        if is_short && self.stretches.len() <= MAX_MARKS {
            self.stretches.push((Some(mark), Vec::new()));
        }
    }

    /// Closes the innermost mark of this kind and the marks inside it.
    pub fn close_mark(&mut self, is: fn(&Mark) -> bool) {
        if let Some(at) = self.stretches.iter().rposition(|(mark, _)| mark.as_ref().is_some_and(is)) {
            self.close_stretches(at);
        }
    }

    /// Ends the paragraph; open marks continue in the next one.
    pub fn end_paragraph(&mut self) {
        let marks: Vec<_> = self.stretches.iter().skip(1).map(|(mark, _)| (mark.clone(), Vec::new())).collect();
        self.close_stretches(1);
        let mut content = std::mem::take(&mut self.stretches[0].1);
        self.stretches.extend(marks);
        (self.gap, self.filled) = (false, false);
        trim_end(&mut content);
        if !content.is_empty() {
            self.push_block(Block::Paragraph(content));
        }
    }

    pub fn open_list(&mut self, ordered: bool) {
        self.open(Frame::List { ordered, items: Vec::new() });
    }

    pub fn close_list(&mut self) {
        self.close(|frame| matches!(frame, Frame::List { .. }));
    }

    /// Begins an item. An open item in the same list is closed, and a list is opened if there is none.
    pub fn open_item(&mut self) {
        self.end_paragraph();
        let last = |is: fn(&Frame) -> bool| self.frames.iter().rposition(is);
        let list = last(|frame| matches!(frame, Frame::List { .. }));
        let item = last(|frame| matches!(frame, Frame::Item(_)));
        match (list, item) {
            (None, _) => self.open_list(false),
            (Some(list), Some(item)) if item > list => self.close_frames(item),
            _ => {}
        }
        self.open(Frame::Item(Vec::new()));
    }

    pub fn close_item(&mut self) {
        self.close(|frame| matches!(frame, Frame::Item(_)));
    }

    pub fn open_quote(&mut self) {
        self.open(Frame::Quote(Vec::new()));
    }

    pub fn close_quote(&mut self) {
        self.close(|frame| matches!(frame, Frame::Quote(_)));
    }

    fn open(&mut self, frame: Frame) {
        self.end_paragraph();
        if self.frames.len() < MAX_DEPTH {
            self.frames.push(frame);
        }
    }

    fn close(&mut self, is: fn(&Frame) -> bool) {
        self.end_paragraph();
        if let Some(at) = self.frames.iter().rposition(is) {
            self.close_frames(at);
        }
    }

    /// Closes all frames from this index on.
    fn close_frames(&mut self, from: usize) {
        self.end_paragraph();
        while self.frames.len() > from.max(1) {
            match self.frames.pop() {
                Some(Frame::List { ordered, items }) if !items.is_empty() => self.push_block(Block::List { ordered, items }),
                Some(Frame::Quote(content)) if !content.is_empty() => self.push_block(Block::Quote(content)),
                Some(Frame::Item(content)) if !content.is_empty() => match self.frames.last_mut() {
                    Some(Frame::List { items, .. }) => items.push(content),
                    _ => content.into_iter().for_each(|block| self.push_block(block)),
                },
                _ => {}
            }
        }
    }

    fn push_block(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(Frame::Root(blocks) | Frame::Item(blocks) | Frame::Quote(blocks)) => blocks.push(block),
            // Text between two items becomes an item.
            Some(Frame::List { items, .. }) => items.push(vec![block]),
            None => {}
        }
    }

    fn close_stretches(&mut self, from: usize) {
        while self.stretches.len() > from {
            let Some((mark, content)) = self.stretches.pop() else { return };
            if content.iter().all(|inline| *inline == Inline::Break) {
                content.into_iter().for_each(|inline| self.push(inline));
                continue;
            }
            match mark {
                Some(Mark::Emphasis) => self.push(Inline::Emphasis(content)),
                Some(Mark::Strong) => self.push(Inline::Strong(content)),
                Some(Mark::Link(href)) => self.push(Inline::Link { href, content }),
                None => content.into_iter().for_each(|inline| self.push(inline)),
            }
        }
    }

    /// Adds a blank that comes before a mark outside the mark.
    fn due_blank(&mut self) {
        if std::mem::take(&mut self.gap) && self.filled && self.take(1) {
            self.push_text(" ".to_owned());
        }
    }

    fn push_text(&mut self, words: String) {
        if words.is_empty() {
            return;
        }
        let stretch = self.stretches.last_mut().map(|(_, content)| content);
        match stretch.and_then(|content| content.last_mut()) {
            Some(Inline::Text(text)) => text.push_str(&words),
            _ => self.push(Inline::Text(words)),
        }
    }

    fn push(&mut self, inline: Inline) {
        if let Some((_, content)) = self.stretches.last_mut() {
            content.push(inline);
        }
    }

    fn take(&mut self, count: usize) -> bool {
        let enough = self.left >= count;
        self.left -= if enough { count } else { 0 };
        self.shortened |= !enough;
        enough
    }

    fn taken(&mut self, code: &str) -> String {
        let is_kept = |letter: char| letter == '\n' || letter == '\t' || line::is_printable(letter);
        let mut taken = String::new();
        for letter in code.chars().filter(|letter| is_kept(*letter)) {
            if !self.take(1) {
                break;
            }
            taken.push(letter);
        }
        taken
    }
}

/// Removes line breaks and blanks at the end of a paragraph.
fn trim_end(content: &mut Vec<Inline>) {
    while let Some(Inline::Break) = content.last() {
        content.pop();
    }
}
