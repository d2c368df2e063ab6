//! Plans on their way out: as a calendar file, as a code short enough for a link, and in words.

mod address;
mod calendar;
mod share_code;
mod text;

pub use address::with_parameter;
pub use calendar::calendar;
pub use share_code::{CodeError, Decoded, code_in, decode, encode, is_for, link};
pub use text::text;
