//! An import job: a file in, a program file out.

use js_sys::{Array, Uint8Array};
use siganpyo::import::{ImportError, Imported, Options, import};
use siganpyo::messages::column::Column;
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::attachments;
use siganpyo::program::versions::{Matching, Verdict};
use siganpyo::wire::job::{Answer, CompareJob, ImportJob, ImportedColumn};
use siganpyo::wire::{program_file, stored_plan};
use wasm_bindgen::JsValue;
use web_sys::TextDecoder;

/// The most warnings that a person is shown.
const MAX_TOLD: usize = 50;

/// Reads the file in the first buffer.
///
/// # Errors
///
/// Whatever importing refuses.
pub fn read(job: &ImportJob, language: Language, buffers: &JsValue) -> Result<Answer, Refusal> {
    let bytes = Uint8Array::new(&Array::from(buffers).get(0)).to_vec();
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
            return Ok(Answer::ZoneNeeded { message, hint });
        }
        Err(error) => return Err(error.refusal(language)),
    };
    let warnings = imported.sentences(MAX_TOLD, language);
    let columns = imported.columns.into_iter().map(imported_column).collect();
    Ok(Answer::Imported { program: program_file::write(&imported.program), warnings, columns })
}

fn imported_column((name, meaning): (String, Option<Column>)) -> ImportedColumn {
    ImportedColumn { name, meaning: meaning.map_or("", Column::word).to_owned() }
}

/// What one program is to another, and which sessions the picks follow.
///
/// Programs that cannot be read have nothing in common: the page has read both before.
pub fn compare(job: &CompareJob) -> Answer {
    let (Ok(old), Ok(new)) = (program_file::read(&job.old), program_file::read(&job.new)) else {
        return Answer::Compared { verdict: Verdict::OtherConference, changed: 0, attachments: Vec::new() };
    };
    let matching = Matching::of(&old, &new);
    let plan = job.plan.as_deref().and_then(|plan| stored_plan::read(plan).ok());
    let attachments = plan.map(|plan| attachments(&plan, Some(&old), &new)).unwrap_or_default();
    let changed = matching.differences(&old, &new).len() as u64;
    Answer::Compared { verdict: matching.verdict(&old, &new), changed, attachments }
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
