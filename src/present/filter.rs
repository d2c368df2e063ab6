//! Filters over the program: the choices, how many sessions each would leave, and the result.

pub mod address;
mod facets;
#[cfg(test)]
mod tests;

pub(super) use facets::planned;
pub use facets::{Facets, fitting};

use super::SessionSet;
use crate::messages::find::FindMessages;

/// A property by which sessions are filtered, in the order in which they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Facet {
    Day,
    Track,
    Room,
    Language,
    Kind,
    Level,
    /// Whether it does not overlap with the plan; the only choice is [`FITS`].
    Plan,
}

/// The value of [`Facet::Plan`].
pub const FITS: &str = "fits";
/// The value of sessions for which the program does not state the property.
pub const NOT_STATED: &str = "";

impl Facet {
    /// All facets in order.
    pub const ALL: [Facet; 7] = [Facet::Day, Facet::Track, Facet::Room, Facet::Language, Facet::Kind, Facet::Level, Facet::Plan];

    /// Returns its name.
    pub fn name(self, messages: &FindMessages) -> &'static str {
        match self {
            Facet::Day => messages.day,
            Facet::Track => messages.track,
            Facet::Room => messages.room,
            Facet::Language => messages.language,
            Facet::Kind => messages.kind,
            Facet::Level => messages.level,
            Facet::Plan => messages.my_plan,
        }
    }
}

/// The query and the chosen values. A session must match the query and, for every facet with choices, one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The text in the search field.
    pub query: String,
    chosen: Vec<(Facet, String)>,
}

/// A part of a filter that can be removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The query.
    Query,
    /// One choice: its facet and value.
    Choice(Facet, String),
    /// All choices of a facet.
    Facet(Facet),
}

impl Filter {
    /// Whether the filter is empty.
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty() && self.chosen.is_empty()
    }

    /// Whether the value is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.chosen.iter().any(|(of, chosen)| *of == facet && chosen == value)
    }

    /// Chooses the value, or removes the choice.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        if self.has(facet, value) {
            self.drop_part(&Part::Choice(facet, value.to_owned()));
        } else {
            self.chosen.push((facet, value.to_owned()));
        }
    }

    /// Removes a part.
    pub fn drop_part(&mut self, part: &Part) {
        match part {
            Part::Query => self.query.clear(),
            Part::Choice(facet, value) => self.chosen.retain(|(of, chosen)| (of, chosen) != (facet, value)),
            Part::Facet(facet) => self.chosen.retain(|(of, _)| of != facet),
        }
    }
}

/// The result of a filter.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterView {
    /// The sessions that match.
    pub shown: SessionSet,
    /// How many more would match if they were not hidden.
    pub hidden: usize,
    /// The facets with useful choices.
    pub facets: Vec<FacetView>,
    /// Removable chips: the query first, then the choices in the order of the facets.
    pub chips: Vec<Chip>,
    /// If nothing matches: the part whose removal brings back the most sessions. `None` if removing a single part does not
    /// help.
    pub hurts: Option<Hurdle>,
}

/// A facet with its choices.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetView {
    /// The facet.
    pub facet: Facet,
    /// Its name.
    pub name: &'static str,
    /// At least two choices, or the one of [`Facet::Plan`].
    pub choices: Vec<ChoiceView>,
}

/// A choice of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceView {
    /// The value in a filter.
    pub value: String,
    /// Its name. Languages and levels are in the program's own words.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// How many sessions have it and match the choices of all other facets.
    pub sessions: usize,
}

/// A part of the filter with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// The part that is removed when it is tapped.
    pub part: Part,
    /// Its name.
    pub name: String,
}

/// The part of a filter that excludes the most sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hurdle {
    /// The part, with its name.
    pub chip: Chip,
    /// How many sessions would match without it.
    pub sessions: usize,
}

/// The sets of sessions that a filter uses besides its facets.
#[derive(Debug, Clone, Copy)]
pub struct Given<'s> {
    /// The sessions that are not hidden.
    pub within: &'s SessionSet,
    /// The sessions that the query finds; `None` without a query.
    pub found: Option<&'s SessionSet>,
    /// The sessions that fit the plan, see [`fitting`]; `None` while the plan is empty, then this choice is not offered and
    /// excludes nothing.
    pub fitting: Option<&'s SessionSet>,
}
