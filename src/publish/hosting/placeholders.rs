//! What an organiser replaces in the files for hosts.

/// The name of the host, unless the site says it. No real host has this one.
pub const HOST_NAME: &str = "timetable.example.org";
/// The folder that the host shows.
pub const FOLDER: &str = "/var/www/timetable";

/// A comment for each file: what has to lie in the folder.
pub fn folder_note(base: &str) -> String {
    match base.trim_matches('/') {
        "" => format!("{FOLDER} stands for the folder to which dist was copied, the one with index.html in it."),
        path => format!("{FOLDER} stands for the folder that the host's root shows; dist was copied to {path} in it."),
    }
}
