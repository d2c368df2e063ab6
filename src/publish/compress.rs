//! Compressed siblings, which hosts such as nginx and Caddy send as they are. The levels are too slow for compressing per request.

use super::Files;
use super::embed;
use super::offline::Entry;
use super::template;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{Read, Write};

/// For what every visit needs.
const SMALLEST: i32 = 11;
/// For pages, of which there may be a thousand: nearly as small in a tenth of the time.
const SMALL: i32 = 9;

/// Brotli at its highest level.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    brotli_of(bytes, SMALLEST)
}

fn brotli_of(bytes: &[u8], quality: i32) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters).expect("memory takes everything");
    compressed
}

/// Writes `.br` and `.gz` beside each of the files, each page and what other hosts' pages load, except those whose format is compressed already.
///
/// Never beside `sw.js`: if `sw-kill.js` is published in its place one day, a host would go on sending the old siblings.
pub(super) fn write_siblings(files: &mut Files, entries: &[Entry]) {
    let is_entry = |path: &str| path == embed::FILE || entries.iter().any(|entry| entry.path == path);
    let siblings: Vec<(String, Vec<u8>)> = files
        .iter()
        .filter_map(|(path, bytes)| match path {
            path if is_entry(path) && is_compressible(path) && !template::holds(path) => Some((path, bytes, SMALLEST)),
            path if !is_entry(path) && path.ends_with(".html") && !template::holds(path) => Some((path, bytes, SMALL)),
            _ => None,
        })
        .flat_map(|(path, bytes, quality)| {
            let sibling = format!("{path}.br");
            let packed = kept(files, &sibling, bytes).unwrap_or_else(|| brotli_of(bytes, quality));
            [(sibling, packed), (format!("{path}.gz"), gzip(bytes))]
        })
        .collect();
    files.extend(siblings);
}

/// The sibling that the files of the app came with, if it is one of these bytes: the app is the same in every site, and its highest level
/// takes half a minute.
fn kept(files: &Files, sibling: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let packed = files.bytes(sibling).ok()?;
    let mut unpacked = Vec::new();
    let mut bounded = brotli::Decompressor::new(packed, 4096).take(bytes.len() as u64 + 1);
    (bounded.read_to_end(&mut unpacked).is_ok() && unpacked == bytes).then(|| packed.to_vec())
}

/// Whether compression gains anything, by the kind of file.
pub fn is_compressible(path: &str) -> bool {
    ![".gz", ".jpg", ".png", ".woff2"].iter().any(|end| path.ends_with(end))
}

/// Gzip at its highest level.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes everything")
}
