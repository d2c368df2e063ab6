//! `/library`: the programs on this device, and opening another one.

use crate::components::frame::TopLine;
use crate::components::notice::Notice;
use crate::page::link;
use crate::state::{Kept, State, use_messages, use_state};
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

#[component]
pub fn Library() -> impl IntoView {
    let (state, messages) = (use_state(), use_messages());
    let opening = RwSignal::new(Opening::Idle);
    let library = RwSignal::new(Vec::<Kept>::new());
    Effect::new(move || {
        state.shown.track();
        spawn_local(async move {
            let kept = state.library().await;
            // The page may have been left meanwhile.
            let _ = library.try_set(kept);
        });
    });
    view! {
        <TopLine heading=messages.tab_library.to_owned() save=state.save messages settings=link("/settings")/>
        <main id="main">
            <p class="lead">{messages.library_about}</p>
            {move || library.get().into_iter().map(|kept| card(kept, state, messages)).collect_view()}
            <section class="block">
                <h2>{messages.open_file}</h2>
                <p>{messages.open_file_about}</p>
                <label class="button file">
                    {messages.open_file}
                    <input type="file" data-action="open-program" on:change=move |event| open(&event, opening, state, messages)/>
                </label>
                <div role="status">{move || outcome(opening.get(), messages)}</div>
            </section>
        </main>
    }
}

fn card(kept: Kept, state: State, messages: &'static Messages) -> impl IntoView {
    let program = kept.program.clone();
    let here = state.program().is_some_and(|shown| shown.id == program.id);
    let built_in = state.is_built_in(&program.id);
    let facts = [
        program.days.first().map(|day| (messages.date)(day.date)),
        Some((messages.sessions)(program.sessions.len())),
        Some((messages.version)(&program.version)),
        built_in.then(|| messages.built_in.to_owned()),
    ];
    let switch = move |_| spawn_local(state.switch(kept.clone()));
    view! {
        <article class="program-card">
            <h2>{program.title}</h2>
            <p>{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            <div class="actions">
                {match here {
                    true => view! { <span class="here">{messages.in_use}</span> }.into_any(),
                    false => view! { <button class="button" on:click=switch>{messages.use_this}</button> }.into_any(),
                }}
            </div>
        </article>
    }
}

fn outcome(opening: Opening, messages: &'static Messages) -> AnyView {
    match opening {
        Opening::Idle => ().into_any(),
        Opening::Working => view! { <p>{messages.opening}</p> }.into_any(),
        Opening::Refused(refusal) => view! { <Notice refusal/> }.into_any(),
        Opening::Opened { title, sessions, warnings } => view! {
            <p class="here">{(messages.opened)(&title, sessions)}</p>
            <ul class="fine">{warnings.into_iter().map(|warning| view! { <li>{warning}</li> }).collect_view()}</ul>
            <p class="actions"><a class="button main" href=link("/")>{messages.to_program}</a></p>
        }
        .into_any(),
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
            state.open(Kept { program, file: text }).await;
            Ok(Opening::Opened { title, sessions, warnings })
        }
        Ok((Answer::Refused { message, hint }, _)) => Err(Refusal { message, hint }),
        _ => Err(unreadable()),
    }
}
