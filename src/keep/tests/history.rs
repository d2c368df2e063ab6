//! Random histories of two tabs on an unreliable device. The same seed gives the same history.

use super::super::{Found, KeepError, key, load, load_copy};
use super::device::{Disk, Task, covers, finish, start, step};
use super::program;
use crate::plan::tests::{pick, span};
use crate::plan::{OwnEntry, Plan, merge};
use crate::program::SessionId;
use crate::wire::stored_plan;

const STEPS: u64 = 60;
const SESSIONS: [&str; 5] = ["a", "b", "c", "d", "e"];

/// The page's part of the protocol, as in the state of the app.
struct Tab {
    disk: Disk,
    plan: Plan,
    /// Number of saves so far; only the latest one may report success.
    saves: u64,
    loading: Option<Task<Result<Found, KeepError>>>,
    saving: Vec<(u64, Task<Result<Plan, KeepError>>)>,
}

impl Tab {
    fn open(disk: &Disk) -> Tab {
        let plan = load_copy(disk, &program()).plan.unwrap_or_else(|| Plan::empty(program()));
        let mut tab = Tab { disk: disk.clone(), plan, saves: 0, loading: None, saving: Vec::new() };
        tab.look_again();
        tab
    }

    fn look_again(&mut self) {
        let disk = self.disk.clone();
        self.loading = Some(Box::pin(async move { load(&disk, &program()).await }));
    }

    fn save(&mut self) {
        self.saves += 1;
        self.saving.push((self.saves, start(self.disk.clone(), self.plan.clone())));
    }

    fn tap(&mut self, what: u64) {
        let session = SESSIONS[(what % 5) as usize];
        match what / 5 {
            0 => self.plan.put_own(OwnEntry {
                id: session.to_owned(),
                title: "점심".to_owned(),
                span: span("12:00", "13:00"),
                place: None,
                note: None,
            }),
            1 => self.plan.take_out(&SessionId::new(session)),
            _ => self.plan.put(pick(session, "13:00", "13:25")),
        }
        self.save();
    }

    /// Makes progress with one of the running tasks.
    fn go_on(&mut self, which: u64) {
        if let Some(outcome) = self.loading.as_mut().and_then(step) {
            self.loading = None;
            if let Ok(Found { plan: Some(plan), .. }) = outcome {
                self.plan = merge(self.plan.clone(), plan);
            }
            self.save();
        }
        if self.saving.is_empty() {
            return;
        }
        let at = (which % self.saving.len() as u64) as usize;
        let Some(outcome) = step(&mut self.saving[at].1) else { return };
        let (ticket, _) = self.saving.remove(at);
        let Ok(stored) = outcome else { return };
        self.plan = merge(self.plan.clone(), stored);
        if ticket == self.saves {
            let shown = self.plan.clone();
            let mut world = self.disk.world();
            world.promised = merge(world.promised.clone(), shown);
        }
    }
}

/// Runs one history and fails if at its end anything is missing that was reported as saved or that could not be read.
pub fn run(seed: u64) {
    let disk = Disk::new(seed);
    let dice = |limit: u64| disk.world().random.below(limit);
    disk.world().one_in = [0, 3, 5, 12][dice(4) as usize];
    disk.world().copies_denied = dice(8) == 0;
    let mut tabs = [Tab::open(&disk), Tab::open(&disk)];
    let mut unreadable: Vec<String> = Vec::new();
    for _ in 0..STEPS {
        let at_stake = tabs.iter().fold(disk.world().promised.clone(), |sum, tab| merge(sum, tab.plan.clone()));
        disk.world().at_stake = at_stake;
        let at = dice(2) as usize;
        match dice(24) {
            0..5 => tabs[at].tap(dice(20)),
            5..18 => (0..3).for_each(|_| tabs[at].go_on(dice(8))),
            // A crash: what the tab had in memory and its running saves are lost.
            18 => tabs[at] = Tab::open(&disk),
            19 => tabs = [Tab::open(&disk), Tab::open(&disk)],
            // The page becomes visible, or another tab announces a save.
            20 => tabs[at].look_again(),
            21 => disk.catch_up(),
            22 => unreadable.extend(break_database(&disk, dice(3))),
            _ if disk.database_covers() => drop(disk.world().copies.remove("plan.p")),
            _ => {}
        }
    }
    drop(tabs);
    disk.world().one_in = 0;
    let copy = load_copy(&disk, &program()).plan;
    let stored = finish(load(&disk, &program())).expect("a device in order").plan;
    let both = [copy, stored].into_iter().flatten().fold(Plan::empty(program()), merge);
    let promised = disk.world().promised.clone();
    assert!(covers(Some(both.clone()), &promised), "history {seed}: promised {promised:#?}\nfound {both:#?}");
    let kept: Vec<String> = disk.world().texts.values().cloned().collect();
    for text in unreadable {
        assert!(kept.contains(&text), "history {seed}: this is gone: {text}");
    }
}

/// Breaks the record in the database if the small copy has everything; returns the text that cannot be read any more.
fn break_database(disk: &Disk, how: u64) -> Option<String> {
    if !disk.copy_covers() {
        return None;
    }
    let mut world = disk.world();
    let text = world.texts.get(&key(&program())).filter(|text| stored_plan::read(text).is_ok())?.clone();
    world.texts.remove(&key(&program()));
    let broken = match how {
        0 => return None,
        1 => text[..text.len() / 3].to_owned(),
        _ => text.replace("stored-plan/1", "stored-plan/2"),
    };
    world.texts.insert(key(&program()), broken.clone());
    Some(broken)
}
