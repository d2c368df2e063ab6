//! The corrections that an organiser types into the table of sessions, put into the program.
//!
//! A field is named by what it says and of which session, room or track: `title@ID`. Sessions that were added have the ids `+1`, `+2` and so
//! on. What has no fields stays, so corrections of a day that is not shown are kept as well.

use super::choices::Fields;
use crate::export::room_names;
use crate::import::admit;
use crate::messages::{Language, Refusal};
use crate::program::line::clean;
use crate::program::{Color, Date, Kind, Moment, Program, Room, RoomId, Session, SessionId, Span, Track, TrackId, derived_id};
use crate::wire::program_file;
use std::collections::{BTreeMap, BTreeSet};

/// Between what a field says and whose it is.
const OF: char = '@';

/// The most characters of a field.
const MOST: usize = 500;

/// What the field for a colour shows where a track has none.
pub const NO_COLOR: Color = Color { red: 0x80, green: 0x80, blue: 0x80 };

/// Whether a field is a correction.
pub fn is_edit(field: &str) -> bool {
    field.contains(OF)
}

/// The ids of the sessions that were added.
pub fn added(edits: &Fields) -> impl Iterator<Item = String> {
    edits.keys().filter_map(|field| field.strip_prefix("title@+")).map(|number| format!("+{number}"))
}

/// The id of the next session that is added.
pub fn next_added(edits: &Fields) -> String {
    let mut ids = (1..).map(|number| format!("+{number}"));
    ids.find(|id| !edits.contains_key(&field("title", id))).expect("numbers have no end")
}

/// The name of a field.
pub fn field(what: &str, id: &str) -> String {
    format!("{what}{OF}{id}")
}

/// Adds what is typed now to earlier corrections: all fields of a row count that is shown, also those that are absent, such as boxes that
/// are no longer ticked.
pub fn merged(earlier: &Fields, fields: &Fields) -> Fields {
    let id = |field: &str| field.split_once(OF).map(|(_, id)| id.to_owned());
    let shown: BTreeSet<String> =
        fields.keys().filter(|field| field.starts_with("title@")).filter_map(|field| id(field)).collect();
    let stays = |field: &str| id(field).is_none_or(|id| !shown.contains(&id));
    let kept = earlier.iter().filter(|(field, _)| stays(field));
    let typed = fields.iter().filter(|(field, _)| is_edit(field));
    kept.chain(typed).map(|(field, text)| (field.clone(), text.clone())).collect()
}

/// A program with corrections.
#[derive(PartialEq)]
pub struct Edited {
    pub program: Program,
    /// What is wrong with a row, by the id of its session.
    pub problems: BTreeMap<String, Refusal>,
}

/// Puts the corrections into the program. A row that cannot be read leaves its session as before.
pub fn edited(base: &Program, edits: &Fields, language: Language) -> Edited {
    let mut editor = Editor { program: base.clone(), edits, language, problems: BTreeMap::new() };
    editor.name_rooms();
    editor.color_tracks();
    let sessions = base.sessions.iter().filter_map(|session| editor.session(session));
    let mut sessions: Vec<Session> = sessions.collect();
    sessions.extend(editor.added());
    editor.program.sessions = sessions.into();
    let Editor { program, mut problems, .. } = editor;
    if program == *base {
        return Edited { program, problems };
    }
    match admit(program) {
        Ok(admitted) => {
            let mut program = admitted.program;
            program.version.clear();
            // Phones take a program for a new version if it is called otherwise.
            program.version = derived_id::content_id([program_file::write(&program).as_str()]);
            Edited { program, problems }
        }
        Err(error) => {
            problems.insert(String::new(), error.refusal(language));
            Edited { program: base.clone(), problems }
        }
    }
}

struct Editor<'e> {
    program: Program,
    edits: &'e Fields,
    language: Language,
    problems: BTreeMap<String, Refusal>,
}

impl Editor<'_> {
    fn typed(&self, what: &str, id: &str) -> Option<&str> {
        self.edits.get(&field(what, id)).map(|text| text.trim())
    }

    fn has(&self, what: &str, id: &str) -> bool {
        self.edits.contains_key(&field(what, id))
    }

    fn name_rooms(&mut self) {
        let edits = self.edits;
        for room in &mut self.program.rooms {
            let typed = edits.get(&field("room-name", room.id.as_str())).map(|name| clean(name, MOST).text);
            if let Some(name) = typed.filter(|name| !name.is_empty() && *name != room.name) {
                room.name = name;
                room.names.clear();
            }
        }
    }

    fn color_tracks(&mut self) {
        let edits = self.edits;
        for track in &mut self.program.tracks {
            let typed = edits.get(&field("track-color", track.id.as_str())).and_then(|color| Color::parse(color));
            if let Some(color) = typed.filter(|color| *color != track.color.unwrap_or(NO_COLOR)) {
                track.color = Some(color);
            }
        }
    }

    /// The session as it is now; none if it was taken out.
    fn session(&mut self, before: &Session) -> Option<Session> {
        let id = before.id.as_str();
        if !self.has("title", id) {
            return Some(before.clone());
        }
        (!self.has("gone", id)).then(|| self.corrected(before.clone(), id))
    }

    fn added(&mut self) -> Vec<Session> {
        let is_wanted = |id: &String| !self.has("gone", id) && self.typed("title", id) != Some("");
        let ids: Vec<String> = added(self.edits).filter(is_wanted).collect();
        ids.iter().filter_map(|id| self.new_session(id)).collect()
    }

    fn new_session(&mut self, id: &str) -> Option<Session> {
        let near = self.program.sessions.iter().find(|session| Some(session.span.start.date()) == self.date(id));
        let offset = near.or(self.program.sessions.first())?.span.start.offset();
        let Some(span) = self.span(id, offset) else {
            self.problem(id);
            return None;
        };
        let title = clean(self.typed("title", id)?, MOST).text;
        let blank = Session {
            id: self.free_id(&title),
            title,
            subtitle: None,
            day: span.start.program_day(),
            span,
            rooms: Vec::new(),
            track: None,
            kind: Kind::Talk,
            language: None,
            level: None,
            speakers: Vec::new(),
            about: Vec::new(),
            url: None,
            cancelled: false,
        };
        Some(self.corrected(blank, id))
    }

    /// An id that no session has, the same for the same title.
    fn free_id(&self, title: &str) -> SessionId {
        let made = derived_id::of_session(title, &[]);
        let taken = |id: &String| self.program.session(&SessionId::new(id.as_str())).is_some();
        let numbered = (2..).map(|number| format!("{made}-{number}"));
        SessionId::new(std::iter::once(made.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(made))
    }

    fn corrected(&mut self, mut session: Session, id: &str) -> Session {
        match self.typed("title", id).filter(|title| !title.is_empty()) {
            Some(title) => session.title = clean(title, MOST).text,
            None => self.problem(id),
        }
        let cells = Cells::of(&session, &self.program);
        if [("date", &cells.date), ("start", &cells.start), ("end", &cells.end)]
            .iter()
            .any(|(what, cell)| self.typed(what, id) != Some(cell))
        {
            match self.span(id, session.span.start.offset()) {
                Some(span) => (session.span, session.day) = (span, span.start.program_day()),
                None => self.problem(id),
            }
        }
        if let Some(rooms) = self.typed("room", id).filter(|rooms| *rooms != cells.rooms).map(str::to_owned) {
            session.rooms = split(&rooms, &[';']).map(|name| self.room(&name)).collect();
        }
        if let Some(track) = self.typed("track", id).filter(|track| *track != cells.track).map(str::to_owned) {
            session.track = (!track.is_empty()).then(|| self.track(&track));
        }
        if let Some(speakers) = self.typed("speakers", id).filter(|speakers| *speakers != cells.speakers) {
            session.speakers = split(speakers, &[';', ',']).collect();
        }
        session.cancelled = self.has("cancelled", id);
        session
    }

    fn date(&self, id: &str) -> Option<Date> {
        Date::parse(self.typed("date", id)?)
    }

    /// When it is. An end before its start is after midnight.
    fn span(&self, id: &str, offset: i32) -> Option<Span> {
        let clock = |what: &str| {
            let (hour, minute) = self.typed(what, id)?.split_once(':')?;
            Some((hour.parse().ok()?, minute.get(..2)?.parse().ok()?))
        };
        let at = |(hour, minute): (u8, u8)| Moment::from_local(self.date(id)?, hour, minute, 0, offset);
        let (start, end) = (at(clock("start")?)?, at(clock("end")?)?);
        let end = if end < start { end.plus_minutes(24 * 60)? } else { end };
        Span::new(start, end)
    }

    /// The room of this name, which is new if there is none.
    fn room(&mut self, name: &str) -> RoomId {
        let is_it = |room: &&Room| room.name == name || room.names.values().any(|known| known == name);
        if let Some(room) = self.program.rooms.iter().find(is_it) {
            return room.id.clone();
        }
        let id = RoomId::new(new_id(name, |id| self.program.rooms.find(id).is_some()));
        self.program.rooms.push(Room { id: id.clone(), name: name.to_owned(), names: BTreeMap::new() });
        id
    }

    fn track(&mut self, name: &str) -> TrackId {
        if let Some(track) = self.program.tracks.iter().find(|track| track.name == name) {
            return track.id.clone();
        }
        let id = TrackId::new(new_id(name, |id| self.program.tracks.find(id).is_some()));
        self.program.tracks.push(Track { id: id.clone(), name: clean(name, MOST).text, color: None });
        id
    }

    fn problem(&mut self, id: &str) {
        self.problems.insert(id.to_owned(), (self.language.desk_messages().row_unreadable)());
    }
}

/// A session as it stands in the table.
#[derive(PartialEq)]
pub struct Cells {
    pub date: String,
    pub start: String,
    pub end: String,
    pub rooms: String,
    pub track: String,
    pub speakers: String,
}

impl Cells {
    pub fn of(session: &Session, program: &Program) -> Cells {
        let track = session.track.as_ref().and_then(|id| program.tracks.find(id.as_str()));
        Cells {
            date: session.span.start.date().to_string(),
            start: session.span.start.clock(),
            end: session.span.end.clock(),
            rooms: room_names(&session.rooms, program),
            track: track.map(|track| track.name.clone()).unwrap_or_default(),
            speakers: session.speakers.join("; "),
        }
    }
}

fn split(text: &str, separators: &'static [char]) -> impl Iterator<Item = String> {
    text.split(separators).map(|part| clean(part, MOST).text).filter(|part| !part.is_empty()).collect::<Vec<_>>().into_iter()
}

fn new_id(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let slug = derived_id::slug(name);
    if slug.is_empty() || is_taken(&slug) { derived_id::content_id([name]) } else { slug }
}
