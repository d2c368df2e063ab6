//! The files of the app that sites are made of: those from which this app runs, fetched of its own host and checked against its list.

use js_sys::{Promise, Uint8Array, global};
use siganpyo::messages::Language;
use siganpyo::publish::Files;
use siganpyo::publish::desk::{Desk, Part};
use siganpyo::publish::template::{self, Part as AppPart};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, Response};

/// How many files are fetched together, and between two words to the person.
const TOGETHER: usize = 16;

/// How far it is.
#[derive(Default)]
pub struct App {
    parts: Vec<AppPart>,
    /// What is here of them, in their order, each with its compressed sibling.
    here: Files,
    fetched: usize,
    has_failed: bool,
    is_handed_over: bool,
}

impl App {
    /// Whether there is more to fetch.
    pub fn is_coming(&self) -> bool {
        !self.has_failed && (self.parts.is_empty() || self.fetched < self.parts.len())
    }

    /// All files, once.
    pub fn whole(&mut self) -> Option<Files> {
        let is_whole = !self.is_coming() && !self.has_failed && !self.is_handed_over;
        self.is_handed_over |= is_whole;
        is_whole.then(|| self.here.clone())
    }

    /// What the page says of it.
    pub fn told(&self, language: Language) -> Part {
        Desk::loading(self.has_failed, self.is_coming(), self.fetched, self.parts.len(), language)
    }
}

/// Fetches the list, or the next files of it. A failure ends it until it is asked for again.
pub async fn load_more(app: &RefCell<App>) {
    let (is_begun, next) = {
        let mut app = app.borrow_mut();
        app.has_failed = false;
        (!app.parts.is_empty(), app.parts.iter().skip(app.fetched).take(TOGETHER).cloned().collect::<Vec<_>>())
    };
    let outcome = if is_begun {
        files(&next).await.map(|files| (None, files))
    } else {
        list().await.map(|parts| (Some(parts), Files::default()))
    };
    let mut app = app.borrow_mut();
    match outcome {
        Some((parts, files)) => {
            app.parts.extend(parts.into_iter().flatten());
            app.fetched += next.len();
            app.here.extend(files.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())));
        }
        None => app.has_failed = true,
    }
}

async fn list() -> Option<Vec<AppPart>> {
    let list = bytes(ask(template::LIST)).await?;
    template::parts(&String::from_utf8_lossy(&list)).ok().filter(|parts| !parts.is_empty())
}

/// Fetches these files; none of them if one is not what the list says.
async fn files(parts: &[AppPart]) -> Option<Files> {
    // All are asked for before the first is waited for.
    let asked: Vec<_> =
        parts.iter().map(|part| (part, ask(&part.place), part.sibling().map(|sibling| (ask(&sibling), sibling)))).collect();
    let mut files = Files::default();
    for (part, asked, sibling) in asked {
        files.put(&part.path, bytes(asked).await.filter(|bytes| part.is(bytes))?);
        if let Some((asked, path)) = sibling {
            // Compressed copies save time, and some hosts have none.
            files.extend(bytes(asked).await.map(|bytes| (path, bytes)));
        }
    }
    Some(files)
}

/// Asks for a file below the app's base, where this worker lies.
fn ask(place: &str) -> Promise {
    let address: String = place.split('/').map(|part| format!("/{}", js_sys::encode_uri_component(part))).collect();
    global().unchecked_into::<DedicatedWorkerGlobalScope>().fetch_with_str(&format!(".{address}"))
}

async fn bytes(asked: Promise) -> Option<Vec<u8>> {
    let response: Response = JsFuture::from(asked).await.ok()?.unchecked_into();
    let body = response.ok().then(|| response.array_buffer().ok())??;
    Some(Uint8Array::new(&JsFuture::from(body).await.ok()?).to_vec())
}
