//! From what is wanted to finished pictures, by way of the painter.

use super::brand::{self, Logo};
use super::finished::Finished;
use super::photo;
use super::studio::Studio;
use crate::workers;
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Refusal;
use siganpyo::messages::studio::StudioMessages;
use siganpyo::program::Program;
use siganpyo::wallpaper::{Design, Theme};
use siganpyo::wire::job::{Answer, WallpaperJob};
use siganpyo::wire::stored_plan;
use std::sync::Arc;

/// The state of the picture.
#[derive(Clone, PartialEq)]
pub enum Drawing {
    Working,
    Done {
        pictures: Vec<Finished>,
        /// Characters are missing because a font subset could not be fetched.
        lacking: bool,
    },
    Failed(Refusal),
}

/// What the painter is asked for.
pub struct Order {
    pub job: WallpaperJob,
    /// The file of the program.
    pub program: Arc<str>,
    /// The pixels of the photo.
    pub photo: Option<ArrayBuffer>,
}

/// The order for what is wanted, in this design and theme.
pub fn order(studio: Studio, program: &Program, (design, theme): (Option<Design>, Theme)) -> Order {
    let (wanted, state) = (studio.wanted.read(), studio.state);
    let plan = studio.plan(program);
    let photo = studio.photo.read();
    let photo = photo.image().filter(|_| theme == Theme::Photo && wanted.paper.is_none());
    let pixels = photo.and_then(|photo| photo::pixels(photo, wanted.screen).ok());
    // Until there is a photo, its place is black.
    let theme = if theme == Theme::Photo && pixels.is_none() { Theme::Black } else { theme };
    // Of the whole plan, whichever days the picture shows.
    let link = studio.link(&plan, program);
    let logo = match &*studio.logo.read() {
        Logo::Here(logo) if wanted.logo => Some(logo.clone()),
        _ => None,
    };
    let job = WallpaperJob {
        plan: stored_plan::write(&wanted.plan_of_days(plan, program)),
        language: state.messages().tag.to_owned(),
        width: wanted.screen.width,
        height: wanted.screen.height,
        zone: wanted.zone.label(),
        design: design.map(|design| design.name().to_owned()),
        theme: theme.name().to_owned(),
        day: wanted.days.first().filter(|_| wanted.days.len() == 1).map(ToString::to_string),
        from: wanted.from().map(|from| from.to_string()),
        color: wanted.color.or_else(|| brand::color(program)).map(|color| color.to_string()),
        logo,
        photo: pixels.is_some().then_some((wanted.screen.width, wanted.screen.height)),
        link,
        paper: wanted.paper.map(|paper| paper.name().to_owned()),
        shrink: None,
    };
    Order { job, program: state.program.file(), photo: pixels }
}

/// The pictures on their way. While one is drawn, only the last one that was asked for waits.
#[derive(Clone, Copy)]
pub struct Queue {
    /// What the painter is to draw next, if anything.
    next: StoredValue<Option<Order>, LocalStorage>,
    is_busy: StoredValue<bool>,
    drawing: RwSignal<Drawing, LocalStorage>,
    messages: &'static StudioMessages,
}

impl Queue {
    pub fn new(drawing: RwSignal<Drawing, LocalStorage>, messages: &'static StudioMessages) -> Queue {
        Queue { next: StoredValue::new_local(None), is_busy: StoredValue::new(false), drawing, messages }
    }

    /// Draws this next; the files are called by this name.
    pub fn draw(self, order: Order, name: String) {
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
            Ok((Answer::Refused { message, hint, .. }, _)) => Drawing::Failed(Refusal { message, hint }),
            _ => failed(),
        }
    }
}

/// The design of the pictures, also while the next ones are drawn.
pub fn drawn_design(drawing: RwSignal<Drawing, LocalStorage>) -> Memo<Option<Design>> {
    Memo::new(move |before: Option<&Option<Design>>| {
        drawing.with(|drawing| match drawing {
            Drawing::Done { pictures, .. } => {
                pictures.iter().find_map(|finished| Design::parse(finished.picture.design.as_deref()?))
            }
            _ => before.copied().flatten(),
        })
    })
}

/// Releases the memory of the pictures.
pub fn forget(drawing: &Drawing) {
    if let Drawing::Done { pictures, .. } = drawing {
        pictures.iter().for_each(Finished::forget);
    }
}
