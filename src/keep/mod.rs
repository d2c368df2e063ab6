//! How a plan is saved: in memory first, then in a small copy and in the database. It counts as saved only once it was read back.
//!
//! Reading takes the union of every copy that can be read, writing merges into what is there, and what cannot be read is set
//! aside under a name made of its own content. No clock and no order of events decides anything, so two tabs, a crash between
//! the two places and a write that arrives late all end in the same plan. The browser's half is in `bin/app/storage`.
//!
//! ```
//! use siganpyo::keep::{Device, KeepError, load, save};
//! use siganpyo::plan::Plan;
//! use siganpyo::program::ProgramId;
//! use std::cell::RefCell;
//! use std::collections::BTreeMap;
//!
//! /// A device that keeps everything in memory, and no small copies.
//! #[derive(Default)]
//! struct Memory(RefCell<BTreeMap<String, String>>);
//!
//! impl Device for Memory {
//!     fn copy(&self, _: &str) -> Option<String> {
//!         None
//!     }
//!     fn write_copy(&self, _: &str, _: &str) {}
//!     async fn get(&self, key: &str) -> Result<Option<String>, KeepError> {
//!         Ok(self.0.borrow().get(key).cloned())
//!     }
//!     async fn keys(&self, prefix: &str) -> Result<Vec<String>, KeepError> {
//!         Ok(self.0.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
//!     }
//!     async fn change(
//!         &self,
//!         key: &str,
//!         change: impl FnOnce(Option<String>) -> Vec<(String, String)> + 'static,
//!     ) -> Result<(), KeepError> {
//!         let stored = self.get(key).await?;
//!         self.0.borrow_mut().extend(change(stored));
//!         Ok(())
//!     }
//! }
//!
//! # let now = async {
//! let (device, plan) = (Memory::default(), Plan::empty(ProgramId::new("pycon")));
//! save(&device, &plan).await?;
//! assert_eq!(load(&device, &plan.program).await?.plan, Some(plan));
//! # Ok::<(), KeepError>(())
//! # };
//! # // A device in memory never lets one wait.
//! # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
//! # assert_eq!(std::pin::pin!(now).poll(&mut context), std::task::Poll::Ready(Ok(())));
//! ```

#[cfg(test)]
mod tests;

use crate::plan::{Plan, merge};
use crate::program::ProgramId;
use crate::wire::{mirrored_plan, stored_plan};
use std::fmt;

/// How often a database that fails is asked, in all. Browsers drop connections and open new ones.
const TRIES: u32 = 3;

/// What is wrong where a database says that it wrote something, and does not give it back.
const LOST: &str = "what was written is not there";

/// The device did not keep or did not give back what it was asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeepError {
    /// It refused, or it said yes and did not do it; with what it said, or what was wrong.
    Failed(String),
    /// It did not answer in time. What was asked may yet happen.
    Silent,
}

impl KeepError {
    /// What the storage said, or what was wrong.
    pub fn cause(&self) -> &str {
        match self {
            KeepError::Failed(cause) => cause,
            KeepError::Silent => "no answer in time",
        }
    }
}

impl fmt::Display for KeepError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeepError::Failed(cause) => write!(formatter, "The storage failed: {cause}"),
            KeepError::Silent => formatter.write_str("The storage did not answer in time"),
        }
    }
}

impl std::error::Error for KeepError {}

/// Where a device keeps texts: a database, and beside it small copies that are written at once. No answer may take for ever.
pub trait Device {
    /// The small copy of this name; none where there is none or the browser denies it.
    fn copy(&self, name: &str) -> Option<String>;

    /// Writes a small copy. Whether it did shows when it is read.
    fn write_copy(&self, name: &str, text: &str);

    /// The text under a key of the database.
    fn get(&self, key: &str) -> impl Future<Output = Result<Option<String>, KeepError>>;

    /// All keys of the database that begin so.
    fn keys(&self, prefix: &str) -> impl Future<Output = Result<Vec<String>, KeepError>>;

    /// Reads the text under a key and writes what `change` makes of it, key by key, in one transaction that is on the disk when
    /// this ends.
    fn change(
        &self,
        key: &str,
        change: impl FnOnce(Option<String>) -> Vec<(String, String)> + 'static,
    ) -> impl Future<Output = Result<(), KeepError>>;
}

/// What a place holds of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// All that can be read; none where nothing can.
    pub plan: Option<Plan>,
    /// Whether there is something that cannot be read.
    pub damaged: bool,
}

/// What the small copy holds.
pub fn load_copy(device: &impl Device, program: &ProgramId) -> Found {
    let text = device.copy(&copy_name(program));
    let plan = text.as_deref().and_then(mirrored_plan::read);
    Found { damaged: text.is_some() && plan.is_none(), plan }
}

/// What the database holds, joined with what was set aside and can be read by now: a later version of the app may have written it.
pub async fn load(device: &impl Device, program: &ProgramId) -> Result<Found, KeepError> {
    let key = key(program);
    let mut found = Found { plan: None, damaged: false };
    if let Some(text) = get(device, &key).await? {
        found.plan = stored_plan::read(&text).ok();
        found.damaged = found.plan.is_none();
    }
    for aside in device.keys(&aside(&key, "")).await? {
        let text = device.get(&aside).await?;
        if let Some(plan) = text.and_then(|text| stored_plan::read(&text).ok()) {
            found.plan = Some(join(plan, found.plan));
        }
    }
    Ok(found)
}

/// Writes the plan to both places, merged with what they hold, and reads it back from the database. Returns what is there now,
/// which has all of this plan in it.
pub async fn save(device: &impl Device, plan: &Plan) -> Result<Plan, KeepError> {
    let known = write_copy(device, plan.clone());
    let stored = put(device, &known).await?;
    // What another tab saved belongs into the small copy as well.
    if stored != known {
        write_copy(device, stored.clone());
    }
    Ok(stored)
}

/// Writes the small copy, merged with what it holds, and returns it. Where it cannot be written, the database is what counts.
fn write_copy(device: &impl Device, plan: Plan) -> Plan {
    let name = copy_name(&plan.program);
    let present = device.copy(&name);
    let held = present.as_deref().and_then(mirrored_plan::read);
    if let Some(text) = present.filter(|_| held.is_none()) {
        let aside = format!("set-aside.{}.{}", plan.program, mirrored_plan::checksum(&text));
        device.write_copy(&aside, &text);
        if device.copy(&aside) != Some(text) {
            return plan;
        }
    }
    let plan = join(plan, held);
    device.write_copy(&name, &mirrored_plan::write(&plan));
    plan
}

/// Merges the plan into the database; asks again where it fails, but not where it does not answer.
async fn put(device: &impl Device, plan: &Plan) -> Result<Plan, KeepError> {
    let mut tries = 1;
    loop {
        match try_put(device, plan).await {
            Err(KeepError::Failed(_)) if tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

async fn try_put(device: &impl Device, plan: &Plan) -> Result<Plan, KeepError> {
    let key = key(&plan.program);
    let (mine, name) = (plan.clone(), key.clone());
    device.change(&key, move |stored| changes(mine, name, stored)).await?;
    let lost = || KeepError::Failed(LOST.to_owned());
    let found = device.get(&key).await?.ok_or_else(lost)?;
    let found = stored_plan::read(&found).map_err(|_| lost())?;
    // Another tab may have written since; then there is more than what was written, never less.
    if join(found.clone(), Some(plan.clone())) == found { Ok(found) } else { Err(lost()) }
}

/// What is to be written where the database holds `stored`.
fn changes(mine: Plan, name: String, stored: Option<String>) -> Vec<(String, String)> {
    let Some(text) = stored else { return vec![(name, stored_plan::write(&mine))] };
    match stored_plan::read(&text) {
        Ok(theirs) => vec![(name, stored_plan::write(&merge(mine, theirs)))],
        Err(_) => vec![(aside(&name, &mirrored_plan::checksum(&text)), text), (name, stored_plan::write(&mine))],
    }
}

async fn get(device: &impl Device, key: &str) -> Result<Option<String>, KeepError> {
    let mut tries = 1;
    loop {
        match device.get(key).await {
            Err(KeepError::Failed(_)) if tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

fn join(plan: Plan, other: Option<Plan>) -> Plan {
    match other {
        Some(other) => merge(plan, other),
        None => plan,
    }
}

fn copy_name(program: &ProgramId) -> String {
    format!("plan.{program}")
}

fn key(program: &ProgramId) -> String {
    format!("plan/{program}")
}

fn aside(key: &str, sum: &str) -> String {
    format!("set-aside/{key}/{sum}")
}
