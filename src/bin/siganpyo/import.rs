//! `siganpyo import`: a published program becomes a program file.

use crate::args::ImportOptions;
use crate::earlier::{self, Succession};
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::terminal::{self, Voice};
use serde_json::Value;
use siganpyo::import::{Format, ImportError, Imported, Options, Warning, add_walking, import, sentences};
use siganpyo::messages::Language;
use siganpyo::program::{Finding, Oddity, Program, check};
use siganpyo::wire::program_file;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// The most remarks that are read out; `--json` has more of them.
const MAX_TOLD: usize = 50;

/// Writes the program, then the report on stderr.
pub fn run(options: &ImportOptions, voice: Voice, inputs: &[&Path]) -> Result<(), Failure> {
    let language = voice.language;
    let bytes = files::read(&options.file, language)?;
    let walking = options.walking.as_deref().map(|table| files::read(table, language)).transpose()?;
    let read = |library: &Options| read_both(&bytes, walking.as_deref(), library, options, language);
    let (mut imported, encoding) = read(&library_options(options))?;
    let earlier = earlier::program(options.output.as_deref());
    let succession =
        earlier.as_ref().map(|old| Succession::of(old, &imported.program, options.id.is_some(), language)).transpose()?;
    if let Some(Succession::Keeps(id)) = &succession {
        (imported, _) = read(&Options { id: Some(id.to_string()), ..library_options(options) })?;
    }
    let is_refused = options.strict && imported.left_out > 0;
    if !is_refused {
        output::write(options.output.as_deref(), program_file::write(&imported.program).as_bytes(), inputs, language)?;
    }
    if options.timings {
        terminal::say(&timings(&bytes, &library_options(options)));
    }
    let told = earlier.zip(succession).map(|(old, succession)| {
        let sentence = succession.sentence(&old, &imported.program, language);
        (sentence, succession.changes(old, imported.program.clone(), language))
    });
    let (sentence, changes) = told.unwrap_or_default();
    let (changes, json_changes) = changes.map(|report| (report.text, report.json)).unzip();
    if voice.json {
        let mut json = json_report(&imported, encoding, language);
        json["id"] = sentence.into();
        json["changes"] = json_changes.into();
        eprint!("{}", terminal::json(&json));
    } else if !voice.quiet {
        let report = report(&imported, encoding, language);
        let lines = [Some(report), sentence, changes].into_iter().flatten();
        terminal::say(lines.collect::<Vec<_>>().join("\n").trim_end());
    }
    if is_refused { Err(files::failure(&options.file, (language.command_line().rows_lost)(imported.left_out))) } else { Ok(()) }
}

/// What importing and writing cost: the median of 15 rounds, and the most memory so far, the file included.
fn timings(bytes: &[u8], options: &Options) -> String {
    let memory = peak_memory().map_or_else(String::new, |peak| {
        format!(", at most {:.1} MB, {:.1} times the file", peak as f64 / 1e6, peak as f64 / bytes.len().max(1) as f64)
    });
    let mut rounds: Vec<Duration> = (0..15)
        .map(|_| {
            let start = Instant::now();
            black_box(read(bytes, options).map(|(imported, _)| program_file::write(&imported.program)).ok());
            start.elapsed()
        })
        .collect();
    rounds.sort();
    format!("{:.1} MB in {:.1?}{memory}", bytes.len() as f64 / 1e6, rounds[rounds.len() / 2])
}

/// Bytes that this process had at most, as far as the system says so; the program itself, which is mapped and not read, aside.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok());
    let (peak, mapped): (u64, u64) = (kilobytes("VmHWM:")?, kilobytes("RssFile:")?);
    Some(peak.saturating_sub(mapped) * 1024)
}

fn library_options(options: &ImportOptions) -> Options {
    let stem =
        options.file.file_stem().filter(|_| !files::is_stdin(&options.file)).map(|stem| stem.to_string_lossy().into_owned());
    Options {
        format: options.format.as_deref().and_then(Format::from_word),
        time_zone: options.time_zone.clone(),
        id: options.id.clone(),
        title: options.title.clone(),
        file_name: stem,
        shift: options.shift,
        columns: Vec::new(),
    }
}

/// Reads the file and the table of walking times.
fn read_both(
    bytes: &[u8],
    walking: Option<&[u8]>,
    library: &Options,
    options: &ImportOptions,
    language: Language,
) -> Result<(Imported, Option<&'static str>), Failure> {
    let refused = |path: &Path, error: ImportError| files::failure(path, error.refusal(language));
    let (mut imported, encoding) = read(bytes, library).map_err(|error| refused(&options.file, error))?;
    if let Some((path, table)) = options.walking.as_deref().zip(walking) {
        imported.warnings.extend(add_walking(&mut imported.program, table).map_err(|error| refused(path, error))?);
    }
    Ok((imported, encoding))
}

/// Reads the file, also in an encoding that the library only recognises, which is then named.
fn read(bytes: &[u8], options: &Options) -> Result<(Imported, Option<&'static str>), ImportError> {
    let error = match import(bytes, options) {
        Ok(imported) => return Ok((imported, None)),
        Err(error) => error,
    };
    let decoder = error.likely_encoding().and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let text = decoder.and_then(|decoder| decoder.decode_without_bom_handling_and_without_replacement(bytes));
    match (text, decoder) {
        (Some(text), Some(decoder)) => Ok((import(text.as_bytes(), options)?, Some(decoder.name()))),
        _ => Err(error),
    }
}

/// How many rows were read, then each that was not, then the program and what may be wrong in it.
fn report(imported: &Imported, encoding: Option<&str>, language: Language) -> String {
    let texts = language.command_line();
    let program = &imported.program;
    let (lost, others): (Vec<Warning>, Vec<Warning>) = imported.warnings.iter().cloned().partition(Warning::is_left_out);
    let is_table = !imported.columns.is_empty();
    let mut lines = vec![(texts.rows)(program.sessions.len(), imported.left_out, is_table)];
    lines.extend(lost.iter().map(|warning| warning.sentence(language)));
    lines.push((texts.imported)(program));
    lines.extend(encoding.map(texts.decoded));
    lines.extend(sentences(others, MAX_TOLD, language));
    lines.extend(findings(program).iter().map(|finding| (texts.finding)(finding, program)));
    lines.join("\n")
}

/// What `check` finds, without what the importer has already said of the file.
fn findings(program: &Program) -> Vec<Finding> {
    let is_said = |finding: &Finding| matches!(finding.oddity, Oddity::NoLength | Oddity::UnknownRoom { .. });
    check(program).into_iter().filter(|finding| !is_said(finding)).collect()
}

fn json_report(imported: &Imported, encoding: Option<&str>, language: Language) -> Value {
    let program = &imported.program;
    let warnings: Vec<String> = imported.warnings.iter().map(|warning| warning.sentence(language)).collect();
    let findings = findings(program);
    let findings: Vec<String> = findings.iter().map(|finding| (language.command_line().finding)(finding, program)).collect();
    serde_json::json!({
        "program": program.id.as_str(), "version": program.version, "title": program.title, "time_zone": program.time_zone,
        "days": program.days.len(), "rooms": program.rooms.len(), "tracks": program.tracks.len(),
        "sessions": program.sessions.len(), "left_out": imported.left_out, "encoding": encoding.unwrap_or("UTF-8"),
        "warnings": warnings, "findings": findings,
    })
}
