//! The plan as a file for the phone's calendar, and when that rings.

use super::context::Context;
use crate::browser;
use crate::browser::outgoing::Outgoing;
use crate::components::element::{El, nothing, tag};
use crate::components::frame::option;
use crate::state::calendars;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::{self, Alarm, CalendarOptions};
use siganpyo::program::Moment;

/// The file that was handed out last, once the device has said so.
pub type Last = RwSignal<Option<String>>;

/// Asks the device for the last file.
pub fn last(context: Context) -> Last {
    let last = RwSignal::new(None);
    if let Some(program) = untrack(|| context.state.program.get()) {
        spawn_local(async move {
            let _ = last.try_set(calendars::last(&program.id).await);
        });
    }
    last
}

/// A link, since Safari offers to add what is downloaded, and a share sheet does not.
pub fn calendar(last: Last, context: Context) -> AnyView {
    let Context { state, common, messages, .. } = context;
    let Some((program, now)) = state.program.get().zip(Moment::new(browser::clock(), 0)) else { return nothing() };
    // Others do not have the pages of a program that was opened here.
    let address = state.program.is_built_in(&program.id).then(browser::address);
    let earlier = last.get();
    let options = CalendarOptions {
        address: address.as_deref(),
        alarm: chosen(context),
        walking: state.settings.walking(),
        earlier: earlier.as_deref(),
        ..CalendarOptions::new(now, common.tag)
    };
    let text = state.plan.current.with(|plan| export::calendar(plan, &program, &options));
    let Ok(file) = Outgoing::new(&text.as_str().into(), format!("{}.ics", program.id), "text/calendar") else { return nothing() };
    let link = tag::a().class("button").action("calendar").href(file.url.as_str());
    let link = link.attr("download", file.name.as_str()).text(messages.calendar).on_click(move || {
        // Untracked, since another link would take away the file that is being downloaded.
        *last.write_untracked() = Some(text.clone());
        let (program, text) = (program.id.clone(), text.clone());
        spawn_local(async move { calendars::remember(&program, text).await });
    });
    let forgotten = send_wrapper::SendWrapper::new(file);
    on_cleanup(move || forgotten.forget());
    link.into()
}

fn chosen(context: Context) -> Option<Alarm> {
    context.state.settings.current.with(|settings| settings.alarm.as_deref().and_then(Alarm::parse))
}

/// The choice of when to ring, and where that works.
pub fn alarms(context: Context) -> El {
    let Context { state, messages, .. } = context;
    let choice = |alarm: Option<Alarm>| {
        let label = match alarm {
            None => messages.alarm_none.to_owned(),
            Some(Alarm::Minutes(minutes)) => (messages.alarm_before)(minutes.into()),
            Some(Alarm::Way) => messages.alarm_way.to_owned(),
        };
        let choose = move || state.settings.set(|settings| settings.alarm = alarm.map(|alarm| alarm.to_string()));
        option(&label, move || chosen(context) == alarm, choose)
    };
    let choices = [None].into_iter().chain(Alarm::ALL.map(Some)).map(choice);
    let choices = tag::div().class("options").role("group").aria_label(messages.alarm).children(choices);
    let about = tag::p().class("fine").text(messages.alarm_about);
    tag::details().class("alarms").child(tag::summary().text(messages.alarm)).child(choices).child(about)
}
