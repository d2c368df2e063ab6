//! The sheet over the lower part of the page: an entry, a gap, the form of an own entry, or a link.

use super::context::{Context, Sheet};
use super::{entry, fitting, own_form, share_link, stack};
use crate::browser;
use crate::components::element::{live, nothing};
use crate::components::sheet as component;
use leptos::prelude::*;
use siganpyo::plan::EntryId;
use siganpyo::present::plan_page::PlanPage;
use siganpyo::program::Program;
use std::sync::Arc;

pub fn sheet(program: Arc<Program>, context: Context) -> AnyView {
    // An entry may go while its sheet is open, as when a choice is undone or another tab takes it out.
    let open = Memo::new(move |_| Some(context.sheet.get()).filter(|sheet| is_there(sheet, &context.view.read())));
    component::closed_by_back(Memo::new(move |_| open.get().is_some_and(|open| open != Sheet::Closed)), move || shut(context));
    live(move || {
        let content = match open.get().unwrap_or(Sheet::Closed) {
            Sheet::Closed => return nothing(),
            Sheet::Entry(id) => entry::entry(&id, context),
            Sheet::Stack(ids) => stack::choices(&ids, context),
            Sheet::Gap(start) => fitting::gap(start, &program, context),
            Sheet::Own(draft) => own_form::form(draft, &program, context),
            Sheet::Link => share_link::own_link(&program, context),
            Sheet::Scan => share_link::scan(context),
        };
        component::sheet("sheet", context.messages.close, move || shut(context), content)
    })
}

/// Whether the plan still has what the sheet is about.
fn is_there(sheet: &Sheet, page: &PlanPage) -> bool {
    let has = |id: &EntryId| page.entries().any(|(_, entry)| entry.id == *id);
    match sheet {
        Sheet::Entry(id) => has(id),
        Sheet::Stack(ids) => ids.iter().any(has),
        Sheet::Closed | Sheet::Gap(_) | Sheet::Own(_) | Sheet::Link | Sheet::Scan => true,
    }
}

/// Closes the sheet; the focus goes back to what it was opened from.
fn shut(context: Context) {
    let opened = context.sheet.get_untracked();
    context.sheet.set(Sheet::Closed);
    if let Sheet::Entry(id) = opened {
        let mut entries = browser::elements("[data-entry]");
        let found = entries.find(|entry| entry.get_attribute("data-entry").as_deref() == Some(id.as_str()));
        browser::focus(found.and_then(|entry| entry.first_element_child()));
    }
}
