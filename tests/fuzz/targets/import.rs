//! Arbitrary bytes, read as the format that the environment states.
//!
//! The format is not part of the bytes, so that a failing input is a file that can be opened.
#![no_main]

mod imports;

use libfuzzer_sys::fuzz_target;
use siganpyo::import::{Format, Options};
use std::sync::LazyLock;

/// `None` if the format is to be recognised.
static FORMAT: LazyLock<Option<Format>> =
    LazyLock::new(|| std::env::var("SIGANPYO_FORMAT").ok().as_deref().and_then(Format::from_word));

fuzz_target!(|bytes: &[u8]| {
    imports::import_and_check(bytes, &Options { format: *FORMAT, ..Options::default() });
});
