//! The arguments of every command.

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use siganpyo::import::Format;
use siganpyo::messages::Language;
use siganpyo::program::{Color, Date, Moment};
use siganpyo::wallpaper::{Paper, Screen, Theme, Zone, device};
use std::path::PathBuf;

/// Conference timetables: read published programs, make plans, pictures and calendars.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Arguments {
    /// Language of messages and pictures: ko or en [default: from LC_ALL or LANG]
    #[arg(long, global = true, value_parser = language)]
    pub lang: Option<Language>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Turn a published program into a program file; the report goes to stderr
    Import(ImportOptions),
    /// Say whether a program file is valid, and what looks wrong in it
    Check(CheckOptions),
    /// Say what changed between two versions, for everyone or for one plan
    Diff(DiffOptions),
    /// Make a plan of session ids
    Plan(PlanOptions),
    /// Write a plan as a calendar file
    Calendar(CalendarOptions),
    /// Write a plan as a share code, or read one
    Share(ShareOptions),
    /// Paint a plan for a lock screen; further pictures of OUT.png go to OUT-2.png and so on
    Wallpaper(WallpaperOptions),
}

#[derive(Debug, Args)]
pub struct ImportOptions {
    pub file: PathBuf,
    /// What the file is; recognised by its content where not given
    #[arg(long, value_parser = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.as_str())))]
    pub format: Option<String>,
    /// Zone of the venue, such as Asia/Seoul, where the file states none
    #[arg(long, value_name = "IANA")]
    pub time_zone: Option<String>,
    /// Id of the program, the same for all its versions
    #[arg(long)]
    pub id: Option<String>,
    /// Title of the program where the file states none
    #[arg(long)]
    pub title: Option<String>,
    /// Minutes by which all times are moved, such as -540 where local times of Seoul were written as UTC
    #[arg(long, value_name = "MINUTES", default_value_t = 0, allow_negative_numbers = true)]
    pub shift: i32,
    /// Table of minutes between rooms: from, to, minutes, with several rooms separated by semicolons
    #[arg(long, value_name = "TABLE.csv")]
    pub walking: Option<PathBuf>,
    /// Where to write the program; stdout where not given
    #[arg(short, long, value_name = "OUT.json")]
    pub output: Option<PathBuf>,
    /// Write nothing, and exit with 1, if a row or a session of the file cannot be read
    #[arg(long)]
    pub strict: bool,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// Also print what it costs: the median of 15 rounds, and the memory
    #[arg(long)]
    pub timings: bool,
}

#[derive(Debug, Args)]
pub struct CheckOptions {
    pub program: PathBuf,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct DiffOptions {
    pub old: PathBuf,
    pub new: PathBuf,
    /// Only what concerns this plan
    #[arg(long, value_name = "PLAN.json")]
    pub plan: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct PlanOptions {
    pub program: PathBuf,
    /// Id of a session; may be given several times
    #[arg(long = "pick", value_name = "ID", required = true, num_args = 1..)]
    pub picks: Vec<String>,
    /// Where to write the plan; stdout where not given
    #[arg(short, long, value_name = "PLAN.json")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct CalendarOptions {
    pub program: PathBuf,
    #[command(flatten)]
    pub choice: Choice,
    /// Where to write the calendar; stdout where not given
    #[arg(short, long, value_name = "OUT.ics")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct ShareOptions {
    pub program: PathBuf,
    #[command(flatten)]
    pub choice: Choice,
    /// Print a code that was read as a plan file
    #[arg(long, requires = "code")]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct WallpaperOptions {
    pub program: PathBuf,
    #[command(flatten)]
    pub choice: Choice,
    /// Size of the phone's screen in pixels, its name such as "iPhone 15", or square or story
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = screen, required_unless_present = "paper")]
    pub screen: Option<(Screen, Option<Zone>)>,
    /// The band that the lock screen leaves free: a preset (see --help), or top and bottom in thousandths of the height such as
    /// band-385-870; what suits the screen where not given
    ///
    /// Presets: ios-widgets-top, ios, ios-widgets-bottom, ios-home-button, android, android-large-clock, android-fingerprint,
    /// tablet, story, full
    #[arg(long, value_name = "PRESET", value_parser = zone)]
    pub zone: Option<Zone>,
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Theme::ALL.map(Theme::name)))]
    pub theme: Option<String>,
    /// The conference's colour, for the theme color; else that of the first track
    #[arg(long, value_name = "#rrggbb", value_parser = color)]
    pub color: Option<Color>,
    /// A PNG file to paint over, for the theme photo
    #[arg(long, value_name = "PHOTO.png", required_if_eq("theme", "photo"))]
    pub photo: Option<PathBuf>,
    /// Only what is not over at this moment
    #[arg(long, value_name = "RFC3339", value_parser = moment)]
    pub from: Option<Moment>,
    /// Address of the app: a QR code that opens the same plan there
    #[arg(long, value_name = "URL")]
    pub link: Option<String>,
    /// A sheet to print and fold to pocket size in place of a screen
    #[arg(long, value_name = "PAPER", value_parser = PossibleValuesParser::new(Paper::ALL.map(Paper::name)),
        conflicts_with_all = ["screen", "zone", "theme"])]
    pub paper: Option<String>,
    /// Only this program day; all days where not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub day: Option<Date>,
    /// Where to write the picture
    #[arg(short, long, value_name = "OUT.png")]
    pub output: PathBuf,
    /// Also print what the steps cost: the median of 15 rounds
    #[arg(long)]
    pub timings: bool,
}

/// What a plan is made of.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Choice {
    /// Id of a session; may be given several times
    #[arg(long = "pick", value_name = "ID", num_args = 1..)]
    pub picks: Vec<String>,
    /// A plan file
    #[arg(long, value_name = "PLAN.json")]
    pub plan: Option<PathBuf>,
    /// A share code
    #[arg(long, allow_hyphen_values = true)]
    pub code: Option<String>,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| format!("one of {}", Language::ALL.map(Language::tag).join(", ")))
}

fn screen(text: &str) -> Result<(Screen, Option<Zone>), String> {
    match text {
        "square" => return Ok((device::SQUARE, Some(Zone::Full))),
        "story" => return Ok((device::STORY, Some(Zone::Story))),
        _ => {}
    }
    let sides = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let sides = sides.filter(|(width, height)| *width > 0 && *height > 0);
    let screen = sides.map(|(width, height)| Screen { width, height }).or_else(|| device::named(text));
    let known = || "width and height in pixels such as 1179x2556, square, story, or the name of a phone such as \"iPhone 15\"";
    screen.map(|screen| (screen, None)).ok_or_else(|| known().to_owned())
}

fn zone(label: &str) -> Result<Zone, String> {
    Zone::parse(label).ok_or_else(|| format!("one of {}, or a band such as band-385-870", Zone::ALL.map(Zone::name).join(", ")))
}

fn color(text: &str) -> Result<Color, String> {
    Color::parse(text).ok_or_else(|| "a colour such as #3776ab".to_owned())
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).ok_or_else(|| "a moment such as 2018-08-18T13:00:00+09:00".to_owned())
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a date such as 2018-08-18".to_owned())
}
