//! Files that try to use up memory or time, and files that refer to themselves.

use super::{check, options, refusal};
use crate::import::{MAX_BYTES, NamedFile, import};
use crate::messages::Language;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn is_refused(file: &[u8]) {
    let refused = import(file, &options()).expect_err("refused").refusal(Language::English);
    assert!(!refused.message.is_empty());
}

#[test]
fn aliases_and_entities_do_not_explode() {
    let mut laughs = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for (inner, outer) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        let all = vec![format!("*{inner}"); 9].join(", ");
        laughs += &format!("{outer}: &{outer} [{all}]\n");
    }
    is_refused(laughs.as_bytes());
    let long = format!("text: &t '{}'\nitems:\n{}", "x".repeat(100_000), "  - *t\n".repeat(10_000));
    is_refused(long.as_bytes());
    let xml = "<!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]><l><s><title>&b;&c;</title><start>2027-03-05 10:00</start></s></l>";
    check(
        &xml.replace("</l>", "<s><title>B</title><start>2027-03-05 11:00</start></s></l>"),
        &options(),
        &["05 10:00-10:00 &b;&c;", "05 11:00-11:00 B"],
    );
}

#[test]
fn deep_nesting_is_refused() {
    for deep in [
        "[".repeat(200_000),
        "{a:".repeat(200_000),
        "<a>".repeat(200_000),
        format!("x: 1\ny: 2\nz: {}", "[".repeat(200_000)),
        format!("var a = {}", "[".repeat(200_000)),
    ] {
        is_refused(deep.as_bytes());
    }
    let yaml: String = (0..5_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    is_refused(yaml.as_bytes());
}

#[test]
fn references_in_circles_end() {
    check(
        r#"{"slots": [{"id": "s1", "start": "2027-03-05 10:00", "end": "10:30", "sessionIds": ["a"]}],
            "sessions": [{"id": "a", "title": "Moths", "slotId": "s1", "speakerIds": ["p"], "related": ["a"]}],
            "speakers": [{"id": "p", "name": "Ada", "sessionIds": ["a"], "slotId": "s1"}]}"#,
        &options(),
        &["05 10:00-10:30 Moths (Ada)"],
    );
    let refused = refusal("a: &a\n  title: A\n  speaker: B\n  self: *a\nb: 1\nc: 2\n", &options());
    assert!(!refused.is_empty());
}

#[test]
fn very_many_references_are_refused() {
    let sessions: Vec<String> = (0..2_000).map(|id| format!(r#"{{"id": "{id}", "title": "T{id}"}}"#)).collect();
    let ids = (0..2_000).map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(",");
    let slots = vec![format!(r#"{{"start": "2027-03-05 10:00", "sessionIds": [{ids}]}}"#); 100];
    is_refused(format!(r#"{{"sessions": [{}], "slots": [{}]}}"#, sessions.join(","), slots.join(",")).as_bytes());
}

#[test]
fn more_names_of_fields_than_any_program_has_are_refused_with_their_number() {
    let keys: String = (0..60_001).map(|at| format!("k{at} = 1\n")).collect();
    let tables: String = (0..60_001).map(|at| format!("[s{at}]\n")).collect();
    let inline: String = (0..60_001).map(|at| format!("k{at} = {{a = 1}}\n")).collect();
    let json = format!("{{{}}}", (0..60_001).map(|at| format!("\"k{at}\": 1")).collect::<Vec<_>>().join(","));
    for file in [format!("[a]\n{keys}"), tables, format!("[a]\n{inline}"), json] {
        let refused = refusal(&file, &options());
        assert!(refused.contains("different names of fields, and at most 60000"), "{refused}");
    }
}

/// Makes an archive with compressed files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn archives_are_read_and_bombs_refused() {
    let sessions = r#"[{"id": 1, "title": "Moths", "slotId": "s1"}]"#;
    let slots = r#"[{"id": "s1", "start": "2027-03-05 10:00", "end": "2027-03-05 10:30"}]"#;
    let parts = archive(&[
        ("data/sessions.json", sessions.as_bytes()),
        ("data/slots.json", slots.as_bytes()),
        ("photo.jpg", b"x"),
        (".hidden.json", b"{"),
    ]);
    let program = import(&parts, &options()).expect("an archive").program;
    assert_eq!(super::rows(&program), ["05 10:00-10:30 Moths"]);
    let one = archive(&[("table.csv", b"title,start,end\nMoths,2027-03-05 10:00,10:30\n")]);
    assert_eq!(super::rows(&import(&one, &options()).expect("a table").program), ["05 10:00-10:30 Moths"]);
    let sheet = archive(&[("plan.ods", include_bytes!("../../../../tests/fixtures/import/grid.ods"))]);
    assert_eq!(import(&sheet, &options()).expect("a spreadsheet").program.sessions.len(), 5);
    is_refused(&archive(&[("a.json", &one)]));
    let bomb = archive(&[("a.json", &vec![b' '; MAX_BYTES + 1])]);
    assert!(bomb.len() < 100_000);
    is_refused(&bomb);
    let half = vec![b' '; MAX_BYTES / 2 + 1];
    is_refused(&archive(&[("a.json", &half), ("b.json", &half)]));
    is_refused(&parts[..parts.len() / 2]);
    is_refused(&archive(&[]));
    assert_eq!(NamedFile { name: "data/my.sessions.json".to_owned(), bytes: Vec::new() }.stem(), "my.sessions");
}
