//! The arguments of `siganpyo wallpaper`.

use super::choice::{Choice, Further};
use crate::source::Source;
use crate::values;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};
use siganpyo::program::{Color, Date, Moment};
use siganpyo::wallpaper::{Design, Paper, Screen, Theme, Zone};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  siganpyo wallpaper program.json --plan plan.json --screen \"iPhone 15\" -o plan.png
  siganpyo wallpaper program.json --pick talk-01 --screen 1179x2556 --theme color --color '#3776ab' --logo logo.svg -o plan.png
  siganpyo wallpaper program.json --plan plan.json --screen \"iPhone 15\" --design ticket -o plan.png
  siganpyo wallpaper program.json --plan plan.json --paper a4 -o sheet.pdf")]
pub struct WallpaperOptions {
    /// A program file
    #[arg(value_hint = ValueHint::AnyPath)]
    pub program: Source,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub further: Further,
    /// Size of the phone's screen in pixels, its name such as "iPhone 15" (siganpyo screens lists them), or square or story
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = values::screen, required_unless_present = "paper")]
    pub screen: Option<(Screen, Option<Zone>)>,
    /// The band that the lock screen leaves free: a preset (see --help), or top and bottom in thousandths of the height such as
    /// band-385-870; what suits the screen where not given
    ///
    /// Presets: ios-widgets-top, ios, ios-widgets-bottom, ios-home-button, android, android-large-clock, android-fingerprint,
    /// tablet, story, full
    #[arg(long, value_name = "PRESET", value_parser = values::zone)]
    pub zone: Option<Zone>,
    /// How the timetable is set; what reads best where not given
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Design::ALL.map(Design::name)))]
    pub design: Option<String>,
    /// What is behind the timetable
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Theme::ALL.map(Theme::name)))]
    pub theme: Option<String>,
    /// The conference's colour, for the theme color and the design ticket; else that of the first track
    #[arg(long, value_name = "#rrggbb", value_parser = values::color)]
    pub color: Option<Color>,
    /// The conference's logo, SVG or PNG, which stands in the head in one colour
    #[arg(long, value_name = "LOGO", value_hint = ValueHint::AnyPath)]
    pub logo: Option<Source>,
    /// A PNG file to paint over, for the theme photo
    #[arg(long, value_name = "PHOTO.png", required_if_eq("theme", "photo"), value_hint = ValueHint::AnyPath)]
    pub photo: Option<Source>,
    /// Only what is not over at this moment
    #[arg(long, value_name = "RFC3339", value_parser = values::moment)]
    pub from: Option<Moment>,
    /// Address of the app: a QR code that opens the same plan there
    #[arg(long, value_name = "URL", value_parser = values::web_address)]
    pub link: Option<String>,
    /// A sheet to print and fold to pocket size in place of a screen
    #[arg(long, value_name = "PAPER", value_parser = PossibleValuesParser::new(Paper::ALL.map(Paper::name)),
        conflicts_with_all = ["screen", "zone", "theme", "color", "photo"])]
    pub paper: Option<String>,
    /// Of a sheet as PDF: a page for each day that is not to be folded
    #[arg(long, requires = "paper", conflicts_with = "screen")]
    pub flat: bool,
    /// Only this program day; all days where not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub day: Option<Date>,
    /// Where to write the picture, as PNG; a sheet of paper also as PDF, if the name ends with .pdf
    #[arg(short, long, value_name = "OUT.png")]
    pub output: PathBuf,
    /// Also print what the steps cost: the median of 15 rounds
    #[arg(long)]
    pub timings: bool,
}
