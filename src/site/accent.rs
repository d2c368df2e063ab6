//! The colour of a site as the accent of the interface.

use crate::program::Color;
use crate::wallpaper::contrast::{contrast, mixed, towards};
use crate::wallpaper::theme::rgb;

/// What WCAG 2 demands of text (AA), a little higher so that rounding cannot break it.
const LEAST_CONTRAST: f32 = 4.6;

/// Grounds of the interface on which the accent is text, light and dark: paper, cards and fields of `style/tokens.css`.
const LIGHT: [u32; 3] = [0xfbfaf7, 0xffffff, 0xf1efe9];
const DARK: [u32; 3] = [0x131413, 0x1b1d1c, 0x232524];

/// The accent, text on it, and a ground with a touch of it.
struct Accent {
    accent: Color,
    on_accent: Color,
    tint: Color,
}

/// Returns rules for the page that follow `style/tokens.css`: the colour, darkened or lightened until it can be read on every ground of
/// the interface, in light and dark.
pub fn accent_style(color: Color) -> String {
    let (light, dark) = (accent(color, rgb(0x000000), LIGHT), accent(color, rgb(0xffffff), DARK));
    format!(
        ":root{{{light}}}@media (prefers-color-scheme:dark){{:root:not([data-appearance=light]){{{dark}}}}}:root[data-appearance=dark]{{{dark}}}",
        light = rules(&light),
        dark = rules(&dark),
    )
}

/// Returns the accent and text on it, as [`accent_style`] has them: for light and then for dark.
pub fn accents(color: Color) -> [Color; 4] {
    let (light, dark) = (accent(color, rgb(0x000000), LIGHT), accent(color, rgb(0xffffff), DARK));
    [light.accent, light.on_accent, dark.accent, dark.on_accent]
}

fn rules(Accent { accent, on_accent, tint }: &Accent) -> String {
    format!("--accent:{accent};--on-accent:{on_accent};--tint:{tint}")
}

fn accent(color: Color, end: Color, grounds: [u32; 3]) -> Accent {
    let tint = |accent: Color| mixed(rgb(grounds[1]), accent, 4, 32);
    let is_legible = |accent: Color| {
        grounds.map(rgb).into_iter().chain([tint(accent)]).all(|ground| contrast(accent, ground) >= LEAST_CONTRAST)
    };
    let accent = towards(color, end, is_legible);
    let far = if end == rgb(0x000000) { rgb(0xffffff) } else { rgb(0x000000) };
    let on_accent = towards(mixed(accent, far, 27, 32), far, |text| contrast(text, accent) >= LEAST_CONTRAST);
    Accent { accent, on_accent, tint: tint(accent) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_becomes_legible() {
        for step in 0..16 * 16 * 16_u32 {
            let channel = |shift: u32| 17 * (step >> shift & 15) as u8;
            let color = Color { red: channel(8), green: channel(4), blue: channel(0) };
            for (end, grounds) in [(0x000000, LIGHT), (0xffffff, DARK)] {
                let found = accent(color, rgb(end), grounds);
                let pairs = grounds.map(|ground| (found.accent, rgb(ground)));
                for (text, ground) in pairs.into_iter().chain([(found.accent, found.tint), (found.on_accent, found.accent)]) {
                    assert!(contrast(text, ground) >= 4.5, "{color}: {text} on {ground}");
                }
            }
        }
    }

    #[test]
    fn a_legible_colour_stays() {
        assert!(accent_style(rgb(0x1c6b57)).starts_with(":root{--accent:#1c6b57;"));
    }
}
