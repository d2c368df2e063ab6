//! Sessionize: the API's `GridSmart` (days, rooms, sessions), `All` (sessions, speakers, rooms, categories) and `Sessions`
//! (groups of sessions).
//!
//! Its ids are stable: of 562 sessions in seven pairs of versions none changed its id. Its times are local, without a time
//! zone.

use super::draft::{Draft, DraftRow, End, Start};
use super::head::Head;
use super::json::Json;
use super::limits::MAX_SPEAKERS;
use super::rich_text;
use super::when;
use super::{ImportError, Imported, Importer, Options, encoding, kind, line};
use crate::messages::import::{LookAlike, Place, Problem, Remark};
use crate::program::{Kind, Room, RoomId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    match head.first() {
        Some('[') => {
            head.has_keys(&["rooms", "date"])
                && (head.has_keys(&["timeSlots"]) || head.has_keys(&["sessions", "isServiceSession"]))
                || head.has_keys(&["groupName", "sessions"])
                || is_speakers(head)
        }
        Some('{') => {
            head.has_keys(&["sessions"]) && (head.has_keys(&["isServiceSession"]) || head.has_keys(&["questions", "categories"]))
        }
        _ => false,
    }
}

/// Whether it is one of the views of speakers, which have titles but no times.
fn is_speakers(head: &Head) -> bool {
    head.has_keys(&["fullName", "tagLine", "profilePicture"]) && !head.has_keys(&["startsAt"])
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let file = Json::parse(&encoding::text(bytes)?)?;
    let mut draft = Draft::default();
    let any_has = |key: &str| file.items().iter().any(|item| !item.get(key).is_null());
    match &file {
        Json::List(_) if any_has("rooms") => grid(&file, &mut draft),
        Json::List(_) if any_has("fullName") => return Err(Problem::LookAlike(LookAlike::PeopleOnly).into()),
        Json::List(_) => groups(&file, &mut draft),
        _ => all(&file, &mut draft),
    }
    drop(file);
    draft.finish(options)
}

/// Reads a grid. Every session is listed twice, under `rooms` and under `timeSlots`; the first are read.
fn grid(days: &Json, draft: &mut Draft) {
    let rooms = || days.items().iter().flat_map(|day| day.get("rooms").items());
    draft.rooms = listed(rooms());
    for room in rooms() {
        for session in room.get("sessions").items() {
            let mut row = with_names(session);
            row.rooms = session.first(&["roomId", "room"]).owned().or_else(|| room.get("id").owned()).into_iter().collect();
            push(row, session, draft);
        }
    }
}

/// Reads a session of the views that have names and not only ids of speakers, room and category.
fn with_names(session: &Json) -> DraftRow {
    let category = session.get("categories").items().iter().flat_map(|category| category.get("categoryItems").items()).next();
    DraftRow {
        rooms: session.first(&["room", "roomId"]).owned().into_iter().collect(),
        track: category.and_then(|item| item.get("name").text().map(|name| line::clipped(name).to_owned())),
        ..row(session, names(session.get("speakers").items().iter()))
    }
}

/// Reads the view `Sessions`: groups, in which a session with two tracks may be listed twice.
fn groups(groups: &Json, draft: &mut Draft) {
    let mut seen = BTreeSet::new();
    for session in groups.items().iter().flat_map(|group| group.get("sessions").items()) {
        if session.get("id").text().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        push(with_names(session), session, draft);
    }
}

fn all(file: &Json, draft: &mut Draft) {
    draft.rooms = listed(file.get("rooms").items().iter());
    let by_id = |list: &'static str| -> BTreeMap<&str, &Json> {
        file.get(list).items().iter().filter_map(|item| Some((item.get("id").text()?, item))).collect()
    };
    let speakers = by_id("speakers");
    let categories = file.get("categories").items().iter().flat_map(|category| category.get("items").items());
    let mut by_id: BTreeMap<&str, &Json> = BTreeMap::new();
    by_id.extend(categories.filter_map(|item| Some((item.get("id").text()?, item))));
    for session in file.get("sessions").items() {
        let people = session.get("speakers").items().iter();
        let people = people.map(|person| person.text().and_then(|id| speakers.get(id)).copied().unwrap_or(person));
        let mut row = row(session, names(people));
        row.rooms = session.first(&["roomId", "room"]).owned().into_iter().collect();
        let items = session.get("categoryItems").items().iter().filter_map(|item| by_id.get(item.text()?));
        row.track = items.filter_map(|item| item.get("name").text().map(|name| line::clipped(name).to_owned())).next();
        push(row, session, draft);
    }
}

/// Returns the rooms. The same room may have different names on different days, so its id identifies it.
fn listed<'a>(rooms: impl Iterator<Item = &'a Json>) -> Vec<Room> {
    let mut seen = BTreeSet::new();
    let room = |room: &'a Json| {
        let (id, name) = (room.get("id").text()?, room.get("name").text()?);
        let room = || Room { id: RoomId::new(id), name: line::clean(name, 200).text, names: BTreeMap::new() };
        seen.insert(id).then(room)
    };
    rooms.filter_map(room).collect()
}

fn names<'a>(people: impl Iterator<Item = &'a Json>) -> Vec<String> {
    let name = |person: &Json| {
        let parts = || {
            [person.get("firstName").text(), person.get("lastName").text()].into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        person.first(&["fullName", "name"]).owned().or_else(|| Some(parts()).filter(|name| !name.trim().is_empty()))
    };
    people.filter_map(name).take(MAX_SPEAKERS).map(|name| line::clipped(&name).to_owned()).collect()
}

fn row(session: &Json, speakers: Vec<String>) -> DraftRow {
    let start = session.get("startsAt").text();
    let start = start
        .map_or(Start::Missing, |text| when::date_time(text).map_or_else(|| Start::Unreadable(line::excerpt(text)), Start::At));
    let end = session.get("endsAt").text();
    let end =
        end.map_or(End::Missing, |text| when::date_time(text).map_or_else(|| End::Unreadable(line::excerpt(text)), End::At));
    let (about, shortened) = rich_text::blocks(session.get("description").text().unwrap_or_default());
    let title = session.get("title").text().unwrap_or_default();
    let kind = match (session.get("isServiceSession").is_true(), session.get("isPlenumSession").is_true()) {
        (true, _) => kind::known(title).filter(|kind| *kind != Kind::Talk).unwrap_or(Kind::Break),
        // It is for everybody and in every column of the grid.
        (false, true) => Kind::Keynote,
        (false, false) => Kind::Talk,
    };
    let status = session.get("status").text().unwrap_or_default().to_lowercase();
    DraftRow {
        id: session.get("id").owned(),
        kind,
        speakers,
        about,
        shortened,
        cancelled: status.starts_with("cancel"),
        ..DraftRow::new(title.to_owned(), start, end)
    }
}

fn push(row: DraftRow, session: &Json, draft: &mut Draft) {
    match session.get("status").text().map(str::to_lowercase).as_deref() {
        Some(
            status @ ("declined" | "rejected" | "nominated" | "waitlisted" | "waitlist" | "accept_queue" | "decline_queue"
            | "draft"),
        ) => {
            let place = Place { line: None, title: Some(line::excerpt(&row.title)), ..Place::default() };
            draft.warn(place, Remark::NotAccepted(status.to_owned()));
        }
        _ => draft.add(row),
    }
}

#[cfg(test)]
mod tests;
