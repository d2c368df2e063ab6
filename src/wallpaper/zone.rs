//! Zones: the band of the picture that a lock screen leaves free.

use super::screen::Screen;
use crate::messages::studio::StudioMessages;

/// A preset for a kind of lock screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// iPhone with widgets below the clock; also leaves room for a taller clock.
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
    /// Android with a fingerprint mark on the screen.
    AndroidFingerprint,
    /// A tablet, which shows only the centre of the picture in landscape orientation.
    Tablet,
    /// A 9:16 picture for a story, whose top and bottom are covered by the app that shows it.
    Story,
    /// Not for a lock screen: to print or to send.
    Full,
    /// Chosen by the user.
    Band(Fractions),
}

/// Top and bottom of a band in thousandths of the picture's height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fractions {
    top: u16,
    bottom: u16,
}

/// The least height of a band in thousandths.
const LEAST_HEIGHT: u16 = 100;

impl Fractions {
    /// Creates a band from top to bottom, moved into the picture and enlarged if it is too low.
    pub fn new(top: u16, bottom: u16) -> Fractions {
        let bottom = bottom.clamp(LEAST_HEIGHT, 1000);
        Fractions { top: top.min(bottom - LEAST_HEIGHT), bottom }
    }

    /// Returns the top in thousandths of the picture's height.
    pub fn top(self) -> u16 {
        self.top
    }

    /// Returns the bottom in thousandths of the picture's height.
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
    /// EntryRow after the last.
    pub bottom: i32,
}

impl Zone {
    /// All presets, in the order in which they are offered.
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

    /// Returns the name of the preset; all bands chosen by users have the same name, see [`Zone::label`].
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

    /// Returns its name for users.
    pub fn in_words(self, messages: &StudioMessages) -> &'static str {
        match self {
            Zone::IosWidgetsTop => messages.zones.ios_widgets_top,
            Zone::Ios => messages.zones.ios,
            Zone::IosWidgetsBottom => messages.zones.ios_widgets_bottom,
            Zone::IosHomeButton => messages.zones.ios_home_button,
            Zone::Android => messages.zones.android,
            Zone::AndroidLargeClock => messages.zones.android_large_clock,
            Zone::AndroidFingerprint => messages.zones.android_fingerprint,
            Zone::Tablet => messages.zones.tablet,
            Zone::Story => messages.zones.story,
            Zone::Full => messages.zones.full,
            Zone::Band(_) => messages.zones.band,
        }
    }

    /// Returns what [`Zone::parse`] reads; used in messages to the worker, in settings and on the command line.
    pub fn label(self) -> String {
        match self {
            Zone::Band(Fractions { top, bottom }) => format!("band-{top}-{bottom}"),
            preset => preset.name().to_owned(),
        }
    }

    /// Returns the preset with this name, or a band in thousandths of the picture's height such as `band-385-870`.
    pub fn parse(label: &str) -> Option<Zone> {
        let band = || {
            let (top, bottom) = label.strip_prefix("band-")?.split_once('-')?;
            let (top, bottom) = (top.parse().ok()?, bottom.parse().ok()?);
            Some(Zone::Band(Fractions::new(top, bottom)))
        };
        Zone::ALL.into_iter().find(|zone| zone.name() == label).or_else(band)
    }

    /// Returns top and bottom as fractions of the picture's height, and the margin at either side as a fraction of its width.
    ///
    /// Android draws the picture up to a tenth larger than the screen, so its bands avoid what that cuts off. A tablet in
    /// landscape orientation crops the picture to the middle 56 hundredths, of which its clock takes the upper quarter.
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

    /// Returns the band in pixels, rounded inwards.
    pub fn band(self, screen: Screen) -> Band {
        let (top, bottom, side) = self.fractions();
        let (width, height) = (screen.width as f32, screen.height as f32);
        let left = (width * side).ceil() as i32;
        let (top, bottom) = ((height * top).ceil() as i32, (height * bottom).floor() as i32);
        Band { left, top, right: screen.width as i32 - left, bottom }
    }
}

impl Band {
    /// Returns the width in pixels.
    pub fn width(self) -> i32 {
        self.right - self.left
    }

    /// Returns the height in pixels.
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
    fn a_custom_band_is_always_inside_the_picture() {
        for (top, bottom, expected) in [(0, 1000, (0, 1000)), (900, 200, (100, 200)), (960, 5000, (900, 1000)), (0, 0, (0, 100))]
        {
            let own = Fractions::new(top, bottom);
            assert_eq!((own.top(), own.bottom()), expected);
        }
    }

    #[test]
    fn a_band_is_below_the_clock_and_above_the_buttons() {
        let band = Zone::IosWidgetsTop.band(Screen { width: 1179, height: 2556 });
        assert_eq!(band, Band { left: 59, top: 985, right: 1120, bottom: 2223 });
    }
}
