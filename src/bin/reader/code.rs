//! QR codes in pictures, for browsers that cannot read them themselves.

use js_sys::{Array, Uint8Array};
use rqrr::PreparedImage;

/// The text of the first QR code in the picture in the first buffer, which has a byte of brightness for each pixel.
pub fn text_in(buffers: &Array, width: u32) -> Option<String> {
    let pixels = Uint8Array::new(&buffers.get(0)).to_vec();
    let width = width as usize;
    let height = pixels.len().checked_div(width)?;
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    picture.detect_grids().iter().find_map(|code| code.decode().ok()).map(|(_, text)| text)
}
