//! Opening a program: from bytes to a program on trial, with the questions in between.

use super::raw::Raw;
use super::step::{Known, OpenedProgram, Question, RefusedFile, Step};
use crate::browser;
use crate::network::{self, service_worker};
use crate::state::State;
use crate::state::program::Kept;
use crate::workers::{self, Compared, Read};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Refusal;
use siganpyo::messages::library::LibraryMessages;
use siganpyo::messages::sharing::SharingMessages;
use siganpyo::plan::own_entries;
use siganpyo::program::versions::Verdict;
use siganpyo::program::{Program, ProgramId};
use siganpyo::wire::library_card::LibraryCard;
use siganpyo::wire::{plan_file, program_file};
use std::sync::Arc;

/// Pages have calendar files with nothing but the conference in them, or its days.
const ONLY_THE_EVENT: usize = 2;

/// What the page knows of opening.
#[derive(Clone, Copy)]
pub struct Opening {
    pub step: RwSignal<Step>,
    /// Number of openings so far; results of earlier ones are dropped.
    latest: StoredValue<u32>,
    state: State,
}

impl Opening {
    /// Nothing is being opened, unless a program was left on trial.
    pub fn new(state: State) -> Opening {
        let opening = Opening { step: RwSignal::new(Step::Idle), latest: StoredValue::new(0), state };
        if state.program.is_trial.get_untracked() {
            opening.show_trial();
        }
        opening
    }

    /// Goes on with the program on trial.
    pub fn show_trial(self) {
        // Counted before whatever the page is opened with, which replaces it.
        let number = self.begin();
        spawn_local(async move { self.resume(number).await });
    }

    async fn resume(self, number: u32) {
        let (Some(program), Some(card)) = (self.state.program.get(), self.state.library.trial_card().await) else { return };
        let on_trial = program.id.clone();
        let opened = Kept { program, file: self.state.program.file() }.under(card.published_id());
        let (kept, found) = self.found(opened, card).await;
        // What is in the library may have changed since.
        if self.is_latest(number) && kept.program.id != on_trial {
            self.state.library.try_out(kept, &found.card).await;
        }
        self.finish(number, Step::Opened(Box::new(found)));
    }

    /// The program under the id that it is shown by, and what is to be said of it. A version of a program of the library goes by that
    /// one's id and has its plan. Anything else, and what may be a version, has an id that nothing else has.
    async fn found(self, opened: Kept, card: LibraryCard) -> (Kept, OpenedProgram) {
        let published = opened.program.id.clone();
        let known = known(&opened, self.state).await;
        let id = match known.as_ref().filter(|known| known.is_sure()) {
            Some(known) => ProgramId::new(&known.card.id),
            None => self.state.library.id_beside(published.as_str(), &opened.program).await,
        };
        let namesake = if known.is_none() && id != published {
            self.state.library.cards().await.into_iter().find(|card| card.id == published.as_str()).map(|card| card.title)
        } else {
            None
        };
        let kept = opened.under(id.as_str());
        let card = LibraryCard { id: id.to_string(), published: Some(published.to_string()).filter(|_| id != published), ..card };
        let program = kept.program.clone();
        (
            kept,
            OpenedProgram {
                program,
                card,
                warnings: Vec::new(),
                columns: Vec::new(),
                fields: Vec::new(),
                raw: None,
                known,
                namesake,
            },
        )
    }

    /// The zones of the programs in the library, each once.
    async fn known_zones(self) -> Vec<String> {
        let mut zones: Vec<String> = Vec::new();
        for zone in self.state.library.cards().await.into_iter().filter_map(|card| card.time_zone) {
            if zone.contains('/') && !zones.contains(&zone) {
                zones.push(zone);
            }
        }
        zones
    }

    pub fn messages(self) -> &'static LibraryMessages {
        self.state.language().library_messages()
    }

    pub fn sharing_messages(self) -> &'static SharingMessages {
        self.state.language().sharing_messages()
    }

    /// Starts an opening that replaces all earlier ones, and returns its number.
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
        self.finish(number, Step::Refused { refusal, address, file: None });
    }

    /// Why so many bytes are not read.
    pub fn too_large(self, bytes: usize) -> Refusal {
        (self.messages().too_large)(bytes, network::MAX_BYTES as usize)
    }

    /// Stops whatever is going on. A program that was on trial before still is.
    pub fn cancel(self) {
        self.begin();
        workers::stop_reading();
        self.step.set(Step::Idle);
        if self.state.program.is_trial.get_untracked() {
            self.show_trial();
        }
    }

    /// Reads a file whose bytes are here.
    pub fn read(self, raw: Raw) {
        let number = self.begin();
        self.step.set(Step::Reading);
        spawn_local(async move {
            let failed = |refusal| Step::Refused { refusal, address: None, file: None };
            let step = self.understand(raw, number).await.unwrap_or_else(failed);
            self.finish(number, step);
        });
    }

    async fn understand(self, raw: Raw, number: u32) -> Result<Step, Refusal> {
        let raw = Raw { picks: raw.picks.clone().or_else(|| raw.picks_inside()), ..raw };
        let zones = browser::device_zone().into_iter().chain(self.known_zones().await).collect();
        let job = raw.job(self.state.messages().tag, zones);
        match workers::read(job, &raw.buffers()).await {
            Ok(Read::Program { file, warnings, columns, fields }) => {
                let program = program_file::read(&file).map_err(|error| error.refusal(self.state.language().file_messages()))?;
                let card = LibraryCard { source: Some(raw.source.clone()), ..LibraryCard::of(&program) };
                let (kept, found) = self.found(Kept { program: Arc::new(program), file: file.into() }, card).await;
                if self.is_latest(number) {
                    self.state.library.try_out(kept, &found.card).await;
                }
                Ok(Step::Opened(Box::new(OpenedProgram { warnings, columns, fields, raw: Some(raw), ..found })))
            }
            Ok(Read::ZoneNeeded(refusal, offered)) => {
                let wrong = raw.source.time_zone.is_some().then_some(refusal);
                Ok(Step::ZoneNeeded(raw, Question { wrong, offered }))
            }
            Ok(Read::DayNeeded(refusal)) => {
                let wrong = raw.source.first_day.is_some().then_some(refusal);
                Ok(Step::DayNeeded(raw, wrong))
            }
            Ok(Read::Whole) => {
                let is_stored = service_worker::has_stored(workers::SHEETS).await;
                Err(if is_stored { (self.messages().file_unreadable)() } else { (self.messages().sheets_missing)() })
            }
            Ok(Read::ListNeeded(lists)) => Ok(Step::ListNeeded(raw, lists)),
            Ok(Read::Plan(file)) => {
                let mut plan = plan_file::read(&file).map_err(|error| error.refusal(self.state.language().file_messages()))?;
                if let Some(program) = self.state.program.get() {
                    plan.see(&program, self.state.messages().tag);
                }
                Ok(Step::Planned(Box::new(plan)))
            }
            Ok(Read::Refused { refusal, report, fields }) => {
                Ok(Step::Refused { refusal, address: None, file: Some(Box::new(RefusedFile { raw, report, fields })) })
            }
            // A network without the internet behind it looks like one.
            Err(_) => {
                let has_reader = service_worker::has_stored(workers::READER).await;
                let messages = self.messages();
                Err((if has_reader { messages.file_unreadable } else { messages.reader_missing })())
            }
        }
    }

    /// Whether the reader finds a program in a form of it that a page names.
    pub async fn is_readable(self, raw: &Raw) -> bool {
        let first = workers::begin(raw.job(self.state.messages().tag, Vec::new()), &raw.buffers()).await;
        first.is_ok_and(|sessions| sessions.len() > ONLY_THE_EVENT)
    }

    /// Puts the program on trial into the library, in the place of the version that is there or beside it, and shows it.
    pub fn keep(self, found: OpenedProgram, beside: bool) {
        let number = self.begin();
        let known = found.known.filter(|_| !beside);
        spawn_local(async move {
            let published = found.card.published_id().to_owned();
            let id = match &known {
                Some(known) => known.card.id.clone(),
                None => self.state.library.id_beside(&published, &found.program).await.to_string(),
            };
            let Some(kept) = self.state.library.trial_as(&id) else { return };
            let picks = found.raw.and_then(|raw| raw.picks).and_then(|picks| picks.for_program(&id));
            let card = LibraryCard { published: Some(published).filter(|published| *published != id), id, ..found.card };
            self.state.library.keep(kept, &card, known.as_ref().map(|known| &*known.attachments)).await;
            if self.is_latest(number) {
                let told = (self.messages().opened)(&card.title, found.program.sessions.len());
                self.state.toast.say(told);
                browser::go_to("/");
                if let Some(picks) = picks {
                    browser::set_fragment(&picks.fragment());
                }
            }
        });
    }

    /// Adds the events of the calendar on trial to the timetable of the program that was shown before it.
    pub fn add_entries(self, calendar: &Program) {
        self.begin();
        self.step.set(Step::Idle);
        let entries = own_entries(calendar, self.state.messages().tag);
        spawn_local(async move {
            self.state.library.discard_trial().await;
            let told = (self.messages().entries_added)(entries.len());
            self.state.plan.change_and_say(told, |plan| plan.put_all_own(entries));
        });
    }

    /// Removes the program on trial.
    pub fn discard(self) {
        self.begin();
        self.step.set(Step::Idle);
        spawn_local(self.state.library.discard_trial());
    }
}

/// The program of the library that this one is a version of, if there is one, or else may be. A comparison that is not answered says
/// nothing, so then it is another conference.
async fn known(opened: &Kept, state: State) -> Option<Known> {
    let program = &opened.program;
    let first_day = program.days.first().map(|day| day.date);
    let is_namesake = |card: &LibraryCard| [card.published_id(), &card.id].contains(&program.id.as_str());
    let is_near = |card: &LibraryCard| {
        is_namesake(card) || card.title == program.title || first_day.is_some() && card.first_day() == first_day
    };
    let mut doubtful = None;
    for card in state.library.cards().await.into_iter().filter(is_near) {
        let Some(old) = state.library.file_of(&card.id).await else { continue };
        let plan = state.library.planned(&card.id).await.1;
        // The name that the person gave it in the library must not count.
        let new = if is_namesake(&card) { opened.clone().under(&card.id) } else { opened.clone() };
        let compared = workers::compare(&old, &new.file, plan).await;
        let Some(Compared { verdict, changed, attachments }) = compared else { continue };
        let known = Known { card, verdict, changed, attachments };
        match verdict {
            Verdict::OtherConference => {}
            Verdict::Doubtful(_) => doubtful = doubtful.or(Some(known)),
            Verdict::Unchanged | Verdict::Changed => return Some(known),
        }
    }
    doubtful
}
