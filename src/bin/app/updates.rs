//! New versions of programs, looked for where they came from: in the background, past the caches, and never at the cost of what is
//! kept. What came is read and compared by the worker; only a version of the same conference takes the old one's place.

use crate::guard;
use crate::page::{self, link};
use crate::shelf::{own_file, own_path};
use crate::sources::Asked;
use crate::state::{Kept, State};
use crate::status::Offline;
use crate::storage::{self, StorageError};
use crate::worker::{self, Compared};
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::plan::{Attachment, Plan, merge};
use siganpyo::program::versions::Verdict;
use siganpyo::program::{Program, ProgramId};
use siganpyo::wire::job::{Answer, ImportJob, Job};
use siganpyo::wire::library_card::{LibraryCard, Source};
use siganpyo::wire::mirrored_plan::checksum;
use siganpyo::wire::version_before::{Round, VersionBefore};
use siganpyo::wire::{program_file, stored_plan};
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// How often the program on the screen is looked for while the app is open, and how often at most.
const EVERY: Duration = Duration::from_secs(4 * 60);
/// How often the other programs are looked for at most, in seconds.
const OTHERS: u64 = 60 * 60;

/// How long to wait before a database that could not be read is asked again, in milliseconds; each further time twice as long.
const AGAIN: i32 = 4_000;

thread_local! {
    /// When programs were last looked for since the app was opened, in seconds since 1970.
    static LAST: Cell<u64> = const { Cell::new(0) };
}

/// Counts what changed in the plan from now on, and looks for new versions: once everything for the venue is here or cannot be
/// had, whenever the page is shown again, and from time to time.
pub fn begin(state: State) {
    Effect::new(move || {
        let program = state.program();
        let news =
            |plan: &Plan| program.as_deref().map_or(0, |program| plan.picks().filter(|pick| pick.has_news(program)).count());
        state.news.set(state.plan.with(news));
    });
    spawn_local(async move {
        let mut wait = AGAIN;
        while state.keep_in_step().await.is_err() {
            let _ = JsFuture::from(page::after(wait)).await;
            wait = wait.saturating_mul(2);
        }
    });
    Effect::new(move || {
        if state.offline.get() != Offline::Pending {
            look_for_all(state);
        }
    });
    let _ = window_event_listener_untyped("visibilitychange", move |_| look_for_all(state));
    let _ = set_interval_with_handle(move || look_for_all(state), EVERY);
}

/// Looks for what is due, unless nobody is looking at the page or there is no connection.
fn look_for_all(state: State) {
    let now = page::clock().unsigned_abs();
    let is_soon = now < LAST.get() + EVERY.as_secs() / 2;
    if is_soon || page::document().hidden() || !page::window().navigator().on_line() {
        return;
    }
    LAST.set(now);
    spawn_local(async move {
        let shown = state.program().map(|program| program.id.to_string());
        let is_due = |card: &LibraryCard| match shown.as_ref() == Some(&card.id) {
            true => card.missed == 0 || card.is_due(now, EVERY.as_secs()),
            false => card.is_due(now, OTHERS),
        };
        let is_harmless = |card: &LibraryCard| !storage::is_deadly(&card.id);
        for card in state.library().await.into_iter().filter(is_due).filter(is_harmless) {
            spawn_local(state.look_for(card, Asked::InBackground));
        }
    });
}

/// What a source has.
enum Found {
    /// What the device has already.
    Same,
    /// A next version with what it does to the picks.
    Next(Kept, Vec<Attachment>),
    /// Something that must not take the program's place.
    Refused(String),
}

impl State {
    /// Keeps the program on the screen in the database. Where that has another version, one of the two came later: what was
    /// taken in over the app's own file, unless the app has brought another file since. Then the picks follow that first.
    ///
    /// # Errors
    ///
    /// The database does not say what it has. That may be a later version, so nothing is written over it.
    pub async fn keep_in_step(self) -> Result<(), StorageError> {
        let Some(program) = self.program().filter(|_| !self.trial.get_untracked()) else { return Ok(()) };
        // Of what the page died of nothing is shown or written over before the person has decided.
        if storage::is_deadly(program.id.as_str()) {
            return Ok(());
        }
        let Some(file) = self.whole_file().await else { return Ok(()) };
        let kept = storage::load_program(&program.id).await?;
        if kept.as_ref() == Some(&file) {
            return self.let_go_of_version_before(program.id.as_str()).await;
        }
        if let Some(old) = kept {
            let card = storage::card(program.id.as_str()).await;
            let is_later = |card: &&LibraryCard| card.over.as_deref() == Some(&*checksum(&file));
            if let Some(card) = card.as_ref().filter(is_later)
                && let Some(later) = Kept::read(old.clone())
            {
                let _ = storage::save_card(&up_to_date(card, &later.program)).await;
                self.set(|settings| settings.program = Some(program.id.to_string()));
                self.renew(later);
                return self.let_go_of_version_before(program.id.as_str()).await;
            }
            let plan = self.plan.with_untracked(stored_plan::write);
            let attachments = worker::compare(old, file.clone(), Some(plan)).await.map(|compared| compared.attachments);
            self.attach(program.id.as_str(), &attachments.unwrap_or_default()).await;
            if let Some(card) = card {
                let _ = storage::save_card(&card.renewed(&program)).await;
            }
            storage::remove_version_before(program.id.as_str()).await?;
        }
        storage::save_program(&program.id, file).await
    }

    /// Where a program can be looked for; none for a file that was opened from the device.
    pub fn address_of(self, card: &LibraryCard) -> Option<String> {
        let source = card.source.as_ref().and_then(|source| source.address.clone());
        let own = || self.is_built_in(&ProgramId::new(&card.id)).then(own_path).flatten();
        source.or_else(|| own().map(|path| link(&format!("/{path}"))))
    }

    /// The card after the source gave these bytes; none where nothing could be learned.
    pub async fn looked_for(self, card: LibraryCard, bytes: ArrayBuffer) -> Option<LibraryCard> {
        let seen = checksum(Uint8Array::new(&bytes).to_vec());
        let looked = LibraryCard { looked: page::clock().unsigned_abs(), seen: Some(seen), ..card.answered() };
        // What a later version stands over is no news either: the person may have opened that from a file.
        if looked.seen == card.seen || looked.seen == card.over {
            return Some(looked);
        }
        if looked.seen == card.deadly {
            let reason = self.language().library_messages().deadly;
            return Some(LibraryCard { problem: Some(reason.to_owned()), ..looked });
        }
        let old = self.file_of(&card.id).await?;
        guard::mark_other(&card.id);
        let program = program_file::read(&old).ok()?;
        if checksum(&old) == looked.seen.as_deref().unwrap_or_default() {
            return Some(up_to_date(&looked, &program));
        }
        match self.judge(&card, bytes, old.clone()).await? {
            Found::Same => Some(up_to_date(&looked, &program)),
            Found::Refused(reason) => Some(LibraryCard { problem: Some(reason), ..looked }),
            Found::Next(kept, attachments) => self.take_in(kept, old, looked, attachments).await,
        }
    }

    /// What the bytes are to the program that is kept; none where the worker does not answer.
    async fn judge(self, card: &LibraryCard, bytes: ArrayBuffer, old: String) -> Option<Found> {
        let Source { time_zone, shift, columns, .. } = card.source.clone().unwrap_or_default();
        let language = self.messages().tag.to_owned();
        let job = Job::Import(ImportJob { language, time_zone, shift, columns, title: Some(card.title.clone()) });
        let file = match worker::ask(&job, &[bytes]).await.ok()?.0 {
            Answer::Imported { program, .. } => program,
            Answer::Refused { message, .. } | Answer::ZoneNeeded { message, .. } => return Some(Found::Refused(message)),
            _ => return None,
        };
        let new = Kept::read(file)?.under(&card.id);
        let is_shown = self.program().is_some_and(|program| program.id == new.program.id);
        let plan = match is_shown {
            true => Some(self.plan.with_untracked(stored_plan::write)),
            false => self.planned(&card.id).await.1,
        };
        let Compared { verdict, attachments, .. } = worker::compare(old, new.file.to_string(), plan).await?;
        let words = self.language().library_messages();
        Some(match verdict {
            Verdict::Unchanged => Found::Same,
            Verdict::Changed => Found::Next(new, attachments),
            Verdict::Doubtful(doubt) => {
                Found::Refused((words.doubt)(doubt, card.edition(), LibraryCard::of(&new.program).edition()).message)
            }
            Verdict::OtherConference => Found::Refused((words.other_conference)(&new.program.title)),
        })
    }

    /// Puts the next version of a program in the place of the one before, which stays beside it until the page has answered with the new
    /// one (`last_start`). Then, or were the app to end in between, with the next start, the picks follow.
    async fn take_in(self, new: Kept, old: String, card: LibraryCard, attachments: Vec<Attachment>) -> Option<LibraryCard> {
        let over = match self.is_built_in(&new.program.id) {
            true => own_file().await.map(checksum),
            false => None,
        };
        let renewed = LibraryCard { seen: card.seen.clone(), over, deadly: None, ..card.renewed(&new.program) };
        let (id, file) = (new.program.id.clone(), new.file.to_string());
        let is_shown = self.is_in_use(id.as_str());
        let before = self.version_before(&card, old, attachments.clone()).await?;
        storage::save_version_before(&before).await.ok()?;
        // First what it stands over: were the app to end in between, the app's own file would be taken for the later one. Not yet
        // what was seen, so that it is looked at again.
        let before = LibraryCard { over: renewed.over.clone(), seen: None, ..card };
        storage::save_card(&before).await.ok()?;
        storage::save_program(&id, file).await.ok()?;
        let _ = storage::save_card(&renewed).await;
        if !is_shown {
            self.attach(id.as_str(), &attachments).await;
            return Some(renewed);
        }
        // At the next start the app's own file must not come before it.
        self.set(|settings| settings.program = Some(id.to_string()));
        // At once, so that nobody sees picks without their sessions.
        self.plan.update(|plan| plan.attach(&attachments));
        self.renew(new);
        self.save_plan().await;
        // A page that is hidden by now answers once it is seen again, and other programs are looked for meanwhile.
        spawn_local(async move {
            let _ = self.let_go_of_version_before(id.as_str()).await;
        });
        Some(renewed)
    }

    /// What to go back to from a version that is about to be taken in: the one that was shown last.
    async fn version_before(self, card: &LibraryCard, old: String, attachments: Vec<Attachment>) -> Option<VersionBefore> {
        let round = Round { attachments };
        let seen = card.seen.clone().unwrap_or_default();
        let kept = storage::version_before(&card.id).await.ok()?.filter(|before| before.file != old);
        Some(match kept {
            Some(VersionBefore { file, card, mut rounds, .. }) => {
                rounds.push(round);
                VersionBefore { file, card, seen, rounds, back: Vec::new() }
            }
            None => VersionBefore { file: old, card: card.clone(), seen, rounds: vec![round], back: Vec::new() },
        })
    }

    /// Lets the picks of a program follow their sessions, whether its plan is on the screen or not.
    async fn attach(self, id: &str, attachments: &[Attachment]) {
        if !attachments.is_empty() {
            self.change_plan_of(id, |plan| plan.attach(attachments)).await;
        }
    }

    /// The plan for a program, whether it is on the screen or not.
    pub async fn plan_of(self, id: &str) -> Plan {
        let shown = self.plan.get_untracked();
        if shown.program.as_str() == id {
            return shown;
        }
        let id = ProgramId::new(id);
        let plan = storage::read_mirrored_plan(&id).plan.unwrap_or_else(|| Plan::empty(id.clone()));
        match storage::load_plan(&id).await {
            Ok(storage::Found { plan: Some(stored), .. }) => merge(plan, stored),
            _ => plan,
        }
    }

    /// Changes the plan for a program, whether it is on the screen or not.
    pub async fn change_plan_of(self, id: &str, change: impl FnOnce(&mut Plan)) {
        let mut plan = self.plan_of(id).await;
        if self.plan.with_untracked(|shown| shown.program == plan.program) {
            self.plan.update(change);
            self.save_plan().await;
        } else {
            change(&mut plan);
            let _ = storage::save_plan(&plan).await;
        }
    }
}

/// The card of the program as it is kept: where the app ended after a new version was kept, the card still tells of the old one.
fn up_to_date(card: &LibraryCard, kept: &Program) -> LibraryCard {
    LibraryCard { seen: card.seen.clone(), over: card.over.clone(), ..card.renewed(kept) }
}

impl Kept {
    /// The same program under the id that it has in the library.
    pub fn under(self, id: &str) -> Kept {
        if self.program.id.as_str() == id {
            return self;
        }
        let program = Program { id: ProgramId::new(id), ..Program::clone(&self.program) };
        Kept { file: program_file::write(&program).into(), program: program.into() }
    }
}
