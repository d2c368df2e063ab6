//! The program on the screen.

use crate::browser;
use crate::browser::guard;
use crate::network;
use crate::storage;
use leptos::prelude::*;
use siganpyo::program::{Program, ProgramId};
use siganpyo::wire::program_file;
use std::sync::Arc;

/// What there is to show.
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

pub struct ProgramState {
    pub shown: RwSignal<Shown>,
    /// The shown program with its abstracts, which come later than the rest.
    pub whole: RwSignal<Option<Arc<Program>>>,
    /// Whether it was opened and is not kept yet.
    pub is_trial: RwSignal<bool>,
    /// Its file, for the worker and the database.
    file: StoredValue<Arc<str>>,
    /// Id of the program that came with the app, once it was read.
    built_in: StoredValue<Option<ProgramId>>,
}

impl ProgramState {
    pub fn new() -> ProgramState {
        ProgramState {
            shown: RwSignal::new(Shown::Loading),
            whole: RwSignal::new(None),
            is_trial: RwSignal::new(false),
            file: StoredValue::new(Arc::from("")),
            built_in: StoredValue::new(None),
        }
    }

    /// The program, if there is one.
    pub fn get(&'static self) -> Option<Arc<Program>> {
        self.shown.with(|shown| match shown {
            Shown::Program(program) => Some(program.clone()),
            _ => None,
        })
    }

    /// Its file.
    pub fn file(&'static self) -> Arc<str> {
        self.file.get_value()
    }

    /// Its whole file, wherever that is.
    pub async fn whole_file(&'static self) -> Option<String> {
        let file = self.file();
        if program_file::is_index(&file) { network::text(&browser::program_paths()?.1?).await } else { Some(file.to_string()) }
    }

    /// Shows a program, or another version of it; the plan stays as it is.
    pub fn show(&'static self, Kept { program, file }: Kept) {
        guard::mark();
        self.whole.set((!program_file::is_index(&file)).then(|| program.clone()));
        self.file.set_value(file);
        self.shown.set(Shown::Program(program));
    }

    /// Fetches its abstracts, unless they are here, and says whether they are now.
    pub async fn fetch_abstracts(&'static self) -> bool {
        if self.whole.with_untracked(Option::is_some) {
            return true;
        }
        let whole = self.whole_file().await.and_then(Kept::read);
        // Another program may be shown by now.
        let is_shown = |kept: &Kept| self.get().is_some_and(|program| have_same_sessions(&program, &kept.program));
        let Some(kept) = whole.filter(is_shown) else { return false };
        self.whole.set(Some(kept.program));
        true
    }

    /// Whether this program of the library is on the screen.
    pub fn is_in_use(&'static self, id: &str) -> bool {
        !self.is_trial.get_untracked() && self.get().is_some_and(|program| program.id.as_str() == id)
    }

    /// The program that came with the app, from the app's own files; without abstracts where there is a file without.
    pub async fn built_in(&'static self) -> Option<Kept> {
        let (first, _) = browser::program_paths()?;
        let kept = Kept::read(network::text(&first).await?)?;
        self.built_in.set_value(Some(kept.program.id.clone()));
        Some(kept)
    }

    /// Whether this is the program that came with the app.
    pub fn is_built_in(&'static self, id: &ProgramId) -> bool {
        self.built_in.with_value(|built_in| built_in.as_ref() == Some(id))
    }
}

impl Kept {
    /// None where it is no program file.
    pub fn read(file: String) -> Option<Kept> {
        guard::mark();
        program_file::read(&file).ok().map(|program| Kept { program: Arc::new(program), file: file.into() })
    }

    pub async fn on_trial() -> Option<Kept> {
        Kept::read(storage::load_trial().await.ok()??)
    }

    pub async fn by_id(id: &str) -> Option<Kept> {
        Kept::read(storage::load_program(&ProgramId::new(id)).await.ok()??)
    }

    /// Any program that is kept and can be read.
    pub async fn any() -> Option<Kept> {
        for id in storage::program_ids().await.ok()? {
            if let Some(kept) = Kept::by_id(&id).await {
                return Some(kept);
            }
        }
        None
    }

    /// The same program under the id that it has in the library.
    pub fn under(self, id: &str) -> Kept {
        if self.program.id.as_str() == id {
            return self;
        }
        let program = Program { id: ProgramId::new(id), ..Program::clone(&self.program) };
        Kept { file: program_file::write(&program).into(), program: program.into() }
    }
}

/// Whether the sessions of two files of one program have the same order.
fn have_same_sessions(one: &Program, other: &Program) -> bool {
    one.id == other.id && one.sessions.iter().map(|session| &session.id).eq(other.sessions.iter().map(|session| &session.id))
}

/// Where the whole file of the program that came with the app is, below the app's base.
pub fn built_in_path() -> Option<String> {
    let (first, whole) = browser::program_paths()?;
    Some(whole.unwrap_or(first))
}

/// The whole file of the program that came with the app.
pub async fn built_in_file() -> Option<String> {
    network::text(&built_in_path()?).await
}
