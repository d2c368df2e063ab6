//! Events that a page states for programs: schema.org as JSON-LD, microdata and RDFa, and h-event of microformats.

use super::super::json::Json;
use super::super::table::{Row, Table};
use super::super::when;
use super::document::Document;
use crate::messages::column::Column;

/// More events are no program.
const MAX_EVENTS: usize = 20_000;

/// Nesting of events in each other.
const MAX_DEPTH: usize = 12;

/// The columns of the table.
const COLUMNS: [Column; 7] =
    [Column::Start, Column::End, Column::Duration, Column::Room, Column::Title, Column::Speakers, Column::Abstract];

/// What an event says.
#[derive(Debug, Clone, Default)]
struct Event {
    cells: [String; 7],
    /// Whether it has events in it, so that it is the conference or a day.
    has_parts: bool,
}

/// Returns the events of a page as a table whose first row names its columns; `None` if it states fewer than two that are sessions.
pub(super) fn table(document: &Document) -> Option<Table> {
    let mut events = in_scripts(document);
    events.extend(in_markup(document));
    let is_session = |event: &Event| {
        let [start, _, _, _, title, ..] = &event.cells;
        !event.has_parts && !title.is_empty() && when::date_time(start).is_some()
    };
    events.retain(is_session);
    let mut rows: Vec<Vec<String>> = vec![COLUMNS.map(|column| column.word().to_owned()).to_vec()];
    rows.extend(events.into_iter().take(MAX_EVENTS).map(|event| event.cells.to_vec()));
    let mut known = std::collections::BTreeSet::new();
    rows.retain(|cells| known.insert((cells[0].clone(), cells[4].clone(), cells[3].clone())));
    let rows: Vec<Row> =
        rows.into_iter().zip(1..).map(|(cells, number)| Row { line: number, number, cells, column: None }).collect();
    (rows.len() > 2).then(|| Table { rows, ..Table::default() })
}

fn in_scripts(document: &Document) -> Vec<Event> {
    let is_data = |script: &usize| document.attribute(*script, "type").is_some_and(|kind| kind.contains("ld+json"));
    let mut events = Vec::new();
    for script in document.named("script").filter(is_data) {
        let text: String = document.nodes[document.within(script)].iter().map(|node| node.text.as_str()).collect();
        if let Ok(data) = Json::parse(text.trim()) {
            of_json(&data, 0, &mut events);
        }
    }
    events
}

/// Adds the events in a value.
fn of_json(value: &Json, depth: usize, events: &mut Vec<Event>) {
    if depth > MAX_DEPTH || events.len() > MAX_EVENTS || !value.is_list() && value.fields().is_empty() {
        return;
    }
    value.items().iter().for_each(|item| of_json(item, depth + 1, events));
    let parts = ["@graph", "subEvent", "subEvents", "event", "events", "itemListElement", "item", "hasPart"];
    let before = events.len();
    parts.iter().for_each(|part| of_json(value.get(part), depth + 1, events));
    let kind = value.get("@type");
    let kinds = kind.text().into_iter().chain(kind.items().iter().filter_map(Json::text));
    if { kinds }.any(|kind| kind.ends_with("Event") || kind.ends_with("Festival") || kind == "Hackathon") {
        let text = |names: &[&str]| value.first(names).text().unwrap_or_default().trim().to_owned();
        let cells = [
            text(&["startDate"]),
            text(&["endDate"]),
            text(&["duration"]),
            names(value.get("location")).join("\n"),
            text(&["name", "headline"]),
            names(value.first(&["performer", "performers", "actor", "speaker", "author", "contributor"])).join("\n"),
            text(&["description", "abstract"]),
        ];
        events.push(Event { cells, has_parts: events.len() > before });
    }
}

/// Returns the names in a value: texts, things with names, or lists of them.
fn names(value: &Json) -> Vec<String> {
    let items = if value.is_list() { value.items() } else { std::slice::from_ref(value) };
    items.iter().filter_map(|item| item.name(&[])).map(str::to_owned).collect()
}

/// The events in attributes and classes of elements.
fn in_markup(document: &Document) -> Vec<Event> {
    let nodes = 1..document.nodes.len();
    let items: Vec<usize> = nodes.filter(|at| is_event(document, *at)).take(MAX_EVENTS).collect();
    let has_parts = |at: usize| items.get(at + 1).is_some_and(|next| document.within(items[at]).contains(next));
    items.iter().enumerate().map(|(at, item)| Event { cells: properties(document, *item), has_parts: has_parts(at) }).collect()
}

fn is_event(document: &Document, node: usize) -> bool {
    let node = &document.nodes[node];
    let typed = ["itemtype", "typeof"].iter().filter_map(|name| node.attribute(name));
    let is_class = |class: &str| matches!(class, "h-event" | "vevent");
    { typed }.any(|kind| kind.split_whitespace().any(|kind| kind.ends_with("Event")))
        || node.attribute("class").is_some_and(|class| class.split_whitespace().any(is_class))
}

/// Whether an element is a thing of its own, whose properties are not those of what is around it.
fn is_thing(document: &Document, node: usize) -> bool {
    let node = &document.nodes[node];
    let is_card = |class: &str| class.split_whitespace().any(|class| matches!(class, "h-card" | "h-event" | "vevent" | "vcard"));
    node.attribute("itemscope").is_some()
        || node.attributes.iter().any(|(name, _)| name == "itemscope" || name == "typeof")
        || node.attribute("class").is_some_and(is_card)
}

fn properties(document: &Document, item: usize) -> [String; 7] {
    const NAMES: [&str; 7] = [
        "startDate dt-start dtstart",
        "endDate dt-end dtend",
        "duration dt-duration",
        "location p-location",
        "name p-name summary",
        "performer performers actor p-speaker attendee",
        "description p-summary e-content p-description",
    ];
    let mut cells: [Vec<String>; 7] = Default::default();
    let mut skipped = item;
    for at in item + 1..document.nodes[item].end {
        if at < skipped {
            continue;
        }
        let named = property(document, at, &NAMES);
        if let Some((place, text)) = named.filter(|(_, text)| !text.is_empty()) {
            // Of several texts the first counts, but people and rooms may be several.
            if cells[place].is_empty() || matches!(place, 3 | 5) {
                cells[place].push(text);
            }
            skipped = document.nodes[at].end;
        } else if is_thing(document, at) {
            skipped = document.nodes[at].end;
        }
    }
    cells.map(|texts| texts.join("\n"))
}

/// Returns which property an element is, and its value.
fn property(document: &Document, at: usize, names: &[&str; 7]) -> Option<(usize, String)> {
    let node = &document.nodes[at];
    let own = ["itemprop", "property", "class"].iter().filter_map(|name| node.attribute(name)).flat_map(str::split_whitespace);
    let plain = |name: &str| name.rsplit([':', '/']).next().unwrap_or(name).to_owned();
    let place = own.map(plain).find_map(|name| names.iter().position(|known| known.split(' ').any(|known| known == name)))?;
    let is_time = place < 3;
    let stated = node.attribute("content").or_else(|| node.attribute("datetime"));
    let titled = || {
        let inner =
            document.within(at).filter(|inner| *inner == at || document.nodes[*inner].attribute("class") == Some("value-title"));
        { inner }.find_map(|inner| document.attribute(inner, "title"))
    };
    let inside = || document.within(at).find_map(|inner| document.attribute(inner, "datetime"));
    let name = || {
        let is_name =
            |inner: &usize| *inner != at && property(document, *inner, &["", "", "", "", "name p-name", "", ""]).is_some();
        document.within(at).find(is_name).map(|inner| document.text(inner))
    };
    let text =
        if is_time { stated.or_else(titled).or_else(inside).map(str::to_owned) } else { stated.map(str::to_owned).or_else(name) };
    Some((place, text.unwrap_or_else(|| document.text(at))))
}
