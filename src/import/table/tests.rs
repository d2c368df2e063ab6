//! Tables as organisers make them, each as small as it shows what it is about.

use crate::import::{Options, import};
use crate::messages::Language;
use crate::program::Date;

fn options() -> Options {
    Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() }
}

/// Compares sessions, written as `05 10:00-10:40 Title @Room`, where 05 is the day of the month.
fn check(table: &str, options: &Options, expected: &[&str]) {
    let program =
        import(table.as_bytes(), options).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English))).program;
    let row = |session: &crate::program::Session| {
        let (start, end) = (session.span.start.to_string(), session.span.end.to_string());
        let rooms = session.rooms.iter().filter_map(|id| program.rooms.iter().find(|room| room.id == *id));
        let rooms: String = rooms.map(|room| format!(" @{}", room.name)).collect();
        format!("{} {}-{} {}{rooms}", &start[8..10], &start[11..16], &end[11..16], session.title)
    };
    assert_eq!(program.sessions.iter().map(row).collect::<Vec<_>>(), expected, "{table}");
}

#[test]
fn the_first_day_may_be_given_beside_the_table() {
    let first_day = Options { first_day: Date::parse("2027-03-05"), ..options() };
    check("Day,Start,End,Title\n1,10:00,10:30,A\n2,10:00,10:30,B\n", &first_day, &["05 10:00-10:30 A", "06 10:00-10:30 B"]);
    check("Start,End,Title\n10:00,10:30,A\n", &first_day, &["05 10:00-10:30 A"]);
}

#[test]
fn dates_with_a_time_of_day_are_starts() {
    // Indico.
    check(
        "Id,Title,Date,Duration,Presenters\n1,Wings,2027-03-05T09:30:00+09:00,30,Ada\n2,Legs,2027-03-05T10:00:00+09:00,30,\n",
        &options(),
        &["05 09:30-10:00 Wings", "05 10:00-10:30 Legs"],
    );
    check(
        "Id,Title,Start date,End date,Room\n1,Wings,05/03/2027 09:30,05/03/2027 10:00,Oak\n2,Legs,13/03/2027 09:30,13/03/2027 10:00,Oak\n",
        &options(),
        &["05 09:30-10:00 Wings @Oak", "13 09:30-10:00 Legs @Oak"],
    );
}

#[test]
fn years_of_two_digits_are_read_where_all_dates_show_their_order() {
    check(
        "Start,End,Title\n3/15/27 9:00,3/15/27 9:30,A\n3/5/27 9:00,3/5/27 9:30,B\n",
        &options(),
        &["05 09:00-09:30 B", "15 09:00-09:30 A"],
    );
    check("날짜,시작,제목\n27.03.05(금),9:00,A\n27.03.06(토),9:00,B\n", &options(), &["05 09:00-09:00 A", "06 09:00-09:00 B"]);
}

#[test]
fn numbers_with_a_dot_are_times_where_that_is_clear() {
    check(
        "Date,Start,End,Title\n2027-03-05,9.3,10,A\n2027-03-05,10,11.15,B\n2027-03-05,13.3,14,C\n",
        &options(),
        &["05 09:30-10:00 A", "05 10:00-11:15 B", "05 13:30-14:00 C"],
    );
}

#[test]
fn lengths_have_units_of_many_languages() {
    check(
        "Date,Start,Duration,Title\n2027-03-05,9:00,PT45M,A\n2027-03-05,10:00,90',B\n2027-03-05,12:00,20分,C\n2027-03-05,13:00,45 Min.,D\n",
        &options(),
        &["05 09:00-09:45 A", "05 10:00-11:30 B", "05 12:00-12:20 C", "05 13:00-13:45 D"],
    );
}

#[test]
fn breaks_of_a_grid_are_for_all_rooms_in_any_language() {
    for tea in ["Pause café", "昼休み", "Almuerzo", "Mittagessen", "茶歇", "점심시간"] {
        let table = format!("2027-03-05,,\nTime,Oak,Elm\n9:00-9:30,Wings,Legs\n9:30-9:45,{tea},\n9:45-10:00,Eyes,\n");
        let tea = format!("05 09:30-09:45 {tea} @Oak @Elm");
        check(&table, &options(), &["05 09:00-09:30 Wings @Oak", "05 09:00-09:30 Legs @Elm", &tea, "05 09:45-10:00 Eyes @Oak"]);
    }
}

#[test]
fn what_happens_may_be_called_content() {
    check(
        "2027년 3월 5일,,,\n시간,내용,발표자,장소\n10:00~10:30,등록,,로비\n10:30~11:10,시계,김하늘,가람홀\n",
        &options(),
        &["05 10:00-10:30 등록 @로비", "05 10:30-11:10 시계 @가람홀"],
    );
}

#[test]
fn people_of_a_grid_may_stand_in_columns_of_their_own() {
    let table = "2027-03-05,,,,\n시간,트랙 1,트랙 1 발표자,트랙 2,트랙 2 발표자\n10:00-10:40,나방,김하늘,벌,박도윤\n10:50-11:30,개미,최유진,꿀,한지우\n";
    check(
        table,
        &options(),
        &["05 10:00-10:40 나방 @트랙 1", "05 10:00-10:40 벌 @트랙 2", "05 10:50-11:30 개미 @트랙 1", "05 10:50-11:30 꿀 @트랙 2"],
    );
    let program = import(table.as_bytes(), &options()).unwrap().program;
    assert_eq!(program.sessions[0].speakers, ["김하늘"]);
}

#[test]
fn tables_may_stand_side_by_side() {
    check(
        "Friday 5 March 2027,,,,Saturday 6 March 2027,,\nTime,Title,Room,,Time,Title,Room\n10:00-10:30,A,Oak,,10:00-10:30,C,Oak\n11:00-11:30,B,Oak,,11:00-11:30,D,Elm\n",
        &options(),
        &["05 10:00-10:30 A @Oak", "05 11:00-11:30 B @Oak", "06 10:00-10:30 C @Oak", "06 11:00-11:30 D @Elm"],
    );
}

#[test]
fn a_time_with_a_date_may_end_with_uhr() {
    check("Titel;Beginn;Ende\nA;05.03.2027 11:00 Uhr;05.03.2027 11:40 Uhr\n", &options(), &["05 11:00-11:40 A"]);
}

#[test]
fn a_table_without_ends_has_sessions_that_last_until_the_next_one_in_their_room() {
    let table = "Date,Start,Room,Title\n2027-03-05,10:00,Oak,A\n2027-03-05,10:00,Elm,B\n2027-03-05,10:40,Oak,C\n2027-03-05,12:00,,Lunch\n\
        2027-03-05,13:00,Elm,D\n2027-03-05,19:00,Elm,E\n2027-03-06,10:00,Oak,F\n";
    let expected = [
        "05 10:00-10:40 A @Oak",
        "05 10:00-12:00 B @Elm",
        "05 10:40-12:00 C @Oak",
        "05 12:00-13:00 Lunch",
        "05 13:00-13:00 D @Elm",
        "05 19:00-19:00 E @Elm",
        "06 10:00-10:00 F @Oak",
    ];
    check(table, &options(), &expected);
    let said = import(table.as_bytes(), &options()).expect("a program").sentences(9, Language::English).join("\n");
    assert!(
        said.contains("4 of them end when the next one in their room begins") && said.contains("3 sessions have no end"),
        "{said}"
    );
    // One end that is stated shows that the others are missing on purpose.
    let table = "Date,Start,End,Title\n2027-03-05,10:00,10:30,A\n2027-03-05,11:00,,B\n2027-03-05,12:00,,C\n";
    check(table, &options(), &["05 10:00-10:30 A", "05 11:00-11:00 B", "05 12:00-12:00 C"]);
}

#[test]
fn the_half_of_the_day_may_have_a_column_of_its_own() {
    let expected = ["05 10:00-11:00 A", "05 11:30-13:00 B", "05 14:00-15:00 C"];
    for table in [
        "Date,Start,AM/PM,End,AM/PM,Title\n2027-03-05,10:00,AM,11:00,AM,A\n2027-03-05,11:30,AM,1:00,PM,B\n2027-03-05,2:00,PM,3:00,PM,C\n",
        "날짜,구분,시작,종료,제목\n2027-03-05,오전,10:00,11:00,A\n,,11:30,1:00,B\n,오후,2:00,3:00,C\n",
        "날짜,오전/오후,시간,제목\n2027-03-05,오전,10:00-11:00,A\n2027-03-05,오전,11:30-1:00,B\n2027-03-05,오후,2:00-3:00,C\n",
        "日付,区分,開始,終了,タイトル\n2027/3/5,午前,10:00,11:00,A\n2027/3/5,午前,11:30,1:00,B\n2027/3/5,午後,2:00,3:00,C\n",
        "日期,时段,时间,时长,议题\n2027-03-05,上午,10:00,1:00,A\n2027-03-05,上午,11:30,1:30,B\n2027-03-05,下午,2:00,1:00,C\n",
    ] {
        check(table, &options(), &expected);
    }
    // A grid has them, too.
    check(
        "2027-03-05,,,\n,시간,큰방,작은방\n오전,10:00,A,B\n,11:00,C,\n오후,1:00,D,E\n,2:00,끝,\n",
        &options(),
        &[
            "05 10:00-11:00 A @큰방",
            "05 10:00-11:00 B @작은방",
            "05 11:00-13:00 C @큰방",
            "05 13:00-14:00 D @큰방",
            "05 13:00-14:00 E @작은방",
        ],
    );
}

#[test]
fn a_grid_may_have_one_time_and_its_breaks_happen_on_every_day() {
    check(
        "5 March 2027,,\nTime,Oak,Elm\n19:00-20:00,Bees,Ants\n",
        &options(),
        &["05 19:00-20:00 Bees @Oak", "05 19:00-20:00 Ants @Elm"],
    );
    check(
        "Time,Friday 5 March 2027,Saturday 6 March 2027\n10:00,Bees,Ants\n11:00,Lunch,Lunch\n12:00,Owls,Foxes\n",
        &options(),
        &[
            "05 10:00-11:00 Bees",
            "05 11:00-12:00 Lunch",
            "05 12:00-12:00 Owls",
            "06 10:00-11:00 Ants",
            "06 11:00-12:00 Lunch",
            "06 12:00-12:00 Foxes",
        ],
    );
}

#[test]
fn columns_have_names_in_the_languages_of_europe() {
    let expected = ["05 10:00-10:45 Bees @Oak", "06 11:00-11:45 Ants @Elm"];
    for (header, days) in [
        ("Data;Godzina;Tytuł;Sala", ["Piątek, 5 marca 2027", "Sobota, 6 marca 2027"]),
        ("Den;Čas;Název;Místnost", ["5. března 2027", "6. března 2027"]),
        ("Datum;Tid;Rubrik;Lokal", ["5 mars 2027", "6 mars 2027"]),
        ("Дата;Время;Название;Зал", ["5 марта 2027", "6 марта 2027"]),
        ("Tarih;Saat;Başlık;Salon", ["5 Mart 2027", "6 Mart 2027"]),
        ("Session date;Session time;Session title;Session location", ["5 March 2027", "6 March 2027"]),
    ] {
        let table = format!("{header}\n{};10:00 - 10:45;Bees;Oak\n{};11:00 - 11:45;Ants;Elm\n", days[0], days[1]);
        check(&table, &options(), &expected);
    }
    check(
        "Dia;Horário;Palestra;Sala\n05/03/2027;09h00 às 09h45;Abelhas;1\n16/03/2027;10h às 10h45;Ursos;2\n",
        &options(),
        &["05 09:00-09:45 Abelhas @1", "16 10:00-10:45 Ursos @2"],
    );
}

#[test]
fn dates_and_names_of_columns_are_understood_as_a_person_would() {
    let expected = ["05 10:00-10:45 Bees @Oak", "05 11:00-11:45 Ants @Elm"];
    for table in [
        // EasyChair numbers its rows, and a weekday shows the order of day and month.
        "#,title,authors,date,time,room\n1,Bees,Ada Moon,Fri 3/5/2027,10:00-10:45,Oak\n2,Ants,Bo Sun,Fri 3/5/2027,11:00-11:45,Elm\n",
        "DTSTART,DTEND,SUMMARY,LOCATION\n20270305T100000,20270305T104500,Bees,Oak\n20270305T110000,20270305T114500,Ants,Elm\n",
        "## Friday, 5 March 2027\n\n| Time | Talk | Room |\n|------|:----:|------|\n| 10:00-10:45 | Bees | Oak |\n| 11:00-11:45 | Ants | Elm |\n",
        "Datum;Zeit;Raum;Vortrag;Dauer\nFr, 05.03.27;10:00;Oak;Bees;45 min\nFr, 05.03.27;11:00;Elm;Ants;0:45\n",
        "날짜,시작,종료,제목,장소\n27.3.5,오전 10시,오전 10시 45분,Bees,Oak\n27.3.5,오전 11시,오전 11시 45분,Ants,Elm\n",
    ] {
        check(table, &options(), &expected);
    }
    // People and places beside each other are columns of a list, not rooms of a grid.
    let unnamed = "日程,時間,題,講演者,場所\n2027年3月5日,10時～10時45分,Bees,山田,Oak\n,11時～11時45分,Ants,佐藤,Elm\n";
    assert!(import(unnamed.as_bytes(), &options()).is_err());
}

#[test]
fn exports_name_columns_in_their_own_way() {
    let expected = ["05 10:00-10:40 Bees @Oak", "05 11:00-11:40 Ants @Elm"];
    for table in [
        "Session Id,Title,Owner Email,Date Submitted,Status,Speakers,Room,Scheduled At,Scheduled Duration\n1,Bees,a@example.org,1 Jan 2027 10:11,Accepted,Ada,Oak,5 Mar 2027 10:00 AM,40\n2,Ants,b@example.org,2 Jan 2027 10:11,Accepted,Bo,Elm,5 Mar 2027 11:00 AM,40\n",
        "ID,Title,Start (date),Start (time),End (date),End (time),Room: en\nA,Bees,2027-03-05,10:00,2027-03-05,10:40,Oak\nB,Ants,2027-03-05,11:00,2027-03-05,11:40,Elm\n",
        "Timestamp,Your name,Title of your talk,Abstract,Date,Start,End,Room\n1/1/2027 10:11:12,Ada,Bees,Text,2027-03-05,10:00,10:40,Oak\n1/2/2027 10:11:12,Bo,Ants,Text,2027-03-05,11:00,11:40,Elm\n",
        "event,session_title,room_name,scheduled_start,scheduled_end\nX,Bees,Oak,2027-03-05 10:00,2027-03-05 10:40\nX,Ants,Elm,2027-03-05 11:00,2027-03-05 11:40\n",
        "Artista;Escenario;Fecha;Hora inicio;Hora fin\nBees;Oak;2027-03-05;10:00;10:40\nAnts;Elm;2027-03-05;11:00;11:40\n",
    ] {
        check(table, &options(), &expected);
    }
    // What a talk was proposed on is no start.
    let proposed = "Title,Speaker,Abstract,Date Submitted\nBees,Ada,On bees,2026-01-01 10:11\nAnts,Bo,On ants,2026-01-02 10:11\nMoths,Cy,On moths,2026-01-03 10:11\n";
    assert!(import(proposed.as_bytes(), &options()).is_err());
}

#[test]
fn what_stands_below_the_evening_is_in_the_night_after_it() {
    let expected = ["05 22:00-23:30 Bees", "06 00:30-02:00 Ants", "06 22:00-23:00 Moths"];
    let first_day = Options { first_day: Date::parse("2027-03-05"), ..options() };
    check(
        "Day,Start,End,Artist\nFriday,22:00,23:30,Bees\nFriday,00:30,02:00,Ants\nSaturday,22:00,23:00,Moths\n",
        &first_day,
        &expected,
    );
    check(
        "Time,Title\nFriday 5 March 2027,\n22:00-23:30,Bees\n00:30-02:00,Ants\nSaturday 6 March 2027,\n22:00-23:00,Moths\n",
        &options(),
        &expected,
    );
    // A date in the row itself is that of its start.
    check(
        "Date,Start,End,Title\n2027-03-05,22:00,23:30,Bees\n2027-03-05,00:30,02:00,Ants\n",
        &options(),
        &["05 00:30-02:00 Ants", "05 22:00-23:30 Bees"],
    );
}

#[test]
fn a_column_of_titles_may_be_called_anything() {
    let table = "Date,Start,End,Kram,Room\n2027-03-05,10:00,10:30,On the wings of moths,Oak\n2027-03-05,10:30,11:00,On bees and ants,Elm\n\
                 2027-03-05,11:00,11:30,On the way home,Oak\n";
    check(
        table,
        &options(),
        &[
            "05 10:00-10:30 On the wings of moths @Oak",
            "05 10:30-11:00 On bees and ants @Elm",
            "05 11:00-11:30 On the way home @Oak",
        ],
    );
    let warned = import(table.as_bytes(), &options()).unwrap().sentences(20, Language::English);
    assert!(warned.iter().any(|sentence| sentence.contains("\"Kram\"")), "{warned:?}");
    check(
        "Datum;Beginn;Dauer;Was;Wo;Wer\n05.03.2027;10:00;45;Motten;Aula;Ada\n13.03.2027;10:00;45;Bienen;Saal;Bo\n",
        &options(),
        &["05 10:00-10:45 Motten @Aula", "13 10:00-10:45 Bienen @Saal"],
    );
}

#[test]
fn named_columns_are_no_rooms_of_a_grid() {
    let table = "Date,Start,End,Kram,Zeug,Room\n2027-03-05,10:00,10:30,On moths,Ada Moon,Oak\n2027-03-05,11:00,11:30,On bees,Bo Sun,Elm\n";
    let refused = import(table.as_bytes(), &options()).expect_err("no title").refusal(Language::English);
    assert!(refused.message.contains("no title"), "{}", refused.message);
}

#[test]
fn dates_without_a_year_before_times_are_asked_for() {
    let table = "일시,프로그램\n3.5.(금) 14:00,나방\n3.6.(토) 10:00~10:30,벌\n";
    assert!(import(table.as_bytes(), &options()).unwrap_err().needs_first_day());
    let first_day = Options { first_day: Date::parse("2027-03-05"), ..options() };
    check(table, &first_day, &["05 14:00-14:00 나방", "06 10:00-10:30 벌"]);
}

#[test]
fn times_below_a_column_called_utc_are_utc() {
    check(
        "title,start_utc,end_utc\nMoths,2027-03-05 01:00:00 UTC,2027-03-05 02:00:00 UTC\nBees,2027-03-05 03:00,2027-03-05 04:00\n",
        &options(),
        &["05 10:00-11:00 Moths", "05 12:00-13:00 Bees"],
    );
    check("title,date,start_utc,end_utc\nMoths,2027-03-05,01:00,02:00\n", &options(), &["05 10:00-11:00 Moths"]);
    check("title,start_utc,start\nMoths,2027-03-05 01:00,2027-03-05 08:00\n", &options(), &["05 08:00-08:00 Moths"]);
}

#[test]
fn what_is_of_the_next_day_or_has_no_end_says_so() {
    check(
        "Date,Start,End,Artist\n2027-03-05,23:45,00:30 (+1),Moths\n2027-03-05,00:30 (+1),02:00 (+1),Bees\n2027-03-06,noon,1 pm,Ants\n",
        &options(),
        &["05 23:45-00:30 Moths", "06 00:30-02:00 Bees", "06 12:00-13:00 Ants"],
    );
    check(
        "Date,Time,Artist\n2027-03-05,13:30-,Moths\n2027-03-05,15:00 - late,Bees\n",
        &options(),
        &["05 13:30-15:00 Moths", "05 15:00-15:00 Bees"],
    );
}

#[test]
fn a_line_above_the_columns_names_the_conference() {
    let named = |above: &str, below: &str| {
        let table = format!("{above}date,start,end,room,title\n2027-03-05,10:00,10:30,Oak,Moths\n{below}");
        import(table.as_bytes(), &Options { file_name: Some("plan".to_owned()), ..options() }).unwrap().program.title
    };
    assert_eq!(named("Moth Conference 2027,,,,\n\n", ""), "Moth Conference 2027");
    assert_eq!(named("나방 학회,,,,\n2027-03-05,,,,\n", ""), "나방 학회");
    let again = "Elm,,,,\ndate,start,end,room,title\n2027-03-05,10:00,10:30,Elm,Bees\n";
    for (above, below) in [
        ("Saturday,,,,\n", ""),
        ("3월 5일,,,,\n", ""),
        ("10:00 - 18:00,,,,\n", ""),
        ("Doors open at nine.,,,,\n", ""),
        ("※ 변경될 수 있음,,,,\n", ""),
        ("Oak,,,,\n", again),
    ] {
        assert_eq!(named(above, below), "plan", "{above}{below}");
    }
}

#[test]
fn columns_say_what_was_decided_and_what_was_not_accepted() {
    check(
        "타임스탬프,발표 제목,희망 시간,확정 날짜,확정 시작,확정 장소,소요,상태\n2026. 8. 1 오후 10:22:33,A,오전,2027-03-05,10:00,큰방,40,확정\n\
            2026. 8. 2 오후 10:22:33,B,오후,2027-03-05,11:00,큰방,40,반려\n2026. 8. 3 오후 10:22:33,C,오후,2027-03-05,13:00,큰방,40,확정\n",
        &options(),
        &["05 10:00-10:40 A @큰방", "05 13:00-13:40 C @큰방"],
    );
    check(
        "Card Name,Start Date,Due Date,Archived\nA,2027-03-05T10:00,2027-03-05T10:40,FALSE\nB,2027-03-05T11:00,2027-03-05T11:40,TRUE\n",
        &options(),
        &["05 10:00-10:40 A"],
    );
    check("Titel,Datum,Beginn,Länge\nA,05.03.2027,10:00,0:40\n", &options(), &["05 10:00-10:40 A"]);
}

#[test]
fn a_column_may_hold_titles_and_people() {
    let table = "#,Start,Mins,Room,Session / Speaker\n,Friday 5 March 2027,,,\n1,10:00,40,Oak,Moths and TCP/IP / Ada Lee\n2,11:00,60,,Lunch\n";
    check(table, &options(), &["05 10:00-10:40 Moths and TCP/IP @Oak", "05 11:00-12:00 Lunch"]);
    let people = import(table.as_bytes(), &options()).expect("a table").program.sessions[0].speakers.clone();
    assert_eq!(people, ["Ada Lee"]);
}

#[test]
fn days_of_the_week_count_from_the_days_that_stand_above() {
    let table = "Bosques\nMadrid, 22 y 23 de octubre de 2026\n\nHora;Actividad;Lugar\nJUEVES 22;;\n9:00 a 9:30 h;Polillas;Patio\nVIERNES 23;;\n10:00 a 12:00 h;Abejas;Aula\n";
    check(table, &options(), &["22 09:00-09:30 Polillas @Patio", "23 10:00-12:00 Abejas @Aula"]);
    let said = import(table.as_bytes(), &options()).expect("a table").sentences(9, Language::English).join("\n");
    assert!(said.contains("2026-10-22"), "{said}");
}

#[test]
fn a_column_may_hold_the_zone() {
    let table = "Name,Start Date,Start Time,End Time,Timezone\nMoths,2027-03-05,09:00,09:15,Europe/London\nBees,2027-03-05,09:15,10:00,Europe/London\n";
    let imported = import(table.as_bytes(), &Options::default()).expect("a table");
    assert_eq!(imported.program.time_zone, "Europe/London");
    assert!(!imported.sentences(9, Language::English).join("\n").contains("Timezone"));
}

#[test]
fn tables_in_markdown_and_asciidoc_are_read_as_they_are_shown() {
    check(
        "# Moths\n\n## Friday, 5 March 2027\n\n| Time | Talk | Speaker | Room |\n|:---|:---|:-:|---|\n| 9:00 – 9:30 | [Wings](wings.md) | **Ada** | Oak |\n| 10:00 – 10:30 | Pipes \\\\| filters | Bo | Elm |\n".replace("\\\\", "\\").as_str(),
        &options(),
        &["05 09:00-09:30 Wings @Oak", "05 10:00-10:30 Pipes | filters @Elm"],
    );
    check(
        "= Moths 2027\n:toc:\n\n== Friday, 5 March 2027\n\n[cols=\"1,3,1\",options=\"header\"]\n|===\n|Time |Title |Room\n\n|09:00-09:15\n|Wings\n|Oak\n\n|10:15-11:00\n|Legs\n|\n|===\n\n== Saturday, 6 March 2027\n\n|===\n|Time |Title |Room\n|10:00-10:45 |Eyes |Elm\n|===\n",
        &options(),
        &["05 09:00-09:15 Wings @Oak", "05 10:15-11:00 Legs", "06 10:00-10:45 Eyes @Elm"],
    );
}

#[test]
fn lines_of_a_mail_are_read_where_they_begin_with_times() {
    check(
        "Hi all,\n\nhere is the final programme.\n\nFriday, 5 March 2027\n\n09:00 - 09:30  Doors (Foyer)\n09:30 - 10:30  Moths (Room 101)\n10:30 - 11:00  Tea\n\nSee you,\nAda\n",
        &options(),
        &["05 09:00-09:30 Doors @Foyer", "05 09:30-10:30 Moths @Room 101", "05 10:30-11:00 Tea"],
    );
    check(
        "[나방 모임 안내]\n■ 일시: 2027년 3월 5일(금)\n■ 장소: 숲\n▶ 일정\n10:00 ~ 10:30 접수\n10:30 ~ 11:20 강의1. 나방\n11:30 ~ 12:20 강의2. 벌\n",
        &options(),
        &["05 10:00-10:30 접수", "05 10:30-11:20 강의1. 나방", "05 11:30-12:20 강의2. 벌"],
    );
    // What only speaks of times is no program.
    for text in ["Let us meet at 10:00 - 11:00.\nOr at 12:00 - 13:00.\nBye\n", "00:01 - joined\n00:02 - left\nfriday\n"] {
        assert!(import(text.as_bytes(), &options()).is_err(), "{text}");
    }
}
