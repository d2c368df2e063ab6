//! The publisher: the Web Worker at whose desk an organiser makes a site of a program. `siganpyo::publish::desk` is all that it does;
//! here messages become calls, and the files of the app are fetched.
//!
//! Apart from the other workers, since only organisers need it: it is fetched when one opens the desk.

mod app;
#[path = "../frame/mod.rs"]
mod frame;

use app::App;
use js_sys::{Array, Uint8Array};
use siganpyo::messages::{Language, Refusal};
use siganpyo::publish::desk::{Desk, Fields, Part};
use siganpyo::wire::job::{Answer, Job};
use siganpyo::wire::program_file;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What is kept from one request to the next.
#[derive(Default)]
struct Publisher {
    app: RefCell<App>,
    desk: RefCell<Option<Desk>>,
}

/// What the page says.
#[derive(Default)]
struct Said {
    language: Option<Language>,
    action: String,
    draft: Option<String>,
    /// What each buffer is.
    files: Vec<String>,
    fields: Option<Fields>,
}

/// What the page is told.
#[derive(Default)]
struct Told {
    parts: Vec<Part>,
    draft: Option<String>,
    file: Option<(String, Vec<u8>)>,
    more: bool,
}

fn main() {
    let publisher = Rc::new(Publisher::default());
    frame::serve(move |job, buffers, post| {
        let said = match serde_json::from_str(job) {
            Ok(Job::Desk { said }) => Said::read(said),
            // A page newer than this, for as long as an update of the app has not reached both.
            _ => Said::default(),
        };
        let files = buffers.iter().map(|buffer| Uint8Array::new(&buffer).to_vec()).collect();
        let publisher = publisher.clone();
        spawn_local(async move {
            if said.action == "load" {
                app::load_more(&publisher.app).await;
            }
            let outcome = publisher.work(said, files);
            let (answer, buffers) = outcome.map_or_else(|refusal| (Answer::refused(refusal), Array::new()), Told::answer);
            post.answer(&serde_json::to_string(&answer).expect("plain data"), &buffers);
        });
    });
}

impl Publisher {
    fn work(&self, said: Said, files: Vec<Vec<u8>>) -> Result<Told, Refusal> {
        let language = said.language.unwrap_or(Language::FALLBACK);
        let mut seat = self.desk.borrow_mut();
        let mut fields = said.fields;
        let mut parts = Vec::new();
        for (kind, bytes) in said.files.iter().zip(files) {
            if kind == "program" {
                *seat = Some(new_desk(&bytes, language)?);
                continue;
            }
            let desk = seat.as_mut().ok_or_else(language.picture_messages().worker_outdated)?;
            if Desk::is_picture(kind) {
                let refusal = desk.put_picture(kind, bytes).err();
                parts.push(Desk::told_of_file(kind, refusal.as_ref()));
                continue;
            }
            match desk.put_before(&bytes) {
                Ok(before) => {
                    parts = desk.page(Some(&before));
                    fields = Some(before);
                }
                Err(refusal) => parts.push(Desk::told_of_file("before", Some(&refusal))),
            }
        }
        let desk = seat.as_mut().ok_or_else(language.picture_messages().worker_outdated)?;
        desk.speak(language);
        let drafted = said.draft.and_then(|draft| desk.put_draft(&draft));
        let Some(fields) = fields else {
            let draft = drafted.as_ref().map(|fields| desk.draft(fields));
            return Ok(Told { parts: desk.page(drafted.as_ref()), draft, more: true, ..Told::default() });
        };
        let mut app = self.app.borrow_mut();
        parts.push(app.told(language));
        if said.action == "load" && app.is_coming() {
            return Ok(Told { parts, more: true, ..Told::default() });
        }
        if let Some(files) = app.whole() {
            desk.put_app(files);
        }
        let reply = desk.act(&fields, &said.action)?;
        parts.extend(reply.parts);
        Ok(Told { parts, draft: Some(desk.draft(&fields)), file: reply.file, more: false })
    }
}

fn new_desk(program: &[u8], language: Language) -> Result<Desk, Refusal> {
    let program = std::str::from_utf8(program).ok().and_then(|text| program_file::read(text).ok());
    Ok(Desk::new(program.ok_or_else(language.library_messages().file_unreadable)?, language))
}

impl Said {
    /// Reads names and values in turn. A name of a later version is ignored.
    fn read(texts: Vec<String>) -> Said {
        let mut said = Said::default();
        let mut texts = texts.into_iter();
        while let Some((name, value)) = texts.next().zip(texts.next()) {
            match name.as_str() {
                "language" => said.language = Language::from_tag(&value),
                "action" => said.action = value,
                "draft" => said.draft = Some(value),
                "file" => said.files.push(value),
                _ => {
                    if let Some(field) = name.strip_prefix("field:") {
                        said.fields.get_or_insert_default().insert(field.to_owned(), value);
                    }
                }
            }
        }
        said
    }
}

impl Told {
    fn answer(self) -> (Answer, Array) {
        let mut said: Vec<String> = self.parts.into_iter().flat_map(|(name, markup)| [format!("part:{name}"), markup]).collect();
        said.extend(self.draft.into_iter().flat_map(|draft| ["draft".to_owned(), draft]));
        let (name, bytes) = self.file.unzip();
        said.extend(name.into_iter().flat_map(|name| ["file".to_owned(), name]));
        if self.more {
            said.extend(["more", "load"].map(str::to_owned));
        }
        (Answer::Desk { said }, bytes.iter().map(|bytes| Uint8Array::from(bytes.as_slice()).buffer()).collect())
    }
}
