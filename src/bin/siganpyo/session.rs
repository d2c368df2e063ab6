//! Sessions as lines and as JSON.

use serde_json::{Value, json};
use siganpyo::messages::Language;
use siganpyo::plan::Pick;
use siganpyo::present::what_changed::time;
use siganpyo::program::{Program, Session};

/// One line for each session: id, time, title and rooms.
pub fn lines(sessions: &[&Session], program: &Program, language: Language) -> String {
    let picks: Vec<Pick> = sessions.iter().map(|session| Pick::of(program, session, language.tag())).collect();
    let width = picks.iter().map(|pick| pick.session.as_str().chars().count()).max().unwrap_or_default();
    let line = |(pick, session): (&Pick, &&Session)| {
        let rooms = if pick.rooms.is_empty() { String::new() } else { format!(" ({})", pick.rooms.join(", ")) };
        let cancelled = if session.cancelled { format!(" [{}]", language.messages().cancelled) } else { String::new() };
        format!("{:width$}  {}  {}{rooms}{cancelled}\n", pick.session.as_str(), time(pick, language), pick.title)
    };
    picks.iter().zip(sessions).map(line).collect()
}

/// Sessions with all that `list` and `search` know of them.
pub fn rows(sessions: &[&Session], program: &Program, language: Language) -> Value {
    let row = |session: &&Session| {
        let mut row = of_pick(&Pick::of(program, session, language.tag()));
        row["session"] = session.id.as_str().into();
        row["day"] = session.day.to_string().into();
        row["cancelled"] = session.cancelled.into();
        row
    };
    sessions.iter().map(row).collect()
}

/// What a pick keeps of its session.
pub fn of_pick(pick: &Pick) -> Value {
    json!({
        "title": pick.title, "start": pick.span.start.to_string(), "end": pick.span.end.to_string(), "rooms": pick.rooms,
        "speakers": pick.speakers,
    })
}
