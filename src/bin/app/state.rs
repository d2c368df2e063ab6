//! What the app knows, as signals, and the actions that change it.

use crate::guard;
use crate::last_start;
use crate::net;
use crate::page;
use crate::status::{Act, Offline, Save, Toast};
use crate::storage;
use crate::tabs;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::{Language, Messages};
use siganpyo::plan::{EntryId, Hidden, Pick, Plan, entries, merge};
use siganpyo::program::{Date, Program, ProgramId, SessionId};
use siganpyo::wire::early_picks::EarlyPick;
use siganpyo::wire::program_file;
use siganpyo::wire::settings::Settings;
use std::sync::Arc;
use storage::Found;

/// The program on the screen.
#[derive(Clone)]
pub enum Shown {
    Loading,
    Missing,
    Program(Arc<Program>),
}

/// A program with the file that it was read from.
#[derive(Clone)]
pub struct Kept {
    pub program: Arc<Program>,
    pub file: Arc<str>,
}

/// Everything that several parts of the page look at.
#[derive(Clone, Copy)]
pub struct State {
    pub settings: RwSignal<Settings>,
    /// Apart from the settings, so that what reads a text is not made anew when some other setting changes.
    language: Memo<Language>,
    pub shown: RwSignal<Shown>,
    /// The shown program with its abstracts, which come later than the rest.
    pub whole: RwSignal<Option<Arc<Program>>>,
    pub plan: RwSignal<Plan>,
    /// What the person put out of sight, see `hiding`.
    pub hidden: RwSignal<Hidden>,
    pub save: RwSignal<Save>,
    pub damaged: RwSignal<bool>,
    pub offline: RwSignal<Offline>,
    pub toast: RwSignal<Option<Toast>>,
    /// Number of picks that changed, as `updates` counts them once the later pages are here: counting weighs too much to wait for.
    pub news: RwSignal<usize>,
    /// Whether the program on the screen was opened and is not kept yet.
    pub trial: RwSignal<bool>,
    /// The file of the program that is shown, for the worker and the database.
    file: StoredValue<Arc<str>>,
    /// Id of the program that came with the app, once it was read.
    built_in: StoredValue<Option<ProgramId>>,
    /// Number of saves asked for; only the latest one may say how it ended.
    saves: StoredValue<u64>,
}

impl State {
    /// What is known without waiting: settings, and nothing else yet.
    pub fn wake() -> State {
        let settings = RwSignal::new(storage::read_settings());
        State {
            settings,
            language: Memo::new(move |_| settings.with(language)),
            shown: RwSignal::new(Shown::Loading),
            whole: RwSignal::new(None),
            plan: RwSignal::new(Plan::empty(ProgramId::new(""))),
            hidden: RwSignal::new(Hidden::default()),
            // Nothing is saved before the database has said so.
            save: RwSignal::new(Save::Saving),
            damaged: RwSignal::new(false),
            offline: RwSignal::new(Offline::Pending),
            toast: RwSignal::new(None),
            news: RwSignal::new(0),
            trial: RwSignal::new(false),
            file: StoredValue::new(Arc::from("")),
            built_in: StoredValue::new(None),
            saves: StoredValue::new(0),
        }
    }

    pub fn language(self) -> Language {
        self.language.get()
    }

    /// The catalogue in the person's language. The whole page is drawn anew when the language changes.
    pub fn messages(self) -> &'static Messages {
        self.language().messages()
    }

    pub fn set(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(|settings| {
            change(settings);
            settings.edit += 1;
        });
        self.settings.with_untracked(storage::write_settings);
    }

    /// The program that is shown, if there is one.
    pub fn program(self) -> Option<Arc<Program>> {
        self.shown.with(|shown| match shown {
            Shown::Program(program) => Some(program.clone()),
            _ => None,
        })
    }

    /// The file of the program that is shown.
    pub fn program_file(self) -> String {
        self.file.with_value(|file| String::from(&**file))
    }

    /// Shows the program that was last in use, else the built-in one, else any that the device keeps.
    pub async fn load(self) {
        let mut kept = match self.settings.with_untracked(|settings| settings.trial) {
            true => Kept::on_trial().await,
            false => None,
        };
        self.trial.set(kept.is_some());
        if let Some(id) = self.settings.with_untracked(|settings| settings.program.clone()).filter(|_| kept.is_none()) {
            kept = Kept::by_id(&id).await;
        }
        if kept.is_none() {
            kept = self.built_in().await;
        }
        if kept.is_none() {
            kept = Kept::all().await.into_iter().next();
        }
        match kept {
            Some(kept) => self.show(kept),
            None => self.shown.set(Shown::Missing),
        }
    }

    /// The program that came with the app, from the app's own files; without abstracts where there is a file without.
    pub async fn built_in(self) -> Option<Kept> {
        let (first, _) = page::program_paths()?;
        let kept = Kept::read(net::text(&first).await?)?;
        self.built_in.set_value(Some(kept.program.id.clone()));
        Some(kept)
    }

    /// The whole file of the shown program, wherever it is.
    pub async fn whole_file(self) -> Option<String> {
        let file = self.program_file();
        match program_file::is_index(&file) {
            true => net::text(&page::program_paths()?.1?).await,
            false => Some(file),
        }
    }

    pub fn show(self, Kept { program, file }: Kept) {
        let Found { plan, damaged } = storage::read_mirrored_plan(&program.id);
        if damaged {
            self.damaged.set(true);
        }
        let mut plan = plan.unwrap_or_else(|| Plan::empty(program.id.clone()));
        adopt_early(&mut plan, &program, self.messages().tag);
        // A save that is still under way speaks of another plan.
        self.saves.update_value(|saves| *saves += 1);
        self.save.set(Save::Saving);
        self.plan.set(plan);
        self.hidden.set(storage::read_hidden(&program.id).unwrap_or_default());
        self.renew(Kept { program, file });
    }

    /// Shows another version of the program on the screen; the plan stays as it is.
    pub fn renew(self, Kept { program, file }: Kept) {
        guard::mark();
        self.whole.set((!program_file::is_index(&file)).then(|| program.clone()));
        self.file.set_value(file);
        self.shown.set(Shown::Program(program));
    }

    /// Joins what IndexedDB has of the plan to what the mirror had, and keeps both in step; then the taps from before waking are
    /// safe.
    pub async fn adopt_plan(self) {
        if self.shown.with_untracked(|_| self.program()).is_none() {
            return self.save.set(Save::Saved);
        }
        self.join_stored().await;
        // Also where nothing was picked: an early tap that is not forgotten would be repeated at the next start.
        if self.save_plan().await {
            storage::forget_early();
        }
    }

    /// Shows what another tab has saved, and saves again what the database does not have or what failed before.
    pub async fn look_again(self) {
        self.look_at_hidden();
        if !self.join_stored().await || self.save.get_untracked() == Save::Failed {
            self.save_plan().await;
        }
    }

    /// Joins what the database has to what is shown; false where the database has less, or does not say.
    async fn join_stored(self) -> bool {
        let program = self.plan.with_untracked(|plan| plan.program.clone());
        let Ok(Found { plan, damaged }) = storage::load_plan(&program).await else { return false };
        if damaged {
            self.damaged.set(true);
        }
        let stored = plan.unwrap_or_else(|| Plan::empty(program));
        self.join(stored.clone());
        self.plan.with_untracked(|plan| *plan == stored)
    }

    /// Joins a copy of the plan to what is shown, unless another program is shown by now.
    fn join(self, copy: Plan) {
        let shown = self.plan.get_untracked();
        if shown.program == copy.program {
            let joined = merge(shown.clone(), copy);
            if shown != joined {
                self.plan.set(joined);
            }
        }
    }

    /// Whether a session is picked, now and later.
    pub fn picked(self, session: SessionId) -> Memo<bool> {
        Memo::new(move |_| self.plan.with(|plan| plan.is_picked(&session)))
    }

    /// Picks the session, or takes the pick out.
    pub fn toggle(self, session: &SessionId) {
        let Some(program) = self.program() else { return };
        let picked = self.plan.with_untracked(|plan| plan.is_picked(session));
        match program.session(session) {
            _ if picked => self.change(|plan| plan.take_out(session)),
            Some(found) => self.change(|plan| plan.put(Pick::of(&program, found, self.messages().tag))),
            None => {}
        }
    }

    /// Takes an entry out and offers to bring it back.
    pub fn take_out(self, entry: &EntryId, title: &str) {
        let messages = self.messages();
        let before = self.plan.get_untracked();
        let undo: Act = match entry {
            EntryId::Pick(session) => {
                self.change(|plan| plan.take_out(session));
                let pick = before.picks.get(session).map(|record| record.value.clone());
                Arc::new(move || pick.iter().for_each(|pick| self.change(|plan| plan.put(pick.clone()))))
            }
            EntryId::Own(id) => {
                self.change(|plan| plan.take_out_own(id));
                let own = before.own.get(id).map(|record| record.value.clone());
                Arc::new(move || own.iter().for_each(|own| self.change(|plan| plan.put_own(own.clone()))))
            }
        };
        self.toast.set(Some(Toast { text: (messages.taken_out)(title), action: Some((messages.undo, undo)) }));
    }

    pub fn change(self, change: impl FnOnce(&mut Plan)) {
        self.plan.update(change);
        spawn_local(async move {
            if self.save_plan().await {
                storage::ask_to_stay();
            }
        });
    }

    /// Whether it was saved.
    pub async fn save_plan(self) -> bool {
        let ticket = self.saves.with_value(|saves| saves + 1);
        self.saves.set_value(ticket);
        self.save.set(Save::Saving);
        let outcome = storage::save_plan(&self.plan.get_untracked()).await;
        let is_saved = outcome.is_ok();
        if let Ok(stored) = outcome {
            self.join(stored);
            tabs::announce();
        }
        if self.saves.with_value(|latest| *latest == ticket) {
            self.save.set(if is_saved { Save::Saved } else { Save::Failed });
        }
        is_saved
    }

    /// Shows another program with its own plan.
    pub async fn switch(self, kept: Kept) {
        let is_apps_own = self.built_in().await.is_some_and(|own| own.file == kept.file);
        self.choose((!is_apps_own).then(|| kept.program.id.to_string()));
        last_start::forget(|last| last.is_of(kept.program.id.as_str()));
        self.trial.set(false);
        self.show(kept);
        self.adopt_plan().await;
        let _ = self.keep_in_step().await;
    }

    /// Remembers which program is in use: this one of the library, or the app's own.
    pub fn choose(self, program: Option<String>) {
        self.set(|settings| {
            settings.program = program;
            settings.trial = false;
        });
    }

    /// Whether this is the program that came with the app.
    pub fn is_built_in(self, id: &ProgramId) -> bool {
        self.built_in.with_value(|built_in| built_in.as_ref() == Some(id))
    }

    /// The program days that the plan has entries on.
    pub fn days(self) -> Vec<Date> {
        let Some(program) = self.program() else { return Vec::new() };
        let entries = self.plan.with(|plan| entries(plan, &program, self.messages().tag));
        let planned = |date: &Date| entries.iter().any(|entry| entry.day == *date);
        program.days.iter().map(|day| day.date).filter(planned).collect()
    }
}

impl Kept {
    /// None where it is no program file.
    pub fn read(file: String) -> Option<Kept> {
        guard::mark();
        program_file::read(&file).ok().map(|program| Kept { program: Arc::new(program), file: file.into() })
    }

    async fn on_trial() -> Option<Kept> {
        Kept::read(storage::load_trial().await.ok()??)
    }

    pub async fn by_id(id: &str) -> Option<Kept> {
        Kept::read(storage::load_program(&ProgramId::new(id)).await.ok()??)
    }

    async fn all() -> Vec<Kept> {
        storage::programs().await.unwrap_or_default().into_iter().filter_map(Kept::read).collect()
    }
}

/// What the person chose, else what the browser says they prefer.
fn language(settings: &Settings) -> Language {
    let chosen = settings.language.as_deref().and_then(Language::from_tag);
    let preferred = || page::languages().iter().find_map(|tag| Language::from_tag(tag));
    chosen.or_else(preferred).unwrap_or(Language::English)
}

fn adopt_early(plan: &mut Plan, program: &Program, language: &str) {
    for EarlyPick { program: id, session, picked } in storage::read_early() {
        let known = program.session(&session).filter(|_| id == program.id && plan.is_picked(&session) != picked);
        match known {
            Some(_) if !picked => plan.take_out(&session),
            Some(session) => plan.put(Pick::of(program, session, language)),
            None => {}
        }
    }
}
