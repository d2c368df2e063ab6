//! What a conference gives for pictures of its own program: its colour, its logo and a background. Pages say so, see `publish/site.rs`.

use crate::browser;
use crate::network;
use siganpyo::program::{Color, Program};
use web_sys::Element;

/// The logo for the head of a picture.
#[derive(Clone, PartialEq)]
pub enum Logo {
    /// It was asked for.
    Coming,
    Absent,
    /// The file of a [`Mark`](siganpyo::wallpaper::Mark).
    Here(String),
}

/// The conference's colour.
pub fn color(program: &Program) -> Option<Color> {
    let given = given(program).and_then(|given| Color::parse(&given.get_attribute("data-color")?));
    given.or_else(|| program.tracks.first()?.color)
}

/// Fetches the logo.
pub async fn logo(program: &Program) -> Logo {
    let file = match path(program) {
        Some(path) => network::text(&path).await,
        None => None,
    };
    file.map_or(Logo::Absent, Logo::Here)
}

/// Whether there is one to fetch.
pub fn has_logo(program: &Program) -> bool {
    path(program).is_some()
}

/// The address of the background.
pub fn background(program: &Program) -> Option<String> {
    Some(browser::link(&format!("/{}", given(program)?.get_attribute("data-background")?)))
}

fn path(program: &Program) -> Option<String> {
    given(program)?.get_attribute("content")
}

/// What the page says for this program, and not for another one that the app shows.
fn given(program: &Program) -> Option<Element> {
    let given = browser::document().query_selector("meta[name=siganpyo-picture]").ok().flatten()?;
    (given.get_attribute("data-program")? == program.id.as_str()).then_some(given)
}
