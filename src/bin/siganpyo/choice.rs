//! The plan that the arguments choose.

use crate::args::Choice;
use crate::files;
use crate::terminal;
use siganpyo::export;
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::{Pick, Plan};
use siganpyo::program::{Program, SessionId};

/// A plan from ids, a plan file or a share code.
pub fn plan(choice: &Choice, program: &Program, language: Language) -> Result<Plan, Refusal> {
    match (&choice.plan, &choice.code) {
        (Some(path), _) => files::read_plan(path, program, language),
        (_, Some(code)) => of_code(code, program, language),
        (None, None) => of_picks(&choice.picks, program, language),
    }
}

/// A plan of these sessions, all of which must be there.
pub fn of_picks(ids: &[String], program: &Program, language: Language) -> Result<Plan, Refusal> {
    let mut plan = Plan::empty(program.id.clone());
    for id in ids {
        let Some(session) = program.session(&SessionId::new(id)) else {
            let some: Vec<&str> = program.sessions.iter().take(3).map(|session| session.id.as_str()).collect();
            return Err((language.command_line().no_such_session)(id, &some));
        };
        plan.put(Pick::of(program, session, language.tag()));
    }
    Ok(plan)
}

/// The plan of a share code, which may be a whole link; picks that are no longer in the program are counted on stderr.
fn of_code(code: &str, program: &Program, language: Language) -> Result<Plan, Refusal> {
    let code = export::code_in(code).unwrap_or(code);
    let decoded = export::decode(code, program).map_err(|error| error.refusal(language.sharing_messages()))?;
    if !decoded.unknown.is_empty() {
        terminal::say(&(language.command_line().picks_not_there)(decoded.unknown.len()));
    }
    Ok(decoded.plan)
}
