//! The user's language, and light and dark mode.

use super::{ENGLISH, KOREAN};
use crate::harness::{Browser, Setup, eventually, visit};
use crate::pages::{Frame, ProgramPage, SettingsPage};
use siganpyo::messages::Language;

#[test]
fn the_language_follows_the_browser() {
    for language in Language::ALL {
        visit(Setup::phone(language), async |visit| {
            ProgramPage::open(visit).await;
            Frame(visit).root_says("lang", language.tag()).await;
            visit.browser().named("link", visit.messages().tab_plan).await;
        });
    }
}

#[test]
fn changing_the_language_works_at_once_and_is_kept() {
    visit(Setup::phone(KOREAN), async |visit| {
        SettingsPage::open(visit).await.choose("English").await;
        Frame(visit).root_says("lang", "en").await;
        visit.browser().named("heading", ENGLISH.messages().settings).await;
        Frame(visit).reload().await;
        visit.browser().named("heading", ENGLISH.messages().settings).await;
        let page = ProgramPage::open(visit).await;
        let days = visit.program.days.iter().map(|day| (ENGLISH.messages().date_with_year)(day.date));
        assert_eq!(page.days().await, days.collect::<Vec<String>>());
    });
}

#[test]
fn colours_follow_the_phone_until_the_user_chooses() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let messages = visit.language().safety_messages();
        let settings = SettingsPage::open(visit).await;
        for dark in [true, false] {
            visit.browser().prefer_dark(dark).await;
            page_is_dark(visit.browser(), dark).await;
        }
        settings.choose(messages.appearance_dark).await;
        page_is_dark(visit.browser(), true).await;
        Frame(visit).reload().await;
        page_is_dark(visit.browser(), true).await;
        visit.browser().prefer_dark(true).await;
        settings.choose(messages.appearance_light).await;
        page_is_dark(visit.browser(), false).await;
        settings.choose(messages.appearance_auto).await;
        page_is_dark(visit.browser(), true).await;
    });
}

async fn page_is_dark(browser: &Browser, dark: bool) {
    // The luminance of the page's background.
    let script = "const probe = (at) => getComputedStyle(at).backgroundColor.match(/[\\d.]+/g).map(Number);
        const solid = [document.body, document.documentElement].map(probe).find((c) => c.length < 4 || c[3] > 0) ?? [255, 255, 255];
        return (solid[0] + solid[1] + solid[2]) / 3";
    eventually(if dark { "a dark page" } else { "a light page" }, async || {
        let brightness: f64 = browser.ask(script, Vec::new()).await;
        (if dark { brightness < 64.0 } else { brightness > 192.0 }).then_some(())
    })
    .await;
}
