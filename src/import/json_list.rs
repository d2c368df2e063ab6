//! A JSON list of sessions as used by apps and hand-made sites: EMF, Droid Knights, the Israeli conventions, Open Event.
//!
//! Their keys differ every year, so a session is any object that has a title and a start under one of the usual names. Ids
//! are mostly row numbers, so they are only used to tell apart sessions that are otherwise the same.

use super::draft::{Draft, DraftRow, End, Start, is_address, separate_rooms};
use super::head::Head;
use super::json::Json;
use super::rich_text;
use super::state::State;
use super::when::{self, When};
use super::{ImportError, Imported, Importer, Options, encoding, kind, lengths, line, tree};
use crate::messages::import::{Place, Problem, Remark};
use std::collections::BTreeMap;

const TITLE: &[&str] = &["title", "name", "summary"];
const START: &[&str] =
    &["startTime", "start_time", "start-time", "startsAt", "starts-at", "starts_at", "start_date", "startDate", "start", "begin"];
const END: &[&str] = &["endTime", "end_time", "end-time", "endsAt", "ends-at", "ends_at", "end_date", "endDate", "end", "finish"];
const DATE: &[&str] = &["date", "day", "start_date", "startDate"];
const ROOM: &[&str] = &["room", "rooms", "hall", "venue", "location", "microlocation", "stage", "place"];
const PEOPLE: &[&str] = &["speakers", "speaker", "lecturer", "presenters", "presenter", "authors", "author"];
const TEXT: &[&str] = &["description", "content", "abstract", "long-abstract", "long_abstract", "short-abstract"];
const ZONE: &[&str] = &["timezone", "time_zone", "timeZone"];
const LENGTH: &[&str] = &["duration", "length"];
const STATE: &[&str] = &["state", "status"];
/// Names of the list if the file is an object around it.
const LISTS: &[&str] = &[
    "sessions",
    "events",
    "talks",
    "schedule",
    "schedules",
    "sessionList",
    "days",
    "program",
    "programme",
    "agenda",
    "timeslots",
    "items",
    "data",
];
/// Days, time slots, sessions: no file is nested deeper.
const MAX_DEPTH: usize = 5;
/// As many sessions show which fields they have.
const EXAMINED: usize = 20;
/// EuroPython's breaks are in six rooms.
const MAX_ROOMS: usize = 500;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    let has_any = |keys: &[&str]| keys.iter().any(|key| head.has_keys(&[key]));
    let is_list = head.first() == Some('[') || head.first() == Some('{') && has_any(LISTS);
    // In FullCalendar, rooms are resources, to which the sessions refer; WordPress has dates of the pages about them.
    let is_other = head.has_keys(&["resourceId"]) || head.has_keys(&["date_gmt", "meta"]);
    // Here a session has no parts.
    let has_parts = ["papers", "contributions", "presentations", "subevents"].iter().any(|part| head.has_keys(&[part]))
        || head.has_keys(&["sessions", "talks"]);
    is_list && !is_other && !has_parts && has_any(&["title", "name"]) && (has_any(START) || has_any(&["time"]))
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let mut file = Json::parse(&encoding::text(bytes)?)?;
    tree::name_rooms(&mut file);
    let mut draft = Draft {
        title: file.first(&["title", "name"]).owned(),
        time_zone: file
            .first(ZONE)
            .owned()
            .or_else(|| file.first(&["config", "conference", "event", "meta"]).first(ZONE).owned()),
        ..Draft::default()
    };
    let mut entries = Vec::new();
    // The file's own fields do not apply to its sessions: a conference has a start, too.
    collect(if file.is_list() { &file } else { file.first(LISTS) }, &mut Vec::new(), &mut entries);
    let lengths = entries.iter().filter_map(|entry| entry.own().first(LENGTH).text()?.parse::<i64>().ok());
    let per_minute = lengths::per_minute(lengths);
    let fields = tree::in_records(entries.iter().take(EXAMINED).flat_map(|entry| entry.0.iter().rev().copied()));
    let known = known_rooms(&file);
    for entry in entries {
        let row = row(&entry, per_minute, file.get("speakers"), &known);
        // Open Event also lists submissions.
        match State::of(entry.own(), |name| STATE.contains(&name)) {
            State::Refused(state) => {
                let place = Place { line: None, title: Some(line::excerpt(&row.title)), ..Place::default() };
                draft.warn(place, Remark::NotAccepted(state));
            }
            state => draft.add(DraftRow { cancelled: state == State::Cancelled, ..row }),
        }
    }
    if draft.rows.is_empty() && draft.dropped == 0 {
        return Err(Problem::NoSessions { left_out: 0, first: None }.into());
    }
    separate_rooms(&mut draft.rows);
    Ok(Imported { fields, ..draft.finish(options)? })
}

/// A session and, outermost first, the objects around it: the fields of days and time slots apply to all of their sessions.
struct Entry<'a>(Vec<&'a Json>);

impl<'a> Entry<'a> {
    fn own(&self) -> &'a Json {
        self.0[self.0.len() - 1]
    }

    /// Returns only the session if it has one of these fields, even if that is null; otherwise also the values around it,
    /// innermost first.
    fn levels(&self, keys: &[&str]) -> impl Iterator<Item = &'a Json> {
        let is_own = self.own().fields().iter().any(|(key, _)| keys.contains(&key.as_str()));
        self.0.iter().rev().copied().take(if is_own { 1 } else { MAX_DEPTH })
    }

    fn texts(&self, keys: &'a [&str]) -> impl Iterator<Item = &'a str> {
        let fields = self.levels(keys).flat_map(|level| keys.iter().map(|key| level.get(key)));
        fields.filter_map(Json::text).filter(|text| !text.trim().is_empty())
    }

    fn first(&self, keys: &[&str]) -> &'a Json {
        self.levels(keys).map(|level| level.first(keys)).find(|value| !value.is_null()).unwrap_or(Json::NULL)
    }
}

/// Collects the sessions of lists, of nested lists, and of lists in an object.
fn collect<'a>(json: &'a Json, around: &mut Vec<&'a Json>, entries: &mut Vec<Entry<'a>>) {
    if json.is_list() {
        json.items().iter().for_each(|item| collect(item, around, entries));
        return;
    }
    let inner = json.first(LISTS);
    let is_around = around.len() < MAX_DEPTH && inner.items().iter().any(|item| !item.fields().is_empty());
    around.push(json);
    if is_around {
        collect(inner, around, entries);
    } else if TITLE.iter().any(|key| json.get(key).name(&[]).is_some()) {
        entries.push(Entry(around.clone()));
    }
    around.pop();
}

/// Makes a row. People may be keys of a map of all of them.
fn row(entry: &Entry, per_minute: i64, everybody: &Json, known: &BTreeMap<&str, &str>) -> DraftRow {
    let item = entry.own();
    let (about, shortened) = rich_text::blocks(item.first(TEXT).name(&[]).unwrap_or_default());
    let title = tree::without_markup(item.first(TITLE).name(&[]).unwrap_or_default());
    let people = item.first(PEOPLE);
    let people = if people.is_list() { people.items() } else { std::slice::from_ref(people) };
    let speakers: Vec<String> = people
        .iter()
        .filter_map(|person| everybody.get(person.text().unwrap_or_default()).name(&[]).or_else(|| person.name(&[])))
        .map(str::to_owned)
        .collect();
    let word = item.first(&["type", "kind", "session-type", "session_type", "event_type", "format"]).name(&[]);
    let (start, end) = times(entry, per_minute);
    // When a day opens and closes is not when its sessions are.
    let is_own = [START, &["time"]].into_iter().flatten().any(|key| !item.get(key).is_null());
    let (start, end) = if is_own || !is_long(&start, &end) { (start, end) } else { (Start::Missing, End::Missing) };
    DraftRow {
        hint: item.first(&["id", "ID", "uid", "slug"]).owned(),
        subtitle: item.first(&["subtitle", "sub-title", "sub_title"]).owned(),
        rooms: rooms(entry.first(ROOM), known),
        track: entry.first(&["track", "category"]).name(&[]).map(|name| line::clipped(name).to_owned()),
        kind: word.map_or_else(|| kind::of_title(&title, !speakers.is_empty()), |word| kind::of(Some(word))),
        language: item.first(&["language", "lang"]).owned(),
        level: item.first(&["level", "difficulty"]).owned(),
        speakers,
        about,
        shortened,
        url: item.first(&["url", "link"]).owned(),
        ..DraftRow::new(title.into_owned(), start, end)
    }
}

/// Returns the names of the rooms that the file lists beside its sessions, by their ids.
fn known_rooms(file: &Json) -> BTreeMap<&str, &str> {
    let is_rooms = |name: &str| ROOM.contains(&name) || name.strip_suffix('s').is_some_and(|name| ROOM.contains(&name));
    let rooms = file.fields().iter().filter(|(name, _)| is_rooms(name)).flat_map(|(_, rooms)| rooms.items());
    { rooms }.filter_map(|room| Some((room.get("id").text()?, room.name(&[])?))).collect()
}

fn rooms<'a>(json: &'a Json, known: &BTreeMap<&'a str, &'a str>) -> Vec<String> {
    let rooms = if json.is_list() { json.items() } else { std::slice::from_ref(json) };
    let named = |room: &'a Json| room.text().and_then(|id| known.get(id).copied()).or_else(|| room.name(&[]));
    let names = rooms.iter().filter_map(named).filter(|name| !is_address(name));
    names.map(|name| line::clipped(name).to_owned()).take(MAX_ROOMS).collect()
}

/// Whether a slot is longer than any that holds sessions.
fn is_long(start: &Start, end: &End) -> bool {
    const LONGEST: i64 = 5 * 3600;
    match (start, end) {
        (Start::At(When::Local(start)), End::At(When::Local(end))) => end - start > LONGEST,
        _ => false,
    }
}

fn times(entry: &Entry, per_minute: i64) -> (Start, End) {
    let date = entry.texts(DATE).find_map(when::date);
    let at = |text: &str| when::date_time(text).or_else(|| epoch(text));
    let on_date = |text: &str| Some(When::local(date?, when::clock(text)?));
    let start = entry.texts(START).find_map(at).or_else(|| entry.texts(START).find_map(on_date));
    let end = match (entry.texts(END).find_map(at), start, entry.texts(END).find_map(when::clock)) {
        (Some(end), ..) => End::At(end),
        (None, Some(start), Some(clock)) => End::At(start.next(clock)),
        _ => match entry.texts(LENGTH).find_map(length) {
            Some(length) => End::After(length / per_minute),
            None => entry.texts(END).next().map_or(End::Missing, |text| End::Unreadable(line::excerpt(text))),
        },
    };
    if let Some(start) = start {
        return (Start::At(start), end);
    }
    // Start and end in one text.
    for text in [START, DATE, &["time"]].into_iter().flat_map(|keys| entry.texts(keys)) {
        let parts = [" - ", "-", "–", "—", "~", "～", "→"].into_iter().filter_map(|between| text.split_once(between));
        let both = parts.filter_map(|(from, to)| Some((at(from).or_else(|| on_date(from))?, when::clock(to)?))).next();
        match (both, at(text).or_else(|| on_date(text))) {
            (Some((start, clock)), _) => return (Start::At(start), End::At(start.next(clock))),
            (None, Some(start)) => return (Start::At(start), end),
            (None, None) => {}
        }
    }
    let text = [START, &["time"]].into_iter().flat_map(|keys| entry.texts(keys)).next();
    (text.map_or(Start::Missing, |text| Start::Unreadable(line::excerpt(text))), end)
}

/// Reads a length, of which a number of milliseconds has more digits than any other.
fn length(text: &str) -> Option<i64> {
    when::minutes(text).or_else(|| text.parse().ok().filter(|length| (0..1_000_000_000).contains(length)))
}

/// Reads seconds or milliseconds since 1970, in this century.
fn epoch(text: &str) -> Option<When> {
    match text.trim().parse::<i64>().ok()? {
        seconds @ 900_000_000..=4_102_444_800 => Some(When::Utc(seconds)),
        millis @ 900_000_000_000..=4_102_444_800_000 => Some(When::Utc(millis / 1_000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{Options, import};
    use crate::messages::Language;

    #[test]
    fn any_object_with_a_title_and_a_start_is_a_session() {
        let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
        for item in [
            r#"{"id": 5, "title": "a", "start_date": "2018-09-02 13:00:00", "start_time": "13:00", "end_date": "2018-09-02 13:25:00", "venue": "Hall", "speaker": "Ada"}"#,
            r#"{"id": "1", "title": "a", "content": "", "speakers": [{"name": "Ada"}], "tags": [], "room": "Hall", "startTime": "2018-09-02T13:00:00.000", "endTime": "2018-09-02T13:25:00.000"}"#,
            r#"{"title": "a", "startTime": 1535860800, "endTime": 1535862300, "hall": "Hall", "lecturer": "Ada"}"#,
            r#"{"title": "a", "starts-at": "2018-09-02T04:00:00Z", "ends-at": "2018-09-02T04:25:00Z", "microlocation": {"id": 1, "name": "Hall"}, "speakers": ["Ada"], "state": "accepted"}"#,
            r#"{"title": "a", "date": "2018-09-02", "start": "13:00", "duration": 25, "room": ["Hall"], "speakers": ["Ada"]}"#,
            r#"{"title": "a", "date": "September 2, 2018 13:00 → 13:25", "room": "Hall", "speakers": ["Ada"]}"#,
            r#"{"title": "a", "date": "2018.9.2", "time": "13:00 \n~ 13:25", "room": "Hall", "speakers": ["Ada"]}"#,
            r#"{"date": "2018-09-02", "start_time": "13:00", "end_time": "13:25", "sessionList": [{"title": "a", "hall": "Hall", "speaker": [{"name": "Ada"}]}]}"#,
        ] {
            let left_out =
                r#"{"title": "b", "start": "soon"}, {"title": "c", "start": "2018-09-02T13:00:00", "state": "rejected"}"#;
            for file in [format!("[{item}, {left_out}]"), format!(r#"{{"events": [{item}, {left_out}]}}"#)] {
                let imported = import(file.as_bytes(), &options)
                    .unwrap_or_else(|error| panic!("{item}: {:?}", error.refusal(Language::English)));
                let session = &imported.program.sessions[0];
                assert_eq!(
                    (session.span.start.to_string().as_str(), session.span.minutes()),
                    ("2018-09-02T13:00:00+09:00", 25),
                    "{item}"
                );
                assert_eq!((session.speakers[0].as_str(), imported.program.rooms[0].name.as_str()), ("Ada", "Hall"));
                assert_eq!(
                    (imported.program.sessions.len(), imported.warnings.iter().filter(|warning| warning.is_left_out()).count()),
                    (1, 2)
                );
            }
        }
    }
}
