//! Asking the sources of programs what they have now: beside each other, each within its time, and one that gives nothing of use less
//! and less often. What came is taken in by `updates`.

mod accept;

use super::library::LibraryState;
use super::plan::PlanState;
use super::program::{ProgramState, built_in_path};
use super::settings::SettingsState;
use crate::browser;
use crate::network::{self, Far};
use crate::storage;
use futures::channel::oneshot::{self, Receiver, Sender};
use leptos::prelude::*;
use siganpyo::program::ProgramId;
use siganpyo::wire::library_card::LibraryCard;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

pub struct UpdateState {
    library: &'static LibraryState,
    plan: &'static PlanState,
    program: &'static ProgramState,
    settings: &'static SettingsState,
}

thread_local! {
    /// The looks that are going on, by the program's id, and who else waits for each: their channels are closed with its end.
    static CHECKS: RefCell<BTreeMap<String, Vec<Sender<()>>>> = const { RefCell::new(BTreeMap::new()) };
    /// The end of the last turn, see [`turn`].
    static TURN: Cell<Option<Receiver<()>>> = const { Cell::new(None) };
    /// Told of every look that has ended. Here and not in the state, so that a first visit does not carry it.
    static ENDED: ArcTrigger = ArcTrigger::new();
}

/// Makes what runs in an effect run again after every look for a new version.
pub fn follow_checks() {
    ENDED.with(ArcTrigger::track);
}

/// Who wants to know whether there is a new version.
#[derive(Clone, Copy, PartialEq)]
pub enum Asked {
    InBackground,
    /// Waits for it, and can go on with other things.
    ByPerson,
}

impl Asked {
    /// How long a source may take in all, in milliseconds.
    fn patience(self) -> f64 {
        match self {
            Asked::InBackground => 30_000.0,
            Asked::ByPerson => network::WAITED_FOR,
        }
    }
}

/// Waits for its turn, which lasts as long as what is returned is kept. What came is compared and taken in one after another: that is
/// work of this device, which no source can draw out.
async fn turn() -> Sender<()> {
    let (end, ended) = oneshot::channel();
    if let Some(before) = TURN.replace(Some(ended)) {
        let _ = before.await;
    }
    end
}

impl UpdateState {
    pub fn new(
        library: &'static LibraryState,
        plan: &'static PlanState,
        program: &'static ProgramState,
        settings: &'static SettingsState,
    ) -> UpdateState {
        UpdateState { library, plan, program, settings }
    }

    /// Where a program can be looked for; none for a file that was opened from the device.
    pub fn address_of(&'static self, card: &LibraryCard) -> Option<String> {
        let source = card.source.as_ref().and_then(|source| source.address.clone());
        let own = || self.program.is_built_in(&ProgramId::new(&card.id)).then(built_in_path).flatten();
        source.or_else(|| own().map(|path| browser::link(&format!("/{path}"))))
    }

    /// Looks at the source of a program and takes in a new version of it. Where that is going on already, waits for it.
    pub async fn check(&'static self, card: LibraryCard, asked: Asked) {
        let Some(address) = self.address_of(&card) else { return };
        let id = card.id.clone();
        let going_on = CHECKS.with_borrow_mut(|checks| match checks.get_mut(&id) {
            Some(waiting) => {
                let (end, ended) = oneshot::channel();
                waiting.push(end);
                Some(ended)
            }
            None => {
                checks.insert(id.clone(), Vec::new());
                None
            }
        });
        if let Some(ended) = going_on {
            let _ = ended.await;
            return;
        }
        self.ask_source(card, &address, asked).await;
        CHECKS.with_borrow_mut(|checks| checks.remove(&id));
        ENDED.with(ArcTrigger::notify);
    }

    async fn ask_source(&'static self, card: LibraryCard, address: &str, asked: Asked) {
        let fetched = network::fetch_far(address, asked.patience(), &|_| (), &|| true).await;
        let _turn = turn().await;
        // Meanwhile more may be known of it.
        let mut card = storage::card(&card.id).await.unwrap_or(card);
        if asked == Asked::ByPerson {
            card.missed = 0;
        }
        let card = match fetched {
            Ok(bytes) => self.examine(card, bytes).await,
            Err(reason) => Some(self.missed(card, &reason)),
        };
        if let Some(card) = card {
            let _ = storage::save_card(&card).await;
        }
    }

    /// The card after nothing of use came. A host that is gone or says no is no reason to doubt what is kept.
    fn missed(&'static self, card: LibraryCard, reason: &Far) -> LibraryCard {
        let now = browser::clock().unsigned_abs();
        match reason {
            // As likely it is this device's own network, and nobody was kept busy.
            Far::Silent => LibraryCard { tried: now, ..card },
            Far::Refused(_) => card.after_a_miss(now, false),
            Far::Late => card.after_a_miss(now, true),
            Far::TooLarge => {
                let most = network::MAX_BYTES as usize;
                let problem = (self.settings.language().library_messages().too_large)(most + 1, most).message;
                // What was seen before it is looked at anew, so that the problem goes once that is there again.
                LibraryCard { problem: Some(problem), seen: None, ..card.after_a_miss(now, false) }
            }
        }
    }
}
