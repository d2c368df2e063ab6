//! The filters: chips for the chosen ones, and all choices with their counts.

use super::hiding::hiding;
use super::search::Search;
use crate::components::element::{El, all, button, nothing, tag};
use crate::components::frame::icon;
use leptos::prelude::*;
use siganpyo::present::filter::{ChoiceView, Facet};

/// How many choices of a longer list are shown before the rest is requested.
const FEW: usize = 10;

/// The most choices that are shown; FOSDEM has 90 tracks. Others are found by typing their names.
const MANY: usize = 200;

/// Facets with their choices, without counts and selection, so that it changes rarely.
type Offer = Vec<(Facet, &'static str, Vec<(String, String)>)>;

/// What is asked for, each part with a button that takes it away.
pub fn chips(search: Search) -> AnyView {
    let messages = search.state.language().find_messages();
    let chips = search.found.with(|found| found.view.chips.clone());
    if chips.is_empty() {
        return nothing();
    }
    let several = chips.len() > 1;
    let chip = chips.into_iter().map(|chip| {
        let part = chip.part;
        let label = (messages.drop_part)(&chip.name);
        let button = tag::button().class("chip").aria_label(label).on_click(move || search.drop_part(&part));
        button.child(tag::span().text(chip.name)).child(icon("close"))
    });
    let all = several.then(|| {
        button("clear-all", messages.clear_all)
            .class("chip plain")
            .on_click(move || search.change(|filter| *filter = Default::default()))
    });
    tag::div().class("chips").children(chip).children(all).into()
}

/// All choices of all facets.
pub fn choices(search: Search) -> AnyView {
    let offer = Memo::new(move |_| {
        let named = |choice: &ChoiceView| (choice.value.clone(), choice.name.clone());
        search.found.with(|found| {
            let facets = found.view.facets.iter();
            facets.map(|facet| (facet.facet, facet.name, facet.choices.iter().map(named).collect())).collect::<Offer>()
        })
    });
    let (common, finder) = (search.state.messages(), search.finder);
    let shown = move || search.found.with(|found| (common.sessions)(found.view.shown.len()));
    let done = tag::button().class("button main done").live_text(shown).on_click(move || finder.open.set(false));
    let groups = move || all(offer.get().into_iter().map(|(facet, name, values)| group(search, facet, name, values)));
    let hiding = search.program.with_value(|program| hiding(program, search.state));
    tag::div().class("choices").live_child(groups).child(hiding).child(done).into()
}

fn group(search: Search, facet: Facet, name: &str, mut values: Vec<(String, String)>) -> El {
    let messages = search.state.language().find_messages();
    let left_out = values.len().saturating_sub(MANY);
    values.truncate(MANY);
    let rest = if values.len() > FEW + 2 { values.split_off(FEW) } else { Vec::new() };
    let more = RwSignal::new(false);
    let few = values.into_iter().map(|(value, name)| choice(search, facet, value, &name));
    let rest = move || {
        if rest.is_empty() {
            nothing()
        } else if more.get() {
            let more = (left_out > 0).then(|| tag::p().class("fine").text((messages.too_many_choices)(left_out)));
            all(rest.iter().map(|(value, name)| choice(search, facet, value.clone(), name)).chain(more))
        } else {
            button("show-more", (messages.show_more)(rest.len())).class("chip plain").on_click(move || more.set(true)).into()
        }
    };
    let options = tag::div().class("chips").children(few).live_child(rest);
    tag::fieldset().class("field").child(tag::legend().text(name)).child(options)
}

fn choice(search: Search, facet: Facet, value: String, name: &str) -> El {
    let chosen = value.clone();
    let counted = value.clone();
    let pressed = Memo::new(move |_| search.found.with(|found| found.filter.has(facet, &chosen)));
    let count = Memo::new(move |_| {
        search.found.with(|found| {
            let facet = found.view.facets.iter().find(|view| view.facet == facet);
            let choice = facet.and_then(|facet| facet.choices.iter().find(|choice| choice.value == counted));
            choice.map_or(0, |choice| choice.sessions)
        })
    });
    tag::button()
        .class("chip")
        .pressed(move || pressed.get())
        .live("data-none", move || (count.get() == 0).then(String::new))
        // A tap that would leave nothing is none.
        .live("disabled", move || (count.get() == 0 && !pressed.get()).then(String::new))
        .on_click(move || search.change(|filter| filter.toggle(facet, &value)))
        .child(tag::span().text(name))
        .child(
            tag::span().class("count").live_text(move || {
                Some(count.get()).filter(|count| *count > 0).map(|count| count.to_string()).unwrap_or_default()
            }),
        )
}
