//! An entry as a session of the draft.

use super::super::draft::{DraftRow, is_address};
use super::super::json::Json;
use super::super::limits::{MAX_SESSION_ROOMS, MAX_SPEAKERS};
use super::super::{kind, line, rich_text, table, when};
use super::keys::{self, Role};
use super::links::{self, Links};
use super::records::has_time;
use super::times::Times;
use super::walk::{Around, Entry, keys_around};
use super::{dates, maps, titles};

/// Keys of what is for everybody.
const EVERYBODY: [&str; 7] = ["common", "all", "plenary", "everyone", "shared", "both", "default"];

/// What the keys of a slot may refer to.
const COLUMNS: [&str; 3] = ["room", "track", "stage"];

/// Where the rooms of an entry were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RoomPlace {
    Field,
    Key,
    Position,
}

/// Makes the session, without its times if they were not found.
pub(super) fn row(entry: &Entry, times: Times, links: &Links, keys_are_rooms: bool) -> (DraftRow, Option<RoomPlace>) {
    let record = entry.record;
    let around = keys_around(&entry.around);
    let has_own_start = times.is_own && times.field.is_some();
    let of = |role: Role| record.fields().iter().filter(move |(name, value)| keys::role(name) == role && !value.is_null());
    let text = |role: Role| of(role).find_map(|(_, value)| value.name(&[]).map(str::to_owned));
    let (title, field) = titles::title(record).unwrap_or_default();
    let whole = whole(entry, field);
    let title = whole.and_then(titles::title).map_or(title, |(title, _)| title);
    let long = of(Role::Text).filter_map(|(_, value)| value.name(&[])).max_by_key(|text| text.len()).unwrap_or_default();
    let (about, shortened) = rich_text::blocks(long);
    let is_about_people = |(name, _): &&(String, Json)| keys::role(name) == Role::People || titles::is_person(record, name);
    let people = [record].into_iter().chain(whole).flat_map(Json::fields).filter(is_about_people);
    let speakers: Vec<String> =
        { people }.map(|(name, value)| names(value, name, links, &around)).find(|names| !names.is_empty()).unwrap_or_default();
    let word = text(Role::Kind);
    let known = word.as_deref().and_then(kind::known);
    let is_break = record.fields().iter().any(|(name, value)| keys::words(name).contains(&"break".to_owned()) && value.is_true());
    let kind = match (known, is_break) {
        (_, true) => crate::program::Kind::Break,
        (Some(kind), _) => kind,
        (None, _) => kind::of_title(title, !speakers.is_empty()),
    };
    let (rooms, place) = rooms(entry, links, &around, keys_are_rooms, has_own_start);
    let track = of(Role::Track).find_map(|(name, value)| names(value, name, links, &around).into_iter().next());
    let row = DraftRow {
        hint: of(Role::Id).find_map(|(_, value)| value.owned()),
        subtitle: text(Role::Subtitle),
        rooms,
        track,
        kind,
        language: text(Role::Language),
        level: text(Role::Level),
        speakers: speakers.into_iter().take(MAX_SPEAKERS).collect(),
        about,
        shortened,
        url: of(Role::Link).find_map(|(_, value)| value.owned().or_else(|| value.first(&["href", "url"]).owned())),
        ..DraftRow::new(table::undecorated(&titles::without_markup(title)).to_owned(), times.start, times.end)
    };
    (row, place)
}

/// Returns the record around an entry that is only one of its times: it has a title and people, and the entry has a name.
fn whole<'a>(entry: &Entry<'a>, title: &str) -> Option<&'a Json> {
    let has_people =
        |record: &Json| record.fields().iter().any(|(name, value)| keys::role(name) == Role::People && !value.is_null());
    let around = entry.around.iter().rev().find_map(|around| match around {
        Around::Record { record, is_one_of_many: true, place } if *place == Role::Other => Some(*record),
        _ => None,
    })?;
    let is_certain = |name: &str| keys::role(name) < keys::role("name");
    let is_whole = titles::title(around).is_some_and(|(_, name)| is_certain(name)) && has_people(around);
    (is_whole && !is_certain(title) && !has_people(entry.record)).then_some(around)
}

/// Returns the names in a field: texts, records with names, or ids of such records.
fn names(value: &Json, field: &str, links: &Links, around: &[&str]) -> Vec<String> {
    // XML has a list in an element around it: `<persons><person>`.
    let value = match value.fields() {
        [(_, inner)] if inner.is_list() || !inner.fields().is_empty() => inner,
        _ => value,
    };
    let items = if value.is_list() { value.items() } else { std::slice::from_ref(value) };
    let name = |item: &Json| {
        let linked = links.find(field, item, around);
        // A number in a list is an id, which is nobody's name.
        let is_id = || value.is_list() && matches!(item, Json::Number(_)) || item.text().is_some_and(links::is_machine_made);
        let is_absent = || keys::role(field) == Role::Room && item.text().is_some_and(table::is_absent);
        if linked.is_none() && (is_id() || is_absent()) {
            return None;
        }
        let name = full_name(linked.unwrap_or(item)).or_else(|| linked?.owned());
        name.or_else(|| item.name(&[]).map(str::to_owned))
    };
    items.iter().filter_map(name).map(|name| line::clipped(name.trim()).to_owned()).filter(|name| !name.is_empty()).collect()
}

/// Returns the name of a person or a room; `None` for a text.
fn full_name(record: &Json) -> Option<String> {
    let part = |keys: &[&str]| record.first(keys).text().map(str::trim).filter(|text| !text.is_empty());
    let first = part(&["firstName", "first_name", "givenname", "given_name", "firstname"]);
    let last = part(&["lastName", "last_name", "surname", "family_name", "lastname"]);
    if let (Some(first), Some(last)) = (first, last) {
        return Some(format!("{first} {last}"));
    }
    let inner = record.get("name");
    if inner.fields().len() > 1 && first.is_none() && full_name(inner).is_some_and(|name| name.contains(' ')) {
        return full_name(inner);
    }
    let name = record.first(&["public_name", "fullName", "full_name", "displayName", "display_name", "name", "title"]);
    let surname = last.filter(|_| !name.is_null()).map(|last| format!(" {last}")).unwrap_or_default();
    name.name(&[])
        .map(|name| format!("{name}{surname}"))
        .or_else(|| record.fields().first().and_then(|_| record.name(&[])).map(str::to_owned))
}

/// Returns the rooms: the entry's own, or those of its slot, or those that stand around it.
fn rooms(
    entry: &Entry,
    links: &Links,
    around: &[&str],
    keys_are_rooms: bool,
    has_own_start: bool,
) -> (Vec<String>, Option<RoomPlace>) {
    let in_fields = |record: &Json| {
        let fields = record.fields().iter().filter(|(name, _)| keys::role(name) == Role::Room);
        let rooms = fields.map(|(name, value)| names(room_in(value), name, links, around));
        { rooms }
            .map(|rooms| rooms.into_iter().filter(|room| !is_address(room)).collect::<Vec<_>>())
            .find(|rooms| !rooms.is_empty())
    };
    let own = entry.occurrence.and_then(in_fields).or_else(|| in_fields(entry.record));
    if let Some(mut rooms) = own {
        rooms.truncate(MAX_SESSION_ROOMS);
        return (rooms, Some(RoomPlace::Field));
    }
    let in_slot = |record: &Json| {
        let holds_lists = |value: &Json| value.is_list() || value.fields().iter().any(|(_, inner)| inner.is_list());
        let mut fields = record.fields().iter().filter(|(name, value)| keys::role(name) == Role::Room && !holds_lists(value));
        fields.find_map(|(name, value)| names(value, name, links, around).into_iter().next())
    };
    let of_slot = entry.around.iter().rev().find_map(|outer| match outer {
        Around::Record { record, place, is_one_of_many: true } => {
            let of_name = |role: Role| titles::title(record).filter(|_| *place == role).map(|(name, _)| name.to_owned());
            let named = |room: String| (room, RoomPlace::Field);
            // Sessions that stand in a track take place in it.
            in_slot(record)
                .or_else(|| of_name(Role::Room).filter(|room| !dates::names_day(room)))
                .map(named)
                .or_else(|| Some((of_name(Role::Track)?, RoomPlace::Position)))
        }
        _ => None,
    });
    if let Some((room, place)) = of_slot {
        return (vec![room], Some(place));
    }
    if let Some(key) = room_key(entry, keys_are_rooms, has_own_start) {
        let is_session = |record: &&Json| record.fields().iter().any(|(name, _)| keys::role(name) == Role::People);
        let linked = COLUMNS.iter().find_map(|field| links.find_key(field, key, around).filter(|room| !is_session(room)));
        let name = linked.and_then(|room| full_name(room).or_else(|| room.owned()));
        return (vec![name.unwrap_or_else(|| key.to_owned())], Some(RoomPlace::Key));
    }
    match column(entry) {
        Some(room) => (vec![room.to_owned()], Some(RoomPlace::Position)),
        None => (Vec::new(), None),
    }
}

/// Returns the innermost key that is not a day, a time, or the id of the entry.
fn room_key<'a>(entry: &Entry<'a>, keys_are_rooms: bool, has_own_start: bool) -> Option<&'a str> {
    let keys = entry.around.iter().enumerate().rev().filter_map(|(at, around)| match around {
        Around::Key { key, place }
            if (*place != Role::Track || is_beside_others(&entry.around[..at]))
                && (keys_are_rooms
                    || matches!(place, Role::Room | Role::Track)
                    || at + 1 < entry.around.len()
                    || is_in_slot(&entry.around[..at]))
                && !(maps::is_number(key) && holds_days(&entry.around[at + 1..])) =>
        {
            Some(*key)
        }
        _ => None,
    });
    let is_name = |key: &&str| {
        !dates::is_like_a_day(key)
            && when::clock(key).is_none()
            && when::range(key).is_none()
            && kind::known(key).is_none()
            && !counts_days(key)
            && !maps::is_year(key)
            && !EVERYBODY.contains(&key.to_lowercase().as_str())
            && (has_own_start || !maps::is_number(key))
    };
    { keys }.find(is_name)
}

/// Whether a key is numbered as days are: `day2Online`.
fn counts_days(key: &str) -> bool {
    let rest = key.to_lowercase().strip_prefix("day").map(|rest| rest.trim_start_matches(['_', '-', ' ']).to_owned());
    rest.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// Whether the innermost record of these is a slot, in which tracks happen at the same time.
fn is_beside_others(around: &[Around]) -> bool {
    matches!(around.last(), Some(Around::Record { record, is_one_of_many: true, .. }) if has_time(record))
}

/// Whether a day stands inside, so that a number is the id of the conference.
fn holds_days(inner: &[Around]) -> bool {
    inner.iter().any(|around| matches!(around, Around::Key { key, .. } if dates::is_like_a_day(key)))
}

/// Whether the innermost of these is the time of a slot, in which each room has a key.
fn is_in_slot(around: &[Around]) -> bool {
    matches!(around.last(), Some(Around::Key { key, .. }) if when::clock(key).is_some() || when::range(key).is_some())
}

/// Returns the room in a place that has one: `{building: …, room: …}`.
fn room_in(place: &Json) -> &Json {
    let is_named = ["name", "title", "label"].iter().any(|name| !place.get(name).is_null());
    let inner = place.fields().iter().filter(|(name, value)| keys::role(name) == Role::Room && value.name(&[]).is_some());
    { inner }.map(|(_, value)| value).next().filter(|_| !is_named).unwrap_or(place)
}

/// Returns the name of the column in which an entry stands: Hoverboard and Zeppelin have a list of tracks for each day, and in
/// each slot a list in the same order. The only entry of a slot is for everybody.
fn column<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    let mut positions = Vec::new();
    let (mut is_outside, mut is_keyed) = (false, false);
    for around in entry.around.iter().rev() {
        match around {
            // What stands in the list of a time is beside what is in other rooms then.
            Around::Key { key, .. } if !is_outside => is_keyed |= when::clock(key).is_some() || when::range(key).is_some(),
            Around::Position { index, length } if !is_outside => positions.push((*index, *length)),
            Around::Record { record, is_one_of_many, .. } => {
                // What stands in a list of the file itself is a slot or a session, and not a column.
                if !is_one_of_many && !is_outside && !is_keyed {
                    positions.pop();
                }
                // Where a slot stands among the others says nothing about rooms.
                is_outside |= *is_one_of_many && has_time(record);
                let lists = record.fields().iter().filter(|(name, _)| matches!(keys::role(name), Role::Room | Role::Track));
                let Some((_, columns)) = { lists }.find(|(_, value)| value.items().len() > 1) else { continue };
                let columns = columns.items();
                let fits = |(_, length): &&(usize, usize)| *length > 1 && *length <= columns.len();
                let name = positions.iter().find(fits).and_then(|(index, _)| columns[*index].name(&[]));
                return name.filter(|name| !dates::names_day(name));
            }
            _ => {}
        }
    }
    None
}

/// Whether a record names a room itself.
pub(super) fn has_room(record: &Json) -> bool {
    record.fields().iter().any(|(name, value)| keys::role(name) == Role::Room && value.name(&[]).is_some())
}
