//! The main story in WebKit, the engine of every browser on an iPhone. WebKitGTK is the nearest thing to it that runs here.

use super::{ENGLISH, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, visit, webkit_is_here};
use crate::pages::{Frame, PlanPage, ProgramPage, SessionPage, WallpaperPage};
use siganpyo::wallpaper::Screen;

const SCREEN: Screen = Screen { width: 1179, height: 2556 };

#[test]
fn the_main_story_in_webkit() {
    if !webkit_is_here() {
        return;
    }
    visit(Setup::webkit(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        assert_eq!(page.listed().await.len(), 58);
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;

        visit.host.go_away();
        visit.browser().reload().await;
        Frame(visit).is_ready().await;
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
        SessionPage::open(visit, sessions[1].id.as_str()).await.is_shown(&sessions[1].title).await;
        assert_eq!(PlanPage::open(visit).await.ids().await, ids(&sessions));
        let wallpaper = WallpaperPage::open(visit).await;
        wallpaper.choose_phone(SCREEN).await;
        wallpaper.pictures_of(SCREEN).await;
    });
}
