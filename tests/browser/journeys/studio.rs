//! Choices on the wallpaper page, and what the page stores about a saved picture.

use super::damage::in_database;
use super::now::set_clock;
use super::wallpaper::{assert_same, native_pictures, nothing_outside};
use super::{ENGLISH, KOREAN, five, pick_and_save};
use crate::harness::{Pixels, Setup, Visit, built_in_program_file, eventually, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage, SettingsPage, WallpaperPage};
use serde::Deserialize;
use serde_json::json;
use siganpyo::program::{Program, Session};
use siganpyo::wallpaper::zone::Fractions;
use siganpyo::wallpaper::{Screen, Theme, Zone};
use siganpyo::wire::program_file;
use std::fs;
use std::path::{Path, PathBuf};
use std::slice::from_ref;

const SCREEN: Screen = Screen { width: 1170, height: 2532 };
const SCRIPTS: &str = "tests/fixtures/six-scripts.json";

/// Opens the wallpaper page with five picks and chooses the phone.
async fn with_five<'v>(visit: &'v Visit, sessions: &[&Session]) -> WallpaperPage<'v> {
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, sessions).await;
    let page = WallpaperPage::open(visit).await;
    page.choose_phone(SCREEN).await;
    page.pictures_of(SCREEN).await;
    page
}

/// The one picture on the page.
async fn only(page: &WallpaperPage<'_>) -> Vec<u8> {
    page.is_settled().await;
    let mut files = page.save_all().await;
    assert_eq!(files.len(), 1, "one picture");
    files.remove(0)
}

#[test]
fn a_custom_band_is_used_exactly_and_stored() {
    visit(Setup::phone(KOREAN), async |visit| {
        let sessions = five(&visit.program);
        let page = with_five(visit, &sessions).await;
        let zone = |top, bottom| Zone::Band(Fractions::new(top, bottom));
        page.choose_zone(Zone::Ios).await;
        page.choose_zone(zone(0, 1000)).await;
        for action in ["band-up", "band-up", "band-shorter", "band-taller", "band-taller"] {
            page.act(action).await;
        }
        let expected = zone(255, 850);
        eventually("the band is remembered", async || (page.remembered_zone().await == expected.label()).then_some(())).await;
        let file = only(&page).await;
        nothing_outside(&Pixels::decode(&file), expected);
        let program = built_in_program_file(visit.host.folder());
        let native = native_pictures(visit, &program, &sessions, &["--screen", "1170x2532", "--zone", &expected.label()]);
        assert_same(visit, &[file], &native, "drawn natively");

        page.drag_band(-100).await;
        eventually("a finger moves it too", async || (page.remembered_zone().await == zone(155, 750).label()).then_some(()))
            .await;
        let page = WallpaperPage::open(visit).await;
        nothing_outside(&Pixels::decode(&only(&page).await), zone(155, 750));
        visit.assert_quiet_console().await;
    });
}

#[test]
fn a_photo_fills_the_picture_and_is_not_uploaded() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let page = with_five(visit, &five(&visit.program)).await;
        page.choose_theme(Theme::Photo).await;
        let before = page.addresses().await;
        let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/icons/icon-512.png");
        visit.browser().ask_only_the_host().await;
        page.open_photo(&photo).await;
        eventually("the photo is drawn", async || (page.addresses().await != before).then_some(())).await;
        let pixels = Pixels::decode(&only(&page).await);
        let middle = Pixels::decode(&fs::read(photo).expect("the icon")).at(256, 40);
        let shown = pixels.at(SCREEN.width as i32 / 2, 40 * SCREEN.height as i32 / 512);
        let near = shown.iter().zip(middle).all(|(one, other)| one.abs_diff(other) < 48);
        assert!(near, "{shown:?} above the text is {middle:?} of the photo");
        let kept = async || in_database(visit, "get", json!(["photo"])).await.is_string().then_some(());
        eventually("the photo is kept", kept).await;
        let page = WallpaperPage::open(visit).await;
        let again = Pixels::decode(&only(&page).await).at(SCREEN.width as i32 / 2, 40 * SCREEN.height as i32 / 512);
        assert!(again.iter().zip(shown).all(|(one, other)| one.abs_diff(other) < 16), "the photo is remembered: {again:?}");
        page.act("forget-photo").await;
        let black = Pixels::decode(&only(&page).await);
        let gone = async || in_database(visit, "get", json!(["photo"])).await.is_null().then_some(());
        eventually("the photo is forgotten", gone).await;
        assert_eq!(black.at(SCREEN.width as i32 / 2, 40), [0, 0, 0]);
        let page = WallpaperPage::open(visit).await;
        assert!(Pixels::decode(&only(&page).await) == black, "until it is forgotten");
        visit.assert_quiet_console().await;
    });
}

#[test]
fn choices_are_stored() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = with_five(visit, &five(&visit.program)).await;
        page.choose_day(&(visit.messages().date)(visit.program.days[1].date)).await;
        page.choose_theme(Theme::Color).await;
        page.act_on("[data-field=code]").await;
        let picture = only(&page).await;
        let page = WallpaperPage::open(visit).await;
        assert_same(visit, &[only(&page).await], from_ref(&picture), "with day, colours and code of before");
        page.choose_sheet("letter").await;
        let sheet = only(&page).await;
        let page = WallpaperPage::open(visit).await;
        assert_same(visit, &[only(&page).await], &[sheet], "on the paper of before");
        page.choose_phone(SCREEN).await;
        assert_same(visit, &[only(&page).await], from_ref(&picture), "on the phone as it was");
        // Invalid data is ignored.
        visit.browser().ask::<()>("localStorage['siganpyo/#choices'] = '{\"days\":', undefined", Vec::new()).await;
        let page = WallpaperPage::open(visit).await;
        assert!(only(&page).await != picture, "all days again");
        visit.assert_quiet_console().await;
    });
}

#[test]
fn a_code_colours_and_paper_give_the_same_pictures_as_natively() {
    visit(Setup::phone(KOREAN), async |visit| {
        let sessions = &five(&visit.program)[..3];
        let page = with_five(visit, sessions).await;
        let program = built_in_program_file(visit.host.folder());
        page.choose_zone(Zone::Ios).await;
        page.choose_theme(Theme::Color).await;
        let plain = only(&page).await;
        page.act_on("[data-field=code]").await;
        let with_code = only(&page).await;
        assert!(plain != with_code, "there is a code in it");
        let link = visit.host.address("/");
        let options = ["--screen", "1170x2532", "--zone", "ios", "--theme", "color"];
        assert_same(visit, &[plain], &native_pictures(visit, &program, sessions, &options), "drawn natively without a code");
        let native = native_pictures(visit, &program, sessions, &[&options[..], &["--link", &link]].concat());
        assert_same(visit, &[with_code], &native, "drawn natively with a code");
        page.act_on("[data-field=code]").await;
        page.choose_sheet("a4").await;
        let sheet = only(&page).await;
        assert_same(visit, &[sheet], &native_pictures(visit, &program, sessions, &["--paper", "a4"]), "drawn natively on paper");
        visit.assert_quiet_console().await;
    });
}

#[test]
fn slices_for_other_scripts_are_stored_before_the_first_picture_is_made() {
    visit(Setup::phone(KOREAN), async |visit| {
        let (path, program) = open_scripts(visit).await;
        Frame(visit).is_ready_for_the_venue().await;

        visit.host.go_away();
        let sessions: Vec<&Session> = program.sessions.iter().collect();
        let page = with_five(visit, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        page.choose_zone(Zone::Ios).await;
        let picture = only(&page).await;
        // The command line refuses to draw without the slices that it needs.
        let native = native_pictures(visit, &path, &sessions, &["--screen", "1170x2532", "--zone", "ios"]);
        assert_same(visit, &[picture], &native, "without a signal");
    });
}

#[test]
fn letters_of_a_missing_slice_are_left_out_with_a_message_until_it_is_available() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let (slices, away) = (visit.host.folder().join("fonts/slices"), visit.host.folder().join("fonts/away"));
        fs::rename(&slices, &away).expect("slices");
        let (path, program) = open_scripts(visit).await;
        Frame(visit).root_says("data-offline", "failed").await;
        let messages = visit.language().safety_messages();
        SettingsPage::open(visit).await;
        visit.browser().says(&(messages.failed)(messages.part_fonts).hint).await;

        let sessions: Vec<&Session> = program.sessions.iter().collect();
        let page = with_five(visit, &sessions).await;
        page.choose_zone(Zone::Ios).await;
        only(&page).await;
        visit.browser().says(&(page.messages().letters_missing)().message).await;
        fs::rename(away, slices).expect("slices");
        page.retry().await;
        let native = native_pictures(visit, &path, &sessions, &["--screen", "1170x2532", "--zone", "ios"]);
        assert_same(visit, &[only(&page).await], &native, "with the fonts");
        visit.browser().ask::<()>("window.dispatchEvent(new Event('online'))", Vec::new()).await;
        Frame(visit).is_ready_for_the_venue().await;
    });
}

/// Opens and keeps a program in six scripts.
async fn open_scripts(visit: &Visit) -> (PathBuf, Program) {
    visit.open("/").await;
    Frame(visit).is_ready_for_the_venue().await;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SCRIPTS);
    let program = program_file::read(&fs::read_to_string(&path).expect("the fixture")).expect("a program");
    let library = LibraryPage::open(visit).await;
    library.open_program(&path).await;
    library.preview().await;
    library.keep().await;
    visit.browser().says(&(library.messages().opened)(&program.title, program.sessions.len())).await;
    (path, program)
}

#[test]
fn an_outdated_saved_picture_is_reported() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let page = with_five(visit, &sessions[..4]).await;
        only(&page).await;
        let page = WallpaperPage::open(visit).await;
        page.is_settled().await;
        assert_eq!(page.out_of_date().await, None, "nothing has changed");
        let program = ProgramPage::open(visit).await;
        pick_and_save(visit, &program, &sessions[4..]).await;
        program.pick(sessions[0].id.as_str()).await;
        Frame(visit).is_saved().await;
        let page = WallpaperPage::open(visit).await;
        let notice = eventually("it is out of date", async || page.out_of_date().await).await;
        assert!([0, 4].iter().all(|at| notice.contains(&sessions[*at].title)), "{notice}");
        assert!([1, 2, 3].iter().all(|at| !notice.contains(&sessions[*at].title)), "{notice}");
        PlanPage::open(visit).await;
        page.act_on("[data-role=out-of-date] a").await;
        visit.browser().find("img[data-role=wallpaper]").await;
        eventually("the timetable leads to the picture", async || page.out_of_date().await.filter(|said| *said == notice)).await;
    });
}

#[test]
fn a_download_counts_as_saved_until_that_is_taken_back() {
    visit(Setup::phone(KOREAN), async |visit| {
        let sessions = five(&visit.program);
        let page = with_five(visit, &sessions[..4]).await;
        only(&page).await;
        visit.browser().says(page.messages().remembered).await;
        page.act("was-not-saved").await;
        let program = ProgramPage::open(visit).await;
        pick_and_save(visit, &program, &sessions[4..]).await;
        let page = WallpaperPage::open(visit).await;
        page.is_settled().await;
        assert_eq!(page.out_of_date().await, None, "no picture was saved");
    });
}

#[test]
fn with_nothing_picked_there_is_a_sample_that_cannot_be_saved() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = WallpaperPage::open(visit).await;
        page.is_settled().await;
        visit.browser().says(page.messages().sample).await;
        assert!(visit.browser().find_all("[data-action=save-wallpaper]").await.is_empty());
        let program = ProgramPage::by_tab(visit).await;
        let session = five(&visit.program)[0];
        program.pick(session.id.as_str()).await;
        Frame(visit).is_saved().await;
        Frame(visit).tab(visit.messages().tab_wallpaper).await;
        let page = WallpaperPage::here(visit);
        page.is_settled().await;
        assert!(page.alternative_text().await.contains(&session.title));
        assert_eq!(visit.browser().find_all("[data-action=save-wallpaper]").await.len(), 1);
    });
}

/// What the small picture of a theme is: its address and its size.
const SMALL: &str = "return [...document.querySelectorAll('.style[data-theme]')].map((style) => {
    const img = style.querySelector('img');
    return [style.dataset.theme, img?.src ?? '', img?.complete ? img.naturalWidth : 0];
})";

#[test]
fn themes_are_small_pictures_of_the_plan() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = with_five(visit, &five(&visit.program)).await;
        let drawn = async || {
            let small: Vec<(String, String, u32)> = visit.browser().ask(SMALL, Vec::new()).await;
            let of_size = small.iter().filter(|(_, _, width)| *width == SCREEN.width / 6).count();
            (small.len() == 4 && of_size == 3).then_some(small)
        };
        let before = eventually("three small pictures, and no photo", drawn).await;
        assert_eq!(before.iter().find(|(_, address, _)| address.is_empty()).expect("one").0, "photo");
        page.choose_day(&(visit.messages().date)(visit.program.days[1].date)).await;
        let changed =
            async || drawn().await.filter(|now| now.iter().zip(&before).filter(|(now, before)| now != before).count() == 3);
        eventually("they follow the choice of days", changed).await;
    });
}

#[test]
fn on_the_day_the_picture_is_of_today() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let page = with_five(visit, &sessions).await;
        page.choose_theme(Theme::Paper).await;
        set_clock(visit, "2018-08-19", "09:00").await;
        let page = WallpaperPage::open(visit).await;
        page.is_settled().await;
        let shown = page.alternative_text().await;
        let of_today = |session: &&&Session| session.day.to_string() == "2018-08-19";
        assert!(sessions.iter().any(|session| of_today(&session)) && !sessions.iter().all(|session| of_today(&session)));
        for session in &sessions {
            assert_eq!(shown.contains(&session.title), of_today(&session), "{} in {shown}", session.title);
        }
        page.choose_day(page.messages().all_days).await;
        let page = WallpaperPage::open(visit).await;
        page.is_settled().await;
        assert!(page.alternative_text().await.contains(&sessions[0].title), "what was chosen today holds today");
    });
}

#[test]
fn of_a_single_day_only_what_is_left_of_it_can_be_chosen() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let library = LibraryPage::open(visit).await;
        library.open_program(Path::new("tests/fixtures/two-talks.json")).await;
        library.preview().await;
        library.keep().await;
        let page = ProgramPage::here(visit).await;
        for id in ["first", "second"] {
            page.pick(id).await;
        }
        Frame(visit).is_saved().await;
        set_clock(visit, "2030-05-04", "10:50").await;
        let page = WallpaperPage::open(visit).await;
        page.is_settled().await;
        let offered = "return [...document.querySelectorAll('.choices .options')].map((choices) => [...choices.children].map((choice) => choice.textContent))";
        let offered: Vec<Vec<String>> = visit.browser().ask(offered, Vec::new()).await;
        assert!(offered.contains(&vec![page.messages().from_now.to_owned()]), "{offered:?}");
        assert!(!offered.iter().flatten().any(|choice| choice == page.messages().all_days), "{offered:?}");
    });
}

/// Replaces the share sheet and records what it is given.
const SHARE_SHEET: &str = "window.handed = [];
    navigator.canShare = (data) => data.files?.length > 0;
    navigator.share = async (data) => { window.handed.push({
        keys: Object.keys(data), names: data.files.map((file) => file.name), types: data.files.map((file) => file.type),
        bytes: data.files.map((file) => file.size), active: navigator.userActivation.isActive }); };";

#[derive(Deserialize)]
struct Handed {
    keys: Vec<String>,
    names: Vec<String>,
    types: Vec<String>,
    bytes: Vec<usize>,
    active: bool,
}

#[test]
fn the_share_sheet_gets_the_picture_alone_while_the_tap_is_handled() {
    visit(Setup::phone(KOREAN), async |visit| {
        visit.browser().before_every_page(SHARE_SHEET).await;
        let page = with_five(visit, &five(&visit.program)).await;
        let saved = only(&page).await;
        page.act("share-wallpaper").await;
        let handed: Vec<Handed> = eventually("the share sheet is asked", async || {
            let handed: Vec<Handed> = visit.browser().ask("return window.handed", Vec::new()).await;
            (!handed.is_empty()).then_some(handed)
        })
        .await;
        assert_eq!(handed.len(), 1);
        let Handed { keys, names, types, bytes, active } = &handed[0];
        // With a title or a text in addition, some iPhones no longer offer to save the picture.
        assert_eq!((&keys[..], &types[..]), (&["files".to_owned()][..], &["image/png".to_owned()][..]));
        assert_eq!((&names[..], &bytes[..]), (&[format!("{}.png", visit.program.id)][..], &[saved.len()][..]));
        assert!(active, "asked while the tap is being handled");
        visit.assert_quiet_console().await;
    });
}
