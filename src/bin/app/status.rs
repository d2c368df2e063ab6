//! How things stand, as plain values that components can show.

use leptos::prelude::{Callback, Owner};

/// Where the plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Save {
    Saved,
    Saving,
    Failed,
}

/// Whether everything needed at the venue is on the device.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Offline {
    Pending,
    /// With the minute of the day at which it was found.
    Ready {
        bytes: f64,
        minute: u32,
    },
    Failed,
    Unsupported,
}

/// A passing message with something to do about it.
#[derive(Clone)]
pub struct Toast {
    pub text: String,
    pub action: Option<(&'static str, Callback<()>)>,
}

/// Something to do that can be done after the part of the page on which it was offered has gone, as what is undone often has.
pub fn lasting(act: impl Fn() + Send + Sync + 'static) -> Callback<()> {
    let nobody = Owner::new_root(None);
    let act = nobody.with(|| Callback::new(move |()| act()));
    // It would take the callback along.
    std::mem::forget(nobody);
    act
}
