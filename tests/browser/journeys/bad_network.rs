//! The network gives wrong answers: a login page for everything, an incomplete release, a release without a signal
//! afterwards.

use super::update::{caches, looking_ends, only_the_new_version_is_kept};
use super::{ENGLISH, KOREAN, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, publish_new_version, take_away, visit};
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
        looking_ends(visit, "without an answer").await;
        all_is_well(visit).await;
        visit.host.come_back();
        all_is_well(visit).await;
    });
}

#[test]
fn an_incomplete_release_changes_nothing_until_it_is_complete() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let program = visit.program.clone();
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&program)).await;
        Frame(visit).is_ready_for_the_venue().await;
        publish_new_version(visit.host.folder(), 1);
        // The page of the new release is published, its files are not published yet, and the old files are gone.
        let rest = take_away(visit.host.folder(), |file| !["sw.js", "index.html"].contains(&file));
        looking_ends(visit, "in vain").await;
        visit.kill_and_open_browser().await;
        all_is_well(visit).await;
        assert!(!visit.browser().text().await.contains(visit.messages().update_ready), "half of it is not offered");

        rest.put_back();
        looking_ends(visit, "well").await;
        Frame(visit).take_update().await;
        all_is_well(visit).await;
    });
}

#[test]
fn a_downloaded_version_is_installed_without_a_signal() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let program = visit.program.clone();
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&program)).await;
        Frame(visit).is_ready_for_the_venue().await;
        let old = caches(visit).await;
        publish_new_version(visit.host.folder(), 1);
        looking_ends(visit, "well").await;
        visit.host.go_away();
        Frame(visit).take_update().await;
        all_is_well(visit).await;
        only_the_new_version_is_kept(visit, &old).await;
        visit.kill_and_open_browser().await;
        all_is_well(visit).await;
    });
}

/// Uses the app as in a hall: the program, the picks, a new picture; and everything is still called ready.
async fn all_is_well(visit: &Visit) {
    let sessions = five(&visit.program);
    let page = ProgramPage::open(visit).await;
    assert_eq!(page.whole_list().await.len(), visit.program.sessions.len());
    are_picked(&page, &ids(&sessions)).await;
    Frame(visit).is_saved().await;
    PlanPage::open(visit).await.shows(&ids(&sessions)).await;
    let wallpaper = WallpaperPage::open(visit).await;
    wallpaper.choose_phone(SCREEN).await;
    wallpaper.pictures_of(SCREEN).await;
    Frame(visit).is_ready_for_the_venue().await;
}
