//! My timetable as a day: drawing to scale, choosing between overlapping entries, filling gaps, and own entries.

use super::{ENGLISH, KOREAN, at, five, ids, pick_and_save};
use crate::harness::{Device, Setup, Visit, built_in_program_file, eventually, siganpyo, visit, within};
use crate::pages::{Frame, PlanPage, ProgramPage};
use std::time::Duration;

async fn planned(visit: &Visit) -> PlanPage<'_> {
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &five(&visit.program)).await;
    PlanPage::by_tab(visit).await
}

#[test]
fn a_day_is_drawn_in_the_order_of_time_with_long_free_time_folded() {
    visit(Setup::phone(KOREAN), async |visit| {
        let sessions = five(&visit.program);
        let entries = planned(visit).await.entries().await;
        let [first, second, third] = [0, 1, 2].map(|at| entries[at].place);
        assert_eq!(sessions[0].span, sessions[1].span);
        assert_eq!((first[1], first[3]), (second[1], second[3]), "what is at the same time is at the same height");
        let free = (sessions[2].span.start.unix() - sessions[0].span.end.unix()) / 60;
        let between = third[1] - (first[1] + first[3]);
        assert!(free > 60 && between < 100.0, "{free} minutes are {between} px");
        assert!(entries.iter().all(|entry| entry.place[3] >= 74.0), "all can be read: {entries:#?}");
        let [left, _, width, _] = entries[0].place;
        assert!(left + width <= entries[1].place[0] + 1.0, "overlapping entries stand side by side: {entries:#?}");
        assert!(width > 100.0 && entries.iter().all(|entry| entry.stage == "past"), "the conference is long over");
        visit.assert_quiet_console().await;
    });
}

#[test]
fn the_calendar_file_equals_that_of_the_command_line() {
    visit(Setup::phone(ENGLISH), async |visit| {
        planned(visit).await.act("[data-action=calendar]").await;
        let saved = visit.download(&format!("{}.ics", visit.program.id), b"END:VCALENDAR\r\n").await;
        let saved = String::from_utf8(saved).expect("text");
        let program = built_in_program_file(visit.host.folder()).to_string_lossy().into_owned();
        let picks = ids(&five(&visit.program)).into_iter().flat_map(|id| ["--pick".to_owned(), id]);
        let printed = siganpyo(
            ["calendar", &program, "--lang", "en", "--link", &visit.host.address("/")]
                .map(str::to_owned)
                .into_iter()
                .chain(picks),
        );
        let events = |file: &str| {
            file.lines()
                .filter(|line| !line.starts_with("DTSTAMP") && !line.starts_with("LAST-MODIFIED"))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(events(&saved), events(&printed));
    });
}

#[test]
fn a_row_of_the_program_says_with_how_many_it_overlaps() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = &at(&program, "2018-08-18", "13:00")[..3];
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, sessions).await;
        let minutes = sessions[0].span.overlap_minutes(sessions[1].span).expect("they overlap");
        let first = (visit.messages().overlap_with)(&sessions[0].title, minutes);
        let said = format!("{first}. {}", (visit.language().plan_messages().more)(1));
        let script = "return document.querySelector(`li[data-session='${arguments[0]}']`).dataset.clash ?? ''";
        let clash = async || {
            let clash: String = visit.browser().ask(script, vec![sessions[1].id.as_str().into()]).await;
            (clash == said).then_some(())
        };
        eventually(&format!("the row says {said:?}"), clash).await;
    });
}

#[test]
fn list_day_and_walking_time_are_chosen_and_stored() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let plan = planned(visit).await;
        Frame(visit).press(&(visit.messages().date)(sessions[0].day)).await;
        plan.shows(&ids(&sessions[..3])).await;
        Frame(visit).press(plan.messages().whole).await;
        plan.act("[data-action=as-list]").await;
        let listed = async || {
            let entries = plan.entries().await;
            entries.windows(2).all(|pair| pair[0].place[1] + pair[0].place[3] <= pair[1].place[1]).then_some(())
        };
        eventually("one entry stands below the other", listed).await;
        Frame(visit).reload().await;
        let plan = PlanPage::open(visit).await;
        plan.shows(&ids(&sessions)).await;
        eventually("it is a list still", listed).await;
    });
}

#[test]
fn one_of_two_overlapping_entries_is_chosen_with_two_taps() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let plan = planned(visit).await;
        plan.tap(sessions[1].id.as_str()).await;
        plan.act("[data-action=go-here]").await;
        let some = |word: &str| Some(word.to_owned());
        let decided = [some("maybe"), some("must"), None, None, None];
        plan.becomes(&decided, |entry| entry.priority.clone()).await;
        Frame(visit).is_saved().await;
        Frame(visit).press(visit.messages().undo).await;
        plan.becomes(&[None, None, None, None, None], |entry| entry.priority.clone()).await;
    });
}

#[test]
fn a_gap_is_filled_with_a_session_that_fits() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let plan = planned(visit).await;
        plan.act("[data-action=fill-gap]").await;
        let sheet = plan.sheet().await;
        assert!(sheet.contains(plan.messages().fits_whole), "{sheet}");
        let offered = visit.browser().find("[role=dialog] [data-session]").await;
        let offered = offered.attr("data-session").await.ok().flatten().expect("an id");
        plan.act("[role=dialog] [data-action=pick]").await;
        Frame(visit).is_saved().await;
        plan.act("[data-action=close-sheet]").await;
        let mut expected = ids(&sessions);
        expected.insert(2, offered);
        plan.shows(&expected).await;
    });
}

#[test]
fn an_own_entry_is_added_changed_removed_and_restored() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let plan = planned(visit).await;
        plan.act("[data-action=add-own]").await;
        plan.act("form [type=submit]").await;
        visit.browser().says(&(plan.messages().own_untitled)().message).await;
        for (name, value) in [("title", "My lightning talk"), ("start", "13:10"), ("end", "13:20"), ("place", "Lobby")] {
            plan.fill(name, value).await;
        }
        plan.act("form [type=submit]").await;
        visit.browser().says(&(plan.messages().own_saved)("My lightning talk")).await;
        let own = async || {
            let entries = plan.entries().await;
            entries.into_iter().find(|entry| entry.id.starts_with("own-"))
        };
        let added = eventually("the own entry is there", own).await;
        assert!(added.overlap.as_deref() == Some("true") && added.text.contains("13:10–13:20"), "{added:#?}");
        assert!(added.text.contains("Lobby"), "{added:#?}");

        plan.tap(&added.id).await;
        plan.act("[data-action=edit-own]").await;
        plan.fill("start", "12:00").await;
        plan.fill("end", "12:30").await;
        plan.act("form [type=submit]").await;
        let moved = async || own().await.filter(|entry| entry.text.contains("12:00–12:30") && entry.overlap.is_none());
        eventually("it moved and overlaps nothing", moved).await;
        Frame(visit).is_saved().await;
        visit.kill_and_open_browser().await;
        let plan = PlanPage::open(visit).await;
        assert_eq!(plan.ids().await[0], added.id, "it comes first now and was kept");

        plan.tap(&added.id).await;
        plan.act("[data-action=take-out]").await;
        plan.becomes(&ids(&five(&visit.program)), |entry| entry.id.clone()).await;
        Frame(visit).press(visit.messages().undo).await;
        eventually("it is back", async || (plan.ids().await[0] == added.id).then_some(())).await;
        visit.assert_quiet_console().await;
    });
}

/// Waits until the sheet is open, or until it is not.
async fn sheet_is(visit: &Visit, open: bool) {
    let is = async || (visit.browser().find_all("#sheet").await.is_empty() != open).then_some(());
    eventually(&format!("the sheet is open: {open}"), is).await;
}

#[test]
fn back_and_a_tap_beside_close_a_sheet() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        let sessions = five(&visit.program);
        pick_and_save(visit, &page, &sessions).await;
        let plan = PlanPage::by_tab(visit).await;
        let address = visit.browser().address().await;
        for _ in 0..2 {
            plan.tap(sessions[2].id.as_str()).await;
            sheet_is(visit, true).await;
            visit.browser().back().await;
            sheet_is(visit, false).await;
            assert_eq!(visit.browser().address().await, address);
        }
        plan.tap(sessions[2].id.as_str()).await;
        sheet_is(visit, true).await;
        let beside = "document.elementFromPoint(innerWidth / 2, document.querySelector('#sheet').getBoundingClientRect().top - 12).click()";
        visit.browser().ask::<()>(beside, Vec::new()).await;
        sheet_is(visit, false).await;
        // No entry of the history is left over.
        visit.browser().back().await;
        visit.browser().find("main[data-program]").await;
        assert_eq!(visit.browser().address().await, visit.host.address("/"));
    });
}

#[test]
fn all_actions_are_seen_at_once_and_large_enough_for_a_thumb() {
    for (language, device) in [(KOREAN, Device::SMALL_PHONE), (ENGLISH, Device::SMALL_PHONE), (ENGLISH, Device::PHONE)] {
        visit(Setup::phone(language).on(device), async |visit| {
            planned(visit).await;
            visit.browser().find("[data-action=print]").await;
            let script = "const row = document.querySelector('.plan-actions'), all = [...row.children].map((at) => [at.innerText, at.getBoundingClientRect()]);
                const isWrong = ([, { left, right, height, width }]) => left < 0 || right > innerWidth || height < 44 || width < 44;
                return [all.length, row.scrollWidth <= row.clientWidth, all.filter(isWrong).map(([name]) => name)]";
            let (all, fits, wrong): (usize, bool, Vec<String>) = visit.browser().ask(script, Vec::new()).await;
            assert!(all >= 5 && fits && wrong.is_empty(), "{all} actions, fit: {fits}, wrong: {wrong:?}");
        });
    }
}

#[test]
fn a_pick_that_was_tapped_off_in_the_program_comes_back_with_its_priority() {
    visit(Setup::phone(KOREAN), async |visit| {
        let sessions = five(&visit.program);
        let plan = planned(visit).await;
        plan.tap(sessions[1].id.as_str()).await;
        plan.act("[data-action=go-here]").await;
        let decided = [Some("maybe"), Some("must"), None, None, None].map(|word| word.map(str::to_owned));
        plan.becomes(&decided, |entry| entry.priority.clone()).await;
        Frame(visit).message_is_gone().await;
        let page = ProgramPage::by_tab(visit).await;
        page.pick(sessions[1].id.as_str()).await;
        visit.browser().says(&(visit.messages().taken_out)(&sessions[1].title)).await;
        Frame(visit).press(visit.messages().undo).await;
        PlanPage::by_tab(visit).await.becomes(&decided, |entry| entry.priority.clone()).await;
    });
}

#[test]
fn a_message_leaves_as_soon_as_something_else_is_tapped() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        page.pick(sessions[3].id.as_str()).await;
        let says = async || {
            visit.browser().ask::<Option<String>>("return document.querySelector('.toast span')?.innerText", Vec::new()).await
        };
        let taken_out = |at: usize| Some((visit.messages().taken_out)(&sessions[at].title));
        eventually("it is said", async || (says().await == taken_out(3)).then_some(())).await;
        page.pick(sessions[4].id.as_str()).await;
        eventually("the last one is said", async || (says().await == taken_out(4)).then_some(())).await;
        visit.browser().tap_on("main h2").await;
        let is_gone = async || says().await.is_none().then_some(());
        assert!(within(Duration::from_secs(4), is_gone).await.is_some(), "it leaves before its time");
    });
}
