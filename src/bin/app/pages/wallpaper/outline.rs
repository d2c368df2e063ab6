//! A finished picture in the outline of a phone, with the way out.

use super::choices::Wanted;
use crate::components::frame::steps;
use crate::element::{El, el};
use crate::page;
use crate::picture::{Finished, Handed};
use crate::state::State;
use crate::status::Toast;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Messages;

/// One picture under the clock and between the buttons of a lock screen, which are not part of it.
pub fn outline(finished: Finished, number: usize, of: usize, wanted: RwSignal<Wanted>, state: State) -> El {
    let messages = state.messages();
    let shareable = finished.can_be_shared();
    let text = finished.picture.text.clone();
    let which = (of > 1).then(|| el("p").class("fine").text((messages.wallpaper_number)(number, of)));
    let phone = phone(&finished, wanted.read_untracked().theme.name());
    let label = if shareable { messages.wallpaper_share } else { messages.wallpaper_save };
    let save = el("button").class("button main").attr("data-action", "save-wallpaper").text(label);
    let words = el("p").class("words").text(text);
    let caption = el("figcaption")
        .children(which)
        .child(save.on_click(move || hand_over(&finished, shareable, state, messages)))
        .child(el("p").class("fine").text(messages.wallpaper_hold))
        .child(el("details").child(el("summary").text(messages.in_words)).child(words))
        .children((number == of).then(|| next_steps(messages)));
    el("figure").child(phone).child(caption)
}

fn phone(finished: &Finished, theme: &str) -> El {
    let picture = &finished.picture;
    let image = el("img")
        .attr("data-role", "wallpaper")
        .attr("src", finished.url.as_str())
        .attr("alt", picture.text.as_str())
        .attr("width", picture.width.to_string())
        .attr("height", picture.height.to_string());
    let lock = el("div").class("lock").attr("data-theme", theme).attr("aria-hidden", "true");
    let lock = lock.child(el("span").class("clock").text("9:41")).child(el("i")).child(el("i"));
    el("div").class("phone").child(image).child(lock)
}

fn next_steps(messages: &'static Messages) -> El {
    let sequence = if page::is_ios() { messages.wallpaper_steps_ios } else { messages.wallpaper_steps_android };
    el("details").child(el("summary").text(messages.wallpaper_next_steps)).child(steps(sequence))
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
