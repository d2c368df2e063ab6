//! Not a test: with SCREENSHOTS=folder it takes a screenshot of every page, for people to look at and for the README.

use super::now::set_clock;
use super::{file, five, pick_and_save, questions};
use crate::harness::{Device, Setup, Visit, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage, SettingsPage, SharedSheet, WallpaperPage};
use serde_json::{Value, json};
use siganpyo::messages::Language;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of the pictures, and the prefix of their names.
struct Album<'a> {
    folder: &'a Path,
    device: &'static str,
}

impl Album<'_> {
    /// Takes a screenshot of the page in both modes.
    async fn photograph(&self, visit: &Visit, name: &str) {
        for (mode, dark) in [("light", false), ("dark", true)] {
            visit.browser().prefer_dark(dark).await;
            let file = format!("{}-{name}-{}-{mode}.png", self.device, visit.language().tag());
            fs::write(self.folder.join(file), visit.browser().screenshot().await).expect("a screenshot");
        }
    }
}

#[test]
fn every_page_can_be_photographed() {
    on_every_device(&async |visit, album| every_page(visit, &album).await);
}

#[test]
fn rare_states_can_be_photographed() {
    on_every_device(&async |visit, album| rare_states(visit, &album).await);
}

#[test]
fn the_days_of_the_conference_can_be_photographed() {
    on_every_device(&async |visit, album| in_the_hall(visit, &album).await);
}

#[test]
fn questions_about_files_can_be_photographed() {
    on_every_device(&async |visit, album| questions(visit, &album).await);
}

fn on_every_device(photograph: &impl AsyncFn(&mut Visit, Album)) {
    let Some(folder) = env::var_os("SCREENSHOTS").map(PathBuf::from) else { return };
    fs::create_dir_all(&folder).expect("a folder for screenshots");
    for (device, name) in [(Device::PHONE.at_ratio(2.0), "narrow"), (Device::LAPTOP, "wide")] {
        for language in Language::ALL {
            visit(Setup::phone(language).on(device), async |visit| {
                photograph(visit, Album { folder: &folder, device: name }).await;
            });
        }
    }
}

async fn every_page(visit: &Visit, album: &Album<'_>) {
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &five(&visit.program)).await;
    Frame(visit).is_ready_for_the_venue().await;
    let session = format!("/session/{}", five(&visit.program)[1].id);
    let pages = [
        ("program", "/"),
        ("session", &session),
        ("plan", "/plan"),
        ("wallpaper", "/wallpaper"),
        ("library", "/library"),
        ("settings", "/settings"),
    ];
    for (name, path) in pages {
        Frame(visit).open(path).await;
        if name == "wallpaper" {
            WallpaperPage::here(visit).is_settled().await;
        }
        album.photograph(visit, name).await;
    }
    let page = ProgramPage::open(visit).await;
    page.search("블록체인").await;
    visit.browser().find(".found .meant").await;
    album.photograph(visit, "search").await;
}

/// Takes screenshots of what the app says in the middle of a conference day.
async fn in_the_hall(visit: &mut Visit, album: &Album<'_>) {
    set_clock(visit, "2018-08-18", "13:50").await;
    ProgramPage::open(visit).await;
    visit.browser().find("[data-role=now]").await;
    album.photograph(visit, "now-nothing-picked").await;
    visit.open_another_phone().await;
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &five(&visit.program)).await;
    set_clock(visit, "2018-08-18", "13:50").await;
    Frame(visit).open("/").await;
    visit.browser().find("[data-role=now]").await;
    album.photograph(visit, "now-program").await;
    Frame(visit).tab(visit.messages().tab_plan).await;
    visit.browser().find("[data-role=now]").await;
    album.photograph(visit, "now-plan").await;
    visit.browser().tap_on("[data-action=as-list]").await;
    album.photograph(visit, "now-list").await;
    visit.browser().ask::<()>("scrollTo(0, 0)", Vec::new()).await;
    visit.browser().tap_on("[data-action=venue]").await;
    visit.browser().find("#venue .now-card").await;
    album.photograph(visit, "venue").await;
    visit.browser().tap_on("[data-action=close-venue]").await;
    visit.browser().tap_on("details.alarms summary").await;
    album.photograph(visit, "reminders").await;
    let plan = PlanPage::here(visit);
    plan.act("[data-action=add-own]").await;
    for (name, value) in [("title", "Lunch"), ("start", "12:10"), ("end", "12:50")] {
        plan.fill(name, value).await;
    }
    plan.act("form [type=submit]").await;
    Frame(visit).is_saved().await;
    plan.link().await;
    visit.browser().tap_on("[data-field=along]").await;
    visit.browser().find("#sheet svg.qr").await;
    album.photograph(visit, "share").await;
    let value = visit.browser().find("#plan-link").await.prop("value").await.expect("a field");
    visit.open_another_phone().await;
    visit.browser().go_to(&value.expect("a link")).await;
    SharedSheet::here(visit).await;
    album.photograph(visit, "received").await;
}

/// Takes screenshots of rare states: errors, things from elsewhere, and too many of something.
async fn rare_states(visit: &Visit, album: &Album<'_>) {
    let own = visit.program.id.as_str();
    LibraryPage::open(visit).await.open_program(Path::new("tests/fixtures/two-talks.json")).await;
    let library = LibraryPage::here(visit);
    library.preview().await;
    library.keep().await;

    let died = "localStorage.setItem('siganpyo/#last-start', JSON.stringify({ program: 'two-talks' }))";
    visit.browser().ask::<()>(died, Vec::new()).await;
    Frame(visit).open("/library").await;
    visit.browser().find("[data-role=last-start]").await;
    album.photograph(visit, "last-start").await;
    visit.browser().tap_on("[data-action=look-again]").await;

    let share = "const form = new FormData(), done = arguments[0];
        form.set('file', new File(['{}'], 'sea days.json', { type: 'application/json' }));
        fetch('/library', { method: 'POST', body: form }).then(() => done(null))";
    Frame(visit).is_ready_for_the_venue().await;
    visit.browser().ask_later::<()>(share, Vec::new()).await;
    Frame(visit).open("/library").await;
    visit.browser().find("[data-step=handed-over]").await;
    album.photograph(visit, "handed-over").await;
    visit.browser().tap_on("[data-action=discard-handed]").await;

    library.open_program(&file(visit, "large.json", &many(own, 1_600, 300).to_string())).await;
    library.preview().await;
    visit.browser().ask::<()>("document.querySelector('[data-step=preview]').scrollIntoView()", Vec::new()).await;
    album.photograph(visit, "namesake").await;
    let page = ProgramPage::by_tab(visit).await;
    page.open_filters().await;
    visit
        .browser()
        .ask::<()>("[...document.querySelectorAll('.lead, p')].at(-1).scrollIntoView({ block: 'center' })", Vec::new())
        .await;
    album.photograph(visit, "many-choices").await;
    page.show_grid().await;
    visit.browser().ask::<()>("scrollTo(0, 0)", Vec::new()).await;
    album.photograph(visit, "large-grid").await;

    SettingsPage::open(visit).await.report().await;
    visit.browser().ask::<()>("document.querySelector('[data-action=problem]').scrollIntoView()", Vec::new()).await;
    album.photograph(visit, "problem").await;
    visit.browser().tap_on("[data-action=notices] > summary").await;
    visit.browser().says("SIL").await;
    visit.browser().ask::<()>("document.querySelector('[data-action=notices]').scrollIntoView()", Vec::new()).await;
    album.photograph(visit, "licences").await;
}

/// Takes screenshots of what the library asks about files that do not say all of it.
async fn questions(visit: &Visit, album: &Album<'_>) {
    let library = LibraryPage::open(visit).await;
    library.open_program(&file(visit, "days.csv", questions::DAYS)).await;
    visit.browser().find("[data-step=first-day]").await;
    questions::begins_on(visit, "2031-03-05", "Wax").await;
    album.photograph(visit, "first-day").await;
    library.open_program(&file(visit, "years.json", questions::YEARS)).await;
    visit.browser().find("[data-step=list]").await;
    album.photograph(visit, "which-list").await;
    library.open_program(&file(visit, "unknown.json", questions::UNKNOWN_START)).await;
    visit.browser().tap_on("[data-action=copy-report]").await;
    visit.browser().tap_on("main details summary").await;
    visit.browser().ask::<()>("scrollTo(0, 0)", Vec::new()).await;
    album.photograph(visit, "refused").await;
}

/// Returns another conference with this id, with many sessions in many rooms.
fn many(id: &str, sessions: usize, rooms: usize) -> Value {
    let room = |at: usize| json!({ "id": format!("r{at}"), "name": format!("Room {at}") });
    let session = |at: usize| {
        let hour = 9 + at / rooms;
        json!({ "id": format!("s{at}"), "title": format!("Talk {at}"), "start": format!("2031-02-03T{hour:02}:00:00Z"),
            "end": format!("2031-02-03T{hour:02}:50:00Z"), "day": "2031-02-03", "rooms": [format!("r{}", at % rooms)] })
    };
    json!({ "format": "siganpyo-program/1", "id": id, "version": "1", "title": "Harbour Summit", "time_zone": "UTC",
        "days": [{ "date": "2031-02-03" }], "rooms": (0..rooms).map(room).collect::<Vec<_>>(), "tracks": [],
        "sessions": (0..sessions).map(session).collect::<Vec<_>>() })
}
