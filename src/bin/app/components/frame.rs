//! Top line, tab bar and passing message. `src/publish/prerender.rs` writes the same markup into the static page.

use crate::components::element::{El, live, nothing, tag};
use crate::status::{Offline, Save, Toast};
use leptos::prelude::*;
use siganpyo::markup::pages::{self, TABS, Tab};
use siganpyo::messages::Messages;

/// An icon of the sprite in `src/index.html`. Not a [`tag`](super::element::tag), since those are HTML and this is SVG.
pub fn icon(name: &'static str) -> AnyView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("#i-{name}")></use></svg> }.into_any()
}

/// The line at the top of a page: its heading, what is on the device, and the way to the settings where an address is given.
pub fn top_line(heading: impl Fn() -> String + Send + Copy + 'static, kept: Kept, settings: Option<String>) -> AnyView {
    let settings = settings.map(|href| to_settings(href, kept.messages));
    tag::header().class("top").child(main_heading(heading)).child(kept.line()).children(settings).into()
}

/// The heading of a page, which is also the title of the browser's tab.
pub fn main_heading(heading: impl Fn() -> String + Send + Copy + 'static) -> El {
    Effect::new(move || document().set_title(&heading()));
    tag::h1().live_text(heading)
}

/// The way to the settings.
pub fn to_settings(href: String, messages: &Messages) -> El {
    tag::a().class("round").href(href).aria_label(messages.settings).child(icon("settings"))
}

/// What is on the device: the plan, if there is one, and everything for the venue.
pub struct Kept {
    pub save: RwSignal<Save>,
    pub has_plan: Signal<bool>,
    pub offline: RwSignal<Offline>,
    pub messages: &'static Messages,
}

impl Kept {
    /// The same as a quiet line.
    pub fn line(self) -> El {
        let Kept { save, has_plan, offline, messages } = self;
        let word = move || match save.get() {
            Save::Saved => "saved",
            Save::Opening | Save::Saving => "saving",
            Save::Failed => "failed",
        };
        let text = move || match save.get() {
            Save::Saved => {
                let parts = [
                    if has_plan.get() { messages.saved } else { "" },
                    if matches!(offline.get(), Offline::Ready(_)) { messages.ready_offline } else { "" },
                ];
                parts.join(if parts.contains(&"") { "" } else { " · " })
            }
            // There is nothing to save, so nothing is said.
            Save::Opening => String::new(),
            Save::Saving => messages.saving.to_owned(),
            Save::Failed => messages.not_saved_short.to_owned(),
        };
        tag::p().class("save").role("status").live("data-save", move || Some(word().to_owned())).live_text(text)
    }
}

/// The tab bar. `current` is the path of the present one below the base, `link` turns a path into an address,
/// `news` is the number at my timetable.
pub fn tabs(
    messages: &'static Messages,
    current: Signal<&'static str>,
    link: fn(&str) -> String,
    news: RwSignal<usize>,
) -> AnyView {
    let news = move || Some(news.get()).filter(|news| *news > 0).map(|news| news.to_string());
    let tab = move |Tab { path, icon: name, label }: Tab| {
        let here = move || (current.get() == path).then(|| "page".to_owned());
        let tab = tag::a().href(link(&format!("/{path}"))).live("aria-current", here);
        let tab = tab.child(icon(name)).child(tag::span().text(label(messages)));
        if path == pages::PLAN { tab.live("data-news", news) } else { tab }
    };
    tag::nav().class("tabs").children(TABS.map(tab)).into()
}

/// The toast: a message, its action, and a button that closes it.
pub fn toast_line(toast: RwSignal<Option<Toast>>, dismiss: &'static str) -> AnyView {
    live(move || match toast.get() {
        None => nothing(),
        Some(Toast { text, action }) => {
            let close = move || toast.set(None);
            let act = action.map(|(label, act)| {
                tag::button().text(label).on_click(move || {
                    close();
                    act();
                })
            });
            let line = tag::div().class("toast").role("status").child(tag::span().text(text));
            line.children(act).child(tag::button().text(dismiss).on_click(close)).into()
        }
    })
}

/// A choice of one among a few.
pub fn options(label: &str, choices: impl IntoIterator<Item = El>) -> AnyView {
    let choices = tag::div().class("options").children(choices);
    tag::fieldset().class("field").child(tag::legend().text(label)).child(choices).into()
}

/// One of the choices of [`options`].
pub fn option(label: &str, chosen: impl Fn() -> bool + Send + 'static, choose: impl Fn() + 'static) -> El {
    tag::button().pressed(chosen).text(label).on_click(choose)
}

/// A line of buttons or links.
pub fn actions(buttons: impl IntoIterator<Item = El>) -> El {
    tag::div().class("actions").children(buttons)
}

/// A link that looks like the main button of its page.
pub fn main_link(href: String, text: &str) -> El {
    tag::a().class("button main").href(href).text(text)
}
