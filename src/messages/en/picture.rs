//! English: what a picture says.

use super::{duration, month, month_name, weekday_name};
use crate::messages::Refusal;
use crate::messages::picture::PictureMessages;

pub(in crate::messages) const PICTURE: PictureMessages = PictureMessages {
    free_time: |minutes| format!("{} free", duration(minutes)),
    overlapping: |minutes| format!("{} overlap", duration(minutes)),
    overlap_count: |count| if count == 1 { "1 overlap".to_owned() } else { format!("{count} overlaps") },
    scan: "Scan to open this timetable",
    removed: "no longer in the program",
    day: |date| format!("{} {} {}", weekday_name(date.weekday()), date.day(), month_name(date.month())),
    as_of: |date, with_year| {
        let year = if with_year { format!(" {}", date.year()) } else { String::new() };
        format!("as of {} {}{year}", date.day(), month(date.month()))
    },
    version: |version| format!("version {version}"),
    nothing_to_paint: || Refusal {
        message: "There is nothing to put on the wallpaper".to_owned(),
        hint: "Pick a session first, or choose another day.".to_owned(),
    },
    screen_too_small: |width, height| Refusal {
        message: format!("A {width}×{height} screen is too small for readable text"),
        hint: "Check the size of the screen, or choose a larger zone.".to_owned(),
    },
    screen_too_large: |width, height| Refusal {
        message: format!("A {width}×{height} wallpaper is too large to make"),
        hint: "Give the size of the phone’s screen in pixels, such as 1179×2556.".to_owned(),
    },
    no_such_zone: |name, choices| Refusal {
        message: format!("There is no lock-screen zone “{name}”"),
        hint: format!("Choose one of: {choices}"),
    },
    no_such_theme: |name, choices| Refusal {
        message: format!("There is no theme “{name}”"),
        hint: format!("Choose one of: {choices}"),
    },
    no_such_day: |day| Refusal {
        message: format!("This is not a date: “{day}”"), hint: "Write it like 2018-08-18.".to_owned()
    },
    fonts_missing: || Refusal {
        message: "The fonts of the wallpaper could not be loaded".to_owned(),
        hint: "Go online and try again. Once loaded, they also work offline.".to_owned(),
    },
    fonts_broken: || Refusal {
        message: "The fonts of the wallpaper are damaged".to_owned(),
        hint: "Reload the page and try again.".to_owned(),
    },
    fonts_not_found: |folder| Refusal {
        message: format!("The fonts of the wallpaper are not in {folder}"),
        hint: "Make them with `cargo xtask fonts`, or name their folder in SIGANPYO_FONTS.".to_owned(),
    },
    worker_outdated: || Refusal {
        message: "The app is being updated".to_owned(),
        hint: "Close the app and open it again.".to_owned(),
    },
};
