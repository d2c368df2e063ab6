//! Sharing a timetable as a link: from my timetable or the command line to somebody who looks at it first and then adds it to
//! theirs.

use super::{ENGLISH, KOREAN, are_picked, at, file, five, ids, pick_and_save};
use crate::harness::{Host, Setup, Visit, built_in_program_file, eventually, siganpyo, tell_pages, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage, SessionPage, SharedSheet};
use siganpyo::program::Session;
use std::fs;
use std::path::Path;

const SMALL: &str = "tests/fixtures/two-talks.json";
const SMALL_TITLE: &str = "Two Talks in Busan";

#[test]
fn a_shared_timetable_is_added_to_another_and_removes_nothing() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        let plan = PlanPage::open(visit).await;
        let link = plan.link().await;
        visit.browser().says(&(visit.language().sharing_messages().own_about)(5, false)).await;
        let code = link.strip_prefix(&visit.host.address("/#s=")).unwrap_or_else(|| panic!("{link}")).to_owned();

        // From now on this is another person's phone: two of these and another one.
        let other = *at(&program, "2018-08-18", "10:30").first().unwrap();
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &[sessions[0], sessions[1], sessions[2], other]).await;
        let mine = [vec![other.id.to_string()], ids(&sessions[3..])].concat();
        are_picked(&page, &mine).await;

        // In the same tab only the fragment changes, as when a link is pasted over the address.
        let sheet = SharedSheet::open(visit, "/", &code).await;
        let messages = sheet.messages();
        sheet.says(&(messages.holds)(&program.title, 5, 2)).await;
        let expected: Vec<_> =
            ids(&sessions).into_iter().zip(["false", "false", "false", "true", "true"].map(String::from)).collect();
        assert_eq!(sheet.sessions().await, expected);
        sheet.press(messages.add).await;
        sheet.is_gone().await;
        visit.browser().says(&(messages.added)(3)).await;
        Frame(visit).is_saved().await;
        let all = in_program_order(visit, &[&ids(&sessions), &mine]);
        are_picked(&page, &all).await;

        Frame(visit).press(visit.messages().undo).await;
        are_picked(&page, &mine).await;
        let sheet = SharedSheet::open(visit, "/", &code).await;
        sheet.press(messages.add).await;
        Frame(visit).is_saved().await;
        visit.kill_and_open_browser().await;
        are_picked(&ProgramPage::open(visit).await, &all).await;
        assert!(visit.browser().find_all("#shared").await.is_empty());
        visit.assert_quiet_console().await;
    });
}

#[test]
fn a_code_of_the_command_line_opens_on_any_page_and_without_a_signal() {
    visit(Setup::phone(KOREAN), async |visit| opens_on_any_page(visit).await);
}

pub async fn opens_on_any_page(visit: &mut Visit) {
    let program = visit.program.clone();
    let sessions = five(&program);
    let code = code_of(&built_in_program_file(visit.host.folder()), &sessions[..3]);
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &sessions[3..]).await;
    Frame(visit).is_ready_for_the_venue().await;
    visit.host.go_away();
    visit.kill_and_open_browser().await;

    for path in ["/", "/plan", "/settings", &format!("/session/{}", sessions[0].id)] {
        let sheet = SharedSheet::open(visit, path, &code).await;
        sheet.says(&(sheet.messages().holds)(&program.title, 3, 0)).await;
        // Reloading the page asks again until the user has decided.
        Frame(visit).reload().await;
        let sheet = SharedSheet::here(visit).await;
        sheet.press(sheet.messages().not_now).await;
        sheet.is_gone().await;
        Frame(visit).reload().await;
        Frame(visit).is_saved().await;
        assert!(visit.browser().find_all("#shared").await.is_empty(), "{path} asks again");
    }
    are_picked(&ProgramPage::open(visit).await, &ids(&sessions[3..])).await;
    visit.assert_quiet_console().await;
}

#[test]
fn a_link_with_only_picked_sessions_needs_no_confirmation() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let code = code_of(&built_in_program_file(visit.host.folder()), &sessions);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        let sheet = SharedSheet::open(visit, "/plan", &code).await;
        sheet.says(&(sheet.messages().holds)(&program.title, 5, 5)).await;
        assert!(visit.browser().find_all("[data-action=add-shared]").await.is_empty());
        visit.browser().press_key('\u{e00c}').await;
        sheet.is_gone().await;
        PlanPage::here(visit).shows(&ids(&sessions)).await;
    });
}

#[test]
fn a_damaged_code_is_refused_in_korean() {
    is_refused(Setup::phone(KOREAN));
}

#[test]
fn a_damaged_code_is_refused_in_english() {
    is_refused(Setup::phone(ENGLISH));
}

/// A code that was cut, an invalid one, and one of a program that this device does not have.
fn is_refused(setup: Setup) {
    visit(setup, async |visit| {
        let messages = visit.language().sharing_messages();
        let program = visit.program.clone();
        let sound = code_of(&built_in_program_file(visit.host.folder()), &five(&program));
        let cut = &sound[..sound.len() - 3];
        let foreign = code_of_small();
        for (code, refusal) in [
            (cut, (messages.code_damaged)()),
            ("hello", (messages.not_a_code)()),
            (&*foreign, (messages.code_of_other_program)()),
        ] {
            let sheet = SharedSheet::open(visit, "/", code).await;
            sheet.says(&refusal.message).await;
            sheet.says(&refusal.hint).await;
            assert!(visit.browser().find_all("[data-action=add-shared]").await.is_empty());
            visit.browser().tap_on("[data-action=close-shared]").await;
            sheet.is_gone().await;
        }
        are_picked(&ProgramPage::open(visit).await, &[]).await;
    });
}

#[test]
fn a_link_for_another_program_of_the_library_opens_it() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let library = LibraryPage::open(visit).await;
        library.open_program(Path::new(SMALL)).await;
        library.preview().await;
        library.keep().await;
        LibraryPage::by_tab(visit).await.switch_to(&visit.program.title).await;

        let sheet = SharedSheet::open(visit, "/plan", &code_of_small()).await;
        let messages = sheet.messages();
        sheet.says(&(messages.elsewhere)(SMALL_TITLE).message).await;
        sheet.press(messages.show_program).await;
        sheet.says(&(messages.holds)(SMALL_TITLE, 1, 0)).await;
        sheet.press(messages.add).await;
        sheet.is_gone().await;
        Frame(visit).is_saved().await;
        PlanPage::open(visit).await.shows(&["first".to_owned()]).await;
    });
}

#[test]
fn a_link_can_be_pasted_in_the_library() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = five(&visit.program);
        let code = code_of(&built_in_program_file(visit.host.folder()), &sessions);
        LibraryPage::open(visit).await;
        // The form data of a paste; the driver has no clipboard.
        let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
            document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))";
        let link = format!("https://elsewhere.example/#s={code}");
        visit.browser().ask::<()>(paste, vec![link.into()]).await;
        let sheet = SharedSheet::here(visit).await;
        sheet.says(&(sheet.messages().holds)(&visit.program.title, 5, 0)).await;
    });
}

/// Returns the output of `siganpyo share` for these sessions of a program file.
fn code_of(file: &Path, sessions: &[&Session]) -> String {
    let picks = ids(sessions).into_iter().flat_map(|id| ["--pick".to_owned(), id]);
    let arguments = ["share".to_owned(), file.to_string_lossy().into_owned()].into_iter().chain(picks);
    siganpyo(arguments).trim().to_owned()
}

fn code_of_small() -> String {
    let program = siganpyo::wire::program_file::read(&fs::read_to_string(SMALL).expect("the fixture")).expect("a program");
    code_of(Path::new(SMALL), &[&program.sessions[0]])
}

/// Returns these sessions once each, in program order.
fn in_program_order(visit: &Visit, sets: &[&[String]]) -> Vec<String> {
    let all = visit.program.sessions.iter().map(|session| session.id.to_string());
    all.filter(|id| sets.iter().any(|set| set.contains(id))).collect()
}

/// Puts a program on the host that an empty profile does not know, and returns its address.
fn publish_small(visit: &Visit) -> String {
    fs::copy(SMALL, visit.host.folder().join("small.json")).expect("a published program");
    visit.host.address("/small.json")
}

/// Follows a link on a phone that knows nothing yet: two taps, and the picks are on the screen.
async fn opens_with_two_taps(visit: &Visit, link: &str) {
    visit.browser().go_to(link).await;
    SharedSheet::here(visit).await;
    visit.browser().tap_on("[data-action=open-linked]").await;
    LibraryPage::here(visit).keep().await;
    let sheet = SharedSheet::here(visit).await;
    sheet.says(&(sheet.messages().holds)(SMALL_TITLE, 1, 0)).await;
    visit.browser().tap_on("[data-action=add-shared]").await;
    sheet.is_gone().await;
    Frame(visit).is_saved().await;
    are_picked(&ProgramPage::here(visit).await, &["first".to_owned()]).await;
}

#[test]
fn a_link_to_an_address_opens_program_and_picks_and_adds_once() {
    visit(Setup::phone(KOREAN), async |visit| {
        let address = publish_small(visit);
        let link = visit.host.address(&format!("/plan#p={address}&s={}&fbclid=7", code_of_small()));
        opens_with_two_taps(visit, &link).await;

        // The program is on the screen from now on, so the link leads straight to the picks.
        for _ in 0..3 {
            PlanPage::by_tab(visit).await;
            visit.browser().go_to(&link).await;
            let sheet = SharedSheet::here(visit).await;
            sheet.says(&(sheet.messages().holds)(SMALL_TITLE, 1, 1)).await;
            visit.browser().tap_on("[data-action=close-shared], [data-action=not-now]").await;
            sheet.is_gone().await;
        }
        PlanPage::open(visit).await.shows(&["first".to_owned()]).await;

        // With another program on the screen it leads to this one, with one tap.
        LibraryPage::by_tab(visit).await.switch_to(&visit.program.title).await;
        visit.browser().go_to(&link).await;
        let sheet = SharedSheet::here(visit).await;
        sheet.says(&(sheet.messages().linked_known)(SMALL_TITLE)).await;
        visit.browser().tap_on("[data-action=open-linked]").await;
        sheet.says(&(sheet.messages().holds)(SMALL_TITLE, 1, 1)).await;
    });
}

#[test]
fn a_program_of_another_site_opens_with_two_taps() {
    visit(Setup::phone(ENGLISH), async |visit| of_another_site(visit).await);
}

/// Follows a link to a program that another host publishes, for others to read.
pub async fn of_another_site(visit: &mut Visit) {
    let folder = visit.file("another-site");
    fs::create_dir_all(folder.join("programs")).expect("a folder");
    fs::copy(SMALL, folder.join("programs/small.json")).expect("a published program");
    fs::write(folder.join("index.html"), "<!doctype html>").expect("a page");
    let other = Host::start(&folder, "/");
    let address = other.address("/programs/small.json");
    opens_with_two_taps(visit, &visit.host.address(&format!("/plan#p={address}&s={}", code_of_small()))).await;
}

/// Follows a link to a program on a host that lets no other site read it, and takes it from the mirror that the link names.
pub async fn of_a_site_that_forbids_reading(visit: &mut Visit) {
    let folder = visit.file("silent-site");
    fs::create_dir_all(&folder).expect("a folder");
    fs::copy(SMALL, folder.join("small.json")).expect("a published program");
    fs::write(folder.join("index.html"), "<!doctype html>").expect("a page");
    let other = Host::start(&folder, "/");
    let (address, mirror) = (other.address("/small.json"), publish_small(visit));
    let link = visit.host.address(&format!("/#p={address}&m={mirror}&s={}", code_of_small()));
    visit.browser().go_to(&link).await;
    SharedSheet::here(visit).await;
    visit.browser().tap_on("[data-action=open-linked]").await;
    visit.browser().says(&(visit.language().library_messages().ask_site)(&address)).await;
    visit.browser().tap_on("[data-action=use-mirror]").await;
    LibraryPage::here(visit).keep().await;
    let sheet = SharedSheet::here(visit).await;
    sheet.says(&(sheet.messages().holds)(SMALL_TITLE, 1, 0)).await;
}

/// Follows a link with a program in it.
pub async fn inside_a_link(visit: &mut Visit) {
    let base = visit.host.address("/");
    let link = siganpyo(["share", SMALL, "--pick", "first", "--link", &base].map(str::to_owned));
    opens_with_two_taps(visit, link.trim()).await;
}

/// The picks of an address are there; what is changed afterwards stays so, although the app starts at the same address for ever.
async fn arrived_once(visit: &Visit, address: &str) {
    let sessions = five(&visit.program);
    assert_eq!(visit.browser().address().await, visit.host.address("/"));
    let page = ProgramPage::here(visit).await;
    are_picked(&page, &ids(&sessions)).await;
    page.pick(sessions[0].id.as_str()).await;
    Frame(visit).is_saved().await;
    visit.browser().go_to(address).await;
    are_picked(&ProgramPage::here(visit).await, &ids(&sessions[1..])).await;
    eventually("the address is clean", async || (visit.browser().address().await == visit.host.address("/")).then_some(())).await;
    are_picked(&ProgramPage::here(visit).await, &ids(&sessions[1..])).await;
}

#[test]
fn a_program_from_a_file_travels_inside_the_link() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let library = LibraryPage::open(visit).await;
        library.open_program(Path::new(SMALL)).await;
        library.preview().await;
        library.keep().await;
        ProgramPage::here(visit).await.pick("first").await;
        Frame(visit).is_saved().await;
        let link = PlanPage::by_tab(visit).await.link().await;
        assert!(link.starts_with(&visit.host.address("/#d=1")) && link.len() < 4_200, "{link}");
        visit.browser().find("#sheet svg.qr").await;

        visit.open_another_phone().await;
        opens_with_two_taps(visit, &link).await;
    });
}

/// Opens a program of this device's files, keeps it, and returns the link with the picks of these sessions.
async fn link_with(visit: &Visit, file: &Path, picked: &[&str]) -> String {
    let library = LibraryPage::open(visit).await;
    library.open_program(file).await;
    library.preview().await;
    library.keep().await;
    let page = ProgramPage::here(visit).await;
    for id in picked {
        page.pick(id).await;
    }
    Frame(visit).is_saved().await;
    PlanPage::by_tab(visit).await.link().await
}

async fn keeps(visit: &Visit, name: &str, program: &str) {
    let library = LibraryPage::open(visit).await;
    library.open_program(&file(visit, name, program)).await;
    library.preview().await;
    library.keep().await;
}

#[test]
fn picks_of_a_link_follow_to_the_version_that_is_here() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let link = link_with(visit, Path::new(SMALL), &["first", "second"]).await;
        visit.open_another_phone().await;
        // A later version: one session has another id, and one is gone.
        let later = fs::read_to_string(SMALL).expect("the fixture").replace(r#""id": "first""#, r#""id": "opening""#);
        let later = later.replace(r#""id": "second", "title": "밤의 등대""#, r#""id": "third", "title": "Ropes""#);
        keeps(visit, "later.json", &later.replace("Anna Kim", "이돛대")).await;
        visit.browser().go_to(&link).await;
        let sheet = SharedSheet::here(visit).await;
        sheet.says(&(sheet.messages().linked_known)(SMALL_TITLE)).await;
        visit.browser().tap_on("[data-action=open-linked]").await;
        sheet.says(&(sheet.messages().holds)(SMALL_TITLE, 2, 0)).await;
        sheet.says("밤의 등대").await;
        visit.browser().tap_on("[data-action=add-shared]").await;
        sheet.is_gone().await;
        Frame(visit).is_saved().await;
        PlanPage::open(visit).await.shows(&["opening".to_owned(), "second".to_owned()]).await;
    });
}

#[test]
fn picks_arrive_although_another_conference_has_the_id_here() {
    visit(Setup::phone(KOREAN), async |visit| {
        let link = link_with(visit, Path::new(SMALL), &["first"]).await;
        visit.open_another_phone().await;
        let other = fs::read_to_string(SMALL).expect("the fixture").replace("2030-05-04", "2031-06-07");
        let other =
            other.replace("The sea in the morning", "Bread").replace("밤의 등대", "버터").replace("Two Talks in Busan", "Oven");
        keeps(visit, "other.json", &other.replace("김바다", "A").replace("Anna Kim", "B")).await;
        visit.browser().go_to(&link).await;
        SharedSheet::here(visit).await;
        visit.browser().tap_on("[data-action=open-linked]").await;
        LibraryPage::here(visit).preview().await;
        LibraryPage::here(visit).keep().await;
        let sheet = SharedSheet::here(visit).await;
        sheet.says(&(sheet.messages().holds)(SMALL_TITLE, 1, 0)).await;
        sheet.says("The sea in the morning").await;
    });
}

#[test]
fn own_entries_and_what_is_hidden_go_along_if_the_sender_wants_it() {
    visit(Setup::phone(KOREAN), async |visit| {
        let program = visit.program.clone();
        let sessions = five(&program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        let hidden = at(&program, "2018-08-18", "13:00")[2];
        SessionPage::open(visit, hidden.id.as_str()).await.turn("hide").await;
        let plan = PlanPage::open(visit).await;
        plan.act("[data-action=add-own]").await;
        for (name, value) in [("title", "둘이서 점심"), ("start", "12:10"), ("end", "12:50")] {
            plan.fill(name, value).await;
        }
        plan.act("form [type=submit]").await;
        Frame(visit).is_saved().await;
        let messages = visit.language().sharing_messages();
        assert!(!plan.link().await.contains("&o="), "private things stay here unless they are sent on purpose");
        visit.browser().says(&(messages.own_about)(5, false)).await;
        visit.browser().tap_on("[data-field=along]").await;
        visit.browser().says(&(messages.own_about)(5, true)).await;
        let value = visit.browser().find("#plan-link").await.prop("value").await.expect("a field");
        let link = value.expect("a link");
        assert!(link.contains("&o=1"), "{link}");

        visit.open_another_phone().await;
        for added in [6, 0] {
            visit.browser().go_to(&link).await;
            let sheet = SharedSheet::here(visit).await;
            sheet.says(&(messages.came_along)(1, 1)).await;
            sheet.says("둘이서 점심").await;
            if added > 0 {
                sheet.press(messages.add).await;
                visit.browser().says(&(messages.added)(added)).await;
            } else {
                visit.browser().tap_on("[data-action=not-now]").await;
            }
            sheet.is_gone().await;
        }
        Frame(visit).is_saved().await;
        let others = program.sessions.iter().map(|session| session.id.to_string()).filter(|id| *id != hidden.id.as_str());
        ProgramPage::open(visit).await.lists(&others.collect::<Vec<_>>()).await;
        let plan = PlanPage::open(visit).await;
        assert!(plan.entries().await.iter().any(|entry| entry.text.contains("둘이서 점심")));
        assert_eq!(plan.ids().await.len(), 6);
    });
}

#[test]
fn a_site_that_forbids_reading_is_told_with_what_can_be_done() {
    visit(Setup::phone(KOREAN), async |visit| {
        let address = publish_small(visit);
        // Another origin, which does not answer at all.
        let link = format!("/#p=https://localhost:9/small.json&m={address}&s={}", code_of_small());
        Frame(visit).open(&link).await;
        SharedSheet::here(visit).await;
        visit.browser().tap_on("[data-action=open-linked]").await;
        let messages = visit.language().library_messages();
        visit.browser().says(&(messages.address_silent)("localhost:9").message).await;
        visit.browser().says(&(messages.ask_site)("https://localhost:9/small.json")).await;
        visit.browser().tap_on("[data-action=use-mirror]").await;
        LibraryPage::here(visit).keep().await;
        let sheet = SharedSheet::here(visit).await;
        sheet.says(&(sheet.messages().holds)(SMALL_TITLE, 1, 0)).await;
    });
}

#[test]
fn a_damaged_program_in_a_link_is_refused_and_changes_nothing() {
    visit(Setup::phone(ENGLISH), async |visit| {
        Frame(visit).open("/#d=1eNqrVkrLz1eyUkpKLFKqBQAdegQl").await;
        SharedSheet::here(visit).await;
        visit.browser().tap_on("[data-action=open-linked]").await;
        visit.browser().says("Part of the link is missing or wrong").await;
        LibraryPage::here(visit).has(&[&visit.program.title]).await;
        assert!(visit.browser().find_all("[data-step=preview]").await.is_empty());
    });
}

#[test]
fn a_code_is_found_in_a_screenshot() {
    visit(Setup::phone(KOREAN), async |visit| {
        let sessions = five(&visit.program);
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &sessions).await;
        PlanPage::by_tab(visit).await.link().await;
        visit.browser().find("#sheet svg.qr").await;
        visit.browser().ask::<()>("document.querySelector('#sheet svg.qr').scrollIntoView()", Vec::new()).await;
        let picture = visit.host.folder().join("screenshot.png");
        fs::write(&picture, visit.browser().screenshot().await).expect("a picture");
        LibraryPage::open(visit).await.open_program(&picture).await;
        let sheet = SharedSheet::here(visit).await;
        sheet.says(&(sheet.messages().holds)(&visit.program.title, 5, 5)).await;
    });
}

/// An iPhone, as far as a page can tell; `standalone` is an app on its home screen.
fn iphone(standalone: bool) -> String {
    format!(
        "const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1';
         Object.defineProperty(navigator, 'userAgent', {{ get: () => agent }});
         Object.defineProperty(navigator, 'standalone', {{ get: () => {standalone} }});
         // No iPhone offers to install an app.
         addEventListener('beforeinstallprompt', (event) => event.stopImmediatePropagation(), true)"
    )
}

#[test]
fn picks_come_along_to_the_home_screen_of_an_iphone_once() {
    visit(Setup::phone(KOREAN).copied(), async |visit| comes_along_to_the_home_screen(visit).await);
}

/// Adds the app to the home screen, as far as an iPhone is not needed for it, and starts it there for the first time and later.
pub async fn comes_along_to_the_home_screen(visit: &mut Visit) {
    let program = visit.program.clone();
    let sessions = five(&program);
    tell_pages(visit.host.folder(), &iphone(false));
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &sessions).await;
    Frame(visit).open("/settings").await;
    visit.browser().tap_on("[data-action=install]").await;
    visit.browser().says(&(visit.language().safety_messages().install_carries)(5)).await;
    let address = visit.browser().address().await;
    let manifest = visit.browser().find("link[rel=manifest]").await.attr("href").await.expect("an address");
    assert!(manifest.is_some_and(|manifest| manifest.ends_with("/manifest-home.webmanifest")));

    tell_pages(visit.host.folder(), &iphone(true));
    visit.open_another_phone().await;
    visit.browser().go_to(&address).await;
    visit.browser().says(&(visit.language().sharing_messages().carried)(5)).await;
    arrived_once(visit, &address).await;
}

#[test]
fn the_way_out_of_a_browser_in_another_app_takes_the_picks_along() {
    visit(Setup::phone(KOREAN), async |visit| {
        inside_another_app(visit).await;
        let page = ProgramPage::open(visit).await;
        pick_and_save(visit, &page, &five(&visit.program)).await;
        let code = code_of(&built_in_program_file(visit.host.folder()), &five(&visit.program));
        let link = async || {
            let link = visit.browser().find("a[rel=external]").await.attr("href").await.ok().flatten()?;
            link.contains(&format!("?s={code}#Intent")).then_some(())
        };
        eventually("the link holds the picks", link).await;

        visit.open_another_phone().await;
        visit.browser().go_to(&visit.host.address(&format!("/?s={code}"))).await;
        let sheet = SharedSheet::here(visit).await;
        sheet.says(&(sheet.messages().holds)(&visit.program.title, 5, 0)).await;
        assert_eq!(visit.browser().address().await, visit.host.address("/"));
    });
}

/// The browser of an app, as far as a page can tell.
async fn inside_another_app(visit: &Visit) {
    let agent = "const agent = `${navigator.userAgent} Instagram 360.0.0.40 Android`;
        Object.defineProperty(navigator, 'userAgent', { get: () => agent })";
    visit.browser().before_every_page(agent).await;
}

#[test]
fn the_way_out_takes_a_program_from_a_file_along_inside_the_link() {
    visit(Setup::phone(KOREAN), async |visit| {
        inside_another_app(visit).await;
        link_with(visit, Path::new(SMALL), &["first"]).await;
        let link = async || {
            let link = visit.browser().find("a[rel=external]").await.attr("href").await.ok().flatten()?;
            let (address, _) = link.strip_prefix("intent://")?.split_once("#Intent")?;
            address.contains("?d=1").then(|| format!("http://{address}"))
        };
        let link = eventually("the link holds the program", link).await;
        assert!(link.contains("&s="), "and the picks: {link}");

        visit.open_another_phone().await;
        opens_with_two_taps(visit, &link).await;
    });
}

#[test]
fn of_a_program_that_fits_into_no_link_the_way_out_says_what_to_do() {
    visit(Setup::phone(KOREAN), async |visit| {
        inside_another_app(visit).await;
        // Titles that no compression makes short.
        let title = |at: u64| {
            format!("{:016x}{:016x}", at.wrapping_mul(0x9E37_79B9_7F4A_7C15), (at + 1).wrapping_mul(0xC2B2_AE3D_27D4_EB4F))
        };
        let rows: String = (0..300)
            .map(|at| {
                format!(
                    "{},2030-05-{:02} {:02}:00,2030-05-{:02} {:02}:30\n",
                    title(at),
                    4 + at / 12,
                    9 + at % 12,
                    4 + at / 12,
                    9 + at % 12
                )
            })
            .collect();
        let table = format!("# time_zone: Asia/Seoul\ntitle,start,end\n{rows}");
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "long.csv", &table)).await;
        library.preview().await;
        library.keep().await;
        let messages = visit.language().safety_messages();
        visit.browser().says(&(messages.in_app_file)(false, false).hint).await;
        visit.browser().tap_on("[data-action=pick]").await;
        visit.browser().says(&(messages.in_app_file)(false, true).hint).await;
    });
}
