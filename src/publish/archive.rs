//! A site as one file to carry: a ZIP archive.

use super::{Files, PublishError};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// More than any site has, in files and in bytes once unpacked.
const MOST_FILES: usize = 100_000;
const MOST_BYTES: u64 = 400_000_000;

/// Returns the files as an archive. The same files make the same bytes.
pub fn pack(files: &Files) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files.iter() {
        let is_packed = [".br", ".gz", ".png"].iter().any(|end| path.ends_with(end));
        let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(path, options).and_then(|()| Ok(zip.write_all(bytes)?)).expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// Returns the files of an archive.
///
/// # Errors
///
/// It is damaged, has more files or bytes than any site, or paths that lead out of its folder.
pub fn unpack(archive: &[u8]) -> Result<Files, PublishError> {
    let broken = || PublishError::template("the archive cannot be read", "pack it again");
    let mut zip = ZipArchive::new(Cursor::new(archive)).ok().filter(|zip| zip.len() <= MOST_FILES).ok_or_else(broken)?;
    let mut left = MOST_BYTES;
    let mut files = Files::default();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).map_err(|_| broken())?;
        if file.is_dir() {
            continue;
        }
        let path = file.enclosed_name().and_then(|path| path.to_str().map(|path| path.replace('\\', "/"))).ok_or_else(broken)?;
        let mut bytes = Vec::new();
        let read = file.by_ref().take(left + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        left = left.checked_sub(read as u64).ok_or_else(broken)?;
        files.put(path, bytes);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_packed_and_unpacked() {
        let files = Files::from_iter([("index.html", b"<html>".to_vec()), ("a/b.png", vec![1, 2, 3]), ("가.json", Vec::new())]);
        let archive = pack(&files);
        assert_eq!(unpack(&archive).expect("an archive"), files);
        assert_eq!(pack(&files), archive, "no clock is in it");
        assert!(unpack(&archive[..archive.len() / 2]).is_err() && unpack(b"no archive").is_err());
    }

    #[test]
    fn an_archive_cannot_write_outside_of_its_folder() {
        let outside = pack(&Files::from_iter([("../x", "")]));
        assert!(unpack(&outside).is_err());
    }
}
