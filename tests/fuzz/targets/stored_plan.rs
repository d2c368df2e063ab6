//! What the device may find instead of a stored plan or its small copy: another plan, half of one, anything. What can be read
//! is read as it was written, and the order of merging does not matter.
#![no_main]

use libfuzzer_sys::fuzz_target;
use siganpyo::plan::merge;
use siganpyo::wire::{early_picks, hidden_file, mirrored_plan, stored_plan};

fuzz_target!(|text: &str| {
    let _ = (early_picks::read(text), hidden_file::read(text));
    let (one, rest) = text.split_at(text.floor_char_boundary(text.len() / 2));
    let plans = [text, one, rest].map(|text| stored_plan::read(text).ok().or_else(|| mirrored_plan::read(text)));
    for plan in plans.iter().flatten() {
        assert!(stored_plan::read(&stored_plan::write(plan)).as_ref() == Ok(plan));
        assert!(mirrored_plan::read(&mirrored_plan::write(plan)).as_ref() == Some(plan));
        assert!(merge(plan.clone(), plan.clone()) == *plan);
    }
});
