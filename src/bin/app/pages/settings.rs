//! `/settings`: language, appearance, where things are kept, and getting ready for the venue.

use crate::components::frame::TopLine;
use crate::components::notice::Notice;
use crate::page;
use crate::state::{Offline, use_messages, use_state};
use crate::{install, offline};
use leptos::prelude::*;
use siganpyo::messages::Language;

#[component]
pub fn SettingsPage() -> impl IntoView {
    let (state, messages) = (use_state(), use_messages());
    let appearance = move || state.settings.with(|settings| settings.appearance.clone());
    let appearances =
        [(messages.appearance_auto, None), (messages.appearance_light, Some("light")), (messages.appearance_dark, Some("dark"))];
    view! {
        <TopLine heading=messages.settings.to_owned() save=state.save messages/>
        <main id="main">
            <section class="block">
                <h2>{messages.ui_language}</h2>
                <div class="options">
                    {Language::ALL.map(|language| view! {
                        <button lang=language.tag() aria-pressed=(state.language() == language).to_string()
                            on:click=move |_| state.set(|settings| settings.language = Some(language.tag().to_owned()))>
                            {language.messages().language_name}
                        </button>
                    }).collect_view()}
                </div>
            </section>
            <section class="block">
                <h2>{messages.appearance}</h2>
                <div class="options">
                    {appearances.map(|(label, value)| view! {
                        <button aria-pressed=move || (appearance().as_deref() == value).to_string()
                            on:click=move |_| state.set(|settings| settings.appearance = value.map(str::to_owned))>{label}</button>
                    }).collect_view()}
                </div>
            </section>
            <section class="block">
                <h2>{messages.offline_heading}</h2>
                {move || match state.offline.get() {
                    Offline::Pending => view! { <p>{messages.offline_pending}</p> }.into_any(),
                    Offline::Unsupported => view! { <p>{messages.offline_unsupported}</p> }.into_any(),
                    Offline::Ready { bytes } => {
                        view! { <p class="here">{(messages.offline_ready)(&megabytes(bytes))}</p> }.into_any()
                    }
                    Offline::Failed => view! {
                        <Notice refusal=(messages.offline_failed)()>
                            <button class="button" on:click=move |_| offline::prepare(state)>{messages.retry}</button>
                        </Notice>
                    }.into_any(),
                }}
            </section>
            {(!page::is_installed()).then(|| view! { <install::Guide messages/> })}
            <section class="block">
                <h2>{messages.storage}</h2>
                <p>{messages.storage_about}</p>
            </section>
            <p class="fine">{messages.licences}</p>
        </main>
    }
}

/// With one digit behind the point; integers, since the code for printing others weighs four kilobytes.
fn megabytes(bytes: f64) -> String {
    let tenths = (bytes / 1e5).round() as u32;
    format!("{}.{}", tenths / 10, tenths % 10)
}
