//! A site of a table, by the command line alone.

use super::web::{host, ok, status};
use super::*;
use crate::small_app::app;
use siganpyo::import::{Options, import};
use siganpyo::publish::{Content, Files, Target, archive, publish, template};
use siganpyo::wire::program_file;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A site that somebody else has made of the app.
fn other_site() -> Files {
    let table = "# id: other\n# time_zone: Asia/Seoul\ndate,start,end,title\n2031-05-10,10:00,11:00,Other\n";
    let program = import(table.as_bytes(), &Options::default()).unwrap().program;
    let mut files = app();
    files.put("site.toml", "programs = 'programs/other.json'\ncolor = '#aa0000'");
    files.put("programs/other.json", program_file::write(&program));
    let content = Content::read(&files, false).unwrap();
    let target = Target { base: "/other/", is_draft: false };
    publish(files, &content, target).unwrap().files
}

fn template_of(folder: &Folder) -> String {
    let path = folder.path("other.zip");
    std::fs::write(&path, archive::pack(&other_site())).unwrap();
    path
}

fn talks(start: &str) -> String {
    format!(
        "title,date,start,end,room\nLooms,2031-05-10,{start}:00,{start}:45,Hall\nDyes,2031-05-10,13:00,13:40,Hall\n\
         Knots,2031-05-11,10:00,10:40,Attic\n"
    )
}

fn text(site: &str, file: &str) -> String {
    std::fs::read_to_string(Path::new(site).join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn a_table_becomes_a_site_and_the_next_version_of_it() {
    let folder = Folder::new("publish-site");
    let (app, site, table) = (template_of(&folder), folder.path("site"), folder.write("craft.csv", talks("10")));
    let given = ["publish", &table, "-o", &site, "--template", &app];
    done_saying(
        &[&given[..], &["--title", "Craft Days", "--time-zone", "Asia/Seoul", "--base", "/2031/", "--color", "#224488"]].concat(),
    );
    let page = text(&site, "index.html");
    assert!(page.contains("<title>Craft Days</title>") && page.contains("data-base=\"/2031/\"") && page.contains("Looms"));
    assert!(
        page.contains("--accent:#224488") && !page.contains("Other") && !page.contains("#aa0000"),
        "nothing is left of the other site"
    );
    assert!(text(&site, "manifest.webmanifest").contains("Craft Days"));
    assert!(text(&site, "sw.js").contains("app-0123456789abcdef.js") && text(&site, "_headers").contains("/2031/"));
    assert!(text(&site, "calendar/all.ics").contains("SUMMARY:Knots"));
    assert!(!Path::new(&site).join("programs/other.json").exists());

    // A talk is moved; nothing else is said again.
    let moved = folder.write("craft.csv", talks("11"));
    let said =
        done_saying(&["publish", &moved, "-o", &site, "--template", &app, "--time-zone", "Asia/Seoul", "--title", "Craft Days"]);
    assert!(said.contains("Looms") && said.contains("11:00") && said.contains("/2031/"), "{said}");
    let again = text(&site, "index.html");
    assert!(again.contains("--accent:#224488") && again.contains("data-base=\"/2031/\"") && again.contains("11:00"));
}

#[test]
fn an_archive_has_the_same_files_as_a_folder_whatever_site_the_app_is_from() {
    let folder = Folder::new("publish-archive");
    let (app, table) = (template_of(&folder), folder.write("craft.csv", talks("10")));
    let common = ["--time-zone", "Asia/Seoul", "--title", "Craft Days", "--name", "Craft"];
    let publish =
        |to: &str, template: &str| done_saying(&[&["publish", &table, "-o", to, "--template", template][..], &common].concat());
    let (site, packed) = (folder.path("site"), folder.path("site.zip"));
    publish(&site, &app);
    // The site that was just made is as good a source of the app, as a folder and from its host.
    publish(&packed, &site);
    let files = archive::unpack(&std::fs::read(&packed).unwrap()).unwrap();
    let is_there = |path: &str, bytes: &[u8]| std::fs::read(Path::new(&site).join(path)).ok().as_deref() == Some(bytes);
    let differing = files.iter().filter(|(path, bytes)| !is_there(path, bytes));
    assert_eq!(differing.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<&str>::new());
    let served = files.clone();
    let address = host(move |path| served.bytes(path.trim_start_matches("/a/")).map_or_else(|_| status("404 Not Found"), ok));
    let fetched = folder.path("fetched");
    publish(&fetched, &format!("{address}/a/"));
    assert_eq!(text(&fetched, "index.html"), text(&site, "index.html"));
}

#[test]
fn nothing_is_written_where_something_is_wrong() {
    let folder = Folder::new("publish-wrong");
    let (app, table) = (template_of(&folder), folder.write("craft.csv", talks("10")));
    let own = folder.path("own");
    std::fs::create_dir(&own).unwrap();
    std::fs::write(format!("{own}/letter.txt"), "Dear").unwrap();
    let common = ["--template", app.as_str(), "--time-zone", "Asia/Seoul"];
    let refuses = |more: &[&str], words: &str| {
        let said = refused(&[&["publish", table.as_str()][..], &common, more].concat());
        assert!(said.contains(words), "{words} in {said}");
    };
    refuses(&["-o", &own], "is not a site of this app");
    assert_eq!(text(&own, "letter.txt"), "Dear");
    let site = folder.path("site");
    refuses(&["-o", &site, "--base", "2027"], "not a path on the web server");
    refuses(&["-o", &site, "--name", &"x".repeat(1000)], "name");
    refuses(&["-o", &site, "--domain", "https://x"], "domain");
    refuses(&["-o", &site, "--icon", &table], "SVG or PNG");
    assert!(!Path::new(&site).exists());
    let none = refused(&["publish", &table, "-o", &site, "--time-zone", "Asia/Seoul"]);
    assert!(none.contains("--template"), "{none}");

    // A file of the app that somebody has changed on the way is not published again.
    let mut site_of_app = other_site();
    site_of_app.put("worker.js", "steal()");
    let changed = folder.path("changed.zip");
    std::fs::write(&changed, archive::pack(&site_of_app)).unwrap();
    let said = refused(&["publish", &table, "-o", &site, "--time-zone", "Asia/Seoul", "--template", &changed]);
    assert!(said.contains("worker.js was changed") && !Path::new(&site).exists(), "{said}");
    assert!(template::parts("{\"../x\": \"00\"}").is_err(), "a path that leads out of the folder");
}

#[test]
fn the_template_of_a_repository_publishes_what_is_in_it() {
    let folder = Folder::new("publish-template");
    let (app, repository) = (template_of(&folder), folder.path("repository"));
    copy(&Path::new(ROOT).join(".github/template"), Path::new(&repository));
    // The released program carries the app; this one is told where it is.
    let program = folder
        .write("siganpyo", format!("#!/bin/sh\nexec '{}' --lang en \"$@\" --template '{app}'\n", env!("CARGO_BIN_EXE_siganpyo")));
    let publish = |path: &str| {
        let mut script = Command::new("bash");
        script.args(["publish", "site", path]).current_dir(&repository).env("SIGANPYO", format!("sh {program}"));
        let output = script.output().unwrap();
        (output.status.success(), String::from_utf8(output.stderr).unwrap())
    };
    let (is_done, said) = publish("/our-timetable/");
    assert!(is_done && said.contains("My Conference 2027: 7 sessions on 2 days"), "{said}");
    let site = format!("{repository}/site");
    assert!(
        text(&site, "index.html").contains("data-base=\"/our-timetable/\"")
            && text(&site, "manifest.webmanifest").contains("MyConf")
    );

    // A spreadsheet beside the table: nobody can tell which of them counts.
    let second = format!("{repository}/program.xlsx");
    std::fs::write(&second, "").unwrap();
    let (is_done, said) = publish("/our-timetable/");
    assert!(!is_done && said.contains("program.csv program.xlsx"), "{said}");
    std::fs::remove_file(&second).unwrap();

    // A slip in the table ends the run and leaves what there was; corrected, the change is told.
    let table = text(&repository, "program.csv");
    std::fs::write(format!("{repository}/program.csv"), table.replace("2027-08-15,11:00", "2027-18-15,11:00")).unwrap();
    let (is_done, said) = publish("/our-timetable/");
    assert!(!is_done && said.contains("2027-18-15") && text(&site, "index.html").contains("Opening"), "{said}");
    std::fs::write(format!("{repository}/program.csv"), table.replace("13:00,13:40", "14:00,14:40")).unwrap();
    let (is_done, said) = publish("/our-timetable/");
    assert!(is_done && said.contains("Two hundred visitors") && said.contains("14:00"), "{said}");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}
