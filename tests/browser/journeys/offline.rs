//! The app in a hall: the host cannot be reached, and the browser is started anew.

use super::{KOREAN, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Site, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage, SessionPage, SettingsPage, WallpaperPage};
use siganpyo::program::Session;
use siganpyo::wallpaper::Screen;
use std::path::Path;

#[test]
fn everything_works_without_a_signal() {
    visit(Setup::phone(KOREAN), async |visit| everything_works(visit).await);
}

#[test]
fn everything_works_without_a_signal_under_a_path() {
    visit(Setup::phone(KOREAN).site(Site::SubPath), async |visit| everything_works(visit).await);
}

pub async fn everything_works(visit: &mut Visit) {
    let program = visit.program.clone();
    let sessions = five(&program);
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &sessions).await;
    Frame(visit).is_ready_for_the_venue().await;
    visit.host.go_away();
    visit.kill_and_open_browser().await;

    let page = ProgramPage::open(visit).await;
    assert_eq!(page.whole_list().await.len(), program.sessions.len());
    are_picked(&page, &ids(&sessions)).await;
    deep_links_and_reload_work(visit, &sessions).await;
    a_new_picture_is_made(visit).await;
    Frame(visit).is_ready_for_the_venue().await;
    visit.assert_quiet_console().await;
}

async fn deep_links_and_reload_work(visit: &Visit, sessions: &[&Session]) {
    SessionPage::open(visit, sessions[2].id.as_str()).await.is_shown(&sessions[2].title).await;
    Frame(visit).reload().await;
    visit.browser().named("heading", &sessions[2].title).await;
    let plan = PlanPage::open(visit).await;
    plan.shows(&ids(sessions)).await;
    Frame(visit).reload().await;
    plan.shows(&ids(sessions)).await;
}

async fn a_new_picture_is_made(visit: &Visit) {
    let page = WallpaperPage::open(visit).await;
    let screen = Screen { width: 1080, height: 2340 };
    page.choose_phone(screen).await;
    page.pictures_of(screen).await;
    let words = page.alternative_text().await;
    for session in five(&visit.program) {
        assert!(words.contains(&session.title), "{:?} in the picture's words:\n{words}", session.title);
    }
}

#[test]
fn the_header_says_what_is_on_the_device_and_the_settings_what_is_not() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        let (saved, ready) = (visit.messages().saved, visit.messages().ready_offline);
        header_says(visit, ready).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        header_says(visit, &format!("{saved} · {ready}")).await;

        let settings = SettingsPage::open(visit).await;
        let without = visit.language().safety_messages().without_reader;
        visit.browser().says(without).await;
        settings.choose(visit.language().safety_messages().fetch).await;
        let is_gone = async || (!visit.browser().text().await.contains(without)).then_some(());
        eventually("the reader is here", is_gone).await;
        visit.host.go_away();
        visit.kill_and_open_browser().await;
        let library = LibraryPage::open(visit).await;
        library.open_program(Path::new("tests/fixtures/two-talks.json")).await;
        library.preview().await;
    });
}

async fn header_says(visit: &Visit, words: &str) {
    let line = async || visit.browser().find("[data-save]").await.text().await.ok().filter(|line| line == words);
    eventually(&format!("the header says {words:?}"), line).await;
}

#[test]
fn a_browser_in_another_app_promises_nothing() {
    visit(Setup::phone(KOREAN), async |visit| {
        let agent = "const agent = `${navigator.userAgent} KAKAOTALK/25.1`;
            Object.defineProperty(navigator, 'userAgent', { get: () => agent })";
        visit.browser().before_every_page(agent).await;
        let page = ProgramPage::open(visit).await;
        visit.browser().says(visit.language().safety_messages().open_in_browser).await;
        // Of this system, which has no Safari.
        visit.browser().says(&(visit.language().safety_messages().in_app_browser)(false).hint).await;
        assert!(!visit.browser().text().await.contains("Safari"));
        pick_and_save(visit, &page, &five(&visit.program)).await;
        assert_eq!(visit.browser().find("[data-save]").await.text().await.expect("a line"), "");
    });
}
