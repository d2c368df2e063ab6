//! An organiser's logo in one colour, as it stands in the head of a picture.

use super::resample::{Sampled, blended, sampled};
use super::stamp::Stamp;
use std::fmt;
use std::sync::Arc;

/// The most pixels of its sides: as many as the largest screens show of it.
pub const MOST: (u32, u32) = (240, 80);

/// How much of a pixel is covered at most. One letter stands for each.
const FULL: u32 = 15;

/// How much of each pixel a logo covers.
///
/// As a file it is a text with a line for each row and a hexadecimal digit for each pixel, which every host serves and compresses well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    width: usize,
    /// Row by row from the top left, 0 to 15.
    levels: Arc<[u8]>,
}

impl Mark {
    /// Reads the file; `None` if it is none.
    pub fn read(text: &str) -> Option<Mark> {
        let width = text.find('\n').filter(|width| (1..=MOST.0 as usize).contains(width))?;
        let rows = text.as_bytes().chunks(width + 1);
        let is_within = rows.len() <= MOST.1 as usize;
        let mut levels = Vec::new();
        for row in rows {
            let digits = row.strip_suffix(b"\n").filter(|digits| digits.len() == width)?;
            for digit in digits {
                levels.push(char::from(*digit).to_digit(16)? as u8);
            }
        }
        is_within.then(|| Mark { width, levels: levels.into() })
    }

    /// Makes it of the share of each pixel that is covered, in 255ths, row by row.
    #[cfg(feature = "publish")]
    pub fn of(width: usize, coverage: &[u8]) -> Mark {
        let levels = coverage.iter().map(|share| ((u32::from(*share) * FULL + 127) / 255) as u8).collect();
        Mark { width, levels }
    }

    fn height(&self) -> usize {
        self.levels.len() / self.width
    }

    /// Returns width and height, as large as fits.
    pub(super) fn within(&self, width: f32, height: f32) -> (f32, f32) {
        let (own_width, own_height) = (self.width as f32, self.height() as f32);
        let scale = (width / own_width).min(height / own_height);
        ((own_width * scale).round().max(1.0), (own_height * scale).round().max(1.0))
    }

    /// Returns its coverage in this size in pixels; `full` steps are a whole pixel.
    pub(super) fn stamp(&self, width: u32, height: u32, full: u32) -> Stamp {
        let place = |at: u32, count: u32, all: usize| sampled(at.into(), count.into(), all as u64 * 256, all as u64 * 256);
        let level = |x: usize, y: usize| u32::from(self.levels[y.min(self.height() - 1) * self.width + x.min(self.width - 1)]);
        let mut steps = Vec::new();
        for Sampled { pixel: top, weight: down } in (0..height).map(|y| place(y, height, self.height())) {
            for Sampled { pixel: left, weight: across } in (0..width).map(|x| place(x, width, self.width)) {
                let rows = [top, top + 1].map(|y| [level(left, y), level(left + 1, y)]);
                steps.push(((blended(rows, across, down) * full) / (FULL << 16)) as u8);
            }
        }
        Stamp { left: 0, top: 0, width: width as usize, steps }
    }

    /// Returns the parts of its rows that are covered, for printers: left, top, width and height of each, as shares of the whole.
    #[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
    pub(super) fn strokes(&self) -> Vec<[f32; 4]> {
        let (wide, high) = (1.0 / self.width as f32, 1.0 / self.height() as f32);
        let is_covered = |level: &u8| 2 * u32::from(*level) > FULL;
        let mut strokes = Vec::new();
        for (y, row) in self.levels.chunks_exact(self.width).enumerate() {
            let mut x = 0;
            for part in row.chunk_by(|one, other| is_covered(one) == is_covered(other)) {
                let stroke = [wide * x as f32, high * y as f32, wide * part.len() as f32, high];
                strokes.extend(is_covered(&part[0]).then_some(stroke));
                x += part.len();
            }
        }
        strokes
    }
}

impl fmt::Display for Mark {
    /// Writes the file.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.levels.chunks_exact(self.width) {
            row.iter().try_for_each(|level| write!(formatter, "{level:x}"))?;
            formatter.write_str("\n")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written_and_nothing_else_is() {
        let text = "0f\n80\n";
        assert_eq!(Mark::read(text).map(|mark| mark.to_string()).as_deref(), Some(text));
        let (long, high) = ("0".repeat(241) + "\n", "0\n".repeat(81));
        for broken in ["", "\n", "0f", "0f\n8\n", "0f\n80", "0f\n8\n0", "0g\n80\n", "가\n", &long, &high] {
            assert_eq!(Mark::read(broken), None, "{broken:?}");
        }
    }

    #[test]
    fn it_is_as_large_as_fits_and_keeps_its_shape() {
        let mark = Mark::read("00ff\n00ff\n").expect("a mark");
        assert_eq!(mark.within(100.0, 20.0), (40.0, 20.0));
        assert_eq!(mark.within(20.0, 20.0), (20.0, 10.0));
    }

    #[test]
    fn what_is_covered_is_so_in_every_size() {
        let mark = Mark::read("00ff\n00ff\n").expect("a mark");
        for (width, height) in [(4, 2), (40, 20), (2, 1)] {
            let stamp = mark.stamp(width, height, 31);
            assert_eq!((stamp.width, stamp.steps.len()), (width as usize, (width * height) as usize));
            assert!(stamp.steps.chunks_exact(stamp.width).all(|row| row[0] == 0 && row[stamp.width - 1] == 31));
        }
    }
}
