//! `siganpyo-stored-plan/1`: a plan as stored on the device, with what is needed to merge copies.

use super::error::{Problem, ReadError};
use super::plan_file::{OwnRow, PickRow, own_row, pick_row, read_own, read_pick};
use super::tree::{self, Fields};
use crate::plan::{Plan, Record};
use crate::program::ProgramId;
use serde::Serialize;

/// The value of the field `format`.
pub const FORMAT: &str = "siganpyo-stored-plan/1";

#[derive(Serialize)]
struct StoredPlanFile {
    format: String,
    program: String,
    picks: Vec<RecordRow<PickRow>>,
    own: Vec<RecordRow<OwnRow>>,
}

#[derive(Serialize)]
struct RecordRow<T> {
    edit: u64,
    kept: bool,
    value: T,
}

/// Reads a stored plan.
///
/// # Errors
///
/// Broken JSON, another format, an invalid moment, or an end before its start. The text must then be set aside, never
/// overwritten.
pub fn read(text: &str) -> Result<Plan, ReadError> {
    let mut file = tree::read(text, FORMAT, Problem::NotAPlan)?;
    let mut plan = Plan::empty(ProgramId::new(file.filled("program")?));
    for record in file.each("picks", |row| read_record(row, read_pick))? {
        plan.picks.insert(record.value.session.clone(), record);
    }
    for record in file.each("own", |row| read_record(row, read_own))? {
        plan.own.insert(record.value.id.clone(), record);
    }
    Ok(plan)
}

fn read_record<'a, T>(mut row: Fields<'a>, read: fn(Fields<'a>) -> Result<T, ReadError>) -> Result<Record<T>, ReadError> {
    Ok(Record { value: read(row.record("value")?)?, edit: row.number("edit")?, kept: row.flag("kept") })
}

/// Writes a plan with all its records.
pub fn write(plan: &Plan) -> String {
    let file = StoredPlanFile {
        format: FORMAT.to_owned(),
        program: plan.program.to_string(),
        picks: plan.picks.values().map(|record| row(record, pick_row)).collect(),
        own: plan.own.values().map(|record| row(record, own_row)).collect(),
    };
    serde_json::to_string(&file).expect("plain data")
}

fn row<T, U>(record: &Record<T>, convert: fn(&T) -> U) -> RecordRow<U> {
    RecordRow { edit: record.edit, kept: record.kept, value: convert(&record.value) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::pick;
    use crate::program::SessionId;

    #[test]
    fn a_stored_plan_keeps_removed_entries() {
        let mut plan = Plan::empty(ProgramId::new("p"));
        plan.put(pick("a", "13:00", "13:25"));
        plan.put(pick("b", "13:00", "13:25"));
        plan.take_out(&SessionId::new("a"));
        assert_eq!(read(&write(&plan)).unwrap(), plan);
    }
}
