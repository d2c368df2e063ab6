//! A part of the app cannot be loaded: the page says so, the rest works, and it can be tried again.

use super::{ENGLISH, KOREAN, five, pick_and_save};
use crate::harness::{Host, Setup, Visit, take_away, visit};
use crate::pages::{Frame, ProgramPage, SettingsPage, WallpaperPage};
use siganpyo::messages::Language;
use siganpyo::wallpaper::Screen;

const SCREEN: Screen = Screen { width: 1170, height: 2532 };

#[test]
fn without_fonts_no_picture_is_made_until_they_are_available() {
    visit(Setup::phone(KOREAN).copied(), async |visit| comes_back(visit, |file| file.starts_with("fonts/")).await);
}

#[test]
fn without_the_painter_no_picture_is_made_until_it_is_available() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        comes_back(visit, |file| file.starts_with("worker") && file.ends_with(".wasm")).await;
    });
}

#[test]
fn a_build_at_another_path_says_for_which_it_was_built() {
    for language in Language::ALL {
        visit(Setup::phone(language), async |visit| {
            let elsewhere = Host::start(visit.host.folder(), "/elsewhere/");
            visit.browser().go_to(&elsewhere.address("/")).await;
            let words = visit.language().static_page_messages().misplaced;
            visit.browser().says(&words.replace("{built}", "/").replace("{here}", "/elsewhere/")).await;
        });
    }
}

#[test]
fn a_build_without_the_app_says_that_files_are_missing() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        take_away(visit.host.folder(), |file| file.starts_with("app-") && file.ends_with(".js"));
        visit.open("/").await;
        visit.browser().says(visit.language().static_page_messages().incomplete).await;
    });
}

async fn comes_back(visit: &Visit, missing: impl Fn(&str) -> bool) {
    let gone = take_away(visit.host.folder(), missing);
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &five(&visit.program)).await;
    Frame(visit).root_says("data-offline", "failed").await;

    Frame(visit).tab(visit.messages().tab_wallpaper).await;
    let wallpaper = WallpaperPage::here(visit);
    let notice = visit.browser().find("main [role=alert]").await.text().await.expect("a notice");
    assert!(notice.lines().count() >= 2, "what failed and what to do: {notice:?}");
    wallpaper.retry().await;
    visit.browser().find("main [role=alert] [data-action=retry]").await;
    assert_eq!(wallpaper.addresses().await, [""; 0]);
    Frame(visit).tab(visit.messages().tab_program).await;
    let page = ProgramPage::here(visit).await;
    page.pick("keynote-1").await;
    Frame(visit).is_saved().await;

    gone.put_back();
    Frame(visit).tab(visit.messages().tab_wallpaper).await;
    visit.browser().find("main [data-role=wallpaper], main [data-action=retry]").await;
    if wallpaper.addresses().await.is_empty() {
        wallpaper.retry().await;
    }
    wallpaper.choose_phone(SCREEN).await;
    wallpaper.pictures_of(SCREEN).await;

    SettingsPage::open(visit).await;
    Frame(visit).is_ready_for_the_venue().await;
}
