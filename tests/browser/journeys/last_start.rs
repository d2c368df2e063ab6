//! A program that crashes the page: the next start works, names the program, and no pick is lost.

use super::{ENGLISH, KOREAN, are_picked, five, ids, pick_and_save, put_records};
use crate::harness::{Setup, Visit, eventually, publish_program, visit, within};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage};
use serde_json::{Value, json};
use siganpyo::program::{Program, SessionId};
use std::fs;
use std::path::Path;
use std::time::Duration;

const SMALL: &str = "tests/fixtures/two-talks.json";
const SMALL_TITLE: &str = "Two Talks in Busan";
const TALK: &str = "The sea in the morning";

/// The page hangs as soon as it shows this.
fn stops_at(title: &str) -> String {
    format!(
        "new MutationObserver(() => {{ while (document.querySelector('main')?.textContent.includes({title:?})); }})
            .observe(document, {{ subtree: true, childList: true }})"
    )
}

/// The browser does not always do as it is told; then the app's code is stopped, and everything else in the page goes on.
const TRAPS: &str = "const { createElement } = Document.prototype;
    Document.prototype.createElement = function (name, ...rest) {
        if (name === 'h4' && !sessionStorage.getItem('trapped')) {
            sessionStorage.setItem('trapped', 'yes');
            throw new Error('no such element, says the test');
        }
        return createElement.call(this, name, ...rest);
    }";

/// Opens the app, which crashes because of the program with this title, and ends the browser once that is on the disk.
async fn dies_of(visit: &mut Visit, title: &str) {
    let since: u64 = visit.browser().ask("return Date.now()", Vec::new()).await;
    visit.browser().before_every_page(&stops_at(title)).await;
    let go = "const [address] = arguments; setTimeout(() => location.assign(address))";
    hangs_after(visit, since, go).await;
    visit.kill_and_open_browser().await;
}

/// Runs a script after which the page hangs, and waits until it is on the disk that a program was being shown. The driver may wait for
/// the page before it answers, which never ends.
async fn hangs_after(visit: &Visit, since: u64, script: &str) {
    let marked = is_marked(visit, since);
    tokio::pin!(marked);
    tokio::select! {
        () = &mut marked => {}
        () = visit.browser().ask::<()>(script, vec![visit.host.address("/").into()]) => marked.await,
    }
}

/// Waits until it is on the disk that a program was being shown.
async fn is_marked(visit: &Visit, since: u64) {
    let folder = visit.file("profile").join("Default/Local Storage/leveldb");
    let is_there = async || moments(&folder).into_iter().any(|at| at >= since).then_some(());
    eventually("the mark is on the disk", is_there).await;
}

/// Returns the times of all marks in the files.
fn moments(folder: &Path) -> Vec<u64> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|entry| fs::read(entry.path()).ok());
    let texts = files.map(|bytes| bytes.into_iter().map(char::from).collect::<String>());
    let of_text = |text: String| {
        let numbers = text.split("\"at\":").skip(1).map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
        numbers.filter_map(|number| number.parse().ok()).collect::<Vec<u64>>()
    };
    texts.flat_map(of_text).collect()
}

async fn keep_small(visit: &Visit) {
    let library = LibraryPage::open(visit).await;
    library.open_program(Path::new(SMALL)).await;
    library.preview().await;
    library.keep().await;
}

/// Returns the message about the last start.
async fn notice(visit: &Visit) -> String {
    visit.browser().find("[data-role=last-start]").await.text().await.expect("a notice")
}

async fn says_nothing(visit: &Visit) {
    let is_gone = async || visit.browser().find_all("[data-role=last-start]").await.is_empty().then_some(());
    eventually("nothing is said of the last start", is_gone).await;
}

async fn press(visit: &Visit, action: &str) {
    visit.browser().tap(&visit.browser().find(&format!("[data-role=last-start] [data-action={action}]")).await).await;
}

/// Opens the app, which works with its own program as a list, and returns what it says crashed.
async fn begins_without<'v>(visit: &'v Visit, title: &str, picked: &[String]) -> ProgramPage<'v> {
    let page = ProgramPage::open(visit).await;
    visit.browser().find(&format!("main[data-program={:?}]", visit.program.id.as_str())).await;
    assert!(notice(visit).await.contains(title), "it is named");
    are_picked(&page, picked).await;
    page
}

#[test]
fn a_kept_program_that_crashed_the_page_can_be_discarded() {
    visit(Setup::phone(KOREAN), async |visit| {
        let sessions = ids(&five(&visit.program));
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        keep_small(visit).await;
        let page = ProgramPage::by_tab(visit).await;
        page.pick("first").await;
        Frame(visit).is_saved().await;
        page.show_grid().await;
        Frame(visit).reload().await;
        visit.browser().find(".grid .cell").await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        dies_of(visit, TALK).await;

        // Also at later starts, until the user decides.
        for _ in 0..2 {
            visit.browser().before_every_page(&stops_at(TALK)).await;
            begins_without(visit, SMALL_TITLE, &sessions).await;
            visit.kill_and_open_browser().await;
        }
        begins_without(visit, SMALL_TITLE, &sessions).await;
        press(visit, "discard-program").await;
        says_nothing(visit).await;
        let library = LibraryPage::open(visit).await;
        assert_eq!(library.titles().await, [visit.program.title.as_str()]);
        says_nothing(visit).await;

        keep_small(visit).await;
        are_picked(&ProgramPage::by_tab(visit).await, &["first".to_owned()]).await;
    });
}

#[test]
fn a_kept_program_that_crashed_the_page_can_be_opened_again() {
    visit(Setup::phone(ENGLISH), async |visit| {
        keep_small(visit).await;
        let page = ProgramPage::by_tab(visit).await;
        page.pick("second").await;
        Frame(visit).is_saved().await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        dies_of(visit, TALK).await;
        dies_again(visit).await;

        begins_without(visit, SMALL_TITLE, &[]).await;
        press(visit, "look-again").await;
        visit.browser().named("heading", SMALL_TITLE).await;
        are_picked(&ProgramPage::here(visit).await, &["second".to_owned()]).await;
        says_nothing(visit).await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        ProgramPage::open(visit).await;
        shows_small(visit).await;
    });
}

/// Opens it again although it still crashes the page.
async fn dies_again(visit: &mut Visit) {
    visit.browser().before_every_page(&stops_at(TALK)).await;
    begins_without(visit, SMALL_TITLE, &[]).await;
    let since: u64 = visit.browser().ask("return Date.now()", Vec::new()).await;
    let press = "setTimeout(() => document.querySelector('[data-role=last-start] [data-action=look-again]').click())";
    hangs_after(visit, since, press).await;
    visit.kill_and_open_browser().await;
}

#[test]
fn a_program_on_trial_that_crashed_the_page_can_be_discarded() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = ids(&five(&visit.program));
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        let library = LibraryPage::open(visit).await;
        library.open_program(Path::new(SMALL)).await;
        library.preview().await;
        Frame(visit).is_saved().await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        dies_of(visit, TALK).await;

        visit.browser().before_every_page(&stops_at(TALK)).await;
        begins_without(visit, SMALL_TITLE, &sessions).await;
        press(visit, "discard-program").await;
        says_nothing(visit).await;
        visit.kill_and_open_browser().await;
        let library = LibraryPage::open(visit).await;
        assert_eq!(library.titles().await, [visit.program.title.as_str()]);
        assert!(visit.browser().find_all("[data-step=preview]").await.is_empty(), "nothing is on trial");
        says_nothing(visit).await;
    });
}

#[test]
fn stopped_code_counts_as_a_crash_although_the_page_still_responds() {
    visit(Setup::phone(ENGLISH), async |visit| {
        keep_small(visit).await;
        ProgramPage::by_tab(visit).await;
        visit.browser().before_every_page(TRAPS).await;
        visit.browser().reload().await;
        let is_stopped =
            async || visit.browser().complaints().await.iter().any(|line| line.contains("unreachable")).then_some(());
        eventually("the code was stopped", is_stopped).await;
        begins_without(visit, SMALL_TITLE, &[]).await;
    });
}

#[test]
fn a_page_left_at_once_and_one_in_another_tab_do_not_count_as_crashes() {
    visit(Setup::phone(ENGLISH), async |visit| {
        keep_small(visit).await;
        ProgramPage::by_tab(visit).await;
        // Whenever it is left.
        for pause in [0, 5, 20, 60, 120, 250] {
            let leave = format!("setTimeout(() => location.reload(), {pause})");
            visit.browser().ask::<()>(&format!("location.reload(); {leave}"), Vec::new()).await;
            visit.browser().reload().await;
        }
        begins_with_small(visit).await;

        // It was about to draw when it was left.
        let late = "addEventListener('visibilitychange', () => siganpyoGuard.mark('two-talks'))";
        visit.browser().ask::<()>(late, Vec::new()).await;
        begins_with_small(visit).await;

        // The other tab draws while this one starts, and is done a moment later.
        let other = "localStorage.setItem('siganpyo/#showing', JSON.stringify({ program: 'two-talks', at: Date.now() }));
            setTimeout(() => localStorage.setItem('siganpyo/#showing', 'null'), 300)";
        visit.browser().before_every_page(other).await;
        begins_with_small(visit).await;
    });
}

/// The browser was killed before the removal of the marks after an old one was on the disk.
#[test]
fn a_page_that_responded_after_the_mark_was_written_does_not_count_as_a_crash() {
    visit(Setup::phone(ENGLISH), async |visit| {
        keep_small(visit).await;
        ProgramPage::by_tab(visit).await;
        let marked: u64 = visit.browser().ask("return Date.now()", Vec::new()).await;
        Frame(visit).reload().await;
        visit.has_answered().await;
        let old = format!("localStorage.setItem('siganpyo/#showing', JSON.stringify({{ program: 'two-talks', at: {marked} }}))");
        visit.browser().before_every_page(&old).await;
        begins_with_small(visit).await;
    });
}

async fn begins_with_small(visit: &Visit) {
    Frame(visit).reload().await;
    shows_small(visit).await;
}

async fn shows_small(visit: &Visit) {
    visit.browser().named("heading", SMALL_TITLE).await;
    Frame(visit).is_saved().await;
    says_nothing(visit).await;
}

/// Every session has another id, and one has a title that crashes the page.
fn deadly_version(program: &Program, name: &str, title: Option<&str>) -> Program {
    let mut next = Program { version: name.to_owned(), ..program.clone() };
    for session in &mut next.sessions {
        session.id = SessionId::new(format!("{name}-{}", session.id));
    }
    if let Some(title) = title {
        next.sessions[0].title = title.to_owned();
    }
    next
}

#[test]
fn a_new_version_that_crashed_the_page_is_replaced_by_the_one_before_and_not_installed_again() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let sessions = ids(&five(&visit.program));
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.kill_and_open_browser().await;
        let deadly = "Of this the page dies";
        publish_program(visit.host.folder(), &deadly_version(&visit.program, "second", Some(deadly)));
        dies_of(visit, deadly).await;

        visit.browser().before_every_page(&stops_at(deadly)).await;
        let page = ProgramPage::open(visit).await;
        let messages = visit.language().library_messages();
        visit.browser().says(&(messages.version_not_opened)(&visit.program.title).message).await;
        are_picked(&page, &sessions).await;
        Frame(visit).is_saved().await;
        let library = LibraryPage::open(visit).await;
        visit.browser().says(&(messages.kept_old)(messages.deadly)).await;
        library.press(&format!("{}: {}", messages.look, visit.program.title)).await;
        visit.browser().named("button", &format!("{}: {}", messages.look, visit.program.title)).await;
        let page = ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        are_picked(&page, &sessions).await;
        press(visit, "close-last-start").await;
        says_nothing(visit).await;

        // A still newer version is used.
        publish_program(visit.host.folder(), &deadly_version(&visit.program, "third", None));
        let plan = PlanPage::open(visit).await;
        let followed: Vec<String> = sessions.iter().map(|id| format!("third-{id}")).collect();
        plan.becomes(&followed, |entry| entry.id.clone()).await;
        Frame(visit).is_saved().await;
        visit.kill_and_open_browser().await;
        visit.host.go_away();
        let plan = PlanPage::open(visit).await;
        plan.becomes(&followed, |entry| entry.id.clone()).await;
        says_nothing(visit).await;
    });
}

/// Two sessions with eight thousand years between them, as an earlier version of the app may have stored them.
const AGES: &str = r#"{ "format": "siganpyo-program/1", "id": "ages", "version": "1", "title": "Symposium of the Ages",
    "time_zone": "UTC", "days": [{ "date": "2031-02-03" }], "rooms": [], "tracks": [], "sessions": [
    { "id": "dawn", "title": "Dawn", "start": "0001-02-03T09:00:00Z", "end": "0001-02-03T10:00:00Z", "day": "2031-02-03" },
    { "id": "dusk", "title": "Dusk", "start": "9998-02-03T09:00:00Z", "end": "9998-02-03T10:00:00Z", "day": "2031-02-03" }] }"#;

/// The longest time for a page that works, on a slow and busy machine.
const ALIVE: Duration = Duration::from_secs(15);

#[test]
fn a_program_that_crashed_an_earlier_version_of_the_app_does_not_crash_this_one() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = ids(&five(&visit.program));
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        let card = json!({ "id": "ages", "title": "Symposium of the Ages", "sessions": 2 }).to_string();
        // As from before there were rules for stored programs.
        let records: Value = json!([["program/ages", AGES], ["card/ages", card], ["rules", "0"]]);
        put_records(visit, records).await;
        let in_use = "localStorage.setItem('siganpyo/#settings', JSON.stringify({ edit: 9, program: 'ages', layout: 'grid' }))";
        visit.browser().ask::<()>(in_use, Vec::new()).await;
        let since: u64 = visit.browser().ask("return Date.now()", Vec::new()).await;
        visit.browser().ask::<()>("setTimeout(() => location.reload())", Vec::new()).await;
        let is_alive = async || Some(visit.browser().root("data-app").await? == "ready").filter(|ready| *ready);
        if within(ALIVE, is_alive).await.is_none() {
            is_marked(visit, since).await;
            visit.kill_and_open_browser().await;
        }
        begins_without(visit, "Symposium of the Ages", &sessions).await;
        press(visit, "discard-program").await;
        says_nothing(visit).await;
        let library = LibraryPage::open(visit).await;
        assert_eq!(library.titles().await, [visit.program.title.as_str()]);
    });
}
