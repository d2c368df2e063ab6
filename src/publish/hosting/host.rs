//! The host that the configurations are written for.

use super::rules::Rule;

/// What the configurations depend on.
pub struct Host<'a> {
    /// Where the app lives; begins and ends with a slash.
    pub base: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What it should send.
    pub rules: Vec<Rule>,
}
