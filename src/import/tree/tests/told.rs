//! What the person said about a file that does not say it itself.

use super::{check, options, read, refusal, rows};
use crate::import::{NamedFile, Options, fields_to_correct, first_sessions, import};
use crate::messages::column::Column;

/// Two years of one conference.
const YEARS: &str = r#"{"upcoming_talks": [{"title": "Bees", "start": "2027-03-05T10:00", "end": "2027-03-05T10:40"},
    {"title": "Ants", "start": "2027-03-05T11:00", "end": "2027-03-05T11:40"}],
    "archive": [{"title": "Wasps", "start": "2026-03-05T10:00", "end": "2026-03-05T10:40"}]}"#;

fn told(fields: &[(&str, Option<Column>)]) -> Options {
    Options { fields: fields.iter().map(|(name, column)| ((*name).to_owned(), *column)).collect(), ..options() }
}

#[test]
fn the_list_that_was_chosen_is_read() {
    let error = import(YEARS.as_bytes(), &options()).expect_err("two lists");
    let paths: Vec<&str> = error.lists().iter().map(|(path, ..)| path.as_str()).collect();
    assert_eq!(paths, ["upcoming_talks", "archive"]);
    let chosen = |list: &str| Options { list: Some(list.to_owned()), ..options() };
    check(YEARS, &chosen("archive"), &["05 10:00-10:40 Wasps"]);
    check(YEARS, &chosen("upcoming_talks"), &["05 10:00-10:40 Bees", "05 11:00-11:40 Ants"]);
    // A later version of the file may have other lists, which is asked again.
    assert_eq!(refusal(YEARS, &chosen("talks")), refusal(YEARS, &options()));
    let files = [NamedFile { name: String::new(), bytes: YEARS.as_bytes().to_vec() }];
    let [(start, title)] = first_sessions(&files, &chosen("archive"), 3).try_into().expect("a session");
    assert_eq!((start.to_string().as_str(), title.as_str()), ("2026-03-05T10:00:00+09:00", "Wasps"));
}

#[test]
fn fields_mean_what_the_person_says() {
    let file = r#"[{"name": "A12", "headline": "Bees", "doors": "2027-03-05 09:30", "start": "2027-03-05 10:00", "spot": "Oak"},
        {"name": "A13", "headline": "Ants", "doors": "2027-03-05 10:30", "start": "2027-03-05 11:00", "spot": "Elm"}]"#;
    check(file, &options(), &["05 10:00-10:00 A12", "05 11:00-11:00 A13"]);
    let imported = read(file, &options());
    let meaning = |name: &str| imported.fields.iter().find(|(field, _)| field == name).map(|(_, column)| *column);
    assert_eq!((meaning("name"), meaning("start")), (Some(Some(Column::Title)), Some(Some(Column::Start))));
    assert_eq!((meaning("spot"), meaning("nothing")), (Some(None), None));
    let corrections = told(&[("headline", Some(Column::Title)), ("doors", Some(Column::Start)), ("spot", Some(Column::Room))]);
    let corrected = read(file, &corrections);
    assert_eq!(rows(&corrected.program), ["05 09:30-09:30 Bees @Oak", "05 10:30-10:30 Ants @Elm"]);
    let meanings = [
        ("name", None),
        ("headline", Some(Column::Title)),
        ("doors", Some(Column::Start)),
        ("start", None),
        ("spot", Some(Column::Room)),
    ];
    assert_eq!(corrected.fields, meanings.map(|(name, column)| (name.to_owned(), column)));
    // What was said of one file does not hold for the next.
    assert_eq!(rows(&read(file, &options()).program), rows(&imported.program));
}

#[test]
fn a_start_that_nobody_knows_can_be_named() {
    let file = r#"[{"title": "Bees", "los_gehts": "2027-03-05 10:00", "speakers": ["Ada"]},
        {"title": "Ants", "los_gehts": "2027-03-05 11:00", "speakers": ["Bo"]}]"#;
    let error = import(file.as_bytes(), &options()).expect_err("no start");
    let fields = fields_to_correct(&error, &options());
    assert!(fields.contains(&("los_gehts".to_owned(), None)) && fields.contains(&("title".to_owned(), Some(Column::Title))));
    check(file, &told(&[("los_gehts", Some(Column::Start))]), &["05 10:00-10:00 Bees (Ada)", "05 11:00-11:00 Ants (Bo)"]);
}
