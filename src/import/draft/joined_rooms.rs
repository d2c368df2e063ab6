//! Rooms in texts that say more: `Oak, Elm`, or what was copied from a page.

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

/// Returns a room without what a page says behind it, which stands there without a blank if it was copied: "Hall 7Abstract: …".
fn without_more(room: &str) -> &str {
    let letters: Vec<(usize, char)> = room.char_indices().collect();
    let is_joined =
        |three: &&[(usize, char)]| three[0].1.is_alphanumeric() && three[1].1.is_uppercase() && three[2].1.is_lowercase();
    letters.windows(3).find(is_joined).map_or(room, |three| room[..three[1].0].trim_end())
}
