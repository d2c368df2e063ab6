//! `/session/:id`: one session.

use super::Frame;
use crate::harness::{Visit, eventually};

pub struct SessionPage<'v> {
    visit: &'v Visit,
    id: String,
}

impl<'v> SessionPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit, id: &str) -> SessionPage<'v> {
        visit.open(&format!("/session/{id}")).await;
        Frame(visit).is_ready().await;
        SessionPage { visit, id: id.to_owned() }
    }

    /// Sees that the page is about its session.
    pub async fn is_shown(&self, title: &str) {
        self.visit.browser().find(&format!("main [data-session={:?}]", self.id)).await;
        self.visit.browser().named("heading", title).await;
    }

    /// Taps the button and sees it answer.
    pub async fn pick(&self) {
        let browser = self.visit.browser();
        let button = browser.find("main [data-action=pick]").await;
        let before = button.attr("aria-pressed").await.expect("a button");
        browser.tap(&button).await;
        let now = async || browser.find("main [data-action=pick]").await.attr("aria-pressed").await.expect("a button");
        eventually("the button answers", async || (now().await != before).then_some(())).await;
    }
}
