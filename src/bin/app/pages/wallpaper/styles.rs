//! The themes, each as a small picture of the person's own plan.

use super::drawing::{Order, order};
use super::finished::Finished;
use super::photo::Photo;
use super::small::Subject;
use super::studio::Studio;
use crate::components::element::{El, live, nothing, tag};
use crate::workers;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::program::Program;
use siganpyo::wallpaper::Theme;
use siganpyo::wire::job::{Answer, WallpaperJob};

/// A small picture has a sixth of the sides of the finished one: two hundred pixels across for an iPhone.
const SHRINK: u32 = 6;

/// Draws what the plan and the choices give, unless that is there. One after the other, so that the large picture of the next
/// choice waits for one of them at most.
pub fn draw(studio: Studio, program: &Program) {
    let photo = match &*studio.photo.read_untracked() {
        Photo::Here(photo) => Some(photo.src()),
        _ => None,
    };
    let small = studio.small;
    if studio.wanted.with_untracked(|wanted| wanted.paper.is_some()) {
        return;
    }
    let themes = offered().filter(|theme| *theme != Theme::Photo || photo.is_some());
    let orders: Vec<(Theme, Order)> = themes.map(|theme| (theme, small_order(studio, program, theme))).collect();
    let subject: Subject = (orders.iter().map(|(_, order)| order.job.clone()).collect(), photo);
    if small.subject.with_value(|known| known.as_ref() == Some(&subject)) {
        return;
    }
    small.subject.set_value(Some(subject.clone()));
    spawn_local(async move {
        for (theme, order) in orders {
            // Another choice may have been made, or the page left.
            if small.subject.try_with_value(|known| known.as_ref() == Some(&subject)) != Some(true) {
                return;
            }
            if let Some(picture) = painted(order).await {
                small.put(theme, picture);
            }
        }
    });
}

/// The row of them, to choose from.
pub fn row(studio: Studio) -> El {
    let Studio { wanted, messages, small: shown, .. } = studio;
    let choices = offered().map(|theme| {
        let address = Memo::new(move |_| {
            shown.small.with(|small| small.iter().find(|(known, _)| *known == theme).map(|(_, picture)| picture.url.clone()))
        });
        let small = live(move || match address.get() {
            Some(address) => tag::img().attr("src", address).attr("alt", "").into(),
            None => nothing(),
        });
        tag::button()
            .class("style")
            .attr("data-theme", theme.name())
            .pressed(move || wanted.read().theme == theme)
            .child(tag::span().class("small").child(small))
            .child(tag::span().text(theme.in_words(messages)))
            .on_click(move || studio.change(|wanted| wanted.theme = theme))
    });
    let row = tag::div().class("options styles").children(choices);
    tag::fieldset().class("field").child(tag::legend().text(messages.theme)).child(row)
}

/// Black on white is for paper, which has no choice of themes.
fn offered() -> impl Iterator<Item = Theme> {
    Theme::ALL.into_iter().filter(|theme| *theme != Theme::Print)
}

fn small_order(studio: Studio, program: &Program, theme: Theme) -> Order {
    let order = order(studio, program, theme);
    Order { job: WallpaperJob { shrink: Some(SHRINK), ..order.job }, ..order }
}

async fn painted(Order { job, program, photo }: Order) -> Option<Finished> {
    let Ok((Answer::Wallpaper { pictures, .. }, buffers)) = workers::paint(job, &program, photo).await else { return None };
    Finished::new(pictures.into_iter().next()?, buffers.first()?, String::new()).ok()
}
