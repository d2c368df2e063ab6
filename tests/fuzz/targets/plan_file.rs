//! A plan or a backup that a user opens: it is read as written, added to a plan without loss, and never adds a line of its
//! own to a calendar.
#![no_main]

use libfuzzer_sys::fuzz_target;
use siganpyo::export::{CalendarOptions, calendar};
use siganpyo::plan::{Plan, entries, overlaps};
use siganpyo::program::{Moment, Program};
use siganpyo::wire::{plan_file, program_file};
use std::sync::LazyLock;

static PROGRAM: LazyLock<Program> =
    LazyLock::new(|| program_file::read(include_str!("../../../public/programs/pyconkr-2018.json")).expect("a program"));

fuzz_target!(|text: &str| {
    let Ok(plan) = plan_file::read(text) else { return };
    let again = plan_file::read(&plan_file::write(&plan)).expect("our own file");
    assert!(again.picks().eq(plan.picks()) && again.own().eq(plan.own()), "another plan when read back");
    let mut joined = Plan::empty(plan.program.clone());
    joined.add(&plan);
    assert_eq!(joined.lacks(&plan), 0);
    let found = entries(&plan, &PROGRAM, "ko");
    assert_eq!(found.len(), plan.picks().count() + plan.own().count());
    assert!(overlaps(&found).len() <= 100 * found.len());
    let options = CalendarOptions::new(Moment::new(0, 0).expect("a moment"), "ko");
    let file = calendar(&plan, &PROGRAM, &options);
    let again = calendar(&plan, &PROGRAM, &CalendarOptions { earlier: Some(&file), ..options });
    assert_eq!(again, file, "nothing has changed since");
    assert_eq!(file.lines().filter(|line| *line == "BEGIN:VEVENT").count(), found.len());
});
