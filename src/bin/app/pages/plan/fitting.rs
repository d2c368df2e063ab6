//! Sessions that fit into a gap of the plan, each with its pick button.

use super::context::{Context, Sheet};
use super::draft::Draft;
use crate::browser::session_link;
use crate::components::element::{El, all, button, line, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::empty;
use crate::pages::live_page::LivePage;
use leptos::prelude::*;
use siganpyo::markup::{Page, pick_button};
use siganpyo::messages::Refusal;
use siganpyo::plan::{Gap, entries, gaps};
use siganpyo::present::day_plan::{Fit, fits};
use siganpyo::present::timetable::row;
use siganpyo::program::Program;
use std::sync::Arc;

/// What could be heard in the gap that begins at this second. What is picked stays in the list, so that the pick can be taken
/// back where it was made.
pub fn gap(start: i64, program: &Arc<Program>, context: Context) -> AnyView {
    let Context { state, common, messages, .. } = context;
    let entries = state.plan.current.with_untracked(|plan| entries(plan, program, common.tag));
    let Some(gap) = gaps(&entries).into_iter().find(|gap| gap.start.unix() == start) else { return nothing() };
    let walking = untrack(|| state.settings.walking());
    let shown = state.hidden.in_sight(program);
    let found = fits(gap, &entries, program, &shown, walking);
    let hidden = fits(gap, &entries, program, &shown.others(), walking).len();
    let hidden = (hidden > 0).then(|| tag::p().class("fine").text((state.language().hide_messages().not_shown)(hidden)).into());
    let (whole, partly): (Vec<Fit>, Vec<Fit>) = found.into_iter().partition(Fit::is_whole);
    let group = |heading: &'static str, fits: &[Fit]| {
        let rows = tag::ul().class("fits").children(fits.iter().map(|fit| session(*fit, program, context)));
        (!fits.is_empty()).then(|| all([tag::h3().text(heading), rows]))
    };
    let groups = all([group(messages.fits_whole, &whole), group(messages.fits_partly, &partly)].into_iter().flatten());
    let heading = (messages.gap_from_to)(&gap.start.clock(), &gap.end.clock());
    all([
        tag::h2().id("sheet-title").class("title").text(heading).into(),
        tag::p().class("when").text((common.gap)(gap.minutes())).into(),
        if whole.is_empty() && partly.is_empty() { nothing_fits((messages.nothing_fits)()) } else { groups },
        hidden.unwrap_or_else(nothing),
        actions([fill(gap, context)]).into(),
    ])
}

fn nothing_fits(refusal: Refusal) -> AnyView {
    empty(refusal, [])
}

fn session(fit: Fit, program: &Program, context: Context) -> El {
    let Context { state, common, messages, .. } = context;
    let row = row(program, &program.sessions[fit.session], common);
    let missed = [(fit.late, messages.miss_beginning), (fit.early, messages.miss_end)];
    let missed = missed.into_iter().filter(|(minutes, _)| *minutes > 0).map(|(minutes, say)| say(minutes));
    let missed = missed.collect::<Vec<_>>().join(", ");
    let title = tag::strong().class("title").id(&format!("t-{}", row.id));
    let title = title.child(tag::a().href(session_link(row.id.as_str())).text(row.title));
    let what = tag::div()
        .class("what")
        .child(title)
        .child(tag::p().class("meta").child(tag::span().text(row.when)).children(line(tag::span, "room", row.rooms)))
        .children(line(tag::p, "clash", missed));
    let element = tag::li().class("fit").attr("data-session", row.id.as_str());
    let (element, button) = LivePage::new(state).pickable(element, pick_button("pick", row.id.as_str()), &row.id);
    element.child(what).child(button)
}

/// A button that adds an own entry in the gap.
fn fill(gap: Gap, context: Context) -> El {
    let draft = Draft::between(gap.start, gap.end);
    button("fill-own", context.messages.add_own).class("button").on_click(move || context.sheet.set(Sheet::Own(draft.clone())))
}
