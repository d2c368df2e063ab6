//! `siganpyo list`, `search` and `screens`: what there is to choose from.

use crate::args::{ListOptions, SearchOptions};
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::session;
use crate::terminal::Voice;
use serde_json::{Value, json};
use siganpyo::program::search::{Index, Interpreter, Query};
use siganpyo::program::{Program, Session};
use siganpyo::wallpaper::{Post, device};

/// Lists the sessions in program order.
pub fn list(options: &ListOptions, voice: Voice) -> Result<(), Failure> {
    let program = files::read_program(&options.program, voice)?;
    if let Some(day) = options.day.filter(|day| program.days.iter().all(|known| known.date != *day)) {
        let known: Vec<String> = program.days.iter().map(|day| day.date.to_string()).collect();
        let refusal = (voice.language.command_line().no_such_day)(&day.to_string(), &known);
        return Err(files::failure(&options.program, refusal));
    }
    let sessions = program.sessions.iter().filter(|session| options.day.is_none_or(|day| session.day == day));
    print(&sessions.collect::<Vec<_>>(), &program, voice)
}

/// Lists the sessions in which every word occurs, best first, and then those of what the words may mean besides.
pub fn search(options: &SearchOptions, voice: Voice) -> Result<(), Failure> {
    let program = files::read_program(&options.program, voice)?;
    let mut index = Index::new(&program);
    index.read_abstracts(&program, program.sessions.len());
    let typed = options.words.join(" ");
    let hits = index.find(&Query::new(&typed));
    let interpretation = Interpreter::default().interpret(&typed, &hits, &index, &program);
    let messages = voice.language.command_line();
    match &interpretation {
        Some(found) => voice.say(&(messages.found_as)(&found.meaning, found.hits.len())),
        None if hits.is_empty() => voice.say(messages.nothing_found),
        None => {}
    }
    let more = interpretation.map(|found| found.hits).unwrap_or_default();
    let sessions: Vec<&Session> = hits.iter().chain(&more).map(|hit| &program.sessions[hit.session]).collect();
    print(&sessions, &program, voice)
}

/// Lists the screens that have a name.
pub fn screens(voice: Voice) -> Result<(), Failure> {
    let posts = Post::ALL.map(|post| (post.name(), post.screen()));
    let named = device::all().iter().map(|device| (device.name, device.screen)).chain(posts);
    if voice.json {
        let rows: Value = device::names()
            .chain(posts.map(|(name, screen)| (name.to_owned(), screen)))
            .map(|(name, screen)| json!({ "name": name, "width": screen.width, "height": screen.height }))
            .collect();
        return output::print_json(&rows, voice.language);
    }
    let line = |(name, screen): (&str, device::Screen)| format!("{:9}  {name}\n", format!("{}x{}", screen.width, screen.height));
    output::print_text(&named.map(line).collect::<String>(), voice.language)
}

fn print(sessions: &[&Session], program: &Program, voice: Voice) -> Result<(), Failure> {
    if voice.json {
        output::print_json(&session::rows(sessions, program, voice.language), voice.language)
    } else {
        output::print_text(&session::lines(sessions, program, voice.language), voice.language)
    }
}
