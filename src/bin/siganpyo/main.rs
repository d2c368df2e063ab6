//! `siganpyo`: the organiser's and tester's command line.
//!
//! One module for each command; all of them work on values of the library and leave files and messages to `files`.

mod args;
mod calendar;
mod check;
mod choice;
mod diff;
mod earlier;
mod files;
mod import;
mod plan;
mod share;
mod terminal;
mod wallpaper;

use args::{Arguments, Command};
use clap::Parser;
use siganpyo::messages::{Language, Refusal};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = arguments.lang.or_else(language_of_environment).unwrap_or(Language::FALLBACK);
    match run(&arguments.command, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Refusal { message, hint }) => {
            terminal::say(&format!("{message}\n{}: {hint}", language.command_line().hint));
            ExitCode::from(1)
        }
    }
}

fn run(command: &Command, language: Language) -> Result<(), Refusal> {
    match command {
        Command::Import(options) => import::run(options, language),
        Command::Check(options) => check::run(options, language),
        Command::Diff(options) => diff::run(options, language),
        Command::Plan(options) => plan::run(options, language),
        Command::Calendar(options) => calendar::run(options, language),
        Command::Share(options) => share::run(options, language),
        Command::Wallpaper(options) => wallpaper::run(options, language),
    }
}

/// The first variable that is set decides, as POSIX has it.
fn language_of_environment() -> Option<Language> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    set.into_iter().find(|value| !value.is_empty()).and_then(|locale| Language::from_tag(&locale))
}
