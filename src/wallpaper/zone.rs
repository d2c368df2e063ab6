//! Zones: which band of the picture a lock screen leaves free.

use super::device::Screen;

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
    /// Not for a lock screen: to print or to send.
    Full,
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
    pub const ALL: [Zone; 8] = [
        Zone::IosWidgetsTop,
        Zone::Ios,
        Zone::IosWidgetsBottom,
        Zone::IosHomeButton,
        Zone::Android,
        Zone::AndroidLargeClock,
        Zone::AndroidFingerprint,
        Zone::Full,
    ];

    /// The name used in messages to the worker, in settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Zone::IosWidgetsTop => "ios-widgets-top",
            Zone::Ios => "ios",
            Zone::IosWidgetsBottom => "ios-widgets-bottom",
            Zone::IosHomeButton => "ios-home-button",
            Zone::Android => "android",
            Zone::AndroidLargeClock => "android-large-clock",
            Zone::AndroidFingerprint => "android-fingerprint",
            Zone::Full => "full",
        }
    }

    /// The preset of that name.
    pub fn parse(name: &str) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| zone.name() == name)
    }

    /// Top and bottom as parts of the picture's height, and the margin at either side as a part of its width.
    ///
    /// Android draws the picture up to a tenth larger than the screen, so its bands keep clear of what that cuts off.
    fn fractions(self) -> (f32, f32, f32) {
        match self {
            Zone::IosWidgetsTop => (0.385, 0.870, 0.05),
            Zone::Ios => (0.295, 0.870, 0.05),
            Zone::IosWidgetsBottom => (0.295, 0.775, 0.05),
            Zone::IosHomeButton => (0.360, 0.880, 0.05),
            Zone::Android => (0.365, 0.835, 0.06),
            Zone::AndroidLargeClock => (0.470, 0.835, 0.06),
            Zone::AndroidFingerprint => (0.365, 0.790, 0.06),
            Zone::Full => (0.040, 0.960, 0.05),
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
        }
        assert_eq!(Zone::parse("somewhere"), None);
    }

    #[test]
    fn band_lies_below_the_clock_and_above_the_buttons() {
        let band = Zone::IosWidgetsTop.band(Screen { width: 1179, height: 2556 });
        assert_eq!(band, Band { left: 59, top: 985, right: 1120, bottom: 2223 });
    }
}
