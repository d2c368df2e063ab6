//! The desk at which an organiser makes a site, without the page around it.

use crate::small_app::app;
use siganpyo::import::{Options, import};
use siganpyo::messages::Language;
use siganpyo::program::Program;
use siganpyo::publish::desk::{Desk, Fields, Part};
use siganpyo::publish::{Content, Files, Target, archive, publish, template};
use siganpyo::wire::program_file;

const TABLE: &str = "# time_zone: Asia/Seoul\n# title: Craft Days\ndate,start,end,room,title\n\
    2031-05-10,10:00,10:45,Hall,Looms\n2031-05-10,13:00,13:40,Attic,Dyes\n2031-05-11,10:00,10:40,Attic,Knots\n";

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><script>alert(1)</script><rect width='10' height='10' fill='#a00'/></svg>";

fn program(table: &str) -> Program {
    import(table.as_bytes(), &Options::default()).unwrap().program
}

fn desk(table: &str) -> Desk {
    let mut desk = Desk::new(program(table), Language::English);
    desk.put_app(app());
    desk
}

fn typed(more: &[(&str, &str)]) -> Fields {
    let always = [("name", "Craft Days 2031"), ("en", "on"), ("base", "/2031/")];
    always.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn part<'p>(parts: &'p [Part], name: &str) -> &'p str {
    &parts.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no part {name}")).1
}

#[test]
fn the_site_is_that_of_the_build_byte_for_byte() {
    let fields = typed(&[("color", "#224488"), ("own_color", "on"), ("short_name", "Craft"), ("walking", "Hall > Attic = 4")]);
    let made = desk(TABLE).make(&fields).unwrap();
    assert_eq!(made.name, "craft-days-2031.zip");

    let mut files = app();
    let settings = "programs = ['programs/craft-days-2031.json']\nname = 'Craft Days 2031'\nshort_name = 'Craft'\nlanguages = ['en']\ncolor = '#224488'";
    files.put("site.toml", settings);
    let walked = TABLE.replacen("date,", "# walk: Hall > Attic = 4\ndate,", 1);
    files.put("programs/craft-days-2031.json", program_file::write(&program(&walked)));
    let content = Content::read(&files, false).unwrap();
    let built = publish(files, &content, Target { base: "/2031/", is_draft: false }).unwrap().files;
    let made = archive::unpack(&made.archive).unwrap();
    let differing = |one: &Files, other: &Files| -> Vec<String> {
        let differs = |(path, bytes): &(&str, &[u8])| other.bytes(path).ok() != Some(*bytes);
        one.iter().filter(differs).map(|(path, _)| path.to_owned()).collect()
    };
    assert_eq!(differing(&made, &built), Vec::<String>::new());
    assert_eq!(differing(&built, &made), Vec::<String>::new());
}

#[test]
fn the_next_version_remembers_and_says_what_changed() {
    let fields = typed(&[("color", "#224488"), ("own_color", "on"), ("domain", "craft.example.org")]);
    let mut first = desk(TABLE);
    first.put_icon(SVG.into());
    let made = first.make(&fields).unwrap();

    let later = TABLE.replace("Craft Days", "Craft days, second edition").replace("13:00,13:40", "14:00,14:40");
    let mut next = desk(&later);
    let remembered = next.put_before(&made.archive).unwrap();
    for (name, value) in [("name", "Craft Days 2031"), ("base", "/2031/"), ("color", "#224488"), ("domain", "craft.example.org")]
    {
        assert_eq!(remembered[name], value);
    }
    assert!(remembered.contains_key("en") && !remembered.contains_key("ko"));
    let changes = next.look(&remembered);
    assert!(part(&changes, "changes").contains("Dyes") && part(&changes, "changes").contains("14:00"), "{changes:?}");
    let again = next.make(&remembered).unwrap();
    assert_eq!(again.name, "craft-days-2031.zip", "phones know it by its id");
    let [before, after] = [made, again].map(|made| archive::unpack(&made.archive).unwrap());
    assert_eq!(before.bytes("icons/icon-192.png").unwrap(), after.bytes("icons/icon-192.png").unwrap());
    assert!(!after.has("icons/icon.svg") && !after.text("index.html").unwrap().contains("alert(1)"));
}

#[test]
fn another_conference_and_anything_else_than_a_site_change_nothing() {
    let made = desk(TABLE).make(&typed(&[])).unwrap();
    let other = "# time_zone: Asia/Seoul\n# title: Owls\ndate,start,end,title\n2029-01-02,10:00,11:00,Feathers\n2029-01-02,12:00,13:00,Flight\n";
    let mut desk = desk(other);
    assert!(desk.put_before(&made.archive).unwrap_err().message.contains("Craft Days"));
    assert!(desk.put_before(b"PK, but no archive").unwrap_err().message.contains("not the ZIP"));
    assert_eq!(desk.make(&typed(&[])).unwrap().name, "owls-2029.zip");
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_is_made() {
    let desk = desk(TABLE);
    let long = "x".repeat(1_000);
    for (name, value) in [
        ("name", long.as_str()),
        ("short_name", long.as_str()),
        ("base", "2031"),
        ("base", "https://example.org/"),
        ("domain", "no host"),
        ("color", "red"),
        ("walking", "from here to there"),
    ] {
        let fields = typed(&[(name, value), ("own_color", "on")]);
        let looked = desk.look(&fields);
        assert!(!part(&looked, &format!("problem-{name}")).is_empty(), "{name} = {value}");
        desk.make(&fields).unwrap_err();
    }
    let mut wordless = typed(&[]);
    wordless.remove("en");
    assert!(!part(&desk.look(&wordless), "problem-languages").is_empty());
    let fine = desk.look(&typed(&[]));
    assert!(fine.iter().filter(|(name, _)| name.starts_with("problem-")).all(|(_, said)| said.is_empty()), "{fine:?}");
}

#[test]
fn a_logo_that_is_none_is_said_in_the_preview() {
    let mut desk = desk(TABLE);
    for (logo, words) in [(vec![0; 40_000_000], "KB"), (b"<html>".to_vec(), "SVG or PNG")] {
        desk.put_icon(logo);
        let looked = desk.look(&typed(&[]));
        assert!(part(&looked, "preview").contains(words), "{}", part(&looked, "preview"));
        desk.make(&typed(&[])).unwrap_err();
    }
}

#[test]
fn a_draft_brings_everything_back() {
    let mut desk = desk(TABLE);
    desk.put_icon(SVG.into());
    let draft = desk.draft(&typed(&[("description", "말 \"그대로\"")]));
    let mut again = Desk::new(program(TABLE), Language::Korean);
    let fields = again.put_draft(&draft).unwrap();
    assert_eq!(fields, typed(&[("description", "말 \"그대로\"")]));
    again.put_app(app());
    assert_eq!(again.make(&fields).unwrap().archive, desk.make(&fields).unwrap().archive);
    assert_eq!(again.put_draft("{}"), None);
}

#[test]
fn nothing_of_a_program_or_a_field_becomes_markup() {
    let evil = TABLE.replace("Craft Days", "<img src=x onerror=alert(1)>").replace("Looms", "<script>alert(2)</script>");
    let mut desk = desk(&evil);
    let fields = typed(&[("name", "\"><script>alert(3)</script>"), ("short_name", "<b>"), ("walking", "<i> > Attic = 2")]);
    let made = desk.make(&typed(&[])).unwrap();
    desk.put_before(&made.archive).unwrap();
    for (name, markup) in desk.page(Some(&fields)).iter().filter(|(name, _)| name != "style") {
        assert!(!markup.contains("<script") && !markup.contains("<img src=x") && !markup.contains("<b><"), "{name}: {markup}");
    }
}

#[test]
fn without_the_files_of_the_app_the_form_is_there_and_nothing_is_made() {
    let desk = Desk::new(program(TABLE), Language::Korean);
    let page = desk.page(None);
    assert!(part(&page, "desk").contains("value=\"Craft Days\""), "{page:?}");
    assert!(desk.make(&typed(&[])).unwrap_err().message.contains("앱 파일"));
}

#[test]
fn a_site_says_how_to_put_it_on_the_web_in_its_languages() {
    let made = desk(TABLE).make(&typed(&[("ko", "on")])).unwrap();
    let site = archive::unpack(&made.archive).unwrap();
    let steps = site.text("hosting/steps.html").unwrap();
    for words in ["Put it on the web", "웹에 올리기", "Netlify", "unzip -q site.zip"] {
        assert!(steps.contains(words), "{words} in {steps}");
    }
    assert!(site.has(template::LIST));
}
