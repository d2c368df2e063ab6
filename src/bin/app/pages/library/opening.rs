//! Opening a program: from bytes to a program on trial, with the questions in between.

use crate::state::{Kept, State};
use crate::worker::{self, Compared};
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use siganpyo::messages::Refusal;
use siganpyo::messages::library::LibraryMessages;
use siganpyo::plan::Attachment;
use siganpyo::program::Program;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::job::{Answer, ImportJob, ImportedColumn, Job};
use siganpyo::wire::library_card::{LibraryCard, Source};
use siganpyo::wire::program_file;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;

/// A file that is being opened.
#[derive(Clone)]
pub struct Raw {
    pub bytes: SendWrapper<ArrayBuffer>,
    /// Its name, which is all that some files say of their conference.
    pub name: Option<String>,
    pub source: Source,
}

/// How far opening has come.
#[derive(Clone)]
pub enum Step {
    Idle,
    Fetching {
        kilobytes: u32,
    },
    Reading,
    /// With what was wrong with the zone that was named, if one was.
    ZoneNeeded(Raw, Option<Refusal>),
    Found(Box<Found>),
    Kept {
        title: String,
        sessions: usize,
    },
    Refused {
        refusal: Refusal,
        address: Option<String>,
    },
}

/// A program on trial and what is to be said before it is kept.
#[derive(Clone)]
pub struct Found {
    pub program: Arc<Program>,
    pub card: LibraryCard,
    pub warnings: Vec<String>,
    pub columns: Vec<ImportedColumn>,
    /// To read it again with other answers; none after the page was loaded anew.
    pub raw: Option<Raw>,
    pub known: Option<Known>,
}

/// A program of the library that this one is a version of.
#[derive(Clone)]
pub struct Known {
    pub card: LibraryCard,
    pub verdict: Verdict,
    pub changed: usize,
    pub attachments: Vec<Attachment>,
}

/// What the page knows of opening.
#[derive(Clone, Copy)]
pub struct Opening {
    pub step: RwSignal<Step>,
    /// Number of openings so far: what an earlier one still brings is dropped.
    latest: StoredValue<u32>,
    state: State,
}

impl Opening {
    /// Nothing is being opened, unless a program was left on trial.
    pub fn new(state: State) -> Opening {
        let opening = Opening { step: RwSignal::new(Step::Idle), latest: StoredValue::new(0), state };
        if state.trial.get_untracked() {
            spawn_local(async move { opening.resume().await });
        }
        opening
    }

    async fn resume(self) {
        let number = self.begin();
        let (Some(program), Some(card)) = (self.state.program(), self.state.trial_card().await) else { return };
        let file = self.state.program_file();
        let known = known(&program, &file, self.state).await;
        self.finish(
            number,
            Step::Found(Box::new(Found { program, card, warnings: Vec::new(), columns: Vec::new(), raw: None, known })),
        );
    }

    /// The zones of the programs in the library, each once.
    pub async fn known_zones(self) -> Vec<String> {
        let mut zones: Vec<String> = Vec::new();
        for zone in self.state.library().await.into_iter().filter_map(|card| card.time_zone) {
            if zone.contains('/') && !zones.contains(&zone) {
                zones.push(zone);
            }
        }
        zones
    }

    pub fn words(self) -> &'static LibraryMessages {
        self.state.language().library_messages()
    }

    /// A number for an opening that takes the place of all before it.
    pub fn begin(self) -> u32 {
        let number = self.latest.try_get_value().unwrap_or_default() + 1;
        self.latest.try_set_value(number);
        number
    }

    /// Whether this opening was neither cancelled nor replaced, nor the page left.
    pub fn is_latest(self, number: u32) -> bool {
        self.latest.try_get_value() == Some(number)
    }

    pub fn finish(self, number: u32, step: Step) {
        if self.is_latest(number) {
            self.step.set(step);
        }
    }

    pub fn refuse(self, number: u32, refusal: Refusal, address: Option<String>) {
        self.finish(number, Step::Refused { refusal, address });
    }

    /// Stops whatever is going on.
    pub fn cancel(self) {
        self.begin();
        worker::stop_reading();
        self.step.set(Step::Idle);
    }

    /// Reads a file whose bytes are here.
    pub fn read(self, raw: Raw) {
        let number = self.begin();
        self.step.set(Step::Reading);
        spawn_local(async move {
            let step = self.understand(raw, number).await.unwrap_or_else(|refusal| Step::Refused { refusal, address: None });
            self.finish(number, step);
        });
    }

    async fn understand(self, raw: Raw, number: u32) -> Result<Step, Refusal> {
        let unreadable = || (self.words().file_unreadable)();
        let job = Job::Import(ImportJob {
            language: self.state.messages().tag.to_owned(),
            time_zone: raw.source.time_zone.clone(),
            shift: raw.source.shift,
            columns: raw.source.columns.clone(),
            title: raw.name.clone(),
        });
        // The worker takes what it is given, and the file may have to be read again.
        match worker::ask(&job, &[raw.bytes.slice(0)]).await {
            Ok((Answer::Imported { program: file, warnings, columns }, _)) => {
                let program = program_file::read(&file).map_err(|error| error.refusal(self.state.messages()))?;
                let program = Arc::new(program);
                let known = known(&program, &file, self.state).await;
                let card = LibraryCard { source: Some(raw.source.clone()), ..LibraryCard::of(&program) };
                if self.is_latest(number) {
                    self.state.try_out(Kept { program: program.clone(), file: file.into() }, &card).await;
                }
                Ok(Step::Found(Box::new(Found { program, card, warnings, columns, raw: Some(raw), known })))
            }
            Ok((Answer::ZoneNeeded { message, hint }, _)) => {
                let wrong = raw.source.time_zone.is_some().then_some(Refusal { message, hint });
                Ok(Step::ZoneNeeded(raw, wrong))
            }
            Ok((Answer::Refused { message, hint }, _)) => Err(Refusal { message, hint }),
            _ => Err(unreadable()),
        }
    }

    /// Puts the program on trial into the library: in the place of the version that is there, or beside it.
    pub fn keep(self, found: Found, beside: bool) {
        let number = self.begin();
        let known = found.known.filter(|known| known.verdict != Verdict::Unchanged);
        let taken = known.as_ref().map(|known| known.card.id.clone());
        let (id, attachments) = match known {
            Some(known) if !beside => (known.card.id, known.attachments),
            _ => (found.card.id.clone(), Vec::new()),
        };
        let id = if beside && taken.as_ref() == Some(&id) { format!("{id}-{}", found.card.version) } else { id };
        let card = LibraryCard { id: id.clone(), ..found.card };
        spawn_local(async move {
            let Some(kept) = self.state.trial_as(&id) else { return };
            self.state.keep(kept, &card, &attachments).await;
            self.finish(number, Step::Kept { title: card.title, sessions: found.program.sessions.len() });
        });
    }

    /// Forgets the program on trial.
    pub fn discard(self) {
        self.begin();
        self.step.set(Step::Idle);
        spawn_local(self.state.discard_trial());
    }
}

/// The program of the library that this one is a version of, if there is one.
async fn known(program: &Program, file: &str, state: State) -> Option<Known> {
    let cards = state.library().await;
    let first_day = program.days.first().map(|day| day.date);
    let is_near = |card: &LibraryCard| {
        card.id == program.id.as_str() || card.title == program.title || first_day.is_some() && card.first_day() == first_day
    };
    for card in cards.into_iter().filter(is_near) {
        let Some(old) = state.file_of(&card.id).await else { continue };
        let plan = state.planned(&card.id).await.1;
        let compared = worker::compare(old, file.to_owned(), plan).await;
        if let Some(Compared { verdict, changed, attachments }) =
            compared.filter(|found| found.verdict != Verdict::OtherConference)
        {
            return Some(Known { card, verdict, changed, attachments });
        }
    }
    None
}

/// The content of a file or of a fetched body.
pub async fn buffer(promise: js_sys::Promise) -> Option<SendWrapper<ArrayBuffer>> {
    use wasm_bindgen::JsCast;
    Some(SendWrapper::new(JsFuture::from(promise).await.ok()?.dyn_into().ok()?))
}
