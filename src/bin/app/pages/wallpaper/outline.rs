//! A finished picture in the outline of a phone, with buttons to share, save, copy and print it.

use super::finished::{Finished, Handed};
use super::next_steps::next_steps;
use super::studio::Studio;
use crate::browser;
use crate::browser::clipboard;
use crate::components::element::{El, all, button, tag};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One picture under the clock and between the buttons of a lock screen, which are not part of it.
pub fn outline(finished: Finished, number: usize, of: usize, studio: Studio) -> El {
    let messages = studio.messages;
    let text = finished.picture.text.clone();
    let which = (of > 1).then(|| tag::p().class("fine").text((messages.number)(number, of)));
    let (is_paper, is_locked) = studio.wanted.with_untracked(|wanted| (wanted.paper.is_some(), wanted.is_for_lock_screen()));
    let phone = shown(&finished, is_locked, studio);
    let caption = tag::figcaption()
        .children(which)
        .child(ways_out(finished, studio))
        .children((number == of).then(|| studio.saved.question()))
        .child(tag::p().class("fine").text(messages.hold))
        .child(tag::details().child(tag::summary().text(messages.in_words)).child(tag::p().class("words").text(text)))
        .children((number == of).then(|| next_steps(is_paper, messages)));
    tag::figure().child(phone).child(caption)
}

fn shown(finished: &Finished, is_locked: bool, studio: Studio) -> El {
    let picture = &finished.picture;
    let image = tag::img()
        .attr("data-role", "wallpaper")
        .attr("src", finished.url.as_str())
        .attr("alt", picture.text.as_str())
        .attr("width", picture.width.to_string())
        .attr("height", picture.height.to_string());
    if !is_locked {
        return tag::div().class("leaf").child(image);
    }
    let theme = studio.wanted.read_untracked().theme.name();
    let lock = tag::div().class("lock").attr("data-theme", theme).attr("aria-hidden", "true");
    let lock = lock.child(tag::span().class("clock").text("9:41")).child(tag::i()).child(tag::i());
    tag::div().class("phone").child(image).child(lock)
}

/// On iPhones the share sheet is what saves to Photos, and downloads end up elsewhere. On other phones it is the other way round.
fn ways_out(finished: Finished, studio: Studio) -> AnyView {
    let messages = studio.messages;
    let shareable = finished.can_be_shared();
    let finished = StoredValue::new_local(finished);
    let share = move || share(&finished.get_value(), studio);
    let save = move || {
        finished.get_value().download();
        studio.handed_over();
    };
    let main = |label| button("save-wallpaper", label).class("button main");
    let (main, second) = if shareable && browser::is_ios() {
        (main(messages.share).on_click(share), None)
    } else {
        let second = shareable.then(|| button("share-wallpaper", messages.share).class("button").on_click(share));
        (main(messages.save).on_click(save), second)
    };
    let copied = move |worked: bool| studio.say(if worked { messages.copied } else { messages.not_copied });
    let copy_picture = clipboard::takes_pictures().then(|| {
        button("copy-picture", messages.copy_picture).class("button").on_click(move || {
            let copying = clipboard::copy_picture(&finished.get_value().file);
            spawn_local(async move { copied(copying.await) });
        })
    });
    let copy_words = button("copy-words", messages.copy_words).class("button").on_click(move || {
        let copying = clipboard::copy(&finished.with_value(|finished| finished.picture.text.clone()));
        spawn_local(async move { copied(copying.await) });
    });
    let others = tag::div().class("actions").children(second).children(copy_picture).child(copy_words);
    all([main, others])
}

fn share(finished: &Finished, studio: Studio) {
    let sheet = finished.share();
    spawn_local(async move {
        match sheet.await {
            Handed::Over => studio.handed_over(),
            Handed::TapAgain => studio.say(studio.messages.tap_again),
            Handed::Declined => {}
        }
    });
}

impl Studio {
    /// Shows the toast.
    fn say(self, text: &str) {
        self.state.toast.say(text.to_owned());
    }

    fn handed_over(self) {
        self.wanted.with_untracked(|wanted| {
            if wanted.is_for_lock_screen() {
                self.saved.handed_over(wanted);
            }
        });
    }
}
