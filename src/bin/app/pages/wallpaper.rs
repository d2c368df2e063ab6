//! `/wallpaper`: the plan as a picture for the lock screen of this phone.

mod choices;
mod outline;

use super::{nothing_picked, page, with_program};
use crate::components::notice::notice;
use crate::element::{all, el, live};
use crate::picture::Finished;
use crate::state::State;
use crate::worker;
use choices::{Wanted, choices};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outline::outline;
use siganpyo::messages::{Messages, Refusal};
use siganpyo::plan::Plan;
use siganpyo::program::Program;
use siganpyo::wire::job::{Answer, Job, WallpaperJob};
use siganpyo::wire::stored_plan;

/// How far the picture is.
#[derive(Clone, PartialEq)]
enum Drawing {
    Working,
    Done(Vec<Finished>),
    Failed(Refusal),
}

pub fn wallpaper_page(state: State) -> AnyView {
    let content = with_program(state, move |program| {
        let is_empty = Memo::new(move |_| state.plan.with(Plan::is_empty));
        live(move || if is_empty.get() { nothing_picked(state) } else { studio(&program, state) })
    });
    page(state.messages().tab_wallpaper, state, content)
}

fn studio(program: &Program, state: State) -> AnyView {
    let messages = state.messages();
    let wanted = RwSignal::new(Wanted::by_settings(&state.settings.read_untracked()));
    let drawing = RwSignal::new_local(Drawing::Working);
    let tries = RwSignal::new(0_u32);
    let latest = StoredValue::new(0_u32);
    let name = program.id.to_string();
    Effect::new(move || {
        tries.track();
        draw(job(state, &wanted.read(), messages), name.clone(), drawing, latest, messages);
    });
    on_cleanup(move || forget(&drawing.get_untracked()));
    let again = move || tries.update(|tries| *tries += 1);
    let pictures = el("div").class("pictures").attr("role", "status").live_child(move || match drawing.get() {
        Drawing::Working => blank(messages.wallpaper_making),
        Drawing::Failed(refusal) => {
            let retry = el("button").class("button").attr("data-action", "retry").text(messages.retry).on_click(again);
            notice(refusal, [retry])
        }
        Drawing::Done(pictures) => {
            let of = pictures.len();
            all(pictures.into_iter().enumerate().map(|(at, finished)| outline(finished, at + 1, of, wanted, state)))
        }
    });
    all([
        el("p").class("lead").text(messages.wallpaper_about),
        el("div").class("studio").child(pictures).child(choices(wanted, state)),
    ])
}

fn blank(text: &str) -> AnyView {
    el("div").class("phone").child(el("div").class("blank").text(text)).into()
}

fn job(state: State, wanted: &Wanted, messages: &Messages) -> WallpaperJob {
    WallpaperJob {
        program: state.program_file(),
        plan: state.plan.with(stored_plan::write),
        language: messages.tag.to_owned(),
        width: wanted.screen.width,
        height: wanted.screen.height,
        zone: wanted.zone.label(),
        theme: wanted.theme.name().to_owned(),
        day: wanted.day.map(|day| day.to_string()),
        ..WallpaperJob::default()
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
        let outcome = match worker::ask(&Job::Wallpaper(Box::new(job)), &[]).await {
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
