//! `/wallpaper`: the plan as a picture for the lock screen of this phone.

mod band;
mod choices;
mod finished;
mod next_steps;
mod outline;
mod photo;
mod saved;
mod studio;
mod wanted;

use super::{page, with_program};
use crate::browser::{self, address};
use crate::components::element::{all, button, live, tag};
use crate::components::frame::main_link;
use crate::components::notice::{empty, notice};
use crate::state::State;
use crate::workers;
use choices::choices;
use finished::Finished;
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use outline::outline;
use photo::Photo;
use saved::Saved;
use siganpyo::export::link;
use siganpyo::messages::Refusal;
use siganpyo::messages::studio::StudioMessages;
use siganpyo::plan::Plan;
use siganpyo::program::Program;
use siganpyo::wallpaper::Theme;
use siganpyo::wire::job::{Answer, WallpaperJob};
use siganpyo::wire::stored_plan;
use std::sync::Arc;
use studio::Studio;
use wanted::Wanted;

/// The state of the picture.
#[derive(Clone, PartialEq)]
enum Drawing {
    Working,
    Done {
        pictures: Vec<Finished>,
        /// Characters are missing because a font subset could not be fetched.
        lacking: bool,
    },
    Failed(Refusal),
}

pub fn wallpaper_page(state: State) -> AnyView {
    let content = with_program(state, move |program| {
        let is_empty = Memo::new(move |_| state.plan.current.with(Plan::is_empty));
        live(move || if is_empty.get() { nothing_to_paint(state) } else { studio(program.clone(), state) })
    });
    page(state.messages().tab_wallpaper, state, content)
}

fn studio(program: Arc<Program>, state: State) -> AnyView {
    let messages = state.language().studio_messages();
    let studio = Studio {
        wanted: RwSignal::new(Wanted::remembered(&program, state)),
        photo: RwSignal::new_local(Photo::Unknown),
        saved: Saved::of(&program, state),
        state,
        messages,
    };
    let drawing = RwSignal::new_local(Drawing::Working);
    let tries = RwSignal::new(0_u32);
    let queue = Queue { next: StoredValue::new_local(None), is_busy: StoredValue::new(false), drawing, messages };
    Effect::new(move || {
        tries.track();
        if studio.knows_photo() {
            queue.draw(order(studio, &program), program.id.to_string());
        }
    });
    on_cleanup(move || forget(&drawing.get_untracked()));
    let retry = move |refusal: Refusal| {
        let again = move || tries.update(|tries| *tries += 1);
        notice(refusal, [button("retry", state.messages().retry).class("button").on_click(again)])
    };
    let pictures = tag::div().class("pictures").role("status").live_child(move || match drawing.get() {
        Drawing::Working => blank(messages.making),
        Drawing::Failed(refusal) => retry(refusal),
        Drawing::Done { pictures, lacking } => {
            let of = pictures.len();
            let figures = pictures.into_iter().enumerate();
            let figures = figures.map(|(at, finished)| AnyView::from(outline(finished, at + 1, of, studio)));
            all(lacking.then(|| retry((messages.letters_missing)())).into_iter().chain(figures))
        }
    });
    all([
        studio.saved.out_of_date(),
        tag::p().class("lead").text(messages.about).into(),
        tag::div().class("studio").child(pictures).child(choices(studio)).into(),
    ])
}

fn nothing_to_paint(state: State) -> AnyView {
    let to_program = main_link(browser::link("/"), state.messages().to_program);
    empty((state.language().studio_messages().nothing_picked)(), [to_program])
}

fn blank(text: &str) -> AnyView {
    tag::div().class("phone").child(tag::div().class("blank").text(text)).into()
}

/// What the painter is asked for.
struct Order {
    job: WallpaperJob,
    /// The file of the program.
    program: Arc<str>,
    /// The pixels of the photo.
    photo: Option<ArrayBuffer>,
}

fn order(studio: Studio, program: &Program) -> Order {
    let (wanted, state) = (studio.wanted.read(), studio.state);
    let plan = state.plan.current.get();
    let pixels = match &*studio.photo.read() {
        Photo::Here(photo) if wanted.theme == Theme::Photo && wanted.paper.is_none() => photo::pixels(photo, wanted.screen).ok(),
        _ => None,
    };
    // Until there is a photo, its place is black.
    let theme = if wanted.theme == Theme::Photo && pixels.is_none() { Theme::Black } else { wanted.theme };
    // Of the whole plan, whichever days the picture shows.
    let link = wanted.code.then(|| link(&address(), &plan, program));
    let job = WallpaperJob {
        plan: stored_plan::write(&wanted.plan_of_days(plan, program)),
        language: state.messages().tag.to_owned(),
        width: wanted.screen.width,
        height: wanted.screen.height,
        zone: wanted.zone.label(),
        theme: theme.name().to_owned(),
        day: wanted.days.first().filter(|_| wanted.days.len() == 1).map(ToString::to_string),
        from: wanted.from().map(|from| from.to_string()),
        color: wanted.color.map(|color| color.to_string()),
        photo: pixels.is_some().then_some((wanted.screen.width, wanted.screen.height)),
        link,
        paper: wanted.paper.map(|paper| paper.name().to_owned()),
    };
    Order { job, program: state.program.file(), photo: pixels }
}

/// The pictures on their way. While one is drawn, only the last one that was asked for waits.
#[derive(Clone, Copy)]
struct Queue {
    /// What the painter is to draw next, if anything.
    next: StoredValue<Option<Order>, LocalStorage>,
    is_busy: StoredValue<bool>,
    drawing: RwSignal<Drawing, LocalStorage>,
    messages: &'static StudioMessages,
}

impl Queue {
    fn draw(self, order: Order, name: String) {
        self.show(Drawing::Working);
        self.next.set_value(Some(order));
        if self.is_busy.get_value() {
            return;
        }
        self.is_busy.set_value(true);
        spawn_local(async move {
            // If the page was left in the meantime, there is nothing to take.
            while let Some(order) = self.next.try_update_value(Option::take).flatten() {
                let outcome = self.answer(order, &name).await;
                let is_wanted = self.next.try_with_value(Option::is_none).unwrap_or(false);
                if is_wanted {
                    self.show(outcome);
                } else {
                    forget(&outcome);
                }
            }
            let _ = self.is_busy.try_set_value(false);
        });
    }

    fn show(self, drawing: Drawing) {
        if let Some(before) = self.drawing.try_get_untracked() {
            forget(&before);
        }
        // Returned if the page was left.
        if let Some(returned) = self.drawing.try_set(drawing) {
            forget(&returned);
        }
    }

    async fn answer(self, Order { job, program, photo }: Order, name: &str) -> Drawing {
        let failed = || Drawing::Failed((self.messages.failed)());
        match workers::paint(job, &program, photo).await {
            Ok((Answer::Wallpaper { pictures, lacking, .. }, buffers)) => {
                let file = |at: usize| if at == 0 { format!("{name}.png") } else { format!("{name}-{}.png", at + 1) };
                let finished = pictures.into_iter().zip(&buffers).enumerate();
                let finished: Result<Vec<_>, _> =
                    finished.map(|(at, (picture, png))| Finished::new(picture, png, file(at))).collect();
                finished.map_or_else(|_| failed(), |pictures| Drawing::Done { pictures, lacking })
            }
            Ok((Answer::Refused { message, hint }, _)) => Drawing::Failed(Refusal { message, hint }),
            _ => failed(),
        }
    }
}

fn forget(drawing: &Drawing) {
    if let Drawing::Done { pictures, .. } = drawing {
        pictures.iter().for_each(Finished::forget);
    }
}
