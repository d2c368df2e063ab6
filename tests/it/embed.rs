//! What a published site has for the conference's own page.

use crate::small_app::app;
use serde_json::{Value, json};
use siganpyo::import::{Options, import};
use siganpyo::messages::Language;
use siganpyo::publish::{Content, Files, Target, compress, offline, publish, template};
use siganpyo::wire::program_file;

const TABLE: &str =
    "# time_zone: Asia/Seoul\n# title: Craft Days\ndate,start,end,title,abstract\n2031-05-10,10:00,10:45,Looms,About looms\n";

/// The most bytes that it may cost the conference's page.
const MOST: usize = 5_000;

fn site(table: &str, settings: &str) -> Files {
    let mut files = app();
    files.put("site.toml", format!("programs = 'programs/craft.json'\n{settings}"));
    let program = import(table.as_bytes(), &Options::default()).unwrap().program;
    files.put("programs/craft.json", program_file::write(&program));
    let content = Content::read(&files, false).unwrap();
    publish(files, &content, Target { base: "/2031/", is_draft: false }).unwrap().files
}

/// The value that the script has under this name.
fn value(site: &Files, name: &str) -> Value {
    let start = format!("const {name} = ");
    let line = site.text("embed.js").unwrap().lines().find_map(|line| line.trim().strip_prefix(&*start)).expect(name);
    serde_json::from_str(line.trim_end_matches(';')).unwrap()
}

#[test]
fn it_knows_the_program_of_the_site_and_the_smaller_file_of_it() {
    let with = site(TABLE, "");
    let paths = |site: &Files| [value(site, "PROGRAM"), value(site, "INDEX")];
    assert_eq!(paths(&with), ["programs/craft.json", "programs/craft.index.json"]);
    let index = with.text("programs/craft.index.json").expect("the file is published");
    assert!(program_file::is_index(index) && with.text("index.html").unwrap().contains("craft.index.json"));
    let without = site(&TABLE.replace(",abstract", "").replace(",About looms", ""), "");
    assert_eq!(paths(&without), ["programs/craft.json", "programs/craft.json"]);
}

#[test]
fn it_speaks_the_languages_of_the_site_in_their_order() {
    let texts = value(&site(TABLE, "languages = ['ko', 'en']"), "TEXTS");
    for (at, language) in [Language::Korean, Language::English].into_iter().enumerate() {
        let (own, app) = (language.embed_messages(), language.messages());
        assert_eq!(texts[at]["tag"], language.tag());
        assert_eq!(texts[at]["plan"], app.tab_plan);
        assert_eq!(texts[at]["failed"], own.failed);
    }
    assert_eq!(value(&site(TABLE, "languages = ['en']"), "TEXTS").as_array().map(Vec::len), Some(1));
}

#[test]
fn every_text_that_it_says_is_there() {
    let site = site(TABLE, "");
    let script = site.text("embed.js").unwrap();
    let said = script.split("texts.").skip(1).map(|rest| rest.split(|sign: char| !sign.is_alphanumeric()).next().unwrap());
    let texts = value(&site, "TEXTS");
    for name in said {
        assert!(texts[0][name].as_str().is_some_and(|text| !text.is_empty()), "{name}");
    }
}

#[test]
fn it_has_the_colour_of_the_site_where_that_can_be_read() {
    let colours = value(&site(TABLE, "color = '#224488'"), "ACCENT");
    assert_eq!(colours[0], "#224488");
    assert_ne!(colours[2], "#224488", "it is too dark on a dark ground");
    assert!(site(TABLE, "").text("embed.js").unwrap().contains("const ACCENT = ['#1c6b57', "));
}

#[test]
fn it_is_small_and_no_part_of_what_devices_keep() {
    let site = site(TABLE, "");
    let sent = site.bytes("embed.js.br").unwrap();
    assert!(sent.len() <= MOST, "{} bytes", sent.len());
    assert_eq!(sent, compress::brotli(site.bytes("embed.js").unwrap()));
    let kept = offline::read(site.text("sw.js").unwrap()).unwrap();
    assert!(kept.iter().any(|path| path == "programs/craft.json") && kept.iter().all(|path| path != "embed.js"), "{kept:?}");
}

#[test]
fn another_site_can_be_made_of_this_one() {
    let app = template::of_site(&site(TABLE, "color = '#224488'")).unwrap();
    let script = app.text("embed.js").unwrap();
    assert!(script.contains("const PROGRAM = '';") && !script.contains("#224488"));
    let parts = template::parts(site(TABLE, "").text(template::LIST).unwrap()).unwrap();
    let places: Vec<Value> = parts.iter().filter(|part| part.path == "embed.js").map(|part| json!(part.place)).collect();
    assert_eq!(places, ["template/embed.js"]);
}
