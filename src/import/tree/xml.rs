//! XML as a tree: attributes and children are fields, and a child whose name repeats beside it anywhere is a list everywhere.

use super::super::json::Json;
use super::super::{ImportError, xml};
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// The text of an element that also has attributes.
const TEXT: &str = "text";

/// Reads a document.
///
/// # Errors
///
/// Broken XML, or too much of anything.
pub(super) fn read(text: &str) -> Result<Json, ImportError> {
    let text = xml::readable(text);
    let document = xml::document(&text)?;
    let root = document.root_element();
    Ok(Json::Object(vec![(name(root).to_owned(), value(root, &repeated(root)))]))
}

fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// Returns the names of elements with the names of children that at least one of them has several times.
fn repeated<'a>(root: Node<'a, '_>) -> BTreeSet<(&'a str, &'a str)> {
    let mut repeated = BTreeSet::new();
    for parent in root.descendants().filter(Node::is_element) {
        let mut seen = BTreeSet::new();
        for child in parent.children().filter(Node::is_element) {
            if !seen.insert(name(child)) {
                repeated.insert((name(parent), name(child)));
            }
        }
    }
    repeated
}

/// Whether there is only one child here, but might be more.
fn is_one_of_many(parent: &str, child: &str) -> bool {
    let many = ["day", "entry", "event", "item", "paper", "presentation", "session", "slot", "subevent", "talk", "timeslot"];
    parent.strip_prefix(child) == Some("s") || many.contains(&child)
}

/// Whether an element is a room or a day with sessions in it, of which there may be others elsewhere.
fn holds_records(node: Node) -> bool {
    let names = ["location", "raum", "room", "stage", "tag", "track"];
    let is_record = |child: Node| {
        child.is_element()
            && (child.has_children() && child.attributes().len() > 0 || child.children().any(|inner| inner.is_element()))
    };
    names.contains(&name(node).to_lowercase().as_str()) && node.children().any(is_record)
}

fn value(node: Node, repeated: &BTreeSet<(&str, &str)>) -> Json {
    let mut fields: Vec<(String, Json)> =
        node.attributes().map(|attribute| (attribute.name().to_owned(), Json::Text(attribute.value().to_owned()))).collect();
    let words = || node.children().filter(Node::is_text).filter_map(|text| text.text());
    let has_words = words().any(|text| !text.trim().is_empty());
    let has_elements = node.children().any(|child| child.is_element());
    if has_words || !has_elements {
        // Text with elements inside is a text with markup.
        let all = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect::<String>();
        let text = Json::Text(all.trim().to_owned());
        if fields.is_empty() {
            return text;
        }
        fields.push((TEXT.to_owned(), text));
        return Json::Object(fields);
    }
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for child in node.children().filter(Node::is_element) {
        let inner = value(child, repeated);
        if !repeated.contains(&(name(node), name(child))) && !is_one_of_many(name(node), name(child)) && !holds_records(child) {
            fields.push((name(child).to_owned(), inner));
            continue;
        }
        let place = *places.entry(name(child)).or_insert_with(|| {
            fields.push((name(child).to_owned(), Json::List(Vec::new())));
            fields.len() - 1
        });
        if let Json::List(items) = &mut fields[place].1 {
            items.push(inner);
        }
    }
    Json::Object(fields)
}
