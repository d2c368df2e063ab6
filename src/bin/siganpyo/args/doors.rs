//! The arguments of `siganpyo doors`.

use crate::source::Source;
use crate::values;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};
use siganpyo::program::Date;
use siganpyo::wallpaper::Paper;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(
    after_help = "Rooms follow each other with their days. A day that is too much for one sheet goes on on another, numbered.

Examples:
  siganpyo doors program.json -o doors.pdf
  siganpyo doors program.json --link https://timetable.example.org/ --day 2027-08-18 --paper letter -o doors.pdf"
)]
pub struct DoorsOptions {
    /// A program file
    #[arg(value_hint = ValueHint::AnyPath)]
    pub program: Source,
    /// Address of the app with this program: a code on each sheet that opens the room there
    #[arg(long, value_name = "URL", value_parser = values::web_address)]
    pub link: Option<String>,
    /// The size of the sheets
    #[arg(long, value_name = "PAPER", default_value = "a4", value_parser = PossibleValuesParser::new(Paper::ALL.map(Paper::name)))]
    pub paper: String,
    /// Only this program day; all days where not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub day: Option<Date>,
    /// Where to write the sheets, as PDF
    #[arg(short, long, value_name = "OUT.pdf")]
    pub output: PathBuf,
}
