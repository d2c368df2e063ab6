//! `/plan`: my timetable, drawn in proportion to time or as a list.

mod blocks;
mod calendar;
mod context;
mod draft;
mod entry;
mod fitting;
mod news;
mod own_form;
mod share_link;
mod sheet;
mod stack;

use super::{clock, home, nothing_picked, with_program};
use crate::browser;
use crate::browser::rules::rules;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::{actions, icon, main_link, option, options};
use crate::components::install;
use crate::state::State;
use crate::status::Toast;
use crate::workers;
use context::{Context, Sheet};
use draft::Draft;
use leptos::prelude::*;
use siganpyo::messages::Messages;
use siganpyo::messages::plan_page::PlanMessages;
use siganpyo::present::at_venue;
use siganpyo::present::day_plan::Totals;
use siganpyo::present::plan_page::{Words, plan_page};
use siganpyo::program::{Date, Moment, Program};
use std::sync::Arc;
use std::time::Duration;

/// Styles that no other page needs.
const STYLE: &str = rules!("plan.css");
/// How often the page looks at the clock.
const TICK: Duration = Duration::from_secs(20);

pub fn my_timetable(state: State) -> AnyView {
    browser::adopt_style("plan", STYLE);
    let common = state.messages();
    let now = clock(TICK);
    let sheet = RwSignal::new(Sheet::Closed);
    let content = with_program(state, move |program| timetable(&program, now, sheet, state));
    super::page(common.tab_plan, state, content)
}

fn timetable(program: &Arc<Program>, now: RwSignal<i64>, sheet: RwSignal<Sheet>, state: State) -> AnyView {
    let (common, messages) = (state.messages(), state.language().plan_messages());
    let shown = program.clone();
    let view = Memo::new(move |_| {
        state
            .plan
            .current
            .with(|plan| plan_page(plan, &shown, now.get(), state.settings.walking(), Words { messages: common, plan: messages }))
    });
    let today = at_venue(program, now.get_untracked()).map(Moment::program_day);
    let day = RwSignal::new(today.and_then(|today| view.read_untracked().opens_at(today)));
    let context = Context { state, common, messages, now, view, day, sheet, unfolded: RwSignal::new(false) };
    show_whole_on_paper(context);
    let is_empty = Memo::new(move |_| view.read().days.is_empty());
    let has_table = !program.walking.is_empty();
    let now_card = super::now::of_plan(program.clone(), now, state);
    let sheet = sheet::sheet(program.clone(), context);
    let printed = printed_heading(program, state);
    let body = live(move || if is_empty.get() { empty(context) } else { planned(has_table, context) });
    all([printed.into(), now_card, undo(state), body, sheet])
}

/// Paper gets the whole timetable, whatever is shown.
fn show_whole_on_paper(Context { day, unfolded, .. }: Context) {
    let shown = StoredValue::new(None);
    let before = window_event_listener_untyped("beforeprint", move |_| {
        shown.set_value(Some((day.get_untracked(), unfolded.get_untracked())));
        day.set(None);
        unfolded.set(true);
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        if let Some((was_day, was_unfolded)) = shown.try_update_value(Option::take).flatten() {
            day.set(was_day);
            unfolded.set(was_unfolded);
        }
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// The way back from the last decision, when the message about it has left.
fn undo(state: State) -> AnyView {
    live(move || match state.plan.undoable.get() {
        Some(Toast { text, action: Some((label, act)) }) if state.toast.shown.with(Option::is_none) => {
            let button = button("undo", label).class("button").on_click(move || act());
            tag::p().class("stale").child(tag::span().text(text)).child(button).into()
        }
        _ => nothing(),
    })
}

/// What paper says of the conference, since it has nothing else that does.
fn printed_heading(program: &Program, state: State) -> El {
    let dates = state.language().library_messages().dates;
    let days = program.days.first().zip(program.days.last()).map(|(first, last)| dates(first.date, last.date));
    let words = [Some(program.title.clone()), days].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    tag::p().class("printed").text(words)
}

fn empty(context: Context) -> AnyView {
    all([nothing_picked(context.state), actions([add_own(context)]).into()])
}

/// `has_table` where the program says itself how long some ways take.
fn planned(has_table: bool, context: Context) -> AnyView {
    let Context { state, common, messages, .. } = context;
    workers::warm_up(common.tag);
    let last = calendar::last(context);
    let print = button("print", messages.print).class("button").on_click(|| drop(browser::window().print()));
    let way_on = tag::div()
        .class("actions plan-actions")
        .children([main_link(browser::link("/wallpaper"), common.make_wallpaper), add_own(context)])
        .live_child(move || share(context))
        .live_child(move || calendar::calendar(last, context))
        .child(super::now::way_to_venue(context.now, state))
        .child(print);
    all([
        news::summary(context),
        news::of_wallpaper(context),
        way_on.into(),
        calendar::alarms(context).into(),
        live(move || totals(totals_of(context), common, messages).into()),
        tag::div().class("plan-tools").child(day_choice(context)).child(shapes(state, messages)).into(),
        blocks::days(context),
        walking(has_table, state, messages),
        install::guide(state.language().safety_messages(), move || home::carried_home("/plan", state)),
    ])
}

/// Those of the shown day, or of the whole plan.
fn totals_of(context: Context) -> Totals {
    let (page, only) = (context.view.read(), context.day.get());
    page.days.iter().find(|day| Some(day.date) == only).map_or(page.totals, |day| day.totals)
}

fn totals(totals: Totals, common: &Messages, messages: &PlanMessages) -> El {
    let said = |count: usize, text: String, class: &str| (count > 0).then(|| tag::span().class(class).text(text));
    tag::p()
        .class("totals")
        .child(tag::span().text((common.entries)(totals.entries)))
        .children(said(totals.overlaps, (common.overlaps)(totals.overlaps), "clash"))
        .children(said(totals.tight, (messages.tight_changes)(totals.tight), "clash"))
        .children(said(totals.gaps, (messages.free)(totals.free_minutes), ""))
}

/// One day or all of them, where there are several.
fn day_choice(context: Context) -> AnyView {
    let Context { common, messages, view, day, .. } = context;
    let dates = Memo::new(move |_| view.read().days.iter().map(|day| day.date).collect::<Vec<_>>());
    live(move || {
        let dates = dates.get();
        if dates.len() < 2 {
            return nothing();
        }
        let whole = option(messages.whole, move || day.get().is_none(), move || day.set(None));
        let one = |date: Date| option(&(common.date)(date), move || day.get() == Some(date), move || day.set(Some(date)));
        options(common.days, [whole].into_iter().chain(dates.into_iter().map(one)))
    })
}

/// In proportion, or as a list.
fn shapes(state: State, messages: &PlanMessages) -> AnyView {
    let choice = |label: &str, list: bool| {
        let chosen = move || state.settings.current.with(|settings| settings.plan_as_list) == list;
        let word = if list { "list" } else { "day" };
        option(label, chosen, move || state.settings.set(|settings| settings.plan_as_list = list)).action(format!("as-{word}"))
    };
    options(messages.view, [choice(messages.as_day, false), choice(messages.as_list, true)])
}

/// The choice of the walking time between rooms.
fn walking(has_table: bool, state: State, messages: &'static PlanMessages) -> AnyView {
    let choice = |minutes: u32| {
        let chosen = move || state.settings.walking() == i64::from(minutes);
        let choose = move || state.settings.set(|settings| settings.walking = Some(minutes).filter(|minutes| *minutes > 0));
        option(&(messages.minutes)(i64::from(minutes)), chosen, choose)
    };
    let about = tag::p().class("fine").text(messages.walking_about);
    let table = has_table.then(|| tag::p().class("fine").text(messages.walking_beside_table));
    let choices = options(messages.walking, [0, 3, 5, 10, 15].map(choice));
    tag::div().class("walking").child(choices).child(about).children(table).into()
}

/// To send the plan to somebody, where there is anything that a link can hold.
fn share(context: Context) -> AnyView {
    if context.state.plan.current.with(|plan| plan.picks().next().is_none()) {
        return nothing();
    }
    button("share-plan", context.state.language().sharing_messages().share)
        .class("button")
        .attr("aria-haspopup", "dialog")
        .on_click(move || context.sheet.set(Sheet::Link))
        .into()
}

fn add_own(context: Context) -> El {
    let Context { messages, sheet, .. } = context;
    tag::button()
        .class("button")
        .action("add-own")
        .attr("aria-haspopup", "dialog")
        .child(icon("add"))
        .text(messages.add_own)
        .on_click(move || sheet.set(Sheet::Own(Draft::default())))
}
