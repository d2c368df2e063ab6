//! The pages of the app that have an address of their own beside the program's and the sessions', and its tabs.

use crate::messages::Messages;

/// My timetable.
pub const PLAN: &str = "plan";
/// The pictures.
pub const WALLPAPER: &str = "wallpaper";
/// The programs on the device.
pub const LIBRARY: &str = "library";
/// Language, appearance, copies, reports.
pub const SETTINGS: &str = "settings";

/// The paths of all these pages, below the base. `public/sw.js` has them as well.
pub const PATHS: [&str; 4] = [PLAN, WALLPAPER, LIBRARY, SETTINGS];

/// A tab of the tab bar.
pub struct Tab {
    /// Of its page, below the base; empty for the program.
    pub path: &'static str,
    /// Name in the sprite of `src/index.html`.
    pub icon: &'static str,
    /// Its text.
    pub label: fn(&Messages) -> &'static str,
}

/// The tabs from left to right.
pub const TABS: [Tab; 4] = [
    Tab { path: "", icon: "program", label: |messages| messages.tab_program },
    Tab { path: PLAN, icon: "plan", label: |messages| messages.tab_plan },
    Tab { path: WALLPAPER, icon: "wallpaper", label: |messages| messages.tab_wallpaper },
    Tab { path: LIBRARY, icon: "library", label: |messages| messages.tab_library },
];
