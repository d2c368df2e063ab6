//! The designs and the themes, each as a small picture of the person's own plan.

use super::drawing::{Order, order};
use super::finished::Finished;
use super::small::{Look, Subject};
use super::studio::Studio;
use crate::components::element::{El, live, nothing, tag};
use crate::workers;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::program::Program;
use siganpyo::wallpaper::{Design, Theme};
use siganpyo::wire::job::{Answer, WallpaperJob};
use web_sys::HtmlImageElement;

/// A small picture has a sixth of the sides of the finished one: two hundred pixels across for an iPhone.
const SHRINK: u32 = 6;

/// Draws what the plan and the choices give, unless that is there. One after the other, so that the large picture of the next
/// choice waits for one of them at most.
pub fn draw(studio: Studio, program: &Program) {
    let photo = studio.photo.read_untracked().image().map(HtmlImageElement::src);
    let small = studio.small;
    if studio.wanted.with_untracked(|wanted| wanted.paper.is_some()) {
        return;
    }
    let themes = offered().filter(|theme| *theme != Theme::Photo || photo.is_some());
    let looks = Design::ALL.map(Look::Design).into_iter().chain(themes.map(Look::Theme));
    let orders: Vec<(Look, Order)> = looks.map(|look| (look, small_order(studio, program, look))).collect();
    let subject: Subject = (orders.iter().map(|(_, order)| order.job.clone()).collect(), photo);
    if small.subject.with_value(|known| known.as_ref() == Some(&subject)) {
        return;
    }
    small.subject.set_value(Some(subject.clone()));
    spawn_local(async move {
        for (look, order) in orders {
            // Another choice may have been made, or the page left.
            if small.subject.try_with_value(|known| known.as_ref() == Some(&subject)) != Some(true) {
                return;
            }
            if let Some(picture) = painted(order).await {
                small.put(look, picture);
            }
        }
    });
}

/// The row of designs, to choose from. Where none was chosen, the one that reads best is marked.
pub fn designs(studio: Studio) -> El {
    let Studio { wanted, drawn, messages, .. } = studio;
    let choices = Design::ALL.map(|design| {
        choice(studio, Look::Design(design), design.in_words(messages))
            .attr("data-design", design.name())
            .pressed(move || wanted.read().design.or(drawn.get()) == Some(design))
            .on_click(move || studio.change(|wanted| wanted.design = Some(design)))
    });
    row(messages.design, choices)
}

/// The row of themes, to choose from.
pub fn themes(studio: Studio) -> El {
    let Studio { wanted, messages, .. } = studio;
    let choices = offered().map(|theme| {
        choice(studio, Look::Theme(theme), theme.in_words(messages))
            .attr("data-theme", theme.name())
            .pressed(move || wanted.read().theme == theme)
            .on_click(move || studio.change(|wanted| wanted.theme = theme))
    });
    row(messages.theme, choices)
}

fn row(name: &str, choices: impl IntoIterator<Item = El>) -> El {
    let row = tag::div().class("options styles").children(choices);
    tag::fieldset().class("field").child(tag::legend().text(name)).child(row)
}

/// A small picture with its name.
fn choice(studio: Studio, look: Look, name: &str) -> El {
    let shown = studio.small;
    let address = Memo::new(move |_| {
        shown.small.with(|small| small.iter().find(|(known, _)| *known == look).map(|(_, picture)| picture.url.clone()))
    });
    let small = live(move || match address.get() {
        Some(address) => tag::img().attr("src", address).attr("alt", "").into(),
        None => nothing(),
    });
    tag::button().class("style").child(tag::span().class("small").child(small)).child(tag::span().text(name))
}

/// Black on white is for paper, which has no choice of themes.
fn offered() -> impl Iterator<Item = Theme> {
    Theme::ALL.into_iter().filter(|theme| *theme != Theme::Print)
}

fn small_order(studio: Studio, program: &Program, look: Look) -> Order {
    let (design, theme) = studio.wanted.with(|wanted| (wanted.design, wanted.theme));
    let order = match look {
        Look::Design(design) => order(studio, program, (Some(design), theme)),
        Look::Theme(theme) => order(studio, program, (design, theme)),
    };
    Order { job: WallpaperJob { shrink: Some(SHRINK), ..order.job }, ..order }
}

async fn painted(Order { job, program, photo }: Order) -> Option<Finished> {
    let Ok((Answer::Wallpaper { pictures, .. }, buffers)) = workers::paint(job, &program, photo).await else { return None };
    Finished::new(pictures.into_iter().next()?, buffers.first()?, String::new()).ok()
}
