//! Choosing among the ways to read a page.

use super::super::{ImportError, Imported, Options};
use super::Way;
use crate::messages::import::Remark;
use crate::program::Date;

/// A later way must find so many more sessions, in percent, since an earlier one is surer of what it finds.
const MORE: usize = 125;

/// What a way finds.
#[derive(Clone, Copy)]
struct Found {
    way: usize,
    sessions: usize,
    with_rooms: usize,
    /// Whether it knows what happens in sessions, which another way takes for sessions.
    has_parts: bool,
}

/// Reads a page in the best of these ways, of which the surest come first; `None` if none finds a session.
pub(super) fn best(ways: &[Way], options: &Options) -> Option<Result<Imported, ImportError>> {
    // Questions come later, once it is known which way is meant.
    let probe =
        Options { time_zone: Some("UTC".to_owned()), first_day: options.first_day.or(Date::new(2024, 1, 1)), ..options.clone() };
    let found = ways.iter().enumerate().filter_map(|(way, read)| {
        let imported = read(&probe).ok()?;
        let sessions = &imported.program.sessions;
        let with_rooms = sessions.iter().filter(|session| !session.rooms.is_empty()).count();
        let has_parts = imported.warnings.iter().any(|warning| matches!(warning.parts().1, Remark::PartsOfSessions { .. }));
        Some(Found { way, sessions: sessions.len(), with_rooms, has_parts })
    });
    let best = found.reduce(|best, next| if next.is_better_than(best) { next } else { best })?;
    Some(ways[best.way](options))
}

impl Found {
    fn is_better_than(self, earlier: Found) -> bool {
        let finds_rooms = earlier.with_rooms == 0 && self.with_rooms * 2 > self.sessions && self.sessions >= earlier.sessions;
        self.has_parts || !earlier.has_parts && (self.sessions * 100 > earlier.sessions * MORE || finds_rooms)
    }
}
