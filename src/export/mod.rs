//! Exporting a plan: as a calendar file, as a code that fits into a link, and as text.
//!
//! ```
//! use siganpyo::export;
//! use siganpyo::import::{Options, import};
//! use siganpyo::messages::Language;
//! use siganpyo::plan::{Pick, Plan};
//! use siganpyo::program::Moment;
//!
//! let table = "# time_zone: Asia/Seoul\ndate,start,end,room,title\n2018-08-18,13:00,13:40,101,Types\n";
//! let program = import(table.as_bytes(), &Options::default())?.program;
//! let mut plan = Plan::empty(program.id.clone());
//! plan.put(Pick::of(&program, &program.sessions[0], "en"));
//!
//! let link = export::link("https://example.org/", &plan, &program);
//! let code = export::code_in(&link).unwrap();
//! assert_eq!(export::decode(code, &program)?.plan, plan);
//!
//! let now = Moment::parse("2018-08-17T09:00:00+09:00").unwrap();
//! let calendar = export::calendar(&plan, &program, &export::CalendarOptions::new(now, "en"));
//! assert!(calendar.contains("DTSTART:20180818T040000Z"));
//!
//! let text = export::text(&plan, &program, Language::English.messages(), "en");
//! assert!(text.ends_with("13:00–13:40 Types · 101\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod address;
mod calendar;
mod link;
mod share_code;
mod shared_file;
mod table;
mod text;
mod way_out;
#[cfg(feature = "publish")]
mod workbook;

use address::with_parameter;
pub use calendar::{Alarm, CalendarOptions, calendar, program_calendar};
pub use link::{Link, Linked, MAX_LINK, Picks, Received};
pub use share_code::{CodeError, Decoded, code_in, decode, encode, is_for, link};
pub use shared_file::{shared_file_name, shared_in, with_shared};
pub use table::{room_names, table};
pub use text::text;
pub use way_out::way_out;
#[cfg(feature = "publish")]
pub use workbook::workbook;
