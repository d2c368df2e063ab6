//! Top line, tab bar and passing message. `src/bin/xtask/prerender.rs` writes the same markup into the static page.

use crate::state::{Save, Toast};
use leptos::prelude::*;
use siganpyo::messages::Messages;

/// An icon of the sprite in `src/index.html`.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("#i-{name}")></use></svg> }
}

/// The line at the top of a page: its heading, whether the plan is saved, and the way to the settings.
#[component]
pub fn TopLine(
    /// The page's heading.
    #[prop(into)]
    heading: Signal<String>,
    /// Where the plan is.
    save: RwSignal<Save>,
    /// The person's language.
    messages: &'static Messages,
    /// Address of the settings; none on their own page.
    #[prop(optional_no_strip, into)]
    settings: Option<String>,
) -> impl IntoView {
    Effect::new(move || document().set_title(&heading.get()));
    view! {
        <header class="top">
            <h1>{heading}</h1>
            <SaveState save messages/>
            {settings.map(|href| view! { <a class="round" href=href aria-label=messages.settings><Icon name="settings"/></a> })}
        </header>
    }
}

/// Whether the plan is saved, as a quiet word.
#[component]
pub fn SaveState(
    /// Where the plan is.
    save: RwSignal<Save>,
    /// The person's language.
    messages: &'static Messages,
) -> impl IntoView {
    let word = move || match save.get() {
        Save::Saved => "saved",
        Save::Saving => "saving",
        Save::Failed => "failed",
    };
    let text = move || match save.get() {
        Save::Saved => messages.saved,
        Save::Saving => messages.saving,
        Save::Failed => messages.not_saved_short,
    };
    view! { <p class="save" role="status" data-save=word>{text}</p> }
}

/// The four places of the app.
#[component]
pub fn Tabs(
    /// The person's language.
    messages: &'static Messages,
    /// Path of the present page below the base, without slashes around it.
    current: Signal<&'static str>,
    /// Turns a path such as `/plan` into an address.
    link: fn(&str) -> String,
) -> impl IntoView {
    let tab = move |path: &'static str, icon: &'static str, text: &'static str| {
        let here = move || (current.get() == path).then_some("page");
        view! { <a href=link(&format!("/{path}")) aria-current=here><Icon name=icon/><span>{text}</span></a> }
    };
    view! {
        <nav class="tabs">
            {tab("", "program", messages.tab_program)}
            {tab("plan", "plan", messages.tab_plan)}
            {tab("wallpaper", "wallpaper", messages.tab_wallpaper)}
            {tab("library", "library", messages.tab_library)}
        </nav>
    }
}

/// A passing message with something to do about it.
#[component]
pub fn ToastLine(
    /// The message, if there is one.
    toast: RwSignal<Option<Toast>>,
    /// The word for closing it.
    dismiss: &'static str,
) -> impl IntoView {
    let close = move || toast.set(None);
    move || {
        toast.get().map(|Toast { text, action }| {
            let button = action.map(|(label, act)| {
                view! { <button on:click=move |_| { close(); act.run(()) }>{label}</button> }
            });
            view! {
                <div class="toast" role="status">
                    <span>{text}</span>
                    {button}
                    <button on:click=move |_| close()>{dismiss}</button>
                </div>
            }
        })
    }
}
