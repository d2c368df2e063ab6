//! Compressed siblings: hosts such as nginx and Caddy send them as they are, at a level that none affords per request.

use super::offline::Entry;
use crate::disk;
use crate::failure::Failure;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;

/// Brotli at its highest level.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters).expect("memory takes everything");
    compressed
}

/// Writes `.br` and `.gz` beside each file that is not compressed by its nature.
pub fn write_siblings(folder: &Path, entries: &[Entry]) -> Result<(), Failure> {
    for path in entries.iter().map(|entry| &entry.path).filter(|path| is_compressible(path)) {
        let bytes = disk::read(&folder.join(path))?;
        disk::write(&folder.join(format!("{path}.br")), brotli(&bytes))?;
        disk::write(&folder.join(format!("{path}.gz")), gzip(&bytes))?;
    }
    Ok(())
}

/// Whether compression gains anything, by the kind of file.
pub fn is_compressible(path: &str) -> bool {
    ![".gz", ".png", ".woff2"].iter().any(|end| path.ends_with(end))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes everything")
}
