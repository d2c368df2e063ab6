//! A session in a list. `src/bin/xtask/prerender.rs` writes the same markup into the static page.

use crate::components::element::{El, el};
use leptos::prelude::*;
use siganpyo::messages::Messages;
use siganpyo::present::timetable::{Row, TrackMark};

/// What a row says and how: `say` makes its texts, so that what was searched for can be marked in them.
pub struct Said<'a> {
    pub messages: &'static Messages,
    pub say: &'a dyn Fn(&str) -> AnyView,
}

/// A session with its button: `href` is the address of its page, `toggle` is called when its button is tapped.
pub fn session_row(
    row: Row,
    href: String,
    picked: Memo<bool>,
    toggle: impl Fn() + 'static,
    Said { messages, say }: &Said<'_>,
) -> El {
    let id = row.id.as_str();
    let plenary = if row.plenary { " plenary" } else { "" };
    let called_off = if row.cancelled { " called-off" } else { "" };
    let title = el("h4").id(&format!("t-{id}")).child(el("a").attr("href", href).child(say(&row.title)));
    let who = (!row.speakers.is_empty()).then(|| el("p").class("who").child(say(&row.speakers)));
    let what = el("div").class("what").child(title).children(who);
    let meta = el("p")
        .class("meta")
        .children(row.cancelled.then(|| el("span").class("flag").text(messages.cancelled)))
        .children(line("span", "room", row.rooms))
        .child(el("span").text(row.when))
        .children(row.track.map(track));
    el("li")
        .class(&format!("session{plenary}{called_off}"))
        .attr("data-session", id)
        .live("data-picked", move || Some(picked.get().to_string()))
        .child(what.child(meta))
        .child(pick_button("pick", id, picked, toggle))
}

/// The toggle of a session, named "Pick" and the session's title by the elements `pick-word` and `t-<id>` of the page.
pub fn pick_button(class: &str, id: &str, picked: Memo<bool>, toggle: impl Fn() + 'static) -> El {
    el("button")
        .class(class)
        .attr("data-action", "pick")
        .live("aria-pressed", move || Some(picked.get().to_string()))
        .attr("aria-labelledby", format!("pick-word t-{id}"))
        .on_click(toggle)
}

/// A track as a coloured mark with its name.
pub fn track(track: TrackMark) -> El {
    el("span").class("track").attr("data-hue", track.hue.to_string()).text(track.name)
}

/// An element with a text, unless the text is empty.
pub fn line(tag: &'static str, class: &str, text: String) -> Option<El> {
    (!text.is_empty()).then(|| el(tag).class(class).text(text))
}
