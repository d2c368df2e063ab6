use crate::import::{Imported, Options, import};
use crate::messages::Language;

fn imported(table: &str) -> Imported {
    let text = format!("# title: 격자 2026\n# time_zone: Asia/Seoul\n# start: 2026-08-15\n{table}");
    import(text.as_bytes(), &Options::default()).unwrap_or_else(|error| panic!("{:?}\n{table}", error.refusal(Language::English)))
}

/// Returns each session as `day start-end title @rooms (speakers)`.
fn sessions(table: &str) -> Vec<String> {
    let program = imported(table).program;
    let session = |session: &crate::program::Session| {
        let rooms = program.room_names(session, "ko").join("+");
        let speakers = session.speakers.join("+");
        let (start, end) = (session.span.start, session.span.end.clock());
        format!("{} {}-{end} {} @{rooms} ({speakers})", start.date().day(), start.clock(), session.title)
    };
    program.sessions.iter().map(session).collect()
}

fn check(table: &str, expected: &[&str]) {
    assert_eq!(sessions(table), expected, "{table}");
}

const TALKS: [&str; 3] =
    ["15 10:00-10:20 여는 말 @큰방 ()", "15 10:30-11:10 시계 @큰방 (김하나)", "15 10:30-11:10 데이터 @작은방 (박두리)"];

#[test]
fn times_down_and_rooms_across_are_read_with_any_separator() {
    for separator in [",", ";", "\t"] {
        let rows = ["시간|큰방|작은방", "10:00~10:20|여는 말|", "10:30~11:10|\"시계\n김하나\"|\"데이터\n(박두리)\""];
        check(&rows.join("\n").replace('|', separator), &TALKS);
    }
    for corner in ["", "Time", "시간/장소", "Uhrzeit", "時間", "Horario"] {
        check(&format!("{corner},큰방,작은방\n10:00-10:20,여는 말,\n10:30-11:10,\"시계\n김하나\",\"데이터\n박두리\"\n"), &TALKS);
    }
    // A start and an end, and the people in a row of their own.
    check("시작,종료,큰방,작은방\n10:00,10:20,여는 말,\n10:30,11:10,시계,데이터\n,,김하나,박두리\n", &TALKS);
}

#[test]
fn a_turned_grid_is_read_like_the_other() {
    check("장소,10:00~10:20,10:30~11:10\n큰방,여는 말,\"시계\n김하나\"\n작은방,,\"데이터\n박두리\"\n", &TALKS);
}

#[test]
fn days_stand_between_the_rooms_of_a_turned_grid() {
    check(
        "장소,10:00~10:40,11:00~11:40\n8월 15일,,\n큰방,가,나\n작은방,다,\n8월 16일,,\n큰방,라,\n작은방,,마\n",
        &[
            "15 10:00-10:40 가 @큰방 ()",
            "15 10:00-10:40 다 @작은방 ()",
            "15 11:00-11:40 나 @큰방 ()",
            "16 10:00-10:40 라 @큰방 ()",
            "16 11:00-11:40 마 @작은방 ()",
        ],
    );
}

#[test]
fn cells_may_have_times_of_their_own() {
    let expected = [
        "15 15:00-15:30 가 @작은방 (김하나)",
        "15 17:00-17:40 나 @큰방 ()",
        "15 23:30-00:30 다 @큰방 ()",
        "16 16:00-16:40 라 @작은방 ()",
    ];
    for table in [
        "8월 15일(토),\n큰방,작은방\n\"17:00~17:40\n나\",\"15:00~15:30\n가\n김하나\"\n\"23:30~00:30\n다\",\n8월 16일(일),\n큰방,작은방\n미정,\"16:00~16:40\n라\"\n",
        "8월 15일(토),\n큰방,작은방\n17:00 - 17:40 나,\"15:00-15:30: 가\n(김하나)\"\n23:30-00:30 다,\n8월 16일(일),\n,16:00-16:40 라\n",
    ] {
        check(table, &expected);
    }
}

#[test]
fn without_ends_a_row_ends_with_the_next() {
    let expected = ["15 09:00-09:30 가 @A ()", "15 09:30-11:00 나 @A ()", "15 09:30-11:00 다 @B ()", "15 11:00-11:00 라 @B ()"];
    check("time,A,B\n9:00,가,\n9:30,나,다\n11:00,,라\n", &expected);
    check("Uhrzeit,A,B\n9.00 Uhr,가,TBA\n9.30 Uhr,나,다\n11 Uhr,-,라\n", &expected);
    check("heure,A,B\n9h,가,미정\n9h30,나,다\n11h,,라\n", &expected);
}

#[test]
fn days_stand_above_beside_or_between() {
    let expected = ["15 10:00-10:40 가 @A ()", "15 10:00-10:40 나 @B ()", "16 10:00-10:40 다 @A ()", "16 11:00-11:40 라 @B ()"];
    check("시간,1일차 (8/15),,2일차 (8/16),\n,A,B,A,B\n10:00~10:40,가,나,다,\n11:00~11:40,,,,라\n", &expected);
    check(",A,B\n8월 15일(토),,\n10:00~10:40,가,나\n8월 16일(일),,\n10:00~10:40,다,\n11:00~11:40,,라\n", &expected);
    check(",A,B\nLørdag,,\n10-10:40,가,나\nSøndag,,\n10-10:40,다,\n11-11:40,,라\n", &expected);
    check("날짜,시간,A,B\n8/15,10:00~10:40,가,나\n8/16,10:00~10:40,다,\n,11:00~11:40,,라\n", &expected);
    check("Day 1,,\ntime,A,B\n10:00-10:40,가,나\nDay 2,,\ntime,A,B\n10:00-10:40,다,\n11:00-11:40,,라\n", &expected);
    // Days across, and no rooms.
    let days = ["15 10:00-10:40 가 @ ()", "16 10:00-10:40 나 @ ()", "16 11:00-11:40 다 @ ()"];
    check("시간,8/15(토),8/16(일)\n10:00~10:40,가,나\n11:00~11:40,,다\n", &days);
}

#[test]
fn a_break_is_in_all_rooms_and_so_is_what_stands_in_each() {
    let expected = ["15 12:00-13:00 점심 @A+B+C ()", "15 13:00-13:40 가 @B ()", "15 14:00-14:40 나 @A+B ()"];
    check("시간,A,B,C\n12:00~13:00,점심,,\n13:00~13:40,,가,\n14:00~14:40,나,나,\n", &expected);
}

#[test]
fn a_night_goes_on_after_midnight() {
    check(
        "time,A,B\n22:00-23:30,가,\n23:30-00:30,나,\n00:30-01:30,,다\n",
        &["15 22:00-23:30 가 @A ()", "15 23:30-00:30 나 @A ()", "16 00:30-01:30 다 @B ()"],
    );
}

#[test]
fn nothing_is_lost_without_a_word() {
    let table = "시간,A,B\n10:00~10:40,가,나\n저녁 무렵,뒤풀이,\n11:00~11:40,다,\n※ 바뀔 수 있습니다,,\n";
    let imported = imported(table);
    assert_eq!((imported.program.sessions.len(), imported.left_out), (3, 1));
    let warnings: Vec<String> = imported.warnings.iter().map(|warning| warning.sentence(Language::English)).collect();
    assert!(
        warnings.iter().any(|warning| warning.starts_with("Line 6 (row 6), column B \"A\", \"뒤풀이\": skipped")
            || warning.starts_with("Line 6, column B \"A\", \"뒤풀이\": skipped")),
        "{warnings:?}"
    );
    assert!(warnings.iter().any(|warning| warning.starts_with("Read as a grid with the rooms \"A\", \"B\"")), "{warnings:?}");
}

#[test]
fn what_may_be_a_list_in_another_language_is_no_grid() {
    for table in [
        // Polish: hour, title, speaker.
        "Godzina,Tytuł,Prelegent\n10:00,a,b\n11:00,c,d\n",
        "time,description,speaker\n10:00,a,b\n11:00,c,d\n",
        "시간,큰방\n10:00,가\n11:00,나\n",
    ] {
        let text = format!("# time_zone: Asia/Seoul\n# start: 2026-08-15\n{table}");
        let result = import(text.as_bytes(), &Options::default());
        assert!(result.is_err() || !result.unwrap().program.rooms.iter().any(|room| room.name.contains("Prelegent")), "{table}");
    }
}

#[test]
fn a_year_that_nothing_states_is_asked_for() {
    let refused = |text: &str| {
        import(text.as_bytes(), &Options { time_zone: Some("Asia/Seoul".into()), ..Options::default() })
            .unwrap_err()
            .refusal(Language::English)
    };
    let grid = "시간,1일차 (8/15),,2일차 (8/16),\n,A,B,A,B\n10:00~10:40,가,나,다,라\n11:00~11:40,,,,라\n";
    assert!(refused(grid).message.contains("The year is missing") && refused(grid).hint.contains("# start: 2026-08-15"));
    let counted = "date,start,title\nDay 1,10:00,a\nDay 2,10:00,b\n";
    assert_eq!(refused(counted).message, "The date of the first day is missing: the days are only called \"Day 1\" and the like");
    assert!(refused("start,title\n10:00,a\n11:00,b\n").message.starts_with("The table says nothing about days: 2 rows have"));
}

#[test]
fn rows_about_rooms_stand_below_their_names() {
    let talks = "10:30~11:10,\"시계\n김하나\",\"데이터\n박두리\"\n";
    for head in [
        ",큰방,작은방\n정원,300,60\n",
        "시간,큰방,작은방\n수용인원,300명,60명\n트랙,웹,인프라\n",
        "Time,큰방,작은방\n,(300),(60)\n",
        "Time,큰방,작은방\n,Backend,Frontend\n",
    ] {
        check(&format!("{head}10:00~10:20,여는 말,\n{talks}"), &TALKS);
    }
    // A building is above its rooms.
    check(
        &format!("Time,North,South\n,Room 큰방,Room 작은방\n10:00~10:20,여는 말,\n{talks}"),
        &TALKS.map(|talk| talk.replace('@', "@Room ")).each_ref().map(String::as_str),
    );
}

#[test]
fn lists_side_by_side_share_the_times() {
    let rows = "10:00~10:20,여는 말,,,\n10:30~11:10,시계,김하나,데이터,박두리\n";
    check(&format!("시간,큰방,,작은방,\n,제목,발표자,제목,발표자\n{rows}"), &TALKS);
    check(&format!(",큰방,,작은방,\nTime,Talk,Speaker,Talk,Speaker\n{rows}"), &TALKS);
}

#[test]
fn lists_with_times_of_their_own_stand_below_rooms() {
    let list = "2026-08-15 10:00,10:20,여는 말,,,,\n2026-08-15 10:30,11:10,시계,김하나,2026-08-15 10:30,11:10,데이터,박두리\n";
    let list = list.replace(",,,,\n", ",,,,,\n");
    check(&format!("큰방,,,,작은방,,,\n시작,종료,제목,발표자,시작,종료,제목,발표자\n{list}"), &TALKS);
}

#[test]
fn people_stand_behind_titles() {
    for (before, after) in [(" - ", ""), (" (", ")"), (" | ", ""), (" / ", ""), ("（", "）")] {
        let cell = |title: &str, name: &str| format!("{title}{before}{name}{after}");
        let table = format!(
            "시간,큰방,작은방\n10:00~10:20,여는 말,\n10:30~11:10,{},{}\n11:20~12:00,{},{}\n12:00,끝,\n",
            cell("시계", "김하나"),
            cell("데이터", "박두리"),
            cell("Moths", "Ada Lee"),
            cell("Bees", "Bo van Elm"),
        );
        let others = ["15 11:20-12:00 Moths @큰방 (Ada Lee)", "15 11:20-12:00 Bees @작은방 (Bo van Elm)"];
        check(&table, &[&TALKS[..], &others].concat());
        let warnings = imported(&table).sentences(20, Language::English);
        for remark in ["Names behind titles were taken as the people of 4 sessions", "when the day is over"] {
            assert!(warnings.iter().any(|warning| warning.contains(remark)), "{warnings:?}");
        }
    }
    // What only some titles end with, or always the same, is no name.
    let same = "시간,큰방\n10:00,Moths - Deep Dive\n11:00,Bees - Deep Dive\n12:00,Ants - Deep Dive\n13:00,Flies - Deep Dive\n";
    assert!(
        sessions(&format!("{}\n", same.replace("\n", ",\n").trim_end())).iter().all(|session| session.contains(" - Deep Dive"))
    );
}

#[test]
fn rows_between_full_hours_are_the_times_between() {
    let grid = "Time,Barn,Tent\n9:00,Circle,\n,Knots,Bread\n10:00,,Canoes\n,,\n11:00,Birds,\n,,Stories\n";
    check(
        grid,
        &[
            "15 09:00-09:30 Circle @Barn ()",
            "15 09:30-10:00 Knots @Barn ()",
            "15 09:30-10:00 Bread @Tent ()",
            "15 10:00-11:00 Canoes @Tent ()",
            "15 11:00-11:30 Birds @Barn ()",
            "15 11:30-11:30 Stories @Tent ()",
        ],
    );
    let said = imported(grid).sentences(9, Language::English).join("\n");
    assert!(said.contains("2 rows of the grid have no time") && said.contains("30 minutes apart"), "{said}");
    // People below every title are no sessions.
    check(
        "시간,큰방,작은방\n10:00,여는 말,\n,김하나,\n11:00,시계,데이터\n,이두리,박세찬\n12:00,나무,\n,최네온,\n",
        &[
            "15 10:00-11:00 여는 말 @큰방 ()",
            "15 11:00-12:00 시계 @큰방 (이두리)",
            "15 11:00-12:00 데이터 @작은방 (박세찬)",
            "15 12:00-12:00 나무 @큰방 ()",
        ],
    );
}

#[test]
fn times_may_stand_in_brackets_behind_titles() {
    check(
        "Saturday 15 August 2026,\nMain,Club\nMoths (18:00-18:45),Ants (18:30-19:15)\nHornets (22:30-00:00),DJ Bee (23:00-00:30)\n,DJ Fly (00:30-03:00)\n",
        &[
            "15 18:00-18:45 Moths @Main ()",
            "15 18:30-19:15 Ants @Club ()",
            "15 22:30-00:00 Hornets @Main ()",
            "15 23:00-00:30 DJ Bee @Club ()",
            "16 00:30-03:00 DJ Fly @Club ()",
        ],
    );
}
