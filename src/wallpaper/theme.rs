//! Themes: the few flat colours that a picture is made of.

use crate::program::Color;

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// True black, which an AMOLED screen shows by switching off.
    Black,
    /// Ink on paper.
    Paper,
}

/// What the colours are for. Every text colour stands out from its ground by at least 7:1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The ground of everything.
    pub ground: Color,
    /// Titles.
    pub text: Color,
    /// Rooms, speakers, free time, the last line.
    pub quiet: Color,
    /// Thin lines; never text.
    pub line: Color,
    /// Times, and what needs attention. Text on it has the colour of the ground.
    pub accent: Color,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Theme; 2] = [Theme::Black, Theme::Paper];

    /// The name used in messages to the worker, in settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Black => "black",
            Theme::Paper => "paper",
        }
    }

    /// The theme of that name.
    pub fn parse(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// Its colours.
    pub fn palette(self) -> Palette {
        let color = |rgb: u32| Color { red: (rgb >> 16) as u8, green: (rgb >> 8) as u8, blue: rgb as u8 };
        let [ground, text, quiet, line, accent] = match self {
            Theme::Black => [0x000000, 0xffffff, 0xb4b4bb, 0x56565e, 0xffc247],
            Theme::Paper => [0xf7f3ea, 0x1a1815, 0x4d4840, 0xb9b09c, 0x8a2a0c],
        };
        Palette { ground: color(ground), text: color(text), quiet: color(quiet), line: color(line), accent: color(accent) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast ratio of WCAG 2.
    fn contrast(one: Color, other: Color) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |color: Color| 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn all_text_stands_out() {
        for theme in Theme::ALL {
            let Palette { ground, text, quiet, accent, .. } = theme.palette();
            for color in [text, quiet, accent] {
                let ratio = contrast(color, ground);
                assert!(ratio >= 7.0, "{}: {color} on {ground} is {ratio:.1}", theme.name());
            }
        }
        assert!((contrast(Color::parse("#777777").unwrap(), Color::parse("#ffffff").unwrap()) - 4.48).abs() < 0.01);
    }

    #[test]
    fn every_theme_is_found_by_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::parse(theme.name()), Some(theme));
        }
    }
}
