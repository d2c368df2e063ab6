//! A source that never answers only affects itself.

use super::{ENGLISH, five, ids, pick_and_save};
use crate::harness::{Manners, Setup, Visit, eventually, publish_new_version, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage};
use siganpyo::program::{Program, ProgramId, SessionId};
use siganpyo::wire::program_file;
use std::fs;

/// Two hours later, and the timeout only ends when the test says so.
const LATER: &str = "const { now } = Date; Date.now = () => now() + 2 * 3600 * 1000;
    const clock = performance.now.bind(performance);
    performance.now = () => window.isTimeOver ? clock() + 1e6 : 0";

const SOURCES: [(&str, Manners); 3] =
    [("silent.json", Manners::Silent), ("trickling.json", Manners::Trickling), ("endless.json", Manners::Endless)];

/// Publishes a small program under a name and disables its address.
async fn keep(visit: &Visit, name: &str, version: &str) {
    publish(visit, name, version);
    let library = LibraryPage::open(visit).await;
    library.open_address(&format!("/{name}")).await;
    library.preview().await;
    library.keep().await;
}

fn publish(visit: &Visit, name: &str, version: &str) {
    let text = fs::read_to_string("tests/fixtures/two-talks.json").expect("the fixture");
    let fixture = program_file::read(&text).expect("a program");
    let id = ProgramId::new(name.trim_end_matches(".json"));
    let mut program = Program { id, title: format!("Conference of {name}"), version: version.to_owned(), ..fixture };
    // It has nothing in common with the others, of which it would be taken for a version.
    for session in &mut program.sessions {
        session.id = SessionId::new(format!("{name}-{}", session.id));
        session.title = format!("{name} {}", session.id);
        session.speakers = vec![format!("Somebody of {name}")];
    }
    program.sessions[0].title += version;
    fs::write(visit.host.folder().join(name), program_file::write(&program)).expect("a published program");
}

/// Returns what the card of a program says.
async fn card(visit: &Visit, title: &str) -> String {
    let script = "return [...document.querySelectorAll('article')].find((card) => card.querySelector('h2')?.textContent === arguments[0])?.innerText ?? ''";
    visit.browser().ask(script, vec![title.into()]).await
}

#[test]
fn other_programs_are_updated_meanwhile_and_the_card_shows_the_timeout() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        for (name, _) in SOURCES {
            keep(visit, name, "1").await;
        }
        keep(visit, "well.json", "1").await;
        LibraryPage::open(visit).await.switch_to(&program.title).await;
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        publish(visit, "well.json", "the next one");
        publish_new_version(visit.host.folder(), 1);
        visit.host.turn_into_a_tar_pit(&SOURCES);

        visit.browser().before_every_page(LATER).await;
        let library = LibraryPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        let next = (library.messages().version)("the next one");
        let well = "Conference of well.json";
        eventually("the next version is found", async || card(visit, well).await.contains(&next).then_some(())).await;
        visit.browser().says(visit.messages().update_ready).await;
        for name in ["silent.json", "trickling.json"] {
            assert!(visit.host.holds(name) > 0, "{name} still holds who asks");
        }
        let page = ProgramPage::by_tab(visit).await;
        assert_eq!(page.picked().await, ids(&sessions));

        Frame(visit).tab(visit.messages().tab_library).await;
        visit.browser().ask::<()>("window.isTimeOver = true", Vec::new()).await;
        for name in ["silent.json", "trickling.json"] {
            let title = format!("Conference of {name}");
            let says = async || card(visit, &title).await.contains(library.messages().source_late).then_some(());
            eventually(&format!("the card of {name} says that it took too long"), says).await;
        }
        let too_large = (library.messages().too_large)((16 << 20) + 1, 16 << 20).message;
        let says = async || card(visit, "Conference of endless.json").await.contains(&too_large).then_some(());
        eventually("the card says that it is too large", says).await;
        for (name, _) in SOURCES {
            eventually("the connection is closed", async || (visit.host.holds(name) == 0).then_some(())).await;
        }
        let reload = LibraryPage::open(visit).await;
        assert!(!reload.titles().await.is_empty());
        assert!(card(visit, "Conference of silent.json").await.contains(library.messages().source_late), "it is still said");
    });
}

#[test]
fn waiting_for_a_source_can_be_cancelled() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.host.turn_into_a_tar_pit(&SOURCES);
        let library = LibraryPage::open(visit).await;
        for (name, _) in &SOURCES[..2] {
            library.open_address(&format!("/{name}")).await;
            eventually("it is asked for", async || (visit.host.holds(name) > 0).then_some(())).await;
            library.press(library.messages().cancel).await;
            eventually("the connection is closed", async || (visit.host.holds(name) == 0).then_some(())).await;
        }
    });
}
