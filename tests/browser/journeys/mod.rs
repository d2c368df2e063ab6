//! User journeys from the first visit on; each file is about one concern, and each test is one story.
//!
//! What is awaited after an action must not have been true before it, or the test continues with the page before the action.
//! So slow actions wait by themselves: a tap until the page has handled it, opening and reloading until the new page has
//! started, a choice on the wallpaper page until another picture is there. What a worker or the database does later must be
//! awaited (`shows`, `lists`, `has`), and not checked at once.

mod accessibility;
mod addresses;
mod apart;
mod backup;
mod bad_network;
mod bench;
mod big;
mod calendar;
mod carried_over;
mod damage;
mod directory;
mod embed;
mod engines;
mod find;
mod first_visit;
mod former;
mod full_disk;
mod grid;
mod handed_over;
mod hiding;
mod killed;
mod languages;
mod large_text;
mod last_start;
mod library;
mod logo;
mod missing_parts;
mod namesakes;
mod notices;
mod now;
mod offline;
mod opening;
mod plan;
mod plan_changes;
mod problem;
mod publishing;
mod questions;
mod refused_storage;
mod same_page;
mod saving;
mod screenshots;
mod session;
mod shared;
mod slow_sources;
mod strangers;
mod studio;
mod turned;
mod update;
mod venue;
mod wallpaper;
mod without_app;

use crate::harness::{Visit, eventually};
use crate::pages::{Frame, ProgramPage};
use serde_json::Value;
use siganpyo::messages::Language;
use siganpyo::program::{Program, Session, Span};
use std::fs;
use std::path::PathBuf;

const KOREAN: Language = Language::Korean;
const ENGLISH: Language = Language::English;

/// Returns the sessions that begin at this time of a program day, both written as in the program.
fn at<'p>(program: &'p Program, day: &str, clock: &str) -> Vec<&'p Session> {
    let begins = |session: &&Session| session.day.to_string() == day && session.span.start.clock() == clock;
    let found: Vec<&Session> = program.sessions.iter().filter(begins).collect();
    assert!(!found.is_empty(), "the program has sessions on {day} at {clock}");
    found
}

/// Returns five sessions of both days in time order: two at the same time, one after free time, and two on the second day.
fn five(program: &Program) -> Vec<&Session> {
    let one = at(program, "2018-08-18", "13:00");
    let afternoon = at(program, "2018-08-18", "14:40");
    let sunday = [at(program, "2018-08-19", "10:00")[0], at(program, "2018-08-19", "14:50")[2]];
    vec![one[0], one[1], afternoon[2], sunday[0], sunday[1]]
}

/// When a session takes place that was moved by half an hour.
fn half_an_hour_later(span: Span) -> Span {
    let [start, end] = [span.start, span.end].map(|moment| moment.plus_minutes(30).expect("a moment"));
    Span::new(start, end).expect("a span")
}

fn ids(sessions: &[&Session]) -> Vec<String> {
    sessions.iter().map(|session| session.id.to_string()).collect()
}

/// Picks sessions on the open program page and waits until they are saved.
async fn pick_and_save(visit: &Visit, page: &ProgramPage<'_>, sessions: &[&Session]) {
    for session in sessions {
        page.pick(session.id.as_str()).await;
    }
    Frame(visit).is_saved().await;
}

/// Waits until exactly these sessions are shown as picked; the database answers after the first paint.
async fn are_picked(page: &ProgramPage<'_>, ids: &[String]) {
    eventually(&format!("{ids:?} are picked"), async || (page.picked().await == ids).then_some(())).await;
}

/// Returns a user's file with this content.
fn file(visit: &Visit, name: &str, text: &str) -> PathBuf {
    let path = visit.file(name);
    fs::write(&path, text).expect("a file to open");
    path
}

/// Writes these pairs of key and text to the app's database, as another version of the app may have left them.
async fn put_records(visit: &Visit, records: Value) {
    let put = "const [records, done] = arguments;
        siganpyoDatabase().then((database) => {
            const transaction = database.transaction('records', 'readwrite');
            for (const [key, text] of records) transaction.objectStore('records').put(text, key);
            transaction.oncomplete = () => { database.close(); done(true) };
        }, () => done(false))";
    assert!(visit.browser().ask_later::<bool>(put, vec![records]).await, "the database takes them");
}
