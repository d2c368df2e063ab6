//! The arguments of `siganpyo publish`.

use crate::source::Source;
use crate::values;
use clap::builder::NonEmptyStringValueParser;
use clap::{Args, ValueHint};
use siganpyo::messages::Language;
use siganpyo::program::{Color, Date};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(
    after_help = "The site is a folder of static files: copy it to any web space. hosting/ in it holds configurations for nginx, Caddy and Apache; Netlify
and Cloudflare Pages read _headers. Made again in the same place, it keeps its settings and the ids of its programs, and the report
says what changes for those who have them. What was there before stays until the new site is complete.

Examples:
  siganpyo publish table.xlsx -o site --title 'My Conference 2027'
  siganpyo publish table.csv -o site --base /2027/ --color '#3776ab' --icon icon.svg --logo logo.svg
  siganpyo publish program.json other.json -o site.zip --site site.toml
  siganpyo publish table.csv -o site --template https://timetable.example.org/"
)]
pub struct PublishOptions {
    /// Published programs of any kind, or program files; the site opens with the first one
    #[arg(required = true, value_hint = ValueHint::AnyPath)]
    pub programs: Vec<Source>,
    /// Where to write the site: a folder, or an archive if the name ends with .zip
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::AnyPath)]
    pub output: PathBuf,
    /// Path of the app on its host; that of the site before, or else /
    #[arg(long, value_name = "PATH")]
    pub base: Option<String>,
    /// Zone of the venue, such as Asia/Seoul, where a file states none
    #[arg(long, value_name = "IANA")]
    pub time_zone: Option<String>,
    /// First day of a program, such as 2026-08-15, where a file only says "Friday" or "day 2"
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub first_day: Option<Date>,
    /// Id of the first program, the same for all its versions
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub id: Option<String>,
    /// Title of the first program where its file states none
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub title: Option<String>,
    /// What is published, a program file or the address of one or of the app: the first program keeps its id, and what changes is told;
    /// the site of before where not given
    #[arg(long, value_name = "PROGRAM", value_hint = ValueHint::AnyPath)]
    pub against: Option<Source>,
    /// Settings of the site, see README; what is stated here as well counts
    #[arg(long, value_name = "site.toml", value_hint = ValueHint::AnyPath)]
    pub site: Option<Source>,
    /// Name of the site; the title of the first program where not given
    #[arg(long)]
    pub name: Option<String>,
    /// Name below the icon on a home screen
    #[arg(long)]
    pub short_name: Option<String>,
    /// One sentence for search engines and link previews
    #[arg(long)]
    pub description: Option<String>,
    /// Languages that the app offers, such as ko,en; pages are written in the first one
    #[arg(long, value_name = "TAGS", value_delimiter = ',', value_parser = values::language)]
    pub languages: Vec<Language>,
    /// Colour of buttons, links, the icon and the head of wallpapers
    #[arg(long, value_name = "#rrggbb", value_parser = values::color)]
    pub color: Option<Color>,
    /// A picture to make the icons from, SVG or PNG
    #[arg(long, value_name = "ICON", value_hint = ValueHint::AnyPath)]
    pub icon: Option<Source>,
    /// A picture to show beside the name, SVG or PNG
    #[arg(long, value_name = "LOGO", value_hint = ValueHint::AnyPath)]
    pub logo: Option<Source>,
    /// A picture that attendees may have behind their timetables, JPEG or PNG
    #[arg(long, value_name = "PHOTO", value_hint = ValueHint::AnyPath)]
    pub background: Option<Source>,
    /// Name of the host, for links that must be whole
    #[arg(long, value_name = "HOST")]
    pub domain: Option<String>,
    /// Write nothing, and exit with 1, if a row or a session of a file cannot be read
    #[arg(long)]
    pub strict: bool,
    /// A site to take the app from, as a folder, an archive or an address; that in this program where not given
    #[arg(long, value_name = "SITE", value_hint = ValueHint::AnyPath)]
    pub template: Option<Source>,
}
