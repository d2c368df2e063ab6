//! Data of versions without a path in their names is copied by the first version with a path: nothing that was saved is lost,
//! and nothing is taken from other copies of the app on the same origin.
//!
//! The fixture is what such a version left of a visit: picks, a hidden session, a kept program, another one on trial, and
//! settings. Early picks, choices for pictures and a photo were added by hand.

use super::{ENGLISH, are_picked};
use crate::harness::{Setup, Site, Visit, copy, eventually, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage};
use serde_json::{Value, json};

const PICKED: [&str; 3] = ["talk-01", "talk-19", "talk-30"];
const TAPPED_EARLY: &str = "talk-40";
const HIDDEN: &str = "talk-02";
/// Which of the two stores had anything.
const BOTH: [&str; 2] = ["local", "records"];

const FILL: &str = "const [profile, done] = arguments;
    for (const [name, text] of Object.entries(profile.local ?? {})) localStorage[name] = text;
    if (!profile.records) return done(true);
    const opening = indexedDB.open('siganpyo');
    opening.onupgradeneeded = () => opening.result.createObjectStore('records');
    opening.onsuccess = () => {
        const transaction = opening.result.transaction('records', 'readwrite');
        for (const [key, text] of Object.entries(profile.records)) transaction.objectStore('records').put(text, key);
        transaction.oncomplete = () => { opening.result.close(); done(true) };
    }";

/// Returns the content of the database with this name, or null if there is none.
const HELD: &str = "const [name, done] = arguments;
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => done(null);
    opening.onsuccess = () => {
        const store = opening.result.transaction('records').objectStore('records');
        const [keys, texts] = [store.getAllKeys(), store.getAll()];
        texts.onsuccess = () => { opening.result.close(); done(Object.fromEntries(keys.result.map((key, at) => [key, texts.result[at]]))) };
    }";

/// Prevents localStorage from being copied before the page is read, and the new database from getting more than four
/// records.
const INTERRUPTED: &str = "const { put } = IDBObjectStore.prototype, { setItem } = Storage.prototype;
    let left = 4;
    const full = () => { throw new DOMException('no room, says the test', 'QuotaExceededError') };
    window.refused = [];
    IDBObjectStore.prototype.put = function (...record) {
        if (this.transaction.mode === 'versionchange' && --left < 0) { window.refused.push('record'); full() }
        return put.apply(this, record);
    };
    Storage.prototype.setItem = function (...record) {
        if (document.readyState === 'loading') { window.refused.push('name'); full() }
        return setItem.apply(this, record);
    }";

/// Returns the stored profile, with its program on trial or without.
fn profile(on_trial: bool, places: &[&str]) -> Value {
    let text = std::fs::read_to_string("tests/fixtures/names-without-path.json").expect("the fixture");
    let mut profile: Value = serde_json::from_str(&text).expect("JSON");
    if !on_trial {
        for (place, name) in [("local", "siganpyo.settings"), ("records", "settings")] {
            profile[place][name] = json!(r#"{"appearance":"dark","edit":5}"#);
        }
    }
    for place in BOTH.iter().filter(|place| !places.contains(place)) {
        profile.as_object_mut().expect("a record").remove(*place);
    }
    profile
}

/// Stores the profile in the browser before any page of the app is opened.
async fn leave(visit: &Visit, profile: &Value) {
    visit.open("/fonts/OFL.txt").await;
    assert!(visit.browser().ask_later::<bool>(FILL, vec![profile.clone()]).await);
}

async fn held(visit: &Visit, database: &str) -> Value {
    visit.browser().ask_later(HELD, vec![json!(database)]).await
}

fn with_early(picked: &[&str]) -> Vec<String> {
    picked.iter().chain(&[TAPPED_EARLY]).map(|id| (*id).to_owned()).collect()
}

#[test]
fn everything_is_copied_and_kept_under_the_old_names() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let profile = profile(false, &BOTH);
        leave(visit, &profile).await;
        let page = ProgramPage::open(visit).await;
        are_picked(&page, &with_early(&PICKED)).await;
        Frame(visit).is_saved().await;
        assert!(!page.ids().await.contains(&HIDDEN.to_owned()), "what is hidden is out of sight");
        Frame(visit).root_says("data-appearance", "dark").await;
        assert_eq!(LibraryPage::open(visit).await.titles().await, [visit.program.title.as_str(), "Two Talks in Busan"]);

        let own = "return Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith('siganpyo/#')))";
        let copied: Value = visit.browser().ask(own, Vec::new()).await;
        for name in ["choices", "picture.pyconkr-2018"] {
            assert_eq!(copied[format!("siganpyo/#{name}")], profile["local"][format!("siganpyo.{name}")], "{name}");
        }
        assert_eq!(held(visit, "siganpyo/#records").await["photo"], profile["records"]["photo"]);
        // Unchanged: another copy of the app copies them for itself, and so would the version before.
        let old = "return Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith('siganpyo.')))";
        assert_eq!(visit.browser().ask::<Value>(old, Vec::new()).await, profile["local"]);
        assert_eq!(held(visit, "siganpyo").await, profile["records"]);

        // What is removed is not copied again from there.
        let page = ProgramPage::open(visit).await;
        are_picked(&page, &with_early(&PICKED)).await;
        page.tap_pick(TAPPED_EARLY).await;
        page.tap_pick(PICKED[0]).await;
        are_picked(&page, &PICKED[1..].iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()).await;
        Frame(visit).is_saved().await;
        visit.kill_and_open_browser().await;
        let page = ProgramPage::open(visit).await;
        Frame(visit).is_saved().await;
        are_picked(&page, &PICKED[1..].iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()).await;
    });
}

#[test]
fn a_program_on_trial_is_copied() {
    visit(Setup::phone(ENGLISH), async |visit| {
        leave(visit, &profile(true, &BOTH)).await;
        let library = LibraryPage::open(visit).await;
        library.preview().await;
        library.press(library.messages().discard).await;
        let is_back = async || library.titles().await.contains(&visit.program.title).then_some(());
        eventually("the library has its programs", is_back).await;
        let page = ProgramPage::open(visit).await;
        visit.browser().named("heading", &visit.program.title).await;
        eventually("the picks are there", async || page.picked().await.starts_with(&PICKED.map(str::to_owned)).then_some(()))
            .await;
    });
}

#[test]
fn either_store_alone_restores_the_picks() {
    for (place, picked) in [("local", with_early(&PICKED)), ("records", PICKED.map(str::to_owned).to_vec())] {
        visit(Setup::phone(ENGLISH), async |visit| {
            leave(visit, &profile(false, &[place])).await;
            are_picked(&ProgramPage::open(visit).await, &picked).await;
            Frame(visit).is_saved().await;
            assert_eq!(held(visit, "siganpyo").await.is_null(), place == "local", "nothing is made under the old name");
            visit.kill_and_open_browser().await;
            are_picked(&ProgramPage::open(visit).await, &picked).await;
        });
    }
}

#[test]
fn an_interrupted_copy_is_repeated_and_nothing_is_missing_meanwhile() {
    visit(Setup::phone(ENGLISH), async |visit| {
        leave(visit, &profile(false, &BOTH)).await;
        visit.browser().before_every_page(INTERRUPTED).await;
        let page = ProgramPage::open(visit).await;
        are_picked(&page, &PICKED.map(str::to_owned)).await;
        page.pick("talk-50").await;
        Frame(visit).is_saved().await;
        let refused: Vec<String> = visit.browser().ask("return window.refused", Vec::new()).await;
        assert!(refused.contains(&"record".to_owned()) && refused.contains(&"name".to_owned()), "{refused:?}");
        assert!(held(visit, "siganpyo/#records").await.is_null(), "there is no half of it");

        // Another tab is not interrupted. A browser that is killed now would not have its localStorage on the disk yet.
        visit.browser().replace_tab().await;
        let page = ProgramPage::open(visit).await;
        let all = [&PICKED[..], &[TAPPED_EARLY, "talk-50"]].concat();
        are_picked(&page, &all.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()).await;
        Frame(visit).is_saved().await;
        assert_eq!(held(visit, "siganpyo/#records").await["photo"], profile(false, &BOTH)["records"]["photo"]);
    });
}

#[test]
fn each_copy_of_the_app_copies_its_own_data() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        copy(&Site::SubPath.folder(), &visit.host.folder().join("deep/er"));
        leave(visit, &profile(false, &BOTH)).await;
        let page = ProgramPage::open(visit).await;
        are_picked(&page, &with_early(&PICKED)).await;
        page.pick("talk-50").await;
        Frame(visit).is_saved().await;
        Frame(visit).open("/deep/er/").await;
        are_picked(&ProgramPage::here(visit).await, &with_early(&PICKED)).await;
        Frame(visit).is_saved().await;
        are_picked(&ProgramPage::here(visit).await, &with_early(&PICKED)).await;
    });
}
