//! Arbitrary text as the abstract of a session.
#![no_main]

mod imports;

use libfuzzer_sys::fuzz_target;
use siganpyo::import::{Format, Options};

fuzz_target!(|text: &str| {
    let session = serde_json::json!([{ "title": "a", "start": "2024-07-05T09:00:00+02:00", "description": text }]);
    let options = Options { format: Some(Format::JsonList), ..Options::default() };
    let program = imports::import_and_check(session.to_string().as_bytes(), &options).expect("a program with one session");
    assert_eq!(program.sessions.len(), 1);
});
