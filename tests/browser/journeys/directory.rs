//! Finding a conference in the directory beside the app.

use super::{ENGLISH, KOREAN};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage};
use siganpyo::messages::directory::DirectoryMessages;
use siganpyo::program::{Date, Listing, Program, ProgramId, SessionId};
use siganpyo::wire::{directory, program_file};
use std::fs;

const FIELD: &str = "[data-action=search-directory]";
const ROW: &str = "[data-action=open-listed]";

/// A calendar that states no zone.
const CALENDAR: &str = "BEGIN:VCALENDAR\nX-WR-CALNAME:등불의 밤\nBEGIN:VEVENT\nUID:1\nSUMMARY:Oil\nDTSTART:20320102T090000\n\
    DTEND:20320102T093000\nEND:VEVENT\nEND:VCALENDAR\n";

fn messages(visit: &Visit) -> &'static DirectoryMessages {
    visit.language().directory_messages()
}

fn listing(title: &str, address: &str, day: &str) -> Listing {
    let day = Date::parse(day).expect("a date");
    Listing { days: Some((day, day)), ..Listing::new(title.to_owned(), address.to_owned()) }
}

/// Puts a directory beside the app: a program of which a copy is there, a calendar at an address of its own, and many others.
pub fn publish(visit: &Visit) {
    let folder = visit.host.folder().join("programs");
    let text = fs::read_to_string("tests/fixtures/two-talks.json").expect("the fixture");
    let fixture = program_file::read(&text).expect("a program");
    let mut program = Program { id: ProgramId::new("sea-days"), title: "바다의 날 2030".to_owned(), ..fixture };
    for session in &mut program.sessions {
        session.id = SessionId::new(format!("sea-{}", session.id));
        session.title = format!("Sea {}", session.id);
    }
    fs::write(folder.join("sea days.json"), program_file::write(&program)).expect("a program");
    fs::write(folder.join("lamps.ics"), CALENDAR).expect("a calendar");
    let sea = Listing {
        place: Some("벡스코, 부산".to_owned()),
        source: Some("https://sea.example/2030.json".to_owned()),
        ..listing("바다의 날 2030", "sea days.json", "2030-05-04")
    };
    let lamps = Listing {
        time_zone: Some("Asia/Seoul".to_owned()),
        ..listing("등불의 밤", &visit.host.address("/programs/lamps.ics"), "2032-01-02")
    };
    let past = (0..40).map(|number| listing(&format!("Past {number}"), &format!("https://past.example/{number}"), "2001-01-01"));
    let programs: Vec<Listing> = past.chain([lamps, sea]).collect();
    fs::write(folder.join("directory.json"), directory::write(&programs)).expect("a directory");
}

async fn rows(visit: &Visit) -> Vec<String> {
    visit.browser().ask(&format!("return [...document.querySelectorAll('{ROW}')].map((row) => row.innerText)"), Vec::new()).await
}

async fn status(visit: &Visit) -> String {
    visit.browser().find("[data-role=directory] [role=status]").await.text().await.expect("a status")
}

/// Types into the empty search field, and waits until this many conferences are shown.
async fn search(visit: &Visit, typed: &str, expected: usize) -> Vec<String> {
    let field = visit.browser().find(FIELD).await;
    field.clear().await.expect("a field");
    field.send_keys(typed).await.expect("a field to type into");
    let found = async || Some(rows(visit).await).filter(|rows| rows.len() == expected);
    eventually(&format!("{typed:?} finds {expected}"), found).await
}

#[test]
fn a_conference_is_found_opened_and_kept() {
    visit(Setup::phone(KOREAN).copied(), async |visit| {
        publish(visit);
        let library = LibraryPage::open(visit).await;
        visit.browser().named("searchbox", messages(visit).search).await;
        let all = eventually("the first twenty", async || Some(rows(visit).await).filter(|rows| rows.len() == 20)).await;
        assert!(all[0].starts_with("바다의 날") && all[1].starts_with("등불") && all[2].starts_with("Past"), "{all:?}");
        assert_eq!(status(visit).await, (messages(visit).first_shown)(20, 42));
        library.press(&(messages(visit).show_more)(20)).await;
        eventually("the next twenty", async || (rows(visit).await.len() == 40).then_some(())).await;

        let sea = search(visit, "ㅂㄷㅇㄴ 부산", 1).await;
        for part in ["바다의 날 2030", "2030년 5월 4일 (토)", "벡스코, 부산", &(messages(visit).copied_from)("sea.example")]
        {
            assert!(sea[0].contains(part), "{part} in {sea:?}");
        }
        assert_eq!(status(visit).await, (messages(visit).found)(1));
        search(visit, "없는 행사", 0).await;
        assert_eq!(status(visit).await, (messages(visit).none_found)("없는 행사"));
        search(visit, "2032.1.2", 1).await;

        // Two taps, with the zone that the directory states; then it is marked.
        visit.browser().tap_on(ROW).await;
        assert!(library.preview().await.contains("Asia/Seoul"));
        library.keep().await;
        let library = LibraryPage::by_tab(visit).await;
        library.has(&[&visit.program.title, "등불의 밤"]).await;
        let is_marked = async || search(visit, "등불", 1).await[0].contains(messages(visit).in_library).then_some(());
        eventually("it is in the library", is_marked).await;

        search(visit, "바다", 1).await;
        visit.browser().tap_on(ROW).await;
        assert!(library.preview().await.contains("바다의 날 2030"));
        let at_top: f64 = visit.browser().ask("return scrollY", Vec::new()).await;
        assert!(at_top < 1.0, "the preview is in sight");
        library.keep().await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn the_directory_stays_without_a_network_and_a_damaged_one_changes_nothing() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let file = visit.host.folder().join("programs/directory.json");
        // None at all, then pages and half files in its place: nothing is shown, and the library works.
        for wrong in [None, Some("<!doctype html><title>Log in</title>"), Some("{\"format\":\"siganpyo-directory/1\",\"progr")] {
            if let Some(wrong) = wrong {
                fs::write(&file, wrong).expect("a file");
            }
            let library = LibraryPage::open(visit).await;
            library.has(&[&visit.program.title]).await;
            visit.browser().says(library.messages().open).await;
            assert!(visit.browser().find_all(FIELD).await.is_empty(), "{wrong:?}");
        }
        publish(visit);
        LibraryPage::open(visit).await;
        eventually("it is there", async || (rows(visit).await.len() == 20).then_some(())).await;
        fs::write(&file, "{}").expect("a file");
        LibraryPage::open(visit).await;
        search(visit, "바다", 1).await;

        ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.host.go_away();
        visit.kill_and_open_browser().await;
        LibraryPage::open(visit).await;
        search(visit, "2032", 1).await;

        // The organiser has taken it away.
        visit.host.come_back();
        fs::remove_file(&file).expect("a file");
        LibraryPage::open(visit).await;
        eventually("it is gone", async || visit.browser().find_all(FIELD).await.is_empty().then_some(())).await;
        visit.host.go_away();
        let library = LibraryPage::open(visit).await;
        library.has(&[&visit.program.title]).await;
        assert!(visit.browser().find_all(FIELD).await.is_empty());
    });
}
