//! Pictures of the program for link previews and the dialogue before installing, by the painter of the app.

use super::{Files, PublishError};
use crate::messages::Language;
use crate::plan::sample;
use crate::program::Program;
use crate::site::Site;
use crate::wallpaper::{Fonts, Mark, Request, Screen, Theme, card, card_slices, draw, needed_slices};
use flate2::read::GzDecoder;
use std::io::Read;

/// Paints pictures of one program.
pub struct Painter<'a> {
    /// The fonts are among them.
    pub files: &'a Files,
    /// What is painted.
    pub program: &'a Program,
    /// Its name, language and colour.
    pub site: &'a Site,
    /// Its logo.
    pub logo: Option<Mark>,
}

/// A usual phone, as `sizes` in the manifest may say.
const PHONE: Screen = Screen { width: 1170, height: 2532 };

impl Painter<'_> {
    /// The picture beside a link, PNG.
    pub fn preview(&self) -> Result<Vec<u8>, PublishError> {
        let mut fonts = self.load(|fonts, list| card_slices(self.program, self.language(), fonts, list))?;
        Ok(card(self.program, self.language(), self.site.color, &mut fonts).paint(&fonts, None).encode())
    }

    /// A wallpaper as somebody could have made it, PNG; none if the program has no sessions.
    pub fn sample(&self) -> Result<Option<Vec<u8>>, PublishError> {
        let plan = sample(self.program, self.language().tag());
        let theme = if self.site.color.is_some() { Theme::Color } else { Theme::Black };
        let request = Request::new(self.program, &plan, self.language(), PHONE);
        let request = Request { theme, color: self.site.color, logo: self.logo.as_ref(), ..request };
        let mut fonts = self.load(|fonts, list| needed_slices(&request, fonts, list))?;
        let pictures = draw(&request, &mut fonts).unwrap_or_default();
        Ok(pictures.into_iter().next().map(|(_, png)| png))
    }

    fn language(&self) -> Language {
        self.site.language()
    }

    fn load(&self, needed: impl for<'l> Fn(&Fonts, &'l str) -> Vec<&'l str>) -> Result<Fonts, PublishError> {
        let broken = || PublishError::template("the fonts of the pictures cannot be read", "run `cargo xtask fonts`");
        let file = |name: &str| self.files.bytes(&format!("fonts/{name}")).map(<[u8]>::to_vec);
        let mut fonts = Fonts::load(file("regular.otf")?, file("bold.otf")?).ok_or_else(broken)?;
        for name in needed(&fonts, self.files.text("fonts/slices/list.txt")?) {
            let slice = unpacked(&file(&format!("slices/{name}.gz"))?).ok_or_else(broken)?;
            if !fonts.add_slice(name, slice) {
                return Err(broken());
            }
        }
        Ok(fonts)
    }
}

fn unpacked(slice: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(slice).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
