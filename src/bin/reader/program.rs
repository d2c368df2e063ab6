//! An import job: a file in, a program file out.

use js_sys::{Array, Uint8Array};
use siganpyo::import::{ImportError, Imported, Options, ZoneReading, import, likely_zones, plan_in, zone_reading};
use siganpyo::messages::column::Column;
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::attachments;
use siganpyo::program::versions::{Matching, Verdict};
use siganpyo::wire::job::{Answer, CompareJob, ImportJob, ImportedColumn, OfferedZone};
use siganpyo::wire::{packed_program, plan_file, program_file, stored_plan};
use web_sys::TextDecoder;

/// The most warnings that a person is shown.
const MAX_TOLD: usize = 50;

/// The most zones that a person is offered.
const MAX_OFFERED: usize = 4;

/// An answer with the buffers that go with it.
pub type Outcome = Result<(Answer, Array), Refusal>;

/// Reads the file in the first buffer.
///
/// # Errors
///
/// Whatever importing refuses.
pub fn read(job: &ImportJob, language: Language, buffers: &Array) -> Outcome {
    let bytes = Uint8Array::new(&buffers.get(0)).to_vec();
    if let Some(plan) = plan_in(&bytes) {
        return Ok((Answer::Planned { plan: plan_file::write(&plan) }, Array::new()));
    }
    let options = Options {
        time_zone: job.time_zone.clone(),
        shift: job.shift,
        columns: job.columns.iter().map(|word| Column::from_word(word)).collect(),
        title: job.title.clone(),
        ..Options::default()
    };
    let imported = match import_decoded(&bytes, &options) {
        Ok(imported) => imported,
        Err(error) if error.needs_time_zone() => {
            let Refusal { message, hint } = error.refusal(language);
            return Ok((Answer::ZoneNeeded { message, hint, zones: zones(&bytes, &options, job) }, Array::new()));
        }
        Err(error) => return Err(error.refusal(language)),
    };
    let warnings = imported.sentences(MAX_TOLD, language);
    let columns = imported.columns.into_iter().map(imported_column).collect();
    let file = Uint8Array::from(program_file::write(&imported.program).as_bytes()).buffer();
    Ok((Answer::Imported { warnings, columns }, Array::of1(&file)))
}

/// What the file suggests, then what the person may mean, each once. The file is read again for each.
fn zones(bytes: &[u8], options: &Options, job: &ImportJob) -> Vec<OfferedZone> {
    let likely = likely_zones(bytes, options, job.address.as_deref());
    let mut offered: Vec<OfferedZone> = likely.into_iter().map(|reading| offered_zone(reading, true)).collect();
    for zone in &job.zones {
        if offered.len() < MAX_OFFERED && !offered.iter().any(|other| other.zone == *zone) {
            offered.push(offered_zone(zone_reading(bytes, options, zone), false));
        }
    }
    offered
}

fn offered_zone(ZoneReading { zone, first }: ZoneReading, is_likely: bool) -> OfferedZone {
    let (start, title) = first.map(|(start, title)| (start.to_string(), title)).unwrap_or_default();
    OfferedZone { zone, is_likely, start, title }
}

fn imported_column((name, meaning): (String, Option<Column>)) -> ImportedColumn {
    ImportedColumn { name, meaning: meaning.map_or("", Column::word).to_owned() }
}

/// What one program is to another, and which sessions the picks follow.
///
/// Programs that cannot be read have nothing in common: the page has read both before.
pub fn compare(job: &CompareJob, buffers: &Array) -> Answer {
    let program = |at: u32| {
        String::from_utf8(Uint8Array::new(&buffers.get(at)).to_vec()).ok().and_then(|file| program_file::read(&file).ok())
    };
    let (Some(old), Some(new)) = (program(0), program(1)) else {
        return Answer::Compared { verdict: Verdict::OtherConference, changed: 0, attachments: Vec::new() };
    };
    let matching = Matching::of(&old, &new);
    let plan = job.plan.as_deref().and_then(|plan| stored_plan::read(plan).ok());
    let attachments = plan.map(|plan| attachments(&plan, Some(&old), &new)).unwrap_or_default();
    let changed = matching.differences(&old, &new).len() as u64;
    Answer::Compared { verdict: matching.verdict(&old, &new), changed, attachments }
}

/// Packs the program in the first buffer for a link.
///
/// # Errors
///
/// It cannot be read, which the page did before.
pub fn pack(buffers: &Array) -> Result<Answer, Refusal> {
    let file = String::from_utf8_lossy(&Uint8Array::new(&buffers.get(0)).to_vec()).into_owned();
    let program = program_file::read(&file).map_err(|error| error.refusal(Language::FALLBACK.file_messages()))?;
    Ok(Answer::Packed { data: packed_program::write(&program) })
}

/// The library names an encoding that it has no tables for; the browser has them.
fn import_decoded(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let error = match import(bytes, options) {
        Ok(imported) => return Ok(imported),
        Err(error) => error,
    };
    let decoder = error.likely_encoding().and_then(|label| TextDecoder::new_with_label(label).ok());
    match decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes).ok()) {
        Some(text) => import(text.as_bytes(), options),
        None => Err(error),
    }
}
