//! Everything about a conference timetable that needs no browser, no file system and no clock.
//!
//! Bytes, fonts, the present moment, the language and the screen are arguments, and functions return values. The programs
//! with side effects are in `src/bin`, each with its own impure modules. `src/ARCHITECTURE.md` describes the structure.

pub mod export;
pub mod import;
pub mod keep;
pub mod markup;
pub mod messages;
pub mod plan;
pub mod present;
pub mod program;
#[cfg(feature = "publish")]
pub mod publish;
#[cfg(feature = "publish")]
pub mod site;
pub mod wallpaper;
pub mod wire;
