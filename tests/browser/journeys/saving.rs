//! "Saved" is said when it is true: after the database has flushed the pick to the disk.

use super::{ENGLISH, KOREAN, are_picked, at};
use crate::harness::{Setup, eventually, visit};
use crate::pages::{Frame, ProgramPage, SessionPage};

/// Keeps every write busy for long, and counts those that are open, ended, or were not asked to reach the disk.
/// A newer program is not looked for, so that picks are all that is written.
const SLOW_DATABASE: &str = "
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
    const { transaction } = IDBDatabase.prototype;
    Object.assign(window, { openWrites: 0, endedWrites: 0, laxWrites: 0 });
    IDBDatabase.prototype.transaction = function (...all) {
        const made = transaction.apply(this, all);
        if (all[1] !== 'readwrite') return made;
        window.openWrites += 1;
        if (all[2]?.durability !== 'strict') window.laxWrites += 1;
        made.addEventListener('complete', () => { window.openWrites -= 1; window.endedWrites += 1 });
        const store = made.objectStore(made.objectStoreNames[0]);
        let rounds = 500;
        const again = () => { if (rounds-- > 0) store.get('nothing').onsuccess = again };
        again();
        return made;
    }";

/// Notes how many writes were open and ended each time the page said "saved".
const WATCH: &str = "window.said = [];
    const note = () => { if (document.querySelector('[data-save=saved]')) window.said.push([window.openWrites, window.endedWrites]) };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-save'] });
    return window.endedWrites";

#[test]
fn saved_is_said_after_the_write_and_never_before() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let browser = visit.browser();
        browser.before_every_page(SLOW_DATABASE).await;
        let page = ProgramPage::open(visit).await;
        // The program is kept at first; then nothing is being written any more.
        let idle = async || browser.ask::<bool>("return window.endedWrites > 0 && window.openWrites === 0", Vec::new()).await;
        eventually("the program is kept", async || idle().await.then_some(())).await;
        let before: u32 = browser.ask(WATCH, Vec::new()).await;
        page.pick(at(&visit.program, "2018-08-18", "13:00")[0].id.as_str()).await;
        Frame(visit).save_says("saving").await;
        Frame(visit).is_saved().await;
        let said: Vec<(u32, u32)> = browser.ask("return window.said", Vec::new()).await;
        assert!(!said.is_empty() && said.iter().all(|(open, ended)| *open == 0 && *ended > before), "{before}, then {said:?}");
        assert_eq!(browser.ask::<u32>("return window.laxWrites", Vec::new()).await, 0, "writes may not stay in a buffer");
    });
}

#[test]
fn a_pick_from_the_page_of_a_session_survives_too() {
    visit(Setup::phone(KOREAN), async |visit| {
        let id = at(&visit.program, "2018-08-19", "11:00")[3].id.to_string();
        let page = SessionPage::open(visit, &id).await;
        page.pick().await;
        Frame(visit).is_saved().await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &[id]).await;
    });
}
