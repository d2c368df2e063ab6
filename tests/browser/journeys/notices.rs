//! The texts of the licences, read in the settings.

use super::ENGLISH;
use crate::harness::{Setup, Visit, visit};
use crate::pages::{Frame, SettingsPage};

#[test]
fn licences_are_available_offline_after_they_were_read() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let unreachable = (ENGLISH.safety_messages().notices_unreachable)();
        SettingsPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;

        visit.host.go_away();
        unfold(visit).await;
        visit.browser().says(&unreachable.message).await;
        visit.browser().says(&unreachable.hint).await;

        visit.host.come_back();
        fold(visit).await;
        unfold(visit).await;
        are_there(visit).await;

        visit.host.go_away();
        Frame(visit).reload().await;
        unfold(visit).await;
        are_there(visit).await;
    });
}

async fn unfold(visit: &Visit) {
    tap(visit).await;
    visit.browser().find("[data-action=notices][open]").await;
}

async fn fold(visit: &Visit) {
    tap(visit).await;
    visit.browser().find("[data-action=notices]:not([open])").await;
}

async fn tap(visit: &Visit) {
    let summary = visit.browser().find("[data-action=notices] > summary").await;
    visit.browser().tap(&summary).await;
}

/// Fonts and crates, by phrases of their licences.
async fn are_there(visit: &Visit) {
    for words in ["Reserved Font Name Pretendard", "Noto Project Authors", "leptos 0.8", "the standard library of Rust"] {
        visit.browser().says(words).await;
    }
}
