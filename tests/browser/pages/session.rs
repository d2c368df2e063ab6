//! `/session/:id`: a session.

use super::Frame;
use crate::harness::{Visit, eventually};

pub struct SessionPage<'v> {
    visit: &'v Visit,
    id: String,
}

impl<'v> SessionPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit, id: &str) -> SessionPage<'v> {
        Frame(visit).open(&format!("/session/{id}")).await;
        SessionPage { visit, id: id.to_owned() }
    }

    /// Waits until the page is about its session.
    pub async fn is_shown(&self, title: &str) {
        self.visit.browser().find(&format!("main [data-session={:?}]", self.id)).await;
        self.visit.browser().named("heading", title).await;
    }

    /// Hides the session or shows it again, or with `hide-track` its track, and waits until the button has changed.
    pub async fn turn(&self, action: &str) {
        let browser = self.visit.browser();
        let button = browser.find(&format!("main .hiding [data-action={action}]")).await;
        let before = button.text().await.expect("a button");
        browser.tap(&button).await;
        eventually("the button answers", async || (button.text().await.ok()? != before).then_some(())).await;
    }

    /// Whether the session itself can be hidden.
    pub async fn can_be_hidden(&self) -> bool {
        let button = self.visit.browser().find("main .hiding [data-action=hide]").await;
        button.is_displayed().await.expect("a page with the button")
    }

    /// Returns the ids of the other sessions on the page.
    pub async fn others(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('.others [data-session]')].map((row) => row.dataset.session)";
        self.visit.browser().ask(script, Vec::new()).await
    }

    /// Taps the button and waits until it has changed.
    pub async fn pick(&self) {
        let browser = self.visit.browser();
        let button = browser.find("main [data-action=pick]").await;
        let before = button.attr("aria-pressed").await.expect("a button");
        browser.tap(&button).await;
        let now = async || browser.find("main [data-action=pick]").await.attr("aria-pressed").await.expect("a button");
        eventually("the button answers", async || (now().await != before).then_some(())).await;
    }
}
