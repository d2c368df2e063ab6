//! Where results go, how arguments may stand, what is refused, and in which form it is said.

use super::*;

#[test]
fn a_picture_has_a_name_for_png_and_its_options_fit_together() {
    let folder = Folder::new("picture-options");
    let out = folder.path("out.png");
    fn wallpaper<'a>(options: &[&'a str]) -> Vec<&'a str> {
        [&["wallpaper", PROGRAM, "--pick", "talk-01"], options].concat()
    }
    for (options, expected) in [
        (&["--screen", "iphone 51", "-o", &out][..], "iPhone 15"),
        (&["--screen", "1179xx2556", "-o", &out], "1179x2556"),
        (&["--screen", "story", "--zone", "androit", "-o", &out], "perhaps android"),
        (&["--screen", "story", "--theme", "blak", "-o", &out], "'black'"),
        (&["--screen", "story", "--link", "notaurl", "-o", &out], "https://"),
        (&["--screen", "story", "--link", "ftp://a.example/", "-o", &out], "https://"),
        (&["--screen", "story", "--photo", PROGRAM, "-o", &out], "--photo needs --theme photo"),
        (&["--screen", "story", "--theme", "black", "--photo", PROGRAM, "-o", &out], "--photo needs --theme photo"),
        (&["--screen", "story", "--color", "#3776ab", "-o", &out], "--color needs --theme color or --design ticket"),
        (&["--screen", "story", "--design", "tiket", "-o", &out], "'ticket'"),
        (&["--screen", "story", "--paper", "a4", "-o", &out], "--paper"),
        (&["--paper", "a4", "--color", "#3776ab", "-o", &out], "--paper"),
        (&["--screen", "story", "--timings", "-o", "-"], "--timings"),
    ] {
        let said = misused(&wallpaper(options));
        assert!(said.contains(expected), "{said}");
    }
    assert!(
        refused(&wallpaper(&["--screen", "story", "-o", &folder.path("out.jpg")]))
            .contains("out.jpg: wallpapers are written as PNG")
    );
    assert!(folder.names().is_empty());
}

#[test]
fn sheets_are_written_as_pdf_and_doors_need_rooms() {
    let folder = Folder::new("sheets");
    let out = folder.path("out.pdf");
    for arguments in [
        &["doors", PROGRAM, "-o", "doors.png"][..],
        &["wallpaper", PROGRAM, "--pick", "talk-01", "--screen", "square", "-o", &out],
        &["wallpaper", PROGRAM, "--pick", "talk-01", "--paper", "a4", "--flat", "-o", "out.png"],
    ] {
        let said = refused(arguments);
        assert!(said.contains("written as P"), "{said}");
    }
    let plan = ["wallpaper", PROGRAM, "--pick", "talk-01", "--flat"];
    assert!(misused(&[&plan[..], &["--screen", "square", "-o", &out]].concat()).contains("--screen"));
    if crate::pictures::fonts().is_none() {
        return;
    }
    let is_pdf = |path: &str| std::fs::read(path).unwrap().starts_with(b"%PDF-");
    assert!(done_saying(&["doors", PROGRAM, "--link", "https://timetable.example.org", "-o", &out]).contains("sheets"));
    assert!(is_pdf(&out));
    for further in [&["--paper", "a4"][..], &["--paper", "letter", "--flat"]] {
        std::fs::remove_file(&out).unwrap();
        done(&[&["wallpaper", PROGRAM, "--pick", "talk-01", "-o", &out], further].concat());
        assert!(is_pdf(&out));
    }
    let homeless = folder.path("homeless.csv");
    std::fs::write(&homeless, "# time_zone: Asia/Seoul\n# title: T\ndate,start,end,title\n2031-05-10,10:00,11:00,One\n").unwrap();
    let program = folder.path("homeless.json");
    done(&["import", &homeless, "-o", &program]);
    assert!(refused(&["doors", &program, "-o", &out]).contains("no session has a room"));
}

#[test]
fn screens_are_known_by_name_and_by_size_however_they_are_typed() {
    if crate::pictures::fonts().is_none() {
        return;
    }
    let folder = Folder::new("screens");
    let out = folder.path("out.png");
    for screen in ["iphone15", "IPHONE-15", "1179x2556", "1179X2556", "1179×2556", "1179 x 2556"] {
        done(&["wallpaper", PROGRAM, "--pick", "talk-01", "--screen", screen, "-o", &out]);
        assert_eq!(png_size(&out), (1179, 2556), "{screen}");
    }
    assert!(done(&["screens"]).contains("1179x2556  iPhone 14 Pro, 15, 15 Pro, 16\n"));
    let screens = json(&done(&["screens", "--json"]));
    let name = |row: &Value| row["name"].as_str().unwrap().to_owned();
    assert!(screens.as_array().unwrap().iter().any(|row| name(row) == "iPhone 15" && row["width"] == 1179));
    for row in screens.as_array().unwrap() {
        let said = refused(&["wallpaper", "absent.json", "--pick", "a", "--screen", &name(row), "-o", &out]);
        assert!(said.contains("absent.json: cannot be read"), "each name is one that --screen takes: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_result_goes_into_the_pipe_or_through_the_link_that_is_there() {
    use std::io::Read;
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
    let folder = Folder::new("into");
    let program = std::fs::read_to_string(PROGRAM).unwrap();
    let pipe = folder.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Open at both ends, so that nobody waits for the other, and with room for a program.
    let mut ends = std::fs::File::options().read(true).write(true).open(&pipe).unwrap();
    done(&["import", TABLE, "-o", &pipe]);
    assert!(std::fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo(), "the pipe was replaced");
    let mut written = vec![0; program.len()];
    ends.read_exact(&mut written).unwrap();
    assert!(written == program.as_bytes());
    std::fs::remove_file(&pipe).unwrap();

    let (there, absent) = (folder.write("there.json", "old"), folder.path("absent.json"));
    std::fs::set_permissions(&there, std::fs::Permissions::from_mode(0o640)).unwrap();
    for (link, target, path) in [("one", "there.json", &there), ("two", "absent.json", &absent)] {
        symlink(target, folder.path(link)).unwrap();
        done(&["import", TABLE, "-o", &folder.path(link)]);
        assert_eq!(std::fs::read_link(folder.path(link)).unwrap(), Path::new(target));
        assert_eq!(&std::fs::read_to_string(path).unwrap(), &program);
    }
    assert_eq!(std::fs::metadata(&there).unwrap().permissions().mode() & 0o777, 0o640);
    let mut names = folder.names();
    names.sort();
    assert_eq!(names, ["absent.json", "one", "there.json", "two"], "nothing is left beside them");
}

#[test]
fn a_file_that_is_read_is_never_written_over() {
    let folder = Folder::new("own-input");
    let (table, program) = (folder.path("t.csv"), folder.path("p.json"));
    std::fs::copy(TABLE, &table).unwrap();
    std::fs::copy(PROGRAM, &program).unwrap();
    let plan = folder.write("plan.json", done(&["plan", PROGRAM, "--pick", "talk-01"]));
    let linked = folder.path("linked.csv");
    std::fs::hard_link(&table, &linked).unwrap();
    let before = std::fs::read(&plan).unwrap();
    for arguments in [
        &["import", &table, "-o", &table][..],
        &["import", &table, "-o", &linked],
        &["import", &table, "-o", &folder.path("./t.csv")],
        &["import", PROGRAM, "--walking", &table, "-o", &table],
        &["plan", &program, "--pick", "talk-01", "-o", &program],
        &["calendar", PROGRAM, "--plan", &plan, "-o", &plan],
        &["wallpaper", &program, "--pick", "talk-01", "--screen", "square", "-o", &program],
    ] {
        let said = refused(arguments);
        assert!(said.contains("not written over it") || said.contains("as PNG"), "{said}");
    }
    assert_eq!(run_with(&table, &["import", "-", "-o", &table]).status.code(), Some(1));
    assert_eq!(std::fs::read(&table).unwrap(), std::fs::read(TABLE).unwrap());
    assert_eq!(std::fs::read(&program).unwrap(), std::fs::read(PROGRAM).unwrap());
    assert_eq!(std::fs::read(&plan).unwrap(), before);
    if crate::pictures::fonts().is_some() {
        let photo = folder.path("photo.png");
        done(&["wallpaper", PROGRAM, "--pick", "talk-01", "--screen", "square", "-o", &photo]);
        let over = ["--screen", "square", "--theme", "photo", "--photo", &photo, "-o", &photo];
        assert!(refused(&[&["wallpaper", PROGRAM, "--pick", "talk-01"], &over[..]].concat()).contains("not written over it"));
    }
}

#[test]
fn a_dash_is_stdin_or_stdout() {
    let program = std::fs::read_to_string(PROGRAM).unwrap();
    let output = run_with(TABLE, &["import", "-", "-o", "-"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), program);
    assert!(run_with(PROGRAM, &["check", "-"]).status.success());
    assert!(String::from_utf8(run_with(TABLE, &["check", "-"]).stderr).unwrap().contains("siganpyo import - -o"));
    assert!(misused(&["diff", "-", "-"]).contains("only once"));
    if crate::pictures::fonts().is_some() {
        let picture = ["wallpaper", PROGRAM, "--screen", "square", "-o", "-", "--pick", "talk-01"];
        assert!(run(&picture).stdout.starts_with(b"\x89PNG"));
        let all = json(&done(&["list", PROGRAM, "--json"]));
        let ids: Vec<&str> = all.as_array().unwrap().iter().map(|row| row["session"].as_str().unwrap()).collect();
        let several = refused(&["wallpaper", PROGRAM, "--screen", "720x1600", "-o", "-", "--pick", &ids.join(",")]);
        assert!(several.contains("wallpapers, and only one"), "{several}");
    }
}

#[test]
fn flags_stand_before_or_after_and_ids_in_one_or_in_several() {
    let expected = done(&["plan", PROGRAM, "--pick", "talk-01", "talk-07"]);
    for arguments in [
        &["plan", "--pick", "talk-01", "--pick", "talk-07", PROGRAM][..],
        &["plan", "--pick", "talk-01,talk-07", PROGRAM],
        &["plan", PROGRAM, "--pick", "talk-01, talk-07"],
        &["plan", "--pick", "talk-01", "-o", "-", PROGRAM, "--pick", "talk-07"],
        &["--quiet", "plan", "--pick=talk-01,talk-07", "--", PROGRAM],
    ] {
        assert_eq!(done(arguments), expected, "{arguments:?}");
    }
    let folder = Folder::new("comma");
    let program = edited(&folder, "\"id\":\"talk-01\"", "\"id\":\"talk-01,talk-07\"");
    assert_eq!(json(&done(&["plan", &program, "--pick", "talk-01,talk-07"]))["picks"].as_array().unwrap().len(), 1);
}

#[test]
fn time_zones_and_shifts_that_cannot_be_meant_are_refused() {
    let unknown = refused(&["import", TABLE, "--time-zone", "Mars/Base"]);
    assert!(unknown.contains("pyconkr-2018.csv: There is no time zone \"Mars/Base\""), "{unknown}");
    let other = run(&["import", TABLE, "--time-zone", "Europe/Berlin"]);
    assert_eq!(String::from_utf8(other.stdout).unwrap(), std::fs::read_to_string(PROGRAM).unwrap());
    let said = String::from_utf8(other.stderr).unwrap();
    assert!(said.contains("Europe/Berlin was not used, since the file states Asia/Seoul"), "{said}");
    assert!(!String::from_utf8(run(&["import", TABLE, "--time-zone", "asia/seoul"]).stderr).unwrap().contains("not used"));
    for shift in ["99999999", "1441", "-1441", "tomorrow"] {
        misused(&["import", TABLE, "--shift", shift]);
    }
    done(&["import", TABLE, "--shift", "-1440"]);
    misused(&["import", TABLE, "--id", ""]);
}

#[test]
fn files_with_a_byte_order_mark_are_read() {
    let folder = Folder::new("mark");
    let marked = |text: &str| format!("\u{FEFF}{text}");
    let program = folder.write("p.json", marked(&std::fs::read_to_string(PROGRAM).unwrap()));
    let plan = folder.write("plan.json", marked(&done(&["plan", &program, "--pick", "talk-01"])));
    assert_eq!(done(&["check", &program]), done(&["check", PROGRAM]));
    assert_eq!(done(&["share", &program, "--plan", &plan]), done(&["share", PROGRAM, "--pick", "talk-01"]));
}

#[test]
fn errors_and_remarks_are_json_where_that_is_asked_for() {
    let error = |arguments: &[&str], code: i32| {
        let output = run(arguments);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0), "{arguments:?}");
        json(&String::from_utf8(output.stderr).unwrap())["error"].clone()
    };
    let table = error(&["--json", "check", TABLE], 1);
    assert_eq!(
        (&table["file"], table["hint"].as_str().unwrap().starts_with("Run: siganpyo import ")),
        (&Value::from(TABLE), true)
    );
    assert!(table["message"].as_str().unwrap().contains("import it first"));
    let absent = error(&["plan", "absent.json", "--pick", "a", "--json"], 1);
    assert!(absent["file"] == "absent.json" && absent["message"].as_str().unwrap().contains("cannot be read"));
    assert!(error(&["import", TABLE, "--timings", "--json"], 2)["message"].as_str().unwrap().contains("--timings"));
    assert!(error(&["import", TABLE, "--shift", "9999", "--json"], 2)["message"].as_str().unwrap().contains("9999"));
    let search = run(&["search", PROGRAM, "zzzz", "--json"]);
    assert_eq!(json(&String::from_utf8(search.stdout).unwrap()), json("[]"));
    assert!(json(&String::from_utf8(search.stderr).unwrap())["remark"].is_string());
}

#[test]
fn quiet_leaves_only_results_and_errors() {
    let output = run(&["import", TABLE, "--quiet", "--time-zone", "Europe/Berlin"]);
    assert_eq!((output.stdout.is_empty(), output.stderr.is_empty()), (false, true));
    assert_eq!(done(&["check", PROGRAM, "-q"]), "");
    assert_eq!(done(&["diff", PROGRAM, PROGRAM, "-q"]), "");
    assert!(refused(&["check", TABLE, "-q"]).contains("import it first"));
}

#[test]
fn the_exit_code_tells_whether_programs_differ() {
    let folder = Folder::new("exit-code");
    let new = edited(&folder, "Python and Rust", "Rust and Python");
    let code = |arguments: &[&str]| run(arguments).status.code().unwrap();
    assert_eq!(code(&["diff", PROGRAM, &new]), 0);
    assert_eq!(code(&["diff", PROGRAM, &new, "--exit-code"]), 1);
    assert_eq!(code(&["diff", PROGRAM, PROGRAM, "--exit-code"]), 0);
    assert_eq!(code(&["diff", PROGRAM, &folder.path("absent.json"), "--exit-code"]), 2);
    let plan = folder.write("plan.json", done(&["plan", PROGRAM, "--pick", "talk-01"]));
    assert_eq!(code(&["diff", PROGRAM, &new, "--plan", &plan, "--exit-code"]), 0, "not in this plan");
}

#[test]
fn sessions_are_listed_and_found() {
    let all = done(&["list", PROGRAM]);
    assert_eq!(all.lines().count(), 58);
    assert!(all.contains("talk-05    Sat 18 Aug 13:00–13:25  Python and Rust (feat block-chain) (105)\n"), "{all}");
    let rows = json(&done(&["list", PROGRAM, "--day", "2018-08-19", "--json"]));
    let rows = rows.as_array().unwrap();
    assert!(!rows.is_empty() && rows.len() < 58 && rows.iter().all(|row| row["day"] == "2018-08-19"));
    assert!(refused(&["list", PROGRAM, "--day", "2018-08-20"]).contains("2018-08-18, 2018-08-19"));
    assert!(done(&["search", PROGRAM, "rust", "python"]).starts_with("talk-05  "));
    let django = run(&["search", PROGRAM, "장고"]);
    assert!(String::from_utf8(django.stdout).unwrap().contains("Django ORM"));
    assert_eq!(String::from_utf8(django.stderr).unwrap(), "The last 4 sessions are shown for \"Django\".\n");
    let found = json(&done(&["search", PROGRAM, "ㅁㄱㅇ", "--json"]));
    let first = &found[0];
    assert!(first["session"].is_string() && first["start"].is_string() && first["title"].is_string(), "{found}");
}

#[test]
fn help_completions_and_manual_pages_cover_every_command() {
    let help = done(&["--help"]);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect();
    assert!(commands.len() >= 12 && help.contains("\nExamples:\n"), "{help}");
    for command in &commands {
        let help = done(&[command, "--help"]);
        assert!(help.contains("\nExample") && help.contains(&format!("  siganpyo {command} ")), "{help}");
        assert!(done(&["man", command]).contains(&format!("siganpyo\\-{command}")), "{command}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = done(&["completions", shell]);
        assert!(commands.iter().all(|command| script.contains(command)) && script.contains("time-zone"), "{shell}");
    }
    assert!(done(&["man"]).contains("siganpyo\\-wallpaper(1)"));
    assert!(misused(&["man", "wallpapr"]).contains("wallpaper"));
}
