//! `siganpyo check`: is a program file valid, and what looks wrong in it?

use crate::args::CheckOptions;
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::terminal::Voice;
use siganpyo::import::Imported;
use siganpyo::messages::Language;
use siganpyo::program::{Finding, Oddity, Program, SessionId, check};

/// Prints what looks wrong; an invalid file is refused.
pub fn run(options: &CheckOptions, voice: Voice) -> Result<(), Failure> {
    let language = voice.language;
    let Imported { program, warnings, .. } = files::import_program(&options.program, language)?;
    let warnings: Vec<String> = warnings.iter().map(|warning| warning.sentence(language)).collect();
    let findings = check(&program);
    if voice.json {
        return output::print_json(&json(&program, &findings, &warnings, language), language);
    }
    let texts = language.command_line();
    let mut lines = vec![(texts.imported)(&program)];
    lines.extend(findings.iter().map(|finding| (texts.finding)(finding, &program)));
    let is_right = findings.is_empty() && warnings.is_empty();
    lines.extend(warnings);
    lines.extend(is_right.then(|| texts.looks_right.to_owned()));
    if voice.quiet { Ok(()) } else { output::print_text(&(lines.join("\n") + "\n"), language) }
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
