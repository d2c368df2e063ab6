//! The first sessions of a file as they would read, so that a person sees whether an answer is right.

use crate::components::element::{El, tag};
use crate::state::State;
use siganpyo::program::Moment;
use siganpyo::wire::import_job::FirstSession;

/// Date and time of a session.
pub fn when(session: &FirstSession, state: State) -> String {
    let when = |start: Moment| format!("{} {}", (state.messages().date)(start.date()), start.clock());
    Moment::parse(&session.start).map(when).unwrap_or_default()
}

pub fn first_sessions(sessions: &[FirstSession], state: State) -> El {
    let line = |session: &FirstSession| {
        let when = tag::span().class("when").text(format!("{} ", when(session, state)));
        tag::li().child(when).child(tag::bdi().text(session.title.as_str()))
    };
    tag::ul().class("fine firsts").children(sessions.iter().map(line))
}
