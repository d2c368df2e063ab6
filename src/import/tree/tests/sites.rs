//! Forms of data as sites of conferences and festivals keep it, in which something is said by what stands around it.

use super::{check, options, read, refusal};
use crate::import::Options;
use crate::messages::Language;
use crate::program::Date;

fn from(day: &str) -> Options {
    Options { first_day: Date::parse(day), ..options() }
}

#[test]
fn lists_without_titles_are_read_by_what_they_describe() {
    check(
        "schedule:\n  - day: Friday\n    date: \"05/03\"\n    activity:\n      - hour: \"07.00 - 15.00\"\n        descr: Doors\n      - hour: \"19.00 - ..\"\n        descr: Moths at night\n  - day: Saturday\n    date: \"06/03\"\n    activity:\n      - hour: \"09.30 - 10.00\"\n        descr: Bees\n",
        &from("2027-03-05"),
        &["05 07:00-15:00 Doors", "05 19:00-19:00 Moths at night", "06 09:30-10:00 Bees"],
    );
    check(
        r#"[{"title": "5. März", "entries": [{"content": "Einlass", "date": "2027-03-05 10:30"}, {"content": "<a href=\"/a.pdf\">Motten</a>", "date": "2027-03-05 11:00"}]}]"#,
        &options(),
        &["05 10:30-10:30 Einlass", "05 11:00-11:00 Motten"],
    );
}

#[test]
fn what_is_only_labelled_stands_beside_what_has_a_title() {
    check(
        "export const rows: Row[] = [{ category: 'event', time: '10:00', label: 'Doors' }, { category: 'talk', startAt: '11:00', endAt: '11:30', list: [{ roomType: 'A', title: 'Moths' }, { roomType: 'B', title: 'Bees' }] }] as const;",
        &from("2027-03-05"),
        &["05 10:00-10:00 Doors", "05 11:00-11:30 Moths @A", "05 11:00-11:30 Bees @B"],
    );
    check(
        "export const entries = [{ kind: 'performance', startTime: '10:00', copyArtist: 'Moths' }, { kind: 'break', startTime: '10:25', label: 'Tea' }] satisfies Entry[];",
        &from("2027-03-05"),
        &["05 10:00-10:00 Moths", "05 10:25-10:25 Tea"],
    );
    check(
        r#"{"date": "2027-03-05", "timeslots": [{"startTime": "09:30", "endTime": "10:00", "events": [{"topic": false, "display": "Doors", "venue": {"name": "Lobby"}}]}]}"#,
        &options(),
        &["05 09:30-10:00 Doors @Lobby"],
    );
}

#[test]
fn days_are_counted_as_sites_count_them() {
    check(
        "saturday1:\n  - title: Moths\n    time: 9h-18h\nwednesday:\n  - title: Bees\n    time: 14h-16h\nsaturday2:\n  - title: Ants\n    time: 10h30-12h\n",
        &from("2027-03-06"),
        &["06 09:00-18:00 Moths", "10 14:00-16:00 Bees", "13 10:30-12:00 Ants"],
    );
    let days = r#"[{"date": "30", "day": "Tuesday", "stops": [{"time": "10:00", "activity": "Moths"}]}, {"date": "31", "day": "Wednesday", "stops": [{"time": "10:00", "activity": "Bees"}]}]"#;
    check(days, &from("2027-03-30"), &["30 10:00-10:00 Moths", "31 10:00-10:00 Bees"]);
    check(
        r#"{"2022": [{"title": "Moths", "date": "2022-09-12 8:00 +0900", "duration": "1:30:00"}, {"title": "Bees", "date": "2022-9-13 16:30:00 +0900", "duration": "00:45:00"}]}"#,
        &options(),
        &["12 08:00-09:30 Moths", "13 16:30-17:15 Bees"],
    );
    check(
        "- title: Moths\n  start: Fri Mar 5 8:30 AM\n  length: 55\n- title: Bees<br>at noon\n  start: Fri Mar 5 12:30 PM\n  length: 30\n",
        &from("2027-03-05"),
        &["05 08:30-09:25 Moths", "05 12:30-13:00 Bees at noon"],
    );
    check(
        r#"{"days": [{"weekday": "Friday", "date": "5 March", "iso": "2027-03-05", "sessions": [{"start": "10:00", "end": "10:30", "title": "Moths"}]}]}"#,
        &options(),
        &["05 10:00-10:30 Moths"],
    );
}

#[test]
fn what_only_says_how_long_it_takes_follows_what_stands_above_it() {
    let days = "- title: Day 1\n  start: 2027-03-05T04:00\n  agenda:\n    - title: Moths\n      duration: 30 minutes\n    - title: Bees\n      duration: 1 hour\n- title: Day 2\n  start: 2027-03-06T12:00\n  agenda:\n    - title: Ants\n      duration: 1 hour\n    - title: Flies\n    - title: Wasps\n      duration: 1 hour\n";
    check(days, &options(), &["05 04:00-04:30 Moths", "05 04:30-05:30 Bees", "06 12:00-13:00 Ants", "06 13:00-13:00 Flies"]);
    let said = read(days, &options()).sentences(9, Language::English).join("\n");
    assert!(said.contains("2 sessions say only how long") && said.contains("Wasps"), "{said}");
    // Of two slots on a day, what is in them is parallel.
    check(
        "- start: 2027-03-05T10:00\n  talks:\n    - title: Moths\n      duration: 30\n    - title: Bees\n      duration: 40\n- start: 2027-03-05T11:00\n  talks:\n    - title: Ants\n      duration: 30\n",
        &options(),
        &["05 10:00-10:40 Bees", "05 10:00-10:30 Moths", "05 11:00-11:30 Ants"],
    );
}

#[test]
fn days_ids_and_missing_values_are_no_rooms() {
    check(
        "days:\n  - name: Meeting\n    rooms:\n      - name: Friday 5 March\n        talks:\n          - name: Moths\n            time_start: \"10:00\"\n            time_end: \"10:30\"\n      - name: Saturday 6 March\n        talks:\n          - name: Bees\n            time_start: \"9:00\"\n            time_end: \"9:30\"\n",
        &from("2027-03-05"),
        &["05 10:00-10:30 Moths", "06 09:00-09:30 Bees"],
    );
    check(
        r#"{"day1Online": {"title": "March 5, 2027 (Online)", "events": [{"time": "10:00 AM - 11:00 AM", "title": "Moths"}]}, "day2Online": {"title": "March 6, 2027 (Online)", "events": [{"time": "10:00 AM - 11:00 AM", "title": "Bees"}]}}"#,
        &options(),
        &["05 10:00-11:00 Moths", "06 10:00-11:00 Bees"],
    );
    check(
        r#"{"records": [{"id": "recA1b2C3d4E5f6G7", "fields": {"Session": "Moths", "Starts": "2027-03-05T10:00", "Room": ["recR1b2C3d4E5f6G7"], "Room name": ["Oak"]}}, {"id": "recA1b2C3d4E5f6G8", "fields": {"Session": "Bees", "Starts": "2027-03-05T11:00", "Room": "TBD"}}]}"#,
        &options(),
        &["05 10:00-10:00 Moths @Oak", "05 11:00-11:00 Bees"],
    );
    check(
        r#"{"date": "2027-03-05", "blocks": [{"start": "10:00", "end": "11:00", "activities": [{"id": "a", "title": "Moths", "room": "Oak"}, {"id": "gap", "type": "gap", "title": ""}]}]}"#,
        &options(),
        &["05 10:00-11:00 Moths @Oak"],
    );
}

#[test]
fn keys_of_a_slot_are_rooms_by_their_names() {
    check(
        r#"{"date": "2027-03-05", "rooms": {"r1": "Oak", "r2": "Elm"}, "agenda": [{"hora": "09:00", "fin": "09:30", "general": "Doors"}, {"hora": "09:30", "fin": "10:00", "r1": {"titulo": "Moths"}, "r2": {"titulo": "Bees"}}]}"#,
        &options(),
        &["05 09:00-09:30 Doors", "05 09:30-10:00 Moths @Oak", "05 09:30-10:00 Bees @Elm"],
    );
    check(
        r#"[{"day": "Day 1", "items": [{"time": "14:00", "tracks": {"a": {"title": "Moths", "speaker": "Ada"}, "b": {"title": "Bees", "speaker": "Bo"}}}, {"time": "14:30", "title": "Tea"}]}]"#,
        &from("2027-03-05"),
        &["05 14:00-14:00 Moths @a (Ada)", "05 14:00-14:00 Bees @b (Bo)", "05 14:30-14:30 Tea"],
    );
}

#[test]
fn the_zone_may_be_stated_by_each_session() {
    let events = r#"{"events": [{"id": 11, "title": "Moths", "start_date": "2027-03-05 18:00:00", "end_date": "2027-03-05 20:00:00", "timezone": "Europe/Berlin", "venue": {"venue": "Oak"}}]}"#;
    check(events, &Options::default(), &["05 18:00-20:00 Moths @Oak"]);
    let kind = r#"{"date": "2027-03-05", "slots": [{"slotType": "shared", "startTime": null, "title": "Moths"}]}"#;
    assert!(!refusal(kind, &options()).contains("shared"), "the kind of a slot is no time");
}

#[test]
fn tracks_have_titles_or_records_or_nothing() {
    check(
        r#"{"2027-03-05": {"10:00": {"Track 1": "Doors", "Track 2": null}, "11:00": {"Track 1": {"title": "Moths"}, "Track 2": {"title": "Bees"}}}}"#,
        &options(),
        &["05 10:00-11:00 Doors @Track 1", "05 11:00-11:00 Moths @Track 1", "05 11:00-11:00 Bees @Track 2"],
    );
    check(
        r#"[{"artistName": "Moths", "start": "2027-03-05T10:00", "stop": "2027-03-05T11:00", "stage": "Oak"}]"#,
        &options(),
        &["05 10:00-11:00 Moths @Oak"],
    );
    // The place in a grid is no time.
    let slots = r#"[{"date": "2027-03-05", "title": "Moths", "start_slot": 0, "end_slot": 2}]"#;
    assert!(!refusal(slots, &options()).is_empty());
}
