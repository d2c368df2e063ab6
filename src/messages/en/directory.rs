//! English: finding a conference in a directory.

use super::{month_name, plural};
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
    month: |date| format!("{} {}", month_name(date.month()), date.year()),
};
