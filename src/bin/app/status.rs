//! States as plain values that components can show.

use std::sync::Arc;

/// Where the plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Save {
    /// Nothing was changed since the start, and the database has not confirmed yet that it has all of it.
    Opening,
    Saved,
    Saving,
    Failed,
}

/// Whether everything needed at the venue is on the device.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Offline {
    Pending,
    /// The app is, and what the pictures of this program need besides is being looked at, see `scripts`.
    App(Stock),
    Ready(Stock),
    Failed,
    Unsupported,
}

/// What was found on the device.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stock {
    pub bytes: f64,
    /// Of the day, when it was found.
    pub minute: u32,
}

/// A message that is shown for a while, with an action.
#[derive(Clone)]
pub struct Toast {
    pub text: String,
    pub action: Option<(&'static str, Act)>,
}

/// Something to do. Not a callback of Leptos, which is gone with the part of the page that it was made in, often before it is
/// tapped: undo is offered for what has just left the page.
pub type Act = Arc<dyn Fn() + Send + Sync>;
