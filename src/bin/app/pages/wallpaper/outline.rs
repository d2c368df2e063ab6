//! A finished picture in the outline of a phone, with buttons to share, save, copy and print it.

use super::finished::{Finished, Handed};
use super::studio::Studio;
use super::wanted::Wanted;
use crate::browser;
use crate::browser::clipboard;
use crate::browser::outgoing::{self, Outgoing};
use crate::components::element::{El, all, button, tag};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::studio::StudioMessages;

/// One picture under the clock and between the buttons of a lock screen, which are not part of it.
pub fn outline(finished: Finished, number: usize, of: usize, studio: Studio) -> El {
    let messages = studio.messages;
    let which = (of > 1).then(|| tag::p().class("fine").text((messages.number)(number, of)));
    let is_locked = studio.wanted.with_untracked(Wanted::is_for_lock_screen);
    let phone = shown(&finished, is_locked, studio);
    let caption = tag::figcaption()
        .children(which)
        .children((!studio.is_sample).then(|| ways_out(finished, studio)))
        .child(enlarge(studio))
        .children((!studio.is_sample).then(|| tag::p().class("fine").text(messages.hold)));
    tag::figure().child(phone).child(caption)
}

/// Shows the picture large, or beside the choices again.
fn enlarge(studio: Studio) -> El {
    let label = move || if studio.is_large.get() { studio.messages.smaller } else { studio.messages.larger }.to_owned();
    tag::button()
        .class("quiet")
        .action("enlarge")
        .live_text(label)
        .on_click(move || studio.is_large.update(|large| *large = !*large))
}

/// The picture as text.
pub fn in_words(finished: &Finished, number: usize, of: usize, messages: &'static StudioMessages) -> El {
    let which =
        if of > 1 { format!("{} {}", messages.in_words, (messages.number)(number, of)) } else { messages.in_words.to_owned() };
    let words = tag::p().class("words").text(finished.picture.text.as_str());
    tag::details().child(tag::summary().text(which)).child(words)
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
        studio.downloaded();
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

/// One button for several pictures, so that they can be set as a series.
pub fn together(pictures: &[Finished], studio: Studio) -> El {
    let messages = studio.messages;
    let files: Vec<Outgoing> = pictures.iter().map(Finished::outgoing).collect();
    let (count, shareable) = (files.len(), outgoing::can_be_shared(&files));
    let files = StoredValue::new_local(files);
    let (label, act): (_, Box<dyn Fn()>) = if shareable {
        ((messages.share_all)(count), Box::new(move || handed(files.with_value(|files| outgoing::share(files)), studio)))
    } else {
        let save = move || {
            files.with_value(|files| files.iter().for_each(Outgoing::download));
            studio.downloaded();
        };
        ((messages.save_all)(count), Box::new(save))
    };
    tag::div().class("actions").child(button("share-all", &label).class("button").on_click(act))
}

fn share(finished: &Finished, studio: Studio) {
    handed(finished.share(), studio);
}

/// Waits for what the person does in the share sheet.
fn handed(sheet: impl Future<Output = Handed> + 'static, studio: Studio) {
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

    fn downloaded(self) {
        self.wanted.with_untracked(|wanted| {
            if wanted.is_for_lock_screen() {
                self.saved.downloaded(wanted);
            }
        });
    }

    fn handed_over(self) {
        self.wanted.with_untracked(|wanted| {
            if wanted.is_for_lock_screen() {
                self.saved.handed_over(wanted);
            }
        });
    }
}
