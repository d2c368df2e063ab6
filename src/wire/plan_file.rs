//! `siganpyo-plan/1`: a plan on its own, as a backup or for the command line.

use super::error::{Problem, ReadError};
use super::read_span;
use super::tree::{self, Fields};
use crate::plan::{OwnEntry, Pick, Plan, Priority, Standing};
use crate::program::{ProgramId, SessionId};
use serde::Serialize;

/// The value of the field `format`.
pub const FORMAT: &str = "siganpyo-plan/1";

#[derive(Serialize)]
struct PlanFile {
    format: String,
    program: String,
    picks: Vec<PickRow>,
    own: Vec<OwnRow>,
}

#[derive(Serialize)]
pub(super) struct PickRow {
    session: String,
    title: String,
    start: String,
    end: String,
    rooms: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct OwnRow {
    id: String,
    title: String,
    start: String,
    end: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// Reads a plan file.
///
/// # Errors
///
/// Broken JSON, another format, an invalid moment, or an end before its start.
pub fn read(text: &str) -> Result<Plan, ReadError> {
    let mut file = tree::read(text, FORMAT, Problem::NotAPlan)?;
    let mut plan = Plan::empty(ProgramId::new(file.filled("program")?));
    plan.put_all(file.each("picks", read_pick)?);
    plan.put_all_own(file.each("own", read_own)?);
    Ok(plan)
}

/// Writes what is chosen now, without removed entries.
pub fn write(plan: &Plan) -> String {
    let file = PlanFile {
        format: FORMAT.to_owned(),
        program: plan.program.to_string(),
        picks: plan.picks().map(pick_row).collect(),
        own: plan.own().map(own_row).collect(),
    };
    serde_json::to_string_pretty(&file).expect("plain data") + "\n"
}

pub(super) fn read_pick(mut row: Fields<'_>) -> Result<Pick, ReadError> {
    let session = row.filled("session")?;
    let mut row = row.at(format!("session {session}"));
    Ok(Pick {
        session: SessionId::new(session),
        title: row.text("title")?,
        span: read_span(&mut row)?,
        rooms: row.texts("rooms"),
        speakers: row.texts("speakers"),
        priority: row.maybe_text("priority").as_deref().and_then(read_priority),
        standing: match row.maybe_text("standing").as_deref() {
            Some("cancelled") => Standing::Cancelled,
            Some("removed") => Standing::Removed,
            _ => Standing::Planned,
        },
        was: row.maybe_text("was").map(SessionId::new),
        candidates: row.texts("candidates").into_iter().map(SessionId::new).collect(),
    })
}

fn read_priority(word: &str) -> Option<Priority> {
    match word {
        "must" => Some(Priority::Must),
        "maybe" => Some(Priority::Maybe),
        _ => None,
    }
}

pub(super) fn read_own(mut row: Fields<'_>) -> Result<OwnEntry, ReadError> {
    let id = row.filled("id")?;
    let mut row = row.at(format!("entry {id}"));
    Ok(OwnEntry {
        id,
        title: row.text("title")?,
        span: read_span(&mut row)?,
        place: row.maybe_text("place"),
        note: row.maybe_text("note"),
    })
}

pub(super) fn pick_row(pick: &Pick) -> PickRow {
    PickRow {
        session: pick.session.to_string(),
        title: pick.title.clone(),
        start: pick.span.start.to_string(),
        end: pick.span.end.to_string(),
        rooms: pick.rooms.clone(),
        speakers: pick.speakers.clone(),
        priority: pick.priority.map(|priority| match priority {
            Priority::Must => "must",
            Priority::Maybe => "maybe",
        }),
        standing: match pick.standing {
            Standing::Planned => None,
            Standing::Cancelled => Some("cancelled"),
            Standing::Removed => Some("removed"),
        },
        was: pick.was.as_ref().map(SessionId::to_string),
        candidates: pick.candidates.iter().map(SessionId::to_string).collect(),
    }
}

pub(super) fn own_row(own: &OwnEntry) -> OwnRow {
    OwnRow {
        id: own.id.clone(),
        title: own.title.clone(),
        start: own.span.start.to_string(),
        end: own.span.end.to_string(),
        place: own.place.clone(),
        note: own.note.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::{pick, span};

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        let mut plan = Plan::empty(ProgramId::new("p"));
        plan.put(Pick { priority: Some(Priority::Must), speakers: vec!["강효준".to_owned()], ..pick("a", "13:00", "13:25") });
        let candidates = ["c", "d"].map(SessionId::new).to_vec();
        plan.put(Pick { standing: Standing::Removed, candidates, ..pick("b", "13:00", "13:25") });
        plan.put(Pick { standing: Standing::Cancelled, was: Some(SessionId::new("f")), ..pick("e", "13:00", "13:25") });
        plan.put_own(OwnEntry {
            id: "own-1".to_owned(),
            title: "점심".to_owned(),
            span: span("12:00", "13:00"),
            place: Some("로비".to_owned()),
            note: None,
        });
        assert_eq!(read(&write(&plan)).unwrap(), plan);
    }
}
