//! Kinds of data that say things at unusual places.

use super::{check, check_files, options, refusal};
use crate::import::Options;
use crate::program::Date;

fn first_day() -> Options {
    Options { first_day: Date::parse("2027-03-05"), ..options() }
}

#[test]
fn rooms_with_times_may_be_keys_down_to_the_titles() {
    check(
        r#"{"friday": {"Main Stage": {"19:45": "Moths", "21:00": "Bees"}, "Lawn": {"20:00": "Ants"}}, "saturday": {"Main Stage": {"19:45": "Wasps"}}}"#,
        &first_day(),
        &[
            "05 19:45-21:00 Moths @Main Stage",
            "05 20:00-20:00 Ants @Lawn",
            "05 21:00-21:00 Bees @Main Stage",
            "06 19:45-19:45 Wasps @Main Stage",
        ],
    );
    check(
        r#"{"2027-03-05": {"rooms": {"A1": {"540": {"title": "A", "duration": 30}, "570": {"title": "B", "duration": 45}}, "B2": {"540": {"title": "C", "duration": 60}}}}}"#,
        &options(),
        &["05 09:00-09:30 A @A1", "05 09:00-10:00 C @B2", "05 09:30-10:15 B @A1"],
    );
}

#[test]
fn a_slot_may_have_a_field_for_each_track_or_a_list_of_titles() {
    check(
        "const timetable = [{time: '10:00 ~ 10:50', common: {title: 'Doors'}}, {time: '11:00 ~ 11:40', trackA: {title: 'A', speaker: 'Ada'}, trackB: {title: 'B', speaker: 'Bo'}}];\nexport default timetable;",
        &first_day(),
        &["05 10:00-10:50 Doors", "05 11:00-11:40 A @trackA (Ada)", "05 11:00-11:40 B @trackB (Bo)"],
    );
    check(
        r#"{"date": "2027-03-05", "rooms": ["Oak", "Elm"], "rows": [{"time": "10:00-10:40", "talks": ["On wings", "Legs"]}, {"time": "11:00-11:40", "talks": [null, "On eyes"]}]}"#,
        &options(),
        &["05 10:00-10:40 On wings @Oak", "05 10:00-10:40 Legs @Elm", "05 11:00-11:40 On eyes @Elm"],
    );
}

#[test]
fn a_conference_of_one_day_may_state_it_anywhere_about_itself() {
    check(
        r#"{"event": {"title": "Moths", "info": {"date": "2027-03-05", "place": "Oak"}}, "tracks": [{"name": "Oak", "sessions": [{"title": "A", "startTime": "10:00", "endTime": "10:10"}]}]}"#,
        &options(),
        &["05 10:00-10:10 A @Oak"],
    );
    check(
        r#"{"행사명": "나방", "일시": "2027년 3월 5일 (금) 10:00~18:00", "세션": [{"제목": "날개", "시간": "10:10 ~ 11:00", "발표자": "에이다"}]}"#,
        &options(),
        &["05 10:10-11:00 날개 (에이다)"],
    );
    // On one of two days.
    let several = r#"{"event": {"startDate": "2027-03-05", "endDate": "2027-03-06"}, "sessions": [{"title": "A", "speaker": "Ada", "startTime": "10:00"}]}"#;
    assert!(refusal(several, &options()).contains("no dates"));
}

#[test]
fn dates_in_parts_are_read() {
    check(
        r#"[{"title": "A", "year": 2027, "month": 3, "day": 5, "hour": 10, "minute": 0, "duration": 40, "room": "Oak"}]"#,
        &options(),
        &["05 10:00-10:40 A @Oak"],
    );
    check(
        r#"[{"title": "A", "startTime": [2027, 3, 5, 10, 0], "endTime": [2027, 3, 5, 10, 40], "room": "Oak"}]"#,
        &options(),
        &["05 10:00-10:40 A @Oak"],
    );
}

#[test]
fn pages_of_wordpress_have_dates_of_their_own() {
    check(
        r#"[{"id": 1, "date": "2026-12-01T10:00:00", "date_gmt": "2026-12-01T01:00:00", "modified_gmt": "2026-12-02T01:00:00", "type": "wcb_session", "status": "publish",
            "link": "https://example.org/a/", "title": {"rendered": "A &#8211; B"}, "author": 3, "meta": {"_wcpt_session_time": 1804206600, "_wcpt_session_duration": 1800},
            "session_track": [4], "session_speakers": [{"id": "9", "name": "Ada"}]},
            {"id": 2, "date": "2026-12-01T11:00:00", "date_gmt": "2026-12-01T02:00:00", "modified_gmt": "2026-12-02T01:00:00", "type": "wcb_session", "status": "publish",
            "link": "https://example.org/b/", "title": {"rendered": "C"}, "meta": {"_wcpt_session_time": 1804208400, "_wcpt_session_duration": 3600}, "session_track": [4], "session_speakers": []}]"#,
        &options(),
        &["05 09:30-10:00 A – B (Ada)", "05 10:00-11:00 C"],
    );
}

#[test]
fn names_may_be_in_languages_or_in_a_map() {
    check(
        r#"{"sys": {"type": "Array"}, "items": [{"sys": {"id": "a"}, "fields": {"title": {"en-US": "A"}, "start": {"en-US": "2027-03-05T10:00"}, "end": {"en-US": "2027-03-05T10:40"}, "room": {"en-US": "Oak"}}}]}"#,
        &options(),
        &["05 10:00-10:40 A @Oak"],
    );
    check(
        r#"{"rooms": {"a": "Oak", "b": "Elm"}, "talks": {"t1": {"title": "A", "room": "a", "start": "2027-03-05T10:00"}, "t2": {"title": "B", "room": "b", "start": "2027-03-05T11:00"}}}"#,
        &options(),
        &["05 10:00-10:00 A @Oak", "05 11:00-11:00 B @Elm"],
    );
}

#[test]
fn tracks_called_by_letters_are_rooms_and_numbers_of_others_are_no_names() {
    check(
        r#"{"feconf": [{"title": "A", "track": "A", "start": "2027-03-05T10:00"}, {"title": "B", "track": "B", "start": "2027-03-05T10:00"}]}"#,
        &options(),
        &["05 10:00-10:00 A @A", "05 10:00-10:00 B @B"],
    );
    check(
        r#"{"results": [{"name": "A", "start_time": "2027-03-05T10:00", "locations": [7], "speakers": [12]}]}"#,
        &options(),
        &["05 10:00-10:00 A"],
    );
}

#[test]
fn what_only_has_days_is_refused_for_that() {
    for file in [
        r#"[{"title": "A", "date": "2027-03-05", "speaker": "Ada"}, {"title": "B", "date": "2027-03-06", "speaker": "Bo"}]"#,
        r#"[{"title": "A", "time": "9/14", "speaker": "Ada"}, {"title": "B", "time": "9/15", "speaker": "Bo"}]"#,
    ] {
        assert!(refusal(file, &options()).contains("no time of day"), "{file}");
    }
}

#[test]
fn keys_of_days_are_no_rooms() {
    check_files(
        &[
            (
                "schedule.yml",
                "mar_5:\n  date: 2027-03-05\n  events:\n    - {name: Doors, begin: '9:00', end: '10:00'}\n    - {begin: '10:00', end: '11:00', talks: {oak: ada}}\n",
            ),
            (
                "presentations.yml",
                "ada:\n  title: Wings\n  speakers: [{id: ada, name: Ada}]\nbo:\n  title: Legs\n  speakers: [{id: bo, name: Bo}]\n",
            ),
        ],
        &["05 09:00-10:00 Doors", "05 10:00-11:00 Wings @oak (Ada)"],
    );
}

#[test]
fn a_day_may_be_a_reference_and_a_time_may_stand_in_a_part() {
    check(
        r#"{"days": [{"id": 1, "date": "2027-03-05"}, {"id": 2, "date": "2027-03-06"}], "rooms": [{"id": 1, "name": "Oak"}],
            "sessions": [{"title": "A", "dayId": 2, "roomId": 1, "start": "10:00", "end": "10:40"}]}"#,
        &options(),
        &["06 10:00-10:40 A @Oak"],
    );
    check(
        "export const days: Day[] = [{id: 'friday', date: '2027-03-05'}];\nexport const acts: Act[] = [{name: 'Moths', startTime: '22:00', endTime: '23:00', day: 'friday'}, {name: 'Bees', startTime: '00:30', endTime: '01:00', day: 'friday'}];",
        &options(),
        &["05 22:00-23:00 Moths", "06 00:30-01:00 Bees"],
    );
    check(
        r#"{"days": [{"date": "2027-03-05", "sessions": [{"title": "A", "schedule": {"date": "2027-03-05", "start_time": "09:00", "end_time": "10:00"}, "location": "Oak", "papers": [{"title": "On wings", "authors": ["Ada"]}]}]}]}"#,
        &options(),
        &["05 09:00-10:00 A @Oak"],
    );
}

#[test]
fn records_of_all_types_may_be_beside_the_sessions() {
    check(
        r#"{"data": [{"type": "session", "id": "1", "attributes": {"title": "A", "starts-at": "2027-03-05T10:00:00", "ends-at": "2027-03-05T10:30:00"},
            "relationships": {"room": {"data": {"type": "room", "id": "r1"}}, "speakers": {"data": [{"type": "speaker", "id": "s1"}]}}}],
            "included": [{"type": "room", "id": "r1", "attributes": {"name": "Oak"}}, {"type": "speaker", "id": "s1", "attributes": {"name": "Ada"}}]}"#,
        &options(),
        &["05 10:00-10:30 A @Oak (Ada)"],
    );
}

#[test]
fn tables_without_names_are_grids() {
    check(
        r#"{"header": ["Time", "Oak", "Elm"], "rows": [["10:00", "Wings", "Legs"], ["11:00", "Eyes", "Ears"]], "date": "2027-03-05"}"#,
        &options(),
        &["05 10:00-11:00 Wings @Oak", "05 10:00-11:00 Legs @Elm", "05 11:00-11:00 Eyes @Oak", "05 11:00-11:00 Ears @Elm"],
    );
    // As Google's spreadsheets answer.
    check(
        r#"google.visualization.Query.setResponse({"table": {"cols": [{"label": "Date"}, {"label": "Start"}, {"label": "Title"}, {"label": "Room"}],
            "rows": [{"c": [{"v": "2027-03-05"}, {"v": 0.4, "f": "9:30"}, {"v": "A"}, null]}]}});"#,
        &options(),
        &["05 09:30-09:30 A"],
    );
}

#[test]
fn a_clock_of_twelve_hours_runs_on() {
    check(
        r#"{"Friday": {"Oak": [{"name": "Moths", "start": "12:50", "end": "1:20"}, {"name": "Bees", "start": "2:15", "end": "3:00"}, {"name": "Ants", "start": "8:00", "end": "10:00"}],
            "Elm": [{"name": "Flies", "start": "11:15", "end": "11:45"}]}}"#,
        &first_day(),
        &["05 11:15-11:45 Flies @Elm", "05 12:50-13:20 Moths @Oak", "05 14:15-15:00 Bees @Oak", "05 20:00-22:00 Ants @Oak"],
    );
}

#[test]
fn days_may_be_counted_in_words_and_references_be_records() {
    check(
        r#"{"days": [{"title": "Day One", "sessions": [{"title": "A", "time": "09:00", "room": "Oak"}]}, {"title": "Day Two", "sessions": [{"title": "B", "time": "09:00", "room": "Oak"}]}]}"#,
        &first_day(),
        &["05 09:00-09:00 A @Oak", "06 09:00-09:00 B @Oak"],
    );
    check(
        r#"{"schedule": [{"date": "2027-03-05", "tracks": [{"title": "Oak"}, {"title": "Elm"}], "timeslots": [{"startTime": "09:00", "endTime": "09:40", "sessions": [{"items": [{"id": 1}]}, {"items": [{"id": 2}]}]}]}],
            "sessions": [{"id": 1, "title": "A", "speakers": [{"id": "ada"}]}, {"id": 2, "title": "B"}], "speakers": [{"id": "ada", "name": "Ada"}]}"#,
        &options(),
        &["05 09:00-09:40 A @Oak (Ada)", "05 09:00-09:40 B @Elm"],
    );
}

#[test]
fn rooms_below_a_time_are_rooms_even_once() {
    check(
        r#"{"date": "2027-03-05", "schedule": {"09:00": {"Oak": "A", "Elm": "B"}, "10:00": {"Oak": "C", "Elm": null}}}"#,
        &options(),
        &["05 09:00-10:00 A @Oak", "05 09:00-09:00 B @Elm", "05 10:00-10:00 C @Oak"],
    );
    check(
        r#"{"2027-03-05": {"09:00-09:30": {"Oak": {"title": "A", "speaker": "Ada"}, "Elm": {"title": "B", "speaker": "Bo"}}, "10:00-10:30": "Coffee"}}"#,
        &options(),
        &["05 09:00-09:30 A @Oak (Ada)", "05 09:00-09:30 B @Elm (Bo)", "05 10:00-10:30 Coffee"],
    );
    check(
        r#"{"날짜": "2027-03-05", "타임테이블": [{"시간": "10:00~10:40", "트랙1": {"제목": "날개", "연사": "에이다"}, "트랙2": {"제목": "다리", "연사": "보"}}]}"#,
        &options(),
        &["05 10:00-10:40 날개 @트랙1 (에이다)", "05 10:00-10:40 다리 @트랙2 (보)"],
    );
}
