//! The network answers, and wrongly: a login page for everything, half a release, a release that is taken without a signal.

use super::update::caches;
use super::{ENGLISH, KOREAN, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, publish_new_version, take_away, visit};
use crate::pages::{Frame, PlanPage, ProgramPage, WallpaperPage};
use siganpyo::wallpaper::Screen;

const SCREEN: Screen = Screen { width: 1170, height: 2532 };

#[test]
fn a_login_page_for_everything_changes_nothing() {
    visit(Setup::phone(KOREAN), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.host.hide_behind_a_portal();
        visit.kill_and_open_browser().await;
        all_is_well(visit).await;
        look_for_a_new_version(visit).await;
        all_is_well(visit).await;
        visit.host.come_back();
        all_is_well(visit).await;
    });
}

#[test]
fn half_a_release_changes_nothing_until_the_rest_is_there() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let program = visit.program.clone();
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&program)).await;
        Frame(visit).is_ready_for_the_venue().await;
        publish_new_version(visit.host.folder(), 1);
        // The page of the new release is there, what belongs to it is not there yet, and the old files are gone.
        let rest = take_away(visit.host.folder(), |file| !["sw.js", "index.html"].contains(&file));
        look_for_a_new_version(visit).await;
        visit.kill_and_open_browser().await;
        all_is_well(visit).await;
        assert!(!visit.browser().text().await.contains(visit.messages().update_ready), "half of it is not offered");

        rest.put_back();
        look_for_a_new_version(visit).await;
        visit.browser().says(visit.messages().update_ready).await;
        Frame(visit).press(visit.messages().update_now).await;
        Frame(visit).is_ready().await;
        all_is_well(visit).await;
    });
}

#[test]
fn a_version_that_came_in_time_is_taken_without_a_signal() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let program = visit.program.clone();
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&program)).await;
        Frame(visit).is_ready_for_the_venue().await;
        let old = caches(visit).await;
        publish_new_version(visit.host.folder(), 1);
        look_for_a_new_version(visit).await;
        visit.browser().says(visit.messages().update_ready).await;
        visit.host.go_away();
        visit.browser().ask::<()>("window.before = true", Vec::new()).await;
        Frame(visit).press(visit.messages().update_now).await;
        let reloaded = async || (!visit.browser().ask::<bool>("return window.before === true", Vec::new()).await).then_some(());
        eventually("the page is loaded again", reloaded).await;
        Frame(visit).is_ready().await;
        all_is_well(visit).await;
        let new = caches(visit).await;
        assert!(new.len() == 1 && new != old, "{old:?} became {new:?}");
        visit.kill_and_open_browser().await;
        all_is_well(visit).await;
    });
}

/// What a person does on a bad day: the program, the picks, a new picture; and everything is still called ready.
async fn all_is_well(visit: &Visit) {
    let sessions = five(&visit.program);
    let page = ProgramPage::open(visit).await;
    assert_eq!(page.listed().await.len(), visit.program.sessions.len());
    are_picked(&page, &ids(&sessions)).await;
    Frame(visit).is_saved().await;
    assert_eq!(PlanPage::open(visit).await.ids().await, ids(&sessions));
    let wallpaper = WallpaperPage::open(visit).await;
    wallpaper.choose_phone(SCREEN).await;
    wallpaper.pictures_of(SCREEN).await;
    Frame(visit).is_ready_for_the_venue().await;
}

/// Lets the browser ask the host for another version of the app, and waits for what comes of it.
async fn look_for_a_new_version(visit: &Visit) {
    let look = "const installed = ({ installing }) => installing && new Promise((done) => {
            const look = () => installing.state !== 'installing' && done();
            installing.addEventListener('statechange', look), look() });
        const answer = arguments[0];
        navigator.serviceWorker.ready.then((it) => it.update()).then(installed).then(() => answer(true), () => answer(false))";
    visit.browser().ask_later::<bool>(look, Vec::new()).await;
}
