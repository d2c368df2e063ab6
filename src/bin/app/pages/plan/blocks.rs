//! The days of the plan as blocks in proportion to time. The list view has the same elements with other styles.

use super::context::{Context, Sheet};
use super::stack;
use crate::browser;
use crate::components::element::{El, all, button, line, live, nothing, tag};
use leptos::prelude::*;
use siganpyo::messages::plan_page::PlanMessages;
use siganpyo::plan::{EntryId, Priority, Standing};
use siganpyo::present::day_plan::{PlanGap, Stage};
use siganpyo::present::plan_page::{Item, PageDay, PageEntry};
use siganpyo::present::{Axis, Lane, Need, Scale};
use siganpyo::program::Moment;

/// The height of a minute, in tenths of a unit of [`Scale`].
const MINUTE: i64 = 20;
/// What a block needs so that its title can be read, the same with the name of an overlap, and that where it is narrow, and what it
/// takes to be tapped.
const READABLE: i64 = 74;
const READABLE_WITH_OVERLAP: i64 = 112;
const READABLE_WHERE_NARROW: i64 = 130;
const TAPPABLE: i64 = 44;

pub fn days(context: Context) -> AnyView {
    let Context { view, day: only, state, .. } = context;
    let list = move || state.settings.current.with(|settings| settings.plan_as_list);
    let shown = live(move || {
        let view = view.read();
        let wanted = view.days.iter().any(|day| Some(day.date) == only.get()).then(|| only.get()).flatten();
        let days = view.days.iter().filter(|day| wanted.is_none_or(|wanted| wanted == day.date));
        all(days.map(|section| day(section, context)))
    });
    let is_folded = move || !context.unfolded.get() && over(context).is_some();
    let class = move || {
        let shape = if list() { "as-list" } else { "as-day" };
        Some(if is_folded() { format!("{shape} folded") } else { shape.to_owned() })
    };
    request_animation_frame(open_at_present);
    all([past(context), tag::div().live("class", class).child(shown).into()])
}

/// The number of shown entries that folding hides, while others are not over: in the list each one, else those of whole days.
fn over(context: Context) -> Option<usize> {
    let (page, only) = (context.view.read(), context.day.get());
    let is_list = context.state.settings.current.with(|settings| settings.plan_as_list);
    let days = || page.days.iter().filter(|day| only.is_none_or(|only| only == day.date));
    let is_over = |entry: &&PageEntry| entry.stage == Stage::Past;
    let hidden = days().filter(|day| is_list || day.entries().all(|entry| is_over(&entry)));
    let hidden = hidden.flat_map(PageDay::entries).filter(is_over).count();
    (hidden > 0 && hidden < days().flat_map(PageDay::entries).count()).then_some(hidden)
}

/// The button that folds what is over and unfolds it.
fn past(context: Context) -> AnyView {
    let messages = context.state.language().find_messages();
    let count = Memo::new(move |_| over(context));
    live(move || {
        let Some(count) = count.get() else { return nothing() };
        let is_unfolded = context.unfolded.get();
        let text = if is_unfolded { messages.fold_past.to_owned() } else { (messages.show_past)(count) };
        let turn = button("past", text).class("chip plain").attr("aria-expanded", is_unfolded.to_string());
        tag::div().class("chips").child(turn.on_click(move || context.unfolded.set(!is_unfolded))).into()
    })
}

/// Scrolls to the line of the present, if there is one, or else to what is on or next, a third of the viewport below its top.
fn open_at_present() {
    let marks = browser::elements(".as-day :is(.now-line, [data-stage=present], [data-stage=next])");
    // On a narrow page a day may have no line.
    let Some(mark) = marks.map(|mark| mark.get_bounding_client_rect()).find(|place| place.width() > 0.0) else { return };
    let place = mark.top();
    let third = f64::from(browser::root().client_height()) / 3.0;
    if place > 2.0 * third {
        browser::window().scroll_by_with_x_and_y(0.0, place - third);
    }
}

fn day(day: &PageDay, context: Context) -> El {
    let scale = scale(day);
    let items = day.items.iter().map(|item| match item {
        Item::Gap(free) => gap(*free, &scale, context),
        Item::Entry(one) => entry(one, &scale, context),
        Item::Stack(several) => stack::block(several, &scale, context),
    });
    let height = scale.at(day.axis.height);
    let list = tag::ol().class("entries").children(items);
    let canvas = tag::div()
        .class("canvas")
        .style(move || format!("--day:{height}"))
        .child(hours(&day.axis, &scale))
        .child(now_line(day.axis.clone(), scale.clone(), context))
        .child(list);
    let is_over = day.entries().all(|entry| entry.stage == Stage::Past);
    tag::section()
        .class("day")
        .maybe_attr("data-past", is_over.then_some("true"))
        .maybe_attr("data-parallel", day.is_parallel.then_some("true"))
        .child(tag::h2().text(day.heading.as_str()))
        .child(canvas)
}

/// The heights of a day. Entries in a stack need none of their own.
fn scale(day: &PageDay) -> Scale {
    let need = |top: i64, minutes: i64, least: i64| Need { top, minutes, least };
    let needs = day.items.iter().filter_map(|item| match item {
        Item::Gap(gap) => Some(need(gap.top, gap.height, TAPPABLE)),
        Item::Stack(stack) => Some(need(stack.top, stack.height, READABLE_WITH_OVERLAP)),
        Item::Entry(entry) => {
            let is_alone = entry.overlaps.is_empty() && entry.decided.is_none();
            let least = |Lane { lanes, wide, .. }: Lane| match (is_alone, lanes > 2 && wide == 1) {
                (true, _) => READABLE,
                (false, false) => READABLE_WITH_OVERLAP,
                (false, true) => READABLE_WHERE_NARROW,
            };
            entry.lane.map(|lane| need(entry.top, entry.height, least(lane)))
        }
    });
    Scale::new(&needs.collect::<Vec<_>>(), day.axis.height, MINUTE)
}

fn hours(axis: &Axis, scale: &Scale) -> El {
    let hour = |hour: &siganpyo::present::Hour| {
        let top = scale.at(hour.top);
        tag::span().style(move || format!("--t:{top}")).text(hour.clock.as_str())
    };
    tag::div().class("hours").attr("aria-hidden", "true").children(axis.hours.iter().map(hour))
}

/// The line of the present, on the day that it belongs to.
fn now_line(axis: Axis, scale: Scale, context: Context) -> AnyView {
    live(move || match Moment::new(context.now.get(), 0).and_then(|now| axis.line(now)) {
        Some(minute) => {
            let top = scale.at(minute);
            tag::i().class("now-line").attr("aria-hidden", "true").style(move || format!("--t:{top}")).into()
        }
        None => nothing(),
    })
}

fn gap(PlanGap { gap, top, height }: PlanGap, scale: &Scale, context: Context) -> El {
    let opens = gap.start.unix();
    let (top, height) = scale.place(top, height);
    let button = button("fill-gap", (context.common.gap)(gap.minutes()))
        .attr("aria-haspopup", "dialog")
        .on_click(move || context.sheet.set(Sheet::Gap(opens)));
    tag::li().class("gap").style(move || format!("--t:{top};--h:{height}")).child(button)
}

fn entry(entry: &PageEntry, scale: &Scale, context: Context) -> El {
    let Context { messages, sheet, .. } = context;
    let changes = entry.changes.iter().map(|change| change.as_str()).collect::<Vec<_>>().join(" ");
    let (top, height) = scale.place(entry.top, entry.height);
    let lane = entry.lane.unwrap_or_default();
    let stage = match entry.stage {
        Stage::Past => "past",
        Stage::Present => "present",
        Stage::Next => "next",
        Stage::Later => "later",
    };
    let id = entry.id.clone();
    let when = tag::span().text(entry.when.as_str());
    let time = tag::span().class("time").children(marks(entry, messages)).child(when).children(line(
        tag::span,
        "room",
        entry.rooms.clone(),
    ));
    let block = tag::button()
        .class("tile")
        .attr("aria-haspopup", "dialog")
        .child(time)
        .child(tag::strong().class("title").text(entry.title.as_str()))
        .children(entry.overlaps.iter().map(|sentence| tag::span().class("clash").text(sentence.as_str())))
        .children(line(tag::span, "who", entry.decided.clone().unwrap_or_default()))
        .children(entry.tight.clone().and_then(|tight| line(tag::span, "clash", tight)))
        .children(entry.news.iter().map(|news| tag::span().class("news").text(news.sentence)))
        .children(line(tag::span, "who", entry.speakers.clone()))
        .on_click(move || sheet.set(Sheet::Entry(id.clone())));
    tag::li()
        .class(match (entry.lane, entry.standing) {
            (Some(_), Standing::Planned) => "entry",
            (Some(_), _) => "entry called-off",
            (None, Standing::Planned) => "entry stacked",
            (None, _) => "entry called-off stacked",
        })
        .attr("data-entry", entry.id.as_str())
        .attr("data-stage", stage)
        .maybe_attr("data-overlap", (!entry.overlaps.is_empty()).then_some("true"))
        .maybe_attr("data-change", (!changes.is_empty()).then_some(changes))
        .maybe_attr("data-priority", entry.priority.map(priority_word))
        .style(move || format!("--t:{top};--h:{height};--l:{};--w:{};--n:{}", lane.lane, lane.wide, lane.lanes))
        .child(block)
}

fn priority_word(priority: Priority) -> &'static str {
    match priority {
        Priority::Must => "must",
        Priority::Maybe => "maybe",
    }
}

/// What is to be seen at a glance, in words.
fn marks(entry: &PageEntry, messages: &PlanMessages) -> Vec<El> {
    let stage = match entry.stage {
        Stage::Present => Some(messages.on_now),
        Stage::Next => Some(messages.next),
        Stage::Past | Stage::Later => None,
    };
    let priority = entry.priority.map(|priority| match priority {
        Priority::Must => messages.must,
        Priority::Maybe => messages.maybe,
    });
    let own = matches!(entry.id, EntryId::Own(_)).then_some(messages.own);
    let changed = entry.is_news.then_some(messages.changed);
    let mark = |word: &'static str| tag::span().class("mark").text(word);
    [stage, priority, own].into_iter().flatten().map(mark).chain(changed.map(|word| mark(word).class("news"))).collect()
}
