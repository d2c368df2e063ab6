//! Forms of conference software and of hand-made data, each as small as it shows what it is about.

use super::{check, check_files, options, refusal};
use crate::import::Options;
use crate::program::Date;

fn first_day() -> Options {
    Options { first_day: Date::parse("2027-03-05"), ..options() }
}

#[test]
fn tracks_hold_their_sessions_and_are_where_they_take_place() {
    // Kaigi on Rails.
    check(
        "- date: 2027-03-05\n  tracks:\n    - name: Oak\n      talks:\n        - {start_at: '10:00', end_at: '10:20', title: Opening}\n        - {start_at: '10:30', end_at: '11:00', title: Moths, speakers: [{name: Ada}]}\n    - name: Elm\n      talks:\n        - {start_at: '10:30', end_at: '11:00', title: Bees}\n- date: 2027-03-06\n  tracks:\n    - name: Oak\n      talks:\n        - {start_at: '10:30', end_at: '11:00', title: Ants}\n",
        &options(),
        &[
            "05 10:00-10:20 Opening @Oak",
            "05 10:30-11:00 Moths @Oak (Ada)",
            "05 10:30-11:00 Bees @Elm",
            "06 10:30-11:00 Ants @Oak",
        ],
    );
    // FEConf.
    check(
        r#"{"title": "Moths", "date": "2027-03-05", "tracks": [{"name": "Track A", "sessions": [{"time": "13:00 - 13:40", "title": "Wings", "speaker": "Ada"}]},
            {"name": "Track B", "sessions": [{"time": "13:00 - 13:40", "title": "Legs"}]}]}"#,
        &options(),
        &["05 13:00-13:40 Wings @Track A (Ada)", "05 13:00-13:40 Legs @Track B"],
    );
    // Slots around their talks, of which one is empty.
    check(
        r#"{"days": [{"date": "2027-03-05", "tracks": [{"name": "Red", "room": {"name": "Oak"}, "slots": [{"start": "09:00", "end": "09:30", "talk": {"title": "A", "speakers": ["Ada"]}}]},
            {"name": "Blue", "room": {"name": "Elm"}, "slots": [{"start": "09:00", "end": "09:30", "talk": {"title": "B"}}, {"start": "09:30", "end": "10:00", "talk": null}]}]}]}"#,
        &options(),
        &["05 09:00-09:30 A @Oak (Ada)", "05 09:00-09:30 B @Elm"],
    );
}

#[test]
fn names_mean_what_they_mean_in_their_form() {
    // CFP.DEV: the event is the conference, and breaks only have a type.
    check(
        r#"[{"fromDate": "2027-03-05T00:30:00Z", "toDate": "2027-03-05T01:20:00Z", "eventName": "Moths", "room": {"name": "Oak"}, "sessionType": {"name": "Talk"}, "timezone": "Asia/Seoul",
            "proposal": {"title": "Wings", "keywords": [{"name": "fly"}], "speakers": [{"fullName": "Ada Moon"}]}},
            {"fromDate": "2027-03-05T01:20:00Z", "toDate": "2027-03-05T01:40:00Z", "eventName": "Moths", "room": {"name": "Oak"}, "sessionType": {"name": "Lunch", "pause": true}, "proposal": null, "timezone": "Asia/Seoul"}]"#,
        &Options::default(),
        &["05 09:30-10:20 Wings @Oak (Ada Moon)", "05 10:20-10:40 Lunch @Oak"],
    );
    // Devoxx until 2019.
    check(
        r#"{"slots": [{"roomId": "room5", "fromTimeMillis": 1804206600000, "toTimeMillis": 1804209600000, "fromTime": "09:30", "toTime": "10:20", "roomSetup": "theatre", "roomName": "Oak",
            "talk": {"title": "Wings", "speakers": [{"name": "Ada"}]}, "break": null},
            {"roomId": "hall", "fromTimeMillis": 1804209600000, "toTimeMillis": 1804210800000, "roomName": "Hall", "talk": null, "break": {"nameEN": "Tea"}}]}"#,
        &options(),
        &["05 09:30-10:20 Wings @Oak (Ada)", "05 10:20-10:40 Tea @Hall"],
    );
    // OpenPlanner.
    check(
        r#"{"event": {"timezone": "Asia/Seoul"}, "sessions": [{"id": "s", "title": "Wings", "dateStart": "2027-03-05T09:30:00", "dateEnd": "2027-03-05T10:00:00", "trackId": "t1", "trackTitle": "Oak"}]}"#,
        &Options::default(),
        &["05 09:30-10:00 Wings @Oak"],
    );
    // Symposion.
    check(
        r#"{"schedule": [{"name": "Wings", "room": "Oak", "start": "2027-03-05T09:30:00", "end": "2027-03-05T10:00:00", "authors": ["Ada"], "contact": [], "conf_key": 7}]}"#,
        &options(),
        &["05 09:30-10:00 Wings @Oak (Ada)"],
    );
}

#[test]
fn records_may_be_wrapped() {
    let session =
        r#""title": "Wings", "startTime": "2027-03-05T09:30:00", "endTime": "2027-03-05T10:00:00", "room": {"name": "Oak"}"#;
    for file in [
        format!(
            r#"{{"data": {{"talks": {{"edges": [{{"node": {{{session}, "speakers": {{"edges": [{{"node": {{"name": "Ada"}}}}]}}}}}}]}}}}}}"#
        ),
        format!(
            r#"{{"records": [{{"id": "rec1", "createdTime": "2026-01-01T00:00:00Z", "fields": {{{session}, "Speakers": ["Ada"]}}}}]}}"#
        ),
        format!(r#"{{"data": [{{"type": "talk", "id": "1", "attributes": {{{session}, "speaker": "Ada"}}}}]}}"#),
    ] {
        check(&file, &options(), &["05 09:30-10:00 Wings @Oak (Ada)"]);
    }
}

#[test]
fn a_slot_names_its_session_by_id() {
    check(
        r#"{"sessions": {"x": {"title": "A", "speakers": ["s"]}, "y": {"title": "B"}}, "speakers": {"s": {"name": "Ada"}}, "schedule": [{"date": "2027-03-05", "slots": [
            {"start": "09:00", "end": "09:30", "room": "Oak", "session": "x"}, {"start": "09:00", "end": "09:30", "room": "Elm", "session": "y"}]}]}"#,
        &options(),
        &["05 09:00-09:30 A @Oak (Ada)", "05 09:00-09:30 B @Elm"],
    );
}

#[test]
fn what_has_no_start_does_not_take_that_of_the_conference() {
    let file = r#"{"results": [{"title": "Moths", "startDate": {"date": "2027-03-05", "time": "09:00:00", "tz": "Asia/Seoul"}, "endDate": {"date": "2027-03-06", "time": "18:00:00"},
        "contributions": [{"title": "Wings", "room": "Oak", "startDate": {"date": "2027-03-05", "time": "09:30:00"}, "endDate": {"date": "2027-03-05", "time": "10:00:00"}},
            {"title": "Poster", "startDate": null, "endDate": null, "duration": 20}]}]}"#;
    check(file, &options(), &["05 09:30-10:00 Wings @Oak"]);
}

#[test]
fn a_program_that_says_nothing_of_days_is_on_the_day_that_is_given() {
    let file =
        r#"{"talks": [{"title": "A", "start": "10:00", "end": "10:30"}, {"title": "B", "start": "11:00", "end": "11:30"}]}"#;
    assert!(refusal(file, &options()).contains("no dates"));
    check(file, &first_day(), &["05 10:00-10:30 A", "05 11:00-11:30 B"]);
    // Hoverboard with tracks for days.
    let tracks = r#"{"schedule": {"track01": {"timeslots": [{"startTime": "13:00", "endTime": "13:40", "sessions": [1]}]}}, "sessions": {"1": {"title": "A"}, "2": {"title": "B"}}}"#;
    check(tracks, &first_day(), &["05 13:00-13:40 A @track01"]);
}

#[test]
fn numbers_are_times_as_far_as_they_are_plausible() {
    let list = |first: &str, second: &str| {
        format!(
            r#"{{"date": "2027-03-05", "talks": [{{"title": "A", "start": {first}, "speaker": "Ada"}}, {{"title": "B", "start": {second}, "speaker": "Bo"}}]}}"#
        )
    };
    check(&list("9", "14"), &options(), &["05 09:00-09:00 A (Ada)", "05 14:00-14:00 B (Bo)"]);
    // 1015 may be 10:15 or 16:55.
    assert!(refusal(&list("915", "1015"), &options()).contains("915"));
    // As a clock, the first would be at 5:40.
    check(
        r#"{"2027-03-05": {"540": {"Oak": {"title": "A", "duration": 30}}, "615": {"Oak": {"title": "B", "duration": 45}, "Elm": {"title": "C", "duration": 45}}}}"#,
        &options(),
        &["05 09:00-09:30 A @Oak", "05 10:15-11:00 B @Oak", "05 10:15-11:00 C @Elm"],
    );
    // Lengths in seconds.
    check(
        r#"[{"name": "A", "start_time": "1804206600", "duration": "1800"}, {"name": "B", "start_time": "1804210200", "duration": "2700"}]"#,
        &options(),
        &["05 09:30-10:00 A", "05 10:30-11:15 B"],
    );
}

#[test]
fn scripts_with_types_and_expressions_are_read() {
    check(
        "import type { Talk } from './types';\n\ninterface Slot { title: string; rooms: string[]; }\n\nexport const talks: Talk[] = [\n  // Morning\n  { title: `Moths`, room: Room.Oak, start: new Date('2027-03-05T09:30'), end: '10:00', speakers: [{ name: \"Ada\" }] as const },\n];\n",
        &options(),
        &["05 09:30-10:00 Moths (Ada)"],
    );
    check(
        "schedule=[{\"title\": \"Moths\", \"start\": \"2027-03-05 09:30\", \"end\": \"10:00\"}]",
        &options(),
        &["05 09:30-10:00 Moths"],
    );
}

#[test]
fn the_year_may_stand_beside_the_day() {
    check_files(
        &[
            (
                "agenda.yml",
                "- day: Friday, March 5\n  year: 2027\n  slots:\n    - time: 9:30 - 10:00\n      events:\n        - {name: Wings, room: Oak}\n",
            ),
            ("rooms.yml", "oak: {name: Oak}\n"),
        ],
        &["05 09:30-10:00 Wings @Oak"],
    );
}

#[test]
fn people_may_be_keys_of_a_map() {
    check(
        r#"{"config": {"timezone": "Asia/Seoul"}, "speakers": {"ada": {"name": "Ada Moon"}}, "sessions": [{"title": "A", "time": "2027-03-05T09:00", "duration": 45, "speakers": ["ada"]}]}"#,
        &Options::default(),
        &["05 09:00-09:45 A (Ada Moon)"],
    );
}

#[test]
fn a_slot_that_is_not_known_is_not_when_the_day_opens() {
    // Conference Hall's sites: slots are in a file of their own.
    let schedule = "- day: '2027-03-05'\n  start: '08:00'\n  rooms:\n    - room: room1\n      slots:\n        - {slot: slot-1, talk: wings}\n        - {slot: slot-2, talk: }\n    - room: room2\n      slots:\n        - {slot: slot-1, talk: legs}\n";
    assert!(refusal(schedule, &options()).contains("\"slot\" says \"slot-1\""));
    check_files(
        &[
            ("schedule.yml", schedule),
            ("slots.yml", "- {key: slot-1, start: '09:20', duration: 50}\n- {key: slot-2, start: '10:20', duration: 50}\n"),
            ("rooms.yml", "- {key: room1, label: Oak}\n- {key: room2, label: Elm}\n"),
        ],
        &["05 09:20-10:10 wings @Oak", "05 09:20-10:10 legs @Elm"],
    );
    let open = r#"{"days": [{"date": "2027-03-05", "start": "08:00", "end": "18:00", "talks": [{"title": "A", "speaker": "Ada"}, {"title": "B", "speaker": "Bo"}]}]}"#;
    assert!(refusal(open, &options()).contains("No session of the file can be shown"));
}

#[test]
fn times_with_a_dot_are_no_dates() {
    check(
        "title: Moths\nfriday:\n  - {start: \"8.45\", title: Tea}\n  - {start: \"9.30\", title: Wings, speaker: Ada}\nsaturday:\n  - {start: \"9.30\", end: \"10.15\", title: Legs}\n",
        &first_day(),
        &["05 08:45-08:45 Tea", "05 09:30-09:30 Wings (Ada)", "06 09:30-10:15 Legs"],
    );
    // What is only described is a break among sessions.
    check_files(
        &[
            (
                "schedule.json",
                r#"[{"date": "2027-03-05", "time": "09.00 - 9.30", "detail": "Tea"}, {"date": "2027-03-05", "time": "9.30 - 10:10", "sessions": [{"track": 1, "sessionId": 6}]}]"#,
            ),
            ("sessions.json", r#"[{"id": 6, "title": "Wings"}]"#),
        ],
        &["05 09:00-09:30 Tea", "05 09:30-10:10 Wings"],
    );
}

#[test]
fn days_are_found_in_titles_and_times_in_quoted_keys() {
    check(
        "days:\n- name: First Day (Friday, March 5th)\n  events:\n    - {title: Wings, time: '10:00 - 11:00'}\n- name: Second Day (Saturday, March 6th)\n  events:\n    - {title: Legs, time: '10:00 - 11:00'}\n",
        &Options { title: Some("Moths 2027".to_owned()), ..options() },
        &["05 10:00-11:00 Wings", "06 10:00-11:00 Legs"],
    );
    check(
        "'09:20 AM':\n  title: Tea\n'10:50 AM':\n- {speaker: Ada, title: Wings, location: Oak}\n- {speaker: Bo, title: Legs, location: Elm}\n",
        &first_day(),
        &["05 09:20-09:20 Tea", "05 10:50-10:50 Wings @Oak (Ada)", "05 10:50-10:50 Legs @Elm (Bo)"],
    );
    // On which days something is.
    let marked = "- {title: Tea, day1: true, day2: true, time: '08:00-09:00'}\n- {title: Nap, day1: false, day2: true, time: '14:45-15:00'}\n- {title: End, day2: true, time: '16:00'}\n";
    assert!(refusal(marked, &first_day()).contains("08:00-09:00"));
}

#[test]
fn titles_may_be_called_events_or_activities() {
    check(
        r#"var data = [{"day": "Friday", "date": "Friday, March 5, 2027", "events": [{"startTime": "08:45", "endTime": "09:15", "event": "Tea", "talks": null, "venue": ""},
            {"startTime": "13:00", "endTime": "14:00", "event": "Talks", "talks": [{"title": "Wings", "startTime": "13:00", "endTime": "13:30"}], "venue": "Oak"}]}];"#,
        &options(),
        &["05 08:45-09:15 Tea", "05 13:00-14:00 Talks @Oak", "05 13:00-13:30 Wings @Oak"],
    );
    check(
        "date: 2027-03-05\nprogram:\n- {time: '11:40 - 12:00', activity: Tea}\n- {time: '12:15 - 13:00', activity: Wings, speaker: Ada}\n",
        &options(),
        &["05 11:40-12:00 Tea", "05 12:15-13:00 Wings (Ada)"],
    );
}

#[test]
fn rooms_are_separated_and_freed_of_what_stands_behind_them() {
    let list = |first: &str| {
        let session = |title: &str, room: &str| {
            format!(r#"{{"title": "{title}", "start": "2027-03-05 09:00", "end": "09:30", "room": "{room}"}}"#)
        };
        format!("[{}, {}, {}]", session("A", first), session("B", "Oak"), session("C", "Elm"))
    };
    check(&list("Oak, Elm"), &options(), &["05 09:00-09:30 A @Oak @Elm", "05 09:00-09:30 B @Oak", "05 09:00-09:30 C @Elm"]);
    let copied = format!("Inn, Hall BSession Type: Panel{}", " and so on".repeat(12));
    check(&list(&copied), &options(), &["05 09:00-09:30 A @Inn, Hall B", "05 09:00-09:30 B @Oak", "05 09:00-09:30 C @Elm"]);
}
