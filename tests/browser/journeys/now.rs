//! During the conference a visit opens at the present moment, and a button scrolls back to it.

use super::{ENGLISH, KOREAN, five, pick_and_save};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, ProgramPage};
use siganpyo::program::{Program, Session};

/// Sets the phone's clock to this venue time for every page.
pub(super) async fn set_clock(visit: &Visit, day: &str, clock: &str) {
    let script = format!(
        "{{ const ahead = Date.parse('{day}T{clock}:00+09:00') - Date.now(), now = Date.now.bind(Date); Date.now = () => now() + ahead }}"
    );
    visit.browser().before_every_page(&script).await;
}

/// Returns the sessions that are past at this time, and the others, as the list shows them.
fn split(program: &Program, day: &str, clock: &str) -> (usize, Vec<String>) {
    let now = siganpyo::program::Moment::parse(&format!("{day}T{clock}:00+09:00")).expect("a time");
    let (past, left): (Vec<_>, Vec<_>) = program.sessions.iter().partition(|session| session.span.end <= now);
    (past.len(), left.into_iter().map(|session| session.id.to_string()).collect())
}

/// Returns the position of the heading with this time in the viewport, and its height; `None` if it is not on the page.
async fn place_of(visit: &Visit, day: &str, clock: &str) -> Option<(f64, f64)> {
    let script = format!(
        "const slot = [...document.querySelectorAll('#day-{day} .slot')].find((slot) => slot.firstChild.textContent.startsWith('{clock}'));
        return slot ? [slot.getBoundingClientRect().top, innerHeight] : null"
    );
    visit.browser().ask(&script, Vec::new()).await
}

async fn is_at(visit: &Visit, day: &str, clock: &str) {
    // Below the card that says what is on.
    let seen = async || place_of(visit, day, clock).await.filter(|(top, height)| *top > -5.0 && *top < height * 0.7);
    eventually(&format!("{day} {clock} is on the screen"), seen).await;
}

/// Returns the time before which the line of now is.
async fn line(visit: &Visit) -> Option<String> {
    visit
        .browser()
        .ask("return document.querySelector('.slot[aria-current=time] > h3')?.textContent.slice(0, 5)", Vec::new())
        .await
}

/// Scrolls to the end, and waits until the page has received the event.
async fn scroll_to_end(visit: &Visit) {
    let script = "const frame = (next) => requestAnimationFrame(() => setTimeout(next));
        scrollTo(0, document.body.scrollHeight);
        frame(() => frame(() => arguments[0](true)))";
    visit.browser().ask_later::<bool>(script, Vec::new()).await;
}

#[test]
fn a_first_visit_opens_at_the_present_moment_and_past_sessions_are_collapsed() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let (day, clock) = ("2018-08-18", "14:00");
        set_clock(visit, day, clock).await;
        let page = ProgramPage::open(visit).await;
        let (past, left) = split(&visit.program, day, clock);
        page.lists(&left).await;
        is_at(visit, day, "13:40").await;
        eventually("now is before 14:40", async || (line(visit).await.as_deref() == Some("14:40")).then_some(())).await;
        let all: Vec<String> = visit.program.sessions.iter().map(|session| session.id.to_string()).collect();
        Frame(visit).press(&(visit.language().find_messages().show_past)(past)).await;
        page.lists(&all).await;
        page.act("[data-action=now]").await;
        is_at(visit, day, "13:40").await;
        Frame(visit).press(visit.language().find_messages().fold_past).await;
        page.lists(&left).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn a_button_scrolls_to_the_present_moment_and_back_restores_the_position() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let (day, clock) = ("2018-08-19", "13:20");
        set_clock(visit, day, clock).await;
        let page = ProgramPage::open(visit).await;
        let (_, left) = split(&visit.program, day, clock);
        page.lists(&left).await;
        scroll_to_end(visit).await;
        let before = eventually("the last slot is there", async || place_of(visit, day, "15:40").await).await;
        visit.browser().ask::<()>("document.querySelector('#t-talk-55 a').click()", Vec::new()).await;
        visit.browser().find("main.talk").await;
        visit.browser().back().await;
        page.lists(&left).await;
        let is_back = async || place_of(visit, day, "15:40").await.filter(|(top, _)| (top - before.0).abs() < 2.0);
        eventually("the list is where it was", is_back).await;
        page.act("[data-action=now]").await;
        is_at(visit, day, "13:10").await;
    });
}

#[test]
fn the_grid_opens_at_the_present_moment_and_the_button_scrolls_back() {
    visit(Setup::phone(ENGLISH), async |visit| {
        set_clock(visit, "2018-08-18", "15:30").await;
        let page = ProgramPage::open(visit).await;
        page.show_grid().await;
        line_is_seen(visit).await;
        page.jump_to_day(2).await;
        let is_gone = async || visit.browser().find_all(".grid .now").await.is_empty().then_some(());
        eventually("tomorrow has no line", is_gone).await;
        page.act("[data-action=now]").await;
        line_is_seen(visit).await;
        visit.browser().ask::<()>("document.querySelector('.grid').scrollTop = 0", Vec::new()).await;
        page.act("[data-action=now]").await;
        line_is_seen(visit).await;
    });
}

async fn line_is_seen(visit: &Visit) {
    let script = "const line = document.querySelector('.grid .now')?.getBoundingClientRect(), grid = document.querySelector('.grid').getBoundingClientRect();
        return !!line && line.top > grid.top + 40 && line.top < grid.bottom - 40 && document.querySelector('.grid').scrollTop > 0";
    let seen = async || visit.browser().ask::<bool>(script, Vec::new()).await.then_some(());
    eventually("the line of now is seen", seen).await;
}

#[test]
fn outside_the_conference_there_is_no_present_moment() {
    visit(Setup::phone(ENGLISH), async |visit| {
        set_clock(visit, "2018-08-17", "23:00").await;
        let page = ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        assert_eq!(page.ids().await.len(), 58);
        assert_eq!(visit.browser().find_all("[data-action=now], [aria-current=time], main > .chips").await.len(), 0);
    });
}

#[test]
fn after_the_conference_the_program_says_that_it_is_over_and_what_was_picked() {
    visit(Setup::phone(KOREAN), async |visit| {
        set_clock(visit, "2018-09-01", "12:00").await;
        let now = visit.language().now_messages();
        let page = ProgramPage::open(visit).await;
        let says = async |words: &str| {
            let said = async || {
                visit
                    .browser()
                    .find("main[data-program] > [data-phase=after]")
                    .await
                    .text()
                    .await
                    .ok()
                    .filter(|said| said == words)
            };
            eventually(&format!("it says {words:?}"), said).await;
        };
        assert!(
            visit.browser().find_all("[data-role=now]").await.is_empty(),
            "nothing moves the list of somebody who only looks"
        );
        pick_and_save(visit, &page, &five(&visit.program)).await;
        Frame(visit).open("/").await;
        says(&format!("{}. {}", now.over, (now.heard)(5))).await;
        visit.assert_quiet_console().await;
    });
}

/// Returns the titles on the card, each with its note.
async fn card(visit: &Visit) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-role=now] li')].map((line) =>
        line.querySelector('.title').textContent + ': ' + line.querySelector('.note').textContent)";
    visit.browser().ask(script, Vec::new()).await
}

#[test]
fn the_card_says_where_to_go_now_from_a_cold_start_offline() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let at = |clock: &str| {
            let starts = |session: &&Session| session.span.start.to_string().starts_with(&format!("2018-08-18T{clock}"));
            program.sessions.iter().find(starts).unwrap_or_else(|| panic!("a session at {clock}"))
        };
        let (first, second) = (at("13:40"), at("14:40"));
        let page = ProgramPage::open(visit).await;
        for session in [first, second] {
            page.pick(session.id.as_str()).await;
        }
        Frame(visit).is_saved().await;
        Frame(visit).is_ready_for_the_venue().await;
        set_clock(visit, "2018-08-18", "13:50").await;
        visit.host.go_away();
        Frame(visit).open("/").await;
        let now = visit.language().now_messages();
        let left = (first.span.end.unix() - at("13:40").span.start.unix()) / 60 - 10;
        let expected = [format!("{}: {}", first.title, (now.left)(left)), format!("{}: {}", second.title, (now.starts_in)(50))];
        let said = async || (card(visit).await.get(..2)? == expected).then_some(());
        eventually("what is on and what is next is said", said).await;
        let role = visit.browser().find("[data-role=now]").await;
        assert_eq!(role.attr("data-session").await.expect("a card").as_deref(), Some(first.id.as_str()));
        Frame(visit).tab(visit.messages().tab_plan).await;
        eventually("my timetable says it too", said).await;
        visit.browser().tap_on("[data-role=now] .title a").await;
        visit.browser().named("heading", &first.title).await;
        visit.assert_quiet_console().await;
    });
}
