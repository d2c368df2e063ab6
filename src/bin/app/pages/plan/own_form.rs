//! The form of an own entry.

use super::Desk;
use super::sheet::Sheet;
use crate::components::element::{El, all, el, nothing};
use crate::components::frame::actions;
use crate::components::notice::notice;
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::plan::OwnEntry;
use siganpyo::present::own_span;
use siganpyo::present::timetable::day_heading;
use siganpyo::program::{Date, Moment, Program};
use std::sync::Arc;

/// An own entry as it is being typed.
#[derive(Clone, PartialEq, Default)]
pub struct Draft {
    /// None for a new entry.
    id: Option<String>,
    title: String,
    day: Option<Date>,
    start: String,
    end: String,
    place: String,
    note: String,
}

impl Draft {
    /// To change an entry.
    pub fn of(own: &OwnEntry) -> Draft {
        let filled = |text: &Option<String>| text.clone().unwrap_or_default();
        Draft {
            id: Some(own.id.clone()),
            title: own.title.clone(),
            place: filled(&own.place),
            note: filled(&own.note),
            ..Draft::between(own.span.start, own.span.end)
        }
    }

    /// For a time.
    pub fn between(start: Moment, end: Moment) -> Draft {
        Draft { day: Some(start.program_day()), start: start.clock(), end: end.clock(), ..Draft::default() }
    }

    fn finish(&self, program: &Program, desk: Desk) -> Result<OwnEntry, Refusal> {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let title = filled(&self.title).ok_or_else(desk.words.own_untitled)?;
        let span = self.day.and_then(|day| own_span(program, day, &self.start, &self.end)).ok_or_else(desk.words.own_no_time)?;
        let id = self.id.clone().unwrap_or_else(new_id);
        Ok(OwnEntry { id, title, span, place: filled(&self.place), note: filled(&self.note) })
    }
}

/// Drawn by lot, so that two devices never give one id to two entries.
fn new_id() -> String {
    let draw = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("own-{:08x}{:08x}", draw(), draw())
}

pub fn form(mut draft: Draft, program: &Arc<Program>, desk: Desk) -> AnyView {
    let words = desk.words;
    let mut dates: Vec<Date> = program.days.iter().map(|day| day.date).collect();
    draft.day = draft.day.or(desk.day.get_untracked()).or(dates.first().copied());
    dates.extend(draft.day.filter(|day| !dates.contains(day)));
    let heading = if draft.id.is_some() { words.edit_own } else { words.add_own };
    let days = days(&dates, draft.day, program, desk);
    let draft = RwSignal::new(draft);
    let wrong = RwSignal::new(None::<Refusal>);
    let program = program.clone();
    let save = el("button").class("button main").attr("type", "submit").text(words.own_save);
    let cancel = el("button").class("button").attr("type", "button").text(words.cancel);
    let cancel = cancel.on_click(move || desk.sheet.set(Sheet::Closed));
    let text = |label: &str, name: &'static str, read: fn(&mut Draft) -> &mut String| field(label, name, "text", draft, read);
    let time = |label: &str, name: &'static str, read: fn(&mut Draft) -> &mut String| field(label, name, "time", draft, read);
    let day = el("label")
        .class("field")
        .child(el("span").text(desk.messages.days))
        .child(days.on("change", move |event| draft.update(|draft| draft.day = Date::parse(&event_target_value(&event)))));
    let fields = [
        text(words.own_title, "title", |draft| &mut draft.title),
        day,
        time(words.own_start, "start", |draft| &mut draft.start),
        time(words.own_end, "end", |draft| &mut draft.end),
        text(words.own_place, "place", |draft| &mut draft.place),
        text(words.own_note, "note", |draft| &mut draft.note),
    ];
    let form = el("form")
        .class("own-form")
        .attr("novalidate", "")
        .children(fields)
        .live_child(move || wrong.get().map_or_else(nothing, |refusal| notice(refusal, [])))
        .child(actions([save, cancel]))
        .on("submit", move |event| {
            event.prevent_default();
            match draft.read_untracked().finish(&program, desk) {
                Ok(own) => {
                    desk.sheet.set(Sheet::Closed);
                    desk.state.plan.put_own(own);
                }
                Err(refusal) => wrong.set(Some(refusal)),
            }
        });
    all([el("h2").id("sheet-title").class("title").text(heading), form])
}

fn days(dates: &[Date], chosen: Option<Date>, program: &Program, desk: Desk) -> El {
    let day = |date: &Date| {
        let choice = el("option").attr("value", date.to_string()).text(day_heading(program, *date, desk.messages));
        choice.maybe_attr("selected", (Some(*date) == chosen).then_some(""))
    };
    el("select").attr("name", "day").children(dates.iter().map(day))
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
    let input = el("input")
        .attr("type", kind)
        .attr("name", name)
        .attr("maxlength", "200")
        .attr("value", value)
        .on("input", move |event| draft.update(|draft| *place(draft) = event_target_value(&event)));
    el("label").class("field").attr("data-field", name).child(el("span").text(label)).child(input)
}
