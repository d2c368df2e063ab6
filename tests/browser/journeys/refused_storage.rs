//! The browser refuses storage: the app works from memory, and does not say "saved".

use super::{ENGLISH, KOREAN, are_picked, five, ids};
use crate::harness::{Setup, visit};
use crate::pages::{Frame, PlanPage, ProgramPage};
use siganpyo::messages::Language;

const NO_LOCAL_STORAGE: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('denied by the test', 'SecurityError') } })";

#[test]
fn there_is_no_database() {
    nothing_is_saved(KOREAN, "Object.defineProperty(window, 'indexedDB', { value: undefined })");
}

#[test]
fn the_database_may_not_be_opened() {
    nothing_is_saved(
        ENGLISH,
        "IDBFactory.prototype.open = () => { throw new DOMException('denied by the test', 'SecurityError') }",
    );
}

#[test]
fn the_database_never_answers() {
    nothing_is_saved(ENGLISH, "IDBFactory.prototype.open = () => new EventTarget()");
}

#[test]
fn the_disk_is_full() {
    nothing_is_saved(
        KOREAN,
        "IDBObjectStore.prototype.put = () => { throw new DOMException('full, says the test', 'QuotaExceededError') }",
    );
}

#[test]
fn the_transaction_is_aborted() {
    nothing_is_saved(ENGLISH, "const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...all) { const asked = put.apply(this, all); this.transaction.abort(); return asked }");
}

#[test]
fn writes_are_lost() {
    nothing_is_saved(KOREAN, "IDBObjectStore.prototype.put = function () { return this.get('nothing') }");
}

#[test]
fn all_storage_is_denied() {
    let database =
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied by the test', 'SecurityError') } })";
    nothing_is_saved(ENGLISH, &format!("{database}; {NO_LOCAL_STORAGE}"));
}

#[test]
fn the_database_alone_keeps_picks() {
    visit(Setup::phone(ENGLISH), async |visit| {
        visit.browser().before_every_page(NO_LOCAL_STORAGE).await;
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        super::pick_and_save(visit, &page, &sessions).await;
        Frame(visit).reload().await;
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
    });
}

fn nothing_is_saved(language: Language, obstacle: &str) {
    visit(Setup::phone(language), async |visit| {
        visit.browser().before_every_page(obstacle).await;
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        assert_eq!(page.whole_list().await.len(), visit.program.sessions.len());
        // The first save is tried before anything is picked, and its message moves the page.
        Frame(visit).save_says("failed").await;
        page.pick(sessions[0].id.as_str()).await;
        Frame(visit).watch_saving().await;
        for session in &sessions[1..] {
            page.pick(session.id.as_str()).await;
        }
        Frame(visit).save_says("failed").await;
        visit.browser().says(&(visit.messages().not_saved)().message).await;
        visit.browser().says(&(visit.messages().not_saved)().hint).await;
        // From memory.
        PlanPage::by_tab(visit).await.shows(&ids(&sessions)).await;
        Frame(visit).save_says("failed").await;
        let seen = Frame(visit).seen_saves().await;
        assert!(!seen.contains(&"saved".to_owned()), "shown in this order: {seen:?}");
    });
}
