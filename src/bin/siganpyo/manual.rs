//! `siganpyo completions` and `siganpyo man`: made from the arguments' definitions.

use crate::args::{Arguments, CompletionsOptions, ManOptions};
use crate::failure::Failure;
use crate::output;
use clap::CommandFactory;
use clap_mangen::Man;
use siganpyo::messages::Language;

/// Prints completions for a shell.
pub fn completions(options: &CompletionsOptions, language: Language) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "siganpyo", &mut script);
    output::print(&script, language)
}

/// Prints the manual page of a command, or of all of it.
pub fn man(options: &ManOptions, language: Language) -> Result<(), Failure> {
    let mut root = Arguments::command();
    root.build();
    let command = options.command.as_ref().and_then(|name| root.find_subcommand(name)).unwrap_or(&root).clone();
    let mut page = Vec::new();
    Man::new(command).render(&mut page).expect("memory takes every byte");
    output::print(&page, language)
}
