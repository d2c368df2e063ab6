//! Tests of `siganpyo` as a process.

mod check_site;
mod mirror;
mod publish;
mod usage;
mod web;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/programs/pyconkr-2018.json");
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pyconkr-2018.csv");

/// A separate folder for each test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("siganpyo-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_siganpyo")).args(["--lang", "en"]).args(arguments).output().unwrap()
}

fn done(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Returns stderr of what was done.
fn done_saying(arguments: &[&str]) -> String {
    let output = run(arguments);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {stderr}");
    stderr
}

/// Returns stderr after wrong usage.
fn misused(arguments: &[&str]) -> String {
    let output = run(arguments);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {stderr}");
    assert!(output.stdout.is_empty() && stderr.starts_with("error: "), "{stderr}");
    stderr
}

/// Runs with this file as stdin.
fn run_with(input: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_siganpyo"));
    command.args(["--lang", "en"]).args(arguments).stdin(std::fs::File::open(input).unwrap()).output().unwrap()
}

/// Returns stderr after a refusal: a message and a hint, and nothing on stdout.
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {stderr}");
    assert!(output.stdout.is_empty() && stderr.starts_with("error: ") && stderr.contains("\nHint: "), "{stderr}");
    stderr
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Returns the built-in program with one text replaced by another.
fn edited(folder: &Folder, from: &str, to: &str) -> String {
    let program = std::fs::read_to_string(PROGRAM).unwrap();
    assert!(program.contains(from));
    folder.write("new.json", program.replacen(from, to, 1))
}

#[test]
fn import_writes_the_program_to_stdout_and_warnings_to_stderr() {
    let folder = Folder::new("import");
    let output = run(&["import", TABLE]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), std::fs::read_to_string(PROGRAM).unwrap());
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "58 rows: all read\nPyCon Korea 2018: 58 sessions on 2 days in 6 rooms, times of Asia/Seoul\n\
         3 sessions without a room: \"그리고 물고기는 고마웠어요\", \"Why I Learn, How I Learn.\", \"Committing to diversity and inclusion\"\n"
    );
    let out = folder.path("out.json");
    let report = run(&["import", TABLE, "--id", "mine", "--json", "-o", &out]);
    assert!(report.stdout.is_empty());
    let report = json(&String::from_utf8(report.stderr).unwrap());
    assert_eq!((&report["program"], &report["sessions"], &report["left_out"]), (&json("\"mine\""), &json("58"), &json("0")));
    assert_eq!(json(&std::fs::read_to_string(&out).unwrap())["id"], "mine");
    assert_eq!(folder.names(), ["out.json"]);
}

#[test]
fn rows_that_cannot_be_read_come_first_and_end_a_strict_import() {
    let folder = Folder::new("strict");
    let rows = "2026-08-15,10:00,10:40,A,One\n2026-08-15,later,,A,Two\n2026-08-15,1:30,2:10,A,Three\nsoon,14:00,,A,Four\n";
    let table = folder.write("t.csv", format!("# title: T\n# time_zone: KST\ndate,start,end,room,title\n{rows}"));
    let out = folder.path("out.json");
    let report = |output: Output| String::from_utf8(output.stderr).unwrap();
    let loose = run(&["import", &table, "-o", &out]);
    assert_eq!(loose.status.code(), Some(0));
    let loose = report(loose);
    let lines: Vec<&str> = loose.lines().collect();
    assert_eq!(lines[0], "4 rows: 2 read, 2 not");
    assert!(lines[1].contains("\"later\"") && lines[2].contains("\"soon\"") && lines[3].starts_with("T: 2 sessions"), "{loose}");
    assert!(loose.contains("01:30 is perhaps meant as 13:30"), "{loose}");
    std::fs::remove_file(&out).unwrap();
    let strict = run(&["import", &table, "-o", &out, "--strict"]);
    assert_eq!(strict.status.code(), Some(1));
    assert!(report(strict).starts_with(&loose) && !Path::new(&out).exists());
    let whole = folder.write("whole.csv", "# title: T\n# time_zone: KST\nstart,end,title\n2026-08-15 10:00,10:40,One\n");
    assert_eq!(run(&["import", &whole, "-o", &out, "--strict"]).status.code(), Some(0));
    let file = json(&report(run(&["import", &table, "-o", &out, "--json"])));
    assert!(file["findings"].to_string().contains("13:30"), "{file}");
}

#[test]
fn import_requires_a_zone_and_writes_nothing_without_one() {
    let folder = Folder::new("zone");
    let table = folder.write("Small Talk 2024.csv", "title,start,end\nA,2024-12-27T11:00,12:00\n");
    let out = folder.path("out.json");
    assert!(refused(&["import", &table, "-o", &out]).contains("--time-zone Asia/Seoul"));
    assert!(refused(&["import", &table, "-o", &out, "--time-zone", "Europe/Berln"]).contains("Europe/Berlin"));
    assert!(!Path::new(&out).exists());
    done(&["import", &table, "-o", &out, "--time-zone", "Europe/Berlin"]);
    let program = json(&std::fs::read_to_string(&out).unwrap());
    assert_eq!(program["sessions"][0]["start"], "2024-12-27T11:00:00+01:00");
    assert_eq!((program["title"].as_str(), program["id"].as_str()), (Some("Small Talk 2024"), Some("small-talk-2024")));
}

#[test]
fn import_reads_files_of_korean_spreadsheets() {
    let folder = Folder::new("cp949");
    let text = "# time_zone: Asia/Seoul\n날짜,시작,종료,제목\n2018-08-18,13:00,13:25,똠방각하와 파이썬\n";
    let (bytes, _, _) = encoding_rs::EUC_KR.encode(text);
    let output = run(&["import", &folder.write("table.csv", bytes)]);
    assert_eq!(json(&String::from_utf8(output.stdout).unwrap())["sessions"][0]["title"], "똠방각하와 파이썬");
    assert!(String::from_utf8(output.stderr).unwrap().contains("read as EUC-KR"));
}

#[test]
fn names_of_the_same_come_from_the_table_and_unused_ones_are_reported() {
    let folder = Folder::new("aliases");
    let lines = "# title: T\n# time_zone: Asia/Seoul\n# alias: 회식 = After Party\n# alias: 장고 = Django\n";
    let table = folder.write("table.csv", format!("{lines}date,start,end,title\n2018-08-18,18:00,20:00,After party\n"));
    let out = folder.path("out.json");
    done(&["import", &table, "-o", &out]);
    let program = json(&std::fs::read_to_string(&out).unwrap());
    assert_eq!(program["aliases"], json(r#"["회식 = After Party", "장고 = Django"]"#));
    assert!(done(&["search", &out, "회식"]).contains("After party"));
    assert!(done(&["check", &out]).contains("of which none occurs: \"장고 = Django\""));
}

#[test]
fn walking_times_come_from_a_table_and_unknown_rooms_are_reported() {
    let folder = Folder::new("walking");
    let (table, out) = (folder.write("ways.csv", "from,to,minutes\n101;102,202,5\n101,999,7\n"), folder.path("out.json"));
    let output = run(&["import", PROGRAM, "--walking", &table, "-o", &out]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("Line 3: there is no session in room \"999\""));
    let program = json(&std::fs::read_to_string(&out).unwrap());
    assert_eq!(program["walking"][0], json(r#"{"from": ["101", "102"], "to": ["202"], "minutes": 5}"#));
    assert!(done(&["check", &out]).contains("Walking time for \"999\", which is not a room"));
    assert!(refused(&["import", PROGRAM, "--walking", &folder.path("absent.csv")]).contains("cannot be read"));
}

#[test]
fn a_program_in_several_files_is_imported_as_one() {
    let folder = Folder::new("several-files");
    let sessions =
        folder.write("sessions.yml", "- id: 1\n  title: Moths\n  slot: morning\n- id: 2\n  title: Bees\n  slot: noon\n");
    let slots = folder.write(
        "slots.yml",
        "- {id: morning, day: Friday, start: '9:30', end: '10:00'}\n- {id: noon, day: Saturday, start: '12:00', end: '12:30'}\n",
    );
    let alone = refused(&["import", &sessions, "--time-zone", "Asia/Seoul"]);
    assert!(alone.contains("\"slot\" says \"morning\"") && alone.contains("another file"), "{alone}");
    let undated = refused(&["import", &sessions, &slots, "--time-zone", "Asia/Seoul"]);
    assert!(undated.contains("\"Friday\"") && undated.contains("--first-day"), "{undated}");
    let program = json(&done(&["import", &sessions, &slots, "--time-zone", "Asia/Seoul", "--first-day", "2027-03-05"]));
    let starts: Vec<&Value> = [0, 1].into_iter().map(|at| &program["sessions"][at]["start"]).collect();
    assert_eq!(starts, ["2027-03-05T09:30:00+09:00", "2027-03-06T12:00:00+09:00"]);
}

#[test]
fn of_the_timetables_of_a_page_one_is_chosen() {
    let folder = Folder::new("timetables");
    let day = |year: u16, titles: [&str; 2]| {
        let [first, second] = titles;
        format!(
            "<h2>12 September {year}</h2><table><tr><th>Time<th>Title<tr><td>10:00<td>{first}<tr><td>11:00<td>{second}</table>"
        )
    };
    let page = format!("<title>Moth Days</title>{}{}", day(2027, ["Moths", "Bees"]), day(2026, ["Owls", "Bats"]));
    let page = folder.write("days.html", &page);
    let asked = refused(&["import", &page, "--time-zone", "Asia/Seoul"]);
    assert!(asked.contains("\"2026-09-12: Owls\" (2") && asked.contains("--list \"2027-09-12: Moths\""), "{asked}");
    let program = json(&done(&["import", &page, "--time-zone", "Asia/Seoul", "--list", "2026-09-12: Owls"]));
    let titles: Vec<&Value> = [0, 1, 2].into_iter().map(|at| &program["sessions"][at]["title"]).collect();
    assert_eq!(titles, [&Value::from("Owls"), &Value::from("Bats"), &Value::Null]);
}

#[test]
fn a_report_says_how_a_file_is_built_and_nothing_of_what_it_says() {
    let folder = Folder::new("report");
    let table = folder.write("table.csv", "day,start,title\nDay 1,10:00,Honey\nDay 2,11:00,Nectar\n");
    let report = done(&["import", &table, "--report"]);
    assert!(report.contains("Undated") && report.contains("day | start | title") && report.contains("99:99"), "{report}");
    assert!(!report.contains("Honey") && !report.contains("table.csv"), "{report}");
    let dated = done(&["import", &table, "--report", "--first-day", "2027-03-05", "--time-zone", "Asia/Seoul"]);
    assert!(dated.contains(": read\n"), "{dated}");
}

#[test]
fn an_existing_file_is_kept_if_the_new_one_is_refused() {
    let folder = Folder::new("keep");
    let out = folder.write("out.json", "old");
    assert!(refused(&["import", &folder.write("page.html", "<html>"), "-o", &out]).contains("a web page"));
    assert!(refused(&["import", &folder.path("absent.csv"), "-o", &out]).contains("cannot be read"));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "old");
    assert!(refused(&["import", TABLE, "-o", &folder.path("no/such/folder.json")]).contains("cannot be written"));
}

#[test]
fn wrong_usage_is_reported_differently_from_a_refusal() {
    for arguments in [
        &["import"][..],
        &["sing"],
        &["share", PROGRAM],
        &["import", TABLE, "--format", "docx"],
        &["--lang", "xx", "check", PROGRAM],
    ] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn check_accepts_a_valid_program_and_refuses_a_broken_one() {
    let folder = Folder::new("check");
    assert!(done(&["check", PROGRAM]).contains("3 sessions without a room: \"그리고 물고기는 고마웠어요\""));
    let report = json(&done(&["check", PROGRAM, "--json"]));
    assert_eq!((&report["valid"], &report["findings"][0]["finding"]), (&Value::Bool(true), &json("\"no-room\"")));
    let broken = edited(&folder, "\"rooms\":[\"101\"]", "\"rooms\":[\"999\"]");
    assert!(refused(&["check", &broken]).contains("there is no “999” in session talk-01"));
    assert!(refused(&["check", TABLE]).contains("this is a table, not a program; import it first"));
}

#[test]
fn diff_reports_all_changes_and_those_of_each_plan() {
    let folder = Folder::new("diff");
    let plan = folder.path("plan.json");
    done(&["plan", PROGRAM, "--pick", "talk-01", "talk-07", "--pick", "talk-30", "talk-31", "-o", &plan]);
    assert_eq!(done(&["diff", PROGRAM, PROGRAM]), "Nothing has changed.\n");
    assert_eq!(
        json(&done(&["diff", PROGRAM, PROGRAM, "--plan", &plan, "--json"])),
        json(r#"{"entries": [], "new_overlaps": []}"#)
    );
    // talk-01 is from 13:00 to 13:25; talk-07 starts at 13:40.
    let new = edited(
        &folder,
        "\"start\":\"2018-08-18T13:00:00+09:00\",\"end\":\"2018-08-18T13:25:00+09:00\",\"day\":\"2018-08-18\",\"rooms\":[\"101\"]",
        "\"start\":\"2018-08-18T13:30:00+09:00\",\"end\":\"2018-08-18T13:55:00+09:00\",\"day\":\"2018-08-18\",\"rooms\":[\"105\"]",
    );
    let renamed = std::fs::read_to_string(&new).unwrap().replacen("\"id\":\"talk-30\"", "\"id\":\"talk-99\"", 1);
    let mut renamed = json(&renamed);
    renamed["sessions"].as_array_mut().unwrap().retain(|session| session["id"] != "talk-31");
    std::fs::write(&new, renamed.to_string()).unwrap();
    let report = json(&done(&["diff", PROGRAM, &new, "--plan", &plan, "--json"]));
    let rows: Vec<String> = report["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {}", row["session"], row["now"], row["changes"]))
        .collect();
    let expected = [r#""talk-01" "talk-01" ["moved","room"]"#, r#""talk-30" "talk-99" []"#, r#""talk-31" null ["removed"]"#];
    assert_eq!(rows, expected);
    let [moved, _, removed] = [0, 1, 2].map(|at| &report["entries"][at]);
    assert_eq!((&moved["before"]["rooms"], &moved["after"]["rooms"]), (&json("[\"101\"]"), &json("[\"105\"]")));
    assert!(removed.get("after").is_none() && removed.get("now").is_none());
    assert_eq!(report["new_overlaps"], json("[[\"talk-01\", \"talk-07\"]]"));
    let everyone = json(&done(&["diff", PROGRAM, &new, "--json"]));
    assert_eq!((everyone["entries"].as_array().unwrap().len(), &everyone["added"]), (3, &json("[]")));
    let text = done(&["diff", PROGRAM, &new]);
    assert!(
        text.contains("moved, other room: ") && text.contains("Sat 18 Aug 13:00–13:25, 101 → Sat 18 Aug 13:30–13:55, 105"),
        "{text}"
    );
    assert!(text.contains("\nre-listed: "), "{text}");
    let text = done(&["diff", PROGRAM, &new, "--plan", &plan]);
    assert!(text.contains("\nNow at the same time: \"") && !text.contains("talk-07"), "{text}");
}

#[test]
fn diff_does_not_match_a_reassigned_id_and_lists_several_candidates() {
    let folder = Folder::new("diff-ids");
    let program = |sessions: &[(&str, &str, &str, u32)]| {
        let row = |(id, title, speaker, hour): &(&str, &str, &str, u32)| {
            let [start, end] = [*hour, hour + 1].map(|hour| format!("2018-08-18T{hour:02}:00:00+09:00"));
            serde_json::json!({ "id": id, "title": title, "speakers": [speaker], "start": start, "end": end, "day": "2018-08-18" })
        };
        let rows: Vec<Value> = sessions.iter().map(row).collect();
        serde_json::json!({
            "format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{ "date": "2018-08-18" }], "rooms": [], "tracks": [], "sessions": rows,
        })
        .to_string()
    };
    let old = folder.write("old.json", program(&[("1", "Rust", "A", 9), ("2", "Typed Python", "B", 11), ("3", "Go", "C", 14)]));
    let new = folder.write(
        "new.json",
        program(&[
            ("1", "Cooking", "X", 9),
            ("7", "Typed Pythons", "B", 15),
            ("8", "Typed Python!!1", "B", 16),
            ("9", "Typed Pythonn", "B", 17),
            ("3", "Go", "C", 14),
        ]),
    );
    let plan = folder.path("plan.json");
    done(&["plan", &old, "--pick", "1", "2", "3", "-o", &plan]);
    let report = json(&done(&["diff", &old, &new, "--plan", &plan, "--json"]));
    let rows = report["entries"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["session"], &rows[0]["changes"]), (2, &json("\"1\""), &json("[\"removed\"]")));
    assert_eq!((&rows[1]["session"], &rows[1]["changes"]), (&json("\"2\""), &json("[\"ambiguous\"]")));
    assert!(rows.iter().all(|row| row.get("now").is_none() && row.get("after").is_none()), "{rows:?}");
    let text = done(&["diff", &old, &new, "--plan", &plan]);
    assert!(text.contains("unclear which: \"Typed Python\"") && text.contains("\n  ? \"Typed Pythons\""), "{text}");
    let other = folder.write("other.json", program(&[("1", "Cooking", "X", 9)]).replace("2018-08-18", "2019-08-18"));
    assert!(String::from_utf8(run(&["diff", &old, &other]).stderr).unwrap().contains("different conferences"));
}

#[test]
fn links_hold_a_program_or_its_address_and_are_read_like_files() {
    const APP: &str = "https://app.example/2026/";
    let link = done(&["share", PROGRAM, "--pick", "talk-01,keynote-1", "--link", APP]);
    let link = link.trim();
    assert!(link.starts_with("https://app.example/2026/#d=1") && link.len() < 4_200, "{link}");
    let text = done(&["share", link, "--code", link]);
    assert!(
        text.starts_with("PyCon Korea 2018\n\nSat 18 Aug 2018\n09:40–10:20 그리고 물고기는 고마웠어요\n13:00–13:25 "),
        "{text}"
    );
    assert_eq!(done(&["share", link, "--pick", "talk-01", "keynote-1", "--link", APP]).trim(), link);
    let refusal = refused(&["share", &link[..link.len() - 300], "--pick", "talk-01"]);
    assert!(refusal.contains("Part of the link is missing"), "{refusal}");
    let built_in = done(&["share", PROGRAM, "--pick", "talk-01", "--link", APP, "--built-in"]);
    assert!(built_in.starts_with("https://app.example/2026/#s=1") && built_in.len() < 60, "{built_in}");
}

#[test]
fn plans_are_written_and_read_as_files_codes_and_calendars() {
    let folder = Folder::new("plan");
    let plan = done(&["plan", PROGRAM, "--pick", "keynote-1", "talk-01"]);
    assert_eq!(json(&plan)["picks"][1]["rooms"], json("[\"101\"]"));
    let code = done(&["share", PROGRAM, "--plan", &folder.write("plan.json", &plan)]);
    assert_eq!(done(&["share", PROGRAM, "--pick", "talk-01", "keynote-1"]), code);
    assert_eq!(done(&["share", PROGRAM, "--code", code.trim(), "--json"]), plan);
    let link = format!("https://example.org/app/plan#s={}", code.trim());
    let text = done(&["share", PROGRAM, "--code", &link]);
    assert!(
        text.starts_with("PyCon Korea 2018\n\nSat 18 Aug 2018\n09:40–10:20 그리고 물고기는 고마웠어요\n13:00–13:25 "),
        "{text}"
    );
    let calendar = done(&["calendar", PROGRAM, "--code", code.trim()]);
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    assert!(calendar.contains("DTSTART:20180818T004000Z\r\n"));
    assert!(refused(&["share", PROGRAM, "--code", "nonsense!"]).contains("not a share code"));
    let unknown = refused(&["plan", PROGRAM, "--pick", "talk-1"]);
    assert!(unknown.contains("no session \"talk-1\"") && unknown.contains("talk-10"), "{unknown}");
    let other = folder.write("other.json", plan.replace("pyconkr-2018", "other"));
    assert!(refused(&["calendar", PROGRAM, "--plan", &other]).contains("for the conference \"other\""));
}

#[test]
fn a_calendar_is_written_over_that_of_before_and_read_back() {
    let folder = Folder::new("calendar");
    let plan = folder.write("plan.json", done(&["plan", PROGRAM, "--pick", "keynote-1", "talk-01"]));
    let out = folder.path("plan.ics");
    let write = |program: &str, plan: &str| {
        done(&["calendar", program, "--plan", plan, "--alarm", "10", "--link", "https://app.example/x", "-o", &out]);
        std::fs::read_to_string(&out).unwrap().replace("\r\n ", "")
    };
    let event = |file: &str, session: &str| {
        let uid = format!("UID:session-{session}@pyconkr-2018.siganpyo");
        let event = file.split("BEGIN:VEVENT").find(|event| event.contains(&uid)).unwrap();
        let of = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
        (of("SEQUENCE:").parse::<u32>().unwrap(), of("DTSTART:"), of("STATUS:"), of("TRIGGER:"))
    };
    let first = write(PROGRAM, &plan);
    assert!(first.contains("/session/talk-01\r\n") || first.contains("\r\nURL:https://"), "{first}");
    let moved = edited(&folder, "2018-08-18T13:00:00+09:00", "2018-08-18T13:10:00+09:00");
    let second = write(&moved, &plan);
    let (before, after) = (event(&first, "talk-01"), event(&second, "talk-01"));
    assert_eq!((after.0, after.1.as_str(), after.3.as_str()), (before.0 + 1, "20180818T041000Z", "-PT10M"));
    assert_eq!(event(&second, "keynote-1"), event(&first, "keynote-1"), "nothing has changed of it");
    // Read back: the same picks, and what was taken out is cancelled in the file that replaces it.
    assert_eq!(done(&["share", PROGRAM, "--plan", &out]), done(&["share", PROGRAM, "--pick", "keynote-1,talk-01"]));
    let fewer = folder.write("fewer.json", done(&["plan", PROGRAM, "--pick", "keynote-1"]));
    let third = write(PROGRAM, &fewer);
    assert_eq!(event(&third, "talk-01").2, "CANCELLED");
    assert_eq!(done(&["plan", PROGRAM, "--plan", &out]), std::fs::read_to_string(&fewer).unwrap());
    assert!(misused(&["calendar", PROGRAM, "--plan", &plan, "--alarm", "soon"]).contains("way"));
}

#[test]
fn events_of_another_calendar_become_own_entries() {
    let folder = Folder::new("entries");
    let shifts = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@shifts\nDTSTART:20180818T083000\nDTEND:20180818T093000\nSUMMARY:Info desk\nEND:VEVENT\nEND:VCALENDAR\n";
    let shifts = folder.write("shifts.ics", shifts);
    let plan = json(&done(&["plan", PROGRAM, "--pick", "talk-01", "--entries", &shifts]));
    assert_eq!(
        (&plan["own"][0]["title"], &plan["own"][0]["start"]),
        (&json("\"Info desk\""), &json("\"2018-08-18T08:30:00+09:00\""))
    );
    assert_eq!(plan["picks"][0]["session"], "talk-01");
    let refusal = refused(&["calendar", PROGRAM, "--plan", &shifts]);
    assert!(refusal.contains("no sessions that were picked") && refusal.contains("--entries"), "{refusal}");
    assert!(refused(&["plan", PROGRAM, "--entries", PROGRAM]).contains("not a calendar file"));
}

#[test]
fn messages_are_in_the_language_of_the_locale() {
    let korean = |name: &str, value: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_siganpyo"));
        let output = command.env_clear().env(name, value).args(["check", TABLE]).output().unwrap();
        String::from_utf8(output.stderr).unwrap().contains("\n도움말: ")
    };
    assert!(korean("LANG", "ko_KR.UTF-8") && korean("LC_ALL", "ko"));
    assert!(!korean("LANG", "C.UTF-8"));
}

/// Returns width and height of a PNG file.
fn png_size(path: &str) -> (u32, u32) {
    let bytes = std::fs::read(path).unwrap();
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (side(16), side(20))
}

#[test]
fn a_plan_that_is_read_back_from_its_calendar_makes_the_same_picture() {
    if crate::pictures::fonts().is_none() {
        return;
    }
    let folder = Folder::new("read-back");
    let shifts = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@shifts\nDTSTART:20180818T083000\nDTEND:20180818T093000\nSUMMARY:Info desk, \\; 점심\nLOCATION:Lobby\nEND:VEVENT\nEND:VCALENDAR\n";
    let shifts = folder.write("shifts.ics", shifts);
    let plan = folder.write("plan.json", done(&["plan", PROGRAM, "--pick", "keynote-1,talk-01,talk-32", "--entries", &shifts]));
    let calendar = folder.path("plan.ics");
    done(&["calendar", PROGRAM, "--plan", &plan, "-o", &calendar]);
    let paint = |plan: &str, out: &str| {
        let out = folder.path(out);
        done(&["wallpaper", PROGRAM, "--plan", plan, "--screen", "iPhone 15", "-o", &out]);
        std::fs::read(out).unwrap()
    };
    assert!(paint(&plan, "one.png") == paint(&calendar, "other.png"));
}

#[test]
fn wallpaper_is_painted_for_named_screens_papers_and_photos() {
    if crate::pictures::fonts().is_none() {
        return;
    }
    let folder = Folder::new("wallpaper");
    let out = folder.path("out.png");
    let paint = |options: &[&str]| {
        let arguments = [&["wallpaper", PROGRAM, "--pick", "keynote-1", "talk-32", "-o", &out], options].concat();
        assert_eq!(done(&arguments), format!("{out}\n"));
        png_size(&out)
    };
    assert_eq!(paint(&["--screen", "iPhone 15"]), (1179, 2556));
    assert_eq!(paint(&["--screen", "720x1600", "--zone", "band-400-800", "--theme", "color", "--color", "#3776ab"]), (720, 1600));
    assert_eq!(paint(&["--screen", "square", "--link", "https://siganpyo.example/"]), (1080, 1080));
    let photo = folder.path("photo.png");
    std::fs::copy(&out, &photo).unwrap();
    assert_eq!(paint(&["--screen", "story", "--theme", "photo", "--photo", &photo]), (1080, 1920));
    assert_eq!(paint(&["--paper", "letter"]), (2550, 3300));
    assert_eq!(paint(&["--screen", "pixel 9a", "--from", "2018-08-19T00:00:00+09:00"]), (1080, 2424));
    let wallpaper = ["wallpaper", PROGRAM, "--pick", "talk-32", "--screen", "iphone 15", "-o", &out];
    refused(&[&wallpaper[..], &["--from", "2018-08-20T00:00:00+09:00"]].concat());
    refused(&[&wallpaper[..], &["--theme", "photo", "--photo", PROGRAM]].concat());
    let wrong_zone = run(&[&wallpaper[..], &["--zone", "nowhere"]].concat());
    assert_eq!(wrong_zone.status.code(), Some(2));
}

#[test]
fn wallpaper_says_what_no_font_has() {
    if crate::pictures::fonts().is_none() {
        return;
    }
    let folder = Folder::new("no-font");
    let (program, out) = (folder.path("program.json"), folder.path("out.png"));
    let table = folder.write("talks.csv", talks("", "10").replace("Looms", "Looms 🧵 𐒀"));
    done(&["import", &table, "-o", &program]);
    let id = json(&std::fs::read_to_string(&program).unwrap())["sessions"][0]["id"].as_str().unwrap().to_owned();
    let said = done_saying(&["wallpaper", &program, "--pick", &id, "--screen", "square", "-o", &out]);
    assert!(said.contains("the wallpaper lacks what no font here has: 𐒀\n"), "{said}");
}

/// A table of three talks; the first of them starts at `first`.
fn talks(head: &str, first: &str) -> String {
    format!(
        "{head}# time_zone: Asia/Seoul\ndate,start,end,room,title,speaker\n2031-05-10,{first}:00,{first}:40,A,Looms,Ada\n\
         2031-05-10,11:00,11:40,A,Kilns,Bo\n2031-05-10,13:00,13:40,B,Boats,Cy\n"
    )
}

#[test]
fn import_over_an_earlier_version_keeps_its_id_and_tells_the_changes() {
    let folder = Folder::new("keeps-id");
    let program = folder.path("program.json");
    let id = || json(&std::fs::read_to_string(&program).unwrap())["id"].as_str().unwrap().to_owned();
    let import = |head: &str, first: &str| {
        let table = folder.write("talks.csv", talks(head, first));
        let output = run(&["import", &table, "-o", &program]);
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    import("# title: Craft Days\n", "10");
    let first = id();
    let said = import("# title: Craft Days 2031!\n# id: craft\n", "10");
    assert!(said.contains(&format!("keeps the id {first:?}")), "{said}");
    let said = import("# title: Crafts of Korea\n", "16");
    assert_eq!(id(), first);
    assert!(said.contains("moved: \"Looms\"") && said.contains("16:00–16:40"), "{said}");
    let said = import("# title: Crafts of Korea\n", "16");
    assert!(said.contains("Nothing has changed."), "{said}");
    let table = folder.path("talks.csv");
    let said = run(&["import", &table, "-o", &program, "--id", "other"]);
    assert!(
        said.status.success() && String::from_utf8(said.stderr).unwrap().contains("Use --id"),
        "an id that is wanted is taken"
    );
    assert_eq!(id(), "other");
    let table = folder.write("lost.csv", talks("# title: Craft\n", "10") + "soon,14:00,,A,Lost,Di\n");
    let output = run(&["import", &table, "-o", &program, "--strict"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains("nothing was written") && !said.contains("keeps the id"), "{said}");
}

#[test]
fn import_asks_for_an_id_if_the_earlier_version_may_be_another_conference() {
    let folder = Folder::new("which-id");
    let program = folder.path("program.json");
    done(&["import", &folder.write("one.csv", talks("# title: Craft Days\n", "10")), "-o", &program]);
    let before = std::fs::read(&program).unwrap();
    let other = "# title: Craft Days\n# id: two\n# time_zone: Asia/Seoul\ndate,start,end,title\n2031-05-10,09:00,09:30,Glass\n\
                 2031-05-10,10:00,10:30,Paper\n2031-05-10,17:00,17:30,Ropes\n";
    let table = folder.write("two.csv", other);
    let said = refused(&["import", &table, "-o", &program]);
    assert!(said.contains("--id craft-days-2031") && said.contains("--id two"), "{said}");
    assert_eq!(std::fs::read(&program).unwrap(), before);
    done(&["import", &table, "-o", &program, "--id", "two"]);

    let elsewhere = "# title: Night of Lamps\n# time_zone: Asia/Seoul\ndate,start,end,title\n2032-01-02,09:00,09:30,Oil\n";
    let output = run(&["import", &folder.write("three.csv", elsewhere), "-o", &program]);
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("had another conference, \"Craft Days\""), "{said}");
}

#[test]
fn diff_warns_of_another_id() {
    let folder = Folder::new("diff-id");
    let files = ["one", "two"].map(|id| {
        let program = folder.path(&format!("{id}.json"));
        done(&["import", &folder.write("talks.csv", talks("# title: Craft Days\n", "10")), "--id", id, "-o", &program]);
        program
    });
    let output = run(&["diff", &files[0], &files[1]]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("\"one\"") && said.contains("\"two\"") && said.contains("different conferences"), "{said}");
}
