//! Zones: which band of the picture a lock screen leaves free.

use super::screen::Screen;
use crate::messages::studio::StudioMessages;

/// A preset for a kind of lock screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// iPhone with widgets under the clock; also leaves room for a taller clock.
    IosWidgetsTop,
    /// iPhone without widgets.
    Ios,
    /// iPhone with widgets at the bottom.
    IosWidgetsBottom,
    /// iPhone with a home button.
    IosHomeButton,
    /// Android with the small clock.
    Android,
    /// Android with the clock in two lines.
    AndroidLargeClock,
    /// Android with the fingerprint mark on the screen.
    AndroidFingerprint,
    /// A tablet, which shows the middle of the picture when it lies on its side.
    Tablet,
    /// A picture of 9:16 for a story, whose top and bottom the app that shows it covers.
    Story,
    /// Not for a lock screen: to print or to send.
    Full,
    /// Chosen by the person.
    Band(Fractions),
}

/// Top and bottom of a band in thousandths of the picture's height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fractions {
    top: u16,
    bottom: u16,
}

/// No band is less high than this many thousandths.
const LEAST_HEIGHT: u16 = 100;

impl Fractions {
    /// A band from top to bottom, moved into the picture and widened where it would be too narrow.
    pub fn new(top: u16, bottom: u16) -> Fractions {
        let bottom = bottom.clamp(LEAST_HEIGHT, 1000);
        Fractions { top: top.min(bottom - LEAST_HEIGHT), bottom }
    }

    /// In thousandths of the picture's height.
    pub fn top(self) -> u16 {
        self.top
    }

    /// In thousandths of the picture's height.
    pub fn bottom(self) -> u16 {
        self.bottom
    }
}

/// A rectangle of whole pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// First column.
    pub left: i32,
    /// First row.
    pub top: i32,
    /// Column after the last.
    pub right: i32,
    /// Row after the last.
    pub bottom: i32,
}

impl Zone {
    /// Every preset, in the order in which they are offered.
    pub const ALL: [Zone; 10] = [
        Zone::IosWidgetsTop,
        Zone::Ios,
        Zone::IosWidgetsBottom,
        Zone::IosHomeButton,
        Zone::Android,
        Zone::AndroidLargeClock,
        Zone::AndroidFingerprint,
        Zone::Tablet,
        Zone::Story,
        Zone::Full,
    ];

    /// The name of the preset; all bands that a person chose share one, see [`Zone::label`].
    pub fn name(self) -> &'static str {
        match self {
            Zone::IosWidgetsTop => "ios-widgets-top",
            Zone::Ios => "ios",
            Zone::IosWidgetsBottom => "ios-widgets-bottom",
            Zone::IosHomeButton => "ios-home-button",
            Zone::Android => "android",
            Zone::AndroidLargeClock => "android-large-clock",
            Zone::AndroidFingerprint => "android-fingerprint",
            Zone::Tablet => "tablet",
            Zone::Story => "story",
            Zone::Full => "full",
            Zone::Band(_) => "band",
        }
    }

    /// What a person reads for the preset.
    pub fn in_words(self, words: &StudioMessages) -> &'static str {
        match self {
            Zone::IosWidgetsTop => words.zones.ios_widgets_top,
            Zone::Ios => words.zones.ios,
            Zone::IosWidgetsBottom => words.zones.ios_widgets_bottom,
            Zone::IosHomeButton => words.zones.ios_home_button,
            Zone::Android => words.zones.android,
            Zone::AndroidLargeClock => words.zones.android_large_clock,
            Zone::AndroidFingerprint => words.zones.android_fingerprint,
            Zone::Tablet => words.zones.tablet,
            Zone::Story => words.zones.story,
            Zone::Full => words.zones.full,
            Zone::Band(_) => words.zones.band,
        }
    }

    /// What [`Zone::parse`] reads, used in messages to the worker, in settings and on the command line.
    pub fn label(self) -> String {
        match self {
            Zone::Band(Fractions { top, bottom }) => format!("band-{top}-{bottom}"),
            preset => preset.name().to_owned(),
        }
    }

    /// The preset of that name, or a band in thousandths of the picture's height such as `band-385-870`.
    pub fn parse(label: &str) -> Option<Zone> {
        let band = || {
            let (top, bottom) = label.strip_prefix("band-")?.split_once('-')?;
            let (top, bottom) = (top.parse().ok()?, bottom.parse().ok()?);
            Some(Zone::Band(Fractions::new(top, bottom)))
        };
        Zone::ALL.into_iter().find(|zone| zone.name() == label).or_else(band)
    }

    /// Top and bottom as parts of the picture's height, and the margin at either side as a part of its width.
    ///
    /// Android draws the picture up to a tenth larger than the screen, so its bands keep clear of what that cuts off.
    /// A tablet on its side cuts the picture to the middle 56 hundredths, of which its clock takes the upper quarter.
    pub fn fractions(self) -> (f32, f32, f32) {
        match self {
            Zone::IosWidgetsTop => (0.385, 0.870, 0.05),
            Zone::Ios => (0.295, 0.870, 0.05),
            Zone::IosWidgetsBottom => (0.295, 0.775, 0.05),
            Zone::IosHomeButton => (0.360, 0.880, 0.05),
            Zone::Android => (0.365, 0.835, 0.06),
            Zone::AndroidLargeClock => (0.470, 0.835, 0.06),
            Zone::AndroidFingerprint => (0.365, 0.790, 0.06),
            Zone::Tablet => (0.370, 0.750, 0.06),
            Zone::Story => (0.140, 0.800, 0.06),
            Zone::Full => (0.040, 0.960, 0.05),
            Zone::Band(Fractions { top, bottom }) => (f32::from(top) / 1000.0, f32::from(bottom) / 1000.0, 0.05),
        }
    }

    /// The band in pixels, rounded inwards.
    pub fn band(self, screen: Screen) -> Band {
        let (top, bottom, side) = self.fractions();
        let (width, height) = (screen.width as f32, screen.height as f32);
        let left = (width * side).ceil() as i32;
        let (top, bottom) = ((height * top).ceil() as i32, (height * bottom).floor() as i32);
        Band { left, top, right: screen.width as i32 - left, bottom }
    }
}

impl Band {
    /// In pixels.
    pub fn width(self) -> i32 {
        self.right - self.left
    }

    /// In pixels.
    pub fn height(self) -> i32 {
        self.bottom - self.top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_is_found_by_its_name() {
        for zone in Zone::ALL {
            assert_eq!(Zone::parse(zone.name()), Some(zone));
            assert_eq!(zone.label(), zone.name());
        }
        let own = Zone::Band(Fractions::new(385, 870));
        assert_eq!(Zone::parse(&own.label()), Some(own));
        for wrong in ["somewhere", "band", "band-1", "band-a-b", "band--1-2"] {
            assert_eq!(Zone::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_band_of_ones_own_always_lies_in_the_picture() {
        for (top, bottom, expected) in [(0, 1000, (0, 1000)), (900, 200, (100, 200)), (960, 5000, (900, 1000)), (0, 0, (0, 100))]
        {
            let own = Fractions::new(top, bottom);
            assert_eq!((own.top(), own.bottom()), expected);
        }
    }

    #[test]
    fn band_lies_below_the_clock_and_above_the_buttons() {
        let band = Zone::IosWidgetsTop.band(Screen { width: 1179, height: 2556 });
        assert_eq!(band, Band { left: 59, top: 985, right: 1120, bottom: 2223 });
    }
}
