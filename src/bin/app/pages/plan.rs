//! `/plan`: my timetable, by day in time order.

use super::{nothing_picked, page, with_program};
use crate::components::frame::{actions, icon, main_link};
use crate::components::session_row::line;
use crate::element::{El, all, el, live};
use crate::install;
use crate::page::{link, session_link};
use crate::state::State;
use leptos::prelude::*;
use siganpyo::plan::Standing;
use siganpyo::present::plan_view::{PlanDay, PlanRow, PlanView, plan_view};

pub fn my_timetable(state: State) -> AnyView {
    let messages = state.messages();
    let content = with_program(state, move |program| {
        live(move || match state.plan.with(|plan| plan_view(plan, &program, messages)) {
            PlanView { entries: 0, .. } => nothing_picked(state),
            view => days(&view, state),
        })
    });
    page(messages.tab_plan, state, content)
}

fn days(view: &PlanView, state: State) -> AnyView {
    let messages = state.messages();
    let clashes = (view.overlaps > 0).then(|| el("span").class("clash").text((messages.overlaps)(view.overlaps)));
    let totals = el("p").class("totals").child(el("span").text((messages.picks)(view.entries))).children(clashes);
    let way_on = actions([main_link(link("/wallpaper"), messages.make_wallpaper)]);
    let days = view.days.iter().map(|section| day(section, state));
    all([totals].into_iter().chain(days).chain([way_on]).map(AnyView::from).chain([install::guide(messages)]))
}

fn day(day: &PlanDay, state: State) -> El {
    let entries = day.rows.iter().flat_map(|row| gap(row).into_iter().chain([entry(row, state)]));
    let list = el("ol").class("entries").children(entries);
    el("section").class("day").child(el("h2").text(day.heading.as_str())).child(list)
}

fn gap(row: &PlanRow) -> Option<El> {
    row.gap.as_deref().map(|gap| el("li").class("gap").text(gap))
}

fn entry(row: &PlanRow, state: State) -> El {
    let words = row.changes.iter().map(|change| change.as_str()).collect::<Vec<_>>().join(" ");
    let gone = row.standing != Standing::Planned;
    let time = el("time").text(row.start.as_str()).child(el("small").text(row.end.as_str()));
    let sentences = |class: &'static str, sentences: &[String]| {
        sentences.iter().map(|sentence| el("p").class(class).text(sentence.as_str())).collect::<Vec<_>>()
    };
    let said = el("div")
        .child(title(row))
        .children(line("p", "who", row.speakers.clone()))
        .children(line("p", "room", row.rooms.clone()))
        .children(sentences("clash", &row.overlaps))
        .children(sentences("news", &row.news));
    el("li")
        .class(if gone { "entry called-off" } else { "entry" })
        .attr("data-entry", row.id.as_str())
        .maybe_attr("data-overlap", (!row.overlaps.is_empty()).then_some("true"))
        .maybe_attr("data-change", (!words.is_empty()).then_some(words))
        .child(time)
        .child(el("div").class("what").child(said).child(take_out(row, state)))
}

fn title(row: &PlanRow) -> El {
    let heading = el("h3").class("title").id(&format!("t-{}", row.id.as_str()));
    match row.has_page {
        true => heading.child(el("a").attr("href", session_link(row.id.as_str())).text(row.title.as_str())),
        false => heading.text(row.title.as_str()),
    }
}

fn take_out(row: &PlanRow, state: State) -> El {
    let (id, title) = (row.id.clone(), row.title.clone());
    el("button")
        .class("round")
        .attr("data-action", "take-out")
        .attr("aria-label", format!("{}: {title}", state.messages().take_out))
        .on_click(move || state.take_out(&id, &title))
        .child(icon("close"))
}
