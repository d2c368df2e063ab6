//! Files that do not say all of it: several of one program, no date of the first day, several lists, fields of unknown names, and
//! files that are refused.

use super::{ENGLISH, KOREAN, file};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, LibraryPage};
use siganpyo::program::Date;
use std::fs;
use std::path::Path;

/// Slots that refer to sessions in other files, as Hoverboard has them.
const PARTS: [(&str, &str); 3] = [
    (
        "schedule.json",
        r#"{"2031-03-05": {"tracks": [{"title": "Oak"}, {"title": "Elm"}], "timeslots": [
            {"startTime": "09:30", "endTime": "10:10", "sessions": [{"items": [1]}, {"items": [2]}]}]}}"#,
    ),
    ("sessions.json", r#"{"1": {"title": "Honey", "speakers": ["ada"]}, "2": {"title": "Wax", "speakers": ["bo"]}}"#),
    ("speakers.json", r#"{"ada": {"name": "Ada Moon", "bio": "Flies"}, "bo": {"name": "Bo Sun", "bio": "Walks"}}"#),
];

pub(super) const DAYS: &str =
    "day,start,end,title,room\nDay 1,10:00,10:40,Honey,Oak\nDay 1,11:00,11:40,Wax,Oak\nDay 2,10:00,10:40,Nectar,Elm\n";

/// Two years of one conference, of which neither is clearly meant.
pub(super) const YEARS: &str = r#"{"upcoming_talks": [{"title": "Honey", "start": "2031-03-05T10:00", "end": "2031-03-05T10:40"},
    {"title": "Wax", "start": "2031-03-05T11:00", "end": "2031-03-05T11:40"}],
    "archive": [{"title": "Wasps", "start": "2030-03-05T10:00", "end": "2030-03-05T10:40"},
    {"title": "Hornets", "start": "2030-03-05T11:00", "end": "2030-03-05T11:40"}]}"#;

const FIELDS: &str = r#"[{"name": "A12", "headline": "Honey", "start": "2031-03-05 10:00", "spot": "Oak"},
    {"name": "A13", "headline": "Wax", "start": "2031-03-05 11:00", "spot": "Elm"}]"#;

pub(super) const UNKNOWN_START: &str = r#"[{"title": "Honey", "los_gehts": "2031-03-05 10:00", "speakers": ["Ada Moon"]},
    {"title": "Wax", "los_gehts": "2031-03-05 11:00", "speakers": ["Bo Sun"]}]"#;

#[test]
fn several_files_chosen_together_are_one_program() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let library = LibraryPage::open(visit).await;
        let paths: Vec<_> = PARTS.iter().map(|(name, text)| file(visit, name, text)).collect();
        library.open_files(&paths.iter().map(std::path::PathBuf::as_path).collect::<Vec<_>>()).await;
        answer_zone(visit).await;
        let preview = library.preview().await;
        assert!(preview.contains("Honey") && preview.contains(&(visit.messages().sessions)(2)), "{preview}");
        assert!(preview.contains(&(library.messages().rooms)(2)), "{preview}");
        library.keep().await;
        visit.browser().says("Ada Moon").await;
    });
}

#[test]
fn several_files_dropped_together_are_one_program() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let library = LibraryPage::open(visit).await;
        let drop = "const data = new DataTransfer();
            for (const [name, text] of arguments[0]) data.items.add(new File([text], name));
            document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        visit.browser().ask::<()>(drop, vec![serde_json::json!(PARTS)]).await;
        answer_zone(visit).await;
        let preview = library.preview().await;
        assert!(preview.contains(&(visit.messages().sessions)(2)), "{preview}");
    });
}

#[test]
fn several_files_shared_together_are_one_program() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        LibraryPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        let share = "const form = new FormData(), done = arguments[1];
            for (const [name, text] of arguments[0]) form.append('file', new File([text], name));
            fetch('/library', { method: 'POST', body: form }).then(() => done(null))";
        visit.browser().ask_later::<()>(share, vec![serde_json::json!(PARTS)]).await;
        let library = LibraryPage::open(visit).await;
        let waits = visit.browser().find("[data-step=handed-over]").await.text().await.expect("a card");
        assert!(PARTS.iter().all(|(name, _)| waits.contains(name)), "{waits}");
        visit.browser().tap_on("[data-action=open-handed]").await;
        answer_zone(visit).await;
        let preview = library.preview().await;
        assert!(preview.contains(&(visit.messages().sessions)(2)), "{preview}");
    });
}

#[test]
fn the_first_day_is_asked_for_once_and_used_for_updates() {
    visit(Setup::phone(KOREAN).copied(), async |visit| {
        let library = LibraryPage::open(visit).await;
        open_address(visit, "bees.csv", DAYS).await;
        let question = visit.browser().find("[data-step=first-day]").await.text().await.expect("a question");
        assert!(question.contains(&(library.messages().day_needed)().message), "{question}");
        begins_on(visit, "2031-03-04", "Honey").await;
        begins_on(visit, "2031-03-05", "Wax").await;
        visit.browser().tap_on("[data-action=day-use]").await;
        answer_zone(visit).await;
        let preview = library.preview().await;
        assert!(preview.contains(&(library.messages().day_count)(2)), "{preview}");
        library.press(library.messages().day_again).await;
        begins_on(visit, "2031-04-05", "Honey").await;
        visit.browser().tap_on("[data-action=day-use]").await;
        let preview = library.preview().await;
        assert!(preview.contains("4"), "{preview}");
        library.keep().await;
        visit.browser().find("[data-session]").await;
        updates(visit, "bees.csv", &format!("{DAYS}Day 2,11:00,11:40,Pollen,Elm\n"), "Pollen").await;
    });
}

#[test]
fn a_list_is_chosen_by_its_first_sessions_and_used_for_updates() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let library = LibraryPage::open(visit).await;
        open_address(visit, "bees.json", YEARS).await;
        let question = visit.browser().find("[data-step=list]").await.text().await.expect("a question");
        for part in ["upcoming_talks", "archive", "Honey", "Hornets", "10:00"] {
            assert!(question.contains(part), "{part} is not in {question}");
        }
        choose_list(visit, "archive").await;
        answer_zone(visit).await;
        assert!(library.preview().await.contains("Wasps"));
        library.press(library.messages().list_again).await;
        choose_list(visit, "archive").await;
        library.preview().await;
        library.keep().await;
        updates(visit, "bees.json", &YEARS.replace("Hornets", "Hornets at night"), "Hornets at night").await;
    });
}

#[test]
fn fields_are_corrected_by_touch_and_stay_so_with_updates() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let library = LibraryPage::open(visit).await;
        open_address(visit, "bees.json", FIELDS).await;
        answer_zone(visit).await;
        assert!(library.preview().await.contains("A12"));
        correct(visit, "headline", "title").await;
        eventually("the title is read from another field", async || library.preview().await.contains("“Honey”").then_some(()))
            .await;
        correct(visit, "spot", "room").await;
        visit.browser().says(&(library.messages().rooms)(2)).await;
        library.keep().await;
        visit.browser().says("Elm").await;
        updates(visit, "bees.json", &FIELDS.replace("Wax", "Wax and wicks"), "Wax and wicks").await;
    });
}

#[test]
fn a_refused_file_says_which_field_to_name_and_gives_a_report_without_its_content() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let hold =
            "window.copied = ''; navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() }";
        visit.browser().before_every_page(hold).await;
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "ada.json", UNKNOWN_START)).await;
        visit.browser().find("main [role=alert]").await;
        library.press(library.messages().report).await;
        visit.browser().says(library.messages().report_copied).await;
        let report: String = visit.browser().ask("return window.copied", Vec::new()).await;
        assert!(report.contains("los_gehts: text(16) 9999-99-99 99:99 ×2"), "{report}");
        for personal in ["Honey", "Ada", "2031", "ada.json"] {
            assert!(!report.contains(personal), "{personal} is in {report}");
        }
        correct(visit, "los_gehts", "start").await;
        answer_zone(visit).await;
        assert!(library.preview().await.contains("Honey"));
    });
}

#[test]
fn a_spreadsheet_loads_its_own_part_and_says_so_offline() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let library = LibraryPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        let loads = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/sheets'))";
        library.open_program(&file(visit, "days.csv", DAYS)).await;
        visit.browser().find("[data-step=first-day]").await;
        assert!(!visit.browser().ask::<bool>(loads, Vec::new()).await, "only a spreadsheet needs it");
        visit.host.go_away();
        let library = LibraryPage::here(visit);
        library.open_program(Path::new("tests/fixtures/import/table.xlsx")).await;
        visit.browser().says(&(library.messages().sheets_missing)().message).await;
        visit.host.come_back();
        let library = LibraryPage::here(visit);
        library.open_program(Path::new("tests/fixtures/import/table.xlsx")).await;
        let preview = library.preview().await;
        assert!(preview.contains("작은 모임 2026") && preview.contains(&(visit.messages().sessions)(7)), "{preview}");
        // From now on it is on the device.
        visit.host.go_away();
        Frame(visit).reload().await;
        let library = LibraryPage::here(visit);
        library.open_program(Path::new("tests/fixtures/import/table.xls")).await;
        answer_zone(visit).await;
        assert!(library.preview().await.contains("Ouverture"));
    });
}

#[test]
fn a_page_s_better_form_is_opened_in_its_place() {
    const PAGE: &str = "<!doctype html><title>Bees</title><a href=missing/schedule.xml>XML</a><a href=bees.ics>Calendar</a>\
        <h2>5 March 2031</h2><table><tr><th>Time<th>Talk<tr><td>10:00<td>Honey<tr><td>11:00<td>Wax<tr><td>12:00<td>Nectar</table>";
    let event = |number: usize| {
        format!(
            "BEGIN:VEVENT\nUID:{number}\nDTSTART:20310305T0{number}0000Z\nDURATION:PT40M\nSUMMARY:Honey {number}\nEND:VEVENT\n"
        )
    };
    let events: String = (1..=4).map(event).collect();
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let library = LibraryPage::open(visit).await;
        let calendar = visit.host.folder().join("bees.ics");
        let calendar_of =
            |events: &str| format!("BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-TIMEZONE:Asia/Seoul\n{events}END:VCALENDAR\n");
        fs::write(&calendar, calendar_of(&events)).expect("a published file");
        open_address(visit, "bees.html", PAGE).await;
        let preview = library.preview().await;
        assert!(preview.contains("Honey 1") && preview.contains(&(visit.messages().sessions)(4)), "{preview}");
        library.discard().await;
        // A calendar of nothing but the conference is not better.
        fs::write(&calendar, calendar_of(&event(1))).expect("a published file");
        open_address(visit, "bees.html", PAGE).await;
        answer_zone(visit).await;
        let preview = library.preview().await;
        assert!(preview.contains("“Honey”") && preview.contains(&(visit.messages().sessions)(3)), "{preview}");
    });
}

/// Publishes a file and opens its address.
async fn open_address(visit: &Visit, name: &str, text: &str) {
    fs::write(visit.host.folder().join(name), text).expect("a published file");
    LibraryPage::here(visit).open_address(&format!("/{name}")).await;
}

/// Answers the question about the time zone.
async fn answer_zone(visit: &Visit) {
    let field = visit.browser().find("[data-step=zone] [data-action=time-zone]").await;
    field.send_keys("Asia/Seoul").await.expect("a field");
    let library = LibraryPage::here(visit);
    library.press(library.messages().zone_use).await;
}

/// Chooses the first day, and waits for a part of the first sessions as they then read. How a date is typed depends on the language.
pub(super) async fn begins_on(visit: &Visit, day: &str, expected: &str) {
    visit.browser().find("[data-action=first-day]").await;
    let choose = "const field = document.querySelector('[data-action=first-day]'); field.value = arguments[0]; \
                  field.dispatchEvent(new Event('input', { bubbles: true }))";
    visit.browser().ask::<()>(choose, vec![day.into()]).await;
    let date = (visit.messages().date_with_year)(Date::parse(day).expect("a date"));
    let reads = async || {
        let shown: String =
            visit.browser().ask("return document.querySelector('[data-role=begins-so]')?.innerText ?? ''", Vec::new()).await;
        (shown.contains(&date) && shown.contains(expected)).then_some(())
    };
    eventually(&format!("the first sessions read as on {day}"), reads).await;
}

/// Chooses a list of the file by its name.
async fn choose_list(visit: &Visit, name: &str) {
    visit.browser().find("[data-step=list]").await;
    let words = (LibraryPage::here(visit).messages().list_offer)(name, 2);
    visit.browser().tap(&visit.browser().find_by_path(&format!("//button[span[.={words:?}]]")).await).await;
}

/// Chooses the meaning of a field.
async fn correct(visit: &Visit, field: &str, meaning: &str) {
    visit.browser().find("[data-role=meanings]").await;
    let correct = "const [name, meaning] = arguments; \
        const label = [...document.querySelectorAll('.columns label')].find((label) => label.firstChild.textContent === name); \
        const details = label.closest('details'); if (details) details.open = true; \
        const select = label.querySelector('select'); select.value = meaning; \
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    visit.browser().ask::<()>(correct, vec![field.into(), meaning.into()]).await;
}

/// Publishes another version of the program that is shown, and waits until the library has taken it in by what was answered before.
async fn updates(visit: &Visit, name: &str, text: &str, expected: &str) {
    fs::write(visit.host.folder().join(name), text).expect("a published file");
    let library = LibraryPage::open(visit).await;
    let titles = library.titles().await;
    let title = titles.iter().find(|title| **title != visit.program.title).expect("the program");
    library.press(&format!("{}: {title}", library.messages().look)).await;
    visit.browser().says(library.messages().renewed).await;
    Frame(visit).open("/").await;
    visit.browser().says(expected).await;
}
