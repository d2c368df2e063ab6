//! The settings show where the timetable is stored, and a backup is saved and opened again.

use super::{ENGLISH, KOREAN, five, ids, pick_and_save};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, PlanPage, ProgramPage, SettingsPage};
use siganpyo::messages::safety::SafetyMessages;
use siganpyo::plan::{Pick, Plan};
use siganpyo::wire::plan_file;

#[test]
fn a_backup_is_saved_and_opened_again() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let messages = safety_messages(visit);
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        SettingsPage::open(visit).await.choose(messages.backup_save).await;
        let place = visit.downloads().join(format!("{}.json", visit.program.id));
        let copy = String::from_utf8(visit.download(&format!("{}.json", visit.program.id), b"}\n").await).expect("text");
        let mut saved: Vec<String> = plan_file::read(&copy).unwrap().picks().map(|pick| pick.session.to_string()).collect();
        let mut all = ids(&sessions);
        saved.sort();
        all.sort();
        assert_eq!(saved, all);

        // Two are removed, and another one is picked.
        let other = &program.sessions.iter().find(|session| !ids(&sessions).contains(&session.id.to_string())).unwrap();
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &[sessions[0], sessions[1], other]).await;
        assert_eq!(PlanPage::open(visit).await.ids().await.len(), 4);

        let settings = SettingsPage::open(visit).await;
        settings.open_backup(&place).await;
        visit.browser().says(&(messages.found)(5, 0, 2)).await;
        settings.choose(messages.replace).await;
        visit.browser().says(messages.replaced).await;
        Frame(visit).is_saved().await;
        settings.choose(visit.messages().undo).await;
        Frame(visit).is_saved().await;
        assert_eq!(PlanPage::open(visit).await.ids().await.len(), 4, "it was undone");

        let settings = SettingsPage::open(visit).await;
        settings.open_backup(&place).await;
        settings.choose(messages.join).await;
        visit.browser().says(messages.joined).await;
        Frame(visit).is_saved().await;
        visit.kill_and_open_browser().await;
        let plan = PlanPage::open(visit).await;
        let joined = async || {
            let planned = plan.ids().await;
            (planned.len() == 6 && ids(&sessions).iter().all(|id| planned.contains(id))).then_some(())
        };
        eventually("the copy and what was picked since", joined).await;
    });
}

/// A backup from elsewhere, for engines whose driver saves no files.
pub async fn a_copy_is_opened(visit: &mut Visit) {
    let messages = safety_messages(visit);
    let program = visit.program.clone();
    let sessions = five(&program);
    let mut copy = Plan::empty(program.id.clone());
    sessions[..3].iter().for_each(|session| copy.put(Pick::of(&program, session, "en")));
    let place = visit.file("copy.json");
    std::fs::write(&place, plan_file::write(&copy)).unwrap();
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &sessions[2..]).await;
    let settings = SettingsPage::open(visit).await;
    settings.open_backup(&place).await;
    visit.browser().says(&(messages.found)(3, 0, 2)).await;
    settings.choose(messages.join).await;
    Frame(visit).is_saved().await;
    visit.kill_and_open_browser().await;
    PlanPage::open(visit).await.shows(&ids(&sessions)).await;
}

#[test]
fn a_file_that_is_not_a_backup_of_this_program_is_refused() {
    visit(Setup::phone(KOREAN), async |visit| {
        let settings = SettingsPage::open(visit).await;
        let place = visit.file("note.json");
        std::fs::write(&place, "{\"format\":\"siganpyo-plan/1\",\"program\":\"else\",\"picks\":[],\"own\":[]}").unwrap();
        settings.open_backup(&place).await;
        visit.browser().says(&(safety_messages(visit).other_program)("else", &visit.program.title).message).await;
        std::fs::write(&place, "milk, bread").unwrap();
        settings.open_backup(&place).await;
        let refusal = plan_file::read("milk, bread").unwrap_err().refusal(visit.language().file_messages());
        visit.browser().says(&refusal.message).await;
    });
}

#[test]
fn the_settings_show_where_the_timetable_is_stored() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        Frame(visit).is_ready_for_the_venue().await;
        SettingsPage::open(visit).await;
        visit.browser().find("[data-kept=saved]").await;
        visit.browser().says(safety_messages(visit).is_saved).await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.browser().find("[data-action=ready]").await;
    });
}

#[test]
fn little_storage_gives_a_hint_about_private_windows() {
    for (room, is_cramped) in [(400e6, true), (60e9, false)] {
        visit(Setup::phone(ENGLISH), async |visit| {
            let little = format!(
                "StorageManager.prototype.persisted = async () => false;
                StorageManager.prototype.estimate = async () => ({{ quota: {room}, usage: 0 }})"
            );
            visit.browser().before_every_page(&little).await;
            SettingsPage::open(visit).await;
            visit.browser().find("[data-kept=saved]").await;
            let expected = if is_cramped { safety_messages(visit).perhaps_private } else { safety_messages(visit).not_promised };
            visit.browser().says(expected).await;
        });
    }
}

#[test]
fn without_storage_the_settings_show_the_backup_as_text() {
    visit(Setup::phone(ENGLISH), async |visit| {
        visit.browser().before_every_page("Object.defineProperty(window, 'indexedDB', { value: undefined })").await;
        let page = ProgramPage::open(visit).await;
        let session = five(&visit.program)[0].clone();
        page.pick(session.id.as_str()).await;
        Frame(visit).save_says("failed").await;
        visit.browser().tap_on("header a[href$='/settings']").await;
        visit.browser().says(&(safety_messages(visit).is_not_saved)().message).await;
        let text: String = visit.browser().ask("return document.querySelector('textarea').value", Vec::new()).await;
        assert!(plan_file::read(&text).unwrap().is_picked(&session.id));
    });
}

fn safety_messages(visit: &Visit) -> &'static SafetyMessages {
    visit.language().safety_messages()
}
