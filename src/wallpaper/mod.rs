//! The picture for the lock screen: from program and plan to pixels.
//!
//! [`scenes`] lays out the plan, [`Scene::paint`] turns a scene into a [`Canvas`], [`Canvas::encode`] makes a PNG of it, and
//! [`draw`] does all three. The same request gives the same bytes everywhere: nothing here depends on a clock, on hashing or
//! on functions that processors compute differently.
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

mod block;
mod card;
mod compose;
pub mod contrast;
mod design;
mod details;
pub mod device;
#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
mod doors;
mod fit;
mod fonts;
mod footer;
mod forks;
mod grid;
mod head;
mod layout;
pub mod mark;
mod page;
mod paint;
mod paper;
#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
mod pdf;
mod photo;
mod phrases;
mod post;
mod printable;
mod qr;
mod resample;
mod rows;
mod scene;
mod screen;
mod shaped;
pub mod slices;
mod split;
mod stack;
mod stamp;
mod text;
pub mod theme;
mod ticket;
mod typeset;
pub mod zone;

pub use card::{CARD, card, card_slices};
pub use design::{Design, Reading};
#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
pub use doors::{DoorSheets, door_slices};
pub use fonts::Fonts;
pub use mark::Mark;
pub use paint::Canvas;
#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
pub use paper::printed;
pub use paper::{Paper, sheets};
#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
pub use pdf::{About, Page, pdf};
pub use photo::Photo;
pub use post::Post;
pub use qr::Code as QrCode;
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
    /// The program with the sessions.
    pub program: &'a Program,
    /// The plan with the entries to show.
    pub plan: &'a Plan,
    /// The language of the texts in the picture.
    pub language: Language,
    /// The phone's screen in pixels.
    pub screen: Screen,
    /// The zone that the lock screen leaves free.
    pub zone: Zone,
    /// The design; absent for the one that reads best.
    pub design: Option<Design>,
    /// The theme.
    pub theme: Theme,
    /// The conference's colour, for the theme that uses it; absent for that of the first track.
    pub color: Option<Color>,
    /// The conference's logo.
    pub logo: Option<&'a Mark>,
    /// The user's photo, for the theme that uses it.
    pub photo: Option<&'a Photo>,
    /// If set, shows only this program day.
    pub day: Option<Date>,
    /// If set, shows only what is not over at this moment.
    pub from: Option<Moment>,
    /// An address to show as a QR code, if that causes no further picture.
    pub link: Option<&'a str>,
    /// Pixels per point; absent for the usual value of the screen.
    pub point: Option<f32>,
}

impl<'a> Request<'a> {
    /// Creates a request for the whole plan in black for this screen, in its default zone.
    pub fn new(program: &'a Program, plan: &'a Plan, language: Language, screen: Screen) -> Request<'a> {
        Request {
            program,
            plan,
            language,
            screen,
            zone: device::default_zone(screen),
            design: None,
            theme: Theme::Black,
            color: None,
            logo: None,
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

/// Why a request failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Problem);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    Nothing,
    ScreenTooSmall(Screen),
    ScreenTooLarge(Screen),
}

/// No phone or tablet has more pixels, and WebKit does not show larger pictures.
const MOST_PIXELS: u64 = 16_777_216;

/// Lays out the plan: one scene if everything fits, or else several, in time order.
///
/// # Errors
///
/// The plan is empty (on that day), the zone is too small for even one entry in readable type, or the screen has more than
/// 16,777,216 pixels.
pub fn scenes(request: &Request<'_>, fonts: &mut Fonts) -> Result<Vec<Scene>, Error> {
    let Screen { width, height } = request.screen;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Problem::ScreenTooLarge(request.screen).into());
    }
    let rows = rows::rows(request);
    if rows.is_empty() {
        return Err(Problem::Nothing.into());
    }
    fonts.prefer(slices::preferred(texts_of(request.program)));
    layout::lay_out(request, &rows, fonts)
}

fn texts_of(program: &Program) -> impl Iterator<Item = &str> {
    std::iter::once(program.title.as_str()).chain(program.sessions.iter().map(|session| session.title.as_str()))
}

/// Returns the characters of the picture for which the fonts have no glyph. They would be left out or replaced, never shown
/// as boxes.
pub fn uncovered(request: &Request<'_>, fonts: &Fonts) -> BTreeSet<char> {
    let mut text = head::name_and_year(request.program) + &request.program.version;
    for row in rows::rows(request) {
        let track = row.track.map(|(name, _)| name);
        [Some(row.title), row.room, row.speakers, track].into_iter().flatten().for_each(|words| text += &words);
    }
    request.program.days.iter().filter_map(|day| day.label.as_deref()).for_each(|label| text += label);
    fonts.uncovered(&text)
}

/// Returns the names of the slices (font subsets) that this picture needs and that were not added yet, given the list of all
/// slices.
///
/// The slice `ja-60-0b1c2d3e4f5a` is the file `slices/ja-60-0b1c2d3e4f5a.gz` next to the fonts, and the list is
/// `slices/list.txt`.
/// See [`Fonts::add_slice`].
pub fn needed_slices<'l>(request: &Request<'_>, fonts: &Fonts, list: &'l str) -> Vec<&'l str> {
    let mut needed = slices::needed(list, &uncovered(request, fonts), slices::preferred(texts_of(request.program)));
    needed.retain(|name| !fonts.has_slice(name));
    needed
}

/// Returns the pictures of a plan, each as its scene and its PNG.
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
    /// Returns what is wrong and what to do, in the catalogue's language.
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
