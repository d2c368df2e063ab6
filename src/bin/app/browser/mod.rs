//! The browser around the app: the page, its addresses, the phone it is shown on, what it can do.

mod address;
pub mod awake;
pub mod bell;
pub mod camera;
pub mod clipboard;
pub mod guard;
pub mod other_tabs;
pub mod outgoing;
mod page;
mod phone;
pub mod pictures;
pub mod problems;
pub mod rules;

pub use address::*;
pub use page::*;
pub use phone::*;
