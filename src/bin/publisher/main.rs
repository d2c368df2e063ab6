//! The publisher: the Web Worker at whose desk an organiser makes a site of a program. `siganpyo::publish::desk` is all that it does;
//! here messages become calls.
//!
//! Apart from the other workers, since only organisers need it: it is fetched when one opens the desk.

#[path = "../serve.rs"]
mod serve;

use js_sys::{Array, Uint8Array};
use siganpyo::messages::{Language, Refusal};
use siganpyo::publish::desk::{Desk, Part};
use siganpyo::publish::template::{self, Part as AppPart};
use siganpyo::publish::{Files, PublishError};
use siganpyo::wire::job::{Answer, DeskJob, Job};
use siganpyo::wire::program_file;
use std::cell::RefCell;

/// What is kept from one request to the next.
#[derive(Default)]
struct Publisher {
    /// The files that were asked for.
    parts: Vec<AppPart>,
    app: Option<Files>,
    desk: Option<Desk>,
}

type Outcome = Result<(Answer, Array), Refusal>;

fn main() {
    let publisher = RefCell::new(Publisher::default());
    serve::serve(move |job, buffers| {
        let bytes = buffers.iter().map(|buffer| Uint8Array::new(&buffer).to_vec()).collect();
        let outcome = publisher.borrow_mut().work(serde_json::from_str(job).ok(), bytes);
        let (answer, buffers) = outcome.unwrap_or_else(|refusal| (Answer::refused(refusal), Array::new()));
        (serde_json::to_string(&answer).expect("plain data"), buffers)
    });
}

impl Publisher {
    fn work(&mut self, job: Option<Job>, files: Vec<Vec<u8>>) -> Outcome {
        match job {
            Some(Job::Template) => self.template(&files),
            Some(Job::App { language }) => self.put_app(files, tongue(&language)),
            Some(Job::Desk(job)) => self.desk(job, files),
            // A page newer than this, for as long as an update of the app has not reached both; or a job of another worker.
            _ => Err((Language::FALLBACK.picture_messages().worker_outdated)()),
        }
    }

    fn template(&mut self, files: &[Vec<u8>]) -> Outcome {
        let list = files.first().map(|list| String::from_utf8_lossy(list)).unwrap_or_default();
        self.parts = template::parts(&list).map_err(|error| error.refusal(Language::FALLBACK))?;
        let places = self.parts.iter().flat_map(|part| [Some(part.place.clone()), part.sibling()]).flatten().collect();
        Ok((Answer::Template { places }, Array::new()))
    }

    fn put_app(&mut self, files: Vec<Vec<u8>>, language: Language) -> Outcome {
        let app = template::of_parts(&self.parts, files).map_err(|error: PublishError| error.refusal(language))?;
        if let Some(desk) = &mut self.desk {
            desk.put_app(app.clone());
        }
        self.app = Some(app);
        Ok((Answer::Warm, Array::new()))
    }

    fn desk(&mut self, job: DeskJob, files: Vec<Vec<u8>>) -> Outcome {
        let language = tongue(&job.language);
        let mut fields = job.fields;
        let mut told = Vec::new();
        for (kind, bytes) in job.files.iter().zip(files) {
            if kind == "program" {
                self.desk = Some(self.new_desk(&bytes, language)?);
                continue;
            }
            let desk = self.desk.as_mut().ok_or_else(language.desk_messages().app_missing)?;
            if kind == "icon" {
                desk.put_icon((!bytes.is_empty()).then_some(bytes));
                continue;
            }
            match desk.put_before(&bytes) {
                Ok(before) => {
                    told = desk.page(Some(&before));
                    fields = Some(before);
                }
                Err(refusal) => told.push(Desk::refused("before", &refusal)),
            }
        }
        let desk = self.desk.as_mut().ok_or_else(language.desk_messages().app_missing)?;
        desk.speak(language);
        let drafted = job.draft.and_then(|draft| desk.put_draft(&draft));
        let Some(fields) = fields else {
            let draft = drafted.as_ref().map(|fields| desk.draft(fields)).unwrap_or_default();
            return Ok(answer(desk.page(drafted.as_ref()), draft, None));
        };
        let reply = desk.act(&fields, job.action.as_deref())?;
        told.extend(reply.parts);
        Ok(answer(told, desk.draft(&fields), reply.file))
    }

    fn new_desk(&self, program: &[u8], language: Language) -> Result<Desk, Refusal> {
        let program = std::str::from_utf8(program).ok().and_then(|text| program_file::read(text).ok());
        let program = program.ok_or_else(language.library_messages().file_unreadable)?;
        let mut desk = Desk::new(program, language);
        if let Some(app) = &self.app {
            desk.put_app(app.clone());
        }
        Ok(desk)
    }
}

fn answer(parts: Vec<Part>, draft: String, file: Option<(String, Vec<u8>)>) -> (Answer, Array) {
    let (names, parts) = parts.into_iter().unzip();
    let (made, bytes) = file.unzip();
    let buffers = bytes.iter().map(|bytes| Uint8Array::from(bytes.as_slice()).buffer()).collect();
    (Answer::Desk { names, parts, draft, made }, buffers)
}

fn tongue(tag: &str) -> Language {
    Language::from_tag(tag).unwrap_or(Language::FALLBACK)
}
