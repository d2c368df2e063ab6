//! English: the card that says where to go now.

use super::duration;
use crate::messages::now::NowMessages;

pub(in crate::messages) const NOW: NowMessages = NowMessages {
    heading: "Now",
    on: "Now",
    next: "Next",
    tomorrow: "Next day",
    left: |minutes| format!("{} left", duration(minutes)),
    starts_in: |minutes| if minutes < 1 { "starting".to_owned() } else { format!("in {}", duration(minutes)) },
    way: |minutes| format!("{minutes} min walk"),
    go_now: |minutes| format!("{minutes} min walk: go now"),
    free: |minutes| format!("Free for {}", duration(minutes)),
    nothing_picked: |rooms| {
        let rooms = if rooms == 1 { "one room has a session".to_owned() } else { format!("{rooms} rooms have sessions") };
        format!("Nothing picked now; {rooms}")
    },
    nothing_picked_of: |sessions| {
        let sessions = if sessions == 1 { "one session is on".to_owned() } else { format!("{sessions} sessions are on") };
        format!("Nothing picked now; {sessions}")
    },
    nothing_on: "Nothing is on now",
    nothing_until: |clock| format!("Nothing is on now; next: {clock}"),
    also_on: "Also on now",
    more_on: |count| format!("and {count} more"),
    days_to_go: |days| match days {
        0 => "Today".to_owned(),
        1 => "Tomorrow".to_owned(),
        days => format!("{days} days to go"),
    },
    begins: "Your first session",
    heard: |sessions| if sessions == 1 { "You picked 1 session".to_owned() } else { format!("You picked {sessions} sessions") },
    over: "The conference is over",
    wallpaper: "Wallpaper from now on",
    venue: "Keep on screen",
    leave_venue: "Leave full screen",
    venue_about: "The screen stays on, and the phone signals when it is time to go. Only while this stays open: it cannot wake a locked phone.",
    venue_sleeps: "This browser lets the screen turn off, and then nothing signals. Set a longer auto-lock in the phone’s settings, and leave this open.",
    sound: "With sound",
    try_signal: "Try the signal",
};
