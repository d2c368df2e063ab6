//! The sheet that is opened by a link to a shared timetable, on any page.

use super::Frame;
use crate::harness::{Visit, eventually};
use siganpyo::messages::sharing::SharingMessages;

pub struct SharedSheet<'v>(&'v Visit);

impl<'v> SharedSheet<'v> {
    /// Opens a route of the app with a share code. If the route is open already, only the fragment changes.
    pub async fn open(visit: &'v Visit, path: &str, code: &str) -> SharedSheet<'v> {
        assert!(visit.browser().find_all("#shared").await.is_empty(), "the sheet of before would be taken for this one");
        Frame(visit).open(&format!("{path}#s={code}")).await;
        SharedSheet::here(visit).await
    }

    /// Waits for the sheet and returns it.
    pub async fn here(visit: &'v Visit) -> SharedSheet<'v> {
        visit.browser().find("#shared[role=dialog] h2").await;
        SharedSheet(visit)
    }

    /// Waits until it has this text.
    pub async fn says(&self, words: &str) {
        let said = async || self.text().await.contains(words).then_some(());
        eventually(&format!("the sheet says {words:?}"), said).await;
    }

    async fn text(&self) -> String {
        self.0.browser().ask("return document.querySelector('#shared')?.innerText ?? ''", Vec::new()).await
    }

    /// Returns the ids of its sessions, and whether each is shown as picked already.
    pub async fn sessions(&self) -> Vec<(String, String)> {
        let script = "return [...document.querySelectorAll('#shared [data-session]')].map((at) => [at.dataset.session, at.dataset.picked])";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Presses a button of the sheet by its text.
    pub async fn press(&self, name: &str) {
        Frame(self.0).press(name).await;
    }

    /// Waits until the sheet is closed and the code is removed from the address.
    pub async fn is_gone(&self) {
        let browser = self.0.browser();
        eventually("the sheet is gone", async || browser.find_all("#shared").await.is_empty().then_some(())).await;
        let is_clean = async || (!browser.address().await.contains('#')).then_some(());
        eventually("the code is out of the address", is_clean).await;
    }

    /// Returns the messages of the sheet.
    pub fn messages(&self) -> &'static SharingMessages {
        self.0.language().sharing_messages()
    }
}
