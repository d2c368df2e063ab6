//! A site has a colour and a logo: they are in pictures of its program, offline too, until a person does without.

use super::apart::open;
use super::publishing::{serve_below, site_of};
use super::wallpaper::{assert_same, native_pictures};
use super::{ENGLISH, five, pick_and_save};
use crate::harness::{Setup, Visit, built_in_program_file, visit};
use crate::pages::{Frame, WallpaperPage};
use siganpyo::program::Session;
use siganpyo::wallpaper::{Design, Screen};
use std::fs;

const BASE: &str = "/2031/";
const COLOR: &str = "#7a1f5c";
const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 30'>\
    <circle cx='15' cy='15' r='14' fill='#306998'/><path d='M34 4h24v8H42v14h-8z' fill='#ffd43b'/></svg>";
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
        page.choose_design(Design::Ticket).await;
        is_as_natively(visit, &sessions, true).await;
        page.switch_logo().await;
        is_as_natively(visit, &sessions, false).await;
        visit.assert_quiet_console().await;
    });
}

fn publish_with_logo(visit: &Visit) {
    let app = visit.host.folder();
    let program = fs::read(built_in_program_file(app)).expect("a program");
    let settings = format!("programs = ['programs/p.json']\ncolor = '{COLOR}'\nlogo = 'mark.svg'\n");
    let given = [("programs/p.json", program), ("site.toml", settings.into_bytes()), ("mark.svg", LOGO.into())];
    serve_below(visit, BASE, &site_of(app, BASE, given));
}

async fn is_as_natively(visit: &Visit, sessions: &[&Session], has_logo: bool) {
    let page = WallpaperPage::here(visit);
    page.is_settled().await;
    let pictures = page.save_all().await;
    let (logo, screen) = (visit.file("mark.svg"), format!("{}x{}", SCREEN.width, SCREEN.height));
    fs::write(&logo, LOGO).expect("a logo");
    let logo = logo.to_string_lossy();
    let mut options = vec!["--screen", &screen, "--design", "ticket", "--color", COLOR];
    options.extend(has_logo.then_some(["--logo", &logo]).into_iter().flatten());
    let native = native_pictures(visit, &built_in_program_file(visit.host.folder()), sessions, &options);
    assert_same(visit, &pictures, &native, if has_logo { "with a logo" } else { "without it" });
}
