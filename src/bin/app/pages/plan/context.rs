//! What the parts of this page have in common.

use super::draft::Draft;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::messages::Messages;
use siganpyo::messages::plan_page::PlanMessages;
use siganpyo::plan::EntryId;
use siganpyo::present::plan_page::PlanPage;
use siganpyo::program::Date;

#[derive(Clone, Copy)]
pub struct Context {
    pub state: State,
    pub common: &'static Messages,
    pub messages: &'static PlanMessages,
    /// Seconds since 1970.
    pub now: RwSignal<i64>,
    pub view: Memo<PlanPage>,
    /// The only day that is shown; all where none.
    pub day: RwSignal<Option<Date>>,
    pub sheet: RwSignal<Sheet>,
    /// Whether the person wants to see what is over.
    pub unfolded: RwSignal<bool>,
}

/// What the sheet shows.
#[derive(Clone, PartialEq)]
pub enum Sheet {
    Closed,
    Entry(EntryId),
    /// Entries of one time.
    Stack(Vec<EntryId>),
    /// The gap that begins at this second.
    Gap(i64),
    Own(Draft),
    /// A link to the plan.
    Link,
    /// The scanner for somebody else's code.
    Scan,
}
