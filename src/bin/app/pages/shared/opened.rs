//! The link that the sheet shows.

use crate::browser;
use leptos::prelude::*;
use siganpyo::export::{Link, Picks};

/// What the link says that is open, if one is.
pub type Opened = RwSignal<Option<Link>>;

/// Closes the sheet, and takes the link out of the address.
pub fn shut(opened: Opened) {
    browser::forget_fragment();
    opened.set(None);
}

/// Shows only these picks, whose program is on the screen.
pub fn show_picks(picks: Option<Picks>, opened: Opened) {
    // The person may have closed the sheet meanwhile.
    let _ = opened.try_set(picks.map(|picks| Link { picks: Some(picks), ..Link::default() }));
}
