//! The app's pages as a person uses them. Things are found by role and name, and by the attributes of the design's contract.

mod frame;
mod library;
mod plan;
mod program;
mod session;
mod settings;
mod shared;
mod wallpaper;

pub use frame::Frame;
pub use library::LibraryPage;
pub use plan::PlanPage;
pub use program::ProgramPage;
pub use session::SessionPage;
pub use settings::SettingsPage;
pub use shared::SharedSheet;
pub use wallpaper::WallpaperPage;
