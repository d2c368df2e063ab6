//! Addresses of the shape in which pretalx publishes, with real programs: from a phone that knows nothing to picks on the screen.
//!
//! They take minutes and need the collection of programs, so they are asked for by hand, a test for each engine:
//! `cargo test --test browser addresses -- --ignored --nocapture`.

use super::are_picked;
use crate::harness::{Engine, Host, Setup, Visit, siganpyo, skip, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage, SharedSheet};
use siganpyo::program::Program;
use siganpyo::wire::program_file;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const PROGRAMS: [&str; 22] = [
    "frab-xml/38c3-2024.xml",
    "frab-xml/democon-2022-pretalx.xml",
    "frab-xml/emf-2016.xml",
    "frab-xml/emf-2018.xml",
    "frab-xml/emf-2022.xml",
    "frab-xml/fosdem-2010.xml",
    "frab-xml/fosdem-2013.xml",
    "frab-xml/fosdem-2019.xml",
    "frab-xml/fosdem-2021.xml",
    "frab-xml/fosdem-2024.xml",
    "frab-xml/fosdem-2025.xml",
    "c3voc-json/camp-2019-frab.json",
    "c3voc-json/democon-pretalx.json",
    "c3voc-json/rc3-2020-pretalx.json",
    "ics/democon-2022-pretalx.ics",
    "more/frab-xml/33c3-2016-everything.xml",
    "more/frab-xml/debconf17-wafer.xml",
    "more/frab-xml/jev22-2022-everything.xml",
    "more/frab-xml/klimacamp-2015.xml",
    "more/c3voc-json/33c3-2016-everything.json",
    "more/c3voc-json/camp-2019-everything.json",
    "more/c3voc-json/klimacamp-2015.json",
];

/// The most taps until the picks of the link are on the screen, one of them where a file states no time zone; one more adds them.
const MOST_TAPS: usize = 3;

/// For files that state no time zone.
const ZONE: &str = "Europe/Berlin";

fn collection() -> PathBuf {
    env::var_os("SIGANPYO_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from).join("programs")
}

/// Puts the file where pretalx publishes such; returns its path on the host.
fn publish(file: &Path, folder: &Path) -> String {
    let (name, kind) = (file.file_stem().expect("a name").to_string_lossy(), file.extension().expect("a kind").to_string_lossy());
    // Other sites may read what is below this folder.
    let path = format!("programs/{name}/schedule/export/schedule.{kind}");
    fs::create_dir_all(folder.join(&path).parent().expect("a folder")).expect("folders");
    fs::copy(file, folder.join(&path)).expect("a published program");
    path
}

/// Returns the program as the command line reads it, and a share code of some of its sessions with their ids.
fn shared(file: &Path, visit: &Visit) -> (Program, String, Vec<String>) {
    let read = visit.file("read.json").to_string_lossy().into_owned();
    siganpyo(["import", &file.to_string_lossy(), "--time-zone", ZONE, "-o", &read].map(str::to_owned));
    let program = program_file::read(&fs::read_to_string(&read).expect("a program file")).expect("a program");
    let picked: Vec<String> = program.sessions.iter().step_by(7).take(5).map(|session| session.id.to_string()).collect();
    let picks = picked.iter().flat_map(|id| ["--pick".to_owned(), id.clone()]);
    let code = siganpyo(["share".to_owned(), read].into_iter().chain(picks)).trim().to_owned();
    (program, code, picked)
}

/// Follows the link until its picks are shown; returns the number of taps.
async fn follow(visit: &Visit, link: &str) -> usize {
    let browser = visit.browser();
    browser.go_to(link).await;
    SharedSheet::here(visit).await;
    browser.tap_on("[data-action=open-linked]").await;
    browser.find("[data-step=preview], [data-step=zone]").await;
    let mut taps = 1;
    if !browser.find_all("[data-step=zone]").await.is_empty() {
        browser.tap_on("[data-action=zone-offer]").await;
        taps += 1;
    }
    LibraryPage::here(visit).keep().await;
    SharedSheet::here(visit).await;
    taps + 1
}

async fn all_addresses(visit: &mut Visit) {
    let collection = collection();
    if !collection.is_dir() {
        skip(&format!("{} is not here", collection.display()));
    }
    let folder = visit.file("another-site");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("index.html"), "<!doctype html>").expect("a page");
    let other = Host::start(&folder, "/");
    let mut slow = Vec::new();
    for name in PROGRAMS {
        let file = collection.join(name);
        let address = other.address(&format!("/{}", publish(&file, &folder)));
        let (program, code, picked) = shared(&file, visit);
        let taps = follow(visit, &visit.host.address(&format!("/#p={address}&s={code}"))).await;
        let sheet = SharedSheet::here(visit).await;
        // A calendar has no title, so the address gives it, and says so with blanks.
        let title = if name.ends_with(".ics") { program.title.replace('-', " ") } else { program.title.clone() };
        sheet.says(&(sheet.messages().holds)(&title, picked.len(), 0)).await;
        visit.browser().tap_on("[data-action=add-shared]").await;
        sheet.is_gone().await;
        Frame(visit).is_saved().await;
        println!("{taps} taps until the picks are seen, one more adds them: {name}, {} sessions", program.sessions.len());
        if taps > MOST_TAPS {
            slow.push(name);
        }
        // Of a long list only a part is on the page.
        if program.sessions.len() <= 100 {
            are_picked(&ProgramPage::here(visit).await, &picked).await;
        }
        visit.open_another_phone().await;
    }
    assert!(slow.is_empty(), "more than {MOST_TAPS} taps: {slow:?}");
}

fn in_engine(engine: Engine) {
    if engine.is_here() {
        visit(Setup::engine(engine), async |visit| all_addresses(visit).await);
    }
}

#[test]
#[ignore = "takes minutes, and needs the collection of programs"]
fn open_with_few_taps_in_chromium() {
    in_engine(Engine::Chromium);
}

#[test]
#[ignore = "takes minutes, and needs the collection of programs"]
fn open_with_few_taps_in_firefox() {
    in_engine(Engine::Firefox);
}

#[test]
#[ignore = "takes minutes, and needs the collection of programs"]
fn open_with_few_taps_in_webkit() {
    in_engine(Engine::WebKit);
}
