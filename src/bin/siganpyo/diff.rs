//! `siganpyo diff`: what changed between two versions of a program.

use crate::args::DiffOptions;
use crate::files;
use serde_json::{Value, json};
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::{Change, Pick, Plan, changes, entries, overlaps};
use siganpyo::program::{Program, Session};
use std::collections::BTreeSet;

/// One session that is not as it was.
struct Row {
    before: Pick,
    changes: Vec<Change>,
    after: Option<Pick>,
}

/// Prints the report, for everyone or for one plan.
pub fn run(options: &DiffOptions, language: Language) -> Result<(), Refusal> {
    let old = files::read_program(&options.old, language)?;
    let new = files::read_program(&options.new, language)?;
    let plan = options.plan.as_deref().map(|path| files::read_plan(path, &old, language)).transpose()?;
    let rows = match &plan {
        Some(plan) => plan.picks().filter_map(|pick| row(pick.clone(), &new, language)).collect(),
        None => rows_for_everyone(&old, &new, language),
    };
    let added: Vec<&Session> = match plan {
        Some(_) => Vec::new(),
        None => new.sessions.iter().filter(|session| old.session(&session.id).is_none()).collect(),
    };
    let overlaps = plan.map(|plan| new_overlaps(&plan, &old, &new, language)).unwrap_or_default();
    if options.json {
        let report = json_report(&rows, options.plan.is_none().then_some(&added), &overlaps, &new, language);
        return files::print_json(&report, language);
    }
    files::print(report(&rows, &added, &overlaps, &new, language).as_bytes(), language)
}

fn rows_for_everyone(old: &Program, new: &Program, language: Language) -> Vec<Row> {
    let rows = old.sessions.iter().filter_map(|session| {
        let mut row = row(Pick::of(old, session, language.tag()), new, language)?;
        // A pick does not remember that its session was cancelled already; the old program does.
        row.changes.retain(|change| *change != Change::Cancelled || !session.cancelled);
        Some(row)
    });
    rows.filter(|row| !row.changes.is_empty()).collect()
}

fn row(before: Pick, new: &Program, language: Language) -> Option<Row> {
    let changes = changes(&before, new);
    let after = new.session(&before.session).map(|session| Pick::of(new, session, language.tag()));
    (!changes.is_empty()).then_some(Row { before, changes, after })
}

/// Ids of entries of the plan that overlap in the new version and did not in the old one.
fn new_overlaps(plan: &Plan, old: &Program, new: &Program, language: Language) -> Vec<[String; 2]> {
    let pairs = |program: &Program| -> BTreeSet<[String; 2]> {
        let entries = entries(plan, program, language.tag());
        let pair = |first: usize, second: usize| {
            let mut pair = [first, second].map(|at| entries[at].id.as_str().to_owned());
            pair.sort();
            pair
        };
        overlaps(&entries).into_iter().map(|overlap| pair(overlap.first, overlap.second)).collect()
    };
    let before = pairs(old);
    pairs(new).into_iter().filter(|pair| !before.contains(pair)).collect()
}

fn report(rows: &[Row], added: &[&Session], overlaps: &[[String; 2]], new: &Program, language: Language) -> String {
    let texts = language.command_line();
    let mut lines: Vec<String> = rows.iter().map(|row| sentence(row, language)).collect();
    lines.extend(added.iter().map(|session| {
        let pick = Pick::of(new, session, language.tag());
        format!("{}: {:?}, {}", texts.added, pick.title, place(&pick, language))
    }));
    lines.extend(overlaps.iter().map(|[one, other]| (texts.new_overlap)(one, other)));
    lines.extend(lines.is_empty().then(|| texts.unchanged.to_owned()));
    lines.join("\n") + "\n"
}

fn sentence(row: &Row, language: Language) -> String {
    let changes: Vec<&str> = row.changes.iter().map(|change| (language.command_line().change)(*change)).collect();
    let before = format!("{}: {:?}, {}", changes.join(", "), row.before.title, place(&row.before, language));
    match &row.after {
        Some(after) if after.title != row.before.title => format!("{before} → {:?}, {}", after.title, place(after, language)),
        Some(after) if place(after, language) != place(&row.before, language) => format!("{before} → {}", place(after, language)),
        _ => before,
    }
}

/// When and where, as in `Sat 18 Aug 13:00–13:25, 101`.
fn place(pick: &Pick, language: Language) -> String {
    let date = (language.messages().date)(pick.span.start.date());
    let mut words = vec![format!("{date} {}–{}", pick.span.start.clock(), pick.span.end.clock())];
    words.extend(pick.rooms.iter().cloned());
    words.join(", ")
}

fn json_report(
    rows: &[Row],
    added: Option<&Vec<&Session>>,
    overlaps: &[[String; 2]],
    new: &Program,
    language: Language,
) -> Value {
    let entries: Vec<Value> = rows.iter().map(json_row).collect();
    let Some(added) = added else { return json!({ "entries": entries, "new_overlaps": overlaps }) };
    let added: Vec<Value> = added
        .iter()
        .map(|session| json!({ "session": session.id.as_str(), "after": json_pick(&Pick::of(new, session, language.tag())) }))
        .collect();
    json!({ "entries": entries, "added": added })
}

fn json_row(row: &Row) -> Value {
    let changes: Vec<&str> = row.changes.iter().map(|change| change.as_str()).collect();
    let mut value = json!({ "session": row.before.session.as_str(), "changes": changes, "before": json_pick(&row.before) });
    if let Some(after) = &row.after {
        value["now"] = after.session.as_str().into();
        value["after"] = json_pick(after);
    }
    value
}

fn json_pick(pick: &Pick) -> Value {
    json!({
        "title": pick.title, "start": pick.span.start.to_string(), "end": pick.span.end.to_string(), "rooms": pick.rooms,
        "speakers": pick.speakers,
    })
}
