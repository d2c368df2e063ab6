//! Rooms and tracks of a draft, looked up by id and by name.

use super::super::identity::Taken;
use super::super::limits::{MAX_ID, MAX_LINE};
use super::super::rich_text;
use super::Draft;
use crate::program::derived_id;
use crate::program::line;
use crate::program::{Room, RoomId, Session, Track, TrackId};
use std::collections::{BTreeMap, BTreeSet};

/// Rooms and tracks by id and by name, in the order of the source.
pub(super) struct Names {
    pub rooms: Vec<Room>,
    room_ids: BTreeMap<String, RoomId>,
    pub tracks: Vec<Track>,
    track_ids: BTreeMap<String, TrackId>,
    taken_rooms: Taken,
    taken_tracks: Taken,
}

impl Names {
    pub fn of(draft: &Draft) -> Names {
        let mut names = Names {
            rooms: Vec::new(),
            room_ids: BTreeMap::new(),
            tracks: Vec::new(),
            track_ids: BTreeMap::new(),
            taken_rooms: Taken::default(),
            taken_tracks: Taken::default(),
        };
        for room in &draft.rooms {
            let id = RoomId::new(names.taken_rooms.claim([short(room.id.as_str())]));
            // If two rooms with ids have the same name, the name refers to the first one.
            names.room_ids.entry(room.name.clone()).or_insert_with(|| id.clone());
            names.room_ids.insert(room.id.to_string(), id.clone());
            names.rooms.push(Room { id, ..room.clone() });
        }
        for track in &draft.tracks {
            let id = TrackId::new(names.taken_tracks.claim([short(track.id.as_str())]));
            names.track_ids.entry(track.name.clone()).or_insert_with(|| id.clone());
            names.track_ids.insert(track.id.to_string(), id.clone());
            names.tracks.push(Track { id, ..track.clone() });
        }
        for room in &draft.room_names {
            names.room(room);
        }
        names
    }

    /// Removes rooms and tracks without any session: FOSDEM lists rooms that it does not use.
    pub fn keep_used(&mut self, sessions: &[Session]) {
        let mut rooms: BTreeSet<&RoomId> = BTreeSet::new();
        rooms.extend(sessions.iter().flat_map(|session| &session.rooms));
        let mut tracks: BTreeSet<&TrackId> = BTreeSet::new();
        tracks.extend(sessions.iter().filter_map(|session| session.track.as_ref()));
        self.rooms.retain(|room| rooms.contains(&room.id));
        self.tracks.retain(|track| tracks.contains(&track.id));
    }

    pub fn room(&mut self, key: &str) -> Option<RoomId> {
        let name = line::clean(&rich_text::characters(key), MAX_LINE).text;
        if let Some(id) = self.room_ids.get(&name) {
            return Some(id.clone());
        }
        let id = RoomId::new(new_id(&name, &mut self.taken_rooms)?);
        self.rooms.push(Room { id: id.clone(), name: name.clone(), names: BTreeMap::new() });
        self.room_ids.insert(name, id.clone());
        Some(id)
    }

    pub fn track(&mut self, key: &str) -> Option<TrackId> {
        let name = line::clean(&rich_text::characters(key), MAX_LINE).text;
        if let Some(id) = self.track_ids.get(&name) {
            return Some(id.clone());
        }
        let id = TrackId::new(new_id(&name, &mut self.taken_tracks)?);
        self.tracks.push(Track { id: id.clone(), name: name.clone(), color: None });
        self.track_ids.insert(name, id.clone());
        Some(id)
    }
}

/// Returns the id, or a replacement if it is longer than any real id, because it is repeated in every session.
pub(super) fn short(id: &str) -> String {
    if id.len() > MAX_ID { derived_id::content_id([id]) } else { id.to_owned() }
}

/// Makes an id of a name; `None` if the name is empty.
fn new_id(name: &str, taken: &mut Taken) -> Option<String> {
    let slug = derived_id::slug(name);
    let id = if slug.is_empty() { derived_id::content_id([name]) } else { short(&slug) };
    (!name.is_empty()).then(|| taken.claim([id]))
}
