//! A ZIP archive that unpacks to no more than a spreadsheet needs.

use super::super::ImportError;
use super::super::limits::{MAX_BYTES, MAX_UNPACKED};
use super::unreadable;
use crate::messages::import::Problem;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most files in a spreadsheet. A file of pictures has hundreds.
const MAX_FILES: usize = 5_000;

/// An archive of which all files together have been unpacked once, and counted, before anything trusts their stated sizes.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    names: Vec<String>,
}

impl<'a> Archive<'a> {
    /// # Errors
    ///
    /// An archive that is damaged, or that unpacks to more than the limit.
    pub fn of(bytes: &'a [u8]) -> Result<Archive<'a>, ImportError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable(bytes))?;
        if zip.len() > MAX_FILES {
            return Err(unreadable(bytes));
        }
        let (mut names, mut unpacked) = (Vec::new(), 0);
        for index in 0..zip.len() {
            let file = zip.by_index(index).map_err(|_| unreadable(bytes))?;
            names.push(file.name().map_err(|_| unreadable(bytes))?.into_owned());
            // One byte more than allowed shows that there is too much.
            let most = MAX_UNPACKED - unpacked + 1;
            unpacked += std::io::copy(&mut file.take(most), &mut std::io::sink()).map_err(|_| unreadable(bytes))?;
            if unpacked > MAX_UNPACKED {
                let bytes = usize::try_from(unpacked).unwrap_or(usize::MAX);
                return Err(Problem::TooLarge { bytes, limit: 4 * MAX_BYTES }.into());
            }
        }
        Ok(Archive { bytes, names })
    }

    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// Returns a file as text.
    ///
    /// # Errors
    ///
    /// There is no such file, or it is not text.
    pub fn text(&self, name: &str) -> Result<String, ImportError> {
        let unreadable = || unreadable(self.bytes);
        let mut zip = ZipArchive::new(Cursor::new(self.bytes)).map_err(|_| unreadable())?;
        let mut text = String::new();
        let file = zip.by_name(name).map_err(|_| unreadable())?;
        file.take(MAX_UNPACKED).read_to_string(&mut text).map_err(|_| unreadable())?;
        Ok(text)
    }
}
