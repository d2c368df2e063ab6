//! A JSON list of sessions as apps and hand-made sites keep it: EMF, Droid Knights, the Israeli conventions, Open Event.
//!
//! Their keys differ every year, so a session is whatever has a title and a start under any of the usual names. Ids are mostly
//! numbers of rows, and only tell apart what nothing else does.

use super::draft::{Draft, End, Row, Start};
use super::head::Head;
use super::json::Json;
use super::rich_text;
use super::when::{self, When};
use super::{ImportError, Imported, Importer, Options, Warning, encoding, kind, line};
use crate::messages::import::{Place, Problem, Remark};

const TITLE: &[&str] = &["title", "name", "summary"];
const START: &[&str] =
    &["startTime", "start_time", "start-time", "startsAt", "starts-at", "starts_at", "start_date", "startDate", "start", "begin"];
const END: &[&str] = &["endTime", "end_time", "end-time", "endsAt", "ends-at", "ends_at", "end_date", "endDate", "end", "finish"];
const DATE: &[&str] = &["date", "day", "start_date", "startDate"];
const ROOM: &[&str] = &["room", "hall", "venue", "location", "microlocation", "stage", "place"];
const PEOPLE: &[&str] = &["speakers", "speaker", "lecturer", "presenters", "presenter"];
const TEXT: &[&str] = &["description", "content", "abstract", "long-abstract", "long_abstract", "short-abstract"];
/// Names of the list where the file is an object around it.
const LISTS: &[&str] = &["sessions", "events", "talks", "schedule", "items", "data"];

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    let has_any = |keys: &[&str]| keys.iter().any(|key| head.has_keys(&[key]));
    let is_list = head.first() == Some('[') || head.first() == Some('{') && has_any(LISTS);
    is_list && has_any(&["title", "name"]) && has_any(START)
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let file = Json::parse(&encoding::text(bytes)?)?;
    let list = if file.is_list() { &file } else { file.first(LISTS) };
    let mut draft = Draft {
        title: file.first(&["title", "name"]).owned(),
        time_zone: file.first(&["timezone", "time_zone", "timeZone"]).owned(),
        ..Draft::default()
    };
    let is_session = |item: &&Json| TITLE.iter().any(|key| item.get(key).name(&[]).is_some());
    for item in list.items().iter().filter(is_session) {
        let row = row(item);
        // Open Event lists what was submitted.
        match item.get("state").text().map(str::to_lowercase) {
            Some(state) if ["rejected", "draft", "submitted", "pending", "withdrawn"].contains(&state.as_str()) => {
                let place = Place { line: None, title: Some(line::excerpt(&row.title)) };
                draft.warnings.push(Warning::new(place, Remark::NotAccepted(state)));
            }
            _ => draft.rows.push(row),
        }
    }
    if draft.rows.is_empty() {
        return Err(Problem::NoSessions { left_out: 0 }.into());
    }
    drop(file);
    draft.finish(options)
}

fn row(item: &Json) -> Row {
    let (about, shortened) = rich_text::blocks(item.first(TEXT).name(&[]).unwrap_or_default());
    let title = item.first(TITLE).name(&[]).unwrap_or_default();
    let people = item.first(PEOPLE);
    let people = if people.is_list() { people.items() } else { std::slice::from_ref(people) };
    let speakers: Vec<String> = people.iter().filter_map(|person| person.name(&[]).map(str::to_owned)).collect();
    let word = item.first(&["type", "kind", "session-type", "session_type", "format"]).name(&[]);
    let start = moment(item, START);
    let end = match (moment(item, END), item.get("duration").text().and_then(when::duration)) {
        (Start::At(when), _) => End::At(when),
        (_, Some(minutes)) => End::After(minutes),
        (Start::Unreadable(text), None) => End::Unreadable(text),
        _ => End::Missing,
    };
    Row {
        hint: item.first(&["id", "ID", "uid", "slug"]).owned(),
        subtitle: item.first(&["subtitle", "sub-title"]).owned(),
        rooms: room(item.first(ROOM)).into_iter().collect(),
        track: item.first(&["track", "category"]).name(&[]).map(str::to_owned),
        kind: word.map_or_else(|| kind::of_title(title, !speakers.is_empty()), |word| kind::of(Some(word))),
        language: item.first(&["language", "lang"]).owned(),
        level: item.first(&["level", "difficulty"]).owned(),
        speakers,
        about,
        shortened,
        url: item.first(&["url", "link"]).owned(),
        ..Row::new(title.to_owned(), start, end)
    }
}

fn room(json: &Json) -> Option<String> {
    let name = if json.is_list() { json.items().first()?.name(&[]) } else { json.name(&[]) };
    name.map(str::to_owned)
}

/// The first of these fields that is a date with a time, else a date and a time of day in two fields.
fn moment(item: &Json, keys: &[&str]) -> Start {
    let texts = || keys.iter().filter_map(|key| item.get(key).text()).filter(|text| !text.trim().is_empty());
    if let Some(when) = texts().find_map(|text| when::date_time(text).or_else(|| epoch(text))) {
        return Start::At(when);
    }
    let date = DATE.iter().filter_map(|key| item.get(key).text()).find_map(when::date);
    match (date, texts().find_map(when::clock), texts().next()) {
        (Some(date), Some(clock), _) => Start::At(When::local(date, clock)),
        (_, _, Some(text)) => Start::Unreadable(line::excerpt(text)),
        (_, _, None) => Start::Missing,
    }
}

/// Seconds or milliseconds since 1970, of this century.
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
    fn whatever_has_a_title_and_a_start_is_a_session() {
        let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
        for item in [
            r#"{"id": 5, "title": "a", "start_date": "2018-09-02 13:00:00", "start_time": "13:00", "end_date": "2018-09-02 13:25:00", "venue": "Hall", "speaker": "Ada"}"#,
            r#"{"id": "1", "title": "a", "content": "", "speakers": [{"name": "Ada"}], "tags": [], "room": "Hall", "startTime": "2018-09-02T13:00:00.000", "endTime": "2018-09-02T13:25:00.000"}"#,
            r#"{"title": "a", "startTime": 1535860800, "endTime": 1535862300, "hall": "Hall", "lecturer": "Ada"}"#,
            r#"{"title": "a", "starts-at": "2018-09-02T04:00:00Z", "ends-at": "2018-09-02T04:25:00Z", "microlocation": {"id": 1, "name": "Hall"}, "speakers": ["Ada"], "state": "accepted"}"#,
            r#"{"title": "a", "date": "2018-09-02", "start": "13:00", "duration": 25, "room": ["Hall"], "speakers": ["Ada"]}"#,
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
