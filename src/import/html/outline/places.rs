//! Rooms that only their place tells: what stands at the same place in every session, is one of a few names, and is never twice at the
//! same time.

use super::super::super::kind;
use super::fields::Fields;
use super::records::{Page, Record};
use super::roles;
use std::collections::{BTreeMap, BTreeSet};

/// A room has no longer name.
const MAX_NAME: usize = 30;

/// As many pairs of sessions at the same time must have different names.
const FEWEST_PAIRS: usize = 4;

/// What elements at the same place in sessions have in common: their look, and that of the element around them.
type Place<'p> = [(&'p str, Option<&'p str>); 2];

/// A session with the lines it is read from.
pub(super) struct Read<'r> {
    pub record: &'r Record,
    pub fields: Fields,
}

/// Puts the rooms into sessions of which none has one.
pub(super) fn put(page: &Page, sessions: &mut [Read]) {
    if sessions.iter().any(|session| !session.fields.rooms.is_empty()) {
        return;
    }
    let mut places: BTreeMap<Place, BTreeMap<usize, Vec<&str>>> = BTreeMap::new();
    for (at, session) in sessions.iter().enumerate() {
        for line in session.record.lines.clone().filter(|line| *line != session.record.anchor) {
            let (text, node) = (page.lines[line].text.as_str(), page.lines[line].node);
            if text != session.fields.title {
                let place = [page.look(node), page.look(page.document.nodes[node].parent)];
                places.entry(place).or_default().entry(at).or_default().push(text);
            }
        }
    }
    let Some(rooms) = places.into_values().find_map(|names| rooms(sessions, names)) else { return };
    for (at, room) in rooms {
        let fields = &mut sessions[at].fields;
        fields.about.retain(|text| *text != room);
        fields.rooms.push(room);
    }
}

/// Returns the names at a place if they are rooms.
fn rooms(sessions: &[Read], names: BTreeMap<usize, Vec<&str>>) -> Option<Vec<(usize, String)>> {
    let is_name = |text: &str| {
        text.chars().count() <= MAX_NAME
            && !roles::is_badge(text)
            && kind::known(text).is_none()
            && !text.ends_with(['.', '?', '!'])
    };
    let names: Option<Vec<(usize, &str)>> = names
        .into_iter()
        .map(|(at, texts)| Some((at, *texts.first()?)).filter(|(_, text)| texts.len() == 1 && is_name(text)))
        .collect();
    let names = names?;
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let mut times: BTreeMap<(Option<&str>, &str), Vec<&str>> = BTreeMap::new();
    for (at, name) in &names {
        known.insert(*name);
        let fields = &sessions[*at].fields;
        times.entry((fields.day.as_deref(), &fields.start)).or_default().push(name);
    }
    let pairs: usize = times.values().map(|names| names.len() * (names.len() - 1) / 2).sum();
    let are_apart = times.values().all(|names| names.iter().collect::<BTreeSet<_>>().len() == names.len());
    let are_few = known.len() > 1 && known.len() * 2 <= names.len();
    let are_of_most = names.len() * 10 >= sessions.len() * 6;
    let is_sure = pairs >= FEWEST_PAIRS && are_apart && are_few && are_of_most;
    is_sure.then(|| names.into_iter().map(|(at, name)| (at, name.to_owned())).collect())
}
