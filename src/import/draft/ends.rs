//! Ends for the sessions of a table that states none.

use super::super::notes::Notes;
use crate::messages::import::{Place, Remark};
use crate::program::{Date, Moment, RoomId, Session, line};
use std::collections::BTreeMap;

/// Nobody means that a session goes on for longer, in minutes.
const LONGEST: i64 = 180;

/// The starts of a day in order: all of them, those in no room, and those of each room.
#[derive(Default)]
struct Starts {
    all: Vec<Moment>,
    anywhere: Vec<Moment>,
    of_room: BTreeMap<RoomId, Vec<Moment>>,
}

/// Gives each session the start of the next one in its room on that day as its end, and says so. The last ones of a day, and those before
/// a long gap, keep none. What is in no room, such as a break, ends and is ended by whatever comes next.
pub(super) fn take_from_next_starts(sessions: &mut [Session], notes: &mut Notes) {
    let mut days: BTreeMap<Date, Starts> = BTreeMap::new();
    for session in sessions.iter() {
        days.entry(session.day).or_default().add(session);
    }
    days.values_mut().for_each(Starts::sort);
    let all = sessions.len();
    let mut endless = Vec::new();
    for session in sessions {
        let next = days[&session.day].after(session);
        if let Some(next) = next.filter(|next| next.unix() - session.span.start.unix() <= 60 * LONGEST) {
            session.span.end = next;
        } else {
            endless.push(line::excerpt(&session.title));
        }
    }
    let count = all - endless.len();
    if count > 0 {
        notes.add(Place::default(), Remark::EndsOfNextStarts { count });
        notes.endless = endless;
    }
}

impl Starts {
    fn add(&mut self, session: &Session) {
        let start = session.span.start;
        self.all.push(start);
        if session.rooms.is_empty() {
            self.anywhere.push(start);
        }
        for room in &session.rooms {
            self.of_room.entry(room.clone()).or_default().push(start);
        }
    }

    fn sort(&mut self) {
        self.all.sort();
        self.anywhere.sort();
        self.of_room.values_mut().for_each(|starts| starts.sort());
    }

    fn after(&self, session: &Session) -> Option<Moment> {
        let later = |starts: &Vec<Moment>| starts.get(starts.partition_point(|start| *start <= session.span.start)).copied();
        if session.rooms.is_empty() {
            return later(&self.all);
        }
        let of_rooms = session.rooms.iter().filter_map(|room| self.of_room.get(room));
        of_rooms.chain([&self.anywhere]).filter_map(later).min()
    }
}
