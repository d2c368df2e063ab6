//! Hidden sessions and tracks can be shown again, and picks are never affected.

use super::{ENGLISH, KOREAN, are_picked, at, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, take_away, visit};
use crate::pages::{Frame, PlanPage, ProgramPage, SessionPage};
use siganpyo::program::{Program, Session};

/// Returns the sessions of a program except some.
fn but(program: &Program, is_out: impl Fn(&Session) -> bool) -> Vec<String> {
    program.sessions.iter().filter(|session| !is_out(session)).map(|session| session.id.to_string()).collect()
}

/// Whether the session is in the same track as another one.
fn is_of_track<'s>(track_of: &'s Session) -> impl Fn(&Session) -> bool + 's {
    |session| session.track == track_of.track
}

async fn hide(visit: &Visit, session: &Session, action: &str) {
    SessionPage::open(visit, session.id.as_str()).await.turn(action).await;
}

#[test]
fn a_hidden_session_is_not_in_list_grid_and_search_until_it_is_shown_again() {
    visit(Setup::phone(KOREAN), async |visit| {
        let program = visit.program.clone();
        let hidden = at(&program, "2018-08-18", "13:00")[2];
        let others = but(&program, |session| session.id == hidden.id);
        hide(visit, hidden, "hide").await;
        visit.browser().says(visit.language().hide_messages().is_hidden).await;
        Frame(visit).tab(visit.messages().tab_program).await;
        let page = ProgramPage::here(visit).await;
        page.lists(&others).await;

        let page = ProgramPage::open(visit).await;
        page.lists(&others).await;
        page.search(&hidden.title).await;
        visit.browser().says(&(visit.language().find_messages().no_results)(&hidden.title)).await;
        let said = async || page.hidden().await.filter(|said| *said == (visit.language().hide_messages().see_hidden)(1));
        eventually("it is said that one is hidden", said).await;
        let page = ProgramPage::open(visit).await;
        page.show_grid().await;
        let first_day = program.days[0].date;
        page.lists(&but(&program, |session| session.id == hidden.id || session.day != first_day)).await;

        page.see_hidden().await;
        page.act("[data-action=show-session]").await;
        page.lists(&but(&program, |session| session.day != first_day)).await;
        assert_eq!(page.hidden().await, None);
        Frame(visit).press(visit.messages().rooms_by_time).await;
        page.lists(&but(&program, |_| false)).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn hiding_can_be_undone_at_once() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let session = at(&program, "2018-08-19", "10:00")[0];
        for action in ["hide", "hide-track"] {
            hide(visit, session, action).await;
            Frame(visit).press(visit.messages().undo).await;
            ProgramPage::open(visit).await.lists(&but(&program, |_| false)).await;
        }
        hide(visit, session, "hide").await;
        SessionPage::open(visit, session.id.as_str()).await.turn("hide").await;
        ProgramPage::open(visit).await.lists(&but(&program, |_| false)).await;
    });
}

#[test]
fn a_hidden_track_hides_its_sessions_but_never_a_pick() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let picked = sessions[2];
        let in_track = is_of_track(picked);
        let in_sight = but(&program, |session| in_track(session) && session.id != picked.id);
        assert!(in_sight.len() + 2 < program.sessions.len(), "a track of several sessions");
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        hide(visit, picked, "hide-track").await;
        visit.browser().says(visit.language().hide_messages().but_picked).await;
        let session = SessionPage::open(visit, picked.id.as_str()).await;
        assert!(!session.can_be_hidden().await, "it is picked");
        let others = session.others().await;
        assert!(others.iter().all(|id| in_sight.contains(id)), "{others:?}");

        let page = ProgramPage::open(visit).await;
        page.lists(&in_sight).await;
        are_picked(&page, &ids(&sessions)).await;
        // Visible sessions stay in place, even when they are no longer picked.
        page.pick(picked.id.as_str()).await;
        page.lists(&in_sight).await;
        page.pick(picked.id.as_str()).await;
        Frame(visit).is_saved().await;
        PlanPage::by_tab(visit).await.shows(&ids(&sessions)).await;

        let page = ProgramPage::open(visit).await;
        page.see_hidden().await;
        page.act("[data-action=show-all]").await;
        page.lists(&but(&program, |_| false)).await;
        Frame(visit).press(visit.messages().undo).await;
        page.lists(&in_sight).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn a_track_is_hidden_among_the_filters_and_its_sessions_fill_no_gap() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        let plan = PlanPage::by_tab(visit).await;
        plan.act("[data-action=fill-gap]").await;
        let fits = plan.fits().await;
        let fit = program.sessions.iter().find(|session| session.id.as_str() == fits[0]).unwrap();
        let track = program.tracks.iter().find(|track| fit.track.as_ref() == Some(&track.id)).unwrap();

        let page = ProgramPage::open(visit).await;
        page.open_filters().await;
        page.act("details.hiding summary").await;
        let chip = format!("//button[@data-action='hide-track'][span[.={:?}]]", track.name);
        visit.browser().tap_at(&chip).await;
        let kept = ids(&sessions);
        page.lists(&but(&program, |session| session.track == fit.track && !kept.contains(&session.id.to_string()))).await;

        let plan = PlanPage::by_tab(visit).await;
        plan.act("[data-action=fill-gap]").await;
        let left = plan.fits().await;
        let gone = fits.len() - left.len();
        assert!(gone > 0 && !left.contains(&fits[0]), "{left:?}");
        assert!(plan.sheet().await.contains(&(visit.language().hide_messages().not_shown)(gone)), "{}", plan.sheet().await);
    });
}

#[test]
fn hidden_sessions_are_not_visible_before_the_app_has_started() {
    visit(Setup::phone(KOREAN).copied(), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions[2..3]).await;
        hide(visit, sessions[2], "hide-track").await;
        let in_track = is_of_track(sessions[2]);
        let _app = take_away(visit.host.folder(), |file| file.starts_with("app-") && file.ends_with(".wasm"));
        visit.browser().ask_only_the_host().await;
        visit.open("/").await;
        Frame(visit).root_says("data-app", "loading").await;
        page.lists(&but(&program, |session| in_track(session) && session.id != sessions[2].id)).await;
    });
}

#[test]
fn a_damaged_record_of_hidden_sessions_does_not_affect_picks() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        let hidden = at(&program, "2018-08-18", "13:40")[0];
        hide(visit, hidden, "hide").await;
        for torn in ["localStorage.setItem(name, localStorage.getItem(name).slice(0, 20))", "localStorage.setItem(name, '[7]')"] {
            let tear = format!("for (const name of Object.keys(localStorage)) if (name.includes('hidden')) {torn}");
            visit.browser().ask::<()>(&tear, Vec::new()).await;
            let page = ProgramPage::open(visit).await;
            page.lists(&but(&program, |_| false)).await;
            are_picked(&page, &ids(&sessions)).await;
        }
        hide(visit, hidden, "hide").await;
        ProgramPage::open(visit).await.lists(&but(&program, |session| session.id == hidden.id)).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn hiding_is_shown_in_another_tab() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let hidden = at(&program, "2018-08-18", "13:00")[0];
        let page = ProgramPage::open(visit).await;
        let first = visit.browser().open_tab().await;
        hide(visit, hidden, "hide").await;
        visit.browser().go_to_tab(&first).await;
        page.lists(&but(&program, |session| session.id == hidden.id)).await;
    });
}
