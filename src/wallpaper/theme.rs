//! Themes: the flat colours of a picture.

use super::contrast::{contrast, luminance, mixed, towards};
use crate::messages::studio::StudioMessages;
use crate::program::Color;

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// True black, for which AMOLED screens switch pixels off.
    Black,
    /// Ink on paper.
    Paper,
    /// Shades of the conference's colour.
    Color,
    /// The user's photo under a scrim.
    Photo,
    /// Black on white, for printers.
    Print,
}

/// The colours by purpose. The contrast of every text colour to its ground is at least 7:1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The ground; with a photo, the lightest that it can be behind text.
    pub ground: Color,
    /// Titles.
    pub text: Color,
    /// Rooms, speakers, free time, the footer.
    pub quiet: Color,
    /// Thin lines; never text.
    pub line: Color,
    /// Times, and what needs attention. Text on it has the colour of the ground.
    pub accent: Color,
    /// The head of a ticket: the conference's colour where it stands out from the ground.
    pub head: Color,
    /// Text on the head.
    pub on_head: Color,
}

/// A photo is darkened until no channel of a pixel behind text is above this.
pub(super) const PHOTO_LIMIT: u8 = 64;

/// Used if the conference's colour is unknown.
const DEFAULT_COLOR: u32 = 0x2f5d8c;

/// The contrast of text, a little higher than promised so that rounding cannot break the promise.
const LEAST_CONTRAST: f32 = 7.2;

/// The least contrast of a ticket's head to the ground.
const HEAD_CONTRAST: f32 = 1.8;

impl Theme {
    /// All themes, in the order in which they are offered.
    pub const ALL: [Theme; 5] = [Theme::Black, Theme::Paper, Theme::Color, Theme::Photo, Theme::Print];

    /// Returns the name used in messages to the worker, in settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Black => "black",
            Theme::Paper => "paper",
            Theme::Color => "color",
            Theme::Photo => "photo",
            Theme::Print => "print",
        }
    }

    /// Returns the theme with this name.
    pub fn parse(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// Returns its name for users.
    pub fn in_words(self, messages: &StudioMessages) -> &'static str {
        match self {
            Theme::Black => messages.themes.black,
            Theme::Paper => messages.themes.paper,
            Theme::Color => messages.themes.color,
            Theme::Photo => messages.themes.photo,
            Theme::Print => messages.themes.print,
        }
    }

    /// Returns its colours; `color` is the conference's.
    pub fn palette(self, color: Option<Color>) -> Palette {
        let [ground, text, quiet, line, accent] = match self {
            Theme::Black => [0x000000, 0xffffff, 0xb4b4bb, 0x56565e, 0xffc247],
            Theme::Paper => [0xf7f3ea, 0x1a1815, 0x4d4840, 0xb9b09c, 0x8a2a0c],
            Theme::Color => return shades(color.unwrap_or(rgb(DEFAULT_COLOR))),
            Theme::Photo => [u32::from(PHOTO_LIMIT) * 0x010101, 0xffffff, 0xe2e2e6, 0x9a9aa2, 0xffd98a],
            Theme::Print => [0xffffff, 0x000000, 0x303030, 0x909090, 0x000000],
        };
        let [ground, text, quiet, line, accent] = [ground, text, quiet, line, accent].map(rgb);
        let of_conference = color.filter(|_| self != Theme::Print).map(shades);
        let stands_out = of_conference.filter(|shades| contrast(shades.ground, ground) >= HEAD_CONTRAST);
        let (head, on_head) = stands_out.map_or((accent, ground), |shades| (shades.ground, shades.text));
        Palette { ground, text, quiet, line, accent, head, on_head }
    }
}

/// Returns the colour `0xrrggbb`.
pub const fn rgb(rgb: u32) -> Color {
    Color { red: (rgb >> 16) as u8, green: (rgb >> 8) as u8, blue: rgb as u8 }
}

/// A light colour becomes the ground with dark text; any other is darkened until the contrast to white text is high enough.
fn shades(color: Color) -> Palette {
    let (white, black) = (rgb(0xffffff), rgb(0x000000));
    let is_light = luminance(color) > 0.4;
    let (text, end) = if is_light { (rgb(0x0d0d0d), white) } else { (white, black) };
    // Higher than the limit, so that quiet text can be told apart from titles.
    let ground = towards(color, end, |ground| contrast(text, ground) >= 9.0);
    let stands_out = |color: Color| contrast(color, ground) >= LEAST_CONTRAST;
    let quiet = towards(mixed(ground, text, 14, 32), text, stands_out);
    let accent = towards(color, text, stands_out);
    Palette { ground, text, quiet, line: mixed(ground, text, 10, 32), accent, head: accent, on_head: ground }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(theme: Theme, color: Option<Color>) {
        let Palette { ground, text, quiet, accent, head, on_head, .. } = theme.palette(color);
        for (ink, ground) in [(text, ground), (quiet, ground), (accent, ground), (on_head, head)] {
            let ratio = contrast(ink, ground);
            assert!(ratio >= 7.0, "{} of {color:?}: {ink} on {ground} is {ratio:.2}", theme.name());
        }
        assert!(contrast(head, ground) >= HEAD_CONTRAST, "{} of {color:?}: {head} on {ground}", theme.name());
    }

    #[test]
    fn text_has_enough_contrast_in_every_theme_and_colour() {
        for theme in Theme::ALL {
            check(theme, None);
        }
        // Every 17th step of each channel, including black and white.
        for step in 0..16 * 16 * 16_u32 {
            let channel = |shift: u32| 17 * (step >> shift & 15) as u8;
            let color = Some(Color { red: channel(8), green: channel(4), blue: channel(0) });
            Theme::ALL.into_iter().for_each(|theme| check(theme, color));
        }
    }

    #[test]
    fn a_colour_is_changed_as_little_as_possible() {
        let ground = |color: u32| Theme::Color.palette(Some(rgb(color))).ground;
        assert_eq!(ground(0xffd43b), rgb(0xffd43b));
        assert_eq!(ground(0x0b1d51), rgb(0x0b1d51));
        let Color { red, green, blue } = ground(0xd0104c);
        assert!(red > 3 * green && red > 2 * blue, "a darker red");
    }

    #[test]
    fn every_theme_is_found_by_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::parse(theme.name()), Some(theme));
        }
    }
}
