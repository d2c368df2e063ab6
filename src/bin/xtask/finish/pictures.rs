//! Pictures of the program for link previews and the dialogue before installing, by the painter of the app.

use crate::disk;
use crate::failure::Failure;
use flate2::read::GzDecoder;
use siganpyo::messages::Language;
use siganpyo::plan::sample;
use siganpyo::program::Program;
use siganpyo::site::Site;
use siganpyo::wallpaper::{Fonts, Request, Screen, Theme, card, card_slices, draw, needed_slices};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Paints pictures of one program.
pub struct Painter<'a> {
    /// The folder with the fonts.
    pub fonts: PathBuf,
    /// What is painted.
    pub program: &'a Program,
    /// Its name, language and colour.
    pub site: &'a Site,
}

/// A usual phone, as `sizes` in the manifest may say.
const PHONE: Screen = Screen { width: 1170, height: 2532 };

impl Painter<'_> {
    /// The picture beside a link, PNG.
    pub fn preview(&self) -> Result<Vec<u8>, Failure> {
        let mut fonts = self.load(|fonts, list| card_slices(self.program, self.language(), fonts, list))?;
        Ok(card(self.program, self.language(), self.site.color, &mut fonts).paint(&fonts, None).encode())
    }

    /// A wallpaper as somebody could have made it, PNG; none if the program has no sessions.
    pub fn sample(&self) -> Result<Option<Vec<u8>>, Failure> {
        let plan = sample(self.program, self.language().tag());
        let theme = if self.site.color.is_some() { Theme::Color } else { Theme::Black };
        let request = Request { theme, color: self.site.color, ..Request::new(self.program, &plan, self.language(), PHONE) };
        let mut fonts = self.load(|fonts, list| needed_slices(&request, fonts, list))?;
        let pictures = draw(&request, &mut fonts).unwrap_or_default();
        Ok(pictures.into_iter().next().map(|(_, png)| png))
    }

    fn language(&self) -> Language {
        self.site.language()
    }

    fn load(&self, needed: impl for<'l> Fn(&Fonts, &'l str) -> Vec<&'l str>) -> Result<Fonts, Failure> {
        let broken = || Failure::new("the fonts of the pictures cannot be read", "run `cargo xtask fonts`");
        let file = |name: &str| disk::read(&self.fonts.join(name));
        let mut fonts = Fonts::load(file("regular.otf")?, file("bold.otf")?).ok_or_else(broken)?;
        let list = disk::read_text(&self.fonts.join("slices/list.txt"))?;
        for name in needed(&fonts, &list) {
            let slice = unpacked(&self.fonts.join(format!("slices/{name}.gz")))?;
            if !fonts.add_slice(name, slice) {
                return Err(broken());
            }
        }
        Ok(fonts)
    }
}

fn unpacked(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let unpacked = GzDecoder::new(disk::read(path)?.as_slice()).read_to_end(&mut bytes);
    unpacked.map_err(|error| Failure::new(format!("cannot unpack {}: {error}", path.display()), "run `cargo xtask fonts`"))?;
    Ok(bytes)
}
