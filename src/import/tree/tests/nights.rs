//! What begins after midnight of a day.

use super::{check, options, read};
use crate::import::Options;
use crate::messages::Language;
use crate::program::Date;

fn first_day() -> Options {
    Options { first_day: Date::parse("2027-03-05"), ..options() }
}

#[test]
fn what_stands_below_the_evening_is_in_the_night_after_it() {
    let file = r#"{"friday": {"Oak": [{"artist": "Moths", "start": "22:00", "end": "23:30"}, {"artist": "Bees", "start": "00:30", "end": "02:00"}],
        "Elm": [{"artist": "Ants", "start": "01:00", "end": "01:30"}]},
        "saturday": {"Oak": [{"artist": "Wasps", "start": "00:15", "end": "01:00"}, {"artist": "Flies", "start": "13:00", "end": "14:00"}]}}"#;
    check(
        file,
        &first_day(),
        &[
            "05 22:00-23:30 Moths @Oak",
            "06 00:15-01:00 Wasps @Oak",
            "06 00:30-02:00 Bees @Oak",
            "06 01:00-01:30 Ants @Elm",
            "06 13:00-14:00 Flies @Oak",
        ],
    );
    let said = read(file, &first_day()).sentences(10, Language::English);
    assert!(said.iter().any(|sentence| sentence.starts_with("2 sessions stand after midnight")), "{said:?}");
}

#[test]
fn a_session_with_a_date_of_its_own_stays_on_it() {
    check(
        r#"{"sessions": [{"title": "Moths", "date": "2027-03-05", "start": "22:00", "end": "23:30"}, {"title": "Bees", "date": "2027-03-05", "start": "00:30", "end": "02:00"}]}"#,
        &options(),
        &["05 00:30-02:00 Bees", "05 22:00-23:30 Moths"],
    );
    // Of a whole day, and a gap in the data.
    check(
        r#"{"days": [{"date": "2027-03-05", "sessions": [{"title": "Moths", "start": "22:00", "end": "23:30"}, {"title": "Sale", "start": "00:00", "end": "23:00"}, {"title": "Open", "start": "00:00"}]}]}"#,
        &options(),
        &["05 00:00-00:00 Open", "05 00:00-23:00 Sale", "05 22:00-23:30 Moths"],
    );
}
