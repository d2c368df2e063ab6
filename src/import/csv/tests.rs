use super::*;
use crate::import::{fields_to_correct, import};
use crate::messages::Language;
use crate::messages::column::Column;
use crate::program::{Kind, Program, plain_text};

const HEAD: &str = "# title: 작은 행사\n# time_zone: Asia/Seoul\n";

fn imported(text: &str) -> Imported {
    import(text.as_bytes(), &Options::default()).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)))
}

fn refused(text: &str) -> String {
    let refusal = import(text.as_bytes(), &Options::default()).unwrap_err().refusal(Language::English);
    assert!(!refusal.hint.is_empty());
    refusal.message
}

fn warnings(text: &str) -> Vec<String> {
    imported(text).warnings.iter().map(|warning| warning.sentence(Language::English)).collect()
}

/// Returns each session as `start end title`, with times without date if both are on the same date.
fn times(program: &Program) -> Vec<String> {
    program
        .sessions
        .iter()
        .map(|session| format!("{} {} {}", session.span.start, session.span.minutes(), session.title))
        .collect()
}

#[test]
fn a_file_can_have_all_columns_and_metadata() {
    let text = "\u{FEFF}# title: 작은 행사,,,\r\n# subtitle: 제1회\r\n# venue: COEX, 서울\r\n# url: https://example.org/a:b\r\n\
        # time_zone: Asia/Seoul\r\n# id: small\r\n# version: 3\r\n# made by hand\r\n\r\n\
        날짜,시작,종료,장소,제목,발표자,분류,난이도,언어,설명,링크,번호\r\n\
        2018.08.18,9:40,10:20,,\"여는 말,\n\"\"환영\"\"\",김무성,Keynote,,ko,,,k1\r\n\
        2018. 8. 18. (토),오후 1:00,오후 1:25,101,나도,강효준/이한,Web,1,,\"첫 문단\n\n둘째\",https://example.org/1,t1\r\n,,,,,,,,,,,\r\n";
    let Imported { program, warnings, .. } = imported(text);
    assert_eq!(warnings, []);
    let head = (program.title.as_str(), program.id.as_str(), program.version.as_str(), program.time_zone.as_str());
    assert_eq!(head, ("작은 행사", "small", "3", "Asia/Seoul"));
    assert_eq!((program.venue.as_deref(), program.url.as_deref()), (Some("COEX, 서울"), Some("https://example.org/a:b")));
    let [opening, talk] = program.sessions.as_slice() else { panic!("{:?}", program.sessions) };
    assert_eq!((opening.title.as_str(), &opening.kind, &opening.track), ("여는 말, \"환영\"", &Kind::Keynote, &None));
    assert_eq!(
        (talk.id.as_str(), talk.track.as_ref().map(crate::program::TrackId::as_str), talk.level.as_deref()),
        ("t1", Some("web"), Some("1"))
    );
    assert_eq!((talk.speakers.len(), plain_text(&talk.about).as_str()), (2, "첫 문단\n둘째"));
    assert_eq!(times(&program), ["2018-08-18T09:40:00+09:00 40 여는 말, \"환영\"", "2018-08-18T13:00:00+09:00 25 나도"]);
}

#[test]
fn every_separator_and_time_format_is_read() {
    let check =
        |table: &str, expected: &[&str]| assert_eq!(times(&imported(&format!("{HEAD}{table}")).program), expected, "{table}");
    let talk = "2018-08-18T13:00:00+09:00 25 A, b";
    check("date;start;end;title\n2018-08-18;13:00;13:25;A, b\n", &[talk]);
    check("date\tstart\tduration\ttitle\n2018/08/18\t1:00 PM\t25 min\tA, b\n", &[talk]);
    check("title,start,end\n\"A, b\",2018-08-18T13:00,2018-08-18 13:25\n", &[talk]);
    check("title,start,end\n\"A, b\",2018-08-18T04:00:00Z,2018-08-18T04:25:00Z\n", &[talk]);
    check("title,start,end\n\"A, b\",2018-08-18T13:00:00+09:00,13:25\n", &[talk]);
    check("날짜,시간,제목\n2018년 8월 18일,13:00~13:25,\"A, b\"\n", &[talk]);
    check("날짜,시간,제목\n2018년 8월 18일,오후 1:00~1:25,\"A, b\"\n", &[talk]);
    check(
        "시간,제목\n2018-08-18 13:00-13:25,\"A, b\"\n2018. 8. 18. 오후 1:00 ~ 1:25,c\n",
        &["2018-08-18T13:00:00+09:00 25 A, b", "2018-08-18T13:00:00+09:00 25 c"],
    );
    check("날짜,시작,종료,제목\n2018-08-18,13시,13시 25분,\"A, b\"\n", &[talk]);
    check("Aug 18\nTimetable of all rooms\n\ndate,start,end,title\n18 Aug 2018,1300,13:25,\"A, b\"\n", &[talk]);
    check("date,start,end,title\n2018-08-18,,,Day 1\n,13:00,13:25,\"A, b\"\n", &[talk]);
    check("date,start,end,title\n18/08/2018,13,13:25,\"A, b\"\n", &[talk]);
    check("start,duration,title\n8/18/2018 13:00,0:25:00,\"A, b\"\n", &[talk]);
    check(
        "Subject,Start Date,Start Time,End Date,End Time,Location\n\"A, b\",08/18/2018,1:00:00 PM,08/18/2018,1:25:00 PM,101\nc,08/09/2018,11:00 PM,08/10/2018,1:00 AM,\n",
        &["2018-08-09T23:00:00+09:00 120 c", talk],
    );
    check(
        "date,start,duration,title\n3/4/2018,13:00,25,a\n4/4/2018,13:00,25,b\n",
        &["2018-04-03T13:00:00+09:00 25 a", "2018-04-04T13:00:00+09:00 25 b"],
    );
    check("행사일,시작일시,종료일시,강의명,강사\n,2018.08.18 13:00,2018.08.18 13:25,\"A, b\",김\n", &[talk]);
    check("date,start,end,title\n2018-08-18,23:00,1:30,late\n", &["2018-08-18T23:00:00+09:00 150 late"]);
    check("date,start,end,title\n2018-08-18,23:00,25:30,late\n", &["2018-08-18T23:00:00+09:00 150 late"]);
    check("date,start,end,title\n2018-08-18,13:00,12:00,wrong\n", &["2018-08-18T13:00:00+09:00 0 wrong"]);
}

#[test]
fn warnings_about_a_row_have_its_line_number() {
    let text = format!(
        "{HEAD}date,start,end,title,mood\n2018-08-18,13:00,13:25,\"a\nb\",x\n18.13.18,14:00,,c\n2018-08-18,soon,,d\n2018-08-18,15:00\n2018-08-18,16:00,17:00,e\n"
    );
    assert_eq!(imported(&text).program.sessions.len(), 3);
    assert_eq!(
        warnings(&text),
        [
            "Columns that are not used: \"mood\"",
            "Line 6 (row 5), column A \"date\", \"c\": skipped: its start \"18.13.18\" is not a date and a time",
            "Line 7 (row 6), column B \"start\", \"d\": skipped: its start \"soon\" is not a date and a time",
            "Line 8: it has no title; shown as \"–\"",
            "1 session has no end: \"–\"",
        ]
    );
    assert_eq!(
        warnings(&format!("# mood: good\n{HEAD}title,start,end\na,2018-08-18T13:00,13:30\n"))[0],
        "Line 1: there is no setting \"mood\""
    );
}

#[test]
fn names_of_the_same_are_read_from_lines_above_a_table() {
    let lines = "# alias: 장고 = Django,,\n\"# 별칭: 쿠버네티스 = Kubernetes = k8s\",\n# alias: alone =\n";
    let text = format!("{lines}{HEAD}title,start,end\na,2018-08-18T13:00,13:30\n");
    assert_eq!(imported(&text).program.aliases, ["장고 = Django", "쿠버네티스 = Kubernetes = k8s"]);
    assert_eq!(warnings(&text), ["Line 3: \"alone =\" is not two names of the same; write them as \"장고 = Django\""]);
}

#[test]
fn a_weekday_that_contradicts_its_date_gives_a_warning() {
    let wrong = |table: &str| {
        let all = warnings(&format!("{HEAD}{table}"));
        all.into_iter().filter(|warning| warning.contains("weekday")).collect::<Vec<_>>()
    };
    assert_eq!(
        wrong(
            "날짜,시작,종료,제목\n2026-08-15 (금),10:00,11:00,가\n2026-08-15 (금),11:00,12:00,나\n2026-08-16 (일),11:00,12:00,다\n"
        ),
        ["Line 4, column A \"날짜\", \"가\": \"2026-08-15 (금)\" has the wrong weekday: 2026-08-15 is a Saturday"]
    );
    assert_eq!(wrong("start,end,title\n\"Fri, 15 Aug 2026 10:00\",11:00,a\n").len(), 1);
    assert_eq!(wrong("start,end,title\n2026년 8월 15일 금요일 10:00,11:00,a\n").len(), 1);
    assert_eq!(wrong("요일,날짜,시작,종료,제목\n금,2026-08-15,10:00,11:00,a\n토,2026-08-15,11:00,12:00,b\n").len(), 1);
    assert!(wrong("요일,날짜,시작,종료,제목\n토,2026-08-15,10:00,11:00,a\n일요일,2026-08-16,10:00,11:00,b\n").is_empty());
    assert!(wrong("요일,시작,종료,제목\n2026-08-15(토),10:00,11:00,a\n").is_empty());
}

#[test]
fn dates_in_an_unclear_order_are_never_taken_silently() {
    let lost = warnings(&format!(
        "{HEAD}date,start,end,title\n03/04/2026,10:00,11:00,a\n03/04/2026,11:00,12:00,b\n2026-04-03,9:00,10:00,c\n"
    ));
    assert_eq!(lost.iter().filter(|warning| warning.contains("may be 2026-04-03 or 2026-03-04")).count(), 2, "{lost:?}");
    let guessed = warnings(&format!("{HEAD}start,end,title\n03/04/2026 10:00,11:00,a\n04/04/2026 11:00,12:00,b\n"));
    assert!(guessed[0].contains("\"03/04/2026 10:00\" are ambiguous; they were read like 2026-04-03"), "{guessed:?}");
    assert!(warnings(&format!("{HEAD}start,end,title\n03/04/2026 10:00,11:00,a\n13/04/2026 11:00,12:00,b\n")).is_empty());
}

#[test]
fn a_status_can_cancel_a_session() {
    let cancelled = |column: &str, status: &str| {
        let text = format!("{HEAD}start,end,title,{column}\n2026-08-15 10:00,11:00,a,{status}\n");
        imported(&text).program.sessions[0].cancelled
    };
    for (column, status) in [
        ("상태", "취소"),
        ("상태", "취소됨(개인 사정)"),
        ("Status", "Cancelled"),
        ("status", "CANCELED"),
        ("state", "[취소]"),
        ("취소 여부", "O"),
        ("Cancelled?", "yes"),
    ] {
        assert!(cancelled(column, status), "{column} {status}");
    }
    for (column, status) in
        [("상태", "확정"), ("상태", ""), ("status", "yes"), ("status", "confirmed"), ("cancelled", "no"), ("상태", "취소 아님")]
    {
        assert!(!cancelled(column, status), "{column} {status}");
    }
}

#[test]
fn misspelt_columns_are_named() {
    let rows = "2026-08-15,10:00,11:00,a,b\n";
    assert!(
        warnings(&format!("{HEAD}날짜,시작,종료,제목,발효자\n{rows}"))
            .contains(&"The column \"발효자\" is not used; is \"발표자\" meant?".to_owned())
    );
    assert_eq!(warnings(&format!("{HEAD}date,start,end,title,mood\n{rows}")), ["Columns that are not used: \"mood\""]);
    let refusal = |text: &str| import(text.as_bytes(), &Options::default()).unwrap_err().refusal(Language::English);
    let refused = refusal(&format!("{HEAD}date,start,end,tittle,speakers\n{rows}"));
    assert!(
        refused.message.contains("The table has no title") && refused.hint.contains("\"tittle\" meant as \"title\""),
        "{refused:?}"
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_loses_no_row() {
    let text = format!(
        "{HEAD}date,start,end,title\n2026-08-15,9:00,10:00,\"a\n2026-08-15,10:00,11:00,\"b, c\"\n2026-08-15,11:00,12:00,d\n"
    );
    assert_eq!(
        imported(&text).program.sessions.iter().map(|session| session.title.as_str()).collect::<Vec<_>>(),
        ["a", "b, c", "d"]
    );
    assert!(warnings(&text)[0].starts_with("Line 4: a quotation mark is never closed"), "{:?}", warnings(&text));
}

#[test]
fn dates_without_a_year_are_in_that_of_the_conference() {
    let dates = |title: &str, table: &str| {
        let program = imported(&format!("# title: {title}\n# time_zone: KST\n{table}")).program;
        program.sessions.iter().map(|session| session.span.start.date().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(dates("모임 2026", "날짜,시작,제목\n8월 15일 (토),10:00,가\n8/16,10:00,나\n"), ["2026-08-15", "2026-08-16"]);
    assert_eq!(dates("모임", "날짜,시작,제목\n26.08.15,10:00,가\n20260816,10:00,나\n"), ["2026-08-15", "2026-08-16"]);
    assert_eq!(dates("Meeting", "start,title\nAug 15 10:00,a\n2026-08-16 10:00,b\n"), ["2026-08-15", "2026-08-16"]);
    // Neither the year nor the order of 3/4 is known.
    assert_eq!(dates("모임", "날짜,시작,제목\n2026-08-15,10:00,가\n2027-08-15,10:00,가\n8/16,10:00,나\n").len(), 2);
    assert_eq!(dates("Meeting", "date,start,title\n2026-08-15,10:00,a\n3/4,10:00,b\n").len(), 1);
    // One date shows the order of all.
    for (table, expected) in [
        ("date,start,title\n3/5,10:00,a\n3/17,10:00,b\n", ["2026-03-05", "2026-03-17"]),
        ("date,start,title\n5/3,10:00,a\n17/3,10:00,b\n", ["2026-03-05", "2026-03-17"]),
        ("Datum,Beginn,Titel\n5.3.,10:00,a\n6.3.,10:00,b\n", ["2026-03-05", "2026-03-06"]),
    ] {
        assert_eq!(dates("Meeting 2026", table), expected, "{table}");
    }
}

#[test]
fn a_row_with_only_a_date_opens_a_day() {
    let text =
        format!("{HEAD}시작,종료,제목\n2026년 8월 15일 (토),,\n10:00,10:20,가\n11:00,11:20,나\n,,8월 16일\n10:00,10:20,다\n");
    let expected = ["2026-08-15T10:00:00+09:00 20 가", "2026-08-15T11:00:00+09:00 20 나", "2026-08-16T10:00:00+09:00 20 다"];
    assert_eq!((times(&imported(&text).program), warnings(&text).len()), (expected.map(str::to_owned).to_vec(), 0));
}

#[test]
fn the_header_is_the_line_with_the_most_known_names() {
    let text = format!("{HEAD},일시,,세션,\n날짜,시작,종료,제목,발표자\n2018-08-18,13:00,13:25,가,김하나\n");
    assert_eq!(times(&imported(&text).program), ["2018-08-18T13:00:00+09:00 25 가"]);
    assert_eq!(imported(&text).program.sessions[0].speakers, ["김하나"]);
}

#[test]
fn words_for_nothing_are_nothing_and_words_for_all_are_all_rooms() {
    let text = format!(
        "{HEAD}날짜,시작,종료,장소,제목,발표자,트랙,난이도,소개\n2018-08-18,12:00,13:00,전체,** 점심 **,-,-,TBD,미정\n\
         2018-08-18,13:00,-,큰방,TBA,TBA,웹,입문,글\n2018-08-18,14:00,15:00,작은방,나,미정,웹,입문,글\n2018-08-18,15:00,16:00,TBD,다,김하나,웹,,\n"
    );
    let program = imported(&text).program;
    let [lunch, first, second, third] = program.sessions.as_slice() else { panic!("{:?}", program.sessions) };
    assert_eq!((lunch.title.as_str(), lunch.rooms.len(), &lunch.track, &lunch.level), ("점심", 2, &None, &None));
    assert!(lunch.speakers.is_empty() && lunch.about.is_empty() && first.speakers.is_empty() && second.speakers.is_empty());
    assert_eq!((first.title.as_str(), third.rooms.len(), program.rooms.len()), ("TBA", 0, 2));
    assert_eq!(warnings(&text), ["1 session has no end: \"TBA\""]);
}

#[test]
fn pasted_characters_do_not_matter() {
    let text = format!("{HEAD}\u{200B}날짜,시작,종료,제목\n2018\u{2011}08\u{2011}18,\u{200B}13:00,13：25\u{A0},가\n");
    assert_eq!(times(&imported(&text).program), ["2018-08-18T13:00:00+09:00 25 가"]);
}

#[test]
fn parallel_sessions_share_merged_times() {
    let text = format!(
        "{HEAD}날짜,시작,종료,장소,제목,발표자\n2018-08-18,10:00,10:40,A,가,\n,,,B,나,\n,,,C,다,\n,11:00,11:30,A,라,\n,,,B,마,\n\
         ,,,,시간 미정,김하나\n,,,A,같은 방,\n,,,,※ 바뀔 수 있음,\n"
    );
    let at = |clock: &str, title: &str| format!("2018-08-18T{clock} {title}");
    let expected = [
        at("10:00:00+09:00 40", "가"),
        at("10:00:00+09:00 40", "나"),
        at("10:00:00+09:00 40", "다"),
        at("11:00:00+09:00 30", "라"),
        at("11:00:00+09:00 30", "마"),
    ];
    assert_eq!(times(&imported(&text).program), expected);
    assert_eq!(imported(&text).left_out, 3);
}

#[test]
fn a_row_that_is_lost_names_its_cell() {
    let check = |table: &str, expected: &str| {
        let text = format!("{HEAD}{table}");
        assert!(warnings(&text).iter().any(|warning| warning.starts_with(expected)), "{:?}", warnings(&text));
    };
    let talk = "2018-08-18,9:00,,A\n";
    check(&format!("date,start,end,title\n{talk}2018-08-18,soon,,B\n"), "Line 5, column B \"start\", \"B\": skipped");
    check(&format!("date,start,end,title\n{talk},,,B\n"), "Line 5, column B \"start\", \"B\": skipped");
    check(&format!("날짜,시작,종료,제목\n{talk}언젠가,10:00,,B\n"), "Line 5, column A \"날짜\", \"B\": skipped");
    check(&format!("date,start,end,title\n{talk}2018-08-18,10:00,late,B\n"), "Line 5, column C \"end\", \"B\": its end");
    check(&format!("date,start,length,title\n{talk}2018-08-18,10:00,long,B\n"), "Line 5, column C \"length\", \"B\": its end");
    check("date,start,title\n2018-08-18,9:00,A\n2018-08-18,10:00 - whenever,B\n", "Line 5, column B \"start\", \"B\": ");
}

#[test]
fn tables_without_the_required_columns_are_refused() {
    assert!(refused("title,start\na,2018-08-18T13:00\n").contains("has no time zone"));
    assert!(refused("a,b\n1,2\n").contains("it begins with \"a,b 1,2\""));
    let as_csv = Options { format: Some(crate::import::Format::Csv), ..Options::default() };
    let message = |text: &str| import(text.as_bytes(), &as_csv).unwrap_err().refusal(Language::English).message;
    assert_eq!(message("제목,내용\n가,나\n"), "The table has no start: its first line says \"제목\", \"내용\"");
    assert_eq!(message("x,y\n1,2\n"), "The table has neither a title nor a start: its first line says \"x\", \"y\"");
    assert_eq!(message("# title: a\n"), "The file is empty");
    assert_eq!(refused(&format!("{HEAD}title,start\n")), "No sessions were found in the file");
    assert!(refused("# time_zone: Asia/Seol\ntitle,start\na,2018-08-18T13:00\n").contains("no time zone \"Asia/Seol\""));
}

#[test]
fn tables_from_spreadsheets_in_utf_16_are_read() {
    let table = format!("{HEAD}날짜\t시작\t종료\t제목\n2018-08-18\t13:00\t13:25\tA, b\n");
    let bytes: Vec<u8> = std::iter::once(0xFEFF).chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(times(&import(&bytes, &Options::default()).unwrap().program), ["2018-08-18T13:00:00+09:00 25 A, b"]);
}

#[test]
fn choosing_the_guessed_meanings_gives_the_same_program() {
    let text =
        format!("{HEAD}title,start date,start time,end date,end time,mood\nHackathon,2018-08-18,20:00,2018-08-20,09:00,wild\n");
    let guessed = imported(&text);
    assert_eq!(times(&guessed.program), ["2018-08-18T20:00:00+09:00 2220 Hackathon"]);
    let meanings = guessed.columns.iter().map(|(_, meaning)| *meaning).collect();
    let told = import(text.as_bytes(), &Options { columns: meanings, ..Options::default() }).unwrap();
    assert_eq!(told.program, guessed.program);
}

#[test]
fn a_table_without_a_header_is_read_by_its_cells_and_says_so() {
    let row = |clock: &str, room: &str, title: &str, person: &str| format!("2026-08-15,{clock},{room},{title},{person}\n");
    let text = [
        HEAD.to_owned(),
        row("10:00,10:20", "큰방", "작은 모임을 여는 말", "이하나"),
        row("10:30,11:10", "큰방", "러스트로 만든 작은 시계", "박두리"),
        row("10:30,11:10", "작은방", "데이터가 새는 곳을 찾아서", "최세나"),
        row("13:30,14:10", "작은방", "화면을 읽어 주는 방법", "정다솜"),
    ]
    .concat();
    assert_eq!(imported(&text).program.sessions.len(), 4);
    assert_eq!(times(&imported(&text).program)[0], "2026-08-15T10:00:00+09:00 20 작은 모임을 여는 말");
    assert!(warnings(&text)[0].starts_with("The table has no header; taken by what is in them: A as date, B as start, C as end"));
}

#[test]
fn notes_below_a_table_are_no_sessions() {
    let text = format!("{HEAD}날짜,시간,제목\n2026-08-15,10:00~10:40,가\n,,\n※ 바뀔 수 있습니다,,\n");
    assert_eq!((imported(&text).program.sessions.len(), imported(&text).left_out), (1, 0));
}

#[test]
fn columns_of_a_refused_table_can_be_named() {
    let table = "Wie es heisst,,wo,losgehts\nBees,2027-03-05 10:00,Oak,x\nAnts,2027-03-05 11:00,Elm,y\n";
    let told = |fields: &[(&str, Option<Column>)]| Options {
        time_zone: Some("Asia/Seoul".to_owned()),
        fields: fields.iter().map(|(name, column)| ((*name).to_owned(), *column)).collect(),
        ..Options::default()
    };
    let columns = |options: &Options| {
        let error = import(table.as_bytes(), options).expect_err("no title and start");
        fields_to_correct(&error, options).into_iter().map(|(name, column)| (name, column.map(Column::word))).collect::<Vec<_>>()
    };
    let shown = |meanings: [Option<&'static str>; 4]| {
        let names = ["Wie es heisst", "B", "wo", "losgehts"];
        names.map(str::to_owned).into_iter().zip(meanings).collect::<Vec<_>>()
    };
    let mut chosen = vec![("losgehts", Some(Column::Title))];
    assert_eq!(columns(&told(&chosen)), shown([None, None, Some("room"), Some("title")]));
    // Another one for the same meaning takes its place.
    chosen.push(("Wie es heisst", Some(Column::Title)));
    assert_eq!(columns(&told(&chosen)), shown([Some("title"), None, Some("room"), None]));
    chosen.extend([("B", Some(Column::Start)), ("wo", Some(Column::Room))]);
    let program = import(table.as_bytes(), &told(&chosen)).expect("a program").program;
    let rows: Vec<String> = program
        .sessions
        .iter()
        .map(|session| format!("{} {} {}", session.span.start.clock(), session.title, program.rooms[0].name))
        .collect();
    assert_eq!(rows, ["10:00 Bees Oak", "11:00 Ants Oak"]);
}
