//! The texts of a page, one for each line, cell or label that a person sees as one.

use super::super::document::Document;
use super::marks;
use super::roles;
use std::ops::Range;

/// Elements that begin a new line.
const BLOCKS: &str = "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer \
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul \
    button option label title br";

/// Attributes in which a style finds the time that it writes.
const DATA: [&str; 3] = ["data-time", "data-date", "data-hour"];

/// A longer text is not examined for marks.
const MAX_MARK: usize = 120;

/// More lines have no page that a person reads.
const MAX_LINES: usize = 60_000;

/// A text of a page.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub text: String,
    /// The element whose text it is.
    pub node: usize,
    /// Where it stands among the nodes.
    pub at: usize,
    /// Whether it is all of the text of its element.
    pub is_whole: bool,
    /// What `datetime` says about the times in it.
    pub stated: Vec<String>,
}

/// Returns the texts in the order of the page.
pub(super) fn segments(document: &Document) -> Vec<Segment> {
    let mut reader = Reader { document, has_block: blocks(document), found: Vec::new() };
    reader.element(0);
    reader.found
}

/// Returns the segments in these nodes.
pub(super) fn within(segments: &[Segment], nodes: Range<usize>) -> Range<usize> {
    let first = segments.partition_point(|segment| segment.at < nodes.start);
    first..segments.partition_point(|segment| segment.at < nodes.end).max(first)
}

/// For each node, whether there is an element in it that begins a new line.
fn blocks(document: &Document) -> Vec<bool> {
    let mut has_block = vec![false; document.nodes.len()];
    for at in (1..document.nodes.len()).rev() {
        let node = &document.nodes[at];
        if has_block[at] || node.is_one_of(BLOCKS) {
            has_block[node.parent] = true;
        }
    }
    has_block
}

struct Reader<'d> {
    document: &'d Document,
    has_block: Vec<bool>,
    found: Vec<Segment>,
}

impl Reader<'_> {
    fn element(&mut self, element: usize) {
        let mut run = Vec::new();
        for child in self.document.children(element) {
            let node = &self.document.nodes[child];
            if node.is_raw() {
                continue;
            }
            let is_block = node.is_one_of(BLOCKS) || self.has_block[child];
            if !is_block {
                run.push(child);
                continue;
            }
            self.run(element, &std::mem::take(&mut run));
            if !node.is_one_of("br hr title") {
                self.stated_time(child);
                self.element(child);
            }
        }
        self.run(element, &run);
    }

    /// Takes the time that only an attribute of an element says, since a style writes it.
    fn stated_time(&mut self, element: usize) {
        let time = DATA.iter().filter_map(|name| self.document.attribute(element, name)).find(|text| marks::is_only_time(text));
        if let Some(time) = time.filter(|_| !self.document.nodes[element].is_one_of("td th tr")) {
            let text = self.document.text(element);
            let is_shown = time.split_whitespace().next().is_some_and(|start| text.contains(start));
            if !is_shown {
                self.push(element, element, time.to_owned());
            }
        }
    }

    /// Takes what stands in one line: as one text, or as several where its elements are parts that mean something of their own.
    fn run(&mut self, parent: usize, run: &[usize]) {
        let Some(first) = run.first() else { return };
        if let Some(clock) = self.clock(parent) {
            return self.push(parent, *first, clock);
        }
        let texts: Vec<(usize, String)> =
            run.iter().map(|node| (*node, self.text(*node))).filter(|(_, text)| !text.is_empty()).collect();
        match texts.as_slice() {
            [] => {}
            [(node, text)] if self.is_element(*node) => {
                let inner: Vec<usize> = self.document.children(*node).collect();
                if inner.iter().filter(|child| self.is_element(**child)).count() > 0 {
                    self.run(*node, &inner);
                } else {
                    self.push(*node, *node, text.clone());
                }
            }
            [(node, text)] => self.push(parent, *node, text.clone()),
            several if self.are_apart(several) => {
                for (node, text) in several {
                    if self.is_element(*node) {
                        self.run(parent, &[*node]);
                    } else {
                        self.push(parent, *node, text.trim_matches(marks::is_separator).to_owned());
                    }
                }
            }
            several => {
                let text = several.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
                self.push(parent, several[0].0, text);
            }
        }
    }

    fn text(&self, node: usize) -> String {
        if self.is_element(node) {
            return self.clock(node).unwrap_or_else(|| self.document.text(node));
        }
        self.document.nodes[node].text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the time of day in an element whose hours and minutes are elements of their own, with the sign that a style draws.
    fn clock(&self, node: usize) -> Option<String> {
        // No more than three are looked at: a page may have all its lines in one element.
        let parts: Vec<usize> = self.document.children(node).filter(|child| self.is_element(*child)).take(3).collect();
        let number = |part: usize, class: &str| {
            let is_called =
                self.document.attribute(part, "class").is_some_and(|name| name.trim_end_matches('s').ends_with(class));
            let text = self.document.text(part);
            text.parse::<u8>().ok().filter(|_| is_called && text.len() < 3)
        };
        let [hours, minutes] = parts.as_slice() else { return None };
        Some(format!("{:02}:{:02}", number(*hours, "hour")?, number(*minutes, "minute")?))
    }

    fn is_element(&self, node: usize) -> bool {
        !self.document.nodes[node].name.is_empty()
    }

    fn are_apart(&self, texts: &[(usize, String)]) -> bool {
        let joined = texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
        if joined.len() < MAX_MARK && marks::is_only_time(&joined) || texts.iter().all(|(_, text)| text.chars().count() < 2) {
            return false;
        }
        let is_loose = |(node, text): &(usize, String)| !self.is_element(*node) && !text.chars().all(marks::is_separator);
        let means = |(node, text): &(usize, String)| {
            let is_room = || joined.chars().count() <= MAX_MARK && !joined.ends_with('.') && roles::is_room(text);
            self.is_element(*node) && (roles::of_element(self.document, *node).is_some() || is_room())
                || marks::is_only_time(text)
        };
        !texts.iter().any(is_loose) || texts.iter().any(means)
    }

    fn push(&mut self, node: usize, at: usize, text: String) {
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        if self.found.len() >= MAX_LINES {
            return;
        }
        let is_element = self.is_element(at);
        let own = self.document.nodes[node].attribute("datetime");
        let times = if is_element { self.document.within(at) } else { 0..0 };
        let times =
            self.document.nodes[times].iter().filter(|node| node.name == "time").filter_map(|node| node.attribute("datetime"));
        let stated = own.into_iter().chain(times.filter(|stated| Some(*stated) != own)).map(str::to_owned).take(2).collect();
        let mut texts = self.document.nodes[self.document.within(node)].iter().filter(|node| !node.text.trim().is_empty());
        let is_whole = at == node || texts.nth(1).is_none();
        self.found.push(Segment { text, node, at, is_whole, stated });
    }
}
