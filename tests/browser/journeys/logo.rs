//! A site has a colour, a logo and a background: they are in pictures of its program until a person does without, the logo offline too.

use super::apart::open;
use super::publishing::{serve_below, site_of};
use super::wallpaper::{assert_same, native_pictures};
use super::{ENGLISH, five, pick_and_save};
use crate::harness::{Pixels, Setup, Visit, built_in_program_file, eventually, visit};
use crate::pages::{Frame, WallpaperPage};
use siganpyo::program::Session;
use siganpyo::wallpaper::{Design, Screen, Theme, Zone};
use std::fs;

const BASE: &str = "/2031/";
const COLOR: &str = "#7a1f5c";
const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 30'>\
    <circle cx='15' cy='15' r='14' fill='#306998'/><path d='M34 4h24v8H42v14h-8z' fill='#ffd43b'/></svg>";
const BACKGROUND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/icons/icon-512.png");
const SCREEN: Screen = Screen { width: 1080, height: 2340 };

#[test]
fn a_logo_is_in_the_picture_offline_too_until_it_is_switched_off() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        publish_with_logo(visit);
        let program = visit.program.clone();
        let sessions = five(&program);
        pick_and_save(visit, &open(visit, BASE).await, &sessions).await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.host.go_away();
        visit.kill_and_open_browser().await;

        open(visit, BASE).await;
        Frame(visit).tab(visit.messages().tab_wallpaper).await;
        let page = WallpaperPage::here(visit);
        page.choose_phone(SCREEN).await;
        page.choose_zone(Zone::Android).await;
        page.choose_design(Design::Ticket).await;
        is_as_natively(visit, &sessions, true).await;
        page.switch_logo().await;
        is_as_natively(visit, &sessions, false).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn the_picture_of_the_conference_is_behind_until_the_person_has_one() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        publish_with_logo(visit);
        let sessions = five(&visit.program);
        pick_and_save(visit, &open(visit, BASE).await, &sessions).await;
        Frame(visit).tab(visit.messages().tab_wallpaper).await;
        let page = WallpaperPage::here(visit);
        page.choose_phone(SCREEN).await;
        page.choose_theme(Theme::Photo).await;
        visit.browser().says(page.messages().photo_given).await;
        let given = above_text(&page).await;
        let icon = Pixels::decode(&fs::read(BACKGROUND).expect("the icon")).at(256, 40);
        assert!(given.iter().zip(icon).all(|(one, other)| one.abs_diff(other) < 48), "{given:?} is {icon:?} of the picture");

        let before = page.addresses().await;
        page.open_photo(&visit.host.folder().join("preview.png")).await;
        eventually("the person's own is drawn", async || (page.addresses().await != before).then_some(())).await;
        visit.browser().says(page.messages().photo_about).await;
        page.act("forget-photo").await;
        eventually("that of the conference is back", async || (above_text(&page).await == given).then_some(())).await;
        visit.assert_quiet_console().await;
    });
}

/// A pixel above the band, where photos are lightest.
async fn above_text(page: &WallpaperPage<'_>) -> [u8; 3] {
    page.is_settled().await;
    let picture = page.save_all().await.remove(0);
    Pixels::decode(&picture).at(SCREEN.width as i32 / 2, 40 * SCREEN.height as i32 / 512)
}

fn publish_with_logo(visit: &Visit) {
    let app = visit.host.folder();
    let program = fs::read(built_in_program_file(app)).expect("a program");
    let settings = format!("programs = ['programs/p.json']\ncolor = '{COLOR}'\nlogo = 'mark.svg'\nbackground = 'b.png'\n");
    let given = [
        ("programs/p.json", program),
        ("site.toml", settings.into_bytes()),
        ("mark.svg", LOGO.into()),
        ("b.png", fs::read(BACKGROUND).expect("the icon")),
    ];
    serve_below(visit, BASE, &site_of(app, BASE, given));
}

async fn is_as_natively(visit: &Visit, sessions: &[&Session], has_logo: bool) {
    let page = WallpaperPage::here(visit);
    page.is_settled().await;
    let pictures = page.save_all().await;
    let (logo, screen) = (visit.file("mark.svg"), format!("{}x{}", SCREEN.width, SCREEN.height));
    fs::write(&logo, LOGO).expect("a logo");
    let logo = logo.to_string_lossy();
    let mut options = vec!["--screen", &screen, "--zone", Zone::Android.name(), "--design", "ticket", "--color", COLOR];
    options.extend(has_logo.then_some(["--logo", &logo]).into_iter().flatten());
    let native = native_pictures(visit, &built_in_program_file(visit.host.folder()), sessions, &options);
    assert_same(visit, &pictures, &native, if has_logo { "with a logo" } else { "without it" });
}
