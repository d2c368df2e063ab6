//! The desk at which an organiser makes a site of a kept program.
//!
//! The publisher knows the fields and what they mean, and hands out the page as markup (`siganpyo::publish::desk`). Here is what only a page
//! can do: show that, collect what was typed, fetch the files of the app, and hand over the site.

use super::files::listed;
use super::raw::buffer;
use crate::browser::outgoing::Outgoing;
use crate::browser::{self, document};
use crate::components::element::{all, button, live, nothing, tag};
use crate::components::notice::notice;
use crate::network;
use crate::state::State;
use crate::workers::{self, DeskPage, Unavailable, to_buffer};
use futures::future::join_all;
use js_sys::{ArrayBuffer, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Refusal;
use siganpyo::wire::job::DeskJob;
use siganpyo::wire::library_card::LibraryCard;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement};

/// The list of the files of the app, which every site has.
const LIST: &str = "template/files.json";

/// The most bytes of a file that is handed in: the archive of a site.
const MOST: usize = 128 << 20;

/// How many files are fetched together.
const TOGETHER: usize = 8;

/// What goes on.
#[derive(Clone, PartialEq)]
enum Doing {
    Nothing,
    /// The files of the app are coming: how many are here, and how many there are.
    Fetching(usize, usize),
    Making,
    Failed(Refusal),
}

#[derive(Clone, Copy)]
struct Desk {
    id: StoredValue<String>,
    doing: RwSignal<Doing>,
    /// The site that was made last.
    made: RwSignal<Option<Outgoing>, LocalStorage>,
    state: State,
}

/// The desk for the program of this card.
pub fn desk(card: &LibraryCard, state: State) -> AnyView {
    let desk = Desk {
        id: StoredValue::new(card.id.clone()),
        doing: RwSignal::new(Doing::Nothing),
        made: RwSignal::new_local(None),
        state,
    };
    on_cleanup(move || {
        workers::close_desk();
        desk.made.with_untracked(|made| made.iter().for_each(Outgoing::forget));
    });
    spawn_local(desk.open());
    let page = tag::section()
        .class("desk")
        .attr("data-part", "desk")
        .on("change", move |event| desk.changed(&event))
        .on("submit", move |event| {
            event.prevent_default();
            desk.make();
        })
        .on("click", move |event| desk.clicked(&event));
    all([page.into(), live(move || desk.doing())])
}

impl Desk {
    /// Shows the page, and then what it says once the files of the app are here.
    async fn open(self) {
        let id = self.id.get_value();
        let Some(file) = self.state.library.file_of(&id).await else {
            return self.fail((self.state.language().library_messages().file_unreadable)());
        };
        let job = DeskJob { files: vec!["program".to_owned()], draft: self.state.library.site_draft(&id), ..self.job(None) };
        self.show(workers::desk(job, &[to_buffer(&file)]).await);
        self.fetch_app().await;
    }

    async fn fetch_app(self) {
        self.doing.set(Doing::Fetching(0, 1));
        if self.app().await.is_some() {
            let _ = self.doing.try_set(Doing::Nothing);
            self.look(Vec::new(), &[]).await;
        } else {
            self.fail((self.state.language().library_messages().app_files_missing)());
        }
    }

    /// Hands the files of the app to the publisher. They are those that this app runs from.
    async fn app(self) -> Option<()> {
        let list = network::text(LIST).await?;
        let places = workers::template(&list).await?;
        let mut files = Vec::new();
        for together in places.chunks(TOGETHER) {
            for (place, bytes) in together.iter().zip(join_all(together.iter().map(|place| network::bytes(place))).await) {
                // Compressed copies save time, and some hosts have none.
                let bytes = bytes.or_else(|| place.ends_with(".br").then(|| ArrayBuffer::new(0)))?;
                files.push(bytes);
            }
            // The page may have been left.
            if self.doing.try_set(Doing::Fetching(files.len(), places.len())).is_some() {
                return None;
            }
        }
        workers::put_app(self.tongue(), &files).await.then_some(())
    }

    fn job(self, fields: Option<BTreeMap<String, String>>) -> DeskJob {
        DeskJob { language: self.tongue().to_owned(), fields, ..DeskJob::default() }
    }

    fn tongue(self) -> &'static str {
        self.state.language().tag()
    }

    async fn look(self, files: Vec<String>, buffers: &[ArrayBuffer]) {
        let job = DeskJob { files, ..self.job(Some(fields())) };
        self.show(workers::desk(job, buffers).await);
    }

    fn make(self) {
        if matches!(self.doing.get_untracked(), Doing::Fetching(..) | Doing::Making) {
            return;
        }
        self.doing.set(Doing::Making);
        spawn_local(async move {
            let job = DeskJob { action: Some("make".to_owned()), ..self.job(Some(fields())) };
            let outcome = workers::desk(job, &[]).await;
            let _ = self.doing.try_set(Doing::Nothing);
            self.show(outcome);
        });
    }

    fn show(self, outcome: Result<Result<DeskPage, Refusal>, Unavailable>) {
        match outcome {
            Ok(Ok(page)) => {
                self.state.library.keep_site_draft(&self.id.get_value(), &page.draft);
                page.parts.iter().for_each(|(name, markup)| put(name, markup));
                if let Some((name, bytes)) = page.made {
                    self.hand_over(&bytes, name);
                }
            }
            Ok(Err(refusal)) => self.fail(refusal),
            Err(Unavailable) => self.fail((self.state.language().library_messages().app_files_missing)()),
        }
    }

    fn fail(self, refusal: Refusal) {
        let _ = self.doing.try_set(Doing::Failed(refusal));
    }

    fn hand_over(self, bytes: &JsValue, name: String) {
        let is_site = name.ends_with(".zip");
        if let Ok(file) = Outgoing::new(bytes, name, "application/octet-stream") {
            file.download();
            let before = if is_site { self.made.try_update(|made| made.replace(file)).flatten() } else { None };
            before.iter().for_each(Outgoing::forget);
        }
    }

    fn changed(self, event: &Event) {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let file = input.as_ref().and_then(|input| listed(input.files()).into_iter().next());
        let name = input.map(|input| input.name()).unwrap_or_default();
        spawn_local(async move {
            match file {
                Some(file) if file.size() > MOST as f64 => {
                    self.fail((self.state.language().library_messages().too_large)(file.size() as usize, MOST));
                }
                Some(file) => match buffer(file.array_buffer()).await {
                    Some(bytes) => self.look(vec![name], &[bytes.take()]).await,
                    None => self.fail((self.state.language().library_messages().file_unreadable)()),
                },
                None => self.look(Vec::new(), &[]).await,
            }
        });
    }

    fn clicked(self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let action = target.filter(|target| target.tag_name() == "BUTTON").and_then(|target| target.get_attribute("data-action"));
        match action.as_deref() {
            Some("save") => self.made.with_untracked(|made| made.iter().for_each(Outgoing::download)),
            Some("drop-icon") => spawn_local(async move { self.look(vec!["icon".to_owned()], &[ArrayBuffer::new(0)]).await }),
            Some(action) if action != "make" && action != "desk" => {
                let job = DeskJob { action: Some(action.to_owned()), ..self.job(Some(fields())) };
                spawn_local(async move { self.show(workers::desk(job, &[]).await) });
            }
            _ => {}
        }
    }

    fn doing(self) -> AnyView {
        let messages = self.state.language().library_messages();
        let said = |text: String| tag::p().class("fine").role("status").text(text).into();
        match self.doing.get() {
            Doing::Nothing => nothing(),
            Doing::Fetching(here, all) => said((messages.fetching_app)(here, all)),
            Doing::Making => said(messages.making_site.to_owned()),
            Doing::Failed(refusal) => {
                let again = button("retry", self.state.messages().retry).class("button");
                notice(refusal, [again.on_click(move || spawn_local(self.fetch_app()))])
            }
        }
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

/// What is typed and ticked, by the names of the fields.
fn fields() -> BTreeMap<String, String> {
    let text = |field: &Element, key: &str| Reflect::get(field, &key.into()).ok().and_then(|value| value.as_string());
    let field = |field: Element| {
        let value = match text(&field, "type").as_deref() {
            Some("file") => None,
            Some("checkbox") => field.unchecked_ref::<HtmlInputElement>().checked().then(|| "on".to_owned()),
            _ => text(&field, "value"),
        };
        Some((text(&field, "name")?, value?))
    };
    browser::elements(".desk [name]").filter_map(field).collect()
}
