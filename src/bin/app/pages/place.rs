//! Where somebody else finds the program on the screen.

use crate::browser;
use crate::state::State;
use crate::workers;
use leptos::prelude::*;
use siganpyo::export::{Link, Linked, MAX_LINK, Picks};
use siganpyo::program::Program;

/// The most characters of a program in a QR code: the largest that we draw has 666 bytes, for address and picks too.
const MOST_IN_CODE: usize = 560;

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

    /// The link with these picks, if need be with the program inside; `None` where that would be too long or lead nowhere.
    pub async fn whole_link(self, picks: Picks, state: State) -> Option<String> {
        if !browser::is_on_the_web() {
            return None;
        }
        let place = if self == Place::Device { Place::inside_link(state).await? } else { self };
        place.short_link(Some(picks))
    }

    /// The program on the screen inside the link, if it is small enough for a QR code with some picks.
    pub async fn inside_code(state: State) -> Option<Place> {
        Place::inside(MOST_IN_CODE, state).await
    }

    /// The same if it is small enough for a link, which picks may still make too long.
    pub async fn inside_link(state: State) -> Option<Place> {
        Place::inside(MAX_LINK, state).await
    }

    async fn inside(most: usize, state: State) -> Option<Place> {
        let data = workers::pack(&state.program.file()).await?;
        (data.len() <= most).then_some(Place::Web(Linked::Inside(data)))
    }

    /// The link with these picks; `None` also where it would be so long that messengers cut it off.
    pub fn short_link(self, picks: Option<Picks>) -> Option<String> {
        self.link(picks).filter(|link| link.len() <= MAX_LINK)
    }

    /// The link with these picks, if there are any; `None` where a link cannot lead to the program.
    pub fn link(self, picks: Option<Picks>) -> Option<String> {
        if !browser::is_on_the_web() {
            return None;
        }
        let program = match self {
            Place::Site => None,
            Place::Web(linked) => Some(linked),
            Place::Device => return None,
        };
        Some(Link { program, picks, mirror: None }.write(&browser::address()))
    }
}
