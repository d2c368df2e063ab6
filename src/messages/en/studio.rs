//! English: the wallpaper page.

use super::refusal;
use crate::messages::studio::{OtherPictures, StudioMessages, ThemeNames, ZoneNames};
use crate::plan::Outdated;

pub(in crate::messages) const STUDIO: StudioMessages = StudioMessages {
    about: "Your timetable as a picture with exactly the pixels of your lock screen.",
    making: "Drawing the picture…",
    failed: || {
        refusal(
            "The picture could not be drawn",
            "Try again; if it fails again, close the app and open it anew. Your picks are untouched.",
        )
    },
    letters_missing: || {
        refusal(
            "Some letters are left out of the picture",
            "The font that has them has not been fetched yet. Try again where there is a connection.",
        )
    },
    number: |number, of| format!("Picture {number} of {of}"),
    in_words: "The picture in words",

    which_day: "Day",
    all_days: "All days",
    today: |date| format!("Today, {date}"),
    from_now: "From now on",
    theme: "Colours",
    themes: ThemeNames { black: "Black", paper: "Paper", color: "Conference colour", photo: "My photo", print: "Black on white" },
    color: "Conference colour",
    photo: "Photo for the background",
    photo_about: "The photo stays on this phone and is sent nowhere. It is remembered for the next picture.",
    forget_photo: "Forget the photo",
    not_a_photo: || refusal("This photo could not be opened", "Choose a JPEG or PNG photo."),
    phone: "Phone",
    phone_guessed: |name| format!("This phone: {name}"),
    phone_other: "Another size (type it in)",
    other_pictures: OtherPictures {
        square: "Square 1080×1080",
        story: "Story 1080×1920",
        a4: "A4 paper, folded for the pocket",
        letter: "Letter paper, folded for the pocket",
    },
    pixels_wide: "Pixels wide",
    pixels_high: "Pixels high",
    zone: "Where the text goes",
    zones: ZoneNames {
        ios_widgets_top: "iPhone, widgets under the clock",
        ios: "iPhone, no widgets",
        ios_widgets_bottom: "iPhone, widgets at the bottom",
        ios_home_button: "iPhone with a home button",
        android: "Android, small clock",
        android_large_clock: "Android, large clock",
        android_fingerprint: "Android, fingerprint mark shown",
        tablet: "Tablet",
        story: "Story 9:16",
        full: "The whole screen",
        band: "My own place",
    },
    band: "My own place",
    band_about: "Drag it, or use the buttons. Keep clear of the clock and of the buttons of your lock screen.",
    band_is: |top, bottom| format!("From {top}% to {bottom}% of the height"),
    up: "Up",
    down: "Down",
    taller: "Taller",
    shorter: "Shorter",
    code: "With a QR code that opens my timetable",

    save: "Save the picture",
    share: "Save or share the picture",
    tap_again: "Please tap once more.",
    hold: "If the button does nothing, press and hold the picture to save it.",
    copy_picture: "Copy the picture",
    copy_words: "Copy the words",
    copied: "Copied.",
    not_copied: "It could not be copied. Press and hold to copy it.",
    did_you_save: || {
        refusal(
            "Did the picture get saved?",
            "Check Photos or Downloads. If it did, this page will tell you when your timetable changes and the picture is no longer right.",
        )
    },
    yes: "It is saved",
    not_yet: "Not yet",
    remembered: "Noted.",
    out_of_date: "Your saved wallpaper is out of date",
    make_anew: "Make it anew",
    outdated: |outdated| match outdated {
        Outdated::Added(title) => format!("Not in the picture: {title}"),
        Outdated::TakenOut(title) => format!("No longer in your timetable: {title}"),
        Outdated::Cancelled(title) => format!("Cancelled: {title}"),
        Outdated::Moved { title, before, now } if before.date() == now.date() => {
            format!("{title}: {} is now {}", before.clock(), now.clock())
        }
        Outdated::Moved { title, before, now } => {
            format!("{title}: {} {} is now {} {}", before.date(), before.clock(), now.date(), now.clock())
        }
        Outdated::Room { title, before, now } if before.is_empty() || now.is_empty() => {
            format!("{title}: the room has changed {before}{now}")
        }
        Outdated::Room { title, before, now } => format!("{title}: {before} is now {now}"),
    },

    next_steps: "Put it on the lock screen",
    print_steps: [
        "Print it on one sheet at actual size, without margins.",
        "Fold the upper half back, then the left half back.",
        "With the first page in front it goes into a pocket.",
    ],
    families: [
        (
            "iPhone",
            [
                "Open the saved picture in Photos and tap Share.",
                "Choose “Use as Wallpaper”; do not zoom or move the picture.",
                "Tap “Add”. Keep the clock small, or it covers the text.",
            ],
        ),
        (
            "Galaxy",
            [
                "Open the saved picture in Gallery and tap the ⋮ menu.",
                "Choose “Set as wallpaper”, then “Lock screen” only.",
                "Tap “Done” without zooming the picture.",
            ],
        ),
        (
            "Pixel and others",
            [
                "Open the saved picture in Photos and choose “Use as” from the ⋮ menu.",
                "Choose “Wallpaper” and pinch the picture as small as it goes.",
                "Tap “Set wallpaper” and choose “Lock screen” only.",
            ],
        ),
    ],
};
