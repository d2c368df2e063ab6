//! A program as a table that spreadsheets open and that the importer reads back.

use crate::program::{Program, RoomId, Session, plain_text};

/// The names of the columns, which the importer knows.
pub(super) const HEADER: [&str; 14] = [
    "id", "date", "start", "end", "title", "room", "speakers", "track", "kind", "status", "language", "level", "abstract", "link",
];

/// Returns the program as CSV with lines about the conference above the header. It begins with a byte order mark, without which Excel takes
/// it for a table in the system's own encoding. Colours, subtitles and the form of abstracts are not in it.
pub fn table(program: &Program) -> String {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(HEADER).expect("memory takes everything");
    for session in &program.sessions {
        rows.write_record(row(session, program)).expect("memory takes everything");
    }
    let rows = String::from_utf8(rows.into_inner().expect("memory takes everything")).expect("texts");
    let about: String = about_program(program).iter().map(|line| format!("# {line}\n")).collect();
    format!("\u{FEFF}{about}{rows}")
}

/// What is said of the whole program above the header.
pub(super) fn about_program(program: &Program) -> Vec<String> {
    let mut about =
        vec![format!("id: {}", program.id), format!("title: {}", program.title), format!("time_zone: {}", program.time_zone)];
    let said = [("subtitle", &program.subtitle), ("venue", &program.venue), ("url", &program.url)];
    about.extend(said.into_iter().filter_map(|(key, value)| Some(format!("{key}: {}", value.as_ref()?))));
    about.extend(
        program.walking.iter().map(|walk| {
            format!("walk: {} > {} = {}", room_names(&walk.from, program), room_names(&walk.to, program), walk.minutes)
        }),
    );
    about.extend(program.aliases.iter().map(|alias| format!("alias: {alias}")));
    about
}

/// A session as the columns have it.
pub(super) fn row(session: &Session, program: &Program) -> [String; 14] {
    let track = session.track.as_ref().and_then(|id| program.tracks.find(id.as_str()));
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    // The table has one date; a session that ends on the next day ends before it begins by the clock, and is read so.
    let end = if session.span.minutes() < 24 * 60 { session.span.end.clock() } else { session.span.end.to_string() };
    [
        session.id.to_string(),
        session.span.start.date().to_string(),
        session.span.start.clock(),
        end,
        session.title.clone(),
        room_names(&session.rooms, program),
        session.speakers.join("; "),
        track.map(|track| track.name.clone()).unwrap_or_default(),
        session.kind.as_str().to_owned(),
        if session.cancelled { "cancelled".to_owned() } else { String::new() },
        or_empty(&session.language),
        or_empty(&session.level),
        about(session),
        or_empty(&session.url),
    ]
}

/// The abstract, with an empty line between paragraphs.
fn about(session: &Session) -> String {
    let blocks = session.about.iter().map(|block| plain_text(std::slice::from_ref(block)));
    blocks.map(|text| text.trim().to_owned()).collect::<Vec<_>>().join("\n\n")
}

/// The rooms as one cell of a table has them.
pub fn room_names(rooms: &[RoomId], program: &Program) -> String {
    let name = |id: &RoomId| program.room(id).map_or_else(|| id.to_string(), |room| room.name.clone());
    rooms.iter().map(name).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};

    #[test]
    fn a_table_is_read_back_as_the_same_program() {
        let text = "# id: fair-2031\n# time_zone: Asia/Seoul\n# title: Fair, the first\n# venue: Town Hall\n# walk: A; B > C = 4\n\
            date,start,end,title,room,speakers,track,status,abstract\n2031-05-10,10:00,11:00,\"One, \"\"quoted\"\"\",A; B,Ann; Bo,Web,,\"Two\n\nparagraphs\"\n\
            2031-05-10,23:30,00:30,Night,C,,,cancelled,\n";
        let first = import(text.as_bytes(), &Options::default()).expect("a program").program;
        let again = import(table(&first).as_bytes(), &Options::default()).expect("a table").program;
        assert_eq!(again.sessions, first.sessions);
        assert_eq!((again.id, again.title, again.venue, again.walking), (first.id, first.title, first.venue, first.walking));
    }
}
