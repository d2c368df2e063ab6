//! The organiser publishes another version of the program that people have on their phones.

use super::{ENGLISH, five, half_an_hour_later, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, publish_program, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage};
use siganpyo::program::{Program, Session, SessionId, Span};

/// Opens the plan again, which checks for updates of the program.
async fn again(visit: &Visit) -> PlanPage<'_> {
    let plan = PlanPage::open(visit).await;
    Frame(visit).is_ready_for_the_venue().await;
    plan
}

async fn pick_five(visit: &Visit) -> Vec<String> {
    let sessions = five(&visit.program);
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &sessions).await;
    Frame(visit).is_ready_for_the_venue().await;
    ids(&sessions)
}

/// Returns the next version: the first of five half an hour later, the third cancelled, the fourth removed.
fn next_version(program: &Program, ids: &[String]) -> Program {
    let mut next = Program { version: "next".to_owned(), ..program.clone() };
    for session in &mut next.sessions {
        if session.id.as_str() == ids[0] {
            session.span = half_an_hour_later(session.span);
        } else if session.id.as_str() == ids[2] {
            session.cancelled = true;
        }
    }
    next.sessions.retain(|session| session.id.as_str() != ids[3]);
    next.sort();
    next
}

async fn three_have_changed(visit: &Visit) {
    eventually("three entries have changed", async || (count(visit).await.as_deref() == Some("3")).then_some(())).await;
}

/// Waits until the library has the next version.
async fn is_kept(visit: &Visit) {
    let library = LibraryPage::open(visit).await;
    visit.browser().says(&(library.messages().version)("next")).await;
}

async fn count(visit: &Visit) -> Option<String> {
    visit.browser().ask("return document.querySelector('nav.tabs [data-news]')?.dataset.news ?? null", Vec::new()).await
}

/// The app is closed after a new version was stored and before its card is updated.
const NOT_NOTED: &str = "const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
        if (String(key).startsWith('program/') && value.includes('\"next\"')) window.isKept = true;
        if (String(key).startsWith('card/') && value.includes('\"next\"')) throw new DOMException('too late, says the test', 'AbortError');
        return put.call(this, value, key);
    }";

#[test]
fn a_new_version_is_reported_although_the_app_was_closed_during_the_update() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let ids = pick_five(visit).await;
        publish_program(visit.host.folder(), &next_version(&visit.program, &ids));
        visit.browser().before_every_page(NOT_NOTED).await;
        again(visit).await;
        let is_kept = async || visit.browser().ask::<bool>("return window.isKept === true", Vec::new()).await.then_some(());
        eventually("the new version is kept", is_kept).await;
        three_have_changed(visit).await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        self::is_kept(visit).await;
        three_have_changed(visit).await;
    });
}

/// The first two times that a program is read from the database fail.
const SLEEPY: &str = "const { get } = IDBObjectStore.prototype;
    window.refused = 0;
    IDBObjectStore.prototype.get = function (key) {
        if (String(key).startsWith('program/') && window.refused < 2) {
            window.refused += 1;
            throw new DOMException('asleep, says the test', 'UnknownError');
        }
        return get.call(this, key);
    }";

#[test]
fn a_new_version_is_kept_although_the_database_could_not_be_read_once() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let ids = pick_five(visit).await;
        publish_program(visit.host.folder(), &next_version(&visit.program, &ids));
        again(visit).await;
        three_have_changed(visit).await;
        is_kept(visit).await;
        visit.host.go_away();
        visit.browser().before_every_page(SLEEPY).await;
        let page = ProgramPage::open(visit).await;
        let is_read = async || (visit.browser().ask::<u32>("return window.refused", Vec::new()).await == 2).then_some(());
        eventually("the program was asked for twice", is_read).await;
        three_have_changed(visit).await;
        // Other writes are done before this one.
        page.pick(&ids[0]).await;
        Frame(visit).is_saved().await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        let plan = PlanPage::open(visit).await;
        plan.becomes(&[None, Some("cancelled".to_owned()), Some("removed".to_owned()), None], |entry| entry.change.clone()).await;
    });
}

#[test]
fn changes_are_found_counted_shown_and_confirmed() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let ids = pick_five(visit).await;
        assert_eq!(count(visit).await, None, "the first load is never news");
        publish_program(visit.host.folder(), &next_version(&visit.program, &ids));
        let plan = again(visit).await;
        three_have_changed(visit).await;
        visit.browser().says(&(plan.messages().changes)(3)).await;
        let change = |word: &str| Some(word.to_owned());
        let in_order = [None, change("moved"), change("cancelled"), change("removed"), None];
        plan.becomes(&in_order, |entry| entry.change.clone()).await;

        plan.tap(&ids[0]).await;
        let sheet = plan.sheet().await;
        assert!(sheet.contains("13:00–13:25") && sheet.contains("13:30–13:55"), "before and after: {sheet}");
        plan.act("[role=dialog] [data-action=confirm]").await;
        eventually("two are left", async || (count(visit).await.as_deref() == Some("2")).then_some(())).await;
        plan.act("[data-action=close-sheet]").await;
        plan.act("[data-action=confirm-all]").await;
        eventually("none is left", async || count(visit).await.is_none().then_some(())).await;
        Frame(visit).press(visit.messages().undo).await;
        eventually("two again", async || (count(visit).await.as_deref() == Some("2")).then_some(())).await;
        Frame(visit).is_saved().await;

        // The new version is there even without the host.
        is_kept(visit).await;
        visit.host.go_away();
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        let plan = PlanPage::open(visit).await;
        plan.becomes(&[None, None, change("cancelled"), change("removed"), None], |entry| entry.change.clone()).await;
    });
}

#[test]
fn picks_follow_sessions_to_other_ids() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let ids = pick_five(visit).await;
        let mut next = Program { version: "renumbered".to_owned(), ..visit.program.clone() };
        for session in &mut next.sessions {
            session.id = SessionId::new(format!("new-{}", session.id));
        }
        publish_program(visit.host.folder(), &next);
        let plan = again(visit).await;
        let followed: Vec<String> = ids.iter().map(|id| format!("new-{id}")).collect();
        plan.shows(&followed).await;
        plan.tap(&followed[0]).await;
        assert!(plan.sheet().await.contains(visit.messages().followed));
    });
}

#[test]
fn half_a_program_is_refused_with_the_reason_and_the_old_one_is_kept() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let ids = pick_five(visit).await;
        let mut half = Program { version: "torn".to_owned(), ..visit.program.clone() };
        half.sessions.truncate(8);
        publish_program(visit.host.folder(), &half);
        let library = LibraryPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        let reason = library.doubts_the_size(visit.program.sessions.len(), 8);
        library.press(&format!("{}: {}", library.messages().look, visit.program.title)).await;
        visit.browser().says(&reason).await;
        let plan = PlanPage::by_tab(visit).await;
        assert_eq!(plan.ids().await, ids);
        assert!(plan.entries().await.iter().all(|entry| entry.change.is_none()));
        assert_eq!(count(visit).await, None);
    });
}

#[test]
fn an_older_version_is_refused_and_the_card_shows_the_reason() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let ids = pick_five(visit).await;
        let kept = Program { version: "edition 2".to_owned(), ..next_version(&visit.program, &ids) };
        publish_program(visit.host.folder(), &kept);
        LibraryPage::open(visit).await;
        visit.browser().says("edition 2").await;
        // As from one of several hosts that has an old copy.
        let old = Program { version: "edition 1".to_owned(), ..visit.program.clone() };
        publish_program(visit.host.folder(), &old);
        let library = LibraryPage::open(visit).await;
        visit.browser().says(&library.doubts_the_age("edition 2", "edition 1")).await;
        let plan = PlanPage::open(visit).await;
        let change = |word: &str| Some(word.to_owned());
        plan.becomes(&[None, change("moved"), change("cancelled"), change("removed"), None], |entry| entry.change.clone()).await;
        three_have_changed(visit).await;
    });
}

/// Returns the program without one session, and with two others by the same speakers that are candidates.
fn unclear_version(program: &Program, id: &str) -> Program {
    let mut next = Program { version: "unclear".to_owned(), ..program.clone() };
    let at = next.sessions.iter().position(|session| session.id.as_str() == id).expect("the session");
    let gone = next.sessions.remove(at);
    for (id, minutes) in [("early", 5), ("late", 120)] {
        let later = |moment: siganpyo::program::Moment| moment.plus_minutes(minutes).expect("a moment");
        let span = Span::new(later(gone.span.start), later(gone.span.end)).expect("a span");
        next.sessions.push(Session { id: SessionId::new(id), title: format!("{} ({id})", gone.title), span, ..gone.clone() });
    }
    next.sort();
    next
}

/// Returns what the plan shows of the entry; nothing if it is not in the plan.
async fn change_of(plan: &PlanPage<'_>, id: &str) -> Option<String> {
    plan.entries().await.into_iter().find(|entry| entry.id == id)?.change
}

async fn becomes(plan: &PlanPage<'_>, id: &str, change: Option<&str>) {
    eventually(&format!("{id} is {change:?}"), async || (change_of(plan, id).await.as_deref() == change).then_some(())).await;
}

#[test]
fn with_several_candidates_the_user_is_asked_and_the_answer_is_used() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let ids = pick_five(visit).await;
        publish_program(visit.host.folder(), &unclear_version(&visit.program, &ids[0]));
        let plan = again(visit).await;
        becomes(&plan, &ids[0], Some("ambiguous")).await;
        plan.tap(&ids[0]).await;
        let sheet = plan.sheet().await;
        assert!(sheet.contains(plan.messages().which) && sheet.contains("(early)") && sheet.contains("(late)"), "{sheet}");

        plan.act("[role=dialog] [data-action=settle]").await;
        becomes(&plan, "early", Some("moved retitled")).await;
        assert!(!plan.ids().await.contains(&ids[0]), "it is one entry, not two");
        Frame(visit).press(visit.messages().undo).await;
        becomes(&plan, &ids[0], Some("ambiguous")).await;
        assert!(!plan.ids().await.contains(&"early".to_owned()));

        plan.tap(&ids[0]).await;
        Frame(visit).press(plan.messages().none_of_these).await;
        becomes(&plan, &ids[0], Some("removed")).await;
        Frame(visit).is_saved().await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        let plan = PlanPage::open(visit).await;
        becomes(&plan, &ids[0], Some("removed")).await;
        assert_eq!(plan.ids().await.len(), 5, "nothing is lost");
    });
}

#[test]
fn a_session_that_was_removed_and_added_again_is_attached_and_reported() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let ids = pick_five(visit).await;
        publish_program(visit.host.folder(), &next_version(&visit.program, &ids));
        let plan = again(visit).await;
        becomes(&plan, &ids[3], Some("removed")).await;
        plan.act("[data-action=confirm-all]").await;
        eventually("nothing is left to confirm", async || count(visit).await.is_none().then_some(())).await;
        Frame(visit).is_saved().await;

        publish_program(visit.host.folder(), &Program { version: "all of it again".to_owned(), ..visit.program.clone() });
        let plan = again(visit).await;
        // The first is where it was before, the third takes place after all, the fourth is in the program again.
        eventually("three picks have news", async || (count(visit).await.as_deref() == Some("3")).then_some(())).await;
        becomes(&plan, &ids[3], None).await;
        plan.tap(&ids[3]).await;
        assert!(plan.sheet().await.contains(visit.messages().returned));
        assert_eq!(plan.ids().await, ids);
    });
}

#[test]
fn a_program_from_an_address_is_checked_for_updates_there() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let file = visit.host.folder().join("two-talks.json");
        let text = std::fs::read_to_string("tests/fixtures/two-talks.json").expect("the fixture");
        std::fs::write(&file, &text).expect("a published program");
        let library = LibraryPage::open(visit).await;
        library.open_address("/two-talks.json").await;
        library.preview().await;
        library.keep().await;
        visit.browser().says(&(library.messages().opened)("Two Talks in Busan", 2)).await;
        let page = ProgramPage::open(visit).await;
        page.pick("second").await;
        Frame(visit).is_saved().await;

        let title =
            |program: &Program| program.sessions.iter().find(|one| one.id.as_str() == "second").map(|one| one.title.clone());
        let old = title(&siganpyo::wire::program_file::read(&text).expect("a program")).expect("the session");
        std::fs::write(&file, text.replace(&old, "Quite another name")).expect("a changed program");
        let plan = again(visit).await;
        eventually("one entry has changed", async || (count(visit).await.as_deref() == Some("1")).then_some(())).await;
        plan.becomes(&[Some("retitled".to_owned())], |entry| entry.change.clone()).await;
    });
}
