//! Choosing among the ways to read a page.

use super::super::{ImportError, Imported, Options};
use super::Way;
use crate::messages::import::Remark;
use crate::program::Date;

/// A later way must find so many more sessions, in percent, since an earlier one is surer of what it finds.
const MORE: usize = 125;

/// As many questions a way can have: the zone, the first day, the timetable.
const QUESTIONS: usize = 3;

/// What a way finds.
struct Found {
    /// What it read, or its question.
    result: Result<Imported, ImportError>,
    sessions: usize,
    with_rooms: usize,
    /// Whether it knows what happens in sessions, which another way takes for sessions.
    has_parts: bool,
}

/// Reads a page in the best of these ways, of which the surest come first; `None` if none finds a session.
pub(super) fn best(ways: &[Way], options: &Options) -> Option<Result<Imported, ImportError>> {
    let found = ways.iter().filter_map(|way| Found::by(way, options));
    let best = found.reduce(|best, next| if next.is_better_than(&best) { next } else { best })?;
    Some(best.result)
}

/// Answers a question in some way, if it is one.
fn answer(error: &ImportError, options: &mut Options) -> Option<()> {
    if error.needs_first_day() {
        options.first_day = Date::new(2024, 1, 1);
    } else if error.needs_time_zone() {
        options.time_zone = Some("UTC".to_owned());
    } else {
        options.list = Some(error.lists().first()?.0.clone());
    }
    Some(())
}

impl Found {
    /// Reads a page in this way. One that has a question is read once more with an answer, to compare what it finds.
    fn by(way: &Way, options: &Options) -> Option<Found> {
        let error = match way(options) {
            Ok(imported) => return Some(Found::of(imported)),
            Err(error) => error,
        };
        let (mut answered, mut question, mut listed) = (options.clone(), error.clone(), 0);
        for _ in 0..QUESTIONS {
            answer(&question, &mut answered)?;
            listed = listed.max(question.lists().iter().map(|(_, count, _)| count).sum());
            match way(&answered) {
                Ok(imported) => {
                    let found = Found::of(imported);
                    return Some(Found { result: Err(error), sessions: found.sessions.max(listed), ..found });
                }
                Err(other) => question = other,
            }
        }
        None
    }

    fn of(imported: Imported) -> Found {
        let sessions = &imported.program.sessions;
        let with_rooms = sessions.iter().filter(|session| !session.rooms.is_empty()).count();
        let has_parts = imported.warnings.iter().any(|warning| matches!(warning.parts().1, Remark::PartsOfSessions { .. }));
        Found { sessions: sessions.len(), with_rooms, has_parts, result: Ok(imported) }
    }

    fn is_better_than(&self, earlier: &Found) -> bool {
        let finds_rooms = earlier.with_rooms == 0 && self.with_rooms * 2 > self.sessions && self.sessions >= earlier.sessions;
        // What knows the day need not be asked for it.
        let needs_no_day = self.result.is_ok() && earlier.result.as_ref().is_err_and(ImportError::needs_first_day);
        let answers = needs_no_day && self.sessions >= earlier.sessions && self.with_rooms >= earlier.with_rooms;
        let is_asked = earlier.result.is_ok() && self.result.as_ref().is_err_and(ImportError::needs_first_day);
        let adds_question = is_asked && earlier.sessions >= self.sessions && earlier.with_rooms >= self.with_rooms;
        if answers || adds_question {
            return answers;
        }
        self.has_parts || !earlier.has_parts && (self.sessions * 100 > earlier.sessions * MORE || finds_rooms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn each_way_is_read_once_where_nothing_is_asked() {
        let reads = Cell::new(0);
        let way = |options: &Options| {
            reads.set(reads.get() + 1);
            crate::import::import(b"title,start\nOwls,2026-08-15 10:00\n", options)
        };
        let ways: [Way; 2] = [Box::new(way), Box::new(way)];
        let zoned = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
        assert!(best(&ways, &zoned).is_some_and(|result| result.is_ok()));
        assert_eq!(reads.take(), 2);
        assert!(best(&ways, &Options::default()).is_some_and(|result| result.unwrap_err().needs_time_zone()));
        assert_eq!(reads.take(), 4);
    }
}
