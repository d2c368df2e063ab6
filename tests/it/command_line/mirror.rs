//! Mirroring published programs into a folder, from a small host of our own.

use super::web::{host, ok, status};
use super::*;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

/// What a host serves, which a test may change.
type Files = Arc<Mutex<BTreeMap<&'static str, String>>>;

fn serve(files: &[(&'static str, String)]) -> (String, Files) {
    let files: Files = Arc::new(Mutex::new(files.iter().cloned().collect()));
    let served = files.clone();
    let address = host(move |path| match served.lock().unwrap().get(path) {
        Some(file) => ok(file),
        None => status("404 Not Found"),
    });
    (address, files)
}

/// A calendar that states no zone.
const CALENDAR: &str = "BEGIN:VCALENDAR\nX-WR-CALNAME:Lamp Night\nBEGIN:VEVENT\nUID:1\nSUMMARY:Oil\nDTSTART:20320102T090000\n\
    DTEND:20320102T093000\nEND:VEVENT\nEND:VCALENDAR\n";

struct Mirrored(Folder);

impl Mirrored {
    fn folder(&self) -> String {
        self.0.path("out")
    }

    /// Mirrors a list and returns the report, with the exit code.
    fn run(&self, list: &str, options: &[&str]) -> (Option<i32>, Value) {
        let list = if list.ends_with(".json") { list.to_owned() } else { self.0.write("list.txt", list) };
        let output = run(&[&["mirror", &list, "-o", &self.folder(), "--json"], options].concat());
        assert!(output.stdout.is_empty());
        let said = String::from_utf8(output.stderr).unwrap();
        let report = serde_json::Deserializer::from_str(&said)
            .into_iter()
            .find(|value: &Result<Value, _>| value.as_ref().is_ok_and(|value| value["programs"].is_array()));
        (output.status.code(), report.and_then(Result::ok).unwrap_or_else(|| panic!("{said}")))
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(Path::new(&self.folder()).join(name)).unwrap()
    }

    fn changed(&self, name: &str) -> SystemTime {
        std::fs::metadata(Path::new(&self.folder()).join(name)).unwrap().modified().unwrap()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(self.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn listed(&self) -> Value {
        json(&self.text("directory.json"))["programs"].clone()
    }
}

fn states(report: &Value) -> Vec<&str> {
    report["programs"].as_array().unwrap().iter().map(|row| row["state"].as_str().unwrap()).collect()
}

#[test]
fn programs_come_are_updated_and_stay_where_their_source_fails() {
    let (host, files) =
        serve(&[("/craft.csv", talks("# title: Craft Days\n# venue: Town Hall\n", "10")), ("/lamps.ics", CALENDAR.to_owned())]);
    let mirror = Mirrored(Folder::new("mirror"));
    let list = format!("# ours\n{host}/craft.csv   # a table\n\n{host}/lamps.ics Asia/Seoul\n{host}/craft.csv\n");

    let (code, report) = mirror.run(&list, &[]);
    assert_eq!((code, states(&report)), (Some(0), vec!["new", "new"]), "{report}");
    assert_eq!(mirror.names(), ["craft-days-2031.json", "directory.json", "lamp-night-2032.json"]);
    let listed = mirror.listed();
    assert_eq!(listed[0]["title"], "Craft Days");
    assert_eq!((&listed[0]["address"], &listed[0]["place"]), (&json("\"craft-days-2031.json\""), &json("\"Town Hall\"")));
    assert_eq!((&listed[1]["first_day"], &listed[1]["time_zone"]), (&json("\"2032-01-02\""), &json("\"Asia/Seoul\"")));
    assert_eq!(listed[0]["source"], format!("{host}/craft.csv"));
    done(&["check", &format!("{}/craft-days-2031.json", mirror.folder())]);

    let before = ["craft-days-2031.json", "lamp-night-2032.json", "directory.json"].map(|name| (name, mirror.changed(name)));
    let (code, report) = mirror.run(&list, &["--strict"]);
    assert_eq!((code, states(&report)), (Some(0), vec!["unchanged", "unchanged"]));
    assert_eq!(report["directory"], "unchanged");
    for (name, before) in before {
        assert_eq!(mirror.changed(name), before, "{name} is not touched");
    }

    // One has another title and time, the other one is gone.
    files.lock().unwrap().insert("/craft.csv", talks("# title: Crafts of Korea\n", "16"));
    files.lock().unwrap().remove("/lamps.ics");
    let lamps = mirror.text("lamp-night-2032.json");
    let (code, report) = mirror.run(&list, &[]);
    assert_eq!((code, states(&report)), (Some(0), vec!["changed", "kept"]));
    assert!(report["programs"][1]["problem"]["message"].as_str().unwrap().contains("status 404"));
    assert_eq!(
        (mirror.listed()[0]["title"].as_str(), mirror.listed()[0]["id"].as_str()),
        (Some("Crafts of Korea"), Some("craft-days-2031"))
    );
    assert_eq!(mirror.listed()[1]["address"], "lamp-night-2032.json");
    assert_eq!(mirror.text("lamp-night-2032.json"), lamps);

    // Half a file, or a page, is a failure like any other; --strict says so.
    files.lock().unwrap().insert("/lamps.ics", "<!doctype html><title>Log in</title>".to_owned());
    let (code, report) = mirror.run(&list, &["--strict"]);
    assert_eq!((code, states(&report)), (Some(1), vec!["unchanged", "kept"]));
    let output = run(&["mirror", &mirror.0.path("list.txt"), "-o", &mirror.folder(), "--strict"]);
    let said = String::from_utf8(output.stderr).unwrap();
    for part in [
        "failed, the version before stays: Lamp Night",
        "\"Log in\"",
        "2 programs: 1 unchanged, 1 failed and kept",
        "error: 1 source failed",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }

    // What the list no longer has is no longer listed, and its file stays.
    let (code, report) = mirror.run(&format!("{host}/craft.csv"), &[]);
    assert_eq!((code, &report["no_longer_listed"]), (Some(0), &json(&format!("[\"{host}/lamps.ics\"]"))));
    assert_eq!((mirror.listed().as_array().unwrap().len(), mirror.text("lamp-night-2032.json")), (1, lamps));
    assert!(mirror.names().iter().all(|name| name.ends_with(".json") && !name.starts_with('.')), "{:?}", mirror.names());
}

#[test]
fn different_conferences_never_share_an_id_or_a_file() {
    let other = "# title: Night\n# id: same\n# time_zone: Asia/Seoul\ndate,start,end,title\n2032-01-02,09:00,09:30,Oil\n";
    let next = "# title: Craft Days\n# id: same\n# time_zone: Asia/Seoul\ndate,start,end,title\n2035-05-01,09:00,09:30,Wool\n";
    let (host, files) = serve(&[
        ("/one.csv", talks("# title: Craft Days\n# id: same\n", "10")),
        ("/two.csv", other.to_owned()),
        ("/three.csv", other.replace("# id: same", "# id: directory")),
        ("/four.csv", other.replace("# id: same", "# id: ../../Own")),
        ("/copy.csv", talks("# title: Craft Days\n# id: same\n", "10")),
    ]);
    let mirror = Mirrored(Folder::new("mirror-ids"));
    std::fs::create_dir_all(mirror.folder()).unwrap();
    std::fs::write(Path::new(&mirror.folder()).join("own.json"), "the organiser's").unwrap();
    std::fs::write(Path::new(&mirror.folder()).join("-..-own.json"), "the organiser's").unwrap();
    let list = ["two", "one", "three", "four", "copy"].map(|name| format!("{host}/{name}.csv\n")).concat();
    let (code, report) = mirror.run(&list, &[]);
    assert_eq!((code, states(&report)), (Some(0), vec!["new"; 5]));
    let ids = |report: &Value| report["programs"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    let first = ids(&report);
    assert_eq!(first[0], "same");
    assert_ne!(first[1], first[4], "a copy has a file of its own, since either may change");
    for (id, begin) in first[1..].iter().zip(["same-", "directory-", "../../Own-", "same-"]) {
        assert!(id.as_str().unwrap().starts_with(begin), "{first:?}");
    }
    assert_eq!(mirror.names().len(), 8, "{:?}", mirror.names());
    for row in mirror.listed().as_array().unwrap() {
        let file = mirror.text(row["address"].as_str().unwrap());
        assert_eq!(json(&file)["id"], row["id"], "the file has the id");
    }
    assert_eq!(
        (mirror.text("own.json"), mirror.text("-..-own.json")),
        ("the organiser's".to_owned(), "the organiser's".to_owned())
    );

    // In whatever order they come next time, and if one of them is missing, each keeps its id.
    files.lock().unwrap().remove("/two.csv");
    let list = ["one", "two", "four", "three"].map(|name| format!("{host}/{name}.csv\n")).concat();
    let (_, report) = mirror.run(&list, &[]);
    assert_eq!(states(&report), ["unchanged", "kept", "unchanged", "unchanged"]);
    assert_eq!(ids(&report), [&first[1], &first[0], &first[3], &first[2]].map(Clone::clone));

    // A file that was lost comes back under its id; the next edition at the same address gets another one.
    std::fs::remove_file(Path::new(&mirror.folder()).join(mirror.listed()[2]["address"].as_str().unwrap())).unwrap();
    files.lock().unwrap().insert("/one.csv", next.to_owned());
    let (_, report) = mirror.run(&list, &[]);
    assert_eq!(states(&report), ["new", "kept", "changed", "unchanged"], "{report}");
    assert_eq!(ids(&report)[2], first[3]);
    assert!(!first.contains(&ids(&report)[0]));
    assert!(report["programs"][0]["remarks"].to_string().contains("another conference"));
}

#[test]
fn a_menu_and_a_directory_are_lists_too() {
    let (host, files) = serve(&[
        ("/lamps.ics", CALENDAR.replace("X-WR-CALNAME:Lamp Night\n", "")),
        ("/a%20b.csv", talks("# title: Craft Days\n", "10")),
    ]);
    let menu = format!(
        r#"{{"version": 2032010200, "schedules": [
            {{"id": "lamps", "version": 2032010100, "url": "{host}/lamps.ics", "title": "Lamp Night", "start": "2032-01-02", "end": "2032-01-02",
              "timezone": "Asia/Seoul", "metadata": {{"links": [{{"url": "https://lamps.example/", "title": "Website"}}]}}}},
            {{"version": 2032010100, "url": "{host}/gone.xml", "title": "Gone", "start": "2016-01-02", "end": "2016-01-02"}},
            {{"version": 2032010100, "title": "No address", "start": "2016-01-02", "end": "2016-01-02"}}]}}"#
    );
    let directory =
        r#"{"format": "siganpyo-directory/1", "programs": [{"title": "Craft", "address": "a b.csv", "place": "Town Hall"}]}"#;
    files.lock().unwrap().extend([("/menu.json", menu), ("/directory.json", directory.to_owned())]);
    let mirror = Mirrored(Folder::new("mirror-menu"));
    let (code, report) = mirror.run(&format!("{host}/menu.json"), &[]);
    assert_eq!((code, states(&report)), (Some(0), vec!["new", "missing"]), "{report}");
    assert_eq!(mirror.listed().as_array().unwrap().len(), 1);
    assert_eq!(
        (&mirror.listed()[0]["title"], &mirror.listed()[0]["site"]),
        (&json("\"Lamp Night\""), &json("\"https://lamps.example/\""))
    );

    let mirror = Mirrored(Folder::new("mirror-directory"));
    let (code, report) = mirror.run(&format!("{host}/directory.json"), &[]);
    assert_eq!((code, states(&report)), (Some(0), vec!["new"]), "{report}");
    assert_eq!((&mirror.listed()[0]["title"], &mirror.listed()[0]["place"]), (&json("\"Craft Days\""), &json("\"Town Hall\"")));

    let piped = mirror.0.write("piped.txt", format!("{host}/lamps.ics Asia/Seoul"));
    assert_eq!(run_with(&piped, &["mirror", "-", "-o", &mirror.folder()]).status.code(), Some(0));
    // What the organiser lists by hand stays.
    let own = r#"{"format": "siganpyo-directory/1", "programs": [{"title": "Own", "address": "own.json"}]}"#;
    std::fs::write(Path::new(&mirror.folder()).join("directory.json"), own).unwrap();
    mirror.run(&format!("{host}/directory.json"), &[]);
    let titles: Vec<Value> = mirror.listed().as_array().unwrap().iter().map(|row| row["title"].clone()).collect();
    assert_eq!(titles, ["Own", "Craft Days"]);
}

#[test]
fn wrong_lists_and_folders_are_refused_and_nothing_is_written() {
    let folder = Folder::new("mirror-refused");
    let out = folder.path("out");
    for (list, expected) in [
        ("", "no address in it"),
        ("# nothing\n", "no address in it"),
        ("https://a.example/\nschedule.xml\n", "line 2 is not an address"),
        ("https://a.example/ Asia/Seoul now\n", "line 1 is not an address"),
        ("{", "JSON is broken at line 1"),
        ("[]", "no directory of programs"),
        (
            r#"{"format": "siganpyo-directory/1", "programs": [{"title": "A", "address": "a.json"}]}"#,
            "\"a.json\" is a path beside the list",
        ),
    ] {
        let said = refused(&["mirror", &folder.write("list", list), "-o", &out]);
        assert!(said.contains(expected), "{said}");
    }
    assert!(!Path::new(&out).exists());

    let (host, _) = serve(&[("/craft.csv", talks("# title: Craft Days\n", "10"))]);
    let list = folder.write("list", format!("{host}/absent.csv\n"));
    let output = run(&["mirror", &list, "-o", &out]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("error: no source could be read"));
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0);

    let list = folder.write("list", format!("{host}/craft.csv\n"));
    std::fs::write(Path::new(&out).join("directory.json"), "{").unwrap();
    let said = refused(&["mirror", &list, "-o", &out]);
    assert!(said.contains("directory.json: the directory that is there cannot be read"), "{said}");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1);
    let said = refused(&["mirror", &format!("{out}/directory.json"), "-o", &out]);
    assert!(said.contains("JSON is broken") || said.contains("not written over it"), "{said}");
    assert!(misused(&["mirror", &list]).contains("--output"));
}
