//! `/settings`: language and appearance.

use super::Frame;
use crate::harness::Visit;

pub struct SettingsPage<'v>(&'v Visit);

impl<'v> SettingsPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit) -> SettingsPage<'v> {
        visit.open("/settings").await;
        Frame(visit).is_ready().await;
        SettingsPage(visit)
    }

    /// Presses a choice by its words.
    pub async fn choose(&self, name: &str) {
        Frame(self.0).press(name).await;
    }
}
