//! What other apps share and any site can post waits, and nothing happens until the user confirms it.

use super::{ENGLISH, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage};
use std::fs;

/// A page of another site that posts a form to the app's library when it is opened.
fn evil_page(library: &str, field: &str) -> String {
    format!(
        "<!doctype html><meta charset=\"utf-8\"><meta name=referrer content=origin><form method=\"post\" enctype=\"multipart/form-data\" action=\"{library}\">{field}</form>\
         <script>document.forms[0].submit()</script>"
    )
}

/// Another name of this machine, which is thus another site.
fn elsewhere(visit: &Visit, path: &str) -> String {
    visit.host.address(path).replace("127.0.0.1", "localhost")
}

/// Visits the other site, which sends the browser to the library with the posted form.
async fn is_lured(visit: &Visit, field: &str) {
    fs::write(visit.host.folder().join("win-a-prize.html"), evil_page(&visit.host.address("/library"), field)).expect("a page");
    visit.browser().go_to(&elsewhere(visit, "/win-a-prize.html")).await;
    visit.browser().find("[data-step=handed-over]").await;
    Frame(visit).root_says("data-app", "ready").await;
}

async fn waits(visit: &Visit) -> bool {
    let library = LibraryPage::open(visit).await;
    // The page has asked the worker by the time it has its cards; if nothing waits, there is nothing else to wait for.
    library.titles().await;
    let asked = "const done = arguments[0];
        navigator.serviceWorker.ready.then(({ active }) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => done(Boolean(data));
            active.postMessage({ type: 'waiting' }, [port2]);
        })";
    visit.browser().ask_later(asked, Vec::new()).await
}

#[test]
fn a_form_of_another_site_changes_nothing_and_names_its_site() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        let text = fs::read_to_string("tests/fixtures/two-talks.json").expect("the fixture").replace('\'', "&#39;");
        let field = format!("<textarea name=text>{text}</textarea>");

        is_lured(visit, &field).await;
        let library = LibraryPage::here(visit);
        let site = elsewhere(visit, "/");
        visit.browser().says(&(library.messages().from_site)(site.trim_end_matches('/'))).await;
        assert!(!visit.browser().address().await.contains('?'), "a reload must not speak of it again");
        assert!(visit.browser().find_all("[data-step=preview], [data-step=working]").await.is_empty(), "nothing of it is read");
        let page = ProgramPage::open(visit).await;
        visit.browser().named("heading", &program.title).await;
        are_picked(&page, &ids(&sessions)).await;

        assert!(waits(visit).await, "it waits");
        visit.browser().find("[data-step=handed-over]").await;
        visit.browser().tap(&visit.browser().find("[data-action=discard-handed]").await).await;
        let is_gone = async || visit.browser().find_all("[data-step=handed-over]").await.is_empty().then_some(());
        eventually("it is gone", is_gone).await;
        assert!(!waits(visit).await, "also after a reload");

        is_lured(visit, &field).await;
        visit.browser().tap(&visit.browser().find("[data-action=open-handed]").await).await;
        assert!(library.preview().await.contains("Two Talks in Busan"));
        visit.assert_quiet_console().await;
    });
}

#[test]
fn a_shared_address_is_fetched_after_a_tap_and_a_large_file_is_refused() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        fs::copy("tests/fixtures/two-talks.json", visit.host.folder().join("two-talks.json")).expect("a published program");
        let address = visit.host.address("/two-talks.json");
        is_lured(visit, &format!("<input name=text value=\"{address}\">")).await;
        let library = LibraryPage::here(visit);
        let is_fetched = "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('two-talks.json'))";
        let host = address.trim_start_matches("http://").split('/').next().expect("a host");
        let fetch = visit.browser().named("button", &(library.messages().fetch_handed)(host)).await;
        assert!(visit.browser().text().await.contains(&address));
        assert!(!visit.browser().ask::<bool>(is_fetched, Vec::new()).await, "nothing is fetched before the tap");
        visit.browser().tap(&fetch).await;
        assert!(library.preview().await.contains("Two Talks in Busan"));

        let large = "<script>const file = new File([new Uint8Array(17 << 20)], 'large.json');
            const files = new DataTransfer(); files.items.add(file);
            document.forms[0].insertAdjacentHTML('beforeend', '<input type=file name=file>');
            document.forms[0].elements.file.files = files.files</script>";
        is_lured(visit, large).await;
        visit.browser().says(&(library.messages().too_large)(17 << 20, 16 << 20).message).await;
        assert!(visit.browser().find_all("[data-action=open-handed]").await.is_empty());
        visit.browser().tap(&visit.browser().find("[data-action=discard-handed]").await).await;
        assert!(!waits(visit).await);
    });
}
