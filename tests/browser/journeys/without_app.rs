//! The page while the app is loading, and in browsers in which it cannot run.

use super::{ENGLISH, KOREAN, are_picked, five, ids};
use crate::harness::{Setup, take_away, visit};
use crate::pages::{Frame, ProgramPage};
use siganpyo::messages::Language;

#[test]
fn without_web_assembly_the_program_can_be_read() {
    for language in Language::ALL {
        visit(Setup::phone(language), async |visit| {
            visit.browser().before_every_page("delete globalThis.WebAssembly").await;
            visit.open("/").await;
            Frame(visit).root_says("data-app", "unsupported").await;
            let listed = ProgramPage::here(visit).await.listed().await;
            assert_eq!(listed.len(), visit.program.sessions.len());
            assert!(listed.iter().all(|session| session.shown), "{listed:#?}");
            visit.browser().says(visit.language().static_page_messages().app_unsupported).await;
            let session = five(&visit.program)[1];
            visit.open(&format!("/session/{}", session.id)).await;
            visit.browser().named("heading", &session.title).await;
        });
    }
}

#[test]
fn a_tap_before_the_app_has_started_counts() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let app = take_away(visit.host.folder(), |file| file.starts_with("app-") && file.ends_with(".wasm"));
        visit.open("/").await;
        let page = ProgramPage::here(visit).await;
        for session in &sessions {
            page.pick(session.id.as_str()).await;
        }
        page.pick(sessions[3].id.as_str()).await;
        let kept = [&sessions[..3], &sessions[4..]].concat();
        assert_eq!(page.picked().await, ids(&kept));
        let saved = visit.browser().find_all("[data-save=saved]").await;
        assert!(saved.is_empty(), "nothing is said to be saved before it is");

        app.put_back();
        let page = ProgramPage::open(visit).await;
        are_picked(&page, &ids(&kept)).await;
        Frame(visit).is_saved().await;
        let left =
            async || visit.browser().ask::<Option<String>>("return localStorage.getItem('siganpyo/#early')", Vec::new()).await;
        crate::harness::eventually("the taps have become picks", async || left().await.is_none().then_some(())).await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &ids(&kept)).await;
    });
}

#[test]
fn a_query_typed_before_the_app_has_started_is_used() {
    visit(Setup::phone(KOREAN).copied(), async |visit| {
        // Requests for the app wait until they are released.
        let hold = "const load = window.fetch, held = new Promise((go) => { window.letGo = go });
            window.fetch = (what, ...rest) => /app-[^/]*wasm/.test(what?.url ?? what) ? held.then(() => load(what, ...rest)) : load(what, ...rest)";
        visit.browser().before_every_page(hold).await;
        visit.open("/").await;
        let page = ProgramPage::here(visit).await;
        Frame(visit).root_says("data-app", "loading").await;
        page.search("코루틴 없음").await;
        assert_eq!(page.listed().await.len(), 58, "nothing can be searched yet");
        page.search("Corou").await;
        visit.browser().ask::<()>("window.letGo()", Vec::new()).await;
        Frame(visit).root_says("data-app", "ready").await;
        page.lists(&["talk-19".to_owned()]).await;
        let field = "const field = document.querySelector('[role=searchbox]');
            return [field.value, document.activeElement === field]";
        assert_eq!(visit.browser().ask::<(String, bool)>(field, Vec::new()).await, ("Corou".to_owned(), true));
        // The user can continue to type.
        visit.browser().find("[role=searchbox]").await.send_keys("tine").await.expect("a field to type into");
        assert_eq!(visit.browser().ask::<(String, bool)>(field, Vec::new()).await.0, "Coroutine");
        page.lists(&["talk-19".to_owned()]).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn picks_are_shown_before_the_app_has_started() {
    visit(Setup::phone(KOREAN).copied(), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        super::pick_and_save(visit, &page, &sessions).await;
        let app = take_away(visit.host.folder(), |file| file.starts_with("app-") && file.ends_with(".wasm"));
        visit.browser().ask_only_the_host().await;
        visit.open("/").await;
        Frame(visit).root_says("data-app", "loading").await;
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
        drop(app);
    });
}
