//! The browser's storage is damaged: no pick that was shown as saved is lost.

use super::{ENGLISH, KOREAN, are_picked, at, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage, SessionPage};
use serde_json::{Value, json};
use std::path::Path;

/// Calls a method of the app's store with arguments, and returns the result once it is on the disk.
const IN_DATABASE: &str = "const [method, values, done] = arguments;
    const opening = indexedDB.open('siganpyo/#records');
    opening.onsuccess = () => {
        const transaction = opening.result.transaction('records', 'readwrite');
        const request = transaction.objectStore('records')[method](...values);
        transaction.oncomplete = () => { opening.result.close(); done(request.result) };
    }";

const DELETE_DATABASE: &str = "const done = arguments[0];
    const deleting = indexedDB.deleteDatabase('siganpyo/#records');
    deleting.onsuccess = () => done(true)";

#[test]
fn a_damaged_record_is_set_aside_and_the_small_copy_restores_the_picks() {
    visit(Setup::phone(KOREAN), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        in_database(visit, "put", json!(["half a rec", format!("plan/{}", program.id)])).await;
        Frame(visit).reload().await;
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
        Frame(visit).is_saved().await;
        visit.browser().says(&(visit.messages().damaged_plan)().message).await;
        let all = in_database(visit, "getAll", json!([])).await;
        assert!(all.as_array().unwrap().contains(&json!("half a rec")), "it is set aside");

        visit.browser().ask::<()>("localStorage.clear()", Vec::new()).await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &ids(&sessions)).await;
    });
}

#[test]
fn a_damaged_small_copy_does_not_matter() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        let tear =
            "for (const key of Object.keys(localStorage)) localStorage.setItem(key, localStorage.getItem(key).slice(0, 40))";
        visit.browser().ask::<()>(tear, Vec::new()).await;
        Frame(visit).reload().await;
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
        Frame(visit).is_saved().await;
    });
}

#[test]
fn the_program_in_use_is_restored_from_the_database() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let library = LibraryPage::open(visit).await;
        library.open_program(Path::new("tests/fixtures/two-talks.json")).await;
        library.preview().await;
        library.keep().await;
        let page = ProgramPage::by_tab(visit).await;
        page.pick("first").await;
        Frame(visit).is_saved().await;
        let kept = async || in_database(visit, "get", json!(["settings"])).await.as_str()?.contains("two-talks").then_some(());
        eventually("the choice is in the database", kept).await;
        // A browser that is killed within seconds may not have this on the disk yet.
        visit.browser().ask::<()>("localStorage.clear()", Vec::new()).await;
        Frame(visit).reload().await;
        are_picked(&ProgramPage::here(visit).await, &["first".to_owned()]).await;
        ProgramPage::here(visit).await.lists(&["first".to_owned(), "second".to_owned()]).await;
    });
}

#[test]
fn a_deleted_database_is_created_again() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions[..3]).await;
        assert!(visit.browser().ask_later::<bool>(DELETE_DATABASE, Vec::new()).await, "no connection is left open");
        pick_and_save(visit, &page, &sessions[3..]).await;
        visit.browser().ask::<()>("localStorage.clear()", Vec::new()).await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &ids(&sessions)).await;
    });
}

#[test]
fn a_database_of_a_later_version_is_used_without_damage() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions[..3]).await;
        let upgrade = "const opening = indexedDB.open('siganpyo/#records', 7);
            opening.onupgradeneeded = () => opening.result.createObjectStore('of-the-future');
            opening.onsuccess = () => { opening.result.close(); arguments[0](true) }";
        assert!(visit.browser().ask_later::<bool>(upgrade, Vec::new()).await);
        pick_and_save(visit, &page, &sessions[3..]).await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &ids(&sessions)).await;
    });
}

#[test]
fn while_another_tab_blocks_the_database_nothing_is_called_saved() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions[..1]).await;
        // A connection that does not close for an upgrade: everything else must wait.
        let block = "const done = arguments[0];
            const held = indexedDB.open('siganpyo/#records');
            held.onsuccess = () => {
                window.held = held.result;
                const waiting = indexedDB.open('siganpyo/#records', 9);
                waiting.onblocked = () => done(true);
                waiting.onsuccess = () => waiting.result.close();
            }";
        assert!(visit.browser().ask_later::<bool>(block, Vec::new()).await);
        page.pick(sessions[1].id.as_str()).await;
        Frame(visit).save_says("failed").await;
        visit.browser().says(&(visit.messages().not_saved)().message).await;
        visit.browser().ask::<()>("window.held.close()", Vec::new()).await;
        // As when the user comes back to the page.
        visit.browser().ask::<()>("document.dispatchEvent(new Event('visibilitychange'))", Vec::new()).await;
        Frame(visit).is_saved().await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &ids(&sessions[..2])).await;
    });
}

#[test]
fn a_host_that_never_answers_does_not_delay_the_app() {
    visit(Setup::phone(KOREAN), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.host.hang();
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &ids(&sessions)).await;
        Frame(visit).is_ready_for_the_venue().await;
        PlanPage::open(visit).await.shows(&ids(&sessions)).await;
        SessionPage::open(visit, sessions[0].id.as_str()).await.is_shown(&sessions[0].title).await;
    });
}

#[test]
fn saved_is_not_shown_before_the_database_has_answered() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let watch = "window.seenSaves = [];
            new MutationObserver(() => { for (const at of document.querySelectorAll('[data-save]')) window.seenSaves.push(at.dataset.save) })
                .observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-save'] });
            IDBFactory.prototype.open = () => new EventTarget();";
        visit.browser().before_every_page(watch).await;
        ProgramPage::open(visit).await;
        Frame(visit).save_says("failed").await;
        let seen = Frame(visit).seen_saves().await;
        assert!(seen.contains(&"saving".to_owned()) && !seen.contains(&"saved".to_owned()), "{seen:?}");
    });
}

#[test]
fn both_tabs_show_what_either_saves() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let morning = at(&program, "2018-08-18", "13:00");
        let [one, other] = [morning[0].id.to_string(), morning[1].id.to_string()];
        let both = ids(&morning[..2]);
        let first = ProgramPage::open(visit).await;
        Frame(visit).is_saved().await;
        let tab = visit.browser().open_tab().await;
        let second = ProgramPage::open(visit).await;
        Frame(visit).is_saved().await;
        second.pick(&other).await;
        Frame(visit).is_saved().await;
        let tab = visit.browser().go_to_tab(&tab).await;
        eventually("the first tab hears of it", async || (first.picked().await == [other.clone()]).then_some(())).await;
        first.pick(&one).await;
        Frame(visit).is_saved().await;
        let tab = visit.browser().go_to_tab(&tab).await;
        eventually("and the second", async || (second.picked().await == both).then_some(())).await;
        // Removed in one tab means removed in the other, which must not restore it.
        second.pick(&one).await;
        Frame(visit).is_saved().await;
        visit.browser().go_to_tab(&tab).await;
        eventually("it is gone", async || (first.picked().await == [other.clone()]).then_some(())).await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &[other]).await;
    });
}

/// Does this directly in the store of the app.
pub async fn in_database(visit: &Visit, method: &str, values: Value) -> Value {
    visit.browser().ask_later(IN_DATABASE, vec![method.into(), values]).await
}
