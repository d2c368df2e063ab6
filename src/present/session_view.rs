//! One session as a page of its own.

use super::timetable::{TrackMark, clock_range, day_heading, track_mark};
use crate::messages::Messages;
use crate::plan::{Plan, entries};
use crate::program::{Block, Program, Session};

/// Everything that the session's page says.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionView {
    /// Its title.
    pub title: String,
    /// A second line.
    pub subtitle: Option<String>,
    /// Day and time with its length, `8월 18일 (토) 13:00–13:25 · 25분`.
    pub when: String,
    /// Names of its rooms.
    pub rooms: String,
    /// Its speakers.
    pub speakers: Vec<String>,
    /// Its track.
    pub track: Option<TrackMark>,
    /// Language, level and the like, as label and value.
    pub facts: Vec<(&'static str, String)>,
    /// What it is about.
    pub about: Vec<Block>,
    /// Its own page elsewhere.
    pub url: Option<String>,
    /// Shown as not taking place.
    pub cancelled: bool,
}

/// The session as the program has it.
pub fn session_view(session: &Session, program: &Program, messages: &Messages) -> SessionView {
    SessionView {
        title: session.title.clone(),
        subtitle: session.subtitle.clone(),
        when: when(session, program, messages),
        rooms: program.room_names(session, messages.tag).join(", "),
        speakers: session.speakers.clone(),
        track: track_mark(program, session),
        facts: facts(session, messages),
        about: session.about.clone(),
        url: session.url.clone(),
        cancelled: session.cancelled,
    }
}

fn when(session: &Session, program: &Program, messages: &Messages) -> String {
    let day = day_heading(program, session.day, messages);
    let length = (messages.duration)(session.span.minutes());
    format!("{day} {} · {length}", clock_range(session))
}

fn facts(session: &Session, messages: &Messages) -> Vec<(&'static str, String)> {
    let facts = [(messages.language, &session.language), (messages.level, &session.level)];
    facts.into_iter().filter_map(|(label, value)| Some((label, value.clone()?))).collect()
}

/// Which entries of the plan are at the same time, a sentence each.
pub fn overlaps(session: &Session, program: &Program, plan: &Plan, messages: &Messages) -> Vec<String> {
    let others = entries(plan, program, messages.tag).into_iter().filter(|entry| entry.id.as_str() != session.id.as_str());
    others.filter_map(|entry| Some((messages.overlap_with)(&entry.title, entry.span.overlap_minutes(session.span)?))).collect()
}
