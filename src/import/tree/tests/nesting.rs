//! What stands in what: slots, rooms, parts of sessions, and days by their numbers.

use super::{check, options, read, rows};
use crate::import::Options;
use crate::program::Date;

fn from_friday() -> Options {
    Options { first_day: Date::parse("2027-03-05"), ..options() }
}

#[test]
fn a_slot_may_have_a_list_of_ids_for_each_room() {
    check(
        r#"{"sessions": [{"id": 1, "title": "Tea"}, {"id": 2, "title": "Moths"}, {"id": 3, "title": "Bees"}],
            "schedule": {"2027-03-05": {"date": "2027-03-05", "tracks": [{"title": "Oak"}, {"title": "Elm"}], "timeslots": [
                {"startTime": "09:00", "endTime": "09:30", "sessions": [[1]]},
                {"startTime": "09:30", "endTime": "10:00", "sessions": [[2], [3]]}]}}}"#,
        &options(),
        &["05 09:00-09:30 Tea", "05 09:30-10:00 Moths @Oak", "05 09:30-10:00 Bees @Elm"],
    );
}

#[test]
fn a_day_may_have_one_stage() {
    check(
        r#"{"friday": {"date": "2027-03-05", "stages": {"Oak": [{"band": "Moths", "from": "20:00", "to": "21:00"}],
                "Elm": [{"band": "Bees", "from": "20:00", "to": "21:00"}]}},
            "saturday": {"date": "2027-03-06", "stages": {"Oak": [{"band": "Ants", "from": "20:00", "to": "21:00"}]}}}"#,
        &options(),
        &["05 20:00-21:00 Moths @Oak", "05 20:00-21:00 Bees @Elm", "06 20:00-21:00 Ants @Oak"],
    );
}

#[test]
fn rooms_of_a_slot_may_have_its_sessions() {
    check(
        "- date: Friday 5 March 2027\n  slots:\n    - time: 09:00 - 09:30\n      plenary: Tea\n    - time: 09:30 - 10:15\n      rooms:\n        \
         Oak: {title: On moths, speaker: Ada}\n        Elm: {title: On bees, speaker: Bo}\n",
        &options(),
        &["05 09:00-09:30 Tea", "05 09:30-10:15 On moths @Oak (Ada)", "05 09:30-10:15 On bees @Elm (Bo)"],
    );
}

#[test]
fn people_on_a_stage_are_contents_also_where_times_have_an_offset() {
    check(
        r#"{"performances": [
            {"name": "Moths", "startTime": "2027-03-05T23:00:00+09:00", "endTime": "2027-03-06T00:30:00+09:00", "artists": [{"name": "Ada"}]},
            {"name": "Bees", "startTime": "2027-03-06T14:00:00+09:00", "endTime": "2027-03-06T15:30:00+09:00", "artists": [{"name": "Bo"}, {"name": "Cy"}]}]}"#,
        &options(),
        &["05 23:00-00:30 Moths", "06 14:00-15:30 Bees"],
    );
}

#[test]
fn one_of_the_times_of_a_talk_is_called_like_the_talk() {
    check(
        "- UID: w1\n  title: On moths\n  presenter: Ada\n  sessions:\n    - name: W1-a\n      start_time: 2027-03-05T09:00:00\n      \
         end_time: 2027-03-05T10:00:00\n    - name: W1-b\n      start_time: 2027-03-06T09:00:00\n      end_time: 2027-03-06T10:00:00\n",
        &options(),
        &["05 09:00-10:00 On moths (Ada)", "06 09:00-10:00 On moths (Ada)"],
    );
}

#[test]
fn numbers_of_days_count_from_the_date_of_the_whole() {
    check(
        r#"{"conference_date": "2027-03-05", "talks": [
            {"title": "Moths", "day": 1, "start_time": "13:20", "duration": 30}, {"title": "Bees", "day": 2, "start_time": "10:30", "duration": 45}]}"#,
        &options(),
        &["05 13:20-13:50 Moths", "06 10:30-11:15 Bees"],
    );
    check(
        r#"{"talks": [{"title": "Moths", "day": 0, "from": "13:20", "to": "13:50"}, {"title": "Bees", "day": 1, "from": "10:30", "to": "11:15"}]}"#,
        &from_friday(),
        &["05 13:20-13:50 Moths", "06 10:30-11:15 Bees"],
    );
}

#[test]
fn a_tag_with_a_date_is_a_day() {
    check(
        r#"<Programm><Tag Datum="2027-03-05"><Raum Name="Eiche"><Vortrag Beginn="10:00" Ende="11:00"><Titel>Motten</Titel></Vortrag>
            <Vortrag Beginn="11:00" Ende="12:00"><Titel>Bienen</Titel></Vortrag></Raum></Tag></Programm>"#,
        &options(),
        &["05 10:00-11:00 Motten @Eiche", "05 11:00-12:00 Bienen @Eiche"],
    );
}

#[test]
fn a_name_beside_a_subject_is_that_of_a_person() {
    let list = r#"{"list": [{"date": "2027-03-05", "time": "10:00 ~ 10:50", "track": "Oak", "subject": "On moths", "name": "Ada"},
        {"date": "2027-03-05", "time": "11:00 ~ 11:50", "track": "Oak", "subject": "On bees", "name": "Bo"}]}"#;
    assert_eq!(rows(&read(list, &options()).program).concat().matches("On ").count(), 2);
    assert_eq!(read(list, &options()).program.sessions[0].speakers, ["Ada"]);
}

#[test]
fn a_line_may_hold_time_and_title() {
    check(
        r#"{"2027-03-05": {"Oak": ["14:00-15:00 Moths", "22:30-00:00 The Bees"], "Elm": ["15:00-16:00: Ants"]}}"#,
        &options(),
        &["05 14:00-15:00 Moths @Oak", "05 15:00-16:00 Ants @Elm", "05 22:30-00:00 The Bees @Oak"],
    );
}

#[test]
fn rooms_that_a_known_format_does_not_name_are_found() {
    check(
        r#"[{"name": "Moths", "begin": "2027-03-05 10:00", "finish": "2027-03-05 10:30", "where": "Oak"},
            {"name": "<b>Bees</b> now", "begin": "2027-03-05 11:00", "finish": "2027-03-05 11:30", "where": "Elm"}]"#,
        &options(),
        &["05 10:00-10:30 Moths @Oak", "05 11:00-11:30 Bees now @Elm"],
    );
}
