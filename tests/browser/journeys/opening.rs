//! Opening programs: what the user is asked, what is recognised, and that nothing changes before the user confirms.

use super::{ENGLISH, KOREAN, are_picked, file};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage};
use std::path::Path;

const TABLE: &str =
    "title,start,end,where\nOne talk,2030-05-01 10:00,2030-05-01 11:00,Hall A\nTwo,2030-05-01 11:00,2030-05-01 12:00,Hall B\n";

/// Returns a schedule.xml of frab with this many talks of half an hour, in ten rooms.
fn schedule(version: &str, talks: usize, about: &str) -> String {
    let room = |room: usize| {
        let events: String = (0..talks)
            .filter(|talk| talk % 10 == room)
            .map(|talk| {
                let minutes = talk / 10 * 30;
                let (hour, minute) = (9 + minutes / 60, minutes % 60);
                format!(
                    "<event id=\"{talk}\" guid=\"guid-{talk}\"><date>2030-05-04T{hour:02}:{minute:02}:00+09:00</date>\
                     <start>{hour:02}:{minute:02}</start><duration>00:30</duration><title>Talk {talk}</title>\
                     <abstract>{about}</abstract><persons><person id=\"{talk}\">Speaker {talk}</person></persons></event>"
                )
            })
            .collect();
        format!("<room name=\"Room {room}\">{events}</room>")
    };
    let rooms: String = (0..10).map(room).collect();
    format!(
        "<?xml version=\"1.0\"?><schedule><version>{version}</version><conference><title>Sea Days</title>\
         <time_zone_name>Asia/Seoul</time_zone_name></conference><day index=\"1\" date=\"2030-05-04\">{rooms}</day></schedule>"
    )
}

#[test]
fn a_missing_time_zone_is_asked_for_and_columns_can_be_corrected() {
    visit(Setup::phone(KOREAN), async |visit| {
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "spring.csv", TABLE)).await;
        let browser = visit.browser();
        let field = browser.find("[data-step=zone] [data-action=time-zone]").await;
        field.send_keys("Asia/Seol").await.expect("a field");
        library.press(library.messages().zone_use).await;
        browser.says("Asia/Seol").await;
        let field = browser.find("[data-step=zone] [data-action=time-zone]").await;
        field.send_keys("Asia/Seoul").await.expect("a field");
        library.press(library.messages().zone_use).await;
        assert!(library.preview().await.contains("Asia/Seoul"));
        let correct = "const where = [...document.querySelectorAll('.columns label')].find((label) => label.textContent.startsWith('where')); \
                       where.closest('details').open = true; const select = where.querySelector('select'); select.value = 'room'; \
                       select.dispatchEvent(new Event('change', { bubbles: true }))";
        browser.ask::<()>(correct, Vec::new()).await;
        browser.says(&(library.messages().rooms)(2)).await;
        library.keep().await;
        browser.says(&(library.messages().opened)("spring", 2)).await;
        browser.says("Hall B").await;
    });
}

#[test]
fn a_preview_without_an_answer_is_still_there_after_a_refused_file() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "sea.xml", &schedule("1", 3, ""))).await;
        library.preview().await;
        let open_refused = async || library.open_program(&file(visit, "list.txt", "milk, bread, and eggs")).await;
        open_refused().await;
        visit.browser().says(&(library.messages().still_on_trial)("Sea Days").message).await;
        assert!(visit.browser().find_all("[data-step=preview]").await.is_empty(), "the refusal is what is shown");
        visit.browser().tap_on("[data-action=show-preview]").await;
        assert!(library.preview().await.contains("Sea Days"));
        // What is cancelled does not hide it either.
        library.open_program(&file(visit, "spring.csv", TABLE)).await;
        visit.browser().find("[data-step=zone]").await;
        visit.browser().tap_on("[data-action=cancel]").await;
        assert!(library.preview().await.contains("Sea Days"));
        library.discard().await;
        open_refused().await;
        visit.browser().find(".opening .notice").await;
        assert!(visit.browser().find_all("[data-action=show-preview]").await.is_empty(), "nothing is on trial any more");
    });
}

#[test]
fn a_likely_time_zone_is_one_tap_and_can_be_corrected() {
    visit(Setup::phone(KOREAN), async |visit| {
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "부산-모임.csv", TABLE)).await;
        let browser = visit.browser();
        let offer = browser.find("[data-step=zone] [data-action=zone-offer]").await.text().await.expect("an offer");
        let likely = (library.messages().zone_offer)("Asia/Seoul", true, false);
        assert!(offer.starts_with(&likely) && offer.contains("10:00"), "{offer}");
        browser.tap_on("[data-step=zone] [data-action=zone-offer]").await;
        assert!(library.preview().await.contains("Asia/Seoul"));
        library.press(library.messages().zone_again).await;
        let field = browser.find("[data-step=zone] [data-action=time-zone]").await;
        field.send_keys("도쿄").await.expect("a field");
        let found = async |zone: &str| {
            let text = browser.find("[data-action=zone-found]").await.text().await.ok();
            text.filter(|found| found.starts_with(zone))
        };
        let tokyo = eventually("a Korean name leads to the zone", async || found("Asia/Tokyo").await).await;
        assert!(tokyo.contains("10:00"), "with the first session as it would read: {tokyo}");
        field.clear().await.expect("an empty field");
        field.send_keys("new y").await.expect("a field");
        eventually("a beginning leads to the zone", async || found("America/New York").await).await;
        visit.browser().tap_on("[data-action=zone-found]").await;
        assert!(library.preview().await.contains("America/New_York"));
    });
}

#[test]
fn a_new_version_replaces_the_old_one_and_picks_are_kept() {
    visit(Setup::phone(ENGLISH), async |visit| {
        keep(visit, "v1.xml", &schedule("1", 40, "Old words")).await;
        let page = ProgramPage::open(visit).await;
        page.pick("guid-7").await;
        Frame(visit).is_saved().await;
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "v2.xml", &schedule("2", 41, "New words"))).await;
        let preview = library.preview().await;
        assert!(preview.contains(&(library.messages().newer_version)("Sea Days")), "{preview}");
        library.keep().await;
        visit.browser().says(&(library.messages().opened)("Sea Days", 41)).await;
        LibraryPage::by_tab(visit).await.has(&[&visit.program.title, "Sea Days"]).await;
        are_picked(&ProgramPage::open(visit).await, &["guid-7".to_owned()]).await;
    });
}

#[test]
fn a_much_smaller_file_needs_confirmation_and_can_be_stored_separately() {
    visit(Setup::phone(ENGLISH), async |visit| {
        keep(visit, "v1.xml", &schedule("1", 40, "")).await;
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "v2.xml", &schedule("2", 3, ""))).await;
        let preview = library.preview().await;
        assert!(preview.contains(&library.doubts_the_size(40, 3)), "{preview}");
        library.discard().await;
        library.has(&[&visit.program.title, "Sea Days"]).await;
        ProgramPage::open(visit).await;
        visit.browser().named("heading", "Sea Days").await;
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "v3.xml", &schedule("2", 3, ""))).await;
        library.preview().await;
        library.press(library.messages().keep_beside).await;
        visit.browser().says(&(library.messages().opened)("Sea Days", 3)).await;
        LibraryPage::by_tab(visit).await.has(&[&visit.program.title, "Sea Days", "Sea Days"]).await;
    });
}

#[test]
fn a_program_on_trial_survives_a_reload_and_can_be_discarded() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "v1.xml", &schedule("1", 40, ""))).await;
        library.preview().await;
        ProgramPage::open(visit).await;
        visit.browser().named("heading", "Sea Days").await;
        visit.browser().says(&(library.messages().on_trial)("Sea Days").message).await;
        let library = LibraryPage::open(visit).await;
        library.preview().await;
        library.discard().await;
        ProgramPage::open(visit).await;
        visit.browser().named("heading", &visit.program.title).await;
    });
}

#[test]
fn removing_a_program_can_be_undone_with_its_picks() {
    visit(Setup::phone(ENGLISH), async |visit| {
        keep(visit, "v1.xml", &schedule("1", 40, "")).await;
        ProgramPage::open(visit).await.pick("guid-7").await;
        Frame(visit).is_saved().await;
        let library = LibraryPage::open(visit).await;
        let words = library.messages();
        library.press(&format!("{}: Sea Days", words.remove)).await;
        visit.browser().says(&(words.remove_ask)("Sea Days", 1).hint).await;
        library.press(words.remove).await;
        visit.browser().says(&(words.removed)("Sea Days")).await;
        library.has(&[&visit.program.title]).await;
        library.press(visit.messages().undo).await;
        library.has(&[&visit.program.title, "Sea Days"]).await;
        library.switch_to("Sea Days").await;
        are_picked(&ProgramPage::here(visit).await, &["guid-7".to_owned()]).await;
    });
}

#[test]
fn a_file_shared_by_another_app_is_opened_after_a_tap() {
    visit(Setup::phone(ENGLISH), async |visit| {
        ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        // The browser sends a share as such a form to the address in the manifest.
        let share = "const form = new FormData(); form.set('file', new File([arguments[0]], 'sea days.xml', { type: 'text/xml' })); \
                     const done = arguments[1]; fetch('library', { method: 'POST', body: form }).then((answer) => done(answer.url), (error) => done(String(error)))";
        let address: String = visit.browser().ask_later(share, vec![schedule("1", 40, "").into()]).await;
        assert!(address.contains("/library") && address.ends_with("?shared"), "{address}");
        visit.browser().go_to(&address).await;
        visit.browser().tap(&visit.browser().find("[data-action=open-handed]").await).await;
        assert!(LibraryPage::here(visit).preview().await.contains("Sea Days"));
    });
}

#[test]
fn the_page_stays_responsive_while_a_large_program_is_read() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let about = "Words about the sea, which is wide and deep. ".repeat(60);
        let large = schedule("1", 290, &about.repeat(4));
        assert!(large.len() > 3_000_000, "{}", large.len());
        let library = LibraryPage::open(visit).await;
        let count = "window.frames_seen = 0; const tick = () => { if (document.querySelector('[data-step=working]')) window.frames_seen += 1; requestAnimationFrame(tick); }; tick()";
        visit.browser().ask::<()>(count, Vec::new()).await;
        library.open_program(&file(visit, "large.xml", &large)).await;
        library.preview().await;
        let frames: u32 = visit.browser().ask("return window.frames_seen", Vec::new()).await;
        assert!(frames >= 3, "{frames} frames were painted while the file was read");
    });
}

/// Opens a program and keeps it.
async fn keep(visit: &Visit, name: &str, text: &str) {
    let library = LibraryPage::open(visit).await;
    library.open_program(Path::new(&file(visit, name, text))).await;
    library.preview().await;
    library.keep().await;
}
