//! Web pages that name the parts of their sessions by classes, as EasyChair's do: `<tr class="talk"><td class="time">`.
//!
//! What has a class whose name means something is a field, and everything else is looked through. A page becomes a tree of days with
//! records, which is read like any other tree.

use super::super::json::Json;
use super::super::{line, table};
use super::dates;
use super::keys::{self, Role};
use html5gum::{StartTag, Token, Tokenizer};

/// Classes of records. In a session, the others are what happens in it.
const RECORDS: [&str; 9] = ["session", "talk", "event", "paper", "presentation", "slot", "timeslot", "vevent", "item"];

/// Elements that are a record if they hold a time and a title.
const ROWS: [&[u8]; 3] = [b"li", b"tr", b"article"];

/// Classes that mean something else than fields of that name.
const CLASSES: [(&str, &str); 1] = [("interval", "time")];

/// Elements without an end.
const VOID: [&[u8]; 9] = [b"br", b"img", b"hr", b"input", b"meta", b"link", b"wbr", b"source", b"col"];

/// Elements whose content is not shown as text.
const SKIPPED: [&[u8]; 6] = [b"script", b"style", b"svg", b"template", b"noscript", b"select"];

/// Elements of which one ends where the next one begins.
const SIBLINGS: [&[u8]; 7] = [b"li", b"td", b"th", b"tr", b"dd", b"dt", b"p"];

/// Bytes of a text, such as an abstract.
const MAX_TEXT: usize = 20_000;

/// Words of a heading before the day.
const MAX_WORDS: usize = 6;

/// Elements inside each other. Deeper ones are looked through.
const MAX_DEPTH: usize = 200;

/// Returns the page as a tree; `None` if it has no records.
pub(in crate::import) fn read(page: &str) -> Option<Json> {
    let mut reader = Reader::default();
    reader.open.push(Node::default());
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => reader.begin(&tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finish()
}

/// An element that has not ended yet.
#[derive(Default)]
struct Node {
    element: Vec<u8>,
    /// What its class calls it.
    name: Option<String>,
    fields: Vec<(String, Json)>,
    text: String,
}

#[derive(Default)]
struct Reader {
    open: Vec<Node>,
    skipped: Option<Vec<u8>>,
    title: String,
    /// The days so far, with the heading of the last one.
    days: Vec<Json>,
    heading: Option<String>,
}

impl Reader {
    fn begin(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        if self.skipped.is_some() || VOID.contains(&name) {
            return self.text(" ");
        }
        if SKIPPED.contains(&name) {
            self.skipped = Some(name.to_vec()).filter(|_| !tag.self_closing);
            return;
        }
        if SIBLINGS.contains(&name) {
            self.end_sibling(name);
        }
        if self.open.len() < MAX_DEPTH {
            let class = tag.attributes.get(b"class".as_slice()).map(|value| String::from_utf8_lossy(value).into_owned());
            self.open.push(Node { element: name.to_vec(), name: class.as_deref().and_then(field), ..Node::default() });
        }
        self.text(" ");
    }

    /// Ends the element of this name that is still open in the same list or table.
    fn end_sibling(&mut self, name: &[u8]) {
        let inner =
            self.open.iter().rev().take_while(|node| !matches!(node.element.as_slice(), b"ul" | b"ol" | b"dl" | b"table"));
        if inner.into_iter().any(|node| node.element == name) {
            self.end(name);
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some(skipped) = &self.skipped {
            if skipped == name {
                self.skipped = None;
            }
            return;
        }
        let Some(at) = self.open.iter().skip(1).rposition(|node| node.element == name) else { return };
        while self.open.len() > at + 1 {
            self.close();
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(node) = self.open.last_mut().filter(|_| self.skipped.is_none()) {
            node.text.push_str(text);
        }
    }

    /// Puts the innermost element into the one around it.
    fn close(&mut self) {
        let Some(mut node) = self.open.pop() else { return };
        let is_text = node.name.is_some() || node.element == b"title" || is_heading(&node.element);
        let text = if is_text { line::clean(&node.text, MAX_TEXT).text } else { String::new() };
        match node.element.as_slice() {
            b"title" if self.title.is_empty() => return self.title.clone_from(&text),
            element if is_heading(element) => self.note_day(&text),
            _ if node.name.as_deref().is_some_and(|name| keys::role(name) == Role::Day) && node.fields.is_empty() => {
                self.note_day(&text);
            }
            element if node.name.is_none() && ROWS.contains(&element) && is_session(&node.fields) => {
                node.name = Some("item".to_owned());
            }
            _ => {}
        }
        let Some(outer) = self.open.last_mut() else { return };
        // Only texts in what is short are one.
        if outer.text.len() + node.text.len() <= MAX_TEXT {
            outer.text.push_str(&node.text);
        }
        match node.name.take() {
            Some(name) => outer.put(name, &text, node.fields),
            None => node.fields.into_iter().for_each(|(name, value)| outer.add(name, value)),
        }
    }

    /// Begins a day if a text outside of records names one.
    fn note_day(&mut self, text: &str) {
        let is_in_record = self.open.iter().any(|node| node.name.as_deref().is_some_and(|name| RECORDS.contains(&name)));
        if let Some(day) = if is_in_record { None } else { day_in(text) } {
            self.end_day();
            self.heading = Some(day.to_owned());
        }
    }

    /// Collects the records since the last heading of a day.
    fn end_day(&mut self) {
        let fields = self.open.iter_mut().flat_map(|node| std::mem::take(&mut node.fields));
        let mut day: Vec<(String, Json)> = fields.filter(|(_, value)| value.is_list()).collect();
        if !day.is_empty() {
            let heading = self.heading.clone().or_else(|| day_in(&self.title).map(str::to_owned));
            day.extend(heading.map(|heading| ("date".to_owned(), Json::Text(heading))));
            self.days.push(Json::Object(day));
        }
    }

    fn finish(mut self) -> Option<Json> {
        while self.open.len() > 1 {
            self.close();
        }
        self.end_day();
        let root = vec![("title".to_owned(), Json::Text(self.title)), ("days".to_owned(), Json::List(self.days))];
        let root = Json::Object(root);
        (!root.get("days").items().is_empty()).then_some(root)
    }
}

impl Node {
    /// Adds what a class calls so.
    fn put(&mut self, name: String, text: &str, mut fields: Vec<(String, Json)>) {
        if RECORDS.contains(&name.as_str()) && has_title(&fields) {
            // The chair of a session with talks is not its speaker.
            if fields.iter().any(|(name, value)| RECORDS.contains(&name.as_str()) && value.is_list()) {
                fields.retain(|(name, _)| keys::role(name) != Role::People);
            }
            return self.add(name, Json::List(vec![Json::Object(fields)]));
        }
        match keys::role(&name) {
            Role::People => {
                // Each has an element, or all are one text.
                let inner = fields.into_iter().find(|(name, value)| keys::role(name) == Role::People && value.is_list());
                let people = || Json::List(table::people(text).into_iter().map(Json::Text).collect());
                self.add(name, inner.map_or_else(people, |(_, people)| people));
            }
            // A heading around the time and the title.
            _ if text.is_empty() || !fields.is_empty() => {
                fields.into_iter().for_each(|(name, value)| self.add(name, value));
            }
            Role::Title(_) => self.add("title".to_owned(), Json::Text(without_link(text).to_owned())),
            _ => self.add(name, Json::Text(text.strip_prefix("ABSTRACT. ").unwrap_or(text).to_owned())),
        }
    }

    /// Adds a field. Of several texts the first counts; records and people come together.
    fn add(&mut self, name: String, value: Json) {
        match (self.fields.iter_mut().find(|(known, _)| *known == name), value) {
            (Some((_, Json::List(items))), Json::List(more)) => items.extend(more),
            (Some(_), _) => {}
            (None, value) => self.fields.push((name, value)),
        }
    }
}

/// Returns the field that the classes of an element name.
fn field(classes: &str) -> Option<String> {
    let means = |class: &&str| {
        let is_about_session = matches!(
            keys::role(class),
            Role::Title(_)
                | Role::Start
                | Role::End
                | Role::Time
                | Role::Day
                | Role::Room
                | Role::People
                | Role::Text
                | Role::Track
        );
        RECORDS.contains(class) || is_about_session && keys::words(class).len() < 4
    };
    let known =
        |class: &str| CLASSES.iter().find(|(known, _)| *known == class).map_or(class.to_owned(), |(_, name)| (*name).to_owned());
    classes.split_whitespace().map(known).find(|class| means(&class.as_str()))
}

fn is_heading(element: &[u8]) -> bool {
    matches!(element, [b'h', b'1'..=b'6'])
}

/// Whether fields are a time and a title.
fn is_session(fields: &[(String, Json)]) -> bool {
    let is_time = |(name, value): &(String, Json)| matches!(keys::role(name), Role::Start | Role::Time) && value.text().is_some();
    has_title(fields) && fields.iter().any(is_time)
}

fn has_title(fields: &[(String, Json)]) -> bool {
    fields.iter().any(|(name, value)| matches!(keys::role(name), Role::Title(_)) && value.text().is_some())
}

/// Pages put a link to the abstract behind a title.
fn without_link(title: &str) -> &str {
    let link = title.rsplit_once('(').filter(|(_, link)| link.trim_end_matches(')').trim() == "abstract");
    link.map_or(title, |(title, _)| title.trim_end())
}

/// Returns the day in a heading: "Program for Friday, 5 March".
fn day_in(heading: &str) -> Option<&str> {
    let after = |sign: char| heading.match_indices(sign).map(|(at, sign)| heading[at + sign.len()..].trim()).take(MAX_WORDS);
    [heading].into_iter().chain(after(':')).chain(after(' ')).find(|part| dates::names_day(part))
}
