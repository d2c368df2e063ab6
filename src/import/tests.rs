use super::*;
use crate::messages::Language;
use crate::wire::program_file;

const TABLE: &str = include_str!("../../tests/fixtures/pyconkr-2018.csv");

fn message(bytes: &[u8], language: Language) -> String {
    import(bytes, &Options::default()).unwrap_err().refusal(language).message
}

#[test]
fn formats_are_told_by_content() {
    let program = program_file::write(&import(TABLE.as_bytes(), &Options::default()).unwrap().program);
    assert_eq!(detect(TABLE.as_bytes()), Some(Format::Csv));
    assert_eq!(detect(program.as_bytes()), Some(Format::Program));
    for other in ["", "<html><title>start</title></html>", "{\"title\": 1, \"start\": 2}", "title", "\0\u{1}"] {
        assert_eq!(detect(other.as_bytes()), None, "{other}");
    }
    assert!(Format::ALL.iter().all(|format| Format::from_word(format.as_str()) == Some(*format)));
}

#[test]
fn an_imported_program_imports_as_itself() {
    let program = import(TABLE.as_bytes(), &Options::default()).unwrap().program;
    let options = Options { id: Some("mine".to_owned()), ..Options::default() };
    let again = import(program_file::write(&program).as_bytes(), &options).unwrap();
    assert_eq!(again.program, Program { id: ProgramId::new("mine"), ..program });
    assert_eq!(again.warnings, []);
}

#[test]
fn what_is_no_program_gets_one_clear_sentence() {
    let check = |bytes: &[u8], english: &str, korean: &str| {
        assert_eq!(message(bytes, Language::English), english);
        assert_eq!(message(bytes, Language::Korean), korean);
    };
    check(b" \n", "The file is empty", "파일이 비어 있습니다");
    check(
        b"hello",
        "This is no program file that can be read: it begins with \"hello\"",
        "읽을 수 있는 프로그램 파일이 아닙니다: \"hello\"로 시작합니다",
    );
    for page in
        ["<html>", "<!DOCTYPE html>\n<p>", "<!-- a --><div>", "<!doctype HTML PUBLIC \"-//W3C\"><HTML>", "<!doctype html>"]
    {
        check(page.as_bytes(), "This is a web page and not a program file", "프로그램 파일이 아니라 웹 페이지입니다");
    }
    check(
        b"<?xml version='1.0'?><rss/>",
        "This XML file is no schedule: it begins with <rss>, and a schedule with <schedule>",
        "시간표가 아닌 XML 파일입니다: <schedule>이 아니라 <rss>로 시작합니다",
    );
    let document_type = "This XML file has a document type (DTD), which is not read, since it can define anything";
    for file in
        ["<!DOCTYPE schedule [<!ENTITY a 'b'>]><schedule/>", "<!DOCTYPE schedule SYSTEM 'x'><schedule><conference/></schedule>"]
    {
        assert_eq!(message(file.as_bytes(), Language::English), document_type);
    }
    check(b"%PDF-1.4\n\xFF", "This is a PDF file, which cannot be read as a program", "PDF 파일은 프로그램으로 읽을 수 없습니다");
    check(
        b"PK\x03\x04\xFF\xFE",
        "This is a ZIP/Excel file, which cannot be read as a program",
        "ZIP/Excel 파일은 프로그램으로 읽을 수 없습니다",
    );
    check(
        b"\xC1\xA6\xB8\xF1,start",
        "The file cannot be read as text: it is not UTF-8 but seems to be euc-kr",
        "파일을 글자로 읽을 수 없습니다: UTF-8이 아니라 euc-kr 같습니다",
    );
    assert!(message(&vec![b'a'; MAX_BYTES + 1], Language::English).starts_with("The file is too large: 17 MB"));
}

/// A small generator, so that a failure can be repeated (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// Imports under every format; whatever comes out must keep the invariants.
fn try_all(bytes: &[u8]) {
    for format in std::iter::once(None).chain(Format::ALL.iter().copied().map(Some)) {
        for time_zone in [None, Some("Europe/Berlin".to_owned())] {
            let options = Options { format, time_zone, ..Options::default() };
            match import(bytes, &options) {
                Ok(imported) => {
                    let written = program_file::write(&imported.program);
                    assert_eq!(program_file::read(&written).unwrap(), imported.program);
                    for language in Language::ALL {
                        assert!(imported.warnings.iter().all(|warning| !warning.sentence(language).is_empty()));
                    }
                }
                Err(error) => assert!(Language::ALL.iter().all(|language| !error.refusal(*language).hint.is_empty())),
            }
        }
    }
}

#[test]
fn random_bytes_never_panic() {
    let mut random = Random(0x5eed);
    for length in 0..300 {
        let bytes: Vec<u8> = (0..length).map(|_| random.below(256) as u8).collect();
        try_all(&bytes);
    }
}

/// Small files of every format; the first of each pair of seeds is cut off, too.
const SEEDS: [&str; 12] = [
    include_str!("../../tests/fixtures/import/pentabarf.xml"),
    include_str!("../../tests/fixtures/import/hub.xml"),
    include_str!("../../tests/fixtures/import/wafer.xml"),
    include_str!("../../tests/fixtures/import/c3voc-v1.json"),
    include_str!("../../tests/fixtures/import/c3voc-v2.json"),
    include_str!("../../tests/fixtures/import/sessionize-grid.json"),
    include_str!("../../tests/fixtures/import/sessionize-all.json"),
    include_str!("../../tests/fixtures/import/pretalx-widget.json"),
    include_str!("../../tests/fixtures/import/pretalx-list.json"),
    include_str!("../../tests/fixtures/import/opass.json"),
    include_str!("../../tests/fixtures/import/konopas.js"),
    include_str!("../../tests/fixtures/import/calendar.ics"),
];

/// Replaces up to nine short pieces of the bytes.
fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    const PIECES: [&[u8]; 22] = [
        b",",
        b"\"",
        b"\n",
        b"\0",
        b"#",
        b";",
        b"99",
        b"-",
        b"\xFF",
        b":",
        "오후 ".as_bytes(),
        b"9999-12-31T23:59",
        b"<",
        b">",
        b"&#1;",
        b"]",
        b"{",
        b"null",
        b"\r\n ",
        b"=",
        b"RRULE:FREQ=DAILY",
        b"0001-01-01T00:00:00Z",
    ];
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len());
        let end = (at + random.below(6)).min(bytes.len());
        bytes.splice(at..end, PIECES[random.below(PIECES.len())].iter().copied());
    }
}

#[test]
fn mutated_files_never_panic() {
    let program = program_file::write(&import(TABLE.as_bytes(), &Options::default()).unwrap().program);
    for seed in 1..=150 {
        let mut random = Random(seed);
        let source = if seed % 3 == 0 { &program } else { TABLE };
        let mut bytes = source.as_bytes()[..2_000 + random.below(2_000)].to_vec();
        mutate(&mut bytes, &mut random);
        try_all(&bytes);
    }
}

#[test]
fn mutated_files_of_every_format_never_panic() {
    for (at, source) in SEEDS.iter().enumerate() {
        assert!(detect(source.as_bytes()).is_some_and(|format| format != Format::Csv), "{source}");
        for seed in 1..=60 {
            let mut random = Random(seed * 1_000 + at as u64);
            let mut bytes = source.as_bytes().to_vec();
            if seed % 2 == 0 {
                bytes.truncate(random.below(bytes.len()));
            }
            if !bytes.is_empty() {
                mutate(&mut bytes, &mut random);
                try_all(&bytes);
            }
        }
    }
}

/// Files made to take long: every importer must answer within seconds even when it is built without optimisation.
#[test]
fn hostile_files_of_every_format_end_soon() {
    let many = |piece: &str, count: usize| piece.repeat(count);
    let event = "BEGIN:VEVENT\nSUMMARY:a\nDTSTART;TZID=No/Where:20240705T090000\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    let speakers = (0..30_000).map(|at| format!("{{\"code\": \"A{at}\", \"name\": \"a\"}},")).collect::<String>();
    for text in [
        many(event, 5_000),
        format!("BEGIN:VCALENDAR\n{}", many("BEGIN:VEVENT\n", 200_000)),
        format!("BEGIN:VEVENT\nSUMMARY:{}", many("\n a", 500_000)),
        format!(
            "[{{\"date\": \"x\", \"rooms\": [{}], \"timeSlots\": []}}]",
            many("{\"id\": 1, \"name\": \"a\", \"sessions\": []},", 50_000) + "1"
        ),
        format!(
            "{{\"talks\": [{}], \"rooms\": [], \"timezone\": \"UTC\", \"speakers\": [{speakers} 1]}}",
            many("{\"code\": \"A\", \"speakers\": [\"A1\"]},", 20_000) + "1"
        ),
        format!("var program = {}", many("[", 100_000)),
        many("a = [];", 100_000),
        format!("<schedule>{}", many("<a xmlns:b='c'>", 100_000)),
        format!("title,start\n{}", many("a,2024-07-05T09:00\n", 20_001)),
    ] {
        try_all_recognised(text.as_bytes());
    }
}

fn try_all_recognised(bytes: &[u8]) {
    let options = Options { time_zone: Some("Europe/Berlin".to_owned()), ..Options::default() };
    if let Ok(imported) = import(bytes, &options) {
        assert!(imported.program.sessions.len() <= MAX_SESSIONS);
    }
}
