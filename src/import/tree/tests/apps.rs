//! Data that apps and sites keep for themselves: short names, grids of cells, rows without names, names of texts.

use super::{check, options, refusal};

#[test]
fn letters_mean_what_their_values_can_only_be() {
    let expected = ["05 10:00-10:40 Wings @Oak", "05 11:00-11:40 Legs @Elm", "06 10:00-10:40 Eyes @Oak"];
    for file in [
        r#"[{"d": "2027-03-05", "p": [{"t": "Wings", "s": "10:00", "e": "10:40", "r": "Oak"}, {"t": "Legs", "s": "11:00", "e": "11:40", "r": "Elm"}]},
            {"d": "2027-03-06", "p": [{"t": "Eyes", "s": "10:00", "e": "10:40", "r": "Oak"}]}]"#,
        r#"[{"n": "Wings", "d": "2027-03-05", "t": "10:00-10:40", "r": "Oak"}, {"n": "Legs", "d": "2027-03-05", "t": "11:00-11:40", "r": "Elm"},
            {"n": "Eyes", "d": "2027-03-06", "t": "10:00-10:40", "r": "Oak"}]"#,
        r#"[{"t": "Wings", "s": "2027-03-05T10:00", "d": 40, "r": "Oak"}, {"t": "Legs", "s": "2027-03-05T11:00", "d": 40, "r": "Elm"},
            {"t": "Eyes", "s": "2027-03-06T10:00", "d": 40, "r": "Oak"}]"#,
    ] {
        check(file, &options(), &expected);
    }
}

#[test]
fn a_number_for_a_room_is_no_name() {
    check(
        r#"{"date": "2027-03-05", "rooms": ["Oak", "Elm"], "list": [{"t": "Wings", "s": "10:00", "e": "10:40", "r": 0}, {"t": "Legs", "s": "11:00", "e": "11:40", "r": 1}]}"#,
        &options(),
        &["05 10:00-10:40 Wings", "05 11:00-11:40 Legs"],
    );
}

#[test]
fn letters_that_leave_a_doubt_mean_nothing() {
    for file in [
        // A number of minutes, an hour, or the number of something?
        r#"{"date": "2027-03-05", "list": [{"t": "Wings", "s": 600, "r": "Oak"}, {"t": "Legs", "s": 660, "r": "Elm"}]}"#,
        // Which of them is the title?
        r#"[{"t": "2027-03-05", "s": "10:00"}, {"t": "2027-03-06", "s": "10:00"}]"#,
        // Minutes, or the day of a month?
        r#"{"date": "2027-03-05", "list": [{"t": "Wings", "s": "10:00", "d": 30}, {"t": "Legs", "s": "11:00", "d": 31}]}"#,
    ] {
        assert!(!refusal(file, &options()).is_empty(), "{file}");
    }
}

#[test]
fn cells_are_in_the_room_of_their_column_at_the_time_of_their_row() {
    let expected = [
        "05 10:00-10:40 On wings @Oak",
        "05 10:00-10:40 On legs @Elm",
        "05 11:00-11:40 On eyes @Elm",
        "05 12:00-12:40 On stings @Oak",
        "05 12:00-12:40 On combs @Elm",
    ];
    let times = r#""times": ["10:00-10:40", "11:00-11:40", "12:00-12:40"]"#;
    for file in [
        format!(
            r#"{{"date": "2027-03-05", "tracks": ["Oak", "Elm"], {times}, "cells": [["On wings", "On legs"], [null, "On eyes"], ["On stings", "On combs"]]}}"#
        ),
        format!(
            r#"[{{"day": "2027-03-05", "rooms": [{{"name": "Oak"}}, {{"name": "Elm"}}], {times},
                "grid": [["On wings", "", "On stings"], [{{"title": "On legs"}}, {{"title": "On eyes"}}, {{"title": "On combs"}}]]}}]"#
        ),
        r#"{"date": "2027-03-05", "rooms": ["Oak", "Elm"], "slots": [{"start": "10:00", "end": "10:40"}, {"start": "11:00", "end": "11:40"}, {"start": "12:00", "end": "12:40"}],
            "rows": [["On wings", "On legs"], ["TBA", "On eyes"], ["On stings", "On combs"]]}"#
            .to_owned(),
        r#"[{"date": "2027-03-05", "rooms": ["Oak", "Elm"], "rows": [{"time": "10:00-10:40", "cells": ["On wings", "On legs"]},
            {"time": "11:00-11:40", "cells": ["", "On eyes"]}, {"time": "12:00-12:40", "cells": ["On stings", "On combs"]}]}]"#
            .to_owned(),
        r#"{"date": "2027-03-05", "rooms": ["Oak", "Elm"], "schedule": {"10:00-10:40": ["On wings", "On legs"], "11:00-11:40": [null, "On eyes"],
            "12:00-12:40": ["On stings", "On combs"]}}"#
            .to_owned(),
    ] {
        check(&file, &options(), &expected);
    }
    // Two people of a talk are not in two rooms.
    check(
        r#"{"date": "2027-03-05", "rooms": ["Oak", "Elm"], "talks": [{"time": "10:00-10:40", "title": "Wings", "notes": ["by day", "by night"]},
            {"time": "11:00-11:40", "title": "Legs", "notes": ["a hundred", "no shoes"]}]}"#,
        &options(),
        &["05 10:00-10:40 Wings", "05 11:00-11:40 Legs"],
    );
    // Ids are no titles.
    let ids = r#"{"date": "2027-03-05", "rooms": ["Oak", "Elm"], "times": ["10:00", "11:00", "12:00"], "cells": [["a1", "b1"], ["a2", "b2"], ["a3", "b3"]]}"#;
    assert!(refusal(ids, &options()).contains("No sessions"));
}

#[test]
fn a_square_of_cells_needs_a_break_to_tell_rows_from_columns() {
    let square = |cells: &str| {
        format!(r#"{{"date": "2027-03-05", "rooms": ["Oak", "Elm"], "times": ["10:00-10:40", "11:00-11:40"], "cells": {cells}}}"#)
    };
    assert!(refusal(&square(r#"[["On wings", "On legs"], ["On eyes", "On stings"]]"#), &options()).contains("No sessions"));
    check(
        &square(r#"[["On wings", "On legs"], ["Lunch", null]]"#),
        &options(),
        &["05 10:00-10:40 On wings @Oak", "05 10:00-10:40 On legs @Elm", "05 11:00-11:40 Lunch @Oak"],
    );
    check(
        &square(r#"[["On wings", "Lunch"], ["On legs", "Lunch"]]"#),
        &options(),
        &[
            "05 10:00-10:40 On wings @Oak",
            "05 10:00-10:40 On legs @Elm",
            "05 11:00-11:40 Lunch @Oak",
            "05 11:00-11:40 Lunch @Elm",
        ],
    );
}

#[test]
fn rows_without_names_are_read_if_their_texts_show_what_they_are() {
    let row = |start: &str, room: &str, title: &str, name: &str| format!(r#"["{start}", "{room}", "{title}", "{name}"]"#);
    let talks = [
        row("10:00", "Oak", "How moths find the lamp at night", "Ada Moon"),
        row("10:00", "Elm", "What the bees say to each other", "Bo Sun"),
        row("11:00", "Oak", "A hundred legs and no shoes", "Cy Wood"),
        row("11:00", "Elm", "Combs, and why they are so regular", "Di Field"),
    ]
    .join(",");
    let file = format!(r#"{{"2027-03-05": [{talks}]}}"#);
    check(
        &file,
        &options(),
        &[
            "05 10:00-11:00 How moths find the lamp at night @Oak (Ada Moon)",
            "05 10:00-11:00 What the bees say to each other @Elm (Bo Sun)",
            "05 11:00-11:00 A hundred legs and no shoes @Oak (Cy Wood)",
            "05 11:00-11:00 Combs, and why they are so regular @Elm (Di Field)",
        ],
    );
    // Names are longer than titles.
    let short = [("Ants", "Ada Moonlight"), ("Bees", "Bo Sunshine"), ("Owls", "Cy Woodland")]
        .map(|(title, name)| row("10:00", "Oak", name, title));
    assert!(refusal(&format!(r#"{{"2027-03-05": [{}]}}"#, short.join(",")), &options()).contains("No sessions"));
    // As long as the names: which are the titles?
    let unclear = ["Ada Moon", "Bo Sunny", "Cy Woods"].map(|name| row("10:00", "Oak", &name.replace('a', "e"), name)).join(",");
    assert!(refusal(&format!(r#"{{"2027-03-05": [{unclear}]}}"#), &options()).contains("No sessions"));
}

#[test]
fn days_and_rooms_may_stand_beside_or_around_titles() {
    check(
        r#"{"days": {"fri": "2027-03-05", "sat": "2027-03-06"}, "talks": [{"title": "Wings", "day": "fri", "time": "10:00", "mins": 40, "room": "Oak"},
            {"title": "Legs", "day": "sat", "time": "11:00", "mins": 40, "room": "Elm"}]}"#,
        &options(),
        &["05 10:00-10:40 Wings @Oak", "06 11:00-11:40 Legs @Elm"],
    );
    check(
        "2027-03-05:\n  '10:00':\n    Aula: Wings\n    Keller: Legs\n  '11:00':\n    Keller: Eyes\n2027-03-06:\n  '9:30':\n    Aula: Stings\n",
        &options(),
        &[
            "05 10:00-10:00 Wings @Aula",
            "05 10:00-11:00 Legs @Keller",
            "05 11:00-11:00 Eyes @Keller",
            "06 09:30-09:30 Stings @Aula",
        ],
    );
}

#[test]
fn scripts_have_names_for_texts_and_lists_of_tracks() {
    check(
        "import x from 'y';\nexport const CONFERENCE_DATE = '2027-03-05';\nenum Room { Oak = 'Great Oak' }\n\
         interface Talk { startTime: string; title: string; speakers?: { name: string }[] }\n\
         export const talks: Talk[] = [\n  { startTime: '10:00', endTime: '10:40', title: 'Wings', room: Room.Oak },\n\
         { startTime: '11:00', endTime: '11:40', title: 'Legs', room: Room.Elm },\n];\n",
        &options(),
        &["05 10:00-10:40 Wings @Great Oak", "05 11:00-11:40 Legs"],
    );
    check(
        "const DATE = '2027-03-05';\nconst trackA = [{ startTime: '10:00', endTime: '10:40', title: 'Wings' }];\n\
         const trackB = [{ startTime: '10:00', endTime: '10:40', title: 'Legs' }];\n",
        &options(),
        &["05 10:00-10:40 Wings @trackA", "05 10:00-10:40 Legs @trackB"],
    );
}
