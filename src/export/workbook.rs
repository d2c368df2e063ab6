//! A program as a spreadsheet of Excel that LibreOffice and the importer read as well.

use super::table::{HEADER, about_program, row};
use crate::program::Program;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Widths of the columns in characters, in the order of the header.
const WIDTHS: [f64; 14] = [12.0, 12.0, 8.0, 8.0, 48.0, 16.0, 24.0, 16.0, 12.0, 12.0, 10.0, 10.0, 60.0, 24.0];

/// The most characters of a cell in Excel. What follows is not in the spreadsheet.
const MOST: usize = 32_767;

/// Returns the program as a workbook (.xlsx) with one sheet: lines about the conference, the header, a row for each session. Dates and times
/// are those of Excel, so they can be sorted and moved. The same program gives the same bytes.
pub fn workbook(program: &Program) -> Vec<u8> {
    written(program).expect("a sheet within the limits of Excel")
}

fn written(program: &Program) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let never = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(cut(&program.title, 255)).set_creation_datetime(&never));
    let sheet = workbook.add_worksheet();
    let header = Format::new().set_bold();
    let mut at = 0;
    for line in about_program(program) {
        sheet.write_string(at, 0, cut(&format!("# {line}"), MOST))?;
        at += 1;
    }
    for (column, (name, width)) in (0..).zip(HEADER.into_iter().zip(WIDTHS)) {
        sheet.write_string_with_format(at, column, name, &header)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(at + 1, 0)?;
    for session in &program.sessions {
        at += 1;
        for (column, text) in (0..).zip(row(session, program)) {
            write_cell(sheet, at, column, &text)?;
        }
    }
    workbook.save_to_buffer()
}

/// Writes a date or a time as one; texts as such, also those that begin like a formula.
fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    let value = match HEADER[usize::from(column)] {
        "date" => ExcelDateTime::parse_from_str(text).ok().map(|date| (date, "yyyy-mm-dd")),
        "start" | "end" if text.len() == "00:00".len() => ExcelDateTime::parse_from_str(text).ok().map(|time| (time, "hh:mm")),
        _ => None,
    };
    match value {
        Some((value, format)) => sheet.write_datetime_with_format(row, column, value, &Format::new().set_num_format(format))?,
        None if text.is_empty() => sheet,
        None => sheet.write_string(row, column, cut(text, MOST))?,
    };
    Ok(())
}

fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};

    #[test]
    fn a_spreadsheet_is_read_back_as_the_same_program() {
        let text = "# id: fair-2031\n# time_zone: Asia/Seoul\n# title: Fair, the first\n# venue: Town Hall\n# walk: A; B > C = 4\n\
            date,start,end,title,room,speakers,track,status,language,abstract\n2031-05-10,10:00,11:00,\"=One, \"\"quoted\"\"\",A; B,Ann; Bo,Web,,ko,\"Two\n\nparagraphs\"\n\
            2031-05-10,23:30,00:30,007,C,,,cancelled,,\n2031-05-11,9:05,9:35,9:30,101,,,,,\n";
        let first = import(text.as_bytes(), &Options::default()).expect("a program").program;
        let made = workbook(&first);
        let again = import(&made, &Options::default()).expect("a spreadsheet").program;
        assert_eq!(again.sessions, first.sessions);
        assert_eq!(
            (again.id, again.title, again.venue, again.walking),
            (first.id.clone(), first.title.clone(), first.venue.clone(), first.walking.clone())
        );
        assert_eq!(made, workbook(&first));
    }
}
