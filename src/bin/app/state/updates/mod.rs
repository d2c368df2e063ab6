//! Checks for new versions of programs: several sources at a time, each with a time limit; a source that fails is asked less
//! and less often. `accept` takes in what comes.

mod accept;

use super::library::LibraryState;
use super::plan::PlanState;
use super::program::{ProgramState, built_in_path};
use super::settings::SettingsState;
use crate::browser;
use crate::network::{self, Far};
use crate::storage;
use futures::channel::oneshot::{self, Sender};
use leptos::prelude::*;
use siganpyo::program::ProgramId;
use siganpyo::wire::library_card::LibraryCard;
use std::cell::RefCell;
use std::collections::BTreeMap;

pub struct UpdateState {
    pub(super) library: &'static LibraryState,
    pub(super) plan: &'static PlanState,
    pub(super) program: &'static ProgramState,
    pub(super) settings: &'static SettingsState,
}

thread_local! {
    /// Running checks by program id, with the channels of callers that wait for the same one. They close when the check ends.
    static CHECKS: RefCell<BTreeMap<String, Vec<Sender<()>>>> = const { RefCell::new(BTreeMap::new()) };
    /// Notified when a check ends. Not a field of the state, so that a first visit does not carry the code for it.
    static ENDED: ArcTrigger = ArcTrigger::new();
}

/// Makes the calling effect run again after every check.
pub fn follow_checks() {
    ENDED.with(ArcTrigger::track);
}

/// Who wants to know whether there is a new version.
#[derive(Clone, Copy, PartialEq)]
pub enum Asked {
    InBackground,
    /// The person waits for it and can do other things meanwhile.
    ByPerson,
}

impl Asked {
    /// The time limit for a source in milliseconds.
    fn patience(self) -> f64 {
        match self {
            Asked::InBackground => 30_000.0,
            Asked::ByPerson => network::WAITED_FOR,
        }
    }
}

impl UpdateState {
    /// Returns the address of a program's source; `None` if it was opened from a file.
    pub fn address_of(&'static self, card: &LibraryCard) -> Option<String> {
        let source = card.source.as_ref().and_then(|source| source.address.clone());
        let own = || self.program.is_built_in(&ProgramId::new(&card.id)).then(built_in_path).flatten();
        source.or_else(|| own().map(|path| browser::link(&format!("/{path}"))))
    }

    /// Checks the source of a program and takes in a new version. If a check is running already, waits for that one.
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
        let _turn = storage::turn().await;
        // The card may have changed in the meantime.
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

    /// Returns the card after a failed check. A host that fails is no reason to doubt the kept version.
    fn missed(&'static self, card: LibraryCard, reason: &Far) -> LibraryCard {
        let now = browser::clock().unsigned_abs();
        match reason {
            // The device's own network is as likely the cause, and no server was kept busy.
            Far::Silent => LibraryCard { tried: now, ..card },
            Far::Refused(_) => card.after_a_miss(now, false),
            Far::Late => card.after_a_miss(now, true),
            Far::TooLarge => {
                let most = network::MAX_BYTES as usize;
                let problem = (self.settings.language().library_messages().too_large)(most + 1, most).message;
                // Forgets the last checksum, so that the problem disappears when the earlier file is there again.
                LibraryCard { problem: Some(problem), seen: None, ..card.after_a_miss(now, false) }
            }
        }
    }
}
