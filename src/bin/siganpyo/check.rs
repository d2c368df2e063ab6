//! `siganpyo check`: is a program file valid, and what looks wrong in it? Or the same of a site.

mod looked_at;
mod site;

use crate::args::CheckOptions;
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::terminal::Voice;
use siganpyo::import::Imported;
use siganpyo::messages::Language;
use siganpyo::program::versions;
use siganpyo::program::{Finding, Oddity, Program, SessionId, check};

/// Prints what looks wrong with a site, or else with a program file.
pub fn run(options: &CheckOptions, voice: Voice) -> Result<(), Failure> {
    let Some(report) = looked_at::report(&options.program, voice.language)? else { return check_program(options, voice) };
    site::print(&options.program, &report, voice)?;
    let published = published(options, voice)?;
    if let (Some(published), Some(program)) = (published, &report.program) {
        compare(&published, program, options, voice)?;
    }
    site::judge(&options.program, &report, voice.language)
}

/// An invalid file is refused, and one that would not reach whoever has what is published.
fn check_program(options: &CheckOptions, voice: Voice) -> Result<(), Failure> {
    let language = voice.language;
    let texts = language.command_line();
    let Imported { program, warnings, .. } = files::import_program(&options.program, language)?;
    let published = published(options, voice)?;
    let warnings: Vec<String> = warnings.iter().map(|warning| warning.sentence(language)).collect();
    let findings = check(&program);
    if voice.json {
        let mut json = json(&program, &findings, &warnings, language);
        json["published"] = published.as_ref().map(|published| published.id.as_str()).into();
        output::print_json(&json, language)?;
    } else if !voice.quiet {
        let mut lines = vec![(texts.imported)(&program)];
        lines.extend(findings.iter().map(|finding| (texts.finding)(finding, &program)));
        let is_right = findings.is_empty() && warnings.is_empty();
        lines.extend(warnings);
        lines.extend(is_right.then(|| texts.looks_right.to_owned()));
        output::print_text(&(lines.join("\n") + "\n"), language)?;
    }
    published.map_or(Ok(()), |published| compare(&published, &program, options, voice))
}

fn published(options: &CheckOptions, voice: Voice) -> Result<Option<Program>, Failure> {
    options.against.as_ref().map(|published| files::read_program(published, voice)).transpose()
}

/// Says how the id stands to that of what is published.
fn compare(published: &Program, program: &Program, options: &CheckOptions, voice: Voice) -> Result<(), Failure> {
    let texts = voice.language.command_line();
    if versions::strands(published, program) {
        let refusal = (texts.strands)(published.id.as_str(), program.id.as_str());
        return Err(files::failure(&options.program, refusal));
    }
    let is_same = published.id == program.id;
    voice.say(&if is_same { (texts.same_id)(program.id.as_str()) } else { (texts.published_other)(&published.title) });
    Ok(())
}

fn json(program: &Program, findings: &[Finding], warnings: &[String], language: Language) -> serde_json::Value {
    let rows = findings.iter().map(|finding| {
        let sessions: Vec<&str> = finding.sessions.iter().map(SessionId::as_str).collect();
        let mut row = serde_json::json!({
            "finding": finding.oddity.as_str(), "sessions": sessions, "text": (language.command_line().finding)(finding, program),
        });
        if let Oddity::Overlap { room } | Oddity::UnknownRoom { room } = &finding.oddity {
            row["room"] = room.as_str().into();
        }
        row
    });
    serde_json::json!({
        "valid": true, "program": program.id.as_str(), "version": program.version, "sessions": program.sessions.len(),
        "days": program.days.len(), "rooms": program.rooms.len(), "findings": rows.collect::<Vec<_>>(), "warnings": warnings,
    })
}
