//! English: the wallpaper page.

use super::{date, refusal};
use crate::messages::studio::{DesignNames, OtherPictures, StudioMessages, ThemeNames, ZoneNames};
use crate::plan::Outdated;

pub(in crate::messages) const STUDIO: StudioMessages = StudioMessages {
    sample: "This is a sample. Pick sessions, and it shows your own timetable.",
    making: "Making the wallpaper…",
    failed: || {
        refusal(
            "The wallpaper could not be made",
            "Try again. If it fails again, close the app and open it again. Your picks are safe.",
        )
    },
    letters_missing: || {
        refusal(
            "Some letters are missing from the wallpaper",
            "Their font is not on this device yet, or no font has them. Go online and try again.",
        )
    },
    number: |number, of| format!("{number}/{of}"),
    in_words: "Wallpaper as text",

    which_day: "Day",
    all_days: "All days",
    today: |date| format!("Today, {date}"),
    from_now: "From now on",
    design: "Design",
    designs: DesignNames { agenda: "List", ticket: "Ticket", grid: "Grid" },
    theme: "Theme",
    themes: ThemeNames {
        black: "Black",
        paper: "Paper",
        color: "Conference colour",
        photo: "My photo",
        print: "Black-and-white print",
    },
    color: "Conference colour",
    photo: "Photo for the background",
    photo_about: "The photo never leaves this phone. It is kept for the next wallpaper.",
    photo_given: "This photo is from the conference. One that you choose takes its place and never leaves this phone.",
    forget_photo: "Remove photo",
    not_a_photo: || refusal("This photo could not be opened", "Choose a JPEG or PNG photo."),
    phone: "Phone",
    phone_guessed: |name| format!("This phone ({name})"),
    phone_other: "Another size",
    other_pictures: OtherPictures {
        square: "Square 1080×1080",
        story: "Story 1080×1920",
        a4: "A4 paper, folded for the pocket",
        letter: "Letter paper, folded for the pocket",
    },
    pixels_wide: "Pixels wide",
    pixels_high: "Pixels high",
    zone: "Text position",
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
        band: "Custom",
    },
    band: "Custom",
    band_about: "Drag it into place, clear of the clock and the buttons at the bottom.",
    band_is: |top, bottom| format!("From {top}% to {bottom}% of the height"),
    up: "Up",
    down: "Down",
    taller: "Taller",
    shorter: "Shorter",
    logo: "With the conference’s logo",
    code: "Add QR code of my timetable",
    no_code: "This conference was opened from a file and is too large for a QR code. The wallpaper has none; “Share” in My timetable sends the file.",
    code_too_dense: "There is no room on this wallpaper for a QR code large enough to be read. “Share” in My timetable shows it large.",

    save: "Save wallpaper",
    share: "Save or share wallpaper",
    save_all: |count| format!("Save all {count} wallpapers"),
    share_all: |count| format!("Save or share all {count} wallpapers"),
    tap_again: "Please tap once more.",
    hold: "If saving does not work, press and hold the image.",
    larger: "Enlarge",
    smaller: "Make smaller",
    copy_picture: "Copy wallpaper",
    copy_words: "Copy text",
    copied: "Copied.",
    not_copied: "Copying did not work. Press and hold to copy.",
    did_you_save: || {
        refusal("Want to know if your timetable changes?", "This page will tell you when your saved wallpaper is out of date.")
    },
    yes: "Yes",
    not_yet: "No, thanks",
    remembered: "This page will tell you when it changes.",
    was_not_saved: "I did not save it",
    out_of_date: "Your saved wallpaper is out of date",
    make_anew: "Update wallpaper",
    outdated: |outdated| match outdated {
        Outdated::Added(title) => format!("Not on the wallpaper: {title}"),
        Outdated::TakenOut(title) => format!("No longer in your timetable: {title}"),
        Outdated::Cancelled(title) => format!("Cancelled: {title}"),
        Outdated::Moved { title, before, now } if before.date() == now.date() => {
            format!("{title}: {} → {}", before.clock(), now.clock())
        }
        Outdated::Moved { title, before, now } => {
            format!("{title}: {} {} → {} {}", date(before.date()), before.clock(), date(now.date()), now.clock())
        }
        Outdated::Room { title, before, now } if before.is_empty() || now.is_empty() => {
            format!("{title}: the room has changed {before}{now}")
        }
        Outdated::Room { title, before, now } => format!("{title}: room {before} → {now}"),
    },

    next_steps: "Set it as lock screen",
    print_steps: [
        "Print it on one sheet at actual size, without margins.",
        "Fold the upper half back, then the left half back.",
        "Put it in a pocket with the first page in front.",
    ],
    families: [
        (
            "iPhone",
            [
                "Open the saved image in Photos and tap Share.",
                "Choose to use it as wallpaper; do not zoom or move it.",
                "Add it. Keep the clock small, or it covers the text.",
            ],
        ),
        (
            "Galaxy",
            [
                "Open the saved image in Gallery and tap the ⋮ menu.",
                "Choose to set it as wallpaper, for the lock screen only.",
                "Finish without zooming.",
            ],
        ),
        (
            "Pixel and others",
            [
                "Open the saved image in Photos and tap the ⋮ menu.",
                "Choose to use it as wallpaper, and pinch it as small as it goes.",
                "Set it for the lock screen only.",
            ],
        ),
    ],
    turn_pages: "Turn the pages on the lock screen",
    turning: [
        (
            "iPhone: Photo Shuffle",
            [
                "Touch and hold the lock screen, tap +, and choose Photo Shuffle.",
                "Choose the saved wallpapers by hand, and “On Tap” for how often they change.",
                "Add it. A tap on the lock screen shows the next page.",
            ],
        ),
        (
            "Galaxy: several images",
            [
                "Open Gallery, touch and hold the first saved wallpaper, and choose the others.",
                "In the ⋮ menu choose to set them as wallpaper, for the lock screen only.",
                "Finish without zooming. Each time the screen turns on it shows the next page.",
            ],
        ),
    ],
    turning_about: "Other Android phones show one image only, so set the page that you need next. These steps follow what the makers describe; we have not tried them on a phone.",
};
