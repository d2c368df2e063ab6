//! Forms of data that many conferences use and in which a name means something else than elsewhere.
//!
//! A form is known by fields that stand beside each other. What its names mean is written into the tree, so that everything else
//! reads it like any other form.

use super::super::json::Json;
use super::{MAX_FIELDS, MAX_NESTING, contentful, notion, parts, rich, tables};

/// Fields that only records of this form have together, and what some of its names mean; nothing, if they are not about the session.
struct Form {
    marks: &'static [&'static str],
    names: &'static [(&'static str, &'static str)],
}

/// What WordPress says about each page, and where its plugins keep the rest.
const OF_PAGES: &[(&str, &str)] = &[
    ("date", ""),
    ("date_gmt", ""),
    ("modified", ""),
    ("modified_gmt", ""),
    ("type", ""),
    ("status", ""),
    ("author", ""),
    ("meta", "time"),
];

const FORMS: [Form; 8] = [
    // CFP.DEV, as of Devoxx and Voxxed Days: `eventName` is the conference.
    Form { marks: &["fromDate", "toDate", "sessionType"], names: &[("eventName", ""), ("eventId", ""), ("totalFavourites", "")] },
    // Devoxx until 2019: rooms by id and by name, times as a clock and as Unix time.
    Form { marks: &["fromTimeMillis", "toTimeMillis", "roomName"], names: &[("roomId", ""), ("fromTime", ""), ("toTime", "")] },
    // OpenPlanner: a track is a room.
    Form { marks: &["dateStart", "dateEnd", "trackTitle"], names: &[("trackTitle", "room"), ("trackId", "")] },
    // The same, with the names of tracks elsewhere.
    Form { marks: &["dateStart", "dateEnd", "trackId"], names: &[("trackId", "roomTrackId")] },
    // WordPress: dates of the page about a session, whose own are those that its conference's plugin keeps.
    Form { marks: &["date_gmt", "link", "meta"], names: OF_PAGES },
    // The same with fewer fields.
    Form { marks: &["modified", "link", "meta"], names: OF_PAGES },
    // Sched: `event_start_time` and others repeat `event_start` in other words.
    Form {
        marks: &["event_start", "event_end", "event_key"],
        names: &[("event_start_time", ""), ("event_end_time", ""), ("event_start_day", ""), ("event_start_weekday", "")],
    },
    // Symposion: `conf_key` is the id, and `contact` people whom nobody may write to.
    Form { marks: &["conf_key", "start", "room"], names: &[("contact", ""), ("conf_key", "id")] },
];

/// Objects that only hold the fields of a record: of GraphQL, Airtable and JSON:API, and of Prismic if the record has an id beside it.
const WRAPPERS: [&str; 4] = ["node", "fields", "attributes", "data"];

/// What stands beside them.
const BESIDE_WRAPPERS: [&str; 20] = [
    "id",
    "type",
    "cursor",
    "createdTime",
    "links",
    "relationships",
    "__typename",
    "meta",
    "sys",
    "metadata",
    "uid",
    "url",
    "href",
    "tags",
    "slugs",
    "lang",
    "alternate_languages",
    "linked_documents",
    "first_publication_date",
    "last_publication_date",
];

/// Names under which converters of XML keep the text of an element.
const TEXTS: [&str; 4] = ["$t", "#text", "_text", "__text"];

/// What stands before the name of a column in the feeds of Google's spreadsheets.
const FEED: &str = "gsx$";

/// Writes what the names of known forms mean into a tree.
pub(super) fn explain(node: &mut Json, depth: usize) {
    if depth > MAX_NESTING {
        return;
    }
    notion::spell_out(node);
    contentful::spell_out(node);
    rich::join(node);
    refer(node);
    unwrap(node);
    name_resource(node);
    parts::join(node);
    tables::spell_out(node);
    match node {
        Json::List(items) => {
            items.iter_mut().for_each(|item| explain(item, depth + 1));
            items.iter_mut().for_each(spell_reference_out);
        }
        Json::Object(fields) => {
            let has = |name: &&str| fields.iter().any(|(known, _)| known == name);
            if let Some(form) = FORMS.iter().find(|form| form.marks.iter().all(has)) {
                fields.retain_mut(|(name, _)| renamed(name, form));
            }
            fields.iter_mut().for_each(spell_text_out);
            fields.iter_mut().for_each(|(_, value)| explain(value, depth + 1));
        }
        _ => {}
    }
}

/// Writes a reference of Sanity as the id that it leads to, and a link of Prismic as the name in it, or else as the name in addresses.
fn refer(node: &mut Json) {
    let is_link = node.get("link_type").text() == Some("Document");
    let linked = || node.get("data").name(&[]).or_else(|| node.first(&["uid", "id"]).text()).map(str::to_owned);
    if let Some(text) = node.get("_ref").owned().or_else(|| linked().filter(|_| is_link)) {
        *node = Json::Text(text);
    }
}

/// Google's interfaces call the path of a resource its name, by which others refer to it, and its name a name for display.
fn name_resource(node: &mut Json) {
    let Json::Object(fields) = node else { return };
    let position = |name: &str| fields.iter().position(|(known, _)| known == name);
    let Some((path, shown)) = position("name").zip(position("displayName")) else { return };
    if fields[path].1.text().is_some_and(|path| path.contains('/') && !path.contains(' ')) {
        fields[path].0.replace_range(.., "id");
        fields[shown].0.replace_range(.., "name");
    }
}

/// Writes an element that a converter of XML has made a record of as its text.
fn spell_text_out((name, value): &mut (String, Json)) {
    if let [(key, text)] = value.fields()
        && TEXTS.contains(&key.as_str())
    {
        *value = text.clone();
    }
    if let Some(column) = name.strip_prefix(FEED) {
        *name = column.to_owned();
    }
}

/// Writes a record of which nothing but the id is said as that id.
fn spell_reference_out(item: &mut Json) {
    if let [(name, id)] = item.fields()
        && name == "id"
        && id.text().is_some()
    {
        *item = id.clone();
    }
}

/// Puts the fields of a wrapped record into the record, and the records of `{edges: […], pageInfo}` into a list.
fn unwrap(node: &mut Json) {
    let Json::Object(fields) = node else { return };
    let is_list = |(name, value): &(String, Json)| name == "edges" && value.is_list();
    if fields.iter().any(is_list) && fields.iter().all(|field| is_list(field) || field.0 == "pageInfo" || field.0 == "totalCount")
    {
        let edges = fields.iter_mut().find(|(name, _)| name == "edges");
        *node = edges.map_or(Json::Null, |(_, edges)| std::mem::replace(edges, Json::Null));
        return;
    }
    let is_document = fields.iter().any(|(name, _)| name == "uid" || name == "last_publication_date");
    let is_wrapper = |(name, value): &(String, Json)| {
        WRAPPERS.contains(&name.as_str())
            && (name != "data" || is_document)
            && matches!(value, Json::Object(inner) if (1..=MAX_FIELDS).contains(&inner.len()))
    };
    let Some(at) = fields.iter().position(is_wrapper) else { return };
    let is_alone = fields.iter().enumerate().all(|(index, (name, _))| index == at || BESIDE_WRAPPERS.contains(&name.as_str()));
    if !is_alone {
        return;
    }
    if let (_, Json::Object(inner)) = fields.remove(at) {
        fields.retain(|(name, _)| inner.iter().all(|(other, _)| other != name));
        fields.extend(inner);
    }
    if let Some(at) = fields.iter().position(|(name, value)| name == "relationships" && !value.fields().is_empty())
        && let (_, Json::Object(relationships)) = fields.remove(at)
    {
        fields.extend(relationships.into_iter().map(|(name, others)| (name, referred(others.get("data")))));
    }
}

/// Returns the ids of the records that another one of JSON:API refers to.
fn referred(data: &Json) -> Json {
    match data {
        Json::List(items) => Json::List(items.iter().map(referred).collect()),
        one => one.get("id").clone(),
    }
}

/// Renames a field as its form says; false if it is to be removed.
fn renamed(name: &mut String, form: &Form) -> bool {
    if let Some((_, meaning)) = form.names.iter().find(|(known, _)| *known == name.as_str()) {
        name.replace_range(.., meaning);
    }
    !name.is_empty()
}
