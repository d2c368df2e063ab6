//! The icons of a site, from one picture: what browsers, home screens and Android's masks want.

use super::picture::{Picture, PictureError, empty, smaller};
use crate::messages::site::PictureOf;
use crate::program::Color;
use tiny_skia::{Color as Paint, FilterQuality, Pixmap, PixmapPaint, Transform};

/// The icons as PNG files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icons {
    /// Path below the site's folder, and bytes.
    pub files: Vec<(&'static str, Vec<u8>)>,
}

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

impl Icons {
    /// Draws the icons from an organiser's picture, SVG or PNG.
    ///
    /// # Errors
    ///
    /// The bytes are no such picture, are too many, or have too few pixels.
    pub fn of(picture: &[u8]) -> Result<Icons, PictureError> {
        let whole = match Picture::read(picture, PictureOf::Icon, LEAST_SIDE)? {
            Picture::Drawing(tree) => Picture::drawn(&tree, SIDE, SIDE),
            Picture::Pixels(pixels) => pixels,
        };
        Ok(Icons::drawn_from(&squared(&whole)))
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

/// The picture in the middle of a square.
fn squared(picture: &Pixmap) -> Pixmap {
    let (width, height) = (picture.width(), picture.height());
    let side = width.max(height);
    let mut whole = empty(side, side);
    let middle = |length: u32| ((side - length) / 2) as i32;
    whole.draw_pixmap(middle(width), middle(height), picture.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    whole
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
    let mut icon = empty(side, side);
    icon.fill(ground);
    let width = side as f32 * share;
    let near = smaller(whole, width);
    let scale = width / near.width() as f32;
    let offset = (side as f32 - width) / 2.0;
    let paint = PixmapPaint { quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
    icon.draw_pixmap(0, 0, near.as_ref(), &paint, Transform::from_scale(scale, scale).post_translate(offset, offset), None);
    icon
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

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
        let mut lines = empty(1024, 1024);
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
        assert!(refused(&empty(64, 64).encode_png().expect("a file")).contains("64×64"));
        assert!(refused(&vec![b' '; 40_000_000]).contains("KB"));
    }

    #[test]
    fn a_picture_reaches_for_nothing_outside() {
        let outside = svg("<script>alert(1)</script><image xlink:href='/etc/hostname' width='100' height='50'/>");
        let icons = Icons::of(outside.as_bytes()).expect("icons");
        assert_eq!(color(&pixmap(&icons, "icons/icon-512.png"), 256, 256), [0; 4]);
    }
}
