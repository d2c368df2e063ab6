//! Rooms in texts that say more, `Oak, Elm` or what was copied from a page, and in texts that are called otherwise.

use super::DraftRow;
use std::collections::BTreeSet;

/// Characters of a room. Longer texts say more than the room.
const MAX_ROOM: usize = 100;

/// Separates rooms at commas and the like where each part is a room of another session, since names contain them, too; and removes
/// what a page says behind a room.
pub(in crate::import) fn separate(rows: &mut [DraftRow]) {
    for room in rows.iter_mut().flat_map(|row| &mut row.rooms).filter(|room| room.chars().count() > MAX_ROOM) {
        *room = without_more(room).to_owned();
    }
    let known: BTreeSet<String> = rows.iter().flat_map(|row| &row.rooms).cloned().collect();
    for row in rows {
        let [room] = row.rooms.as_slice() else { continue };
        let parts: Vec<String> = room.split([',', '/', '+', '&']).map(|part| part.trim().to_owned()).collect();
        if parts.len() > 1 && parts.iter().all(|part| known.contains(part)) {
            row.rooms = parts;
        }
    }
}

/// Whether what stands in place of a room is the address of a page: it happens online.
pub(in crate::import) fn is_address(room: &str) -> bool {
    !room.contains(char::is_whitespace) && (room.starts_with("https://") || room.starts_with("http://"))
}

/// Returns a room without what a page says behind it, which stands there without a blank if it was copied: "Hall 7Abstract: …".
fn without_more(room: &str) -> &str {
    let letters: Vec<(usize, char)> = room.char_indices().collect();
    let is_joined =
        |three: &&[(usize, char)]| three[0].1.is_alphanumeric() && three[1].1.is_uppercase() && three[2].1.is_lowercase();
    letters.windows(3).find(is_joined).map_or(room, |three| room[..three[1].0].trim_end())
}

/// In many programs each track is a room, and is called "Track A", or only "A".
pub(in crate::import) fn tracks_as_rooms(rows: &mut [DraftRow]) {
    let is_room = |track: &str| ["track ", "트랙 "].iter().any(|word| track.to_lowercase().starts_with(word));
    let tracks = || rows.iter().filter_map(|row| row.track.as_deref());
    let are_rooms = tracks().any(is_room) || tracks().next().is_some() && tracks().all(is_letter);
    if rows.iter().all(|row| row.rooms.is_empty()) && are_rooms {
        rows.iter_mut().for_each(|row| row.rooms.extend(row.track.take()));
    }
}

/// Whether a track is called by a letter or a number: "A", "track2".
fn is_letter(track: &str) -> bool {
    let track = track.to_lowercase();
    let numbered = track.strip_prefix("track").or_else(|| track.strip_prefix("트랙"));
    let is_number = |rest: &str| (1..=2).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit());
    let rest = numbered.map_or(&*track, |rest| rest.trim_start_matches(['-', '_']));
    // A number alone may be an id.
    rest.len() == 1 && rest.as_bytes()[0].is_ascii_lowercase() || numbered.is_some() && is_number(rest)
}
