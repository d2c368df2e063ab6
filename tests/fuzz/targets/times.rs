//! Arbitrary text as the date, the time and the time zone of a session, a line for each.
#![no_main]

mod imports;

use libfuzzer_sys::fuzz_target;
use siganpyo::import::{Format, Options};

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let mut next = || lines.next().unwrap_or_default().replace('"', "");
    let [zone, date, start, end] = [(); 4].map(|()| next());
    let table =
        format!("# time_zone: {zone}\ndate,start,end,title\n\"{date}\",\"{start}\",\"{end}\",a\n2024-07-05,9:00,10:00,b\n");
    let options = Options { format: Some(Format::Csv), ..Options::default() };
    if let Some(program) = imports::import_and_check(table.as_bytes(), &options) {
        assert!((1..=2).contains(&program.sessions.len()));
    }
});
