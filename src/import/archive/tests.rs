//! Archives of tables and pages.

use crate::import::{Imported, Options, import};
use crate::messages::Language;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ID: &str = "0123456789abcdef0123456789abcdef";

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Imported {
    let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
    import(bytes, &options).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)))
}

/// Returns each session as `05 10:00 Title @Room`.
fn sessions(imported: &Imported) -> Vec<String> {
    let program = &imported.program;
    let row = |session: &crate::program::Session| {
        let (start, rooms) = (session.span.start, program.room_names(session, "en").join("+"));
        format!("{:02} {} {} @{rooms}", start.date().day(), start.clock(), session.title)
    };
    program.sessions.iter().map(row).collect()
}

#[test]
fn what_notion_exports_is_read_once() {
    let table = b"Name,Date,Room\nMoths,\"March 5, 2027 10:00 AM (GMT+9) \xE2\x86\x92 10:30 AM\",Oak\nBees,\"March 5, 2027 11:00 AM (GMT+9) \xE2\x86\x92 11:30 AM\",Elm\n";
    let page = |title: &str, hour: u8, room: &str| {
        format!("# {title}\n\nDate: March 5, 2027 {hour}:00 AM (GMT+9) → {hour}:30 AM\nRoom: {room}\n\nAbout it.\n")
    };
    let (moths, bees) = (page("Moths", 10, "Oak"), page("Bees", 11, "Elm"));
    let pages = [(format!("Program/Moths {ID}.md"), moths.as_bytes()), (format!("Program/Bees {ID}.md"), bees.as_bytes())];
    let tables = [(format!("Program {ID}.csv"), &table[..]), (format!("Program {ID}_all.csv"), &table[..])];
    let archive =
        |files: &[(String, &[u8])]| zipped(&files.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect::<Vec<_>>());
    let whole = archive(&[tables.clone(), pages.clone()].concat());
    for bytes in [&whole, &archive(&pages), &zipped(&[("Export-1.zip", &whole)])] {
        assert_eq!(sessions(&read(bytes)), ["05 10:00 Moths @Oak", "05 11:00 Bees @Elm"]);
    }
    assert_eq!(read(&archive(&pages)).program.sessions[0].about.len(), 1);
    // An archive inside an archive inside an archive may contain itself.
    let deep = zipped(&[("a.zip", &zipped(&[("b.zip", &whole)]))]);
    assert!(import(&deep, &Options::default()).is_err());
}

#[test]
fn tables_are_days_or_rooms_by_their_names() {
    let days = zipped(&[
        ("2027-03-05.csv", b"start,title,room\n10:00,Moths,Oak\n"),
        ("2027-03-06.csv", b"start,title,room\n10:00,Bees,Oak\n"),
        ("people.csv", b"name,company\nAda,Moon\n"),
    ]);
    let imported = read(&days);
    assert_eq!(sessions(&imported), ["05 10:00 Moths @Oak", "06 10:00 Bees @Oak"]);
    assert!(imported.sentences(10, Language::English).iter().any(|sentence| sentence.contains("\"people\"")));
    let rooms = zipped(&[
        ("Oak.csv", b"date,start,title\n2027-03-05,10:00,Moths\n"),
        ("Elm.csv", b"date,start,title\n2027-03-05,10:00,Bees\n"),
    ]);
    let imported = read(&rooms);
    assert_eq!(sessions(&imported), ["05 10:00 Moths @Oak", "05 10:00 Bees @Elm"]);
    assert!(imported.sentences(10, Language::English).iter().any(|sentence| sentence.contains("names of the sheets")));
    // One after the other, they may be anything.
    let halves = zipped(&[
        ("Morning.csv", b"date,start,title\n2027-03-05,10:00,Moths\n"),
        ("Later.csv", b"date,start,title\n2027-03-05,14:00,Bees\n"),
    ]);
    assert_eq!(sessions(&read(&halves)), ["05 10:00 Moths @", "05 14:00 Bees @"]);
}
