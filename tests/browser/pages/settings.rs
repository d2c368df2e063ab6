//! `/settings`: language, appearance, readiness, safety.

use super::Frame;
use crate::harness::Visit;
use std::path::Path;

pub struct SettingsPage<'v>(&'v Visit);

impl<'v> SettingsPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit) -> SettingsPage<'v> {
        Frame(visit).open("/settings").await;
        SettingsPage(visit)
    }

    /// Chooses the file of a backup.
    pub async fn open_backup(&self, file: &Path) {
        let input = self.0.browser().find("input[type=file][data-action=open-backup]").await;
        input.send_keys(&file.to_string_lossy()).await.expect("an input that takes a file");
    }

    /// Presses the choice with this text.
    pub async fn choose(&self, name: &str) {
        Frame(self.0).press(name).await;
    }

    /// Opens the report of a problem, and returns its text.
    pub async fn report(&self) -> String {
        self.0.browser().tap_on("[data-action=problem] > summary").await;
        let area = self.0.browser().find("[data-action=problem] textarea").await;
        area.prop("value").await.expect("a text").unwrap_or_default()
    }
}
