//! Saving a plan: in memory first, then in a small copy and in the database. It counts as saved only after it was read back.
//!
//! Reading merges every copy that can be read, writing merges into what is stored, and what cannot be read is set aside under
//! a name that is derived from its content. The result depends on no clock and no order of events, so two tabs, a crash
//! between the two writes and a write that arrives late all lead to the same plan. The browser's part is in
//! `bin/app/storage`.
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

/// How many times in all a failing request to the database is made. Browsers drop connections and open new ones.
const TRIES: u32 = 3;

/// The cause of the error when a database reports a write and then does not return it.
const LOST: &str = "what was written is not there";

/// The device did not store or return what it was asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeepError {
    /// It refused, or reported a success that did not happen; with its message or what is wrong.
    Failed(String),
    /// It did not answer in time. The request may still be carried out.
    Silent,
}

impl KeepError {
    /// Returns the storage's message, or what is wrong.
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

/// Where a device stores texts: a database, and small copies that are written synchronously. Every request must end.
pub trait Device {
    /// Returns the small copy with this name, or `None` if there is none or the browser denies access.
    fn copy(&self, name: &str) -> Option<String>;

    /// Writes a small copy. Whether this worked is only known after reading it.
    fn write_copy(&self, name: &str, text: &str);

    /// Returns the text under a key of the database.
    fn get(&self, key: &str) -> impl Future<Output = Result<Option<String>, KeepError>>;

    /// Returns all keys of the database with this prefix.
    fn keys(&self, prefix: &str) -> impl Future<Output = Result<Vec<String>, KeepError>>;

    /// Reads the text under a key and writes the entries that `change` returns, in one transaction that is on the disk when
    /// this ends.
    fn change(
        &self,
        key: &str,
        change: impl FnOnce(Option<String>) -> Vec<(String, String)> + 'static,
    ) -> impl Future<Output = Result<(), KeepError>>;
}

/// What one of the two stores has of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Everything that can be read; `None` if nothing can.
    pub plan: Option<Plan>,
    /// Whether there is something that cannot be read.
    pub damaged: bool,
}

/// Reads the small copy.
pub fn load_copy(device: &impl Device, program: &ProgramId) -> Found {
    let text = device.copy(&copy_name(program));
    let plan = text.as_deref().and_then(mirrored_plan::read);
    Found { damaged: text.is_some() && plan.is_none(), plan }
}

/// Reads the database, including records that were set aside and can be read now: a later version of the app may have written
/// them.
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

/// Writes the plan to both stores, merged with what they have, and reads it back from the database. Returns what is stored
/// now, which includes all of this plan.
pub async fn save(device: &impl Device, plan: &Plan) -> Result<Plan, KeepError> {
    let known = write_copy(device, plan.clone());
    let stored = put(device, &known).await?;
    // What another tab saved belongs in the small copy as well.
    if stored != known {
        write_copy(device, stored.clone());
    }
    Ok(stored)
}

/// Writes the small copy, merged with what it has, and returns the result. If it cannot be written, the database is enough.
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

/// Merges the plan into the database. Repeats the request if it fails, but not after a timeout.
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

/// Returns the entries to write if the database has `stored`.
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
