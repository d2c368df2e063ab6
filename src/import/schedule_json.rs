//! `schedule.json` of the c3voc, version 1 and the draft of version 2: the content of `schedule.xml` as JSON.

use super::draft::{Draft, DraftRow};
use super::head::Head;
use super::json::Json;
use super::schedule_event::{Event, ProgramDay};
use super::shifts;
use super::{ImportError, Imported, Importer, Options, encoding, line};
use crate::messages::import::{LookAlike, Problem};
use crate::program::{Color, Room, RoomId, Track, TrackId, derived_id};
use std::collections::BTreeMap;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    head.first() == Some('{') && head.has_keys(&["schedule", "conference"])
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let file = Json::parse(&encoding::text(bytes)?)?;
    let schedule = file.get("schedule");
    let conference = schedule.get("conference");
    let mut draft = head_of(schedule, conference);
    if schedule.get("events").is_list() {
        draft.rooms = conference.get("rooms").items().iter().filter_map(room).collect();
        schedule.get("events").items().iter().for_each(|event| draft.add(flat_event(event)));
    } else {
        for day in conference.get("days").items() {
            let program_day = ProgramDay::new(day.get("date").text(), conference.get("day_change").text());
            for (room, events) in day.get("rooms").fields() {
                draft.room_names.push(room.clone());
                let room = line::clipped(room);
                events.items().iter().for_each(|event| draft.add(read_event(event, room, program_day)));
            }
        }
    }
    if shifts::are_these(&draft) {
        return Err(Problem::LookAlike(LookAlike::Shifts).into());
    }
    drop(file);
    draft.finish(options)
}

fn head_of(schedule: &Json, conference: &Json) -> Draft {
    Draft {
        title: conference.first(&["title", "acronym"]).name(&[]).map(str::to_owned),
        subtitle: conference.get("subtitle").owned(),
        short_title: conference.get("acronym").owned(),
        version: schedule.get("version").owned(),
        url: conference.get("url").owned().or_else(|| schedule.get("base_url").owned()),
        venue: conference.get("venue").owned(),
        time_zone: conference.get("time_zone_name").owned(),
        tracks: conference.get("tracks").items().iter().filter_map(track).collect(),
        ..Draft::default()
    }
}

fn track(json: &Json) -> Option<Track> {
    let name = line::clean(json.get("name").name(&[])?, 200).text;
    let id = json.get("slug").owned().unwrap_or_else(|| derived_id::slug(&name));
    let color = json.first(&["color", "colors"]);
    let color = color.text().or_else(|| color.get("light").text()).and_then(Color::parse);
    (!id.is_empty()).then(|| Track { id: TrackId::new(id), name, color })
}

fn room(json: &Json) -> Option<Room> {
    let name = line::clean(json.get("name").name(&[])?, 200).text;
    let id = json.first(&["slug", "guid"]).text().unwrap_or(&name).to_owned();
    Some(Room { id: RoomId::new(id), name, names: BTreeMap::new() })
}

/// Reads the fields that have the same name in both versions.
fn common(json: &Json) -> Event<'_> {
    Event {
        guid: json.get("guid").text(),
        id: json.get("id").text(),
        start: json.get("start").text(),
        duration: json.get("duration").text(),
        title: json.get("title").name(&[]),
        subtitle: json.get("subtitle").text(),
        track: json.get("track").name(&["slug"]),
        kind: json.get("type").name(&[]),
        language: json.get("language").text(),
        short: json.get("abstract").name(&[]).unwrap_or_default(),
        long: json.get("description").name(&[]).unwrap_or_default(),
        speakers: json.first(&["persons", "participants"]).items().iter().filter_map(person).collect(),
        url: json.get("url").text(),
        ..Event::default()
    }
}

fn read_event(json: &Json, room: &str, day: ProgramDay) -> DraftRow {
    let room = Some(room).filter(|room| !room.trim().is_empty()).or(json.get("room").name(&[]));
    let mut row = Event { date: json.get("date").text(), room, ..common(json) }.row(day);
    row.cancelled = is_cancelled(json);
    row
}

/// Reads an event of version 2, which states its end and is not inside a day.
fn flat_event(json: &Json) -> DraftRow {
    let event = Event { end: json.get("end").text(), room: json.get("room").name(&["slug"]), ..common(json) };
    let mut row = event.row(ProgramDay { date: None, change: 0 });
    row.cancelled = is_cancelled(json);
    row
}

fn is_cancelled(json: &Json) -> bool {
    json.get("cancelled").is_true()
        || json.first(&["state", "status"]).text().is_some_and(|state| state.to_lowercase().starts_with("cancel"))
}

/// Returns the name of a person: frab has `public_name`, the hub also `name`, hand-written files only a text.
fn person(json: &Json) -> Option<String> {
    json.first(&["public_name", "name", "full_public_name"]).text().or(json.text()).map(str::to_owned)
}

#[cfg(test)]
mod tests;
