//! The main stories in WebKit, the engine of every browser on an iPhone. WebKitGTK is the nearest thing to it that runs here.

use super::{ENGLISH, are_picked, backup, first_visit, five, ids, offline, pick_and_save, shared};
use crate::harness::{Setup, Visit, visit, webkit_is_here};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage};
use std::path::Path;

#[test]
fn picks_survive_in_webkit() {
    in_webkit(async |visit| first_visit::picks_survive(visit).await);
}

#[test]
fn everything_works_without_a_signal_in_webkit() {
    in_webkit(async |visit| offline::everything_works(visit).await);
}

#[test]
fn a_copy_is_opened_in_webkit() {
    in_webkit(async |visit| backup::a_copy_is_opened(visit).await);
}

#[test]
fn a_link_is_opened_in_webkit() {
    in_webkit(async |visit| shared::opens_on_any_page(visit).await);
}

#[test]
fn another_program_is_opened_in_webkit() {
    in_webkit(async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        let library = LibraryPage::open(visit).await;
        library.open_program(Path::new("tests/fixtures/two-talks.json")).await;
        library.preview().await;
        library.keep().await;
        let page = ProgramPage::by_tab(visit).await;
        page.pick("first").await;
        Frame(visit).is_saved().await;
        LibraryPage::open(visit).await.switch_to(&visit.program.title).await;
        are_picked(&ProgramPage::by_tab(visit).await, &ids(&sessions)).await;
        assert_eq!(PlanPage::open(visit).await.ids().await, ids(&sessions));
    });
}

/// Its small browser speaks English wherever it runs.
fn in_webkit(story: impl AsyncFnOnce(&mut Visit)) {
    if webkit_is_here() {
        visit(Setup::webkit(ENGLISH), story);
    }
}
