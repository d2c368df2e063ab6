use crate::import::archive::Archive;
use crate::import::{Imported, Options, import};
use crate::messages::Language;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn imported(bytes: &[u8]) -> Imported {
    let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
    import(bytes, &options).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)))
}

fn sessions(bytes: &[u8]) -> Vec<String> {
    let program = imported(bytes).program;
    let session = |session: &crate::program::Session| {
        let rooms = program.room_names(session, "ko").join("+");
        let (start, end) = (session.span.start, session.span.end.clock());
        format!("{} {}-{end} {} @{rooms} {}", start.date(), start.clock(), session.title, session.speakers.join("+"))
    };
    program.sessions.iter().map(session).collect()
}

fn refused(bytes: &[u8]) -> String {
    let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
    import(bytes, &options).unwrap_err().refusal(Language::English).message
}

/// Makes an archive of files.
fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Makes a workbook with these rows of a sheet, `<row>…</row>`, and what else is in the sheet.
fn workbook(rows: &str, more: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const LINK: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    zipped(&[
        ("[Content_Types].xml", &format!("<Types xmlns=\"{PACKAGE}/content-types\"/>")),
        (
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{LINK}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{LINK}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{LINK}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>{more}</worksheet>")),
    ])
}

fn row(number: u32, cells: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let name = format!("{}{number}", char::from(b'A' + at as u8));
        match text.parse::<f64>() {
            Ok(_) => format!("<c r=\"{name}\"><v>{text}</v></c>"),
            Err(_) => format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    };
    format!("<row r=\"{number}\">{}</row>", cells.iter().enumerate().map(cell).collect::<String>())
}

const KOREAN: [&str; 7] = [
    "2026-08-15 10:00-10:20 여는 말 @큰방 이하나",
    "2026-08-15 10:30-11:10 시계 @큰방 박두리",
    "2026-08-15 10:30-11:10 데이터 @작은방 최세나",
    "2026-08-15 12:00-13:00 점심 @ ",
    "2026-08-16 10:00-10:40 둘째 날 @큰방 ",
    "2026-08-16 10:00-10:40 화면 @작은방 정다솜",
    "2026-08-16 11:00-12:00 모두 함께 @큰방+작은방 ",
];

#[test]
fn a_workbook_of_days_is_read_with_merged_cells_and_formulas() {
    for bytes in [
        &include_bytes!("../../../tests/fixtures/import/table.xlsx")[..],
        include_bytes!("../../../tests/fixtures/import/table-1904.xlsx"),
    ] {
        assert_eq!(sessions(bytes), KOREAN);
        assert_eq!(imported(bytes).program.title, "작은 모임 2026");
        let warnings: Vec<String> = imported(bytes).warnings.iter().map(|warning| warning.sentence(Language::English)).collect();
        assert!(warnings.contains(&"Tables that are not read as a timetable were left out: \"안내\"".to_owned()), "{warnings:?}");
    }
}

#[test]
fn old_excel_and_libre_office_are_read() {
    assert_eq!(
        sessions(include_bytes!("../../../tests/fixtures/import/table.xls")),
        ["2026-08-15 10:00-10:20 Ouverture @Grande salle Ada Lee", "2026-08-15 13:30-14:10 Horloges @101 ",]
    );
    assert_eq!(
        sessions(include_bytes!("../../../tests/fixtures/import/grid.ods")),
        [
            "2026-08-15 10:00-10:30 Eröffnung @Großer Saal+Kleiner Saal ",
            "2026-08-15 10:30-11:00 Uhren @Großer Saal Ada Lee",
            "2026-08-15 10:30-12:00 Daten @Kleiner Saal Bo Kim",
            "2026-08-15 11:00-12:00 Bildschirme @Großer Saal ",
            "2026-08-15 12:00-12:00 Schluss @Großer Saal ",
        ]
    );
}

#[test]
fn numbers_that_lost_their_format_are_dates_and_times_in_their_columns() {
    let rows =
        row(1, &["date", "start", "end", "room", "title"]) + &row(2, &["46249", "0.5625", "0.590277777777778", "101", "A"]);
    assert_eq!(sessions(&workbook(&rows, "")), ["2026-08-15 13:30-14:10 A @101 "]);
}

/// Makes a document of LibreOffice with these styles and sheets.
fn open_document(styles: &str, sheets: &str) -> Vec<u8> {
    let name = |part: &str| format!("xmlns:{part}=\"urn:oasis:names:tc:opendocument:xmlns:{part}:1.0\"");
    let names = ["office", "table", "text", "style"].map(name).join(" ");
    let xml =
        format!("<office:document {names}><office:automatic-styles>{styles}</office:automatic-styles>{sheets}</office:document>");
    zipped(&[("content.xml", &xml)])
}

#[test]
fn hidden_sheets_are_not_read() {
    let style =
        "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>";
    let sheet = |name: &str, style: &str, title: &str| {
        let row = |cells: [&str; 3]| {
            let cells = cells.map(|text| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>")).join("");
            format!("<table:table-row>{cells}</table:table-row>")
        };
        let rows = row(["date", "start", "title"]) + &row(["2026-08-15", "10:00", title]);
        format!("<table:table table:name=\"{name}\" table:style-name=\"{style}\">{rows}</table:table>")
    };
    let sheets = sheet("Final", "ta1", "A") + &sheet("Draft", "ta2", "B");
    assert_eq!(sessions(&open_document(style, &sheets)), ["2026-08-15 10:00-10:00 A @ "]);
}

#[test]
fn hostile_workbooks_are_refused_before_they_take_memory() {
    let header = row(1, &["date", "start", "title"]);
    // The last cell of a sheet.
    let far =
        format!("{header}{}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", row(2, &["2026-08-15", "10:00", "A"]));
    assert_eq!(sessions(&workbook(&far, "")), ["2026-08-15 10:00-10:00 A @ "]);
    let merged = "<mergeCells><mergeCell ref=\"A2:XFD1048576\"/></mergeCells>";
    assert_eq!(sessions(&workbook(&format!("{header}{}", row(2, &["2026-08-15", "10:00", "A"])), merged)).len(), 1);
    // 80 MB of blanks are 80 KB.
    let bomb = workbook(&" ".repeat(80 << 20), "");
    assert!(bomb.len() < 1 << 20 && refused(&bomb).contains("too large"), "{}", refused(&bomb));
    assert!(Archive::checked(&zipped(&[("a", &" ".repeat(40 << 20)), ("b", &" ".repeat(40 << 20))])).is_err());
    let document = |rows: &str| open_document("", &format!("<table:table>{rows}</table:table>"));
    let repeated = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\">\
        <text:p>x</text:p></table:table-cell></table:table-row>";
    assert!(refused(&document(repeated)).contains("cells, and at most"), "{}", refused(&document(repeated)));
}

#[test]
fn other_archives_and_damaged_files_are_refused() {
    assert_eq!(refused(&zipped(&[("a.txt", "10:00")])), "A ZIP/Excel file cannot be read as a schedule");
    let whole = include_bytes!("../../../tests/fixtures/import/table.xlsx");
    assert_eq!(refused(&whole[..whole.len() / 2]), "A ZIP/Excel file cannot be read as a schedule");
    let old = include_bytes!("../../../tests/fixtures/import/table.xls");
    assert_eq!(refused(&old[..700]), "A Excel (XLS) file cannot be read as a schedule");
    assert_eq!(refused(&workbook("", "")), "The file is empty");
}

#[test]
fn a_workbook_reads_the_same_from_its_grids() {
    for bytes in [
        &include_bytes!("../../../tests/fixtures/import/table.xlsx")[..],
        include_bytes!("../../../tests/fixtures/import/table-1904.xlsx"),
        include_bytes!("../../../tests/fixtures/import/table.xls"),
    ] {
        let grids = super::grids(bytes);
        assert!(super::recognises(&super::Head::of(grids.as_bytes())));
        assert_eq!(imported(grids.as_bytes()), imported(bytes));
    }
    let rows =
        row(1, &["date", "start", "end", "room", "title"]) + &row(2, &["46249", "0.5625", "0.590277777777778", "101", "A \"B\""]);
    assert_eq!(sessions(super::grids(&workbook(&rows, "")).as_bytes()), ["2026-08-15 13:30-14:10 A \"B\" @101 "]);
}

#[test]
fn why_a_workbook_is_refused_is_in_its_grids() {
    let whole = include_bytes!("../../../tests/fixtures/import/table.xlsx");
    let old = include_bytes!("../../../tests/fixtures/import/table.xls");
    let bomb = workbook(&" ".repeat(80 << 20), "");
    for bytes in [&whole[..whole.len() / 2], &old[..700], &bomb, &workbook("", "")] {
        let grids = super::grids(bytes);
        assert!(grids.len() < 1_000);
        assert_eq!(refused(grids.as_bytes()), refused(bytes));
    }
}
