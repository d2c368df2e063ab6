//! English: the page of the plan.

use super::{duration, plural, refusal};
use crate::messages::plan_page::PlanMessages;
use crate::program::line::isolated;

pub(in crate::messages) const PLAN: PlanMessages = PlanMessages {
    view: "Shown as",
    as_day: "Timetable",
    as_list: "List",
    whole: "All days",
    free: |minutes| format!("{} free", duration(minutes)),
    tight_changes: |count| plural(count, "tight change", "tight changes"),
    print: "Print",
    calendar: "Add to calendar",
    on_now: "On now",
    next: "Next",
    over: "Over",
    changed: "Changed",
    walking: "Minutes between rooms",
    walking_about: "A change of rooms that leaves less time is marked as tight.",
    walking_beside_table: "The conference says how long some ways take; this counts for the others.",
    minutes: |minutes| format!("{minutes} min"),
    close: "Close",

    open_session: "Open the session",
    how_much: "How much you want it",
    must: "Must",
    maybe: "Maybe",
    undecided: "Undecided",
    go_here: "I go here",
    going: |title| format!("You go to “{title}”", title = isolated(title)),
    instead: |others| format!("{others} instead, if need be"),
    instead_of: |title| format!("Instead of “{title}”", title = isolated(title)),
    tight: |minutes, needed, from| format!("Tight: {minutes} min to get here from “{from}”, the way takes {needed}"),

    stacked: |count| format!("{count} to choose from"),
    more: |count| format!("and {count} more"),

    gap_from_to: |from, to| format!("Free from {from} to {to}"),
    fits_whole: "Fits whole",
    fits_partly: "Fits if you come late or leave early",
    nothing_fits: || refusal("No session fits here", "You can put something of your own here."),
    miss_beginning: |minutes| format!("misses the first {}", duration(minutes)),
    miss_end: |minutes| format!("misses the last {}", duration(minutes)),

    own: "My own",
    add_own: "Add something of my own",
    edit_own: "Change my entry",
    edit: "Change",
    own_title: "What",
    own_start: "From",
    own_end: "To",
    own_place: "Where",
    own_note: "Note",
    own_save: "Put it in",
    own_saved: |title| format!("“{title}” is in your timetable", title = isolated(title)),
    own_untitled: || refusal("It has no name yet", "Write what it is, such as “Lunch with Mina”."),
    own_no_time: || {
        refusal(
            "These are not the times of an entry",
            "Give a start, and an end after it. What ends after midnight may last up to 16 hours.",
        )
    },
    cancel: "Cancel",

    changes: |count| format!("{} changed since you picked", plural(count, "entry has", "entries have")),
    changes_about: "Each stays marked until you have seen it.",
    before: "before",
    after: "now",
    new_overlap: |one, other, minutes| format!("Now “{one}” and “{other}” overlap by {}", duration(minutes)),
    confirm: "Seen",
    confirm_all: "All seen",
    confirmed: "Marked as seen",
    which: "Which of these is it?",
    none_of_these: "None of these",
    settled: |title| format!("It is “{title}” now", title = isolated(title)),
    settled_none: |title| format!("“{title}” stays as last seen", title = isolated(title)),
};
