//! Asking the sources of programs what they have now: beside each other, each within its time, and one that gives nothing of use less
//! and less often. What came is taken in by `updates`.

use crate::net::{self, Far};
use crate::page;
use crate::state::State;
use crate::storage;
use futures::channel::oneshot::{self, Receiver, Sender};
use leptos::prelude::*;
use siganpyo::wire::library_card::LibraryCard;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

thread_local! {
    /// The looks that are going on, by the program's id, and who else waits for each: their channels are closed with its end.
    static LOOKS: RefCell<BTreeMap<String, Vec<Sender<()>>>> = const { RefCell::new(BTreeMap::new()) };
    /// The end of the last turn, see [`turn`].
    static TURN: Cell<Option<Receiver<()>>> = const { Cell::new(None) };
    /// Told of every look that has ended. Here and not in the state, so that a first visit does not carry it.
    static LOOKED: ArcTrigger = ArcTrigger::new();
}

/// Makes what runs in an effect run again after every look for a new version.
pub fn follow_looks() {
    LOOKED.with(ArcTrigger::track);
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
            Asked::ByPerson => net::WAITED_FOR,
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

impl State {
    /// Looks at the source of a program and takes in a new version of it. Where that is going on already, waits for it.
    pub async fn look_for(self, card: LibraryCard, asked: Asked) {
        let Some(address) = self.address_of(&card) else { return };
        let id = card.id.clone();
        let going_on = LOOKS.with_borrow_mut(|looks| match looks.get_mut(&id) {
            Some(waiting) => {
                let (end, ended) = oneshot::channel();
                waiting.push(end);
                Some(ended)
            }
            None => {
                looks.insert(id.clone(), Vec::new());
                None
            }
        });
        if let Some(ended) = going_on {
            let _ = ended.await;
            return;
        }
        self.look_at(card, &address, asked).await;
        LOOKS.with_borrow_mut(|looks| looks.remove(&id));
        LOOKED.with(ArcTrigger::notify);
    }

    async fn look_at(self, card: LibraryCard, address: &str, asked: Asked) {
        let fetched = net::fetch_far(address, asked.patience(), &|_| (), &|| true).await;
        let _turn = turn().await;
        // Meanwhile more may be known of it.
        let mut card = storage::card(&card.id).await.unwrap_or(card);
        if asked == Asked::ByPerson {
            card.missed = 0;
        }
        let card = match fetched {
            Ok(bytes) => self.looked_for(card, bytes).await,
            Err(reason) => Some(self.missed(card, &reason)),
        };
        if let Some(card) = card {
            let _ = storage::save_card(&card).await;
        }
    }

    /// The card after nothing of use came. A host that is gone or says no is no reason to doubt what is kept.
    fn missed(self, card: LibraryCard, reason: &Far) -> LibraryCard {
        let now = page::clock().unsigned_abs();
        match reason {
            // As likely it is this device's own network, and nobody was kept busy.
            Far::Silent => LibraryCard { tried: now, ..card },
            Far::Refused(_) => card.after_a_miss(now, false),
            Far::Late => card.after_a_miss(now, true),
            Far::TooLarge => {
                let most = net::MAX_BYTES as usize;
                let problem = (self.language().library_messages().too_large)(most + 1, most).message;
                // What was seen before it is looked at anew, so that the problem goes once that is there again.
                LibraryCard { problem: Some(problem), seen: None, ..card.after_a_miss(now, false) }
            }
        }
    }
}
