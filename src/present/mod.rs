//! Converting program, plan and language to rows and sentences for the screen, without markup.
//!
//! ```
//! use siganpyo::import::{Options, import};
//! use siganpyo::messages::Language;
//! use siganpyo::present::timetable;
//!
//! let table = "# time_zone: Asia/Seoul\ndate,start,end,room,title\n2018-08-18,13:00,13:40,101,Types\n";
//! let program = import(table.as_bytes(), &Options::default())?.program;
//! let row = timetable::row(&program, &program.sessions[0], Language::English.messages());
//! assert_eq!((row.when.as_str(), row.title.as_str(), row.rooms.as_str()), ("13:00–13:40", "Types", "101"));
//! # Ok::<(), siganpyo::import::ImportError>(())
//! ```

mod axis;
pub mod day_plan;
pub mod directory;
pub mod filter;
pub mod grid;
mod in_sight;
mod lanes;
mod language_name;
pub mod now;
pub mod now_card;
pub mod outline;
mod own_span;
pub mod plan_page;
mod scale;
mod session_set;
pub mod session_view;
pub mod timetable;
pub mod what_changed;

pub use axis::{Axis, Hour, Squeeze, at_venue};
pub use in_sight::out_of_sight;
pub use lanes::Lane;
pub use own_span::own_span;
pub use scale::{Need, Scale};
pub use session_set::SessionSet;
