//! Where somebody else finds the program on the screen.

use crate::browser;
use crate::state::State;
use crate::workers;
use leptos::prelude::*;
use siganpyo::export::{Link, Linked, MAX_LINK};
use siganpyo::program::Program;

/// Where it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// It is what the app's address shows.
    Site,
    /// At this place, which a link can name.
    Web(Linked),
    /// On this device only.
    Device,
}

impl Place {
    /// Where the program is.
    pub async fn of(program: &Program, state: State) -> Place {
        if state.program.is_built_in(&program.id) {
            return Place::Site;
        }
        let card = if state.program.is_trial.get_untracked() {
            state.library.trial_card().await
        } else {
            state.library.cards().await.into_iter().find(|card| card.id == program.id.as_str())
        };
        let address = card.and_then(|card| card.source).and_then(|source| source.address);
        let beside = format!("{}programs/", browser::address());
        match address {
            Some(address) => match address.strip_prefix(&beside).and_then(|file| file.strip_suffix(".json")) {
                Some(name) => Place::Web(Linked::Own(name.to_owned())),
                None => Place::Web(Linked::Address(address)),
            },
            None => Place::Device,
        }
    }

    /// The link with this share code, if need be with the program inside; `None` where that would be too long.
    pub async fn whole_link(self, code: String, state: State) -> Option<String> {
        if self != Place::Device {
            return self.link(code);
        }
        let program = Some(Linked::Inside(workers::pack(&state.program.file()).await?));
        let link = Link { program, code: Some(code), mirror: None }.write(&browser::address());
        (link.len() <= MAX_LINK).then_some(link)
    }

    /// The link with this share code; `None` where a link cannot lead to the program.
    pub fn link(self, code: String) -> Option<String> {
        let program = match self {
            Place::Site => None,
            Place::Web(linked) => Some(linked),
            Place::Device => return None,
        };
        Some(Link { program, code: Some(code), mirror: None }.write(&browser::address()))
    }
}
