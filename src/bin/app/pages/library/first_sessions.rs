//! The first sessions of a file as they would read, so that a person sees whether an answer is right.

use crate::components::element::{El, tag};
use crate::state::State;
use siganpyo::program::Moment;
use siganpyo::program::line::isolated;
use siganpyo::wire::import_job::Offer;

/// Date, time and title of each session on a line.
pub fn first_sessions(sessions: &[String], state: State) -> String {
    let line = |session: &String| {
        let (start, title) = session.split_once(' ').unwrap_or_default();
        let start = Moment::parse(start);
        // With the year, in which lists of a file may differ.
        let when = start.map(|start| format!("{} {}", (state.messages().date_with_year)(start.date()), start.clock()));
        format!("{} {}", when.unwrap_or_default(), isolated(title))
    };
    sessions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The button for an answer, with how the file would begin.
pub fn offered(action: &'static str, name: String, offer: &Offer, state: State) -> El {
    let first = tag::span().class("fine firsts").text(first_sessions(&offer.sessions, state));
    tag::button().class("button offer").action(action).child(tag::span().text(name)).child(first)
}
