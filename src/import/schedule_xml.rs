//! `schedule.xml` of Pentabarf, frab, pretalx, wafer, the c3voc merge, the CCC hub and EMF: `schedule` / `conference` /
//! `day` / `room` / `event`, with small differences in every dialect.

use super::draft::{Draft, DraftRow};
use super::head::Head;
use super::schedule_event::{Event, ProgramDay};
use super::shifts;
use super::{ImportError, Imported, Importer, Options, encoding, line, xml};
use crate::messages::import::{LookAlike, Problem};
use crate::program::{Color, Track, TrackId, derived_id};
use roxmltree::Node;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    head.root().as_deref() == Some("schedule")
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    let text = xml::readable(&text);
    let document = xml::document(&text)?;
    let root = document.root_element();
    let conference = child(root, "conference");
    if root.tag_name().name() != "schedule"
        || (conference.is_none() && !root.descendants().any(|node| node.has_tag_name("event")))
    {
        return Err(Problem::LookAlike(LookAlike::OtherXml { root: line::excerpt(root.tag_name().name()) }).into());
    }
    let mut draft = conference.map_or_else(Draft::default, head_of);
    draft.version = words(root, "version").map(str::to_owned);
    draft.tracks = tracks(root, conference);
    let change = conference.and_then(|conference| words(conference, "day_change"));
    for day in root.children().filter(|node| node.has_tag_name("day")) {
        let program_day = ProgramDay::new(day.attribute("date"), change);
        for node in day.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "room" => {
                    let room = node.attribute("name").map(line::clipped);
                    draft.room_names.extend(room.map(str::to_owned));
                    events(node).for_each(|event| draft.add(read_event(event, room, program_day)));
                }
                // Pentabarf until 2012.
                "event" => draft.add(read_event(node, None, program_day)),
                _ => {}
            }
        }
    }
    if shifts::are_these(&draft) {
        return Err(Problem::LookAlike(LookAlike::Shifts).into());
    }
    drop(document);
    draft.finish(options)
}

fn head_of(conference: Node) -> Draft {
    let owned = |name: &str| words(conference, name).map(str::to_owned);
    let places: Vec<String> = ["venue", "city"].into_iter().filter_map(owned).collect();
    Draft {
        title: owned("title").or_else(|| owned("acronym")),
        subtitle: owned("subtitle"),
        short_title: owned("acronym"),
        venue: Some(places.join(", ")),
        url: owned("url").or_else(|| owned("base_url")),
        time_zone: owned("time_zone_name"),
        ..Draft::default()
    }
}

/// Returns the tracks. The hub has them in `conference`, FOSDEM in `tracks`.
fn tracks(root: Node, conference: Option<Node>) -> Vec<Track> {
    let lists = [conference, child(root, "tracks"), conference.and_then(|conference| child(conference, "tracks"))];
    let nodes = lists.into_iter().flatten().flat_map(|list| list.children().filter(|node| node.has_tag_name("track")));
    let track = |node: Node| {
        let name = line::clean(node.attribute("name").or(node.text())?, 200).text;
        let id = node.attribute("slug").map_or_else(|| derived_id::slug(&name), str::to_owned);
        let color = node.attribute("color").and_then(Color::parse);
        (!name.is_empty() && !id.is_empty()).then(|| Track { id: TrackId::new(id), name, color })
    };
    nodes.filter_map(track).collect()
}

fn events<'a, 'i>(room: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    room.children().filter(|node| node.has_tag_name("event"))
}

fn read_event(node: Node, room: Option<&str>, day: ProgramDay) -> DraftRow {
    let mut event = Event { guid: node.attribute("guid"), id: node.attribute("id"), ..Event::default() };
    let mut inner_room = None;
    for field in node.children().filter(Node::is_element) {
        let text = field.text();
        match field.tag_name().name() {
            "date" => event.date = text,
            "start" => event.start = text,
            "duration" => event.duration = text,
            "room" => inner_room = text,
            "title" => event.title = text,
            "subtitle" => event.subtitle = text,
            "track" => event.track = text,
            "type" => event.kind = text,
            "language" => event.language = text,
            "abstract" => event.short = text.unwrap_or_default(),
            "description" => event.long = text.unwrap_or_default(),
            "url" => event.url = text,
            "persons" => event.speakers = people(field),
            _ => {}
        }
    }
    // The room around the event counts: at 36C3, 87 events name another room inside.
    event.room = room.filter(|name| !name.trim().is_empty()).or(inner_room);
    event.row(day)
}

fn people(persons: Node) -> Vec<String> {
    let nodes = persons.children().filter(|node| node.has_tag_name("person"));
    nodes.filter_map(|node| node.text().or(node.attribute("name")).map(str::to_owned)).collect()
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.has_tag_name(name))
}

fn words<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name)?.text().map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests;
