//! `/plan`: my timetable.

use super::Frame;
use crate::harness::{Visit, eventually};
use serde::Deserialize;
use serde_json::json;
use siganpyo::messages::plan_page::PlanMessages;

pub struct PlanPage<'v>(&'v Visit);

/// An entry as shown on the page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ShownEntry {
    pub id: String,
    pub overlap: Option<String>,
    pub priority: Option<String>,
    pub stage: String,
    /// Left, top, width and height on the page.
    pub place: [f64; 4],
    pub change: Option<String>,
    pub text: String,
    /// The text before it about free time.
    pub gap: Option<String>,
}

const ENTRIES: &str = "return [...document.querySelectorAll('[data-entry]')].map((at) => ({
    id: at.dataset.entry,
    overlap: at.dataset.overlap,
    priority: at.dataset.priority,
    stage: at.dataset.stage,
    place: (({ left, top, width, height }) => [left, top + scrollY, width, height])(at.getBoundingClientRect()),
    change: at.dataset.change,
    text: at.innerText,
    gap: at.previousElementSibling?.matches(':not([data-entry])') ? at.previousElementSibling.innerText : null,
}))";

impl<'v> PlanPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit) -> PlanPage<'v> {
        Frame(visit).open("/plan").await;
        PlanPage(visit)
    }

    /// Opens the page by its tab.
    pub async fn by_tab(visit: &'v Visit) -> PlanPage<'v> {
        Frame(visit).tab(visit.messages().tab_plan).await;
        visit.browser().named("heading", visit.messages().tab_plan).await;
        PlanPage(visit)
    }

    /// Returns the page, which is open already.
    pub fn here(visit: &'v Visit) -> PlanPage<'v> {
        PlanPage(visit)
    }

    pub async fn entries(&self) -> Vec<ShownEntry> {
        self.0.browser().find("[data-entry]").await;
        self.0.browser().ask(ENTRIES, Vec::new()).await
    }

    /// Returns the messages of the page.
    pub fn messages(&self) -> &'static PlanMessages {
        self.0.language().plan_messages()
    }

    /// Opens the sheet with the link to the plan, and returns the link.
    pub async fn link(&self) -> String {
        self.act("[data-action=share-plan]").await;
        self.0.browser().find("#plan-link").await.prop("value").await.expect("a field").unwrap_or_default()
    }

    /// Opens the sheet of an entry.
    pub async fn tap(&self, id: &str) {
        self.act(&format!("[data-entry={id:?}] button")).await;
        self.0.browser().find("[role=dialog] h2").await;
    }

    /// Taps the first element that matches a selector.
    pub async fn act(&self, css: &str) {
        self.0.browser().tap_on(css).await;
    }

    /// Returns the ids of the sessions that fit the opened free time.
    pub async fn fits(&self) -> Vec<String> {
        self.0.browser().find(".fits [data-session]").await;
        let script = "return [...document.querySelectorAll('.fits [data-session]')].map((row) => row.dataset.session)";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Returns the text of the sheet.
    pub async fn sheet(&self) -> String {
        self.0.browser().find("[role=dialog]").await.text().await.expect("a sheet")
    }

    /// Fills a field of the form of an own entry, as the browser's pickers do.
    pub async fn fill(&self, name: &str, value: &str) {
        self.0.browser().find("form [name=title]").await;
        let script = "const field = document.querySelector(`form [name=${arguments[0]}]`);
            field.value = arguments[1];
            field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))";
        self.0.browser().ask::<()>(script, vec![json!(name), json!(value)]).await;
    }

    /// Waits until the entries are as expected; `look` returns what is compared.
    pub async fn becomes<T: PartialEq + std::fmt::Debug>(&self, expected: &[T], look: impl Fn(&ShownEntry) -> T) {
        let seen = async || {
            let entries: Vec<ShownEntry> = self.0.browser().ask(ENTRIES, Vec::new()).await;
            (entries.iter().map(&look).collect::<Vec<T>>() == expected).then_some(())
        };
        eventually(&format!("the plan shows {expected:?}"), seen).await;
    }

    /// Waits until these are the entries. Those of the small copy are shown first, and those of the database follow.
    pub async fn shows(&self, ids: &[String]) {
        self.becomes(ids, |entry| entry.id.clone()).await;
    }

    pub async fn ids(&self) -> Vec<String> {
        self.entries().await.into_iter().map(|entry| entry.id).collect()
    }
}
