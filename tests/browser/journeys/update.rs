//! A new version of the app: offered, taken when the person says so, and never at the cost of a pick.

use super::{ENGLISH, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, publish_new_version, take_away, visit};
use crate::pages::{Frame, ProgramPage};

#[test]
fn a_new_version_is_offered_and_taken_and_picks_stay() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        let old = caches(visit).await;
        publish_new_version(visit.host.folder(), 1);
        // What did not change is not on the host any more: it must not be needed again.
        let _rest = take_away(visit.host.folder(), |file| !["sw.js", "manifest.webmanifest"].contains(&file));

        visit.browser().reload().await;
        Frame(visit).is_ready().await;
        visit.browser().says(visit.messages().update_ready).await;
        assert!(caches(visit).await.contains(&old[0]), "the old version works on until the person decides");
        visit.browser().ask::<()>("window.before = true", Vec::new()).await;
        Frame(visit).press(visit.messages().update_now).await;
        let reloaded = async || (!visit.browser().ask::<bool>("return window.before === true", Vec::new()).await).then_some(());
        eventually("the page is loaded again", reloaded).await;
        Frame(visit).is_ready().await;
        Frame(visit).is_ready_for_the_venue().await;
        let new = caches(visit).await;
        assert!(new.len() == 1 && new != old, "{old:?} became {new:?}");
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
        assert!(!visit.browser().text().await.contains(visit.messages().update_ready), "it is not offered twice");
    });
}

#[test]
fn publishing_the_same_files_again_changes_nothing() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        let before = caches(visit).await;
        let _rest = take_away(visit.host.folder(), |file| file != "sw.js");
        let script = visit.host.folder().join("sw.js");
        let same = std::fs::read(&script).expect("the service worker");
        std::fs::write(&script, same).expect("the same with a new date");
        visit.browser().reload().await;
        Frame(visit).is_ready().await;
        Frame(visit).is_ready_for_the_venue().await;
        let looked =
            "navigator.serviceWorker.ready.then((it) => it.update()).then((it) => arguments[0](!it.installing && !it.waiting))";
        assert!(visit.browser().ask_later::<bool>(looked, Vec::new()).await, "there is no new version");
        assert_eq!(caches(visit).await, before);
    });
}

#[test]
fn a_page_that_becomes_visible_looks_for_a_new_version() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        publish_new_version(visit.host.folder(), 1);
        let later = "const { now } = Date; Date.now = () => now() + 2 * 3600 * 1000;
            document.dispatchEvent(new Event('visibilitychange'))";
        visit.browser().ask::<()>(later, Vec::new()).await;
        visit.browser().says(visit.messages().update_ready).await;
    });
}

#[test]
fn the_way_back_takes_the_files_off_the_device_and_leaves_the_picks() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        let kill = visit.host.folder().join("sw-kill.js");
        std::fs::copy(kill, visit.host.folder().join("sw.js")).expect("the way back is in the build");
        visit.browser().reload().await;
        // It loads the page again by itself, once.
        Frame(visit).root_says("data-offline", "failed").await;
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
        assert_eq!(caches(visit).await, Vec::<String>::new());
    });
}

/// Names of the app's caches.
pub async fn caches(visit: &Visit) -> Vec<String> {
    let script = "caches.keys().then((names) => arguments[0](names.filter((name) => name.startsWith('siganpyo-'))))";
    visit.browser().ask_later(script, Vec::new()).await
}
