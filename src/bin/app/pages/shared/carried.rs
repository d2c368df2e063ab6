//! What the query of the address carries: from a browser inside another app, or from Safari to the home screen. iOS gives the app on
//! the home screen a storage of its own and the address that was open when it was added, for ever.

use crate::browser::{self, HOME};
use crate::state::{State, device};
use leptos::prelude::*;
use siganpyo::export::Link;

/// The parameters of a link, see [`Link`].
const OURS: [&str; 5] = ["p", "d", "m", "s", "o"];

/// Takes it out of the address, and returns what is to be shown to the person. What came along to the home screen is taken in at
/// once, since it is their own, and only once.
pub fn taken(state: State) -> Option<Link> {
    let query = browser::query();
    let carried = browser::parameters(&query, |key| OURS.contains(&key));
    let is_home = !browser::parameters(&query, |key| key == HOME).is_empty();
    if carried.is_empty() && !is_home {
        return None;
    }
    browser::set_query(&browser::parameters(&query, |key| key != HOME && !OURS.contains(&key)));
    let link = Link::read(&format!("#{carried}"))?;
    if !is_home {
        return Some(link);
    }
    if !browser::is_installed() || !device::takes_in(&carried) {
        return None;
    }
    let program = state.program.get();
    match (&link.program, program.zip(link.picks.as_ref())) {
        (None, Some((program, picks))) => {
            let received = picks.read(&program).ok()?;
            let count = state.plan.current.with_untracked(|own| own.lacks(&received.plan));
            state.hidden.add(&received.hidden);
            if count > 0 {
                let told = (state.language().sharing_messages().carried)(count);
                state.plan.change_and_say(told, |own| own.add(&received.plan));
            }
            None
        }
        _ => Some(link),
    }
}
