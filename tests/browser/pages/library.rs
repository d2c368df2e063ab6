//! `/library`: the programs on this device.

use super::Frame;
use crate::harness::{Visit, eventually};
use siganpyo::messages::library::{Edition, LibraryMessages};
use siganpyo::program::versions::Doubt;
use std::path::Path;

pub struct LibraryPage<'v>(&'v Visit);

impl<'v> LibraryPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit) -> LibraryPage<'v> {
        Frame(visit).open("/library").await;
        LibraryPage(visit)
    }

    /// Opens the page by its tab.
    pub async fn by_tab(visit: &'v Visit) -> LibraryPage<'v> {
        Frame(visit).tab(visit.messages().tab_library).await;
        visit.browser().find("article h2").await;
        LibraryPage(visit)
    }

    /// Returns the page, which is open already.
    pub fn here(visit: &'v Visit) -> LibraryPage<'v> {
        LibraryPage(visit)
    }

    /// Chooses a file of the device.
    pub async fn open_program(&self, file: &Path) {
        self.open_files(&[file]).await;
    }

    /// Chooses files of the device together.
    pub async fn open_files(&self, files: &[&Path]) {
        const INPUT: &str = "input[type=file][data-action=open-program]";
        let paths = files.iter().map(|file| file.canonicalize().expect("a file to open").to_string_lossy().into_owned());
        let paths = paths.collect::<Vec<_>>().join("\n");
        let note =
            "window.isTaken = false; addEventListener('change', () => { window.isTaken = true }, { capture: true, once: true })";
        self.0.browser().ask::<()>(note, Vec::new()).await;
        let chosen = async || match self.0.browser().find(INPUT).await.send_keys(&paths).await {
            // The page removes the input as soon as it has the file, or had replaced it before.
            Err(error) if error.is_stale_element_reference() => {
                self.0.browser().ask::<bool>("return window.isTaken", Vec::new()).await.then_some(())
            }
            sent => {
                sent.expect("an input that takes a file");
                Some(())
            }
        };
        eventually("a file is chosen", chosen).await;
    }

    /// Opens a file by its path on the host of this visit.
    pub async fn open_address(&self, path: &str) {
        let field = self.0.browser().find("[data-action=program-address]").await;
        field.clear().await.expect("an empty field");
        field.send_keys(&self.0.host.address(path)).await.expect("a field to type into");
        self.press(self.messages().open_address).await;
    }

    /// Waits for the preview and returns its text.
    pub async fn preview(&self) -> String {
        self.0.browser().find("[data-step=preview]").await.text().await.expect("a preview")
    }

    /// Adds the program of the preview to the library, by the first of the offered actions, and waits until it is shown.
    pub async fn keep(&self) {
        self.0.browser().tap_on("[data-action=keep-program]").await;
        self.0.browser().find("main[data-program]").await;
    }

    /// Discards the program of the preview.
    pub async fn discard(&self) {
        self.press(self.messages().discard).await;
        let is_gone = async || self.0.browser().find_all("[data-step=preview]").await.is_empty().then_some(());
        eventually("the preview is gone", is_gone).await;
    }

    /// Presses the button with this name.
    pub async fn press(&self, name: &str) {
        Frame(self.0).press(name).await;
    }

    /// Returns the messages of the page.
    pub fn messages(&self) -> &'static LibraryMessages {
        self.0.language().library_messages()
    }

    /// Returns the message about a version with far fewer sessions.
    pub fn doubts_the_size(&self, kept: usize, new: usize) -> String {
        let of = |sessions| Edition { version: "", sessions };
        (self.messages().doubt)(Doubt::MuchSmaller, of(kept), of(new)).message
    }

    /// Returns the message about a version that is older than the stored one.
    pub fn doubts_the_age(&self, kept: &str, new: &str) -> String {
        let of = |version| Edition { version, sessions: 0 };
        (self.messages().doubt)(Doubt::Older, of(kept), of(new)).message
    }

    /// Shows the program with this title, and waits until it is on its page, where another one may be for a moment.
    pub async fn switch_to(&self, title: &str) {
        let browser = self.0.browser();
        let button = self.messages().use_this;
        browser.tap_at(&format!("//article[h2[normalize-space()={title:?}]]//a[normalize-space()={button:?}]")).await;
        browser.find_by_path(&format!("//h1[normalize-space()={title:?}]")).await;
    }

    /// Waits until these are the titles of the stored programs.
    pub async fn has(&self, titles: &[&str]) {
        eventually(&format!("{titles:?} are kept"), async || (self.titles().await == titles).then_some(())).await;
    }

    /// Returns the titles of the stored programs.
    pub async fn titles(&self) -> Vec<String> {
        self.0.browser().find("article h2").await;
        self.0.browser().ask("return [...document.querySelectorAll('article h2')].map((at) => at.textContent)", Vec::new()).await
    }
}
