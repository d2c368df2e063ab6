//! OPass, the app of COSCUP and SITCON: sessions, speakers, types, rooms and tags, each in Chinese and English.

use super::draft::{Draft, DraftRow, End, Start};
use super::head::Head;
use super::json::Json;
use super::limits::MAX_SPEAKERS;
use super::rich_text;
use super::when;
use super::{ImportError, Imported, Importer, Options, encoding, kind, line};
use crate::program::{Room, RoomId, Track, TrackId};
use std::collections::BTreeMap;

/// The main language first, because often the English fields repeat the Chinese ones.
const LANGUAGES: [&str; 2] = ["zh", "en"];

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    head.first() == Some('{') && head.has_keys(&["sessions", "zh", "en", "start"])
        || head.first() == Some('{') && head.has_keys(&["sessions", "session_types"])
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let file = Json::parse(&encoding::text(bytes)?)?;
    let by_id = |list: &'static str| -> BTreeMap<&str, &Json> {
        file.get(list).items().iter().filter_map(|item| Some((item.get("id").text()?, item))).collect()
    };
    let (speakers, types) = (by_id("speakers"), by_id("session_types"));
    let mut draft = Draft {
        rooms: file.get("rooms").items().iter().filter_map(room).collect(),
        tracks: file.get("tags").items().iter().filter_map(track).collect(),
        ..Draft::default()
    };
    for session in file.get("sessions").items() {
        let people = session.get("speakers").items().iter().filter_map(Json::text);
        let name = |id: &str| speakers.get(id).and_then(|person| name(person)).map_or(id, line::clipped).to_owned();
        let kind = session.get("type").text().map(|word| types.get(word).and_then(|kind| in_english(kind)).unwrap_or(word));
        draft.add(DraftRow { speakers: people.take(MAX_SPEAKERS).map(name).collect(), kind: kind::of(kind), ..row(session) });
    }
    drop((speakers, types));
    drop(file);
    draft.finish(options)
}

fn name(json: &Json) -> Option<&str> {
    LANGUAGES
        .iter()
        .find_map(|language| json.get(language).first(&["name", "title"]).name(&[]))
        .or_else(|| json.get("name").name(&LANGUAGES))
}

fn in_english(json: &Json) -> Option<&str> {
    json.get("en").get("name").name(&[]).or_else(|| name(json))
}

fn room(json: &Json) -> Option<Room> {
    let clean = |text: &str| line::clean(text, 200).text;
    let names =
        LANGUAGES.iter().filter_map(|&language| Some((language.to_owned(), clean(json.get(language).get("name").name(&[])?))));
    Some(Room { id: RoomId::new(json.get("id").text()?), name: clean(name(json)?), names: names.collect() })
}

fn track(json: &Json) -> Option<Track> {
    Some(Track { id: TrackId::new(json.get("id").text()?), name: line::clean(name(json)?, 200).text, color: None })
}

fn row(session: &Json) -> DraftRow {
    let [main, other] = LANGUAGES.map(|language| session.get(language));
    let text = |key: &str| [main, other, session].into_iter().find_map(|json| json.get(key).name(&[])).unwrap_or_default();
    let (about, shortened) = rich_text::blocks(text("description"));
    let at = |key: &str| session.get(key).text().map(|text| (text, when::date_time(text)));
    let start =
        at("start").map_or(Start::Missing, |(text, when)| when.map_or_else(|| Start::Unreadable(line::excerpt(text)), Start::At));
    let end = at("end").map_or(End::Missing, |(text, when)| when.map_or_else(|| End::Unreadable(line::excerpt(text)), End::At));
    let id = session.get("id").owned();
    // Numbers are row numbers; ids with letters are random and stable.
    let is_stable = id.as_ref().is_some_and(|id| id.bytes().any(|byte| byte.is_ascii_alphabetic()));
    let mut rooms: Vec<String> = session.get("room").owned().into_iter().collect();
    rooms.extend(session.get("broadcast").items().iter().filter_map(Json::owned));
    DraftRow {
        id: id.clone().filter(|_| is_stable),
        hint: id.filter(|_| !is_stable),
        subtitle: other.get("title").owned().filter(|title| title.trim() != text("title").trim()),
        rooms,
        track: session.get("tags").items().first().and_then(Json::owned),
        language: session.get("language").owned(),
        about,
        shortened,
        url: session.get("uri").owned(),
        ..DraftRow::new(text("title").to_owned(), start, end)
    }
}

#[cfg(test)]
mod tests;
