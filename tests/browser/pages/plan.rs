//! `/plan`: my timetable.

use super::Frame;
use crate::harness::Visit;
use serde::Deserialize;

pub struct PlanPage<'v>(&'v Visit);

/// An entry as the page shows it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ShownEntry {
    pub id: String,
    pub overlap: Option<String>,
    pub change: Option<String>,
    pub text: String,
    /// What stands before it where time is free.
    pub gap: Option<String>,
}

const ENTRIES: &str = "return [...document.querySelectorAll('[data-entry]')].map((at) => ({
    id: at.dataset.entry,
    overlap: at.dataset.overlap,
    change: at.dataset.change,
    text: at.innerText,
    gap: at.previousElementSibling?.matches(':not([data-entry])') ? at.previousElementSibling.innerText : null,
}))";

impl<'v> PlanPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit) -> PlanPage<'v> {
        visit.open("/plan").await;
        Frame(visit).is_ready().await;
        PlanPage(visit)
    }

    /// Goes there by its tab.
    pub async fn by_tab(visit: &'v Visit) -> PlanPage<'v> {
        Frame(visit).tab(visit.messages().tab_plan).await;
        visit.browser().named("heading", visit.messages().tab_plan).await;
        PlanPage(visit)
    }

    pub async fn entries(&self) -> Vec<ShownEntry> {
        self.0.browser().find("[data-entry]").await;
        self.0.browser().ask(ENTRIES, Vec::new()).await
    }

    pub async fn ids(&self) -> Vec<String> {
        self.entries().await.into_iter().map(|entry| entry.id).collect()
    }
}
