//! Other programs next to the one that comes with the app.

use super::{ENGLISH, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage};
use std::fs;
use std::path::Path;

const SMALL: &str = "tests/fixtures/two-talks.json";
const SMALL_TITLE: &str = "Two Talks in Busan";

#[test]
fn a_damaged_file_is_refused_and_replaces_nothing() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions[..1]).await;
        let whole = fs::read(SMALL).expect("the fixture");
        let torn = &whole[..whole.len() / 2];
        let foreign = b"{ \"format\": \"holiday-photos/3\" }";
        let picture = b"\x89PNG\r\n\x1a\n\x00\xff";
        let files: [(&str, &[u8]); 4] =
            [("torn.json", torn), ("foreign.json", foreign), ("picture.png", picture), ("empty.json", b"")];
        let mut reasons = Vec::new();
        for (name, bytes) in files {
            reasons.push(refuses(visit, name, bytes).await);
        }
        assert!(reasons[0] != reasons[1] && reasons[1].contains("holiday-photos/3"), "{reasons:#?}");
        are_picked(&ProgramPage::open(visit).await, &ids(&sessions[..1])).await;
    });
}

/// Returns what the page says when the file is opened.
async fn refuses(visit: &Visit, name: &str, bytes: &[u8]) -> String {
    let path = visit.file(name);
    fs::write(&path, bytes).expect("a file to open");
    let library = LibraryPage::open(visit).await;
    let before = library.titles().await;
    library.open_program(&path).await;
    let notice = visit.browser().find("main [role=alert]").await.text().await.expect("a notice");
    let lines: Vec<&str> = notice.lines().filter(|line| !line.trim().is_empty()).collect();
    assert!(lines.len() >= 2, "a reason and what to do, for {name}: {notice:?}");
    assert_eq!(library.titles().await, before, "after {name}");
    let spoken = "return [...document.querySelectorAll('[role=alert], [role=status]')].filter((at) => at.textContent.includes(arguments[0])).length";
    let spoken: usize = visit.browser().ask(spoken, vec![lines[0].into()]).await;
    assert_eq!(spoken, 1, "it is read once, after {name}");
    notice
}

#[test]
fn each_program_has_its_own_plan() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        let library = LibraryPage::open(visit).await;
        library.open_program(Path::new(env!("CARGO_MANIFEST_DIR")).join(SMALL).as_path()).await;
        assert!(library.preview().await.contains(SMALL_TITLE));
        assert_eq!(library.titles().await, [visit.program.title.as_str()], "nothing is kept without asking");
        library.keep().await;
        visit.browser().says(&(library.messages().opened)(SMALL_TITLE, 2)).await;
        LibraryPage::by_tab(visit).await.has(&[&visit.program.title, SMALL_TITLE]).await;

        let page = ProgramPage::open(visit).await;
        visit.browser().named("heading", SMALL_TITLE).await;
        assert_eq!(page.picked().await, [""; 0]);
        page.pick("second").await;
        Frame(visit).is_saved().await;
        Frame(visit).reload().await;
        are_picked(&ProgramPage::here(visit).await, &["second".to_owned()]).await;

        LibraryPage::open(visit).await.switch_to(&visit.program.title).await;
        are_picked(&ProgramPage::here(visit).await, &ids(&sessions)).await;
        are_picked(&ProgramPage::open(visit).await, &ids(&sessions)).await;
    });
}
