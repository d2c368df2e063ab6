//! The fonts of pictures and sheets, from the disk.

use flate2::read::GzDecoder;
use siganpyo::messages::{Language, Refusal};
use siganpyo::wallpaper::Fonts;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// From `$SIGANPYO_FONTS`, else from `target/fonts`, where `cargo xtask fonts` puts them; with the slices that are needed of a list of all.
pub fn load(language: Language, needed: impl for<'l> Fn(&Fonts, &'l str) -> Vec<&'l str>) -> Result<Fonts, Refusal> {
    let beside = || Some(std::env::current_exe().ok()?.parent()?.parent()?.join("fonts"));
    let folder = std::env::var_os("SIGANPYO_FONTS").map(PathBuf::from).or_else(beside).unwrap_or_default();
    let messages = language.picture_messages();
    let read = |name: &str| read_font(&folder.join(name)).map_err(|_| (messages.fonts_not_found)(&folder.display().to_string()));
    let fonts = Fonts::load(read("regular.otf")?, read("bold.otf")?);
    let mut fonts = fonts.ok_or_else(messages.fonts_broken)?;
    // Without slices there is a picture too, only without what they have.
    let list = read("slices/list.txt").unwrap_or_default();
    for name in needed(&fonts, &String::from_utf8_lossy(&list)) {
        if !fonts.add_slice(name, read(&format!("slices/{name}.gz"))?) {
            return Err((messages.fonts_broken)());
        }
    }
    Ok(fonts)
}

/// Slices are packed, the two fonts are not.
fn read_font(path: &Path) -> io::Result<Vec<u8>> {
    if path.extension() != Some("gz".as_ref()) {
        return std::fs::read(path);
    }
    let mut bytes = Vec::new();
    GzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
    Ok(bytes)
}
