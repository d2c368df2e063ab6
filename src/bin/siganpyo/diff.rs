//! `siganpyo diff`: what changed between two versions of a program.

use crate::args::DiffOptions;
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::session;
use crate::terminal::Voice;
use serde_json::{Value, json};
use siganpyo::messages::Language;
use siganpyo::plan::{Change, EntryId, Pick, Plan, attachments, changes, entries, new_overlaps};
use siganpyo::present::what_changed::{Row, WhatChanged, added_sentence};
use siganpyo::program::versions::Matching;
use siganpyo::program::{Program, Session, SessionId};
use std::collections::BTreeMap;

/// One of two entries that overlap.
struct Side {
    id: String,
    title: String,
}

/// What changed, in words and as JSON.
pub struct Report {
    pub text: String,
    pub json: Value,
    has_changed: bool,
}

/// Two versions and the language in which they are told.
struct Versions {
    old: Program,
    new: Program,
    language: Language,
}

/// Prints the report, for everyone or for one plan, and returns whether anything has changed.
pub fn run(options: &DiffOptions, voice: Voice) -> Result<bool, Failure> {
    let language = voice.language;
    let old = files::read_program(&options.old, voice)?;
    let new = files::read_program(&options.new, voice)?;
    let plan = options.plan.as_ref().map(|source| files::read_plan(source, &old, language)).transpose()?;
    let versions = Versions { old, new, language };
    let matching = Matching::of(&versions.old, &versions.new);
    let [before, now] = [&versions.old, &versions.new].map(|program| program.id.as_str());
    if before != now {
        voice.say(&(language.command_line().id_differs)(before, now));
    }
    if let Some(doubt) = (language.command_line().verdict)(matching.verdict(&versions.old, &versions.new)) {
        voice.say(doubt);
    }
    let Report { text, json, has_changed } = match &plan {
        Some(plan) => versions.for_plan(plan),
        None => versions.for_everyone(&matching),
    };
    if voice.json {
        output::print_json(&json, language)?;
    } else if !voice.quiet {
        output::print_text(&text, language)?;
    }
    Ok(has_changed)
}

/// What changed for everyone.
pub fn for_everyone(old: Program, new: Program, language: Language) -> Report {
    let matching = Matching::of(&old, &new);
    Versions { old, new, language }.for_everyone(&matching)
}

impl Versions {
    fn for_everyone(&self, matching: &Matching) -> Report {
        let WhatChanged { rows, added } = WhatChanged::for_everyone(&self.old, &self.new, matching, self.language);
        let added_row = |pick: &Pick| json!({ "session": pick.session.as_str(), "after": session::of_pick(pick) });
        let added_rows: Vec<Value> = added.iter().map(added_row).collect();
        let json = json!({ "entries": rows.iter().map(json_row).collect::<Vec<_>>(), "added": added_rows });
        self.report(json, &rows, &added, &[])
    }

    /// The plan's ids are those of the old version, so the report speaks of those.
    fn for_plan(&self, plan: &Plan) -> Report {
        let mut now = Plan { picks: BTreeMap::new(), ..plan.clone() };
        // What the plan was attached to before is not asked for.
        plan.picks().for_each(|pick| now.put(Pick { was: None, ..pick.clone() }));
        // A plan that is older than the old version goes by its ids first.
        now.attach(&attachments(&now, None, &self.old));
        now.attach(&attachments(&now, Some(&self.old), &self.new));
        let known_as: BTreeMap<&SessionId, &SessionId> =
            now.picks().map(|pick| (&pick.session, pick.was.as_ref().unwrap_or(&pick.session))).collect();
        let mut rows: Vec<Row> = now.picks().filter_map(|pick| self.row_for_plan(pick, plan)).collect();
        rows.sort_by(|one, other| (one.before.span, &one.before.session).cmp(&(other.before.span, &other.before.session)));
        let overlaps = self.overlaps(&now, &known_as);
        let ids: Vec<[&str; 2]> = overlaps.iter().map(|[one, other]| [one.id.as_str(), other.id.as_str()]).collect();
        let json = json!({ "entries": rows.iter().map(json_row).collect::<Vec<_>>(), "new_overlaps": ids });
        self.report(json, &rows, &[], &overlaps)
    }

    fn row_for_plan(&self, pick: &Pick, plan: &Plan) -> Option<Row> {
        let mut changes = changes(pick, &self.new);
        let before = plan.picks.get(pick.was.as_ref().unwrap_or(&pick.session))?.value.clone();
        // Plan files of others do not say that a session was cancelled already; the old program does.
        let was_cancelled = self.old.session(&before.session).is_some_and(|session| session.cancelled);
        changes.retain(|change| *change != Change::Cancelled || !was_cancelled);
        let after = self.new.session(&pick.session).map(|session| self.now(session));
        let followed = after.as_ref().is_some_and(|after| after.session != before.session);
        (followed || !changes.is_empty()).then(|| Row { before, changes, after, candidates: self.sessions(&pick.candidates) })
    }

    fn overlaps(&self, plan: &Plan, known_as: &BTreeMap<&SessionId, &SessionId>) -> Vec<[Side; 2]> {
        let entries = entries(plan, &self.new, self.language.tag());
        let side = |at: usize| {
            let id = match &entries[at].id {
                EntryId::Pick(session) => known_as.get(session).copied().unwrap_or(session).as_str(),
                EntryId::Own(id) => id,
            };
            Side { id: id.to_owned(), title: entries[at].title.clone() }
        };
        new_overlaps(&entries, plan).into_iter().map(|overlap| [side(overlap.first), side(overlap.second)]).collect()
    }

    fn now(&self, session: &Session) -> Pick {
        Pick::of(&self.new, session, self.language.tag())
    }

    fn sessions(&self, ids: &[SessionId]) -> Vec<Pick> {
        ids.iter().filter_map(|id| self.new.session(id)).map(|session| self.now(session)).collect()
    }

    fn report(&self, json: Value, rows: &[Row], added: &[Pick], overlaps: &[[Side; 2]]) -> Report {
        let texts = self.language.command_line();
        let mut lines: Vec<String> = rows.iter().flat_map(|row| row.sentences(self.language)).collect();
        lines.extend(added.iter().map(|pick| added_sentence(pick, self.language)));
        lines.extend(overlaps.iter().map(|[one, other]| (texts.new_overlap)(&one.title, &other.title)));
        let has_changed = !lines.is_empty();
        lines.extend((!has_changed).then(|| texts.unchanged.to_owned()));
        Report { text: lines.join("\n") + "\n", json, has_changed }
    }
}

fn json_row(row: &Row) -> Value {
    let changes: Vec<&str> = row.changes.iter().map(|change| change.as_str()).collect();
    let mut value =
        json!({ "session": row.before.session.as_str(), "changes": changes, "before": session::of_pick(&row.before) });
    if let Some(after) = &row.after {
        value["now"] = after.session.as_str().into();
        value["after"] = session::of_pick(after);
    }
    if !row.candidates.is_empty() {
        value["candidates"] = row.candidates.iter().map(|candidate| candidate.session.as_str()).collect();
    }
    value
}
