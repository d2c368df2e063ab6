//! A finished picture in the outline of a phone, with the way out.

use super::choices::Wanted;
use crate::page;
use crate::picture::{Finished, Handed};
use crate::state::{State, Toast};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Messages;

/// One picture under the clock and between the buttons of a lock screen, which are not part of it.
#[component]
pub fn Outline(
    finished: Finished,
    number: usize,
    of: usize,
    wanted: RwSignal<Wanted>,
    state: State,
    messages: &'static Messages,
) -> impl IntoView {
    let shareable = finished.can_be_shared();
    let theme = wanted.read_untracked().theme.name();
    let url = finished.url.clone();
    let text = finished.picture.text.clone();
    let (width, height) = (finished.picture.width, finished.picture.height);
    let save = move |_| hand_over(&finished, shareable, state, messages);
    view! {
        <figure>
            <div class="phone">
                <img data-role="wallpaper" src=url alt=text.clone() width=width height=height/>
                <div class="lock" data-theme=theme aria-hidden="true">
                    <span class="clock">"9:41"</span>
                    <i></i><i></i>
                </div>
            </div>
            <figcaption>
                {(of > 1).then(|| view! { <p class="fine">{(messages.wallpaper_number)(number, of)}</p> })}
                <button class="button main" data-action="save-wallpaper" on:click=save>
                    {if shareable { messages.wallpaper_share } else { messages.wallpaper_save }}
                </button>
                <p class="fine">{messages.wallpaper_hold}</p>
                <details>
                    <summary>{messages.in_words}</summary>
                    <p class="words">{text}</p>
                </details>
                {(number == of).then(|| steps(messages))}
            </figcaption>
        </figure>
    }
}

fn steps(messages: &'static Messages) -> impl IntoView {
    let steps = if page::is_ios() { messages.wallpaper_steps_ios } else { messages.wallpaper_steps_android };
    view! {
        <details>
            <summary>{messages.wallpaper_next_steps}</summary>
            <ol class="steps">{steps.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
        </details>
    }
}

fn hand_over(finished: &Finished, shareable: bool, state: State, messages: &'static Messages) {
    let say = move |text: &str| state.toast.set(Some(Toast { text: text.to_owned(), action: None }));
    if !shareable {
        finished.download();
        return say(messages.wallpaper_saved);
    }
    let sheet = finished.share();
    spawn_local(async move {
        match sheet.await {
            Handed::Over => say(messages.wallpaper_saved),
            Handed::TapAgain => say(messages.wallpaper_tap_again),
            Handed::Declined => {}
        }
    });
}
