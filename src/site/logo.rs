//! The logo of a site: a conference's mark beside its name, at the head of its program.

use super::one_color::in_one_color;
use super::picture::{Picture, PictureError, scaled, smaller};
use crate::messages::site::PictureOf;
use crate::program::ProgramId;
use crate::wallpaper::Mark;
use tiny_skia::{FilterQuality, Pixmap};

/// Where a site has it.
pub const LOGO: &str = "logo.png";

/// Where a site has it in one colour, for pictures of timetables.
pub const MARK: &str = "logo.txt";

/// The most pixels of its sides: several times what any screen shows of it.
const MOST: (u32, u32) = (640, 240);

/// A PNG with fewer pixels on its longer side would be blurred on every phone.
const LEAST_SIDE: u32 = 96;

/// The most room that it takes on a page, in CSS pixels.
const ROOM: (u32, u32) = (76, 36);

/// A logo, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The file.
    pub png: Vec<u8>,
    /// In one colour; `None` if it shows nothing.
    pub mark: Option<Mark>,
    /// How wide it is on a page, in CSS pixels.
    width: u32,
}

impl Logo {
    /// Draws the logo from an organiser's picture, SVG or PNG.
    ///
    /// # Errors
    ///
    /// The bytes are no such picture, are too many, or have too few pixels.
    pub fn of(picture: &[u8]) -> Result<Logo, PictureError> {
        let whole = match Picture::read(picture, PictureOf::Logo, LEAST_SIDE)? {
            Picture::Drawing(tree) => Picture::drawn(&tree, MOST.0, MOST.1),
            Picture::Pixels(pixels) => bounded(pixels),
        };
        let width = within((whole.width(), whole.height()), ROOM).0;
        Ok(Logo { png: whole.encode_png().unwrap_or_default(), mark: in_one_color(&whole), width })
    }

    /// Returns the rule that shows it beside the name of its program and of no other one, since the app shows others too.
    ///
    /// It is a rule and no element, so that pages and app are the same with it and without, and whoever has none pays nothing. It has a white
    /// ground, which makes dark marks visible on dark pages.
    pub fn style(&self, base: &str, program: &ProgramId) -> String {
        let (width, height, id) = (self.width, ROOM.1, quoted(program.as_str()));
        format!(
            "@media(min-width:21em){{.of-program:has(~main[data-program={id}]) .name::before{{content:\"\";float:left;width:min({width}px,17vw);\
             height:{height}px;margin:0 8px 0 0;border:2px solid #fff;border-radius:6px;background:#fff url({base}{LOGO}) center/contain no-repeat}}}}"
        )
    }
}

fn bounded(picture: Pixmap) -> Pixmap {
    let sides = (picture.width(), picture.height());
    if sides.0 <= MOST.0 && sides.1 <= MOST.1 {
        return picture;
    }
    let (width, height) = within(sides, MOST);
    scaled(&smaller(&picture, width as f32), width, height, FilterQuality::Bicubic)
}

/// The sides of something of this shape, as large as fits.
fn within((width, height): (u32, u32), room: (u32, u32)) -> (u32, u32) {
    let scale = (f64::from(room.0) / f64::from(width)).min(f64::from(room.1) / f64::from(height));
    let side = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    (side(width), side(height))
}

/// The text as a string of CSS, inside an element of HTML.
fn quoted(text: &str) -> String {
    let escaped = |char: char| match char {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => char.to_string(),
        _ => format!("\\{:x} ", u32::from(char)),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::site::picture::empty;
    use tiny_skia::Color;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut picture = empty(width, height);
        picture.fill(Color::from_rgba8(200, 0, 0, 255));
        picture.encode_png().expect("a file")
    }

    fn sides(logo: &Logo) -> (u32, u32) {
        let picture = Pixmap::decode_png(&logo.png).expect("a picture");
        (picture.width(), picture.height())
    }

    #[test]
    fn a_logo_keeps_its_shape_and_not_its_size() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 10'><rect width='40' height='10'/></svg>";
        for (picture, drawn, shown) in [
            (svg.to_vec(), (640, 160), 76),
            (png(3000, 1500), (480, 240), 72),
            (png(100, 100), (100, 100), 36),
            (png(4000, 2), (640, 1), 76),
        ] {
            let logo = Logo::of(&picture).expect("a logo");
            assert_eq!((sides(&logo), logo.width), (drawn, shown));
            assert_eq!(Logo::of(&logo.png), Ok(logo), "the next version is made of the drawn one");
        }
    }

    #[test]
    fn what_is_no_logo_is_refused_as_one() {
        let refused = |bytes: &[u8], language| Logo::of(bytes).expect_err("refused").refusal(language).message;
        let mut vast = png(100, 100);
        vast[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        for (picture, words) in
            [(b"GIF89a".to_vec(), "SVG"), (png(60, 20), "60×20"), (vec![b' '; 40_000_000], "40000 KB"), (vast, "60000×100")]
        {
            let [korean, english] = [Language::Korean, Language::English].map(|language| refused(&picture, language));
            assert!(korean.contains(words) && korean.contains("로고"), "{korean}");
            assert!(english.contains(words) && english.contains("logo"), "{english}");
        }
    }

    #[test]
    fn an_id_stays_inside_its_quotes() {
        let logo = Logo::of(&png(100, 100)).expect("a logo");
        let style = logo.style("/2027/", &ProgramId::new("a\"]</style>가"));
        assert!(style.contains("[data-program=\"a\\22 \\5d \\3c \\2f style\\3e \\ac00 \"]"), "{style}");
        assert!(style.contains("url(/2027/logo.png)"), "{style}");
    }
}
