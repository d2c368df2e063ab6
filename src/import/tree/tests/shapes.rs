//! One program for each form.

use super::{check, check_files, options, read, refusal, rows};
use crate::import::Options;
use crate::messages::Language;
use crate::program::Date;

const SLOTS: &str = r#"{"schedule": {"2027-03-05": {"dateReadable": "Fri", "tracks": [{"title": "Oak"}, {"title": "Elm"}],
    "timeslots": [
        {"startTime": "09:00", "endTime": "09:30", "sessions": [{"items": [1]}]},
        {"startTime": "09:30", "endTime": "10:10", "sessions": [{"items": []}, {"items": [2]}]},
        {"startTime": "10:10", "endTime": "10:30", "sessions": [{"items": [1]}]}]}},
    "sessions": {"1": {"title": "Tea", "icon": "cup"}, "2": {"title": "Rust in space", "speakers": ["ada"], "language": "English"}},
    "speakers": {"ada": {"name": "Ada Moon", "title": "Pilot"}, "bo": {"name": "Bo Sun", "title": "Cook"}},
    "tickets": [{"name": "Early", "starts": "2027-01-01", "ends": "2027-02-01"}], "notifications": {"config": {"timezone": "+01:00"}}}"#;

#[test]
fn slots_refer_to_sessions_and_columns_are_rooms() {
    check(SLOTS, &options(), &["05 09:00-09:30 Tea", "05 09:30-10:10 Rust in space @Elm (Ada Moon)", "05 10:10-10:30 Tea"]);
}

#[test]
fn a_session_may_take_several_slots() {
    let file = SLOTS.replace(r#"{"items": [2]}"#, r#"{"items": [2], "extend": 2}"#);
    check(&file, &options(), &["05 09:00-09:30 Tea", "05 09:30-10:30 Rust in space @Elm (Ada Moon)", "05 10:10-10:30 Tea"]);
}

#[test]
fn several_files_are_one_program() {
    check_files(
        &[
            (
                "my/schedule.yml",
                "- date: '2027-03-05'\n  tracks: [{title: Oak}, {title: Elm}]\n  timeslots:\n    - {\n    \tstartTime: '09:30',\n    \tendTime: '10:10',\n    \tsessionIds: [001, 002]\n    }\n",
            ),
            ("my/sessions.yml", "- id: 001\n  title: Bees\n- id: 002\n  title: Ants\n  speakers: [7]\n"),
            ("my/speakers.yml", "- id: 7\n  name: Ada\n  surname: Moon\n"),
        ],
        &["05 09:30-10:10 Bees @Oak", "05 09:30-10:10 Ants @Elm (Ada Moon)"],
    );
    check_files(
        &[
            (
                "sessions.yml",
                "day-1:\n  - {name: Bees, timeslot: slot-1, venue: hall}\nday-2:\n  - {name: Ants, timeslot: slot-1, venue: hall}\n",
            ),
            (
                "timeslots.yml",
                "day-1:\n  slot-1: {timeStart: '2027-03-05T09:30:00+0900', timeEnd: '2027-03-05T10:00:00+0900'}\nday-2:\n  slot-1: {timeStart: '2027-03-06T11:00:00+0900', timeEnd: '2027-03-06T11:30:00+0900'}\n",
            ),
            ("venues.yml", "hall:\n  name: Great Hall\nlawn:\n  name: Lawn\n"),
        ],
        &["05 09:30-10:00 Bees @Great Hall", "06 11:00-11:30 Ants @Great Hall"],
    );
}

#[test]
fn ids_join_sessions_with_slots_rooms_and_people() {
    // The conference starts at midnight by UTC though it is elsewhere, so its clock was written as UTC.
    let file = r#"{"conference": {"name": "Moths 2027", "startDate": 1804204800000, "timeZoneOffset": -300},
        "rooms": [{"id": 1, "name": "Oak"}], "timeSlots": [{"id": 9, "type": "SESSION", "startDate": 1804237200000, "endDate": 1804240800000}],
        "sessions": [{"id": 3, "name": "Night", "roomId": 1, "timeSlotId": 9, "contentIds": [4]}],
        "events": [{"id": 5, "name": "Party", "startDate": 1804269600000, "endDate": 1804273200000}],
        "contents": [{"id": 4, "title": "Lamps", "authors": [{"personId": 8}]}], "people": [{"id": 8, "firstName": "Ada", "lastName": "Moon"}]}"#;
    let imported = read(file, &Options::default());
    assert_eq!(imported.program.time_zone, "-05:00");
    check(file, &Options::default(), &["05 09:00-10:00 Night @Oak", "05 18:00-19:00 Party"]);
}

#[test]
fn days_rooms_and_times_may_be_keys() {
    check(
        r#"{"conference": "Moths 2027", "structure": {"Mar.6": {"R1": [{"title": "B", "time": {"start": "09:30", "end": "10:00"}}]},
            "Mar.5": {"R1": [{"title": "A", "time": {"start": "09:30", "end": "10:00"}}], "R2": []}}}"#,
        &options(),
        &["05 09:30-10:00 A @R1", "06 09:30-10:00 B @R1"],
    );
    // Numbers of rooms are no times.
    check(
        r#"{"2027-03-05": {"101": [{"title": "A", "start": "09:30", "end": "10:00"}], "102": [{"title": "B", "start": "09:30", "end": "10:00"}]}}"#,
        &options(),
        &["05 09:30-10:00 A @101", "05 09:30-10:00 B @102"],
    );
    assert!(
        refusal(
            r#"{"2027-03-05": {"101": [{"title": "A", "speaker": "x"}], "102": [{"title": "B", "speaker": "y"}]}}"#,
            &options()
        )
        .contains("no time of day")
    );
    // Minutes after midnight.
    check(
        r#"{"2027-03-05": {"570": {"Oak": {"title": "A", "duration": 30}, "Elm": {"title": "B", "duration": 45}},
            "655": {"Oak": {"title": "C", "duration": 30}, "Elm": {"title": "D", "duration": 30}}}}"#,
        &options(),
        &["05 09:30-10:00 A @Oak", "05 09:30-10:15 B @Elm", "05 10:55-11:25 C @Oak", "05 10:55-11:25 D @Elm"],
    );
    check(
        r#"{"festival": {"day_1": {"date": "5 Mar, Fri", "stages": {"Main Stage": [{"startTime": "7.30pm", "artist": "Moths", "setDurationMins": 45}],
            "Lawn": [{"startTime": "8.15pm", "artist": "Bees", "setDurationMins": 30}]}}}}"#,
        &Options { file_name: Some("moths-2027".to_owned()), ..options() },
        &["05 19:30-20:15 Moths @Main Stage", "05 20:15-20:45 Bees @Lawn"],
    );
}

#[test]
fn weekdays_and_numbers_of_days_need_the_first_day() {
    let file = r#"{"arena": {"friday": {"Oak": [{"artist": "Moths", "start": "20:00", "end": "21:00"}]},
        "saturday": {"Oak": [{"artist": "Bees", "start": "23:30", "end": "00:30"}]}}}"#;
    let refused = refusal(file, &options());
    assert!(refused.contains("\"20:00\" on \"friday\"") && refused.contains("first day"), "{refused}");
    let first = Options { first_day: Date::parse("2027-03-04"), ..options() };
    check(file, &first, &["05 20:00-21:00 Moths @Oak", "06 23:30-00:30 Bees @Oak"]);
    let numbered = r#"[{"Paper Title": "A", "DAY": 1, "START_TIME": "11:45", "END_TIME": "12:05", "TRACK": "Track A"},
        {"Paper Title": "B", "DAY": 2, "START_TIME": "11:45", "END_TIME": "12:05", "TRACK": "Track A"}]"#;
    check(numbered, &first, &["04 11:45-12:05 A @Track A", "05 11:45-12:05 B @Track A"]);
}

#[test]
fn scripts_are_read_and_never_run() {
    for file in [
        "// Data\n\nvar schedule = {\n program: [{event_date: '2027-03-05', running_order: [{stage_name: 'Oak', acts: [\n {act: 'Moths', start_time: '1100', end_time: '1145',},]}]}]};",
        "export default [{title: 'Moths', room: 'Oak', start: '2027-03-05 11:00', end: '11:45'}];",
        "callback({sessions: [{name: 'Moths', location: {name: 'Oak'}, begin: '2027-03-05T11:00', finish: '2027-03-05T11:45'}]})",
        "module.exports = [\n// one\n{ title: \"Moths\", stage: 'Oak', date: '2027-03-05', time: '11:00 - 11:45' }]",
        "[{\"title\": \"Moths\", \"room\": \"Oak\", \"date\": \"2027-03-05\", \"time\": \"11:00\", \"mins\": 45,}]",
    ] {
        check(file, &options(), &["05 11:00-11:45 Moths @Oak"]);
    }
}

#[test]
fn slots_hold_their_sessions_in_days() {
    check(
        "schedule:\n  - date: 3/5\n    events:\n      - start: 09:30\n        end: '10:15'\n        talks:\n          - {title: A, speaker: Ada, venue: Oak}\n          - {title: B, speaker: Bo, venue: Elm}\n          - {title: , speaker: Cy}\n",
        &Options { file_name: Some("2027".to_owned()), ..options() },
        &["05 09:30-10:15 Cy (Cy)", "05 09:30-10:15 A @Oak (Ada)", "05 09:30-10:15 B @Elm (Bo)"],
    );
    check(
        "schedule:\n  - day: Friday 5th March\n    contents:\n      - {session: Oral 1, title: Wings, start-time: '13:00', end-time: '14:00'}\n      - {session: Welcome, start-time: '09:00', end-time: '09:05'}\n",
        &Options { file_name: Some("bees-2027".to_owned()), ..options() },
        &["05 09:00-09:05 Welcome", "05 13:00-14:00 Wings"],
    );
}

#[test]
fn titles_and_people_may_have_several_languages() {
    check(
        r#"{"schedules": {"data": [{"date": "2027-03-05", "name": "Day 1", "rooms": ["r0"], "slots": {"r0": [
            {"event_id": 1, "title": {"zh_hant": "蜂", "en_us": "Bees"}, "speakers": [{"zh_hant": "月", "en_us": "Moon"}],
             "begin_time": "2027-03-05T01:00:00Z", "end_time": "2027-03-05T01:30:00Z", "break_event": false}], "r1": []}}]},
            "jobs": {"data": [{"sponsor_name": "Hive"}]}}"#,
        &options(),
        &["05 10:00-10:30 蜂 @r0 (月)"],
    );
}

#[test]
fn one_thing_may_happen_several_times() {
    check(
        r#"[{"title": "Slide", "hosted_by_camp": {"name": "Ducks", "id": 1}, "occurrence_set": [
            {"start_time": "2027-03-05 12:00:00", "end_time": "2027-03-05 16:00:00"},
            {"start_time": "2027-03-06 12:00:00", "end_time": "2027-03-06 16:00:00"}]}]"#,
        &options(),
        &["05 12:00-16:00 Slide @Ducks", "06 12:00-16:00 Slide @Ducks"],
    );
}

#[test]
fn fields_may_be_in_other_languages() {
    check(
        r#"[{"jour": "Day 2", "date": "2027-03-05", "scene": "Nef", "artiste": "Moths", "debut": "23:30", "fin": "00:30"}]"#,
        &options(),
        &["05 23:30-00:30 Moths @Nef"],
    );
    check(
        r#"[{"세션명": "나방", "날짜": "2027-03-05", "시간": "13:00 ~ 13:40", "장소": "참나무홀", "연사": "문아다"}]"#,
        &options(),
        &["05 13:00-13:40 나방 @참나무홀 (문아다)"],
    );
}

#[test]
fn apis_of_conference_software_are_read() {
    // Devoxx and other users of CFP.DEV.
    check(
        r#"[{"id": 1, "fromDate": "2027-03-05T00:30:00Z", "toDate": "2027-03-05T01:20:00Z", "room": {"id": 3, "name": "Oak"}, "timezone": "Asia/Seoul",
            "sessionType": {"name": "Conference"}, "proposal": {"id": 5, "title": "Moths", "description": "x", "speakers": [{"firstName": "Ada", "lastName": "Moon", "fullName": "Ada Moon"}]}}]"#,
        &Options::default(),
        &["05 09:30-10:20 Moths @Oak (Ada Moon)"],
    );
    // OpenPlanner.
    check(
        r#"{"event": {"name": "Moths", "timezone": "Asia/Seoul"}, "tracks": [{"id": "t1", "name": "Oak"}], "speakers": [{"id": "a", "name": "Ada"}],
            "sessions": [{"id": "s", "title": "Wings", "dateStart": "2027-03-05T09:30:00", "dateEnd": "2027-03-05T10:00:00", "durationMinutes": 30, "trackId": "t1", "speakerIds": ["a"]}]}"#,
        &Options::default(),
        &["05 09:30-10:00 Wings @Oak (Ada)"],
    );
    // Clashfinder.
    check(
        r#"{"id": "m", "name": "Moths", "timezone": "Asia/Seoul", "locations": [{"name": "Oak", "events": [
            {"name": "Bees", "short": "b", "start": "2027-03-05 19:45", "end": "2027-03-05 20:30"}]}]}"#,
        &Options::default(),
        &["05 19:45-20:30 Bees @Oak"],
    );
    // Indico.
    check(
        r#"{"count": 1, "results": [{"title": "Moths", "contributions": [{"id": "1", "title": "Wings", "startDate": {"date": "2027-03-05", "time": "09:30:00", "tz": "Asia/Seoul"},
            "endDate": {"date": "2027-03-05", "time": "10:00:00", "tz": "Asia/Seoul"}, "roomFullname": "Oak", "speakers": [{"fullName": "Moon, Ada"}]}]}]}"#,
        &Options::default(),
        &["05 09:30-10:00 Wings @Oak (Moon, Ada)"],
    );
    // RubyKaigi and Kaigi on Rails.
    check_files(
        &[
            (
                "schedule.yml",
                "day1:\n  date: 2027-03-05\n  events:\n    - name: Sessions\n      begin: '9:30'\n      end: '10:00'\n      talks: {oak: ada, elm: bo}\n    - {name: Lunch, begin: '12:00', end: '13:00'}\n",
            ),
            (
                "presentations.yml",
                "ada:\n  title: Moths\n  speakers: [{id: ada, name: Ada Moon}]\nbo:\n  title: Bees\n  speakers: [{id: bo, name: Bo Sun}]\n",
            ),
        ],
        &["05 09:30-10:00 Moths @oak (Ada Moon)", "05 09:30-10:00 Bees @elm (Bo Sun)", "05 12:00-13:00 Lunch"],
    );
}

#[test]
fn xml_of_any_kind_is_read() {
    let researchr = "<?xml version='1.0'?><!DOCTYPE event [<!ELEMENT tag (#PCDATA)> <!ATTLIST timeslot is_mirror CDATA #IMPLIED> <!ENTITY bee 'wasp'> <!-- it's > --> ]>\n<event><event_details><title>Moths 2027</title></event_details><timezone_id>Asia/Seoul</timezone_id>\
        <subevent><title>Talks: One</title><room>Inn | Oak</room><date>2027/03/05</date>\
        <timeslot><slot_id>1</slot_id><title>Wings &bee; &amp; more\u{6}</title><room>Inn | Oak</room><date>2027/03/05</date><start_time>15:10</start_time><end_time>17:00</end_time>\
        <persons><person><first_name>Ada</first_name><last_name>Moon</last_name></person></persons></timeslot></subevent></event>";
    check(researchr, &Options::default(), &["05 15:10-17:00 Wings &bee; & more @Inn | Oak (Ada Moon)"]);
    let papers = "<program><session><code>A</code><sessiontitle>Night</sessiontitle><starttime>2027-03-05T10:00:00+09:00</starttime><endtime>2027-03-05T11:00:00+09:00</endtime><room>Oak</room>\
        <papers><paper><starttime>10:00</starttime><endtime>10:30</endtime><papertitle>Lamps</papertitle></paper><paper><starttime>10:30</starttime><endtime>11:00</endtime><papertitle>Moons</papertitle></paper></papers></session>\
        <session><code>B</code><sessiontitle>Day</sessiontitle><starttime>2027-03-05T10:00:00+09:00</starttime><endtime>2027-03-05T11:00:00+09:00</endtime><room>Elm</room></session></program>";
    check(papers, &Options::default(), &["05 10:00-11:00 Night @Oak", "05 10:00-11:00 Day @Elm"]);
    let about = crate::program::plain_text(&read(papers, &Options::default()).program.sessions[0].about);
    assert!(about.contains("10:00 Lamps\n10:30 Moons"), "{about}");
}

#[test]
fn what_is_missing_is_said_with_an_example() {
    for (file, parts) in [
        (
            r#"[{"title": "A", "speakers": ["x"], "abstract": "y"}, {"title": "B", "speakers": []}]"#,
            &["2 entries", "\"A\"", "no field is about a time", "abstract"][..],
        ),
        (r#"{"sessions": [{"title": "A", "start": "TBA"}]}"#, &["\"start\" says \"TBA\""]),
        (
            r#"{"days": [{"day": "2027-03-05", "slots": [{"slot": "slot-1", "talk": "moths"}, {"slot": "slot-2", "talk": "bees"}]}]}"#,
            &["\"slot\" says \"slot-1\"", "another file"],
        ),
        (
            "- title: A\n  time: 9:00\n- title: B\n  time: 10:00\n- title: C\n  time: 11:00\n",
            &["no dates", "\"9:00\"", "into the file as"],
        ),
    ] {
        let refused = refusal(file, &options());
        assert!(parts.iter().all(|part| refused.contains(part)), "{refused}");
    }
    assert!(crate::import::import(SLOTS.as_bytes(), &Options::default()).expect_err("no zone").needs_time_zone());
}

#[test]
fn how_a_file_was_read_is_said() {
    let notes = read(SLOTS, &options()).sentences(10, Language::English).join("\n");
    for part in
        ["\"schedule.*.timeslots.sessions.items\"", "titles from \"title\"", "times from \"startTime\"", "days from the keys"]
    {
        assert!(notes.contains(part), "{notes}");
    }
}

#[test]
fn two_programs_in_one_file_are_refused_with_both() {
    let list = |name: &str, year: u16, title: &str| {
        format!(
            r#""{name}": [{{"title": "{title}", "start": "{year}-03-05 10:00", "end": "11:00"}}, {{"title": "Z", "start": "{year}-03-05 11:00", "end": "12:00"}}]"#
        )
    };
    let file = format!("{{{}, {}}}", list("previousProgram", 2026, "Old"), list("nextProgram", 2027, "New"));
    let refused = refusal(&file, &options());
    assert!(["Old", "New", "previousProgram", "nextProgram"].iter().all(|part| refused.contains(part)), "{refused}");
    // The same sessions by day and by room are read once.
    let twice = format!("{{{}, {}}}", list("byDay", 2027, "A"), list("byRoom", 2027, "A"));
    check(&twice, &options(), &["05 10:00-11:00 A", "05 11:00-12:00 Z"]);
    let more = twice.replacen("]", r#", {"title": "Lunch", "start": "2027-03-05 12:00", "end": "13:00"}]"#, 1);
    check(&more, &options(), &["05 10:00-11:00 A", "05 11:00-12:00 Z", "05 12:00-13:00 Lunch"]);
}

#[test]
fn tables_in_data_are_records() {
    let expected = ["05 10:00-10:45 Bees @Oak", "05 11:00-11:45 Ants @Elm"];
    for file in [
        r#"[["Title", "Date", "Start", "End", "Room"], ["Bees", "2027-03-05", "10:00", "10:45", "Oak"], ["Ants", "2027-03-05", "11:00", "11:45", "Elm"]]"#,
        r#"{"range": "A1:E3", "values": [["제목", "날짜", "시작", "종료", "장소"], ["Bees", "2027-03-05", "10:00", "10:45", "Oak"], ["Ants", "2027-03-05", "11:00", "11:45", "Elm"]]}"#,
        r#"{"columns": [{"name": "title"}, {"name": "start"}, {"name": "end"}, {"name": "room"}], "rows": [["Bees", "2027-03-05T10:00", "2027-03-05T10:45", "Oak"], ["Ants", "2027-03-05T11:00", "2027-03-05T11:45", "Elm"]]}"#,
    ] {
        check(file, &options(), &expected);
    }
}

#[test]
fn titles_may_stand_for_themselves_under_times_and_rooms() {
    check(
        r#"{"2027-03-05": {"10:00": {"Oak": "Bees", "Elm": "Ants"}, "11:00": "Tea", "11:30": {"Oak": "Owls"}}}"#,
        &options(),
        &["05 10:00-11:30 Bees @Oak", "05 10:00-10:00 Ants @Elm", "05 11:00-11:00 Tea", "05 11:30-11:30 Owls @Oak"],
    );
}

#[test]
fn fields_may_be_called_like_columns_of_tables() {
    check(
        r#"[{"제목": "벌", "시작시간": "2027-03-05 10:00", "종료시간": "2027-03-05 10:40", "장소": "큰방", "발표자": ["김하나"]}]"#,
        &options(),
        &["05 10:00-10:40 벌 @큰방 (김하나)"],
    );
    check(
        r#"{"slots": [{"id": "a", "day": "2027-03-05", "from": "10:00", "to": "10:45"}], "talks": [{"title": "Bees", "slot_id": "a"}]}"#,
        &options(),
        &["05 10:00-10:45 Bees"],
    );
    check(
        r#"[{"name": "Bees", "when": {"date": "2027-03-05", "from": "10:00", "until": "10:45"}, "where": {"building": "B1", "room": "Oak"}}]"#,
        &options(),
        &["05 10:00-10:45 Bees @Oak"],
    );
    // FullCalendar.
    check(
        r#"{"resources": [{"id": "a", "title": "Oak"}], "events": [{"resourceId": "a", "title": "Bees", "start": "2027-03-05T10:00", "end": "2027-03-05T10:45"}]}"#,
        &options(),
        &["05 10:00-10:45 Bees @Oak"],
    );
}

#[test]
fn one_date_shows_the_order_of_all() {
    check(
        "<events><event><name>Bees</name><date>05/03/2027</date><time>10:00</time></event><event><name>Ants</name><date>15/03/2027</date><time>11:00</time></event></events>",
        &options(),
        &["05 10:00-10:00 Bees", "15 11:00-11:00 Ants"],
    );
    let doubtful = "<events><event><name>Bees</name><date>05/03/2027</date><time>10:00</time></event><event><name>Ants</name><date>06/03/2027</date><time>11:00</time></event></events>";
    let imported = read(doubtful, &options());
    assert_eq!(rows(&imported.program), ["05 10:00-10:00 Bees", "06 11:00-11:00 Ants"]);
    let warnings = imported.sentences(10, Language::English);
    assert!(warnings.iter().any(|warning| warning.contains("05/03/2027") && warning.contains("2027-03-05")), "{warnings:?}");
}

#[test]
fn another_year_is_another_program() {
    let file = r#"{"2026": [{"title": "Bees", "start": "2026-03-06T10:00"}, {"title": "Ants", "start": "2026-03-06T11:00"}],
        "2027": [{"title": "Owls", "start": "2027-03-05T10:00"}, {"title": "Foxes", "start": "2027-03-05T11:00"}]}"#;
    assert!(refusal(file, &options()).contains("unclear which list"));
    let second = Options { list: Some("2027".to_owned()), ..options() };
    check(file, &second, &["05 10:00-10:00 Owls", "05 11:00-11:00 Foxes"]);
}

#[test]
fn what_happens_online_has_no_room() {
    check(
        r#"[{"title": "Bees", "start": "2027-03-05T10:00", "end": "2027-03-05T10:45", "location": "https://meet.example.org/1"}]"#,
        &options(),
        &["05 10:00-10:45 Bees"],
    );
}

#[test]
fn a_slot_may_use_only_one_room() {
    check(
        r#"{"days": [{"day": "2027-03-05", "slots": [{"start": "10:00", "end": "10:45", "sessions": {"Oak": {"title": "Bees"}, "Elm": {"title": "Ants"}}},
            {"start": "11:00", "end": "11:45", "sessions": {"Elm": {"title": "Owls"}}}]}]}"#,
        &options(),
        &["05 10:00-10:45 Bees @Oak", "05 10:00-10:45 Ants @Elm", "05 11:00-11:45 Owls @Elm"],
    );
}

#[test]
fn cells_without_names_are_known_by_what_they_say() {
    check(
        r#"{"days": [{"day": "2027-03-05", "stages": {"Oak": [["Bees", "19:30", "20:45"], ["Ants", "21:00", "22:00"]], "Elm": [["Owls", "00:30", "02:00"]]}}]}"#,
        &options(),
        &["05 19:30-20:45 Bees @Oak", "05 21:00-22:00 Ants @Oak", "06 00:30-02:00 Owls @Elm"],
    );
    check(
        r#"{"2027-03-05": [["10:00 - 10:45", "Bees"], ["11:00", "Ants"]]}"#,
        &options(),
        &["05 10:00-10:45 Bees", "05 11:00-11:00 Ants"],
    );
    let file = r#"{"2027-03-05": [["10:00", "10:45", "Bees", "Oak"], ["11:00", "11:45", "Ants", "Elm"]]}"#;
    assert!(refusal(file, &options()).contains("No sessions"), "which is the title?");
}
