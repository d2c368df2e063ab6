//! The person's photo: read on this phone, scaled to the picture, and given to nobody but the painter.

use super::brand;
use crate::browser;
use crate::browser::pictures::{canvas, context, shown};
use crate::state::pictures;
use js_sys::{ArrayBuffer, Reflect, Uint8ClampedArray};
use siganpyo::program::Program;
use siganpyo::wallpaper::Screen;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlCanvasElement, HtmlImageElement};

/// The most pixels of its longer side, and the most letters of its data, that are stored.
const KEPT_SIDE: f64 = 2560.0;
const MOST_LETTERS: usize = 4_000_000;
/// The quality of the JPEG: high enough to show no artefacts, small enough for the device's storage.
const QUALITY: f64 = 0.85;

/// The photo for the theme that has one.
#[derive(Clone)]
pub enum Photo {
    /// The device has not been asked yet whether it keeps one.
    Unknown,
    /// It has been asked.
    Coming,
    Absent,
    Here(HtmlImageElement),
    /// That of the conference, for as long as the person has none.
    OfConference(HtmlImageElement),
}

impl Photo {
    /// What is behind the timetable.
    pub fn image(&self) -> Option<&HtmlImageElement> {
        match self {
            Photo::Here(image) | Photo::OfConference(image) => Some(image),
            _ => None,
        }
    }
}

/// The photo that the device keeps, else that of the conference. What is damaged is none.
pub async fn kept(program: &Program) -> Photo {
    if let Some(image) = at(pictures::photo().await).await {
        return Photo::Here(image);
    }
    at(brand::background(program)).await.map_or(Photo::Absent, Photo::OfConference)
}

async fn at(address: Option<String>) -> Option<HtmlImageElement> {
    shown(&address?).await.ok()
}

/// The photo as data of a size that can be kept; none where that cannot be had.
pub fn to_keep(image: &HtmlImageElement) -> Option<String> {
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = (KEPT_SIDE / width.max(height)).min(1.0);
    let canvas = drawn(image, (width * scale) as u32, (height * scale) as u32).ok()?;
    let address = browser::call(&canvas, "toDataURL", &[&"image/jpeg".into(), &QUALITY.into()]).ok()?.as_string()?;
    (address.len() <= MOST_LETTERS).then_some(address)
}

/// The middle of the photo as RGBA pixels that fill the screen.
pub fn pixels(image: &HtmlImageElement, screen: Screen) -> Result<ArrayBuffer, JsValue> {
    let canvas = drawn(image, screen.width, screen.height)?;
    let context = context(&canvas)?;
    let data = context.get_image_data(0.0, 0.0, f64::from(screen.width), f64::from(screen.height))?;
    // Not by `data()`, which would copy millions of bytes into the app's own memory.
    Ok(Reflect::get(&data, &"data".into())?.unchecked_into::<Uint8ClampedArray>().buffer())
}

/// The middle of the photo on a canvas of this size.
fn drawn(image: &HtmlImageElement, width: u32, height: u32) -> Result<HtmlCanvasElement, JsValue> {
    let canvas = canvas(width, height)?;
    let (width, height) = (f64::from(width), f64::from(height));
    let (own_width, own_height) = (f64::from(image.natural_width().max(1)), f64::from(image.natural_height().max(1)));
    let scale = (width / own_width).max(height / own_height);
    let (wide, high) = (own_width * scale, own_height * scale);
    let (left, top) = ((width - wide) / 2.0, (height - high) / 2.0);
    let context = context(&canvas)?;
    browser::call(&context, "drawImage", &[image, &left.into(), &top.into(), &wide.into(), &high.into()])?;
    Ok(canvas)
}
