//! What every page has: tabs, the state of saving, the toast.

use crate::harness::{Visit, eventually, skip, within};
use siganpyo::messages::Messages;
use std::time::Duration;

pub struct Frame<'v>(pub &'v Visit);

impl Frame<'_> {
    /// Opens a route of the app and waits until the app has started.
    pub async fn open(&self, path: &str) {
        self.0.open(path).await;
        self.is_ready().await;
    }

    /// Reloads the page and waits until the app has started.
    pub async fn reload(&self) {
        self.0.browser().reload().await;
        self.is_ready().await;
    }

    /// Installs the new version of the app that is offered, and waits until it has started.
    pub async fn take_update(&self) {
        let Messages { update_ready, update_now, .. } = self.0.messages();
        self.0.browser().says(update_ready).await;
        self.0.browser().anew(async || self.press(update_now).await).await;
        self.is_ready().await;
    }

    /// Not for journeys: a page that is about to be left is ready as well. Methods that open a page wait for it.
    async fn is_ready(&self) {
        self.root_says("data-app", "ready").await;
    }

    /// Waits until everything needed without a network is verified to be on the device.
    pub async fn is_ready_for_the_venue(&self) {
        self.root_says("data-offline", "ready").await;
    }

    pub async fn root_says(&self, attribute: &str, value: &str) {
        let browser = self.0.browser();
        let what = format!("<html {attribute}={value:?}>");
        eventually(&what, async || (browser.root(attribute).await.as_deref() == Some(value)).then_some(())).await;
    }

    /// Waits until the plan is shown as saved with all changes: every change shows at once that it is being saved.
    ///
    /// WebKitGTK's database may not be available for minutes. A user who is told that nothing is saved reloads the page, and
    /// so does this; if that does not help, the engine lacks what the story needs.
    pub async fn is_saved(&self) {
        const RELOADS: usize = 3;
        for _ in 0..if self.0.is_in_webkit() { RELOADS } else { 0 } {
            let saved = async || self.0.browser().find_all(&save_state("saved")).await.pop();
            if within(Duration::from_secs(20), saved).await.is_some() {
                return;
            }
            self.0.browser().reload().await;
        }
        if self.0.is_in_webkit() {
            skip("in WebKit: the rest of a story in which its database does not answer");
        }
        self.save_says("saved").await;
    }

    pub async fn save_says(&self, word: &str) {
        self.0.browser().find(&save_state(word)).await;
    }

    /// Records every state of saving that is shown from now on until the page is left.
    pub async fn watch_saving(&self) {
        let watch = "const note = () => { for (const at of document.querySelectorAll('[data-save]')) window.seenSaves.push(at.dataset.save) };
            window.seenSaves = []; note();
            new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-save'] });";
        self.0.browser().ask::<()>(watch, Vec::new()).await;
    }

    pub async fn seen_saves(&self) -> Vec<String> {
        self.0.browser().ask("return window.seenSaves", Vec::new()).await
    }

    /// Opens one of the four routes by its tab.
    pub async fn tab(&self, name: &str) {
        self.0.browser().tap_named("link", name).await;
    }

    /// Waits until no passing message is on the page: it is dismissed, or has left by itself.
    pub async fn message_is_gone(&self) {
        let script = "const message = document.querySelector('.toast'); message?.querySelector('button:last-of-type')?.click(); return !message";
        eventually("the message is gone", async || self.0.browser().try_ask::<bool>(script).await.filter(|gone| *gone)).await;
    }

    /// Taps the button with this name.
    pub async fn press(&self, name: &str) {
        self.0.browser().tap_named("button", name).await;
    }
}

fn save_state(word: &str) -> String {
    format!("[role=status][data-save={word}]")
}
