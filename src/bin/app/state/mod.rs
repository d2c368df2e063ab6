//! What the app knows: a room for each noun, with its signals and the few verbs that change them. Verbs go on after their caller, so they
//! take the room as it is, for as long as the page lives.

pub mod calendars;
pub mod device;
pub mod directory;
pub mod former;
pub mod hidden;
pub mod last_start;
pub mod library;
pub mod offline;
pub mod pictures;
pub mod plan;
pub mod program;
pub mod recovery;
pub mod settings;
pub mod toast;
pub mod updates;

use former::FormerState;
use hidden::HiddenState;
use library::LibraryState;
use offline::OfflineState;
use plan::PlanState;
use program::ProgramState;
use recovery::RecoveryState;
use settings::SettingsState;
use siganpyo::messages::{Language, Messages};
use std::ops::Deref;
use toast::ToastState;
use updates::UpdateState;

/// All rooms. They live as long as the page, so this is a reference, and closures that hold it stay small.
#[derive(Clone, Copy)]
pub struct State(&'static Rooms);

pub struct Rooms {
    pub settings: &'static SettingsState,
    pub toast: &'static ToastState,
    pub program: &'static ProgramState,
    pub plan: &'static PlanState,
    pub hidden: &'static HiddenState,
    pub offline: &'static OfflineState,
    pub library: &'static LibraryState,
    pub updates: &'static UpdateState,
    pub recovery: &'static RecoveryState,
    pub former: &'static FormerState,
}

impl Deref for State {
    type Target = Rooms;

    fn deref(&self) -> &Rooms {
        self.0
    }
}

impl State {
    /// Makes all rooms. Only the settings are read here; everything else takes time.
    pub fn wake() -> State {
        let (settings, toast, program) = (room(SettingsState::wake()), room(ToastState::new()), room(ProgramState::new()));
        let plan = room(PlanState::new(program, settings, toast));
        let hidden = room(HiddenState::new(plan, program, settings, toast));
        let offline = room(OfflineState::new(settings, toast));
        let library = room(LibraryState { hidden, plan, program, settings, toast });
        let updates = room(UpdateState { library, plan, program, settings });
        let recovery = room(RecoveryState { updates, library, plan, program, settings, toast });
        let former = room(FormerState { library, plan, program, settings, toast });
        State(room(Rooms { settings, toast, program, plan, hidden, offline, library, updates, recovery, former }))
    }

    pub fn language(self) -> Language {
        self.settings.language()
    }

    /// The catalogue in the person's language.
    pub fn messages(self) -> &'static Messages {
        self.settings.messages()
    }

    /// Shows what another tab has saved, and saves what failed before.
    pub async fn refresh(self) {
        self.hidden.refresh();
        self.plan.refresh().await;
    }
}

/// There is one of each as long as the page lives.
fn room<T>(room: T) -> &'static T {
    Box::leak(Box::new(room))
}
