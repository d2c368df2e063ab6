//! The user's photo as the background of a picture: cropped to the screen, and darkened behind text.

use super::resample::{Sampled, blended, sampled};
use super::screen::Screen;
use super::theme::PHOTO_LIMIT;
use super::zone::Band;

/// A decoded photo.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    width: u32,
    height: u32,
    /// EntryRow by row from the top left: red, green, blue, and a fourth byte that is ignored.
    pixels: Vec<u8>,
}

impl Photo {
    /// Takes RGBA pixels; `None` if their number does not match the size.
    pub fn new(width: u32, height: u32, pixels: Vec<u8>) -> Option<Photo> {
        let is_whole = width > 0 && height > 0 && pixels.len() as u64 == 4 * u64::from(width) * u64::from(height);
        is_whole.then_some(Photo { width, height, pixels })
    }

    /// Returns RGB pixels that fill the screen. In the band no channel is above [`PHOTO_LIMIT`], whatever the photo shows.
    pub(super) fn backdrop(&self, screen: Screen, band: Band) -> Vec<u8> {
        let mut pixels = self.cropped(screen);
        let row = 3 * screen.width as usize;
        let (top, bottom) = (band.top as usize, band.bottom as usize);
        let dimmed = dimming(&pixels[top * row..bottom * row]);
        // Above and below the band, the scrim fades out over a twelfth of the height.
        let fade = (screen.height / 12).max(1) as usize;
        for (y, line) in pixels.chunks_exact_mut(row).enumerate() {
            let away = top.saturating_sub(y).max((y + 1).saturating_sub(bottom)).min(fade);
            let between = |inside: usize, outside: usize| (inside * (fade - away) + outside * away) / fade;
            let (factor, limit) = (between(dimmed, dimmed.max(210)), between(usize::from(PHOTO_LIMIT), 255));
            line.iter_mut().for_each(|channel| *channel = (usize::from(*channel) * factor / 256).min(limit) as u8);
        }
        pixels
    }

    /// Returns the centre of the photo scaled to the screen; each pixel is interpolated from the four nearest.
    fn cropped(&self, screen: Screen) -> Vec<u8> {
        let (width, height) = (u64::from(self.width) * 256, u64::from(self.height) * 256);
        let (across, down) = (u64::from(screen.width), u64::from(screen.height));
        let is_wider = width * down > height * across;
        let (shown_width, shown_height) =
            if is_wider { (height * across / down, height) } else { (width, width * down / across) };
        let columns: Vec<Sampled> = (0..across).map(|x| sampled(x, across, shown_width, width)).collect();
        let mut pixels = Vec::with_capacity(3 * columns.len() * down as usize);
        for Sampled { pixel: y, weight } in (0..down).map(|y| sampled(y, down, shown_height, height)) {
            let below = (y + 1).min(self.height as usize - 1);
            for Sampled { pixel: x, weight: right_weight } in &columns {
                let right = (x + 1).min(self.width as usize - 1);
                for channel in 0..3 {
                    let at = |x: usize, y: usize| u32::from(self.pixels[4 * (y * self.width as usize + x) + channel]);
                    let rows = [y, below].map(|y| [at(*x, y), at(right, y)]);
                    pixels.push((blended(rows, *right_weight, weight) >> 16) as u8);
                }
            }
        }
        pixels
    }
}

/// Returns the part of light, in 256ths, with which nearly all channels are below the limit without being clipped.
fn dimming(channels: &[u8]) -> usize {
    let mut counts = [0_usize; 256];
    channels.iter().for_each(|channel| counts[usize::from(*channel)] += 1);
    let mut brighter = 0;
    let bright = (1..256).rev().find(|value| {
        brighter += counts[*value];
        brighter * 50 > channels.len()
    });
    (usize::from(PHOTO_LIMIT) * 256 / bright.unwrap_or(1)).min(256)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Screen = Screen { width: 40, height: 80 };
    const BAND: Band = Band { left: 2, top: 30, right: 38, bottom: 70 };

    fn photo(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 3]) -> Photo {
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let pixels = pixels.flat_map(|(x, y)| pixel(x, y).into_iter().chain([255])).collect();
        Photo::new(width, height, pixels).unwrap()
    }

    #[test]
    fn every_photo_is_dark_enough_behind_text() {
        let noise = |x: u32, y: u32| [(x * 97 + y * 31) as u8, (x * y) as u8, 255 - (x * 13) as u8];
        for photo in
            [photo(10, 10, |_, _| [255; 3]), photo(300, 40, noise), photo(41, 81, noise), photo(1, 1, |_, _| [255, 0, 0])]
        {
            let pixels = photo.backdrop(SCREEN, BAND);
            assert_eq!(pixels.len(), 40 * 80 * 3);
            let band = &pixels[30 * 120..70 * 120];
            assert!(band.iter().all(|channel| *channel <= PHOTO_LIMIT));
            assert!(band.iter().any(|channel| *channel > PHOTO_LIMIT / 2), "no darker than needed");
            assert!(pixels[..120].iter().any(|channel| *channel > 150), "the clock's part stays light");
        }
    }

    #[test]
    fn a_dark_photo_is_unchanged() {
        let pixels = photo(40, 80, |_, _| [10, 20, 30]).backdrop(SCREEN, BAND);
        assert_eq!(pixels[40 * 120..40 * 120 + 3], [10, 20, 30]);
    }

    #[test]
    fn a_wide_photo_is_cropped_to_its_centre() {
        let stripes = photo(90, 60, |x, _| if (29..61).contains(&x) { [40; 3] } else { [0; 3] });
        let pixels = stripes.backdrop(SCREEN, BAND);
        assert!(pixels.iter().all(|channel| *channel >= 38), "only the middle third");
    }

    #[test]
    fn the_number_of_pixels_must_match_the_size() {
        assert!(Photo::new(2, 2, vec![0; 15]).is_none() && Photo::new(0, 0, Vec::new()).is_none());
    }
}
