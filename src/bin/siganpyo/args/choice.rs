//! The arguments that say of what a plan is made.

use crate::source::Source;
use clap::{Args, ValueHint};

/// What a plan is made of.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Choice {
    /// Ids of sessions, separated by commas; may be given several times
    #[arg(long = "pick", value_name = "ID")]
    pub picks: Vec<String>,
    /// A plan file, or a calendar file of a plan
    #[arg(long, value_name = "PLAN.json", value_hint = ValueHint::AnyPath)]
    pub plan: Option<Source>,
    /// A share code, or a link with one
    #[arg(long, allow_hyphen_values = true)]
    pub code: Option<String>,
}

/// Ids that follow a `--pick` without a comma. An option with several values would swallow a program that comes after it.
#[derive(Debug, Args)]
pub struct Further {
    #[arg(hide = true, requires = "picks")]
    pub ids: Vec<String>,
}
