//! `siganpyo`: the organiser's and tester's command line.
//!
//! One module for each command; all of them work on values of the library and leave files and messages to `files`, `output`
//! and `terminal`.

mod args;
mod calendar;
mod check;
mod choice;
mod diff;
mod doors;
mod earlier;
mod failure;
mod files;
mod fonts;
mod import;
mod list;
mod manual;
mod mirror;
mod output;
mod page;
mod plan;
mod publish;
mod session;
mod share;
mod source;
mod terminal;
mod usage;
mod values;
mod wallpaper;
mod web;

use args::{Arguments, Command};
use clap::Parser;
use failure::Failure;
use siganpyo::messages::Language;
use std::process::ExitCode;
use terminal::Voice;

fn main() -> ExitCode {
    let Arguments { lang, json, quiet, command } = match Arguments::try_parse().and_then(Arguments::checked) {
        Ok(arguments) => arguments,
        Err(error) => return wrong_usage(&error),
    };
    let language = lang.or_else(language_of_environment).unwrap_or(Language::FALLBACK);
    match run(&command, Voice { language, json, quiet }) {
        Ok(code) => code,
        Err(failure) => {
            if json {
                eprint!("{}", terminal::json(&failure.json()));
            } else {
                terminal::say(&failure.text(language));
            }
            ExitCode::from(if asks_for_difference(&command) { 2 } else { 1 })
        }
    }
}

fn run(command: &Command, voice: Voice) -> Result<ExitCode, Failure> {
    let (language, inputs) = (voice.language, command.inputs());
    match command {
        Command::Import(options) => import::run(options, voice, &inputs)?,
        Command::Check(options) => check::run(options, voice)?,
        Command::List(options) => list::list(options, voice)?,
        Command::Search(options) => list::search(options, voice)?,
        Command::Diff(options) => {
            let has_changed = diff::run(options, voice)?;
            return Ok(ExitCode::from(u8::from(has_changed && options.exit_code)));
        }
        Command::Plan(options) => plan::run(options, voice, &inputs)?,
        Command::Calendar(options) => calendar::run(options, voice, &inputs)?,
        Command::Share(options) => share::run(options, voice)?,
        Command::Mirror(options) => mirror::run(options, voice, &inputs)?,
        Command::Publish(options) => publish::run(options, voice, &inputs)?,
        Command::Wallpaper(options) => wallpaper::run(options, voice, &inputs)?,
        Command::Doors(options) => doors::run(options, voice, &inputs)?,
        Command::Screens => list::screens(voice)?,
        Command::Completions(options) => manual::completions(options, language)?,
        Command::Man(options) => manual::man(options, language)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether exit code 1 says that two programs differ, so that a failure needs another one.
fn asks_for_difference(command: &Command) -> bool {
    matches!(command, Command::Diff(options) if options.exit_code)
}

/// Says what is wrong with the arguments, or prints the help that was asked for.
fn wrong_usage(error: &clap::Error) -> ExitCode {
    let asks_for_json = std::env::args_os().any(|argument| argument == "--json");
    if error.use_stderr() && asks_for_json {
        eprint!("{}", terminal::json(&failure::usage_json(error)));
    } else {
        // Where nothing can be printed, nothing can be said about it.
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// The first variable that is set decides, as POSIX has it.
fn language_of_environment() -> Option<Language> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    set.into_iter().find(|value| !value.is_empty()).and_then(|locale| Language::from_tag(&locale))
}
