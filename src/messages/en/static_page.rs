//! English: the static page.

use crate::messages::static_page::StaticPageMessages;

pub(in crate::messages) const STATIC_PAGE: StaticPageMessages = StaticPageMessages {
    app_unsupported: "You can read the schedule here, but this browser cannot save picks. Turn off Lockdown Mode for this site, or use another browser.",
    rest_loading: "Loading the rest…",
    calendars: "Subscribe in your calendar",
    calendars_about: "A calendar that you subscribe to follows when times and rooms change. Tap one below. In Google Calendar on a computer, copy the link instead and choose Other calendars, From URL; Google looks for changes about once a day.",
    all_sessions: "All sessions",
    tracks: "Tracks",
    rooms: "Rooms",
    speakers: "Speakers",
    start: "Conferences",
    start_about: "Choose one. You can pick sessions without a login, and use it offline.",
    misplaced: "The app’s files are not found: it was built for {built}, but is at {here}. If this is your site: run `cargo xtask build --public-url {here}` and upload it again, or move it to {built}.",
    incomplete: "Some files of the app are missing. Reload the page. If that does not help and this is your site: upload the whole folder dist again.",
};
