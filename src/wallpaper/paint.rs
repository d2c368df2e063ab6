//! Painting scenes as pixels, and encoding pixels as PNG.
//!
//! A picture has a few flat colours, so a pixel is an index into a palette: this takes a third of the memory of true colour,
//! and a third of the time to compress. Where a colour meets its ground, the palette has [`STEPS`] shades between the two.
//! tiny-skia computes the coverage of curves, once per glyph and size, and this is kept for the next picture.

mod cover;

use super::contrast::mixed;
use super::fonts::Fonts;
use super::photo::Photo;
use super::scene::{Frame, Item, Scene, TextRun};
use super::screen::Screen;
use super::stamp::Stamp;
use crate::program::Color;
use cover::{GlyphStamps, inset, rounded};
use tiny_skia::{FillRule, PathBuilder};

/// Steps from the ground to full colour. At the edge of a letter, the eye sees no difference from 255 steps, and the file is
/// smaller.
const STEPS: u32 = 31;

/// A painted picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Canvas {
    width: u32,
    height: u32,
    /// EntryRow by row from the top left, indices into the palette.
    pixels: Vec<u8>,
    /// The first colour is the ground.
    palette: Vec<Color>,
    /// How much of a photo each colour of the palette covers, in steps.
    opacities: Vec<u32>,
    /// RGB pixels behind everything; `None` for a flat ground.
    backdrop: Option<Vec<u8>>,
    ramps: Vec<Ramp>,
}

/// The shades from one colour of the palette to another; the intermediate ones are in the palette from `start` on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ramp {
    ground: u8,
    ink: u8,
    start: u8,
}

impl Scene {
    /// Paints the scene, over the photo if it was laid out for one.
    pub fn paint(&self, fonts: &Fonts, photo: Option<&Photo>) -> Canvas {
        let mut canvas = Canvas::new(self.screen.width, self.screen.height, self.ground);
        canvas.backdrop = photo.zip(self.scrim).map(|(photo, band)| photo.backdrop(self.screen, band));
        canvas.draw(&self.items, fonts);
        canvas
    }
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32, ground: Color) -> Canvas {
        let pixels = vec![0; width as usize * height as usize];
        let (palette, opacities) = (vec![ground], vec![0]);
        Canvas { width, height, pixels, palette, opacities, backdrop: None, ramps: Vec::new() }
    }

    /// Returns the size in pixels.
    pub fn size(&self) -> Screen {
        Screen { width: self.width, height: self.height }
    }

    /// Paints items over what is there.
    pub(super) fn draw(&mut self, items: &[Item], fonts: &Fonts) {
        let mut glyphs = GlyphStamps::of(fonts);
        items.iter().for_each(|item| self.paint(item, &mut glyphs));
    }

    /// Returns a small picture of this one: width and height divided by `by`, every pixel the mean of those in its place.
    pub fn shrunk(&self, by: u32) -> Canvas {
        let (width, height) = ((self.width / by).max(1), (self.height / by).max(1));
        let mean = |at: u32| {
            let (left, top) = (at % width * by, at / width * by);
            let rows = (top..(top + by).min(self.height)).map(|y| y * self.width);
            let under = rows.flat_map(|row| (left..(left + by).min(self.width)).map(move |x| (row + x) as usize));
            let mut sums = [0_u32; 4];
            for color in under.map(|pixel| self.color(pixel)) {
                let parts = [color.red, color.green, color.blue].map(u32::from);
                sums.iter_mut().zip(parts.into_iter().chain([1])).for_each(|(sum, part)| *sum += part);
            }
            let [red, green, blue, count] = sums;
            [red, green, blue].map(|sum| (sum / count) as u8)
        };
        let pixels = (0..width * height).flat_map(mean).collect();
        Canvas { backdrop: Some(pixels), ..Canvas::new(width, height, self.palette[0]) }
    }

    /// The colour of a pixel, as it is seen.
    fn color(&self, pixel: usize) -> Color {
        let index = usize::from(self.pixels[pixel]);
        let over = self.palette[index];
        match &self.backdrop {
            None => over,
            Some(backdrop) => {
                let under = &backdrop[pixel * 3..pixel * 3 + 3];
                let under = Color { red: under[0], green: under[1], blue: under[2] };
                if index == 0 { under } else { mixed(under, over, self.opacities[index], STEPS) }
            }
        }
    }

    /// Returns the picture as a PNG file.
    pub fn encode(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        let photo = self.backdrop.as_ref().map(|backdrop| self.over(backdrop));
        match photo {
            Some(_) => encoder.set_color(png::ColorType::Rgb),
            None => {
                encoder.set_color(png::ColorType::Indexed);
                encoder.set_palette(self.palette.iter().flat_map(|ink| [ink.red, ink.green, ink.blue]).collect::<Vec<u8>>());
            }
        }
        encoder.set_depth(png::BitDepth::Eight);
        // The file is twice as large as with the best compression, and made in a thirtieth of the time. A row mostly repeats
        // the one above.
        encoder.set_compression(png::Compression::Fast);
        encoder.set_filter(png::Filter::Up);
        let mut writer = encoder.write_header().expect("the size is not 0 and writing to memory does not fail");
        writer.write_image_data(photo.as_ref().unwrap_or(&self.pixels)).expect("there are as many pixels as the header says");
        writer.finish().expect("writing to memory does not fail");
        file
    }

    /// Returns RGB pixels: the backdrop with everything painted over it.
    fn over(&self, backdrop: &[u8]) -> Vec<u8> {
        let mut pixels = backdrop.to_vec();
        let painted = pixels.chunks_exact_mut(3).enumerate().filter(|(at, _)| self.pixels[*at] != 0);
        for (at, under) in painted {
            let mix = self.color(at);
            under.copy_from_slice(&[mix.red, mix.green, mix.blue]);
        }
        pixels
    }

    /// Paints another canvas with its top left at this position, rotated by 180 degrees if requested.
    pub(super) fn place(&mut self, other: &Canvas, left: usize, top: usize, is_turned: bool) {
        let inks: Vec<u8> = other.palette.iter().map(|color| self.index(*color)).collect();
        for (y, row) in other.pixels.chunks_exact(other.width as usize).enumerate() {
            let y = if is_turned { other.height as usize - 1 - y } else { y };
            let start = (top + y) * self.width as usize + left;
            let target = &mut self.pixels[start..start + row.len()];
            let turned = target.len() - 1;
            for (x, pixel) in row.iter().enumerate() {
                target[if is_turned { turned - x } else { x }] = inks[usize::from(*pixel)];
            }
        }
    }

    fn paint(&mut self, item: &Item, glyphs: &mut GlyphStamps<'_>) {
        match item {
            Item::Filled { frame, radius, color } if *radius == 0.0 => self.fill(*frame, *color),
            Item::Filled { frame, radius, color } => self.shape(*frame, *color, rounded(*frame, *radius), FillRule::Winding),
            Item::Outlined { frame, radius, line, color } => {
                let mut path = rounded(*frame, *radius);
                path.push_path(&rounded(inset(*frame, *line), radius - line).finish().expect("a rectangle"));
                self.shape(*frame, *color, path, FillRule::EvenOdd);
            }
            Item::Logo { frame, mark, color } => {
                let ramp = self.ramp(*color, *frame);
                let stamp = mark.stamp(frame.width as u32, frame.height as u32, STEPS);
                self.stamp(&stamp, frame.x as i32, frame.y as i32, ramp);
            }
            Item::Text(run) => self.text(run, glyphs),
        }
    }

    fn fill(&mut self, frame: Frame, color: Color) {
        let ink = self.index(color);
        let columns = clamp(frame.x, self.width)..clamp(frame.right(), self.width);
        for row in clamp(frame.y, self.height)..clamp(frame.bottom(), self.height) {
            let start = row * self.width as usize;
            self.pixels[start + columns.start..start + columns.end].fill(ink);
        }
    }

    fn shape(&mut self, frame: Frame, color: Color, path: PathBuilder, rule: FillRule) {
        let ramp = self.ramp(color, frame);
        if let Some(stamp) = path.finish().and_then(|path| Stamp::of(path, rule)) {
            self.stamp(&stamp, 0, 0, ramp);
        }
    }

    fn text(&mut self, run: &TextRun, glyphs: &mut GlyphStamps<'_>) {
        let ramp = self.ramp(run.color, run.frame());
        for glyph in &run.glyphs {
            if let Some(stamp) = glyphs.stamp(glyph.face, glyph.id, run.size) {
                let (x, y) = ((run.x + glyph.x).round() as i32, (run.baseline + glyph.y).round() as i32);
                self.stamp(stamp, x, y, ramp);
            }
        }
    }

    fn stamp(&mut self, stamp: &Stamp, x: i32, y: i32, ramp: Ramp) {
        let left = x + stamp.left;
        for (row, steps) in (y + stamp.top..).zip(stamp.steps.chunks_exact(stamp.width)) {
            if !(0..self.height as i32).contains(&row) {
                continue;
            }
            for (column, step) in (left..).zip(steps) {
                if *step > 0 && (0..self.width as i32).contains(&column) {
                    let pixel = &mut self.pixels[row as usize * self.width as usize + column as usize];
                    *pixel = ramp.over(*pixel, u32::from(*step));
                }
            }
        }
    }

    fn index(&mut self, color: Color) -> u8 {
        let at = self.palette.iter().position(|known| *known == color).unwrap_or_else(|| {
            self.palette.push(color);
            self.opacities.push(STEPS);
            self.palette.len() - 1
        });
        u8::try_from(at).expect("a theme has few colours")
    }

    /// Returns the ramp to the colour from the colour that is now at the centre of the frame.
    fn ramp(&mut self, color: Color, frame: Frame) -> Ramp {
        let (column, row) = (frame.x + frame.width / 2.0, frame.y + frame.height / 2.0);
        let middle = clamp(row, self.height - 1) * self.width as usize + clamp(column, self.width - 1);
        let (ground, ink) = (self.pixels[middle], self.index(color));
        let known = self.ramps.iter().find(|ramp| ramp.ground == ground && ramp.ink == ink);
        known.copied().unwrap_or_else(|| self.new_ramp(ground, ink))
    }

    fn new_ramp(&mut self, ground: u8, ink: u8) -> Ramp {
        let start = u8::try_from(self.palette.len()).expect("a theme has few colours");
        let (from, to) = (self.palette[usize::from(ground)], self.palette[usize::from(ink)]);
        let [thin, thick] = [ground, ink].map(|index| self.opacities[usize::from(index)]);
        // Only the ground is transparent to the photo; edges on top of other items blend with the colour of that item.
        let between = |step: u32| match (thin, thick) {
            (0, _) if self.backdrop.is_some() => (to, step),
            _ => (mixed(from, to, step, STEPS), (thin * (STEPS - step) + thick * step) / STEPS),
        };
        let (colors, opacities): (Vec<Color>, Vec<u32>) = (1..STEPS).map(between).unzip();
        self.palette.extend(colors);
        self.opacities.extend(opacities);
        let ramp = Ramp { ground, ink, start };
        self.ramps.push(ramp);
        ramp
    }
}

impl Ramp {
    /// Returns the pixel blended with this many steps of the ink.
    fn over(self, pixel: u8, step: u32) -> u8 {
        let present = match pixel.checked_sub(self.start).map(u32::from) {
            _ if pixel == self.ground => 0,
            Some(above) if above < STEPS - 1 => above + 1,
            _ => STEPS,
        };
        match present + step - present * step / STEPS {
            0 => self.ground,
            STEPS => self.ink,
            step => self.start + (step - 1) as u8,
        }
    }
}

fn clamp(position: f32, most: u32) -> usize {
    position.round().clamp(0.0, most as f32) as usize
}

#[cfg(test)]
impl Canvas {
    /// Returns the columns and rows from the first to the last pixel that is not ground; `None` for an empty canvas.
    pub(super) fn inked(&self) -> Option<(std::ops::Range<u32>, std::ops::Range<u32>)> {
        let inked = self.pixels.iter().enumerate().filter(|(_, pixel)| **pixel != 0).map(|(at, _)| at as u32);
        inked.map(|at| (at % self.width, at / self.width)).fold(None, |found, (column, row)| match found {
            None => Some((column..column + 1, row..row + 1)),
            Some((columns, rows)) => Some((
                std::ops::Range { start: columns.start.min(column), end: columns.end.max(column + 1) },
                std::ops::Range { start: rows.start.min(row), end: rows.end.max(row + 1) },
            )),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: Color = Color { red: 0, green: 0, blue: 0 };
    const WHITE: Color = Color { red: 255, green: 255, blue: 255 };

    #[test]
    fn a_small_picture_has_the_mean_colours() {
        let mut canvas = Canvas::new(5, 4, BLACK);
        canvas.fill(Frame { x: 0.0, y: 0.0, width: 1.0, height: 4.0 }, WHITE);
        canvas.fill(Frame { x: 2.0, y: 2.0, width: 2.0, height: 2.0 }, WHITE);
        let small = canvas.shrunk(2);
        let seen: Vec<u8> = (0..4).map(|pixel| small.color(pixel).red).collect();
        assert_eq!((small.size(), seen), (Screen { width: 2, height: 2 }, vec![127, 0, 127, 255]));
        assert_eq!(canvas.shrunk(9).size(), Screen { width: 1, height: 1 });
    }
}
