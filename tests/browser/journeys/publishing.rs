//! An organiser makes a site of a table with nothing but the app, and attendees use it.

use super::apart::open;
use super::{ENGLISH, KOREAN, are_picked, file};
use crate::harness::{Setup, Visit, built_in_program_file, eventually, visit};
use crate::pages::{Frame, LibraryPage};
use siganpyo::import::{Options, import};
use siganpyo::messages::desk::DeskMessages;
use siganpyo::publish::{Content, Files, Target, archive, publish, template};
use std::fs;
use std::path::{Path, PathBuf};

const TABLE: &str = "# time_zone: Asia/Seoul\n# title: Craft Days\ndate,start,end,room,title\n\
    2031-05-10,10:00,10:45,Hall,Looms\n2031-05-10,13:00,13:40,Attic,Dyes\n2031-05-11,10:00,10:40,Attic,Knots\n";

const ARCHIVE: &str = "craft-days-2031.zip";

fn texts(visit: &Visit) -> &'static DeskMessages {
    visit.language().desk_messages()
}

/// Opens the table and the desk for it.
async fn open_desk(visit: &Visit, table: &str) {
    let library = LibraryPage::open(visit).await;
    library.open_program(&file(visit, "craft.csv", table)).await;
    library.preview().await;
    library.keep().await;
    LibraryPage::by_tab(visit).await;
    visit.browser().tap_at("//article[.//h2[normalize-space()='Craft Days']]//button[@data-action='publish']").await;
    visit.browser().find(".desk form").await;
}

async fn type_into(visit: &Visit, field: &str, text: &str) {
    let field = visit.browser().find(&format!(".desk [name={field}]")).await;
    field.clear().await.expect("an empty field");
    field.send_keys(text).await.expect("a field to type into");
}

/// Waits for the pictures of the preview, which need the files of the app.
async fn has_preview(visit: &Visit) {
    let drawn = async || (visit.browser().find_all(".desk .looks img").await.len() == 3).then_some(());
    eventually("the preview has its pictures", drawn).await;
}

/// Makes the site, and returns its archive.
async fn make(visit: &Visit) -> Files {
    let _ = fs::remove_file(visit.downloads().join(ARCHIVE));
    Frame(visit).press(texts(visit).make).await;
    visit.browser().find(".desk [data-part=made] .notice").await;
    // The end of an archive is its list of files, and in that the length of a comment, of which there is none.
    archive::unpack(&visit.download(ARCHIVE, &[0, 0]).await).expect("an archive")
}

/// Puts the site where its path says.
pub fn serve_below(visit: &Visit, path: &str, site: &Files) {
    let folder = visit.host.folder().join(path.trim_matches('/'));
    let _ = fs::remove_dir_all(&folder);
    for (path, bytes) in site.iter() {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a new folder");
        fs::write(place, bytes).expect("a file");
    }
}

/// Takes the code away from the app at the top of the host: a site below a path has its own.
fn remove_code(app: &Path) {
    let files = fs::read_dir(app).expect("a folder").map(|entry| entry.expect("an entry").path());
    let is_code = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("app-"));
    files.filter(is_code).for_each(|path| fs::remove_file(path).expect("a file of the app"));
}

/// The site that a build makes of the same app, program and choices.
fn built(app: &Path, site: &Files) -> Files {
    let program = "programs/craft-days-2031.json";
    let settings = format!("programs = ['{program}']\nname = 'Craft Days in Busan'\nlanguages = ['en']\n");
    let program = (program, site.bytes(program).expect("the program").to_vec());
    site_of(app, "/2031/", [program, ("site.toml", settings.into_bytes())])
}

/// The site that a build makes of this app and these files, below a path.
pub fn site_of<const N: usize>(app: &Path, base: &str, given: [(&str, Vec<u8>); N]) -> Files {
    let read = |path: &Path| fs::read(path).expect("a file of the build");
    let list = String::from_utf8(read(&app.join(template::LIST))).expect("text");
    let parts = template::parts(&list).expect("a list");
    let mut files = Files::default();
    for part in parts {
        files.extend(part.sibling().map(|sibling| (sibling.clone(), read(&app.join(sibling)))));
        files.put(&part.path, read(&app.join(&part.place)));
    }
    given.into_iter().for_each(|(path, bytes)| files.put(path, bytes));
    let content = Content::read(&files, false).expect("content");
    publish(files, &content, Target { base, is_draft: false }).expect("a site").files
}

#[test]
fn a_table_becomes_a_site_that_works_offline_below_its_path() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        open_desk(visit, TABLE).await;
        type_into(visit, "name", "Craft Days in Busan").await;
        type_into(visit, "base", "/2031/").await;
        visit.browser().tap_on(".desk [name=ko]").await;
        has_preview(visit).await;
        let site = make(visit).await;
        let built = built(visit.host.folder(), &site);
        let differs = |(path, bytes): &(&str, &[u8])| built.bytes(path).ok() != Some(*bytes);
        assert_eq!(site.iter().filter(differs).map(|(path, _)| path).collect::<Vec<_>>(), Vec::<&str>::new());
        assert_eq!(site.paths().count(), built.paths().count());

        serve_below(visit, "/2031/", &site);
        remove_code(visit.host.folder());
        let page = open(visit, "/2031/").await;
        let first = page.listed().await[0].id.clone();
        page.pick(&first).await;
        Frame(visit).is_saved().await;
        Frame(visit).is_ready_for_the_venue().await;
        visit.host.go_away();
        visit.kill_and_open_browser().await;
        are_picked(&open(visit, "/2031/").await, &[first]).await;
    });
}

#[test]
fn the_next_version_remembers_the_choices_and_is_an_update() {
    visit(Setup::phone(KOREAN).copied(), async |visit| {
        open_desk(visit, TABLE).await;
        type_into(visit, "base", "/2031/").await;
        has_preview(visit).await;
        serve_below(visit, "/2031/", &make(visit).await);
        let page = open(visit, "/2031/").await;
        Frame(visit).is_ready_for_the_venue().await;
        assert_eq!(page.whole_list().await.len(), 3);

        let archive = visit.downloads().join("first.zip");
        fs::rename(visit.downloads().join(ARCHIVE), &archive).expect("the archive");
        visit.open_another_phone().await;
        open_desk(visit, &TABLE.replace("13:00,13:40", "14:00,14:40")).await;
        let before = visit.browser().find(".desk [name=before]").await;
        before.send_keys(&archive.to_string_lossy()).await.expect("an input that takes a file");
        visit.browser().says("14:00").await;
        let base = visit.browser().find(".desk [name=base]").await;
        assert_eq!(base.prop("value").await.expect("a value").as_deref(), Some("/2031/"));
        has_preview(visit).await;
        let next = make(visit).await;
        let program = fs::read_to_string(built_in_program_file(visit.host.folder())).expect("the app's own");
        assert!(!next.text("index.html").expect("a page").contains(&program));
        assert!(next.text("programs/craft-days-2031.json").expect("the program").contains("14:00"));
    });
}

#[test]
fn what_is_wrong_is_said_and_what_was_typed_stays() {
    visit(Setup::phone(ENGLISH), async |visit| {
        open_desk(visit, TABLE).await;
        type_into(visit, "base", "2031").await;
        Frame(visit).press(texts(visit).make).await;
        visit.browser().says("is not a path").await;
        type_into(visit, "name", "Kept").await;
        type_into(visit, "base", "/kept/").await;
        has_preview(visit).await;
        visit.browser().tap_on(".desk [name=own_color]").await;
        visit.browser().find(".desk [name=own_color]:checked").await;
        let is_kept = "return Object.values(localStorage).some((text) => text.includes('own_color'))";
        let kept = async || visit.browser().try_ask::<bool>(is_kept).await.filter(|kept| *kept);
        eventually("what was ticked is kept", kept).await;
        // Back closes the desk, and a later visit finds all of it.
        visit.browser().back().await;
        visit.browser().says(visit.language().library_messages().open).await;
        visit.browser().reload().await;
        visit.browser().tap_at("//article[.//h2[normalize-space()='Craft Days']]//button[@data-action='publish']").await;
        visit.browser().find(".desk [name=own_color]:checked").await;
        for (field, value) in [("name", "Kept"), ("base", "/kept/")] {
            let field = visit.browser().find(&format!(".desk [name={field}]")).await;
            assert_eq!(field.prop("value").await.expect("a value").as_deref(), Some(value));
        }
    });
}

#[test]
fn rows_of_a_spreadsheet_are_pasted_and_the_table_comes_out_as_one() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        open_desk(visit, TABLE).await;
        visit.browser().tap_on(".desk [data-action=edit]").await;
        visit.browser().tap_on(".desk details:has([name=pasted]) > summary").await;
        type_into(visit, "pasted", "title,date,start,end,room\nWool,2031-05-11,15:00,15:30,Attic\nDyes,2031-05-10,14:00,14:40,")
            .await;
        visit.browser().tap_on(".desk [data-action=paste-rows]").await;
        visit.browser().says("1 session added, 1 corrected").await;
        visit.browser().find(".desk [value=Wool]").await;
        visit.browser().tap_on(".desk [data-action=as-workbook]").await;
        let workbook = visit.download("craft-days-2031.xlsx", &[0, 0]).await;
        let program = import(&workbook, &Options::default()).expect("a spreadsheet").program;
        let rows: Vec<String> =
            program.sessions.iter().map(|session| format!("{} {}", session.span.start.clock(), session.title)).collect();
        assert_eq!(rows, ["10:00 Looms", "14:00 Dyes", "10:00 Knots", "15:00 Wool"]);
        visit.browser().tap_on(".desk [data-action=undo]").await;
        let gone = async || visit.browser().find_all(".desk [value=Wool]").await.is_empty().then_some(());
        eventually("the step is undone", gone).await;
        visit.assert_quiet_console().await;
    });
}
