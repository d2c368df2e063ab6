//! A new version of the app: offered, installed when the user asks for it, and never at the cost of a pick.

use super::{ENGLISH, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, publish_new_version, take_away, visit};
use crate::pages::{Frame, ProgramPage};

#[test]
fn a_new_version_is_offered_and_installed_and_picks_are_kept() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        let old = caches(visit).await;
        publish_new_version(visit.host.folder(), 1);
        // Unchanged files are not on the host any more: they must not be needed again.
        let _rest = take_away(visit.host.folder(), |file| !["sw.js", "manifest.webmanifest"].contains(&file));

        Frame(visit).reload().await;
        visit.browser().says(visit.messages().update_ready).await;
        assert!(caches(visit).await.contains(&old[0]), "the old version works on until the person decides");
        Frame(visit).take_update().await;
        Frame(visit).is_ready_for_the_venue().await;
        only_the_new_version_is_kept(visit, &old).await;
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
        Frame(visit).reload().await;
        Frame(visit).is_ready_for_the_venue().await;
        assert_eq!(look(visit).await, "with nothing new");
        assert_eq!(caches(visit).await, before);
    });
}

#[test]
fn a_page_that_becomes_visible_checks_for_updates() {
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
fn the_kill_switch_deletes_the_files_and_keeps_the_picks() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        let kill = visit.host.folder().join("sw-kill.js");
        std::fs::copy(kill, visit.host.folder().join("sw.js")).expect("the way back is in the build");
        let count = "sessionStorage.pages = Number(sessionStorage.pages ?? 0) + 1";
        visit.browser().before_every_page(count).await;
        visit.browser().reload().await;
        // It reloads the page by itself, once; even before that, the page may say that nothing is kept.
        let again = async || (pages(visit).await? == "2").then_some(());
        eventually("the page is loaded again", again).await;
        Frame(visit).root_says("data-offline", "failed").await;
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
        assert_eq!(caches(visit).await, Vec::<String>::new());
        assert_eq!(pages(visit).await.as_deref(), Some("2"));
    });
}

/// Returns how many pages were opened since counting began; nothing between two pages.
async fn pages(visit: &Visit) -> Option<String> {
    visit.browser().try_ask("return sessionStorage.pages").await
}

/// Makes the browser check the host for another version of the app, and waits for the given result.
async fn look(visit: &Visit) -> String {
    let look = "const ended = (worker) => new Promise((done) => {
            const look = () => worker.state !== 'installing' && done(worker.state === 'redundant' ? 'in vain' : 'well');
            worker.addEventListener('statechange', look), look() });
        const answer = arguments[0];
        navigator.serviceWorker.ready.then((registration) => registration.update())
            .then(({ installing, waiting }) => installing ? ended(installing) : waiting ? 'well' : 'with nothing new')
            .then(answer, () => answer('without an answer'))";
    visit.browser().ask_later(look, Vec::new()).await
}

/// Checks until this is the result: a check that the browser began by itself, which may still be running, saw the host as it
/// was before.
pub async fn looking_ends(visit: &Visit, how: &str) {
    eventually(&format!("looking for a new version ends {how}"), async || (look(visit).await == how).then_some(())).await;
}

/// Waits until the caches of the previous version are deleted: the page may be reloaded before that.
pub async fn only_the_new_version_is_kept(visit: &Visit, old: &[String]) {
    let is_alone = async || Some(caches(visit).await).filter(|new| new.len() == 1 && new != old).map(drop);
    eventually("only the new version is kept", is_alone).await;
}

/// Returns the names of the caches of versions of the app at the root of the host.
pub async fn caches(visit: &Visit) -> Vec<String> {
    let script = "caches.keys().then((names) => arguments[0](names.filter((name) => name.startsWith('siganpyo/#app-'))))";
    visit.browser().ask_later(script, Vec::new()).await
}
