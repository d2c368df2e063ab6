use super::*;
use crate::messages::Language;

const SMALL: &str = r##"{
"format": "siganpyo-program/1",
"id": "p",
"version": "1",
"title": "P",
"time_zone": "Asia/Seoul",
"days": [
{"date":"2018-08-18"}
],
"rooms": [
{"id":"101","name":"Room 101","names":{"ko":"101호"}}
],
"tracks": [
{"id":"web","name":"Web","color":"#00aaff"}
],
"walking": [
{"from":["101"],"to":["102","201"],"minutes":5}
],
"aliases": [
"장고 = Django"
],
"sessions": [
{"id":"a","title":"A","start":"2018-08-18T13:00:00+09:00","end":"2018-08-18T13:25:00+09:00","day":"2018-08-18","rooms":["101"],"track":"web","kind":"keynote","speakers":["강효준"],"abstract":[{"p":[{"t":"see "},{"a":{"href":"https://example.org","content":[{"em":[{"t":"this"}]}]}},"br",{"code":"x"}]},{"ol":[[{"pre":"y"}]]}]}
]
}
"##;

#[test]
fn a_program_is_read_as_it_was_written() {
    let program = read(SMALL).unwrap();
    assert_eq!(program.sessions[0].kind, Kind::Keynote);
    assert_eq!(program.room_names(&program.sessions[0], "ko"), ["101호"]);
    assert_eq!(program.aliases, ["장고 = Django"]);
    assert_eq!(write(&program), SMALL);
}

#[test]
fn an_index_is_the_program_without_abstracts_and_is_marked() {
    let mut program = read(SMALL).unwrap();
    let index = write_index(&program);
    program.sessions[0].about.clear();
    assert_eq!(read(&index).unwrap(), program);
    assert!(is_index(&index) && !is_index(SMALL) && !is_index(&write(&program)) && !is_index(""));
}

#[test]
fn fields_of_later_versions_are_ignored() {
    let later = SMALL.replace("\"version\"", "\"mood\": {\"good\": [1]}, \"version\"");
    assert_eq!(read(&later).unwrap(), read(SMALL).unwrap());
}

#[test]
fn a_damaged_file_is_refused_with_the_field_and_the_rule() {
    let check = |from: &str, to: &str, expected: &str| {
        let damaged = SMALL.replacen(from, to, 1);
        assert_ne!(damaged, SMALL, "{from} is not in the file");
        let refusal = read(&damaged).unwrap_err().refusal(Language::English.file_messages());
        assert!(refusal.message.contains(expected), "{}", refusal.message);
        assert!(!refusal.hint.is_empty());
    };
    check("\"title\": \"P\"", "\"title\": \" \"", "title is empty in siganpyo-program/1");
    check("siganpyo-program/1", "siganpyo-program/9", "its format is “siganpyo-program/9”");
    check("\"format\"", "\"fromat\"", "not a program file");
    check("\"rooms\":[\"101\"]", "\"rooms\":[\"102\"]", "there is no “102” in session a");
    check("T13:25:00", "T12:25:00", "the end is before the start in session a");
    check("T13:25:00+09:00", "T13:25:00", "not a date or a time");
    check("#00aaff", "blue", "“blue” is not a colour");
    check("{\"date\":\"2018-08-18\"}", "", "there is no “2018-08-18”");
    check("\"start\":", "\"begin\":", "start is missing or of another kind in session a");
    check("\"minutes\":5", "\"minutes\":2.5", "minutes is missing or of another kind in walking");
    check("\"title\":\"A\"", "\"title\":7", "title is missing or of another kind in session a");
    check("]\n}\n", "", "broken at line 24");
}

#[test]
fn another_format_is_told_apart_from_a_damaged_file() {
    let message = |text: &str| read(text).unwrap_err().refusal(Language::English.file_messages()).message;
    assert!(message("<html></html>").contains("line 1, column 1"));
    assert!(message("[1, 2]").contains("not a program file"));
    assert!(message("").contains("JSON is broken"));
}

#[test]
fn quotations_of_a_file_are_short_and_printable() {
    for wrong in ["\u{1b}[2J".replace('\u{1b}', "\\u001b"), "x".repeat(1_000_000)] {
        let refusal =
            read(&SMALL.replace("2018-08-18T13:00:00+09:00", &wrong)).unwrap_err().refusal(Language::English.file_messages());
        assert!(
            refusal.message.chars().all(crate::program::line::is_printable) && refusal.message.len() < 400,
            "{}",
            refusal.message
        );
    }
}

#[test]
fn unsafe_links_lose_their_target_and_keep_their_text() {
    let program = read(&SMALL.replace("https://example.org", "javascript:alert(1)")).unwrap();
    assert_eq!(crate::program::plain_text(&program.sessions[0].about), "see this\nx\ny");
    assert!(!format!("{:?}", program.sessions[0].about).contains("javascript"));
}
