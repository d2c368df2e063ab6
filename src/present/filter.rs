//! Filters over the program: what can be chosen, how many sessions each choice would leave, and what is left.

mod address;
mod facets;
#[cfg(test)]
mod tests;

pub(super) use facets::planned;
pub use facets::{Facets, fitting};

use super::SessionSet;
use crate::messages::find::FindMessages;

/// A property that sessions are filtered by, in the order in which they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Facet {
    Day,
    Track,
    Room,
    Language,
    Kind,
    Level,
    /// Whether nothing of the plan is at its time; the one choice is [`FITS`].
    Plan,
}

/// The value of [`Facet::Plan`].
pub const FITS: &str = "fits";
/// The value of sessions of which the program does not say it.
pub const NOT_STATED: &str = "";

impl Facet {
    /// All of them in their order.
    pub const ALL: [Facet; 7] = [Facet::Day, Facet::Track, Facet::Room, Facet::Language, Facet::Kind, Facet::Level, Facet::Plan];

    /// Its name.
    pub fn name(self, texts: &FindMessages) -> &'static str {
        match self {
            Facet::Day => texts.day,
            Facet::Track => texts.track,
            Facet::Room => texts.room,
            Facet::Language => texts.language,
            Facet::Kind => texts.kind,
            Facet::Level => texts.level,
            Facet::Plan => texts.my_plan,
        }
    }
}

/// What a person asked for. A session must match the query and, of every facet with choices, one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// What was typed into the search field.
    pub query: String,
    chosen: Vec<(Facet, String)>,
}

/// Something that can be taken away from a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What was typed.
    Query,
    /// One choice: its facet and value.
    Choice(Facet, String),
    /// All choices of a facet.
    Facet(Facet),
}

impl Filter {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty() && self.chosen.is_empty()
    }

    /// Whether the value is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.chosen.iter().any(|(of, chosen)| *of == facet && chosen == value)
    }

    /// Chooses the value, or takes the choice back.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        if self.has(facet, value) {
            self.drop_part(&Part::Choice(facet, value.to_owned()));
        } else {
            self.chosen.push((facet, value.to_owned()));
        }
    }

    /// Takes a part away.
    pub fn drop_part(&mut self, part: &Part) {
        match part {
            Part::Query => self.query.clear(),
            Part::Choice(facet, value) => self.chosen.retain(|(of, chosen)| (of, chosen) != (facet, value)),
            Part::Facet(facet) => self.chosen.retain(|(of, _)| of != facet),
        }
    }
}

/// A filter at work.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterView {
    /// The sessions that are left.
    pub shown: SessionSet,
    /// How many more would be, were they not hidden.
    pub hidden: usize,
    /// Facets worth offering, with their choices.
    pub facets: Vec<FacetView>,
    /// What is asked for, a removable chip each: query first, then as the facets stand.
    pub chips: Vec<Chip>,
    /// Where nothing is left: what to drop to get the most back. None where no single one helps, or nothing is missing.
    pub hurts: Option<Hurdle>,
}

/// A facet with its choices.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetView {
    /// Which.
    pub facet: Facet,
    /// What it is called.
    pub name: &'static str,
    /// At least two, or the one of [`Facet::Plan`].
    pub choices: Vec<ChoiceView>,
}

/// A choice of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceView {
    /// What stands for it in a filter.
    pub value: String,
    /// What it is called. Languages and levels in the program's own words.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// How many sessions have it and match everything asked for in other facets.
    pub sessions: usize,
}

/// A part of the filter with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// What to drop when it is tapped.
    pub part: Part,
    /// What it is called.
    pub name: String,
}

/// The part of a filter that leaves nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hurdle {
    /// The part, with its name.
    pub chip: Chip,
    /// How many sessions would be shown without it.
    pub sessions: usize,
}

/// The sets of sessions that a filter works on besides its facets.
#[derive(Debug, Clone, Copy)]
pub struct Given<'s> {
    /// What is not hidden.
    pub within: &'s SessionSet,
    /// What the query finds; none without a query.
    pub found: Option<&'s SessionSet>,
    /// What fits the plan, see [`fitting`]; none while the plan is empty, when it is not offered and holds nothing back.
    pub fitting: Option<&'s SessionSet>,
}
