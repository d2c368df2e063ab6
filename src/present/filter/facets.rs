//! The facets of one program, computed once, and the result of filters.

use super::{Chip, ChoiceView, FITS, Facet, FacetView, Filter, FilterView, Given, Hurdle, NOT_STATED, Part};
use crate::messages::Messages;
use crate::messages::find::FindMessages;
use crate::plan::{Entry, Standing};
use crate::present::SessionSet;
use crate::present::language_name::language_name;
use crate::present::timetable::day_name;
use crate::program::order::{in_order, sorted};
use crate::program::{Kind, Program, RoomId, Session, TrackId};

/// The choices in a program with the sessions of each. Must be recomputed for another version or language.
#[derive(Debug, Clone, PartialEq)]
pub struct Facets {
    facets: Vec<(Facet, Vec<Choice>)>,
}

#[derive(Debug, Clone, PartialEq)]
struct Choice {
    value: String,
    name: String,
    sessions: SessionSet,
}

impl Facets {
    /// Computes the facets of which the program has at least two values.
    pub fn new(program: &Program, messages: &Messages, find_messages: &FindMessages) -> Facets {
        let kinds = [Kind::Talk, Kind::Keynote, Kind::Workshop, Kind::Lightning, Kind::Social, Kind::Break];
        let days = program.days.iter().map(|day| (day.date.to_string(), day_name(program, day.date, messages))).collect();
        let tracks = program.tracks.iter().map(|track| (track.id.to_string(), track.name.clone())).collect();
        let rooms = program.rooms.iter().map(|room| (room.id.to_string(), room.name_in(messages.tag).to_owned())).collect();
        let kinds = kinds.iter().map(|kind| (kind.as_str().to_owned(), (find_messages.kind_name)(kind).to_owned())).collect();
        let facets = [
            (Facet::Day, listed(program, days, &|session| vec![session.day.to_string()])),
            (Facet::Track, listed(program, tracks, &|session| session.track.iter().map(TrackId::to_string).collect())),
            (Facet::Room, listed(program, rooms, &|session| session.rooms.iter().map(RoomId::to_string).collect())),
            (Facet::Language, languages(words(program, |session| session.language.as_deref()), find_messages)),
            (Facet::Kind, listed(program, kinds, &|session| vec![session.kind.as_str().to_owned()])),
            (Facet::Level, words(program, |session| session.level.as_deref())),
        ];
        let offered = facets.into_iter().filter(|(_, choices)| choices.len() > 1);
        Facets { facets: offered.map(|(facet, choices)| (facet, with_rest(choices, program, find_messages))).collect() }
    }

    /// Returns all values of a facet, whether or not they match anything now.
    pub(super) fn values(&self, facet: Facet) -> impl Iterator<Item = &str> {
        let plan = (facet == Facet::Plan).then_some(FITS);
        self.facets
            .iter()
            .filter(move |(of, _)| *of == facet)
            .flat_map(|(_, choices)| choices)
            .map(|choice| &*choice.value)
            .chain(plan)
    }

    /// Applies a filter.
    pub fn view(&self, filter: &Filter, given: Given<'_>, messages: &FindMessages) -> FilterView {
        let choice = given.fitting.map(|fitting| Choice {
            value: FITS.to_owned(),
            name: messages.fits_plan.to_owned(),
            sessions: fitting.clone(),
        });
        let plan = choice.iter().map(|choice| (Facet::Plan, std::slice::from_ref(choice)));
        let facets: Vec<_> = self.facets.iter().map(|(facet, choices)| (*facet, choices.as_slice())).chain(plan).collect();
        let gates = gates(&facets, filter, given);
        let shown = pass(&gates, given.within, None);
        let hidden = pass(&gates, &given.within.others(), None).len();
        let mut views = Vec::new();
        let mut chips = Vec::new();
        if given.found.is_some() {
            chips.push(Chip { part: Part::Query, name: (messages.searched)(filter.query.trim()) });
        }
        for (facet, choices) in facets {
            let others = pass(&gates, given.within, Some(&Part::Facet(facet)));
            views.push(facet_view(facet, choices, filter, &others, messages));
            let chosen = choices.iter().filter(|choice| filter.has(facet, &choice.value));
            chips.extend(chosen.map(|choice| Chip {
                part: Part::Choice(facet, choice.value.clone()),
                name: chip_name(facet, choice, messages),
            }));
        }
        // Without its only condition there would be the whole program, which is no help.
        let is_stuck = shown.is_empty() && gates.len() > 1;
        let hurts = is_stuck.then(|| hurdle(&gates, &chips, given.within)).flatten();
        FilterView { shown, hidden, facets: views, chips, hurts }
    }
}

/// Returns the sessions that each part of the filter admits.
fn gates(facets: &[(Facet, &[Choice])], filter: &Filter, given: Given<'_>) -> Vec<(Part, SessionSet)> {
    let mut gates: Vec<_> = given.found.map(|found| (Part::Query, found.clone())).into_iter().collect();
    for (facet, choices) in facets {
        let mut chosen = choices.iter().filter(|choice| filter.has(*facet, &choice.value));
        if let Some(first) = chosen.next() {
            let mut sessions = first.sessions.clone();
            chosen.for_each(|choice| sessions.add(&choice.sessions));
            gates.push((Part::Facet(*facet), sessions));
        }
    }
    gates
}

/// Returns the sessions that all parts but one admit.
fn pass(gates: &[(Part, SessionSet)], within: &SessionSet, but: Option<&Part>) -> SessionSet {
    let mut left = within.clone();
    gates.iter().filter(|(part, _)| Some(part) != but).for_each(|(_, sessions)| left.keep(sessions));
    left
}

fn facet_view(facet: Facet, choices: &[Choice], filter: &Filter, others: &SessionSet, messages: &FindMessages) -> FacetView {
    let view = |choice: &Choice| ChoiceView {
        value: choice.value.clone(),
        name: choice.name.clone(),
        chosen: filter.has(facet, &choice.value),
        sessions: choice.sessions.count_in(others),
    };
    FacetView { facet, name: facet.name(messages), choices: choices.iter().map(view).collect() }
}

/// Returns the name of a chip; "Not stated" needs the name of the facet.
fn chip_name(facet: Facet, choice: &Choice, messages: &FindMessages) -> String {
    match choice.value.as_str() {
        NOT_STATED => format!("{}: {}", facet.name(messages), choice.name),
        _ => choice.name.clone(),
    }
}

/// Returns the part that excludes the most sessions.
fn hurdle(gates: &[(Part, SessionSet)], chips: &[Chip], within: &SessionSet) -> Option<Hurdle> {
    let mut most: Option<Hurdle> = None;
    for (part, _) in gates {
        let sessions = pass(gates, within, Some(part)).len();
        if sessions > most.as_ref().map_or(0, |most| most.sessions) {
            let named = |chip: &&Chip| match (&chip.part, part) {
                (Part::Choice(of, _), Part::Facet(facet)) => of == facet,
                (one, other) => one == other,
            };
            let names: Vec<&str> = chips.iter().filter(named).map(|chip| chip.name.as_str()).collect();
            most = Some(Hurdle { chip: Chip { part: part.clone(), name: names.join(", ") }, sessions });
        }
    }
    most
}

/// Returns the choices in a known order, followed by other values of sessions. Values without sessions are left out.
fn listed(program: &Program, known: Vec<(String, String)>, read: &dyn Fn(&Session) -> Vec<String>) -> Vec<Choice> {
    let none = SessionSet::none(program.sessions.len());
    let mut choices: Vec<Choice> =
        known.into_iter().map(|(value, name)| Choice { value, name, sessions: none.clone() }).collect();
    let values: Vec<(String, usize)> = program
        .sessions
        .iter()
        .enumerate()
        .flat_map(|(index, session)| read(session).into_iter().map(move |value| (value, index)))
        .collect();
    // Then the same values are adjacent, in the order of their sessions.
    let order = in_order(values.len(), &|one, other| values[one].0.cmp(&values[other].0));
    let by_value = in_order(choices.len(), &|one, other| choices[one].value.cmp(&choices[other].value));
    let mut unknown = Vec::new();
    for group in order.chunk_by(|one, other| values[*one].0 == values[*other].0) {
        let value = &values[group[0]].0;
        let sessions = group.iter().map(|at| values[*at].1);
        let known = by_value.partition_point(|index| choices[*index].value < *value);
        match by_value.get(known).copied().filter(|index| choices[*index].value == *value) {
            Some(index) => sessions.for_each(|session| choices[index].sessions.insert(session)),
            None => unknown.push((group[0], sessions.collect::<Vec<_>>())),
        }
    }
    // In the order in which sessions use them.
    for (first, sessions) in sorted(unknown, |one, other| one.0.cmp(&other.0)) {
        let value = values[first].0.clone();
        choices.push(Choice { name: value.clone(), value, sessions: SessionSet::of(program.sessions.len(), sessions) });
    }
    choices.retain(|choice| !choice.sessions.is_empty());
    choices
}

/// Returns choices in the program's own words, ignoring case; the most frequent first.
fn words(program: &Program, read: fn(&Session) -> Option<&str>) -> Vec<Choice> {
    let stated = |session: &Session| read(session).map(str::trim).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let found = listed(program, Vec::new(), &|session| stated(session).into_iter().collect());
    let mut choices: Vec<Choice> = Vec::new();
    for mut choice in found {
        let first = choice.sessions.iter().next().and_then(|index| read(&program.sessions[index]));
        choice.name = first.unwrap_or_default().trim().to_owned();
        let at = choices.partition_point(|before| before.sessions.len() >= choice.sessions.len());
        choices.insert(at, choice);
    }
    choices
}

/// Gives choices of languages their names.
fn languages(mut choices: Vec<Choice>, messages: &FindMessages) -> Vec<Choice> {
    choices.iter_mut().for_each(|choice| choice.name = language_name(&choice.name, messages));
    choices
}

/// Adds a choice for sessions without a value.
fn with_rest(mut choices: Vec<Choice>, program: &Program, messages: &FindMessages) -> Vec<Choice> {
    let mut stated = SessionSet::none(program.sessions.len());
    choices.iter().for_each(|choice| stated.add(&choice.sessions));
    let rest = stated.others();
    if !rest.is_empty() {
        choices.push(Choice { value: NOT_STATED.to_owned(), name: messages.not_stated.to_owned(), sessions: rest });
    }
    choices
}

/// Returns the sessions that fit the plan: neither picked nor overlapping with an entry.
///
/// Cancelled entries take no time. Time before the first and after the last entry of a day is free as well.
pub fn fitting(program: &Program, entries: &[Entry]) -> SessionSet {
    let busy: Vec<&Entry> = entries.iter().filter(|entry| entry.standing != Standing::Cancelled).collect();
    // Entries are sorted by start, but a long one may end after later ones.
    let mut until = None;
    let ends: Vec<_> = busy
        .iter()
        .map(|entry| {
            until = until.max(Some(entry.span.end));
            until
        })
        .collect();
    let is_free = |session: &Session| {
        let before = busy.partition_point(|entry| entry.span.start < session.span.end);
        before.checked_sub(1).is_none_or(|last| ends[last] <= Some(session.span.start))
    };
    let free = program.sessions.iter().enumerate().filter(|(_, session)| !session.cancelled && is_free(session));
    let planned = planned(entries, program);
    SessionSet::of(program.sessions.len(), free.map(|(index, _)| index).filter(|index| !planned.contains(*index)))
}

/// Returns the sessions that are in the plan.
pub(in crate::present) fn planned(entries: &[Entry], program: &Program) -> SessionSet {
    let indices = entries.iter().filter_map(|entry| program.sessions.index_of(entry.id.as_str()));
    SessionSet::of(program.sessions.len(), indices)
}
