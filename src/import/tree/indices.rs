//! Rooms by their places in a list of them: `{"rooms": ["Oak", "Elm"], "sessions": [{"title": "Moths", "room": 0}]}`.

use super::super::json::Json;
use super::super::limits::MAX_LINE;
use super::keys::{self, Role};
use super::titles;
use super::{MAX_FIELDS, MAX_NESTING};

/// The most rooms of a list; each is compared with the numbers of the sessions.
const MAX_ROOMS: usize = 200;

/// Writes the names of rooms where sessions have their places in the only list of them. Counting begins with zero if a session has it, or
/// with one if another has that of the last room; otherwise a number may be either, or the name of a room.
pub(in crate::import) fn spell_out(root: &mut Json) {
    let mut found = Found::default();
    found.look(root, 0);
    let [names] = found.lists.as_slice() else { return };
    let (Some(least), Some(most)) = (found.numbers.iter().min(), found.numbers.iter().max()) else { return };
    let first = match (*least, *most) {
        (0, most) if most < names.len() => 0,
        (1, most) if most == names.len() => 1,
        _ => return,
    };
    name(root, names, first, 0);
}

#[derive(Default)]
struct Found {
    lists: Vec<Vec<String>>,
    /// Of all sessions.
    numbers: Vec<usize>,
}

impl Found {
    fn look(&mut self, node: &Json, depth: usize) {
        if depth > MAX_NESTING {
            return;
        }
        node.items().iter().for_each(|item| self.look(item, depth + 1));
        for (name, value) in node.fields() {
            let is_room = keys::role(name) == Role::Room;
            self.lists.extend(names(value).filter(|_| is_room));
            self.numbers.extend(number(value).filter(|_| is_room && has_title(node)));
            self.look(value, depth + 1);
        }
    }
}

/// Returns the names of rooms without ids.
fn names(list: &Json) -> Option<Vec<String>> {
    let items = Some(list.items()).filter(|items| (2..=MAX_ROOMS).contains(&items.len()))?;
    let has_id = |item: &Json| item.fields().iter().any(|(name, _)| keys::role(name) == Role::Id);
    let name = |item: &Json| match item {
        Json::Number(_) => None,
        _ => item.name(&[]).filter(|name| !has_id(item) && name.len() <= MAX_LINE).map(str::to_owned),
    };
    items.iter().map(name).collect()
}

fn number(value: &Json) -> Option<usize> {
    value.text()?.parse().ok()
}

fn has_title(record: &Json) -> bool {
    record.fields().len() <= MAX_FIELDS && titles::title(record).is_some()
}

fn name(node: &mut Json, names: &[String], first: usize, depth: usize) {
    if depth > MAX_NESTING {
        return;
    }
    let is_session = has_title(node);
    match node {
        Json::List(items) => items.iter_mut().for_each(|item| name(item, names, first, depth + 1)),
        Json::Object(fields) => {
            for (field, value) in fields {
                let place = number(value).filter(|_| is_session && keys::role(field) == Role::Room);
                match place.and_then(|place| names.get(place.checked_sub(first)?)) {
                    Some(room) => *value = Json::Text(room.clone()),
                    None => name(value, names, first, depth + 1),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_places_only_where_counting_has_a_clear_begin() {
        let named = |rooms: &str, sessions: [&str; 2]| {
            let [one, other] = sessions.map(|room| format!(r#"{{"title": "Moths", "room": {room}}}"#));
            let mut root: Json = serde_json::from_str(&format!(r#"{{"rooms": {rooms}, "sessions": [{one}, {other}]}}"#)).unwrap();
            spell_out(&mut root);
            let rooms = root.get("sessions").items().iter().map(|session| session.get("room").text().unwrap_or("").to_owned());
            rooms.collect::<Vec<_>>()
        };
        let list = r#"["Oak", "Elm", "Fir"]"#;
        assert_eq!(named(list, ["0", "2"]), ["Oak", "Fir"]);
        assert_eq!(named(list, ["1", "3"]), ["Oak", "Fir"]);
        assert_eq!(named(r#"[{"name": "Oak"}, {"name": "Elm"}]"#, ["1", "0"]), ["Elm", "Oak"]);
        assert_eq!(named(list, ["1", "2"]), ["1", "2"], "either");
        assert_eq!(named(list, ["0", "3"]), ["0", "3"], "too many");
        assert_eq!(named(list, ["0", "\"Attic\""]), ["Oak", "Attic"]);
        assert_eq!(named(r#"[{"id": 7, "name": "Oak"}, {"id": 0, "name": "Elm"}]"#, ["0", "7"]), ["0", "7"], "ids");
        assert_eq!(named("[101, 102]", ["0", "1"]), ["0", "1"], "numbers");
    }
}
