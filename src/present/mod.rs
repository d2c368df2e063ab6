//! Program, plan and language into rows and sentences for the screen. No markup.

pub mod plan_view;
pub mod session_view;
pub mod timetable;
