//! An import job: the files of a program in, a program file out, or a question about them.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use siganpyo::import::{
    ImportError, Imported, NamedFile, Options, better_sources, fields_to_correct, first_sessions, import_files, likely_zones,
    plan_in, report, zones_like,
};
use siganpyo::messages::column::Column;
use siganpyo::messages::{Language, Refusal};
use siganpyo::program::Date;
use siganpyo::wire::import_job::{ImportJob, ImportedColumn, Offer};
use siganpyo::wire::job::Answer;
use siganpyo::wire::{plan_file, program_file};
use wasm_bindgen::JsCast;
use web_sys::TextDecoder;

/// The most warnings that a person is shown.
const MAX_TOLD: usize = 50;

/// The most zones that a person is offered.
const MAX_OFFERED: usize = 4;

/// The most that a search shows; who sees more types more.
const MAX_FOUND: usize = 6;

/// As many sessions show whether dates are right, and as many what is in a list.
const FIRST: usize = 3;

/// Reads the files in the buffers.
pub fn read(job: &ImportJob, buffers: &Array) -> (Answer, Array) {
    let (language, options) = (language(job), options(job));
    let mut files = files(job, buffers);
    if let [file] = files.as_slice()
        && let Some(plan) = plan_in(&file.bytes)
    {
        return (Answer::Planned { plan: plan_file::write(&plan) }, Array::new());
    }
    let error = match import_decoded(&mut files, &options) {
        Ok(imported) => return imported_answer(imported, language),
        Err(error) => error,
    };
    workbook_needed(&error).unwrap_or_else(|| {
        let answer = question(&error, &files, &options, job);
        (answer.unwrap_or_else(|| refused(&error, &files, &options, language)), Array::new())
    })
}

/// Tells how the files would begin if they were read so.
pub fn begin(job: &ImportJob, buffers: &Array) -> (Answer, Array) {
    let options = options(job);
    let mut files = files(job, buffers);
    // What is refused has no first sessions either.
    let needed = import_decoded(&mut files, &options).err().and_then(|error| workbook_needed(&error));
    needed.unwrap_or_else(|| (Answer::Begun { sessions: first(&files, &options, FIRST) }, Array::new()))
}

/// Looks for zones by a text that is being typed, and tells how the files would begin in each.
pub fn search_zones(job: &ImportJob, text: &str, buffers: &Array) -> (Answer, Array) {
    let options = options(job);
    let mut files = files(job, buffers);
    let needed = import_decoded(&mut files, &options).err().and_then(|error| workbook_needed(&error));
    needed.unwrap_or_else(|| {
        let found = zones_like(text, &job.zones, MAX_FOUND).into_iter().map(|zone| offer(zone, false, &files, &options));
        (Answer::Zones { zones: found.collect() }, Array::new())
    })
}

/// Tells what the web page names as other forms of its program.
pub fn sources(address: &str, buffers: &Array) -> Answer {
    let page = Uint8Array::new(buffers.get(0).unchecked_ref::<ArrayBuffer>()).to_vec();
    Answer::Sources { addresses: better_sources(&page, address) }
}

/// The workbook comes back as its sheets, in the place of all files.
fn workbook_needed(error: &ImportError) -> Option<(Answer, Array)> {
    let bytes = Uint8Array::from(error.workbook()?).buffer();
    Some((Answer::WorkbookNeeded, Array::of1(&bytes)))
}

fn language(job: &ImportJob) -> Language {
    Language::from_tag(&job.language).unwrap_or(Language::FALLBACK)
}

fn options(job: &ImportJob) -> Options {
    let told = job.fields.iter().filter_map(|text| ImportedColumn::from_told(text));
    Options {
        time_zone: job.time_zone.clone(),
        shift: job.shift,
        first_day: job.first_day.as_deref().and_then(Date::parse),
        columns: job.columns.iter().map(|word| Column::from_word(word)).collect(),
        fields: told.map(|field| (field.name, Column::from_word(&field.meaning))).collect(),
        list: job.list.clone(),
        title: job.title.clone(),
        ..Options::default()
    }
}

fn files(job: &ImportJob, buffers: &Array) -> Vec<NamedFile> {
    let names = job.names.iter().cloned().chain(std::iter::repeat(String::new()));
    let bytes = buffers.iter().map(|buffer| Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()).to_vec());
    names.zip(bytes).map(|(name, bytes)| NamedFile { name, bytes }).collect()
}

/// The library names an encoding that it has no tables for; the browser has them.
fn import_decoded(files: &mut [NamedFile], options: &Options) -> Result<Imported, ImportError> {
    let error = match import_files(files, options) {
        Ok(imported) => return Ok(imported),
        Err(error) => error,
    };
    let decoder = error.likely_encoding().and_then(|label| TextDecoder::new_with_label(label).ok());
    let Some(decoder) = decoder else { return Err(error) };
    for file in files.iter_mut().filter(|file| std::str::from_utf8(&file.bytes).is_err()) {
        let Ok(text) = decoder.decode_with_u8_array(&file.bytes) else { return Err(error) };
        file.bytes = text.into_bytes();
    }
    import_files(files, options)
}

fn imported_answer(imported: Imported, language: Language) -> (Answer, Array) {
    let warnings = imported.sentences(MAX_TOLD, language);
    let columns = imported.columns.into_iter().map(column).collect();
    let fields = imported.fields.into_iter().map(column).collect();
    let file = Uint8Array::from(program_file::write(&imported.program).as_bytes()).buffer();
    (Answer::Imported { warnings, columns, fields }, Array::of1(&file))
}

/// The question whose answer the files need.
fn question(error: &ImportError, files: &[NamedFile], options: &Options, job: &ImportJob) -> Option<Answer> {
    let Refusal { message, hint } = error.refusal(language(job));
    if error.needs_first_day() {
        Some(Answer::DayNeeded { message, hint })
    } else if error.needs_time_zone() {
        Some(Answer::ZoneNeeded { message, hint, zones: zones(files, options, job) })
    } else if !error.lists().is_empty() {
        Some(Answer::ListNeeded { lists: lists(error, files, options) })
    } else {
        None
    }
}

fn refused(error: &ImportError, files: &[NamedFile], options: &Options, language: Language) -> Answer {
    let Refusal { message, hint } = error.refusal(language);
    let fields = fields_to_correct(error, options).into_iter().map(column).collect();
    Answer::Refused { message, hint, report: report(files, Some(error)), fields }
}

/// What the files suggest, then what the person may mean, each once. The files are read again for each.
fn zones(files: &[NamedFile], options: &Options, job: &ImportJob) -> Vec<Offer> {
    let here = job.zones.first().map(String::as_str);
    let likely = likely_zones(files, options, job.address.as_deref(), here);
    let mut offered: Vec<Offer> = Vec::new();
    let all = likely.iter().map(|zone| (zone, true)).chain(job.zones.iter().map(|zone| (zone, false)));
    for (zone, is_likely) in all {
        if offered.len() < MAX_OFFERED && !offered.iter().any(|other| other.value == *zone) {
            offered.push(offer(zone.clone(), is_likely, files, options));
        }
    }
    offered
}

fn offer(zone: String, is_likely: bool, files: &[NamedFile], options: &Options) -> Offer {
    let options = Options { time_zone: Some(zone.clone()), ..options.clone() };
    Offer { value: zone, is_likely, count: 0, sessions: first(files, &options, 1) }
}

fn lists(error: &ImportError, files: &[NamedFile], options: &Options) -> Vec<Offer> {
    let offered = error.lists().iter().map(|(path, count, _)| {
        let options = Options { list: Some(path.clone()), ..options.clone() };
        let count = u32::try_from(*count).unwrap_or(u32::MAX);
        Offer { value: path.clone(), is_likely: false, count, sessions: first(files, &options, FIRST) }
    });
    offered.collect()
}

fn first(files: &[NamedFile], options: &Options, most: usize) -> Vec<String> {
    let sessions = first_sessions(files, options, most).into_iter();
    sessions.map(|(start, title)| format!("{start} {title}")).collect()
}

fn column((name, meaning): (String, Option<Column>)) -> ImportedColumn {
    ImportedColumn { name, meaning: meaning.map_or("", Column::word).to_owned() }
}
