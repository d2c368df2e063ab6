//! English: the page of the plan.

use super::{duration, plural, refusal};
use crate::messages::plan_page::PlanMessages;
use crate::program::line::isolated;

pub(in crate::messages) const PLAN: PlanMessages = PlanMessages {
    view: "View",
    as_day: "Timeline",
    as_list: "List",
    whole: "All days",
    free: |minutes| format!("{} free", duration(minutes)),
    tight_changes: |count| plural(count, "tight connection", "tight connections"),
    print: "Print",
    calendar: "Add to calendar",
    alarm: "Reminders in the calendar",
    alarm_about: "Apple’s calendar and most Android calendars ring once the file is added; Google Calendar and Outlook ignore reminders in files. When your timetable changes, add it again: what changed is replaced.",
    alarm_none: "None",
    alarm_before: |minutes| format!("{minutes} min before"),
    alarm_way: "Walk + 5 min",
    on_now: "On now",
    next: "Next",
    over: "Over",
    changed: "Changed",
    walking: "Walking time between rooms",
    walking_about: "Shorter breaks between rooms are marked as tight.",
    walking_beside_table: "The organiser set some walking times; this is used for the rest.",
    minutes: |minutes| format!("{minutes} min"),
    close: "Close",

    open_session: "Open session",
    how_much: "Priority",
    must: "Must see",
    maybe: "Maybe",
    undecided: "None",
    go_here: "I’ll go to this one",
    go_to_new: "I’ll go to the new one",
    going: |title| format!("You’re going to “{title}”", title = isolated(title)),
    instead: |others| plural(others, "alternative", "alternatives"),
    instead_of: |title| format!("Alternative to “{title}”", title = isolated(title)),
    tight: |minutes, needed, from| {
        let from = isolated(from);
        format!("Tight: {minutes} min to get here from “{from}”, but it’s a {needed} min walk")
    },

    stacked: |count| format!("{count} to choose from"),
    more: |count| format!("and {count} more"),

    gap_from_to: |from, to| format!("Free from {from} to {to}"),
    fits_whole: "Fits completely",
    fits_partly: "Fits partly",
    nothing_fits: || refusal("No session fits here", "You can add your own event."),
    miss_beginning: |minutes| format!("misses the first {}", duration(minutes)),
    miss_end: |minutes| format!("misses the last {}", duration(minutes)),

    own: "My event",
    add_own: "Add my own event",
    edit_own: "Edit my event",
    edit: "Edit",
    own_title: "Title",
    own_day: "Day",
    own_start: "Start",
    own_end: "End",
    own_place: "Place",
    own_note: "Note",
    own_save: "Save",
    own_saved: |title| format!("“{title}” is in your timetable", title = isolated(title)),
    own_untitled: || refusal("No title yet", "Write one, such as “Lunch with Mina”."),
    own_no_time: || refusal("The end must be after the start", "Past midnight, an event can last up to 16 hours."),
    cancel: "Cancel",

    changes: |count| format!("{count} of your sessions changed"),
    changes_about: "Each stays marked until you mark it as seen.",
    before: "before",
    after: "now",
    new_overlap: |one, other, minutes| {
        format!("“{}” and “{}” now overlap by {}", isolated(one), isolated(other), duration(minutes))
    },
    confirm: "Mark as seen",
    confirm_all: "Mark all as seen",
    confirmed: "Marked as seen",
    which: "Which of these is your session?",
    none_of_these: "None of these",
    settled: |title| format!("Matched to “{title}”", title = isolated(title)),
    settled_none: |title| format!("“{title}” stays unchanged", title = isolated(title)),
};
