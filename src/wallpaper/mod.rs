//! The picture for the lock screen: program and plan in, pixels out.
//!
//! [`scenes`] lays out, [`Scene::paint`] turns a scene into a [`Canvas`], [`Canvas::encode`] makes a PNG of it, and [`draw`]
//! does all three. The same request gives the same bytes everywhere: nothing here depends on a clock, on a hash or on
//! functions that processors compute differently.
//!
//! ```no_run
//! use siganpyo::messages::Language;
//! use siganpyo::plan::{Pick, Plan};
//! use siganpyo::wallpaper::{Fonts, Request, Theme, device, draw};
//! use siganpyo::wire::program_file;
//! use std::fs::{read, read_to_string, write};
//!
//! let program = program_file::read(&read_to_string("program.json")?)?;
//! let mut plan = Plan::empty(program.id.clone());
//! plan.put(Pick::of(&program, &program.sessions[0], "en"));
//!
//! let screen = device::named("iPhone 15").expect("a phone of the table");
//! let request = Request { theme: Theme::Paper, ..Request::new(&program, &plan, Language::English, screen) };
//! let mut fonts = Fonts::load(read("regular.otf")?, read("bold.otf")?).expect("two fonts");
//! for (number, (scene, png)) in draw(&request, &mut fonts)?.into_iter().enumerate() {
//!     println!("{}", scene.words);
//!     write(format!("picture-{number}.png"), png)?;
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agenda;
mod block;
mod compose;
mod contrast;
mod details;
pub mod device;
mod fonts;
mod footer;
mod layout;
mod paint;
mod paper;
mod photo;
mod printable;
mod qr;
mod scene;
mod screen;
mod shaped;
pub mod slices;
mod split;
mod stamp;
mod text;
pub mod theme;
mod typeset;
pub mod zone;

pub use fonts::Fonts;
pub use paint::Canvas;
pub use paper::{Paper, sheets};
pub use photo::Photo;
pub use scene::{Frame, Glyph, Item, Scene, TextRun, Weight};
pub use screen::Screen;
pub use theme::Theme;
pub use zone::Zone;

use crate::messages::{Language, Refusal};
use crate::plan::Plan;
use crate::program::{Color, Date, Moment, Program};
use std::collections::BTreeSet;
use std::fmt;

/// What to draw.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// Where sessions come from.
    pub program: &'a Program,
    /// Which of them.
    pub plan: &'a Plan,
    /// Of the few words of the picture's own.
    pub language: Language,
    /// Of the phone, in pixels.
    pub screen: Screen,
    /// What its lock screen leaves free.
    pub zone: Zone,
    /// Colours.
    pub theme: Theme,
    /// The conference's colour, for the theme that has it; that of the first track where absent.
    pub color: Option<Color>,
    /// The person's photo, for the theme that has it.
    pub photo: Option<&'a Photo>,
    /// Only this program day.
    pub day: Option<Date>,
    /// Only what is not over at this moment.
    pub from: Option<Moment>,
    /// An address to show as a QR code, where that makes no further picture necessary.
    pub link: Option<&'a str>,
    /// How many pixels make a point; what is usual for the screen where absent.
    pub point: Option<f32>,
}

impl<'a> Request<'a> {
    /// The whole plan in black for that screen, in the zone that suits it.
    pub fn new(program: &'a Program, plan: &'a Plan, language: Language, screen: Screen) -> Request<'a> {
        Request {
            program,
            plan,
            language,
            screen,
            zone: device::default_zone(screen),
            theme: Theme::Black,
            color: None,
            photo: None,
            day: None,
            from: None,
            link: None,
            point: None,
        }
    }

    fn palette(&self) -> theme::Palette {
        let of_tracks = || self.program.tracks.first().and_then(|track| track.color);
        self.theme.palette(self.color.or_else(of_tracks))
    }
}

/// A request that cannot be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Problem);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    Nothing,
    ScreenTooSmall(Screen),
    ScreenTooLarge(Screen),
}

/// No phone and no tablet has more pixels, and WebKit shows no larger picture.
const MOST_PIXELS: u64 = 16_777_216;

/// Lays out the plan: one scene if everything fits, else several, in time order.
///
/// # Errors
///
/// The plan is empty (on that day), the zone holds not even one entry in type that can be read, or the screen has more
/// than 16,777,216 pixels.
pub fn scenes(request: &Request<'_>, fonts: &mut Fonts) -> Result<Vec<Scene>, Error> {
    let Screen { width, height } = request.screen;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Problem::ScreenTooLarge(request.screen).into());
    }
    let rows = agenda::rows(request);
    if rows.is_empty() {
        return Err(Problem::Nothing.into());
    }
    fonts.prefer(slices::preferred(texts_of(request.program)));
    layout::lay_out(request, &rows, fonts)
}

fn texts_of(program: &Program) -> impl Iterator<Item = &str> {
    std::iter::once(program.title.as_str()).chain(program.sessions.iter().map(|session| session.title.as_str()))
}

/// The characters of the picture for which the fonts have no glyph. They would be left out or replaced, never shown as boxes.
pub fn uncovered(request: &Request<'_>, fonts: &Fonts) -> BTreeSet<char> {
    let mut text = request.program.title.clone() + &request.program.version;
    for row in agenda::rows(request) {
        let track = row.track.map(|(name, _)| name);
        [Some(row.title), row.room, row.speakers, track].into_iter().flatten().for_each(|words| text += &words);
    }
    request.program.days.iter().filter_map(|day| day.label.as_deref()).for_each(|label| text += label);
    fonts.uncovered(&text)
}

/// The names of the slices of fonts that this picture needs and that were not added yet, by the list of all slices.
///
/// The slice `ja-60-0b1c2d3e4f5a` is the file `slices/ja-60-0b1c2d3e4f5a.gz` beside the fonts, and the list is `slices/list.txt`.
/// See [`Fonts::add_slice`].
pub fn needed_slices<'l>(request: &Request<'_>, fonts: &Fonts, list: &'l str) -> Vec<&'l str> {
    slices::needed(list, &uncovered(request, fonts), slices::preferred(texts_of(request.program)))
}

/// The pictures of a plan, each as its scene and its PNG.
///
/// # Errors
///
/// See [`scenes`].
pub fn draw(request: &Request<'_>, fonts: &mut Fonts) -> Result<Vec<(Scene, Vec<u8>)>, Error> {
    let scenes = scenes(request, fonts)?;
    Ok(scenes
        .into_iter()
        .map(|scene| (scene.paint(fonts, request.photo).encode(), scene))
        .map(|(png, scene)| (scene, png))
        .collect())
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Error(problem)
    }
}

impl Error {
    /// What is wrong and what to do, in the catalogue's language.
    pub fn refusal(&self, language: Language) -> Refusal {
        let messages = language.picture_messages();
        match self.0 {
            Problem::Nothing => (messages.nothing_to_paint)(),
            Problem::ScreenTooSmall(screen) => (messages.screen_too_small)(screen.width, screen.height),
            Problem::ScreenTooLarge(screen) => (messages.screen_too_large)(screen.width, screen.height),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.refusal(Language::English).message)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests;
