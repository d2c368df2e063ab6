//! Arbitrary lines inside an event of a calendar, of which one is ours.
#![no_main]

mod imports;

use libfuzzer_sys::fuzz_target;
use siganpyo::import::{Format, Options, plan_in};
use siganpyo::wire::plan_file;

fuzz_target!(|text: &str| {
    let file = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n{text}\r\nDTSTART:20240705T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let ours = file.replacen("SUMMARY:a", "UID:own-a@p.siganpyo\r\nSUMMARY:a", 1);
    if let Some(plan) = plan_in(ours.as_bytes()) {
        let again = plan_file::read(&plan_file::write(&plan)).expect("our own file");
        assert!(again.picks().eq(plan.picks()) && again.own().eq(plan.own()), "another plan when kept");
    }
    imports::import_and_check(file.as_bytes(), &Options { format: Some(Format::ICal), ..Options::default() });
});
