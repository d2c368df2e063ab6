//! The report of a site, in words or as JSON.

use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::source::Source;
use crate::terminal::Voice;
use serde_json::{Value, json};
use siganpyo::messages::inspect::{Area, Weight};
use siganpyo::messages::{Language, Refusal};
use siganpyo::publish::inspect::{Finding, Report};

/// How many of many files are named.
const NAMED: usize = 3;

/// Prints what was found: the worst first, and at the end what is in order.
pub fn print(source: &Source, report: &Report, voice: Voice) -> Result<(), Failure> {
    let language = voice.language;
    if voice.json {
        output::print_json(&as_json(source, report, language), language)
    } else if voice.quiet {
        Ok(())
    } else {
        output::print_text(&(lines(source, report, language).join("\n") + "\n"), language)
    }
}

/// Refuses a site with faults.
pub fn judge(source: &Source, report: &Report, language: Language) -> Result<(), Failure> {
    match report.faults() {
        0 => Ok(()),
        faults => Err(files::failure(source, (language.inspect_messages().has_faults)(faults))),
    }
}

fn lines(source: &Source, report: &Report, language: Language) -> Vec<String> {
    let texts = language.inspect_messages();
    let mut lines = vec![format!("{source}: {}", (texts.host)(report.host))];
    let program = report.program.as_ref().map(|program| (texts.program)(&program.title, program.id.as_str()));
    lines.extend(program);
    lines.push((texts.sizes)(report.first_visit, report.offline));
    if report.host == siganpyo::messages::inspect::HostKind::None {
        lines.push(texts.without_host.to_owned());
    }
    for finding in &report.findings {
        let Refusal { message, hint } = refusal(finding, report, language);
        lines.push(format!("\n{}: {message}.\n  {hint}", (texts.grade)(finding.fault.grade())));
    }
    let fine: Vec<&str> = report.fine.iter().map(|area| (texts.area)(*area)).collect();
    if !fine.is_empty() {
        let gap = if report.findings.is_empty() { "" } else { "\n" };
        lines.push(format!("{gap}{}", (texts.fine)(&fine)));
    }
    lines
}

/// What is wrong, and what to change at this host.
fn refusal(finding: &Finding, report: &Report, language: Language) -> Refusal {
    let texts = language.inspect_messages();
    let mut named = finding.about.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if finding.about.len() > NAMED {
        named += &format!(" {}", (texts.more)(finding.about.len() - NAMED));
    }
    let mut refusal = (texts.fault)(&finding.fault, &named);
    let place = finding.fault.setting().map_or("", |setting| (texts.place)(report.host, setting));
    refusal.hint = format!("{} {place}", refusal.hint).trim_end().to_owned();
    refusal
}

fn as_json(source: &Source, report: &Report, language: Language) -> Value {
    let findings = report.findings.iter().map(|finding| {
        let Refusal { message, hint } = refusal(finding, report, language);
        let fault = &finding.fault;
        json!({ "grade": fault.grade().as_str(), "finding": fault.as_str(), "about": finding.about, "text": message, "hint": hint })
    });
    let weight = |weight: Weight| json!({ "files": weight.files, "bytes": weight.bytes });
    json!({
        "site": source.to_string(), "host": report.host.as_str(), "base": report.base,
        "program": report.program.as_ref().map(|program| program.id.as_str()),
        "first_visit": weight(report.first_visit), "offline": weight(report.offline),
        "findings": findings.collect::<Vec<_>>(),
        "fine": report.fine.iter().copied().map(Area::as_str).collect::<Vec<_>>(),
    })
}
