//! What arguments mean together, beyond what each says of itself.

use crate::args::{Arguments, Command, ManOptions};
use crate::source::Source;
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
                if options.color.is_some() && theme != Some("color") && options.design.as_deref() != Some("ticket") {
                    return conflict(wallpaper, "--color needs --theme color or --design ticket");
                }
            }
            Command::Man(ManOptions { command: Some(name) }) if root.find_subcommand(name).is_none() => {
                let known = root.get_subcommands().map(clap::Command::get_name);
                let problem = format!("there is no command '{name}'{}", values::perhaps(name, known));
                return Err(root.error(ErrorKind::InvalidSubcommand, problem));
            }
            _ => {}
        }
        if self.command.inputs().iter().filter(|source| ***source == Source::Stdin).count() > 1 {
            return conflict(&mut root, "stdin (-) can be read only once");
        }
        Ok(self)
    }
}

impl Command {
    /// Everything that the command reads.
    pub fn inputs(&self) -> Vec<&Source> {
        let (always, if_given) = match self {
            Command::Publish(options) => (&options.programs[0], [options.against.as_ref(), options.icon.as_ref()]),
            Command::Import(options) => (&options.file, [options.walking.as_ref(), options.against.as_ref()]),
            Command::Check(options) => (&options.program, [options.against.as_ref(), None]),
            Command::List(options) => (&options.program, [None, None]),
            Command::Search(options) => (&options.program, [None, None]),
            Command::Diff(options) => (&options.old, [Some(&options.new), options.plan.as_ref()]),
            Command::Plan(options) => (&options.program, [options.plan.as_ref(), options.entries.as_ref()]),
            Command::Calendar(options) => (&options.program, [options.choice.plan.as_ref(), None]),
            Command::Share(options) => (&options.program, [options.choice.plan.as_ref(), None]),
            Command::Mirror(options) => (&options.list, [None, None]),
            Command::Wallpaper(options) => (&options.program, [options.choice.plan.as_ref(), options.photo.as_ref()]),
            Command::Doors(options) => (&options.program, [None, None]),
            Command::Screens | Command::Completions(_) | Command::Man(_) => return Vec::new(),
        };
        let parts = match self {
            Command::Import(options) => options.parts.as_slice(),
            Command::Publish(options) => &options.programs[1..],
            _ => &[],
        };
        let further = match self {
            Command::Publish(options) => [options.site.as_ref(), options.template.as_ref()],
            Command::Wallpaper(options) => [options.logo.as_ref(), None],
            _ => [None, None],
        };
        std::iter::once(always).chain(if_given.into_iter().chain(further).flatten()).chain(parts).collect()
    }
}
