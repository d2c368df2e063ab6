//! English: the timetable on the conference's own page.

use crate::messages::embed::EmbedMessages;

pub(in crate::messages) const EMBED: EmbedMessages = EmbedMessages {
    locale: "en-GB",
    today: "today",
    no_sessions: "No sessions yet.",
    venue_time: "All times are local to the venue ({zone}).",
    failed: "The timetable could not be loaded.",
    unreadable: "The timetable cannot be shown here.",
    open_app: "Open the timetable",
};
