//! `/library`: the programs on this device.

use super::Frame;
use crate::harness::Visit;
use std::path::Path;

pub struct LibraryPage<'v>(&'v Visit);

impl<'v> LibraryPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit) -> LibraryPage<'v> {
        visit.open("/library").await;
        Frame(visit).is_ready().await;
        LibraryPage(visit)
    }

    /// Chooses a file of the device.
    pub async fn open_program(&self, file: &Path) {
        let input = self.0.browser().find("input[type=file][data-action=open-program]").await;
        input.send_keys(&file.to_string_lossy()).await.expect("an input that takes a file");
    }

    /// Shows the program of this title.
    pub async fn switch_to(&self, title: &str) {
        let browser = self.0.browser();
        let words = self.0.messages().use_this;
        let card = format!("//article[h2[normalize-space()={title:?}]]//a[normalize-space()={words:?}]");
        browser.tap(&browser.find_by_path(&card).await).await;
    }

    /// The titles of the programs that are kept.
    pub async fn titles(&self) -> Vec<String> {
        self.0.browser().find("article h2").await;
        self.0.browser().ask("return [...document.querySelectorAll('article h2')].map((at) => at.textContent)", Vec::new()).await
    }
}
