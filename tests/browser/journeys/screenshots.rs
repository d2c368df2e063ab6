//! Not a test of its own: with SCREENSHOTS=folder every page is photographed, for people to look at and for the README.

use super::{five, pick_and_save};
use crate::harness::{Device, Setup, Visit, visit};
use crate::pages::{Frame, ProgramPage, WallpaperPage};
use siganpyo::messages::Language;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn every_page_can_be_photographed() {
    let Some(folder) = env::var_os("SCREENSHOTS").map(PathBuf::from) else { return };
    fs::create_dir_all(&folder).expect("a folder for screenshots");
    for (device, name) in [(Device::PHONE.at_ratio(2.0), "narrow"), (Device::LAPTOP, "wide")] {
        for language in Language::ALL {
            visit(Setup::phone(language).on(device), async |visit| photograph(visit, &folder, name).await);
        }
    }
}

async fn photograph(visit: &Visit, folder: &Path, device: &str) {
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
        for (mode, dark) in [("light", false), ("dark", true)] {
            visit.browser().prefer_dark(dark).await;
            let file = format!("{device}-{name}-{}-{mode}.png", visit.language().tag());
            fs::write(folder.join(file), visit.browser().screenshot().await).expect("a screenshot");
        }
    }
}
