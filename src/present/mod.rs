//! Program, plan and language into rows and sentences for the screen. No markup.

mod axis;
pub mod day_plan;
pub mod filter;
pub mod grid;
mod in_sight;
mod lanes;
pub mod now;
pub mod outline;
mod own_span;
pub mod plan_page;
mod session_set;
pub mod session_view;
pub mod timetable;

pub use axis::{Axis, Hour, Squeeze, at_venue};
pub use in_sight::out_of_sight;
pub use lanes::Lane;
pub use own_span::own_span;
pub use session_set::SessionSet;
