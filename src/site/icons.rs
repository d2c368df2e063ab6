//! The icons of a site, from one picture: what browsers, home screens and Android's masks want.

use crate::messages::{Language, Refusal};
use crate::program::Color;
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::fmt;
use tiny_skia::{Color as Paint, FilterQuality, Pixmap, PixmapPaint, Transform};

/// The icons as PNG files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icons {
    /// Path below the site's folder, and bytes.
    pub files: Vec<(&'static str, Vec<u8>)>,
}

/// A picture of more bytes is refused; nothing that is drawn this small needs them.
const MOST_BYTES: usize = 4_000_000;

/// The side of the picture that all icons are made from, in pixels.
const SIDE: u32 = 512;

/// A PNG with fewer pixels on its longer side would be blurred on every home screen.
const LEAST_SIDE: u32 = 192;

/// The colour of our own icon that a conference's colour takes the place of.
const OWN_COLOR: &str = "#2f6f5e";

/// Android shows of a maskable icon what is in a circle of four fifths of its width (W3C, Web Application Manifest, "Icon masks").
const MASKED: f32 = 0.8;

/// An icon without a ground of its own is drawn smaller, so that its corners are in the circle too.
const MASKED_WITHOUT_GROUND: f32 = 0.6;

/// Why no icons were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IconError(Problem);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    NotAPicture(String),
    TooSmall(u32, u32),
    TooLarge(usize),
}

impl IconError {
    /// Returns what is wrong and what to do, in the catalogue's language.
    pub fn refusal(&self, language: Language) -> Refusal {
        let messages = language.site_messages();
        match &self.0 {
            Problem::NotAPicture(cause) => (messages.icon_not_a_picture)(cause),
            Problem::TooSmall(width, height) => (messages.icon_too_small)(*width, *height, LEAST_SIDE),
            Problem::TooLarge(bytes) => (messages.icon_too_large)(*bytes, MOST_BYTES),
        }
    }
}

impl fmt::Display for IconError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.refusal(Language::FALLBACK).message)
    }
}

impl std::error::Error for IconError {}

impl Icons {
    /// Draws the icons from an organiser's picture, SVG or PNG.
    ///
    /// Scripts, texts and links to other files in an SVG have no effect, and the SVG itself is not published.
    ///
    /// # Errors
    ///
    /// The bytes are no such picture, are too many, or have too few pixels.
    pub fn of(picture: &[u8]) -> Result<Icons, IconError> {
        if picture.len() > MOST_BYTES {
            return Err(IconError(Problem::TooLarge(picture.len())));
        }
        let whole = if picture.starts_with(b"\x89PNG") { decoded(picture)? } else { drawn(picture)? };
        Ok(Icons::drawn_from(&whole))
    }

    /// Returns our own icon, an SVG picture, in a conference's colour.
    pub fn in_color(own: &str, color: Color) -> String {
        own.replace(OWN_COLOR, &color.to_string())
    }

    fn drawn_from(whole: &Pixmap) -> Icons {
        let edge = edge(whole);
        let ground = edge.unwrap_or(Paint::WHITE);
        let masked = edge.map_or(MASKED_WITHOUT_GROUND, |_| MASKED);
        let on_ground = edge.map_or(MASKED, |_| 1.0);
        let icon = |side: u32, share: f32, ground: Paint| placed(whole, side, share, ground).encode_png().unwrap_or_default();
        Icons {
            files: vec![
                ("icons/icon-192.png", icon(192, 1.0, Paint::TRANSPARENT)),
                ("icons/icon-512.png", icon(512, 1.0, Paint::TRANSPARENT)),
                ("icons/maskable-512.png", icon(512, masked, ground)),
                // iOS paints what is transparent black.
                ("icons/apple-touch-icon.png", icon(180, on_ground, ground)),
            ],
        }
    }
}

/// The picture in the middle of a square of [`SIDE`].
fn drawn(svg: &[u8]) -> Result<Pixmap, IconError> {
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_data(svg, &options).map_err(|error| IconError(Problem::NotAPicture(error.to_string())))?;
    let size = tree.size();
    let scale = SIDE as f32 / size.width().max(size.height());
    let offset = |length: f32| (SIDE as f32 - length * scale) / 2.0;
    let mut square = square(SIDE);
    let transform = Transform::from_scale(scale, scale).post_translate(offset(size.width()), offset(size.height()));
    resvg::render(&tree, transform, &mut square.as_mut());
    Ok(square)
}

/// The picture in the middle of a square, not larger than twice [`SIDE`].
fn decoded(png: &[u8]) -> Result<Pixmap, IconError> {
    let picture = Pixmap::decode_png(png).map_err(|error| IconError(Problem::NotAPicture(error.to_string())))?;
    let (width, height) = (picture.width(), picture.height());
    let side = width.max(height);
    if side < LEAST_SIDE {
        return Err(IconError(Problem::TooSmall(width, height)));
    }
    let mut whole = square(side);
    let middle = |length: u32| ((side - length) / 2) as i32;
    whole.draw_pixmap(middle(width), middle(height), picture.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    Ok(whole)
}

fn square(side: u32) -> Pixmap {
    Pixmap::new(side, side).expect("a side above zero")
}

/// The colour in the middle of the upper edge, if nothing shines through the middles of all edges: then the picture has a ground.
fn edge(whole: &Pixmap) -> Option<Paint> {
    let side = whole.width();
    let (middle, inner) = (side / 2, side / 64);
    let middles = [(middle, inner), (middle, side - 1 - inner), (inner, middle), (side - 1 - inner, middle)];
    let pixels = middles.map(|(x, y)| whole.pixel(x, y).expect("a pixel of the picture").demultiply());
    let top = pixels[0];
    pixels
        .iter()
        .all(|pixel| *pixel == top && pixel.alpha() == u8::MAX)
        .then(|| Paint::from_rgba8(top.red(), top.green(), top.blue(), u8::MAX))
}

/// The picture on a ground, in the middle and with this share of its width.
fn placed(whole: &Pixmap, side: u32, share: f32, ground: Paint) -> Pixmap {
    let mut icon = square(side);
    icon.fill(ground);
    let width = side as f32 * share;
    // Bilinear filtering at one half is the mean of four pixels; a single larger step would skip pixels.
    let mut near = whole.clone();
    while near.width() as f32 >= 2.0 * width {
        near = scaled(&near, near.width() / 2, FilterQuality::Bilinear);
    }
    let scale = width / near.width() as f32;
    let offset = (side as f32 - width) / 2.0;
    let paint = PixmapPaint { quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
    icon.draw_pixmap(0, 0, near.as_ref(), &paint, Transform::from_scale(scale, scale).post_translate(offset, offset), None);
    icon
}

fn scaled(picture: &Pixmap, side: u32, quality: FilterQuality) -> Pixmap {
    let mut small = square(side);
    let scale = side as f32 / picture.width() as f32;
    let paint = PixmapPaint { quality, ..PixmapPaint::default() };
    small.draw_pixmap(0, 0, picture.as_ref(), &paint, Transform::from_scale(scale, scale), None);
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 100 50'>{inner}</svg>"
        )
    }

    fn pixmap(icons: &Icons, path: &str) -> Pixmap {
        let (_, png) = icons.files.iter().find(|(name, _)| *name == path).expect("an icon of this name");
        Pixmap::decode_png(png).expect("a picture")
    }

    fn color(picture: &Pixmap, x: u32, y: u32) -> [u8; 4] {
        let pixel = picture.pixel(x, y).expect("inside").demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    }

    #[test]
    fn a_wide_picture_is_centred_on_white_where_it_must_not_be_transparent() {
        let icons = Icons::of(svg("<rect width='100' height='50' fill='#ff0000'/>").as_bytes()).expect("icons");
        let sides = icons.files.iter().map(|(name, _)| pixmap(&icons, name).width()).collect::<Vec<_>>();
        assert_eq!(sides, [192, 512, 512, 180]);
        let plain = pixmap(&icons, "icons/icon-512.png");
        assert_eq!((color(&plain, 256, 256), color(&plain, 256, 20)), ([255, 0, 0, 255], [0; 4]));
        let masked = pixmap(&icons, "icons/maskable-512.png");
        assert_eq!((color(&masked, 256, 256), color(&masked, 20, 256)), ([255, 0, 0, 255], [255; 4]));
        assert_eq!(color(&pixmap(&icons, "icons/apple-touch-icon.png"), 90, 4), [255; 4]);
    }

    #[test]
    fn the_ground_of_a_picture_reaches_the_edges_of_the_mask() {
        let whole = "<rect width='100' height='100' y='-25' fill='#0000ff'/>";
        let picture = svg(whole).replace("0 0 100 50", "0 0 100 100").replace("y='-25'", "");
        let icons = Icons::of(picture.as_bytes()).expect("icons");
        assert_eq!(color(&pixmap(&icons, "icons/maskable-512.png"), 2, 2), [0, 0, 255, 255]);
    }

    #[test]
    fn a_png_is_made_smaller_without_skipping_pixels() {
        let mut lines = square(1024);
        for pixel in lines.pixels_mut().chunks_exact_mut(2).map(|pair| &mut pair[0]) {
            *pixel = tiny_skia::PremultipliedColorU8::from_rgba(255, 255, 255, 255).expect("white");
        }
        let icons = Icons::of(&lines.encode_png().expect("a file")).expect("icons");
        let [.., alpha] = color(&pixmap(&icons, "icons/icon-192.png"), 96, 96);
        assert!((96..160).contains(&alpha), "{alpha} of a picture that is half covered");
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let refused = |bytes: &[u8]| Icons::of(bytes).expect_err("refused").refusal(Language::FALLBACK).message;
        assert!(refused(b"GIF89a").contains("SVG or PNG"));
        assert!(refused(b"\x89PNG\r\n\x1a\nbroken").contains("SVG or PNG"));
        assert!(refused(&square(64).encode_png().expect("a file")).contains("64×64"));
        assert!(refused(&vec![b' '; MOST_BYTES + 1]).contains("KB"));
    }

    #[test]
    fn a_picture_reaches_for_nothing_outside() {
        let outside = svg("<script>alert(1)</script><image xlink:href='/etc/hostname' width='100' height='50'/>");
        let icons = Icons::of(outside.as_bytes()).expect("icons");
        assert_eq!(color(&pixmap(&icons, "icons/icon-512.png"), 256, 256), [0; 4]);
    }
}
