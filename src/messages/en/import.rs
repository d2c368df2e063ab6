//! What importing says in English.

use crate::messages::Refusal;
use crate::messages::import::{ImportMessages, Place, Problem, Remark};

pub(in crate::messages) const IMPORT: ImportMessages = ImportMessages { refusal, warning };

fn refusal(problem: &Problem) -> Refusal {
    let (message, hint) = match problem {
        Problem::TooLarge { bytes, limit } => (
            format!("The file is too large: {} MB, and at most {} MB are read", bytes.div_ceil(1 << 20), limit >> 20),
            "Check that this is the program and not a recording or an archive.".to_owned(),
        ),
        Problem::Empty => (
            "The file is empty".to_owned(),
            "Download it again, or export it anew where it was made.".to_owned(),
        ),
        Problem::Encoding { likely: Some(likely) } => (
            format!("The file cannot be read as text: it is not UTF-8 but seems to be {likely}"),
            "Save it as \"CSV UTF-8\" in the spreadsheet, and open that file.".to_owned(),
        ),
        Problem::Encoding { likely: None } => (
            "The file cannot be read as text: it is not UTF-8".to_owned(),
            "Check that this is a program file; if it is a spreadsheet, save it as \"CSV UTF-8\".".to_owned(),
        ),
        Problem::UnknownFormat { beginning } => (
            format!("This is no program file that can be read: it begins with {beginning:?}"),
            "Ask the conference for its schedule as a table (CSV), or open a file saved by this app.".to_owned(),
        ),
        Problem::Columns { found, title, start } => columns(found, *title, *start),
        Problem::TooManySessions { count, limit } => (
            format!("The program is too large: {count} sessions, and at most {limit} are read"),
            "Split it into several files, such as one for each day.".to_owned(),
        ),
        Problem::NoSessions { left_out: 0 } => (
            "The file has no sessions".to_owned(),
            "Check that the program has been published, and download it again.".to_owned(),
        ),
        Problem::NoSessions { left_out } => (
            format!("No session of the file can be shown: {} without a title or a readable start", count(*left_out, "row is", "rows are")),
            "Write dates as 2018-08-18 and times as 13:00.".to_owned(),
        ),
        Problem::NoTimeZone => (
            "The times cannot be placed: the file does not say in which time zone they are".to_owned(),
            "Give the zone of the venue, such as --time-zone Asia/Seoul; in a CSV file, begin it with the line \"# time_zone: Asia/Seoul\"."
                .to_owned(),
        ),
        Problem::UnknownTimeZone { name, near } => (
            format!("There is no time zone {name:?}: it must be a name such as Asia/Seoul or an offset such as +09:00"),
            match near.as_slice() {
                [] => "Zones are named after a continent and a city: Asia/Seoul, Europe/Berlin, America/New_York.".to_owned(),
                near => format!("Perhaps one of these: {}.", near.join(", ")),
            },
        ),
    };
    Refusal { message, hint }
}

fn columns(found: &[String], title: bool, start: bool) -> (String, String) {
    let missing = match (title, start) {
        (false, false) => "neither a title nor a start",
        (false, true) => "no title",
        _ => "no start",
    };
    (
        format!("The table has {missing}: its first line says {}", quoted(found)),
        "The first line must name the columns: title and start at least; also date, end, room, speakers, category.".to_owned(),
    )
}

fn warning(place: &Place, remark: &Remark) -> String {
    let sentence = match remark {
        Remark::NoTitle => "left out, since it has no title".to_owned(),
        Remark::NoStart => "left out, since it says no start".to_owned(),
        Remark::NotAStart(text) => format!("left out, since its start {text:?} is not a date and a time"),
        Remark::NotAnEnd(text) => format!("its end {text:?} is not a time; only the start is shown"),
        Remark::EndsBeforeStart => "it ends before it starts; only the start is shown".to_owned(),
        Remark::NoEnd { count, first } => {
            format!("{} no end: {}", self::count(*count, "session has", "sessions have"), some(first, *count))
        }
        Remark::OddTime { assumed } => format!("the clock is changed at that hour; taken as {assumed}"),
        Remark::Shortened => "its text was too long and was cut".to_owned(),
        Remark::UnsafeLink(url) => format!("the link {url:?} was left out, since it does not lead to a web page"),
        Remark::RepeatedId { id, now } => format!("the id {id:?} stands twice; this one is now {now:?}"),
        Remark::UnknownColumns(names) => format!("columns that are not used: {}", quoted(names)),
        Remark::UnknownKey(key) => format!("there is no setting {key:?}"),
        Remark::NoProgramTitle { assumed } => format!("the file does not say what the program is called; taken as {assumed:?}"),
    };
    match (place.line, &place.title) {
        (Some(line), Some(title)) => format!("Line {line}, {title:?}: {sentence}"),
        (Some(line), None) => format!("Line {line}: {sentence}"),
        (None, Some(title)) => format!("{title:?}: {sentence}"),
        (None, None) => sentence[..1].to_uppercase() + &sentence[1..],
    }
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The first few of `count`, and how many more.
fn some(first: &[String], count: usize) -> String {
    match count - first.len() {
        0 => quoted(first),
        more => format!("{} and {more} more", quoted(first)),
    }
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ")
}
