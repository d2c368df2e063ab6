//! English: finding a conference in a directory.

use super::plural;
use crate::messages::directory::DirectoryMessages;

pub(in crate::messages) const DIRECTORY: DirectoryMessages = DirectoryMessages {
    heading: "Find a conference",
    search: "Name, place or date",
    all: |programs| plural(programs, "conference", "conferences"),
    found: |programs| format!("{} found", plural(programs, "conference", "conferences")),
    none_found: |typed| format!("No conference found for “{typed}”"),
    first_shown: |shown, programs| format!("{programs} conferences, the first {shown} are shown"),
    show_more: |programs| format!("Show {programs} more"),
    running: "On now",
    copied_from: |host| format!("copied from {host}"),
    in_library: "In your library",
    month: |date| {
        let names = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        format!("{} {}", names[usize::from(date.month()) - 1], date.year())
    },
};
