//! Rows that are pasted out of a spreadsheet, as corrections: a row of a session that is there corrects it, any other adds one.

use super::choices::Fields;
use super::edits::{Cells, added, field, next_added};
use crate::import::{Format, Options, import};
use crate::messages::{Language, Refusal};
use crate::program::{Program, Session};

/// The field into which they are pasted.
pub const FIELD: &str = "pasted";

/// What the rows say.
pub struct Pasted {
    /// All corrections, with those of before.
    pub edits: Fields,
    pub added: usize,
    pub corrected: usize,
    /// How many rows say what the program says already.
    pub unchanged: usize,
    /// How many rows could not be read.
    pub left_out: usize,
}

/// Reads rows with or without a header, as in any table that is imported. Texts about sessions are not among the corrections.
///
/// # Errors
///
/// The text is no table of sessions.
pub fn pasted(text: &str, now: &Program, edits: &Fields, language: Language) -> Result<Pasted, Refusal> {
    let options = Options {
        format: Some(Format::Csv),
        time_zone: Some(now.time_zone.clone()),
        first_day: now.days.first().map(|day| day.date),
        title: Some(now.title.clone()),
        ..Options::default()
    };
    let read = import(text.as_bytes(), &options).map_err(|error| error.refusal(language))?;
    let mut pasted = Pasted { edits: edits.clone(), added: 0, corrected: 0, unchanged: 0, left_out: read.left_out };
    for session in &read.program.sessions {
        pasted.take(session, &read.program, now);
    }
    Ok(pasted)
}

impl Pasted {
    fn take(&mut self, session: &Session, from: &Program, now: &Program) {
        let cells = Cells::of(session, from);
        if let Some(known) = known(session, now) {
            let before = Cells::of(known, now);
            let cells = cells.or(&before);
            let cancelled = known.cancelled || session.cancelled;
            if session.title == known.title && cells == before && cancelled == known.cancelled {
                self.unchanged += 1;
                return;
            }
            self.corrected += 1;
            // A session that was added at the desk is still known by its number.
            let key = added(&self.edits).find(|id| self.edits.get(&field("title", id)) == Some(&known.title));
            let key = key.unwrap_or_else(|| known.id.to_string());
            return self.write(&key, &session.title, cells, cancelled);
        }
        self.added += 1;
        self.write(&next_added(&self.edits), &session.title, cells, session.cancelled);
    }

    fn write(&mut self, id: &str, title: &str, cells: Cells, cancelled: bool) {
        let Cells { date, start, end, rooms, track, speakers } = cells;
        let texts = [
            ("title", title.to_owned()),
            ("date", date),
            ("start", start),
            ("end", end),
            ("room", rooms),
            ("track", track),
            ("speakers", speakers),
        ];
        self.edits.extend(texts.map(|(what, text)| (field(what, id), text)));
        self.edits.remove(&field("cancelled", id));
        self.edits.extend(cancelled.then(|| (field("cancelled", id), "on".to_owned())));
    }
}

/// The session that a row is about: the only one with its title, or of several that at the same time.
fn known<'p>(session: &Session, now: &'p Program) -> Option<&'p Session> {
    let same: Vec<&Session> = now.sessions.iter().filter(|known| known.title == session.title).collect();
    match same[..] {
        [only] => Some(only),
        _ => same.into_iter().find(|known| known.span.start == session.span.start),
    }
}

impl Cells {
    /// With what another row says where this one is silent.
    fn or(self, other: &Cells) -> Cells {
        let either = |own: String, other: &String| if own.is_empty() { other.clone() } else { own };
        Cells {
            rooms: either(self.rooms, &other.rooms),
            track: either(self.track, &other.track),
            speakers: either(self.speakers, &other.speakers),
            ..self
        }
    }
}
