//! Phones and their screens: recognising the phone from what its browser reports.
//!
//! A browser reports the screen only in CSS pixels and a ratio, and on some phones both are wrong (display zoom, the small
//! iPhones, the Plus models). So the phone is looked up in a table, and if several match, the user chooses.

pub use super::screen::Screen;

use super::zone::Zone;

/// The kinds of phones whose lock screens place their clock and buttons differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// iPhones without a home button.
    Iphone,
    /// iPhones with a home button.
    IphoneHomeButton,
    /// iPads, whose lock screen turns with the device.
    Ipad,
    /// Everything else.
    Android,
}

impl Platform {
    /// Returns the zone to start with.
    pub fn default_zone(self) -> Zone {
        match self {
            Platform::Iphone => Zone::IosWidgetsTop,
            Platform::IphoneHomeButton => Zone::IosHomeButton,
            Platform::Ipad => Zone::Tablet,
            Platform::Android => Zone::Android,
        }
    }
}

/// Phones that share a screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Device {
    /// Their product names.
    pub name: &'static str,
    /// Their screen; the picture must have exactly this size.
    pub screen: Screen,
    /// Physical pixels per CSS pixel.
    pub density: f32,
    /// Determines the layout of the lock screen.
    pub platform: Platform,
    /// What their browsers report: width and height in CSS pixels, and the ratio.
    seen_as: &'static [(f64, f64, f64)],
}

/// Returns all devices of the table, for a chooser.
pub fn all() -> &'static [Device] {
    DEVICES
}

/// Returns the devices whose browsers report these values: width and height in CSS pixels in either order, and physical
/// pixels per CSS pixel.
///
/// If there are none, the phone is not in the table, see [`measured`]. If there are several, the user must choose.
pub fn candidates(width: f64, height: f64, ratio: f64) -> Vec<&'static Device> {
    let (width, height) = (width.min(height), width.max(height));
    let near = |one: f64, other: f64, by: f64| (one - other).abs() <= by;
    let says = |seen: &(f64, f64, f64)| near(seen.0, width, 1.0) && near(seen.1, height, 1.0) && near(seen.2, ratio, 0.02);
    DEVICES.iter().filter(|device| device.seen_as.iter().any(says)).collect()
}

/// Returns the size in physical pixels that follows from a browser's values, corrected to a known screen if it differs by at
/// most four pixels because of rounding.
pub fn measured(width: f64, height: f64, ratio: f64) -> Screen {
    let pixels = |length: f64| (length * ratio).round() as u32;
    let screen = Screen { width: pixels(width.min(height)), height: pixels(width.max(height)) };
    let distance = |known: Screen| known.width.abs_diff(screen.width).max(known.height.abs_diff(screen.height));
    let nearest = DEVICES.iter().map(|device| device.screen).min_by_key(|known| distance(*known));
    nearest.filter(|known| distance(*known) <= 4).unwrap_or(screen)
}

/// Returns every product name with its screen: `iPhone 15`, `Galaxy Z Fold7 (cover screen)`.
pub fn names() -> impl Iterator<Item = (String, Screen)> {
    DEVICES.iter().flat_map(|device| {
        // "iPhone 14 Pro, 15" stands for an iPhone 14 Pro and an iPhone 15.
        let (names, detail) = device.name.find(" (").map_or((device.name, ""), |at| device.name.split_at(at));
        let (family, names) = names.split_once(' ').unwrap_or((names, ""));
        names.split(", ").map(move |name| (format!("{family} {name}{detail}"), device.screen))
    })
}

/// Returns the screen of the first device with this product name. Case, blanks and hyphens do not matter: `iphone13mini`.
pub fn named(name: &str) -> Option<Screen> {
    let wanted = letters(name);
    let is_meant = |known: &str| letters(known) == wanted || known.split(" (").next().map(letters) == Some(wanted.clone());
    names().find(|(known, _)| is_meant(known)).map(|(_, screen)| screen)
}

/// What tells product names apart: an S24+ is not an S24.
fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric() || *letter == '+').flat_map(char::to_lowercase).collect()
}

/// Returns the zone to start with on this screen. For a screen that is not in the table it is Android's, which fits every
/// phone.
pub fn default_zone(screen: Screen) -> Zone {
    if screen.height <= screen.width {
        return Zone::Full;
    }
    let known = DEVICES.iter().find(|device| device.screen == screen);
    known.map_or(Zone::Android, |device| device.platform.default_zone())
}

/// Returns how many pixels of this screen make a CSS pixel, which phones call a point.
///
/// An unknown screen is assumed to be 360 points wide, or 600 if it is wider than any phone's and has a low aspect ratio:
/// hardly any such device is much narrower, so text is too large rather than too small.
pub fn density(screen: Screen) -> f32 {
    let known = DEVICES.iter().filter(|device| device.screen == screen).map(|device| device.density);
    let is_stout = screen.width > 1440 && 2 * screen.height < 3 * screen.width;
    known.reduce(f32::max).unwrap_or_else(|| (screen.width as f32 / if is_stout { 600.0 } else { 360.0 }).max(1.0))
}

const fn device(
    name: &'static str,
    platform: Platform,
    pixels: (u32, u32),
    density: f32,
    seen_as: &'static [(f64, f64, f64)],
) -> Device {
    Device { name, platform, screen: Screen { width: pixels.0, height: pixels.1 }, density, seen_as }
}

/// Newest first within a platform; of a foldable the cover first, since that is its lock screen when folded. If a phone can
/// be set to several densities, the largest is listed.
#[rustfmt::skip]
const DEVICES: &[Device] = &[
    device("iPhone 16 Pro Max, 17 Pro Max", Platform::Iphone, (1320, 2868), 3.0, &[(440.0, 956.0, 3.0)]),
    device("iPhone 16 Pro, 17, 17 Pro", Platform::Iphone, (1206, 2622), 3.0, &[(402.0, 874.0, 3.0)]),
    device("iPhone Air", Platform::Iphone, (1260, 2736), 3.0, &[(420.0, 912.0, 3.0)]),
    device("iPhone 14 Pro Max, 15 Plus, 15 Pro Max, 16 Plus", Platform::Iphone, (1290, 2796), 3.0, &[(430.0, 932.0, 3.0), (375.0, 812.0, 3.0)]),
    device("iPhone 14 Pro, 15, 15 Pro, 16", Platform::Iphone, (1179, 2556), 3.0, &[(393.0, 852.0, 3.0), (320.0, 693.0, 3.0)]),
    device("iPhone 12 Pro Max, 13 Pro Max, 14 Plus", Platform::Iphone, (1284, 2778), 3.0, &[(428.0, 926.0, 3.0), (375.0, 812.0, 3.0)]),
    device("iPhone 12, 12 Pro, 13, 13 Pro, 14, 16e", Platform::Iphone, (1170, 2532), 3.0, &[(390.0, 844.0, 3.0), (320.0, 693.0, 3.0)]),
    device("iPhone 12 mini, 13 mini", Platform::Iphone, (1080, 2340), 2.88, &[(375.0, 812.0, 3.0)]),
    device("iPhone XS Max, 11 Pro Max", Platform::Iphone, (1242, 2688), 3.0, &[(414.0, 896.0, 3.0)]),
    device("iPhone X, XS, 11 Pro", Platform::Iphone, (1125, 2436), 3.0, &[(375.0, 812.0, 3.0)]),
    device("iPhone XR, 11", Platform::Iphone, (828, 1792), 2.0, &[(414.0, 896.0, 2.0), (375.0, 812.0, 2.0)]),
    device("iPhone 6s Plus, 7 Plus, 8 Plus", Platform::IphoneHomeButton, (1080, 1920), 2.61, &[(414.0, 736.0, 3.0)]),
    device("iPhone SE, 6s, 7, 8", Platform::IphoneHomeButton, (750, 1334), 2.0, &[(375.0, 667.0, 2.0), (320.0, 568.0, 2.0)]),
    device("iPad Pro 13\"", Platform::Ipad, (2064, 2752), 2.0, &[(1032.0, 1376.0, 2.0)]),
    device("iPad Pro 11\"", Platform::Ipad, (1668, 2420), 2.0, &[(834.0, 1210.0, 2.0)]),
    device("iPad Pro 12.9\", Air 13\"", Platform::Ipad, (2048, 2732), 2.0, &[(1024.0, 1366.0, 2.0)]),
    device("iPad 10.9\", Air 11\"", Platform::Ipad, (1640, 2360), 2.0, &[(820.0, 1180.0, 2.0)]),
    device("iPad 10.2\"", Platform::Ipad, (1620, 2160), 2.0, &[(810.0, 1080.0, 2.0)]),
    device("iPad mini", Platform::Ipad, (1488, 2266), 2.0, &[(744.0, 1133.0, 2.0)]),
    device("Galaxy S24 Ultra, S25 Ultra, S24+, S25+ (QHD+)", Platform::Android, (1440, 3120), 3.75, &[(384.0, 832.0, 3.75)]),
    device("Galaxy S22 Ultra, S23 Ultra (QHD+)", Platform::Android, (1440, 3088), 3.75, &[(384.0, 824.0, 3.75)]),
    device("Galaxy S22 Ultra, S23 Ultra", Platform::Android, (1080, 2316), 3.0, &[(384.0, 824.0, 2.8125)]),
    device("Galaxy S22, S23, S24, S25, A3x – A5x", Platform::Android, (1080, 2340), 3.0, &[(360.0, 780.0, 3.0), (412.0, 892.0, 2.625), (384.0, 832.0, 2.8125)]),
    device("Galaxy S20, S20+ (QHD+)", Platform::Android, (1440, 3200), 4.0, &[(360.0, 800.0, 4.0)]),
    device("Galaxy S20, S20 FE, S21, S21 FE, A5x", Platform::Android, (1080, 2400), 3.0, &[(360.0, 800.0, 3.0), (412.0, 915.0, 2.625)]),
    device("Galaxy Z Flip", Platform::Android, (1080, 2640), 3.0, &[(360.0, 880.0, 3.0), (412.0, 1006.0, 2.625)]),
    device("Pixel 8 Pro, 9 Pro XL, 10 Pro XL", Platform::Android, (1344, 2992), 3.0, &[(448.0, 997.0, 3.0), (448.0, 998.0, 3.0)]),
    device("Pixel 9 Pro, 10 Pro", Platform::Android, (1280, 2856), 3.125, &[(410.0, 914.0, 3.125)]),
    device("Pixel 9, 9a, 10", Platform::Android, (1080, 2424), 3.0, &[(412.0, 923.0, 2.625)]),
    device("Pixel 6, 7, 8, 7a, 8a", Platform::Android, (1080, 2400), 3.0, &[(412.0, 915.0, 2.625)]),
    device("Pixel 6 Pro, 7 Pro", Platform::Android, (1440, 3120), 3.5, &[(412.0, 892.0, 3.5)]),
    device("Galaxy Z Fold7 (cover screen)", Platform::Android, (1080, 2520), 2.625, &[(411.0, 960.0, 2.625)]),
    device("Galaxy Z Fold6 (cover screen)", Platform::Android, (968, 2376), 2.625, &[(369.0, 905.0, 2.625)]),
    device("Galaxy Z Fold4, Z Fold5 (cover screen)", Platform::Android, (904, 2316), 2.625, &[(344.0, 882.0, 2.625)]),
    device("Galaxy Z Fold3 (cover screen)", Platform::Android, (832, 2268), 2.625, &[(317.0, 864.0, 2.625)]),
    device("Pixel 9 Pro Fold, 10 Pro Fold (cover screen)", Platform::Android, (1080, 2424), 2.625, &[(411.0, 923.0, 2.625)]),
    device("Pixel Fold (cover screen)", Platform::Android, (1080, 2092), 2.625, &[(411.0, 797.0, 2.625)]),
    device("OnePlus Open (cover screen)", Platform::Android, (1116, 2484), 3.0, &[]),
    device("Galaxy Z Fold7 (main screen)", Platform::Android, (1968, 2184), 2.625, &[(750.0, 832.0, 2.625)]),
    device("Galaxy Z Fold6 (main screen)", Platform::Android, (1856, 2160), 2.625, &[(707.0, 823.0, 2.625)]),
    device("Galaxy Z Fold4, Z Fold5 (main screen)", Platform::Android, (1812, 2176), 2.625, &[(690.0, 829.0, 2.625)]),
    device("Galaxy Z Fold2, Z Fold3 (main screen)", Platform::Android, (1768, 2208), 2.625, &[(674.0, 841.0, 2.625)]),
    device("Pixel 9 Pro Fold, 10 Pro Fold (main screen)", Platform::Android, (2076, 2152), 2.4375, &[(852.0, 883.0, 2.4375)]),
    device("Pixel Fold (main screen)", Platform::Android, (1840, 2208), 2.625, &[(701.0, 841.0, 2.625)]),
    device("OnePlus Open (main screen)", Platform::Android, (2268, 2440), 3.0, &[]),
    device("OnePlus 12", Platform::Android, (1440, 3168), 4.0, &[]),
    device("Xiaomi 14", Platform::Android, (1200, 2670), 3.0, &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_are_found_by_the_values_of_the_browser() {
        let screens = |width, height, ratio| -> Vec<(u32, u32)> {
            candidates(width, height, ratio).iter().map(|device| (device.screen.width, device.screen.height)).collect()
        };
        assert_eq!(screens(393.0, 852.0, 3.0), [(1179, 2556)]);
        assert_eq!(screens(852.0, 393.0, 3.0), [(1179, 2556)], "turned");
        assert_eq!(screens(375.0, 812.0, 3.0), [(1290, 2796), (1284, 2778), (1080, 2340), (1125, 2436)], "zoomed, or small");
        assert_eq!(screens(375.0, 812.0, 2.0), [(828, 1792)]);
        assert_eq!(screens(412.0, 915.0, 2.625), [(1080, 2400), (1080, 2400)], "the maker cannot be told");
        assert_eq!(screens(1920.0, 1080.0, 1.0), []);
    }

    #[test]
    fn measured_only_corrects_rounding() {
        let check = |width: f64, height: f64, ratio: f64, expected: (u32, u32)| {
            let screen = measured(width, height, ratio);
            assert_eq!((screen.width, screen.height), expected, "{width} x {height} at {ratio}");
        };
        check(412.0, 915.0, 2.625, (1080, 2400));
        check(412.0, 924.0, 2.625, (1080, 2424));
        check(500.0, 1000.0, 2.0, (1000, 2000));
    }

    #[test]
    fn phones_are_found_by_their_product_names() {
        let check = |name: &str, expected: Option<(u32, u32)>| {
            assert_eq!(named(name).map(|screen| (screen.width, screen.height)), expected, "{name}");
        };
        check("iPhone 14 Pro", Some((1179, 2556)));
        check("iphone 15", Some((1179, 2556)));
        check("iPhone 13 mini", Some((1080, 2340)));
        check("iphone 8 plus", Some((1080, 1920)));
        check("galaxy s25 ultra", Some((1440, 3120)));
        check("Galaxy S21", Some((1080, 2400)));
        check("galaxy s24", Some((1080, 2340)));
        check("Galaxy S24+", Some((1440, 3120)));
        check("iphone13mini", Some((1080, 2340)));
        check("Pixel 9a", Some((1080, 2424)));
        check("Galaxy Z Fold7 (main screen)", Some((1968, 2184)));
        check("galaxy z fold5", Some((904, 2316)));
        check("Pixel Fold", Some((1080, 2092)));
        check("15", None);
        check("Newton", None);
    }

    #[test]
    fn the_density_of_every_device_gives_a_plausible_width_in_points() {
        for device in all() {
            let points = device.screen.width as f32 / density(device.screen);
            let plausible = match device.platform {
                Platform::Ipad => 740.0..1100.0,
                _ if device.name.ends_with("(main screen)") => 670.0..860.0,
                _ if device.name.ends_with("(cover screen)") => 310.0..420.0,
                _ => 359.0..450.0,
            };
            assert!(plausible.contains(&points), "{}: {points}", device.name);
        }
        assert_eq!(density(Screen { width: 360, height: 780 }), 1.0);
        assert!(density(Screen { width: 1900, height: 2200 }) < 3.5, "a foldable that nobody knows yet");
    }
}
