//! What is done about a program that the page died of. By now the app has begun without it (`src/early.js`): a version that came by
//! itself gives way to the one before, and of anything else the person decides what becomes of it.

use crate::components::notice::notice;
use crate::element::{El, el, live, nothing};
use crate::guard;
use crate::shelf::own_file;
use crate::sources::Asked;
use crate::state::{Kept, State};
use crate::status::Toast;
use crate::storage::{self, StorageError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::program::ProgramId;
use siganpyo::wire::last_start::LastStart;
use siganpyo::wire::library_card::LibraryCard;

/// So much of a title is shown, in characters: what the page died of may have a book for one.
const LONGEST: usize = 80;

thread_local! {
    /// What is to be said. Here and not in the state, so that a first visit does not carry it.
    static LAST: ArcRwSignal<Option<LastStart>> = ArcRwSignal::new(None);
}

/// Says this of the last start from now on.
pub fn say(last: Option<LastStart>) {
    storage::write_last_start(last.as_ref());
    LAST.with(|said| said.set(last));
}

/// Nothing more is to be said, if what is said is this.
pub fn forget(is_it: impl FnOnce(&LastStart) -> bool) {
    if storage::read_last_start().as_ref().is_some_and(is_it) {
        say(None);
    }
}

/// Does what can be done without asking.
pub fn begin(state: State) {
    spawn_local(async move {
        // A database that does not answer now is asked again at the next start.
        let _ = match storage::read_last_start() {
            Some(last) if is_settled(&last).await => {
                say(None);
                Ok(())
            }
            Some(last) => state.go_back(&last).await,
            None => state.note_unreadable().await,
        };
        LAST.with(|said| said.set(storage::read_last_start()));
    });
}

/// Whether the device has no longer what is spoken of. The phone may have died before it had written down that this was settled.
async fn is_settled(last: &LastStart) -> bool {
    let id = last.program.clone().unwrap_or_default();
    match (last.trial, last.version) {
        (true, _) => storage::load_trial().await.is_ok_and(|file| file.is_none()),
        (_, true) => storage::written_card(&id).await.is_ok_and(|card| card.is_none_or(|card| card.deadly.is_none())),
        (_, false) => storage::load_program(&ProgramId::new(&id)).await.is_ok_and(|file| file.is_none()),
    }
}

/// The notice, where there is something to be said.
pub fn told(state: State) -> AnyView {
    let last = LAST.with(ArcRwSignal::clone);
    live(move || match last.get() {
        Some(last) => once_named(last, state),
        None => nothing(),
    })
}

/// Its title may be slow to come, from a database that does not answer.
fn once_named(last: LastStart, state: State) -> AnyView {
    let title = RwSignal::new(None);
    let unnamed = last.clone();
    spawn_local(async move {
        let found = title_of(&unnamed).await;
        let _ = title.try_set(Some(found));
    });
    live(move || match title.get() {
        Some(title) => said(&last, &title, state),
        None => nothing(),
    })
}

async fn title_of(last: &LastStart) -> String {
    let id = last.program.clone().unwrap_or_default();
    let card = match last.trial {
        true => storage::trial_card().await,
        false => storage::written_card(&id).await.ok().flatten(),
    };
    let title = card.map(|card| card.title).filter(|title| !title.is_empty()).unwrap_or(id);
    title.chars().take(LONGEST).collect()
}

fn said(last: &LastStart, title: &str, state: State) -> AnyView {
    let words = state.language().library_messages();
    let (again, other) = (last.clone(), last.clone());
    let again = button(words.look_again, "look-again").on_click(move || spawn_local(state.open_again(again.clone())));
    let told = match last.version {
        true => {
            let close = button(state.messages().dismiss, "close-last-start").on_click(|| say(None));
            notice((words.version_not_opened)(title), [again, close])
        }
        false => {
            let named = title.to_owned();
            let discard = button(words.discard, "discard-program");
            let discard = discard.on_click(move || spawn_local(state.discard_deadly(other.clone(), named.clone())));
            notice((words.not_opened)(title), [again, discard])
        }
    };
    el("div").attr("data-role", "last-start").child(told).into()
}

fn button(text: &str, action: &'static str) -> El {
    el("button").class("button").attr("data-action", action).text(text)
}

impl State {
    /// Goes back to the version before, if the page died of one that came by itself and was not shown before. Until this is done it is
    /// begun anew at every start.
    async fn go_back(self, last: &LastStart) -> Result<(), StorageError> {
        let Some(id) = last.program.as_deref().filter(|id| last.is_of(id)) else { return Ok(()) };
        let Some(mut before) = storage::version_before(id).await? else { return Ok(()) };
        let program = ProgramId::new(id);
        if storage::load_program(&program).await?.as_deref() == Some(&*before.file) {
            return storage::remove_version_before(id).await;
        }
        let Some(kept) = Kept::read(before.file.clone()) else { return Ok(()) };
        before.turn_back(self.plan_of(id).await);
        storage::save_version_before(&before).await?;
        self.change_plan_of(id, |plan| before.back.iter().for_each(|round| plan.attach(&round.attachments))).await;
        storage::save_program(&program, before.file.clone()).await?;
        let problem = Some(self.language().library_messages().deadly.to_owned());
        let seen = Some(before.seen);
        storage::save_card(&LibraryCard { problem, seen: seen.clone(), deadly: seen, ..before.card }).await?;
        say(Some(LastStart { program: Some(id.to_owned()), trial: false, version: true }));
        let _ = storage::remove_version_before(id).await;
        // Where that is the app's own file it is shown as such, so that the app's next one takes its place.
        let is_own = self.is_built_in(&program) && own_file().await.is_some_and(|own| own == before.file);
        let own = if is_own { self.built_in().await } else { None };
        self.switch(own.unwrap_or(kept)).await;
        Ok(())
    }

    /// Says of the program in use that it did not open, where the device has it and it cannot be read.
    async fn note_unreadable(self) -> Result<(), StorageError> {
        let (program, trial) = self.settings.with_untracked(|settings| (settings.program.clone(), settings.trial));
        let is_shown = |id: &String| self.program().is_some_and(|shown| shown.id.as_str() == id);
        let file = match &program {
            _ if trial && !self.trial.get_untracked() => storage::load_trial().await?,
            Some(id) if !trial && !is_shown(id) => storage::load_program(&ProgramId::new(id)).await?,
            _ => None,
        };
        if file.is_some_and(|file| Kept::read(file).is_none()) {
            say(Some(LastStart { program, trial, version: false }));
        }
        Ok(())
    }

    /// Opens it once more, as the person wishes.
    async fn open_again(self, last: LastStart) {
        say(None);
        let id = last.program.clone().unwrap_or_default();
        if last.version {
            if let Ok(Some(card)) = storage::written_card(&id).await {
                let card = LibraryCard { seen: None, deadly: None, problem: None, ..card };
                let _ = storage::save_card(&card).await;
                self.look_for(card, Asked::ByPerson).await;
            }
            return;
        }
        if last.trial {
            self.set(|settings| settings.trial = true);
            self.load().await;
            self.adopt_plan().await;
        } else {
            self.switch_to(&id).await;
        }
        let is_open = match last.trial {
            true => self.trial.get_untracked(),
            false => self.program().is_some_and(|shown| shown.id.as_str() == id),
        };
        if !is_open {
            say(Some(last));
        }
    }

    /// Removes it from the device. What is planned for it stays.
    async fn discard_deadly(self, last: LastStart, title: String) {
        let id = last.program.clone().unwrap_or_default();
        let outcome = match last.trial {
            true => storage::remove_trial().await,
            false if self.is_built_in(&ProgramId::new(&id)) => self.discard_later_version(&id).await,
            false => self.remove(&id).await.map(drop),
        };
        let words = self.language().library_messages();
        let text = match outcome {
            Ok(()) => {
                say(None);
                (words.removed)(&title)
            }
            Err(_) => (words.not_removed)().message,
        };
        self.toast.set(Some(Toast { text, action: None }));
    }

    /// Of the app's own program a later version is kept: then the app's own file takes its place, and the picks follow.
    async fn discard_later_version(self, id: &str) -> Result<(), StorageError> {
        if let Some(card) = storage::written_card(id).await? {
            let deadly = card.seen.clone();
            storage::save_card(&LibraryCard { over: None, deadly, ..card }).await?;
        }
        say(None);
        self.keep_in_step().await
    }

    /// Lets go of the version before the kept one, once the page has answered with that.
    pub async fn let_go_of_version_before(self, id: &str) -> Result<(), StorageError> {
        guard::answered().await;
        let Some(before) = storage::version_before(id).await? else { return Ok(()) };
        // Were the app to end while it was taken in, the picks do not follow it yet.
        self.change_plan_of(id, |plan| before.rounds.iter().for_each(|round| plan.attach(&round.attachments))).await;
        storage::remove_version_before(id).await
    }
}
