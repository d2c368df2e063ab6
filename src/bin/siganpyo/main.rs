//! The organiser's and tester's command line: `siganpyo wallpaper`.

mod wallpaper;

use clap::Parser;
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::{Pick, Plan};
use siganpyo::program::{Date, Program, SessionId};
use siganpyo::wallpaper::{Screen, Theme, Zone};
use siganpyo::wire::{plan_file, program_file};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
enum Arguments {
    /// Paints a plan for a lock screen.
    Wallpaper(WallpaperArguments),
}

#[derive(clap::Args)]
struct WallpaperArguments {
    program: PathBuf,
    /// A session's id; may be given more than once.
    #[arg(long)]
    pick: Vec<String>,
    #[arg(long)]
    plan: Option<PathBuf>,
    /// Width and height in pixels.
    #[arg(long, value_parser = parse_screen)]
    screen: Screen,
    #[arg(long, default_value = "ios-widgets-top", value_parser = |name: &str| Zone::parse(name).ok_or("no such zone"))]
    zone: Zone,
    #[arg(long, default_value = "black", value_parser = |name: &str| Theme::parse(name).ok_or("no such theme"))]
    theme: Theme,
    #[arg(long, value_parser = |text: &str| Date::parse(text).ok_or("not a date"))]
    day: Option<Date>,
    #[arg(long, default_value = "ko", value_parser = |tag: &str| Language::from_tag(tag).ok_or("no such language"))]
    lang: Language,
    /// Prints what the steps cost instead of writing pictures.
    #[arg(long)]
    timings: bool,
    #[arg(short)]
    out: PathBuf,
}

fn parse_screen(text: &str) -> Result<Screen, &'static str> {
    let parts = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    parts.map(|(width, height)| Screen { width, height }).ok_or("write it like 1179x2556")
}

fn main() -> ExitCode {
    let Arguments::Wallpaper(arguments) = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("{}\n{}", refusal.message, refusal.hint);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &WallpaperArguments) -> Result<(), Refusal> {
    let messages = arguments.lang.messages();
    let text = |path: &PathBuf| std::fs::read_to_string(path).expect("a readable file");
    let program = program_file::read(&text(&arguments.program)).map_err(|error| error.refusal(messages))?;
    let plan = match &arguments.plan {
        Some(path) => plan_file::read(&text(path)).map_err(|error| error.refusal(messages))?,
        None => picks(&program, arguments),
    };
    let options = wallpaper::Options {
        screen: arguments.screen,
        zone: arguments.zone,
        theme: arguments.theme,
        day: arguments.day,
        language: arguments.lang,
        out: arguments.out.clone(),
    };
    if arguments.timings {
        println!("{:.1?}", wallpaper::timings(&program, &plan, &options, 15)?);
    } else {
        for path in wallpaper::run(&program, &plan, &options)? {
            println!("{}", path.display());
        }
    }
    Ok(())
}

fn picks(program: &Program, arguments: &WallpaperArguments) -> Plan {
    let mut plan = Plan::empty(program.id.clone());
    for id in &arguments.pick {
        if let Some(session) = program.session(&SessionId::new(id.as_str())) {
            plan.put(Pick::of(program, session, arguments.lang.tag()));
        }
    }
    plan
}
