//! Two copies of the app on one origin, one of them at the root and thus above the other.

use super::{ENGLISH, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Site, Visit, copy, publish_new_version, visit, within};
use crate::pages::{Frame, ProgramPage};
use std::fs;
use std::time::Duration;

/// Chromium lets a worker that is still busy finish before another one takes its place, for five minutes at most, and then looks again.
const LAME_DUCK: Duration = Duration::from_secs(420);

/// The path of the copy below the root.
const BELOW: &str = "/deep/er/";

/// Copies the build for a path below the root of the host.
fn publish_below(visit: &Visit) {
    copy(&Site::SubPath.folder(), &visit.host.folder().join(BELOW.trim_matches('/')));
}

/// Publishes the kill switch for one of the two, and waits until that app is off the device.
async fn kill(visit: &Visit, base: &str) {
    let folder = visit.host.folder().join(base.trim_matches('/'));
    fs::copy(folder.join("sw-kill.js"), folder.join("sw.js")).expect("the way back is in the build");
    // The app asks the host for another worker at every start. Asking once more meanwhile makes Chromium wait for the worker that serves the
    // page, for minutes. The switch loads open pages again, at a moment of its own, but not one that is just being loaded.
    let is_off = async || {
        Frame(visit).open(base).await;
        let says = async || (visit.browser().root("data-offline").await.as_deref() == Some("failed")).then_some(());
        within(Duration::from_secs(30), says).await
    };
    within(LAME_DUCK, is_off).await.expect("the app is off the device");
    Frame(visit).open(base).await;
    Frame(visit).root_says("data-offline", "failed").await;
}

/// Opens one of the two at its program.
pub async fn open<'v>(visit: &'v Visit, base: &str) -> ProgramPage<'v> {
    Frame(visit).open(base).await;
    let shown: String = visit.browser().ask("return document.documentElement.dataset.base", Vec::new()).await;
    assert_eq!(shown, base, "the app of that path answers");
    ProgramPage::here(visit).await
}

#[test]
fn picks_of_one_are_not_in_the_other_and_an_update_of_one_leaves_the_other_ready() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        publish_below(visit);
        let program = visit.program.clone();
        let sessions = five(&program);
        let (above, below) = sessions.split_at(2);
        pick_and_save(visit, &open(visit, "/").await, above).await;
        Frame(visit).is_ready_for_the_venue().await;
        // The worker of the app at the root controls this page until the page has its own.
        let page = open(visit, BELOW).await;
        are_picked(&page, &[]).await;
        pick_and_save(visit, &page, below).await;
        Frame(visit).is_ready_for_the_venue().await;

        publish_new_version(visit.host.folder(), 1);
        are_picked(&open(visit, "/").await, &ids(above)).await;
        Frame(visit).take_update().await;
        Frame(visit).is_ready_for_the_venue().await;

        visit.host.go_away();
        visit.kill_and_open_browser().await;
        for (base, picked) in [(BELOW, below), ("/", above)] {
            are_picked(&open(visit, base).await, &ids(picked)).await;
            Frame(visit).is_ready_for_the_venue().await;
        }
    });
}

#[test]
fn the_kill_switch_of_either_leaves_the_other_ready() {
    for (killed, left) in [("/", BELOW), (BELOW, "/")] {
        visit(Setup::phone(ENGLISH).copied(), async |visit| {
            publish_below(visit);
            let program = visit.program.clone();
            let sessions = five(&program);
            for base in [killed, left] {
                pick_and_save(visit, &open(visit, base).await, &sessions[..1]).await;
                Frame(visit).is_ready_for_the_venue().await;
            }
            kill(visit, killed).await;
            are_picked(&ProgramPage::here(visit).await, &ids(&sessions[..1])).await;

            visit.host.go_away();
            are_picked(&open(visit, left).await, &ids(&sessions[..1])).await;
            Frame(visit).is_ready_for_the_venue().await;
        });
    }
}
