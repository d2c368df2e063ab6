//! The structure of the list: days, which consist of stretches that a page renders and removes as a whole, which consist of
//! slots.
//!
//! Of a large program only the stretches near the viewport are on the page: mounted elements cost time at every tap and
//! frame, and memory.

use super::SessionSet;
use crate::program::{Date, Program, Session};

/// Programs of up to this many sessions are on the page as a whole, once they are.
const WHOLE: usize = 100;
/// A stretch ends with the slot that reaches this many sessions.
const STRETCH: usize = 12;
/// A slot with more sessions is split, so that no stretch is much longer than others.
const SLOT: usize = 24;
/// The number of sessions of a larger program that are there before the viewport is known, and in the page without the app.
const FIRST: usize = 80;

/// The sessions in the list, by their indices in the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Days with sessions, in order.
    pub days: Vec<OutlineDay>,
}

/// A program day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineDay {
    /// The day.
    pub date: Date,
    /// Its sessions.
    pub stretches: Vec<Stretch>,
}

/// Some consecutive slots: for each the indices of its sessions, which begin at the same time.
pub type Stretch = Vec<Vec<usize>>;

impl Outline {
    /// Creates the list of all sessions, or of some of them.
    pub fn new(program: &Program, shown: Option<&SessionSet>) -> Outline {
        let is_shown = |index: &usize| shown.is_none_or(|shown| shown.contains(*index));
        let indices: Vec<usize> = (0..program.sessions.len()).filter(is_shown).collect();
        let mut days: Vec<OutlineDay> = Vec::new();
        for index in indices {
            let session = &program.sessions[index];
            // Sessions after midnight may come later than those of the next day, so days are inserted in order.
            let at = days.partition_point(|day| day.date < session.day);
            if days.get(at).is_none_or(|day| day.date != session.day) {
                days.insert(at, OutlineDay { date: session.day, stretches: vec![Vec::new()] });
            }
            push(&mut days[at].stretches, program, session, index);
        }
        Outline { days }
    }

    /// Returns whether the program is so large that only what is near the viewport stays on the page.
    pub fn is_long(&self) -> bool {
        self.stretches().map(length).sum::<usize>() > WHOLE
    }

    /// Returns how many stretches the page without the app has; all for a small program.
    pub fn first(&self) -> usize {
        // A small program is never cut, even if it is slightly longer than the beginning of a large one.
        if !self.is_long() {
            return self.stretches().count();
        }
        let mut sessions = 0;
        let before = self.stretches().take_while(|stretch| {
            let before = sessions;
            sessions += length(stretch);
            before < FIRST
        });
        before.count()
    }

    /// Returns all stretches in the order of the list.
    pub fn stretches(&self) -> impl Iterator<Item = &Stretch> {
        self.days.iter().flat_map(|day| &day.stretches)
    }
}

/// Returns the number of sessions.
fn length(stretch: &Stretch) -> usize {
    stretch.iter().map(Vec::len).sum()
}

fn push(stretches: &mut Vec<Stretch>, program: &Program, session: &Session, index: usize) {
    let last = stretches.last_mut().expect("a day has a stretch");
    let sessions = length(last);
    match last.last_mut().filter(|slot| program.sessions[slot[0]].span.start == session.span.start) {
        Some(slot) if slot.len() < SLOT => slot.push(index),
        _ if sessions < STRETCH => last.push(vec![index]),
        _ => stretches.push(vec![vec![index]]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::program_file;

    /// Returns a program with this many sessions on two days and in each slot.
    fn program(sessions: usize, at_once: usize) -> Program {
        let row = |number: usize| {
            let (day, minute) = (18 + number * 2 / sessions, number / at_once % 600);
            let clock = format!("2018-08-{day}T{:02}:{:02}:00+09:00", 10 + minute / 60, minute % 60);
            format!(
                r#"{{"id": "{number}", "title": "T{number:05}", "start": "{clock}", "end": "{clock}", "day": "2018-08-{day}"}}"#
            )
        };
        let rows: Vec<String> = (0..sessions).map(row).collect();
        let head = r#""format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}, {"date": "2018-08-19"}], "rooms": [], "tracks": []"#;
        program_file::read(&format!("{{{head}, \"sessions\": [{}]}}", rows.join(","))).unwrap()
    }

    #[test]
    fn every_session_is_listed_once_and_no_stretch_is_long() {
        for (sessions, at_once) in [(0, 1), (1, 1), (100, 3), (101, 1), (1400, 5), (1400, 30), (3000, 3000)] {
            let outline = Outline::new(&program(sessions.max(1), at_once), (sessions == 0).then_some(&SessionSet::none(1)));
            let mut indices: Vec<usize> = outline.stretches().flatten().flatten().copied().collect();
            indices.sort_unstable();
            assert_eq!(indices, (0..sessions).collect::<Vec<_>>(), "{sessions} by {at_once}");
            assert!(outline.stretches().all(|stretch| length(stretch) < STRETCH + SLOT), "{sessions} by {at_once}");
            assert_eq!(outline.is_long(), sessions > WHOLE);
            if outline.is_long() {
                let first: usize = outline.stretches().take(outline.first()).map(length).sum();
                assert!((FIRST..FIRST + STRETCH + SLOT).contains(&first), "{first} of {sessions} by {at_once}");
            } else {
                assert_eq!(outline.first(), outline.stretches().count());
            }
        }
    }

    #[test]
    fn a_slot_has_one_time_and_is_split_only_if_necessary() {
        let program = program(1400, 7);
        for slot in Outline::new(&program, None).stretches().flatten() {
            assert!(slot.iter().all(|index| program.sessions[*index].span.start == program.sessions[slot[0]].span.start));
        }
        assert!(Outline::new(&program, None).stretches().flatten().all(|slot| slot.len() == 7));
        let some = SessionSet::of(1400, [3, 700, 1399]);
        assert_eq!(
            Outline::new(&program, Some(&some)).stretches().flatten().flatten().copied().collect::<Vec<_>>(),
            [3, 700, 1399]
        );
    }
}
