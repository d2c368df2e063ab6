//! What a saved picture showed of a plan, and what has changed since.

use super::{Entry, Plan, Standing, entries};
use crate::program::{Date, Moment, Program};

/// The entries of a saved picture as it showed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Version of the program.
    pub version: String,
    /// Tag of the language of the room names.
    pub language: String,
    /// The program days that it shows; empty for all.
    pub days: Vec<Date>,
    /// If set, it shows only what was not over at this moment.
    pub from: Option<Moment>,
    /// The entries in time order.
    pub shown: Vec<Shown>,
}

/// An entry as a picture showed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Id of the session or own entry.
    pub id: String,
    /// The title.
    pub title: String,
    /// Start and end.
    pub start: Moment,
    /// The rooms, joined by commas.
    pub rooms: String,
    /// Whether it takes place.
    pub planned: bool,
}

/// One way in which a saved picture is out of date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outdated {
    /// An entry of the plan is missing in the picture.
    Added(String),
    /// An entry of the picture is no longer in the plan.
    TakenOut(String),
    /// It is cancelled or was removed from the program.
    Cancelled(String),
    /// It begins at another time.
    Moved {
        /// Which entry.
        title: String,
        /// As in the picture.
        before: Moment,
        /// As it is.
        now: Moment,
    },
    /// It is in another room.
    Room {
        /// Which entry.
        title: String,
        /// As in the picture.
        before: String,
        /// As it is.
        now: String,
    },
}

impl Snapshot {
    /// Returns the snapshot of the plan as it is now. An empty `days` stands for all days.
    pub fn of(plan: &Plan, program: &Program, language: &str, days: &[Date], from: Option<Moment>) -> Snapshot {
        let (version, language) = (program.version.clone(), language.to_owned());
        let mut snapshot = Snapshot { version, language, days: days.to_vec(), from, shown: Vec::new() };
        let entries = entries(plan, program, &snapshot.language);
        snapshot.shown = entries.into_iter().filter(|entry| snapshot.covers(entry)).map(shown).collect();
        snapshot
    }

    /// Whether an entry belongs in the picture.
    fn covers(&self, entry: &Entry) -> bool {
        let day = self.days.is_empty() || self.days.contains(&entry.day);
        day && self.from.is_none_or(|from| entry.span.end > from)
    }

    /// Returns what has changed, in time order; entries that are no longer in the plan come last.
    pub fn outdated(&self, plan: &Plan, program: &Program) -> Vec<Outdated> {
        let entries = entries(plan, program, &self.language);
        let mut found = Vec::new();
        for entry in &entries {
            match self.shown.iter().find(|shown| shown.id == entry.id.as_str()) {
                Some(before) => compare(before, shown(entry.clone()), &mut found),
                None if self.covers(entry) => found.push(Outdated::Added(entry.title.clone())),
                None => {}
            }
        }
        let gone = self.shown.iter().filter(|shown| entries.iter().all(|entry| entry.id.as_str() != shown.id));
        found.extend(gone.map(|shown| Outdated::TakenOut(shown.title.clone())));
        found
    }
}

fn shown(entry: Entry) -> Shown {
    Shown {
        id: entry.id.as_str().to_owned(),
        title: entry.title,
        start: entry.span.start,
        rooms: entry.rooms.join(", "),
        planned: entry.standing == Standing::Planned,
    }
}

fn compare(before: &Shown, now: Shown, found: &mut Vec<Outdated>) {
    let title = now.title;
    if before.planned && !now.planned {
        return found.push(Outdated::Cancelled(title));
    }
    if before.start != now.start {
        found.push(Outdated::Moved { title: title.clone(), before: before.start, now: now.start });
    }
    if before.rooms != now.rooms {
        found.push(Outdated::Room { title, before: before.rooms.clone(), now: now.rooms });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::pick;
    use crate::program::ProgramId;
    use crate::wire::program_file;

    fn program() -> Program {
        let file = r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}], "rooms": [], "tracks": [], "sessions": []}"#;
        program_file::read(file).unwrap()
    }

    /// Returns picks of sessions that the program does not have, so that the entries are the copies in the picks.
    fn plan(picks: &[(&str, &str, &str)]) -> Plan {
        let mut plan = Plan::empty(ProgramId::new("p"));
        for (id, from, to) in picks {
            plan.put(pick(id, from, to));
        }
        plan
    }

    fn check(before: &[(&str, &str, &str)], from: Option<&str>, now: &[(&str, &str, &str)], expected: &[&str]) {
        let from = from.and_then(|clock| Moment::parse(&format!("2018-08-18T{clock}:00+09:00")));
        let snapshot = Snapshot::of(&plan(before), &program(), "en", &[], from);
        let words = |outdated: Outdated| match outdated {
            Outdated::Added(title) => format!("+{title}"),
            Outdated::TakenOut(title) => format!("-{title}"),
            Outdated::Moved { title, before, now } => format!("{title} {} {}", before.clock(), now.clock()),
            other => format!("{other:?}"),
        };
        let found: Vec<String> = snapshot.outdated(&plan(now), &program()).into_iter().map(words).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_picture_is_out_of_date_if_the_plan_has_changed() {
        let (a, b) = (("x", "13:00", "13:25"), ("y", "14:00", "14:25"));
        check(&[a, b], None, &[a, b], &[]);
        check(&[a], None, &[a, b], &["+Y"]);
        check(&[a, b], None, &[b], &["-X"]);
        check(&[a, b], None, &[a, ("y", "15:00", "15:25")], &["Y 14:00 15:00"]);
    }

    #[test]
    fn entries_that_were_over_when_the_picture_was_made_are_not_reported() {
        let (a, b) = (("x", "13:00", "13:25"), ("y", "14:00", "14:25"));
        check(&[a, b], Some("13:30"), &[a, b], &[]);
        check(&[b], Some("13:30"), &[("z", "09:00", "10:00"), b], &[]);
    }

    #[test]
    fn a_change_of_rooms_is_reported() {
        let mut elsewhere = pick("x", "13:00", "13:25");
        let before = Snapshot::of(&plan(&[("x", "13:00", "13:25")]), &program(), "en", &[], None);
        elsewhere.rooms = vec!["105".to_owned()];
        let mut now = plan(&[]);
        now.put(elsewhere);
        let expected = Outdated::Room { title: "X".to_owned(), before: "101".to_owned(), now: "105".to_owned() };
        assert_eq!(before.outdated(&now, &program()), [expected]);
    }
}
