//! `/plan`: my timetable, by day in time order.

use super::with_program;
use crate::components::frame::{Icon, TopLine};
use crate::components::notice::Empty;
use crate::page::{link, session_link};
use crate::state::{State, use_messages, use_state};
use leptos::prelude::*;
use siganpyo::messages::Messages;
use siganpyo::plan::Change;
use siganpyo::present::plan_view::{PlanDay, PlanRow, PlanView, plan_view};

#[component]
pub fn MyTimetable() -> impl IntoView {
    let (state, messages) = (use_state(), use_messages());
    view! {
        <TopLine heading=messages.tab_plan.to_owned() save=state.save messages settings=link("/settings")/>
        <main id="main">
            {with_program(move |program| {
                let view = Memo::new(move |_| state.plan.with(|plan| plan_view(plan, &program, messages)));
                move || match view.get() {
                    PlanView { entries: 0, .. } => empty(messages).into_any(),
                    view => days(view, state, messages).into_any(),
                }
            })}
        </main>
    }
}

fn empty(messages: &'static Messages) -> impl IntoView {
    view! {
        <Empty refusal=(messages.plan_empty)()>
            <a class="button main" href=link("/")>{messages.to_program}</a>
        </Empty>
    }
}

fn days(view: PlanView, state: State, messages: &'static Messages) -> impl IntoView {
    view! {
        <p class="totals">
            <span>{(messages.picks)(view.entries)}</span>
            {(view.overlaps > 0).then(|| view! { <span class="clash">{(messages.overlaps)(view.overlaps)}</span> })}
        </p>
        {view.days.into_iter().map(|day| one_day(day, state, messages)).collect_view()}
        <p class="actions"><a class="button main" href=link("/wallpaper")>{messages.make_wallpaper}</a></p>
    }
}

fn one_day(day: PlanDay, state: State, messages: &'static Messages) -> impl IntoView {
    view! {
        <section class="day">
            <h2>{day.heading}</h2>
            <ol class="entries">{day.rows.into_iter().map(|row| entry(row, state, messages)).collect_view()}</ol>
        </section>
    }
}

fn entry(row: PlanRow, state: State, messages: &'static Messages) -> impl IntoView {
    let PlanRow { id, gap, title, start, end, rooms, speakers, overlaps, changes, news, has_page } = row;
    let name = id.as_str().to_owned();
    let words = changes.iter().map(|change| change.as_str()).collect::<Vec<_>>().join(" ");
    let gone = changes.iter().any(|change| matches!(change, Change::Cancelled | Change::Removed));
    let overlapping = (!overlaps.is_empty()).then_some("true");
    let take_out = {
        let title = title.clone();
        move |_| state.take_out(&id, &title)
    };
    let heading = match has_page {
        true => view! { <a href=session_link(&name)>{title}</a> }.into_any(),
        false => title.into_any(),
    };
    view! {
        {gap.map(|gap| view! { <li class="gap">{gap}</li> })}
        <li class="entry" class:called-off=gone data-entry=name.clone() data-overlap=overlapping
            data-change=(!words.is_empty()).then_some(words)>
            <time>{start}<small>{end}</small></time>
            <div class="what">
                <div>
                    <h3 class="title" id=format!("t-{name}")>{heading}</h3>
                    {(!speakers.is_empty()).then(|| view! { <p class="who">{speakers}</p> })}
                    {(!rooms.is_empty()).then(|| view! { <p class="room">{rooms}</p> })}
                    {overlaps.into_iter().map(|sentence| view! { <p class="clash">{sentence}</p> }).collect_view()}
                    {news.into_iter().map(|sentence| view! { <p class="news">{sentence}</p> }).collect_view()}
                </div>
                <button class="round" data-action="take-out" aria-labelledby=format!("take-out-word t-{name}") on:click=take_out>
                    <Icon name="close"/>
                    <span class="unseen" id="take-out-word">{messages.take_out}</span>
                </button>
            </div>
        </li>
    }
}
