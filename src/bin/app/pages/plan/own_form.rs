//! The form of an own entry.

use super::context::{Context, Sheet};
use super::draft::Draft;
use crate::components::element::{El, all, button, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::present::at_venue;
use siganpyo::present::timetable::day_name;
use siganpyo::program::{Date, Program};
use std::sync::Arc;

pub fn form(mut draft: Draft, program: &Arc<Program>, context: Context) -> AnyView {
    let messages = context.messages;
    let mut dates: Vec<Date> = program.days.iter().map(|day| day.date).collect();
    draft.day = draft.day.or(context.day.get_untracked()).or(dates.first().copied());
    draft = draft.with_times(at_venue(program, context.now.get_untracked()));
    dates.extend(draft.day.filter(|day| !dates.contains(day)));
    let heading = if draft.id.is_some() { messages.edit_own } else { messages.add_own };
    let days = days(&dates, draft.day, program, context);
    let draft = RwSignal::new(draft);
    let wrong = RwSignal::new(None::<Refusal>);
    let program = program.clone();
    let save = button("own-save", messages.own_save).class("button main").input_type("submit");
    let cancel = button("cancel", messages.cancel).class("button").input_type("button");
    let cancel = cancel.on_click(move || context.sheet.set(Sheet::Closed));
    let text = |label: &str, name: &'static str, read: fn(&mut Draft) -> &mut String| field(label, name, "text", draft, read);
    let time = |label: &str, name: &'static str, read: fn(&mut Draft) -> &mut String| field(label, name, "time", draft, read);
    let day = tag::label()
        .class("field")
        .child(tag::span().text(messages.own_day))
        .child(days.on("change", move |event| draft.update(|draft| draft.day = Date::parse(&event_target_value(&event)))));
    let fields = [
        text(messages.own_title, "title", |draft| &mut draft.title),
        day,
        time(messages.own_start, "start", |draft| &mut draft.start),
        time(messages.own_end, "end", |draft| &mut draft.end),
        text(messages.own_place, "place", |draft| &mut draft.place),
        text(messages.own_note, "note", |draft| &mut draft.note),
    ];
    let form = tag::form()
        .class("own-form")
        .attr("novalidate", "")
        .children(fields)
        .live_child(move || wrong.get().map_or_else(nothing, |refusal| notice(refusal, [])))
        .child(actions([save, cancel]))
        .on("submit", move |event| {
            event.prevent_default();
            match draft.read_untracked().finish(&program, context.messages) {
                Ok(own) => {
                    context.sheet.set(Sheet::Closed);
                    context.state.plan.put_own(own);
                }
                Err(refusal) => wrong.set(Some(refusal)),
            }
        });
    all([tag::h2().id("sheet-title").class("title").text(heading), form])
}

fn days(dates: &[Date], chosen: Option<Date>, program: &Program, context: Context) -> El {
    let day = |date: &Date| {
        let choice = tag::option().attr("value", date.to_string()).text(day_name(program, *date, context.common));
        choice.maybe_attr("selected", (Some(*date) == chosen).then_some(""))
    };
    tag::select().attr("name", "day").children(dates.iter().map(day))
}

/// A field of the form for one text of the draft.
fn field(
    label: &str,
    name: &'static str,
    kind: &'static str,
    draft: RwSignal<Draft>,
    place: fn(&mut Draft) -> &mut String,
) -> El {
    let value = place(&mut draft.get_untracked()).clone();
    let input = tag::input()
        .input_type(kind)
        .attr("name", name)
        .attr("maxlength", "200")
        .attr("value", value)
        .on("input", move |event| draft.update(|draft| *place(draft) = event_target_value(&event)));
    tag::label().class("field").attr("data-field", name).child(tag::span().text(label)).child(input)
}
