//! A device that can fail in every way, step by step, and its executor.

use super::super::{Device, Found, KeepError, copy_name, key, load_copy, save};
use super::program;
use crate::plan::{Plan, merge};
use crate::wire::stored_plan;
use std::cell::{RefCell, RefMut};
use std::collections::{BTreeMap, VecDeque};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The database's message when it refuses.
pub const REFUSED: &str = "the disk is full";

/// How a request to the database fails.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    None,
    /// Nothing is done, and it reports an error: a dropped connection, a full disk.
    Refuses,
    /// It is done, but the connection is lost before the answer.
    LosesAnswer,
    /// Nothing is done, and no answer comes in time.
    Hangs,
    /// No answer comes in time, but it is done some time later.
    ComesLate,
    /// Nothing is done, but it reports success.
    Lies,
    /// Only a part of the text is written, but it reports success.
    Tears,
}

const FAULTS: [Fault; 6] = [Fault::Refuses, Fault::LosesAnswer, Fault::Hangs, Fault::ComesLate, Fault::Lies, Fault::Tears];

type Change = Box<dyn FnOnce(Option<String>) -> Vec<(String, String)>>;

/// What is stored on the device, and which faults come next.
pub struct World {
    pub texts: BTreeMap<String, String>,
    pub copies: BTreeMap<String, String>,
    /// Writes that hang in the browser and will be done some time later.
    pub late: Vec<(String, Change)>,
    /// The next faults, one for each request.
    pub planned: VecDeque<Fault>,
    /// One request in this many fails at random; none if 0.
    pub one_in: u64,
    pub copies_denied: bool,
    /// Whether the disk is full: only what is there has room.
    pub copies_full: bool,
    /// Everything that was ever reported as saved.
    pub promised: Plan,
    /// The same, and what open tabs have in memory and may be about to report as saved.
    pub at_stake: Plan,
    /// The number of requests to the database.
    pub questions: u32,
    pub random: Random,
}

/// A device shared by several tabs.
#[derive(Clone)]
pub struct Disk(Rc<RefCell<World>>);

impl Disk {
    pub fn new(seed: u64) -> Disk {
        Disk(Rc::new(RefCell::new(World {
            texts: BTreeMap::new(),
            copies: BTreeMap::new(),
            late: Vec::new(),
            planned: VecDeque::new(),
            one_in: 0,
            copies_denied: false,
            copies_full: false,
            promised: Plan::empty(program()),
            at_stake: Plan::empty(program()),
            questions: 0,
            random: Random(seed),
        })))
    }

    pub fn world(&self) -> RefMut<'_, World> {
        self.0.borrow_mut()
    }

    /// Whether the small copy has everything that was promised, so that the database may break.
    pub fn copy_covers(&self) -> bool {
        let Found { plan, .. } = load_copy(self, &program());
        covers(plan, &self.world().at_stake)
    }

    /// Whether the database has everything that was promised, so that the small copy may break.
    pub fn database_covers(&self) -> bool {
        let world = self.world();
        let plan = world.texts.get(&key(&program())).and_then(|text| stored_plan::read(text).ok());
        covers(plan, &world.at_stake)
    }

    /// Carries out the oldest write that hangs.
    pub fn catch_up(&self) {
        let mut world = self.world();
        if !world.late.is_empty() {
            let (key, change) = world.late.remove(0);
            world.apply(&key, change, false);
        }
    }

    async fn fault(&self) -> Fault {
        pause().await;
        let fault = {
            let mut world = self.world();
            world.questions += 1;
            let one_in = world.one_in;
            let random = if one_in > 0 && world.random.below(one_in) == 0 {
                FAULTS[world.random.below(FAULTS.len() as u64) as usize]
            } else {
                Fault::None
            };
            world.planned.pop_front().unwrap_or(random)
        };
        // One of the stores may break, not both.
        if fault == Fault::Tears && !self.copy_covers() { Fault::Lies } else { fault }
    }

    async fn read<T>(&self, read: impl FnOnce(&World) -> T) -> Result<T, KeepError> {
        let fault = self.fault().await;
        let answer = read(&self.world());
        pause().await;
        match fault {
            Fault::Refuses | Fault::LosesAnswer => Err(KeepError::Failed(REFUSED.to_owned())),
            Fault::Hangs | Fault::ComesLate => Err(KeepError::Silent),
            Fault::None | Fault::Lies | Fault::Tears => Ok(answer),
        }
    }
}

pub fn covers(plan: Option<Plan>, promised: &Plan) -> bool {
    let plan = plan.unwrap_or_else(|| Plan::empty(program()));
    merge(plan.clone(), promised.clone()) == plan
}

impl World {
    fn apply(&mut self, asked: &str, change: Change, torn: bool) {
        for (key, text) in change(self.texts.get(asked).cloned()) {
            let whole = if torn && key == asked { text.floor_char_boundary(text.len() / 2) } else { text.len() };
            self.texts.insert(key, text[..whole].to_owned());
        }
    }
}

impl Device for Disk {
    fn copy(&self, name: &str) -> Option<String> {
        let world = self.world();
        world.copies.get(name).filter(|_| !world.copies_denied).cloned()
    }

    fn write_copy(&self, name: &str, text: &str) {
        let may_tear = name == copy_name(&program()) && self.database_covers();
        let mut world = self.world();
        let one_in = world.one_in;
        let is_full = world.copies_full && !world.copies.contains_key(name);
        if world.copies_denied || is_full || one_in > 0 && world.random.below(one_in) == 0 {
            return;
        }
        let torn = may_tear && one_in > 0 && world.random.below(one_in) == 0;
        let whole = if torn { text.floor_char_boundary(text.len() / 2) } else { text.len() };
        world.copies.insert(name.to_owned(), text[..whole].to_owned());
    }

    async fn get(&self, key: &str) -> Result<Option<String>, KeepError> {
        self.read(|world| world.texts.get(key).cloned()).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, KeepError> {
        self.read(|world| world.texts.keys().filter(|key| key.starts_with(prefix)).cloned().collect()).await
    }

    async fn change(
        &self,
        key: &str,
        change: impl FnOnce(Option<String>) -> Vec<(String, String)> + 'static,
    ) -> Result<(), KeepError> {
        let fault = self.fault().await;
        let change: Change = Box::new(change);
        match fault {
            Fault::None | Fault::LosesAnswer => self.world().apply(key, change, false),
            Fault::Tears => self.world().apply(key, change, true),
            Fault::ComesLate => self.world().late.push((key.to_owned(), change)),
            Fault::Refuses | Fault::Hangs | Fault::Lies => {}
        }
        pause().await;
        match fault {
            Fault::Refuses | Fault::LosesAnswer => Err(KeepError::Failed(REFUSED.to_owned())),
            Fault::Hangs | Fault::ComesLate => Err(KeepError::Silent),
            Fault::None | Fault::Lies | Fault::Tears => Ok(()),
        }
    }
}

/// A deterministic pseudorandom number generator (SplitMix64).
pub struct Random(u64);

impl Random {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

pub type Task<T> = Pin<Box<dyn Future<Output = T>>>;

/// Starts a save, which only makes progress when [`step`] is called.
pub fn start(disk: Disk, plan: Plan) -> Task<Result<Plan, KeepError>> {
    Box::pin(async move { save(&disk, &plan).await })
}

/// Runs the task to the next point at which the browser may do something else.
pub fn step<T>(task: &mut Task<T>) -> Option<T> {
    match task.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}

/// Runs the task to its end.
pub fn finish<T>(task: impl Future<Output = T>) -> T {
    let mut task = Box::pin(task);
    loop {
        if let Poll::Ready(outcome) = task.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return outcome;
        }
    }
}

/// Yields once to the other tasks.
async fn pause() {
    let mut waited = false;
    std::future::poll_fn(|_| if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}
