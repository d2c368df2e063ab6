//! Arbitrary lines inside an event of a calendar.
#![no_main]

mod imports;

use libfuzzer_sys::fuzz_target;
use siganpyo::import::{Format, Options};

fuzz_target!(|text: &str| {
    let file = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n{text}\r\nDTSTART:20240705T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    imports::import_and_check(file.as_bytes(), &Options { format: Some(Format::ICal), ..Options::default() });
});
