//! `siganpyo-plan/1`: a plan on its own, as a backup or for the command line.

use super::error::{Problem, ReadError};
use super::{read_json, read_span};
use crate::plan::{OwnEntry, Pick, Plan, Priority};
use crate::program::{ProgramId, SessionId};
use serde::{Deserialize, Serialize};

/// The value of the field `format`.
pub const FORMAT: &str = "siganpyo-plan/1";

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    program: String,
    #[serde(default)]
    picks: Vec<PickRow>,
    #[serde(default)]
    own: Vec<OwnRow>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PickRow {
    session: String,
    title: String,
    start: String,
    end: String,
    #[serde(default)]
    rooms: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    priority: Option<PriorityWord>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum PriorityWord {
    Must,
    Maybe,
}

#[derive(Serialize, Deserialize)]
pub(super) struct OwnRow {
    id: String,
    title: String,
    start: String,
    end: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// Reads a plan file.
///
/// # Errors
///
/// Broken JSON, another format, a moment that is none, an end before its start.
pub fn read(text: &str) -> Result<Plan, ReadError> {
    let file: File = read_json(text, FORMAT, Problem::NotAPlan)?;
    let mut plan = Plan::empty(ProgramId::new(file.program));
    for row in file.picks {
        plan.put(read_pick(row)?);
    }
    for row in file.own {
        plan.put_own(read_own(row)?);
    }
    Ok(plan)
}

/// Writes what is chosen now; what was taken out is not in the file.
pub fn write(plan: &Plan) -> String {
    let file = File {
        format: FORMAT.to_owned(),
        program: plan.program.to_string(),
        picks: plan.picks().map(pick_row).collect(),
        own: plan.own().map(own_row).collect(),
    };
    serde_json::to_string_pretty(&file).expect("plain data") + "\n"
}

pub(super) fn read_pick(row: PickRow) -> Result<Pick, ReadError> {
    Ok(Pick {
        span: read_span(&row.start, &row.end, &row.session)?,
        session: SessionId::new(row.session),
        title: row.title,
        rooms: row.rooms,
        speakers: row.speakers,
        priority: row.priority.map(|word| match word {
            PriorityWord::Must => Priority::Must,
            PriorityWord::Maybe => Priority::Maybe,
        }),
    })
}

pub(super) fn read_own(row: OwnRow) -> Result<OwnEntry, ReadError> {
    let span = read_span(&row.start, &row.end, &row.id)?;
    Ok(OwnEntry { id: row.id, title: row.title, span, place: row.place, note: row.note })
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
            Priority::Must => PriorityWord::Must,
            Priority::Maybe => PriorityWord::Maybe,
        }),
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
