//! A plan as somebody could have made it, to show what the app makes of one.

use super::{Pick, Plan};
use crate::program::{Kind, Program, Session};

/// The most sessions of the sample: enough for a full picture.
const MOST: usize = 9;

/// Returns a plan of one day with sessions that do not overlap, out of several rooms; empty if the program has no sessions.
pub fn sample(program: &Program, language: &str) -> Plan {
    let mut plan = Plan::empty(program.id.clone());
    plan.put_all(day_of_talks(program).into_iter().map(|session| Pick::of(program, session, language)));
    plan
}

/// Of the sessions that start together, each time another one, so that not all are in the first room.
fn day_of_talks(program: &Program) -> Vec<&Session> {
    let day = program.sessions.iter().find(|session| is_talk(session)).map(|session| session.day);
    let talks: Vec<&Session> = program.sessions.iter().filter(|session| is_talk(session) && Some(session.day) == day).collect();
    let mut chosen: Vec<&Session> = Vec::new();
    for together in talks.chunk_by(|one, other| one.span.start == other.span.start) {
        let session = together[chosen.len() % together.len()];
        if chosen.len() < MOST && chosen.last().is_none_or(|before| before.span.end <= session.span.start) {
            chosen.push(session);
        }
    }
    chosen
}

fn is_talk(session: &Session) -> bool {
    !session.cancelled && session.kind != Kind::Break
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};
    use crate::plan::{entries, overlaps};

    #[test]
    fn a_sample_has_no_overlaps_and_no_breaks() {
        let table = "# time_zone: Asia/Seoul\ndate,start,end,room,title,kind\n\
            2027-08-18,12:00,13:00,,Lunch,break\n2027-08-18,13:00,14:00,1,A,\n2027-08-18,13:00,13:40,2,B,\n\
            2027-08-18,13:30,14:30,1,C,\n2027-08-18,14:00,15:00,1,D,\n2027-08-18,14:00,15:00,2,E,\n2027-08-19,10:00,11:00,1,F,\n";
        let program = import(table.as_bytes(), &Options::default()).expect("a program").program;
        let plan = sample(&program, "en");
        let mut titles: Vec<(String, String)> =
            plan.picks().map(|pick| (pick.span.start.clock().to_string(), pick.title.clone())).collect();
        titles.sort();
        assert_eq!(titles, [("13:00".to_owned(), "A".to_owned()), ("14:00".to_owned(), "E".to_owned())]);
        assert!(overlaps(&entries(&plan, &program, "en")).is_empty());
    }
}
