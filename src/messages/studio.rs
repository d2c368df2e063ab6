//! The messages of the wallpaper page. A separate catalogue, since the page of a first visit does not need it.

use super::Refusal;
use crate::plan::Outdated;

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct StudioMessages {
    /// Above the picture of a sample, while nothing is picked
    pub sample: &'static str,
    pub making: &'static str,
    pub failed: fn() -> Refusal,
    pub letters_missing: fn() -> Refusal,
    pub number: fn(number: usize, of: usize) -> String,
    pub in_words: &'static str,

    // What picture
    pub which_day: &'static str,
    pub all_days: &'static str,
    /// Next to the date of the present day
    pub today: fn(date: &str) -> String,
    pub from_now: &'static str,
    pub design: &'static str,
    pub designs: DesignNames,
    pub theme: &'static str,
    pub themes: ThemeNames,
    pub color: &'static str,
    pub photo: &'static str,
    pub photo_about: &'static str,
    pub photo_given: &'static str,
    pub forget_photo: &'static str,
    pub not_a_photo: fn() -> Refusal,
    pub phone: &'static str,
    pub phone_guessed: fn(name: &str) -> String,
    pub phone_other: &'static str,
    pub other_pictures: OtherPictures,
    pub pixels_wide: &'static str,
    pub pixels_high: &'static str,
    pub zone: &'static str,
    pub zones: ZoneNames,
    pub band: &'static str,
    pub band_about: &'static str,
    /// In hundredths of the screen's height
    pub band_is: fn(top: u16, bottom: u16) -> String,
    pub up: &'static str,
    pub down: &'static str,
    pub taller: &'static str,
    pub shorter: &'static str,
    pub logo: &'static str,
    pub code: &'static str,
    pub no_code: &'static str,
    pub code_too_dense: &'static str,

    // Saving the picture
    pub save: &'static str,
    pub share: &'static str,
    pub save_all: fn(count: usize) -> String,
    pub share_all: fn(count: usize) -> String,
    pub tap_again: &'static str,
    pub hold: &'static str,
    pub larger: &'static str,
    pub smaller: &'static str,
    pub copy_picture: &'static str,
    pub copy_words: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub did_you_save: fn() -> Refusal,
    pub yes: &'static str,
    pub not_yet: &'static str,
    pub remembered: &'static str,
    pub was_not_saved: &'static str,
    pub out_of_date: &'static str,
    /// Beside that, on My timetable
    pub make_anew: &'static str,
    pub outdated: fn(&Outdated) -> String,

    // Setting the picture as the lock screen
    pub next_steps: &'static str,
    pub print_steps: [&'static str; 3],
    /// The families of phones whose steps differ, and their steps
    pub families: [(&'static str, [&'static str; 3]); 3],
    /// Several pictures, which turn on the lock screen
    pub turn_pages: &'static str,
    pub turning: [(&'static str, [&'static str; 3]); 2],
    /// Which phones cannot, and that the steps were not tried on a phone
    pub turning_about: &'static str,
}

/// The names of designs, see `Design::in_words`.
#[expect(missing_docs, reason = "each field is named after the design")]
pub struct DesignNames {
    pub agenda: &'static str,
    pub ticket: &'static str,
    pub grid: &'static str,
}

/// The names of themes, see `Theme::in_words`.
#[expect(missing_docs, reason = "each field is named after the theme")]
pub struct ThemeNames {
    pub black: &'static str,
    pub paper: &'static str,
    pub color: &'static str,
    pub photo: &'static str,
    pub print: &'static str,
}

/// The names of zones, see `Zone::in_words`.
#[expect(missing_docs, reason = "each field is named after the zone")]
pub struct ZoneNames {
    pub ios_widgets_top: &'static str,
    pub ios: &'static str,
    pub ios_widgets_bottom: &'static str,
    pub ios_home_button: &'static str,
    pub android: &'static str,
    pub android_large_clock: &'static str,
    pub android_fingerprint: &'static str,
    pub tablet: &'static str,
    pub story: &'static str,
    pub full: &'static str,
    pub band: &'static str,
}

/// The names of pictures that are not for a phone; see `Paper::in_words` and `Post::in_words`.
#[expect(missing_docs, reason = "each field is named after the picture")]
pub struct OtherPictures {
    pub square: &'static str,
    pub story: &'static str,
    pub a4: &'static str,
    pub letter: &'static str,
}
