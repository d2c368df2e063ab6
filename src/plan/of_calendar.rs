//! Entries that come from a calendar.

use super::{OwnEntry, Pick, Plan};
use crate::program::derived_id::content_id;
use crate::program::{Program, plain_text};

impl Plan {
    /// Replaces the copies in the picks by the sessions as the program has them, for a plan from a file that holds little more
    /// than their ids.
    pub fn see(&mut self, program: &Program, language: &str) {
        for record in self.picks.values_mut() {
            if let Some(session) = program.session(&record.value.session) {
                record.value = Pick { priority: record.value.priority, ..Pick::of(program, session, language) };
            }
        }
    }
}

/// Returns the events of a calendar that was read as a program, as own entries: shifts, or a family's day. Opened again, they have the
/// same ids. What is cancelled is left out.
pub fn own_entries(calendar: &Program, language: &str) -> Vec<OwnEntry> {
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    let planned = calendar.sessions.iter().filter(|session| !session.cancelled);
    let entries = planned.map(|session| OwnEntry {
        // Two calendars may both have a lunch.
        id: format!("calendar-{}", content_id([calendar.id.as_str(), session.id.as_str()])),
        title: session.title.clone(),
        span: session.span,
        place: filled(calendar.room_names(session, language).join(", ")),
        note: filled(plain_text(&session.about)),
    });
    entries.collect()
}
