//! A logo in one colour, for pictures of a timetable: what differs from its ground is covered, the more the more it differs.

use super::picture::{empty, scaled, smaller};
use crate::wallpaper::Mark;
use crate::wallpaper::mark::MOST;
use tiny_skia::{ColorU8, FilterQuality, Pixmap, PremultipliedColorU8};

/// A difference of channels below this is noise.
const LEAST: u8 = 16;

/// Visible pixels whose channels are all above this would not be seen on white.
const LIGHT: u8 = 200;

/// Returns the logo in one colour, without the margin around it; `None` of a picture that shows nothing.
pub fn in_one_color(logo: &Pixmap) -> Option<Mark> {
    let ground = ground(logo);
    let differences: Vec<u8> = logo.pixels().iter().map(|pixel| difference(over(*pixel, ground), ground)).collect();
    let most = differences.iter().copied().max().filter(|most| *most >= LEAST)?;
    let share = |difference: &u8| (u32::from(*difference) * 255 / u32::from(most)) as u8;
    let shares: Vec<u8> = differences.iter().map(share).collect();
    let small = within(&covered(&shares, logo.width() as usize)?);
    let coverage: Vec<u8> = small.pixels().iter().map(|pixel| pixel.alpha()).collect();
    Some(Mark::of(small.width() as usize, &coverage))
}

/// What is behind the logo: the colour of its corners where they have one, else white, on which logos are mostly made to stand, or black
/// behind a light one.
fn ground(logo: &Pixmap) -> ColorU8 {
    let (right, bottom) = (logo.width() - 1, logo.height() - 1);
    let corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)].map(|(x, y)| logo.pixel(x, y));
    let corner = corners[0].filter(|first| first.alpha() == 255 && corners.iter().all(|corner| *corner == Some(*first)));
    let mut visible = logo.pixels().iter().filter(|pixel| pixel.alpha() > 127).map(PremultipliedColorU8::demultiply);
    let is_light = visible.all(|color| [color.red(), color.green(), color.blue()].iter().all(|channel| *channel > LIGHT));
    let plain = if is_light { 0 } else { 255 };
    corner.map_or(ColorU8::from_rgba(plain, plain, plain, 255), |color| color.demultiply())
}

fn over(pixel: PremultipliedColorU8, ground: ColorU8) -> [u8; 3] {
    let behind = |channel: u8| (u32::from(channel) * u32::from(255 - pixel.alpha()) / 255) as u8;
    [
        pixel.red().saturating_add(behind(ground.red())),
        pixel.green().saturating_add(behind(ground.green())),
        pixel.blue().saturating_add(behind(ground.blue())),
    ]
}

fn difference(color: [u8; 3], ground: ColorU8) -> u8 {
    let grounds = [ground.red(), ground.green(), ground.blue()];
    color.into_iter().zip(grounds).map(|(one, other)| one.abs_diff(other)).max().unwrap_or_default()
}

/// The part that is covered, as a picture that is as opaque as each pixel is covered.
fn covered(shares: &[u8], width: usize) -> Option<Pixmap> {
    let is_covered = |place: &usize| shares[*place] >= LEAST;
    let places = || (0..shares.len()).filter(is_covered);
    let columns = || places().map(|place| place % width);
    let (left, right) = (columns().min()?, columns().max()?);
    let (top, bottom) = (places().next()? / width, places().next_back()? / width);
    let mut picture = empty((right - left + 1) as u32, (bottom - top + 1) as u32);
    let inside = (top..=bottom).flat_map(|y| (left..=right).map(move |x| shares[y * width + x]));
    for (pixel, share) in picture.pixels_mut().iter_mut().zip(inside) {
        *pixel = ColorU8::from_rgba(0, 0, 0, share).premultiply();
    }
    Some(picture)
}

fn within(picture: &Pixmap) -> Pixmap {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (f64::from(MOST.0) / width).min(f64::from(MOST.1) / height).min(1.0);
    let side = |length: f64| ((length * scale).round() as u32).max(1);
    scaled(&smaller(picture, side(width) as f32), side(width), side(height), FilterQuality::Bicubic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(pixels: [[u8; 4]; 4]) -> Pixmap {
        let mut picture = empty(4, 1);
        for (pixel, [red, green, blue, alpha]) in picture.pixels_mut().iter_mut().zip(pixels) {
            *pixel = ColorU8::from_rgba(red, green, blue, alpha).premultiply();
        }
        picture
    }

    fn check(pixels: [[u8; 4]; 4], expected: &str) {
        let mark = in_one_color(&picture(pixels)).map(|mark| mark.to_string().trim_end().to_owned());
        assert_eq!(mark.unwrap_or_default(), expected, "{pixels:?}");
    }

    #[test]
    fn what_differs_from_the_ground_is_covered() {
        let (none, white, black) = ([0; 4], [255; 4], [0, 0, 0, 255]);
        let (blue, yellow) = ([20, 60, 150, 255], [255, 220, 50, 255]);
        // Of a mark with a hole, which is white or nothing.
        check([none, blue, white, blue], "f0f");
        check([none, blue, yellow, none], "fd");
        check([white, black, white, white], "f");
        // Light on dark, and light on nothing.
        check([blue, white, white, blue], "ff");
        check([none, white, none, white], "f0f");
        check([none, none, none, none], "");
        check([blue, blue, blue, blue], "");
    }

    #[test]
    fn it_is_as_large_as_pictures_show_it() {
        let mut wide = empty(600, 100);
        wide.fill(tiny_skia::Color::from_rgba8(200, 0, 0, 255));
        wide.pixels_mut()[0] = ColorU8::from_rgba(0, 0, 0, 0).premultiply();
        let text = in_one_color(&wide).expect("a mark").to_string();
        assert_eq!((text.lines().count(), text.lines().next().map(str::len)), (40, Some(240)));
        assert!(Mark::read(&text).is_some());
    }
}
