//! The first minutes with the app, including a phone that dies.

use super::{ENGLISH, KOREAN, are_picked, five, ids, pick_and_save};
use crate::harness::{Setup, Site, Visit, visit};
use crate::pages::{Frame, PlanPage, ProgramPage, SessionPage};

#[test]
fn the_whole_program_can_be_read() {
    visit(Setup::phone(KOREAN), async |visit| {
        let listed = ProgramPage::open(visit).await.whole_list().await;
        let titles: Vec<&str> = listed.iter().map(|session| session.title.as_str()).collect();
        let expected: Vec<&str> = visit.program.sessions.iter().map(|session| session.title.as_str()).collect();
        assert_eq!(titles, expected);
        assert_eq!(titles.len(), 58, "what the conference published");
        assert!(listed.iter().all(|session| session.shown && session.picked == "false"), "{listed:#?}");
        let days = ProgramPage::here(visit).await.days().await;
        assert_eq!(days.len(), 2);
        assert!(days[0].contains("8월 18일") && days[1].contains("8월 19일"), "{days:?}");
        visit.assert_quiet_console().await;
    });
}

#[test]
fn picks_survive_a_browser_that_is_killed_right_after_saving() {
    visit(Setup::phone(KOREAN), async |visit| picks_survive(visit).await);
}

#[test]
fn picks_survive_under_a_path_too() {
    visit(Setup::phone(KOREAN).site(Site::SubPath), async |visit| picks_survive(visit).await);
}

pub async fn picks_survive(visit: &mut Visit) {
    let program = visit.program.clone();
    let sessions = five(&program);
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &sessions).await;
    visit.assert_quiet_console().await;
    visit.kill_and_open_browser().await;
    are_picked(&ProgramPage::open(visit).await, &ids(&sessions)).await;
    PlanPage::by_tab(visit).await.shows(&ids(&sessions)).await;
    visit.assert_quiet_console().await;
}

#[test]
fn the_plan_names_overlaps_and_free_time() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        let shuffled: Vec<_> = sessions.iter().rev().copied().collect();
        pick_and_save(visit, &page, &shuffled).await;
        let entries = PlanPage::by_tab(visit).await.entries().await;
        let overlaps: Vec<bool> = entries.iter().map(|entry| entry.overlap.as_deref() == Some("true")).collect();
        assert_eq!(overlaps, [true, true, false, false, false], "{entries:#?}");
        let sentence = (visit.messages().overlap_with)(&sessions[1].title, sessions[0].span.minutes());
        assert!(entries[0].text.contains(&sentence), "{sentence:?} in {entries:#?}");
        // From 13:25 to 14:40 at the venue, in whatever time zone the phone is.
        let gaps: Vec<Option<&str>> = entries.iter().map(|entry| entry.gap.as_deref()).collect();
        assert_eq!(gaps[..3], [None, None, Some((visit.messages().gap)(75).as_str())]);
        for (entry, session) in entries.iter().zip(&sessions) {
            for part in [&session.title, &session.span.start.clock(), &session.span.end.clock()] {
                assert!(entry.text.contains(part), "{part:?} in {entry:#?}");
            }
        }
    });
}

#[test]
fn a_pick_can_be_removed_on_every_page() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions[..2]).await;
        page.pick(sessions[0].id.as_str()).await;
        Frame(visit).is_saved().await;
        let session = SessionPage::open(visit, sessions[1].id.as_str()).await;
        session.is_shown(&sessions[1].title).await;
        session.pick().await;
        Frame(visit).is_saved().await;
        are_picked(&ProgramPage::open(visit).await, &[]).await;
        Frame(visit).tab(visit.messages().tab_plan).await;
        visit.browser().says(&(visit.messages().plan_empty)().message).await;
    });
}

#[test]
fn search_finds_a_session_by_title_and_speaker() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        for words in ["코루틴 없음 xyz", "Coroutine", "김대희"] {
            page.search(words).await;
            let expected: &[&str] = if words.ends_with("xyz") { &[] } else { &["Deep Dive into Coroutine"] };
            crate::harness::eventually(&format!("{expected:?} for {words:?}"), async || {
                let titles: Vec<String> = page.listed().await.into_iter().map(|session| session.title).collect();
                (titles == expected).then_some(())
            })
            .await;
        }
    });
}
