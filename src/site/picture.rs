//! An organiser's picture, SVG or PNG, as pixels.
//!
//! What is published is always drawn anew. Scripts, texts and links to other files in an SVG have no effect, and the SVG itself stays with
//! the organiser, since a browser would run its scripts on the site's origin if someone opened it.

use crate::messages::site::PictureOf;
use crate::messages::{Language, Refusal};
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::fmt;
use tiny_skia::{FilterQuality, Pixmap, PixmapPaint, Transform};

/// A picture of more bytes is refused; nothing that is drawn this small needs them.
const MOST_BYTES: usize = 4_000_000;

/// A PNG with a longer side is refused: a small file may hold more pixels than a browser has memory for.
const MOST_SIDE: u32 = 4096;

/// What an organiser's file holds.
pub enum Picture {
    /// An SVG picture, which has no size in pixels yet.
    Drawing(Box<Tree>),
    /// A PNG picture.
    Pixels(Pixmap),
}

/// Why a picture was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureError {
    what: PictureOf,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    NotAPicture(String),
    TooSmall { width: u32, height: u32, least: u32 },
    NotAPhoto,
    TooLarge { bytes: usize, most: usize },
    TooManyPixels(u32, u32),
}

impl PictureError {
    pub(super) fn not_a_photo() -> PictureError {
        PictureError { what: PictureOf::Background, problem: Problem::NotAPhoto }
    }

    pub(super) fn too_large(what: PictureOf, bytes: usize, most: usize) -> PictureError {
        PictureError { what, problem: Problem::TooLarge { bytes, most } }
    }

    /// Returns what is wrong and what to do, in the catalogue's language.
    pub fn refusal(&self, language: Language) -> Refusal {
        let messages = language.site_messages();
        match &self.problem {
            Problem::NotAPicture(cause) => (messages.not_a_picture)(self.what, cause),
            Problem::TooSmall { width, height, least } => (messages.picture_too_small)(self.what, *width, *height, *least),
            Problem::NotAPhoto => (messages.not_a_photo)(),
            Problem::TooLarge { bytes, most } => (messages.picture_too_large)(self.what, *bytes, *most),
            Problem::TooManyPixels(width, height) => (messages.too_many_pixels)(self.what, *width, *height, MOST_SIDE),
        }
    }
}

impl fmt::Display for PictureError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.refusal(Language::FALLBACK).message)
    }
}

impl std::error::Error for PictureError {}

impl Picture {
    /// Reads a file. A PNG has at least so many pixels on its longer side.
    pub fn read(bytes: &[u8], what: PictureOf, least: u32) -> Result<Picture, PictureError> {
        let read = if bytes.len() > MOST_BYTES {
            Err(Problem::TooLarge { bytes: bytes.len(), most: MOST_BYTES })
        } else if bytes.starts_with(b"\x89PNG") {
            pixels(bytes, least).map(Picture::Pixels)
        } else {
            drawing(bytes).map(|tree| Picture::Drawing(Box::new(tree)))
        };
        read.map_err(|problem| PictureError { what, problem })
    }

    /// Draws an SVG as large as fits.
    pub fn drawn(tree: &Tree, width: u32, height: u32) -> Pixmap {
        let size = tree.size();
        let scale = (width as f32 / size.width()).min(height as f32 / size.height());
        let side = |length: f32| ((length * scale).round() as u32).max(1);
        let mut picture = empty(side(size.width()), side(size.height()));
        resvg::render(tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        picture
    }
}

fn drawing(svg: &[u8]) -> Result<Tree, Problem> {
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_data(svg, &options).map_err(|error| Problem::NotAPicture(error.to_string()))
}

fn pixels(png: &[u8], least: u32) -> Result<Pixmap, Problem> {
    if let Some([width, height]) = png_size(png).filter(|sides| sides.iter().any(|side| *side > MOST_SIDE)) {
        return Err(Problem::TooManyPixels(width, height));
    }
    let picture = Pixmap::decode_png(png).map_err(|error| Problem::NotAPicture(error.to_string()))?;
    let (width, height) = (picture.width(), picture.height());
    if width.max(height) < least { Err(Problem::TooSmall { width, height, least }) } else { Ok(picture) }
}

/// Returns width and height, which stand in the head at fixed places; other formats than PNG have none here.
pub fn png_size(bytes: &[u8]) -> Option<[u32; 2]> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..16)?;
    let number = |at: usize| head[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    Some([number(0), number(4)])
}

pub fn empty(width: u32, height: u32) -> Pixmap {
    Pixmap::new(width, height).expect("sides above zero")
}

/// The picture, halved for as long as it is at least twice this wide.
///
/// Bilinear filtering at one half is the mean of four pixels; a single larger step would skip pixels.
pub fn smaller(picture: &Pixmap, width: f32) -> Pixmap {
    let mut near = picture.clone();
    while near.width() as f32 >= 2.0 * width && near.height() > 1 {
        near = scaled(&near, near.width() / 2, near.height() / 2, FilterQuality::Bilinear);
    }
    near
}

/// The picture with these sides.
pub fn scaled(picture: &Pixmap, width: u32, height: u32, quality: FilterQuality) -> Pixmap {
    let mut small = empty(width, height);
    let scale = |to: u32, from: u32| to as f32 / from as f32;
    let transform = Transform::from_scale(scale(width, picture.width()), scale(height, picture.height()));
    small.draw_pixmap(0, 0, picture.as_ref(), &PixmapPaint { quality, ..PixmapPaint::default() }, transform, None);
    small
}
