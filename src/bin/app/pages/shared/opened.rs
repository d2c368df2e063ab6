//! The link that the sheet shows.

use crate::browser;
use leptos::prelude::*;
use siganpyo::export::Link;

/// What the link says that is open, if one is.
pub type Opened = RwSignal<Option<Link>>;

/// Closes the sheet, and takes the link out of the address.
pub fn shut(opened: Opened) {
    browser::forget_fragment();
    opened.set(None);
}
