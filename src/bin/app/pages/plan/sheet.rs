//! The sheet over the lower part of the page: an entry, a gap, or the form of an own entry.

use super::Desk;
use super::own_form::Draft;
use super::{entry, fitting, own_form, stack};
use crate::components::frame::icon;
use crate::element::{el, live, nothing};
use crate::page;
use leptos::prelude::*;
use siganpyo::plan::EntryId;
use siganpyo::present::plan_page::{Item, PlanPage};
use siganpyo::program::Program;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// What the sheet shows.
#[derive(Clone, PartialEq)]
pub enum Sheet {
    Closed,
    Entry(EntryId),
    /// Entries of one time.
    Stack(Vec<EntryId>),
    /// The gap that begins at this second.
    Gap(i64),
    Own(Draft),
}

pub fn sheet(program: Arc<Program>, desk: Desk) -> AnyView {
    // An entry may go while its sheet is open, as when a choice is undone or another tab takes it out.
    let open = Memo::new(move |_| Some(desk.sheet.get()).filter(|sheet| is_there(sheet, &desk.view.read())));
    live(move || {
        let content = match open.get().unwrap_or(Sheet::Closed) {
            Sheet::Closed => return nothing(),
            Sheet::Entry(id) => entry::entry(&id, desk),
            Sheet::Stack(ids) => stack::choices(&ids, desk),
            Sheet::Gap(start) => fitting::gap(start, &program, desk),
            Sheet::Own(draft) => own_form::form(draft, &program, desk),
        };
        let close = el("button")
            .class("round close")
            .attr("data-action", "close-sheet")
            .attr("aria-label", desk.words.close)
            .on_click(move || shut(desk))
            .child(icon("close"));
        request_animation_frame(|| focus("sheet"));
        el("section")
            .class("sheet")
            .id("sheet")
            .attr("role", "dialog")
            .attr("aria-labelledby", "sheet-title")
            .attr("tabindex", "-1")
            .on("keydown", move |event| {
                if event.unchecked_ref::<web_sys::KeyboardEvent>().key() == "Escape" {
                    shut(desk);
                }
            })
            .child(close)
            .child(content)
            .into()
    })
}

/// Whether the plan still has what the sheet is about.
fn is_there(sheet: &Sheet, page: &PlanPage) -> bool {
    let items = || page.days.iter().flat_map(|day| &day.items);
    let has = |id: &EntryId| items().any(|item| matches!(item, Item::Entry(entry) if entry.id == *id));
    match sheet {
        Sheet::Entry(id) => has(id),
        Sheet::Stack(ids) => ids.iter().any(has),
        Sheet::Closed | Sheet::Gap(_) | Sheet::Own(_) => true,
    }
}

/// Closes the sheet; the focus goes back to what it was opened from.
fn shut(desk: Desk) {
    let opened = desk.sheet.get_untracked();
    desk.sheet.set(Sheet::Closed);
    if let Sheet::Entry(id) = opened {
        let entries = page::document().query_selector_all("[data-entry]").ok();
        let places = entries.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.item(at)));
        let mut entries = places.filter_map(|node| node.dyn_into::<web_sys::HtmlElement>().ok());
        let found = entries.find(|entry| entry.dataset().get("entry").as_deref() == Some(id.as_str()));
        let block = found.and_then(|entry| entry.first_element_child());
        focus_on(block);
    }
}

fn focus(id: &str) {
    focus_on(page::document().get_element_by_id(id));
}

fn focus_on(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
