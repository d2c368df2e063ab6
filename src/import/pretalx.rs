//! pretalx: the widget's `schedule/widget/v2.json`, the REST lists of submissions and talks, and EuroPython's exports of
//! these.

use super::draft::{Draft, DraftRow, End, Start};
use super::head::Head;
use super::json::Json;
use super::limits::MAX_SPEAKERS;
use super::rich_text;
use super::when::{self, When};
use super::{ImportError, Imported, Importer, Options, encoding, kind, line};
use crate::messages::import::{LookAlike, Place, Problem, Remark};
use crate::program::{Color, Room, RoomId, Track, TrackId};
use std::collections::BTreeMap;

/// The most slots of one talk.
const MAX_SLOTS: usize = 60;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    match head.first() {
        Some('{') => {
            head.has_keys(&["talks", "rooms"]) && (head.has("\"code\"") || head.has("\"ev_custom\"") || head.has("\"timezone\""))
                || head.has_keys(&["results", "code", "title"])
                || head.has_keys(&["days", "events", "event_type", "start"])
                || head.has_keys(&["code", "title", "start", "session_type"])
        }
        // The export of the speakers is told apart from that of the talks when it is read.
        Some('[') if head.has_keys(&["code", "name", "biography"]) => true,
        Some('[') => {
            head.has_keys(&["code", "title"])
                && (head.has("\"submission_type\"") || head.has("\"slots\"") || head.has("\"slot\""))
        }
        _ => false,
    }
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let file = Json::parse(&encoding::text(bytes)?)?;
    let mut draft = Draft::default();
    let days = file.get("days").fields();
    if days.iter().any(|(_, day)| day.get("talks").is_list() || day.get("events").is_list()) {
        for (date, day) in days {
            day.first(&["talks", "events"]).items().iter().for_each(|talk| draft.add(europython_row(talk, date)));
        }
    } else if file.get("talks").is_list() {
        widget(&file, &mut draft);
    } else {
        let list = file.first(&["results", "events"]);
        // EuroPython has them by code.
        let by_code = file.fields().iter().map(|(_, talk)| talk).filter(|talk| talk.get("code").text().is_some());
        let talks: Vec<&Json> = [&file, list].into_iter().flat_map(Json::items).chain(by_code).collect();
        let is_person = |item: &&Json| item.get("title").name(&[]).is_none() && item.get("name").text().is_some();
        if !talks.is_empty() && talks.iter().all(is_person) {
            return Err(Problem::LookAlike(LookAlike::PeopleOnly).into());
        }
        talks.into_iter().for_each(|talk| submission(talk, &mut draft));
    }
    drop(file);
    draft.finish(options)
}

fn widget(file: &Json, draft: &mut Draft) {
    draft.version = file.get("version").owned();
    draft.time_zone = file.get("timezone").owned();
    draft.title = file.get("event").get("name").name(&[]).map(str::to_owned);
    draft.rooms = file.get("rooms").items().iter().filter_map(room).collect();
    draft.tracks = file.get("tracks").items().iter().filter_map(track).collect();
    let speakers = file.get("speakers").items().iter();
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    names.extend(speakers.filter_map(|person| Some((person.get("code").text()?, person.get("name").text()?))));
    let name_of = |code: &str| names.get(code).copied();
    for talk in file.get("talks").items() {
        let mut row = common(talk);
        (row.rooms, row.track) = (keys(talk.get("room")), keys(talk.get("track")).pop());
        row.speakers = people(talk.get("speakers"), name_of);
        set_times(&mut row, talk, talk);
        draft.add(row);
    }
}

fn room(json: &Json) -> Option<Room> {
    let id = json.get("id").text()?.to_owned();
    let name = line::clean(json.get("name").name(&[])?, 200).text;
    let names = json.get("name").fields().iter().filter_map(|(language, name)| Some((language.clone(), name.owned()?)));
    Some(Room { id: RoomId::new(id), name, names: names.collect() })
}

fn track(json: &Json) -> Option<Track> {
    let name = line::clean(json.get("name").name(&[])?, 200).text;
    Some(Track { id: TrackId::new(json.get("id").text()?), name, color: json.get("color").text().and_then(Color::parse) })
}

/// Reads the fields that all kinds of talks have.
fn common(talk: &Json) -> DraftRow {
    let text = |key: &str| talk.get(key).name(&[]).unwrap_or_default();
    let (about, shortened) = rich_text::joined(text("abstract"), text("description"));
    let code = talk.first(&["code", "talk_id"]).text().filter(|code| is_code(code));
    let hint = talk.first(&["code", "talk_id", "event_id", "id"]).text();
    let word = talk.first(&["submission_type", "type", "session_type", "event_type"]).name(&[]);
    let title = talk.first(&["title", "ev_custom", "name"]).name(&[]).unwrap_or_default();
    DraftRow {
        id: code.map(str::to_owned),
        hint: hint.filter(|_| code.is_none()).map(str::to_owned),
        kind: word.map_or_else(|| kind::of_title(title, !talk.get("speakers").items().is_empty()), |word| kind::of(Some(word))),
        language: talk.first(&["content_locale", "language"]).owned(),
        level: talk.first(&["python_level", "level"]).owned(),
        about,
        shortened,
        url: talk.first(&["website_url", "url", "urls"]).owned(),
        cancelled: state(talk).is_some_and(|state| state.starts_with("cancel")),
        ..DraftRow::new(title.to_owned(), Start::Missing, End::Missing)
    }
}

/// Whether it is a code of pretalx: capitals and digits that never change. Numbers are row numbers.
fn is_code(text: &str) -> bool {
    text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && text.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Whether a text is the code of a person: six capitals and digits.
fn is_person_code(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn state(talk: &Json) -> Option<String> {
    talk.get("state").name(&[]).map(str::to_lowercase)
}

/// Returns the ids or names of a reference or a list of references.
fn keys(reference: &Json) -> Vec<String> {
    let key = |json: &Json| json.name(&[]).map(str::to_owned);
    if reference.is_list() { reference.items().iter().filter_map(key).collect() } else { key(reference).into_iter().collect() }
}

fn people<'a>(list: &'a Json, name_of: impl Fn(&'a str) -> Option<&'a str>) -> Vec<String> {
    let name = |person: &'a Json| match person.text() {
        // A code without a name is left out.
        Some(code) => name_of(code).or(Some(code).filter(|code| !is_person_code(code))),
        None => person.name(&[]),
    };
    list.items().iter().filter_map(name).take(MAX_SPEAKERS).map(|name| line::clipped(name).to_owned()).collect()
}

/// Sets start and end from a slot; the length is a field of the talk.
fn set_times(row: &mut DraftRow, slot: &Json, talk: &Json) {
    row.start = match slot.get("start").text() {
        Some(text) => when::date_time(text).map_or_else(|| Start::Unreadable(line::excerpt(text)), Start::At),
        None => Start::Missing,
    };
    row.end = match (slot.get("end").text(), talk.get("duration").text()) {
        (Some(text), _) => when::date_time(text).map_or_else(|| End::Unreadable(line::excerpt(text)), End::At),
        (None, Some(text)) => when::duration(text).map_or_else(|| End::Unreadable(line::excerpt(text)), End::After),
        (None, None) => End::Missing,
    };
}

/// Adds an entry of a REST list: one row for each of its slots, none if it was not accepted.
fn submission(talk: &Json, draft: &mut Draft) {
    let mut row = common(talk);
    row.track = talk.get("track").name(&[]).map(str::to_owned);
    row.speakers = people(talk.get("speakers"), |_| None);
    if let Some(state) =
        state(talk).filter(|state| !row.cancelled && !["confirmed", "accepted", "published"].contains(&state.as_str()))
    {
        let place =
            Place { line: None, title: Some(line::excerpt(&row.title)).filter(|title| !title.is_empty()), ..Place::default() };
        return draft.warn(place, Remark::NotAccepted(line::excerpt(&state)));
    }
    let slots: Vec<&Json> =
        talk.get("slots").items().iter().chain([talk.get("slot")]).filter(|slot| slot.get("start").text().is_some()).collect();
    if slots.len() > MAX_SLOTS {
        let place =
            Place { line: None, title: Some(line::excerpt(&row.title)).filter(|title| !title.is_empty()), ..Place::default() };
        draft.warn(place, Remark::RepetitionsCut { taken: MAX_SLOTS });
    }
    for slot in if slots.is_empty() { vec![talk] } else { slots }.into_iter().take(MAX_SLOTS) {
        let mut row = row.clone();
        row.rooms = keys(slot.first(&["room", "rooms"]));
        set_times(&mut row, slot, talk);
        draft.add(row);
    }
}

/// Reads an entry of EuroPython's schedule: a day, a time of day, a length, and several rooms.
fn europython_row(talk: &Json, date: &str) -> DraftRow {
    let mut row = common(talk);
    let day = talk.get("day").text().and_then(when::date).or_else(|| when::date(date));
    let time = talk.first(&["start_time", "time"]).text();
    row.start = match (talk.get("start").text().and_then(when::date_time), day, time.and_then(when::clock)) {
        (Some(start), ..) => Start::At(start),
        (None, Some(day), Some(clock)) => Start::At(When::local(day, clock)),
        (None, None, Some(_)) => Start::Unreadable(line::excerpt(date)),
        (None, _, None) => time.map_or(Start::Missing, |time| Start::Unreadable(line::excerpt(time))),
    };
    row.end = match talk.first(&["ev_duration", "tt_duration", "duration"]).text() {
        Some(text) => when::duration(text).map_or_else(|| End::Unreadable(line::excerpt(text)), End::After),
        None => End::Missing,
    };
    row.rooms = keys(talk.get("rooms"));
    row.track = talk.get("track").owned().filter(|track| !row.rooms.contains(track));
    row.speakers = people(talk.get("speakers"), |_| None);
    if row.speakers.is_empty() {
        row.speakers = talk.get("speaker").text().map_or_else(Vec::new, |names| names.split(',').map(str::to_owned).collect());
    }
    row
}

#[cfg(test)]
mod tests;
