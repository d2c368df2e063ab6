//! What arguments mean together, beyond what each says of itself.

use crate::args::{Arguments, Command, ManOptions};
use crate::files;
use crate::values;
use clap::CommandFactory;
use clap::error::ErrorKind;
use std::path::Path;

impl Arguments {
    /// Refuses options that do nothing beside each other, or spoil each other's output.
    pub fn checked(self) -> Result<Arguments, clap::Error> {
        let mut root = Arguments::command();
        root.build();
        let conflict = |command: &mut clap::Command, problem: &str| Err(command.error(ErrorKind::ArgumentConflict, problem));
        match &self.command {
            Command::Import(options) if options.timings && self.json => {
                return conflict(&mut root, "--timings are for people, so they do not go with --json");
            }
            Command::Wallpaper(options) => {
                let theme = options.theme.as_deref();
                let wallpaper = root.find_subcommand_mut("wallpaper").expect("a command of ours");
                if options.timings && (self.json || options.output == Path::new("-")) {
                    return conflict(wallpaper, "--timings are for people, so they go with neither --json nor -o -");
                }
                if options.photo.is_some() && theme != Some("photo") {
                    return conflict(wallpaper, "--photo needs --theme photo");
                }
                if options.color.is_some() && theme != Some("color") {
                    return conflict(wallpaper, "--color needs --theme color");
                }
            }
            Command::Man(ManOptions { command: Some(name) }) if root.find_subcommand(name).is_none() => {
                let known = root.get_subcommands().map(clap::Command::get_name);
                let problem = format!("there is no command '{name}'{}", values::perhaps(name, known));
                return Err(root.error(ErrorKind::InvalidSubcommand, problem));
            }
            _ => {}
        }
        if self.command.inputs().iter().filter(|path| files::is_stdin(path)).count() > 1 {
            return conflict(&mut root, "stdin (-) can be read only once");
        }
        Ok(self)
    }
}

impl Command {
    /// All files that the command reads.
    pub fn inputs(&self) -> Vec<&Path> {
        let (always, if_given) = match self {
            Command::Import(options) => (&options.file, [options.walking.as_deref(), None]),
            Command::Check(options) => (&options.program, [None, None]),
            Command::List(options) => (&options.program, [None, None]),
            Command::Search(options) => (&options.program, [None, None]),
            Command::Diff(options) => (&options.old, [Some(options.new.as_path()), options.plan.as_deref()]),
            Command::Plan(options) => (&options.program, [None, None]),
            Command::Calendar(options) => (&options.program, [options.choice.plan.as_deref(), None]),
            Command::Share(options) => (&options.program, [options.choice.plan.as_deref(), None]),
            Command::Wallpaper(options) => (&options.program, [options.choice.plan.as_deref(), options.photo.as_deref()]),
            Command::Screens | Command::Completions(_) | Command::Man(_) => return Vec::new(),
        };
        std::iter::once(always.as_path()).chain(if_given.into_iter().flatten()).collect()
    }
}
