use super::report;
use crate::import::{NamedFile, Options, import_files};

/// Returns the report of a file that is refused, without its first line.
fn of(name: &str, text: &str) -> String {
    let files = [NamedFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() }];
    let error = import_files(&files, &Options::default()).expect_err(text);
    let report = report(&files, Some(&error));
    for personal in ["Ada", "Moon", "bees", "Honey", "2031", "+82", "@"] {
        assert!(!report.contains(personal), "{personal} is in {report}");
    }
    report
}

#[test]
fn structured_data_keeps_its_keys_and_loses_its_values() {
    let file = r#"{"people": {"ada-moon": {"phone": "+82 10-1234-5678", "mail": "Ada@bees.org"}, "bo-sun": {"phone": "", "mail": null}},
        "talks": [{"heading": "Honey", "von_wann": "9h", "day": "2031-05-06"}, {"heading": "Wax and bees", "von_wann": "", "day": "2031-05-07"}]}"#;
    let report = of("Ada Moon.json", file);
    assert!(!report.contains("ada-moon"), "keys of people are data: {report}");
    for kept in
        ["file .json", "read as tree", "talks: list(2)", "[]: record ×2", "heading: text(5–12) ×2", "day: text(10) 9999-99-99 ×2"]
    {
        assert!(report.contains(kept), "{kept} is not in {report}");
    }
}

#[test]
fn a_key_that_is_a_name_is_blanked_where_it_is_the_only_one() {
    let report = of("x.json", r#"{"hosts": {"Ada Moon": {"talks": ["bees"]}}, "Ada@bees.org": 1}"#);
    assert!(report.contains("*: record ×1"), "{report}");
}

#[test]
fn tables_keep_the_names_of_their_columns() {
    let report = of("x.csv", "title,start,speaker\nHoney and bees,9:30,Ada Moon\nWax,2031-05-06 10:00,\n");
    for kept in ["title | start | speaker", "text(14) | 9:99 | text(8)", "text(3) | 9999-99-99 99:99"] {
        assert!(report.contains(kept), "{kept} is not in {report}");
    }
}

#[test]
fn what_cannot_be_taken_apart_is_blanked_letter_by_letter() {
    let report = of("x.json", "{\"title\": \"Honey\", \"phone\": \"+82 10\"");
    assert!(report.contains("{\"xxxxx\": \"xxxxx\", \"xxxxx\": \"+99 99\""), "{report}");
    let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    assert!(of("deep.json", &deep).len() < 1_000);
    let wide: String = (0..5_000).map(|at| format!("\"field {at}\": {{\"a{at}\": \"{at}\"}},")).collect();
    assert!(of("wide.json", &format!("{{{wide}\"x\": 1}}")).len() <= super::MAX_LENGTH + 10);
}
