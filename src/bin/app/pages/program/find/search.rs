//! A search at work: what is asked for, and what is found.

use crate::browser;
use crate::pages::finder::Finder;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::find::FindMessages;
use siganpyo::plan::entries;
use siganpyo::present::SessionSet;
use siganpyo::present::filter::{Facets, Filter, FilterView, Given, Part, fitting};
use siganpyo::program::Program;
use siganpyo::program::search::{Hit, Index, Interpretation, Interpreter, Query};
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;

/// How many abstracts are indexed at a time: a few milliseconds on a slow phone.
const SLICE: usize = 100;

/// A running search. Every view that shows a part of it has a copy.
#[derive(Clone, Copy)]
pub struct Search {
    pub finder: Finder,
    pub program: StoredValue<Arc<Program>>,
    facets: StoredValue<Facets>,
    pub found: Memo<Results>,
    pub state: State,
}

/// What was found.
#[derive(Clone, PartialEq)]
pub struct Results {
    pub filter: Filter,
    pub query: Query,
    pub view: FilterView,
    /// Best first.
    pub hits: Vec<Hit>,
    /// What is found besides by what was perhaps meant.
    pub more: Option<Interpretation>,
}

/// What a search looks into.
#[derive(Clone, Copy)]
struct Texts {
    index: RwSignal<Index>,
    interpreter: StoredValue<Interpreter>,
}

fn asked(finder: Finder, facets: &Facets) -> Filter {
    let mut filter = finder.chosen.with(|chosen| Filter::from_address(chosen, facets));
    filter.query = finder.typed.get();
    filter
}

/// The sessions in sight, and those that fit a plan that has entries.
#[derive(Clone, Copy)]
struct Around<'a> {
    within: &'a SessionSet,
    fitting: Option<&'a SessionSet>,
}

fn results(filter: Filter, program: &Program, facets: &Facets, texts: Texts, around: Around, messages: &FindMessages) -> Results {
    let count = program.sessions.len();
    let query = Query::new(&filter.query);
    let (hits, more) = if query.is_empty() { Default::default() } else { texts.find(&filter.query, &query, program) };
    let meant = more.iter().flat_map(|more: &Interpretation| &more.hits);
    let found = SessionSet::of(count, hits.iter().chain(meant).map(|hit: &Hit| hit.session));
    let given = Given { within: around.within, found: (!query.is_empty()).then_some(&found), fitting: around.fitting };
    let view = facets.view(&filter, given, messages);
    let shown = |hits: Vec<Hit>| hits.into_iter().filter(|hit| view.shown.contains(hit.session)).collect::<Vec<_>>();
    let more = more.map(|more| Interpretation { hits: shown(more.hits), ..more }).filter(|more| !more.hits.is_empty());
    let hits = shown(hits);
    Results { filter, query, view, hits, more }
}

fn fitting_plan(program: &Program, state: State) -> Option<SessionSet> {
    let entries = state.plan.current.with(|plan| entries(plan, program, state.messages().tag));
    (!entries.is_empty()).then(|| fitting(program, &entries))
}

impl Texts {
    fn of(program: &Program) -> Texts {
        Texts { index: RwSignal::new(Index::new(program)), interpreter: StoredValue::new(Interpreter::default()) }
    }

    fn find(self, typed: &str, query: &Query, program: &Program) -> (Vec<Hit>, Option<Interpretation>) {
        self.index.with(|index| {
            let hits = index.find(query);
            let more = self.interpreter.with_value(|interpreter| interpreter.interpret(typed, &hits, index, program));
            (hits, more)
        })
    }

    /// Adds the abstracts to the index as soon as they are loaded, some at a time so that typing stays responsive.
    fn read_abstracts(self, state: State) {
        spawn_local(async move {
            if !state.program.fetch_abstracts().await {
                return;
            }
            let Some(whole) = state.program.whole.get_untracked() else { return };
            loop {
                // The page may have been left meanwhile.
                let is_left = self.index.try_update_untracked(|index| index.read_abstracts(&whole, SLICE));
                if is_left != Some(true) {
                    break;
                }
                let _ = JsFuture::from(browser::after(0)).await;
            }
            let _ = self.interpreter.try_with_value(|interpreter| interpreter.prepare(&whole));
            let _ = self.index.try_update(|_| ());
        });
    }
}

impl Search {
    /// Starts a search for what the finder holds, and follows its changes.
    pub fn begin(program: Arc<Program>, finder: Finder, state: State) -> Search {
        let facets = StoredValue::new(Facets::new(&program, state.messages(), state.language().find_messages()));
        // An address may name what the program does not have.
        let known = |chosen: &String| facets.with_value(|facets| Filter::from_address(chosen, facets).to_address(facets));
        let known = finder.chosen.with_untracked(known);
        if finder.chosen.with_untracked(|chosen| *chosen != known) {
            finder.chosen.set(known);
        }
        let texts = Texts::of(&program);
        texts.read_abstracts(state);
        let program = StoredValue::new(program);
        let within = Memo::new(move |_| program.with_value(|program| state.hidden.in_sight(program)));
        let fitting = Memo::new(move |_| program.with_value(|program| fitting_plan(program, state)));
        let found = Memo::new(move |_| {
            let filter = facets.with_value(|facets| asked(finder, facets));
            let (within, fitting) = (within.read(), fitting.read());
            let around = Around { within: &within, fitting: fitting.as_ref() };
            let of_program = |program: &Arc<Program>| {
                facets.with_value(|facets| results(filter, program, facets, texts, around, state.language().find_messages()))
            };
            program.with_value(of_program)
        });
        let search = Search { finder, program, facets, found, state };
        Effect::new(move || search.write_address());
        search
    }

    /// Changes what is chosen.
    pub fn change(self, change: impl FnOnce(&mut Filter)) {
        let mut filter = self.found.with_untracked(|found| found.filter.clone());
        change(&mut filter);
        self.finder.typed.set(std::mem::take(&mut filter.query));
        self.finder.chosen.set(self.facets.with_value(|facets| filter.to_address(facets)));
    }

    pub fn drop_part(self, part: &Part) {
        self.change(|filter| filter.drop_part(part));
    }

    /// Writes the search into the address, so that it can be linked and Back restores it.
    fn write_address(self) {
        let query = self.found.with(|found| self.facets.with_value(|facets| found.filter.to_address(facets)));
        browser::set_query(&query);
    }
}
