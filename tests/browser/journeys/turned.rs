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
