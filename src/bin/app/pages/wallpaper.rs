//! `/wallpaper`: the plan as a picture for the lock screen of this phone.

mod band;
mod brand;
mod choices;
mod drawing;
mod finished;
mod next_steps;
mod outline;
mod photo;
mod saved;
mod small;
mod studio;
mod styles;
mod wanted;

use super::{nothing_picked, page, with_program};
use crate::browser;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::{actions, main_link};
use crate::components::notice::notice;
use crate::components::sheet::closed_by_back;
use crate::state::State;
use brand::Logo;
use choices::choices;
use drawing::{Drawing, Queue, drawn_design, forget, order};
use leptos::prelude::*;
use next_steps::{next_steps, turning_steps};
use outline::{in_words, outline, together};
use photo::Photo;
use saved::Saved;
use siganpyo::messages::Refusal;
use siganpyo::plan::{Plan, sample};
use siganpyo::program::Program;
use small::Small;
use std::sync::Arc;
use studio::Studio;
use wanted::Wanted;

pub fn wallpaper_page(state: State) -> AnyView {
    let content = with_program(state, move |program| {
        let is_empty = Memo::new(move |_| state.plan.current.with(Plan::is_empty));
        live(move || match is_empty.get() {
            true if sample(&program, "").is_empty() => nothing_picked(state),
            is_sample => studio(program.clone(), is_sample, state),
        })
    });
    page(state.messages().tab_wallpaper, state, content)
}

/// The page for a plan, or for a sample while there is none.
fn studio(program: Arc<Program>, is_sample: bool, state: State) -> AnyView {
    let drawing = RwSignal::new_local(Drawing::Working);
    let studio = Studio {
        drawn: drawn_design(drawing),
        wanted: RwSignal::new(Wanted::remembered(&program, state)),
        photo: RwSignal::new_local(Photo::Unknown),
        logo: RwSignal::new(if brand::has_logo(&program) { Logo::Coming } else { Logo::Absent }),
        saved: Saved::of(&program, state),
        small: Small::new(),
        place: RwSignal::new(None),
        is_large: RwSignal::new(false),
        is_sample,
        state,
        messages: state.language().studio_messages(),
    };
    studio.look_for_place(program.clone());
    studio.fetch_logo(program.clone());
    closed_by_back(Memo::new(move |_| studio.is_large.get()), move || studio.is_large.set(false));
    let tries = RwSignal::new(0_u32);
    let queue = Queue::new(drawing, studio.messages);
    let wished = program.clone();
    Effect::new(move || {
        tries.track();
        if studio.knows_photo(&wished) && studio.knows_logo() {
            let look = studio.wanted.with(|wanted| (wanted.design, wanted.theme));
            queue.draw(order(studio, &wished, look), wished.id.to_string());
        }
    });
    Effect::new(move || {
        if drawing.with(|drawing| matches!(drawing, Drawing::Done { .. })) {
            untrack(|| styles::draw(studio, &program));
        }
    });
    on_cleanup(move || {
        forget(&drawing.get_untracked());
        studio.small.forget();
    });
    let lead = if is_sample { sample_notice(studio) } else { studio.saved.out_of_date() };
    let workplace = tag::div()
        .class("studio")
        .live("data-large", move || studio.is_large.get().then(String::new))
        .child(pictures(drawing, tries, studio))
        .child(choices(studio))
        .child(beside(drawing, studio));
    all([lead, workplace.into()])
}

fn sample_notice(studio: Studio) -> AnyView {
    let to_program = main_link(browser::link("/"), studio.state.messages().to_program);
    tag::div().class("sample").child(tag::p().text(studio.messages.sample)).child(actions([to_program])).into()
}

/// What is drawn, in sight while the person chooses.
fn pictures(drawing: RwSignal<Drawing, LocalStorage>, tries: RwSignal<u32>, studio: Studio) -> El {
    let messages = studio.messages;
    let retry = move |refusal: Refusal| {
        let again = move || tries.update(|tries| *tries += 1);
        notice(refusal, [button("retry", studio.state.messages().retry).class("button").on_click(again)])
    };
    tag::div().class("pictures").live_child(move || match drawing.get() {
        Drawing::Working => blank(messages.making),
        Drawing::Failed(refusal) => retry(refusal),
        Drawing::Done { pictures, lacking } => {
            let of = pictures.len();
            let without_code = studio.lacks_code(&pictures).map(|why| tag::p().class("fine").text(why).into());
            let missing = lacking.then(|| retry((messages.letters_missing)()));
            let figures = pictures.into_iter().enumerate().map(|(at, finished)| outline(finished, at + 1, of, studio).into());
            all(missing.into_iter().chain(without_code).chain(figures))
        }
    })
}

/// What belongs to the finished pictures and is not needed for choosing.
fn beside(drawing: RwSignal<Drawing, LocalStorage>, studio: Studio) -> El {
    let messages = studio.messages;
    tag::div().class("beside").child(studio.saved.question()).live_child(move || match drawing.get() {
        Drawing::Done { pictures, .. } => {
            let is_paper = studio.wanted.with_untracked(|wanted| wanted.paper.is_some());
            let of = pictures.len();
            let all = (of > 1 && !studio.is_sample).then(|| together(&pictures, studio));
            let is_for_lock_screen = of > 1 && studio.wanted.with_untracked(Wanted::is_for_lock_screen);
            let turning = is_for_lock_screen.then(|| turning_steps(messages));
            let words = pictures.iter().enumerate().map(|(at, finished)| in_words(finished, at + 1, of, messages));
            tag::div().children(all).children(words).child(next_steps(is_paper, messages)).children(turning).into()
        }
        _ => nothing(),
    })
}

fn blank(text: &str) -> AnyView {
    tag::figure().child(tag::div().class("phone").child(tag::div().class("blank").role("status").text(text))).into()
}
