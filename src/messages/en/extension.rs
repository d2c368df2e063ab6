//! English: the browser extension.

use crate::messages::extension::ExtensionMessages;

pub(in crate::messages) const EXTENSION: ExtensionMessages = ExtensionMessages {
    name: "Siganpyo: conference timetables",
    short_name: "Siganpyo",
    description: "Pick sessions from a conference’s web page, keep your timetable offline, and put it on your lock screen. No login.",
    open_page: "Open this page’s timetable",
    reading: "Reading the page…",
    sessions: "Sessions: $1",
    from_link: "Read from the schedule file that this page links to: $1",
    open: "Open in Siganpyo",
    open_app: "Open my timetable",
    known: "You have opened this timetable before. Nothing has changed.",
    newer: "This timetable has changed since you opened it. Open it to see what has changed.",
    question: "This page has a timetable, but one thing is missing. Open it and answer the question.",
    none: "No timetable was found on this page.",
    closed: "The browser does not let extensions read this page. Open a conference’s website and try again.",
    too_large: "This page is too large to read.",
    frames: "The timetable may be in a frame of another website. Open that page by itself and try again: $1",
    switch_on: "Show buttons beside sessions and a badge on $1",
    switch_about: "The browser asks whether the extension may read this website’s pages. You can switch it off at any time.",
    pick: "Pick",
    picked: "Picked",
    pick_named: "Pick $1",
    badge_program: "This page has a timetable",
    badge_newer: "The timetable has changed",
    local: "Everything stays on this device.",
    bookmarklet_blocked: "This website does not allow its page to be sent to the timetable app. Save the page as a file and open it in the app’s library.",
};
