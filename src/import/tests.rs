use super::*;
use crate::messages::Language;
use crate::wire::program_file;

const TABLE: &str = include_str!("../../tests/fixtures/pyconkr-2018.csv");

fn message(bytes: &[u8], language: Language) -> String {
    import(bytes, &Options::default()).unwrap_err().refusal(language).message
}

#[test]
fn formats_are_recognised_by_content() {
    let program = program_file::write(&import(TABLE.as_bytes(), &Options::default()).unwrap().program);
    assert_eq!(detect(TABLE.as_bytes()), Some(Format::Csv));
    assert_eq!(detect(program.as_bytes()), Some(Format::Program));
    assert_eq!(detect(b"<html><title>start</title></html>"), Some(Format::Html));
    for other in ["", "title", "\0\u{1}"] {
        assert_eq!(detect(other.as_bytes()), None, "{other}");
    }
    for any in ["{\"title\": 1, \"start\": 2}", "<program/>", "export default {}", "- title: a\n  start: b\n  end: c\n"] {
        assert_eq!(detect(any.as_bytes()), Some(Format::Tree), "{any}");
    }
    assert!(Format::ALL.iter().all(|format| Format::from_word(format.as_str()) == Some(*format)));
}

#[test]
fn an_imported_program_can_be_imported_again() {
    let program = import(TABLE.as_bytes(), &Options::default()).unwrap().program;
    let options = Options { id: Some("mine".to_owned()), ..Options::default() };
    let again = import(program_file::write(&program).as_bytes(), &options).unwrap();
    assert_eq!(again.program, Program { id: ProgramId::new("mine"), ..program });
    assert_eq!(again.warnings, []);
}

#[test]
fn files_that_are_not_programs_get_one_clear_error_message() {
    let check = |bytes: &[u8], english: &str, korean: &str| {
        assert_eq!(message(bytes, Language::English), english);
        assert_eq!(message(bytes, Language::Korean), korean);
    };
    check(b" \n", "The file is empty", "파일이 비어 있습니다");
    check(
        b"hello",
        "This file cannot be read: it begins with \"hello\"",
        "읽을 수 있는 시간표 파일이 아닙니다: \"hello\"로 시작합니다",
    );
    for page in
        ["<html>", "<!DOCTYPE html>\n<p>", "<!-- a --><div>", "<!doctype HTML PUBLIC \"-//W3C\"><HTML>", "<!doctype html>"]
    {
        check(page.as_bytes(), "This is a web page, not a schedule file", "시간표 파일이 아니라 웹 페이지입니다");
    }
    check(
        b"<?xml version='1.0'?><rss/>",
        "This XML file is not a schedule of a known form: it begins with <rss>",
        "알려진 형식의 시간표가 아닌 XML 파일입니다: <rss>로 시작합니다",
    );
    for file in ["<!DOCTYPE schedule [<!ENTITY a 'b'>]><schedule/>", "<!DOCTYPE schedule SYSTEM 'x'><schedule>&x;</schedule>"] {
        let no_events = "This XML file is not a schedule of a known form: it begins with <schedule>";
        assert_eq!(message(file.as_bytes(), Language::English), no_events);
    }
    check(b"%PDF-1.4\n\xFF", "A PDF file cannot be read as a schedule", "PDF 파일은 시간표로 읽을 수 없습니다");
    check(b"PK\x03\x04\xFF\xFE", "A ZIP/Excel file cannot be read as a schedule", "ZIP/Excel 파일은 시간표로 읽을 수 없습니다");
    check(
        b"\xC1\xA6\xB8\xF1,start",
        "The file cannot be read as text: it is not UTF-8 but seems to be euc-kr",
        "파일을 글자로 읽을 수 없습니다: UTF-8이 아니라 euc-kr 같습니다",
    );
    assert!(message(&vec![b'a'; MAX_BYTES + 1], Language::English).starts_with("The file is too large: 17 MB"));
}

#[test]
fn what_to_do_about_a_header_is_said_on_one_line() {
    let error = import(b"start,end,room,pitle\n10:00,10:40,A,Types\n", &Options::default()).unwrap_err();
    for language in Language::ALL {
        let hint = error.refusal(language).hint;
        assert!(hint.contains("10:00,10:40") && hint.chars().all(line::is_printable), "{hint}");
    }
}
