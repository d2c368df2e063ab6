//! An import job: a file in, a program file out.

use super::Outcome;
use js_sys::{Array, Uint8Array};
use siganpyo::import::{ImportError, Imported, Options, import};
use siganpyo::messages::Language;
use siganpyo::wire::job::{Answer, ImportJob};
use siganpyo::wire::program_file;
use wasm_bindgen::JsValue;
use web_sys::TextDecoder;

/// Reads the file in the first buffer.
///
/// # Errors
///
/// Whatever importing refuses.
pub fn read(job: &ImportJob, language: Language, buffers: &JsValue) -> Outcome {
    let bytes = Uint8Array::new(&Array::from(buffers).get(0)).to_vec();
    let options = Options { time_zone: job.time_zone.clone(), ..Options::default() };
    let imported = import_decoded(&bytes, &options).map_err(|error| error.refusal(language))?;
    let warnings = imported.warnings.iter().map(|warning| warning.sentence(language)).collect();
    Ok((Answer::Imported { program: program_file::write(&imported.program), warnings }, Array::new()))
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
