//! The desk at which an organiser makes a site of a kept program.
//!
//! The publisher knows the fields and what they mean, and hands out the page as markup (`siganpyo::publish::desk`). Here is what only a page
//! can do: show that, collect what was typed, and hand over files.

use super::files::listed;
use super::raw::buffer;
use crate::browser::outgoing::Outgoing;
use crate::browser::{self, document};
use crate::components::element::{live, nothing, tag};
use crate::components::notice::notice;
use crate::state::State;
use crate::workers::{self, to_buffer};
use js_sys::{ArrayBuffer, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Refusal;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// The most bytes of a file that is handed in: the archive of a site.
const MOST: usize = 128 << 20;

thread_local! {
    /// The site that was made last.
    static MADE: RefCell<Option<Outgoing>> = const { RefCell::new(None) };
    /// The id of the program at the desk. What was typed last is kept also if the page is left before the publisher has answered.
    static AT_DESK: RefCell<String> = const { RefCell::new(String::new()) };
    /// How many answers of the publisher are waited for.
    static WAITING: Cell<usize> = const { Cell::new(0) };
}

#[derive(Clone, Copy)]
struct Desk {
    /// Whether the publisher does not answer.
    has_failed: RwSignal<bool>,
    state: State,
}

/// The desk for the program with this id.
pub fn desk(id: RwSignal<String>, state: State) -> AnyView {
    let desk = Desk { has_failed: RwSignal::new(false), state };
    on_cleanup(|| {
        if WAITING.get() == 0 {
            workers::close_desk();
        }
        MADE.take().iter().for_each(Outgoing::forget);
    });
    AT_DESK.set(id.get_untracked());
    spawn_local(desk.open());
    let page = tag::section()
        .class("desk")
        .attr("data-part", "desk")
        .on("change", move |event| desk.changed(&event))
        .on("submit", move |event| {
            event.prevent_default();
            spawn_local(desk.act("make".to_owned()));
        })
        .on("click", move |event| desk.clicked(&event));
    let failed = move || {
        let refusal = state.language().library_messages().publisher_missing;
        if desk.has_failed.get() { notice(refusal(), []) } else { nothing() }
    };
    tag::div().class("at-desk").child(page).child(live(failed)).into()
}

impl Desk {
    async fn open(self) {
        let id = AT_DESK.with_borrow(Clone::clone);
        let Some(file) = self.state.library.file_of(&id).await else { return self.has_failed.set(true) };
        let mut said = ["file", "program"].map(str::to_owned).to_vec();
        if let Some(draft) = self.state.library.site_draft(&id) {
            said.extend(["draft".to_owned(), draft]);
        }
        self.ask(said, &[to_buffer(&file)]).await;
    }

    /// Does what a button says, with all that is typed.
    async fn act(self, action: String) {
        let mut said = typed();
        said.extend(["action".to_owned(), action]);
        self.ask(said, &[]).await;
    }

    /// Asks the publisher, shows what it answers, and asks again for as long as there is more.
    async fn ask(self, mut said: Vec<String>, files: &[ArrayBuffer]) {
        let mut files = files;
        loop {
            said.extend(["language".to_owned(), self.state.language().tag().to_owned()]);
            let busy = browser::elements(".desk").next().map(JsCast::unchecked_into::<HtmlElement>);
            busy.iter().for_each(|desk| drop(desk.dataset().set("busy", "")));
            WAITING.set(WAITING.get() + 1);
            let reply = workers::desk(said, files).await;
            WAITING.set(WAITING.get() - 1);
            busy.iter().filter(|_| WAITING.get() == 0).for_each(|desk| desk.dataset().delete("busy"));
            let (told, file) = match reply {
                Ok(reply) => reply,
                Err(refusal) => return self.fail(refusal),
            };
            let Some(more) = self.show(told, file) else { return close_if_left() };
            (said, files) = (typed(), &[]);
            said.extend(["action".to_owned(), more]);
        }
    }

    /// Shows what the publisher told. Returns what to ask for next, if there is more.
    fn show(self, told: Vec<String>, file: Option<ArrayBuffer>) -> Option<String> {
        let mut file = file;
        let mut more = None;
        let mut told = told.into_iter();
        while let Some((name, value)) = told.next().zip(told.next()) {
            match name.as_str() {
                "draft" => AT_DESK.with_borrow(|id| self.state.library.keep_site_draft(id, &value)),
                "file" => file.take().iter().for_each(|file| self.hand_over(file, &value)),
                "more" => more = Some(value),
                _ => put(name.trim_start_matches("part:"), &value),
            }
        }
        more.filter(|_| is_here())
    }

    /// Says why where the page has a place for it.
    fn fail(self, why: Option<Refusal>) {
        match (why, browser::elements("[data-part=loading]").next()) {
            (Some(Refusal { message, hint }), Some(place)) => place.set_text_content(Some(&format!("{message}. {hint}"))),
            _ => drop(self.has_failed.try_set(true)),
        }
    }

    fn hand_over(self, bytes: &ArrayBuffer, name: &str) {
        let Ok(file) = Outgoing::new(bytes, name.to_owned(), "application/octet-stream") else {
            return self.fail(Some((self.state.language().library_messages().no_room_for_file)()));
        };
        file.download();
        if name.ends_with(".zip") {
            MADE.replace(Some(file)).iter().for_each(Outgoing::forget);
        }
    }

    fn changed(self, event: &Event) {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let file = input.as_ref().and_then(|input| listed(input.files()).into_iter().next());
        let Some((input, file)) = input.zip(file) else { return spawn_local(self.act(String::new())) };
        if file.size() > MOST as f64 {
            return self.fail(Some((self.state.language().library_messages().too_large)(file.size() as usize, MOST)));
        }
        spawn_local(async move {
            let Some(bytes) = buffer(file.array_buffer()).await else {
                return self.fail(Some((self.state.language().library_messages().file_unreadable)()));
            };
            let mut said = typed();
            said.extend(["file".to_owned(), input.name()]);
            self.ask(said, &[bytes.take()]).await;
        });
    }

    fn clicked(self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let action = target.filter(|target| target.tag_name() == "BUTTON").and_then(|target| target.get_attribute("data-action"));
        match action.as_deref() {
            None | Some("make") => {}
            Some("save") => MADE.with_borrow(|made| made.iter().for_each(Outgoing::download)),
            Some(action) => match action.strip_prefix("drop-") {
                None => spawn_local(self.act(action.to_owned())),
                // No picture in place of the one that was chosen in this field.
                Some(field) => {
                    let mut said = typed();
                    said.extend(["file", field].map(str::to_owned));
                    spawn_local(async move { self.ask(said, &[ArrayBuffer::new(0)]).await });
                }
            },
        }
    }
}

/// Whether the page shows the desk.
fn is_here() -> bool {
    browser::elements(".desk").next().is_some()
}

/// Stops the publisher, which holds all files of the app, after its last answer to a desk that was left.
fn close_if_left() {
    if WAITING.get() == 0 && !is_here() {
        workers::close_desk();
    }
}

/// Puts markup of the publisher into its place. Its style rules are no element, since the security policy lets none be added.
fn put(name: &str, markup: &str) {
    if name == "style" {
        return browser::adopt_style("desk", markup);
    }
    if let Ok(Some(place)) = document().query_selector(&format!("[data-part='{name}']")) {
        place.set_inner_html(markup);
    }
}

/// What is typed and ticked, as names and values in turn.
fn typed() -> Vec<String> {
    let text = |field: &Element, key: &str| Reflect::get(field, &key.into()).ok().and_then(|value| value.as_string());
    let mut said = Vec::new();
    for field in browser::elements(".desk [name]") {
        let value = match text(&field, "type").as_deref() {
            Some("file") => None,
            Some("checkbox") => field.unchecked_ref::<HtmlInputElement>().checked().then(|| "on".to_owned()),
            _ => text(&field, "value"),
        };
        if let Some((name, value)) = text(&field, "name").zip(value) {
            said.push(format!("field:{name}"));
            said.push(value);
        }
    }
    said
}
