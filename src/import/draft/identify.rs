//! Ids of sessions.

use super::super::identity::Taken;
use super::super::notes::Notes;
use crate::messages::import::{Place, Remark};
use crate::program::derived_id;
use crate::program::line;
use crate::program::{RoomId, Session, SessionId};

/// Gives every session a unique id: the source's, or else one made of title and speakers, which stay the same if time or room
/// change. If that is taken, day and room are added, then start and room, then the source's unstable id, and only then a
/// number. The earliest session gets the plain id, and the result does not depend on the order of the rows.
pub(super) fn identify(sessions: &mut [(Session, Option<String>)], notes: &mut Notes) {
    sessions.sort_by_cached_key(|(session, hint)| {
        let people = (session.title.clone(), session.speakers.clone(), session.subtitle.clone());
        (session.span, session.rooms.clone(), people, hint.clone())
    });
    let mut taken = Taken::default();
    for (session, hint) in sessions {
        let source = Some(session.id.to_string()).filter(|id| !id.is_empty());
        let plain = source.clone().unwrap_or_else(|| derived_id::of_session(&session.title, &session.speakers));
        let told_apart = [session.day.to_string(), session.span.start.to_string()].map(|time| {
            let rooms = session.rooms.iter().map(RoomId::as_str);
            let suffix = derived_id::content_id([time.as_str(), &session.title].into_iter().chain(rooms));
            format!("{plain}-{}", &suffix[..4])
        });
        let by_source = hint.as_deref().map(|hint| format!("{plain}-{}", &derived_id::content_id([hint])[..4]));
        let id = taken.claim(std::iter::once(plain.clone()).chain(told_apart).chain(by_source));
        if let Some(source) = source.filter(|source| *source != id) {
            let place = Place { line: None, title: Some(line::excerpt(&session.title)), ..Place::default() };
            notes.add(place, Remark::RepeatedId { id: source, now: id.clone() });
        }
        session.id = SessionId::new(id);
    }
}
