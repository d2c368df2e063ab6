//! "Saved" is only shown when it is true: after the database has flushed the pick to the disk.

use super::{ENGLISH, KOREAN, are_picked, at};
use crate::harness::{Setup, visit};
use crate::pages::{Frame, ProgramPage, SessionPage};

/// Delays every write, and counts those of plans: how many are open or ended, or did not ask to be flushed to the disk. Other
/// records are written when the app starts, and there is no event when that is over.
const SLOW_DATABASE: &str = "
    const { transaction } = IDBDatabase.prototype, { get } = IDBObjectStore.prototype, ofPlans = new WeakSet();
    Object.assign(window, { openWrites: 0, endedWrites: 0, laxWrites: 0 });
    IDBObjectStore.prototype.get = function (key) {
        const writing = this.transaction;
        if (writing.mode === 'readwrite' && String(key).startsWith('plan/') && !ofPlans.has(writing)) {
            ofPlans.add(writing);
            window.openWrites += 1;
            if (writing.durability !== 'strict') window.laxWrites += 1;
            writing.addEventListener('complete', () => { window.openWrites -= 1; window.endedWrites += 1 });
        }
        return get.call(this, key);
    };
    IDBDatabase.prototype.transaction = function (...all) {
        const made = transaction.apply(this, all);
        if (all[1] !== 'readwrite') return made;
        const store = made.objectStore(made.objectStoreNames[0]);
        let rounds = 500;
        const again = () => { if (rounds-- > 0) get.call(store, 'nothing').onsuccess = again };
        again();
        return made;
    }";

/// Records every state of saving that the page shows, with how many writes were open and ended then.
const WATCH: &str = "window.said = [];
    const note = () => {
        const { save } = document.querySelector('[data-save]').dataset;
        window.said.push([save, window.openWrites, window.endedWrites]);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-save'] });
    return window.endedWrites";

#[test]
fn saved_is_shown_after_the_write_and_never_before() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let browser = visit.browser();
        browser.before_every_page(SLOW_DATABASE).await;
        let page = ProgramPage::open(visit).await;
        // When the app starts it writes the plan once, even an empty one.
        Frame(visit).is_saved().await;
        let before: u32 = browser.ask(WATCH, Vec::new()).await;
        assert!(before > 0, "writes are counted");
        page.pick(at(&visit.program, "2018-08-18", "13:00")[0].id.as_str()).await;
        Frame(visit).is_saved().await;
        let said: Vec<(String, u32, u32)> = browser.ask("return window.said", Vec::new()).await;
        let is_said = |word: &str| said.iter().any(|(said, ..)| said == word);
        assert!(is_said("saving") && is_said("saved"), "{said:?}");
        let is_true = |(word, open, ended): &(String, u32, u32)| word != "saved" || *open == 0 && *ended > before;
        assert!(said.iter().all(is_true), "{before}, then {said:?}");
        assert_eq!(browser.ask::<u32>("return window.laxWrites", Vec::new()).await, 0, "writes may not stay in a buffer");
    });
}

#[test]
fn a_start_offline_with_nothing_to_save_says_nothing_of_saving() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        page.pick(at(&visit.program, "2018-08-18", "13:00")[0].id.as_str()).await;
        Frame(visit).is_saved().await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.host.go_away();
        visit.browser().before_every_page(SLOW_DATABASE).await;
        let note = "window.texts = new Set();
            const note = () => { for (const at of document.querySelectorAll('[data-save]')) window.texts.add(at.textContent) };
            new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })";
        visit.browser().before_every_page(note).await;
        Frame(visit).open("/").await;
        Frame(visit).is_saved().await;
        let texts: Vec<String> = visit.browser().ask("return [...window.texts]", Vec::new()).await;
        let is_quiet = texts.iter().all(|text| !text.contains(visit.messages().saving));
        assert!(is_quiet && texts.iter().any(|text| text.contains(visit.messages().saved)), "{texts:?}");
    });
}

#[test]
fn a_pick_from_the_page_of_a_session_is_saved() {
    visit(Setup::phone(KOREAN), async |visit| {
        let id = at(&visit.program, "2018-08-19", "11:00")[3].id.to_string();
        let page = SessionPage::open(visit, &id).await;
        page.pick().await;
        Frame(visit).is_saved().await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &[id]).await;
    });
}
