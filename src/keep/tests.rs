//! Tests of the protocol against a device that fails in every way that browsers were seen to fail.

mod device;
mod history;

use super::*;
use crate::plan::tests::pick;
use crate::program::SessionId;
use crate::wire::mirrored_plan;
use device::{Disk, Fault, REFUSED, finish};
use history::run;
use std::panic::resume_unwind;
use std::thread;

/// How many histories are run each time, how many by `cargo xtask test`, and on how many threads.
const SOME: u64 = 1_000;
const ALL: u64 = 10_000;
const THREADS: u64 = 4;

fn program() -> ProgramId {
    ProgramId::new("p")
}

fn plan(picks: &[&str]) -> Plan {
    let mut plan = Plan::empty(program());
    picks.iter().for_each(|id| plan.put(pick(id, "13:00", "13:25")));
    plan
}

fn is_picked(found: &Found, id: &str) -> bool {
    found.plan.as_ref().is_some_and(|plan| plan.is_picked(&SessionId::new(id)))
}

#[test]
fn nothing_reported_as_saved_is_lost_in_random_histories() {
    (0..SOME).for_each(run);
}

#[test]
#[ignore = "takes half a minute of the processor; cargo xtask test runs it"]
fn nothing_reported_as_saved_is_lost_in_ten_thousand_random_histories() {
    let share = ALL / THREADS;
    let run_share = |at: u64| move || (at * share..(at + 1) * share).for_each(run);
    let threads: Vec<_> = (0..THREADS).map(|at| thread::spawn(run_share(at))).collect();
    for thread in threads {
        thread.join().unwrap_or_else(|panic| resume_unwind(panic));
    }
}

#[test]
fn a_saved_plan_is_in_both_stores() {
    let disk = Disk::new(1);
    assert_eq!(finish(save(&disk, &plan(&["a"]))), Ok(plan(&["a"])));
    for found in [load_copy(&disk, &program()), finish(load(&disk, &program())).unwrap()] {
        assert_eq!(found, Found { plan: Some(plan(&["a"])), damaged: false });
    }
}

#[test]
fn each_fault_is_handled() {
    let table = [
        // After a lost connection the request is repeated, a limited number of times.
        (vec![Fault::Refuses, Fault::Refuses], Ok(()), 4),
        (vec![Fault::Refuses, Fault::Refuses, Fault::Refuses], Err(KeepError::Failed(REFUSED.to_owned())), 3),
        // It was written, and only the answer was lost.
        (vec![Fault::LosesAnswer], Ok(()), 3),
        // A request is not repeated after a timeout.
        (vec![Fault::Hangs], Err(KeepError::Silent), 1),
        (vec![Fault::ComesLate], Err(KeepError::Silent), 1),
        // It reports success and writes nothing, or only a part.
        (vec![Fault::Lies], Ok(()), 4),
        (vec![Fault::Lies, Fault::None, Fault::Lies, Fault::None, Fault::Lies], Err(KeepError::Failed(LOST.to_owned())), 6),
        (vec![Fault::Tears], Ok(()), 4),
    ];
    for (faults, expected, questions) in table {
        let disk = Disk::new(1);
        disk.world().planned.extend(faults.iter().copied());
        let outcome = finish(save(&disk, &plan(&["a"]))).map(|_| ());
        assert_eq!((outcome, disk.world().questions), (expected, questions), "{faults:?}");
    }
}

#[test]
fn a_record_of_a_later_version_is_merged_once_it_can_be_read() {
    let disk = Disk::new(1);
    let later = stored_plan::write(&plan(&["a"])).replace("stored-plan/1", "stored-plan/2");
    disk.world().texts.insert(key(&program()), later.clone());
    let found = finish(load(&disk, &program())).unwrap();
    assert!(found.damaged && found.plan.is_none());
    finish(save(&disk, &plan(&["b"]))).unwrap();
    // The later version is installed again; this test simulates it by rewriting the record in the present format.
    for text in disk.world().texts.values_mut().filter(|text| **text == later) {
        *text = text.replace("stored-plan/2", "stored-plan/1");
    }
    let found = finish(load(&disk, &program())).unwrap();
    assert!(is_picked(&found, "a") && is_picked(&found, "b"), "{found:?}");
}

#[test]
fn records_of_all_earlier_versions_are_read() {
    let first = r#"{"format":"siganpyo-stored-plan/1","program":"p","picks":[{"edit":1,"kept":true,"value":{"session":"a",
        "title":"A","start":"2018-08-18T13:00:00+09:00","end":"2018-08-18T13:25:00+09:00","rooms":["101"]}}],"own":[]}"#;
    let disk = Disk::new(1);
    disk.world().texts.insert(key(&program()), first.to_owned());
    let copy = format!("{{\"sum\":\"{}\",\"plan\":{}}}", mirrored_plan::checksum(first), serde_json::to_string(first).unwrap());
    disk.world().copies.insert(copy_name(&program()), copy);
    assert!(is_picked(&finish(load(&disk, &program())).unwrap(), "a"));
    assert!(is_picked(&load_copy(&disk, &program()), "a"));
}

#[test]
fn what_only_the_small_copy_has_is_written_to_the_database_by_the_next_save() {
    let disk = Disk::new(1);
    disk.world().copies.insert(copy_name(&program()), mirrored_plan::write(&plan(&["a"])));
    let stored = finish(save(&disk, &plan(&["b", "c"]))).unwrap();
    assert_eq!(stored.picks().count(), 3);
    assert!(is_picked(&finish(load(&disk, &program())).unwrap(), "a"));
}

#[test]
fn a_damaged_copy_is_set_aside_before_it_is_overwritten() {
    for full in [false, true] {
        let disk = Disk::new(1);
        disk.world().copies.insert(copy_name(&program()), "torn".to_owned());
        disk.world().copies_full = full;
        assert!(load_copy(&disk, &program()).damaged);
        finish(save(&disk, &plan(&["a"]))).unwrap();
        assert!(disk.world().copies.values().any(|text| text == "torn"));
        assert_eq!(is_picked(&load_copy(&disk, &program()), "a"), !full);
    }
}

#[test]
fn a_write_by_another_tab_before_reading_back_is_not_an_error() {
    let disk = Disk::new(1);
    let [mut one, mut other] = [plan(&["a"]), plan(&["b"])].map(|plan| device::start(disk.clone(), plan));
    let (mut first, mut second) = (None, None);
    while first.is_none() || second.is_none() {
        first = first.or_else(|| device::step(&mut one));
        second = second.or_else(|| device::step(&mut other));
    }
    assert!(first.unwrap().is_ok() && second.unwrap().is_ok());
    let both = finish(load(&disk, &program())).unwrap();
    assert!(is_picked(&both, "a") && is_picked(&both, "b"));
    let copy = load_copy(&disk, &program());
    assert!(is_picked(&copy, "a") && is_picked(&copy, "b"), "the small copy has both as well");
}
