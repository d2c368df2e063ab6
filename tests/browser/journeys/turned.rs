//! A phone on its side, where height is scarce.

use super::now::set_clock;
use super::{ENGLISH, KOREAN, five, pick_and_save};
use crate::harness::{Device, Setup, Visit, eventually, visit};
use crate::pages::{Frame, PlanPage, ProgramPage};

/// The number of sessions that are wholly on the screen and under nothing.
async fn seen(visit: &Visit) -> usize {
    let script = "const isSeen = (row) => {
            const title = row.querySelector('h4')?.getBoundingClientRect() ?? { left: -9, top: -9 }, { top, bottom } = row.getBoundingClientRect();
            const hit = document.elementFromPoint(title.left + 5, title.top + 5);
            return top >= 0 && bottom <= innerHeight && row.contains(hit) };
        return [...document.querySelectorAll('main [data-session]')].filter(isSeen).length";
    visit.browser().ask(script, Vec::new()).await
}

#[test]
fn the_first_screen_has_three_sessions_before_and_during_the_conference() {
    for language in [KOREAN, ENGLISH] {
        visit(Setup::phone(language).on(Device::PHONE.turned()), async |visit| {
            let page = ProgramPage::open(visit).await;
            eventually("three sessions are seen", async || (seen(visit).await >= 3).then_some(())).await;
            pick_and_save(visit, &page, &five(&visit.program)).await;
            set_clock(visit, "2018-08-18", "13:05").await;
            Frame(visit).open("/").await;
            visit.browser().find("[data-role=now]").await;
            eventually("three sessions are seen below the card", async || (seen(visit).await >= 3).then_some(())).await;
            visit.assert_quiet_console().await;
        });
    }
}

#[test]
fn tabs_and_sheets_leave_the_page_its_height() {
    visit(Setup::phone(KOREAN).on(Device::PHONE.turned()), async |visit| {
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        let plan = PlanPage::by_tab(visit).await;
        let beside = "const tabs = document.querySelector('.tabs').getBoundingClientRect(), main = document.querySelector('main').getBoundingClientRect();
            return tabs.right <= main.left + 1 && tabs.width < 120";
        assert!(visit.browser().ask::<bool>(beside, Vec::new()).await, "the tabs stand beside the page");
        plan.act("[data-action=add-own]").await;
        visit.browser().find("[role=dialog] h2").await;
        let inside = "const sheet = document.querySelector('[role=dialog]'), place = sheet.getBoundingClientRect();
            sheet.scrollTop = sheet.scrollHeight;
            const last = [...sheet.querySelectorAll('button')].at(-1).getBoundingClientRect();
            return place.top >= 0 && place.bottom <= innerHeight && place.height > 300 && last.bottom <= innerHeight && sheet.scrollWidth <= sheet.clientWidth";
        assert!(visit.browser().ask::<bool>(inside, Vec::new()).await, "the whole sheet can be used");
    });
}

#[test]
fn where_to_go_now_stays_in_reach_while_my_timetable_is_scrolled() {
    for language in [KOREAN, ENGLISH] {
        visit(Setup::phone(language).on(Device::PHONE.turned()), async |visit| {
            let page = ProgramPage::open(visit).await;
            pick_and_save(visit, &page, &five(&visit.program)).await;
            set_clock(visit, "2018-08-18", "13:05").await;
            PlanPage::open(visit).await.entries().await;
            visit.browser().find("[data-role=now] .where-to").await;
            let script = "const [done] = arguments;
                scrollTo(0, document.body.scrollHeight);
                requestAnimationFrame(() => setTimeout(() => {
                    const card = document.querySelector('[data-role=now]'), place = card.getBoundingClientRect();
                    const seen = [...card.querySelectorAll('.note, .where-to')].filter((at) => {
                        const { left, top, right, bottom } = at.getBoundingClientRect();
                        return right > left && card.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
                    });
                    done([scrollY > 300, place.top >= 0 && place.height <= innerHeight / 4, seen.length]);
                }))";
            let (is_scrolled, is_low, seen): (bool, bool, usize) = visit.browser().ask_later(script, Vec::new()).await;
            assert!(is_scrolled && is_low && seen >= 4, "{is_scrolled}, {is_low}: {seen} notes and rooms");
        });
    }
}
