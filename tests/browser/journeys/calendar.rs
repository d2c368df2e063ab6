//! The calendar file of the timetable: what it rings, that it follows what changed, and that it is read back; and other calendars.

use super::{ENGLISH, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage};
use siganpyo::export::{CalendarOptions, calendar};
use siganpyo::plan::{Pick, Plan};
use std::fs;

const SHIFTS: &str = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Shifts\r\nX-WR-TIMEZONE:Asia/Seoul\r\nBEGIN:VEVENT\r\nUID:1@shifts.example\r\n\
    DTSTART:20180818T083000\r\nDTEND:20180818T093000\r\nSUMMARY:Info desk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// Saves the calendar file of the timetable, and returns its text without folds.
async fn saved(visit: &Visit, plan: &PlanPage<'_>) -> String {
    let name = format!("{}.ics", visit.program.id);
    let _ = fs::remove_file(visit.downloads().join(&name));
    plan.act("[data-action=calendar]").await;
    let file = visit.download(&name, b"END:VCALENDAR\r\n").await;
    String::from_utf8(file).expect("text").replace("\r\n ", "")
}

#[test]
fn a_reminder_is_chosen_and_what_is_removed_is_cancelled_in_the_next_file() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions[..2]).await;
        let plan = PlanPage::by_tab(visit).await;
        let silent = saved(visit, &plan).await;
        assert!(!silent.contains("VALARM") && !silent.contains("STATUS:CANCELLED"), "{silent}");
        plan.act("details.alarms summary").await;
        Frame(visit).press(&(plan.messages().alarm_before)(10)).await;
        let ringing = saved(visit, &plan).await;
        assert_eq!(ringing.matches("TRIGGER:-PT10M\r\n").count(), 2, "{ringing}");
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions[..1]).await;
        let plan = PlanPage::by_tab(visit).await;
        let cancelled = async || {
            // The device says a moment later what it handed out last.
            saved(visit, &plan).await.contains("STATUS:CANCELLED").then_some(())
        };
        eventually("what was removed is cancelled", cancelled).await;
    });
}

#[test]
fn our_own_calendar_file_gives_its_picks_back() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let mut plan = Plan::empty(visit.program.id.clone());
        plan.put_all(sessions[..3].iter().map(|session| Pick::of(&visit.program, session, "en")));
        let file = visit.file("plan.ics");
        let options = CalendarOptions::new(sessions[0].span.start, "en");
        fs::write(&file, calendar(&plan, &visit.program, &options)).expect("a file to open");
        let library = LibraryPage::open(visit).await;
        library.open_program(&file).await;
        let messages = visit.language().safety_messages();
        visit.browser().says(&(messages.found)(3, 0, 3)).await;
        library.press(messages.join).await;
        visit.browser().says(messages.joined).await;
        Frame(visit).is_saved().await;
        PlanPage::by_tab(visit).await.shows(&ids(&sessions[..3])).await;
    });
}

#[test]
fn events_of_another_calendar_become_own_events() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let file = visit.file("shifts.ics");
        fs::write(&file, SHIFTS).expect("a file to open");
        let library = LibraryPage::open(visit).await;
        library.open_program(&file).await;
        assert!(library.preview().await.contains("Shifts"));
        library.press(library.messages().add_entries).await;
        visit.browser().says(&(library.messages().entries_added)(1)).await;
        Frame(visit).is_saved().await;
        let plan = PlanPage::by_tab(visit).await;
        let is_there = async || (plan.ids().await.len() == 1).then_some(());
        eventually("the shift is in the timetable", is_there).await;
        visit.browser().says("Info desk").await;
    });
}
