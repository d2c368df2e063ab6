//! Entries at the same time that are drawn as one block, and the list to decide for one of them.

use super::context::{Context, Sheet};
use crate::components::element::{El, all, button, line, live, nothing, tag};
use leptos::prelude::*;
use siganpyo::plan::EntryId;
use siganpyo::present::Scale;
use siganpyo::present::plan_page::{PageEntry, PageStack, PlanPage};

/// The block: how many, and the first of them.
pub fn block(stack: &PageStack, scale: &Scale, context: Context) -> El {
    let (top, height) = scale.place(stack.top, stack.height);
    let (lane, lanes) = (stack.lane.lane, stack.lane.lanes);
    let ids = stack.entries.clone();
    let one =
        |(start, title): &(String, String)| tag::span().class("one").child(tag::b().text(start.as_str())).text(title.as_str());
    let block = tag::button()
        .class("tile")
        .action("open-stack")
        .attr("aria-haspopup", "dialog")
        .child(tag::span().class("time").text(stack.when.as_str()))
        .child(tag::strong().class("title").text(stack.count.as_str()))
        .children(stack.first.iter().map(one))
        .on_click(move || context.sheet.set(Sheet::Stack(ids.clone())));
    tag::li().class("entry stack").style(move || format!("--t:{top};--h:{height};--l:{lane};--w:1;--n:{lanes}")).child(block)
}

/// The entries of the stack that are still in the plan, each with its decision.
pub fn choices(ids: &[EntryId], context: Context) -> AnyView {
    let (ids, view) = (ids.to_vec(), context.view);
    let found = Memo::new(move |_| find(&view.read(), &ids));
    live(move || {
        let entries = found.get();
        if entries.is_empty() {
            return nothing();
        }
        let heading = tag::h2().id("sheet-title").class("title").text((context.messages.stacked)(entries.len()));
        all([heading, tag::ul().class("fits").children(entries.iter().map(|entry| choice(entry, context)))])
    })
}

fn find(page: &PlanPage, ids: &[EntryId]) -> Vec<PageEntry> {
    page.entries().map(|(_, entry)| entry).filter(|entry| ids.contains(&entry.id)).cloned().collect()
}

fn choice(entry: &PageEntry, context: Context) -> El {
    let PageEntry { id, title, clashes, .. } = entry.clone();
    let opened = id.clone();
    let meta = tag::span().class("meta").child(tag::span().text(entry.when.as_str())).children(line(
        tag::span,
        "room",
        entry.rooms.clone(),
    ));
    let what = tag::button()
        .class("what")
        .attr("aria-haspopup", "dialog")
        .child(tag::strong().class("title").text(title.as_str()))
        .child(meta)
        .on_click(move || context.sheet.set(Sheet::Entry(opened.clone())));
    let name = format!("{}: {title}", context.messages.go_here);
    let go = button("go-here", context.messages.go_here).class("button").aria_label(name);
    let go = go.on_click(move || {
        context.sheet.set(Sheet::Closed);
        context.state.plan.go_to(&id, &title, &clashes);
    });
    tag::li().class("fit").child(what).child(go)
}
