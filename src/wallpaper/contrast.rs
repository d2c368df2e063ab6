//! Contrast of colours, as defined by WCAG 2.
//!
//! Uses only arithmetic with the same result on every processor, since the colours of a picture depend on it.

use crate::program::Color;

/// Returns the contrast ratio of two colours, 1 to 21.
pub fn contrast(one: Color, other: Color) -> f32 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// Returns the relative luminance of a colour, 0 to 1.
pub fn luminance(color: Color) -> f32 {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}

fn linear(channel: u8) -> f32 {
    let value = f32::from(channel) / 255.0;
    if value <= 0.04045 {
        return value / 12.92;
    }
    let base = (value + 0.055) / 1.055;
    let root = fifth_root(base);
    base * base * root * root
}

/// Computed by Newton's method; from 1, ten steps are enough for anything above 0.05.
fn fifth_root(value: f32) -> f32 {
    (0..10).fold(1.0, |root: f32, _| {
        let square = root * root;
        (4.0 * root + value / (square * square)) / 5.0
    })
}

/// Returns the first acceptable colour between the two, or else the second one.
pub fn towards(from: Color, to: Color, is_good: impl Fn(Color) -> bool) -> Color {
    (0..32).map(|step| mixed(from, to, step, 32)).find(|color| is_good(*color)).unwrap_or(to)
}

/// Mixes two colours, with `parts` of `of` of the second one.
pub fn mixed(from: Color, to: Color, parts: u32, of: u32) -> Color {
    let channel = |from: u8, to: u8| ((u32::from(from) * (of - parts) + u32::from(to) * parts + of / 2) / of) as u8;
    Color { red: channel(from.red, to.red), green: channel(from.green, to.green), blue: channel(from.blue, to.blue) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_as_defined_by_wcag() {
        let check = |one: &str, other: &str, expected: f32| {
            let ratio = contrast(Color::parse(one).unwrap(), Color::parse(other).unwrap());
            assert!((ratio - expected).abs() < 0.01, "{one} on {other} is {ratio}");
        };
        check("#777777", "#ffffff", 4.48);
        check("#000000", "#ffffff", 21.0);
        check("#3776ab", "#ffd43b", 3.39);
        check("#101010", "#000000", 1.10);
    }
}
