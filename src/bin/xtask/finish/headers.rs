//! `_headers`, as Netlify and Cloudflare Pages read it. Other hosts ignore the file.

use crate::disk;
use crate::failure::Failure;
use crate::serve;
use std::path::Path;

/// Headers that a page cannot state itself, and a long life for what is named after its content. For everything else both
/// hosts tell browsers to ask again, which is what we need.
pub fn write(folder: &Path, base: &str) -> Result<(), Failure> {
    let mut text = format!(
        "{base}*\n  Content-Security-Policy: frame-ancestors 'none'\n  Referrer-Policy: no-referrer\n  \
         X-Content-Type-Options: nosniff\n"
    );
    for path in disk::files_below(folder)?.iter().filter(|path| serve::has_hash(path)) {
        text += &format!("{base}{path}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    disk::write(&folder.join("_headers"), text)
}
