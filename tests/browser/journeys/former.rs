//! The app comes with a program of another id than before, as after a corrected title: picks follow.

use super::{ENGLISH, are_picked, five, half_an_hour_later, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, publish_app_with, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage};
use siganpyo::program::{Program, ProgramId, Session, SessionId};

const TITLE: &str = "PyCon KR 2018, corrected";

/// The same conference under another id and title; one session starts half an hour later.
fn renamed(program: &Program, moved: &Session) -> Program {
    let mut renamed =
        Program { id: ProgramId::new("corrected"), title: TITLE.to_owned(), version: "2".to_owned(), ..program.clone() };
    for session in renamed.sessions.iter_mut().filter(|session| session.id == moved.id) {
        session.span = half_an_hour_later(session.span);
    }
    renamed.sort();
    renamed
}

/// A program of about the same name and of the same days, without any of the sessions.
fn unlike(program: &Program) -> Program {
    let title = format!("{}!", program.title);
    let mut unlike = Program { id: ProgramId::new("unlike"), title, version: "2".to_owned(), ..program.clone() };
    for (at, session) in unlike.sessions.iter_mut().enumerate() {
        session.id = SessionId::new(format!("other-{at}"));
        session.title = format!("Lecture {}", at * at);
        session.speakers = vec![format!("Speaker {at}")];
        session.about = Vec::new();
    }
    unlike
}

async fn pick_five(visit: &Visit) -> Vec<String> {
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &five(&visit.program)).await;
    Frame(visit).is_ready_for_the_venue().await;
    ids(&five(&visit.program))
}

async fn update_with(visit: &Visit, program: &Program, number: u32) {
    publish_app_with(visit.host.folder(), program, number);
    ProgramPage::open(visit).await;
    Frame(visit).take_update().await;
}

#[test]
fn picks_follow_to_the_program_of_another_id_that_the_app_comes_with() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let picked = pick_five(visit).await;
        update_with(visit, &renamed(&visit.program, five(&visit.program)[4]), 1).await;
        visit.browser().says(&(visit.language().library_messages().taken_along)(TITLE)).await;
        visit.browser().named("heading", TITLE).await;
        are_picked(&ProgramPage::here(visit).await, &picked).await;
        let plan = PlanPage::open(visit).await;
        plan.becomes(&[None, None, None, None, Some("moved".to_owned())], |entry| entry.change.clone()).await;
        assert_eq!(LibraryPage::open(visit).await.titles().await, [TITLE], "the former program is gone");
        Frame(visit).is_saved().await;
        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &picked).await;
    });
}

#[test]
fn picks_follow_over_several_ids() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let picked = pick_five(visit).await;
        update_with(visit, &renamed(&visit.program, five(&visit.program)[0]), 1).await;
        visit.browser().named("heading", TITLE).await;
        // A third title: the second program is the former one now, with the picks of the first.
        let third = Program {
            id: ProgramId::new("third"),
            title: "Third title".to_owned(),
            ..renamed(&visit.program, five(&visit.program)[1])
        };
        Frame(visit).is_ready_for_the_venue().await;
        update_with(visit, &third, 2).await;
        visit.browser().named("heading", "Third title").await;
        are_picked(&ProgramPage::here(visit).await, &picked).await;
    });
}

#[test]
fn if_it_may_be_another_conference_the_person_is_asked() {
    for is_same in [true, false] {
        visit(Setup::phone(ENGLISH).copied(), async |visit| {
            let picked = pick_five(visit).await;
            update_with(visit, &unlike(&visit.program), 1).await;
            let messages = visit.language().library_messages();
            visit.browser().says(&(messages.may_be_former)(&visit.program.title).message).await;
            are_picked(&ProgramPage::here(visit).await, &[]).await;
            Frame(visit).press(if is_same { messages.take_along } else { messages.keep_separate }).await;
            let is_answered = async || visit.browser().find_all("[data-role=former]").await.is_empty().then_some(());
            eventually("the question is gone", is_answered).await;
            let library = LibraryPage::open(visit).await;
            if is_same {
                eventually("one program is left", async || (library.titles().await.len() == 1).then_some(())).await;
                assert_eq!(PlanPage::open(visit).await.ids().await.len(), 5, "nothing is lost");
            } else {
                assert_eq!(library.titles().await.len(), 2);
                library.switch_to(&visit.program.title).await;
                are_picked(&ProgramPage::by_tab(visit).await, &picked).await;
            }
            assert!(visit.browser().find_all("[data-role=former]").await.is_empty(), "it is not asked again");
        });
    }
}
