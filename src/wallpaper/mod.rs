//! The picture for the lock screen: program and plan in, pixels out.
//!
//! [`scenes`] lays out, [`Scene::paint`] turns a scene into a [`Canvas`], [`Canvas::encode`] makes a PNG of it, and [`draw`]
//! does all three. The same request gives the same bytes everywhere: nothing here depends on a clock, on a hash or on
//! functions that processors compute differently.

mod agenda;
mod compose;
pub mod device;
mod fonts;
mod layout;
mod paint;
mod scene;
mod shaped;
mod text;
pub mod theme;
mod typeset;
pub mod zone;

pub use device::Screen;
pub use fonts::Fonts;
pub use paint::Canvas;
pub use scene::{Frame, Glyph, Item, Scene, TextRun, Weight};
pub use theme::Theme;
pub use zone::Zone;

use crate::messages::{Language, Refusal};
use crate::plan::Plan;
use crate::program::{Date, Program};

/// What to draw.
#[derive(Debug, Clone, Copy)]
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
    /// Only this program day.
    pub day: Option<Date>,
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
    let rows = agenda::rows(request.plan, request.program, request.language, request.day);
    if rows.is_empty() {
        return Err(Problem::Nothing.into());
    }
    layout::lay_out(request, &rows, fonts)
}

/// The pictures of a plan, each as its scene and its PNG.
///
/// # Errors
///
/// See [`scenes`].
pub fn draw(request: &Request<'_>, fonts: &mut Fonts) -> Result<Vec<(Scene, Vec<u8>)>, Error> {
    let scenes = scenes(request, fonts)?;
    Ok(scenes.into_iter().map(|scene| (scene.paint(fonts).encode(), scene)).map(|(png, scene)| (scene, png)).collect())
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

#[cfg(test)]
mod tests;
