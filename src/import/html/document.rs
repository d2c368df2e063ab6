//! A page as a tree of elements and texts. Nothing is run and nothing is fetched.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::ops::Range;

/// More elements and texts have no page that a person reads.
const MAX_NODES: usize = 400_000;

/// Elements inside each other. Deeper ones are looked through.
const MAX_DEPTH: usize = 200;

/// Elements without an end.
const VOID: &str = "area base br col embed hr img input link meta source track wbr";

/// Elements whose content is no text of the page. That of scripts may be data.
const RAW: &str = "script style template svg noscript select textarea iframe object";

/// Elements of which one ends where the next one begins, with the elements that keep them apart.
const SIBLINGS: [(&str, &str); 8] = [
    ("li", "ul ol menu"),
    ("dt", "dl"),
    ("dd", "dl"),
    ("td", "table"),
    ("th", "table"),
    ("tr", "table"),
    ("p", "div section article li td th dd"),
    ("option", "select"),
];

/// Elements that a paragraph cannot hold.
const ENDS_PARAGRAPH: &str = "address article aside blockquote dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol \
    section table td th tr ul";

/// An element or a text.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// The name of the element; empty for a text.
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    /// The element around it. Only the root is its own.
    pub parent: usize,
    /// The index after the last node in it.
    pub end: usize,
}

/// Nodes in the order in which they begin, so that what is in an element directly follows it.
#[derive(Debug)]
pub(super) struct Document {
    pub nodes: Vec<Node>,
}

impl Document {
    /// Reads a page, however it is written.
    pub fn of(page: &str) -> Document {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut reader = Reader { nodes: vec![Node::default()], open: vec![0] };
        for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
            if reader.nodes.len() >= MAX_NODES {
                break;
            }
            match token {
                Token::StartTag(tag) => reader.begin(&tag),
                Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => reader.text(&String::from_utf8_lossy(&text.value)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        reader.close_to(0);
        let end = reader.nodes.len();
        reader.nodes[0].end = end;
        Document { nodes: reader.nodes }
    }

    /// Returns the children of an element.
    pub fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes[node].end;
        let in_it = move |child: &usize| *child < end;
        std::iter::successors(Some(node + 1).filter(in_it), move |child| Some(self.nodes[*child].end).filter(in_it))
    }

    /// Returns all that is in an element, and itself.
    pub fn within(&self, node: usize) -> Range<usize> {
        node..self.nodes[node].end
    }

    /// Returns the elements around a node, the innermost first, and itself.
    pub fn around(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |node| Some(self.nodes[*node].parent).filter(|parent| parent != node))
    }

    /// Returns the text in an element with single blanks.
    pub fn text(&self, node: usize) -> String {
        let mut text = String::new();
        for node in &self.nodes[self.within(node)] {
            if node.name.is_empty() {
                text.push_str(&node.text);
            } else {
                text.push(' ');
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn attribute(&self, node: usize, name: &str) -> Option<&str> {
        self.nodes[node].attribute(name)
    }

    /// Returns the elements of this name.
    pub fn named<'d>(&'d self, name: &'d str) -> impl Iterator<Item = usize> + 'd {
        (0..self.nodes.len()).filter(move |at| self.nodes[*at].name == name)
    }
}

impl Node {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether it is one of these elements, given with blanks between them.
    pub fn is_one_of(&self, names: &str) -> bool {
        names.split_whitespace().any(|name| name == self.name)
    }

    pub fn is_heading(&self) -> bool {
        matches!(self.name.as_bytes(), [b'h', b'1'..=b'6'])
    }

    /// Whether what is in it is no text of the page.
    pub fn is_raw(&self) -> bool {
        self.is_one_of(RAW)
    }
}

struct Reader {
    nodes: Vec<Node>,
    /// The elements that have not ended yet, the outermost first.
    open: Vec<usize>,
}

impl Reader {
    fn begin(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.end_siblings(&name);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
        let (at, parent) = (self.nodes.len(), self.innermost());
        let is_void = VOID.split(' ').any(|void| void == name) || tag.self_closing && RAW.split(' ').any(|raw| raw == name);
        self.nodes.push(Node { name, attributes, parent, end: at + 1, ..Node::default() });
        if !is_void && self.open.len() < MAX_DEPTH {
            self.open.push(at);
        }
    }

    fn innermost(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    /// Ends what is still open and cannot hold an element of this name.
    fn end_siblings(&mut self, name: &str) {
        if ENDS_PARAGRAPH.split_whitespace().any(|block| block == name) {
            self.end_open("p", "div section article li td th dd button");
        }
        let others: &[&str] = match name {
            "dt" | "dd" => &["dt", "dd"],
            "td" | "th" => &["td", "th"],
            "tr" => &["td", "th", "tr"],
            name => &[name],
        };
        for other in others {
            if let Some((_, apart)) = SIBLINGS.iter().find(|(known, _)| known == other) {
                self.end_open(other, apart);
            }
        }
    }

    /// Ends an element of this name unless one of those that keep it apart is nearer.
    fn end_open(&mut self, name: &str, apart: &str) {
        let found = self.open.iter().enumerate().skip(1).rev().find(|(_, node)| {
            let node = &self.nodes[**node];
            node.name == name || node.is_one_of(apart)
        });
        if let Some((at, _)) = found.filter(|(_, node)| self.nodes[**node].name == name) {
            self.close_to(at);
        }
    }

    fn end(&mut self, name: &str) {
        // The end of a cell does not end the table around an inner table.
        let limit = if matches!(name, "td" | "th" | "tr") { "table" } else { "" };
        let found = self.open.iter().enumerate().skip(1).rev().find(|(_, node)| {
            let node = &self.nodes[**node];
            node.name == name || node.is_one_of(limit)
        });
        if let Some((at, _)) = found.filter(|(_, node)| self.nodes[**node].name == name) {
            self.close_to(at);
        }
    }

    /// Ends the open elements from this one on.
    fn close_to(&mut self, at: usize) {
        let end = self.nodes.len();
        for node in self.open.drain(at..) {
            self.nodes[node].end = end;
        }
    }

    fn text(&mut self, text: &str) {
        let is_verbatim = self.open.iter().any(|node| self.nodes[*node].name == "pre");
        // Elsewhere an end of line is a blank.
        if !is_verbatim {
            return self.leaf(Node { text: text.to_owned(), ..Node::default() });
        }
        for line in text.split('\n') {
            self.leaf(Node { text: line.to_owned(), ..Node::default() });
            self.leaf(Node { name: "br".to_owned(), ..Node::default() });
        }
    }

    fn leaf(&mut self, node: Node) {
        let (at, parent) = (self.nodes.len(), self.innermost());
        self.nodes.push(Node { parent, end: at + 1, ..node });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_end_where_they_must() {
        let page = Document::of("<ul><li>a<li>b<ul><li>c</ul></ul><p>d<div>e</div><table><tr><td>f<td>g<tr><td>h</table>");
        let names = |parent: &str| {
            let parent = page.named(parent).next().expect("is there");
            page.children(parent).map(|child| page.text(child)).collect::<Vec<_>>()
        };
        assert_eq!(names("ul"), ["a", "b c"]);
        assert_eq!(names("table"), ["f g", "h"]);
        assert_eq!(names("p"), ["d"]);
    }

    #[test]
    fn scripts_are_texts_and_deep_pages_are_read() {
        let page = Document::of("<script>var a = '<p>x</p>';</script><p>y</p>");
        assert_eq!((page.named("p").count(), page.text(page.named("script").next().unwrap())), (1, "var a = '<p>x</p>';".into()));
        let deep = format!("{}x{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
        assert_eq!(Document::of(&deep).text(0), "x");
    }
}
