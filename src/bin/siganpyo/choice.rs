//! The plan that the arguments choose.

use crate::args::{Choice, Further};
use crate::failure::Failure;
use crate::files;
use crate::terminal::Voice;
use siganpyo::export;
use siganpyo::messages::Language;
use siganpyo::plan::{Pick, Plan};
use siganpyo::program::{Program, SessionId, similar};

/// A plan from ids, a plan file or a share code.
pub fn plan(choice: &Choice, further: &Further, program: &Program, voice: Voice) -> Result<Plan, Failure> {
    match (&choice.plan, &choice.code) {
        (Some(source), _) => files::read_plan(source, program, voice.language),
        (_, Some(code)) => of_code(code, program, voice),
        (None, None) => of_picks(&choice.picks, further, program, voice.language),
    }
}

/// A plan of these sessions, all of which must be there.
pub fn of_picks(picks: &[String], further: &Further, program: &Program, language: Language) -> Result<Plan, Failure> {
    let mut plan = Plan::empty(program.id.clone());
    for id in picks.iter().chain(&further.ids).flat_map(|text| ids(text, program)) {
        let Some(session) = program.session(&SessionId::new(id)) else {
            let near = similar::candidates(id, program.sessions.iter().map(|session| session.id.as_str()));
            return Err((language.command_line().no_such_session)(id, &near).into());
        };
        plan.put(Pick::of(program, session, language.tag()));
    }
    Ok(plan)
}

/// The ids of a list with commas, unless it is an id with commas itself.
fn ids<'t>(text: &'t str, program: &Program) -> Vec<&'t str> {
    match program.session(&SessionId::new(text)) {
        Some(_) => vec![text],
        None => text.split(',').map(str::trim).collect(),
    }
}

/// The plan of a share code, which may be a whole link; picks that are no longer in the program are counted on stderr.
fn of_code(code: &str, program: &Program, voice: Voice) -> Result<Plan, Failure> {
    let code = export::Link::read(code).and_then(|link| link.picks).map(|picks| picks.code).unwrap_or_else(|| code.to_owned());
    let decoded = export::decode(&code, program).map_err(|error| error.refusal(voice.language.sharing_messages()))?;
    if !decoded.unknown.is_empty() {
        voice.say(&(voice.language.command_line().picks_not_there)(decoded.unknown.len()));
    }
    Ok(decoded.plan)
}
