//! Everything about a conference timetable that needs no browser, no file system and no clock.
//!
//! Bytes, fonts, the present moment, the language and the screen come in as arguments; values come out. The programs that
//! touch the world live in `src/bin`, each with its own impure modules. `src/ARCHITECTURE.md` draws the map.

pub mod export;
pub mod import;
pub mod keep;
pub mod markup;
pub mod messages;
pub mod plan;
pub mod present;
pub mod program;
pub mod wallpaper;
pub mod wire;
