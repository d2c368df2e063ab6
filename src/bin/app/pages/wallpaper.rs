//! `/wallpaper`: the plan as a picture for the lock screen of this phone.

mod choices;
mod outline;

use super::with_program;
use crate::components::frame::TopLine;
use crate::components::notice::{Empty, Notice};
use crate::page::link;
use crate::picture::Finished;
use crate::state::{State, use_messages, use_state};
use crate::worker;
use choices::{Choices, Wanted};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outline::Outline;
use siganpyo::messages::{Messages, Refusal};
use siganpyo::program::Program;
use siganpyo::wire::job::{Answer, Job, WallpaperJob};
use siganpyo::wire::stored_plan;
use std::sync::Arc;

/// How far the picture is.
#[derive(Clone, PartialEq)]
enum Drawing {
    Working,
    Done(Vec<Finished>),
    Failed(Refusal),
}

#[component]
pub fn WallpaperPage() -> impl IntoView {
    let (state, messages) = (use_state(), use_messages());
    view! {
        <TopLine heading=messages.tab_wallpaper.to_owned() save=state.save messages settings=link("/settings")/>
        <main id="main">
            {with_program(move |program| {
                let empty = Memo::new(move |_| state.plan.with(|plan| plan.is_empty()));
                move || match empty.get() {
                    true => view! {
                        <Empty refusal=(messages.plan_empty)()>
                            <a class="button main" href=link("/")>{messages.to_program}</a>
                        </Empty>
                    }.into_any(),
                    false => view! { <Studio program=program.clone() state messages/> }.into_any(),
                }
            })}
        </main>
    }
}

#[component]
fn Studio(program: Arc<Program>, state: State, messages: &'static Messages) -> impl IntoView {
    let wanted = RwSignal::new(Wanted::by_settings(&state.settings.read()));
    let drawing = RwSignal::new_local(Drawing::Working);
    let tries = RwSignal::new(0_u32);
    let latest = StoredValue::new(0_u32);
    let drawn = program.clone();
    Effect::new(move || {
        tries.track();
        let job = job(state, &wanted.read(), messages);
        draw(job, drawn.id.to_string(), drawing, latest, messages);
    });
    on_cleanup(move || forget(&drawing.get_untracked()));
    view! {
        <p class="lead">{messages.wallpaper_about}</p>
        <div class="studio">
            <div class="pictures" role="status" aria-live="polite">
                {move || match drawing.get() {
                    Drawing::Working => view! { <div class="phone"><div class="blank">{messages.wallpaper_making}</div></div> }.into_any(),
                    Drawing::Failed(refusal) => view! {
                        <Notice refusal>
                            <button class="button" data-action="retry" on:click=move |_| tries.update(|tries| *tries += 1)>{messages.retry}</button>
                        </Notice>
                    }.into_any(),
                    Drawing::Done(pictures) => {
                        let of = pictures.len();
                        let outline = |(at, finished)| view! { <Outline finished number=at + 1 of wanted state messages/> };
                        pictures.into_iter().enumerate().map(outline).collect_view().into_any()
                    }
                }}
            </div>
            <Choices wanted state messages/>
        </div>
    }
}

fn job(state: State, wanted: &Wanted, messages: &Messages) -> WallpaperJob {
    WallpaperJob {
        program: state.program_file(),
        plan: state.plan.with(stored_plan::write),
        language: messages.tag.to_owned(),
        width: wanted.screen.width,
        height: wanted.screen.height,
        zone: wanted.zone.name().to_owned(),
        theme: wanted.theme.name().to_owned(),
        day: wanted.day.map(|day| day.to_string()),
    }
}

/// Draws one picture after the other; only what was asked for last is shown.
fn draw(
    job: WallpaperJob,
    name: String,
    drawing: RwSignal<Drawing, LocalStorage>,
    latest: StoredValue<u32>,
    messages: &'static Messages,
) {
    let ticket = latest.with_value(|latest| latest + 1);
    latest.set_value(ticket);
    forget(&drawing.get_untracked());
    drawing.set(Drawing::Working);
    spawn_local(async move {
        let failed = || Drawing::Failed((messages.wallpaper_failed)());
        let outcome = match worker::ask(&Job::Wallpaper(job), &[]).await {
            Ok((Answer::Wallpaper { pictures, .. }, buffers)) => {
                let file = |at: usize| if at == 0 { format!("{name}.png") } else { format!("{name}-{}.png", at + 1) };
                let finished = pictures.into_iter().zip(&buffers).enumerate();
                let finished: Result<Vec<_>, _> =
                    finished.map(|(at, (picture, png))| Finished::new(picture, png, file(at))).collect();
                finished.map_or_else(|_| failed(), Drawing::Done)
            }
            Ok((Answer::Refused { message, hint }, _)) => Drawing::Failed(Refusal { message, hint }),
            _ => failed(),
        };
        // While the worker was drawing, the page may have been left or another picture asked for.
        let wanted = latest.try_with_value(|latest| *latest == ticket).unwrap_or(false);
        let unwanted = if wanted { drawing.try_set(outcome) } else { Some(outcome) };
        unwanted.iter().for_each(forget);
    });
}

fn forget(drawing: &Drawing) {
    if let Drawing::Done(pictures) = drawing {
        pictures.iter().for_each(Finished::forget);
    }
}
