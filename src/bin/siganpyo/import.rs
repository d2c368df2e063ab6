//! `siganpyo import`: a published program becomes a program file.

use crate::args::ImportOptions;
use crate::diff::Report;
use crate::earlier::{Earlier, Succession};
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::source::Source;
use crate::terminal::{self, Voice};
use crate::web;
use serde_json::Value;
use siganpyo::import::{
    Format, ImportError, Imported, NamedFile, Options, Warning, add_walking, better_sources, import, import_files,
    report as file_report, sentences,
};
use siganpyo::messages::Language;
use siganpyo::program::{Finding, Oddity, Program, check};
use siganpyo::wire::program_file;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The most remarks that are read out; `--json` has more of them.
const MAX_TOLD: usize = 50;

/// What was read, and how it is turned into a program.
struct Input<'a> {
    options: &'a ImportOptions,
    files: Vec<NamedFile>,
    walking: Option<Vec<u8>>,
    language: Language,
}

/// What a version before means, in words and as JSON.
#[derive(Default)]
struct Told {
    sentence: Option<String>,
    changes: Option<Report>,
}

/// Writes the program, then the report on stderr.
pub fn run(options: &ImportOptions, voice: Voice, inputs: &[&Source]) -> Result<(), Failure> {
    let language = voice.language;
    let input = Input::read(options, language)?;
    if options.report {
        let outcome = read_files(&input.files, &library_options(options));
        let text = file_report(&input.files, outcome.err().as_ref());
        return output::write(options.output.as_deref(), text.as_bytes(), inputs, language);
    }
    let (mut imported, encoding) = input.import(options.id.clone())?;
    if options.strict && imported.left_out > 0 {
        report(&imported, encoding, Told::default(), voice);
        return Err(files::failure(&options.file, (language.command_line().rows_lost)(imported.left_out)));
    }
    let earlier = Earlier::find(options.against.as_ref(), options.output.as_deref(), voice)?;
    let succession = earlier.as_ref().map(|earlier| earlier.succession(&imported.program, options.id.is_some(), language));
    let succession = succession.transpose()?;
    if let Some(Succession::Keeps(id)) = &succession {
        (imported, _) = input.import(Some(id.to_string()))?;
    }
    output::write(options.output.as_deref(), program_file::write(&imported.program).as_bytes(), inputs, language)?;
    if options.timings {
        terminal::say(&timings(&input.files, &library_options(options)));
    }
    let told = earlier.zip(succession).map(|(earlier, succession)| Told {
        sentence: earlier.sentence(&succession, &imported.program, language),
        changes: earlier.changes(&succession, imported.program.clone(), language),
    });
    report(&imported, encoding, told.unwrap_or_default(), voice);
    Ok(())
}

/// What importing and writing cost: the median of 15 rounds, and the most memory so far, the file included.
fn timings(files: &[NamedFile], options: &Options) -> String {
    let length: usize = files.iter().map(|file| file.bytes.len()).sum();
    let memory = peak_memory().map_or_else(String::new, |peak| {
        format!(", at most {:.1} MB, {:.1} times the file", peak as f64 / 1e6, peak as f64 / length.max(1) as f64)
    });
    let mut rounds: Vec<Duration> = (0..15)
        .map(|_| {
            let start = Instant::now();
            black_box(read_files(files, options).map(|(imported, _)| program_file::write(&imported.program)).ok());
            start.elapsed()
        })
        .collect();
    rounds.sort();
    format!("{:.1} MB in {:.1?}{memory}", length as f64 / 1e6, rounds[rounds.len() / 2])
}

/// Bytes that this process had at most, as far as the system says so; the program itself, which is mapped and not read, aside.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok());
    let (peak, mapped): (u64, u64) = (kilobytes("VmHWM:")?, kilobytes("RssFile:")?);
    Some(peak.saturating_sub(mapped) * 1024)
}

fn library_options(options: &ImportOptions) -> Options {
    Options {
        format: options.format.as_deref().and_then(Format::from_word),
        time_zone: options.time_zone.clone(),
        id: options.id.clone(),
        title: options.title.clone(),
        file_name: options.file.stem(),
        shift: options.shift,
        first_day: options.first_day,
        list: options.list.clone(),
        ..Options::default()
    }
}

impl<'a> Input<'a> {
    fn read(options: &'a ImportOptions, language: Language) -> Result<Input<'a>, Failure> {
        let sources = std::iter::once(&options.file).chain(&options.parts);
        let files = sources.map(|source| Ok(NamedFile { name: source.to_string(), bytes: files::read(source, language)? }));
        let mut files = files.collect::<Result<Vec<NamedFile>, Failure>>()?;
        if let ([file], Source::Web(address)) = (files.as_mut_slice(), &options.file) {
            follow(file, address, &library_options(options));
        }
        let walking = options.walking.as_ref().map(|table| files::read(table, language)).transpose()?;
        Ok(Input { options, files, walking, language })
    }

    /// The program with this id, or with its own.
    fn import(&self, id: Option<String>) -> Result<(Imported, Option<&'static str>), Failure> {
        let refused = |source: &Source, error: ImportError| files::failure(source, files::import_refusal(&error, self.language));
        let library = Options { id, ..library_options(self.options) };
        let (mut imported, encoding) = read_files(&self.files, &library).map_err(|error| refused(&self.options.file, error))?;
        if let Some((source, table)) = self.options.walking.as_ref().zip(self.walking.as_deref()) {
            imported.warnings.extend(add_walking(&mut imported.program, table).map_err(|error| refused(source, error))?);
        }
        Ok((imported, encoding))
    }
}

/// Takes what a web page names as another form of its program in its place, if that can be fetched and read.
fn follow(page: &mut NamedFile, address: &str, options: &Options) {
    let is_read = |bytes: &[u8]| match read(bytes, options) {
        // A page may have a calendar file with nothing but the conference in it.
        Ok((imported, _)) => imported.program.sessions.len() > 2,
        Err(error) => error.needs_time_zone() || error.needs_first_day(),
    };
    let fetched = better_sources(&page.bytes, address).into_iter().filter_map(|source| Some((web::fetch(&source).ok()?, source)));
    if let Some((bytes, name)) = { fetched }.find(|(bytes, _)| is_read(bytes)) {
        *page = NamedFile { name, bytes };
    }
}

/// Reads a file, or several with parts of one program.
fn read_files(files: &[NamedFile], options: &Options) -> Result<(Imported, Option<&'static str>), ImportError> {
    match files {
        [file] => read(&file.bytes, options),
        files => Ok((import_files(files, options)?, None)),
    }
}

/// Reads the file, also in an encoding that the library only recognises, which is then named.
pub fn read(bytes: &[u8], options: &Options) -> Result<(Imported, Option<&'static str>), ImportError> {
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

/// Tells what was read and what the version before means.
fn report(imported: &Imported, encoding: Option<&str>, told: Told, voice: Voice) {
    let (changes, json_changes) = told.changes.map(|report| (report.text, report.json)).unzip();
    if voice.json {
        let mut json = json_report(imported, encoding, voice.language);
        json["id"] = told.sentence.into();
        json["changes"] = json_changes.into();
        eprint!("{}", terminal::json(&json));
    } else if !voice.quiet {
        let report = text_report(imported, encoding, voice.language);
        let lines = [Some(report), told.sentence, changes].into_iter().flatten();
        terminal::say(lines.collect::<Vec<_>>().join("\n").trim_end());
    }
}

/// How many rows were read, then each that was not, then the program and what may be wrong in it.
fn text_report(imported: &Imported, encoding: Option<&str>, language: Language) -> String {
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
