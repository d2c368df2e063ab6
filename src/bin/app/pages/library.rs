//! `/library`: the programs on this device, and opening another one.

use super::page;
use crate::components::frame::{actions, main_link};
use crate::components::notice::notice;
use crate::element::{El, all, el, live, nothing};
use crate::page::link;
use crate::state::{Kept, State};
use crate::worker;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::{Messages, Refusal};
use siganpyo::wire::job::{Answer, ImportJob, Job};
use siganpyo::wire::program_file;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// How opening a file went.
#[derive(Clone, PartialEq)]
enum Opening {
    Idle,
    Working,
    Opened { title: String, sessions: usize, warnings: Vec<String> },
    Refused(Refusal),
}

pub fn library(state: State) -> AnyView {
    let messages = state.messages();
    let kept = RwSignal::new(Vec::<Kept>::new());
    Effect::new(move || {
        state.shown.track();
        spawn_local(async move {
            let library = state.library().await;
            // The page may have been left meanwhile.
            let _ = kept.try_set(library);
        });
    });
    let cards = live(move || all(kept.get().into_iter().map(|kept| card(kept, state))));
    let content = [el("p").class("lead").text(messages.library_about).into(), cards, opener(state)];
    page(messages.tab_library, state, all(content))
}

fn opener(state: State) -> AnyView {
    let messages = state.messages();
    let opening = RwSignal::new(Opening::Idle);
    let input = el("input")
        .attr("type", "file")
        .attr("data-action", "open-program")
        .on("change", move |event| open(&event, opening, state, messages));
    el("section")
        .class("block")
        .child(el("h2").text(messages.open_file))
        .child(el("p").text(messages.open_file_about))
        .child(el("label").class("button file").text(messages.open_file).child(input))
        .child(el("div").attr("role", "status").live_child(move || outcome(opening.get(), messages)))
        .into()
}

fn card(kept: Kept, state: State) -> El {
    let messages = state.messages();
    let program = &kept.program;
    let facts = [
        program.days.first().map(|day| (messages.date)(day.date)),
        Some((messages.sessions)(program.sessions.len())),
        Some((messages.version)(&program.version)),
        state.is_built_in(&program.id).then(|| messages.built_in.to_owned()),
    ];
    let facts = el("p").text(facts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    let card = el("article").class("program-card").child(el("h2").text(program.title.as_str())).child(facts);
    let here = state.program().is_some_and(|shown| shown.id == program.id);
    let action = match here {
        true => el("span").class("here").text(messages.in_use),
        false => {
            let way = el("a").class("button").attr("href", link("/")).text(messages.use_this);
            way.on_click(move || spawn_local(state.switch(kept.clone())))
        }
    };
    card.child(actions([action]))
}

fn outcome(opening: Opening, messages: &'static Messages) -> AnyView {
    match opening {
        Opening::Idle => nothing(),
        Opening::Working => el("p").text(messages.opening).into(),
        Opening::Refused(refusal) => notice(refusal, []),
        Opening::Opened { title, sessions, warnings } => {
            let warnings = warnings.into_iter().map(|warning| el("li").text(warning));
            all([
                el("p").class("here").text((messages.opened)(&title, sessions)),
                el("ul").class("fine").children(warnings),
                actions([main_link(link("/"), messages.to_program)]),
            ])
        }
    }
}

fn open(event: &web_sys::Event, opening: RwSignal<Opening>, state: State, messages: &'static Messages) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    opening.set(Opening::Working);
    spawn_local(async move {
        let outcome = read(file, state, messages).await.unwrap_or_else(Opening::Refused);
        // So that the same file can be chosen again.
        input.set_value("");
        opening.set(outcome);
    });
}

async fn read(file: File, state: State, messages: &'static Messages) -> Result<Opening, Refusal> {
    let unreadable = || (messages.file_unreadable)();
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| unreadable())?;
    let job = Job::Import(ImportJob { language: messages.tag.to_owned(), time_zone: None });
    match worker::ask(&job, &[bytes.unchecked_into()]).await {
        Ok((Answer::Imported { program: text, warnings }, _)) => {
            let program = program_file::read(&text).map_err(|error| error.refusal(messages))?;
            let (title, sessions) = (program.title.clone(), program.sessions.len());
            state.open(Kept { program: program.into(), file: text.into() }).await;
            Ok(Opening::Opened { title, sessions, warnings })
        }
        Ok((Answer::Refused { message, hint }, _)) => Err(Refusal { message, hint }),
        _ => Err(unreadable()),
    }
}
