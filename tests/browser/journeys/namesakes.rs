//! Two conferences with the same id: the one that had it first keeps its id, title and picks, and the other is stored
//! separately.

use super::{ENGLISH, are_picked, file, five, ids, pick_and_save, put_records};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage};
use serde_json::json;
use siganpyo::program::{Program, SessionId};
use siganpyo::wire::program_file;

const TITLE: &str = "Harbour Summit";

/// Returns another conference with the id of the app's own, and with a session with the id of one of its sessions.
fn namesake(id: &str, session: &str, talk: &str) -> String {
    format!(
        r#"{{ "format": "siganpyo-program/1", "id": "{id}", "version": "1", "title": "{TITLE}", "time_zone": "Asia/Seoul",
        "days": [{{ "date": "2031-06-07" }}], "rooms": [], "tracks": [], "sessions": [
        {{ "id": "{session}", "title": "{talk}", "start": "2031-06-07T10:00:00+09:00", "end": "2031-06-07T11:00:00+09:00",
          "day": "2031-06-07" }},
        {{ "id": "tides", "title": "Tides", "start": "2031-06-07T11:00:00+09:00", "end": "2031-06-07T12:00:00+09:00",
          "day": "2031-06-07" }}] }}"#
    )
}

/// Opens the file and returns what the preview says.
async fn opened<'v>(visit: &'v Visit, name: &str, text: &str) -> (LibraryPage<'v>, String) {
    let library = LibraryPage::open(visit).await;
    library.open_program(&file(visit, name, text)).await;
    let preview = library.preview().await;
    (library, preview)
}

async fn shows(visit: &Visit, title: &str, picked: &[String]) {
    visit.browser().named("heading", title).await;
    are_picked(&ProgramPage::here(visit).await, picked).await;
}

#[test]
fn another_conference_with_the_id_of_the_built_in_one_is_stored_separately() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let own = visit.program.title.clone();
        let sessions = ids(&five(&visit.program));
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;

        let text = namesake(visit.program.id.as_str(), &sessions[0], "Lighthouses");
        let (library, preview) = opened(visit, "summit.json", &text).await;
        let said = (library.messages().namesake)(&own);
        assert!(preview.contains(&said), "{preview}");
        ProgramPage::by_tab(visit).await;
        shows(visit, TITLE, &[]).await;
        let page = ProgramPage::open(visit).await;
        page.pick(&sessions[0]).await;
        page.pick("tides").await;
        Frame(visit).is_saved().await;
        let library = LibraryPage::open(visit).await;
        assert!(library.preview().await.contains(&said), "also after a reload");
        library.keep().await;
        let library = LibraryPage::by_tab(visit).await;
        assert_eq!(library.titles().await, [own.as_str(), TITLE]);

        let both = [sessions[0].clone(), "tides".to_owned()];
        ProgramPage::open(visit).await;
        shows(visit, TITLE, &both).await;
        LibraryPage::open(visit).await.switch_to(&own).await;
        shows(visit, &own, &sessions).await;
        Frame(visit).is_saved().await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        ProgramPage::open(visit).await;
        shows(visit, &own, &sessions).await;
        let library = LibraryPage::open(visit).await;
        assert_eq!(library.titles().await, [own.as_str(), TITLE]);
        library.switch_to(TITLE).await;
        shows(visit, TITLE, &both).await;

        // It is recognised again, although not by its id.
        let (library, preview) = opened(visit, "again.json", &text).await;
        assert!(preview.contains(&(library.messages().same_version)(TITLE)) && !preview.contains(&said), "{preview}");
        library.keep().await;
        let library = LibraryPage::by_tab(visit).await;
        assert_eq!(library.titles().await, [own.as_str(), TITLE]);
        ProgramPage::open(visit).await;
        shows(visit, TITLE, &both).await;
    });
}

#[test]
fn picks_in_a_preview_do_not_affect_the_other_conference() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = ids(&five(&visit.program));
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)[..1]).await;
        let text = namesake(visit.program.id.as_str(), &sessions[1], "Lighthouses");
        opened(visit, "summit.json", &text).await;
        let page = ProgramPage::by_tab(visit).await;
        shows(visit, TITLE, &[]).await;
        page.pick(&sessions[1]).await;
        Frame(visit).is_saved().await;
        let library = LibraryPage::open(visit).await;
        library.preview().await;
        library.press(library.messages().discard).await;
        ProgramPage::by_tab(visit).await;
        shows(visit, &visit.program.title, &sessions[..1]).await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        assert_eq!(PlanPage::open(visit).await.ids().await, sessions[..1]);
    });
}

/// Returns a later version of the app's own program, with other ids for its sessions.
fn later(program: &Program) -> String {
    let mut later = Program { version: "later".to_owned(), ..program.clone() };
    for session in &mut later.sessions {
        session.id = SessionId::new(format!("later-{}", session.id));
    }
    program_file::write(&later)
}

#[test]
fn a_new_version_of_the_built_in_program_replaces_it_and_picks_follow() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let own = visit.program.title.clone();
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        let (library, preview) = opened(visit, "later.json", &later(&visit.program)).await;
        assert!(preview.contains(&(library.messages().newer_version)(&own)), "{preview}");
        library.keep().await;
        let library = LibraryPage::by_tab(visit).await;
        assert_eq!(library.titles().await, [own.as_str()]);
        let followed: Vec<String> = ids(&five(&visit.program)).iter().map(|id| format!("later-{id}")).collect();
        ProgramPage::open(visit).await;
        shows(visit, &own, &followed).await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        ProgramPage::open(visit).await;
        shows(visit, &own, &followed).await;

        // What the host has is not newer.
        let library = LibraryPage::open(visit).await;
        let look = format!("{}: {own}", library.messages().look);
        library.press(&look).await;
        visit.browser().named("button", &look).await;
        ProgramPage::open(visit).await;
        shows(visit, &own, &followed).await;
    });
}

/// The worker ends whenever two programs are to be compared.
const NO_COMPARISON: &str = "const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
        if (message?.job?.includes?.('\"compare\"')) return setTimeout(() => this.onerror?.(new Event('error')));
        return postMessage.call(this, message, ...rest);
    }";

#[test]
fn a_comparison_without_an_answer_replaces_nothing() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let own = visit.program.title.clone();
        visit.browser().before_every_page(NO_COMPARISON).await;
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        let (library, preview) = opened(visit, "later.json", &later(&visit.program)).await;
        assert!(preview.contains(&(library.messages().namesake)(&own)), "{preview}");
        library.keep().await;
        let library = LibraryPage::by_tab(visit).await;
        assert_eq!(library.titles().await, [own.as_str(), own.as_str()]);
        ProgramPage::by_tab(visit).await;
        shows(visit, &own, &[]).await;
        LibraryPage::open(visit).await.switch_to(&own).await;
        shows(visit, &own, &ids(&five(&visit.program))).await;
    });
}

#[test]
fn restoring_a_program_does_not_replace_another_one_with_its_id() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let summit = |talk: &str, title: &str| namesake("summit", "first", talk).replace(TITLE, title);
        let (library, _) = opened(visit, "one.json", &summit("Lighthouses", TITLE)).await;
        library.keep().await;
        let library = LibraryPage::by_tab(visit).await;
        library.press(&format!("{}: {TITLE}", library.messages().remove)).await;
        library.press(library.messages().remove).await;
        visit.browser().says(&(library.messages().removed)(TITLE)).await;
        let other = summit("Mountains", "Alpine Summit").replace("Tides", "Peaks").replace("2031-06", "2033-09");
        library.open_program(&file(visit, "other.json", &other)).await;
        visit.browser().says("Alpine Summit").await;
        library.press(visit.messages().undo).await;
        library.keep().await;
        let library = LibraryPage::by_tab(visit).await;
        let own = visit.program.title.as_str();
        let all = async || {
            let mut titles = library.titles().await;
            titles.sort();
            (titles == ["Alpine Summit", TITLE, own]).then_some(())
        };
        eventually("all three are there", all).await;
        library.switch_to(TITLE).await;
        visit.browser().named("heading", TITLE).await;
        visit.browser().says("Lighthouses").await;
    });
}

#[test]
fn a_conference_that_replaced_the_built_in_one_is_stored_separately() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let (own, id) = (visit.program.title.clone(), visit.program.id.clone());
        let sessions = ids(&five(&visit.program));
        pick_and_save(visit, &ProgramPage::open(visit).await, &five(&visit.program)).await;
        Frame(visit).is_ready_for_the_venue().await;
        let text = namesake(id.as_str(), &sessions[0], "Lighthouses");
        let text = program_file::write(&program_file::read(&text).expect("a program"));
        let card = json!({ "id": id.as_str(), "title": TITLE, "sessions": 2 }).to_string();
        put_records(visit, json!([[format!("program/{id}"), text], [format!("card/{id}"), card], ["rules", "0"]])).await;
        let in_use = format!("localStorage.setItem('siganpyo/#settings', JSON.stringify({{ edit: 9, program: '{id}' }}))");
        visit.browser().ask::<()>(&in_use, Vec::new()).await;

        Frame(visit).reload().await;
        shows(visit, TITLE, &sessions[..1]).await;
        let library = LibraryPage::open(visit).await;
        library.has(&[own.as_str(), TITLE]).await;
        library.switch_to(&own).await;
        shows(visit, &own, &sessions).await;
        LibraryPage::open(visit).await.switch_to(TITLE).await;
        shows(visit, TITLE, &sessions[..1]).await;
    });
}
