//! The arguments of every command; help, completions and manual pages are made from them.

mod choice;
mod doors;
mod mirror;
mod publish;
mod wallpaper;

pub use choice::{Choice, Further};
pub use doors::DoorsOptions;
pub use mirror::MirrorOptions;
pub use publish::PublishOptions;
pub use wallpaper::WallpaperOptions;

use crate::source::Source;
use crate::values;
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueHint};
use clap_complete::Shell;
use siganpyo::export::Alarm;
use siganpyo::import::Format;
use siganpyo::messages::Language;
use siganpyo::program::Date;
use std::path::PathBuf;

/// Minutes of a day: more than any two zones are apart where people live, and less is never meant by a year.
const DAY: i64 = 24 * 60;

/// Conference timetables: read published programs, make plans, pictures and calendars.
///
/// A file called - is stdin, or stdout after -o; an address with https:// is fetched. Results go to stdout or where -o says; reports of what is written, remarks
/// and errors go to stderr. The exit code is 0 if all went well, 1 if something was refused, 2 if the arguments are wrong.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "Examples:
  siganpyo import table.csv -o program.json
  siganpyo search program.json rust
  siganpyo plan program.json --pick talk-01,talk-07 -o plan.json
  siganpyo wallpaper program.json --plan plan.json --screen \"iPhone 15\" -o plan.png"
)]
pub struct Arguments {
    /// Language of messages and pictures, such as ko [default: from LC_ALL or LANG]
    #[arg(long, global = true, help_heading = "Options of every command", value_name = "TAG", value_parser = values::language)]
    pub lang: Option<Language>,
    /// Print reports, lists, remarks and errors as JSON
    #[arg(long, global = true, help_heading = "Options of every command")]
    pub json: bool,
    /// Print no reports and no remarks, only results, errors and what --json asks for
    #[arg(short, long, global = true, help_heading = "Options of every command")]
    pub quiet: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Turn a published program into a program file; the report goes to stderr
    Import(ImportOptions),
    /// Say whether a program file is valid, and what looks wrong in it; or what is wrong with a site, as a phone sees it
    Check(CheckOptions),
    /// List the sessions of a program: id, time, title and rooms
    List(ListOptions),
    /// Find sessions by words of title, speakers, rooms, track or abstract, best first
    Search(SearchOptions),
    /// Say what changed between two versions, for everyone or for one plan
    Diff(DiffOptions),
    /// Make a plan of session ids
    Plan(PlanOptions),
    /// Write a plan as a calendar file
    Calendar(CalendarOptions),
    /// Write a plan as a share code, or read one
    Share(ShareOptions),
    /// Import many published programs into a folder with a directory of them, and again whenever something may have changed
    Mirror(MirrorOptions),
    /// Make a site of programs: the app for them, ready for any web space
    Publish(PublishOptions),
    /// Paint a plan for a lock screen; further pictures of OUT.png go to OUT-2.png and so on
    Wallpaper(WallpaperOptions),
    /// Make a sheet for the door of each room and each day, to be printed
    Doors(DoorsOptions),
    /// List the screens that wallpaper knows by name
    #[command(after_help = "Example:
  siganpyo screens | grep Pixel")]
    Screens,
    /// Print completions for a shell
    Completions(CompletionsOptions),
    /// Print a manual page
    Man(ManOptions),
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  siganpyo import table.csv -o program.json
  siganpyo import schedule.xml --time-zone Asia/Seoul -o program.json
  siganpyo import sessions.yml schedule.yml speakers.yml -o program.json
  siganpyo import https://example.org/schedule.json -o program.json
  siganpyo import table.csv --against https://timetable.example.org/ -o program.json")]
pub struct ImportOptions {
    /// A table, schedule.xml, schedule.json, iCalendar or another published program
    #[arg(value_hint = ValueHint::AnyPath)]
    pub file: Source,
    /// Further files with parts of the same program, such as its slots and speakers
    #[arg(value_hint = ValueHint::AnyPath)]
    pub parts: Vec<Source>,
    /// What the file is; recognised by its content where not given
    #[arg(long, value_parser = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.as_str())))]
    pub format: Option<String>,
    /// Zone of the venue, such as Asia/Seoul, where the file states none
    #[arg(long, value_name = "IANA")]
    pub time_zone: Option<String>,
    /// First day of the program, such as 2026-08-15, where the file only says "Friday" or "day 2"
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub first_day: Option<Date>,
    /// Which list of the file or timetable of the page is the program, as its refusal names it, where several may be
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub list: Option<String>,
    /// Id of the program, the same for all its versions
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub id: Option<String>,
    /// What is published, a program file or the address of one or of the app: the new version keeps its id, and what changes is told;
    /// the file of -o where not given
    #[arg(long, value_name = "PROGRAM", value_hint = ValueHint::AnyPath)]
    pub against: Option<Source>,
    /// Title of the program where the file states none
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub title: Option<String>,
    /// Minutes by which all times are moved, at most a day, such as -540 where local times of Seoul were written as UTC
    #[arg(long, value_name = "MINUTES", default_value_t = 0, allow_negative_numbers = true,
        value_parser = clap::value_parser!(i32).range(-DAY..=DAY))]
    pub shift: i32,
    /// Table of minutes between rooms: from, to, minutes, with several rooms separated by semicolons
    #[arg(long, value_name = "TABLE.csv", value_hint = ValueHint::AnyPath)]
    pub walking: Option<Source>,
    /// Where to write the program; stdout where not given
    #[arg(short, long, value_name = "OUT.json")]
    pub output: Option<PathBuf>,
    /// Write nothing, and exit with 1, if a row or a session of the file cannot be read
    #[arg(long)]
    pub strict: bool,
    /// Instead of a program, write how the file is built, without anything that it says: for an issue about a file that is refused
    #[arg(long, conflicts_with_all = ["against", "walking", "strict", "timings"])]
    pub report: bool,
    /// Also print what it costs: the median of 15 rounds, and the memory
    #[arg(long)]
    pub timings: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Of a site everything that a phone asks for is asked for: address and redirects, pages and links, every file that is kept offline with its
hash and media type, the service worker, headers, compression, manifest and icons, the program. For each fault the report says what to
change at this host. A folder or an archive has no headers and no media types, so these are left out. Hints are no faults: the exit
code is 1 only if something does not work.

Examples:
  siganpyo check program.json
  siganpyo check program.json --against https://timetable.example.org/
  siganpyo check https://timetable.example.org/
  siganpyo check site.zip"
)]
pub struct CheckOptions {
    /// A program file; or a site: its address, its folder, or a ZIP archive of it
    #[arg(value_hint = ValueHint::AnyPath)]
    pub program: Source,
    /// What is published, a program file or the address of one or of the app: exit with 1 if whoever has it may not get this one, since
    /// the id is another
    #[arg(long, value_name = "PROGRAM", value_hint = ValueHint::AnyPath)]
    pub against: Option<Source>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  siganpyo list program.json --day 2018-08-18
  siganpyo list program.json --json | jq -r '.[].id'")]
pub struct ListOptions {
    /// A program file
    #[arg(value_hint = ValueHint::AnyPath)]
    pub program: Source,
    /// Only this program day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub day: Option<Date>,
}

#[derive(Debug, Args)]
#[command(after_help = "Example:
  siganpyo search program.json type hints")]
pub struct SearchOptions {
    /// A program file
    #[arg(value_hint = ValueHint::AnyPath)]
    pub program: Source,
    /// All of them must occur; initial consonants of Hangul count, and 장고 finds Django
    #[arg(required = true)]
    pub words: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  siganpyo diff old.json new.json
  siganpyo diff old.json new.json --plan plan.json
  siganpyo diff https://timetable.example.org/ new.json
  siganpyo diff old.json new.json --exit-code --quiet || echo changed")]
pub struct DiffOptions {
    /// The program file of before
    #[arg(value_hint = ValueHint::AnyPath)]
    pub old: Source,
    /// The program file of now
    #[arg(value_hint = ValueHint::AnyPath)]
    pub new: Source,
    /// Only what concerns this plan
    #[arg(long, value_name = "PLAN.json", value_hint = ValueHint::AnyPath)]
    pub plan: Option<Source>,
    /// Exit with 1 if something has changed, and with 2 if something was refused
    #[arg(long)]
    pub exit_code: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  siganpyo plan program.json --pick talk-01,talk-07 -o plan.json
  siganpyo plan --pick talk-01 --pick talk-07 program.json
  siganpyo plan program.json --plan plan.ics --entries shifts.ics -o plan.json")]
pub struct PlanOptions {
    /// A program file
    #[arg(value_hint = ValueHint::AnyPath)]
    pub program: Source,
    /// Ids of sessions, separated by commas; may be given several times
    #[arg(long = "pick", value_name = "ID", required_unless_present_any = ["plan", "entries"])]
    pub picks: Vec<String>,
    /// A plan file, or a calendar file of a plan, to begin with
    #[arg(long, value_name = "PLAN", value_hint = ValueHint::AnyPath)]
    pub plan: Option<Source>,
    /// Any calendar file, such as one of shifts: its events become own entries
    #[arg(long, value_name = "CALENDAR.ics", value_hint = ValueHint::AnyPath)]
    pub entries: Option<Source>,
    #[command(flatten)]
    pub further: Further,
    /// Where to write the plan; stdout where not given
    #[arg(short, long, value_name = "PLAN.json")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Written over the file of before, what has changed gets a higher number, and what was removed from the plan is cancelled, so that a
calendar that imports it again follows. Alarms ring in Apple's calendar and in most of Android; Google's and Outlook's ignore them.

Examples:
  siganpyo calendar program.json --plan plan.json -o plan.ics
  siganpyo calendar program.json --plan plan.json --alarm way --walking 3 -o plan.ics"
)]
pub struct CalendarOptions {
    /// A program file
    #[arg(value_hint = ValueHint::AnyPath)]
    pub program: Source,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub further: Further,
    /// When to ring: minutes before an entry, or way for the way from the entry before and five minutes; never where not given
    #[arg(long, value_name = "MINUTES", value_parser = values::alarm)]
    pub alarm: Option<Alarm>,
    /// Minutes between rooms where the program does not state them, for --alarm way
    #[arg(long, value_name = "MINUTES", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=240))]
    pub walking: u16,
    /// Address of the app: sessions without a page of their own are linked to theirs there
    #[arg(long, value_name = "URL", value_parser = values::web_address)]
    pub link: Option<String>,
    /// Where to write the calendar; stdout where not given
    #[arg(short, long, value_name = "OUT.ics")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  siganpyo share program.json --pick talk-01,talk-07
  siganpyo share program.json --code CODE
  siganpyo share program.json --code CODE --json > plan.json    # as a plan file
  siganpyo share program.json --pick talk-01 --link https://app.example/    # a link with the program in it
  siganpyo share https://example.org/program.json --pick talk-01 --link https://app.example/    # with its address")]
pub struct ShareOptions {
    /// A program file, its address, or a link with a program
    #[arg(value_hint = ValueHint::AnyPath)]
    pub program: Source,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub further: Further,
    /// Address of the app: a link that opens the program there with these picks
    ///
    /// It names the address of the program if that is what was given, or else holds the program without its abstracts.
    #[arg(long, value_name = "URL", value_parser = values::web_address, conflicts_with = "code")]
    pub link: Option<String>,
    /// The program is the one that the app comes with, so the link needs only the picks
    #[arg(long, requires = "link")]
    pub built_in: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "Example:
  siganpyo completions bash > ~/.local/share/bash-completion/completions/siganpyo")]
pub struct CompletionsOptions {
    /// The shell
    pub shell: Shell,
}

#[derive(Debug, Args)]
#[command(after_help = "Example:
  siganpyo man wallpaper | man -l -")]
pub struct ManOptions {
    /// The command that the page is about; all of them where not given
    pub command: Option<String>,
}
