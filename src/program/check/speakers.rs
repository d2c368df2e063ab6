//! What a speaker cannot do: be at two places at once, or walk further than there is time.

use super::super::{Program, Session, Ways};
use super::{Finding, Oddity};
use std::collections::BTreeMap;

/// One finding for each speaker of sessions that overlap, and one for each who has too little time for the way between two.
pub fn impossible(program: &Program) -> Vec<Finding> {
    let ways = Ways::of(program);
    let mut findings = Vec::new();
    for (speaker, sessions) in by_speaker(program) {
        let (mut twice, mut hurried) = (Vec::new(), Vec::new());
        for pair in sessions.windows(2) {
            let [one, other] = [pair[0], pair[1]];
            let found = if one.span.overlap_minutes(other.span).is_some() {
                &mut twice
            } else if minutes_between(one, other, &ways) > (other.span.start.unix() - one.span.end.unix()) / 60 {
                &mut hurried
            } else {
                continue;
            };
            found.extend([one, other].map(|session| session.id.clone()));
        }
        let speaker = || speaker.to_owned();
        for (mut sessions, oddity) in
            [(twice, Oddity::SpeakerTwice { speaker: speaker() }), (hurried, Oddity::SpeakerHurried { speaker: speaker() })]
        {
            sessions.dedup();
            findings.push(Finding { oddity, sessions });
        }
    }
    findings
}

/// The sessions of each speaker, in program order. Sessions of several at once, such as panels, count for each.
fn by_speaker(program: &Program) -> BTreeMap<&str, Vec<&Session>> {
    let mut speakers: BTreeMap<&str, Vec<&Session>> = BTreeMap::new();
    for session in program.sessions.iter().filter(|session| !session.cancelled) {
        for speaker in &session.speakers {
            speakers.entry(speaker).or_default().push(session);
        }
    }
    speakers
}

/// The way from one session to another by the table of walking times; none if that does not say it.
fn minutes_between(one: &Session, other: &Session, ways: &Ways<'_>) -> i64 {
    let rooms = one.rooms.first().zip(other.rooms.first()).filter(|(from, to)| from != to);
    rooms.and_then(|(from, to)| ways.minutes(from, to)).unwrap_or(0)
}
