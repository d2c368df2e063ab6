//! The app's pages as page objects. Elements are found by role and name, and by attributes that are stable for tests.

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
